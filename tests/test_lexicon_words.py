"""Rows that a single grammar reads are read by it in every context that they declare; test_lexicon.py says which."""

from __future__ import annotations

from datetime import date

import pytest

from test_lexicon import TABLE, parsed
from test_lexicon_roles import SETTING, each
from vnplan.grammar.cells.column_fit import doubt
from vnplan.grammar.cells.persons import read_persons
from vnplan.grammar.citations.issuer_phrases import issuer_at, issuer_before
from vnplan.grammar.citations.pinpoints import pinpoint_before
from vnplan.grammar.citations.short_forms import find_short
from vnplan.grammar.citations.subjects import subject_after
from vnplan.grammar.duties.addressees import read_head
from vnplan.grammar.duties.roles import read_roles
from vnplan.grammar.laws.law_names import find_law_names
from vnplan.grammar.laws.programmes import find_programme_names
from vnplan.grammar.markers import ordinals
from vnplan.grammar.money.amounts import find_money, money_unit
from vnplan.grammar.time.group_headings import read_group_time
from vnplan.grammar.time.in_prose import find_timeframes
from vnplan.grammar.time.timeframes import parse_timeframe
from vnplan.lexicon.load import rows
from vnplan.lexicon.rows import Context, Family
from vnplan.mentions.cells import read_agencies
from vnplan.mentions.in_setting import agencies_in
from vnplan.models.diagnostic import DiagnosticCode
from vnplan.models.table import ColumnRole, RowKind
from vnplan.outline.tables.column_context import Columns, state_of_today
from vnplan.readers.docx import formats
from vnplan.text.fold import fold_case
from vnplan.text.view import View

YEAR = 2026
WHOLE_YEAR = (date(YEAR, 1, 1), date(YEAR, 12, 31))
"""What a year would be without the words beside it that make it a part of a year."""
VAGUE = {"season", "late"}
NO_TIME = {"past", "named"}
FILLING = {"link", "weekday"}


def told(frame):
    return frame is not None


@each(Family.TIME_CUE, Context.CELL)
def test_times_in_cells(row):
    assert told(parse_timeframe(row.example, year=YEAR))


@each(Family.TIME_CUE, Context.LABEL)
def test_times_behind_labels(row):
    assert told(parse_timeframe(f"{row.example};", year=YEAR))


@each(Family.TIME_CUE, Context.PROSE)
def test_times_in_prose(row):
    found = find_timeframes(View.of(f"{row.example}."), year=YEAR)
    if row.means in NO_TIME:
        assert found == ()
    elif row.means in VAGUE:
        assert WHOLE_YEAR not in [(one.frame.start, one.frame.end) for one in found]
    elif row.means not in FILLING:
        assert found != ()


@each(Family.TIME_CUE, Context.HEADING)
def test_times_as_headings(row):
    frame = read_group_time(row.example, year=YEAR)
    if row.means in NO_TIME:
        assert frame is None
    elif row.means in VAGUE:
        assert frame is None or (frame.start, frame.end) != WHOLE_YEAR
    elif row.means not in FILLING:
        assert told(frame)


@each(Family.TIME_CUE, Context.COLUMN)
def test_times_over_columns(row):
    if row.means == "reached":
        columns = Columns((ColumnRole.TASK, ColumnRole.TIME), (("Nhiệm vụ",), (row.example,)))
        assert state_of_today(columns).roles[1] is not ColumnRole.TIME
    else:
        assert told(parse_timeframe(row.example, year=YEAR))


@each(Family.CITATION_CUE, Context.PROSE, "subject_opening")
def test_subjects_begin(row):
    start, end = subject_after(row.example, row.example.index(f" {row.words}"))
    assert row.example[start:end].startswith(row.words)


@each(Family.CITATION_CUE, Context.PROSE, "main_verb")
def test_subjects_end_before_who_takes_up_the_sentence(row):
    start, end = subject_after(row.example, row.example.index("-KCB") + len("-KCB"))
    assert row.example[start:end] == "về tiêm chủng"


@each(Family.CITATION_CUE, Context.PROSE, "counted")
def test_counts_are_no_numbers_of_documents(row):
    assert list(find_short(row.example, fold_case(row.example))) == []


@each(Family.CITATION_CUE, Context.PROSE, "pinpoint")
def test_pinpoints(row):
    assert pinpoint_before(row.example, row.example.index("Nghị định")) is not None


@each(Family.CITATION_CUE, Context.PROSE, "law_head")
def test_laws_begin(row):
    words = row.example.replace(row.words, row.words.capitalize())
    assert [law.name for law in find_law_names(words, fold_case(words))] == [words.removeprefix("Căn cứ ")]


@each(Family.CITATION_CUE, Context.PROSE, "after_law_name", "next_item")
def test_names_of_laws_end(row):
    laws = find_law_names(row.example, fold_case(row.example))
    assert laws[0].name.startswith("Luật Cầu cảng")
    assert laws[0].name in {"Luật Cầu cảng", "Luật Cầu cảng sửa đổi"}


