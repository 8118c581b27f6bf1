"""The closing block: recipients, archive line and signatures (Decree 30/2020/NĐ-CP, Annex I, II.7-9).

Recipients and signatures come in either order, side by side in a layout table
or one under the other. The sentence that ends ``./.`` stays in the body.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vnplan.grammar.letter import closing_words
from vnplan.grammar.letter.openings import AUTHORITY_MARKS, RECIPIENTS
from vnplan.grammar.letter.roles import PieceRole
from vnplan.models.base import Span
from vnplan.outline.letter.closing_parts import ClosingPart, parts
from vnplan.outline.letter.lines import Unit, by_line, of_grid
from vnplan.outline.shapes import Piece
from vnplan.readers.source import Block, Furniture, Grid, Paragraph
from vnplan.text.letters import UPPER, is_capital
from vnplan.text.search_text import SearchText

_REACH = 12
"""Blocks between an authority line and the name under it; blank ones count."""
_MOST_CELLS = 24
"""Cells of a table that may still be a signature block."""
_END_MARK = re.compile(r"\.\s?/\s?\.?|/\s?\.\s*\Z")


def read_closing(text: SearchText, blocks: tuple[Block, ...]) -> tuple[tuple[Piece, ...], tuple[Block, ...]]:
    """Claim recipients and signatures of ``blocks``; return their pieces and the blocks that remain.

    The first closing block counts: what follows it can only be attached.
    """
    start = _start(text, blocks)
    if start is None:
        return (), blocks
    number, cut = start
    kept: list[Block] = list(blocks[:number])
    scan = _Scan()
    for at in range(number, len(blocks)):
        block: Block | None = blocks[at]
        if isinstance(block, Furniture):
            kept.append(block)
            continue
        if isinstance(block, Paragraph) and at == number and cut:
            before, block = block.cut(cut)
            kept += [before] if before else []
        left = scan.block(text, block) if block else None
        if left is not None:
            return scan.pieces(), (*kept, left, *blocks[at + 1 :])
    return scan.pieces(), tuple(kept)


def _start(text: SearchText, blocks: tuple[Block, ...]) -> tuple[int, int] | None:
    """Index of the block where the closing begins, and the position to cut it at (0: at its start).

    A signature just above the recipients begins it; without recipients the
    first signature after the closing mark ``./.`` does, else the last one.
    """
    signature: tuple[int, int] | None = None
    last = -_REACH - 1  # block of the last signature line
    ended = settled = False
    for number, block in enumerate(blocks):
        if isinstance(block, Furniture):
            continue
        line = _opening_line(text, blocks, number)
        if line is None:
            ended = ended or _ends(text, block)
            continue
        kind, place = line
        near = number - last <= _REACH
        if kind is PieceRole.RECIPIENTS_HEAD:
            return signature if signature and near else (number, place)
        if not near and not settled:
            signature, settled = (number, place), ended
        last = number
    return signature


def _ends(text: SearchText, block: Paragraph | Grid) -> bool:
    return (
        isinstance(block, Paragraph)
        # 40 characters: the mark, a full stop and the blanks behind it.
        and _END_MARK.search(text.original, max(block.start, block.end - 40), block.end) is not None
    )


def _opening_line(text: SearchText, blocks: tuple[Block, ...], number: int) -> tuple[PieceRole, int] | None:
    """The line of a block that may begin a closing: recipients' head or signature, with its place in the text."""
    block = blocks[number]
    if isinstance(block, Grid):
        return _opening_of_grid(text, block)
    if isinstance(block, Furniture):
        return None
    if block.running:
        found = _start_in_running(text, block)
        return (PieceRole.RECIPIENTS_HEAD, found) if found is not None else None
    lines = [line for line in block.lines or block.pieces if closing_words.may_open(text.original, line)]
    if not lines:
        return None
    for unit in by_line(text, replace(block, lines=tuple(lines)) if block.lines else block):
        kind = closing_words.role(unit.words)
        signs = kind in (PieceRole.AUTHORITY, PieceRole.POSITION) and _signed(text, blocks, number)
        if kind is PieceRole.RECIPIENTS_HEAD or signs:
            return kind or PieceRole.POSITION, _cut_at(block, unit)
    return None


def _cut_at(block: Paragraph, unit: Unit) -> int:
    return 0 if unit.pieces[0].start <= block.start else unit.pieces[0].start


def _signed(text: SearchText, blocks: tuple[Block, ...], number: int) -> bool:
    """Whether a name or ``(Đã ký)`` follows an authority line closely, with nothing but a closing block between."""
    for block in blocks[number : number + _REACH]:
        if isinstance(block, Furniture):
            continue
        if isinstance(block, Grid):
            return False
        for part in (part for unit in by_line(text, block) for part in parts(unit)):
            kind = closing_words.role(part.words)
            if kind in (PieceRole.NAME, PieceRole.SIGNED, PieceRole.RECIPIENTS_HEAD):
                return True
            if kind is None and any(c.isalnum() for c in part.words) and not is_capital(part.words):
                return False
    return False


