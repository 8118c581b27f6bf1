"""A comparison as pandas frames; pandas is an extra and is imported only here, when called."""

from __future__ import annotations

from enum import StrEnum
from types import ModuleType
from typing import TYPE_CHECKING, Any

from vnplan.errors import MissingDependency
from vnplan.export.comparison.rows import COLUMNS, rows_of
from vnplan.models.analysis.comparison import ComparisonData

if TYPE_CHECKING:
    import pandas as pd


def listing_frame(data: ComparisonData) -> pd.DataFrame:
    """One row a matter and plan."""
    frame: pd.DataFrame = _pandas("to_frame").DataFrame(list(rows_of(data)), columns=list(COLUMNS), dtype="object")
    return frame


def coverage_frame(data: ComparisonData) -> pd.DataFrame:
    """Matters of the template by plans: how many tasks; labels that two plans share get the number behind them."""
    pandas = _pandas("coverage_frame")
    matters = [matter for matter in data.matters if matter.template]
    plans = [plan for plan in data.plans if not plan.central]
    labels = [plan.label for plan in plans]
    columns = [p.label if labels.count(p.label) == 1 else f"{p.label} {p.number or p.source}" for p in plans]
    counts = {(cell.matter, cell.plan): len(cell.tasks) for cell in data.coverage}
    frame: pd.DataFrame = pandas.DataFrame(
        [[counts[matter.id, plan.id] for plan in plans] for matter in matters],
        index=pandas.Index([matter.title for matter in matters], name="matter"),
        columns=columns,
        dtype="int64",
    )
    return frame


def frames(data: ComparisonData) -> dict[str, pd.DataFrame]:
    """Every part as a frame; spans are ``span_start`` and ``span_end``, the members of matters a frame of their own."""
    pandas = _pandas("frames")
    parts: dict[str, list[dict[str, Any]]] = {
        "plans": [plan.model_dump() for plan in data.plans],
        "tasks": [_flat(task.model_dump()) for task in data.tasks],
        "matters": [{k: v for k, v in matter.model_dump().items() if k != "members"} for matter in data.matters],
        "members": [
            {"matter": matter.id, **member.model_dump(exclude={"shared"})}
            for matter in data.matters
            for member in matter.members
        ],
        "coverage": [cell.model_dump() for cell in data.coverage],
        "differences": [difference.model_dump() for difference in data.differences],
    }
    return {name: pandas.DataFrame([_plain(row) for row in rows], dtype="object") for name, rows in parts.items()}


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    start, end = row.pop("span")
    return {**row, "span_start": start, "span_end": end}


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Enums as their values, several values as one string."""
    return {name: _value(value) for name, value in row.items()}


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return str(value) if isinstance(value, StrEnum) else value


def _pandas(wanted: str) -> ModuleType:
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingDependency(wanted, 'pandas is not installed: pip install "vnplan[frames]"') from error
    return pd
