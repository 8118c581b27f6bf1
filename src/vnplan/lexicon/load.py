"""Files of the lexicon -> rows, checked once: a slip in the data is an error that names file, row and mend."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from vnplan.lexicon.rows import Context, Family, Row
from vnplan.text.fold import fold_case

_CONTEXTS = frozenset(context.value for context in Context)
_KEYS = frozenset({"words", "contexts", "means", "traits", "not_before", "not_after", "source", "example"})


class LexiconError(ValueError):
    """A row of the lexicon cannot be used; the message names the file, the row and what to do."""

    def __init__(self, family: Family, words: str, why: str) -> None:
        super().__init__(f"lexicon/data/{family}.json, row {words!r}: {why}")


@cache
def rows(family: Family) -> tuple[Row, ...]:
    """The rows of a family, in the order of its file.

    Raises:
        LexiconError: a row is incomplete, twice there, or says what the head of its file does not list.

    """
    text = files("vnplan.lexicon").joinpath("data", f"{family}.json").read_text("utf-8")
    return read_rows(family, json.loads(text))


def read_rows(family: Family, data: dict[str, Any]) -> tuple[Row, ...]:
    """The rows of parsed data; errors as in :func:`rows`."""
    meta = data["meta"]
    found: dict[tuple[str, str | None], Row] = {}
    for raw in data["rows"]:
        row = _row(family, meta, raw)
        if (row.words, row.means) in found:
            raise LexiconError(family, row.words, "stands twice; keep one row and join the contexts")
        found[row.words, row.means] = row
    return tuple(found.values())


def _row(family: Family, meta: dict[str, Any], raw: dict[str, Any]) -> Row:
    words = raw.get("words", "")
    if unknown := raw.keys() - _KEYS:
        raise LexiconError(family, words, f"unknown keys {sorted(unknown)}; known are {sorted(_KEYS)}")
    if not words or words != _folded(words):
        raise LexiconError(family, words, "write the words in small letters, new tone placement, single spaces")
    contexts = raw.get("contexts", meta.get("contexts", ()))
    for listed, allowed, name in (
        (contexts, _CONTEXTS, "contexts"),
        (raw.get("traits", ()), meta.get("traits", {}), "traits"),
        ([raw["means"]] if raw.get("means") else (), meta.get("means", {}), "means"),
    ):
        if wrong := [value for value in listed if value not in allowed]:
            raise LexiconError(family, words, f"{name} {wrong} not among {sorted(allowed)}")
    if not contexts:
        raise LexiconError(family, words, "say in which contexts the words may be read")
    example, source = raw.get("example", ""), raw.get("source", meta.get("source", ""))
    if words not in _folded(example):
        raise LexiconError(family, words, "the example must hold the words")
    if not source:
        raise LexiconError(family, words, "name a source")
    return Row(
        words=words,
        family=family,
        contexts=_contexts(tuple(contexts)),
        means=raw.get("means"),
        traits=frozenset(raw.get("traits", ())),
        not_before=tuple(raw.get("not_before", ())),
        not_after=tuple(raw.get("not_after", ())),
        source=source,
        example=example,
    )


def _folded(words: str) -> str:
    return " ".join(fold_case(words).split())


@cache
def _contexts(names: tuple[str, ...]) -> frozenset[Context]:
    """Hundreds of rows share one list of contexts."""
    return frozenset(map(Context, names))
