"""Many names as one pattern: a trie with common beginnings shared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from typing import TypeAlias

from vnplan.gazetteer.surface_forms import GLUE, LOOSE

Node: TypeAlias = "dict[str, Node]"

_END = ""
_EDGE = r"(?!\w)"
_SEPARATOR = {
    " ": " ",
    LOOSE: "(?: ?[,/&-] ?(?:và )?| (?:và )?)",
    GLUE: "(?: ?[,/&.-] ?| )?(?:và )?",
}
_LOOSEST_FIRST = (GLUE, LOOSE, " ")


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
    _join_separators(root)
    return _emit(root)


def prefix(words: Iterable[str]) -> str:
    """A guard: what follows begins with one of ``words``."""
    return f"(?={pattern(words)})".replace(_EDGE, "")


def _join_separators(root: Node) -> None:
    """Where names part at one separator written loosely and strictly, read both loosely: the longest wins then."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        kinds = [mark for mark in _LOOSEST_FIRST if mark in node]
        for other in kinds[1:]:
            _merge(node[kinds[0]], node.pop(other))
        # Glue may be nothing: a name that goes on glued and one that goes on in letters part later.
        for letter in node.keys() & node.get(GLUE, {}).keys() - {_END}:
            _merge(node[letter], deepcopy(node[GLUE][letter]))
        waiting.extend(node.values())


def _merge(into: Node, other: Node) -> None:
    for character, rest in other.items():
        if character in into:
            _merge(into[character], rest)
        else:
            into[character] = rest


def _emit(node: Node) -> str:
    branches = []
    for character in sorted(node, key=_letters_first):
        if character == _END:
            continue
        head, rest = _letter(character), node[character]
        while len(rest) == 1 and _END not in rest:  # a straight stretch
            ((following, rest),) = rest.items()
            head += _letter(following)
        branches.append(head + (_EDGE if rest.keys() == {_END} else _emit(rest)))
    if _END in node:
        branches.append(_EDGE)
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _letters_first(character: str) -> tuple[bool, str]:
    return character in _SEPARATOR, character


def _letter(character: str) -> str:
    return _SEPARATOR.get(character) or re.escape(character)
