"""Plans compared: the gate over the labelled pairs, and what the comparison says of small plans made for a case."""

import csv
import importlib.util
import io
import json
import sys
from itertools import permutations
from pathlib import Path
from types import SimpleNamespace

import jsonschema
import lxml.html
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import vnplan
from vnplan import schemas
from vnplan.cli import main
from vnplan.comparing.alignment.likeness import likeness
from vnplan.comparing.differences import deadlines
from vnplan.grammar.time.timeframes import parse_timeframe
from vnplan.matching.agency_fields import identities
from vnplan.matching.terms import read_terms
from vnplan.models.analysis.comparison import CoverageState, DifferenceKind

CORPORA = Path(__file__).parent.parent / "corpora"
CENTRAL = "thu-tuong-2468-qd-ttg-2022"


def _scorer():
    sys.path.insert(0, str(CORPORA))  # it imports its neighbours
    spec = importlib.util.spec_from_file_location("corpora_score_compare", CORPORA / "score_compare.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


scorer = _scorer()
import pack_pairs  # noqa: E402 -- the scorer's folder is on the path now


@pytest.fixture(scope="module")
def specimens():
    return scorer.plans()


@pytest.fixture(scope="module")
def compared(specimens):
    return vnplan.compare(specimens.values())


# --- the gate -------------------------------------------------------------------------------------------------------


def test_labelled_pairs_are_found_with_precision_and_recall_of_nine_in_ten(specimens, compared):
    labels = scorer.labels(specimens)
    result = scorer.score(compared, labels)
    assert [label for label in labels if label.task is None] == []
    assert len(result.hits) + len(result.missed) >= 700
    assert result.precision >= 0.9
    assert result.recall >= 0.9


def test_pairs_that_are_only_alike_in_words_are_kept_apart(specimens, compared):
    labels = scorer.labels(specimens)
    hard = scorer.hard(labels)
    assert len(hard) >= 70
    assert [pair for pair in hard if pair[0].matters & pair[1].matters] == []
    extra = {frozenset(pair) for pair in scorer.score(compared, labels).extra}
    assert sum(frozenset(pair) in extra for pair in hard) <= len(hard) // 10


@pytest.mark.slow
def test_figures_do_not_hang_on_one_plan(specimens):
    parts = scorer.without_each(specimens, scorer.labels(specimens))
    assert sum(part.precision for part in parts) / len(parts) >= 0.9
    assert sum(part.recall for part in parts) / len(parts) >= 0.9


@pytest.fixture(scope="module")
def pack():
    return pack_pairs.plans()


def test_pairs_of_the_gold_pack_are_found_where_its_tasks_are_those_annotated(pack):
    made = pack_pairs.annotated(pack)
    labels = pack_pairs.labels_annotated(made)
    result = scorer.score(vnplan.compare(made.values()), labels)
    assert (len(labels), len(result.hits) + len(result.missed)) == (115, 75)
    # Measured: 0.881 and 0.493. Its plans say most clauses in words of their own, which no list of words holds.
    assert result.precision >= 0.85
    assert result.recall >= 0.47
    extra = {frozenset(pair) for pair in result.extra}
    assert [pair for pair in scorer.task_pairs.hard(pack_pairs.labelled(), labels) if frozenset(pair) in extra] == []


def test_pairs_of_the_gold_pack_as_read_are_few_and_no_fewer(pack):
    labels = pack_pairs.labels(pack)
    found = [label for label in labels if label.task]
    # Measured: 79 of 115. Most clauses of the programme stand in no part that gives work, and are not read as tasks.
    assert len(found) >= 75
    ids = {task.id: name for name, plan in pack.items() for task in plan.tasks}
    assert all(ids[label.task] == label.plan for label in found)
    result = scorer.score(vnplan.compare(pack.values()), labels)
    # Measured: 12 of 75 pairs, 8 wrong ones (10 and 6 when fewer tasks were read). Of 30 pairs both tasks are read.
    assert len(result.hits) >= 11
    assert len(result.extra) <= 9


@pytest.mark.parametrize(
    ("programme", "plan", "same"),
    [
        ("Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương", "Sở Xây dựng", True),
        ("Bộ Tài chính", "Sở Xây dựng", False),
    ],
    ids=["given to the provinces", "given to a ministry"],
)
def test_who_leads_tells_nothing_where_the_provinces_are_to_do_it(programme, plan, same):
    one, other = (_duty_of(agency) for agency in (programme, plan))
    with_lead = likeness(one, [other], 0.5)
    assert (with_lead == 0.5) is same


def _duty_of(agency):
    ref = vnplan.normalize_agency(agency, province="Lào Cai")
    return SimpleNamespace(
        lead=frozenset(identities(ref)), fields=frozenset(), outputs={}, group={}, cited=frozenset(), in_table=False
    )


def test_every_table_task_of_the_specimens_is_labelled(specimens):
    named = {label.task for label in scorer.labels(specimens)}
    assert [t.id for plan in specimens.values() for t in plan.tasks if t.origin == "table" and t.id not in named] == []


# --- what holds for any plans ---------------------------------------------------------------------------------------


def _rows(comparison):
    return {frozenset(member.task for member in matter.members) for matter in comparison.matters}


def test_specimens_are_one_decision_and_eleven_provinces(compared):
    assert [plan.number for plan in compared.plans if plan.central] == ["2468/QĐ-TTg"]
    assert len({plan.province for plan in compared.plans if plan.province}) == 11
    assert len(compared.coverage) == 11 * sum(matter.template for matter in compared.matters)


def test_order_of_plans_and_repeats_change_nothing(specimens, compared):
    plans = list(specimens.values())
    again = vnplan.compare([*reversed(plans), plans[0]])
    assert _rows(again) == _rows(compared)
    assert [plan.id for plan in again.plans] == [plan.id for plan in reversed(compared.plans)]


def test_evidence_stands_where_it_says(specimens, compared):
    texts = {task.id: plan.text for plan in specimens.values() for task in plan.tasks}
    count = 0
    for member in (member for matter in compared.matters for member in matter.members):
        for shared in member.shared:
            count += 1
            assert texts[member.task][slice(*shared.span)] == shared.words
            assert texts[member.counterpart][slice(*shared.other_span)] == shared.other_words
    assert count > 300


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.sets(st.integers(0, 11), min_size=1, max_size=5))
def test_every_task_is_somewhere_and_coverage_agrees_with_matters(specimens, chosen):
    plans = [list(specimens.values())[i] for i in sorted(chosen)]
    found = vnplan.compare(plans)
    placed = {member.task for matter in found.matters for member in matter.members}
    assert placed == {task.id for plan in plans for task in plan.tasks} == {task.id for task in found.tasks}
    by_matter = {matter.id: matter for matter in found.matters}
    for cell in found.coverage:
        here = tuple(m.task for m in by_matter[cell.matter].members if m.plan == cell.plan)
        assert cell.tasks == here
        assert (cell.state is CoverageState.MISSING) == (not here)
    omitted = {(d.plan, d.matter) for d in found.differences if d.kind is DifferenceKind.OMISSION}
    assert omitted == {(c.plan, c.matter) for c in found.coverage if c.state is CoverageState.MISSING}


