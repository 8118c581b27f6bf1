r"""Markers of numbered items and bullets (docs/domain.md, 1.5; Decree 30/2020, Annex I, II.6).

:func:`read_marker` tells which marker stands at a place of a search copy. A marker
that could be several things (``I.`` a Roman one or the letter after H, ``i)``
a letter or a small Roman one, ``l.`` a damaged ``1.``) keeps all its
:class:`Reading`\\ s; only the items around it can tell which is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from vnplan.grammar.markers import costs, ordinals
from vnplan.lexicon import rows as lexicon
from vnplan.lexicon.patterns import Letters, any_of, select
from vnplan.lexicon.rows import Context
from vnplan.models.section import SectionKind
from vnplan.text.letters import LOWER, UPPER
from vnplan.text.numerals import ROMAN, SMALL_ROMAN, roman
from vnplan.text.view import fold_space


class Family(StrEnum):
    """What a marker counts with."""

    PART = "part"  # Phần
    CHAPTER = "chapter"  # Chương
    SECTION = "section"  # Mục
    SUBSECTION = "subsection"  # Tiểu mục
    ARTICLE = "article"  # Điều
    CLAUSE = "clause"  # Khoản
    POINT = "point"  # Điểm
    UPPER = "upper"  # A.
    ROMAN = "roman"  # I.
    ARABIC = "arabic"  # 1.
    DECIMAL = "decimal"  # 1.1.
    LETTER = "letter"  # a)
    SMALL_ROMAN = "small_roman"  # i)
    NAMED = "named"  # Mục tiêu 1:
    BULLET = "bullet"  # - + * •


KINDS = {
    Family.PART: SectionKind.PART,
    Family.CHAPTER: SectionKind.CHAPTER,
    Family.SECTION: SectionKind.SECTION,
    Family.SUBSECTION: SectionKind.SECTION,
    Family.ARTICLE: SectionKind.ARTICLE,
    Family.CLAUSE: SectionKind.ARABIC,
    Family.POINT: SectionKind.LETTER,
    Family.UPPER: SectionKind.LETTER,
    Family.ROMAN: SectionKind.ROMAN,
    Family.ARABIC: SectionKind.ARABIC,
    Family.DECIMAL: SectionKind.ARABIC,
    Family.LETTER: SectionKind.LETTER,
    Family.SMALL_ROMAN: SectionKind.ROMAN,
    Family.NAMED: SectionKind.ARABIC,
    Family.BULLET: SectionKind.BULLET,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a marker may be."""

    family: Family
    mark: str
    """Closing mark by class: ``.`` (also ``/`` and ``-``), ``)``, ``()`` or empty."""
    numbers: tuple[int, ...]
    """Ordinals from the outer to the inner (several in ``1.2.``); Arabic ones scaled by ``ordinals.SUFFIX``."""
    word: str = ""
    """Keyword of a named marker, character of a bullet."""
    doubt: float = 0.0
    """Cost of taking the marker to be this, above its plain reading."""
    mended: str = ""
    """The label where the printed one is damaged: ``II`` for ``Il``."""

    style: tuple[Family, str, int, str] = field(init=False, repr=False, compare=False)
    """What siblings share."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "style", (self.family, self.mark, len(self.numbers), self.word))

    @property
    def first(self) -> bool:
        """True where a list would begin with this."""
        last = self.numbers[-1]
        return last in {1, ordinals.SUFFIX} if self.family in _SCALED else last == 1


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at ``[start, end)`` of a search copy; the item's words begin at ``rest``."""

    start: int
    end: int
    rest: int
    label: str
    """As printed without closing mark, keyword kept."""
    readings: tuple[Reading, ...]

    @property
    def bullet(self) -> bool:
        """True for bullets, which have no number."""
        return self.readings[0].family is Family.BULLET


_SCALED = frozenset({Family.ARABIC, Family.DECIMAL, Family.ARTICLE, Family.CLAUSE, Family.NAMED})


