"""Where a command writes: the format by name or file suffix, and the open file or standard output."""

from __future__ import annotations

import argparse
import shutil
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from vnplan.export.outputs import Into, Output, Style, Subject, for_file, named

_WIDTH = 100
"""Columns of a table that goes to a file, or to a terminal that does not tell."""
_HEIGHT = 24
"""Lines of a terminal that does not tell: those of the VT100, which all others imitate."""


def wanted(arguments: argparse.Namespace, subject: Subject, elsewhere: str) -> Output:
    """The format asked for by name or by the suffix of the output file.

    Else a table on a terminal and the format ``elsewhere`` in a pipe. What cannot be written is wrong usage.
    """
    try:
        if kind := getattr(arguments, "facts", None):
            _check_kind(kind)
        if name := getattr(arguments, "format", None):
            return named(subject, name)
        if arguments.output:
            return for_file(subject, arguments.output)
    except ValueError as error:
        arguments.usage_error(str(error))
    return named(subject, "table" if sys.stdout.isatty() else elsewhere)


def _check_kind(name: str) -> None:
    from vnplan.facts import kind_named

    kind_named(name)


def write(arguments: argparse.Namespace, output: Output, value: Any, *, many: bool = False) -> None:
    """Write a value in a format; what goes wrong with the file is wrong usage."""
    from vnplan.errors import MissingDependency

    file = Path(arguments.output) if arguments.output else None
    width = shutil.get_terminal_size((_WIDTH, _HEIGHT)).columns if file is None else _WIDTH
    style = Style(
        language=getattr(arguments, "language", "en"),
        width=width,
        many=many,
        facts=getattr(arguments, "facts", None) or "tasks",
    )
    if output.into is Into.PATH and file is None:
        arguments.usage_error(f"{output.name} needs a file: say -o NAME{output.suffixes[0]}")
    try:
        with _opened(output, file) as stream:
            output.load()(value, stream, style)
    except MissingDependency as error:
        arguments.usage_error(str(error))
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        arguments.usage_error(f"{file or '<stdout>'}: {error.strerror}")


def _opened(output: Output, file: Path | None) -> AbstractContextManager[Any]:
    """The file to write, or standard output, which is left open."""
    if output.into is Into.PATH:
        return nullcontext(file)
    if file is None:
        return nullcontext(sys.stdout.buffer if output.into is Into.BYTES else sys.stdout)
    if output.into is Into.BYTES:
        return file.open("wb")
    return file.open("w", encoding="utf-8", errors="backslashreplace", newline="")
