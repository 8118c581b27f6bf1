"""Numbers have a reason beside them: constants of modules, and bare numbers that words or places are compared with."""

import ast
import io
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "vnplan"
PLAIN = (0, 1, 2)
"""None, one, both: these say themselves."""


def _number(node: ast.AST) -> bool:
    if isinstance(node, ast.UnaryOp):
        node = node.operand
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool)


def _said(node: ast.AST | None) -> bool:
    """True for a docstring."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def without_reason(source: str) -> Iterator[tuple[int, str]]:
    """Line and kind of every number without a comment on its line, on the line before, or a docstring behind it."""
    reasons = {t.start[0] for t in tokenize.generate_tokens(io.StringIO(source).readline) if t.type == tokenize.COMMENT}
    tree = ast.parse(source)
    for node, after in zip(tree.body, [*tree.body[1:], None], strict=True):
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        named = value is not None and _number(value) and ast.literal_eval(value) not in PLAIN
        if named and not (_said(after) or reasons & {node.lineno, node.lineno - 1}):
            yield node.lineno, "constant"
    found = set()
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            for place in ast.walk(function):
                if isinstance(place, ast.Compare | ast.Slice):
                    numbers = [n for n in ast.walk(place) if isinstance(n, ast.Constant) and _number(n)]
                    found |= {n.lineno for n in numbers if n.value not in PLAIN and n.value > max(PLAIN)}
    for line in sorted(found):
        if not reasons & {line, line - 1}:
            yield line, "bare number"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("_MOST = 7", [(1, "constant")]),
        ("_SHARE: float = 0.3", [(1, "constant")]),
        ("_MOST = -7", [(1, "constant")]),
        ("_MOST = 7\n'''Lines of a heading.'''", []),
        ("_MOST = 7  # lines of a heading", []),
        ("# Lines of a heading.\n_MOST = 7", []),
        ("_BOTH = 2", []),
        ("_ON = True", []),
        ("_WORDS = 'seven'", []),
        ("def f(x):\n    return len(x) > 7", [(2, "bare number")]),
        ("def f(x):\n    return x[:40]", [(2, "bare number")]),
        ("def f(x):\n    # Forty letters tell which.\n    return x[:40]", []),
        ("def f(x):\n    return x[:2] and x > 1", []),
        ("def f(x):\n    return x * 7", []),
        ("f = lambda x: x > 7", [(1, "bare number")]),
    ],
)
def test_the_check_sees_numbers_and_their_reasons(source, found):
    assert list(without_reason(source)) == found


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_numbers_have_a_reason_beside_them(path):
    found = list(without_reason(path.read_text("utf-8")))
    assert not found, "say beside each number (line, kind) what it is measured on, with its unit"
