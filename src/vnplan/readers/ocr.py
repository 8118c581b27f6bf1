"""Reading pictures of pages: the door to the Tesseract program (extra ``ocr``).

Tesseract and its Vietnamese model are programs and data of the system, not of
Python: ``apt-get install tesseract-ocr tesseract-ocr-vie`` on Debian,
``brew install tesseract tesseract-lang`` on a Mac.
"""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from enum import StrEnum
from functools import cache
from typing import NamedTuple

INSTALL = (
    "install the Tesseract program with its Vietnamese model "
    "(Debian, Ubuntu: apt-get install tesseract-ocr tesseract-ocr-vie; macOS: brew install tesseract tesseract-lang)"
)


class Shape(StrEnum):
    """What is on a picture: Tesseract's page segmentation modes."""

    PAGE = "3"
    BLOCK = "6"
    LINE = "7"
    DIRECTION = "0"
    """How it is turned, no words."""


_WORD_LEVEL = "5"
_LINE_LEVEL = "4"


_TURN = re.compile(r"Rotate: (90|180|270)\b")


class Seen(NamedTuple):
    """A word as Tesseract saw it, boxes in dots of the picture from the top left corner."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    line_top: float
    """Upper edge of the line that the word is part of."""
    line_bottom: float
    trust: float
    """Confidence in per cent."""


@cache
def available() -> bool:
    """True if the program and the Vietnamese model are there."""
    program = shutil.which("tesseract")
    if not program:
        return False
    try:
        done = subprocess.run(  # noqa: S603 -- the program's own path, no shell
            [program, "--list-langs"], capture_output=True, timeout=20, check=False, text=True
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return "vie" in done.stdout.split()


def recognise(picture: bytes, dpi: int, seconds: float, *, shape: Shape = Shape.PAGE) -> list[Seen]:
    """The words on a ``picture`` (PNG).

    Raises:
        TimeoutError: Tesseract took more than ``seconds``.
        OSError: it could not be run or failed.

    """
    how = ["-l", "vie", "--psm", shape, "--dpi", str(dpi), "tsv"]
    return _words(_run(picture, how, seconds))


def orientation(picture: bytes, dpi: int, seconds: float) -> int:
    """By how many degrees a ``picture`` (PNG) must be turned clockwise to be upright: 0 where that cannot be told.

    Raises:
        TimeoutError: Tesseract took more than ``seconds``.

    """
    try:
        said = _run(picture, ["--psm", Shape.DIRECTION, "--dpi", str(dpi)], seconds)
    except TimeoutError:
        raise
    except OSError:  # too few letters, or the model of directions (osd) is not there
        return 0
    found = _TURN.search(said)
    return int(found[1]) if found else 0


def _run(picture: bytes, how: list[str], seconds: float) -> str:
    program = shutil.which("tesseract")
    if not program:
        msg = "tesseract is not installed"
        raise OSError(msg)
    try:
        done = subprocess.run(  # noqa: S603 -- the program's own path, no shell
            [program, "stdin", "stdout", *how],
            input=picture,
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        msg = f"tesseract took more than {seconds:.0f} seconds"
        raise TimeoutError(msg) from error
    if done.returncode:
        # 200 characters: the first lines of what the program says.
        msg = f"tesseract failed: {done.stderr.decode('utf-8', 'replace').strip()[:200]}"
        raise OSError(msg)
    return done.stdout.decode("utf-8", "replace")


def _words(table: str) -> list[Seen]:
    """Words of Tesseract's TSV; its rows go page, block, paragraph, line, word."""
    found = []
    line = (0.0, 0.0)
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] not in (_LINE_LEVEL, _WORD_LEVEL):
            continue
        left, top = float(row["left"]), float(row["top"])
        right, bottom = left + float(row["width"]), top + float(row["height"])
        if row["level"] == _LINE_LEVEL:
            line = (top, bottom)
        elif text := (row["text"] or "").strip():
            found.append(Seen(text, left, top, right, bottom, *line, float(row["conf"])))
    return found
