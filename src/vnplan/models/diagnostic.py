"""Trouble as a value: what was odd, missing or in doubt in a document that could be read."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from vnplan.models.base import Model, RawWord, Span


class Severity(StrEnum):
    """How much a reader of the plan should care."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class DiagnosticCode(StrEnum):
    """What is remarked; :data:`vnplan.diagnostics.CODES` has severity and words of each."""

    PDF_PAGE_WITHOUT_TEXT = "pdf-page-without-text"
    PDF_TEXT_DAMAGED = "pdf-text-damaged"
    PDF_PAGE_NOT_READ = "pdf-page-not-read"
    PDF_PAGE_BY_OCR = "pdf-page-by-ocr"
    PDF_LINES_BY_OCR = "pdf-lines-by-ocr"
    PDF_LETTERS_REPAIRED = "pdf-letters-repaired"
    OCR_MARKS_RESTORED = "ocr-marks-restored"
    OCR_DOUBTFUL = "ocr-doubtful"
    OCR_MORE_DOUBTFUL = "ocr-more-doubtful"
    TEXT_UNCLAIMED = "text-unclaimed"
    NUMBERING_GAP = "numbering-gap"
    NUMBERING_REPEAT = "numbering-repeat"
    RECIPIENTS_MISSING = "recipients-missing"
    END_MARK_MISSING = "end-mark-missing"
    SIGNER_NOT_DEPUTY = "signer-not-deputy"
    SIGNER_WITHOUT_KT = "signer-without-kt"
    AUTHORITY_MISSING = "authority-missing"
    SYMBOL_ISSUER_MISMATCH = "symbol-issuer-mismatch"
    APPENDIX_NOT_ANNOUNCED = "appendix-not-announced"
    TABLE_RECOVERED = "table-recovered"
    TABLE_ALIGNMENT_DOUBTFUL = "table-alignment-doubtful"
    LEAD_CONFLICT = "lead-conflict"
    TIMEFRAME_UNREAD = "timeframe-unread"
    DUTY_UNREAD = "duty-unread"
    AGENCY_UNREAD = "agency-unread"
    AGENCY_UNKNOWN = "agency-unknown"
    NUMBER_UNREAD = "number-unread"
    HEADER_UNREAD = "header-unread"
    MORE_UNREAD = "more-unread"
    RELATION_ORDER = "relation-order"
    HEADING_DOUBTFUL = "heading-doubtful"
    SECTION_AMBIGUOUS = "section-ambiguous"
    CONTROL_CHARACTERS = "control-characters"
    LITERAL_ESCAPES = "literal-escapes"
    LEGACY_ENCODING = "legacy-encoding"
    CAPITALS_RESTORED = "capitals-restored"
    STRUCTURE_LOST = "structure-lost"
    TRACKED_CHANGES = "tracked-changes"
    HIDDEN_TEXT = "hidden-text"
    NESTED_TABLE = "nested-table"
    NUMBER_FORMAT_UNKNOWN = "number-format-unknown"
    PART_UNREADABLE = "part-unreadable"
    EMBEDDED_DOCUMENT = "embedded-document"
    PICTURES_NOT_READ = "pictures-not-read"
    NUMBER_MISSING = "number-missing"
    NUMBER_BLANK = "number-blank"
    DATE_MISSING = "date-missing"
    DATE_BLANK = "date-blank"
    ISSUER_MISSING = "issuer-missing"
    ISSUER_UNKNOWN = "issuer-unknown"
    TYPE_MISSING = "type-missing"
    TYPE_MISMATCH = "type-mismatch"
    TITLE_MISSING = "title-missing"
    SIGNATURE_MISSING = "signature-missing"
    EMPTY_DOCUMENT = "empty-document"
    REFERENCE_TWO_DATES = "reference-two-dates"
    REFERENCE_IMPOSSIBLE_DATE = "reference-impossible-date"
    REFERENCE_ISSUER_CONFLICT = "reference-issuer-conflict"
    AGENCY_ENDED = "agency-ended"
    AGENCY_NOT_YET = "agency-not-yet"
    OTHER = "other"
    """Of a newer version: the code is in ``code_raw``; ``message`` and ``severity`` are as written."""


class Diagnostic(Model):
    """One remark about the document."""

    code: DiagnosticCode
    code_raw: RawWord = None
    """Code of a newer version that ``code`` reads as ``other``."""
    severity: Severity
    message: str
    """In English; :func:`vnplan.diagnostics.vietnamese` gives the sentence in Vietnamese."""
    span: Span | None = None
    related: tuple[Span, ...] = ()
    """Other places that the remark is about: where the contrary is said."""
    values: dict[str, str] = Field(default_factory=dict)
    """The values named in the message, for messages in another language."""
