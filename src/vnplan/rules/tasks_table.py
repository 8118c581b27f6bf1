"""STUB."""

from __future__ import annotations

from vnplan.models.diagnostic import Diagnostic
from vnplan.models.table import Table
from vnplan.models.task import Task
from vnplan.outline.shapes import Outline
from vnplan.rules.context import Context


def find(
    outline: Outline, tables: tuple[Table, ...], context: Context
) -> tuple[tuple[Task, ...], tuple[Diagnostic, ...]]:
    """One task a row of every assignment table; ids are ``<table id>/<no>`` (the plan's id comes in assembly)."""
    return (), ()
