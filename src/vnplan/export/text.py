"""A plan as text and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.models.plan import PlanData
from vnplan.models.section import Attachment, Section, SectionKind
from vnplan.models.table import Table

_RUN_IN = frozenset({SectionKind.BULLET, SectionKind.PARAGRAPH, SectionKind.PREAMBLE})
_TITLE_LONGEST = 160
"""A longer first line is a clause, not a heading."""


def to_text(plan: PlanData) -> str:
    """The stored text: decoded, NFC, line feeds at line ends, nothing left out."""
    return plan.text


def to_markdown(plan: PlanData) -> str:
    """The plan as Markdown: title, sections as headings and lists, tables as pipe tables.

    Items keep the label that the document prints. Recipients and signatures
    come behind the body; words of the letterhead that the header model does not hold are left out.
    """
    return "\n\n".join(part for part in _document(plan) if part) + "\n"


def _document(plan: PlanData) -> Iterator[str]:
    head = plan.header
    kind = head.doc_type.name if head.doc_type else ""
    yield "# " + " ".join(w for w in (kind, head.title) if w) if kind or head.title else ""
    facts = [
        head.issuer.name if head.issuer else "",
        f"Số: {head.number.key}" if head.number else "",
        ", ".join(w for w in (head.place, head.date.strftime("%d/%m/%Y") if head.date else "") if w),
    ]
    yield "  \n".join(_escape(fact) for fact in facts if fact)
    tables = [t for t in plan.tables if not any(t.id in a.tables for a in plan.attachments)]
    yield from _sections(plan, plan.sections, tables)
    for signer in head.signers:
        yield f"**{_escape(signer.position)}**  \n{_escape(signer.name)}"
    if head.recipients:
        yield "Nơi nhận:\n" + "\n".join(f"- {_escape(name)}" for name in head.recipients)
    for attachment in plan.attachments:
        yield from _attachment(plan, attachment)


def _attachment(plan: PlanData, attachment: Attachment) -> Iterator[str]:
    yield "# " + (": ".join(_escape(w) for w in (attachment.label, attachment.title) if w) or "Phụ lục")
    tables = [t for t in plan.tables if t.id in attachment.tables]
    yield from _sections(plan, attachment.sections, tables)


def _sections(plan: PlanData, sections: tuple[Section, ...], tables: list[Table]) -> Iterator[str]:
    """Sections in text order, each table behind the innermost section that holds it."""
    for section in sections:
        yield _own(section)
        own = [t for t in tables if section.span.start <= t.span.start < section.span.end]
        deeper = [t for t in own if any(c.span.start <= t.span.start < c.span.end for c in section.children)]
        for table in own:
            if table not in deeper:
                yield _table(table)
        yield from _sections(plan, section.children, deeper)
    for table in tables:
        if not any(s.span.start <= table.span.start < s.span.end for s in sections):
            yield _table(table)


def _own(section: Section) -> str:
    lines = [_escape(line) for line in section.text.split("\n") if line]
    label = section.label or ""
    if section.kind is SectionKind.BULLET:
        return "\n\n".join([f"- {lines[0] if lines else ''}", *(f"  {line}" for line in lines[1:])])
    if section.kind in _RUN_IN:
        return "\n\n".join(lines)
    if section.heading and len(section.heading) <= _TITLE_LONGEST:
        rest = lines[1:]
        title = f"{'#' * min(section.level + 1, 6)} {label}{'. ' if label else ''}{lines[0] if lines else ''}"
        return "\n\n".join([title.rstrip(), *rest])
    return "\n\n".join([f"**{label}.** {lines[0] if lines else ''}" if label else "", *lines[1:]]).strip()


def _table(table: Table) -> str:
    width = len(table.columns) or max((c.column + c.column_span for r in table.rows for c in r.cells), default=0)
    if not width:
        return ""
    head = [c.heading for c in table.columns] or [""] * width
    rows = [head, ["---"] * width]
    for row in table.rows:
        if row.kind == "header" and table.columns:
            continue
        cells = [""] * width
        for cell in row.cells:
            if cell.column < width:
                cells[cell.column] = cell.text
        rows.append(cells)
    lines = [
        "| " + " | ".join(_escape(c).replace("\n", "<br>").replace("|", "\\|") for c in row) + " |" for row in rows
    ]
    caption = f"*{_escape(table.caption)}*\n\n" if table.caption else ""
    return caption + "\n".join(lines)


def _escape(words: str) -> str:
    return words.replace("\\", "\\\\").replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;")
