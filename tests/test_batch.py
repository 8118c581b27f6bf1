"""Many files: order, errors as results, and workers that hang, die or eat memory."""

import os
import subprocess
import sys
from itertools import count, islice

import pytest

import behaviours
import vnplan
from vnplan import batch

LIMITS = vnplan.Limits(pages=9)


def run(names, workers, limits=LIMITS):
    return list(batch.run(behaviours.read, names, workers, limits))


@pytest.mark.parametrize("workers", [0, 1, 3])
def test_results_come_in_the_order_of_the_input(workers):
    names = [f"file {n}" for n in range(20)]
    results = run(names, workers)
    assert [r.path for r in results] == names
    assert [r.plan for r in results] == [f"{name} of 9" for name in names]


@pytest.mark.parametrize("workers", [0, 1])
def test_errors_are_results_and_the_rest_go_on(workers):
    corrupt, buggy, fine = run(["corrupt", "buggy", "fine"], workers)
    assert type(corrupt.error) is vnplan.CorruptDocument
    assert (corrupt.error.source, corrupt.error.reason) == ("corrupt", "no pages")
    assert "KeyError" in buggy.error.reason
    assert isinstance(buggy.error, vnplan.VnplanError)
    assert fine.plan == "fine of 9"


@pytest.mark.parametrize(("name", "reason"), [("dies", "exit code 7"), ("crashes", "signal 9")])
def test_a_worker_that_dies_is_replaced(name, reason):
    first, second, third = run([name, "fine", name], 1)
    assert reason in first.error.reason
    assert reason in third.error.reason
    assert second.plan == "fine of 9"


def test_a_worker_that_overruns_is_killed_and_replaced():
    limits = vnplan.Limits(seconds=0.2, pages=9)
    results = run(["fine", "hangs", "fine"], 1, limits)
    assert [r.plan for r in results] == ["fine of 9", None, "fine of 9"]
    assert type(results[1].error) is vnplan.LimitExceeded
    assert "0.2 seconds" in results[1].error.reason


@pytest.mark.skipif(sys.platform == "win32", reason="no memory limit on Windows")
def test_memory_is_bounded():
    hungry, fine = run(["hungry", "fine"], 1, vnplan.Limits(memory=2_000_000_000, pages=9))
    assert type(hungry.error) is vnplan.LimitExceeded
    assert fine.plan == "fine of 9"


def test_what_libraries_print_does_not_get_between():
    assert [r.plan for r in run(["chatty", "fine"], 1)] == ["chatty of 9", "fine of 9"]


def test_files_are_taken_from_the_input_only_as_needed():
    taken = count()
    names = (f"file {next(taken)}" for _ in range(10_000))
    results = batch.run(behaviours.read, names, 2, LIMITS)
    first = list(islice(results, 3))
    results.close()
    assert [r.path for r in first] == ["file 0", "file 1", "file 2"]
    assert next(taken) <= 20


def test_stopping_early_ends_the_workers():
    results = batch.run(behaviours.process, map(str, range(100)), 1, LIMITS)
    worker = next(results).plan
    results.close()
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


def test_negative_workers_are_refused():
    with pytest.raises(ValueError, match="workers"):
        vnplan.parse_many([], workers=-1)


def test_parse_many_gives_plans_and_errors(tmp_path):
    good = tmp_path / "good.txt"
    good.write_text("Số: 5/KH-UBND\nI. MỤC ĐÍCH\nHọc tập.\n", "utf-8")
    results = list(vnplan.parse_many([good, tmp_path / "absent.txt", str(good)], workers=2))
    assert [r.path for r in results] == [str(good), str(tmp_path / "absent.txt"), str(good)]
    assert results[0].plan == results[2].plan == vnplan.parse(good)
    assert isinstance(results[0].plan, vnplan.PlanDocument)
    assert results[1].error.source.endswith("absent.txt")


def test_a_script_without_main_guard_works(tmp_path):
    (tmp_path / "a.txt").write_text("I. MỤC ĐÍCH\n", "utf-8")
    script = "import vnplan\nprint([r.error for r in vnplan.parse_many(['a.txt', 'a.txt'], workers=2)])\n"
    for call in ([], ["script.py"]):
        (tmp_path / "script.py").write_text(script, "utf-8")
        done = subprocess.run(
            [sys.executable, *call], input=script, capture_output=True, text=True, cwd=tmp_path, check=False
        )
        assert (done.stdout, done.stderr) == ("[None, None]\n", "")
