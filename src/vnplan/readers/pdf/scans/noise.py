"""What an OCR engine makes of rules, specks and seals: its words in, those that are writing out."""

from __future__ import annotations

from vnplan.readers.ocr import Seen
from vnplan.readers.pdf.page import Rule

_BARS = "|¦[]!"
_LIKE_BARS = frozenset({*_BARS, "I", "l", "1", "j", "J", "i", "/"})
_NEAR = 3.0
"""Points from a rule within which a bar is the rule."""


def without_bars(seen: list[Seen], rules: list[Rule], scale: float) -> list[Seen]:
    """``seen`` without bars that are upright ``rules`` (in points), alone or at the ends of words.

    ``scale``: points of one dot of ``seen``.
    """
    upright = [rule for rule in rules if rule.bottom - rule.top > rule.x1 - rule.x0]
    if not upright:
        return seen
    found = []
    for word in seen:
        y = (word.top + word.bottom) / 2 * scale
        beside = [(rule.x0 + rule.x1) / 2 for rule in upright if rule.top <= y <= rule.bottom]
        left, right = word.x0 * scale, word.x1 * scale
        if word.text in _LIKE_BARS and any(left - _NEAR < x < right + _NEAR for x in beside):
            continue
        text = word.text
        if any(abs(x - left) < _NEAR for x in beside):
            text = text.lstrip(_BARS)
        if any(abs(x - right) < _NEAR for x in beside):
            text = text.rstrip(_BARS)
        if text:
            found.append(word._replace(text=text))
    return found
