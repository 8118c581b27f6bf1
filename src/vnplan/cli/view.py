"""``vnplan view``."""

from __future__ import annotations

import argparse

from vnplan.cli.files import Plans
from vnplan.cli.output import write
from vnplan.export.outputs import Subject, named


def run(arguments: argparse.Namespace) -> int:
    """Read one file and write the report on it."""
    arguments.files, arguments.workers = [arguments.file], 0
    plans = Plans(arguments)
    for plan in plans:
        write(arguments, named(Subject.REPORT, "html"), plan)
    return 1 if plans.failed else 0
