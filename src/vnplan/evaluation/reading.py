"""What a system says of one rendition, in the words of gold: a text, and values with their places in it."""

from __future__ import annotations

from vnplan.evaluation.gold import (
    GoldAgency,
    GoldAmount,
    GoldAssignment,
    GoldCitation,
    GoldDuty,
    GoldHeader,
    GoldReference,
    GoldSection,
    GoldTable,
    GoldTarget,
    GoldTask,
)
from vnplan.models.base import Model


class Reading(Model):
    """One rendition as a system reads it.

    ``None``: the system does not answer the aspect, and is not scored on it. Inside the members, a field that the
    system never sets in any reading is not scored either.
    """

    text: str | None = None
    """The text that the spans index; it may differ from the gold's, places are carried over by aligning the words.
    ``None``: the system tells no places."""
    header: GoldHeader | None = None
    references: tuple[GoldReference, ...] | None = None
    citations: tuple[GoldCitation, ...] | None = None
    agencies: tuple[GoldAgency, ...] | None = None
    outline: tuple[GoldSection, ...] | None = None
    tables: tuple[GoldTable, ...] | None = None
    tasks: tuple[GoldTask, ...] | None = None
    duties: tuple[GoldDuty, ...] | None = None
    targets: tuple[GoldTarget, ...] | None = None
    amounts: tuple[GoldAmount, ...] | None = None
    assignments: tuple[GoldAssignment, ...] | None = None


ASPECTS = tuple(name for name in Reading.model_fields if name != "text")
"""Names of the aspects, which gold and readings share."""
