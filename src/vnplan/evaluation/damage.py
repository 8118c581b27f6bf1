"""A text -> the same text as a bad copy gives it, in steps from a little to all that the kind of damage does.

Each place where damage could be done draws one number; it is done where the number is below the strength. So the same
text, kind and seed give the same damage, and a stronger one does all that a weaker one does and more.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from typing import Final

STRENGTHS: Final = (0.2, 0.4, 0.6, 0.8, 1.0)
"""Steps of the ladder; 0 is the text itself."""
_MISREAD = 0.25
"""Share of the letters that can be misread that are at full strength: a copy of a copy, hardly legible."""
_BROKEN = 0.1
"""Share of the blanks that become line ends at full strength: a line of ten words."""
_WINDOW = 6
"""Lines that stand side by side in two columns of three."""
_PAIRS = "ủú ủû úù ìi íi ịi ảâ ạa ổô ộô ếê ệê ưu ơo l1 lI 1l 0O O0 ĐD đd eê ., .· -– ,. S5 B8"
"""What recognition takes for what: a letter, then what is read."""
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SYLLABLE = re.compile(r"\w+")
Damage = Callable[[str, float, random.Random], str]


def damage(text: str, kind: str, strength: float, *, seed: int = 1) -> str:
    """The text damaged.

    Args:
        text: any text.
        kind: one of :data:`KINDS`.
        strength: 0 (none) to 1.
        seed: another seed does the damage in other places.

    Raises:
        ValueError: there is no such kind, or the strength is out of its bounds.

    """
    if kind not in KINDS:
        msg = f"there is no damage {kind!r}; known are {', '.join(KINDS)}"
        raise ValueError(msg)
    if not 0 <= strength <= 1:
        msg = f"a strength is from 0 to 1, not {strength}"
        raise ValueError(msg)
    chance = random.Random(f"{seed} {kind}")  # noqa: S311 -- no secret
    return KINDS[kind](text, strength, chance)


def _line_ends(text: str, strength: float, chance: random.Random) -> str:
    """Line ends are lost, and come in the middle of sentences."""

    def changed(match: re.Match[str]) -> str:
        draw = chance.random()
        if match[0] == "\n":
            return " " if draw < strength else "\n"
        return "\n" if draw < strength * _BROKEN else " "

    return re.sub(r"(?<=\S)[ \n](?=\S)", changed, text)


def _confusions() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"rn": ["m"], "m": ["rn"]}
    for pair in _PAIRS.split():
        found.setdefault(pair[0], []).append(pair[1])
    return found


_CONFUSED: Final = _confusions()
_CONFUSABLE: Final = re.compile("|".join(map(re.escape, sorted(_CONFUSED, key=len, reverse=True))))


def _ocr(text: str, strength: float, chance: random.Random) -> str:
    """Letters are taken for others that look alike, as recognition of Vietnamese does."""

    def read(match: re.Match[str]) -> str:
        draw, other = chance.random(), chance.choice(_CONFUSED[match[0]])
        return other if draw < strength * _MISREAD else match[0]

    return _CONFUSABLE.sub(read, text)


def _tones(text: str, strength: float, chance: random.Random) -> str:
    """Syllables lose their tone mark; the marks of their vowels stay."""

    def bare(match: re.Match[str]) -> str:
        if chance.random() >= strength:
            return match[0]
        letters = unicodedata.normalize("NFD", match[0])
        return unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES))

    return _SYLLABLE.sub(bare, text)


def _columns(text: str, strength: float, chance: random.Random) -> str:
    """Cells leave their order, and lines are read across two columns."""
    lines = text.split("\n")
    found: list[str] = []
    for start in range(0, len(lines), _WINDOW):
        window = lines[start : start + _WINDOW]
        draw, turns = chance.random(), [chance.random() for _ in window]
        if any(" | " in line for line in window):
            found += [_turned(line) if turn < strength else line for line, turn in zip(window, turns, strict=True)]
        elif draw < strength and len(window) > 1:
            half = (len(window) + 1) // 2
            right = [*window[half:], ""][:half]
            found += [f"{a} {b}".rstrip() for a, b in zip(window[:half], right, strict=True)]
        else:
            found += window
    return "\n".join(found)


def _turned(line: str) -> str:
    """A row with its last cell in front."""
    cells = line.split(" | ")
    return " | ".join(cells[-1:] + cells[:-1])


KINDS: Final[dict[str, Damage]] = {"line-ends": _line_ends, "ocr": _ocr, "tones": _tones, "columns": _columns}
"""Name -> what does the damage."""
