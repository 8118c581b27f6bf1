"""Source -> HTML of a collection of laws: anchors before articles and sections, the document deep in other parts."""

from __future__ import annotations

import unicodedata

from source import Cell, Grid, Source

from renditions.layout import MARKER, Closing, laid_out
from renditions.web.markup import closing, esc, letterhead, rows, site, spans, title


def as_lawsite(source: Source) -> bytes:
    """Letterhead table, anchors before articles and sections, a div in a div for each part."""
    page = laid_out(source)
    out = [letterhead(page.letterhead, "width:100%")] if page.letterhead else []
    for block in page.blocks:
        if isinstance(block, Closing):
            out.append(closing(block))
        elif isinstance(block, Grid):
            out += [f'<p align="center"><b>{esc(block.caption)}</b></p>'] if block.caption else []
            out.append(
                f'<div class="bang"><table border="1" cellpadding="0">\n{rows(block, _head_cell)}\n</table></div>'
            )
        elif block.place == "paragraph":
            out.append(f"<p>{_anchored(block.text)}</p>")
        else:
            anchor = '<a name="phuluc"></a>' if block.place == "appendix" else ""
            out.append(f'<p align="center">{anchor}<b>{esc(block.text)}</b></p>')
    body = f'<div class="cldivContentDocVn"><div><div>{chr(10).join(out)}</div></div></div>'
    return site("lawsite", title=title(source), contents="", document=body)


def _head_cell(cell: Cell) -> str:
    tag = "th" if cell.heading else "td"
    return f"<{tag}{spans(cell)}>{esc(cell.text) or '&nbsp;'}</{tag}>"


def _anchored(text: str) -> str:
    marker = MARKER.match(text)
    if not marker or not (marker["article"] or marker["roman"]):
        return esc(text)
    label = (marker["article"] or marker["roman"] or "").replace("Điều", "dieu").lower().replace(" ", "_")
    name = label if marker["article"] else f"muc_{label}"
    rest = text[marker.end() :]
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return f'<a name="{plain}"><b>{esc(marker[0])}</b></a>{esc(rest) if marker["article"] else f"<b>{esc(rest)}</b>"}'
