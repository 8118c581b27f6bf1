"""Tasks, duties, targets and money -> items: rows are paired by their titles, duties by their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from vnplan.evaluation.aspects.items import Both, Item, Value
from vnplan.evaluation.aspects.names import fold
from vnplan.evaluation.aspects.sides import Sides
from vnplan.evaluation.gold import GoldDuty, GoldTask

Work = GoldTask | GoldDuty
Values = Callable[[Work], Iterable[Value]]


def tasks(sides: Sides) -> Both | None:
    """A row of a table of work each; at least 85 per cent of the title's letters are the same."""
    if sides.gold.tasks is None:
        return None
    gold = [Item(("row", i), sides.ours(task.span)) for i, task in enumerate(sides.gold.tasks)]
    read = [
        Item(("row", sides.rows[j]) if j in sides.rows else ("extra", j), sides.theirs(task.span))
        for j, task in enumerate(sides.reading.tasks or ())
    ]
    return Both(gold, read)


def row_agencies(role: str) -> Callable[[Sides], Both | None]:
    """An agency each that has the role in a row; those of rows that gold does not have are wrong."""

    def items(sides: Sides) -> Both | None:
        return _of_rows(sides, role, lambda task: [(n,) for n in sides.names.set_of(getattr(task, role))], extra=True)

    items.__doc__ = f"An agency each as {role} of a row."
    return items


def persons(sides: Sides) -> Both | None:
    """A person each, named in a row."""
    return _of_rows(sides, "persons", lambda task: [(fold(name),) for name in getattr(task, "persons", ())])


def times(sides: Sides) -> Both | None:
    """What the time of a row says: kind, first and last day."""
    return _of_rows(sides, "time_kind", _time)


def outputs(sides: Sides) -> Both | None:
    """The output of a row, as printed."""
    return _of_rows(sides, "outputs", lambda task: [(fold(task.outputs),)] if task.outputs else [])


def progress(sides: Sides) -> Both | None:
    """How far a row has come: its state."""

    def state(task: Work) -> Iterable[Value]:
        told = task.progress if isinstance(task, GoldTask) else None
        return [(told.state,)] if told and told.state else []

    return _of_rows(sides, "progress", state)


def duties(sides: Sides) -> Both | None:
    """A piece of work in prose each: by its words where places are not looked at, else by its place alone."""
    if sides.gold.duties is None:
        return None
    gold = [Item((fold(duty.title),), sides.ours(duty.span), ()) for duty in sides.gold.duties]
    return Both(gold, [Item((fold(d.title),), sides.theirs(d.span), ()) for d in sides.reading.duties or ()])


def duty_assignees(sides: Sides) -> Both | None:
    """An agency each that a duty is given to."""

    def values(duty: Work) -> Iterable[Value]:
        return [(name,) for name in sides.names.set_of(getattr(duty, "assignees", ()))]

    return _of_duties(sides, "assignees", values)


def duty_times(sides: Sides) -> Both | None:
    """What the time of a duty says: kind, first and last day."""
    return _of_duties(sides, "time_kind", _time)


def targets(sides: Sides) -> Both | None:
    """A value to be reached each: number, unit and bound."""
    if sides.gold.targets is None:
        return None
    found = Both([], [])
    for members, place, items in (
        (sides.gold.targets, sides.ours, found.gold),
        (sides.reading.targets or (), sides.theirs, found.read),
    ):
        items += [Item((t.value, fold(t.unit) or t.unit, t.bound), place(t.span)) for t in members]
    return found


def amounts(sides: Sides) -> Both | None:
    """A sum of money each, in whole đồng."""
    if sides.gold.amounts is None:
        return None
    gold = [Item((a.dong,), sides.ours(a.span)) for a in sides.gold.amounts]
    return Both(gold, [Item((a.dong,), sides.theirs(a.span)) for a in sides.reading.amounts or ()])


def assignments(sides: Sides) -> Both | None:
    """An agency each that the document gives work to, once."""
    if sides.gold.assignments is None:
        return None
    gold, read = (
        [Item((name,)) for name in sides.names.set_of(tuple(a.agency for a in side or ()))]
        for side in (sides.gold.assignments, sides.reading.assignments)
    )
    return Both(gold, read)


def _time(work: Work) -> Iterable[Value]:
    return [(work.time_kind, work.time_start, work.time_end)] if work.time_kind else []


def _of_rows(sides: Sides, field: str, values: Values, *, extra: bool = False) -> Both | None:
    if sides.gold.tasks is None:
        return None
    return _of_work(sides.gold.tasks, sides.reading.tasks or (), sides.rows, (field, values, extra))


def _of_duties(sides: Sides, field: str, values: Values) -> Both | None:
    if sides.gold.duties is None:
        return None
    return _of_work(sides.gold.duties, sides.reading.duties or (), sides.duties, (field, values, False))


def _of_work(
    gold: Sequence[Work],
    read: Sequence[Work],
    pairs: dict[int, int],
    asked: tuple[str, Values, bool],
) -> Both | None:
    """Values of paired members under the index of the gold one, where gold tells the field at all."""
    field, values, extra = asked
    told = {i for i, work in enumerate(gold) if field in work.model_fields_set}
    if gold and not told:
        return None
    theirs: list[Item] = []
    for j, work in enumerate(read):
        if (pairs[j] in told) if j in pairs else extra:
            under = pairs.get(j, f"extra {j}")
            theirs += [Item((under, *value)) for value in values(work)]
    return Both([Item((i, *value)) for i, work in enumerate(gold) if i in told for value in values(work)], theirs)
