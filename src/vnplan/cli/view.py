"""``vnplan view``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from vnplan.cli.files import Plans


def run(arguments: argparse.Namespace) -> int:
    """Read one file and write the report on it."""
    arguments.files, arguments.workers = [arguments.file], 0
    plans = Plans(arguments)
    for plan in plans:
        page = plan.to_html(lang=arguments.lang)
        if arguments.output is None:
            sys.stdout.write(page)
            continue
        try:
            Path(arguments.output).write_text(page, "utf-8", errors="backslashreplace", newline="")
        except OSError as error:
            arguments.usage_error(f"{arguments.output}: {error.strerror}")
    return 1 if plans.failed else 0
