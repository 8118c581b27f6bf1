"""Words of the web site round a document: menus, notices, metadata blocks, lists of related documents.

Three classes, told by form and by a table of phrases (``site_noise.json``):
notices and site names stand anywhere; menu words only beside other noise at the
front or back; metadata labels and related documents only in runs.
"""

from __future__ import annotations

import re
from collections import deque
from functools import cache
from typing import Final

from vnplan.gazetteer import doc_types
from vnplan.gazetteer.load import load
from vnplan.models.base import Span
from vnplan.readers.lines import TextLine
from vnplan.readers.source import Block, Furniture, Grid, Paragraph
from vnplan.text.fold import fold_key

# A related document with its number in the list glued on: "- 1Nghị định 93/2001/NĐ-CP ...".
_TYPES = "|".join(re.escape(name.capitalize()) for name in doc_types.pointing_back())
_RELATED = re.compile(rf"-?\s{{0,3}}\d{{1,3}}\s?(?:{_TYPES})\s")
_GLUED = re.compile(r"-?\s{0,3}\d{1,3}[A-ZĐ]")
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?[\w-]{2,40}(?:\.[\w-]{2,20}){1,4}(?:/\S{0,300})?\Z")
_LIST_MARKS = " |-•*+"
_LONGEST_NOISE = 160
"""Characters of a line of noise; longer ones are a document's."""
_EDGE = 40
"""Lines from the front or back within which menu words may stand."""

EXAMPLES: Final = {
    "_NOTICE": (
        ("Đang tải văn bản...", "Hệ thống pháp luật Đang tải"),
        ("Hệ thống pháp luật của tỉnh", "Đang tải lên"),
    ),
}


def find(lines: list[TextLine]) -> frozenset[int]:
    """Indexes of the lines that are the site's, not the document's."""
    full = [i for i, line in enumerate(lines) if not line.blank and len(line.text) <= _LONGEST_NOISE]
    if not full:
        return frozenset()
    keys = {i: fold_key(lines[i].text) for i in full}
    certain = {i for i in full if _is_notice(lines[i].text.strip(), keys[i])}
    certain |= _runs([i for i in full if _RELATED.match(lines[i].text.strip())], full, least=2, lines=lines)
    certain |= _metadata(lines, full)
    order = [i for i, line in enumerate(lines) if not line.blank]
    return frozenset(certain | _menus(keys, certain, order))


def is_menu(key: str) -> bool:
    """Whether a folded line is one of a menu (``Mục lục``, ``Tải về``) or the heading of a list of a site."""
    return key in _phrases("menu") or key in _phrases("heading")


def _is_notice(words: str, folded: str) -> bool:
    return (
        folded in _phrases("site")
        or folded.startswith(_openings())
        or _ADDRESS.match(words) is not None
        or folded in _phrases("heading")
    )


def _runs(found: list[int], full: list[int], *, least: int, lines: list[TextLine]) -> set[int]:
    """The members of runs of neighbours among ``full``, of at least ``least``, one of them with a glued number."""
    place = {line: order for order, line in enumerate(full)}
    kept: set[int] = set()
    run: list[int] = []
    for index in [*found, -1]:
        if run and (index < 0 or place[index] != place[run[-1]] + 1):
            if len(run) >= least and any(_GLUED.match(lines[i].text.strip()) for i in run):
                kept.update(run)
            run = []
        run.append(index)
    return kept


def _metadata(lines: list[TextLine], full: list[int]) -> set[int]:
    """Runs of labels with their values, on one line or under each other: three different labels at least."""
    kept: set[int] = set()
    run: list[int] = []
    labels: set[str] = set()
    bare = False  # the line above is a label without its value
    for index in [*full, -1]:
        words = lines[index].text.strip().lstrip(_LIST_MARKS) if index >= 0 else ""
        label = _label_pattern().match(words)
        if label or (bare and index >= 0):
            run.append(index)
            labels |= {fold_key(label["label"])} if label else set()
            bare = label is not None and not words[label.end() :].strip(" :|")
            continue
        # Three labels of a site below each other; a plan may have a line or two like them.
        if len(labels) >= 3:
            kept.update(run)
        run, labels, bare = [], set(), False
    return kept


def _menus(keys: dict[int, str], certain: set[int], order: list[int]) -> set[int]:
    """Menu words that touch other noise near the front or back."""
    kept: set[int] = set()
    if not certain:
        return kept
    for side in (order[:_EDGE], order[: -_EDGE - 1 : -1]):
        touching = False
        for index in reversed(side):
            menu = keys.get(index) in _phrases("menu")
            touching = index in certain or (touching and menu)
            if menu and touching:
                kept.add(index)
        touching = False
        for index in side:
            menu = keys.get(index) in _phrases("menu")
            touching = index in certain or (touching and menu)
            if menu and touching:
                kept.add(index)
    return kept


@cache
def _phrases(kind: str) -> frozenset[str]:
    return frozenset(fold_key(row["text"]) for row in load("site_noise")["lines"] if row["class"] == kind)


@cache
def _openings() -> tuple[str, ...]:
    return tuple(fold_key(row["text"]) for row in load("site_noise")["openings"])


@cache
def _label_pattern() -> re.Pattern[str]:
    labels = sorted((row["text"] for row in load("site_noise")["labels"]), key=len, reverse=True)
    return re.compile(rf"(?P<label>{'|'.join(map(re.escape, labels))})(?: văn bản)?\s{{0,3}}(?:[:|]|\Z)", re.IGNORECASE)


def put_back(blocks: tuple[Block, ...], lines: list[TextLine], noise: frozenset[int]) -> tuple[Block, ...]:
    """The blocks with the noise among them as furniture, each run after the block before it."""
    out: list[Block] = []
    waiting = deque(Furniture(tuple(run)) for run in _spans(lines, noise))
    for block in blocks:
        while waiting and waiting[0].pieces[0].start < _start(block):
            out.append(waiting.popleft())
        out.append(block)
    return (*out, *waiting)


def _spans(lines: list[TextLine], noise: frozenset[int]) -> list[list[Span]]:
    runs: list[list[Span]] = []
    last = -2
    for index in sorted(noise):
        if index != last + 1:
            runs.append([])
        runs[-1].append(lines[index].body)
        last = index
    return runs


def _start(block: Block) -> int:
    if isinstance(block, Grid):
        return block.span.start
    return min(piece.start for piece in block.pieces) if isinstance(block, Furniture) else block.start


def cut_out(text: str, paragraph: Paragraph) -> tuple[Paragraph, Furniture | None]:
    """A running paragraph without the notices inside it."""
    found = [m.span() for piece in paragraph.pieces for m in _NOTICE.finditer(text, piece.start, piece.end)]
    if not found:
        return paragraph, None
    kept: list[Span] = []
    at = paragraph.start
    for start, end in [*found, (paragraph.end, paragraph.end)]:
        if text[at:start].strip():
            kept.append(Span(at, start))
        at = end
    if not kept:
        return paragraph, None
    return Paragraph(tuple(kept), paragraph.look, running=True, lines=paragraph.lines), Furniture(
        tuple(Span(a, b) for a, b in found)
    )


_NOTICE = re.compile(
    r"""
      Đang\ tải\ (?:nội\ dung|dữ\ liệu|văn\ bản)[^.…\n]{0,60}(?:\.{1,3}|…)?
    | Hệ\ thống\ pháp\ luật(?=\ Đang\ tải|\ [A-ZĐỦ]{2,}\ )
    | Để\ sử\ dụng\ toàn\ bộ\ tiện\ ích\ nâng\ cao[^.\n]{0,200}\.?
    """,
    re.VERBOSE,
)
