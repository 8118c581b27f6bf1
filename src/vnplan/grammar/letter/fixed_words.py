"""The fixed words of a letterhead: motto, number, date line, type, marks (Decree 30/2020/NĐ-CP, Annex I, II.1-5)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from vnplan.gazetteer import doc_types
from vnplan.grammar.letter.openings import BASIS
from vnplan.grammar.letter.roles import PieceRole
from vnplan.lexicon.patterns import Letters, any_of, select
from vnplan.lexicon.rows import Context, Family
from vnplan.text.fold import fold_case, fold_marks
from vnplan.text.letters import LOWER, UPPER


class Anchor(NamedTuple):
    """A stretch of a line's words with its role."""

    role: PieceRole
    start: int
    end: int


def _motto(words: str) -> str:
    """Matched on letters without marks and with lost blanks: scans lose them ("XàHỘI", "Độc lập  Tự do")."""
    return r"\W{0,5}".join(r"\s?".join(part.split()) for part in fold_marks(words).split(" - "))


_MOTTOES = tuple(row.words for row in select(Family.FORMULA, Context.LETTERHEAD, means="motto"))
_WHOLE_MOTTO = "|".join(map(_motto, _MOTTOES))
_MOTTO = re.compile(
    rf"""
      {_WHOLE_MOTTO}
    | \A\W*cong(?:\ hoa(?:\ xa\ hoi)?)?\W*\Z
    | \A\W*(?:xa\ hoi\ )?chu\ nghia\ viet\ nam\W*\Z
    | \A\W*hoa\ xa\ hoi\ chu\ nghia\ viet\ nam
    """,
    re.VERBOSE,
)
# Its first half is enough where dashes, never a comma, part the words: ``Độc lập - Tự do``.
_MOTTO_BEGUN = re.compile(
    "|".join(r"\s?[-–]?\s?".join(map(_motto, words.split(" - ")[:2])) for words in _MOTTOES if " - " in words)
)
_RULE = re.compile(
    r"(?<!\S)(?:[-_=~*─━═¯]{3,}|\*)(?:\s[-_=~*─━═¯]+)*(?!\S)|(?<=\S)[-_=─━═¯]{4,}(?!\S)|\||\A[-_=~*─━═¯o\s]+\Z"
)
_SERIAL = r"(?:\d{1,6}[a-zđ]?(?:\.\d{1,4})?)?[\s.…_]{0,20}(?:/\s?(?:19|20)\d\d)?"
_SYMBOL = (
    r"\s?[/-]\s?[A-ZĐ][A-ZĐƯÂÊÔa-zđ]{0,15}\d{0,2}"
    rf"(?:\s?[-/&]\s?[A-ZĐƯ][A-ZĐƯÂÊÔa-zđ0-9]{{0,15}}(?![{LOWER},])){{0,6}}"
)
NUMBER = re.compile(
    rf"""
    (?<![\w/]) (?: S\s?ố | SỐ(?=\s*:) | (?<![{LOWER}]\s) số(?=\s*:) ) \s* [:.]? \s*
    (?P<id> {_SERIAL}{_SYMBOL} | \d{{1,6}} (?= \s* (?: \Z | [A-ZĐ] ) ) )
    """,
    re.VERBOSE,
)
_SMALL_NUMBER = re.compile(rf"(?<!\w)số\s*:\s*(?P<id>{_SERIAL}{_SYMBOL})")
# "Số: 12/-UBND": a number line all the same, though no number can be read from it.
_DAMAGED_NUMBER = re.compile(r"\A[Ss]\s?ố\s?:\s?(?P<id>[^,;]{0,40})\Z")
# Digits, a blank left for them, or what a scan made of handwritten ones ("ngày f6 tháng? năm 2021").
_DAY = r"(?:[\d.…_\s]{0,16}|\s?[^\s,;]{1,4}\s)"
DATE = re.compile(
    rf"""
    (?:,\s?)?(?<!\w)ng\s?\S{{1,2}}y\s?
    (?:
          {_DAY}th\s?\S{{1,2}}ng\s?{_DAY}n\s?\S{{1,2}}m\s?
          (?:[12]\s?\d\s?\d\s?\d|2\s?0(?:\s?\d)?|[.…_]{{1,20}})?
        | \d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?\d{{4}}
    )
    """,
    re.VERBOSE,
)
_PLACE_CHARS = 45
"""Longest place name on a date line: ``Thành phố Phan Rang - Tháp Chàm`` and a blank more."""
# A place begins with a capital; a document's number or a law before the date makes it the date of a citation.
_PLACE = re.compile(rf"(?!{BASIS}|Luật |Bộ luật|Pháp lệnh|Ngày )(?![^,]*(?:/|\b[Ss]ố\s))[^\W\d_](?<![{LOWER}])")
# In running text the subject of a dispatch stands between number and place: the capitals before the date are the place.
_SUBJECT_OPENS = re.compile(r"V\s?/\s?[Vv]\b")
_LAST_CAPITALS = re.compile(rf"(?:(?<=\s)[{UPPER}][{LOWER}]+\s?){{1,4}}\Z")
_STAMPS = any_of(Family.FORMULA, Context.LETTERHEAD, means="mark", letters=Letters.CAPITALS)
_MARK = re.compile(rf"[(\[]?\s?(?<!\w){_STAMPS}(?: LẦN \w+)?\s?[)\]]?\s?:?")
# Alone on its line a mark may stand in small letters, and with a date: "Dự thảo:", "(Dự thảo ngày 05/3/2026)".
_MARK_LINE = re.compile(
    rf"""
    [(\[]?\s? {any_of(Family.FORMULA, Context.LETTERHEAD, means="mark")}
    (?: \s lần \s \w+ )? (?: \s ngày \s [\d/.-]{{6,10}} )? \s?[)\]]? \s?:? \s* \Z
    """,
    re.VERBOSE,
)

