"""The one configuration of every public model, and the half-open span."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import BaseModel, ConfigDict


class Span(NamedTuple):
    """``[start, end)`` in ``plan.text``, in Unicode code points."""

    start: int
    end: int


class Model(BaseModel):
    """Frozen, closed to unknown fields, built on first use (``import`` stays light)."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, use_attribute_docstrings=True)
