"""What stands inside a paragraph: runs, fields, breaks, symbols, note marks, anchored text boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnplan.readers.docx import symbols
from vnplan.readers.docx.notes import REFERENCES, Notes
from vnplan.readers.docx.numbering import FieldNumbers
from vnplan.readers.docx.opening.package import Element
from vnplan.readers.docx.paragraph_text import ParagraphText
from vnplan.readers.docx.styles import RunFormat, Style, StyleSheet, number, run_format
from vnplan.readers.docx.vocabulary import (
    ALTERNATE,
    BOX,
    MATH_RUN,
    MATH_TEXT,
    PICTURES,
    RUN,
    RUN_PROPERTIES,
    SILENT,
    TEXT,
    VAL,
    WORD_ART,
    W,
)

# Elements of a run that stand for one character. Page and column breaks end a line as w:br does.
_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    # Kept although invisible: U+00AD is the letter ư in TCVN3, and converters write it as this element.
    W + "softHyphen": "\u00ad",
}
_FIELD = W + "fldChar"
_INSTRUCTION = W + "instrText"
_OWN_MARKS = frozenset({W + "footnoteRef", W + "endnoteRef"})
_OPENED = frozenset({W + "ruby", W + "rubyBase", RUN})
_GRAPHICS = frozenset({W + "drawing", W + "pict", W + "object"})


class InlineReader:
    """Reads paragraphs one after another; an open field may run on from one into the next."""

    def __init__(self, styles: StyleSheet, notes: Notes) -> None:
        self.pictures = 0
        """Pictures met, whose words are not read."""
        self._styles = styles
        self._notes = notes
        self._fields: list[bool] = []
        """For each open field, outermost first, whether its result has begun."""
        self._instruction = ""
        """What the innermost open field asks for, as far as it was read."""
        self._automatic = FieldNumbers()

    def read(self, paragraph: Element, line: ParagraphText, style: Style, mark: str) -> None:
        """Add what ``paragraph`` shows to ``line``; ``mark`` is the note's own mark where it refers to itself."""
        stack = [*paragraph.iterchildren(reversed=True)]
        while stack:
            node = stack.pop()
            tag = node.tag
            if tag in (RUN, MATH_RUN):
                look = self._styles.run(style, run_format(node.find(RUN_PROPERTIES)))
                self._run(node, line, look, mark)
            elif tag == ALTERNATE:
                stack.extend(reversed(shown_branch(node)))
            elif tag not in SILENT:
                stack.extend(node.iterchildren(reversed=True))
        # An instruction ends with its paragraph: a field that was cut off must not swallow the document.
        self._fields = [shown for shown in self._fields if shown]

    def _run(self, run: Element, line: ParagraphText, look: RunFormat, mark: str) -> None:
        stack = [*run.iterchildren(reversed=True)]
        while stack:
            node = stack.pop()
            tag = node.tag
            if tag == _FIELD:
                self._field(node, line, look)
            elif tag == ALTERNATE:
                stack.extend(reversed(shown_branch(node)))
            elif tag in _OPENED:
                stack.extend(node.iterchildren(reversed=True))
            elif tag == _INSTRUCTION and self._fields and not self._fields[-1]:
                self._instruction += node.text or ""
            elif all(self._fields):
                self._show(node, line, look, mark)

    def _show(self, node: Element, line: ParagraphText, look: RunFormat, mark: str) -> None:
        """Add what one element of a run shows."""
        tag = node.tag
        if tag in (TEXT, MATH_TEXT):
            line.type(node.text or "", look)
        elif tag in _CHARACTERS:
            line.put(_CHARACTERS[tag], look)
        elif tag == W + "sym":
            line.put(_symbol(node), look)
        elif tag in REFERENCES:
            self._refer(node, line, look)
        elif tag in _OWN_MARKS:
            line.put(mark, look)
        elif tag in _GRAPHICS:
            line.boxes += boxes(node)
            self.pictures += sum(1 for _ in node.iter(*PICTURES))

    def _field(self, character: Element, line: ParagraphText, look: RunFormat) -> None:
        kind = character.get(W + "fldCharType")
        if kind == "begin":
            if all(self._fields):
                line.put(_form_choice(character), look)
            self._fields.append(False)
            self._instruction = ""
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            without_result = not self._fields.pop()
            printed = self._automatic.print(self._instruction) if without_result else None
            if printed and all(self._fields):
                line.put(printed, look)

    def _refer(self, reference: Element, line: ParagraphText, look: RunFormat) -> None:
        found = self._notes.refer(reference)
        if found is None:
            return
        note, mark = found
        line.mark(mark, look)
        if note is not None:
            line.notes.append((note, mark))


def _symbol(element: Element) -> str:
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    return symbols.char(code, element.get(W + "font"))


def shown_branch(alternate: Element) -> list[Element]:
    """The children of the one branch of ``mc:AlternateContent`` that is read: the first that holds any text."""
    for branch in alternate:
        if next(branch.iter(TEXT, WORD_ART, *PICTURES), None) is not None:
            return list(branch)
    return []


def boxes(graphic: Element) -> Iterator[Element]:
    """Outermost text boxes and word art of a drawing, each alternative once."""
    stack: list[Element] = [graphic]
    while stack:
        node = stack.pop()
        if node.tag in (BOX, WORD_ART):
            yield node
        else:
            children: Iterable[Element] = shown_branch(node) if node.tag == ALTERNATE else node
            stack.extend(reversed(list(children)))


def _form_choice(field: Element) -> str:
    """The chosen entry of a drop-down form field, which has no result of its own."""
    choice = field.find(f"{W}ffData/{W}ddList")
    if choice is None:
        return ""
    entries = [e.get(VAL, "") for e in choice.iterchildren(W + "listEntry")]
    chosen = choice.find(W + "result")
    index = 0 if chosen is None else number(chosen.get(VAL)) or 0
    return entries[index] if 0 <= index < len(entries) else ""