EXAMPLES: Final = {
    "_MOTTO": (("cong hoa xa hoi", "xa hoi chu nghia viet nam"), ("cong nhan", "chu nghia"), "match"),
    "NUMBER": (
        ("Số: 45/KH-UBND", "SỞ Y TẾ số: 7 /KH- SYT", "số: 3/KH-THKĐ", "Số: 45. /KH-UBND"),
        ("Kế hoạch số: 45/KH-UBND", "số 45/KH-UBND", "SỐ LIỆU"),
    ),
    "_MARK_LINE": (
        ("dự thảo:", "(dự thảo lần 2)", "dự thảo ngày 05/3/2026", "mật"),
        ("dự thảo kế hoạch", "mật độ cây trồng"),
        "match",
    ),
    "DATE": (
        ("ngày 5 tháng 6 năm 2026", ", ngày 05/6/2026", "ngày    tháng    năm 2026"),
        ("tháng 6 năm 2026", "hàng ngày"),
    ),
}


def anchors(words: str) -> list[Anchor]:
    """The fixed parts of one line (or of running text), left to right, none overlapping."""
    found = [Anchor(PieceRole.MOTTO, *m.span()) for m in _MOTTO.finditer(fold_marks(words))]
    number = _typed_number().match(words) or _small_number(words, found)
    if number := number or NUMBER.search(words) or _DAMAGED_NUMBER.match(words):
        found.append(Anchor(PieceRole.NUMBER, *number.span()))
    found += [Anchor(PieceRole.RULE, *m.span()) for m in _RULE.finditer(words)]
    if date := DATE.search(words):
        before = max((a.end for a in found if a.end <= date.start()), default=0)
        while before < date.start() and words[before] in " ,;|":
            before += 1
        if date.start() - before <= _PLACE_CHARS and _PLACE.match(words, before, date.start()):
            found.append(Anchor(PieceRole.PLACE_DATE, before, date.end()))
        elif date.start() - before == 0:
            found.append(Anchor(PieceRole.PLACE_DATE, *date.span()))
        elif _SUBJECT_OPENS.match(words, before) and (place := _LAST_CAPITALS.search(words, before, date.start())):
            found.append(Anchor(PieceRole.PLACE_DATE, place.start(), date.end()))
    if mark := _MARK.match(words) or _MARK_LINE.match(fold_case(words)):
        found.append(Anchor(PieceRole.MARK, *mark.span()))
    return _apart(sorted(found, key=lambda a: (a.start, -a.end)))


