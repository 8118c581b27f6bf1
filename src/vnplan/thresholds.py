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
    "98 of 100 paragraphs and cells are shorter (9,916 of the specimens and of labelled plans), "
    "all but 3 of 4,204 of the gold pack",
)  # fmt: skip
MOST_REMARKS = Threshold(
    "most-remarks", 10, "remarks",
    "of one code in one plan; further places are gathered in one remark, for nobody reads a hundred of a kind",
    "of 36 specimens and labelled plans with any such remark 34 have fewer, of 17 documents of the gold pack 14; "
    "a charter read as a plan gave 18",
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
    "same-matter", 0.2, "likeness, 0 to 1",
    "from here on tasks of two plans are the same matter, where both have no better one",
    "benchmarks/fit_matters.py: mean F1 of provinces whose pairs the fit did not see 0.862 -> 0.892; fits end at 0.158 "
    "to 0.176, 0.2 finds fewer pairs of the gold pack (37 for 41 of 75) and fewer wrong ones (5 for 9)",
)  # fmt: skip
SPLIT_MATTER = Threshold(
    "split-matter", 0.36, "likeness, 0 to 1",
    "from here on a second task of a plan joins a matter that has one",
    "benchmarks/fit_matters.py: none of 14 fits moves it",
)  # fmt: skip
SURE_WORD = Threshold(
    "sure-word", 90, "per cent of trust",
    "words that OCR trusts as much, all of them syllables, are taken as read",
    "benchmarks/ocr_trust.py: 98.5 in 100 of 7,121 such words of the gold pack's scans are right, of the 118 below 71",
)  # fmt: skip
OCR_NOISE = Threshold(
    "ocr-noise", 25, "per cent of trust",
    "words of less trust and without two letters are specks, seals and signatures",
    "benchmarks/ocr_trust.py: below 50 none of 10 such words is right, from there to 90 half; 25 stays, as ten words "
    "are too few to drop more",
)  # fmt: skip

THRESHOLDS = tuple(row for row in tuple(globals().values()) if isinstance(row, Threshold))
"""All rows, in the order of this file."""
