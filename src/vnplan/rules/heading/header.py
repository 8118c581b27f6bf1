"""The header: what letterhead and closing block of the main document say."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from vnplan.diagnostics import note
from vnplan.gazetteer import doc_types
from vnplan.grammar.citations.document_numbers import read_number
from vnplan.grammar.letter.roles import PieceRole
from vnplan.grammar.time.dates import read_date
from vnplan.mentions.agencies import normalize_agency
from vnplan.models.agency import AgencyRef
from vnplan.models.diagnostic import DiagnosticCode
from vnplan.models.header import DocType, DocumentNumber, Header
from vnplan.outline.shapes import Outline, PartKind, Piece
from vnplan.rules.findings import Findings
from vnplan.rules.heading import issuer, printed_words, signers
from vnplan.rules.heading.reading import HeaderReading
from vnplan.setting import Setting
from vnplan.text.search_text import SearchText
from vnplan.text.view import fold_space

_DAY_WORD = re.compile(r"[\s,.;]*ng\s?ày\b", re.IGNORECASE)


# "đến năm 2030" is a horizon, "tháng 11 năm 2021" part of a cited date: neither is the plan's year.
_PLAN_YEAR = re.compile(
    r"(?<!đến )(?<!tới )(?<!hết )(?<!nhìn )(?<!trước )(?<!\d )năm\s+(?P<year>(?:19|20)\d\d)\b(?!\s?-)"
)
_BLANK_SYMBOL = re.compile(r":[\s.…_]*/\s?(?P<code>[A-ZĐ][A-Za-zĐ]{0,3})\s?-")
_PRINTED_YEAR = re.compile(r"n\s?ăm\s?(?P<year>[12]\s?\d\s?\d\s?\d)")
_PRINTED_MONTH = re.compile(r"tháng\s?(?P<month>1[0-2]|0?[1-9])\b")


def find(outline: Outline, known: Findings) -> Findings:
    """Read letterhead and closing block; ``known.setting`` holds the caller's hints, the setting found goes before."""
    province, on = known.setting.province, known.setting.on
    reading = HeaderReading(outline.text, (*outline.main.head, *_closing(outline)))
    fields: dict[str, Any] = {"number": _number(reading)}
    fields["doc_type"] = _doc_type(reading, fields["number"])
    fields["place"], fields["date"] = _place_date(reading)
    day = fields["date"] or on or printed_day(outline)
    bodies = issuer.issuer(reading, fields["place"], province, day)
    fields |= {field: _printed(reading.text, value) for field, value in bodies.items()}
    fields["title"] = _title(reading)
    fields |= _foot(reading)
    header = Header(**fields, spans=reading.spans)
    setting = setting_of(header, province, on or printed_day(outline))
    return Findings(header=header, setting=setting, remarks=tuple(reading.notes))


def _printed(text: SearchText, value: Any) -> Any:
    """An agency with its words as the document prints them, line ends included.

    Where columns are interleaved the words do not stand in one stretch: the body
    then has no span, and ``Header.spans`` tells the extent.
    """
    if not isinstance(value, AgencyRef) or value.span is None:
        return value
    words = text.original[slice(*value.span)]
    whole = fold_space(words) == fold_space(value.raw)
    return value.model_copy(update={"raw": words} if whole else {"span": None})


def setting_of(header: Header, province: str | None = None, on: date | None = None) -> Setting:
    """What the other rules may know; ``on`` stands in for a date that is not printed."""
    day = header.date or on
    number = header.number
    return Setting(
        province=header.province or (None if issuer.is_central(header.issuer) else province),
        on=day,
        year=_title_year(header.title) or (day.year if day else number.year if number else None),
        own_key=number.key if number else None,
        doc_type=header.doc_type.code if header.doc_type else None,
        issuer=_body_name(header.issuer) if header.issuer else None,
    )


def printed_day(outline: Outline) -> date | None:
    """A day in the year (and month) that the date line prints, where the day itself is left blank.

    Good enough to tell which agencies existed; never the document's date.
    """
    lines = printed_words.of_role(outline.main.head, PieceRole.PLACE_DATE)
    words = printed_words.words(outline.text, lines[0].pieces) if lines else ""
    year, month = _PRINTED_YEAR.search(words), _PRINTED_MONTH.search(words)
    if not year:
        return None
    return date(int(year["year"].replace(" ", "")), int(month["month"]) if month else 7, 1)


def _closing(outline: Outline) -> tuple[Piece, ...]:
    """The closing of the main document, or of the plan attached to it where only that is signed."""
    plans = (part.closing for part in outline.attachments if part.kind is PartKind.PLAN)
    return outline.main.closing or next((closing for closing in plans if closing), ())


