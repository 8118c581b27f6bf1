"""The closing block: recipients, archive line and signatures (Decree 30/2020/NĐ-CP, Annex I, II.7-9).

Recipients and signatures come in either order, side by side in a layout table
or one under the other. The sentence that ends ``./.`` stays in the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vnplan.models.base import Span
from vnplan.outline import foot
from vnplan.outline.shapes import Piece, PieceRole
from vnplan.outline.units import Unit, by_line, is_capital, of_grid
from vnplan.readers.source import Block, Furniture, Grid, Paragraph
from vnplan.text.letters import UPPER

_SIGNATURE = frozenset({PieceRole.AUTHORITY, PieceRole.POSITION, PieceRole.SIGNED, PieceRole.NAME})
_REACH = 12
"""Blocks between an authority line and the name under it; blank ones count."""
_MOST_CELLS = 24
"""Cells of a table that may still be a signature block."""
_ITEM_ENDS = re.compile(r"[;.]\s*(?=[-–+*•]\s?\S)|(?<=[^\s\d]) (?=[-–]\s?Lưu\b)|:\s*(?=[-–+*•]\s?\S)")
_HEAD_ENDS = re.compile(r"(?<=Nơi nhận:)\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of one unit."""

    words: str
    where: tuple[Span, ...]


def take(text: str, blocks: tuple[Block, ...]) -> tuple[tuple[Piece, ...], tuple[Block, ...]]:
    """Claim recipients and signatures of ``blocks``; return their pieces and the blocks that remain.

    The first closing block counts: what follows it can only be attached.
    """
    start = _start(text, blocks)
    if start is None:
        return (), blocks
    number, cut = start
    claimed: list[Piece] = []
    kept: list[Block] = list(blocks[:number])
    scan = _Scan(claimed)
    for at in range(number, len(blocks)):
        block = blocks[at]
        if isinstance(block, Furniture):
            kept.append(block)
            continue
        left, inside = (block, None)
        if isinstance(block, Paragraph) and at == number and cut:
            before, left = block.cut(cut)
            kept += [before] if before else []
        if left is not None:
            inside = scan.block(text, left)
        if inside is not None:
            return tuple(claimed), (
                *kept,
                *((inside,) if isinstance(inside, Paragraph) else (block,)),
                *blocks[at + 1 :],
            )
    return tuple(claimed), tuple(kept)


def _start(text: str, blocks: tuple[Block, ...]) -> tuple[int, int] | None:
    """Index of the block where the closing begins, and the position to cut it at (0: at its start)."""
    signature: tuple[int, int] | None = None
    for number, block in enumerate(blocks):
        if isinstance(block, Furniture):
            continue
        if isinstance(block, Grid):
            if _is_closing_grid(text, block):
                return signature or (number, 0)
            continue
        if block.running:
            found = _start_in_running(text, block)
            if found is not None:
                return number, found
            continue
        words = block.view(text).text
        for unit in by_line(text, block):
            kind = foot.role(unit.words)
            if kind is PieceRole.RECIPIENTS_HEAD:
                return signature or (number, _cut_at(block, unit))
            if kind in (PieceRole.AUTHORITY, PieceRole.POSITION) and not signature and _signed(text, blocks, number):
                signature = (number, _cut_at(block, unit))
        if signature and len(words) > 200:
            return signature
    return signature


def _cut_at(block: Paragraph, unit: Unit) -> int:
    return 0 if unit.pieces[0].start <= block.start else unit.pieces[0].start


def _signed(text: str, blocks: tuple[Block, ...], number: int) -> bool:
    """Whether a name or ``(Đã ký)`` follows an authority line closely, with nothing but a closing block between."""
    for block in blocks[number : number + _REACH]:
        if isinstance(block, Furniture):
            continue
        if isinstance(block, Grid):
            return False
        for unit in by_line(text, block):
            kind = foot.role(unit.words)
            if kind in (PieceRole.NAME, PieceRole.SIGNED):
                return True
            if kind is PieceRole.RECIPIENTS_HEAD:
                return True
            if kind is None and any(c.isalnum() for c in unit.words) and not is_capital(unit.words):
                return False
    return False


def _is_closing_grid(text: str, grid: Grid) -> bool:
    """A layout table with a recipients' head, or with a position over a name and nothing else."""
    if len(grid.cells) > _MOST_CELLS:
        return False
    kinds = [foot.role(unit.words) for unit in of_grid(text, grid)]
    if PieceRole.RECIPIENTS_HEAD in kinds:
        return True
    return (
        (PieceRole.POSITION in kinds or PieceRole.AUTHORITY in kinds)
        and (PieceRole.NAME in kinds or PieceRole.SIGNED in kinds)
        and kinds.count(None) <= len(kinds) // 3
    )


