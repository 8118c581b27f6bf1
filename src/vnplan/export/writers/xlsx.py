"""Plans -> a workbook: tasks, and a sheet for each kind of fact that people look at in tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from vnplan.export.outputs import Style
from vnplan.export.sheets import plans_to_xlsx
from vnplan.models.plan import PlanData


def plans(found: Iterable[PlanData], out: BinaryIO, style: Style) -> None:
    """One workbook for all plans."""
    plans_to_xlsx(found, out, style.language)
