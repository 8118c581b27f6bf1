"""Tasks made ready to be compared: their terms with weights, and what else tells their matter."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from vnplan.matching import terms
from vnplan.matching.agency_fields import fields_of, identities
from vnplan.models.agency import AgencyRef
from vnplan.models.plan import PlanData
from vnplan.models.task import Task, TaskOrigin

_LEAD_IN = re.compile(r"(?:chủ trì|phối hợp)(?:, phối hợp)?(?: với)?:?", re.IGNORECASE)

_PARTS = re.compile(r"[,;.] ?")

Weights = dict[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One task of one plan."""

    plan: int
    """Index of the plan in the order of alignment."""
    order: int
    """Place among the plan's tasks."""
    task: Task
    words: Weights
    """Term -> weight, of length 1."""
    group: Weights
    outputs: Weights
    lead: frozenset[str]
    """Identities of the leading agencies and of those that took over from them, without their place."""
    fields: frozenset[str]
    """Fields of work that the leading agencies' names tell."""
    cited: frozenset[str]
    clauses: tuple[Weights, ...] = ()
    """The parts of a task that lists several things to do, each like ``words``; empty for one thing."""

    @property
    def in_table(self) -> bool:
        """Whether the task is a row of a table."""
        return self.task.origin is TaskOrigin.TABLE

    def moved(self, plan: int) -> Item:
        """The same task under another index of its plan."""
        return replace(self, plan=plan)

    def clause(self, words: Weights) -> Item:
        """One of its clauses as a task of its own."""
        return replace(self, words=words, clauses=())


def bare_title(task: Task, place: str | None) -> str:
    """The task's words without whom, when and where: they tell the same of every matter."""
    title = task.title
    spoken = [ref.raw for ref in (*task.assignees, *task.lead, *task.coordinating, *task.approver)]
    if task.timeframe:
        spoken.append(task.timeframe.raw)
    if task.origin is TaskOrigin.BODY:
        for words in sorted(filter(None, spoken), key=len, reverse=True):
            title = title.replace(words, ", ")
        title = _LEAD_IN.sub(" ", title)
    return title.replace(place, ", ") if place else title


def leaders(task: Task) -> tuple[AgencyRef, ...]:
    """Who leads: of a duty that names no lead, the agencies that it is addressed to."""
    return task.lead or task.assignees


def items_of(plans: Sequence[PlanData]) -> list[list[Item]]:
    """The tasks of each plan, with weights by how rare a term is among the tasks of all plans."""
    titles = [[bare_title(task, plan.header.province) for task in plan.tasks] for plan in plans]
    rarity = _rarity(Counter(_names(title)) for plan in titles for title in plan)
    return [
        [
            _item(task, title, rarity, (index, order))
            for order, (task, title) in enumerate(zip(plan.tasks, titles[index], strict=True))
        ]
        for index, plan in enumerate(plans)
    ]


def _item(task: Task, title: str, rarity: Weights, place: tuple[int, int]) -> Item:
    refs = leaders(task)
    return Item(
        plan=place[0],
        order=place[1],
        task=task,
        words=_weigh(Counter(_names(title)), rarity),
        group=_weigh(Counter(_names(task.group_title or "")), rarity),
        outputs=_weigh(Counter(_names(task.outputs_raw or "; ".join(task.outputs))), rarity),
        lead=frozenset(name for ref in refs for name in identities(ref)),
        fields=frozenset(name for ref in refs for name in fields_of(ref)),
        cited=frozenset(task.references),
        clauses=_clauses(title, rarity),
    )


def _clauses(title: str, rarity: Weights) -> tuple[Weights, ...]:
    """The parts of a title between commas and semicolons that have words of their own."""
    parts = (Counter(_names(part)) for part in _PARTS.split(title))
    found = [_weigh(part, rarity) for part in parts if any(not terms.is_act(name) for name in part)]
    return tuple(found) if len(found) > 1 else ()


def _names(text: str) -> Iterator[str]:
    return (term.name for term in terms.read_terms(text))


def _rarity(counts: Iterable[Counter[str]]) -> Weights:
    """Inverse document frequency: 0 for a term that every task has."""
    found: Counter[str] = Counter()
    total = 0
    for count in counts:
        found.update(count.keys())
        total += 1
    return {name: math.log((total + 1) / (n + 0.5)) for name, n in found.items()}


def _weigh(count: Counter[str], rarity: Weights) -> Weights:
    """Weights of length 1; a term of the group or output that no title has counts as rare as can be."""
    top = max(rarity.values(), default=1.0)
    raw = {name: rarity.get(name, top) * terms.share(name) for name in count}
    size = math.sqrt(sum(weight * weight for weight in raw.values()))
    return {name: weight / size for name, weight in raw.items()} if size else {}


def cosine(one: Weights, other: Weights) -> float:
    """Likeness of two weightings of length 1."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[name] for name, weight in one.items() if name in other)