def test_nothing_and_plans_without_tasks_compare():
    assert vnplan.compare([]).matters == ()
    alone = vnplan.compare([vnplan.parse_text("Số: 12/KH-UBND")])
    assert (len(alone.plans), alone.matters, alone.differences) == (1, (), ())
    assert "12/KH-UBND" in alone.to_html()


# --- small plans made for a case ------------------------------------------------------------------------------------

_DECISION = [
    ("Xây dựng phần mềm quản lý nước sạch nông thôn", "Bộ Y tế", "Trước ngày 30/6/2023", "Phần mềm"),
    ("Tập huấn kỹ thuật xử lý nước cho cán bộ trạm cấp nước", "Bộ Y tế", "Hằng quý", "Lớp tập huấn"),
    ("Lắp đặt bể chứa nước hộ gia đình vùng hạn mặn", "UBND các tỉnh, thành phố trực thuộc trung ương", "2024", ""),
]
_FIRST = [
    ("Xây dựng phần mềm quản lý nước sạch nông thôn của tỉnh", "Sở Y tế", "30/6/2023", "Phần mềm"),
    ("Bồi dưỡng kỹ thuật xử lý nước cho nhân viên trạm cấp nước", "Sở Y tế", "Hằng quý", "Lớp tập huấn"),
    ("Hỗ trợ lắp đặt bể chứa nước cho hộ gia đình vùng hạn mặn", "UBND các huyện, thành phố", "2024", "Bể"),
]


