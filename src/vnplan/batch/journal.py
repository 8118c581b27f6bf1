"""What is done already: results by the content of their files, kept in a file of JSON lines.

A run that was stopped goes on where it was: a file whose content is in the
journal is not read again. Only where each result stands is held in memory.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, Generic, NamedTuple, TypeVar

from vnplan import errors
from vnplan.batch.result import ParseResult

Plan = TypeVar("Plan")

LASTING: Final = ("UnsupportedFormat", "CorruptDocument", "EncryptedDocument")
"""Errors that the same bytes give every time; others (a limit, a missing program, a dead worker) may pass."""


class Codec(NamedTuple, Generic[Plan]):
    """How a plan is written and read back, and what it depends on besides the file."""

    dump: Callable[[Plan], str]
    """A plan as JSON."""
    load: Callable[[str], Plan]
    made_by: str
    """Version and options: results made by others are read anew."""


class Journal(Generic[Plan]):
    """Results on disk, one a line, added as they come; closed by ``with``."""

    def __init__(self, path: Path, codec: Codec[Plan]) -> None:
        self._codec = codec
        self._places: dict[str, int] = {}
        self._asked: dict[str, str | None] = {}
        try:
            self._file = path.open("a+b")
        except OSError as error:
            raise errors.VnplanError(str(path), error.strerror or str(error)) from error
        self._index()

    def find(self, name: str) -> ParseResult[Plan] | None:
        """The result for a file with this name and content; ``None`` where it is to be read."""
        key = self._asked[name] = self._key(name)
        place = self._places.get(key) if key else None
        if place is None:
            return None
        self._file.seek(place)
        row = json.loads(self._file.readline())
        if row["error"] is None:
            return ParseResult(name, self._codec.load(row["plan"]))
        kind, source, reason = row["error"]
        return ParseResult(name, error=getattr(errors, kind)(source or name, reason))

    def add(self, result: ParseResult[Plan]) -> None:
        """Keep the result for a file that was looked for, unless it is a failure worth a new try."""
        error = result.error
        key = self._asked.pop(result.path, None)
        if key is None or key in self._places or (error is not None and type(error).__name__ not in LASTING):
            return
        row = {
            "key": key,
            # The same content may stand elsewhere next time: a source that is the path is that of the day.
            "error": (type(error).__name__, error.source if error.source != result.path else None, error.reason)
            if error
            else None,
            "plan": None if result.plan is None else self._codec.dump(result.plan),
        }
        self._places[key] = self._file.seek(0, os.SEEK_END)
        self._file.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
        self._file.flush()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _index(self) -> None:
        """Find every whole line; what a crash cut short is dropped, so that the next line starts on its own."""
        self._file.seek(0)
        place = 0
        for line in self._file:
            row = _row(line)
            if row is None:
                break
            self._places[row["key"]] = place
            place += len(line)
        self._file.truncate(place)

    def _key(self, name: str) -> str | None:
        """By content, file name (which the plan tells) and what the result depends on; ``None`` if unreadable."""
        try:
            with Path(name).open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except (OSError, ValueError):
            return None
        label = hashlib.sha256(f"{Path(name).name}\0{self._codec.made_by}".encode("utf-8", "surrogatepass"))
        # 16 hex digits tell 64 bits: names of files under one content never meet by chance.
        return f"{digest}-{label.hexdigest()[:16]}"


def _row(line: bytes) -> dict[str, Any] | None:
    if not line.endswith(b"\n"):
        return None
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row if isinstance(row, dict) and "key" in row else None
