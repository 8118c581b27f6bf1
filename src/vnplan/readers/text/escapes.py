r"""Escapes that a crawler left as text: ``\r\n`` typed out, HTML entities."""

from __future__ import annotations

import html
import re

_LINE = re.compile(r"\\r\\n|\\n(?=[\s\\]|[^a-z\s])|\\t(?=[\s\\]|[^a-z\s])")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#x[0-9A-Fa-f]{2,5});")
_LEAST = 3
"""Escapes that make a habit; one alone may be meant."""


def undo(text: str) -> tuple[str, int]:
    """Return ``text`` with its escapes undone, and how many they were; 0 where they are too few to be a crawler's."""
    count = 0
    if "\\n" in text and len(found := _LINE.findall(text)) >= _LEAST:
        count += len(found)
        text = _LINE.sub(lambda m: "\t" if m[0] == "\\t" else "\n", text)
    if "&" in text and len(entities := _ENTITY.findall(text)) >= _LEAST:
        count += len(entities)
        text = _ENTITY.sub(lambda m: html.unescape(m[0]), text)
    return text, count
