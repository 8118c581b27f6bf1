"""How well scans are read: pages of the specimens printed, laid askew, stamped and made noisy, then read again.

    python benchmarks/scan_quality.py [--dots 150 200 300] [--pages 2] [--shared ../shared]

Prints characters wrong in a hundred against the text layer of the same pages, by dots an inch, and seconds a page.
Where the folder ``--shared`` holds real scans with gold annotations, it prints the share of the gold's words that the
text of each has. Needs the Tesseract program with its Vietnamese model; numbers differ a little from one version of it
to the next.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw

import vnplan
from vnplan.readers import ocr, pdf
from vnplan.readers.limits import Limits

CORPORA = Path(__file__).parent.parent / "corpora"
ASKEW, NOISE = 0.6, 12.0
"""Degrees that a page lies askew at most, and noise in levels of grey: an office machine in daily use."""
INK = 130
"""Grey of a seal's red ink."""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dots", type=int, nargs="*", default=[150, 200, 300])
    parser.add_argument("--pages", type=int, default=2, help="pages of each specimen, from the first")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    told = parser.parse_args()
    if not ocr.available():
        parser.exit(1, f"to measure OCR, {ocr.INSTALL}\n")
    specimens = sorted(CORPORA.glob("*/*.pdf"))
    for dots in told.dots:
        wrong = total = pages = 0
        begun = time.perf_counter()
        for number, path in enumerate(specimens):
            printed = _first_pages(path.read_bytes(), told.pages)
            meant, read = _text(printed), _text(scanned(printed, dots, np.random.default_rng(dots + number)))
            wrong, total = wrong + distance(meant, read), total + len(meant)
            pages += len(pypdfium2.PdfDocument(printed))
        each = (time.perf_counter() - begun) / max(pages, 1)
        print(f"{dots} dots an inch: {100 * wrong / max(total, 1):.2f} characters wrong in 100, {each:.1f} s a page")
    for name, share in _gold_words(told.shared):
        print(f"{name}: {share:.1%} of the gold's words")


def _first_pages(data: bytes, count: int) -> bytes:
    document = pypdfium2.PdfDocument(data)
    part = pypdfium2.PdfDocument.new()
    part.import_pages(document, list(range(min(count, len(document)))))
    out = io.BytesIO()
    part.save(out)
    return out.getvalue()


def scanned(data: bytes, dots: int, dice: np.random.Generator) -> bytes:
    """The PDF ``data`` as a PDF of pictures, a seal on its last page."""
    document = pypdfium2.PdfDocument(data)
    images = [document[at].render(scale=dots / 72).to_pil().convert("L") for at in range(len(document))]
    _seal(images[-1], dots)
    pages = [_laid(image, dice) for image in images]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=dots)
    return out.getvalue()


def _seal(image: Image.Image, dots: int) -> None:
    """A round seal of 36 mm in the lower right, over whatever stands there."""
    pen = ImageDraw.Draw(image)
    middle, radius = (image.width * 0.65, image.height * 0.8), 0.7 * dots
    for inner in (0.0, 0.06):
        out = radius * (1 - inner)
        box = (middle[0] - out, middle[1] - out, middle[0] + out, middle[1] + out)
        pen.ellipse(box, outline=INK, width=max(dots // 60, 1))


def _laid(image: Image.Image, dice: np.random.Generator) -> Image.Image:
    turned = image.rotate(dice.uniform(-ASKEW, ASKEW), Image.Resampling.BICUBIC, fillcolor=255)
    grey = np.asarray(turned, np.float32) * (220 / 255) + 25
    return Image.fromarray(np.clip(grey + dice.normal(0, NOISE, grey.shape), 0, 255).astype(np.uint8))


def _text(data: bytes) -> str:
    return " ".join(pdf.read(data, "specimen.pdf", Limits(seconds=3600)).text.split())


def distance(meant: str, read: str) -> int:
    """Characters to be added, dropped or exchanged (Levenshtein), a row of the table at a time."""
    codes = np.frombuffer(read.encode("utf-32-le"), np.uint32)
    places = np.arange(len(codes) + 1)
    row = places.copy()
    for char in meant:
        best = np.empty_like(row)
        best[0] = row[0] + 1
        best[1:] = np.minimum(row[1:] + 1, row[:-1] + (codes != ord(char)))
        row = np.minimum.accumulate(best - places) + places
    return int(row[-1])


def _gold_words(shared: Path) -> Iterator[tuple[str, float]]:
    for path in sorted((shared / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        for name in gold.get("files", ()):
            found = next((shared / "corpus").rglob(Path(name).name), None)
            if "scan" not in name or found is None:
                continue
            words = {word for value in _strings(gold) for word in _words(value)}
            read = set(_words(vnplan.parse(found, limits=Limits(seconds=3600)).text))
            yield name, len(words & read) / len(words)


def _strings(value: Any) -> Iterator[str]:
    """The words of items; ids, files and kinds are none of the document's."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("id", "files", "kind", "doc_type", "province"):
                yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
    elif isinstance(value, str):
        yield value


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", unicodedata.normalize("NFC", text).casefold())


if __name__ == "__main__":
    main()
