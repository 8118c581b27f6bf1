"""Tiny PDF files made by hand: words and rules at given places, Vietnamese letters by a map to Unicode, no glyphs.

Places are in points from the top left corner; letters are half an em wide.
"""

from __future__ import annotations

from dataclasses import dataclass, field

A4 = (595.0, 842.0)


@dataclass
class Sheet:
    width: float = A4[0]
    height: float = A4[1]
    rotate: int = 0
    content: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, words: str, size: float = 12, font: str = "F1") -> Sheet:
        """Words whose base line is ``y`` below the top."""
        codes = "".join(f"{ord(c):04X}" for c in words)
        self.content.append(f"BT /{font} {size} Tf 1 0 0 1 {x:.2f} {self.height - y:.2f} Tm <{codes}> Tj ET")
        return self

    def lines(self, x: float, y: float, lines: list[str], pitch: float = 16, **how) -> Sheet:
        for number, line in enumerate(lines):
            self.text(x, y + number * pitch, line, **how)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        self.content.append(f"0.5 w {x0} {self.height - y0} m {x1} {self.height - y1} l S")
        return self

    def grid(self, xs: list[float], ys: list[float]) -> Sheet:
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        return self

    def row(self, xs: list[float], y: float, cells: list[str], size: float = 12) -> Sheet:
        """Cells of one row, each broken at ``|`` into lines."""
        for x, cell in zip(xs, cells, strict=False):
            if cell:
                self.lines(x + 5, y + 14, cell.split("|"), pitch=15, size=size)
        return self

    def picture(self) -> Sheet:
        """A grey image over the whole page, 157 dots an inch."""
        self.content.append(f"q {self.width} 0 0 {self.height} 0 0 cm /Im1 Do Q")
        return self


_CMAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def\n"
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    "{ranges}\nendcmap end end"
)


def _ranges(shift: int) -> str:
    rows = []
    for high in range(256):
        if 0xD8 <= high < 0xE0 or high + (shift >> 8) > 255:
            continue
        first = (high << 8) + shift
        rows.append(f"<{high:02X}00> <{high:02X}{0xFF - (shift & 0xFF):02X}> <{first:04X}>")
    return "\n".join(
        f"{len(part)} beginbfrange\n" + "\n".join(part) + "\nendbfrange"
        for part in (rows[i : i + 100] for i in range(0, len(rows), 100))
    )


def build(*sheets: Sheet, shift: int = 0, encrypted: bool = False) -> bytes:
    """The bytes of a PDF; ``shift``: the map to Unicode is off by so many codes."""
    objects: list[bytes] = []

    def add(body: str | bytes) -> int:
        objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(objects)

    def stream(data: bytes, extra: str = "") -> int:
        return add(f"<< /Length {len(data)} {extra} >>\nstream\n".encode() + data + b"\nendstream")

    catalog, pages = add(""), add("")
    to_unicode = stream(_CMAP.format(ranges=_ranges(shift)).encode())
    fonts = {}
    for name, base in (("F1", "Serif"), ("F2", "Serif-Bold"), ("F3", "Serif-Italic")):
        flags = {"F1": 4, "F2": 4 | 1 << 18, "F3": 4 | 1 << 6}[name]
        descriptor = add(
            f"<< /Type /FontDescriptor /FontName /{base} /Flags {flags} /FontBBox [0 -216 1000 891] /ItalicAngle 0"
            " /Ascent 891 /Descent -216 /CapHeight 660 /StemV 80 >>"
        )
        descendant = add(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{base} /DW 500 /FontDescriptor {descriptor} 0 R"
            " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
        )
        fonts[name] = add(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{base} /Encoding /Identity-H"
            f" /DescendantFonts [{descendant} 0 R] /ToUnicode {to_unicode} 0 R >>"
        )
    image = stream(
        bytes([200] * 8 * 1300),
        "/Type /XObject /Subtype /Image /Width 1300 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8",
    )
    kids = []
    for sheet in sheets:
        content = stream("\n".join(sheet.content).encode())
        named = " ".join(f"/{name} {number} 0 R" for name, number in fonts.items())
        kids.append(
            add(
                f"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 {sheet.width} {sheet.height}] /Rotate {sheet.rotate}"
                f" /Contents {content} 0 R /Resources << /Font << {named} >> /XObject << /Im1 {image} 0 R >> >> >>"
            )
        )
    objects[catalog - 1] = f"<< /Type /Catalog /Pages {pages} 0 R >>".encode()
    objects[pages - 1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>".encode()
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    lock = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'AB' * 32}> /U <{'CD' * 32}> /P -4 >> /ID [<{'00' * 16}> <{'00' * 16}>]"
        if encrypted
        else ""
    )
    out += f"trailer << /Size {len(objects) + 1} /Root {catalog} 0 R {lock} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
