"""``vnplan citations``: every mention of another document, as a table, JSON Lines or Web Annotations."""

from __future__ import annotations

import argparse

from vnplan.cli.files import Plans
from vnplan.cli.output import wanted, write
from vnplan.export.outputs import Subject


def run(arguments: argparse.Namespace) -> int:
    """Read the files and write what they cite."""
    output = wanted(arguments, Subject.CITATIONS, "jsonl")
    plans = Plans(arguments)
    write(arguments, output, plans)
    return 1 if plans.failed else 0
