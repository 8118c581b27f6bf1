"""Systems on gold: a perfect one scores 1 everywhere, known mistakes give known counts, intervals are seeded."""

import copy
import re
from pathlib import Path

import pytest

import vnplan
from made_gold import BUILDING, OFFICE, RULED, TEXT, gold, made, reading, span, write
from vnplan import Way
from vnplan.evaluation.aspects.names import Names, fold
from vnplan.evaluation.aspects.sides import Sides
from vnplan.evaluation.aspects.table import ASPECTS
from vnplan.evaluation.bootstrap import interval
from vnplan.evaluation.scores import Counts, count, f1
from vnplan.export.evaluation import wording

PLACED = ("header", "mentions", "agencies", "outline", "table cells", "tasks", "duties", "targets", "amounts")


def counts(read, way=Way.VALUE, known=None):
    """Aspect -> (gold, found, right)."""
    sides = Sides(known or gold(), read)
    return {
        aspect.name: tuple(told)
        for aspect in ASPECTS
        if (both := aspect.items(sides)) is not None and (told := count(both, way)) is not None
    }


@pytest.mark.parametrize("way", Way)
def test_a_perfect_system_is_right_in_all_aspects_and_ways(way):
    for aspect, (wanted, found, right) in counts(reading(), way).items():
        assert wanted == found == right, aspect
        assert wanted > 0 or (aspect not in PLACED), aspect
    assert list(counts(reading())) == [aspect.name for aspect in ASPECTS]


@pytest.mark.parametrize("way", Way)
def test_who_answers_nothing_finds_nothing(way):
    empty = vnplan.Reading()
    assert {found for _, found, _ in counts(empty, way).values()} == {0}
    assert not any(aspect.answered(empty) for aspect in ASPECTS)


def changed(part, change):
    """A perfect reading whose part was changed."""
    value = copy.deepcopy(made()[part])
    change(value)
    return reading(**{part: value})


def moved(values, index, by):
    start, end = values[index]["span"]
    values[index]["span"] = [start + by, end + by]