_FAMILY = lexicon.Family.FORMULA
_PARTS = (
    Family.PART, Family.CHAPTER, Family.SECTION, Family.SUBSECTION, Family.ARTICLE, Family.CLAUSE, Family.POINT,
)  # fmt: skip
_KEYWORDS = {
    row.words: family for family in _PARTS for row in select(_FAMILY, Context.HEADING, means="part", trait=family)
}
# `Phần thứ nhất`, `PHẦN I.`, `Chương II`, `Mục 1.`, `Điều 5a:`. Without a closing mark the words behind must
# be capitals or missing: `Điều 8 Nghị định ...`, `Mục II Phụ lục I` are mentions.
_KEYWORD = re.compile(
    rf"""
    (?P<word>
        {any_of(_FAMILY, Context.HEADING, means="part", letters=Letters.PRINTED)}
    )
    \x20
    (?P<number>
          (?:thứ|THỨ)\ \w{{2,5}} | {ROMAN} | \d{{1,3}}[a-zđ]? | [A-HĐ] | [a-zđ]
    )
    (?:\ ?[.:](?!\d)|/|\ -(?=\ )|\)|(?=\ [{UPPER}]{{2}})|(?=\ \()|\Z)\ ?
    """,
    re.VERBOSE,
)
# `Mục tiêu 1:`, `Chỉ tiêu 02.`, `Tiểu dự án 2:`
_NAMED = re.compile(
    rf"""
    (?P<label>
        (?P<word>
            {any_of(_FAMILY, Context.HEADING, means="named_item")}
        )
        \ (?:số\ |thứ\ )?(?P<number>\d{{1,2}})
    )
    (?:\ ?[.:](?!\d)|\ -(?=\ ))\ ?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MISREAD = "IVXl1"
"""What scanners make of the letters of a Roman numeral."""
# `1.`, `1 .`, `1.1.`, `1.1.a.`, `1)`, `1/`, `1/.`, `1-`, `(1)`, `I.1.`, `a)`, `a.`, `A.`, `iv)`, `II-NHIỆM VỤ`,
# damaged `Il.`
_PLAIN = re.compile(
    rf"""
    (?P<open>\()?
    (?P<number>
          \d{{1,3}}(?:\.\d{{1,2}}(?!\d)){{0,5}}(?:[a-zđ]|\.[a-zđ](?=\ ?[.)/]))?
        | {ROMAN}(?:\.\d{{1,2}}(?!\d)){{0,4}}(?:\.[a-zđ](?=\ ?[.)/]))?
        | [a-zđ]\.?\d{{1,2}}(?=\ ?[.)])
        | {SMALL_ROMAN}
        | [A-ZĐ]
        | [a-zđ]
        | [{_MISREAD}]{{2,6}}
        | [Ⅰ-Ⅻ]
    )
    (?P<close>
          \ ?\)\.?
        | \ ?\.\)?(?!\d)
        | \ ?\.-
        | /\.(?=\ |[{UPPER}]|\Z)
        | [/-](?=\ )
        | [/-](?=[{UPPER}][{LOWER}]|\ *\Z)
        | \ -(?=\ [{UPPER}])
        | [/-](?=[{UPPER}]{{2,}},?\ [{UPPER}]{{2}})
        | (?=\ [{UPPER}]|\Z)
    )
    \ ?
    """,
    re.VERBOSE,
)
_BELOW_LETTER = re.compile(r"([a-zđ])\.?(\d{1,2})")  # `a.1)`, `b2)`
# Keycap and circled digits, as pasted from chat programs.
_KEYCAP = re.compile(r"(?P<number>\d{1,2})\ufe0f?\u20e3[.)]? ?|(?P<circled>[\u2460-\u2473]) ?")
# `o` and the Wingdings letters count only before a blank and a capital.
_BULLET = re.compile(
    rf"""
    (?P<sign>
          -(?!-)
        | \+(?!\+)
        | \*(?!\*)
        | [•●○◦▪▫■□►▶➢➤✓✔·∙⁃❖◆◊♦※→⮚\uf0a7\uf0b7\uf0d8\uf0fc\uf076](?!\ ?\Z)
        | [oØüv§](?=\ [{UPPER}])
    )
    \ ?(?=\S)
    """,
    re.VERBOSE,
)
_UNIT = re.compile(r"(?:%|ha\b|km|m2|triệu|tỷ|nghìn|lần|kg|tấn|MW|kV)")

EXAMPLES: Final = {
    "_KEYWORD": (("Điều 5. Kho", "Phần thứ nhất", "Chương II KHO"), ("điều 5.", "Điều hành", "Mục tiêu"), "match"),
    "_NAMED": (("Nhiệm vụ 1: Mở", "Bước 2. Mở"), ("Nhiệm vụ: Mở", "Bước 2 mở"), "match"),
    "_PLAIN": (
        ("1. Mở", "a) Mở", "1.2.3. Mở", "1.2.a. Mở", "1/. Mở", "IV. Mở", "(2) Mở"),
        ("1,5 kg", "mở", "- Mở", "2025-2030"),
        "match",
    ),
    "_BULLET": (("- Mở", "+ Mở", "• Mở", "o Mở"), ("-- Mở", "o mở", "Mở", "-"), "match"),
}


def read_marker(text: str, at: int = 0) -> Marker | None:
    """The marker that begins at ``at`` of the search copy ``text``, or ``None``.

    >>> read_marker("1.2. Nội dung").label, read_marker("Điều 5. Tổ chức").label, read_marker("12/2021 là hạn")
    ('1.2', 'Điều 5', None)
    """
    return _keyword(text, at) or _named(text, at) or _keycap(text, at) or _plain(text, at) or _bullet(text, at)


_FRONT = 60
"""Characters at the front of a line that hold its marker: the longest named ones have thirty."""


def opens_item(line: str) -> bool:
    """Whether a line of a file, blanks before it or not, begins with a marker.

    >>> opens_item("  a) Lập hồ sơ"), opens_item("23-CT/TW ngày 25/5/2023")
    (True, False)
    """
    bare = line.strip()
    # A list mark alone on its line: the item's words are on the next.
    return read_marker(fold_space(bare[:_FRONT])) is not None or (
        len(bare) == 1 and read_marker(f"{bare} A") is not None
    )


def _end(match: re.Match[str]) -> int:
    return match.start() + len(match[0].rstrip())


def _keyword(text: str, at: int) -> Marker | None:
    match = _KEYWORD.match(text, at)
    if not match:
        return None
    family, number = _KEYWORDS[match["word"].lower()], match["number"]
    if family is Family.POINT:
        value = ordinals.letter(number)
    elif family in _SCALED:
        value = ordinals.arabic(number)
    else:
        scaled = ordinals.arabic(number)
        value = ordinals.word(number.split()[-1]) if " " in number else None
        value = value or roman(number) or (scaled // ordinals.SUFFIX if scaled else ordinals.letter(number))
    if not value:
        return None
    label = f"{match['word']} {number}"
    return Marker(at, _end(match), match.end(), label, (Reading(family, "", (value,)),))


def _named(text: str, at: int) -> Marker | None:
    match = _NAMED.match(text, at)
    if not match or not match["label"][0].isupper():
        return None
    reading = Reading(Family.NAMED, "", (int(match["number"]) * ordinals.SUFFIX,), match["word"].lower())
    return Marker(at, _end(match), match.end(), match["label"], (reading,))


def _keycap(text: str, at: int) -> Marker | None:
    match = _KEYCAP.match(text, at)
    if not match:
        return None
    value = int(match["number"]) if match["number"] else ord(match["circled"]) - 0x245F
    reading = Reading(Family.ARABIC, "keycap", (value * ordinals.SUFFIX,))
    return Marker(at, _end(match), match.end(), str(value), (reading,))


def _plain(text: str, at: int) -> Marker | None:
    match = _PLAIN.match(text, at)
    if not match:
        return None
    number, close = match["number"], match["close"].strip()
    if bool(match["open"]) != close.startswith(")") and match["open"]:
        return None
    mark = "()" if match["open"] else ")" if close.startswith(")") else "." if close else ""
    if not mark and ("." not in number or _UNIT.match(text, match.end())):
        return None
    readings = _readings(number, mark)
    if not readings:
        return None
    return Marker(at, _end(match), match.end(), number, readings)


def _readings(number: str, mark: str) -> tuple[Reading, ...]:
    if below := _BELOW_LETTER.fullmatch(number):
        numbered = int(below[2]) * ordinals.SUFFIX
        return (Reading(Family.DECIMAL, "", (ordinals.letter(below[1]) or 0, numbered)),)
    head, *inner = number.split(".")
    if inner:
        first = ordinals.arabic(head) or (roman(head) or 0) * ordinals.SUFFIX
        # A letter behind the figures (`1.1.a.`) counts unscaled: letters that a typist leaves out are then no gap.
        numbers = [first, *(ordinals.arabic(n) or ordinals.letter(n) or 0 for n in inner)]
        doubt = 0.0 if mark else costs.COSTS.unclosed_decimal
        return (Reading(Family.DECIMAL, "", tuple(numbers), doubt=doubt),) if all(numbers) else ()
    if value := ordinals.arabic(number):
        return (Reading(Family.ARABIC, mark, (value,)),)
    found = []
    upper = number[0].isupper()
    if value := roman(number):
        found.append(Reading(Family.ROMAN if upper else Family.SMALL_ROMAN, mark, (value,)))
    if value := ordinals.letter(number):
        # A single capital I, V or X is nearly always Roman, a single small i, v or x nearly always a letter.
        doubt = costs.COSTS.letter_for_roman if found and upper else 0.0
        if not (found and upper) or mark == ".":
            found.append(Reading(Family.UPPER if upper else Family.LETTER, mark, (value,), doubt=doubt))
    if number in {"l", "I"} and mark in {".", ")"}:  # a scanned or retyped 1
        found.append(Reading(Family.ARABIC, mark, (ordinals.SUFFIX,), doubt=costs.COSTS.letter_for_one, mended="1"))
    if not found and mark and (reading := _damaged_roman(number, mark)):
        found.append(reading)
    return tuple(found)


def _damaged_roman(number: str, mark: str) -> Reading | None:
    """``Il.``, ``lV.``, ``1V.`` from scanners, and the signs ``Ⅱ`` of some keyboards."""
    if "Ⅰ" <= number <= "Ⅻ":
        return Reading(Family.ROMAN, mark, (ord(number) - ord("Ⅰ") + 1,))
    mended = number.replace("l", "I").replace("1", "I")
    value = roman(mended)
    return Reading(Family.ROMAN, mark, (value,), doubt=costs.COSTS.mended_roman, mended=mended) if value else None


def _bullet(text: str, at: int) -> Marker | None:
    match = _BULLET.match(text, at)
    if not match:
        return None
    sign = match["sign"]
    return Marker(at, match.end("sign"), match.end(), sign, (Reading(Family.BULLET, "", (), sign),))
