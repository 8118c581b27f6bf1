"""``vnplan graph``."""

from __future__ import annotations

import argparse
from pathlib import Path

from vnplan.cli.files import Plans

_PARQUET = ".parquet"  # two files, NAME.nodes.parquet and NAME.edges.parquet


def run(arguments: argparse.Namespace) -> int:
    """Read the files and write the one graph of all plans."""
    from vnplan import graphs
    from vnplan.errors import VnplanError
    from vnplan.export.graphs import WRITERS, graph_bytes
    from vnplan.export.parquet import write_graph

    output = Path(arguments.output)
    suffix = output.suffix.lower()
    if suffix not in (*WRITERS, _PARQUET):
        arguments.usage_error(f"{output}: the name must end in {', '.join((*WRITERS, _PARQUET))}")
    plans = Plans(arguments)
    drawn = graphs.graph(plans)
    try:
        if suffix == _PARQUET:
            write_graph(drawn, output)
        else:
            output.write_bytes(graph_bytes(drawn, output.name))
    except VnplanError as error:
        arguments.usage_error(str(error))
    except OSError as error:
        arguments.usage_error(f"{output}: {error.strerror}")
    return 1 if plans.failed else 0
