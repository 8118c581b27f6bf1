"""Facts -> plan: settles ids and order; total, never raises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from vnplan.assembly.ledger import leaves, unclaimed
from vnplan.assembly.leftovers import remarks
from vnplan.grammar.letter.roles import PieceRole
from vnplan.identity import plan_id
from vnplan.models.diagnostic import Diagnostic
from vnplan.models.leaf import Leaf
from vnplan.models.plan import PlanData
from vnplan.models.section import Attachment, AttachmentKind
from vnplan.models.task import Task
from vnplan.outline.shapes import Outline, Part, PartKind
from vnplan.rules.findings import Findings
from vnplan.text.search_text import SearchText
from vnplan.version import __version__


def assemble(outline: Outline, findings: Findings) -> dict[str, Any]:
    """The fields of a plan, ready for the public class."""
    document = outline.document
    identity = plan_id(findings.header, document.source.sha256)
    ledger = leaves(outline, findings)
    return {
        **_as_found(findings),
        "written_by": __version__,
        "source": document.source,
        "text": document.text,
        "sections": findings.sections[0],
        "attachments": _attachments(outline, findings),
        "tasks": tuple(_identify(task, identity, findings) for task in findings.tasks),
        "leaves": ledger,
        "diagnostics": tuple(sorted(_diagnostics(outline, findings, ledger), key=lambda d: d.span or (-1, -1))),
        "origins": document.origins or None,
    }


def _as_found(findings: Findings) -> dict[str, Any]:
    """What the rules found under the name that a plan has for it: kinds of fact need no step of their own here."""
    return {f.name: getattr(findings, f.name) for f in fields(findings) if f.name in PlanData.model_fields}


def _diagnostics(outline: Outline, findings: Findings, ledger: tuple[Leaf, ...]) -> Iterator[Diagnostic]:
    """Remarks of every step: of reading, of shaping, of the rules, on words not understood, on words of no place."""
    yield from outline.document.diagnostics
    yield from outline.diagnostics
    yield from findings.remarks
    yield from remarks(findings.leftovers)
    yield from unclaimed(ledger)


def _attachments(outline: Outline, findings: Findings) -> tuple[Attachment, ...]:
    found = []
    for part, sections in zip(outline.attachments, findings.sections[1:], strict=True):
        tables = tuple(t.id for t in findings.tables if part.span.start <= t.span.start < part.span.end)
        pointer = [s for p in part.head if p.role is PieceRole.POINTER for s in p.pieces]
        cited = [c for c in findings.citations if c.key and any(s.start <= c.span.start < s.end for s in pointer)]
        # A pointer that cites nothing readable has its number left blank, as e-documents do (Decree 30/2020, III.1).
        number = findings.header.number
        found.append(
            Attachment(
                kind=AttachmentKind.PLAN if part.kind is PartKind.PLAN else AttachmentKind.APPENDIX,
                label=_words(outline.text, part, PieceRole.LABEL),
                title=_words(outline.text, part, PieceRole.TITLE),
                attached_to=cited[0].key if cited else number.key if pointer and number else None,
                span=part.span,
                sections=sections,
                tables=tables,
            )
        )
    return tuple(found)


def _words(text: SearchText, part: Part, role: PieceRole) -> str | None:
    pieces = tuple(s for piece in part.head if piece.role is role for s in piece.pieces)
    return text.view(pieces).text or None


def _identify(task: Task, identity: str, findings: Findings) -> Task:
    own = findings.setting.own_key  # "Kế hoạch này" refers to no other document
    cited = (c for c in findings.citations if task.span.start <= c.span.start < task.span.end)
    keys = tuple(dict.fromkeys(c.key for c in cited if c.key and c.key != own))
    return task.model_copy(update={"id": f"{identity}#{task.id}", "references": keys})
