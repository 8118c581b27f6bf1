"""Marks put on a printed page: where words stand on it, small pages of marks, the round seal as a mask of one bit."""

from __future__ import annotations

import math
import re
import zlib
from typing import Any

import pypdfium2
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor
from PIL import Image, ImageDraw, ImageFont
from source import Line, Source

from renditions.word.page import Look, blank, put, saved

_FONT_FILE = "LiberationSerif-Bold.ttf"
_NUMBER = re.compile(r"(?P<before>\D*?) *(?P<digits>\d+)(?P<after>.*)")
_DATE = re.compile(r"(?P<before>.*ngày) *(?P<day>\d+) *tháng *(?P<month>\d+) *(?P<after>năm *(?P<year>\d+).*)")
Box = tuple[float, float, float, float]  # left, bottom, right, top in points from the lower left corner


def lines_of(source: Source, place: str) -> list[str]:
    """The words of every line of a directive."""
    return [part.text for part in source.parts if isinstance(part, Line) and part.place == place]


def number_of(text: str) -> re.Match[str] | None:
    """The number line: what stands ``before`` the number, its ``digits``, the sign ``after`` it."""
    return _NUMBER.fullmatch(text)


def date_of(text: str) -> re.Match[str] | None:
    """The line of place and date: ``day``, ``month``, ``year`` and what stands before and behind day and month."""
    return _DATE.fullmatch(text)


def dated(source: Source) -> re.Match[str] | None:
    """The date of the document, as ``date_of`` tells it."""
    return next((told for text in lines_of(source, "dateline") if (told := date_of(text))), None)


def agency(source: Source) -> str:
    """The issuing body as the letterhead has it, in one line."""
    return " ".join(text for text in lines_of(source, "left") if any(letter.isalpha() for letter in text))


def found(pdf: bytes, words: str, before: str = "") -> list[tuple[int, Box]]:
    """Page and box of every place where the words stand, in order, right behind those ``before`` them."""
    document = pypdfium2.PdfDocument(pdf)
    places = []
    for number in range(len(document)):
        text = document[number].get_textpage()
        search = text.search(before + words, match_case=True)
        while place := search.get_next():
            # Of a run of spaces PDFium may give fewer, so that what stands before is not counted by its letters.
            start = sum(place) - len(words) if before else place[0]
            boxes = [text.get_charbox(index) for index in range(start, sum(place))]
            left, bottom, right, top = zip(*boxes, strict=True)
            places.append((number, (min(left), min(bottom), max(right), max(top))))
    return places


def content(page: Any) -> bytes:
    """What a page of pypdf paints."""
    held = page["/Contents"].get_object()
    streams = held if isinstance(held, list) else [held]
    return b"\n".join(stream.get_object().get_data() for stream in streams)


def label(lines: list[str], size: tuple[float, float], colour: str) -> bytes:
    """A DOCX of one page as small as a mark, its lines in one colour and one frame; size in points."""
    document = blank()
    section = document.sections[0]
    section.page_width, section.page_height = Pt(size[0]), Pt(size[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Pt(3)
    section.header_distance = section.footer_distance = Pt(0)
    section.header.is_linked_to_previous = True
    # One line more than told: the name of a body takes two.
    points = min(9.0, (size[1] - 8) / (len(lines) + 1) / 1.2)
    for text in lines:
        paragraph = put(document, text, Look(size=points))
        paragraph.runs[0].font.color.rgb = RGBColor.from_string(colour)
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="6" w:space="1" w:color="{colour}"/>'
            for side in ("top", "left", "bottom", "right")
        )
        paragraph._p.get_or_add_pPr().insert(0, parse_xml(f"<w:pBdr {nsdecls('w')}>{sides}</w:pBdr>"))  # noqa: SLF001 -- no call for frames
    return saved(document)


def seal(words: str, across: int) -> Image.Image:
    """A round seal as a picture of one bit, black where ink is: two rings, the words between them, a star."""
    image = Image.new("L", (across, across), 0)
    draw = ImageDraw.Draw(image)
    middle, ring = across / 2, across * 0.04
    for inset in (ring, across * 0.2):
        draw.ellipse((inset, inset, across - inset, across - inset), outline=255, width=max(2, across // 60))
    size = across // 11
    font = ImageFont.truetype(_FONT_FILE, size)
    # The words leave a gap at the foot; longer ones are set closer.
    step = min(2 * math.pi * 0.9 / len(words), 0.17)
    for index, letter in enumerate(words):
        turn = (index - (len(words) - 1) / 2) * step
        glyph = Image.new("L", (size * 2, size * 2), 0)
        ImageDraw.Draw(glyph).text((size, size), letter, fill=255, font=font, anchor="mm")
        glyph = glyph.rotate(-math.degrees(turn), Image.Resampling.BICUBIC)
        radius = across * 0.38
        at = (int(middle + radius * math.sin(turn) - size), int(middle - radius * math.cos(turn) - size))
        image.paste(255, at, glyph)
    points = [
        (
            middle + across * (0.14 if n % 2 == 0 else 0.06) * math.sin(n * math.pi / 5),
            middle - across * (0.14 if n % 2 == 0 else 0.06) * math.cos(n * math.pi / 5),
        )
        for n in range(10)
    ]
    draw.polygon(points, fill=255)
    return image.point(lambda value: 255 if value > 127 else 0).convert("1")


def chance(source: Source, low: int, high: int) -> int:
    """A number that the words of the document decide, the same in every run."""
    words = "".join(part.text for part in source.parts if isinstance(part, Line))
    return low + zlib.crc32(words.encode()) % (high - low)
