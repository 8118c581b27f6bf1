"""Paragraphs of HTML in fonts that carry their own letters (``<font face=".VnTime">``), decoded."""

from __future__ import annotations

from itertools import groupby

from vnplan.readers.docx import fonts
from vnplan.text import legacy


def decoded(texts: list[str], faces: list[str]) -> tuple[str, str | None]:
    """The runs of one paragraph joined and in Unicode, and the legacy encoding that they were in, if they were.

    Neighbours of one kind of font are decoded together: a VNI letter and its
    accent may stand in two runs. Where no font is named the letters decide.
    """
    whole = "".join(texts)
    if whole.isascii() or not any(map(fonts.encoding, faces)):
        found = None if whole.isascii() else legacy.detect(whole)
        return fonts.decode(whole, found) if found else (whole, None)
    out, encoding = [], None
    kinds = [(fonts.encoding(face), fonts.is_capital(face)) for face in faces]
    for (name, capitals), group in groupby(zip(kinds, texts, strict=True), key=lambda pair: pair[0]):
        text = "".join([text for _, text in group])
        if name:
            text, found = fonts.decode(text, name)
            encoding = encoding or found
        out.append(text.upper() if capitals else text)
    return "".join(out), encoding
