"""Numbers and bullets that a browser draws before list items: they are visible, so they are text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
BULLET = "• "


@dataclass(slots=True)
class Counter:
    """An open list; ``style`` is the HTML ``type`` (``1 a A i I``), empty for bullets."""

    style: str
    value: int

    @classmethod
    def of(cls, element: Any) -> Counter:
        """The counter of an ``ol`` or ``ul`` element, before its first item."""
        if str(element.tag).lower() == "ul":
            return cls("none" if "list-style-type:none" in (element.get("style") or "").replace(" ", "") else "", 0)
        start = element.get("start") or "1"
        return cls(element.get("type") or "1", (int(start) if start.lstrip("-").isdigit() else 1) - 1)


def marker_of(item: Any, counter: Counter) -> str:
    """Count one item and give its marker with the space behind it; empty where the list draws none."""
    own = item.get("value") or ""
    # Six digits: a number that a list of a document can reach.
    counter.value = int(own) if own.isdigit() and len(own) < 7 else counter.value + 1
    if counter.style in ("", "disc", "circle", "square"):
        return BULLET
    if counter.style == "none":
        return ""
    return f"{_number(counter.value, counter.style)}. "


def _number(value: int, style: str) -> str:
    # The English alphabet, as browsers count.
    if style in "aA" and 1 <= value <= 26:
        letter = chr(ord("a") + value - 1)
        return letter if style == "a" else letter.upper()
    # Below 400 the signs listed here suffice; no list of a plan has as many items.
    if style in "iI" and 1 <= value < 400:
        roman, rest = "", value
        for size, letters in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), *_ROMAN):
            while rest >= size:
                roman, rest = roman + letters, rest - size
        return roman if style == "i" else roman.upper()
    return str(value)
