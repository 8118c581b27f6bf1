"""Text of the 8-bit font encodings TCVN3 (ABC) and VNI, read as if it were Latin-1.

Such text is common in files made before 2001 and in cells pasted from them;
mixed files are usual, so each line is judged by itself: it is decoded where
that turns words of no language into Vietnamese syllables.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from vnplan.text.syllable import is_syllable

ENCODINGS = ("tcvn3", "vni")

# Latin-1 characters that Unicode Vietnamese has no use for inside words; a line without any is left alone.
_CAPITALS = r"\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db-\u00dc\u00de-\u00df"
_SMALL = r"\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb-\u00fc\u00fe-\u00ff"
_FOREIGN = re.compile(rf"[\u00a1-\u00bf{_CAPITALS}{_SMALL}]")
_UNICODE = re.compile(r"[\u0102-\u01b0\u1ea0-\u1ef9]")
# A word as typed: letters and every Latin-1 sign that either encoding uses for letters.
_TYPED = re.compile(r"(?:[^\W\d_]|[\u00a1-\u00bf\u00d7\u00f7]){2,}")


class Mended(NamedTuple):
    """A text with its legacy lines decoded, and how many lines were, by encoding."""

    text: str
    lines: dict[str, int]
    encodings: tuple[str | None, ...] = ()
    """Of each line, where some were decoded."""


def decode(text: str, encoding: str) -> str:
    """Replace the codes of ``encoding`` (``tcvn3`` or ``vni``) in ``text`` by their letters, longest first."""
    table, pattern = _table(encoding)
    return pattern.sub(lambda m: table[m[0]], text)


def readings(text: str, among: tuple[str, ...] = ENCODINGS) -> tuple[str, ...]:
    """The encodings ``among`` those given that explain ``text`` (a line, a run of one font) best, none or more.

    >>> readings("Uû ban nh©n d©n tØnh"), readings("Cô quan chuû trì"), readings("Ủy ban nhân dân tỉnh")
    (('tcvn3',), ('tcvn3', 'vni'), ())
    """
    if not _FOREIGN.search(text):
        return ()
    words = [w for w in _TYPED.findall(text) if not w.isascii()]
    before = _share(words)
    after = {encoding: _share([decode(w, encoding) for w in words]) for encoding in among}
    best = max(after.values())
    # A right decoding leaves a foreign name or two; a wrong one breaks every third word or more.
    if best < 0.75 or best - before < 0.25:
        return ()
    return tuple(encoding for encoding in among if after[encoding] == best)


def detect(text: str, beside: str | None = None) -> str | None:
    """The legacy encoding that ``text`` is written in, or ``None``; of two, that of the text ``beside`` it.

    >>> detect("Uû ban nh©n d©n tØnh"), detect("Cô quan chuû trì", "vni"), detect("Ủy ban nhân dân tỉnh")
    ('tcvn3', 'vni', None)
    """
    found = readings(text)
    return beside if beside in found else found[0] if found else None


def mend(text: str, among: tuple[str, ...] = ENCODINGS) -> Mended:
    """Decode every legacy line of ``text``; ``among``: the encodings that its fonts can be in.

    A line that reads as both encodings follows the lines before it. Lines that
    may be Unicode as well (``cá``: ``cỏ`` in TCVN3) follow the text where nine
    in ten of the lines that read one way are of one encoding.
    """
    if not _FOREIGN.search(text):
        return Mended(text, {})
    lines = text.split("\n")
    found = _by_neighbours([readings(line, among) for line in lines])
    counts = {e: found.count(e) for e in ENCODINGS if e in found}
    words = sum(len(line.split()) for line, e in zip(lines, found, strict=True) if e)
    if not counts or words < 3:  # one odd word is a foreign name sooner than an encoding
        return Mended(text, {})
    certain = sum(e is not None or _UNICODE.search(line) is not None for line, e in zip(lines, found, strict=True))
    main = max(counts, key=lambda e: counts[e])
    # Nine lines in ten.
    everywhere = counts[main] * 10 >= certain * 9
    taken = [e or (main if everywhere and not line.isascii() else None) for line, e in zip(lines, found, strict=True)]
    out = [decode(line, e) if e else line for line, e in zip(lines, taken, strict=True)]
    return Mended("\n".join(out), counts, tuple(taken))


def _by_neighbours(possible: list[tuple[str, ...]]) -> list[str | None]:
    """One reading for each line: the only one, else that of the last line that has one only (the next, at the top)."""
    last = next((found[0] for found in possible if len(found) == 1), None)
    chosen: list[str | None] = []
    for found in possible:
        last = found[0] if len(found) == 1 else last
        chosen.append(last if last in found else found[0] if found else None)
    return chosen


def _share(words: list[str]) -> float:
    return sum(is_syllable(w) for w in words) / len(words) if words else 1.0


@cache
def letters(encoding: str) -> frozenset[str]:
    """The letters that ``encoding`` has codes for."""
    return frozenset(_table(encoding)[0].values())


@cache
def _table(encoding: str) -> tuple[dict[str, str], re.Pattern[str]]:
    data = json.loads(files("vnplan.text").joinpath("data", "legacy_encodings.json").read_text("utf-8"))
    table = {row["written"]: row["letter"] for row in data["rows"] if row["encoding"] == encoding}
    longest_first = sorted(table, key=len, reverse=True)
    return table, re.compile("|".join(map(re.escape, longest_first)))
