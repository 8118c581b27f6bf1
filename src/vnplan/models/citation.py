"""Citations (viện dẫn): each mention in the text, and the distinct documents behind them."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812 -- a field is called ``date``
from enum import StrEnum

from vnplan.models.base import Model, Span
from vnplan.models.header import DocumentNumber


class CitationKind(StrEnum):
    """How a document is cited."""

    NUMBERED = "numbered"
    NAMED = "named"
    PROGRAMME = "programme"
    ALIAS = "alias"


class Zone(StrEnum):
    """Where in the document a mention stands."""

    TITLE = "title"
    BASIS = "basis"
    BODY = "body"
    ATTACHMENT = "attachment"
    CLOSING = "closing"


class Relation(StrEnum):
    """What a text, or a document in whose title another is cited, says of the document cited.

    The whole list: the relations of the cue words (``gazetteer/data/relation_words.json``),
    those that words tell in the passive, and ``cites`` where no cue says more.
    """

    CITES = "cites"
    """No word says more."""
    BASED_ON = "based_on"
    """``Căn cứ``: legal or policy basis."""
    IMPLEMENTS = "implements"
    """``thực hiện``, ``triển khai``."""
    FOLLOWS = "follows"
    """``theo``, ``quy định tại``: the cited document sets the rule."""
    PROPOSED_BY = "proposed_by"
    """``theo đề nghị của ... tại Tờ trình số``."""
    ATTACHED_TO = "attached_to"
    """``kèm theo``."""
    PROMULGATES = "promulgates"
    """``ban hành``."""
    APPROVES = "approves"
    """``phê duyệt``."""
    AMENDS = "amends"
    """``sửa đổi, bổ sung``."""
    REPLACES = "replaces"
    """``thay thế``."""
    REPEALS = "repeals"
    """``bãi bỏ``."""
    GUIDES = "guides"
    """``hướng dẫn``, ``quy định chi tiết``."""
    CORRECTS = "corrects"
    """``đính chính``."""
    CONSOLIDATES = "consolidates"
    """``hợp nhất``."""
    REVIEWS = "reviews"
    """``sơ kết``, ``tổng kết``."""
    CONTINUES = "continues"
    """``tiếp tục thực hiện``."""
    ADJUSTS = "adjusts"
    """``điều chỉnh``."""
    EXTENDS = "extends"
    """``gia hạn``."""
    INTEGRATES_WITH = "integrates_with"
    """``lồng ghép với``."""
    AWAITS = "awaits"
    """``sau khi có``."""
    REPLIES_TO = "replies_to"
    """``trả lời``, ``phúc đáp``."""
    DEFINES_ALIAS = "defines_alias"
    """``sau đây gọi tắt là``: the mention gives a short name."""
    AMENDED_BY = "amended_by"
    """``được sửa đổi, bổ sung bởi``."""
    REPLACED_BY = "replaced_by"
    """``được thay thế bởi``."""
    REPEALED_BY = "repealed_by"
    """``bị bãi bỏ bởi``."""
    PROMULGATED_BY = "promulgated_by"
    """``được ban hành tại``."""
    APPROVED_BY = "approved_by"
    """``được phê duyệt tại``."""
    ADJUSTED_BY = "adjusted_by"
    """``được điều chỉnh bởi``."""


ACTS_OF_A_TEXT = frozenset({Relation.AMENDS, Relation.REPLACES, Relation.REPEALS, Relation.ADJUSTS, Relation.EXTENDS})
"""What a text does to another by saying so: ``Kế hoạch này thay thế Kế hoạch số ...``."""

UPON_EARLIER = frozenset(
    {
        Relation.BASED_ON,
        Relation.IMPLEMENTS,
        Relation.FOLLOWS,
        Relation.APPROVES,
        Relation.AMENDS,
        Relation.REPLACES,
        Relation.REPEALS,
        Relation.GUIDES,
        Relation.CORRECTS,
        Relation.CONSOLIDATES,
        Relation.REVIEWS,
        Relation.CONTINUES,
        Relation.ADJUSTS,
        Relation.EXTENDS,
        Relation.REPLIES_TO,
    }
)
"""Relations of an act to one that was there before it: it cannot bear the later date of the two."""


def is_too_early(relation: Relation, on: Date | None, cited: Date | None) -> bool:
    """Whether an act of day ``on`` cannot stand so to one of day ``cited``, being the older of the two."""
    return relation in UPON_EARLIER and on is not None and cited is not None and on < cited


class Match(StrEnum):
    """How far it is told which document is meant: a number is no identity, a name is often shared."""

    CERTAIN = "certain"
    """Words and table leave one document."""
    AMBIGUOUS = "ambiguous"
    """Several known documents fit: they are in ``candidates``."""
    UNRESOLVED = "unresolved"
    """Year, place or name are missing, or no table knows the name."""


class Citation(Model):
    """One mention."""

    span: Span
    """The whole mention: type word, number, date, issuer (the title is left out)."""
    text: str
    key: str | None = None
    """``1983/QĐ-TTg``, ``Luật Người cao tuổi``; of an alias, the key of what it stands for, if that is known."""
    kind: CitationKind
    doc_type: str | None = None
    """Code of the type: ``QĐ``; ``Luật`` for laws."""
    number: DocumentNumber | None = None
    date: Date | None = None
    issuer: str | None = None
    """Canonical name."""
    title: str | None = None
    """The subject after the mention, as printed."""
    pinpoint: str | None = None
    """``điểm a khoản 2 Điều 103``."""
    zone: Zone = Zone.BODY
    parent: int | None = None
    """Index of the citation in whose title this one stands."""
    relation: Relation = Relation.CITES
    cue: str | None = None
    """The words that tell the relation."""


class Reference(Model):
    """One distinct cited document."""

    id: str
    """``document:2021/1983/QĐ-TTg``."""
    key: str
    kind: CitationKind
    doc_type: str | None = None
    number: DocumentNumber | None = None
    date: Date | None = None
    issuer: str | None = None
    title: str | None = None
    aliases: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    """Relations of the plan itself to the document, without repeats."""
    match: Match = Match.UNRESOLVED
    """Whether it is certain which document this is."""
    candidates: tuple[str, ...] = ()
    """Numbers, names with their year, or ids of the documents that it may be; the one where ``match`` is certain
    and a table knows its number."""
    urn: str | None = None
    """``urn:lex:vn:thu.tuong.chinh.phu:quyet.dinh:2021-11-24;1983-qd-ttg`` (RFC 9676), where every part is known."""
    mentions: tuple[int, ...] = ()
    """Indexes into ``plan.citations``, aliases among them."""
