"""A plan, a comparison or an evaluation -> a page of HTML that loads nothing."""

from __future__ import annotations

from typing import IO

from vnplan.export import report as plan_report
from vnplan.export.comparison import page
from vnplan.export.evaluation import page as evaluation_page
from vnplan.export.outputs import Style
from vnplan.models.analysis.comparison import ComparisonData
from vnplan.models.analysis.scores import Evaluation
from vnplan.models.plan import PlanData


def report(plan: PlanData, out: IO[str], style: Style) -> None:
    """What was found in one plan, and where in its text."""
    out.write(plan_report.to_html(plan, style.language))


def comparison(found: ComparisonData, out: IO[str], style: Style) -> None:
    """A heat map of coverage and every matter."""
    out.write(page.to_html(found, style.language))


def evaluation(found: Evaluation, out: IO[str], style: Style) -> None:
    """Every table of scores, and the curve of a damage."""
    out.write(evaluation_page.to_html(found, style.language))
