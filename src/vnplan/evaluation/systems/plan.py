"""vnplan itself -> a reading."""

from __future__ import annotations

from pathlib import Path

from vnplan.document import parse
from vnplan.evaluation.from_plan import reading_of
from vnplan.evaluation.reading import Reading
from vnplan.evaluation.systems.adapter import Options, Read


def reader(_: Options) -> Read:
    """What reads a file as a plan and puts it in the shape of gold."""
    return _read


def _read(path: Path) -> Reading:
    return reading_of(parse(path))
