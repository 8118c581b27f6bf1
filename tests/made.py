"""Plans made by hand, without the parser: what the tests of the upper layers stand on."""

import io
from datetime import date

from vnplan.document import PlanDocument
from vnplan.export.outputs import Style, Subject, for_file
from vnplan.models.agency import AgencyRef
from vnplan.models.base import Span
from vnplan.models.citation import Citation, Reference
from vnplan.models.diagnostic import Diagnostic
from vnplan.models.header import DocumentNumber, Header, Signer
from vnplan.models.money import Amount, BudgetLine
from vnplan.models.section import Section
from vnplan.models.source import Source
from vnplan.models.table import Cell, Column, Row, Table
from vnplan.models.target import Target, TargetValue
from vnplan.models.task import Task, TimeFrame

TEXT = """Số: 31/KH-UBND
Kế hoạch triển khai Quyết định số 77/QĐ-TTg ban hành Chương trình thực hiện Kết luận số 9-KL/TW
I. MỤC ĐÍCH
Làm việc tốt.
1. Lập bản đồ số theo Quyết định số 77/QĐ-TTg | Sở Y tế | Sở LĐTBXH | Sau khi có hướng dẫn của Bộ Y tế
2. Họp tổng kết | UBND các huyện | | Năm 2023
"""


