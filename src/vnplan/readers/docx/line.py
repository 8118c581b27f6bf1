"""One paragraph as it gathers from runs: its words and how they look."""

from __future__ import annotations

import re

from vnplan.readers.docx import fonts, symbols
from vnplan.readers.docx.package import Element
from vnplan.readers.docx.styles import RunFormat
from vnplan.text.clean import stored

_PRIVATE = re.compile("[\uf020-\uf0ff]")


class Line:
    """The words of one paragraph; ``boxes`` and ``notes`` wait to follow it."""

    def __init__(self) -> None:
        self.boxes: list[Element] = []
        """Text boxes and word art anchored here."""
        self.notes: list[tuple[Element, str]] = []
        """Footnotes and endnotes referred to here, with their marks."""
        self.hidden = 0
        """Visible characters left out because they are formatted as hidden."""
        self.encodings: set[str] = set()
        """Legacy encodings that parts of the words were in."""
        self.bold: bool | None = None
        """Whether all visible characters are bold; ``None`` where there are none."""
        self.italic: bool | None = None
        self.size: float | None = None
        """Font size of the first visible characters, in points."""
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
        self._open.append(text)

    def type(self, text: str, look: RunFormat) -> None:
        """Add the characters of a ``w:t``, whose own line ends are layout of the XML."""
        self.put(text.replace("\r", " ").replace("\n", " "), look)

    def text(self) -> str:
        """The words as vnplan stores them, without blank ends."""
        self._close()
        text = "".join(self._done)
        if not self.encodings:
            text, encoding = fonts.decode(text, None)
            self.encodings |= {encoding} if encoding else set()
        return stored(text).strip()

    def _look(self, look: RunFormat) -> None:
        self.bold = bool(look.bold) and self.bold is not False
        self.italic = bool(look.italic) and self.italic is not False
        self.size = self.size or look.size
        # A letter and its VNI accent may stand in two runs: neighbours of one kind are decoded together.
        group = (fonts.encoding(look.font), bool(look.caps) or fonts.is_capital(look.font))
        if group != self._group:
            self._close()
            self._group = group

    def _close(self) -> None:
        name, capitals = self._group
        text = "".join(self._open)
        self._open.clear()
        if name is not None:
            text, encoding = fonts.decode(text, name)
            self.encodings |= {encoding} if encoding else set()
        self._done.append(text.upper() if capitals else text)
