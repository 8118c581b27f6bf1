"""What a worker process does with a file."""

from __future__ import annotations

from vnplan.corpus.rows import Rows, plan_rows
from vnplan.document import parse
from vnplan.readers.limits import Limits


def read_rows(path: str, limits: Limits) -> Rows:
    """The rows of the plan in a file."""
    return plan_rows(parse(path, limits=limits))


def read_json(path: str, limits: Limits) -> str:
    """The plan in a file as JSON."""
    return parse(path, limits=limits).model_dump_json()
