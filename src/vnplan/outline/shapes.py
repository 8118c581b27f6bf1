"""The shape of a document: where things stand, before anyone reads their values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vnplan.grammar.letter.roles import PieceRole
from vnplan.models.base import Span
from vnplan.models.diagnostic import Diagnostic
from vnplan.models.section import Evidence, SectionKind
from vnplan.models.table import ColumnRole, RowKind, TableRole
from vnplan.readers.source import Furniture, Grid, GridCell, Paragraph, SourceDocument
from vnplan.text.search_text import SearchText
from vnplan.text.view import View


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a block, by role; its words are the pieces joined."""

    role: PieceRole
    pieces: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """One item of the section tree."""

    kind: SectionKind
    level: int
    label: str | None
    """As printed without closing mark, keyword kept."""
    marker: Span | None
    """Where label and closing mark stand."""
    heading: tuple[Span, ...]
    """The item's first line after the marker (empty for tables alone)."""
    content: tuple[Paragraph | Grid, ...]
    """Own words after the heading, before the first child, in reading order."""
    children: tuple[Node, ...] = ()
    end: int = 0
    """Position in the text after the last descendant."""
    generated: bool = False
    """The marker is an automatic number of the format."""
    evidence: Evidence | None = None
    """Of numbered items: the rules that fired and the nearest other readings."""

    def title(self, text: SearchText) -> View:
        """The search copy of the heading."""
        return text.view(self.heading)


@dataclass(frozen=True, slots=True)
class RowShape:
    """One row of a table with its kind."""

    kind: RowKind
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class ColumnShape:
    """One column: heading with all header rows joined, and role."""

    heading: str
    role: ColumnRole | None


@dataclass(frozen=True, slots=True)
class TableShape:
    """One table of data."""

    grid: Grid
    role: TableRole
    caption: tuple[Span, ...]
    columns: tuple[ColumnShape, ...]
    rows: tuple[RowShape, ...]


class PartKind(StrEnum):
    """Kind of a part of the file."""

    MAIN = "main"
    PLAN = "plan"
    APPENDIX = "appendix"


@dataclass(frozen=True, slots=True)
class Part:
    """The main document, a plan that it issues, or an appendix: each with a head, a body and perhaps a closing."""

    kind: PartKind
    head: tuple[Piece, ...]
    nodes: tuple[Node, ...]
    tables: tuple[TableShape, ...]
    """In document order; each grid of them stands in the content of one node."""
    closing: tuple[Piece, ...]
    span: Span
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """Blocks put in shape: each in exactly one place."""

    document: SourceDocument
    text: SearchText
    """Of ``document``, with its search copies."""
    main: Part
    attachments: tuple[Part, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """Main part and attachments in order."""
        return (self.main, *self.attachments)
