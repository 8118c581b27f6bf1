"""Source -> PDF signed by fields of a form: number and date, and over the signature who signed, for whom and when."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any, cast

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)  # fmt: skip
from source import Grid, Line, Source

from renditions.layout import NBSP
from renditions.pdf.marks import Box, agency, content, date_of, dated, found, label, lines_of, number_of
from renditions.pdf.printing import printed
from renditions.word.form import USUAL, written
from renditions.word.page import saved

_SIZE = 13  # points of the digits
_DIGIT = 0.5  # of its size the width of a digit in Times
_ROOM = NBSP * 6  # for a day or a month
_SEEN = (190, 62)  # points of the mark of a signature


def as_signed(source: Source) -> bytes:
    """The page leaves the number, the day and the month open; fields of signatures fill them, as document systems do."""
    open_source = replace(source, parts=tuple(_opened(part) for part in source.parts))
    signer = lines_of(source, "signer")
    page, mark = printed(saved(written(open_source, USUAL)), label(_signature(source), _SEEN, "C00000"))
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(page)))
    fields = [_field(writer, at, _digits(writer, words)) for at, words in _filled(source, page)]
    if signer and (places := found(page, signer[0])):
        number, (left, _, right, top) = places[-1]
        middle = (left + right) / 2
        box = (middle - _SEEN[0] / 2, top + 2, middle + _SEEN[0] / 2, top + 2 + _SEEN[1])
        fields.append(_field(writer, (number, box), _picture(writer, mark)))
    # 3: signatures exist, and the file may only be added to.
    form = {NameObject("/Fields"): ArrayObject(fields), NameObject("/SigFlags"): NumberObject(3)}
    writer.root_object[NameObject("/AcroForm")] = writer._add_object(DictionaryObject(form))  # noqa: SLF001 -- no public call
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _opened(part: Line | Grid) -> Line | Grid:
    """The line with room for digits where they stood."""
    if isinstance(part, Grid):
        return part
    if part.place == "number" and (told := number_of(part.text)):
        room = NBSP * (2 * len(told["digits"]) + 2)
        return replace(part, text=f"{told['before']}{room}{told['after'].strip()}")
    if part.place == "dateline" and (told := date_of(part.text)):
        return replace(part, text=f"{told['before']}{_ROOM}tháng{_ROOM}{told['after']}")
    return part


def _filled(source: Source, page: bytes) -> list[tuple[tuple[int, Box], str]]:
    """Place and digits of each field: they end where the words behind them begin, at the first place of these."""
    numbers = filter(None, map(number_of, lines_of(source, "number")))
    wanted = [("", told["after"].strip(), told["digits"]) for told in numbers]
    if told := dated(source):
        month = f"tháng{_ROOM}"
        wanted += [("", month + told["after"], told["day"]), (month, told["after"], told["month"])]
    placed = ((_open(page, before, words), digits) for before, words, digits in wanted)
    return [(_before(places[0], digits), digits) for places, digits in placed if places]


def _open(page: bytes, before: str, words: str) -> list[tuple[int, Box]]:
    """Where words stand behind an open place; PDFium gives no-break spaces as spaces."""
    return found(page, words, before) or found(page, words.replace(NBSP, " "), before.replace(NBSP, " "))


def _before(place: tuple[int, Box], digits: str) -> tuple[int, Box]:
    number, (left, bottom, _, _) = place
    right = left - 2
    return number, (right - len(digits) * _SIZE * _DIGIT - 2, bottom - 3, right, bottom - 2 + _SIZE)


def _digits(writer: Any, words: str) -> tuple[DecodedStreamObject, tuple[float, float]]:
    told = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Times-Roman"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in told.items()})
    kept = writer._add_object(font)  # noqa: SLF001 -- no public call
    resources = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): kept})})
    size = (len(words) * _SIZE * _DIGIT + 2, _SIZE + 1)
    return _appearance(f"BT /F1 {_SIZE} Tf 1 4 Td ({words}) Tj ET".encode(), resources, size), size


def _picture(writer: Any, mark: bytes) -> tuple[DecodedStreamObject, tuple[float, float]]:
    page = PdfReader(io.BytesIO(mark)).pages[0]
    resources = cast("DictionaryObject", page["/Resources"].get_object()).clone(writer)
    return _appearance(content(page), resources, _SEEN), _SEEN


def _appearance(data: bytes, resources: Any, size: tuple[float, float]) -> DecodedStreamObject:
    form = DecodedStreamObject()
    form.set_data(data)
    form[NameObject("/Type")], form[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject([FloatObject(n) for n in (0, 0, *size)])
    form[NameObject("/Resources")] = resources
    return form


def _field(writer: Any, at: tuple[int, Box], seen: tuple[DecodedStreamObject, tuple[float, float]]) -> Any:
    """A signature field with its appearance, added to its page."""
    number, box = at
    page = writer.pages[number]
    look = DictionaryObject({NameObject("/N"): writer._add_object(seen[0])})  # noqa: SLF001 -- no public call
    told = {"/Type": "/Annot", "/Subtype": "/Widget", "/FT": "/Sig"}
    field = DictionaryObject({NameObject(key): NameObject(value) for key, value in told.items()})
    field[NameObject("/T")] = TextStringObject(f"Signature{number}.{len(page.get('/Annots', ()))}")
    field[NameObject("/F")] = NumberObject(132)  # printed and locked
    field[NameObject("/Rect")] = ArrayObject([FloatObject(round(n, 2)) for n in box])
    field[NameObject("/AP")] = look
    kept = writer._add_object(field)  # noqa: SLF001 -- no public call
    page[NameObject("/Annots")] = ArrayObject([*page.get("/Annots", ()), kept])
    return kept


def _signature(source: Source) -> list[str]:
    told = dated(source)
    day = f"{int(told['day']):02}-{int(told['month']):02}-{told['year']}" if told else ""
    name = lines_of(source, "signer")[0]
    return [f"Ký bởi: {name}", f"Cơ quan: {agency(source)}", f"Thời gian ký: {day} 16:42:07 +07:00"]
