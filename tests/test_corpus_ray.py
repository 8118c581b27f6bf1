"""The corpus over Ray: the same rows as on one machine, whatever dies on the way."""

import json
import os
import signal
import threading
import time
from pathlib import Path

import pytest

import vnplan
from test_corpus_store import PLAN, everything
from vnplan import corpus

ray = pytest.importorskip("ray", reason="ray is not installed: pip install 'vnplan[ray]'")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", autouse=True)
def cluster():
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    yield
    ray.shutdown()


@pytest.fixture
def plans(tmp_path):
    folder = tmp_path / "plans"
    (folder / "more").mkdir(parents=True)
    for n in range(200):
        (folder / f"{n:03}.txt").write_text(PLAN.format(n=n), "utf-8")
    (folder / "more" / "again.txt").write_text(PLAN.format(n=7), "utf-8")
    (folder / "more" / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    return folder


def children_called(name):
    """Processes below this one that go by a name."""
    parents, called = {}, []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            command = (folder / "cmdline").read_bytes().decode()
        except OSError:
            continue
        if command.startswith(name):
            called.append(int(folder.name))
    return [pid for pid in called if os.getpid() in above(pid, parents)]


def above(pid, parents):
    while pid in parents:
        pid = parents[pid]
        yield pid


def test_the_same_rows_as_on_one_machine(plans, tmp_path):
    here = corpus.build(plans, tmp_path / "here", work=corpus.Work(workers=2))
    there = corpus.build(plans, tmp_path / "there", engine="ray")
    assert (there.files, there.failed) == (here.files, here.failed) == (202, 1)
    assert everything(tmp_path / "there") == everything(tmp_path / "here")
    assert len(list((tmp_path / "there" / "tasks").iterdir())) > 1


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="workers are found by /proc")
def test_a_killed_worker_is_retried(plans, tmp_path):
    corpus.build(plans, tmp_path / "here", work=corpus.Work(workers=2))
    parts, killed = tmp_path / "there" / "documents", []

    def kill():
        while not (parts.is_dir() and any(parts.iterdir())):
            time.sleep(0.02)
        for pid in children_called("ray::MapWorker(MapBatches(_Parts))"):
            os.kill(pid, signal.SIGKILL)
            killed.append(pid)

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    corpus.build(plans, tmp_path / "there", engine="ray", work=corpus.Work(workers=1))
    killer.join(30)
    assert len(killed) == 1
    assert everything(tmp_path / "there") == everything(tmp_path / "here")


def test_a_poisoned_document_costs_one_row_and_no_worker(plans, tmp_path):
    # Too much for the time it is given, so that its process has to be killed.
    (plans / "poison.txt").write_text(
        PLAN.format(n=1) + "1. Sở Y tế chủ trì lập bản đồ trong Quý II/2022.\n" * 600_000, "utf-8"
    )
    work = corpus.Work(limits=vnplan.Limits(seconds=4), patterns=["00*", "poison*"])
    done = corpus.build(plans, tmp_path / "there", engine="ray", work=work)
    assert done == corpus.Built(files=11, read=11, failed=1, removed=0)
    failed = corpus.query(tmp_path / "there", "SELECT path, error_kind FROM files WHERE document IS NULL").rows
    assert failed == (("poison.txt", "LimitExceeded"),)


def test_a_dataset_of_plans(plans):
    rows = corpus.ray_dataset(str(plans), work=corpus.Work(patterns=["00*", "broken*"])).take_all()
    assert len(rows) == 11
    told = {row["path"]: row for row in rows}
    plan = vnplan.PlanDocument.model_validate_json(told["003.txt"]["plan"])
    assert plan.header.number.key == "3/KH-UBND"
    assert (told["more/broken.pdf"]["plan"], told["more/broken.pdf"]["error_kind"]) == (None, "CorruptDocument")
    assert json.loads(told["003.txt"]["plan"])["source"]["sha256"] == told["003.txt"]["sha256"]


def test_any_arrow_filesystem(plans, tmp_path):
    from pyarrow.fs import LocalFileSystem, SubTreeFileSystem

    inside = SubTreeFileSystem(str(tmp_path), LocalFileSystem())
    work = corpus.Work(patterns=["00*"])
    corpus.build("plans", "out", engine="ray", filesystem=inside, work=work)
    corpus.build(plans.as_uri(), (tmp_path / "uri").as_uri(), engine="ray", work=work)
    assert everything(tmp_path / "out") == everything(tmp_path / "uri")


def test_a_place_that_is_taken_is_refused(plans, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.doc").write_text("years of work")
    with pytest.raises(vnplan.VnplanError, match="not empty"):
        corpus.build(plans, tmp_path / "out", engine="ray")
    with pytest.raises(vnplan.VnplanError, match="no folder"):
        corpus.build(tmp_path / "absent", tmp_path / "new", engine="ray")
