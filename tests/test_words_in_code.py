"""No list of Vietnamese words stands in code: words are rows of the lexicon and the gazetteer.

A list is a string with more than :data:`MOST` alternatives or a tuple, list, set or dictionary with more than that
many Vietnamese strings. :data:`EXCEPTIONS` are lists that belong in code, each with its reason.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import vnplan

SOURCE = Path(vnplan.__file__).parent
MOST = 6
MARKED = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
EXCEPTIONS = {
    "export/report_words.py": "the wording of reports in two languages",
    "checks/explanation_words.py": "the wording of explanations in two languages",
    "export/comparison/wording.py": "the wording of comparisons in two languages",
    "export/evaluation/wording.py": "the wording of evaluations in two languages",
    "export/sheets.py": "headings of the columns that we write",
    "outline/tree/close_calls.py": "the wording of remarks in two languages",
    "rules/leftovers/order.py": "the verb of each relation in the wording of remarks",
    "text/fold.py": "pairs of letters, no words",
}


def words_in(node: ast.AST) -> str | None:
    """The text of a string, its interpolated parts left out."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(words_in(part) or "{}" for part in node.values)
    return None


def size(node: ast.AST) -> int:
    """How many Vietnamese words or phrases a string or a display lists."""
    text = words_in(node)
    if text is not None:
        return sum(MARKED.search(one) is not None for one in text.split("|"))
    if isinstance(node, ast.Dict):
        inner: list[ast.expr] = [*(key for key in node.keys if key), *node.values]
    elif isinstance(node, ast.Tuple | ast.List | ast.Set):
        inner = node.elts
    else:
        return 0
    return sum(MARKED.search(words_in(one) or "") is not None for one in inner)


def _name(node: ast.AnnAssign) -> str:
    return node.target.id if isinstance(node.target, ast.Name) else ""


def lists_in(code: str) -> Iterator[int]:
    """The lines of ``code`` on which a list of words begins.

    Documentation, parts of a longer string and the cases that prove a pattern (``EXAMPLES``) are none.
    """
    tree = ast.parse(code)
    proofs = [node for node in ast.walk(tree) if isinstance(node, ast.AnnAssign) and _name(node) == "EXAMPLES"]
    said = {id(part) for proof in proofs for part in ast.walk(proof)}
    said |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)} - {
        id(node) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)
    }
    for node in ast.walk(tree):
        if id(node) not in said | inside and size(node) > MOST:
            yield getattr(node, "lineno", 0)


def test_words_are_rows() -> None:
    found = Counter(
        path.relative_to(SOURCE).as_posix()
        for path in sorted(SOURCE.rglob("*.py"))
        for _ in lists_in(path.read_text("utf-8"))
    )
    assert {name: count for name, count in found.items() if name not in EXCEPTIONS} == {}


def test_the_tables_hold_no_module_that_is_done() -> None:
    lists = {path.relative_to(SOURCE).as_posix(): path for path in SOURCE.rglob("*.py")}
    done = [name for name in EXCEPTIONS if name not in lists or not [*lists_in(lists[name].read_text())]]
    assert done == []


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("A = 'sở|bộ|phòng|hội|đội|hạt|đồn'", 1),
        ("A = f'sở|bộ|phòng{B}|hội|đội|hạt|đồn'", 1),
        ("A = ('sở', 'bộ', 'phòng', 'hội', 'đội', 'hạt', 'đồn')", 1),
        ("A = {'sở': 1, 'bộ': 2, 'phòng': 3, 'hội': 4, 'đội': 5, 'hạt': 6, 'đồn': 7}", 1),
        ("EXAMPLES: Final = {'_A': (('sở', 'bộ', 'phòng', 'hội', 'đội', 'hạt', 'đồn'), ())}", 0),
        ("EXAMPLES: Final = {}\nA = 'sở|bộ|phòng|hội|đội|hạt|đồn'", 1),
        ("A = 'sở|bộ|phòng|hội|đội|hạt'", 0),
        ("A = 'one|two|three|four|five|six|seven'", 0),
        ("'''sở|bộ|phòng|hội|đội|hạt|đồn'''", 0),
    ],
)
def test_what_is_a_list(code: str, count: int) -> None:
    assert len(list(lists_in(code))) == count
