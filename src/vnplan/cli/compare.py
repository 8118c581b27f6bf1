"""``vnplan compare``."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from vnplan.cli.files import Plans

if TYPE_CHECKING:
    from vnplan.comparing import Comparison

_UNKNOWN_WIDTH = (140, 24)  # where the terminal does not tell
_LONGEST_TITLE = 64

_SUFFIXES: Final[dict[str, Callable[[Comparison, str], str]]] = {
    ".html": lambda found, lang: found.to_html(lang=lang),
    ".csv": lambda found, _: found.to_csv(),
    ".json": lambda found, _: found.model_dump_json(indent=1) + "\n",
}


def run(arguments: argparse.Namespace) -> int:
    """Read the files and write the comparison, or show its coverage."""
    from vnplan.comparing import compare

    output = Path(arguments.output) if arguments.output else None
    write = _SUFFIXES.get(output.suffix.lower()) if output else None
    if output and not write:
        arguments.usage_error(f"{output}: the name must end in {', '.join(_SUFFIXES)}")
    plans = Plans(arguments)
    found = compare(plans)
    if output and write:
        try:
            output.write_text(write(found, arguments.lang), "utf-8", errors="backslashreplace", newline="")
        except OSError as error:
            arguments.usage_error(f"{output}: {error.strerror}")
    else:
        for block in _blocks(found, shutil.get_terminal_size(_UNKNOWN_WIDTH).columns):
            sys.stdout.write(block + "\n")
    return 1 if plans.failed else 0


def _blocks(found: Comparison, width: int) -> Iterator[str]:
    """Each plan in figures, then the matters by plans."""
    from vnplan.cli.columns import columns
    from vnplan.comparing.reports import summary
    from vnplan.models.analysis.comparison import CoverageState, DifferenceKind

    central = next((plan for plan in found.plans if plan.central), None)
    if central:
        yield f"Measured by {central.number or central.label}, {central.label}\n"
    heads = ("Plan", "Number", "Covered", *(kind.value.replace("_", " ").capitalize() for kind in DifferenceKind))
    lines = [
        (line.plan.label, line.plan.number, f"{line.covered}/{line.matters}", *(line.counts[k] for k in DifferenceKind))
        for line in summary.lines(found)
    ]
    yield columns(heads, lines, width)
    plans = [plan for plan in found.plans if not plan.central]
    signs = {CoverageState.OWN: "#", CoverageState.MERGED: "+", CoverageState.MISSING: "."}
    rows = [
        (matter.id, _short(matter.title), *(signs[cells[p.id].state] + cells[p.id].marks for p in plans))
        for matter, cells in summary.grid(found)
    ]
    yield columns(("", "Matter", *(plan.label for plan in plans)), rows, width)
    yield "# own task, + merged with other matters, . missing; T weaker deadline, L other lead, O no output"


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