def _plan(province, number, rows, day="10 tháng 10 năm 2022"):
    table = "\n".join(f"| {n} | {' | '.join(row)} |" for n, row in enumerate(rows, 1))
    return vnplan.parse_text(
        f"**ỦY BAN NHÂN DÂN**  \n**TỈNH {province.upper()}**\n\nSố: {number}/KH-UBND  \n*{province}, ngày {day}*\n\n"
        f"# KẾ HOẠCH\n\n## Nước sạch nông thôn\n\n"
        "Căn cứ Quyết định số 77/QĐ-TTg ngày 05/01/2022 của Thủ tướng Chính phủ;\n\n## I. NHIỆM VỤ\n\n"
        "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian thực hiện | Sản phẩm |\n| --- | --- | --- | --- | --- |\n"
        + table,
        name=f"{number}.md",
    )


def _decision():
    table = "\n".join(f"| {n} | {' | '.join(row)} |" for n, row in enumerate(_DECISION, 1))
    return vnplan.parse_text(
        "**THỦ TƯỚNG CHÍNH PHỦ**\n\nSố: 77/QĐ-TTg  \n*Hà Nội, ngày 05 tháng 01 năm 2022*\n\n# QUYẾT ĐỊNH\n\n"
        "## Phê duyệt Chương trình nước sạch nông thôn\n\n## I. NHIỆM VỤ\n\n"
        "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian thực hiện | Sản phẩm |\n| --- | --- | --- | --- | --- |\n"
        + table
    )


def _said(comparison, label):
    ids = {plan.id for plan in comparison.plans if plan.label == label}
    titles = {matter.id: matter.title for matter in comparison.matters}
    return {(d.kind.value, titles[d.matter][:16]) for d in comparison.differences if d.plan in ids}


def test_a_plan_that_does_as_the_decision_says_has_no_departures():
    found = vnplan.compare([_decision(), _plan("Bến Tre", "5", _FIRST)])
    assert [plan.central for plan in found.plans] == [True, False]
    assert _said(found, "Bến Tre") == set()
    assert [cell.state for cell in found.coverage] == [CoverageState.OWN] * 3


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({0: None}, {("omission", "Xây dựng phần mề")}),
        ({0: (_FIRST[0][0], "Sở Y tế", "31/12/2024", "Phần mềm")}, {("weaker_deadline", "Xây dựng phần mề")}),
        ({0: (_FIRST[0][0], "Sở Y tế", "", "Phần mềm")}, {("weaker_deadline", "Xây dựng phần mề")}),
        ({1: (_FIRST[1][0], "Sở Y tế", "Hằng năm", "Lớp")}, {("weaker_deadline", "Tập huấn kỹ thuậ")}),
        ({0: (_FIRST[0][0], "Sở Xây dựng", "2022", "Phần mềm")}, {("other_lead", "Xây dựng phần mề")}),
        ({0: (_FIRST[0][0], "Sở Y tế", "2022", "")}, {("missing_outputs", "Xây dựng phần mề")}),
        (
            {3: ("Tổ chức hội thi vẽ tranh về biển đảo", "Tỉnh Đoàn", "2023", "Hội thi")},
            {("addition", "Tổ chức hội thi ")},
        ),
    ],
)
def test_each_departure_is_told_and_nothing_else(change, expected):
    rows = {n: row for n, row in (dict(enumerate(_FIRST)) | change).items() if row}
    plans = [_decision(), _plan("Bến Tre", "5", _FIRST), _plan("Cà Mau", "6", rows.values())]
    first = vnplan.compare([_decision(), _plan("Bến Tre", "7", _FIRST), _plan("Cà Mau", "6", rows.values())])
    assert _said(vnplan.compare(plans), "Cà Mau") == _said(first, "Cà Mau") == expected


