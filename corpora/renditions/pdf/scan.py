"""Source -> PDF of pictures: the stamped print, laid askew on the glass of a scanner, with its dust and its noise."""

from __future__ import annotations

import io
import time
from dataclasses import dataclass

import numpy as np
import pypdfium2
from PIL import Image
from source import Source

from renditions.pdf.marks import chance
from renditions.pdf.stamped import as_stamped

_MOMENT = time.struct_time((2026, 1, 1, 0, 0, 0, 3, 1, 0))  # told in the file; the same in every run


@dataclass(frozen=True)
class Scanner:
    """How a machine is set: dots per inch, degrees that a page lies askew at most, noise in levels of grey."""

    dots: int
    askew: float
    noise: float
    quality: int | None  # of JPEG; None: one bit a dot, as fax and archive machines store it


# Quality and noise are such that a page of text stays below 120 kB.
COARSE = Scanner(150, 0.8, 4.0, 16)
USUAL = Scanner(200, 0.5, 1.5, 7)
ARCHIVE = Scanner(300, 0.3, 20.0, None)


def as_scan_150(source: Source) -> bytes:
    """Coarse greys, the seal grey over the signature."""
    return scanned(source, COARSE)


def as_scan_200(source: Source) -> bytes:
    """Greys of an office machine."""
    return scanned(source, USUAL)


def as_scan_300(source: Source) -> bytes:
    """Black and white (CCITT group 4), the seal as black as the words below it."""
    return scanned(source, ARCHIVE)


def scanned(source: Source, scanner: Scanner) -> bytes:
    """Every page of the stamped print as a picture."""
    seed = chance(source, 0, 2**31) + scanner.dots
    document = pypdfium2.PdfDocument(as_stamped(source))
    # 72 points are an inch.
    prints = [document[number].render(scale=scanner.dots / 72).to_pil().convert("L") for number in range(len(document))]
    pages = [_laid(image, scanner, np.random.default_rng(seed + number)) for number, image in enumerate(prints)]
    out = io.BytesIO()
    told = {
        "save_all": True,
        "append_images": pages[1:],
        "resolution": scanner.dots,
        "creationDate": _MOMENT,
        "modDate": _MOMENT,
    }
    if scanner.quality:
        told |= {"quality": scanner.quality, "optimize": True}
    pages[0].save(out, "PDF", **told)
    return out.getvalue()


def _laid(image: Image.Image, scanner: Scanner, dice: np.random.Generator) -> Image.Image:
    turned = image.rotate(dice.uniform(-scanner.askew, scanner.askew), Image.Resampling.BICUBIC, fillcolor=255)
    dots = np.asarray(turned, np.float32)
    # Paper is not white and ink not black; the lamp is weaker towards one edge.
    lamp = np.linspace(0, 10, dots.shape[1], dtype=np.float32)
    dots = 30 + dots * np.float32(215 / 255) - lamp + dice.normal(0, scanner.noise, dots.shape).astype(np.float32)
    for _ in range(40):
        row, column = dice.integers(0, dots.shape[0] - 3), dice.integers(0, dots.shape[1] - 3)
        dots[row : row + 2, column : column + 2] = 60
    if scanner.quality:
        return Image.fromarray(np.clip(dots, 0, 255).astype(np.uint8))
    return Image.fromarray(np.where(dots > 150, 255, 0).astype(np.uint8)).convert("1")
