"""Footnotes and endnotes: their marks in order of reference, and their words."""

from __future__ import annotations

from vnplan.readers.docx import formats
from vnplan.readers.docx.opening.package import Element
from vnplan.readers.docx.styles import number
from vnplan.readers.docx.vocabulary import VAL, W

_FOOT, _END = W + "footnoteReference", W + "endnoteReference"
REFERENCES = frozenset({_FOOT, _END})
# Settings of each kind: element of w:settings, format that Word takes where none is stated.
_KINDS = {_FOOT: ("footnotePr", "decimal"), _END: ("endnotePr", "lowerRoman")}


class Notes:
    """The notes of one document, numbered as their references go by.

    Numbers run through the whole document: a file does not say where its pages
    end, so numbering that starts anew on each page is shown as continuous.
    """

    def __init__(self, footnotes: Element | None, endnotes: Element | None, settings: Element | None) -> None:
        self._parts = {_FOOT: _by_id(footnotes), _END: _by_id(endnotes)}
        self._settings = {kind: _setting(settings, *row) for kind, row in _KINDS.items()}
        self._counts = {kind: start - 1 for kind, (start, _) in self._settings.items()}
        self._marks: dict[tuple[str, str], str] = {}

    def refer(self, reference: Element) -> tuple[Element | None, str] | None:
        """The note behind a reference, and its mark; no note at a second reference, nothing where it is missing.

        The mark is empty where the author typed one after the reference.
        """
        kind, name = reference.tag, reference.get(W + "id", "")
        note = self._parts[kind].get(name)
        if note is None:
            return None
        if (kind, name) in self._marks:
            return None, self._marks[kind, name]
        mark = self._marks[kind, name] = self._mark(kind, reference)
        return note, mark

    def _mark(self, kind: str, reference: Element) -> str:
        if reference.get(W + "customMarkFollows", "0") not in ("0", "false", "off"):
            return ""
        self._counts[kind] += 1
        count = self._counts[kind]
        return f"[{formats.write(count, self._settings[kind][1]) or count}]"


def _by_id(part: Element | None) -> dict[str, Element]:
    """Notes by id, the separators that every file has left out."""
    rows = () if part is None else part
    return {e.get(W + "id", ""): e for e in rows if e.get(W + "type", "normal") == "normal"}


def _setting(settings: Element | None, name: str, usual: str) -> tuple[int, str]:
    found = None if settings is None else settings.find(W + name)
    if found is None:
        return 1, usual
    start, kind = found.find(W + "numStart"), found.find(W + "numFmt")
    first = None if start is None else number(start.get(VAL))
    return (1 if first is None else first), (usual if kind is None else kind.get(VAL, usual))
