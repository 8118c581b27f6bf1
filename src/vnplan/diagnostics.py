"""The stable list of diagnostic codes, with their severity and their words in two languages.

A diagnostic is made by :func:`note`; the templates take named values.
"""

from __future__ import annotations

from typing import NamedTuple

from vnplan.models.base import Span
from vnplan.models.diagnostic import Diagnostic, Severity


class Code(NamedTuple):
    """One row of the list: severity, English and Vietnamese template."""

    severity: Severity
    english: str
    vietnamese: str


INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR

CODES: dict[str, Code] = {
    "table-recovered": Code(
        INFO,
        "table {table} was put back from cells printed one below the other: {rows} rows",
        "bảng {table} được dựng lại từ các ô in nối tiếp nhau: {rows} dòng",
    ),
    "table-alignment-doubtful": Code(
        WARNING,
        "row {row} of table {table} could not be put back in its columns with certainty",
        "chưa chắc các ô của dòng {row} trong bảng {table} nằm đúng cột",
    ),
    "timeframe-unread": Code(
        INFO, "no dates can be told from {words!r}", "không suy ra được thời gian từ {words!r}"
    ),
    "section-ambiguous": Code(
        INFO,
        "the marker {label!r} can be read in two ways that fit nearly as well",
        "ký hiệu {label!r} có thể hiểu theo hai cách gần như ngang nhau",
    ),
    "legacy-encoding": Code(
        INFO,
        "{lines} lines in the font encoding {encoding} were decoded",
        "đã chuyển {lines} dòng viết bằng bảng mã {encoding} sang Unicode",
    ),
    "structure-lost": Code(
        WARNING,
        "tables and automatic numbers were lost: the file was read as plain text by {program}",
        "bảng và số thứ tự tự động bị mất vì tệp được đọc dưới dạng chữ thuần bằng {program}",
    ),
    "tracked-changes": Code(
        INFO,
        "tracked changes are read as accepted: {inserted} insertions kept, {deleted} deletions left out",
        "các thay đổi được theo dõi coi như đã chấp nhận: giữ {inserted} chỗ thêm, bỏ {deleted} chỗ xóa",
    ),
    "hidden-text": Code(
        INFO, "{count} characters of hidden text are left out", "bỏ qua {count} ký tự ở dạng chữ ẩn"
    ),
    "nested-table": Code(
        INFO,
        "a table inside a cell is read as paragraphs of the cell",
        "bảng nằm trong ô được đọc thành các đoạn của ô",
    ),
    "number-format-unknown": Code(
        WARNING,
        "automatic numbers of the format {format!r} are written as decimal numbers",
        "số thứ tự tự động theo dạng {format!r} được ghi bằng chữ số thường",
    ),
    "part-unreadable": Code(
        WARNING, "the part {part} of the file is left out: {reason}", "bỏ qua thành phần {part} của tệp: {reason}"
    ),
    "embedded-document": Code(
        WARNING, "{count} embedded documents are not read", "chưa đọc {count} văn bản nhúng trong tệp"
    ),
    "pictures-not-read": Code(
        INFO,
        "{count} pictures are not read; words in them are missing from the text",
        "chưa đọc {count} hình ảnh; chữ trong hình không có trong văn bản",
    ),
    "number-missing": Code(INFO, "no number line (số, ký hiệu) was found", "không tìm thấy số, ký hiệu văn bản"),
    "number-blank": Code(INFO, "the number is left blank: {line}", "số văn bản để trống: {line}"),
    "date-missing": Code(INFO, "no line with place and date was found", "không tìm thấy địa danh, ngày tháng ban hành"),
    "date-blank": Code(INFO, "the date is left blank or impossible: {line}", "ngày ban hành để trống hoặc không có thật: {line}"),
    "issuer-missing": Code(WARNING, "no issuing body was found", "không tìm thấy tên cơ quan ban hành"),
    "issuer-unknown": Code(
        INFO, "the issuing body is not in the registry: {name}", "cơ quan ban hành chưa có trong danh mục: {name}"
    ),
    "type-missing": Code(WARNING, "no type of document was found", "không tìm thấy tên loại văn bản"),
    "type-mismatch": Code(
        WARNING,
        "the type line says {type}, the number {number}",
        "tên loại ghi {type}, số ký hiệu ghi {number}",
    ),
    "title-missing": Code(WARNING, "no title (trích yếu) was found", "không tìm thấy trích yếu nội dung"),
    "signature-missing": Code(INFO, "no signature was found", "không tìm thấy phần ký"),
    "empty-document": Code(WARNING, "the document holds no visible text", "văn bản không có chữ nào"),
}


def note(code: str, span: Span | None = None, /, **values: object) -> Diagnostic:
    """A diagnostic with ``code`` from :data:`CODES`; ``values`` fill its template."""
    row = CODES[code]
    words = {name: str(value) for name, value in values.items()}
    return Diagnostic(
        code=code, severity=row.severity, message=row.english.format(**words), span=span, values=words
    )


def vietnamese(diagnostic: Diagnostic) -> str:
    """The message of ``diagnostic`` in Vietnamese; the English one where the code is of a newer version."""
    row = CODES.get(diagnostic.code)
    return row.vietnamese.format(**diagnostic.values) if row else diagnostic.message
