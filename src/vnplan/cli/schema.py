"""``vnplan schema``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def run(arguments: argparse.Namespace) -> int:
    """Write the schema files into a folder, or print the plan's schema."""
    from vnplan import schemas

    if arguments.output is None:
        sys.stdout.write(schemas.render(schemas.documents()["plan.schema.json"]))
        return 0
    try:
        schemas.write(Path(arguments.output))
    except OSError as error:
        arguments.usage_error(f"{arguments.output}: {error.strerror}")
    return 0
