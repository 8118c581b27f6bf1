"""The parts of a document -> items: what is counted as one, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from vnplan.evaluation.aspects.names import fold, fold_number
from vnplan.evaluation.aspects.sides import Sides
from vnplan.evaluation.gold import GoldHeader, GoldReference
from vnplan.models.base import Span
from vnplan.models.citation import CitationKind

Value = tuple[object, ...]


class Item(NamedTuple):
    """One thing that a side says."""

    value: Value
    """Two items of one value say the same."""
    span: Span | None = None
    """Where, in the gold's text."""
    kin: Value | None = None
    """What must be equal where places are compared, if that is less than the value."""


class Both(NamedTuple):
    """The items of gold and of the reading."""

    gold: list[Item]
    read: list[Item]


Place = Callable[[Span | None], Span | None]
_FIELDS = ("number", "doc_type", "issuer", "province", "place", "date", "title")
_OPENING = 60
"""Letters of an item's words that are looked at: annotations may end there."""
_TELLING = 32
"""Folded letters of them that are compared: annotators that end an item early stop later than that."""


def header(sides: Sides) -> Both | None:
    """A field each, a signer each, a recipient each; fields that gold leaves out are not looked at."""
    gold, read = sides.gold.header, sides.reading.header
    if gold is None:
        return None
    asked = gold.model_fields_set
    found = [*_header(read, asked, sides, sides.theirs)] if read else []
    return Both([*_header(gold, asked, sides, sides.ours)], found)


def _header(head: GoldHeader, asked: set[str], sides: Sides, place: Place) -> Iterator[Item]:
    for name in _FIELDS:
        if name in asked and (told := getattr(head, name)):
            words = str(told)
            value = fold_number(words) if name == "number" else fold(words)
            value = sides.names.fold(words) if name == "issuer" else value
            yield Item((name, value), place(head.spans.get(name)))
    for index, signer in enumerate(head.signers if "signers" in asked else ()):
        signed = ("signer", fold(signer.name), fold(signer.position))
        yield Item(signed, place(head.spans.get(f"signers.{index}")))
    for index, recipient in enumerate(head.recipients if "recipients" in asked else ()):
        yield Item(("recipient", fold(recipient)), place(head.spans.get(f"recipients.{index}")))


def key_of(key: str, kind: CitationKind = CitationKind.NUMBERED) -> str:
    """The key of a document as it is compared."""
    return fold(key) if kind is CitationKind.NAMED else fold_number(key)


def references(sides: Sides) -> Both | None:
    """A cited document each, by its key."""
    return _of_references(sides, lambda r: [Item((_key(r),))], known=False)


def reference_dates(sides: Sides) -> Both | None:
    """The day of each document cited by both."""
    dated = {_key(r) for r in sides.gold.references or () if "date" in r.model_fields_set}
    return _of_references(sides, lambda r: [Item((_key(r), r.date))] if r.date and _key(r) in dated else [])


def reference_issuers(sides: Sides) -> Both | None:
    """The issuer of each document cited by both, where gold tells one."""
    issued = {_key(r) for r in sides.gold.references or () if r.issuer}

    def items(r: GoldReference) -> list[Item]:
        return [Item((_key(r), sides.names.fold(r.issuer)))] if r.issuer and _key(r) in issued else []

    return _of_references(sides, items)


def basis(sides: Sides) -> Both | None:
    """A cited document each that is a basis."""
    return _of_references(sides, lambda r: [Item((_key(r),))] if r.basis else [], known=False)


def relations(sides: Sides) -> Both | None:
    """What the document says of each document cited by both."""
    told = {_key(r) for r in sides.gold.references or () if "relations" in r.model_fields_set}
    if sides.gold.references and not told:
        return None

    def items(r: GoldReference) -> list[Item]:
        return [Item((_key(r), one)) for one in set(r.relations)] if _key(r) in told else []

    return _of_references(sides, items)


def mentions(sides: Sides) -> Both | None:
    """A place each where a document is written out; without places, how often each cited by both is."""
    if sides.gold.citations is not None:
        kinds = {fold_number(r.key): r.kind for side in (sides.reading, sides.gold) for r in side.references or ()}

        def item(key: str, span: Span | None) -> Item:
            return Item((key_of(key, kinds.get(fold_number(key), CitationKind.NUMBERED)),), span)

        read = [item(c.key, sides.theirs(c.span)) for c in sides.reading.citations or ()]
        return Both([item(c.key, sides.ours(c.span)) for c in sides.gold.citations], read)
    counted = {_key(r) for r in sides.gold.references or () if r.mentions}
    return _of_references(sides, lambda r: [Item((_key(r),))] * (r.mentions or 0) if _key(r) in counted else [])


def _key(reference: GoldReference) -> str:
    return key_of(reference.key, reference.kind)


def _of_references(
    sides: Sides, items: Callable[[GoldReference], Iterable[Item]], *, known: bool = True
) -> Both | None:
    """Items of the references; ``known``: of the reading only those that gold has, so that a slip counts once."""
    if sides.gold.references is None:
        return None
    keys = {_key(r) for r in sides.gold.references}
    read = [r for r in sides.reading.references or () if not known or _key(r) in keys]
    return Both([i for r in sides.gold.references for i in items(r)], [i for r in read for i in items(r)])


def agencies(sides: Sides) -> Both | None:
    """A place each where an agency is named, by its name."""
    if sides.gold.agencies is None:
        return None
    gold = [Item((sides.names.fold(a.name),), sides.ours(a.span)) for a in sides.gold.agencies]
    return Both(gold, [Item((sides.names.fold(a.name),), sides.theirs(a.span)) for a in sides.reading.agencies or ()])


def outline(sides: Sides) -> Both | None:
    """A numbered item each: label, level and the first words."""
    if sides.gold.outline is None:
        return None

    def item(label: str, level: int, text: str, span: Span | None) -> Item:
        return Item((fold(label), level, fold(text[:_OPENING])[:_TELLING]), span)

    gold = [item(n.label, n.level, n.text, sides.ours(n.span)) for n in sides.gold.outline]
    return Both(gold, [item(n.label, n.level, n.text, sides.theirs(n.span)) for n in sides.reading.outline or ()])


def cells(sides: Sides) -> Both | None:
    """A cell with words each: its words, its column, what its row is."""
    if sides.gold.tables is None:
        return None
    found = Both([], [])
    for tables, place, items in (
        (sides.gold.tables, sides.ours, found.gold),
        (sides.reading.tables or (), sides.theirs, found.read),
    ):
        for row in (row for table in tables for row in table.rows):
            items += [Item((row.kind, c.column, fold(c.text)), place(c.span)) for c in row.cells if fold(c.text)]
    return found
