"""Source -> DOCX numbered by Word: a marker that is the next of its kind is made by ``numbering.xml`` and not typed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from source import Cell, Grid, Line, Source

from renditions.layout import MARKER, heads_a_section, laid_out
from renditions.word.form import USUAL, begin, write
from renditions.word.numbering import BULLET, BULLETS, LEVELS, OUTLINE, ROWS, Counter, bullets, listed, outline, rows
from renditions.word.page import BODY, blank, put, saved


def as_automatic(source: Source) -> bytes:
    """Sections, items and bullets are lists, each attachment a new one; numbers of rows are a list in their column."""
    document = blank()
    lists = _Lists(document)
    form = replace(USUAL, paragraph=lists.paragraph, grid=lists.grid)
    page = laid_out(source)
    begin(document, page, form)
    for block in page.blocks:
        if isinstance(block, Line) and block.place == "appendix":
            lists.restart()
        write(document, block, form)
    return saved(document)


class _Lists:
    def __init__(self, document: Any) -> None:
        self._numbering = document.part.numbering_part.element
        self._used = 100
        for number, levels in ((ROWS, rows()), (BULLET, bullets()), (OUTLINE, outline())):
            self._numbering.insert(
                0,
                parse_xml(
                    f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
                ),
            )
        self._bullets = self._new(BULLET)
        self.restart()

    def restart(self) -> None:
        """Begin the outline anew."""
        self._counter = Counter()
        self._outline = self._new(OUTLINE)

    def paragraph(self, container: Any, line: Line) -> None:
        """A paragraph whose marker or bullet Word makes, where it can."""
        text, sign = line.text, line.text[:2].strip()
        level = self._counter.level_of(text)
        marker = MARKER.match(text)
        look = replace(BODY, bold=heads_a_section(text))
        if level is not None and marker:
            listed(put(container, text[marker.end() :], look), self._outline, level)
        elif text[1:2] == " " and sign in BULLETS:
            listed(put(container, text[2:].lstrip(), look), self._bullets, BULLETS.index(sign))
        else:
            put(container, text, look)

    def grid(self, document: Any, told: Grid) -> None:
        """The usual table; in its first column 1, 2, 3 are a list, also over group rows between them."""
        next_number, kept, numbered = 1, [], []
        for row in told.rows:
            cells = list(row)
            if cells and cells[0].column == 1 and not cells[0].heading and cells[0].text == str(next_number):
                cells[0] = replace(cells[0], text="")
                numbered.append(cells[0])
                next_number += 1
            kept.append(tuple(cells))
        USUAL.grid(document, replace(told, rows=tuple(kept)))
        self._number_rows(document.tables[-1], numbered)

    def _number_rows(self, table: Any, numbered: list[Cell]) -> None:
        used = self._new(ROWS)
        for cell in numbered:
            paragraph = table.cell(cell.row - 1, 0).paragraphs[0]
            size = int(paragraph.runs[0].font.size.pt * 2)
            # A number is set as the mark of its paragraph is; Word counts sizes in half points.
            paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {nsdecls("w")}><w:sz w:val="{size}"/></w:rPr>'))  # noqa: SLF001
            listed(paragraph, used, 0)

    def _new(self, abstract: int) -> int:
        """A list of its own: each of its levels is told to start at its beginning."""
        self._used += 1
        starts = "".join(
            f'<w:lvlOverride w:ilvl="{n}"><w:startOverride w:val="1"/></w:lvlOverride>' for n in range(len(LEVELS))
        )
        overrides = "" if abstract == BULLET else starts
        self._numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{self._used}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
            )
        )
        return self._used
