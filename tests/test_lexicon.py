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
from vnplan.grammar.time.cues import spell
from vnplan.lexicon.load import LexiconError, read, rows
from vnplan.lexicon.rows import Context, Family, Row
from vnplan.models.task import Task, TimeKind
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


PERSONS = """II. NHIỆM VỤ

| STT | Nhiệm vụ | Người thực hiện | Thời gian hoàn thành |
| --- | --- | --- | --- |
| 1 | Lập danh mục chợ nông thôn | {words} | Tháng 6/2024 |
| 2 | Nâng cấp chợ trung tâm | Trần Thị Mẫu | Tháng 9/2024 |
"""


def speaks_in_prose(row: Row) -> bool:
    """A title before an agency's name is part of its mention, and the agency is the one that leads."""
    if row.traits & {"heads", "prefix"}:
        return in_prose(row)
    if "signs" in row.traits:
        return cited(row)
    words = f"Giao Sở Y tế, {row.words} Giám đốc Sở Nội vụ chủ trì xây dựng phương án"
    tasks = parsed(f"II. TỔ CHỨC THỰC HIỆN\n\n1. {words}.\n").tasks
    return [[agency.name for agency in task.lead or task.assignees] for task in tasks] == [["Sở Y tế", "Sở Nội vụ"]]


def cited(row: Row) -> bool:
    """``của Thủ tướng Chính phủ`` behind a number is the issuer, or whose head it is, and no part of the subject."""
    plan = parsed(f"Căn cứ Quyết định số 12/QĐ-MC ngày 02/3/2023 của {row.example} về việc sắp xếp chợ;\n")
    said_by = [citation.issuer for citation in plan.citations if citation.title == "về việc sắp xếp chợ"]
    return any(issuer and fold_case(issuer) in fold_case(row.example) for issuer in said_by)


def stands_in_cell(row: Row) -> bool:
    """Before a person's name a title is no part of it; before an agency's name, of its mention."""
    if row.traits & {"heads", "prefix"}:
        return in_cell(row)
    plan = parsed(PERSONS.format(words=f"{row.words.capitalize()} Trần Văn Mẫu"))
    return plan.tasks[0].persons == ("Trần Văn Mẫu",)


def over_a_signature(row: Row) -> bool:
    plan = parsed("", position=row.example.upper())
    return any(begins(row, [fold_case(signer.position or "")]) for signer in plan.header.signers)


def of_units(row: Row) -> str:
    return row.example if row.traits & {"of_level"} else f"UBND {row.example}"


def whole(words: str, plan: PlanDocument) -> bool:
    return any(agency.raw == words for task in plan.tasks for agency in (*task.assignees, *task.lead))


def names_a_unit(row: Row) -> bool:
    """``UBND <level word> Minh Châu`` is one committee, its level word in its name."""
    plan = parsed(f"II. TỔ CHỨC THỰC HIỆN\n\n1. {of_units(row)}\n- Xây dựng phương án sắp xếp chợ.\n")
    return whole(of_units(row), plan)


def unit_in_prose(row: Row) -> bool:
    plan = parsed(f"II. TỔ CHỨC THỰC HIỆN\n\n1. Giao {of_units(row)} chủ trì xây dựng phương án sắp xếp chợ.\n")
    return whole(of_units(row), plan)


def unit_in_cell(row: Row) -> bool:
    return whole(of_units(row), parsed(TABLE.format(words=of_units(row))))


def unit_in_label(row: Row) -> bool:
    return whole(
        of_units(row),
        parsed(f"II. NHIỆM VỤ\n\n1. Lập danh mục chợ nông thôn\n\n- Cơ quan chủ trì: {of_units(row)}.\n"),
    )


def unit_in_letterhead(row: Row) -> bool:
    plan = parsed("", parent="ỦY BAN NHÂN DÂN", issuer=row.example.upper())
    return plan.header.issuer is not None and row.words in fold_case(plan.header.issuer.raw)


UNFIXED = ("season", "late")
"""Meanings without fixed days: no date is made of the words; a stretch of years that they cut is told whole."""


def unfixed(row: Row) -> bool:
    return row.means in UNFIXED and "giai đoạn" not in row.words


