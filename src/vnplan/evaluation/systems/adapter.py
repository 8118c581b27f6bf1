"""What adapters share: their options, the text of a file, how a missing library or answer is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType

from vnplan import readers
from vnplan.errors import MissingDependency, VnplanError
from vnplan.evaluation.reading import Reading
from vnplan.readers.limits import Limits

Read = Callable[[Path], Reading]
"""Reads one rendition; raises a :class:`VnplanError` where it cannot, an :class:`Unasked` where it was not to."""


class Unasked(VnplanError):
    """The model was never asked about this rendition: not scored, while one that cannot be read counts as empty."""


@dataclass(frozen=True)
class Options:
    """What adapters may be told."""

    answers: Path | None = None
    """Folder of recorded answers, of systems that ask a model."""


def text_of(path: Path) -> str:
    """The text of a file in the order of vnplan's readers, for systems that read no files themselves.

    Raises:
        VnplanError: the file cannot be read.

    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise VnplanError(str(path), error.strerror or str(error)) from error
    return readers.read(data, path.name, Limits()).text


def library(name: str, system: str, install: str) -> ModuleType:
    """A module of a library that only this system needs.

    Raises:
        MissingDependency: it is not installed; the message says what to install.

    """
    try:
        return import_module(name)
    except ImportError as error:
        reason = f"{error.name or name} is not installed: pip install '{install}'"
        raise MissingDependency(system, reason) from error
