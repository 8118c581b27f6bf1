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
    "pdf-page-without-text": Code(
        ERROR,
        "pages {pages} are pictures without text and are missing: no OCR program is installed",
        "các trang {pages} là ảnh không có chữ nên bị thiếu: chưa cài chương trình nhận dạng chữ",
    ),
    "pdf-text-damaged": Code(
        ERROR,
        "the text layer of pages {pages} is damaged (fonts without a proper map to Unicode): do not trust its words",
        "lớp chữ của các trang {pages} bị hỏng (phông chữ thiếu bảng Unicode đúng), không nên tin các chữ đọc được",
    ),
    "pdf-page-by-ocr": Code(
        WARNING,
        "pages {pages} were read from their picture by OCR",
        "các trang {pages} được đọc từ ảnh bằng nhận dạng chữ",
    ),
    "pdf-lines-by-ocr": Code(
        WARNING,
        "lines with missing letters on pages {pages} were read from their picture by OCR",
        "các dòng thiếu chữ cái ở trang {pages} được đọc từ ảnh bằng nhận dạng chữ",
    ),
    "pdf-letters-repaired": Code(
        INFO,
        "letters that a font exchanged were put right in {count} words",
        "đã sửa các chữ cái bị phông chữ đổi sai trong {count} từ",
    ),
    "ocr-marks-restored": Code(
        INFO,
        "marks on letters that OCR lost were put back in {count} words where set phrases leave no choice",
        "đã khôi phục dấu mà nhận dạng chữ đọc sai trong {count} từ thuộc các cụm từ cố định",
    ),
    "ocr-doubtful": Code(WARNING, "OCR is not sure of {words!r}", "nhận dạng chữ không chắc về {words!r}"),
    "ocr-more-doubtful": Code(
        WARNING,
        "OCR is not sure of {count} more stretches of text",
        "nhận dạng chữ còn không chắc về {count} chỗ khác",
    ),
    "text-unclaimed": Code(
        WARNING, "{count} characters have no place in the plan", "{count} ký tự chưa được xếp vào phần nào của văn bản"
    ),
    "numbering-gap": Code(
        INFO,
        "item {label!r} follows {before!r}: a number is passed over",
        "mục {label!r} đứng sau {before!r}: thiếu số",
    ),
    "numbering-repeat": Code(
        INFO,
        "item {label!r} follows {before!r}: the number is used again",
        "mục {label!r} đứng sau {before!r}: số bị lặp lại",
    ),
    "recipients-missing": Code(INFO, "no recipients (Nơi nhận) were found", "không thấy phần Nơi nhận"),
    "end-mark-missing": Code(
        INFO,
        "the body does not end in ./. (Decree 30/2020, II.6)",
        "nội dung không kết thúc bằng ./. (Nghị định 30/2020)",
    ),
    "signer-not-deputy": Code(
        INFO,
        "{name} signs with KT. as {position!r}, which is no deputy",
        "{name} ký KT. với chức vụ {position!r} không phải cấp phó",
    ),
    "signer-without-kt": Code(
        INFO, "{name} signs as {position!r} without KT.", "{name} ký với chức vụ {position!r} nhưng không ghi KT."
    ),
    "authority-missing": Code(
        INFO,
        "a collective body ({issuer}) is signed for without TM.",
        "văn bản của cơ quan làm việc theo chế độ tập thể ({issuer}) không ghi TM.",
    ),
    "symbol-issuer-mismatch": Code(
        WARNING,
        "the symbol of {number} is not that of {issuer}",
        "ký hiệu của {number} không đúng với cơ quan ban hành {issuer}",
    ),
    "appendix-not-announced": Code(
        INFO,
        "the body does not mention the appendix (Decree 30/2020, III.1)",
        "nội dung không nhắc đến phụ lục kèm theo",
    ),
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
    "lead-conflict": Code(
        WARNING,
        "the text gives the lead to {said}, row {row} to {listed}",
        "phần lời giao {said} chủ trì, dòng {row} của bảng giao {listed}",
    ),
    "timeframe-unread": Code(INFO, "no dates can be told from {words!r}", "không suy ra được thời gian từ {words!r}"),
    "section-ambiguous": Code(
        INFO,
        "the marker {label!r} is read as {taken}; {rival} fits nearly as well",
        "ký hiệu {label!r} được hiểu là {taken_vi}; hiểu là {rival_vi} cũng gần như hợp lý",
    ),
    "control-characters": Code(INFO, "{count} control characters were left out", "đã bỏ {count} ký tự điều khiển"),
    "literal-escapes": Code(
        INFO, "{count} escapes written out as text were undone", "đã chuyển {count} mã thoát viết thành chữ"
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
    "hidden-text": Code(INFO, "{count} characters of hidden text are left out", "bỏ qua {count} ký tự ở dạng chữ ẩn"),
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
    "date-blank": Code(
        INFO, "the date is left blank or impossible: {line}", "ngày ban hành để trống hoặc không có thật: {line}"
    ),
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
    "reference-two-dates": Code(
        WARNING,
        "{key} is cited with several dates: {dates} (characters of the text)",
        "{key} được viện dẫn với nhiều ngày khác nhau: {dates} (vị trí ký tự trong văn bản)",
    ),
    "reference-impossible-date": Code(
        WARNING, "{key} is cited with a date that does not exist: {date}", "{key} ghi ngày không có thật: {date}"
    ),
    "reference-issuer-conflict": Code(
        WARNING,
        "{key} is cited as issued by {said}; its code says {code}",
        "{key} được ghi là của {said}; ký hiệu cho biết là của {code}",
    ),
    "agency-ended": Code(
        WARNING,
        "{name} is named in a document of {on}, but the body ended on {day}",
        "{name} được nêu trong văn bản ngày {on}, nhưng cơ quan này đã kết thúc hoạt động ngày {day}",
    ),
    "agency-not-yet": Code(
        WARNING,
        "{name} is named in a document of {on}, but the body began on {day}",
        "{name} được nêu trong văn bản ngày {on}, nhưng cơ quan này đến ngày {day} mới hoạt động",
    ),
}


def note(code: str, span: Span | None = None, /, *related: Span, **values: object) -> Diagnostic:
    """A diagnostic with ``code`` from :data:`CODES`; ``values`` fill its template, ``related`` are other places."""
    row = CODES[code]
    words = {name: str(value) for name, value in values.items()}
    message = row.english.format(**words)
    return Diagnostic(code=code, severity=row.severity, message=message, span=span, related=related, values=words)


def vietnamese(diagnostic: Diagnostic) -> str:
    """The message of ``diagnostic`` in Vietnamese; the English one where the code is of a newer version."""
    row = CODES.get(diagnostic.code)
    return row.vietnamese.format(**diagnostic.values) if row else diagnostic.message
