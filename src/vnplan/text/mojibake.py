"""Text whose UTF-8 bytes were read as Windows-1252 or Latin-1 (``á»¦Y BAN NHÃ‚N DÃ‚N``), read again as it was meant."""

from __future__ import annotations

import re
from typing import NamedTuple

# What the bytes 80 to FF look like in Windows-1252; the five bytes that it leaves undefined stay control characters.
_SHOWN = {bytes([byte]).decode("cp1252", "replace"): byte for byte in range(0x80, 0x100)}
_SHOWN |= {chr(byte): byte for byte in range(0x80, 0x100)}
del _SHOWN["\ufffd"]
_RUN = re.compile(f"[{re.escape(''.join(_SHOWN))}]{{2,}}")
_LETTER = re.compile(r"[\u0100-\u01b0\u1ea0-\u1ef9]|[\u00c0-\u00fd]")
NAME = "UTF-8 read as Windows-1252"
"""What diagnostics call it."""
_LEAST = 3
"""Runs that make sense as UTF-8 before a text is one that was misread: one or two happen by chance."""


class Undone(NamedTuple):
    """The text as it was meant, and how many of its lines were misread."""

    text: str
    lines: int


def undo(text: str) -> Undone:
    """Read misread runs again; a text in which most runs make no UTF-8 stays as it is.

    >>> undo("á»¦y ban nhÃ¢n dÃ¢n tá»‰nh").text
    'Ủy ban nhân dân tỉnh'
    """
    runs = _RUN.findall(text)
    if not runs:
        return Undone(text, 0)
    meant = sum(_meant(run) is not None for run in runs)
    if meant < _LEAST or 2 * meant < len(runs):
        return Undone(text, 0)
    lines = sum(any(_meant(run) for run in _RUN.findall(line)) for line in text.split("\n"))
    return Undone(_RUN.sub(lambda run: _meant(run[0]) or run[0], text), lines)


def _meant(run: str) -> str | None:
    try:
        words = bytes(_SHOWN[c] for c in run).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return words if _LETTER.search(words) else None
