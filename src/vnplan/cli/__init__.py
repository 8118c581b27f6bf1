"""The command line: ``vnplan parse | graph | compare | evaluate | schema | normalize | agencies``."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 (all went well), 1 (some files failed) or 2 (wrong usage)."""
    from vnplan.cli.arguments import parser

    arguments = parser().parse_args(words)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A letter that the terminal cannot show must not end the run; files and pipes get UTF-8 wherever we run.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (``head``, ``less``) has seen enough; Python would complain again while closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code
