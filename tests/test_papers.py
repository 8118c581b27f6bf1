"""Papers and code agree: comments cite paragraphs that exist, the drawn ladder is the ladder that is checked."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOMAIN = (ROOT / "docs" / "domain.md").read_text("utf-8")
HOUSE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
PARAGRAPHS = set(re.findall(r"^#{2,3} (\d(?:\.\d+)?)\.? ", DOMAIN, re.MULTILINE))


def sources():
    return sorted((ROOT / "src" / "vnplan").rglob("*.py"))


def test_every_cited_paragraph_is_there():
    cited = {}
    for path in sources():
        for found in re.finditer(r"docs/domain\.md,\s+(\d(?:\.\d+)?)", path.read_text("utf-8")):
            cited.setdefault(found[1], path.name)
    assert cited
    assert set(cited) <= PARAGRAPHS, {k: v for k, v in cited.items() if k not in PARAGRAPHS}


def test_no_comment_cites_a_paper_that_is_not_here():
    vague = re.compile(r"\((?:domain|contract)\b|\bdomain(?: \d|:| practice| rule)|contract: ")
    assert [path.name for path in sources() if vague.search(path.read_text("utf-8"))] == []


def test_the_drawn_ladder_is_the_checked_one():
    layers = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0][
        "layers"
    ]
    checked = [re.findall(r"\w+", layer) for layer in layers if layer != "__main__"]
    drawing = re.search(r"```\n(.*?)```", HOUSE, re.DOTALL)[1]
    drawn = [re.findall(r"\w+", re.split(r"\s{4,}", line.strip())[0]) for line in drawing.splitlines() if line.strip()]
    assert [name for rung in drawn for name in rung] == [name for rung in checked for name in rung]


def test_every_rung_has_a_package_or_module():
    names = {path.stem for path in (ROOT / "src" / "vnplan").iterdir() if path.is_dir() or path.suffix == ".py"}
    names = {name for name in names if not name.startswith("__")}
    drawing = re.search(r"```\n(.*?)```", HOUSE, re.DOTALL)[1]
    drawn = {
        w
        for line in drawing.splitlines()
        if line.strip()
        for w in re.findall(r"\w+", re.split(r"\s{4,}", line.strip())[0])
    }
    assert drawn == names
