"""vnplan itself -> a reading."""

from __future__ import annotations

from pathlib import Path

from vnplan.document import parse
from vnplan.evaluation.from_plan import reading_of
from vnplan.evaluation.reading import Reading


def read(path: Path) -> Reading:
    """The plan that a file holds, in the shape of gold.

    Raises:
        VnplanError: the file cannot be read.

    """
    return reading_of(parse(path))
