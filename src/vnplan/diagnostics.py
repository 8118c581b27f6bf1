"""The stable list of diagnostic codes, with their severity and their words in two languages.

A diagnostic is made by :func:`note`; the templates take named values.
"""

from __future__ import annotations

from typing import NamedTuple

from vnplan.models.base import Span
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode, Severity


class Code(NamedTuple):
    """One row of the list: severity, English and Vietnamese template."""

    severity: Severity
    english: str
    vietnamese: str


INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR

CODES: dict[DiagnosticCode, Code] = {
    DiagnosticCode.PDF_PAGE_WITHOUT_TEXT: Code(
        ERROR,
        "pages {pages} are pictures without text and are missing: no OCR program is installed",
        "các trang {pages} là ảnh không có chữ nên bị thiếu: chưa cài chương trình nhận dạng chữ",
    ),
    DiagnosticCode.PDF_TEXT_DAMAGED: Code(
        ERROR,
        "the text layer of pages {pages} is damaged (fonts without a proper map to Unicode): do not trust its words",
        "lớp chữ của các trang {pages} bị hỏng (phông chữ thiếu bảng Unicode đúng), không nên tin các chữ đọc được",
    ),
    DiagnosticCode.PDF_PAGE_NOT_READ: Code(
        ERROR,
        "pages {pages} are pictures and are missing: time was up before they were read (Limits.seconds)",
        "các trang {pages} là ảnh và bị thiếu: hết thời gian trước khi đọc xong (Limits.seconds)",
    ),
    DiagnosticCode.PDF_PAGE_BY_OCR: Code(
        WARNING,
        "pages {pages} were read from their picture by OCR",
        "các trang {pages} được đọc từ ảnh bằng nhận dạng chữ",
    ),
    DiagnosticCode.PDF_LINES_BY_OCR: Code(
        WARNING,
        "lines with missing letters on pages {pages} were read from their picture by OCR",
        "các dòng thiếu chữ cái ở trang {pages} được đọc từ ảnh bằng nhận dạng chữ",
    ),
    DiagnosticCode.PDF_LETTERS_REPAIRED: Code(
        INFO,
        "letters that a font exchanged were put right in {count} words",
        "đã sửa các chữ cái bị phông chữ đổi sai trong {count} từ",
    ),
    DiagnosticCode.OCR_MARKS_RESTORED: Code(
        INFO,
        "marks on letters that OCR lost were put back in {count} words where set phrases leave no choice",
        "đã khôi phục dấu mà nhận dạng chữ đọc sai trong {count} từ thuộc các cụm từ cố định",
    ),
    DiagnosticCode.OCR_DOUBTFUL: Code(WARNING, "OCR is not sure of {words!r}", "nhận dạng chữ không chắc về {words!r}"),
    DiagnosticCode.OCR_MORE_DOUBTFUL: Code(
        WARNING,
        "OCR is not sure of {count} more stretches of text",
        "nhận dạng chữ còn không chắc về {count} chỗ khác",
    ),
    DiagnosticCode.TEXT_UNCLAIMED: Code(
        WARNING, "{count} characters have no place in the plan", "{count} ký tự chưa được xếp vào phần nào của văn bản"
    ),
    DiagnosticCode.NUMBERING_GAP: Code(
        INFO,
        "item {label!r} follows {before!r}: a number is passed over",
        "mục {label!r} đứng sau {before!r}: thiếu số",
    ),
    DiagnosticCode.NUMBERING_REPEAT: Code(
        INFO,
        "item {label!r} follows {before!r}: the number is used again",
        "mục {label!r} đứng sau {before!r}: số bị lặp lại",
    ),
    DiagnosticCode.RECIPIENTS_MISSING: Code(INFO, "no recipients (Nơi nhận) were found", "không thấy phần Nơi nhận"),
    DiagnosticCode.END_MARK_MISSING: Code(
        INFO,
        "the body does not end in ./. (Decree 30/2020, II.6)",
        "nội dung không kết thúc bằng ./. (Nghị định 30/2020)",
    ),
    DiagnosticCode.SIGNER_NOT_DEPUTY: Code(
        INFO,
        "{name} signs with KT. as {position!r}, which is no deputy",
        "{name} ký KT. với chức vụ {position!r} không phải cấp phó",
    ),
    DiagnosticCode.SIGNER_WITHOUT_KT: Code(
        INFO, "{name} signs as {position!r} without KT.", "{name} ký với chức vụ {position!r} nhưng không ghi KT."
    ),
    DiagnosticCode.AUTHORITY_MISSING: Code(
        INFO,
        "a collective body ({issuer}) is signed for without TM.",
        "văn bản của cơ quan làm việc theo chế độ tập thể ({issuer}) không ghi TM.",
    ),
    DiagnosticCode.SYMBOL_ISSUER_MISMATCH: Code(
        WARNING,
        "the symbol of {number} is not that of {issuer}",
        "ký hiệu của {number} không đúng với cơ quan ban hành {issuer}",
    ),
    DiagnosticCode.APPENDIX_NOT_ANNOUNCED: Code(
        INFO,
        "the body does not mention the appendix (Decree 30/2020, III.1)",
        "nội dung không nhắc đến phụ lục kèm theo",
    ),
    DiagnosticCode.TABLE_RECOVERED: Code(
        INFO,
        "table {table} was put back from cells printed one below the other: {rows} rows",
        "bảng {table} được dựng lại từ các ô in nối tiếp nhau: {rows} dòng",
    ),
    DiagnosticCode.TABLE_ALIGNMENT_DOUBTFUL: Code(
        WARNING,
        "row {row} of table {table} could not be put back in its columns with certainty",
        "chưa chắc các ô của dòng {row} trong bảng {table} nằm đúng cột",
    ),
    DiagnosticCode.LEAD_CONFLICT: Code(
        WARNING,
        "the text gives the lead to {said}, row {row} to {listed}",
        "phần lời giao {said} chủ trì, dòng {row} của bảng giao {listed}",
    ),
    DiagnosticCode.TIMEFRAME_UNREAD: Code(
        INFO, "no dates can be told from {words!r}", "không suy ra được thời gian từ {words!r}"
    ),
    DiagnosticCode.DUTY_UNREAD: Code(
        INFO,
        "a task was expected: these words hand out work, but none was read: {words!r}",
        "lẽ ra có nhiệm vụ: câu này giao việc nhưng chưa nhận ra nhiệm vụ nào: {words!r}",
    ),
    DiagnosticCode.AGENCY_UNREAD: Code(
        INFO,
        "an agency was expected in this cell; no agency claims the words {words!r}",
        "ô này lẽ ra ghi tên cơ quan; chưa rõ {words!r} là cơ quan nào",
    ),
    DiagnosticCode.AGENCY_UNKNOWN: Code(
        INFO,
        "an agency of the registry was expected: {words!r} is not in it, and may be cut off",
        "lẽ ra là cơ quan có trong danh mục: {words!r} chưa có, có thể tên bị cắt",
    ),
    DiagnosticCode.NUMBER_UNREAD: Code(
        INFO,
        "a cited document was expected: {words!r} is shaped like a document number, but was not read as a citation",
        "lẽ ra là văn bản viện dẫn: {words!r} giống số, ký hiệu văn bản nhưng chưa được đọc",
    ),
    DiagnosticCode.HEADER_UNREAD: Code(
        INFO,
        "number or date of the document was expected: this line looks like one and was not read: {words!r}",
        "lẽ ra là số, ký hiệu hoặc ngày ban hành: dòng này chưa được đọc: {words!r}",
    ),
    DiagnosticCode.RELATION_ORDER: Code(
        WARNING,
        "an earlier document was expected: {earlier} of {on} {relation} {later} of {day}, which is later",
        "lẽ ra là văn bản ban hành trước: {earlier} ngày {on} lại {relation_vi} {later} ngày {day} ban hành sau",
    ),
    DiagnosticCode.MORE_UNREAD: Code(
        INFO,
        "{count} more places that were not understood, of the kind {code}",
        "còn {count} chỗ khác chưa hiểu được, cùng loại {code}",
    ),
    DiagnosticCode.HEADING_DOUBTFUL: Code(
        INFO,
        "a heading was expected: {label!r} is read as plain text; {rival} fits nearly as well",
        "lẽ ra là đề mục: {label!r} được đọc là chữ trong câu; hiểu là {rival_vi} cũng gần như hợp lý",
    ),
    DiagnosticCode.SECTION_AMBIGUOUS: Code(
        INFO,
        "the marker {label!r} is read as {taken}; {rival} fits nearly as well",
        "ký hiệu {label!r} được hiểu là {taken_vi}; hiểu là {rival_vi} cũng gần như hợp lý",
    ),
    DiagnosticCode.CONTROL_CHARACTERS: Code(
        INFO, "{count} control characters were left out", "đã bỏ {count} ký tự điều khiển"
    ),
    DiagnosticCode.LITERAL_ESCAPES: Code(
        INFO, "{count} escapes written out as text were undone", "đã chuyển {count} mã thoát viết thành chữ"
    ),
    DiagnosticCode.LEGACY_ENCODING: Code(
        INFO,
        "{lines} lines in the font encoding {encoding} were decoded",
        "đã chuyển {lines} dòng viết bằng bảng mã {encoding} sang Unicode",
    ),
    DiagnosticCode.CAPITALS_RESTORED: Code(
        WARNING,
        "TCVN3 has no capitals with tones: they were put back in {count} words, others may still be small",
        "TCVN3 không có chữ hoa mang dấu thanh: đã khôi phục trong {count} từ, chỗ khác có thể vẫn là chữ thường",
    ),
    DiagnosticCode.STRUCTURE_LOST: Code(
        WARNING,
        "tables and automatic numbers were lost: the file was read as plain text by {program}",
        "bảng và số thứ tự tự động bị mất vì tệp được đọc dưới dạng chữ thuần bằng {program}",
    ),
    DiagnosticCode.TRACKED_CHANGES: Code(
        INFO,
        "tracked changes are read as accepted: {inserted} insertions kept, {deleted} deletions left out",
        "các thay đổi được theo dõi coi như đã chấp nhận: giữ {inserted} chỗ thêm, bỏ {deleted} chỗ xóa",
    ),
    DiagnosticCode.HIDDEN_TEXT: Code(
        INFO, "{count} characters of hidden text are left out", "bỏ qua {count} ký tự ở dạng chữ ẩn"
    ),
    DiagnosticCode.NESTED_TABLE: Code(
        INFO,
        "a table inside a cell is read as paragraphs of the cell",
        "bảng nằm trong ô được đọc thành các đoạn của ô",
    ),
    DiagnosticCode.NUMBER_FORMAT_UNKNOWN: Code(
        WARNING,
        "automatic numbers of the format {format!r} are written as decimal numbers",
        "số thứ tự tự động theo dạng {format!r} được ghi bằng chữ số thường",
    ),
    DiagnosticCode.PART_UNREADABLE: Code(
        WARNING, "the part {part} of the file is left out: {reason}", "bỏ qua thành phần {part} của tệp: {reason}"
    ),
    DiagnosticCode.EMBEDDED_DOCUMENT: Code(
        WARNING, "{count} embedded documents are not read", "chưa đọc {count} văn bản nhúng trong tệp"
    ),
    DiagnosticCode.PICTURES_NOT_READ: Code(
        INFO,
        "{count} pictures are not read; words in them are missing from the text",
        "chưa đọc {count} hình ảnh; chữ trong hình không có trong văn bản",
    ),
    DiagnosticCode.NUMBER_MISSING: Code(
        INFO, "no number line (số, ký hiệu) was found", "không tìm thấy số, ký hiệu văn bản"
    ),
    DiagnosticCode.NUMBER_BLANK: Code(INFO, "the number is left blank: {line}", "số văn bản để trống: {line}"),
    DiagnosticCode.DATE_MISSING: Code(
        INFO, "no line with place and date was found", "không tìm thấy địa danh, ngày tháng ban hành"
    ),
    DiagnosticCode.DATE_BLANK: Code(
        INFO, "the date is left blank or impossible: {line}", "ngày ban hành để trống hoặc không có thật: {line}"
    ),
    DiagnosticCode.ISSUER_MISSING: Code(WARNING, "no issuing body was found", "không tìm thấy tên cơ quan ban hành"),
    DiagnosticCode.ISSUER_UNKNOWN: Code(
        INFO, "the issuing body is not in the registry: {name}", "cơ quan ban hành chưa có trong danh mục: {name}"
    ),
    DiagnosticCode.TYPE_MISSING: Code(WARNING, "no type of document was found", "không tìm thấy tên loại văn bản"),
    DiagnosticCode.TYPE_MISMATCH: Code(
        WARNING,
        "the type line says {type}, the number {number}",
        "tên loại ghi {type}, số ký hiệu ghi {number}",
    ),
    DiagnosticCode.TITLE_MISSING: Code(WARNING, "no title (trích yếu) was found", "không tìm thấy trích yếu nội dung"),
    DiagnosticCode.SIGNATURE_MISSING: Code(INFO, "no signature was found", "không tìm thấy phần ký"),
    DiagnosticCode.EMPTY_DOCUMENT: Code(WARNING, "the document holds no visible text", "văn bản không có chữ nào"),
    DiagnosticCode.REFERENCE_TWO_DATES: Code(
        WARNING,
        "{key} is cited with several dates: {dates} (characters of the text)",
        "{key} được viện dẫn với nhiều ngày khác nhau: {dates} (vị trí ký tự trong văn bản)",
    ),
    DiagnosticCode.REFERENCE_IMPOSSIBLE_DATE: Code(
        WARNING, "{key} is cited with a date that does not exist: {date}", "{key} ghi ngày không có thật: {date}"
    ),
    DiagnosticCode.REFERENCE_ISSUER_CONFLICT: Code(
        WARNING,
        "{key} is cited as issued by {said}; its code says {code}",
        "{key} được ghi là của {said}; ký hiệu cho biết là của {code}",
    ),
    DiagnosticCode.AGENCY_ENDED: Code(
        WARNING,
        "{name} is named in a document of {on}, but the body ended on {day}",
        "{name} được nêu trong văn bản ngày {on}, nhưng cơ quan này đã kết thúc hoạt động ngày {day}",
    ),
    DiagnosticCode.AGENCY_NOT_YET: Code(
        WARNING,
        "{name} is named in a document of {on}, but the body began on {day}",
        "{name} được nêu trong văn bản ngày {on}, nhưng cơ quan này đến ngày {day} mới hoạt động",
    ),
}


def note(code: DiagnosticCode, span: Span | None = None, /, *related: Span, **values: object) -> Diagnostic:
    """A diagnostic with ``code`` from :data:`CODES`; ``values`` fill its template, ``related`` are other places."""
    row = CODES[code]
    words = {name: str(value) for name, value in values.items()}
    message = row.english.format(**words)
    return Diagnostic(code=code, severity=row.severity, message=message, span=span, related=related, values=words)


def vietnamese(diagnostic: Diagnostic) -> str:
    """The message of ``diagnostic`` in Vietnamese; the English one where the code is of a newer version."""
    row = CODES.get(diagnostic.code)
    return row.vietnamese.format(**diagnostic.values) if row else diagnostic.message
