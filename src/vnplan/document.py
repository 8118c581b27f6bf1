"""The public class and the public ways to make one: data with its methods."""

from __future__ import annotations

import os
from datetime import date as Date  # noqa: N812
from pathlib import Path
from typing import BinaryIO

from vnplan import pipeline
from vnplan.errors import VnplanError
from vnplan.models.plan import PlanData
from vnplan.readers.limits import Limits

Input = str | os.PathLike[str] | bytes | BinaryIO


class PlanDocument(PlanData):
    """One plan: what was read, with methods that need the upper layers."""


def parse(
    source: Input,
    *,
    name: str | None = None,
    province: str | None = None,
    date: Date | None = None,
    limits: Limits | None = None,
) -> PlanDocument:
    """Parse one plan."""
    if isinstance(source, str | os.PathLike):
        path = Path(source)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise VnplanError(str(path), error.strerror or "cannot be opened") from error
        label = name or path.name
    else:
        data = source if isinstance(source, bytes) else source.read()
        label = name or "<bytes>"
    return PlanDocument(**pipeline.from_bytes(data, label, province, date, limits or Limits()))


def parse_text(
    text: str, *, name: str = "<text>", province: str | None = None, date: Date | None = None, limits: Limits | None = None
) -> PlanDocument:
    """Parse pasted text."""
    return PlanDocument(**pipeline.from_text(text, name, province, date, limits or Limits()))
