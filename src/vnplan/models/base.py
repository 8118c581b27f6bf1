"""The one configuration of every public model, and the half-open span."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

Language = Literal["en", "vi"]
"""Language of headings, remarks and messages."""


class Span(NamedTuple):
    """``[start, end)`` in ``plan.text``, in Unicode code points."""

    start: int
    end: int


class Model(BaseModel):
    """Frozen, closed to unknown fields, built on first use (``import`` stays light)."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, use_attribute_docstrings=True)


def _is_none(value: object) -> bool:
    return value is None


RawWord = Annotated[str | None, Field(exclude_if=_is_none)]
"""Type of a field ``<name>_raw`` beside the closed list ``<name>``.

It holds the word that a newer minor version of the schema wrote there and this one does not know, where
``<name>`` reads ``other``; ``None`` everywhere else, and then left out of the JSON.
"""
