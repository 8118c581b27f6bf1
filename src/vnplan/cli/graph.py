"""``vnplan graph``."""

from __future__ import annotations

import argparse

from vnplan.cli.files import Plans
from vnplan.cli.output import wanted, write
from vnplan.export.outputs import Subject


def run(arguments: argparse.Namespace) -> int:
    """Read the files and write the one graph of all plans."""
    from vnplan import graphs

    output = wanted(arguments, Subject.GRAPH, "json")
    plans = Plans(arguments)
    write(arguments, output, graphs.graph(plans))
    return 1 if plans.failed else 0
