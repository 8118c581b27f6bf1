r"""Escapes that a crawler left as text: ``\r\n`` typed out, HTML entities."""

from __future__ import annotations

import html
import re

_LINE = re.compile(r"\\r\\n|\\n(?=[\s\\]|[^a-z\s])|\\t(?=[\s\\]|[^a-z\s])")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#x[0-9A-Fa-f]{2,5});")
_LEAST = 3
"""Escapes that make a habit; one alone may be meant."""


def undo(text: str) -> tuple[str, int]:
    """Return ``text`` with its escapes undone, and how many they were; those too few to be a crawler's stay."""
    count = 0
    if "\\n" in text and len(found := _LINE.findall(text)) >= _LEAST:
        count += len(found)
        text = _LINE.sub(lambda m: "\t" if m[0] == "\\t" else "\n", text)
    if "&" in text and (entities := _ENTITY.findall(text)):
        habit = len(entities) >= _LEAST
        undone = [entity for entity in entities if habit or _is_letter(entity)]
        count += len(undone)
        text = _ENTITY.sub(lambda m: html.unescape(m[0]) if habit or _is_letter(m[0]) else m[0], text)
    return text, count


def _is_letter(entity: str) -> bool:
    """A number that stands for a letter beyond ASCII (``&#272;``) has no other meaning."""
    letter = html.unescape(entity)
    return entity.startswith("&#") and letter.isalpha() and not letter.isascii()
