"""The house: rooms of a size, imports that go down only and never in a circle."""

import ast
from pathlib import Path

import networkx as nx
import pytest

ROOT = Path(__file__).parent.parent
# More modules than that in one folder are no longer seen at a glance.
MOST = 16
# Modules of the package are named from src, scripts from their own folder.
TREES = {"src": ROOT / "src", "corpora": ROOT / "corpora", "benchmarks": ROOT / "benchmarks", "tests": ROOT / "tests"}


def modules_of(base):
    found = {}
    for path in sorted(base.rglob("*.py")):
        parts = path.relative_to(base).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports_of(base):
    """The graph of imports, those inside functions and for type checkers among them."""
    modules = modules_of(base)
    graph = nx.DiGraph()
    for name, path in modules.items():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            graph.add_edges_from((name, other) for other in named(node) if other in modules and other != name)
            if isinstance(node, ast.ImportFrom) and node.module in modules:
                # ``from package import name`` needs the package itself unless the name is a module of it.
                inner = {f"{node.module}.{alias.name}" for alias in node.names}
                graph.add_edges_from((name, node.module) for _ in inner - set(modules) if node.module != name)
    return graph


def named(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        assert node.level == 0, "imports are absolute, so that one search finds them"
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


@pytest.mark.parametrize("tree", TREES)
def test_no_module_imports_itself_in_a_circle(tree):
    graph = imports_of(TREES[tree])
    assert [sorted(knot) for knot in nx.strongly_connected_components(graph) if len(knot) > 1] == []


def test_circles_are_found(tmp_path):
    files = {"a.py": "from b import one", "b.py": "def f():\n    import c", "c.py": "import a", "d.py": "import a"}
    for name, words in files.items():
        (tmp_path / name).write_text(words, "utf-8")
    knots = [sorted(knot) for knot in nx.strongly_connected_components(imports_of(tmp_path)) if len(knot) > 1]
    assert knots == [["a", "b", "c"]]


def test_no_room_holds_too_much():
    package = ROOT / "src" / "vnplan"
    folders = [package, *(path for path in package.rglob("*") if path.is_dir())]
    held = {str(f.relative_to(package)): len(list(f.glob("*.py"))) - (f / "__init__.py").exists() for f in folders}
    assert {name: count for name, count in held.items() if count > MOST} == {}


def test_every_module_says_what_it_does():
    silent = [
        path for path in modules_of(ROOT / "src").values() if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_the_ladder_holds():
    linter = pytest.importorskip("importlinter.cli")
    assert linter.lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0
