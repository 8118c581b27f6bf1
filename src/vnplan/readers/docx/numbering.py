"""Automatic numbering: the marker that Word prints before a paragraph (ECMA-376, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnplan.diagnostics import note
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.readers.docx import formats, symbols
from vnplan.readers.docx.opening.package import Element
from vnplan.readers.docx.styles import ParagraphFormat, Style, StyleSheet, is_on, number, paragraph_format, run_format
from vnplan.readers.docx.vocabulary import PARAGRAPH_PROPERTIES, RUN_PROPERTIES, VAL, W

_LEVELS = 9
"""Levels of a list in WordprocessingML (ECMA-376, ilvl: 0 to 8)."""
_PLACEHOLDER = re.compile(r"%([1-9])")
_SUFFIXES = {"tab": "\t", "space": " ", "nothing": ""}
_NO_LIST = "0"
_NO_LAYOUT = ParagraphFormat()


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list definition."""

    start: int = 1
    number_format: str = "decimal"
    pattern: str = ""
    """Examples of a custom number format."""
    text: str = ""
    """The marker with ``%1`` to ``%9`` for the numbers of the levels."""
    suffix: str = "\t"
    legal: bool = False
    """All numbers of the marker are decimal, whatever their own levels say."""
    restart: int | None = None
    """0: never restarts; n: restarts after an item of one of the first n levels; ``None``: after any level above."""
    hidden: bool = False
    font: str | None = None
    layout: ParagraphFormat = _NO_LAYOUT


