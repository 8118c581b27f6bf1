"""Marks inside a paragraph of Markdown: the lines of one paragraph or cell -> its words and its marks.

Marks are emphasis, backslashes, code ticks, HTML tags and comments, pictures, the addresses of links, footnote marks.
Emphasis may open on one line and close on another, and converters close it by halves (``***Sở Y tế*:**``). A single
mark without its partner is a character of the document (``2*3``, ``(*)``, ``Số: ___/KH-UBND``) and stays a word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final, NamedTuple

from vnplan.models.base import Span
from vnplan.readers.lines import TextLine
from vnplan.text.raised import is_note_mark

BREAK = re.compile(r"<br\s{0,4}/?>", re.IGNORECASE)
_TAGS: Final = (
    "abbr|a|big|blockquote|body|br|b|center|code|dd|del|div|dl|dt|em|figure|font|h[1-6]|hr|img|ins|i|kbd|li|mark|ol"
    "|pre|p|section|small|span|strike|strong|sub|sup|s|table|tbody|td|tfoot|thead|th|tr|tt|ul|u"
)
# Parts of a picture or link: `(media/image1.png "Hình 1")`, `{width="1in"}`.
_ADDRESS = r"\([^()\s]{0,800}(?:\s\"[^\"\n]{0,200}\")?\)"
_LOOKS = r"(?:\{[^{}]{0,300}\})"  # wrapped lines break inside
_TOKEN = re.compile(
    rf"""
      (?P<raised><sup\b[^<>\n]{{0,100}}>(?P<up>[^<>\n]{{1,6}})</sup>|\^(?P<caret>[^^\s]{{1,4}})\^)   # <sup>1</sup>, ^1^
    | (?P<note>\[\^[\w-]{{1,20}}\]:?)                        # [^1]
    | (?P<whole><!--(?:(?!-->).){{0,2000}}-->                # <!-- image -->
        | </?(?:{_TAGS})(?:\s[^<>\n]{{0,800}})?/?>           # <b>, <a id="dieu_1">
        | !\[[^\[\]\n]{{0,500}}\]{_ADDRESS}{_LOOKS}?         # ![](media/image1.png)
      )
    | (?P<tail>\](?:{_ADDRESS}{_LOOKS}?|\{{[.\#][^{{}}\n]{{1,300}}\}}))   # ](https://...), ]{{.underline}}
    | (?P<attributes>\s\{{\#[^{{}}\n]{{1,300}}\}}\s*\Z)      # ## Mục đích {{#muc-dich}}
    | (?P<escape>\\)(?=[!-/:-@\[-`{{-~])
    | (?P<open>\[)
    | (?P<run>(?<!\*)\*{{1,3}}(?!\*)|(?<!_)_{{1,3}}(?!_)|`{{1,2}}|~~)
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_LINK = re.compile(r"\]\((?:https?:|mailto:|ftp:|#|\.{0,2}/|[\w%.-]+\.\w{2,5})", re.IGNORECASE)
"""The tail of a link by its address: a sentence may also hold ``[1](2)``."""

_THREE = 3
"""Marks of bold and italic together (``***``), which one and two close in turn."""

EXAMPLES: Final = {
    "_TOKEN": (
        ("<sup>1</sup>", "<!-- image -->", "![](a.png)", "](https://a.vn)", "[^2]", "**", "\\."),
        ("2 < 3", "****", "12/KH-UBND"),
    ),
}


class Inline(NamedTuple):
    """Words and marks of a paragraph, each in order."""

    words: list[Span]
    marks: list[Span]
    strong: bool
    """All words are emphasised by two marks or more."""


@dataclass(slots=True)
class Joined:
    """Stretches of lines as one text, with the way back."""

    text: str
    starts: list[tuple[int, int]]
    """Where each line begins, here and in the document."""

    @classmethod
    def of(cls, stretches: Iterable[tuple[TextLine, int, int]]) -> Joined:
        """Join ``(line, start, end)``, positions of the document."""
        parts, starts, at = [], [], 0
        for line, start, end in stretches:
            starts.append((at, start))
            parts.append(line.text[start - line.start : end - line.start])
            at += end - start + 1
        return cls("\n".join(parts), starts)

    def spans(self, start: int, end: int) -> Iterator[Span]:
        """The places in the document of ``[start, end)``, one a line; lines on which nothing is visible have none."""
        first = max(bisect_right(self.starts, start, key=itemgetter(0)) - 1, 0)
        for number in range(first, len(self.starts)):
            here, there = self.starts[number]
            if here >= end:
                return
            following = self.starts[number + 1][0] if number + 1 < len(self.starts) else len(self.text) + 1
            left, right = max(start, here), min(end, following - 1)
            if self.text[left:right].strip():
                yield Span(there + left - here, there + right - here)


@dataclass(slots=True)
class _Run:
    """An opened mark of emphasis: its first character, how many are left, and whether some were closed."""

    char: str
    start: int
    left: int
    used: bool = False


@dataclass(slots=True)
class _Marks:
    text: str
    found: list[tuple[int, int]] = field(default_factory=list)
    runs: list[_Run] = field(default_factory=list)
    brackets: list[int] = field(default_factory=list)
    strong: list[tuple[int, int]] = field(default_factory=list)

    def read(self) -> list[tuple[int, int]]:
        escaped = -1
        for token in _TOKEN.finditer(self.text):
            if token.start() == escaped:
                continue
            if token["escape"]:
                escaped = token.end()
            self.token(token)
        for run in self.runs:
            # Two stars at a word are no character of these documents, even where their partner is lost.
            if run.used or run.left > 1:
                self.found.append((run.start, run.start + run.left))
        return sorted(self.found)

    def token(self, token: re.Match[str]) -> None:
        start, end = token.span()
        if token["raised"]:
            self.raised(token)
        elif token["open"]:
            self.brackets.append(start)
        elif token["tail"]:
            if self.brackets and (token["tail"].startswith("]{") or _LINK.match(token["tail"])):
                opened = self.brackets.pop()
                self.found += [(opened, opened + 1), (start, end)]
        elif token["run"]:
            self.run(token["run"], start, end)
        else:
            self.found.append((start, end))

    def raised(self, token: re.Match[str]) -> None:
        """A mark of a footnote is none of the document's numbers; a raised figure of a unit (m²) is a word."""
        group = "up" if token["up"] is not None else "caret"
        if is_note_mark(self.text[: token.start()], token[group]):
            self.found.append(token.span())
            return
        self.found += [(token.start(), token.start(group)), (token.end(group), token.end())]

    def run(self, mark: str, start: int, end: int) -> None:
        left, at = end - start, start
        while left and _closes(self.text, start, end) and (opened := self.opened(mark[0], left)):
            used = min(left, opened.left)
            inner = opened.start + opened.left
            self.found += [(inner - used, inner), (at, at + used)]
            if used > 1:
                self.strong.append((inner, at))
            opened.left -= used
            opened.used = True
            at, left = at + used, left - used
            if not opened.left:
                self.runs.remove(opened)
        if not left:
            return
        if _opens(self.text, start, end):
            self.runs.append(_Run(mark[0], at, left, used=at > start))
        elif at > start or (left > 1 and _closes(self.text, start, end) and mark[0] == "*"):
            self.found.append((at, at + left))

    def opened(self, char: str, count: int) -> _Run | None:
        """The innermost opened mark that ``count`` marks close: one star closes half of three, none of two."""
        for run in reversed(self.runs):
            if run.char == char and (run.left == count or run.used or max(run.left, count) == _THREE):
                return run
        return None


def inline(stretches: Iterable[tuple[TextLine, int, int]]) -> Inline:
    """Tell words from marks in stretches of lines that belong to one paragraph, given by positions of the document."""
    joined = Joined.of(stretches)
    marks = _Marks(joined.text)
    found = marks.read()
    words: list[Span] = []
    bold = True
    strong, at, reach = sorted(marks.strong), 0, -1
    for start, end in _between(found, len(joined.text)):
        while at < len(strong) and strong[at][0] <= start:
            reach = max(reach, strong[at][1])
            at += 1
        if joined.text[start:end].strip():
            words += joined.spans(start, end)
            bold = bold and end <= reach
    return Inline(words, [s for left, right in found for s in joined.spans(left, right)], bool(words) and bold)


def unclosed(text: str) -> bool:
    """Whether emphasis of two marks or more is open at the end of ``text``."""
    marks = _Marks(text)
    marks.read()
    return any(run.left > 1 and not run.used for run in marks.runs)


def _between(marks: list[tuple[int, int]], end: int) -> Iterator[tuple[int, int]]:
    at = 0
    for left, right in marks:
        if at < left:
            yield at, left
        at = max(at, right)
    if at < end:
        yield at, end


def _opens(text: str, start: int, end: int) -> bool:
    """A mark before a word: no blank after it; one star or underscore also not after a letter."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if not after.strip() or (before == "(" and after == ")"):
        return False
    return end - start > 1 or not before.isalnum()


def _closes(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before.strip() or (before == "(" and after == ")"):
        return False
    return end - start > 1 or not after.isalnum()
