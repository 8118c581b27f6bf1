"""The head of an attachment: label, title and pointer, or the letterhead of an attached plan."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from vnplan.grammar.cells.column_headings import role_of
from vnplan.grammar.letter.closing_words import SIGNED
from vnplan.grammar.letter.fixed_words import holds_motto
from vnplan.grammar.letter.openings import AUTHORITY_MARKS
from vnplan.grammar.letter.roles import PieceRole
from vnplan.grammar.letter.signing_titles import TITLE
from vnplan.grammar.markers import annex_labels, item_markers
from vnplan.models.base import Span
from vnplan.models.table import ColumnRole
from vnplan.outline.shapes import PartKind, Piece
from vnplan.readers.source import Grid, Paragraph
from vnplan.text.search_text import SearchText

RECIPIENTS = re.compile(r"Nơi nh[âậ]n ?:?", re.IGNORECASE)
_SIGNED = re.compile(
    rf"""
    (?<!\w) {AUTHORITY_MARKS} \. \ ? \S
  | [(\[]? (?<!\w) {SIGNED} [)\]]? \Z
  | (?<!\w) {TITLE} \Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
EXAMPLES: Final = {
    "_SIGNED": (
        ("TM. ỦY BAN NHÂN DÂN", "(Đã ký)", "PHÓ CHỦ TỊCH", "KT. GIÁM ĐỐC"),
        ("PHỤ LỤC I", "CHỦ TỊCH ỦY BAN", "văn bản đã ký kết"),
    )
}
"""Pattern -> lines that it finds, lines that it does not find."""
_RULE = re.compile(r"[-_*=.…~ ]+\Z")
_LETTER_LINE = re.compile(r"S[ốô] ?:|[^,]{2,40}, ?ngày\b|[-_*=. ]+\Z")
_TITLE_LONGEST = 400
"""Characters: titles of plans have up to 300 (five printed lines); a paragraph of prose may have more."""
_HEAD_LINES = 8
"""A head is looked for in this many paragraphs behind its label or type line."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A block that shows words; ``at`` is its index among all blocks."""

    at: int
    block: Paragraph | Grid
    words: str


@dataclass(frozen=True, slots=True)
class AnnexHead:
    """Blocks ``[first, last)`` begin an attachment."""

    kind: PartKind
    first: int
    last: int
    pieces: tuple[Piece, ...]


def head(text: SearchText, shown: list[Shown], position: int) -> AnnexHead | None:
    """The head of an attachment that begins at ``position`` of ``shown``; ``None`` if none does."""
    line = shown[position]
    if isinstance(line.block, Grid):
        return _grid_head(text, line)
    return (
        _labelled(text, shown, position)
        or _attached_plan(text, shown, position)
        or _titled_by_pointer(text, shown, position)
    )


def _labelled(text: SearchText, shown: list[Shown], position: int) -> AnnexHead | None:
    """`PHỤ LỤC I`, its title and its pointer."""
    line = shown[position]
    label = annex_labels.label(line.words)
    if label is None or not isinstance(line.block, Paragraph):
        return None
    view = line.block.view(text)
    pieces = [Piece(PieceRole.LABEL, _spans(line.block, view.position(0), view.position(label.end - 1) + 1))]
    pieces += _after_label(line.block, text, label)
    closed = pieces[-1].role is PieceRole.POINTER
    last, more = _below(text, shown, position + 1, closed=closed)
    return AnnexHead(PartKind.APPENDIX, line.at, last if more else line.at + 1, tuple(pieces + more))


def _below(text: SearchText, shown: list[Shown], position: int, *, closed: bool) -> tuple[int, list[Piece]]:
    """Title lines and pointer behind a label; the title ends with the pointer or the first line of another kind."""
    pieces: list[Piece] = []
    last = 0
    for line in [] if closed else shown[position : position + _HEAD_LINES]:
        block = line.block
        if not isinstance(block, Paragraph) or block.running:
            break
        if annex_labels.pointer(line.words):
            return line.at + 1, [*pieces, Piece(PieceRole.POINTER, block.pieces)]
        if not _title_like(line, first=not pieces) or annex_labels.label(line.words) or holds_motto(line.words):
            break
        pieces += _title_pieces(block, text, 0)
        last = line.at + 1
        if pieces[-1].role is PieceRole.POINTER:
            break
    return last, pieces


def _title_like(line: Shown, *, first: bool) -> bool:
    words, block = line.words, line.block
    if (
        not isinstance(block, Paragraph)
        or len(words) > _TITLE_LONGEST
        or item_markers.read_marker(words)
        or _RULE.match(words)
    ):
        return False
    if role_of(words) == ColumnRole.ORDINAL:  # first heading of a table with one cell a line
        return False
    if annex_labels.capitals(words):
        return True
    look = block.look
    return bool(look.bold or look.heading or (look.centered and not first)) and words[-1] not in ".;:"


def _title_pieces(block: Paragraph, text: SearchText, at: int) -> list[Piece]:
    """The title in a paragraph from ``at`` of its view, and the pointer if it stands in the same paragraph."""
    view = block.view(text)
    pointer = annex_labels.pointer_start(view.text)
    if pointer is None or pointer < at:
        return [Piece(PieceRole.TITLE, _spans(block, view.position(at), block.end))]
    pieces = [Piece(PieceRole.POINTER, _spans(block, view.position(pointer), block.end))]
    if pointer > at:
        pieces.insert(0, Piece(PieceRole.TITLE, _spans(block, view.position(at), view.position(pointer - 1) + 1)))
    return pieces


