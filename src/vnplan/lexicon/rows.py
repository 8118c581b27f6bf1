"""What a row of the lexicon holds: words, where they may be read, what may not stand beside them, source, example."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """One kind of words; the value is the name of its file in ``data``."""

    AGENCY_NOUN = "agency_nouns"
    """Nouns that begin the name of an agency: ``sở``, ``hạt``, ``câu lạc bộ``."""
    PERSON_TITLE = "person_titles"
    """Titles of persons who stand for an agency: ``giám đốc``, ``thủ trưởng``."""
    LEVEL = "levels"
    """Level words: ``tỉnh``, ``thị xã``, ``đặc khu``."""
    ROLE = "roles"
    """Who has which part: ``chủ trì``, ``phối hợp``, ``đơn vị đảm nhiệm chính``."""
    DUTY_VERB = "duty_verbs"
    """Verbs that begin a duty: ``xây dựng``, ``rà soát``."""
    REQUEST = "requests"
    """Words that hand work to somebody: ``giao``, ``đề nghị``, ``yêu cầu``."""
    FORMULA = "formulas"
    """Set phrases of the genre: ``Căn cứ``, ``Nơi nhận``, ``Tổ chức thực hiện``, ``Kèm theo``."""
    COLUMN = "columns"
    """Headings of columns and labels before a colon: ``Thời gian hoàn thành``."""
    TIME_CUE = "time_cues"
    """Words that tell when: ``chậm nhất``, ``hằng năm``, ``giai đoạn``."""
    CITATION_CUE = "citation_cues"
    """Words round a citation that say where its parts begin and end: ``sau đây gọi tắt là``, ``khoản``."""
    MONEY_UNIT = "money_units"
    """Units of money and words that bound a figure: ``triệu``, ``tối thiểu``."""
    NUMBER_WORD = "number_words"
    """Numbers in words, one to ten: ``nhất``, ``tư``, ``lăm``."""
    GROUP_WORD = "group_words"
    """Words of groups of agencies named as one: ``các``, ``đoàn thể``, ``liên quan``."""
    JOINING = "joining_words"
    """Words that join the agencies of a cell, or round them off, and name none: ``và``, ``có liên quan``."""


class Context(StrEnum):
    """Where words may be read."""

    HEADING = "heading"
    """At the front of a heading or item: ``1. Sở Y tế``."""
    CELL = "cell"
    """In a cell of a table."""
    LABEL = "label"
    """Before a colon: ``Cơ quan chủ trì: ...``."""
    PROSE = "prose"
    """In running text."""
    LETTERHEAD = "letterhead"
    """In letterhead or closing block, in capitals."""
    COLUMN = "column"
    """As the heading of a column."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry."""

    words: str
    """Folded as :func:`vnplan.text.fold.fold_case` folds: small letters, new tone placement, one space between."""
    family: Family
    contexts: frozenset[Context]
    means: str | None
    """What the words stand for, from the closed list of the family's file; ``None`` in families without one."""
    traits: frozenset[str]
    """Further facts that rules ask for, from the closed list of the family's file."""
    not_before: tuple[str, ...]
    """Words that may not follow: ``ban`` is no agency before ``hành``."""
    not_after: tuple[str, ...]
    """Words that may not stand before: ``trình`` is no verb after ``chương``."""
    source: str
    example: str
    """A piece of a document, in our own words, that holds the words."""