def _opening_of_grid(text: SearchText, grid: Grid) -> tuple[PieceRole, int] | None:
    """A layout table with a recipients' head, or with a position over a name and little else."""
    if len(grid.cells) > _MOST_CELLS:
        return None
    kinds = [closing_words.role(part.words) for unit in of_grid(text, grid) for part in parts(unit)]
    if PieceRole.RECIPIENTS_HEAD in kinds:
        return PieceRole.RECIPIENTS_HEAD, 0
    signed = not {PieceRole.POSITION, PieceRole.AUTHORITY}.isdisjoint(kinds) and not {
        PieceRole.NAME,
        PieceRole.SIGNED,
    }.isdisjoint(kinds)
    # At most one line in three says nothing: a room for a seal, a line of a long position.
    return (PieceRole.POSITION, 0) if signed and kinds.count(None) <= len(kinds) // 3 else None


_RUNNING_HEAD = re.compile(rf"{RECIPIENTS}\s*:\s*(?=[-–+*•\w])|(?<=[./]\s)(?={AUTHORITY_MARKS}\s?\.?\s?[{UPPER}]{{2}})")


def _start_in_running(text: SearchText, paragraph: Paragraph) -> int | None:
    view = paragraph.view(text)
    found = _RUNNING_HEAD.search(view.text)
    return view.position(found.start()) if found else None


class _Scan:
    """Goes through the closing block line by line and sorts the lines by role."""

    def __init__(self) -> None:
        self._claimed: list[tuple[PieceRole, list[Span]]] = []
        self._listing = False  # inside Nơi nhận
        self._open: int | None = None  # index of the recipient or archive line that may go on
        self._last = ""

    def pieces(self) -> tuple[Piece, ...]:
        """What was claimed, in reading order."""
        return tuple(Piece(role, tuple(where)) for role, where in self._claimed)

    def block(self, text: SearchText, block: Paragraph | Grid) -> Paragraph | Grid | None:
        """Claim a block; return what of it no longer belongs, ``None`` if all does."""
        if isinstance(block, Grid):
            if _opening_of_grid(text, block) is None:
                return block
            self._grid(text, block)
            return None
        for unit in by_line(text, block):
            for part in parts(unit):
                if not self._line(part, must=False):
                    return block.cut(part.where[0].start)[1]
        return None

    def _grid(self, text: SearchText, block: Grid) -> None:
        for column in sorted({cell.column for cell in block.cells}):
            cells = tuple(c for c in block.cells if c.column == column)
            for unit in of_grid(text, Grid(block.rows, 1, cells, block.span)):
                for part in parts(unit):
                    self._line(part, must=True)
            self._listing, self._open = False, None

    def _line(self, part: ClosingPart, *, must: bool) -> bool:
        kind = closing_words.role(part.words)
        if self._listing and closing_words.is_aside(part.words) and not self._goes_on(part, broken=True):
            self._claimed.append((PieceRole.MARK, list(part.where)))
            return True
        if kind is PieceRole.NAME and self._goes_on(part):
            kind = None  # a wrapped recipient that reads like a name
        if kind is None and not any(c.isalnum() for c in part.words):
            kind = PieceRole.RULE
        if kind is None:
            return self._other(part, must=must)
        if kind is PieceRole.RECIPIENTS_HEAD:
            self._listing = True
        elif kind is PieceRole.ARCHIVE:
            self._listing, self._open, self._last = False, len(self._claimed), part.words
        self._claimed.append((kind, list(part.where)))
        return True

    def _goes_on(self, part: ClosingPart, *, broken: bool = False) -> bool:
        """Whether a line without a list mark continues the last recipient or archive line; if ``broken``, surely."""
        if self._open is None or closing_words.is_bullet(part.words):
            return False
        return (
            self._last.endswith((",", "-", "(", "và"))
            or (self._claimed[self._open][0] is PieceRole.RECIPIENT and not self._last.endswith((";", ".")))
            or (not broken and part.words[:1].islower())
        )

    def _other(self, part: ClosingPart, *, must: bool) -> bool:
        """A line that its words alone do not tell: a recipient, the rest of the line above, or the end."""
        if self._goes_on(part) and self._open is not None:
            self._claimed[self._open][1].extend(part.where)
            self._last = part.words
            return True
        if self._listing or (must and closing_words.is_bullet(part.words)):
            self._open, self._last = len(self._claimed), part.words
            self._claimed.append((PieceRole.RECIPIENT, list(part.where)))
            return True
        last = self._claimed[-1] if self._claimed else None
        if last and last[0] in (PieceRole.AUTHORITY, PieceRole.POSITION) and is_capital(part.words):
            last[1].extend(part.where)
            return True
        if must:
            self._claimed.append((PieceRole.MARK, list(part.where)))
        return must
