"""Source -> HTML of a portal: menu, path and contents before the document, other news behind it."""

from __future__ import annotations

from source import Cell, Grid, Line, Source

from renditions.layout import Closing, heads_a_section, laid_out
from renditions.web.markup import closing, esc, letterhead, rows, site, spans, title

_NORMAL = '<p class="MsoNormal" style="margin-bottom:6.0pt;text-align:{align}"><span style="font-size:14.0pt;font-family:&quot;Times New Roman&quot;,serif">{words}</span></p>'
_CELLS = "<td{spans} valign=\"top\" style='border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt'>{words}</td>"


def as_portal(source: Source) -> bytes:
    """Menu, path and contents before the document, other news behind it; paragraphs as Word pasted them."""
    page = laid_out(source)
    out = [letterhead(page.letterhead, "border-collapse:collapse")] if page.letterhead else []
    for block in page.blocks:
        if isinstance(block, Closing):
            out.append(closing(block))
        elif isinstance(block, Grid):
            out += [_normal(block.caption, "center", "b")] if block.caption else []
            out.append(f'<table class="MsoTableGrid" border="1" cellspacing="0">\n{rows(block, _word_cell)}\n</table>')
        elif block.place == "paragraph":
            out.append(_normal(block.text, "justify", "b" if heads_a_section(block.text) else ""))
        else:
            out.append(_normal(block.text, "center", "i" if block.place == "pointer" else "b"))
    heads = [b.text for b in page.blocks if isinstance(b, Line) and b.place == "paragraph" and heads_a_section(b.text)]
    contents = "".join(f'<div class="muc"><a href="#m{n}">{esc(text)}</a></div>' for n, text in enumerate(heads, 1))
    return site("portal", title=title(source), contents=contents, document="\n".join(out))


def _normal(text: str, align: str, tag: str) -> str:
    words = f"<{tag}>{esc(text)}</{tag}>" if tag else esc(text)
    return _NORMAL.format(align=align, words=words)


def _word_cell(cell: Cell) -> str:
    words = "".join(_normal(line, "left", "b" if cell.heading else "") for line in cell.text.split("\n"))
    return _CELLS.format(spans=spans(cell), words=words)
