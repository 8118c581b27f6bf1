"""The recipe: read, shape, find, assemble.

    path --read--> SourceDocument --shape--> Outline --find--> Findings --assemble--> fields of a plan

:func:`vnplan.parse` is these calls in a row, with a look at the clock between them.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from vnplan import assembly, outline, readers, rules
from vnplan.readers.limits import Clock, Limits
from vnplan.readers.several import join
from vnplan.readers.source import SourceDocument


def from_files(
    files: tuple[tuple[bytes, str], ...], province: str | None, on: date | None, limits: Limits
) -> dict[str, Any]:
    """Parse the files (bytes and name) of one plan; ``province`` and ``on`` are hints."""
    clock = Clock(files[0][1] if files else "", limits)
    documents = []
    for data, name in files:
        documents.append(readers.read(data, name, limits))
        clock.check()
    return understand(join(tuple(documents)), province, on, clock)


def from_text(text: str, name: str, province: str | None, on: date | None, limits: Limits) -> dict[str, Any]:
    """Parse pasted text."""
    clock = Clock(name, limits)
    document = readers.read_text(text, name, limits)
    clock.check()
    return understand(document, province, on, clock)


def understand(document: SourceDocument, province: str | None, on: date | None, clock: Clock) -> dict[str, Any]:
    """The fields of the plan that a document holds; the ``clock`` is asked between the steps."""
    shaped = outline.shape(document)
    clock.check()
    found = rules.find(shaped, province, on)
    clock.check()
    return assembly.assemble(shaped, found)
