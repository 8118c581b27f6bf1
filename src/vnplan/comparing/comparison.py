"""The public class of a comparison, and the public way to make one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from vnplan.comparing.build import build
from vnplan.export.comparison import frames, page, rows
from vnplan.models.analysis.comparison import ComparisonData
from vnplan.models.base import Language
from vnplan.models.plan import PlanData

if TYPE_CHECKING:
    import pandas as pd


class Comparison(ComparisonData):
    """Plans side by side: which tasks are the same matter, who covers what, and where they differ."""

    def to_frame(self) -> pd.DataFrame:
        """One row a matter and plan, columns :data:`vnplan.export.comparison.rows.COLUMNS`.

        Raises:
            MissingDependency: pandas is not installed.

        """
        return frames.listing_frame(self)

    def coverage_frame(self) -> pd.DataFrame:
        """The matters of the template as rows, the plans as columns, the number of tasks as values (0: missing).

        Raises:
            MissingDependency: pandas is not installed.

        """
        return frames.coverage_frame(self)

    def frames(self) -> dict[str, pd.DataFrame]:
        """``plans``, ``tasks``, ``matters``, ``members``, ``coverage`` and ``differences``, each as a frame.

        Raises:
            MissingDependency: pandas is not installed.

        """
        return frames.frames(self)

    def to_csv(self) -> str:
        """The rows of :meth:`to_frame` as CSV (RFC 4180); an absent value is empty."""
        return rows.to_csv(self)

    def to_html(self, *, language: Language = "en") -> str:
        """One page with a heat map of coverage and every matter with its tasks and evidence; loads nothing.

        Args:
            language: language of headings and legends, ``en`` or ``vi``.

        """
        return page.to_html(self, language)


def compare(plans: Iterable[PlanData]) -> Comparison:
    """Align the tasks of several plans and tell where they differ.

    A decision among the plans that most of the others cite is what they are measured by;
    without one, what at least half of them have. The order of plans is kept and tells nothing
    else; a plan given twice counts once. Time is close to linear in the number of tasks.

    Args:
        plans: parsed plans, the central decision among them or not.

    """
    return Comparison(**dict(build(list(plans))))
