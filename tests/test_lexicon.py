"""The lexicon: its data is checked, and every row is read in every context that it declares, end to end.

A family joins the matrix with one entry a context in :data:`TEMPLATES`: a function that takes a row, writes a small
document around the row's example, parses it and says what a reader must find there. Rows that a single grammar reads
are proved beside it, by the tests that :data:`ELSEWHERE` names; together they reach every row in every context.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.resources import files
from typing import Any

import pytest

import vnplan
from vnplan.document import PlanDocument
from vnplan.lexicon.load import LexiconError, read_rows, rows
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


GIVEN = "II. TỔ CHỨC THỰC HIỆN\n\n1. Giao {} chủ trì xây dựng phương án sắp xếp chợ.\n"
LABELLED = (
    "II. NHIỆM VỤ\n\n1. Lập danh mục chợ nông thôn\n\n- Cơ quan chủ trì: {}.\n\n- Thời gian hoàn thành: Tháng 6/2024.\n"
)


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
    plan = parsed(GIVEN.format(row.example))
    return begins(row, said(plan, list(plan.tasks)))


def in_label(row: Row) -> bool:
    plan = parsed(LABELLED.format(row.example))
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
    plan = parsed(GIVEN.format(row.example))
    return "heads" not in row.traits or begins(row, said(plan, list(plan.tasks)))


def names_a_unit(row: Row) -> bool:
    """``UBND <level word> Minh Châu`` is one committee, its level word in its name."""
    plan = parsed(f"II. TỔ CHỨC THỰC HIỆN\n\n1. UBND {row.example} xây dựng phương án sắp xếp chợ.\n")
    return any(agency.raw == f"UBND {row.example}" for task in plan.tasks for agency in task.assignees)


Template = Callable[[Row], bool]


def speaks(place: Callable[[Row], bool]) -> Template:
    """A title that stands for an agency is part of its mention, wherever the agency may be named."""
    return lambda row: "heads" not in row.traits or place(row)


def signs(row: Row) -> bool:
    plan = parsed("", position=row.example.upper())
    return [signer.position for signer in plan.header.signers] == [row.example.upper()]


def leads_in(place: Callable[[str], str]) -> Template:
    """``UBND <level word> Minh Châu`` leads, its level word in its name."""

    def template(row: Row) -> bool:
        plan = parsed(place(f"UBND {row.example}"))
        return f"UBND {row.example}" in [
            ref.raw.rstrip(".") for task in plan.tasks for ref in (*task.assignees, *task.lead)
        ]

    return template


def issues(row: Row) -> bool:
    plan = parsed("", parent="TỈNH HẢI DƯƠNG", issuer=f"UBND {row.example}".upper())
    issuer = plan.header.issuer
    return issuer is not None and fold_case(issuer.raw) == fold_case(f"UBND {row.example}")


TEMPLATES: dict[tuple[Family, Context], Template] = {
    (Family.AGENCY_NOUN, Context.HEADING): in_heading,
    (Family.AGENCY_NOUN, Context.CELL): in_cell,
    (Family.AGENCY_NOUN, Context.LABEL): in_label,
    (Family.AGENCY_NOUN, Context.PROSE): in_prose,
    (Family.AGENCY_NOUN, Context.LETTERHEAD): in_letterhead,
    (Family.PERSON_TITLE, Context.HEADING): speaks(in_heading),
    (Family.PERSON_TITLE, Context.CELL): speaks(in_cell),
    (Family.PERSON_TITLE, Context.LABEL): speaks(in_label),
    (Family.PERSON_TITLE, Context.PROSE): speaks_in_prose,
    (Family.PERSON_TITLE, Context.LETTERHEAD): signs,
    (Family.LEVEL, Context.HEADING): names_a_unit,
    (Family.LEVEL, Context.CELL): leads_in(lambda words: TABLE.format(words=words)),
    (Family.LEVEL, Context.LABEL): leads_in(LABELLED.format),
    (Family.LEVEL, Context.PROSE): leads_in(GIVEN.format),
    (Family.LEVEL, Context.LETTERHEAD): issues,
}
WORDS, ROLES, FORMULAS = "test_lexicon_words", "test_lexicon_roles", "test_formulas"
ELSEWHERE: dict[tuple[Family, Context | None], tuple[str, ...]] = {
    (Family.FORMULA, None): (f"{FORMULAS}.test_each_row_is_read_in_each_context",),
    (Family.ROLE, Context.COLUMN): (f"{ROLES}.test_roles_as_headings",),
    (Family.ROLE, Context.LABEL): (f"{ROLES}.test_roles_as_labels",),
    (Family.ROLE, Context.CELL): (f"{ROLES}.test_roles_as_marks", f"{WORDS}.test_cells_that_name_nobody"),
    (Family.ROLE, Context.PROSE): (
        f"{ROLES}.test_roles_in_prose",
        f"{ROLES}.test_reports_in_prose",
        f"{WORDS}.test_words_before_a_role",
    ),
    (Family.COLUMN, Context.COLUMN): (f"{ROLES}.test_columns_as_headings",),
    (Family.COLUMN, Context.LABEL): (f"{ROLES}.test_columns_as_labels",),
    (Family.COLUMN, Context.CELL): (f"{WORDS}.test_products_in_cells", f"{WORDS}.test_sums_in_cells"),
    (Family.DUTY_VERB, Context.PROSE): (
        f"{ROLES}.test_duties_begin",
        f"{ROLES}.test_clauses_stand_before_whom_a_sentence_addresses",
        f"{WORDS}.test_small_words_end_a_name",
    ),
    (Family.REQUEST, Context.PROSE): (f"{ROLES}.test_requests_address",),
    (Family.REQUEST, Context.HEADING): (f"{WORDS}.test_requests_as_headings",),
    (Family.TIME_CUE, Context.CELL): (f"{WORDS}.test_times_in_cells",),
    (Family.TIME_CUE, Context.LABEL): (f"{WORDS}.test_times_behind_labels",),
    (Family.TIME_CUE, Context.PROSE): (f"{WORDS}.test_times_in_prose",),
    (Family.TIME_CUE, Context.HEADING): (f"{WORDS}.test_times_as_headings",),
    (Family.TIME_CUE, Context.COLUMN): (f"{WORDS}.test_times_over_columns",),
    (Family.CITATION_CUE, Context.PROSE): (
        f"{WORDS}.test_subjects_begin",
        f"{WORDS}.test_subjects_end_before_who_takes_up_the_sentence",
        f"{WORDS}.test_counts_are_no_numbers_of_documents",
        f"{WORDS}.test_pinpoints",
        f"{WORDS}.test_laws_begin",
        f"{WORDS}.test_names_of_laws_end",
        f"{WORDS}.test_titles_of_programmes_end",
        f"{WORDS}.test_names_of_issuers_end",
        f"{WORDS}.test_words_in_no_name_of_an_issuer",
    ),
    (Family.MONEY_UNIT, None): (f"{WORDS}.test_units_of_money",),
    (Family.NUMBER_WORD, Context.HEADING): (f"{WORDS}.test_numbers_in_words",),
    (Family.JOINING, Context.CELL): (f"{WORDS}.test_joining_words_in_cells",),
    (Family.GROUP_WORD, Context.PROSE): (f"{WORDS}.test_groups",),
    (Family.JOINING, Context.PROSE): (f"{WORDS}.test_joining_words_in_sentences",),
}
"""Family and context (all contexts where it is ``None``) -> the tests that read its rows there, by module and name."""
MATRIX = [
    pytest.param(row, template, id=f"{family}-{context}-{row.words}")
    for (family, context), template in TEMPLATES.items()
    for row in rows(family)
    if context in row.contexts
]


@pytest.mark.parametrize(("row", "template"), MATRIX)
def test_a_row_is_read_in_every_context_that_it_declares(row: Row, template: Template) -> None:
    assert template(row)


def rows_of(name: str) -> Iterator[Row]:
    """The rows that a test is run with."""
    module, _, function = name.partition(".")
    for mark in getattr(import_module(module), function).pytestmark:
        yield from mark.args[1]


@pytest.mark.parametrize("family", Family)
def test_each_row_is_proved_in_each_context(family: Family) -> None:
    proved = {
        (row.words, row.means, where)
        for (of, context), tests in ELSEWHERE.items()
        if of is family
        for name in tests
        for row in rows_of(name)
        for where in ([context] if context else row.contexts)
    }
    declared = [(row.words, row.means, context) for row in rows(family) for context in row.contexts]
    assert declared
    assert [one for one in declared if one not in proved and (family, one[2]) not in TEMPLATES] == []


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
        read_rows(Family.AGENCY_NOUN, {"meta": META, "rows": [row]})


def test_a_row_that_stands_twice_is_refused() -> None:
    assert len(read_rows(Family.AGENCY_NOUN, {"meta": META, "rows": [GOOD]})) == 1
    with pytest.raises(LexiconError):
        read_rows(Family.AGENCY_NOUN, {"meta": META, "rows": [GOOD, GOOD]})


@pytest.mark.parametrize("family", [Family.AGENCY_NOUN, Family.PERSON_TITLE, Family.LEVEL])
def test_every_trait_of_a_file_is_explained_and_used(family: Family) -> None:
    text = files("vnplan.lexicon").joinpath("data", f"{family}.json").read_text("utf-8")
    used = {trait for row in rows(family) for trait in row.traits}
    assert used == set(json.loads(text)["meta"]["traits"])
