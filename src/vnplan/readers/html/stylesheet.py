"""The style sheets of a page: ``<style>`` elements in, the font that they give an element out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from vnplan.readers.html.styles import family, local

_COMMENT = re.compile(r"/\*|\*/|<!--|-->")
_COMPOUND = re.compile(r"(?P<tag>[a-z][\w-]*|\*)?(?P<named>[.#][\w-]+)?\Z", re.IGNORECASE)
_MOST = 20_000
"""Rules that are read; style sheets of sites have a few thousand."""


class StyleSheet:
    """Fonts by tag, class and id, as the last compound of a selector names them; later rules win."""

    def __init__(self, root: Any) -> None:
        self._fonts: dict[tuple[str, str], str] = {}
        for rule in _rules(root):
            selectors, _, declared = rule.rpartition("{")
            font = family(declared)
            for selector in selectors.rpartition("{")[2].split(",") if font else ():
                found = _COMPOUND.match((selector.split() or ["?"])[-1])
                if found:
                    self._fonts[(found["tag"] or "*").lower(), found["named"] or ""] = font

    def font(self, element: Any) -> str:
        """The font that the page's rules give ``element`` itself, ``""`` for none: by id, by class, by tag."""
        if not self._fonts:
            return ""
        tag = local(element)
        names = [f"#{element.get('id')}"] if element.get("id") else []
        names += [f".{name}" for name in (element.get("class") or "").split()]
        for key in ((kind, name) for name in (*names, "") for kind in (tag, "*")):
            if key in self._fonts:
                return self._fonts[key]
        return ""


def _rules(root: Any) -> Iterator[str]:
    count = 0
    for element in root.iter("style"):
        for rule in _COMMENT.sub(" ", element.text or "").split("}"):
            count += 1
            if count > _MOST:
                return
            yield rule
