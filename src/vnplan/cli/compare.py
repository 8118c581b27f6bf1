"""``vnplan compare``."""

from __future__ import annotations

import argparse

from vnplan.cli.files import Plans
from vnplan.cli.output import wanted, write
from vnplan.export.outputs import Subject


def run(arguments: argparse.Namespace) -> int:
    """Read the files and write the comparison, or show its coverage."""
    from vnplan.comparing import compare

    output = wanted(arguments, Subject.COMPARISON, "table")
    plans = Plans(arguments)
    write(arguments, output, compare(plans))
    return 1 if plans.failed else 0
