"""One paragraph as it gathers from runs: its words and how they look."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from vnplan.readers import asides, legacy_fonts
from vnplan.readers.docx import symbols
from vnplan.readers.docx.opening.package import Element
from vnplan.readers.docx.styles import RunFormat
from vnplan.readers.legacy_fonts import Decoder
from vnplan.text.clean import stored
from vnplan.text.raised import is_note_mark

_PRIVATE = re.compile("[\uf020-\uf0ff]")


@dataclass(frozen=True, slots=True)
class Row:
    """The words between two soft breaks, without blank ends, and how they look."""

    text: str
    bold: bool | None = None
    """Whether all visible characters are bold; ``None`` where there are none."""
    italic: bool | None = None
    size: float | None = None
    """Font size of the first visible characters, in points."""


class ParagraphText:
    """The words of one paragraph; ``boxes`` and ``notes`` wait to follow it."""

    def __init__(self, letters: Decoder) -> None:
        self.boxes: list[Element] = []
        """Text boxes and word art anchored here."""
        self.notes: list[tuple[Element, str]] = []
        """Footnotes and endnotes referred to here, with their marks."""
        self.hidden = 0
        """Visible characters left out because they are formatted as hidden."""
        self._letters = letters
        self._encodings: set[str] = set()
        """Legacy encodings that parts of the words were in."""
        self._named = False
        """Whether letters beyond ASCII stand in a font that names its encoding."""
        self._looks: list[Row] = [Row("")]
        self._before = ""
        self._done: list[str] = []
        self._open: list[str] = []
        self._group: tuple[str | None, bool] = (None, False)

    def put(self, text: str, look: RunFormat) -> None:
        """Add characters of a run, symbol fonts opened and capitals as printed (``w:caps``, fonts of capitals)."""
        blank = not text or text.isspace()
        if look.hidden:
            self.hidden += 0 if blank else len(text)
            return
        if _PRIVATE.search(text):
            text = symbols.decode(text, look.font)
        if not blank:
            self._look(look)
        text = asides.bare(text)
        if look.raised and is_note_mark(self._before, text):
            self._open.append(asides.frame(text))
        else:
            self._open.append(text)
        self._before = text or self._before
        if text == "\n":
            self._looks.append(Row(""))

    def mark(self, text: str, look: RunFormat) -> None:
        """Add the mark of a note that Word made: none of the words."""
        if text and not look.hidden:
            self._look(look)
            self._open.append(asides.frame(text))

    def type(self, text: str, look: RunFormat) -> None:
        """Add the characters of a ``w:t``, whose own line ends are layout of the XML."""
        self.put(text.replace("\r", " ").replace("\n", " "), look)

    def rows(self) -> list[Row]:
        """The words as vnplan stores them, a row for each line that soft breaks make."""
        self._close()
        text = "".join(self._done)
        if not self._named:
            text, encoding = self._letters.unnamed(text)
            self._encodings |= {encoding} if encoding else set()
        texts = stored(self._letters.whole(text, self._encodings)).split("\n")
        looks = self._looks
        if len(looks) != len(texts):  # a line separator among the characters themselves
            looks = [merged(looks)] * len(texts)
        return [replace(look, text=text.strip()) for look, text in zip(looks, texts, strict=True)]

    def _look(self, look: RunFormat) -> None:
        row = self._looks[-1]
        bold, italic = bool(look.bold) and row.bold is not False, bool(look.italic) and row.italic is not False
        if (bold, italic) != (row.bold, row.italic) or row.size is None:
            self._looks[-1] = Row("", bold, italic, row.size or look.size)
        # A letter and its VNI accent may stand in two runs: neighbours of one kind are decoded together.
        group = (legacy_fonts.encoding(look.font), bool(look.caps) or legacy_fonts.is_capital(look.font))
        if group != self._group:
            self._close()
            self._group = group

    def _close(self) -> None:
        name, capitals = self._group
        text = "".join(self._open)
        self._open.clear()
        if name is not None:
            self._named = self._named or not text.isascii()
            text, encoding = self._letters.named(text, name)
            self._encodings |= {encoding} if encoding else set()
        self._done.append(text.upper() if capitals else text)


def merged(rows: list[Row]) -> Row:
    """Rows one under the other, and the look that they share."""
    return Row(
        "\n".join(row.text for row in rows),
        _all(row.bold for row in rows),
        _all(row.italic for row in rows),
        next((row.size for row in rows if row.size), None),
    )


def _all(values: Iterable[bool | None]) -> bool | None:
    known = [value for value in values if value is not None]
    return all(known) if known else None