def _after_label(block: Paragraph, text: SearchText, label: annex_labels.Label) -> list[Piece]:
    """Closing mark of the label, title and pointer in the same line."""
    view = block.view(text)
    pieces = []
    if view.text[label.end : label.rest].strip():
        mark = _spans(block, view.position(label.end), view.position(label.rest - 1) + 1)
        pieces.append(Piece(PieceRole.RULE, mark))
    if label.rest < len(view.text):
        pieces += _title_pieces(block, text, label.rest)
    return pieces


def _spans(block: Paragraph, start: int, end: int) -> tuple[Span, ...]:
    _, right = block.cut(start) if start > block.start else (None, block)
    if right is None:
        return ()
    left, _ = right.cut(end) if end < block.end else (right, None)
    return left.pieces if left else ()


def _attached_plan(text: SearchText, shown: list[Shown], position: int) -> AnnexHead | None:
    """`CHƯƠNG TRÌNH HÀNH ĐỘNG`, title, `(Kèm theo Nghị quyết ...)`; a letterhead of its own begins it."""
    line = shown[position]
    if not annex_labels.plan_type(line.words) or not isinstance(line.block, Paragraph):
        return None
    first = _letterhead(shown, position)
    if first < position:
        return AnnexHead(PartKind.PLAN, shown[first].at, shown[first].at, ())
    pieces = [Piece(PieceRole.TYPE, line.block.pieces)]
    for below in shown[position + 1 : position + _HEAD_LINES]:
        block = below.block
        if (
            not isinstance(block, Paragraph)
            or len(below.words) > 2 * _TITLE_LONGEST
            or item_markers.read_marker(below.words)
        ):
            return None
        if annex_labels.pointer(below.words):
            pieces.append(Piece(PieceRole.POINTER, block.pieces))
            return AnnexHead(PartKind.PLAN, line.at, below.at + 1, tuple(pieces))
        pieces += _title_pieces(block, text, 0)
        if pieces[-1].role is PieceRole.POINTER:
            return AnnexHead(PartKind.PLAN, line.at, below.at + 1, tuple(pieces))
    return None


def _letterhead(shown: list[Shown], position: int) -> int:
    """Position of the letterhead above a type line; ``position`` itself if there is none."""
    first, motto = position, False
    for above in range(position - 1, max(position - 16, -1), -1):
        line = shown[above]
        letter = bool(holds_motto(line.words))
        if isinstance(line.block, Grid):
            if letter and not any(RECIPIENTS.match(w) for w in line.words.split("\n")):
                return above
            break
        if _SIGNED.search(line.words) or not (
            letter or annex_labels.capitals(line.words) or _LETTER_LINE.match(line.words)
        ):
            break
        motto, first = motto or letter, above
    return first if motto else position


def _titled_by_pointer(text: SearchText, shown: list[Shown], position: int) -> AnnexHead | None:
    """A title in capitals and a pointer, without label."""
    line = shown[position]
    if not isinstance(line.block, Paragraph) or not annex_labels.capitals(line.words) or _SIGNED.search(line.words):
        return None
    if (
        item_markers.read_marker(line.words)
        or holds_motto(line.words)
        or len(line.words) > _TITLE_LONGEST
        or line.block.running
    ):
        return None
    last, pieces = _below(text, shown, position, closed=False)
    if not pieces or pieces[-1].role is not PieceRole.POINTER:
        return None
    return AnnexHead(PartKind.APPENDIX, line.at, last, tuple(pieces))


def _grid_head(text: SearchText, line: Shown) -> AnnexHead | None:
    """A head laid out as a table: issuer on the left, label and pointer on the right."""
    grid = line.block
    if not isinstance(grid, Grid) or not line.words:
        return None
    paragraphs = [p for cell in grid.cells for p in cell.paragraphs if p.view(text).text]
    labels = [p for p in paragraphs if annex_labels.label(p.view(text).text)]
    if len(labels) != 1 or any(RECIPIENTS.match(p.view(text).text) for p in paragraphs):
        return None
    pieces: list[Piece] = []
    seen = False
    for paragraph in paragraphs:
        words = paragraph.view(text).text
        if paragraph is labels[0]:
            label = annex_labels.label(words)
            stop = paragraph.view(text).position(label.end - 1) + 1 if label else paragraph.end
            pieces.append(Piece(PieceRole.LABEL, _spans(paragraph, paragraph.start, stop)))
            pieces += _after_label(paragraph, text, label) if label else []
            seen = True
        elif annex_labels.pointer(words):
            pieces.append(Piece(PieceRole.POINTER, paragraph.pieces))
        elif holds_motto(words):
            pieces.append(Piece(PieceRole.MOTTO, paragraph.pieces))
        elif _RULE.match(words):
            pieces.append(Piece(PieceRole.RULE, paragraph.pieces))
        else:
            pieces.append(Piece(PieceRole.TITLE if seen else PieceRole.ISSUER, paragraph.pieces))
    return AnnexHead(PartKind.APPENDIX, line.at, line.at + 1, tuple(pieces))