def _number(reading: HeaderReading) -> DocumentNumber | None:
    words = reading.words(PieceRole.NUMBER, "number")
    number = read_number(words) if words else None
    if words is None:
        reading.notes.append(note(DiagnosticCode.NUMBER_MISSING))
    elif number is None:
        reading.notes.append(note(DiagnosticCode.NUMBER_BLANK, reading.spans.pop("number"), line=words))
    return number


def _doc_type(reading: HeaderReading, number: DocumentNumber | None) -> DocType | None:
    words = reading.words(PieceRole.TYPE, "doc_type")
    if words:
        kind = doc_types.by_name(words) or _split_name(words)
        if kind and number and number.type_code and doc_types.type_of(number.type_code) != doc_types.type_of(kind.code):
            reading.notes.append(
                note(DiagnosticCode.TYPE_MISMATCH, reading.spans["doc_type"], type=words, number=number.key)
            )
        if kind:
            return kind
    coded = doc_types.by_code(doc_types.type_of(number.type_code)) if number and number.type_code else None
    coded = coded or _blank_code(reading)
    titled = any(printed_words.of_role(reading.pieces, role) for role in (PieceRole.TITLE, PieceRole.SUBJECT))
    lined = printed_words.of_role(reading.pieces, PieceRole.NUMBER)
    if coded is None and titled and lined and not (number and number.type_code):
        return doc_types.by_code("CV")
    if coded is None:
        reading.notes.append(note(DiagnosticCode.TYPE_MISSING))
    return coded


def _blank_code(reading: HeaderReading) -> DocType | None:
    """The type in the symbol of a number that is left blank: ``Số:     /KH-UBND``."""
    lines = printed_words.of_role(reading.pieces, PieceRole.NUMBER)
    symbol = _BLANK_SYMBOL.search(printed_words.words(reading.text, lines[0].pieces)) if lines else None
    return doc_types.by_code(doc_types.type_of(symbol["code"])) if symbol else None


def _split_name(words: str) -> DocType | None:
    """``K Ế HOẠCH``, ``KẾ HOẠCH HÀNH ĐỘNG``: spaces inside words, more words after the name."""
    parts = words.split()
    for size in range(len(parts), 0, -1):
        if kind := doc_types.by_name(" ".join(parts[:size])):
            return kind
    bare = "".join(parts).casefold()
    code = {name.replace(" ", ""): code for name, code in doc_types.names().items()}.get(bare)
    return doc_types.by_code(code) if code else None


def _place_date(reading: HeaderReading) -> tuple[str | None, date | None]:
    lines = printed_words.of_role(reading.pieces, PieceRole.PLACE_DATE)
    if not lines:
        reading.notes.append(note(DiagnosticCode.DATE_MISSING))
        return None, None
    where = printed_words.extent(lines[0].pieces)
    view = reading.text.view(lines[0].pieces)
    words = printed_words.words(reading.text, lines[0].pieces)
    day_word = _DAY_WORD.search(words)
    place = words[: day_word.start()].strip(" ,.;") if day_word else ""
    if place:
        reading.spans["place"] = view.span(0, len(place))
    day = read_date(words)
    if day:
        reading.spans["date"] = where
    else:
        reading.notes.append(note(DiagnosticCode.DATE_BLANK, where, line=words))
    return place or None, day


def _body_name(ref: AgencyRef) -> str:
    """The body's name where its head issues, by which the text calls it."""
    body = normalize_agency(ref.name, province=ref.province)
    return body.name if body and body.id == ref.id else ref.name


def _title(reading: HeaderReading) -> str | None:
    words = reading.words(PieceRole.TITLE, "title") or reading.words(PieceRole.SUBJECT, "title")
    if not words:
        reading.notes.append(note(DiagnosticCode.TITLE_MISSING))
        return None
    return printed_words.title(words)


def _title_year(title: str | None) -> int | None:
    years = {int(m["year"]) for m in _PLAN_YEAR.finditer(title.lower())} if title else set()
    return years.pop() if len(years) == 1 else None


def _foot(reading: HeaderReading) -> dict[str, Any]:
    recipients: list[str] = []
    for piece in printed_words.of_role(reading.pieces, PieceRole.RECIPIENT):
        name = printed_words.item(printed_words.words(reading.text, piece.pieces))
        if name:
            reading.spans[f"recipients.{len(recipients)}"] = printed_words.extent(piece.pieces)
            recipients.append(name)
    archive = reading.words(PieceRole.ARCHIVE, "archive")
    signed = signers.read_signers(reading.text, reading.pieces)
    if not signed:
        reading.notes.append(note(DiagnosticCode.SIGNATURE_MISSING))
    return {
        "recipients": tuple(recipients),
        "archive": printed_words.item(archive) if archive else None,
        "signers": signed,
    }
