"""Plans, citations, comparisons and evaluations -> aligned tables as wide as a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import IO

from vnplan.export.evaluation.tables import main_tables
from vnplan.export.outputs import Style
from vnplan.export.terminal import coverage
from vnplan.export.terminal.blocks import blocks
from vnplan.export.terminal.columns import columns
from vnplan.models.analysis.comparison import ComparisonData
from vnplan.models.analysis.scores import Evaluation
from vnplan.models.plan import PlanData


def plans(found: Iterable[PlanData], out: IO[str], style: Style) -> None:
    """Each plan under its name, block by block."""
    for plan in found:
        out.write(f"{plan.source.name}\n{'=' * min(len(plan.source.name), style.width)}\n\n")
        for block in blocks(plan, style.language):
            out.write(f"{block.title}\n{columns(block.headings, block.rows, style.width)}\n")


def citations(found: Iterable[PlanData], out: IO[str], style: Style) -> None:
    """Every mention of another document, plan by plan."""
    headings = ("Document", "Pinpoint", "Zone", "Relation", "Date", "Match")
    for plan in found:
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
        out.write(f"{plan.source.name}\n{columns(headings, rows, style.width)}\n")


def comparison(found: ComparisonData, out: IO[str], style: Style) -> None:
    """Each plan in figures, then the matters by plans."""
    for block in coverage.blocks(found, style.width):
        out.write(block + "\n")


def evaluation(found: Evaluation, out: IO[str], style: Style) -> None:
    """What was measured, then the scores over all documents, by format and by kind."""
    for table in main_tables(found, style.language):
        title = textwrap.fill(table.title, style.width)
        out.write(f"{title}\n{columns(table.headings, table.rows, style.width)}\n")
