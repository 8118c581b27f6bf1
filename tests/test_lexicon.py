"""The lexicon: its data is checked, and every row is read in every context that it declares, end to end.

A family joins the matrix with one entry a context in :data:`TEMPLATES`: a function that takes a row, writes a small
document around the row's example, parses it and says what a reader must find there.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest

import vnplan
from vnplan.lexicon.load import LexiconError, read, rows
from vnplan.lexicon.rows import Context, Family, Row
from vnplan.document import PlanDocument
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


Template = Callable[[Row], bool]
TEMPLATES: dict[tuple[Family, Context], Template] = {
    (Family.AGENCY_NOUN, Context.HEADING): in_heading,
    (Family.AGENCY_NOUN, Context.CELL): in_cell,
    (Family.AGENCY_NOUN, Context.LABEL): in_label,
    (Family.AGENCY_NOUN, Context.PROSE): in_prose,
    (Family.AGENCY_NOUN, Context.LETTERHEAD): in_letterhead,
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
