"""Patterns that can be read: long ones are verbose, made of named fragments, and prove themselves by examples.

Beside the patterns of a module stands one table::

    EXAMPLES: Final = {"_PATTERN": (("text that it finds", ...), ("text that it does not find", ...))}

A third member names another method than ``search`` (``match``, ``fullmatch``). The name may be that of a pattern, of a
fragment of one, of a table of patterns (one of them finds the text) or of a function without parameters that returns
any of these.
"""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import vnplan
from pattern_reading import LIMIT, patterns_of


def modules():
    return sorted(m.name for m in pkgutil.walk_packages(vnplan.__path__, "vnplan.") if not m.name.endswith("__main__"))


def source_of(module):
    path = Path(vnplan.__path__[0]).parent / module.replace(".", "/")
    return (path / "__init__.py" if path.is_dir() else path.with_suffix(".py")).read_text("utf-8")


def examples():
    for name in modules():
        if "EXAMPLES" in source_of(name):
            module = importlib.import_module(name)
            for pattern, told in getattr(module, "EXAMPLES", {}).items():
                yield pytest.param(module, pattern, told, id=f"{name.removeprefix('vnplan.')}:{pattern}")


def patterns_in(value):
    """The compiled patterns of a value of the table."""
    if callable(value):
        value = value()
    if isinstance(value, str):
        return [re.compile(value, re.VERBOSE)]
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, (tuple, list)):
        return [pattern for member in value for pattern in patterns_in(member)]
    return [value] if hasattr(value, "fullmatch") else []


@pytest.mark.parametrize(("module", "name", "told"), list(examples()))
def test_a_pattern_finds_its_examples_and_nothing_else(module, name, told):
    found, refused, *method = told
    assert found
    assert refused, "a pattern shows what it must not find"
    patterns = patterns_in(getattr(module, name))

    def finds(text):
        return any(getattr(pattern, method[0] if method else "search")(text) for pattern in patterns)

    assert [text for text in found if not finds(text)] == []
    assert [text for text in refused if finds(text)] == []


def unreadable(source):
    """Names of the patterns of a module that are long and not verbose, or long and without examples."""
    told = re.findall(r'^ {4}"(\w+)": \(', source.partition("\nEXAMPLES")[2], re.MULTILINE)
    return sorted({p.name for p in patterns_of(source) if p.longest > LIMIT and not (p.verbose and p.name in told)})


def test_long_patterns_are_verbose_and_have_examples():
    found = {name.removeprefix("vnplan."): unreadable(source_of(name)) for name in modules()}
    assert {name: long for name, long in found.items() if long} == {}, (
        "write them with re.VERBOSE and named fragments, and add a row to EXAMPLES"
    )


LONG = "a" * (LIMIT + 1)


@pytest.mark.parametrize(
    ("source", "names"),
    [
        (f"import re\n_A = re.compile('{LONG}')", ["_A"]),
        (f"import re\n_PART = '{LONG}'\n_A = re.compile(rf'x{{_PART}}')", ["_A"]),
        (f"import re\n_A = re.compile('{LONG}', re.VERBOSE)", ["_A"]),
        (f"import re\ndef made():\n    return re.compile(f'{LONG}{{1}}')", ["made"]),
        (f"import re\n_A = re.compile('{LONG}', re.VERBOSE)\nEXAMPLES = {{\n    \"_A\": (('a',), ('b',)),\n}}", []),
        ("import re\n_A = re.compile('short')", []),
        (f"_WORDS = '{LONG}'", []),
    ],
)
def test_the_reading_of_sources_sees_what_is_long(source, names):
    assert unreadable(source) == names
