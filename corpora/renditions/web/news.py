"""Source -> HTML of a news page: one run of lines parted by breaks, letters as entities."""

from __future__ import annotations

from html.entities import codepoint2name

from source import Cell, Grid, Source

from renditions.layout import Closing, laid_out
from renditions.web.markup import rows, site, spans, title


def as_news(source: Source) -> bytes:
    """One run of lines parted by breaks, letters as entities, tables without head cells."""
    page = laid_out(source)
    out = []
    head = page.letterhead
    if head:
        lines = [*head.left, *head.right, head.number or "", *head.subject, head.dateline or "", *head.marks]
        out.append("<br />\n".join(f"<strong>{_entities(line)}</strong>" for line in lines if line))
    for block in page.blocks:
        if isinstance(block, Closing):
            lines = [*block.recipients, "", *(line.text for line in block.signatures)]
            out.append("<br />\n".join(map(_entities, lines)))
        elif isinstance(block, Grid):
            table = f"<table>\n{rows(block, _bare_cell)}\n</table>"
            out.append((_entities(block.caption) + "<br />\n" if block.caption else "") + table)
        else:
            out.append(
                _entities(block.text) if block.place == "paragraph" else f"<strong>{_entities(block.text)}</strong>"
            )
    return site("news", title=_entities(title(source)), contents="", document="<br />\n<br />\n".join(out))


def _entities(text: str) -> str:
    """Named entities where HTML has a name, else numbers, as old editors store Vietnamese."""
    signs = (
        f"&{codepoint2name[ord(c)]};" if ord(c) in codepoint2name else c if c.isascii() else f"&#{ord(c)};"
        for c in text
    )
    return "".join(signs).replace("\n", "<br />")


def _bare_cell(cell: Cell) -> str:
    return f"<td{spans(cell)}>{_entities(cell.text)}</td>"
