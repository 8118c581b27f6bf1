"""Symbol fonts: the picture behind a code as the Unicode character that shows it.

Word stores characters of Symbol, Wingdings and their like as U+F000 plus the
font's own 8-bit code. Lists of plans use them for bullets above all.
"""

from __future__ import annotations

import re

_PRIVATE = re.compile("[\uf020-\uf0ff]")

# Adobe Symbol encoding, the part that office files use.
_SYMBOL = {
    0x2A: "∗", 0x2B: "+", 0x2D: "-", 0x40: "≅", 0x41: "Α", 0x42: "Β", 0x44: "Δ", 0x46: "Φ", 0x47: "Γ",
    0x4C: "Λ", 0x50: "Π", 0x51: "Θ", 0x53: "Σ", 0x57: "Ω", 0x61: "α", 0x62: "β", 0x64: "δ", 0x65: "ε",
    0x66: "φ", 0x67: "γ", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x71: "θ", 0x72: "ρ", 0x73: "σ", 0x77: "ω",
    0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xA8: "♦", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→",
    0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xC6: "∅", 0xCE: "∈", 0xD0: "∠", 0xD2: "®", 0xD3: "©",
    0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS = {
    0x21: "✏", 0x28: "☎", 0x2A: "✉", 0x3F: "✍", 0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□",
    0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•",
    0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x52: "☑", 0x54: "☒", 0x97: "●", 0xA3: "□", 0x96: "•"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
# Where no font is named, the two codes that bullets are made of mean the same in every file seen.
_ANY = {0x2B: "+", 0x2D: "-", 0x6C: "●", 0x6E: "■", 0x76: "❖", 0xA7: "▪", 0xB7: "•", 0xD8: "➢", 0xE0: "→", 0xFC: "✓"}


def is_symbol_font(font: str | None) -> bool:
    """Whether every character of ``font`` is a picture."""
    return font is not None and font.lower() in _FONTS


def char(code: int, font: str | None) -> str:
    """The character that ``font`` draws for ``code``; the code itself where the picture is not known."""
    # Word keeps the 256 places of a symbol font in the private area from U+F000.
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    table = _FONTS.get((font or "").lower())
    if table is None and code != low:
        table = _ANY
    if table and low in table:
        return table[low]
    # The end of Unicode, and the surrogates, which are no characters.
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"


def decode(text: str, font: str | None) -> str:
    r"""``text`` with the private codes of symbol fonts opened.

    >>> decode("\uf0b7 mục", "Symbol")
    '• mục'
    """
    return _PRIVATE.sub(lambda m: char(ord(m[0]), font), text)


def bullet(text: str, font: str | None) -> str:
    """The bullet that a list level draws; ``•`` for a picture that is not known.

    Some files hold the font's 8-bit code itself instead of the private one.
    """
    # An 8-bit code of the font itself.
    if is_symbol_font(font) and len(text) == 1 and ord(text) < 0x100:
        text = chr(0xF000 + ord(text))
    return _PRIVATE.sub("•", decode(text, font))
