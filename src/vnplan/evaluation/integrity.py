"""A gold document -> findings: places that are not those of their words, doubles, parts that contradict each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from vnplan.errors import VnplanError
from vnplan.evaluation.aspects.items import key_of
from vnplan.evaluation.gold import GoldDocument
from vnplan.evaluation.load import Case
from vnplan.models.base import Span


class Finding(NamedTuple):
    """Something that cannot be right."""

    document: str
    """Its id."""
    place: str
    """Which value: ``citations.3.span``."""
    message: str


Said = Iterator[tuple[str, str]]
"""Places and messages."""


def findings(case: Case) -> tuple[Finding, ...]:
    """All that is wrong with one document, in the order of :data:`CHECKS`; empty where nothing is."""
    said = [one for check in CHECKS for one in check(case.gold)]
    for index, file in enumerate(case.gold.files):
        try:
            case.path(file)
        except VnplanError as error:
            said.append((f"files.{index}", error.reason))
    return tuple(Finding(case.gold.id, *one) for one in said)


def _spans(gold: GoldDocument) -> Iterator[tuple[str, Span | None, str | None]]:
    """Every place: its name, span, and the words that stand there; ``None`` where any may stand."""
    if gold.header:
        yield from ((f"header.spans.{name}", span, None) for name, span in gold.header.spans.items())
    for part in ("citations", "agencies", "targets", "amounts"):
        for index, one in enumerate(getattr(gold, part) or ()):
            yield f"{part}.{index}.span", one.span, one.words
    yield from ((f"outline.{i}.span", n.span, n.text) for i, n in enumerate(gold.outline or ()))
    yield from ((f"tasks.{i}.span", t.span, None) for i, t in enumerate(gold.tasks or ()))
    yield from ((f"duties.{i}.span", d.span, d.title) for i, d in enumerate(gold.duties or ()))
    for table in gold.tables or ():
        for r, row in enumerate(table.rows):
            yield from (
                (f"{table.id}.rows.{r}.cells.{c}.span", cell.span, cell.text) for c, cell in enumerate(row.cells)
            )


def _words(gold: GoldDocument) -> Said:
    """Spans lie in the text, and the words there are those of the value; runs of blanks count as one."""
    for place, span, words in _spans(gold):
        if span is None:
            continue
        if gold.text is None:
            yield place, "a place is told, and the document has no text"
        elif not 0 <= span.start < span.end <= len(gold.text):
            yield place, f"[{span.start}, {span.end}] is no stretch of the text of {len(gold.text)} characters"
        elif words is not None and gold.text[slice(*span)].split() != words.split():
            yield place, f"the text there is {gold.text[slice(*span)]!r}, not {words!r}"


def _labels(gold: GoldDocument) -> Said:
    """No label twice under one item, unless a list begins anew (an attachment)."""
    seen: list[list[str]] = []  # labels so far of the open list of each level
    for index, item in enumerate(gold.outline or ()):
        depth = max(item.level, 1)
        del seen[depth:]
        seen += [[] for _ in range(depth - len(seen))]
        beside = seen[-1]
        if item.label in beside[1:]:
            yield f"outline.{index}.label", f"{item.label} stands twice under one item"
        if beside and item.label == beside[0]:
            beside.clear()
        beside.append(item.label)


def _doubles(gold: GoldDocument) -> Said:
    """What is to be there once is."""
    lists = {
        "references": [key_of(r.key, r.kind) for r in gold.references or ()],
        "tables": [table.id for table in gold.tables or ()],
        "assignments": [one.agency for one in gold.assignments or ()],
        "files": [file.name for file in gold.files],
    }
    for part, values in lists.items():
        yield from ((part, f"{value} stands {n} times") for value, n in Counter(values).items() if n > 1)


def _citations(gold: GoldDocument) -> Said:
    """Every mention is one of a reference, and each reference is written out as often as it says."""
    if gold.citations is None or gold.references is None:
        return
    written = Counter(cited.key for cited in gold.citations)
    known = {r.key for r in gold.references}
    yield from (
        (f"citations.{i}.key", f"{c.key} is no reference") for i, c in enumerate(gold.citations) if c.key not in known
    )
    for index, reference in enumerate(gold.references):
        if reference.mentions is not None and reference.mentions != written[reference.key]:
            yield f"references.{index}.mentions", f"{reference.mentions}, but {written[reference.key]} are in citations"


def _tables(gold: GoldDocument) -> Said:
    """Cells lie in the columns of their table, tasks and targets name a table that is there."""
    ids = {table.id for table in gold.tables or ()}
    for table in gold.tables or ():
        for r, row in enumerate(table.rows):
            for c, cell in enumerate(row.cells):
                if table.columns and cell.column + cell.column_span > len(table.columns):
                    yield f"{table.id}.rows.{r}.cells.{c}", f"beyond the {len(table.columns)} columns"
    for part in ("tasks", "targets") if gold.tables is not None else ():
        for index, one in enumerate(getattr(gold, part) or ()):
            if one.table is not None and one.table not in ids:
                yield f"{part}.{index}.table", f"there is no table {one.table}"


def _times(gold: GoldDocument) -> Said:
    """A time has a kind, and does not end before it begins."""
    for part in ("tasks", "duties"):
        for index, one in enumerate(getattr(gold, part) or ()):
            if one.time_start and one.time_end and one.time_start > one.time_end:
                yield f"{part}.{index}.time_end", f"{one.time_end} is before {one.time_start}"
            if one.time is None and one.time_kind is not None:
                yield f"{part}.{index}.time_kind", f"{one.time_kind} without a time"


CHECKS: Final[tuple[Callable[[GoldDocument], Said], ...]] = (_words, _labels, _doubles, _citations, _tables, _times)
"""Each gives the places and messages of one kind."""
