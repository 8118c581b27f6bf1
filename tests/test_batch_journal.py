"""Runs that go on where they stopped, one writer at a time, and the bar; the same bytes whatever the workers."""

import io
import json
from pathlib import Path

import pytest

import vnplan
from vnplan import batch
from vnplan.batch.journal import Codec, Journal
from vnplan.batch.lock import only_writer
from vnplan.batch.progress import Bar

PLAN = "Số: {n}/KH-UBND\nBắc Giang, ngày {n} tháng 5 năm 2022\nI. MỤC ĐÍCH\nHọc tập.\n1. Sở Y tế chủ trì lập bản đồ.\n"


@pytest.fixture
def files(tmp_path):
    names = []
    for n in range(1, 9):
        path = tmp_path / f"{n}.txt"
        path.write_text(PLAN.format(n=n), "utf-8")
        names.append(path)
    (tmp_path / "5.txt").write_bytes(b"\x7fELF\x00\x00\x01\x02")
    return names


def written(results):
    return [(r.path, r.plan.model_dump_json() if r.plan else str(r.error)) for r in results]


def test_the_same_bytes_whatever_the_number_of_workers(files):
    alone = written(vnplan.parse_many(files, 0))
    assert [path for path, _ in alone] == [str(path) for path in files]
    assert written(vnplan.parse_many(files, 1)) == alone
    assert written(vnplan.parse_many(files, 3)) == alone


@pytest.mark.parametrize("workers", [0, 2])
def test_a_stopped_run_goes_on_where_it_was(files, tmp_path, workers, monkeypatch):
    journal = tmp_path / "done.jsonl"
    first = vnplan.parse_many(files, workers, journal=journal)
    for _ in range(6):
        next(first)
    first.close()
    kept = journal.read_bytes()
    assert kept.count(b"\n") == 6
    whole = written(vnplan.parse_many(files, workers, journal=journal))
    assert whole == written(vnplan.parse_many(files, 0))
    assert journal.read_bytes().startswith(kept)
    monkeypatch.setattr("vnplan.document.pipeline", None)  # nothing is left to be read
    assert written(vnplan.parse_many(files, 0, journal=journal)) == whole


def test_a_changed_file_and_other_hints_are_read_anew(files, tmp_path):
    journal = tmp_path / "done.jsonl"
    list(vnplan.parse_many(files[:2], 0, journal=journal))
    files[0].write_text(PLAN.format(n=77), "utf-8")
    changed, same = vnplan.parse_many(files[:2], 0, journal=journal)
    assert (changed.plan.header.number.key, same.plan.header.number.key) == ("77/KH-UBND", "2/KH-UBND")
    assert len(journal.read_bytes().splitlines()) == 3
    list(vnplan.parse_many(files[:2], 0, journal=journal, province="Bắc Giang"))
    assert len(journal.read_bytes().splitlines()) == 5


def test_what_a_crash_cut_short_is_dropped(files, tmp_path):
    journal = tmp_path / "done.jsonl"
    list(vnplan.parse_many(files[:3], 0, journal=journal))
    whole = journal.read_bytes()
    journal.write_bytes(whole[:-40])
    list(vnplan.parse_many(files[:3], 0, journal=journal))
    assert journal.read_bytes() == whole


def test_failures_that_may_pass_are_tried_again(tmp_path):
    codec = Codec(json.dumps, json.loads, "test")
    names = ["corrupt", "too long"]
    for name in names:
        (tmp_path / name).write_text(name)
    journal = Journal(tmp_path / "j", codec)
    for name, error in zip(names, (vnplan.CorruptDocument, vnplan.LimitExceeded), strict=True):
        path = str(tmp_path / name)
        assert journal.find(path) is None
        journal.add(batch.ParseResult(path, error=error(path, "why")))
    known = [journal.find(str(tmp_path / name)) for name in names]
    assert (type(known[0].error), known[0].error.reason, known[1]) == (vnplan.CorruptDocument, "why", None)
    journal.close()


def test_two_runs_do_not_write_one_journal(files, tmp_path):
    journal = tmp_path / "done.jsonl"
    first = vnplan.parse_many(files, 0, journal=journal)
    next(first)
    with pytest.raises(vnplan.VnplanError, match="another process is writing"):
        vnplan.parse_many(files, 0, journal=journal)
    first.close()
    assert len(list(vnplan.parse_many(files, 0, journal=journal))) == 8


def test_the_lock_is_let_go_after_an_error(tmp_path):
    with pytest.raises(ZeroDivisionError), only_writer(tmp_path / "x"):
        _ = 1 / 0
    with only_writer(tmp_path / "x"):
        pass
    with pytest.raises(vnplan.VnplanError, match="cannot be written"), only_writer(tmp_path / "no" / "x"):
        pass


def test_progress_is_told_after_every_file(files):
    told = []
    list(vnplan.parse_many(files, 0, progress=lambda *state: told.append(state)))
    assert told == [(n, int(n >= 5), 8) for n in range(1, 9)]
    list(vnplan.parse_many(iter(files[:1]), 0, progress=lambda *state: told.append(state)))
    assert told[-1] == (1, 0, None)


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("stream", "mark"), [(Terminal(), "\r\x1b[2K"), (io.StringIO(), "vnplan: ")])
def test_the_bar_shows_its_last_state(stream, mark):
    bar = Bar(stream)
    for done in range(1, 5):
        bar(done, 1, 4)
    assert stream.getvalue().rpartition(mark)[2].startswith("[########################] 4/4, 1 failed")
    assert stream.getvalue().endswith("\n")


def test_the_bar_goes_to_standard_error(files, capsys):
    list(vnplan.parse_many([Path(files[0])], 0, progress=True))
    out, err = capsys.readouterr()
    assert (out, "1/1, 0 failed" in err) == ("", True)
