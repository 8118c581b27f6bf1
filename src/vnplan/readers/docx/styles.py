"""Styles: what a paragraph or run looks like once style, base styles and direct formatting are put together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import TypeVar

from vnplan.readers import legacy_fonts
from vnplan.readers.docx.opening.package import Element
from vnplan.readers.docx.vocabulary import PARAGRAPH_PROPERTIES, RUN_PROPERTIES, VAL, W

_OFF = frozenset({"0", "false", "off"})
_TOGGLES = {W + "b": "bold", W + "i": "italic", W + "vanish": "hidden", W + "caps": "caps"}
# Word's own names of its heading styles; they stay English in a localised Word.
_HEADING_NAME = re.compile(r"heading ([1-9])", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"toc [1-9]|table of figures", re.IGNORECASE)
_RAISED = 4
"""Half points above the line from which a run is raised: a third of a letter of twelve points."""
_BODY_TEXT_LEVEL = 9
"""Outline level that means none (ECMA-376, outlineLvl); 0 to 8 are headings."""


@dataclass(frozen=True, slots=True)
class RunFormat:
    """Formatting of characters as one element states it; ``None`` is not stated."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    caps: bool | None = None
    size: float | None = None
    """Points."""
    font: str | None = None
    style: str | None = None
    """Id of a character style."""
    raised: bool | None = None
    """Printed above the line."""


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """Formatting of a paragraph as one element states it; ``None`` is not stated."""

    style: str | None = None
    align: str | None = None
    left: float | None = None
    """Left indent in points."""
    first: float | None = None
    """First line against the left indent in points, negative where it hangs out."""
    outline: int | None = None
    """Outline level from 0; 9 is body text."""
    numbering: str | None = None
    """Id of the numbering instance; ``0`` switches an inherited one off."""
    level: int | None = None
    """Level in the numbering from 0."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style with all that it inherits."""

    chain: tuple[str, ...]
    """Ids of the style and its base styles, nearest first."""
    paragraph: ParagraphFormat
    run: RunFormat
    contents: bool = False
    """Entries of a table of contents or of figures, which Word makes from headings that stand elsewhere."""


_Format = TypeVar("_Format", RunFormat, ParagraphFormat)
_PLAIN_RUN = RunFormat()


def _beneath(upper: _Format, lower: _Format) -> _Format:
    """``upper`` with what it leaves open filled from ``lower``."""
    gaps = {f.name: getattr(lower, f.name) for f in fields(upper) if getattr(upper, f.name) is None}
    return replace(upper, **gaps)


def is_on(element: Element) -> bool:
    """Whether an on/off property is on; without a value it is."""
    return element.get(VAL, "1") not in _OFF


def number(text: str | None) -> int | None:
    """A whole number of the format, or ``None`` where it is none."""
    try:
        return int(float(text)) if text is not None else None
    except (ValueError, OverflowError):
        return None


def _points(twips: str | None) -> float | None:
    value = number(twips)
    return None if value is None else value / 20


def run_format(properties: Element | None) -> RunFormat:
    """What ``w:rPr`` states."""
    if properties is None:
        return _PLAIN_RUN
    found: dict[str, bool | float | str | None] = {}
    for child in properties:
        tag = child.tag
        if tag in _TOGGLES:
            found[_TOGGLES[tag]] = is_on(child)
        elif tag == W + "sz":
            half = number(child.get(VAL))
            found["size"] = None if half is None else half / 2
        elif tag == W + "rFonts":
            found["font"] = _font(child)
        elif tag == W + "rStyle":
            found["style"] = child.get(VAL)
        elif tag == W + "vertAlign":
            found["raised"] = child.get(VAL) == "superscript"
        elif tag == W + "position":
            found["raised"] = (number(child.get(VAL)) or 0) >= _RAISED
    return RunFormat(**found) if found else _PLAIN_RUN  # type: ignore[arg-type]


def _font(fonts: Element) -> str | None:
    """The font of Latin letters; ``""`` where the theme names it."""
    if fonts.get(W + "asciiTheme") is not None:
        return ""
    high = fonts.get(W + "hAnsi")
    # Codes beyond ASCII, which tell the letters, are drawn in the font for high codes.
    return high if legacy_fonts.encoding(high) else fonts.get(W + "ascii") or high


def paragraph_format(properties: Element | None) -> ParagraphFormat:
    """What ``w:pPr`` (of a paragraph, a style or a list level) states."""
    if properties is None:
        return ParagraphFormat()
    style = align = numbering = None
    left = first = None
    outline = level = None
    for child in properties:
        tag = child.tag
        if tag == W + "pStyle":
            style = child.get(VAL)
        elif tag == W + "jc":
            align = child.get(VAL)
        elif tag == W + "ind":
            left = _points(child.get(W + "left") or child.get(W + "start"))
            hanging = _points(child.get(W + "hanging"))
            first = _points(child.get(W + "firstLine")) if hanging is None else -hanging
        elif tag == W + "outlineLvl":
            outline = number(child.get(VAL))
        elif tag == W + "numPr":
            numbering, level = _list_place(child)
    return ParagraphFormat(style, align, left, first, outline, numbering, level)


