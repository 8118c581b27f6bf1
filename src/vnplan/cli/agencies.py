"""``vnplan agencies``: what an agency is, was and became; the registry as a table or a file."""

from __future__ import annotations

import argparse
import csv
import io
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vnplan.agencies import Agency
    from vnplan.models.agency import AgencyRef

_HEADINGS = ("key", "id", "name", "kind", "level", "valid_from", "valid_to", "became", "confidence")


def run(arguments: argparse.Namespace) -> int:
    """Look one name up, or list the registry; exit code 1 where the name is of no body or of several."""
    if arguments.list == bool(arguments.name):
        arguments.usage_error("give a NAME or --list, not both")
    return _list(arguments) if arguments.list else _one(arguments)


def _list(arguments: argparse.Namespace) -> int:
    from vnplan.agencies import registry

    shown = registry.as_of(arguments.on) if arguments.on else registry
    style = _style(arguments)
    if style == "json":
        print(shown.data().model_dump_json(indent=1))  # noqa: T201
        return 0
    rows = [(a.key, a.id, a.name, a.kind, a.level, a.valid_from, a.valid_to, _became(a), a.confidence) for a in shown]
    if style == "csv":
        out = io.StringIO(newline="")
        writer = csv.writer(out, lineterminator="\n")
        writer.writerows((_HEADINGS, *rows))
        sys.stdout.write(out.getvalue())
        return 0
    # Fields two to seven of a row, in the order of the headings; the first two are its keys.
    _table(("Name", "Kind", "Level", "From", "To", "Became"), (row[2:8] for row in rows))
    return 0


def _became(agency: Agency) -> str:
    return "; ".join(dict.fromkeys(heir.name for heir in agency.successors()))


def _one(arguments: argparse.Namespace) -> int:
    from vnplan.agencies import registry
    from vnplan.mentions.resolution import resolve_agency

    where = {"province": arguments.province, "on": arguments.on}
    name = sys.stdin.read().strip() if arguments.name == "-" else arguments.name
    found = resolve_agency(name, **where)
    agency = registry.find(name, **where) if found.agency else None
    if agency is None:
        _doubt(name, found.status.value, found.candidates)
        return 1
    today = date.today() if arguments.today else None  # noqa: DTZ011 -- the day of the user's clock
    if _style(arguments) == "json":
        print(_json(agency, today, arguments))  # noqa: T201
        return 0
    _table(("What", "Value"), _facts(agency, today, arguments))
    return 0


def _doubt(name: str, status: str, candidates: tuple[AgencyRef, ...]) -> None:
    said = {"ambiguous": "may be", "unknown": "is in no row of the registry; much like it are"}
    names = ", ".join(candidate.name for candidate in candidates) or "no name"
    print(f"vnplan: {name} {said.get(status, 'is')}: {names}", file=sys.stderr)  # noqa: T201


def _facts(agency: Agency, today: date | None, arguments: argparse.Namespace) -> Iterator[tuple[str, object]]:
    yield "name", agency.name
    yield "id", agency.id
    yield "kind", f"{agency.kind}, {agency.level}"
    yield "province", agency.province
    for period in agency.names:
        yield "called", f"{period.name} ({_span(period.valid_from, period.valid_to)})"
    for change in agency.timeline():
        into = "; ".join(f"{s.name}{f' ({s.scope})' if s.scope else ''}" for s in change.into)
        basis = f", {change.basis}" if change.basis else ""
        yield f"{change.date}", f"{change.kind}{basis}: {_names(change.bodies)} -> {into or '-'}"
    if agency.collective:
        members = agency.expand(on=today or arguments.on)
        yield from (("member", member.name) for member in members)
        yield from (("in some provinces", member.name) for member in members.optional)
        yield "list", " and ".join(("open" if members.open else "closed", "all" if members.complete else "not all"))
    elif today:
        for heir in agency.successors(on=today, topic=arguments.topic):
            yield "today", f"{heir.name}, {heir.province}" if heir.province else heir.name


def _names(keys: tuple[str, ...]) -> str:
    from vnplan.agencies import registry

    known = {agency.key: agency.name for agency in registry}
    known |= {unit.slug: unit.name for unit in registry.provinces}
    return "; ".join(known[key] for key in keys)


def _span(start: date | None, end: date | None) -> str:
    return f"{start or ''}..{end or ''}"


def _json(agency: Agency, today: date | None, arguments: argparse.Namespace) -> str:
    import json

    from vnplan.models.registry import AgencyRecord

    fields = set(AgencyRecord.model_fields)
    shown: dict[str, Any] = {
        "agency": agency.model_dump(mode="json", include=fields),
        "timeline": [change.model_dump(mode="json") for change in agency.timeline()],
    }
    if agency.collective:
        members = agency.expand(on=today or arguments.on)
        listed = {"agencies": members.agencies, "optional": members.optional}
        dumped = {kind: [m.model_dump(mode="json", include=fields) for m in listed[kind]] for kind in listed}
        shown["members"] = {**dumped, "open": members.open, "complete": members.complete}
    if today:
        heirs = agency.successors(on=today, topic=arguments.topic)
        shown["today"] = [heir.model_dump(mode="json", include=fields) for heir in heirs]
    return json.dumps(shown, ensure_ascii=False, indent=1)


def _style(arguments: argparse.Namespace) -> str:
    return arguments.format or ("table" if sys.stdout.isatty() else "json")


def _table(headings: tuple[str, ...], rows: Any) -> None:
    from vnplan.export.terminal.columns import columns

    print(columns(headings, rows, shutil.get_terminal_size().columns), end="")  # noqa: T201
