"""``vnplan graph``."""

from __future__ import annotations

import argparse
from pathlib import Path

from vnplan.cli.files import Plans


def run(arguments: argparse.Namespace) -> int:
    """Read the files and write the one graph of all plans."""
    from vnplan import graphs
    from vnplan.export.graphs import WRITERS, graph_bytes

    output = Path(arguments.output)
    if output.suffix.lower() not in WRITERS:
        arguments.usage_error(f"{output}: the name must end in {', '.join(WRITERS)}")
    plans = Plans(arguments)
    drawn = graphs.graph(plans)
    try:
        output.write_bytes(graph_bytes(drawn, output.name))
    except OSError as error:
        arguments.usage_error(f"{output}: {error.strerror}")
    return 1 if plans.failed else 0
