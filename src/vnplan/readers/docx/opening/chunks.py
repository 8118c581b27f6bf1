"""Documents embedded in a Word file (``w:altChunk``): the part that holds one -> its text and blocks.

Word shows them as if they stood in the document itself. HTML, text and RTF are read by their own readers; a Word file
inside a Word file is not opened, since it may hold itself.
"""

from __future__ import annotations

from vnplan import readers
from vnplan.errors import VnplanError
from vnplan.readers.docx.opening.package import Package
from vnplan.readers.format_detection import Format, sniff
from vnplan.readers.limits import Limits
from vnplan.readers.source import SourceDocument

_READ = frozenset({Format.HTML, Format.TEXT, Format.RTF})


class Chunks:
    """Reads the embedded documents of one package."""

    def __init__(self, package: Package, limits: Limits) -> None:
        self._package = package
        self._limits = limits

    def read(self, relationship: str | None) -> SourceDocument | None:
        """The document under a relationship id; ``None`` where it is missing, damaged or a Word file itself."""
        data = self._package.blob(relationship)
        try:
            if data is None or sniff(data, self._package.name) not in _READ:
                return None
            return readers.read(data, self._package.name, self._limits)
        except VnplanError:
            return None  # counted and told as an embedded document that is not read
