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

# One code point to one code point: these need no offset map.
_SAME_LENGTH = str.maketrans(
    {
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
    }
)
# Runs that change length: white space of two or more or not a plain space, and invisible characters.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
_RUN = re.compile(rf"(?:\s|[{_INVISIBLE}]){{2,}}|[^\S ]|[{_INVISIBLE}]")
_ONLY_INVISIBLE = re.compile(rf"[{_INVISIBLE}]+\Z")


_LONGEST_MARK = 8
"""Characters of markup that may stand inside a word: ``***``, a backslash, a tag such as ``</b>``."""


def _glued(original: str, end: int, start: int) -> bool:
    """Whether two pieces are one word: between them markup alone, no white space."""
    gap = original[end:start] if 0 < start - end <= _LONGEST_MARK else ""
    return bool(gap) and not any(c.isspace() for c in gap)


class View:
    """A search copy of one or more stretches of a text.

    ``text`` is the copy; :meth:`span` maps a stretch of the copy back to a
    stretch of the original.
    """

    __slots__ = ("_at", "_base", "text")

    def __init__(self, text: str, at: list[int], base: list[int]) -> None:
        self.text = text
        self._at = at
        self._base = base

    @classmethod
    def of(cls, original: str, pieces: Iterable[tuple[int, int]] | None = None) -> View:
        """Fold the ``pieces`` (half-open stretches, in reading order) of ``original``, joined by one space.

        Pieces with nothing but markup between them are joined without one. Without
        ``pieces`` the whole of ``original`` is folded. Blank ends are trimmed.
        """
        out: list[str] = []
        at: list[int] = []  # position in the copy where a straight stretch begins
        base: list[int] = []  # its position in the original
        size = 0
        spaced = True  # nothing yet, or the copy ends in a space: white space adds nothing

        def put(start: int, end: int) -> None:
            nonlocal size, spaced
            if start < end:
                at.append(size)
                base.append(start)
                out.append(original[start:end])
                size += end - start
                spaced = False

        def space(start: int) -> None:
            nonlocal size, spaced
            if not spaced:
                at.append(size)
                base.append(start)
                out.append(" ")
                size += 1
                spaced = True

        last = -1
        for start, end in pieces if pieces is not None else ((0, len(original)),):
            if size and not _glued(original, last, start):
                space(start)
            last = end
            while start < end and spaced and original[start] == " ":
                start += 1
            position = start
            for run in _RUN.finditer(original, start, end):
                put(position, run.start())
                if not _ONLY_INVISIBLE.match(run[0]):
                    space(run.start())
                position = run.end()
            if spaced:
                while position < end and original[position] == " ":
                    position += 1
            put(position, end)
            if out and out[-1] and out[-1][-1] == " ":
                spaced = True
        text = "".join(out).translate(_SAME_LENGTH).rstrip(" ")
        return cls(text, at, base)

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


def squeeze(text: str) -> str:
    """The search copy of ``text`` alone, where no way back is needed."""
    return View.of(text).text
