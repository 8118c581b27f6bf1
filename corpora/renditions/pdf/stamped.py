"""Source -> PDF with a round red seal over the signature and, at the head, the box of the day it came in."""

from __future__ import annotations

import io
import math
import zlib
from typing import Any

from PIL import Image
from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
)  # fmt: skip
from source import Source

from renditions.pdf.marks import agency, chance, content, dated, found, label, lines_of, seal
from renditions.pdf.printing import printed
from renditions.word.form import USUAL, written
from renditions.word.page import saved

_ACROSS = 96  # points of a seal, 34 millimetres
_DOTS = 280  # of the mask, enough for print
_CAME = (130, 46)  # points of the box
_SLANT = math.radians(3)  # nobody stamps straight


def as_stamped(source: Source) -> bytes:
    """The box stands in the upper left corner, as words and not as a picture; the seal is ink over the offices."""
    page, box = printed(saved(written(source, USUAL)), label(_came(source), _CAME, "C00000"))
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(page)))
    height = float(writer.pages[0].mediabox.height)
    place = Transformation().rotate(math.degrees(_SLANT)).translate(22, height - _CAME[1] - 6)
    writer.pages[0].merge_transformed_page(PdfReader(io.BytesIO(box)).pages[0], place)
    signer = lines_of(source, "signer")
    if signer and (names := found(page, signer[0])):
        number, (left, _, right, top) = names[-1]
        # A third of the seal lies over the signature, to the left of its middle.
        _press(writer, number, seal(f"{agency(source)} ★", _DOTS), ((left + right) / 2 - _ACROSS, top - 12))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _came(source: Source) -> list[str]:
    told = dated(source)
    # Two days on the way; no month ends before the 28th.
    day = f"{min(28, int(told['day']) + 2)}/{told['month']}/{told['year']}" if told else ""
    return ["CÔNG VĂN ĐẾN", f"Số: {chance(source, 1000, 9999)}", f"Ngày: {day}"]


def _press(writer: Any, number: int, ink: Image.Image, at: tuple[float, float]) -> None:
    """Paint a mask of one bit in red."""
    mask = StreamObject()
    mask._data = zlib.compress(ink.tobytes(), 9)  # noqa: SLF001 -- the stream is made compressed
    told = {"/Type": "/XObject", "/Subtype": "/Image", "/Filter": "/FlateDecode"}
    mask.update({NameObject(key): NameObject(value) for key, value in told.items()})
    mask.update(
        {
            NameObject("/Width"): NumberObject(ink.width),
            NameObject("/Height"): NumberObject(ink.height),
            NameObject("/BitsPerComponent"): NumberObject(1),
        }
    )
    mask[NameObject("/ImageMask")] = BooleanObject(True)
    mask[NameObject("/Decode")] = ArrayObject([NumberObject(1), NumberObject(0)])  # ink where the mask has ones
    page = writer.pages[number]
    resources = page["/Resources"].get_object()
    held = resources.setdefault(NameObject("/XObject"), DictionaryObject()).get_object()
    held[NameObject("/Seal")] = writer._add_object(mask)  # noqa: SLF001 -- no public call
    across, up = _ACROSS * math.cos(_SLANT), _ACROSS * math.sin(_SLANT)
    paint = f"\nq 0.8 0.1 0.15 rg {across:.2f} {up:.2f} {-up:.2f} {across:.2f} {at[0]:.2f} {at[1]:.2f} cm /Seal Do Q\n"
    painted = DecodedStreamObject()
    painted.set_data(b"q\n" + content(page) + b"\nQ" + paint.encode())
    page[NameObject("/Contents")] = writer._add_object(painted.flate_encode())  # noqa: SLF001
