"""A folder of packs, one gold file or a JSONL file of them -> gold documents and where their renditions are."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from vnplan.errors import CorruptDocument, VnplanError
from vnplan.evaluation.gold import GoldDocument, GoldFile

_SHOWN = 3
"""Mistakes of one file that are told; the rest are counted."""


@dataclass(frozen=True)
class Case:
    """One gold document and the folder where its renditions are looked for."""

    gold: GoldDocument
    source: Path
    """The gold file."""
    files: Path
    """Folder of the renditions; where they are not right in it, the folders below are searched."""

    def path(self, file: GoldFile) -> Path:
        """The rendition.

        Raises:
            VnplanError: it is not there.

        """
        beside = self.files / file.name
        if beside.is_file():
            return beside
        found = sorted(self.files.rglob(Path(file.name).name)) if self.files != self.source.parent else []
        if not found:
            raise VnplanError(str(self.source), f"its file {file.name} is not in {self.files}")
        return found[0]


def load(path: str | os.PathLike[str], files: str | os.PathLike[str] | None = None) -> tuple[Case, ...]:
    """The gold documents, by file name.

    Args:
        path: a folder with ``*/gold.json`` or ``*.json``, one such file, or a ``.jsonl`` file of them.
        files: folder of the renditions, where they are not beside their gold file.

    Raises:
        VnplanError: nothing is there, or two documents bear one id.
        CorruptDocument: a file is no gold document; the message says what is wrong, and where.

    """
    top = Path(path)
    if not top.exists():
        raise VnplanError(str(top), "there is no such file or folder")
    sources = [*top.glob("*/gold.json"), *top.glob("gold.json")] or [*top.glob("*.json")] if top.is_dir() else [top]
    cases = [
        Case(gold, source, Path(files) if files is not None else source.parent)
        for source in sorted(sources)
        for gold in _documents(source)
    ]
    if not cases:
        raise VnplanError(str(top), "no gold document is there (*/gold.json, *.json)")
    seen: dict[str, Path] = {}
    for case in cases:
        if case.gold.id in seen:
            raise VnplanError(str(case.source), f"the id {case.gold.id} is also that of {seen[case.gold.id]}")
        seen[case.gold.id] = case.source
    return tuple(cases)


def _documents(source: Path) -> Iterator[GoldDocument]:
    try:
        text = source.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CorruptDocument(str(source), f"it cannot be read: {error}") from error
    if source.suffix != ".jsonl":
        yield _document(text, str(source))
        return
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield _document(line, f"{source}, line {number}")


def _document(text: str, source: str) -> GoldDocument:
    try:
        return GoldDocument.model_validate(json.loads(text))
    except json.JSONDecodeError as error:
        raise CorruptDocument(source, f"no JSON: {error}") from error
    except ValidationError as error:
        raise CorruptDocument(source, f"no gold document: {told(error)}") from error


def told(error: ValidationError) -> str:
    """The first mistakes of a file, each with its place."""
    rows = error.errors(include_url=False)
    said = [f"{'.'.join(map(str, row['loc'])) or 'the whole'}: {row['msg']}" for row in rows[:_SHOWN]]
    more = len(rows) - len(said)
    return "; ".join(said) + (f"; and {more} more" if more else "")
