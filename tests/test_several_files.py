"""A plan in several files: body and appendices, each in its own format, are one document."""

from __future__ import annotations

import io

import pytest

import reader_contract
import vnplan
from docx_builder import docx, p
from pdf_builder import Sheet, build
from vnplan import readers
from vnplan.readers.limits import Limits
from vnplan.readers.several_files import join

BODY = """ỦY BAN NHÂN DÂN
TỈNH HẢI DƯƠNG

Số: 88/KH-UBND
Hải Dương, ngày 05 tháng 4 năm 2022

KẾ HOẠCH
Phát triển thư viện xã

I. MỤC ĐÍCH
1. Đưa sách về cơ sở theo Quyết định số 1983/QĐ-TTg ngày 24/11/2021 của Thủ tướng Chính phủ.
(Có Phụ lục phân công kèm theo)

Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Mẫu
"""
HEADINGS = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
ROWS = [
    ["1", "Lập danh mục sách", "Sở Văn hóa, Thể thao và Du lịch", "Sở Tài chính", "Quý II/2022"],
    ["2", "Sửa phòng đọc", "Sở Xây dựng", "UBND các huyện, thị xã, thành phố", "Năm 2022"],
]
LABEL, TITLE = "PHỤ LỤC", "PHÂN CÔNG NHIỆM VỤ"
POINTER = "(Kèm theo Kế hoạch số 88/KH-UBND ngày 05/4/2022 của UBND tỉnh)"


def as_xlsx() -> bytes:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    for line in (LABEL, TITLE, POINTER):
        sheet.append([line])
        sheet.merge_cells(start_row=sheet.max_row, start_column=1, end_row=sheet.max_row, end_column=5)
    thin = openpyxl.styles.Side(style="thin")
    for row in (HEADINGS, *ROWS):
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.border = openpyxl.styles.Border(thin, thin, thin, thin)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_docx() -> bytes:
    rows = "".join("<w:tr>" + "".join(f"<w:tc>{p(c)}</w:tc>" for c in row) + "</w:tr>" for row in (HEADINGS, *ROWS))
    return docx(p(LABEL) + p(TITLE) + p(POINTER) + f"<w:tbl>{rows}</w:tbl>" + p(""))


def as_pdf() -> bytes:
    xs, ys = [40, 80, 200, 330, 460, 555], [140, 170, 210, 250]
    sheet = Sheet().text(260, 60, LABEL).text(220, 80, TITLE).text(90, 100, POINTER).grid(xs, ys)
    for y, row in zip(ys, (HEADINGS, *ROWS), strict=False):
        sheet.row(
            xs, y, [cell.replace(", Thể thao", ",|Thể thao").replace(" các huyện", "|các huyện") for cell in row], 8
        )
    return build(sheet)


def as_html() -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in (HEADINGS, *ROWS))
    head = "".join(f"<p align=center><b>{line}</b></p>" for line in (LABEL, TITLE, POINTER))
    return f"<html><meta charset=utf-8>{head}<table border=1>{rows}</table>".encode()


@pytest.mark.parametrize("appendix", [as_xlsx, as_docx, as_pdf, as_html], ids=lambda make: make.__name__)
def test_an_appendix_in_a_file_of_its_own_is_part_of_the_plan(appendix):
    plan = vnplan.parse([BODY.encode(), appendix()])
    assert plan.header.number.key == "88/KH-UBND"
    assert [r.key for r in plan.references] == ["1983/QĐ-TTg"]
    (attached,) = plan.attachments
    assert (attached.kind, attached.label, attached.title) == ("appendix", LABEL, TITLE)
    assert attached.attached_to == "88/KH-UBND"
    tasks = [task for task in plan.tasks if task.origin == "table"]
    assert [(t.no, t.title, [b.name for b in t.lead]) for t in tasks] == [(r[0], r[1], [r[2]]) for r in ROWS]
    assert [t.timeframe.end.isoformat() for t in tasks] == ["2022-06-30", "2022-12-31"]
    (place, *_) = plan.locate(tasks[0].span)
    assert place.file == 1


def test_files_joined_keep_the_reader_contract():
    parts = (("a.txt", BODY.encode()), ("b.pdf", as_pdf()), ("c.docx", as_docx()), ("d.html", as_html()))
    whole = join(tuple(readers.read(data, name, Limits()) for name, data in parts))
    reader_contract.check(whole)
    assert whole.source.name == "a.txt + b.pdf + c.docx + d.html"
    assert whole.source.pages == 1


def test_a_bad_file_among_several_is_named(tmp_path):
    (tmp_path / "body.txt").write_text(BODY, "utf-8")
    (tmp_path / "appendix.pdf").write_bytes(b"%PDF-1.7\n")
    with pytest.raises(vnplan.CorruptDocument, match=r"appendix\.pdf"):
        vnplan.parse([tmp_path / "body.txt", tmp_path / "appendix.pdf"])
