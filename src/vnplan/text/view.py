"""Search copies: text made easy to search, with the way back to the stored text.

A :class:`View` is what grammars read. White space of every kind (line wraps
included) is one space, dashes are ``-``, quotes are straight, invisible
characters are gone. Case, letters and tone marks are the document's own. The
map back is built while folding, so a match's span in ``plan.text`` is exact.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from vnplan.models.base import Span
from vnplan.text.fold import fold_case

# One code point to one code point: these need no offset map.
_SAME_LENGTH: dict[str, str] = {
    **dict.fromkeys("‐‑‒–—―−﹣－\uf02d", "-"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛′", "'"),
    **dict.fromkeys("⁄∕／", "/"),
    "：": ":",
    "；": ";",
    "，": ",",
    "\u0430": "a",  # Cyrillic look-alikes seen in provincial files
    "\u0435": "e",
    "\u043e": "o",
    "\u0440": "p",
    "\u0441": "c",
    "\u0410": "A",
    "\u0412": "B",
    "\u0415": "E",
    "\u041d": "H",
    "\u041e": "O",
    "\u0421": "C",
    "\u0422": "T",
    "\u01a3": "ư",  # OI for Ư, from fonts of the nineties
    "\u01a2": "Ư",
}
# Few letters of a text are in the table: looking for them is much cheaper than str.translate, which looks up each one.
_OTHER_FORM = re.compile(f"[{''.join(_SAME_LENGTH)}]")
# Runs that change length: white space of two or more or not a plain space, and invisible characters.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
_RUN = re.compile(rf"(?:\s|[{_INVISIBLE}]){{2,}}|[^\S ]|[{_INVISIBLE}]")
_ONLY_INVISIBLE = re.compile(rf"[{_INVISIBLE}]+\Z")


def _usual_form(match: re.Match[str]) -> str:
    return _SAME_LENGTH[match[0]]


_LONGEST_MARK = 80
"""Characters of markup that may stand inside a word: ``***``, a backslash, tags such as ``</b><span class="x">``."""
# Tags of looks; those that end a line (``<br>``, ``<p>``) part words.
_TAG = re.compile(r"</?(?:b|i|u|s|em|strong|sup|sub|span|font|a)\b[^<>]{0,60}>", re.IGNORECASE)


def _glued(original: str, end: int, start: int) -> bool:
    """Whether two pieces are one word: between them markup alone, no white space."""
    gap = original[end:start] if 0 <= end < start <= end + _LONGEST_MARK else ""
    if "<" in gap:
        return not any(c.isspace() or c.isalnum() for c in _TAG.sub("", gap))
    return bool(gap) and not any(c.isspace() or c.isalnum() for c in gap)


class _Fold:
    """A copy being built: its pieces, and where each straight stretch of it stands in the original."""

    __slots__ = ("at", "base", "original", "out", "size", "spaced")

    def __init__(self, original: str) -> None:
        self.original = original
        self.out: list[str] = []
        self.at: list[int] = []
        self.base: list[int] = []
        self.size = 0
        self.spaced = True  # nothing yet, or the copy ends in a space: white space adds nothing

    def put(self, start: int, end: int) -> None:
        """Copy ``[start, end)``, which holds nothing to fold but perhaps one space at its ends."""
        if self.spaced and self.original[start : start + 1] == " ":
            start += 1
        if start < end:
            self.at.append(self.size)
            self.base.append(start)
            self.out.append(self.original[start:end])
            self.size += end - start
            self.spaced = self.original[end - 1] == " "

    def space(self, start: int) -> None:
        """White space at ``start``: one space, unless one stands there."""
        if not self.spaced:
            self.at.append(self.size)
            self.base.append(start)
            self.out.append(" ")
            self.size += 1
            self.spaced = True


class View:
    """A search copy of one or more stretches of a text.

    ``text`` is the copy; :meth:`span` maps a stretch of the copy back to a
    stretch of the original.
    """

    __slots__ = ("_at", "_base", "_folded", "original", "text")

    def __init__(self, text: str, original: str, at: list[int], base: list[int]) -> None:
        self.text = text
        self.original = original
        self._at = at
        self._base = base
        self._folded: str | None = None

    @property
    def folded(self) -> str:
        """``text`` softened, character for character; made once, as many rules look at it."""
        if self._folded is None:
            self._folded = fold_case(self.text)
        return self._folded

    @classmethod
    def of(cls, original: str, pieces: Iterable[tuple[int, int]] | None = None) -> View:
        """Fold the ``pieces`` (half-open stretches, in reading order) of ``original``, joined by one space.

        Pieces that touch, or have nothing but markup between them, are joined
        without one. Without ``pieces`` the whole of ``original`` is folded.
        Blank ends are trimmed.
        """
        fold = _Fold(original)
        last = -1
        for start, end in pieces if pieces is not None else ((0, len(original)),):
            if start != last and not _glued(original, last, start):
                fold.space(start)
            last = end
            position = start
            for run in _RUN.finditer(original, start, end):
                fold.put(position, run.start())
                if not _ONLY_INVISIBLE.match(run[0]):
                    fold.space(run.start())
                position = run.end()
            fold.put(position, end)
        copy = _OTHER_FORM.sub(_usual_form, "".join(fold.out))
        return cls(copy.rstrip(" "), original, fold.at, fold.base)

    def position(self, index: int) -> int:
        """Where the character at ``index`` of the copy stands in the original."""
        if not self._at:
            return 0
        slot = max(bisect_right(self._at, index) - 1, 0)
        return self._base[slot] + index - self._at[slot]

    def span(self, start: int, end: int) -> Span:
        """The stretch of the original from the first to the last character of ``[start, end)`` of the copy."""
        first = self.position(start)
        return Span(first, self.position(end - 1) + 1 if end > start else first)

    def part(self, start: int, end: int) -> View:
        """The copy of ``[start, end)`` alone."""
        first = max(bisect_right(self._at, start) - 1, 0)
        later = [(at - start, base) for at, base in zip(self._at, self._base, strict=True)][first + 1 :]
        later = [(at, base) for at, base in later if at < end - start]
        return View(
            self.text[start:end],
            self.original,
            [0, *(at for at, _ in later)],
            [self.position(start), *(base for _, base in later)],
        )

    def words(self, start: int, end: int) -> str:
        """The original's own characters behind ``[start, end)`` of the copy."""
        return self.original[slice(*self.span(start, end))]


def fold_space(text: str) -> str:
    """The search copy of ``text`` alone, where no way back is needed."""
    return View.of(text).text