def tells(row: Row, plan: PlanDocument) -> bool:
    """Whether the words are read as a time, dated, coming back or waited for."""
    frames = [task.timeframe for task in plan.tasks if task.timeframe]
    if unfixed(row):
        return all(frame.start is None for frame in frames)
    return any(frame.kind is not TimeKind.OTHER and row.words in spell(frame.raw) for frame in frames)


TIMES = """II. NHIỆM VỤ

| STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian thực hiện |
| --- | --- | --- | --- |
| 1 | Lập danh mục chợ nông thôn | Sở Công Thương | {words} |
"""


def time_in_cell(row: Row) -> bool:
    return tells(row, parsed(TIMES.format(words=row.example)))


def time_in_label(row: Row) -> bool:
    plan = parsed(
        "II. NHIỆM VỤ\n\n1. Lập danh mục chợ nông thôn\n\n"
        f"- Cơ quan chủ trì: Sở Công Thương.\n\n- Thời gian thực hiện: {row.example}.\n"
    )
    return tells(row, plan)


def time_in_prose(row: Row) -> bool:
    """In a sentence the words tell when; of the past and of names, that no time of work is told."""
    words = row.example if row.means == "named" else row.example[:1].lower() + row.example[1:]
    plan = parsed(f"II. TỔ CHỨC THỰC HIỆN\n\n1. Sở Công Thương\n\n- Lập danh mục chợ nông thôn, {words}.\n")
    if row.means in ("past", "named"):
        return all(task.timeframe is None for task in plan.tasks)
    return tells(row, plan)


def today_in_column(row: Row) -> bool:
    table = TIMES.format(words="Quý II/2024").replace("Thời gian thực hiện", row.example)
    return [task.timeframe for task in parsed(table).tasks] == [None]


TARGETS = """II. CHỈ TIÊU

| TT | Chỉ tiêu | Đơn vị tính | Kết quả |
| --- | --- | --- | --- |
| I | {words} | | |
| 1 | Số chợ được sắp xếp | chợ | 30 |
"""


def time_in_heading(row: Row) -> bool:
    """A heading of a group that is a time gives it to the targets below; one that names a matter does not."""
    periods = [value.period for target in parsed(TARGETS.format(words=row.example)).targets for value in target.values]
    if row.means == "named" or unfixed(row):
        return all(period is None or period.start is None for period in periods)
    return periods not in ([None], [])


Template = Callable[[Row], bool]
TEMPLATES: dict[tuple[Family, Context], Template] = {
    (Family.AGENCY_NOUN, Context.HEADING): in_heading,
    (Family.AGENCY_NOUN, Context.CELL): in_cell,
    (Family.AGENCY_NOUN, Context.LABEL): in_label,
    (Family.AGENCY_NOUN, Context.PROSE): in_prose,
    (Family.AGENCY_NOUN, Context.LETTERHEAD): in_letterhead,
    (Family.PERSON_TITLE, Context.HEADING): in_heading,
    (Family.PERSON_TITLE, Context.CELL): stands_in_cell,
    (Family.PERSON_TITLE, Context.LABEL): in_label,
    (Family.PERSON_TITLE, Context.PROSE): speaks_in_prose,
    (Family.PERSON_TITLE, Context.LETTERHEAD): over_a_signature,
    (Family.LEVEL, Context.HEADING): names_a_unit,
    (Family.LEVEL, Context.CELL): unit_in_cell,
    (Family.LEVEL, Context.LABEL): unit_in_label,
    (Family.LEVEL, Context.PROSE): unit_in_prose,
    (Family.LEVEL, Context.LETTERHEAD): unit_in_letterhead,
    (Family.TIME_CUE, Context.CELL): time_in_cell,
    (Family.TIME_CUE, Context.LABEL): time_in_label,
    (Family.TIME_CUE, Context.PROSE): time_in_prose,
    (Family.TIME_CUE, Context.HEADING): time_in_heading,
    (Family.TIME_CUE, Context.COLUMN): today_in_column,
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


@pytest.mark.parametrize("family", [Family.AGENCY_NOUN, Family.PERSON_TITLE, Family.LEVEL, Family.GROUP_WORD])
def test_every_trait_of_a_file_is_explained_and_used(family: Family) -> None:
    text = files("vnplan.lexicon").joinpath("data", f"{family}.json").read_text("utf-8")
    used = {trait for row in rows(family) for trait in row.traits}
    assert used == set(json.loads(text)["meta"]["traits"])
