"""The words of a closing block, from recipients to name (Decree 30/2020/NĐ-CP, Annex I, II.7-9)."""

from __future__ import annotations

import re

from vnplan.grammar.letter.openings import AUTHORITY_MARKS
from vnplan.grammar.letter.roles import PieceRole
from vnplan.grammar.letter.signing_titles import TITLE
from vnplan.lexicon.patterns import Letters, any_of, select
from vnplan.lexicon.rows import Context, Family
from vnplan.models.base import Span
from vnplan.text.letters import LOWER, UPPER, is_capital

HEAD = re.compile(r"(?:N[ơưo]i\s?nh[ậâạ]n|NƠI NHẬN|Nơi gửi)\s*(?:[:.]|\Z)")
_ARCHIVE = re.compile(
    r"[-–+*•]?\s*(?:Lưu|LƯU)\s*(?:[:.;]|(?:VT|VP|HS|HC|TH|[Hh]ồ sơ|[Vv]ăn thư|[Vv]ăn phòng)\b|[A-ZĐ]{2,}\b)"
)
# A bare Q is a mark only with its dot.
_MARK = rf"(?:(?!Q\s?[^\s.]|Q\s[^.]){AUTHORITY_MARKS})"
AUTHORITY_MARK = re.compile(rf"(?<![\w/])(?P<mark>{_MARK})(?:\s?[.]\s?|\s)(?=[{UPPER}])")
_POSITION = re.compile(rf"(?:{_MARK}(?:\s?[.]\s?|\s))?{TITLE}")
_NOT_IN_TITLE = "".join(
    f"(?<!{row.words.upper()})" for row in select(Family.PERSON_TITLE, Context.LETTERHEAD, trait="prefix")
)
# Where running text goes from one title to the next, and from the last one to the name.
_INNER_TITLE = re.compile(rf"(?:(?<=[{UPPER})]){_NOT_IN_TITLE}(?P<gap>\s)|(?<!\w)){TITLE}")
TITLE_END = re.compile(rf"{TITLE}(?:\s[{UPPER}]+(?![{LOWER}]))*\s(?=[{UPPER}][{LOWER}]|\()")
SIGNED = any_of(Family.FORMULA, Context.LETTERHEAD, means="signed", trait="alone")
"""Part of a pattern for folded text: ``đã ký``."""
SIGNED_END = re.compile(rf"[(\[]\s?{SIGNED}\s?[)\]]\s", re.IGNORECASE)
# Who holds two offices signs with both: PHÓ CHỦ TỊCH kiêm TRƯỞNG BAN CHỈ ĐẠO.
CONCURRENT = re.compile(rf"(?:(?<=[{UPPER}])\s|\A)(?P<word>\(?(?i:kiêm)\)?)(?:\s(?=[{UPPER}]{{2}})|\Z)")
_WHOLE_TITLE = re.compile(TITLE, re.IGNORECASE)
_SIGNED = re.compile(
    rf"[(\[]\s?{any_of(Family.FORMULA, means='signed')}[^)\]]{{0,30}}[)\]]|Đã ký\b|(?:Ký|Người ký)\s?(?:bởi|:)",
    re.IGNORECASE,
)
_RANKS = any_of(Family.FORMULA, means="rank", letters=Letters.PRINTED)
_DEGREES = any_of(Family.FORMULA, means="degree", letters=Letters.PRINTED)
# "Đại tá", "BS CKII."
_RANK = rf"(?:{_RANKS}|{_DEGREES}(?:\s?CK\s?I{{1,2}})?)\.?,?\s?"
RANK = re.compile(rf"(?:{_RANK}){{1,4}}")
_SYLLABLE = rf"[{UPPER}](?:'[{UPPER}])?[{LOWER}']*"  # also H'Linh, as in names of the Central Highlands
_NAME = re.compile(rf"{_SYLLABLE}(?:\s-?\s?{_SYLLABLE}){{1,5}}")
# Behind the name, on the same line, stands a remark in brackets or the head of what is attached.
NAME_END = re.compile(rf"{_NAME.pattern}(?=\s\(|\s[{UPPER}]{{2}})")
_ASIDES = any_of(Family.FORMULA, Context.LETTERHEAD, means="aside")
# A brace beside some recipients says why they receive the document; its words stand beside the lines, one on each.
ASIDE = re.compile(rf";\s+(?P<aside>[(\[]?{_ASIDES}[)\]]?[.;]?)(?=\s*\Z|\s+[-–+*•]\s)", re.IGNORECASE)
_WHOLE_ASIDE = re.compile(rf"[(\[{{}}]*\s?{_ASIDES}\s?[)\]]?[.;]?", re.IGNORECASE)
_LONGEST_POSITION = 110
"""Characters of a position or authority line: the longest names agency and office in full."""
_BULLET = re.compile(r"[-–—−+*•●o\uf0b7\uf02d]\s?(?=\S)")


