"""The recipe: read, shape, find, assemble.

    path --read--> SourceDocument --shape--> Outline --find--> Findings --assemble--> fields of a plan

:func:`vnplan.parse` is these calls in a row, with a look at the clock between them.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from vnplan import assembly, outline, readers, rules
from vnplan.readers.limits import Clock, Limits
from vnplan.readers.several_files import join
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
    with _collector_at_rest(len(document.text)):
        shaped = outline.shape(document)
        clock.check()
        found = rules.find(shaped, province, on)
        clock.check()
        return assembly.assemble(shaped, found)


_LARGE = 500_000
"""Code points from which Python's cycle collector is put off; the largest plan seen (170 pages) has 282,000."""


@contextmanager
def _collector_at_rest(size: int) -> Iterator[None]:
    """Put off Python's search for cycles while a large text is read; plans of usual size leave it alone.

    The parts of a plan are millions of objects without cycles. Looking through
    them again and again took a third of the time at 10 MB, and more the larger
    the text (1 MB to 10 MB: 11.2 times the time with it).
    """
    if size < _LARGE or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
