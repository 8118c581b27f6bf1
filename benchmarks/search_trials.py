"""The search of the tree on annotated plans and invented parts, read once and tried with other costs.

Specimens of this repository and the documents of its gold pack that a test may hold, annotated plans of a
folder ``../shared`` where it stands beside it, and the cases of ``tests/cases/sections.toml`` -> :class:`Document`;
with costs -> :class:`Figures`. A trial runs again only what asks for a changed cost.
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from vnplan import readers
from vnplan.grammar.markers import costs
from vnplan.grammar.markers.costs import Costs
from vnplan.grammar.markers.sequence_paths import Resolution
from vnplan.grammar.markers.sequence_search import Candidate, resolve
from vnplan.models.base import Span
from vnplan.outline.attached import attachments
from vnplan.outline.letter import closing, letterhead
from vnplan.outline.shapes import Node
from vnplan.outline.tables import recognition
from vnplan.outline.tree import builder, paragraph_signs, running_text
from vnplan.outline.tree.builder import Decided
from vnplan.outline.tree.paragraph_signs import MarkedParagraph
from vnplan.readers.limits import Limits
from vnplan.readers.source import Block, Paragraph
from vnplan.text.fold import fold_key
from vnplan.text.search_text import SearchText

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
CORPORA = ROOT / "corpora"
PACK = CORPORA / "pack"
UNREAD = ("scan", "broken", "txt-running")
"""Files whose name holds one of these: recognition of characters, or finding the lines again, makes slips of its own,
which would be charged to the costs."""
HELD_BACK = "watch"
"""Documents of the pack that nothing is fitted to: their figures tell how strangers' documents are read."""
DOUBTS = ("unclosed_decimal", "letter_for_roman", "letter_for_one", "mended_roman")
"""Costs that reading a single line asks for."""
SILENT = frozenset({"bullet", "paragraph", "preamble"})
KEY = 44
"""Characters that tell an item: level, label and forty of its words."""


class Annotated(NamedTuple):
    """An annotated plan."""

    plan: str
    files: list[Path]
    outline: list[Any]


class Figures(NamedTuple):
    """How well a tree fits, the smaller the better."""

    wrong: int
    shortfall: float


@dataclass
class Document:
    """One file, read up to where the tree is built, with what trials found."""

    plan: str
    text: SearchText
    parts: tuple[tuple[Block, ...], ...]
    gold: Counter[str]
    invented: bool = False
    """A case of the tests, which tells of an item only what stands in its heading."""
    known: dict[tuple[str, ...], dict[tuple[float, ...], Figures]] = field(default_factory=dict)
    """Names of the costs that the search asked for -> their values -> figures."""
    wrong: dict[tuple[Any, ...], int] = field(default_factory=dict)
    """What the markers were taken for, in each part -> wrong items."""


class _Asked:
    """Costs that remember which of them were asked for."""

    def __init__(self, values: Costs) -> None:
        self.values = values
        self.asked: dict[str, float] = {}

    def __getattr__(self, name: str) -> float:
        value = self.asked[name] = getattr(self.values, name)
        return value


def golds(corpora: Path = CORPORA, shared: Path = SHARED, pack: Path = PACK) -> Iterator[Annotated]:
    """The specimens, the documents of the pack but those that are held back, the plans of ``shared``."""
    listed = [(path, path.parent) for path in sorted(corpora.glob("*/gold.json"))]
    listed += [(path, path.parent) for path in sorted(pack.glob("*/gold.json"))]
    listed += [(path, shared / "corpus") for path in sorted((shared / "gold").glob("*.json"))]
    for path, folder in listed:
        gold = json.loads(path.read_text("utf-8"))
        told = (file if isinstance(file, str) else file["name"] for file in gold["files"])
        names = [Path(name).name for name in told if not any(word in name for word in UNREAD)]
        files = [found for name in names for found in sorted(folder.rglob(name))[:1]]
        if "outline" in gold and files and gold.get("split") != HELD_BACK:
            yield Annotated(gold["id"], files, gold["outline"])


def read(plan: str, path: Path, outline: list[Any]) -> Document:
    """A file up to where the tree is built."""
    document = readers.read(path.read_bytes(), path.name, Limits())
    text, parts = SearchText(document.text), []
    for raw in attachments.split(text, document.blocks):
        blocks = raw.blocks if raw.head else letterhead.read_letterhead(text, raw.blocks)[1]
        parts.append(closing.read_closing(text, blocks)[1])
    return Document(plan, text, tuple(parts), Counter(_key(n["level"], n["label"], str(n["text"])) for n in outline))


def cases(path: Path = ROOT / "tests/cases/sections.toml") -> Iterator[Document]:
    """Invented parts, one paragraph a line."""
    for case in tomllib.loads(path.read_text("utf-8"))["case"] if path.exists() else ():
        blocks, at = [], 0
        text = case["text"].strip("\n")
        for line in text.split("\n"):
            if line.strip():
                blocks.append(Paragraph((Span(at, at + len(line)),), running=case.get("running", False)))
            at += len(line) + 1
        gold = Counter(fold_key(item)[:KEY] for item in case["items"])
        yield Document(f"case: {case['name']}", SearchText(text), (tuple(blocks),), gold, invented=True)


