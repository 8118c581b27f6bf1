"""Every threshold of doubt in one table: where the reader stops being sure, in which unit, and how that was measured.

Below a threshold a reading is taken without a word, beyond it the plan says so.
They are data for every rung: a module asks for a row by its name, never for a number of its own.
"""

from __future__ import annotations

from typing import NamedTuple


class Threshold(NamedTuple):
    """One row of the table."""

    name: str
    value: float
    unit: str
    meaning: str
    measured: str
    """Where the value comes from."""

    @property
    def whole(self) -> int:
        """The value of a threshold that counts whole things."""
        return int(self.value)


LONGEST_REMARK = Threshold(
    "longest-remark", 700, "characters",
    "a remark lies on one paragraph or cell, on its first words where that is longer: on a section it tells nothing",
    "95 of 100 paragraphs of the specimens and of 60 plans read by hand are shorter",
)  # fmt: skip
MOST_REMARKS = Threshold(
    "most-remarks", 10, "remarks",
    "of one code in one plan; further places are gathered in one remark, for nobody reads a hundred of a kind",
    "plans of the kinds that the rules know give at most 4; a charter read as a plan gives 18",
)  # fmt: skip
