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
    "98 of 100 paragraphs and cells are shorter (9,916 of the specimens and of labelled plans)",
)  # fmt: skip
MOST_REMARKS = Threshold(
    "most-remarks", 10, "remarks",
    "of one code in one plan; further places are gathered in one remark, for nobody reads a hundred of a kind",
    "of 36 specimens and labelled plans with any such remark 34 have fewer; a charter read as a plan gave 18",
)  # fmt: skip
CLOSE_CALL = Threshold(
    "close-call", 0.6, "cost of a reading",
    "two ways to read the markers of a document whose costs differ by less are a close call, remarked on",
    "set by hand: less than half of what the cheapest slip of a typist costs (1.5)",
)  # fmt: skip
DOUBTFUL_ROW = Threshold(
    "doubtful-row", 3.0, "doubt of a row (0 fits)",
    "from here on a row put back from flattened cells is pointed at: two odd cells, or one that fits elsewhere",
    "one odd cell has 1 to 2, one in a wrong column from 4 on (weights of grammar/cells/column_fit)",
)  # fmt: skip
WORST_TABLE_FIT = Threshold(
    "worst-table-fit", 2.5, "doubt of a row, mean",
    "paragraphs whose rows fit worse on average are no flattened table",
    "tests move it by a quarter either way: every flattened table of tests/cases comes back whole",
)  # fmt: skip
SAME_DUTY = Threshold(
    "same-duty", 0.45, "likeness, 0 to 1",
    "from here on a duty in prose and a row of the plan's table are one matter",
    "at 0.35 duties of one field begin to stand for each other, at 0.55 rows in other words are lost (corpora/)",
)  # fmt: skip
SURE_CONFLICT = Threshold(
    "sure-conflict", 0.7, "likeness, 0 to 1",
    "likeness of the words alone from which a matter is the same although another agency leads it",
    "below, fields of work that share words (nâng cao chất lượng) would be taken for conflicts",
)  # fmt: skip
SAME_MATTER = Threshold(
    "same-matter", 0.27, "likeness, 0 to 1",
    "from here on tasks of two plans are the same matter, where both have no better one",
    "chosen on the labelled specimens: corpora/score_compare.py measures it",
)  # fmt: skip
SPLIT_MATTER = Threshold(
    "split-matter", 0.36, "likeness, 0 to 1",
    "from here on a second task of a plan joins a matter that has one",
    "as same-matter",
)  # fmt: skip
SURE_WORD = Threshold(
    "sure-word", 60, "per cent of trust",
    "words that OCR trusts as much, all of them syllables, are taken as read",
    "set by hand, not yet measured",
)  # fmt: skip
OCR_NOISE = Threshold(
    "ocr-noise", 25, "per cent of trust",
    "words of less trust and without two letters are specks, seals and signatures",
    "set by hand, not yet measured",
)  # fmt: skip

THRESHOLDS = tuple(row for row in tuple(globals().values()) if isinstance(row, Threshold))
"""All rows, in the order of this file."""