def test_without_a_decision_most_plans_are_the_measure():
    late = [(_FIRST[0][0], "Sở Xây dựng", "31/12/2025", ""), *_FIRST[1:]]
    plans = [_plan(name, n, _FIRST) for n, name in enumerate(("Bến Tre", "Long An", "Trà Vinh"), 11)]
    found = vnplan.compare([*plans, _plan("Cà Mau", "6", late)])
    assert not any(plan.central for plan in found.plans)
    first = {("weaker_deadline", "Xây dựng phần mề"), ("other_lead", "Xây dựng phần mề")}
    assert _said(found, "Cà Mau") == first | {("missing_outputs", "Xây dựng phần mề")}
    assert {label: _said(found, label) for label in ("Bến Tre", "Long An")} == {"Bến Tre": set(), "Long An": set()}


def test_a_merged_task_covers_two_matters_and_a_split_one_covers_one_twice():
    merged = "Xây dựng phần mềm quản lý nước sạch nông thôn; tập huấn kỹ thuật xử lý nước cho trạm cấp nước"
    rows = [
        (merged, "Sở Y tế", "2022", "Phần mềm"),
        ("Lắp đặt bể chứa nước hộ gia đình vùng hạn mặn ven biển", "UBND các huyện, thành phố", "2024", ""),
        ("Lắp đặt bể chứa nước hộ gia đình vùng hạn mặn ven sông", "UBND các huyện, thành phố", "2024", ""),
    ]
    found = vnplan.compare([_decision(), _plan("Cà Mau", "6", rows)])
    states = [(cell.state, len(cell.tasks)) for cell in found.coverage]
    assert states == [(CoverageState.MERGED, 1), (CoverageState.MERGED, 1), (CoverageState.OWN, 2)]


def test_a_department_and_the_one_that_took_over_lead_alike():
    row = ("Xây dựng phần mềm quản lý nước sạch nông thôn", "Sở Thông tin và Truyền thông", "2023", "Phần mềm")
    heir = (row[0], "Sở Khoa học và Công nghệ", "2023", "Phần mềm")
    before = [_plan(name, n, [row]) for n, name in enumerate(("Bến Tre", "Long An", "Trà Vinh"), 11)]
    after = _plan("Cà Mau", "6", [heir], day="10 tháng 10 năm 2025")
    assert _said(vnplan.compare([*before, after]), "Cà Mau") == set()
    early = _plan("Cà Mau", "6", [(row[0], "Sở Xây dựng", "2023", "Phần mềm")])
    assert _said(vnplan.compare([*before, early]), "Cà Mau") == {("other_lead", "Xây dựng phần mề")}


def test_alignment_of_small_plans_does_not_hang_on_their_order():
    plans = [_decision(), _plan("Bến Tre", "5", _FIRST), _plan("Cà Mau", "6", _FIRST[::-1])]
    rows = {frozenset(_rows(vnplan.compare(order))) for order in permutations(plans)}
    assert len(rows) == 1
    assert {len(row) for row in next(iter(rows))} == {3}


@pytest.mark.parametrize(
    ("wanted", "said", "weaker"),
    [
        ("Trước ngày 30/6/2024", "31/12/2024", True),
        ("Trước ngày 30/6/2024", "Quý I/2024", False),
        ("2022 - 2025", "2023 - 2026", True),
        ("2022 - 2025", "Năm 2025", False),
        ("2022 - 2025", "Sau khi có hướng dẫn của Bộ Y tế", True),
        ("2022 - 2025", "Hằng năm", False),
        ("2022 - 2025", "Thường xuyên", False),
        ("Hằng quý", "Hằng năm", True),
        ("Hằng năm", "Hằng quý", False),
        ("Hằng năm", "Năm 2030", False),
    ],
)
def test_weaker_deadlines(wanted, said, weaker):
    assert deadlines.weaker(parse_timeframe(said), parse_timeframe(wanted)) is weaker
    assert deadlines.weaker(None, parse_timeframe(wanted))


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("Tổ chức tập huấn nghiệp vụ", ["=train", "=craft"]),
        ("bồi dưỡng nghiệp vụ", ["=train", "=craft"]),
        ("mức bồi dưỡng cho người trông coi", ["=support-policy", "=caretaker"]),
        ("nước sạch", ["nước", "sạch", "nước sạch"]),
        ("nước, sạch 2030", ["nước", "sạch"]),
        ("", []),
    ],
)
def test_terms(words, terms):
    found = list(read_terms(words))
    assert [term.name for term in found] == terms
    assert all(0 <= term.start < term.end <= len(words) for term in found)


