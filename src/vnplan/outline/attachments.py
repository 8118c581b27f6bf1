"""Where the main document ends and what is attached to it begins (phụ lục, kế hoạch ban hành kèm theo)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vnplan.grammar import annexes, markers
from vnplan.models.base import Span
from vnplan.outline.shapes import PartKind, Piece, PieceRole
from vnplan.readers.source import Block, Furniture, Grid, Paragraph

_RECIPIENTS = re.compile(r"Nơi nh[âậ]n ?:?", re.IGNORECASE)
_END_MARK = re.compile(r"\. ?/ ?\.?[\"')]*\Z")
_SIGNED = re.compile(
    r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\. ?\S|[(\[]?đã ký[)\]]?\Z"
    r"|(?:PHÓ |Q\. ?)?(?:CHỦ TỊCH|GIÁM ĐỐC|CỤC TRƯỞNG|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|BÍ THƯ|TỔNG GIÁM ĐỐC|VIỆN TRƯỞNG)\Z"
    r"|(?:BỘ|THỨ|THỦ|PHÓ THỦ|THỐNG|VỤ|CHÁNH) (?:TRƯỞNG|TƯỚNG|ĐỐC|ÁN|THANH TRA)\Z",
    re.IGNORECASE,
)
_MOTTO = re.compile(r"CỘNG H[ÒO][AÀ] XÃ HỘI|ĐỘC LẬP ?- ?TỰ DO|ĐẢNG CỘNG SẢN VIỆT NAM", re.IGNORECASE)
_RULE = re.compile(r"[-_*=.…~ ]+\Z")
_LETTER_LINE = re.compile(r"S[ốô] ?:|[^,]{2,40}, ?ngày\b|[-_*=. ]+\Z")
# In running text only a head with its pointer can be told from a mention.
_INNER_HEAD = re.compile(
    r"(?<!\S)(?:PHỤ LỤC|Phụ lục|BIỂU|Biểu)(?: (?:số|SỐ))?(?: [IVX\d]{1,4}[.:]?)? (?:[^()]{0,300}? )?"
    r"\((?:Ban hành k|K|Đính k)èm theo[^()]{1,300}\)"
)
_TITLE_LONGEST = 400
# Lines of marks, site notices and letterhead before the type line; the longest seen has 14.
_OWN_HEAD = 30
_HEAD_LINES = 8
"""A head is looked for in this many paragraphs behind its label or type line."""


@dataclass(frozen=True, slots=True)
class RawPart:
    """A part before its own shape is known: label, title and pointer of an appendix are its ``head``."""

    kind: PartKind
    head: tuple[Piece, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Shown:
    """A block that shows words; ``at`` is its index among all blocks."""

    at: int
    block: Paragraph | Grid
    words: str


@dataclass(frozen=True, slots=True)
class _Head:
    """Blocks ``[first, last)`` begin an attachment."""

    kind: PartKind
    first: int
    last: int
    pieces: tuple[Piece, ...]


def split(text: str, blocks: tuple[Block, ...]) -> tuple[RawPart, ...]:
    """Cut a file into its main document and what is attached; the first part is the main one.

    An attachment begins behind the recipients or the signature of the main
    document where it has any: labels before are mentions or a table of contents.
    """
    blocks = tuple(part for block in blocks for part in _heads_apart(text, block))
    shown = [s for at, block in enumerate(blocks) if (s := _show(text, at, block))]
    heads: list[_Head] = []
    position = _body_end(shown)
    while position < len(shown):
        head = _head(text, shown, position)
        if head is None:
            position += 1
            continue
        heads.append(head)
        position = next((i for i in range(position + 1, len(shown)) if shown[i].at >= head.last), len(shown))
    starts = [head.first for head in heads]
    main = RawPart(PartKind.MAIN, (), blocks[: starts[0]] if starts else blocks)
    ends = [*starts, len(blocks)][1:]
    return (main, *(RawPart(h.kind, h.pieces, _rest(blocks, h, end)) for h, end in zip(heads, ends, strict=True)))


def _heads_apart(text: str, block: Block) -> Iterator[Block]:
    """A running paragraph cut before and behind each appendix head inside it: label, title and pointer in one line."""
    if not isinstance(block, Paragraph) or not block.running:
        yield block
        return
    view = block.view(text)
    rest: Paragraph | None = block
    for match in _INNER_HEAD.finditer(view.text):
        if rest is None:
            return
        before, rest = rest.cut(view.position(match.start()))
        if before:
            yield before
        head, rest = rest.cut(view.position(match.end() - 1) + 1) if rest else (None, None)
        if head:
            yield replace(head, running=False)
    if rest:
        yield rest


def _rest(blocks: tuple[Block, ...], head: _Head, end: int) -> tuple[Block, ...]:
    between = tuple(b for b in blocks[head.first : head.last] if isinstance(b, Furniture))
    return (*between, *blocks[head.last : end])


def _show(text: str, at: int, block: Block) -> _Shown | None:
    if isinstance(block, Furniture):
        return None
    if isinstance(block, Grid):
        if block.rows > 4 or block.recovered:
            return _Shown(at, block, "")
        words = "\n".join(p.view(text).text for c in block.cells for p in c.paragraphs)
        return _Shown(at, block, words if len(words) <= 1500 else "")
    words = block.view(text).text
    return _Shown(at, block, words) if words else None


def _body_end(shown: list[_Shown]) -> int:
    """First position where an attachment may begin."""
    last_mark = None
    for position, line in enumerate(shown):
        running = isinstance(line.block, Paragraph) and line.block.running
        if any(_RECIPIENTS.match(words) for words in line.words.split("\n")) or (running and "Nơi nhận:" in line.words):
            return position + 1
        if last_mark is None and _END_MARK.search(line.words):
            last_mark = position + 1
    return last_mark if last_mark is not None else _own_head(shown)


def _own_head(shown: list[_Shown]) -> int:
    """First position behind the letterhead and type line of the document itself."""
    own = [
        at for at, line in enumerate(shown[:_OWN_HEAD]) if _MOTTO.search(line.words) or annexes.plan_type(line.words)
    ]
    if not own:
        return min(1 if shown and isinstance(shown[0].block, Paragraph) and shown[0].block.running else 2, len(shown))
    typed = (at for at in own if annexes.plan_type(shown[at].words))
    return min(next(typed, own[0]) + 1, len(shown))


def _head(text: str, shown: list[_Shown], position: int) -> _Head | None:
    line = shown[position]
    if isinstance(line.block, Grid):
        return _grid_head(text, line)
    return (
        _labelled(text, shown, position)
        or _attached_plan(text, shown, position)
        or _titled_by_pointer(text, shown, position)
    )


def _labelled(text: str, shown: list[_Shown], position: int) -> _Head | None:
    """`PHỤ LỤC I`, its title and its pointer."""
    line = shown[position]
    label = annexes.label(line.words)
    if label is None or not isinstance(line.block, Paragraph):
        return None
    view = line.block.view(text)
    pieces = [Piece(PieceRole.LABEL, _spans(line.block, view.position(0), view.position(label.end - 1) + 1))]
    pieces += _after_label(line.block, text, label)
    closed = pieces[-1].role is PieceRole.POINTER
    last, more = _below(text, shown, position + 1, closed=closed)
    return _Head(PartKind.APPENDIX, line.at, last if more else line.at + 1, tuple(pieces + more))


def _below(text: str, shown: list[_Shown], position: int, *, closed: bool) -> tuple[int, list[Piece]]:
    """Title lines and pointer behind a label; the title ends with the pointer or the first line of another kind."""
    pieces: list[Piece] = []
    last = 0
    for line in [] if closed else shown[position : position + _HEAD_LINES]:
        block = line.block
        if not isinstance(block, Paragraph) or block.running:
            break
        if annexes.pointer(line.words):
            return line.at + 1, [*pieces, Piece(PieceRole.POINTER, block.pieces)]
        if not _title_like(line, first=not pieces) or annexes.label(line.words) or _MOTTO.search(line.words):
            break
        pieces += _title_pieces(block, text, 0)
        last = line.at + 1
        if pieces[-1].role is PieceRole.POINTER:
            break
    return last, pieces


def _title_like(line: _Shown, *, first: bool) -> bool:
    words, block = line.words, line.block
    if not isinstance(block, Paragraph) or len(words) > _TITLE_LONGEST or markers.read(words) or _RULE.match(words):
        return False
    if annexes.capitals(words):
        return True
    look = block.look
    return bool(look.bold or look.heading or (look.centered and not first)) and words[-1] not in ".;:"


def _title_pieces(block: Paragraph, text: str, at: int) -> list[Piece]:
    """The title in a paragraph from ``at`` of its view, and the pointer if it stands in the same paragraph."""
    view = block.view(text)
    pointer = annexes.pointer_start(view.text)
    if pointer is None or pointer < at:
        return [Piece(PieceRole.TITLE, _spans(block, view.position(at), block.end))]
    pieces = [Piece(PieceRole.POINTER, _spans(block, view.position(pointer), block.end))]
    if pointer > at:
        pieces.insert(0, Piece(PieceRole.TITLE, _spans(block, view.position(at), view.position(pointer - 1) + 1)))
    return pieces


def _after_label(block: Paragraph, text: str, label: annexes.Label) -> list[Piece]:
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


def _attached_plan(text: str, shown: list[_Shown], position: int) -> _Head | None:
    """`CHƯƠNG TRÌNH HÀNH ĐỘNG`, title, `(Kèm theo Nghị quyết ...)`; a letterhead of its own begins it."""
    line = shown[position]
    if not annexes.plan_type(line.words) or not isinstance(line.block, Paragraph):
        return None
    first = _letterhead(shown, position)
    if first < position:
        return _Head(PartKind.PLAN, shown[first].at, shown[first].at, ())
    pieces = [Piece(PieceRole.TYPE, line.block.pieces)]
    for below in shown[position + 1 : position + _HEAD_LINES]:
        block = below.block
        if not isinstance(block, Paragraph) or len(below.words) > 2 * _TITLE_LONGEST or markers.read(below.words):
            return None
        if annexes.pointer(below.words):
            pieces.append(Piece(PieceRole.POINTER, block.pieces))
            return _Head(PartKind.PLAN, line.at, below.at + 1, tuple(pieces))
        pieces += _title_pieces(block, text, 0)
        if pieces[-1].role is PieceRole.POINTER:
            return _Head(PartKind.PLAN, line.at, below.at + 1, tuple(pieces))
    return None


def _letterhead(shown: list[_Shown], position: int) -> int:
    """Position of the letterhead above a type line; ``position`` itself if there is none."""
    first, motto = position, False
    for above in range(position - 1, max(position - 16, -1), -1):
        line = shown[above]
        letter = bool(_MOTTO.search(line.words))
        if isinstance(line.block, Grid):
            if letter and not any(_RECIPIENTS.match(w) for w in line.words.split("\n")):
                return above
            break
        if _SIGNED.search(line.words) or not (letter or annexes.capitals(line.words) or _LETTER_LINE.match(line.words)):
            break
        motto, first = motto or letter, above
    return first if motto else position


def _titled_by_pointer(text: str, shown: list[_Shown], position: int) -> _Head | None:
    """A title in capitals and a pointer, without label."""
    line = shown[position]
    if not isinstance(line.block, Paragraph) or not annexes.capitals(line.words) or _SIGNED.search(line.words):
        return None
    if markers.read(line.words) or _MOTTO.search(line.words) or len(line.words) > _TITLE_LONGEST or line.block.running:
        return None
    last, pieces = _below(text, shown, position, closed=False)
    if not pieces or pieces[-1].role is not PieceRole.POINTER:
        return None
    return _Head(PartKind.APPENDIX, line.at, last, tuple(pieces))


def _grid_head(text: str, line: _Shown) -> _Head | None:
    """A head laid out as a table: issuer on the left, label and pointer on the right."""
    grid = line.block
    if not isinstance(grid, Grid) or not line.words:
        return None
    paragraphs = [p for cell in grid.cells for p in cell.paragraphs if p.view(text).text]
    labels = [p for p in paragraphs if annexes.label(p.view(text).text)]
    if len(labels) != 1 or any(_RECIPIENTS.match(p.view(text).text) for p in paragraphs):
        return None
    pieces: list[Piece] = []
    seen = False
    for paragraph in paragraphs:
        words = paragraph.view(text).text
        if paragraph is labels[0]:
            label = annexes.label(words)
            stop = paragraph.view(text).position(label.end - 1) + 1 if label else paragraph.end
            pieces.append(Piece(PieceRole.LABEL, _spans(paragraph, paragraph.start, stop)))
            pieces += _after_label(paragraph, text, label) if label else []
            seen = True
        elif annexes.pointer(words):
            pieces.append(Piece(PieceRole.POINTER, paragraph.pieces))
        elif _MOTTO.search(words):
            pieces.append(Piece(PieceRole.MOTTO, paragraph.pieces))
        elif _RULE.match(words):
            pieces.append(Piece(PieceRole.RULE, paragraph.pieces))
        else:
            pieces.append(Piece(PieceRole.TITLE if seen else PieceRole.ISSUER, paragraph.pieces))
    return _Head(PartKind.APPENDIX, line.at, line.at + 1, tuple(pieces))
