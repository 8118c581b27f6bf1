"""Every row of roles, columns, duty verbs and requests is read in every context that it declares."""

from __future__ import annotations

from datetime import date

import pytest

from vnplan.grammar.cells.column_headings import heading_means, role_of
from vnplan.grammar.cells.persons import named_person
from vnplan.grammar.cells.role_marks import read_mark
from vnplan.grammar.duties.addressees import read_head
from vnplan.grammar.duties.labels import labels_in
from vnplan.grammar.duties.roles import mode_of, read_roles
from vnplan.grammar.duties.verbs import verb_at
from vnplan.lexicon.load import rows
from vnplan.lexicon.rows import Context, Family
from vnplan.mentions.cells import read_agencies
from vnplan.models.task import TaskMode
from vnplan.setting import Setting
from vnplan.text.view import View

SETTING = Setting(province="Hải Dương", on=date(2024, 2, 5), year=2024)
ROLES = {"joint": "lead_and_coordinating"}
"""Means of a row -> role of its column, where the names differ."""
LABELS = {"lead": "lead", "joint": "lead", "coordinating": "beside", "in_charge": "person"}
LABELS |= {"time": "time", "output": "output", "budget": "money"}
"""Means of a row -> what its label asks for."""
NO_ROLE = {"sum", "group", "qualifier", "tail"}


def each(family, context, *means):
    found = [row for row in rows(family) if context in row.contexts and (not means or row.means in means)]
    assert found
    return pytest.mark.parametrize("row", found, ids=lambda row: f"{row.words}-{row.means}")


def noun(row):
    """The words as they stand in a heading or label: behind the noun of a body where they need it."""
    if "of_agency" in row.traits:
        return f"Cơ quan {row.words}"
    return f"Cấp {row.words}" if "of_level" in row.traits else row.words


@each(Family.ROLE, Context.COLUMN)
def test_roles_as_headings(row):
    assert role_of(noun(row).upper()) == ROLES.get(row.means, row.means)


@each(Family.COLUMN, Context.COLUMN)
def test_columns_as_headings(row):
    if row.means == "qualifier":
        assert role_of(f"{row.words} sản phẩm") == "output"
    elif row.means in NO_ROLE:
        assert heading_means(row.words, row.means)
    else:
        assert role_of(row.words.upper()) == row.means


@each(Family.ROLE, Context.LABEL)
def test_roles_as_labels(row):
    assert [label.kind for label in labels_in(View.of(f"- {noun(row).capitalize()}: Sở Y tế"))] == [LABELS[row.means]]


@each(Family.COLUMN, Context.LABEL)
def test_columns_as_labels(row):
    line = {"qualifier": f"{row.words} sản phẩm", "tail": f"thời gian {row.words}"}.get(row.means, row.words)
    kind = {"qualifier": "output", "tail": "time"}.get(row.means) or LABELS[row.means]
    assert [label.kind for label in labels_in(View.of(f"{line.capitalize()}: Quý II"))] == [kind]


@each(Family.ROLE, Context.CELL, "lead", "coordinating")
def test_roles_as_marks(row):
    words = row.words if "alone" in row.traits or "of_agency" not in row.traits else f"Cơ quan {row.words}"
    assert read_mark(words.upper()) == row.means


@each(Family.ROLE, Context.PROSE, "lead", "coordinating")
def test_roles_in_prose(row):
    view = View.of(f"Sở Y tế là cơ quan {row.words} với Sở Nội vụ mở lớp")
    at = len("Sở Y tế là cơ quan ") if row.means == "coordinating" else len("Sở Y tế ")
    subject = read_head(View.of("Sở Y tế mở lớp"), SETTING).agencies
    roles = read_roles(view, at, subject, SETTING)
    own, other = ["Sở Y tế"], ["Sở Nội vụ"]
    assert [ref.name for ref in roles.lead] == (own if row.means == "lead" else other)


@each(Family.ROLE, Context.PROSE, "reporting")
def test_reports_in_prose(row):
    assert mode_of(f"{row.words.capitalize()} kết quả.", None, reporting=False) is TaskMode.REPORTING


@each(Family.DUTY_VERB, Context.PROSE, "verb", "link")
def test_duties_begin(row):
    assert verb_at(f"Sở Y tế {row.words} thuốc") == len("Sở Y tế ")


@each(Family.DUTY_VERB, Context.PROSE, "clause")
def test_clauses_stand_before_whom_a_sentence_addresses(row):
    head = read_head(View.of(f"{row.words.capitalize()} tháng này, Sở Y tế mở lớp"), SETTING)
    assert [ref.name for ref in head.agencies] == ["Sở Y tế"]


@each(Family.REQUEST, Context.PROSE)
def test_requests_address(row):
    head = read_head(View.of(f"{row.words.capitalize()} Sở Y tế mở lớp"), SETTING)
    assert [ref.name for ref in head.agencies] == ["Sở Y tế"]
    assert head.mode is {"ask": TaskMode.REQUESTED, "give": TaskMode.ASSIGNED}.get(row.means)


@pytest.mark.parametrize("words", ["Công trình", "Trường công lập", "Giao thông", "Trung tâm chuyển giao"])
def test_halves_of_nouns_begin_no_duty(words):
    assert verb_at(words.lower()) is None


@each(Family.ROLE, Context.PROSE, "filler")
def test_fillers_stand_between_an_agency_and_its_role(row):
    view = View.of(f"Sở Y tế {row.words} chủ trì mở lớp")
    roles = read_roles(view, len("Sở Y tế "), read_head(View.of("Sở Y tế mở lớp"), SETTING).agencies, SETTING)
    assert [ref.name for ref in roles.lead] == ["Sở Y tế"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Sở Tài chính, Ban Quản lý các Chợ đêm và Chợ nổi Minh Châu",
            ["Sở Tài chính", "Ban Quản lý các Chợ đêm và Chợ nổi Minh Châu"],
        ),
        ("Ban Quản lý chợ và Khu công nghiệp Minh Châu", ["Ban Quản lý chợ", "Khu công nghiệp Minh Châu"]),
        ("Doanh nghiệp viễn thông, Sở Y tế", ["Doanh nghiệp viễn thông", "Sở Y tế"]),
        ("Các đơn vị khác", ["Các cơ quan, đơn vị liên quan"]),
        ("Giám đốc các sở trực thuộc UBND tỉnh", ["Các sở, ban, ngành"]),
    ],
)
def test_cells_with_several_agencies(words, names):
    assert [ref.name for ref in read_agencies(View.of(words), SETTING)] == names


def test_heads_of_rooms_and_committees_are_one_list():
    head = read_head(View.of("Thủ trưởng các phòng, ban, đơn vị; Chủ tịch UBND các xã, phường mở lớp"), SETTING)
    assert [ref.name for ref in head.agencies] == ["Các phòng, ban, đơn vị", "Ủy ban nhân dân các xã, phường, thị trấn"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Phó Hiệu trưởng Trần Văn Mẫu", "Trần Văn Mẫu"),
        ("Trần Văn Mẫu", "Trần Văn Mẫu"),
        ("Hiệu trưởng Minh Châu", None),
        ("Tổ Văn", None),
    ],
)
def test_persons_who_stand_for_an_agency(words, name):
    assert named_person(words) == name