@dataclass(frozen=True, slots=True)
class Instance:
    """One list of the document (``w:num``): a definition and what it changes of it."""

    definition: str
    levels: tuple[Level, ...]
    starts: dict[int, int]
    """Level -> first number, where the list starts anew."""
    linked: dict[str, int]
    """Style id -> the level that numbers paragraphs of this style."""


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before a paragraph."""

    text: str
    suffix: str
    layout: ParagraphFormat
    """The indents that come with the level."""


class Numbering:
    """The lists of one document, counting as its paragraphs go by in order.

    Lists of one definition share their counters, as Word counts: a second
    list goes on where the first stopped unless it says where it starts.
    """

    def __init__(self, root: Element | None, styles: StyleSheet) -> None:
        self._styles = styles
        rows = () if root is None else root
        self._definitions = {e.get(W + "abstractNumId", ""): e for e in rows if e.tag == W + "abstractNum"}
        self._rows = {e.get(W + "numId", ""): e for e in rows if e.tag == W + "num"}
        self._instances: dict[str, Instance | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        self._unknown: set[str] = set()

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Number formats that were met and are not known."""
        return [note(DiagnosticCode.NUMBER_FORMAT_UNKNOWN, format=name) for name in sorted(self._unknown)]

    def marker(self, direct: ParagraphFormat, style: Style) -> Marker | None:
        """The marker of the next paragraph, and count it; ``None`` where it stands in no list."""
        name = direct.numbering or style.paragraph.numbering
        if name is None or name == _NO_LIST:
            return None
        instance = self._instance(name)
        if instance is None:
            return None
        index = self._level(direct, style, instance)
        counts = self._count(name, instance, index)
        level = instance.levels[index]
        text = "" if level.hidden else self._text(instance, level, counts)
        return Marker(text, level.suffix if text else "", level.layout)

    def _level(self, direct: ParagraphFormat, style: Style, instance: Instance) -> int:
        index = direct.level
        if index is None and direct.numbering is None:
            index = next((instance.linked[s] for s in style.chain if s in instance.linked), None)
        if index is None:
            index = style.paragraph.level or 0
        return min(max(index, 0), _LEVELS - 1)

    def _count(self, name: str, instance: Instance, index: int) -> dict[int, int]:
        counts = self._counts.setdefault(instance.definition, {})
        for level in range(index + 1):
            first = instance.starts.get(level, instance.levels[level].start)
            if level < index:
                # An item whose parents never stood counts as if they had stood once.
                counts.setdefault(level, first)
            elif level in instance.starts and (name, level) not in self._started:
                counts[level] = first
            else:
                counts[level] = counts.get(level, first - 1) + 1
        self._started.add((name, index))
        for level in range(index + 1, _LEVELS):
            restart = instance.levels[level].restart
            if restart is None or index < restart:
                counts.pop(level, None)
        return counts

    def _text(self, instance: Instance, level: Level, counts: dict[int, int]) -> str:
        if level.number_format == "bullet":
            return symbols.bullet(level.text, level.font)

        def write(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            if at not in counts:
                return ""
            own = instance.levels[at]
            legal = level.legal and own.number_format != "none"
            written = formats.write(counts[at], "decimal" if legal else own.number_format, own.pattern)
            if written is None:
                self._unknown.add(own.number_format)
            return str(counts[at]) if written is None else written

        return _PLACEHOLDER.sub(write, level.text)

    def _instance(self, name: str) -> Instance | None:
        if name not in self._instances:
            self._instances[name] = self._read(name)
        return self._instances[name]

    def _read(self, name: str) -> Instance | None:
        row = self._rows.get(name)
        if row is None:
            return None
        key, definition = self._definition(row)
        if definition is None:
            return None
        elements: dict[int, Element] = {}
        starts: dict[int, int] = {}
        for level in definition.iterchildren(W + "lvl"):
            elements[number(level.get(W + "ilvl")) or 0] = level
        for override in row.iterchildren(W + "lvlOverride"):
            index = number(override.get(W + "ilvl")) or 0
            own = override.find(W + "lvl")
            if own is not None:
                elements[index] = own
            start = _value(override, "startOverride")
            if start is not None:
                starts[index] = number(start) or 0
        levels = tuple(_read_level(elements[i]) if i in elements else Level() for i in range(_LEVELS))
        linked = {style: i for i, e in elements.items() if (style := _value(e, "pStyle")) and 0 <= i < _LEVELS}
        return Instance(key, levels, starts, linked)

    def _definition(self, row: Element) -> tuple[str, Element | None]:
        """Key and element of the definition behind a list, through list styles that point to other lists."""
        seen: set[str] = set()
        while True:
            key = _value(row, "abstractNumId") or ""
            definition = self._definitions.get(key)
            style = None if definition is None else _value(definition, "numStyleLink")
            if style is None or key in seen:
                return key, definition
            seen.add(key)
            linked = self._rows.get(self._styles.of_list(style) or "")
            if linked is None:
                return key, definition
            row = linked


def _value(parent: Element, name: str) -> str | None:
    child = parent.find(W + name)
    return None if child is None else child.get(VAL)


def _read_level(element: Element) -> Level:
    # A custom format stands in an alternative; its plain fall-back is of no use here.
    kind = next(element.iter(W + "numFmt"), None)
    legal = element.find(W + "isLgl")
    run = run_format(element.find(RUN_PROPERTIES))
    text = _value(element, "lvlText") or ""
    if not text and element.find(W + "lvlPicBulletId") is not None:
        text = "•"
    start, restart = number(_value(element, "start")), number(_value(element, "lvlRestart"))
    return Level(
        start=0 if start is None else start,
        number_format="decimal" if kind is None else kind.get(VAL, "decimal"),
        pattern="" if kind is None else kind.get(W + "format", ""),
        text=text,
        suffix=_SUFFIXES.get(_value(element, "suff") or "tab", "\t"),
        legal=legal is not None and is_on(legal),
        restart=restart,
        hidden=bool(run.hidden),
        font=run.font,
        layout=paragraph_format(element.find(PARAGRAPH_PROPERTIES)),
    )


_AUTOMATIC = re.compile(r"\s*AUTONUM(?:LGL|OUT)?\b", re.IGNORECASE)
_SWITCH = re.compile(r"\\\*\s*(?P<format>\w+)|\\s\s*(?P<close>\S)|(?P<bare>\\e)")
_FIELD_FORMATS = {
    "ROMAN": "upperRoman",
    "roman": "lowerRoman",
    "ALPHABETIC": "upperLetter",
    "alphabetic": "lowerLetter",
}


class FieldNumbers:
    r"""Numbers that fields print (``AUTONUM \\* ROMAN``), counted by their format as they go by."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def print(self, instruction: str) -> str | None:
        """What a field with ``instruction`` shows; ``None`` where it is no automatic number."""
        if not _AUTOMATIC.match(instruction):
            return None
        switches = [match.groupdict() for match in _SWITCH.finditer(instruction)]
        asked = next((s["format"] for s in switches if s["format"]), "")
        kind = _FIELD_FORMATS.get(asked, "decimal")
        close = next((s["close"] for s in switches if s["close"]), ".")
        count = self._counts[kind] = self._counts.get(kind, 0) + 1
        bare = any(s["bare"] for s in switches)
        return (formats.write(count, kind) or str(count)) + ("" if bare else close)