def _list_place(properties: Element) -> tuple[str | None, int | None]:
    instance, level = properties.find(W + "numId"), properties.find(W + "ilvl")
    return (
        None if instance is None else instance.get(VAL),
        None if level is None else number(level.get(VAL)),
    )


class StyleSheet:
    """The styles part, read style by style when a paragraph or run asks; every answer is kept."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._styles: dict[tuple[str, ...], Style] = {}
        self._runs: dict[tuple[tuple[str, ...], RunFormat], RunFormat] = {}
        self._default: dict[str, str] = {}
        self._defaults = root.find(W + "docDefaults") if root is not None else None
        for style in root.iterchildren(W + "style") if root is not None else ():
            name = style.get(W + "styleId", "")
            self._elements[name] = style
            if style.get(W + "default", "0") not in _OFF:
                self._default.setdefault(style.get(W + "type", ""), name)

    @cached_property
    def run_defaults(self) -> RunFormat:
        """Character formatting of the whole document."""
        return run_format(None if self._defaults is None else self._defaults.find(f"{W}rPrDefault/{RUN_PROPERTIES}"))

    @cached_property
    def _paragraph_defaults(self) -> ParagraphFormat:
        found = None if self._defaults is None else self._defaults.find(f"{W}pPrDefault/{PARAGRAPH_PROPERTIES}")
        return paragraph_format(found)

    def of_paragraph(self, style: str | None) -> Style:
        """The style with id ``style``; the default paragraph style where it is none or unknown."""
        if style not in self._elements:
            style = self._default.get("paragraph")
        return self._style(style, "paragraph")

    def of_run(self, style: str | None) -> RunFormat:
        """Formatting by the character style with id ``style``."""
        return self._style(style, "character").run if style in self._elements else _PLAIN_RUN

    def of_list(self, style: str | None) -> str | None:
        """The numbering instance that the list style with id ``style`` stands for."""
        return self._style(style, "numbering").paragraph.numbering if style in self._elements else None

    def elements(self, style: str | None) -> Iterator[Element]:
        """The elements of style ``style`` and its base styles, nearest first."""
        seen: set[str] = set()
        while style in self._elements and style not in seen:
            seen.add(style)
            element = self._elements[style]
            yield element
            base = element.find(W + "basedOn")
            style = None if base is None else base.get(VAL)

    def run(self, paragraph: Style, direct: RunFormat) -> RunFormat:
        """Formatting of a run with ``direct`` formatting in a paragraph of style ``paragraph``.

        On/off properties that both the paragraph's and the run's style state
        cancel out (ECMA-376, 17.7.3, toggle properties).
        """
        if direct is _PLAIN_RUN:
            return paragraph.run
        key = (paragraph.chain, direct)
        if key not in self._runs:
            self._runs[key] = self._run(paragraph, direct)
        return self._runs[key]

    def _run(self, paragraph: Style, direct: RunFormat) -> RunFormat:
        if direct.style is None:
            return _beneath(direct, paragraph.run)
        character = self.of_run(direct.style)
        both = {name: bool(getattr(character, name)) ^ bool(getattr(paragraph.run, name)) for name in _TOGGLES.values()}
        return _beneath(direct, replace(_beneath(character, paragraph.run), **both))  # type: ignore[arg-type]

    def _style(self, style: str | None, kind: str) -> Style:
        key = (style or "", kind)
        if key not in self._styles:
            self._styles[key] = self._inherited(style, kind)
        return self._styles[key]

    def _inherited(self, style: str | None, kind: str) -> Style:
        chain: list[str] = []
        paragraph, run = ParagraphFormat(), _PLAIN_RUN
        for element in self.elements(style):
            chain.append(element.get(W + "styleId", ""))
            own = paragraph_format(element.find(PARAGRAPH_PROPERTIES))
            if own.outline is None:
                own = replace(own, outline=_named_level(element))
            paragraph = _beneath(paragraph, own)
            run = _beneath(run, run_format(element.find(RUN_PROPERTIES)))
        if kind == "paragraph":
            paragraph, run = _beneath(paragraph, self._paragraph_defaults), _beneath(run, self.run_defaults)
        contents = any(_CONTENTS_NAME.fullmatch(_name(element)) for element in self.elements(style))
        return Style(tuple(chain), paragraph, run, contents)


def _name(style: Element) -> str:
    name = style.find(W + "name")
    return "" if name is None else name.get(VAL, "")


def _named_level(style: Element) -> int | None:
    heading = _HEADING_NAME.fullmatch(_name(style))
    return int(heading[1]) - 1 if heading else None


def heading_level(direct: ParagraphFormat, style: Style) -> int | None:
    """Heading level from 1 that a paragraph's outline level gives."""
    outline = style.paragraph.outline if direct.outline is None else direct.outline
    return None if outline is None or not 0 <= outline < _BODY_TEXT_LEVEL else outline + 1
