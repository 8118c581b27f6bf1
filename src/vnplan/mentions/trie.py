"""Many names as one pattern: a trie with common beginnings shared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from vnplan.gazetteer.surface import GLUE, LOOSE

Node: TypeAlias = "dict[str, Node]"

_END = ""
_SEPARATOR = {
    " ": " ",
    LOOSE: "(?: ?[,/&-] ?(?:và )?| (?:và )?)",
    GLUE: "(?: ?[,/&.-] ?| )?(?:và )?",
}


def pattern(keys: Iterable[str]) -> str:
    """A pattern that matches the longest of ``keys`` at a place, to the end of a word.

    Every alternative of a node begins with another character, so there is
    next to no going back: the time is linear in the length of the match.
    """
    root: Node = {}
    for name in keys:
        node = root
        for character in name:
            node = node.setdefault(character, {})
        node[_END] = {}
    return _emit(root)


def _emit(node: Node) -> str:
    branches = []
    for character in sorted(node, key=_rank):
        if character == _END:
            continue
        rest = node[character]
        head = _SEPARATOR.get(character) or re.escape(character)
        while len(rest) == 1 and _END not in rest:  # a straight stretch
            ((character, rest),) = rest.items()
            head += _SEPARATOR.get(character) or re.escape(character)
        if rest.keys() == {_END}:
            branches.append(head + r"(?!\w)")
        else:
            branches.append(head + _emit(rest))
    if _END in node:
        branches.append(r"(?!\w)")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _rank(character: str) -> tuple[int, str]:
    # Marks first, so that a longer name is tried before its beginning alone.
    return (0 if character in (LOOSE, GLUE) else 1, character)
