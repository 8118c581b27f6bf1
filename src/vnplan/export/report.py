"""One plan as a page of HTML for people: what was found, and where in the text; it loads nothing and runs nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape

from vnplan.diagnostics import vietnamese
from vnplan.export.html_frame import framed
from vnplan.export.marked_text import Mark, marked
from vnplan.export.report_words import STYLE, WORDS
from vnplan.export.rows import task_row
from vnplan.facts import KINDS
from vnplan.facts.kind import FactKind
from vnplan.models.base import Language, Span
from vnplan.models.plan import PlanData
from vnplan.models.section import Section

_PARTS = ("sections", "tasks", "references", "bodies", "diagnostics", "text")


def to_html(plan: PlanData, language: Language = "en") -> str:
    """The page; every word of the document is escaped.

    Args:
        plan: any plan.
        language: language of headings and remarks, ``en`` or ``vi``.

    Raises:
        ValueError: there are no headings in that language.

    """
    if language not in WORDS:
        msg = f"language must be one of {', '.join(WORDS)}, not {language!r}"
        raise ValueError(msg)
    words = WORDS[language]
    name = escape(plan.header.title or plan.source.name, quote=False)
    links = "".join(f'<a href="#{part}">{words[part]}</a>' for part in _PARTS)
    body = "\n".join((*_head(plan, words), *_found(plan, words, language), *_text(plan, words)))
    return framed(name, STYLE, f"<nav>{links}</nav>\n{body}", language)


def _head(plan: PlanData, words: dict[str, str]) -> Iterator[str]:
    header = plan.header
    signers = "; ".join(", ".join(filter(None, (s.name, s.position, s.authority))) for s in header.signers)
    pages = f", {plan.source.pages} pp." if plan.source.pages else ""
    rows = (
        ("number", header.number.key if header.number else None),
        ("doc_type", header.doc_type.name if header.doc_type else None),
        ("issuer", header.issuer.name if header.issuer else None),
        ("province", header.province),
        ("place", header.place),
        ("date", header.date),
        ("signers", signers),
        ("recipients", "; ".join(header.recipients)),
        ("source", f"{plan.source.name} ({plan.source.media_type}{pages})"),
    )
    told = (f"<tr><th>{words[name]}</th><td>{_cell(value)}</td></tr>" for name, value in rows if value)
    yield f"<table class=head>{''.join(told)}</table>"


def _found(plan: PlanData, words: dict[str, str], language: Language) -> Iterator[str]:
    yield _title("sections", words)
    yield _tree((*plan.sections, *(s for attachment in plan.attachments for s in attachment.sections))) or words["none"]
    yield _title("tasks", words)
    heads = [words[head] for head in ("no", "task", "lead", "coordinating", "time", "outputs")]
    columns = ("no", "title", "lead", "coordinating", "time", "outputs")
    tasks = [[task_row(task)[column] for column in columns] for task in plan.tasks]
    links = [[None, f"#t{n}"] for n in range(len(tasks))]
    yield _table(heads, tasks, links) if tasks else words["none"]
    yield from (part for kind in KINDS if kind.shown for part in _facts(kind, plan, language))
    yield _title("references", words)
    cited = [
        (r.key, r.date, r.issuer, ", ".join(r.relations), len(r.mentions), f"#c{min(r.mentions, default=0)}")
        for r in plan.references
    ]
    heads = [words[head] for head in ("number", "date", "issuer", "relations", "mentions")]
    # Five fields as headed; the sixth is the link.
    yield _table(heads, [r[:5] for r in cited], [[r[5]] for r in cited]) if cited else words["none"]
    yield _title("bodies", words)
    counts = Counter((ref.name, ref.province) for ref in plan.agencies).most_common()
    bodies = [(name, province, count) for (name, province), count in counts]
    yield _table([words["bodies"], words["province"], words["mentions"]], bodies) if bodies else words["none"]
    yield _title("diagnostics", words)
    remarks = [(d.code, vietnamese(d) if language == "vi" else d.message) for d in plan.diagnostics]
    places = [[f"#d{n}" if d.span else None] for n, d in enumerate(plan.diagnostics)]
    yield _table(["", ""], remarks, places) if remarks else words["none"]


def _facts(kind: FactKind, plan: PlanData, language: Language) -> Iterator[str]:
    """A kind of fact as it declares itself to people; kinds of which the plan has none are left out."""
    rows = list(kind.rows(plan))
    if rows:
        names = list(kind.columns)
        places = [names.index(column.column) for column in kind.shown]
        links: list[list[str | None]] = [[f"#{kind.name}-{n}"] for n in range(len(rows))]
        heads = (column.headings[language] for column in kind.shown)
        yield f"<h2 id={kind.name}>{kind.titles[language]}</h2>"
        yield _table(heads, ([row[place] for place in places] for row in rows), links)


def _text(plan: PlanData, words: dict[str, str]) -> Iterator[str]:
    yield _title("text", words)
    kinds = ("citation", "agency", "heading", "trouble")
    legend = " ".join(f"<span class={kind}>{words[kind]}</span>" for kind in kinds)
    yield f"<p>{words['legend']} {legend}</p>"
    yield f"<div class=text>{''.join(marked(plan.text, _marks(plan)))}</div>"


def _marks(plan: PlanData) -> Iterator[Mark]:
    for section in _all((*plan.sections, *(s for attachment in plan.attachments for s in attachment.sections))):
        line = plan.text.find("\n", section.span.start, section.span.end)
        end = line if line >= 0 else section.span.end
        kind = "heading" if section.children else ""
        yield Mark(Span(section.span.start, end), kind, section.id if kind else "", f"s-{section.id}")
    for number, task in enumerate(plan.tasks):
        yield Mark(task.span, "", "", f"t{number}")
    for number, cited in enumerate(plan.citations):
        yield Mark(cited.span, "citation", " ".join(filter(None, (cited.relation, cited.key))), f"c{number}")
    for ref in plan.agencies:
        if ref.span:
            yield Mark(ref.span, "agency", ref.name)
    for declared in (declared for declared in KINDS if declared.shown):
        for number, row in enumerate(declared.rows(plan)):
            yield Mark(Span(*row[-2:]), "", "", f"{declared.name}-{number}")
    for number, remark in enumerate(plan.diagnostics):
        if remark.span:
            yield Mark(remark.span, "trouble", remark.code, f"d{number}")


def _all(sections: Iterable[Section]) -> Iterator[Section]:
    pending = list(sections)
    while pending:
        section = pending.pop()
        yield section
        pending.extend(section.children)


def _tree(sections: Iterable[Section]) -> str:
    """Nested lists, without recursion: a hostile file may be nested a thousand deep."""
    parts: list[str] = []
    pending: list[Section | str] = ["</ul>", *reversed(list(sections))]
    if len(pending) == 1:
        return ""
    parts.append("<ul>")
    while pending:
        item = pending.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        heading = item.heading if len(item.heading) <= _LONGEST_HEADING else f"{item.heading[: _LONGEST_HEADING - 1]}…"
        label = " ".join(filter(None, (item.label, heading)))
        parts.append(f'<li><a href="#s-{escape(item.id)}">{escape(label or item.id, quote=False)}</a>')
        pending.append("</li>")
        if item.children:
            parts.append("<ul>")
            pending.extend(("</ul>", *reversed(item.children)))
    return "".join(parts)


_LONGEST_HEADING = 120  # letters of a heading in the tree


def _table(heads: Iterable[str], rows: Iterable[Iterable[object]], links: Iterable[list[str | None]] = ()) -> str:
    """A table; ``links`` gives places in the text for the first cells of each row."""
    given = list(links)
    lines = []
    for number, row in enumerate(rows):
        places = given[number] if number < len(given) else []
        cells = (_linked(value, places[n] if n < len(places) else None) for n, value in enumerate(row))
        lines.append(f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>")
    top = "".join(f"<th>{head}</th>" for head in heads)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{''.join(lines)}</tbody></table>"


def _linked(value: object, place: str | None) -> str:
    return f'<a href="{place}">{_cell(value)}</a>' if place else _cell(value)


def _cell(value: object) -> str:
    return "" if value is None else escape(str(value), quote=False).replace("\n", "<br>")


def _title(part: str, words: dict[str, str]) -> str:
    return f"<h2 id={part}>{words[part]}</h2>"
