"""Facts: an outline comes in, findings go out. :data:`RULES` tells the story of a plan, one rule after the other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from vnplan.outline.shapes import Outline
from vnplan.rules import agencies, anachronisms, numbering, sections
from vnplan.rules.duties import prose_tasks
from vnplan.rules.findings import Findings
from vnplan.rules.heading import header
from vnplan.rules.leftovers import cells, duties, letterhead, names, numbers, order
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
    Rule("numbers of items left out or used twice", numbering.find),
    Rule("tables with what their columns are for", public_tables.find),
    Rule("documents cited", citations.find),
    Rule("agencies named", agencies.find),
    Rule("tasks handed out in prose", prose_tasks.find),
    Rule("tasks handed out in rows of tables", table_tasks.find),
    Rule("targets", targets.find),
    Rule("money", budgets.find),
    Rule("agencies out of their time", anachronisms.find),
    Rule("acts out of their order", order.find),
    # Last: what stands in the document and no rule understood.
    Rule("lines that look like number or date", letterhead.find),
    Rule("work that nobody got", duties.find),
    Rule("cells that gave no agency or time", cells.find),
    Rule("names that look like agencies", names.find),
    Rule("shapes of numbers", numbers.find),
)
"""In order: a rule reads what those above it found."""


def find(outline: Outline, province: str | None = None, on: date | None = None) -> Findings:
    """Run every rule; ``province`` and ``on`` are the caller's hints, the document's own words win."""
    known = Findings(setting=Setting(province=province, on=on))
    for rule in RULES:
        known = known.adding(rule.find(outline, known))
    return known