class Bench:
    """Runs the search of a document with other costs, and nothing twice that the costs do not change."""

    def __init__(self) -> None:
        self._lines: dict[tuple[Any, ...], list[MarkedParagraph]] = {}
        self._tables: dict[int, tuple[Any, tuple[Block, ...]]] = {}
        self._resolved: dict[tuple[Candidate, ...], tuple[Resolution, dict[str, float]]] = {}
        self._values = costs.COSTS

    def figures(self, document: Document, values: Costs) -> Figures:
        """The figures of one file with ``values``."""
        for names, results in document.known.items():
            if result := results.get(tuple(getattr(values, name) for name in names)):
                return result
        if values != self._values:
            self._values = values
            self._resolved.clear()
        asking, before = _Asked(values), costs.COSTS
        costs.COSTS = asking  # type: ignore[assignment]
        try:
            result = self._run(document)
        finally:
            costs.COSTS = before
        names = tuple(sorted(asking.asked))
        document.known.setdefault(names, {})[tuple(asking.asked[name] for name in names)] = result
        return result

    def _run(self, document: Document) -> Figures:
        trees, choices, shortfall = [], [], 0.0
        for blocks in document.parts:
            cut = running_text.split(document.text, blocks)
            lines = self._read(document.text, cut.blocks, lasting=cut.blocks is blocks)
            marked = [line for line in lines if line.marker]
            resolution = self._resolve(tuple(cut.weighed.get(m.start) or paragraph_signs.candidate(m) for m in marked))
            trees.append((lines, marked, resolution))
            choices.append(resolution.choices)
            shortfall += sum(max(0.0, 1.0 - rivals[0].margin) for rivals in resolution.rivals if rivals)
        key = (*choices, tuple(line.start for lines, _, _ in trees for line in lines))
        if key not in document.wrong:
            found = Counter(item for tree in trees for item in items(document, _nodes(document.text, *tree)))
            document.wrong[key] = (found - document.gold).total() + (document.gold - found).total()
        return Figures(document.wrong[key], shortfall)

    def _read(self, text: SearchText, blocks: tuple[Block, ...], *, lasting: bool) -> list[MarkedParagraph]:
        """Lines of a part; those of a part without running lines are read once for the same doubts."""
        if not lasting:
            return paragraph_signs.read_signs(text, recognition.recover(text, blocks))
        key = (id(blocks), tuple(getattr(costs.COSTS, name) for name in DOUBTS))
        if key not in self._lines:
            if id(blocks) not in self._tables:
                self._tables[id(blocks)] = (blocks, recognition.recover(text, blocks))
            self._lines[key] = paragraph_signs.read_signs(text, self._tables[id(blocks)][1])
        return self._lines[key]

    def _resolve(self, candidates: tuple[Candidate, ...]) -> Resolution:
        """Files of one plan hold the same markers: they are read together once."""
        asking = costs.COSTS
        if candidates not in self._resolved:
            costs.COSTS = own = _Asked(self._values)  # type: ignore[assignment]
            try:
                self._resolved[candidates] = (resolve(candidates), own.asked)
            finally:
                costs.COSTS = asking
        resolution, asked = self._resolved[candidates]
        for name in asked:
            getattr(asking, name)
        return resolution


def _nodes(
    text: SearchText, lines: list[MarkedParagraph], marked: list[MarkedParagraph], resolution: Resolution
) -> tuple[Node, ...]:
    decided = [Decided(choice, None) if choice else None for choice in resolution.choices]
    return builder.assemble(text, lines, decided) if marked or lines else ()


def items(document: Document, nodes: Iterable[Node]) -> Iterator[str]:
    """Numbered items as annotated."""
    for node in nodes:
        if node.label and node.kind not in SILENT:
            words = node.title(document.text).text if node.heading else ""
            if not words and not document.invented:
                words = next((b.view(document.text).text for b in node.content if isinstance(b, Paragraph)), "")
            yield _key(node.level, node.label, words)
        yield from items(document, node.children)


def _key(level: int, label: str, words: str) -> str:
    return fold_key(f"{level} {label} {words}".strip())[:KEY]


def fingerprint(corpora: Path = CORPORA, shared: Path = SHARED, pack: Path = PACK) -> dict[str, str]:
    """Every file with its SHA-256, and the annotated outline of every plan."""
    found = {}
    for plan, files, outline in golds(corpora, shared, pack):
        told = json.dumps(outline, ensure_ascii=False, sort_keys=True).encode()
        found[f"{plan} outline"] = sha256(told).hexdigest()
        found |= {path.name: sha256(path.read_bytes()).hexdigest() for path in files}
    return found
