"""Why one item of the tree stands where it does, in words."""

from __future__ import annotations

from vnplan.models.base import Model, Span
from vnplan.models.section import SectionKind


class FiredRule(Model):
    """A rule that fired for an item."""

    name: str
    """Stable name: ``next-number``, ``new-list``, ``set-off`` ..."""
    message: str
    """The same in words."""

    def __str__(self) -> str:
        return self.message


class SectionReading(Model):
    """One way to read the words at an item's place."""

    kind: SectionKind | None
    """``None``: no item, only words of the text."""
    under: str | None = None
    """Id of the section that it stands below; ``None`` at the top, or where its marker is no section here."""
    under_label: str | None = None
    """Label of what it stands below, as printed."""
    margin: float
    """How much dearer the whole document reads this way: 0 for the reading taken; a new list costs 1."""
    message: str

    def __str__(self) -> str:
        return self.message


class Explanation(Model):
    """What ``plan.explain(section_id)`` gives; ``str`` of it is a short text for people."""

    section: str
    """Id of the section."""
    span: Span
    rules: tuple[FiredRule, ...]
    readings: tuple[SectionReading, ...]
    """The reading taken, then the best others, nearest first; one alone where no other comes near."""
    margin: float | None
    """Margin of the nearest rival; ``None`` without rivals."""
    close: bool
    """The rival fits nearly as well: do not trust the place of this item without a look."""
    message: str
    """What the item is."""

    def __str__(self) -> str:
        rules = [f"  - {rule.message}" for rule in self.rules]
        rivals = [f"  - {reading.message}" for reading in self.readings[1:]]
        return "\n".join([self.message, *rules, *rivals])