# What a system gets wrong, the aspect, and what is counted then: by value, exactly, by overlap.
MISTAKES = {
    "a number": ("header", lambda h: h.update(number="78/KH-UBND"), "header", (9, 9, 8), (3, 3, 2), (3, 3, 2)),
    "a signer more": (
        "header",
        lambda h: h["signers"].append({"name": "Lê Văn Thừa", "position": "PHÓ"}),
        "header",
        (9, 10, 9),
        (3, 4, 3),
        (3, 4, 3),
    ),
    "a reference lost": ("references", lambda r: r.pop(), "references", (2, 1, 1), None, None),
    "a key written otherwise": (
        "references",
        lambda r: r[0].update(key="31 /QĐ- TTg"),
        "references",
        (2, 2, 2),
        None,
        None,
    ),
    "a date": ("references", lambda r: r[0].update(date="2026-01-06"), "reference dates", (1, 1, 0), None, None),
    "an issuer": ("references", lambda r: r[0].update(issuer=OFFICE), "reference issuers", (1, 1, 0), None, None),
    "no basis": ("references", lambda r: r[0].update(basis=False), "basis", (2, 1, 1), None, None),
    "a relation": (
        "references",
        lambda r: r[0].update(relations=["follows", "cites"]),
        "relations",
        (3, 3, 2),
        None,
        None,
    ),
    "a mention too short": (
        "citations",
        lambda c: c[0].update(span=span("31/QĐ-TTg")),
        "mentions",
        (3, 3, 3),
        (3, 3, 2),
        (3, 3, 3),
    ),
    "a mention elsewhere": (
        "citations",
        lambda c: c[2].update(span=span("31/QĐ-TTg")),
        "mentions",
        (3, 3, 3),
        (3, 3, 2),
        (3, 3, 2),
    ),
    "a mention with its closing mark": (
        "citations",
        lambda c: c[1].update(span=span("Luật Trồng rừng mẫu,")),
        "mentions",
        (3, 3, 3),
        (3, 3, 3),
        (3, 3, 3),
    ),
    "an agency's name": (
        "agencies",
        lambda a: a[2].update(name="Sở Nội vụ"),
        "agencies",
        (6, 6, 5),
        (6, 6, 5),
        (6, 6, 5),
    ),
    "the own province left out": (
        "agencies",
        lambda a: a[0].update(name="Ủy ban nhân dân tỉnh"),
        "agencies",
        (6, 6, 6),
        (6, 6, 6),
        (6, 6, 6),
    ),
    "a level": ("outline", lambda o: o[3].update(level=1), "outline", (5, 5, 4), (5, 5, 4), (5, 5, 4)),
    "a cell in another column": (
        "tables",
        lambda t: t[0]["rows"][1]["cells"][0].update(column=3),
        "table cells",
        (10, 10, 9),
        (10, 10, 9),
        (10, 10, 9),
    ),
    "a title cut": (
        "tasks",
        lambda t: t[0].update(title="Lập danh mục tuyến đườn"),
        "tasks",
        (2, 2, 2),
        (2, 2, 2),
        (2, 2, 2),
    ),
    "another title": ("tasks", lambda t: t[0].update(title="Họp giao ban"), "tasks", (2, 2, 1), (2, 2, 1), (2, 2, 1)),
    "a lead": ("tasks", lambda t: t[0].update(lead=["Sở Y tế"]), "lead", (2, 2, 1), None, None),
    "a lead of a row that is none": (
        "tasks",
        lambda t: t.append({"title": "Họp giao ban", "lead": ["Sở Y tế"]}),
        "lead",
        (2, 3, 2),
        None,
        None,
    ),
    "no approver": ("tasks", lambda t: t[1].update(approver=[]), "approver", (1, 0, 0), None, None),
    "a time": ("tasks", lambda t: t[1].update(time_end="2026-12-30"), "time", (2, 2, 1), None, None),
    "an output in other letters": (
        "tasks",
        lambda t: t[1].update(outputs="CÂY GIỐNG."),
        "outputs",
        (1, 1, 1),
        None,
        None,
    ),
    "a state": ("tasks", lambda t: t[1].update(progress={"state": "done"}), "progress", (1, 1, 0), None, None),
    "a duty with its addressee": (
        "duties",
        lambda d: d[1].update(title="- Chăm sóc cây", span=span("- Chăm sóc cây")),
        "duties",
        (2, 2, 1),
        (2, 2, 1),
        (2, 2, 2),
    ),
    "a duty more": (
        "duties",
        lambda d: d.append({"title": "Căn cứ", "span": span("Căn cứ"), "assignees": [BUILDING]}),
        "duties",
        (2, 3, 2),
        (2, 3, 2),
        (2, 3, 2),
    ),
    "an assignee": (
        "duties",
        lambda d: d[0].update(assignees=[BUILDING, OFFICE]),
        "duty assignees",
        (2, 3, 2),
        None,
        None,
    ),
    "a duty's time": ("duties", lambda d: d[0].update(time_kind="ongoing"), "duty times", (1, 1, 0), None, None),
    "a bound": ("targets", lambda t: t[0].update(bound=None), "targets", (1, 1, 0), (1, 1, 0), (1, 1, 0)),
    "a sum": ("amounts", lambda a: a[0].update(dong=1500), "amounts", (1, 1, 0), (1, 1, 0), (1, 1, 0)),
    "an assignment twice": (
        "assignments",
        lambda a: a.append({"agency": BUILDING}),
        "assignments",
        (2, 2, 2),
        None,
        None,
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_known_mistakes_give_known_counts(mistake):
    part, change, aspect, *wanted = MISTAKES[mistake]
    read = changed(part, change)
    for way, told in zip(Way, wanted, strict=True):
        if told is not None:
            assert counts(read, way)[aspect] == told, way


def test_every_aspect_is_described_and_has_a_vietnamese_name():
    table = (Path(__file__).parent.parent / "docs" / "evaluation.md").read_text("utf-8").split("## What counts")[1]
    rows = re.findall(r"^\| ([a-z ,]+) \| .* \| (yes)? ?\|$", table.split("Rows are paired")[0], re.MULTILINE)
    told = {name: placed == "yes" for names, placed in rows for name in names.split(", ") if names != "aspect"}
    assert told == {aspect.name: aspect.placed for aspect in ASPECTS}
    assert list(wording.ASPECTS) == [aspect.name for aspect in ASPECTS]
    assert wording.WORDS["en"].keys() == wording.WORDS["vi"].keys()


def test_what_gold_does_not_tell_is_not_scored():
    bare = gold(
        text=None, agencies=None, references=[{"key": "31/QĐ-TTg"}], tasks=[{"title": "Lập danh mục tuyến đường"}]
    )
    told = counts(reading(), known=bare)
    assert "agencies" not in told
    assert "relations" not in told
    assert "lead" not in told
    assert told["tasks"] == (1, 2, 1)
    assert told["reference dates"] == (0, 0, 0)


def test_gold_of_the_simpler_form_loads():
    simple = vnplan.GoldDocument.model_validate(
        {
            "id": "a",
            "files": ["a.docx"],
            "header": {"number": "1/KH-UBND", "signers": []},
            "references": [{"key": "31/QĐ-TTg", "kind": "numbered", "mentions": 2}],
            "outline": [{"label": "I", "level": 1, "text": "MỤC TIÊU"}],
        }
    )
    assert (simple.files[0].format, simple.text, simple.duties) == ("docx", None, None)
    told = counts(reading(), known=simple)
    assert told["header"] == (1, 2, 0)  # the number, and a signer where there is none
    assert told["mentions"] == (2, 2, 2)


@pytest.mark.parametrize(
    ("province", "one", "other", "same"),
    [
        ("Lào Cai", "Tỉnh ủy Lào Cai", "Tỉnh ủy", True),
        ("Lào Cai", "Ủy ban nhân dân tỉnh Yên Bái", "Ủy ban nhân dân tỉnh", False),
        ("Hải Phòng", "Ủy ban nhân dân thành phố Hải Phòng", "UỶ BAN NHÂN DÂN THÀNH PHỐ", True),
        ("Lào Cai", "Ủy ban nhân dân thành phố Lào Cai", "Ủy ban nhân dân thành phố", False),
        (None, "Bộ Y tế", "Bộ Nội vụ", False),
        ("Lào Cai", "UBND các xã, phường, thị trấn", "UBND các xã, phường, đặc khu", True),
    ],
)
def test_names_are_compared_folded_and_the_own_province_is_optional(province, one, other, same):
    names = Names(province)
    assert (names.fold(one) == names.fold(other)) is same


def test_folding():
    assert fold("  Hoà-bình ,") == "hòa bình"
    assert fold(None) == ""


def test_counts():
    assert (f1(0, 0, 0), f1(2, 0, 0), f1(4, 4, 2)) == (1.0, 0.0, 0.5)
    told = Counts(4, 2, 1)
    assert (told.precision, told.recall, told.f1) == (0.5, 0.25, pytest.approx(1 / 3))
    assert (Counts().precision, Counts(3).precision, Counts().recall) == (1.0, 0.0, 1.0)


def test_the_interval_is_seeded_and_holds_the_figure():
    documents = [Counts(10, 10, 10 - n) for n in range(8)]
    low, high = interval(documents)
    assert (low, high) == interval(documents)
    assert low < f1(80, 80, sum(d.right for d in documents)) < high
    assert interval(documents, seed=3) != (low, high)
    assert interval([Counts(3, 3, 2)] * 5) == (pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert interval(documents[:1]) is None


def score(found, aspect, way=Way.VALUE, group="all"):
    return next(s for s in found.scores if (s.aspect, s.way, s.group) == (aspect, way, group))


def test_evaluate_gives_every_figure(tmp_path):
    write(tmp_path)
    found = vnplan.evaluate(tmp_path, ["made_gold:perfect", "made_gold:nothing"])
    assert (found.documents, found.files, [s.name for s in found.systems]) == (
        1,
        1,
        ["made_gold:perfect", "made_gold:nothing"],
    )
    assert {s.f1 for s in found.scores} == {1.0}
    assert {s.system for s in found.scores} == {"made_gold:perfect"}
    assert {s.name for s in found.scores if s.group == "kind"} == {"plan"}
    assert score(found, "header", Way.EXACT, "format").name == "txt"
    assert {s.aspect for s in found.scores if s.way is Way.OVERLAP} == set(PLACED)
    assert vnplan.Evaluation.model_validate_json(found.model_dump_json()) == found


def test_a_file_that_cannot_be_read_counts_as_nothing_found(tmp_path):
    home = write(tmp_path, files=["lao-cai-77.txt", "lao-cai-77.docx"])
    (home / "lao-cai-77.docx").write_bytes(b"PK\x03\x04 broken")
    found = vnplan.evaluate(tmp_path)
    assert [failure.file for failure in found.systems[0].failures] == ["lao-cai-77.docx"]
    told = {
        s.name: (s.gold, s.found) for s in found.scores if (s.aspect, s.way, s.group) == ("header", "value", "format")
    }
    assert told["docx"] == (9, 0)


def test_vnplan_reads_the_specimen(tmp_path):
    write(tmp_path)
    found = vnplan.evaluate(tmp_path)
    for aspect in ("references", "mentions", "tasks", "lead", "time", "assignments"):
        assert score(found, aspect).f1 == 1.0, aspect
    assert not any(s.aspect == "progress" for s in found.scores)


def test_a_plan_becomes_gold_that_it_answers_wholly():
    plan = vnplan.parse_text(TEXT)
    whole = vnplan.gold_from_plan(plan, id="lao-cai-77")
    assert vnplan.GoldDocument.model_validate_json(whole.model_dump_json()) == whole
    read = vnplan.Reading.model_validate(
        {**{a: getattr(whole, a) for a in ("header", "agencies", "tables")}, "text": TEXT}
    )
    for aspect in ("header", "agencies", "table cells"):
        assert len(set(counts(read, Way.EXACT, whole)[aspect])) == 1
    places = {name: TEXT[slice(*place)] for name, place in whole.header.spans.items()}
    assert (places["number"], places["date"]) == ("77/KH-UBND", "ngày 12 tháng 3 năm 2026")
    assert (places["signers.0"], places["recipients.0"]) == ("Hoàng Văn Thử", "Văn phòng Tỉnh ủy")
    assert RULED in [c.words[: len(RULED)] for c in whole.citations]
