"""``vnplan citations``: every mention of another document, as a table, JSON Lines or Web Annotations."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Callable, Iterable
from typing import IO, TYPE_CHECKING, Final

from vnplan.cli.files import Plans

if TYPE_CHECKING:
    from vnplan.document import PlanDocument

_WIDTH = 100
"""Columns of a table that goes to a file."""


def run(arguments: argparse.Namespace) -> int:
    """Read the files and write what they cite."""
    plans = Plans(arguments)
    style = arguments.format or ("table" if sys.stdout.isatty() and not arguments.output else "jsonl")
    try:
        stream = open(arguments.output, "w", encoding="utf-8") if arguments.output else None  # noqa: PTH123, SIM115
    except OSError as error:
        arguments.usage_error(f"{arguments.output}: {error.strerror}")
    try:
        FORMATS[style](plans, stream or sys.stdout)
    finally:
        if stream:
            stream.close()
    return 1 if plans.failed else 0


def _jsonl(plans: Iterable[PlanDocument], out: IO[str]) -> None:
    for plan in plans:
        out.writelines(f"{line}\n" for line in plan.citation_lines())


def _w3c(plans: Iterable[PlanDocument], out: IO[str]) -> None:
    """One collection for one plan; for several an array of them."""
    found = [plan.web_annotations() for plan in plans]
    out.write(json.dumps(found[0] if len(found) == 1 else found, ensure_ascii=False, indent=1) + "\n")


def _table(plans: Iterable[PlanDocument], out: IO[str]) -> None:
    from vnplan.cli.columns import columns

    width = shutil.get_terminal_size((_WIDTH, 24)).columns if out is sys.stdout else _WIDTH
    for plan in plans:
        behind = {index: reference for reference in plan.references for index in reference.mentions}
        rows = [
            (
                cited.key or " ".join(cited.text.split()),
                cited.pinpoint,
                cited.zone,
                cited.relation,
                cited.date,
                behind[index].match if index in behind else None,
            )
            for index, cited in enumerate(plan.citations)
        ]
        headings = ("Document", "Pinpoint", "Zone", "Relation", "Date", "Match")
        out.write(f"{plan.source.name}\n{columns(headings, rows, width)}\n")


FORMATS: Final[dict[str, Callable[[Iterable[PlanDocument], IO[str]], None]]] = {
    "table": _table,
    "jsonl": _jsonl,
    "w3c": _w3c,
}