def _small_number(words: str, mottoes: list[Anchor]) -> re.Match[str] | None:
    """A number line that begins with a small letter, behind the motto."""
    found = (m for m in _SMALL_NUMBER.finditer(words) if any(0 <= m.start() - a.end <= 1 for a in mottoes))
    return next(found, None)


def holds_motto(words: str) -> bool:
    """Whether name or motto of the state, or the name of the Party, stands in the words."""
    folded = fold_marks(words)
    return (_MOTTO.search(folded) or _MOTTO_BEGUN.search(folded)) is not None


def _apart(found: list[Anchor]) -> list[Anchor]:
    kept: list[Anchor] = []
    for anchor in found:
        if not kept or anchor.start >= kept[-1].end:
            kept.append(anchor)
    return kept


# Types that never head a document of the genre as a type line of their own, or are words of agencies.
_NOT_TYPE_LINES = frozenset({"luật", "bộ luật", "hiến pháp", "pháp lệnh", "công văn", "văn bản"})


def _type_pattern() -> re.Pattern[str]:
    # More than four letters: shorter names of types (bản, đơn) are words of any line.
    names = {n for n in doc_types.names() if n.upper() != n and len(n) > 4 and n not in _NOT_TYPE_LINES}
    # Letter-spaced or split words ("K Ế HOẠCH") are common in scans.
    spaced = [
        r"\s+".join(r"\s?".join(re.escape(c) for c in word.upper()) for word in name.split())
        for name in sorted(names, key=lambda n: (-len(n), n))
    ]
    more = r"HÀNH ĐỘNG|PHỐI HỢP|LIÊN TỊCH|LIÊN NGÀNH|CÔNG TÁC(?=\s*\Z)|TỔNG THỂ(?=\s*\Z)"
    return re.compile(rf"(?<![\w/])(?P<name>{'|'.join(spaced)})(?P<more>\s+(?:{more}))?(?!\w)")


TYPE = _type_pattern()


@cache
def _typed_number() -> re.Pattern[str]:
    """A number line that begins with the type's name: ``Nghị quyết số: 115/2027/UBTVQH16``."""
    names = {name.capitalize() for name in doc_types.names() if len(name) > 4}  # shorter ones are words of any line
    words = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    return re.compile(rf"\A(?:{words})\s+số\s?:?\s?(?P<id>{_SERIAL}{_SYMBOL})\s*\Z")


# What stands behind the type's name where types are counted: KẾ HOẠCH SỐ 02.
_COUNTED = re.compile(r"\s*:?\s*SỐ\s*:?\s*[\d.…_]{1,6}\s*\Z")


def type_at_front(words: str) -> int:
    """Length of the type line at the front of ``words`` (``KẾ HOẠCH HÀNH ĐỘNG``), 0 for none."""
    found = TYPE.match(words)
    if found is None:
        return 0
    counted = _COUNTED.match(words, found.end())
    return counted.end() if counted else found.end()


def counts_type(words: str) -> bool:
    """Whether a line under the type line only counts it: ``SỐ 02``."""
    return _COUNTED.match(words) is not None


def is_type_name(softened: str) -> bool:
    """Whether the words, softened, are the name of a type and nothing more."""
    # More than four letters, as above.
    return softened in doc_types.names() and len(softened) > 4 and softened not in _NOT_TYPE_LINES