@each(Family.CITATION_CUE, Context.PROSE, "after_programme")
def test_titles_of_programmes_end(row):
    names = find_programme_names(row.example, fold_case(row.example))
    assert [row.example[name.start : name.end] for name in names] == ["Chương trình mục tiêu quốc gia về cầu cảng"]


@each(Family.CITATION_CUE, Context.PROSE, "after_issuer")
def test_names_of_issuers_end(row):
    words = row.example.replace("Công ty", "Văn hội")  # no noun of agencies: its printed words alone tell the name
    assert issuer_at(words, words.index("Văn hội"), SETTING).name == "Văn hội Minh Phát"


@each(Family.CITATION_CUE, Context.PROSE, "no_issuer")
def test_words_in_no_name_of_an_issuer(row):
    issuer = issuer_before(row.example, row.example.index("tại"), SETTING)
    assert issuer is None or row.words not in fold_case(issuer.name).split()


def sum_of(row):
    """What a sum in the unit, or a column with it, says of its worth in đồng."""
    if "sum" in row.traits:
        (money,) = find_money(f"25 {row.words}")
        return money.amount / 25
    return money_unit(f"({row.words})").factor


@pytest.mark.parametrize("row", rows(Family.MONEY_UNIT), ids=lambda row: row.words)
def test_units_of_money(row):
    assert sum_of(row) == int(row.means)


@each(Family.NUMBER_WORD, Context.HEADING)
def test_numbers_in_words(row):
    number = int(row.means)
    if "ordinal" in row.traits:
        assert ordinals.word(row.words) == number
    if "counting" in row.traits:
        assert formats.write(number, "vietnameseCounting") == row.words
    for trait, tens in (("after_ten", 10), ("after_tens", 20)):
        if trait in row.traits:
            assert formats.write(tens + number, "vietnameseCounting").endswith(f" {row.words}")


@each(Family.REQUEST, Context.HEADING)
def test_requests_as_headings(row):
    head = read_head(View.of(f"{row.words.capitalize()} Sở Y tế mở lớp"), SETTING)
    assert [ref.name for ref in head.agencies] == ["Sở Y tế"]


def agencies(words):
    return [ref.name for ref in read_head(View.of(words), SETTING).agencies]


@each(Family.JOINING, Context.PROSE)
def test_joining_words_in_sentences(row):
    if "between" in row.traits:
        assert agencies(f"Sở Y tế, {row.words} Sở Nội vụ mở lớp") == ["Sở Y tế", "Sở Nội vụ"]
    if "list_end" in row.traits:
        assert agencies(f"Sở Y tế {row.words} mở lớp") == ["Sở Y tế"]
    if "no_name" in row.traits:
        assert agencies(f"Phòng Y tế {row.words} báo cáo")[:1] == ["Phòng Y tế"]


@each(Family.DUTY_VERB, Context.PROSE, "function")
def test_small_words_end_a_name(row):
    found = agencies_in(View.of(f"Giao Công ty Minh Phát {row.words} kho hàng"), SETTING)
    assert [one.body.name for one in found] == ["Công ty Minh Phát"]


@each(Family.ROLE, Context.CELL, "nobody")
def test_cells_that_name_nobody(row):
    assert read_agencies(View.of("Văn hội Minh Phát"), SETTING)
    assert read_agencies(View.of(f"{row.words.capitalize()} Minh Phát"), SETTING) == ()


@each(Family.COLUMN, Context.CELL, "output")
def test_products_in_cells(row):
    assert doubt(row.example, ColumnRole.OUTPUT) == 0.0


@each(Family.COLUMN, Context.CELL, "total")
def test_sums_in_cells(row):
    plan = parsed(f"{TABLE.format(words='Sở Y tế')}|  | {row.words.capitalize()} |  |  |\n")
    assert plan.tables[0].rows[-1].kind is RowKind.TOTAL


def unread(words):
    plan = parsed(TABLE.format(words=words))
    return [one for one in plan.diagnostics if one.code is DiagnosticCode.AGENCY_UNREAD]


@each(Family.JOINING, Context.CELL)
def test_joining_words_in_cells(row):
    assert unread("Sở Y tế cam quýt")
    assert unread(f"Sở Y tế {row.words} {row.words}") == []


@each(Family.PERSON_TITLE, Context.CELL)
def test_words_of_respect_in_cells(row):
    if "respect" in row.traits:
        assert read_persons(f"{row.words.capitalize()} Trần Văn Mẫu") == ("Trần Văn Mẫu",)


@each(Family.GROUP_WORD, Context.PROSE)
def test_groups(row):
    words = f"Giao {row.example} báo cáo"
    found = [words[one.start : one.end] for one in agencies_in(View.of(words), SETTING)]
    assert found == ([] if "place_after" in row.traits else [row.example])


def shares(words):
    """Whether a sentence that begins with Sở Y tế says which part it takes."""
    subject = read_head(View.of("Sở Y tế mở lớp"), SETTING).agencies
    roles = read_roles(View.of(words), len("Sở Y tế "), subject, SETTING)
    return bool(roles.lead or roles.coordinating)


@each(Family.ROLE, Context.PROSE, "filler")
def test_words_before_a_role(row):
    assert shares(row.example)
    assert not shares("Sở Y tế cam quýt phối hợp với các xã")
