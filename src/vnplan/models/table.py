"""Tables of data; letterheads and signature blocks laid out as tables are not here."""

from __future__ import annotations

from enum import StrEnum

from vnplan.models.base import Model, RawWord, Span


class TableRole(StrEnum):
    """What a table is for."""

    ASSIGNMENT = "assignment"
    TARGET = "target"
    BUDGET = "budget"
    OTHER = "other"
    """None of these; of a newer version where ``role_raw`` holds its word."""


class ColumnRole(StrEnum):
    """What the cells of a column say."""

    ORDINAL = "stt"
    """Số thứ tự."""
    TASK = "task"
    """Nội dung, nhiệm vụ."""
    PART = "part"
    """The group that the row belongs to: Nhóm nhiệm vụ, Lĩnh vực."""
    GROUP = "group"
    """A column of groups before that of the tasks in them."""
    LEAD = "lead"
    """Cơ quan chủ trì."""
    COORDINATING = "coordinating"
    """Cơ quan phối hợp."""
    LEAD_AND_COORDINATING = "lead_and_coordinating"
    """Both in one cell."""
    IN_CHARGE = "in_charge"
    """A person or agency that watches over the work: Phụ trách, Theo dõi."""
    BODY = "body"
    """The heading names an agency; the cells mark its part (``CT``, ``PH``, ``x``)."""
    TIME = "time"
    """Thời gian thực hiện."""
    APPROVER = "approver"
    """Cấp trình, cấp phê duyệt."""
    OUTPUT = "output"
    """Sản phẩm, kết quả."""
    BUDGET = "budget"
    """Kinh phí."""
    TARGET = "target"
    """Chỉ tiêu."""
    UNIT = "unit"
    """Đơn vị tính."""
    LOCATION = "location"
    """Địa điểm."""
    AUDIENCE = "audience"
    """Đối tượng."""
    BASIS = "basis"
    """Căn cứ."""
    NOTE = "note"
    """Ghi chú."""
    OTHER = "other"
    """Of a newer version: the word is in ``role_raw``."""


class RowKind(StrEnum):
    """What a row is."""

    HEADER = "header"
    GROUP = "group"
    DATA = "data"
    TOTAL = "total"


class Column(Model):
    """One column."""

    heading: str
    role: ColumnRole | None = None
    """``None`` where the heading tells none."""
    role_raw: RawWord = None
    """Word of a newer version that ``role`` reads as ``other``."""


class Cell(Model):
    """One cell at its origin; a merged cell stands once, with its spans in rows and columns."""

    text: str
    """Paragraphs joined by a line feed, line wraps undone."""
    spans: tuple[Span, ...]
    """Where its words stand, in reading order; empty for an empty cell."""
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


class Row(Model):
    """One row, its cells from left to right."""

    kind: RowKind
    cells: tuple[Cell, ...]


class Table(Model):
    """One table, stitched over page breaks."""

    id: str
    """``T1``, ``T2``, ... in document order."""
    caption: str | None = None
    role: TableRole = TableRole.OTHER
    role_raw: RawWord = None
    """Word of a newer version that ``role`` reads as ``other``."""
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    span: Span
