"""Runs of an HTML paragraph that are none of its words: marks of footnotes, and what is crossed out."""

from __future__ import annotations

from collections.abc import Iterable

from vnplan.readers import asides
from vnplan.readers.html.styles import Style
from vnplan.text.raised import is_note_mark


def framed(runs: Iterable[tuple[str, Style]]) -> list[str]:
    """The texts of the runs, those that are none of the words in frames."""
    found: list[str] = []
    before = ""
    for raw, style in runs:
        text = asides.bare(raw)
        aside = text.strip() and (style.struck or (style.raised and is_note_mark(before, text)))
        found.append(asides.frame(text) if aside else text)
        before = text or before
    return found
