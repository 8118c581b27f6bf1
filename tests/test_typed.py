"""The public face as mypy sees it: programs with slips of the pen are told of them, right ones are not.

mypy keeps what it knows in the tree's own ``.mypy_cache``, so that only the first run takes long.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import vnplan

ROOT = Path(__file__).parent.parent

WRONG = """
import vnplan

plan = vnplan.pares("plan.docx")
hinted = vnplan.parse("plan.docx", provinz="Hải Dương")
leads = [task.leed for task in hinted.tasks]
ordered = [task for task in hinted.tasks if task.mode is vnplan.TaskMode.ORDERED]
frame = vnplan.parse_timeframe("Quý II", year="2022")
"""

RIGHT = """
from collections.abc import Iterator
from datetime import date

import vnplan


def late(plan: vnplan.PlanDocument, day: date) -> Iterator[tuple[vnplan.Task, vnplan.TimeFrame]]:
    for task in plan.tasks:
        frame = task.timeframe
        if frame is not None and frame.kind is vnplan.TimeKind.DEADLINE and frame.end and frame.end < day:
            yield task, frame


plan = vnplan.parse("plan.docx", province="Hải Dương", date=date(2022, 6, 20), limits=vnplan.Limits(pages=500))
header: vnplan.Header = plan.header
leads: list[vnplan.AgencyRef] = [ref for task, _ in late(plan, date.today()) for ref in task.lead]
central = [ref.name for ref in leads if ref.level is vnplan.AgencyLevel.CENTRAL]
roles = {column.role for table in plan.tables for column in table.columns} - {vnplan.ColumnRole.ORDINAL}
page: str = plan.to_html(language="vi")
body: vnplan.AgencyRef | None = vnplan.normalize_agency("Sở Y tế", on=date(2022, 6, 20))
serious = [remark for remark in plan.diagnostics if remark.severity is vnplan.Severity.ERROR]
waiting = vnplan.graphs.waiting(vnplan.graph([plan]))
build = vnplan.corpus.build
version: str = vnplan.__version__
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """File name -> the lines of the errors that mypy finds in it."""
    pytest.importorskip("mypy")
    folder = tmp_path_factory.mktemp("programs")
    for name, program in (("wrong", WRONG), ("right", RIGHT)):
        (folder / f"{name}.py").write_text(program, "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", "pyproject.toml", "--no-pretty"]
    environment = {**os.environ, "MYPYPATH": str(Path(vnplan.__file__).parent.parent)}
    files = [str(folder / "wrong.py"), str(folder / "right.py")]
    done = subprocess.run([*command, *files], capture_output=True, text=True, check=False, cwd=ROOT, env=environment)
    assert done.stderr == ""
    lines = [line.split(":", 3) for line in done.stdout.splitlines() if ": error:" in line]
    return {name: [int(at) for path, at, *_ in lines if Path(path).stem == name] for name in ("wrong", "right")}


def test_five_slips_are_five_errors(told):
    first = 1 + WRONG.splitlines().index('plan = vnplan.pares("plan.docx")')
    assert told["wrong"] == list(range(first, first + 5))


def test_a_right_program_has_none(told):
    assert told["right"] == []
