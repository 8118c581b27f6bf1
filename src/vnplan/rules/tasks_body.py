"""STUB."""

from __future__ import annotations

from vnplan.models.diagnostic import Diagnostic
from vnplan.models.section import Section
from vnplan.models.task import Task
from vnplan.outline.shapes import Outline
from vnplan.rules.context import Context


def find(
    outline: Outline, sections: tuple[Section, ...], context: Context
) -> tuple[tuple[Task, ...], tuple[Diagnostic, ...]]:
    """Duties in prose; ids are ``<section id>/<n>`` (the plan's id comes in assembly)."""
    return (), ()
