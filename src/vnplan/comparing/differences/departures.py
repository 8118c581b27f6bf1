"""Where a plan departs from the central decision, or from what most plans do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vnplan.comparing.alignment.likeness import same_lead
from vnplan.comparing.differences import deadlines
from vnplan.comparing.differences.expected import Expected, expected
from vnplan.matching.items import Item, leaders
from vnplan.models.analysis.comparison import Difference, DifferenceKind, Matter


@dataclass(frozen=True, slots=True)
class Cell:
    """What one plan does in one matter."""

    plan: str
    matter: Matter
    tasks: tuple[Item, ...]

    def difference(self, kind: DifferenceKind, expected: str | None = None, found: str | None = None) -> Difference:
        """A departure of this plan in this matter."""
        return Difference(
            kind=kind,
            plan=self.plan,
            matter=self.matter.id,
            tasks=tuple(item.task.id for item in self.tasks),
            expected=expected,
            found=found,
        )


def differences_of(
    ids: Sequence[str], central: int | None, matters: Sequence[Matter], rows: Sequence[Sequence[Item]]
) -> Iterator[Difference]:
    """Every departure, matter by matter, plans in their order. ``Item.plan`` indexes ``ids``."""
    for matter, row in zip(matters, rows, strict=True):
        tasks: defaultdict[int, list[Item]] = defaultdict(list)
        for item in row:
            tasks[item.plan].append(item)
        own = tasks.pop(central, []) if central is not None else []
        wanted = expected(own, list(tasks.values()))
        for index, plan in enumerate(ids):
            if index != central:
                yield from _cell(Cell(plan, matter, tuple(tasks.get(index, ()))), wanted)


def _cell(cell: Cell, wanted: Expected) -> Iterator[Difference]:
    if not cell.tasks:
        if cell.matter.template:
            yield cell.difference(DifferenceKind.OMISSION)
        return
    if not cell.matter.template:
        yield cell.difference(DifferenceKind.ADDITION)
    frames = [item.task.timeframe for item in cell.tasks]
    if wanted.time and all(deadlines.weaker(frame, wanted.time) for frame in frames):
        said = "; ".join(frame.raw for frame in frames if frame)
        yield cell.difference(DifferenceKind.WEAKER_DEADLINE, wanted.time.raw, said or None)
    led = [item for item in cell.tasks if item.lead]
    if wanted.lead and led and not any(same_lead(item, wanted.lead) for item in led):
        yield cell.difference(DifferenceKind.OTHER_LEAD, _names([wanted.lead]), _names(led))
    # Duties in the text have no place for an output: only rows of a table can lack one.
    in_table = any(item.in_table for item in cell.tasks)
    if wanted.outputs and in_table and not any(item.outputs for item in cell.tasks):
        yield cell.difference(DifferenceKind.MISSING_OUTPUTS)


def _names(items: Sequence[Item]) -> str:
    return "; ".join(dict.fromkeys(ref.name for item in items for ref in leaders(item.task)))