# What every line that opens a closing block has somewhere: the recipients' head, or capitals or a title that sign.
_MAY_OPEN = re.compile(
    rf"N[ơưo]i\s*(?:nh[ậâạ]n|gửi)|NƠI|[{UPPER}][^\S\n]?[{UPPER}.]|{_MARK}\s|(?:\A|[\n\t]|\s{{4}})\W*(?i:{TITLE})"
)


def inner_titles(words: str) -> tuple[int, ...]:
    """Where a title begins behind capitals or a bracket; ``TRƯỞNG`` of ``HIỆU TRƯỞNG`` is part of a title.

    >>> inner_titles("KT. HIỆU TRƯỞNG PHÓ HIỆU TRƯỞNG")
    (16,)
    """
    return tuple(m.end("gap") for m in _INNER_TITLE.finditer(words) if m["gap"])


def may_open(text: str, line: Span) -> bool:
    """False for lines of ``text`` that are surely prose, at the cost of one search."""
    return _MAY_OPEN.search(text, line.start, line.end) is not None


def role(words: str) -> PieceRole | None:
    """What a line of a closing block is, by its own words; ``None`` for others (a recipient needs its place)."""
    for kind, pattern in _FIRST_WORDS:
        if pattern.match(words):
            return kind
    if len(words) > _LONGEST_POSITION:
        return None
    mark = AUTHORITY_MARK.match(words)
    if (is_capital(words) or mark) and words.rstrip()[-1:] not in ".;:,":
        if mark and mark["mark"].replace("/", "") == "TM":
            return PieceRole.AUTHORITY
        if _POSITION.match(words) or mark:
            return PieceRole.POSITION
    if _WHOLE_TITLE.fullmatch(words) and words[:1].isupper():
        return PieceRole.POSITION
    return PieceRole.NAME if is_name(words) else None


_FIRST_WORDS = (
    (PieceRole.MARK, re.compile(r"\(?kiêm\)?\Z", re.IGNORECASE)),
    (PieceRole.RECIPIENTS_HEAD, HEAD),
    (PieceRole.ARCHIVE, _ARCHIVE),
    (PieceRole.SIGNED, _SIGNED),
)


def is_aside(words: str) -> bool:
    """Whether a line is one word or two of what a brace beside the recipients says (``Báo`` over ``cáo``)."""
    return _WHOLE_ASIDE.fullmatch(words) is not None


def is_name(words: str) -> bool:
    """Whether a line is a person's name, with or without rank and degree, and nothing more."""
    rank = RANK.match(words)
    bare = words[rank.end() :] if rank else words
    return _NAME.fullmatch(bare.strip(" .")) is not None or (rank is not None and _capital_name(bare))


def _capital_name(words: str) -> bool:
    # Vietnamese names have two to five syllables.
    return is_capital(words) and 2 <= len(words.split()) <= 5 and words.replace(" ", "").isalpha()


def is_bullet(words: str) -> bool:
    """Whether a line opens with a list mark."""
    return _BULLET.match(words) is not None


def bullet_length(words: str) -> int:
    """Length of the list mark at the front of a recipient, 0 for none."""
    mark = _BULLET.match(words)
    return mark.end() if mark else 0
