"""How the patterns of a module are written, read from its source: which are long, which are verbose."""

import ast
from typing import NamedTuple

LIMIT = 120
"""Characters of one literal that a reader still takes in at a glance; beyond it a pattern is verbose and has examples."""


class Written(NamedTuple):
    """One ``re.compile`` of a module."""

    name: str
    """The name of the module (or function) that the pattern is assigned to or made in."""
    longest: int
    """Characters of the longest literal that it is written with, named fragments of the module among them."""
    verbose: bool


def patterns_of(source):
    """Every ``re.compile`` and ``regex.compile`` of a module, in order."""
    tree = ast.parse(source)
    fragments = {name: node.value for node in tree.body for name in _names(node) if getattr(node, "value", None)}
    return [
        Written(_owner(node), _longest(call.args[0], fragments, set()), _is_verbose(call))
        for node in tree.body
        for call in ast.walk(node)
        if _compiles(call)
    ]


def _names(node):
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _owner(node):
    return node.name if isinstance(node, ast.FunctionDef | ast.ClassDef) else ", ".join(_names(node))


def _compiles(node):
    if not isinstance(node, ast.Call) or not node.args:
        return False
    called = node.func
    return (
        isinstance(called, ast.Attribute)
        and called.attr == "compile"
        and isinstance(called.value, ast.Name)
        and called.value.id in {"re", "regex"}
    )


def _is_verbose(call):
    flags = [*call.args[1:], *(keyword.value for keyword in call.keywords)]
    return any("VERBOSE" in ast.unparse(flag) for flag in flags)


def _longest(node, fragments, seen):
    """Length of the longest literal in an expression; a fragment counts where the module itself writes it."""
    longest = 0
    if isinstance(node, ast.JoinedStr):
        longest = sum(
            len(part.value) if isinstance(part, ast.Constant) else len(ast.unparse(part)) for part in node.values
        )
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        longest = len(node.value)
    elif isinstance(node, ast.Name) and node.id in fragments and node.id not in seen:
        seen.add(node.id)
        return _longest(fragments[node.id], fragments, seen)
    return max([longest, *(_longest(child, fragments, seen) for child in ast.iter_child_nodes(node))])
