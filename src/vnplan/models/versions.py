"""JSON of a plan in any version -> JSON of this one: older is migrated, newer minor read as far as it is known.

A minor version adds fields, and words to the closed lists that have the member ``other``; what is unknown of a newer
one is left out (fields) or read as ``other``, the word kept in the field ``<name>_raw`` beside (words). Anything else
makes a major version, and of a newer one nothing is read.

A migration takes the plan's JSON object of one version and returns that of the next; :data:`MIGRATIONS` lists them
by the version that they start from. Older minor versions need none where fields were only added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any, Final, TypeVar, get_args

from pydantic import BaseModel

from vnplan.errors import UnsupportedFormat

Json = dict[str, Any]
Migration = Callable[[Json], tuple[str, Json]]

MIGRATIONS: Final[dict[str, Migration]] = {}
"""Version -> function giving the next version and its JSON; empty while no version changed what a field means."""

_OTHER = "other"
_T = TypeVar("_T")


def adopt(data: Json, current: str, model: type[BaseModel]) -> Json:
    """The JSON object ``data`` of a plan in the form of version ``current``.

    Raises:
        UnsupportedFormat: ``schema_version`` has a newer major number.
        ValueError: ``schema_version`` is no ``major.minor``, or an older one that nothing migrates.

    """
    version = data.get("schema_version", current)
    if version == current:
        return data
    number, own = _number(version), _number(current)
    if number[0] > own[0]:
        raise UnsupportedFormat(_name(data), _refusal(data, version, own[0]))
    if number > own:
        return {**_read(data, model, newer=True), "schema_version": current}
    while version in MIGRATIONS:
        version, data = MIGRATIONS[version](data)
    if _number(version)[0] != own[0]:
        known = ", ".join((*MIGRATIONS, f"{own[0]}.x"))
        msg = f"schema version {version} is not known; this vnplan reads {known}"
        raise ValueError(msg)
    return {**_read(data, model, newer=False), "schema_version": current}


def _number(version: object) -> tuple[int, int]:
    major, dot, minor = version.partition(".") if isinstance(version, str) else ("", "", "")
    if not (dot and major.isascii() and major.isdigit() and minor.isascii() and minor.isdigit()):
        msg = f"schema_version must be 'major.minor', not {version!r}"
        raise ValueError(msg)
    return int(major), int(minor)


def _name(data: Json) -> str:
    source = data.get("source")
    return str(source.get("name", "<json>")) if isinstance(source, Mapping) else "<json>"


def _refusal(data: Json, version: str, own: int) -> str:
    writer = f", written by vnplan {data['written_by']}" if data.get("written_by") else ""
    return f"JSON of schema {version}{writer}; this vnplan reads schema {own}.x: install a newer vnplan"


def _read(data: Any, annotation: Any, *, newer: bool) -> Any:
    """``data`` with its words as this version has them, at every depth; of a newer one without unknown fields."""
    model = next(_types(annotation, BaseModel), None)
    if model is None:
        return data
    if isinstance(data, Mapping):
        fields = model.model_fields
        read = {
            name: _read(value, fields[name].annotation, newer=newer) if name in fields else value
            for name, value in data.items()
            if name in fields or not newer
        }
        return read | _words(read, model, newer=newer)
    if isinstance(data, list | tuple):
        return [_read(item, model, newer=newer) for item in data]
    return data


def _words(data: Json, model: type[BaseModel], *, newer: bool) -> Json:
    """The closed lists of one object that read differently here: a word not known, or one that is known by now."""
    found: Json = {}
    for name, field in model.model_fields.items():
        raw = f"{name}_raw"
        words = next(_types(field.annotation, StrEnum), None)
        if words is None or raw not in model.model_fields:
            continue
        value = data.get(name)
        if newer and isinstance(value, str) and value not in list(words):
            found |= {name: _OTHER, raw: value}
        elif value == _OTHER and data.get(raw) in list(words):
            found |= {name: data[raw], raw: None}
    return found


def _types(annotation: Any, kind: type[_T]) -> Iterator[type[_T]]:
    if isinstance(annotation, type) and issubclass(annotation, kind):
        yield annotation
    for inner in get_args(annotation):
        yield from _types(inner, kind)
