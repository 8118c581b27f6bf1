"""The files of a folder, and what the row of each says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from vnplan.batch.result import ParseResult
from vnplan.corpus.rows import Row, Rows
from vnplan.errors import VnplanError

SUFFIXES: Final = frozenset(
    (".doc", ".docm", ".docx", ".htm", ".html", ".markdown", ".md", ".mht", ".mhtml", ".odt", ".pdf", ".rtf", ".txt",
     ".xlsm", ".xlsx")
)  # fmt: skip
"""What is taken from a folder where no pattern is given; the format itself is told by the bytes."""


class File(NamedTuple):
    """A file that stands in the folder."""

    name: str
    """Path below the folder, with ``/``: the same on every machine."""
    path: Path
    sha256: str
    size: int


def names(folder: Path, patterns: Sequence[str] = ()) -> tuple[str, ...]:
    """The files below ``folder``, in order of their names; hidden ones are left out.

    Args:
        folder: where to look.
        patterns: such as ``*.docx`` or ``2025/*.pdf``; without any, every file with a known suffix.

    Raises:
        VnplanError: there is no such folder.

    """
    if not folder.is_dir():
        raise VnplanError(str(folder), "is no folder")
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return tuple(sorted(name for name in found if wanted(name, patterns)))


def wanted(name: str, patterns: Sequence[str]) -> bool:
    """True for a path below the folder that one of the patterns means, by its end or as a whole; ``*`` is ``/`` too."""
    path = PurePosixPath(name)
    if any(part.startswith(".") for part in path.parts):
        return False
    if not patterns:
        return path.suffix.lower() in SUFFIXES
    return any(fnmatchcase(path.name, pattern) or fnmatchcase(name, pattern) for pattern in patterns)


def printable(name: str) -> str:
    """A file name as text that can be stored, where its bytes are no UTF-8."""
    return name.encode("utf-8", "backslashreplace").decode()


def files(folder: Path, patterns: Sequence[str] = ()) -> Iterator[File]:
    """The same with size and hash; a file that cannot be opened has the hash ``""`` and gets its error when read."""
    for name in names(folder, patterns):
        path = folder / name
        try:
            with path.open("rb") as file:
                yield File(printable(name), path, hashlib.file_digest(file, "sha256").hexdigest(), path.stat().st_size)
        except OSError:
            yield File(printable(name), path, "", 0)


def file_row(file: File, result: ParseResult[Rows]) -> Row:
    """The row of ``files``: the document that it holds, or why it holds none."""
    if result.plan is not None:
        return (file.name, file.sha256, file.size, result.plan["documents"][0][0], None, None)
    kind = type(result.error).__name__
    reason = result.error.reason if result.error else ""
    return (file.name, file.sha256 or None, file.size, None, kind, reason)
