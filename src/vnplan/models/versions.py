"""Versions of the JSON: an older one is migrated, of a newer one the unknown fields are left out.

A migration takes the plan's JSON object of one version and returns that of
the next; :data:`MIGRATIONS` lists them by the version that they start from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, get_args

from pydantic import BaseModel

Json = dict[str, Any]
Migration = Callable[[Json], tuple[str, Json]]

MIGRATIONS: Final[dict[str, Migration]] = {}
"""Version -> function giving the next version and its JSON; empty while 1.0 is the only one."""


def adopt(data: Json, current: str, model: type[BaseModel]) -> Json:
    """The JSON object ``data`` of a plan in the form of version ``current``.

    Raises:
        ValueError: ``schema_version`` is no ``major.minor``, or an older one that nothing migrates.

    """
    version = data.get("schema_version", current)
    if version == current:
        return data
    if _number(version) > _number(current):
        return {**_known(data, model), "schema_version": current}
    while version != current:
        if version not in MIGRATIONS:
            known = ", ".join((*MIGRATIONS, current))
            msg = f"schema version {version} is not known; this vnplan reads {known} and newer"
            raise ValueError(msg)
        version, data = MIGRATIONS[version](data)
    return {**data, "schema_version": current}


def _number(version: object) -> tuple[int, int]:
    major, dot, minor = version.partition(".") if isinstance(version, str) else ("", "", "")
    if not (dot and major.isascii() and major.isdigit() and minor.isascii() and minor.isdigit()):
        msg = f"schema_version must be 'major.minor', not {version!r}"
        raise ValueError(msg)
    return int(major), int(minor)


def _known(data: Any, annotation: Any) -> Any:
    """``data`` without the fields that the models in ``annotation`` do not have, at every depth."""
    model = next(_models(annotation), None)
    if model is None or data is None:
        return data
    if isinstance(data, Mapping):
        fields = model.model_fields
        return {name: _known(value, fields[name].annotation) for name, value in data.items() if name in fields}
    if isinstance(data, list | tuple):
        return [_known(item, model) for item in data]
    return data


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
