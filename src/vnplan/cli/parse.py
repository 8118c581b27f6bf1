"""``vnplan parse``."""

from __future__ import annotations

import argparse
import shutil
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO

from vnplan.cli.files import Plans
from vnplan.cli.formats import FORMATS, SUFFIXES, Style

_UNKNOWN_WIDTH = (100, 24)  # where the terminal does not tell, or a table goes to a file


def run(arguments: argparse.Namespace) -> int:
    """Read the files and write what they say."""
    plans = Plans(arguments)
    try:
        output = _output(arguments.output)
    except OSError as error:
        arguments.usage_error(f"{arguments.output}: {error.strerror}")
    with output as stream:
        width = shutil.get_terminal_size(_UNKNOWN_WIDTH).columns if arguments.output is None else _UNKNOWN_WIDTH[0]
        style = Style(many=len(arguments.files) > 1, language=arguments.lang, width=width)
        FORMATS[_format(arguments)](plans, stream, style)
    return 1 if plans.failed else 0


def _format(arguments: argparse.Namespace) -> str:
    if arguments.format:
        return str(arguments.format)
    if arguments.output:
        return SUFFIXES.get(Path(arguments.output).suffix.lower(), "json")
    return "table" if sys.stdout.isatty() else "json"


def _output(name: str | None) -> AbstractContextManager[IO[str]]:
    """The file to write, or standard output, which is left open."""
    if name is None:
        return nullcontext(sys.stdout)
    return Path(name).open("w", encoding="utf-8", errors="backslashreplace", newline="")