def at(words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def body(words, name, identity, nth=0, **more):
    return AgencyRef(raw=words, name=name, id=identity, span=at(words, nth), **more)


PROVINCE = {"level": "province", "province": "Bắc Giang"}
HEALTH = body("Sở Y tế", "Sở Y tế", "agency:so-y-te@bac-giang", **PROVINCE)
LABOUR = body(
    "Sở LĐTBXH",
    "Sở Lao động - Thương binh và Xã hội",
    "agency:so-lao-dong-thuong-binh-xa-hoi@bac-giang",
    **PROVINCE,
)
MINISTRY = body("Bộ Y tế", "Bộ Y tế", "agency:bo-y-te", level="central")
DISTRICTS = body("UBND các huyện", "UBND các huyện", None, level="district", collective=True)
ISSUER = AgencyRef(
    raw="UBND", name="Ủy ban nhân dân tỉnh Bắc Giang", id="agency:ubnd-tinh-bac-giang@bac-giang", **PROVINCE
)


def number(key):
    return DocumentNumber(raw=key, key=key, serial=key.partition("/")[0].partition("-")[0])


def made_plan(key="31/KH-UBND", day=date(2022, 3, 4), name="made.txt", party_year="?"):
    plan_id = f"plan:bac-giang/{day.year}/{key}"
    decision, party = "document:2021/77/QĐ-TTg", f"document:{party_year}/9-KL/TW"
    citations = (
        Citation(
            span=at("Quyết định số 77/QĐ-TTg"), text="Quyết định số 77/QĐ-TTg", key="77/QĐ-TTg", kind="numbered",
            zone="title", relation="implements", cue="triển khai",
        ),
        Citation(
            span=at("Kết luận số 9-KL/TW"), text="Kết luận số 9-KL/TW", key="9-KL/TW", kind="numbered", zone="title",
            parent=0, relation="implements", cue="thực hiện",
        ),
        Citation(
            span=at("Quyết định số 77/QĐ-TTg", 1), text="Quyết định số 77/QĐ-TTg", key="77/QĐ-TTg", kind="numbered",
            zone="attachment", relation="follows", cue="theo",
        ),
    )  # fmt: skip
    first, last = at("1. Lập"), at("2. Họp")
    tasks = (
        Task(
            id=f"{plan_id}#T1/1", origin="table", zone="attachment", no="1", group="I", group_title="Số hóa",
            title="Lập bản đồ số", lead=(HEALTH,), coordinating=(LABOUR,), approver=(ISSUER,),
            outputs=("Bản đồ",), outputs_raw="Bản đồ", references=("77/QĐ-TTg",), table="T1", section="I.-1",
            timeframe=TimeFrame(
                raw="Sau khi có hướng dẫn của Bộ Y tế", kind="triggered", trigger="Sau khi có hướng dẫn của Bộ Y tế"
            ),
            span=Span(first.start, last.start - 1),
        ),
        Task(
            id=f"{plan_id}#T1/2", origin="table", zone="attachment", no="2", title="Họp tổng kết",
            assignees=(DISTRICTS,), table="T1", section="I",
            timeframe=TimeFrame(
                raw="Năm 2023", kind="year", start=date(2023, 1, 1), end=date(2023, 12, 31), years=(2023,)
            ),
            span=Span(last.start, len(TEXT) - 1),
        ),
    )  # fmt: skip
    place = at("Lập bản đồ số")
    targets = (
        Target(
            id="T1/1", no="1", title="Bản đồ số", unit="bản đồ", lead=(HEALTH,), table="T1", span=place,
            values=(TargetValue(column="Năm 2023", raw="2", value=2, span=place),),
        ),
    )  # fmt: skip
    budgets = (
        BudgetLine(
            id="T1/1", no="1", title="Lập bản đồ số", table="T1", span=place,
            amounts=(Amount(raw="5 triệu đồng", dong=5_000_000, unit="triệu đồng", column="Kinh phí", span=place),),
        ),
    )  # fmt: skip
    heading = at("I. MỤC ĐÍCH")
    whole = Span(heading.start, first.start)
    bullet = Section(
        id="I.-1", label="-", kind="bullet", level=2, heading="Làm việc tốt.", text="Làm việc tốt.",
        span=at("Làm việc tốt."),
    )  # fmt: skip
    section = Section(
        id="I", label="I", kind="roman", level=1, heading="MỤC ĐÍCH", text="MỤC ĐÍCH", span=whole, children=(bullet,)
    )
    return PlanDocument(
        source=Source(name=name, media_type="text/plain", sha256="ab" * 32, reader="plain", chars=len(TEXT)),
        text=TEXT,
        header=Header(
            issuer=ISSUER, number=number(key), title="Triển khai Quyết định", date=day, province="Bắc Giang",
            signers=(Signer(name="Đỗ Văn Thử", position="CHỦ TỊCH"),),
        ),
        sections=(section,),
        tables=(made_table(),),
        citations=citations,
        references=(
            Reference(
                id=decision, key="77/QĐ-TTg", kind="numbered", doc_type="QĐ", date=date(2021, 5, 6),
                issuer="Thủ tướng Chính phủ", relations=("implements",), mentions=(0, 2),
            ),
            Reference(id=party, key="9-KL/TW", kind="numbered", doc_type="KL", mentions=(1,)),
        ),
        agencies=(HEALTH, LABOUR, MINISTRY, DISTRICTS),
        tasks=tasks, targets=targets, budgets=budgets,
        diagnostics=(Diagnostic(code="empty-document", severity="warning", message="made up", span=heading),),
    )  # fmt: skip


def cell(row, column, text, **more):
    return Cell(text=text, spans=(), row=row, column=column, **more)


def made_table():
    """Two data rows that share one lead agency, under a group row."""
    return Table(
        id="T1",
        caption="Phân công",
        role="assignment",
        columns=(Column(heading="TT", role="stt"), Column(heading="Việc", role="task"), Column(heading="Việc")),
        rows=(
            Row(kind="header", cells=(cell(0, 0, "TT"), cell(0, 1, "Việc"), cell(0, 2, "Việc"))),
            Row(kind="group", cells=(cell(1, 0, "I"), cell(1, 1, "Số hóa", column_span=2))),
            Row(kind="data", cells=(cell(2, 0, "1"), cell(2, 1, "Lập"), cell(2, 2, "Sở Y tế", row_span=2))),
            Row(kind="data", cells=(cell(3, 0, "2"), cell(3, 1, ""))),
        ),
        span=Span(0, 1),
    )


def graph_file(graph, name):
    """The bytes of a graph as the file ``name`` would hold them."""
    out = io.BytesIO()
    for_file(Subject.GRAPH, name).load()(graph, out, Style())
    return out.getvalue()
