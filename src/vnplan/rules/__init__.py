"""Facts: an outline comes in, findings go out. :data:`RULES` tells the story of a plan, one rule after the other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from vnplan.outline.shapes import Outline
from vnplan.rules import agencies, anachronisms, sections
from vnplan.rules.duties import prose_tasks
from vnplan.rules.findings import Findings
from vnplan.rules.heading import header
from vnplan.rules.references import citations
from vnplan.rules.rows import budgets, public_tables, table_tasks, targets
from vnplan.setting import Setting


class Rule(NamedTuple):
    """One rule: given the outline and what was found before it, it returns what it adds."""

    name: str
    find: Callable[[Outline, Findings], Findings]


RULES: tuple[Rule, ...] = (
    Rule("who writes, where and when", header.find),  # the setting in which all later rules read
    Rule("the tree of items", sections.find),
    Rule("tables with what their columns are for", public_tables.find),
    Rule("documents cited", citations.find),
    Rule("agencies named", agencies.find),
    Rule("tasks handed out in prose", prose_tasks.find),
    Rule("tasks handed out in rows of tables", table_tasks.find),
    Rule("targets", targets.find),
    Rule("money", budgets.find),
    Rule("agencies out of their time", anachronisms.find),
)
"""In order: a rule reads what those above it found."""


def find(outline: Outline, province: str | None = None, on: date | None = None) -> Findings:
    """Run every rule; ``province`` and ``on`` are the caller's hints, the document's own words win."""
    known = Findings(setting=Setting(province=province, on=on))
    for rule in RULES:
        known = known.adding(rule.find(outline, known))
    return known
