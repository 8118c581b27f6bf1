"""What a web page puts round a document (menus, contents, related documents): blocks -> blocks with it as furniture.

Three signs, none of them a site's own layout: known phrases of sites; short lines before the letterhead; lines behind
the document that only repeat what stood in it (a list of contents).
"""

from __future__ import annotations

import re

from vnplan.grammar.letter.fixed_words import anchors, holds_motto, type_at_front
from vnplan.lexicon.patterns import select
from vnplan.lexicon.rows import Context, Family
from vnplan.readers.lines import TextLine
from vnplan.readers.source import Block, Furniture, Grid, Paragraph
from vnplan.readers.text import site_noise
from vnplan.text.fold import fold_key

_LONGEST_LABEL = 160
"""Characters of a line of a menu or of a box of facts; what is longer is a document's."""
_MOST_BEFORE = 400
"""Blocks of a page before its document: the longest menus of portals have some 300 entries."""
_ISSUER_LINES = 4
"""Lines of a letterhead that may stand before its motto: two or three of an issuer, and a rule."""
_BARE_LABEL = re.compile(r"[^\W\d_]+ (?:\d{1,3}|[^\W\d_])\W*")
"""``Khoản 1``, ``Điểm a``: what a list of contents shows of an item without heading."""
_CONTENTS = frozenset(fold_key(row.words) for row in select(Family.FORMULA, Context.HEADING, means="contents"))
_LEAST_REPEATED = 2
"""Repeated lines behind the document that make a list of contents; one may be a signature or a title."""


def set_aside(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks, those of the page's surroundings as furniture."""
    marked = _phrases(text, blocks)
    marked |= set(range(_begin(text, blocks, marked)))
    keys = [fold_key(_words(text, block)) if isinstance(block, Paragraph) else "" for block in blocks]
    marked |= _contents_before(text, blocks, keys, marked)
    marked |= _repeated(blocks, keys, marked)
    return tuple(Furniture(b.pieces) if i in marked and isinstance(b, Paragraph) else b for i, b in enumerate(blocks))


def _words(text: str, block: Block) -> str:
    pieces = block.pieces if not isinstance(block, Grid) else (block.span,)
    return " ".join(" ".join(text[slice(*piece)] for piece in pieces).split())


def _phrases(text: str, blocks: list[Block]) -> set[int]:
    lines, places = [], []
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            lines.append(TextLine(block.start, block.end, text[block.start : block.end].replace("\n", " ")))
            places.append(index)
    return {places[i] for i in site_noise.find(lines)}


def _begin(text: str, blocks: list[Block], marked: set[int]) -> int:
    """Index of the first block of the letterhead, where only short lines stand before it; else 0."""
    motto = next((i for i, block in enumerate(blocks[:_MOST_BEFORE]) if holds_motto(_words(text, block))), 0)
    begin = motto
    for index in range(motto - 1, max(motto - 1 - _ISSUER_LINES, -1), -1):
        block = blocks[index]
        if isinstance(block, Paragraph) and index not in marked and _words(text, block).isupper():
            begin = index
        elif isinstance(block, Paragraph):
            break
    before = blocks[:begin]
    short = all(isinstance(b, Furniture) or _is_label(_words(text, b)) for b in before)
    return begin if short and not any(isinstance(b, Grid) for b in before) else 0


def _is_label(words: str) -> bool:
    return len(words) <= _LONGEST_LABEL and not words.endswith(".")


def _contents_before(text: str, blocks: list[Block], keys: list[str], marked: set[int]) -> set[int]:
    """A list of contents before the document, with the lines of the page above it.

    Its lines come again further down; above its heading stands no line of a letterhead and no type line.
    """
    head = next((i for i, key in enumerate(keys[:_MOST_BEFORE]) if key and key in _CONTENTS), None)
    if head is None:
        return set()
    last = {key: index for index, key in enumerate(keys) if key}
    at, found = head, list[int]()
    while (at := at + 1) < len(blocks) and (at in marked or last.get(keys[at], at) > at):
        found += [at] if at not in marked else []
    above = range(head)
    others = (blocks[i] for i in above if i not in marked and not isinstance(blocks[i], Furniture))
    clear = all(_is_menu_line(_words(text, block)) for block in others)
    return {*above, head, *found} if clear and len(found) >= _LEAST_REPEATED else set()


def _is_menu_line(words: str) -> bool:
    return _is_label(words) and not anchors(words) and not type_at_front(words)


def _repeated(blocks: list[Block], keys: list[str], marked: set[int]) -> set[int]:
    """A list of contents behind the document: its lines repeat earlier ones, or are phrases of a site."""
    first = {key: index for index, key in reversed(list(enumerate(keys))) if key}
    found: list[int] = []
    at = len(blocks) - 1
    while at >= 0 and (
        isinstance(blocks[at], Furniture)
        or at in marked
        or first.get(keys[at], at) < at
        or _BARE_LABEL.fullmatch(keys[at])
    ):
        if at not in marked and isinstance(blocks[at], Paragraph):
            found.append(at)
        at -= 1
    head = at if at >= 0 and isinstance(blocks[at], Paragraph) and site_noise.is_menu(keys[at]) else None
    if head is None:
        return set()
    return {head, *found} if len(found) >= _LEAST_REPEATED else set()
