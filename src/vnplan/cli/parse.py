"""``vnplan parse``."""

from __future__ import annotations

import argparse

from vnplan.cli.files import Plans
from vnplan.cli.output import wanted, write
from vnplan.export.outputs import Subject


def run(arguments: argparse.Namespace) -> int:
    """Read the files and write what they say."""
    output = wanted(arguments, Subject.PLANS, "json")
    plans = Plans(arguments)
    write(arguments, output, plans, many=len(arguments.files) > 1)
    return 1 if plans.failed else 0