# --- forms of output ------------------------------------------------------------------------------------------------


def test_csv_json_and_frames_say_the_same(compared):
    rows = list(csv.DictReader(io.StringIO(compared.to_csv())))
    frame = compared.to_frame()
    assert [row["matter"] for row in rows] == list(frame["matter"])
    assert sum(row["state"] == "missing" for row in rows) == (compared.coverage_frame() == 0).to_numpy().sum()
    stored = compared.model_dump_json()
    assert vnplan.Comparison.model_validate_json(stored) == compared
    jsonschema.validate(json.loads(stored), schemas.documents()["comparison.schema.json"])
    assert len(compared.frames()["members"]) == sum(len(matter.members) for matter in compared.matters)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_page_shows_every_plan_and_matter_and_loads_nothing(compared, language):
    page = lxml.html.fromstring(compared.to_html(language=language))
    assert len(page.xpath("//table[@class='map']/tbody/tr")) == sum(m.template for m in compared.matters)
    assert len(page.xpath("//table[@class='map']//td")) == len(compared.coverage)
    assert {d.get("id") for d in page.xpath("//details")} == {matter.id for matter in compared.matters}
    assert page.xpath("//script | //link | //img | //iframe | //@src | //*[@style]") == []
    assert all(href.startswith("#") for href in page.xpath("//@href"))


def test_words_of_a_document_stay_words_on_the_page():
    hostile = [('<script>alert("1")</script> & lắp đặt bể nước', 'Sở Y tế"><b>', "2024", "<img src=x>")]
    page = vnplan.compare([_plan("Cà Mau", "6", hostile), _plan("Bến Tre", "5", hostile)]).to_html()
    assert lxml.html.fromstring(page).xpath("//script | //img") == []
    assert "&lt;script&gt;" in page


# --- the command ----------------------------------------------------------------------------------------------------


@pytest.fixture
def files(specimens):
    names = (CENTRAL, "cao-bang-2317-kh-ubnd-2025")
    return [str(next(p for p in sorted((CORPORA / n).iterdir()) if p.suffix in (".txt", ".md"))) for n in names]


def test_command_writes_by_suffix(files, tmp_path):
    for suffix, begins in ((".html", "<!DOCTYPE html>"), (".csv", "matter,title"), (".json", "{")):
        out = tmp_path / f"out{suffix}"
        assert main(["compare", *files, "--workers", "0", "-o", str(out)]) == 0
        assert out.read_text("utf-8").startswith(begins)


def test_command_shows_coverage(files, capsys):
    assert main(["compare", *files, "--workers", "0"]) == 0
    shown = capsys.readouterr().out
    assert "Measured by 2468/QĐ-TTg" in shown
    assert "Cao Bằng" in shown


def test_command_names_what_failed_and_compares_the_rest(files, tmp_path, capsys):
    bad, out = tmp_path / "bad.docx", tmp_path / "out.json"
    bad.write_bytes(b"PK\x03\x04 no archive")
    assert main(["compare", *files, str(bad), "--workers", "0", "-o", str(out)]) == 1
    assert "bad.docx" in capsys.readouterr().err
    assert len(json.loads(out.read_text("utf-8"))["plans"]) == 2


def test_command_refuses_other_suffixes(files, tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["compare", *files, "-o", str(tmp_path / "out.pdf")])
    assert stopped.value.code == 2
    assert ".html, .csv, .json" in capsys.readouterr().err
