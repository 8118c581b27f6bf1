"""Vietnamese official plans (kế hoạch) as data."""

from __future__ import annotations

from importlib import import_module
from typing import Any

# Public name -> the module that defines it. Names are resolved on first use, so
# that importing the package loads none of the libraries below it.
_HOME = {
    "parse": "vnplan.document",
    "parse_text": "vnplan.document",
    "PlanDocument": "vnplan.document",
    "Limits": "vnplan.readers.limits",
    "Span": "vnplan.models.base",
    "VnplanError": "vnplan.errors",
    "UnsupportedFormat": "vnplan.errors",
    "CorruptDocument": "vnplan.errors",
    "EncryptedDocument": "vnplan.errors",
    "LimitExceeded": "vnplan.errors",
    "MissingDependency": "vnplan.errors",
}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        value = getattr(import_module(_HOME[name]), name)
        globals()[name] = value
        return value
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
