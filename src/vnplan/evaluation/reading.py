"""What a system says of one rendition, in the words of gold: a text, and values with their places in it."""

from __future__ import annotations

from vnplan.evaluation.gold import Aspects


class Reading(Aspects):
    """One rendition as a system reads it.

    ``None``: the system does not answer the aspect, and is not scored on it. Inside the members, a field that the
    system never sets in any reading is not scored either.
    """

    text: str | None = None
    """The text that the spans index; it may differ from the gold's, places are carried over by aligning the words.
    ``None``: the system tells no places."""


ASPECTS = tuple(Aspects.model_fields)
"""Names of the aspects, which gold and readings share."""
