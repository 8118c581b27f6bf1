"""First words of a paragraph as printed -> whether they open a basis clause, the body's first sentence, or a field."""

from __future__ import annotations

import re
from typing import Final

from vnplan.lexicon.patterns import Letters, any_of, select
from vnplan.lexicon.rows import Context, Family
from vnplan.text.fold import either_placement
from vnplan.text.letters import UPPER
from vnplan.text.numerals import ROMAN

UPPER_LETTER = f"[{UPPER}]"
"""Part of a pattern: one capital."""


def _prose(means: str) -> str:
    return any_of(Family.FORMULA, Context.PROSE, means=means, letters=Letters.SENTENCE)


def _field(means: str) -> str:
    return any_of(Family.FORMULA, means=means, trait="own_paragraph", letters=Letters.PRINTED)


BASIS = rf"(?:{_prose('basis')}|{_prose('carries_out')})"
"""Part of a pattern: what the document rests on or carries out (docs/domain.md, 1.4)."""
SENTENCE = rf"(?:{BASIS}|{_prose('purpose')}|{_prose('circumstance')})"
"""Part of a pattern: first words of the sentences between title and first item."""
AUTHORITY_MARKS = any_of(Family.FORMULA, Context.LETTERHEAD, means="authority_mark", letters=Letters.CAPITALS)
"""Part of a pattern: for whom or in whose place is signed (``TM``, ``KT``; Decree 30/2020/NĐ-CP, Annex I, II.7)."""
RECIPIENTS = any_of(Family.FORMULA, Context.LETTERHEAD, means="recipients", letters=Letters.PRINTED)
"""Part of a pattern: ``Nơi nhận``."""
ADDRESSEE = any_of(Family.FORMULA, Context.LETTERHEAD, means="addressee", letters=Letters.PRINTED)
"""Part of a pattern: ``Kính gửi``."""

_FIRST_SYLLABLES = "|".join(
    sorted({re.escape(row.words.split()[0]) for row in select(Family.FORMULA, means="basis") if " " in row.words})
)
# Some crawls put the first word of a paragraph on a line of its own.
_BASIS = re.compile(rf"{BASIS}|(?i:{_FIRST_SYLLABLES}|thực)\s*\Z")
_PREFACE = re.compile(rf"{BASIS}|{_prose('purpose')}")
_FAREWELL = re.compile(_prose("farewell"))
_OWN = "|".join(_field(means) for means in ("basis", "recipients", "addressee", "subject", "appendix"))
_NUMBERED = any_of(Family.FORMULA, Context.HEADING, means="appendix", trait="numbered", letters=Letters.PRINTED)
_ATTACHED = any_of(Family.FORMULA, Context.PROSE, means="pointer", trait="attached", letters=Letters.PRINTED)
_ARCHIVE = any_of(Family.FORMULA, Context.LETTERHEAD, means="archive", letters=Letters.PRINTED)
# Two words tell a motto: lines break behind them, and the dashes of the rest have many forms.
_MOTTO = "|".join(
    sorted({either_placement(r"\s".join(row.words.split()[:2])) for row in select(Family.FORMULA, means="motto")})
)
_FIELD = re.compile(
    rf"""
    \s* (?:
        {_OWN}
      | (?={UPPER_LETTER}) (?i: {_MOTTO} ) (?!\w)
      | {AUTHORITY_MARKS} (?: \. | (?<=/\w)(?=\s) )
      | {_ARCHIVE} \s* :
      | Số \s* :
      | \( \s? {_ATTACHED}
      | {_NUMBERED} \s+ (?: (?: số|SỐ ) \s+ )? (?: {ROMAN} | \d{{1,3}} ) \s* (?: [.:] | \Z )
    )
    """,
    re.VERBOSE,
)
_OPEN_END = re.compile(
    rf"(?:[,–(/-]|\b(?:{any_of(Family.FORMULA, Context.PROSE, means='open_end')}|số\s*:))\s*\Z", re.IGNORECASE
)
_SIGNS = re.compile(rf"{AUTHORITY_MARKS}\s?[./]\s?{UPPER_LETTER}")

EXAMPLES: Final = {
    "_FIELD": (
        (
            "Căn cứ Luật Minh Châu", "  Nơi nhận:", "PHỤ LỤC I", "TM. ỦY BAN", "T/M ỦY BAN", "Lưu: VT", "Số : 12/KH",
            "(Ban hành kèm theo", "Biểu số 2.", "MẪU 03", "Độc lập – Tự do", "CỘNG HOÀ XÃ HỘI",
        ),
        ("căn cứ kết quả", "Biểu dương các xã", "Mẫu hồ sơ 3 trang", "Lưu trữ hồ sơ", "Số liệu", "(trừ xã Minh Châu"),
        "match",
    ),
}  # fmt: skip
"""Pattern -> lines that it finds, lines that it does not find."""


def opens_basis(words: str) -> bool:
    """Whether a paragraph names what the document rests on or carries out: ``Căn cứ ...``, ``Thực hiện ...``."""
    return _BASIS.match(words) is not None


def opens_preface(words: str) -> bool:
    """Whether a paragraph stands above the body: a basis, or the sentence that says what for."""
    return _PREFACE.match(words) is not None


def ends_open(words: str) -> bool:
    """Whether a line or title cannot end here: ``... CỦA``, ``... GIAI ĐOẠN``, ``Số:``.

    >>> ends_open("KẾ HOẠCH CỦA"), ends_open("Kế hoạch năm 2025")
    (True, False)
    """
    return _OPEN_END.search(words) is not None


def opens_farewell(words: str) -> bool:
    """Whether a paragraph closes the whole document: ``Trên đây là ...``."""
    return _FAREWELL.match(words) is not None


def opens_field(line: str) -> bool:
    """Whether a line of a file begins a paragraph of its own whatever stands before it: a basis, a field of the letter.

    >>> opens_field("Nơi nhận: Như trên"), opens_field("Biểu 2: Số liệu"), opens_field("căn cứ kết quả")
    (True, True, False)
    """
    return _FIELD.match(line) is not None


def signs_for(line: str) -> bool:
    """Whether a line begins with an authority mark: ``TM. ỦY BAN NHÂN DÂN``."""
    return _SIGNS.match(line) is not None
