"""Plans, citations, comparisons and evaluations -> JSON, JSON Lines, Web Annotations."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO

from vnplan.export.citations import lines, plan_annotations
from vnplan.export.outputs import Style
from vnplan.models.analysis.comparison import ComparisonData
from vnplan.models.analysis.scores import Evaluation
from vnplan.models.plan import PlanData


def plans(found: Iterable[PlanData], out: IO[str], style: Style) -> None:
    """One plan as an object, several as an array; one plan at a time in memory."""
    if style.many:
        out.write("[")
    for index, plan in enumerate(found):
        out.write(",\n" if index else "\n" if style.many else "")
        out.write(plan.model_dump_json(indent=1))
        if not style.many:
            out.write("\n")
    if style.many:
        out.write("\n]\n")


def plan_lines(found: Iterable[PlanData], out: IO[str], _: Style) -> None:
    """One plan a line."""
    for plan in found:
        out.write(plan.model_dump_json() + "\n")


def citation_lines(found: Iterable[PlanData], out: IO[str], _: Style) -> None:
    """One mention of a document a line."""
    for plan in found:
        out.writelines(f"{line}\n" for line in lines(plan))


def web_annotations(found: Iterable[PlanData], out: IO[str], _: Style) -> None:
    """One Web Annotation collection for one plan; for several an array of them."""
    collections = [plan_annotations(plan) for plan in found]
    out.write(json.dumps(collections[0] if len(collections) == 1 else collections, ensure_ascii=False, indent=1) + "\n")


def comparison(found: ComparisonData, out: IO[str], _: Style) -> None:
    """All that a comparison holds."""
    out.write(found.model_dump_json(indent=1) + "\n")


def evaluation(found: Evaluation, out: IO[str], _: Style) -> None:
    """Every score of an evaluation, a row each."""
    out.write(found.model_dump_json(indent=1) + "\n")
