"""The lexicon: its data is checked, and every row is read in every context that it declares, end to end.

A family joins the matrix with one entry a context in :data:`TEMPLATES`: a function that takes a row, writes a small
document around the row's example, parses it and says what a reader must find there.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest

import vnplan
from vnplan.document import PlanDocument
from vnplan.lexicon.load import LexiconError, read, rows
from vnplan.lexicon.rows import Context, Family, Row
from vnplan.models.task import Task
from vnplan.text.fold import fold_case

HEAD = """{parent}
{issuer}
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 12/KH-UBND
Hải Dương, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Phát triển chợ nông thôn năm 2024

I. MỤC ĐÍCH

Nâng cao chất lượng phục vụ.

"""
CLOSING = """
Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
{position}



Trần Văn Mẫu
"""
TABLE = """II. NHIỆM VỤ

| STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành |
| --- | --- | --- | --- |
| 1 | Lập danh mục chợ nông thôn | {words} | Tháng 6/2024 |
| 2 | Nâng cấp chợ trung tâm | Sở Công Thương | Tháng 9/2024 |
"""


def parsed(
    body: str, *, parent: str = "ỦY BAN NHÂN DÂN", issuer: str = "TỈNH HẢI DƯƠNG", position: str = "CHỦ TỊCH"
) -> PlanDocument:
    head = HEAD.format(parent=parent, issuer=issuer)
    return vnplan.parse_text(head + body + CLOSING.format(position=position))


def said(plan: PlanDocument, tasks: list[Task]) -> list[str]:
    """The words of the document that name those who lead, folded."""
    return [" ".join(fold_case(agency.raw).split()) for task in tasks for agency in (*task.assignees, *task.lead)]


def begins(row: Row, found: list[str]) -> bool:
    """Whether one of the names begins with the words, with a plural word or a person before them at most."""
    example = " ".join(fold_case(row.example).split())
    before = example.partition(row.words)[0]
    return any(name.startswith((row.words, before + row.words)) for name in found)


def in_heading(row: Row) -> bool:
    plan = parsed(
        f"II. TỔ CHỨC THỰC HIỆN\n\n1. {row.example}\n- Xây dựng phương án sắp xếp chợ trước ngày 30/6/2024.\n"
    )
    return begins(row, said(plan, list(plan.tasks)))


def in_prose(row: Row) -> bool:
    plan = parsed(f"II. TỔ CHỨC THỰC HIỆN\n\n1. Giao {row.example} chủ trì xây dựng phương án sắp xếp chợ.\n")
    return begins(row, said(plan, list(plan.tasks)))


def in_label(row: Row) -> bool:
    plan = parsed(
        "II. NHIỆM VỤ\n\n1. Lập danh mục chợ nông thôn\n\n"
        f"- Cơ quan chủ trì: {row.example}.\n\n- Thời gian hoàn thành: Tháng 6/2024.\n"
    )
    return begins(row, said(plan, list(plan.tasks)))


def in_cell(row: Row) -> bool:
    plan = parsed(TABLE.format(words=row.example))
    return begins(row, said(plan, [task for task in plan.tasks if task.no == "1"]))


def in_letterhead(row: Row) -> bool:
    plan = parsed("", parent="TỈNH HẢI DƯƠNG", issuer=row.example.upper())
    issuer = plan.header.issuer
    return issuer is not None and begins(row, [fold_case(issuer.raw)])


def speaks_in_prose(row: Row) -> bool:
    """A title before an agency's name is part of its mention, and the agency is the one that leads."""
    plan = parsed(f"II. TỔ CHỨC THỰC HIỆN\n\n1. Giao {row.example} chủ trì xây dựng phương án sắp xếp chợ.\n")
    return "heads" not in row.traits or begins(row, said(plan, list(plan.tasks)))


def names_a_unit(row: Row) -> bool:
    """``UBND <level word> Minh Châu`` is one committee, its level word in its name."""
    plan = parsed(f"II. TỔ CHỨC THỰC HIỆN\n\n1. UBND {row.example} xây dựng phương án sắp xếp chợ.\n")
    return any(agency.raw == f"UBND {row.example}" for task in plan.tasks for agency in task.assignees)


Template = Callable[[Row], bool]
TEMPLATES: dict[tuple[Family, Context], Template] = {
    (Family.AGENCY_NOUN, Context.HEADING): in_heading,
    (Family.AGENCY_NOUN, Context.CELL): in_cell,
    (Family.AGENCY_NOUN, Context.LABEL): in_label,
    (Family.AGENCY_NOUN, Context.PROSE): in_prose,
    (Family.AGENCY_NOUN, Context.LETTERHEAD): in_letterhead,
    (Family.PERSON_TITLE, Context.PROSE): speaks_in_prose,
    (Family.LEVEL, Context.HEADING): names_a_unit,
}
MATRIX = [
    pytest.param(row, template, id=f"{family}-{context}-{row.words}")
    for (family, context), template in TEMPLATES.items()
    for row in rows(family)
    if context in row.contexts
]


@pytest.mark.parametrize(("row", "template"), MATRIX)
def test_a_row_is_read_in_every_context_that_it_declares(row: Row, template: Template) -> None:
    assert template(row)


GOOD: dict[str, Any] = {"words": "hạt", "contexts": ["heading"], "example": "Hạt Minh Châu", "source": "practice"}
BAD = {
    "an unknown key": {**GOOD, "colour": "red"},
    "no words": {**GOOD, "words": ""},
    "capitals": {**GOOD, "words": "Hạt"},
    "two spaces": {**GOOD, "words": "hạt  kiểm lâm", "example": "hạt  kiểm lâm"},
    "the old tone placement": {**GOOD, "words": "uỷ ban", "example": "uỷ ban"},
    "no context": {**GOOD, "contexts": []},
    "an unknown context": {**GOOD, "contexts": ["margin"]},
    "an unknown trait": {**GOOD, "traits": ["green"]},
    "an unknown meaning": {**GOOD, "means": "seed"},
    "an example without the words": {**GOOD, "example": "Điện lực Minh Châu"},
    "no source": {**GOOD, "source": ""},
}
META = {"traits": {"green_house": "a trait"}, "means": {"grain": "a meaning"}}


@pytest.mark.parametrize("row", BAD.values(), ids=BAD.keys())
def test_a_bad_row_is_refused(row: dict[str, Any]) -> None:
    with pytest.raises(LexiconError):
        read(Family.AGENCY_NOUN, {"meta": META, "rows": [row]})


def test_a_row_that_stands_twice_is_refused() -> None:
    assert len(read(Family.AGENCY_NOUN, {"meta": META, "rows": [GOOD]})) == 1
    with pytest.raises(LexiconError):
        read(Family.AGENCY_NOUN, {"meta": META, "rows": [GOOD, GOOD]})


@pytest.mark.parametrize("family", [Family.AGENCY_NOUN, Family.PERSON_TITLE, Family.LEVEL])
def test_every_trait_of_a_file_is_explained_and_used(family: Family) -> None:
    text = files("vnplan.lexicon").joinpath("data", f"{family}.json").read_text("utf-8")
    used = {trait for row in rows(family) for trait in row.traits}
    assert used == set(json.loads(text)["meta"]["traits"])
