"""Paragraphs of HTML in fonts that carry their own letters (``<font face=".VnTime">``), decoded."""

from __future__ import annotations

from itertools import groupby

from vnplan.readers import legacy_fonts
from vnplan.readers.legacy_fonts import Decoder


def decoded(texts: list[str], faces: list[str], letters: Decoder) -> str:
    """The runs of one paragraph joined and in Unicode.

    Neighbours of one kind of font are decoded together: a VNI letter and its
    accent may stand in two runs. Where no font is named the letters decide.
    """
    whole = "".join(texts)
    if not any(map(legacy_fonts.encoding, faces)):
        whole, found = letters.unnamed(whole)
        return letters.whole(whole, {found} if found else set())
    out, encodings = [], set()
    kinds = [(legacy_fonts.encoding(face), legacy_fonts.is_capital(face)) for face in faces]
    for (name, capitals), group in groupby(zip(kinds, texts, strict=True), key=lambda pair: pair[0]):
        text = "".join([text for _, text in group])
        if name:
            text, found = letters.named(text, name)
            encodings |= {found} if found else set()
        out.append(text.upper() if capitals else text)
    return letters.whole("".join(out), encodings)
