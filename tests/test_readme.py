"""The README is executed: its Python runs, its commands exist."""

import re
import shlex
from pathlib import Path

import pytest

from vnplan.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
COMMANDS = [
    line.removeprefix("$ ")
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
]


def test_every_python_block_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    names = {}
    for block in PYTHON:
        exec(compile(block, "README.md", "exec"), names)  # noqa: S102 -- our own README
    assert names["plan"].header.number.key == "412/KH-UBND"


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.startswith("vnplan ")])
def test_every_command_runs(command, monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(ROOT)
    words = [str(tmp_path / w) if w.startswith("out") else w for w in shlex.split(command)]
    assert main(words[1:]) == 0
    assert capsys.readouterr().out or list(tmp_path.iterdir())
