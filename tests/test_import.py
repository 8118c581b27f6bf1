"""The package: light to import, every public name there, types told to editors as they are."""

import ast
import os
import pkgutil
import subprocess
import sys
import zipfile
from enum import StrEnum
from importlib import import_module
from pathlib import Path

import pytest
from pydantic import BaseModel

import vnplan
from vnplan import models

HEAVY = ("spacy", "networkx", "pandas", "pdfplumber", "docx", "numpy", "regex", "lxml", "pydantic")


def loaded(code):
    """Which heavy libraries a fresh interpreter has loaded after ``code``."""
    report = f"import sys\n{code}\nprint(*[m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("code", ["import vnplan", "import vnplan; vnplan.VnplanError", "import vnplan; dir(vnplan)"])
def test_the_import_is_light(code):
    assert loaded(code) == set()


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        ("import vnplan; vnplan.parse", {"pydantic"}),
        ("import vnplan; vnplan.parse_many", {"pydantic"}),
        ("import vnplan; vnplan.graph", {"pydantic"}),
        ("from vnplan.cli.arguments import parser; parser()", set()),
        ("import vnplan.integrations", set()),
    ],
)
def test_names_load_no_library_before_they_are_called(code, allowed):
    assert loaded(code) <= allowed


def test_every_public_name_resolves_and_is_listed():
    assert vnplan.__all__ == sorted(set(vnplan.__all__))
    for name in vnplan.__all__:
        value = getattr(vnplan, name)
        assert getattr(value, "__name__", name) == name  # registry is an object, the rest are classes and functions
        assert value.__doc__
    assert set(vnplan.__all__) <= set(dir(vnplan))


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = vnplan.nothing


def test_no_module_hides_a_public_name():
    # ``import vnplan.graph`` would bind the module over the function.
    modules = {path.stem for path in Path(vnplan.__file__).parent.iterdir()}
    assert not modules & set(vnplan.__all__)


def test_what_type_checkers_see_is_what_there_is():
    tree = ast.parse(Path(vnplan.__file__).with_suffix(".pyi").read_text("utf-8"))
    assert all(isinstance(node, ast.ImportFrom) for node in tree.body)
    told = [(alias.asname, node.module) for node in tree.body for alias in node.names]
    assert told == list(vnplan._HOME.items())


NOT_PUBLIC = {
    "Model": "the base of all",
    "PlanData": "public as PlanDocument, with its methods",
    "ComparisonData": "public as Comparison, with its methods",
    "RegistryData": "public as Registry, with its methods",
    "Coverage": "the name is that of vnplan.coverage's value; of a comparison: comparison.coverage",
}


def test_every_model_is_a_public_name():
    modules = [import_module(found.name) for found in pkgutil.walk_packages(models.__path__, "vnplan.models.")]
    classes = [value for module in modules for value in vars(module).values() if isinstance(value, type)]
    nouns = {c for c in classes if c.__module__.startswith("vnplan.models.") and issubclass(c, BaseModel | StrEnum)}
    hidden = {c.__name__ for c in nouns if getattr(vnplan, c.__name__, None) is not c}
    assert hidden == set(NOT_PUBLIC)


def test_it_can_be_imported_from_a_zip_file(tmp_path):
    source = Path(vnplan.__file__).parent
    with zipfile.ZipFile(tmp_path / "vnplan.zip", "w") as archive:
        for path in (source / "__init__.py", source / "__init__.pyi", source / "version.py", source / "errors.py"):
            archive.write(path, f"vnplan/{path.name}")
    code = "import vnplan; print(vnplan.__file__, vnplan.VnplanError.__name__)"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "vnplan.zip")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert "vnplan.zip" in done.stdout
    assert done.stdout.endswith("VnplanError\n")


FIRST = """
import sys
from importlib import import_module
for name in sys.argv[1:]:
    for known in [m for m in sys.modules if m.partition(".")[0] == "vnplan"]:
        del sys.modules[known]
    import_module(name)
"""


@pytest.mark.slow
def test_every_module_can_be_the_first_to_be_imported():
    root = Path(vnplan.__file__).parent
    paths = [path.relative_to(root.parent).with_suffix("") for path in sorted(root.rglob("*.py"))]
    names = [".".join(path.parts).removesuffix(".__init__") for path in paths]
    done = subprocess.run([sys.executable, "-c", FIRST, *names], capture_output=True, text=True, check=False)
    assert done.stderr == ""
