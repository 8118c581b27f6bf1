"""The one place that opens ``gazetteer/data``."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Any:
    """Return the parsed content of ``data/<name>.json``, read once.

    JSON, not YAML: the agencies are parsed in under a millisecond.
    """
    return json.loads(files("vnplan.gazetteer").joinpath("data", f"{name}.json").read_text("utf-8"))
