"""Tasks (nhiệm vụ) and when they are due."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812
from enum import StrEnum

from vnplan.models.agency import AgencyRef
from vnplan.models.base import Model, RawWord, Span
from vnplan.models.money import Amount
from vnplan.models.reporting import Reporting


class TimeKind(StrEnum):
    """Kind of a time frame (thời gian thực hiện)."""

    YEAR = "year"
    YEARS = "years"
    RANGE = "range"
    DEADLINE = "deadline"
    RECURRING = "recurring"
    TRIGGERED = "triggered"
    ONGOING = "ongoing"
    OTHER = "other"


class Recurrence(StrEnum):
    """How often something recurs (định kỳ)."""

    YEARLY = "yearly"
    HALF_YEARLY = "half-yearly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    WEEKLY = "weekly"
    DAILY = "daily"
    OTHER = "other"
    """Of a newer version: the word is in ``recurrence_raw``."""


class TimeFrame(Model):
    """When something is to be done, as printed and as dates where they follow."""

    raw: str
    kind: TimeKind
    start: Date | None = None
    end: Date | None = None
    """Last day, inclusive; of a deadline the day itself (Vietnamese ``trước ngày`` leaves open whether it counts)."""
    years: tuple[int, ...] = ()
    horizon: Date | None = None
    """Last day of a second, farther aim: ``đến năm 2025, định hướng đến năm 2030``."""
    recurrence: Recurrence | None = None
    recurrence_raw: RawWord = None
    """Word of a newer version that ``recurrence`` reads as ``other``."""
    recurs_by: str | None = None
    """Day of each turn as XML Schema writes it: ``--12-15`` (gMonthDay) of a year, ``---25`` (gDay) of a month."""
    trigger: str | None = None
    """The event waited for, as printed."""
    inferred: bool = False
    """True where the year came from the plan, not from the words."""


class TaskOrigin(StrEnum):
    """Where a task was read."""

    TABLE = "table"
    BODY = "body"


class TaskZone(StrEnum):
    """The part of the document that a task stands in."""

    IMPLEMENTATION = "implementation"
    BODY = "body"
    ATTACHMENT = "attachment"


class TaskMode(StrEnum):
    """Order, request or reporting duty."""

    ASSIGNED = "assigned"
    REQUESTED = "requested"
    REPORTING = "reporting"


class Task(Model):
    """One thing to do: who, with whom, by when, submitted to whom, with what result."""

    id: str
    """The plan's id, ``#``, table or section id, ``/``, number."""
    origin: TaskOrigin
    zone: TaskZone
    mode: TaskMode = TaskMode.ASSIGNED
    no: str | None = None
    """Ordinal as printed."""
    group: str | None = None
    """Label of the nearest group row above."""
    group_title: str | None = None
    title: str
    assignees: tuple[AgencyRef, ...] = ()
    """Whom the row, heading or sentence addresses."""
    lead: tuple[AgencyRef, ...] = ()
    """Chủ trì."""
    coordinating: tuple[AgencyRef, ...] = ()
    """Phối hợp."""
    persons: tuple[str, ...] = ()
    timeframe: TimeFrame | None = None
    approver: tuple[AgencyRef, ...] = ()
    """Cấp trình, cấp phê duyệt."""
    outputs: tuple[str, ...] = ()
    outputs_raw: str | None = None
    budget: str | None = None
    amounts: tuple[Amount, ...] = ()
    """The sums of money that ``budget`` names."""
    note: str | None = None
    reporting: Reporting | None = None
    """Where the report goes that a duty in prose asks for."""
    references: tuple[str, ...] = ()
    """Keys of the documents that the task's words cite."""
    table: str | None = None
    section: str | None = None
    span: Span
    work: Span | None = None
    """Of a duty in prose: what is to be done, without the label and whom the words address."""
