"""Where the main document ends and what is attached to it begins (phụ lục, kế hoạch ban hành kèm theo)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from vnplan.grammar.letter.fixed_words import holds_motto
from vnplan.grammar.markers import annex_labels
from vnplan.lexicon.patterns import Letters, any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.outline.attached import annex_heads
from vnplan.outline.attached.annex_heads import RECIPIENTS, AnnexHead, Shown
from vnplan.outline.shapes import PartKind, Piece
from vnplan.readers.source import Block, Furniture, Grid, Paragraph
from vnplan.text.numerals import ROMAN
from vnplan.text.search_text import SearchText

_END_MARK = re.compile(r"\. ?/ ?\.?[\"')]*\Z")


def _printed(means: str, trait: str | None = None) -> str:
    return any_of(Family.FORMULA, Context.HEADING, means=means, trait=trait, letters=Letters.PRINTED)


# In running text only a head with its pointer can be told from a mention.
_INNER_HEAD = re.compile(
    rf"""
    (?<!\S) {_printed("appendix")} (?:\ (?:số|SỐ))? (?:\ (?:{ROMAN}|\d{{1,4}}) [.:]?)? \ (?:[^()]{{0,300}}?\ )?
    \( {_printed("pointer", "attached")} [^()]{{1,300}} \)
    """,
    re.VERBOSE,
)
EXAMPLES: Final = {
    "_INNER_HEAD": (
        ("./. PHỤ LỤC (Kèm theo Kế hoạch)", "Biểu số 2. Chỉ tiêu (Ban hành kèm theo Kế hoạch)"),
        ("theo Phụ lục (kèm theo Kế hoạch)", "Phụ lục I kèm theo Kế hoạch", "PHỤ LỤC I", "(Kèm theo Kế hoạch)"),
    )
}
"""Pattern -> words that it finds, words that it does not find."""
_MOST_INNER = 200
"""Heads inside one line that are looked at; files have some tens of forms, hostile text has no end."""
# Lines of marks, site notices and letterhead before the type line; the longest seen has 14.
_OWN_HEAD = 30


@dataclass(frozen=True, slots=True)
class RawPart:
    """A part before its own shape is known: label, title and pointer of an appendix are its ``head``."""

    kind: PartKind
    head: tuple[Piece, ...]
    blocks: tuple[Block, ...]


def split(text: SearchText, blocks: tuple[Block, ...]) -> tuple[RawPart, ...]:
    """Cut a file into its main document and what is attached; the first part is the main one.

    An attachment begins behind the recipients or the signature of the main
    document where it has any: labels before are mentions or a table of contents.
    """
    blocks = tuple(part for block in blocks for part in _heads_apart(text, block))
    shown = [s for at, block in enumerate(blocks) if (s := _show(text, at, block))]
    heads: list[AnnexHead] = []
    position = _body_end(shown)
    while position < len(shown):
        head = annex_heads.head(text, shown, position)
        if head is None:
            position += 1
            continue
        heads.append(head)
        position = next((i for i in range(position + 1, len(shown)) if shown[i].at >= head.last), len(shown))
    starts = [head.first for head in heads]
    main = RawPart(PartKind.MAIN, (), blocks[: starts[0]] if starts else blocks)
    ends = [*starts, len(blocks)][1:]
    return (main, *(RawPart(h.kind, h.pieces, _rest(blocks, h, end)) for h, end in zip(heads, ends, strict=True)))


def _heads_apart(text: SearchText, block: Block) -> Iterator[Block]:
    """A running paragraph cut before and behind each appendix head inside it: label, title and pointer in one line."""
    if not isinstance(block, Paragraph) or not block.running:
        yield block
        return
    view = block.view(text)
    rest: Paragraph | None = block
    for match in islice(_INNER_HEAD.finditer(view.text), _MOST_INNER):
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


def _rest(blocks: tuple[Block, ...], head: AnnexHead, end: int) -> tuple[Block, ...]:
    between = tuple(b for b in blocks[head.first : head.last] if isinstance(b, Furniture))
    return (*between, *blocks[head.last : end])


def _show(text: SearchText, at: int, block: Block) -> Shown | None:
    if isinstance(block, Furniture):
        return None
    if isinstance(block, Grid):
        # A letterhead set as a table has two or three rows, with an empty one four.
        if block.rows > 4 or block.recovered:
            return Shown(at, block, "")
        words = "\n".join(p.view(text).text for c in block.cells for p in c.paragraphs)
        # 1,500 characters: a letterhead has some 300, with a long list of agencies a thousand.
        return Shown(at, block, words if len(words) <= 1500 else "")
    words = block.view(text).text
    return Shown(at, block, words) if words else None


def _body_end(shown: list[Shown]) -> int:
    """First position where an attachment may begin."""
    last_mark = None
    for position, line in enumerate(shown):
        running = isinstance(line.block, Paragraph) and line.block.running
        if any(RECIPIENTS.match(words) for words in line.words.split("\n")) or (running and "Nơi nhận:" in line.words):
            return position + 1
        if last_mark is None and _END_MARK.search(line.words):
            last_mark = position + 1
    return last_mark if last_mark is not None else _own_head(shown)


def _own_head(shown: list[Shown]) -> int:
    """First position behind the letterhead and type line of the document itself."""
    own = [
        at for at, line in enumerate(shown[:_OWN_HEAD]) if holds_motto(line.words) or annex_labels.plan_type(line.words)
    ]
    if not own:
        return min(1 if shown and isinstance(shown[0].block, Paragraph) and shown[0].block.running else 2, len(shown))
    typed = (at for at in own if annex_labels.plan_type(shown[at].words))
    return min(next(typed, own[0]) + 1, len(shown))