_RUNNING_HEAD = re.compile(
    rf"Nơi nhận\s*:\s*(?=[-–+*•\w])|(?<=[./]\s)(?=(?:TM|T/M|KT|K/T|TL|TUQ)\s?\.?\s?[{UPPER}]{{2}})"
)


def _start_in_running(text: str, paragraph: Paragraph) -> int | None:
    view = paragraph.view(text)
    found = _RUNNING_HEAD.search(view.text)
    return view.position(found.start()) if found else None


class _Scan:
    """Goes through the closing block line by line and sorts the lines by role."""

    def __init__(self, claimed: list[Piece]) -> None:
        self._claimed = claimed
        self._listing = False  # inside Nơi nhận
        self._open: int | None = None  # index of the recipient or archive line that may go on
        self._last = ""

    def block(self, text: str, block: Paragraph | Grid) -> Paragraph | Grid | None:
        """Claim a block; return what of it no longer belongs, ``None`` if all does."""
        if isinstance(block, Grid):
            if not _is_closing_grid(text, block):
                return block
            self._grid(text, block)
            return None
        for unit in by_line(text, block):
            for part in _parts(unit):
                if not self._line(part, must=False):
                    return block.cut(part.where[0].start)[1]
        return None

    def _grid(self, text: str, block: Grid) -> None:
        for column in sorted({cell.column for cell in block.cells}):
            cells = tuple(c for c in block.cells if c.column == column)
            for unit in of_grid(text, Grid(block.rows, 1, cells, block.span)):
                for part in _parts(unit):
                    self._line(part, must=True)
            self._listing, self._open = False, None

    def _line(self, part: _Part, *, must: bool) -> bool:
        kind = foot.role(part.words)
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
        self._claimed.append(Piece(kind, part.where))
        return True

    def _goes_on(self, part: _Part) -> bool:
        """Whether a line without a list mark continues the last recipient or archive line."""
        if self._open is None or foot.is_bullet(part.words):
            return False
        return (
            self._last.endswith((",", "-", "(", "và"))
            or (self._claimed[self._open].role is PieceRole.RECIPIENT and not self._last.endswith((";", ".")))
            or part.words[:1].islower()
        )

    def _other(self, part: _Part, *, must: bool) -> bool:
        """A line that its words alone do not tell: a recipient, the rest of the line above, or the end."""
        if self._goes_on(part) and self._open is not None:
            self._claimed[self._open] = _longer(self._claimed[self._open], part)
            self._last = part.words
            return True
        if self._listing or (must and foot.is_bullet(part.words)):
            self._open, self._last = len(self._claimed), part.words
            self._claimed.append(Piece(PieceRole.RECIPIENT, part.where))
            return True
        last = self._claimed[-1] if self._claimed else None
        if last and last.role in (PieceRole.AUTHORITY, PieceRole.POSITION) and is_capital(part.words):
            self._claimed[-1] = _longer(last, part)
            return True
        if must:
            self._claimed.append(Piece(PieceRole.MARK, part.where))
        return must


def _longer(piece: Piece, part: _Part) -> Piece:
    return Piece(piece.role, (*piece.pieces, *part.where))


def _parts(unit: Unit) -> Iterator[_Part]:
    """Cut a line at list marks, authority marks and titles inside it, as running text has them."""
    cuts = {0, len(unit.words)}
    cuts |= {m.end() for m in _ITEM_ENDS.finditer(unit.words)}
    cuts |= {m.end() for m in _HEAD_ENDS.finditer(unit.words)}
    cuts |= {
        m.start() for m in foot.AUTHORITY_MARK.finditer(unit.words) if m.start() and not _in_item(unit.words, m.start())
    }
    if unit.running:
        cuts |= {m.end() for m in foot.INNER_TITLE.finditer(unit.words)}
    ordered = sorted(cuts)
    for start, end in zip(ordered, ordered[1:], strict=False):
        words = unit.words[start:end]
        bare = words.strip()
        if bare:
            begin = start + len(words) - len(words.lstrip())
            yield _Part(bare, unit.part(begin, begin + len(bare)))


def _in_item(words: str, at: int) -> bool:
    """An authority mark after an open bracket or a comma is part of a recipient's name."""
    return words[:at].rstrip()[-1:] in "(,:/-"
