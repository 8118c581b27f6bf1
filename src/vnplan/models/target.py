"""Targets (chỉ tiêu): what is to be reached, measured in what, by when."""

from __future__ import annotations

from enum import StrEnum

from vnplan.models.agency import AgencyRef
from vnplan.models.base import Model, Span
from vnplan.models.task import TimeFrame


class Bound(StrEnum):
    """How a value bounds what is to be reached."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"


class TargetValue(Model):
    """One value of a target, in one column."""

    column: str
    """Heading of its column: a year, a plan and what was reached, a district."""
    period: TimeFrame | None = None
    """The time that the heading names."""
    raw: str
    value: float | None = None
    """The number; ``None`` where the cell says no single figure or leaves open what its marks mean (``1,250``)."""
    upper: float | None = None
    """End of a range (``80 - 85``)."""
    bound: Bound | None = None
    span: Span


class Target(Model):
    """One row of a table of targets."""

    id: str
    """Table id, ``/``, number (``~2`` for a repeat)."""
    no: str | None = None
    group: str | None = None
    group_title: str | None = None
    title: str
    unit: str | None = None
    """Đơn vị tính, as printed."""
    values: tuple[TargetValue, ...] = ()
    lead: tuple[AgencyRef, ...] = ()
    coordinating: tuple[AgencyRef, ...] = ()
    note: str | None = None
    table: str
    span: Span
