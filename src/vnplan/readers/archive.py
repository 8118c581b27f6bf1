"""Zip packages (DOCX, XLSX): refused before anything is unpacked where unpacking would hurt."""

from __future__ import annotations

import io
import zipfile
import zlib

from vnplan.errors import CorruptDocument, EncryptedDocument, LimitExceeded
from vnplan.readers.limits import Limits

# Deflate itself ends at 1032:1. Parts of real office files stay under 60:1; small parts of
# blanks may pass that, so only parts that would hurt are judged.
_BOMB_RATIO = 200
_BOMB_BYTES = 64_000_000
"""Bytes unpacked below which a part hurts no machine, whatever its ratio."""
DAMAGE = (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
"""What :mod:`zipfile` raises on damaged archives (``zlib.error`` aside, which it lets through)."""


def check(data: bytes, name: str, limits: Limits) -> None:
    """Judge the directory of the archive ``data``; nothing is unpacked.

    Sizes come from the directory; :mod:`zipfile` never unpacks more of a part
    than its directory entry says, so they bind.

    Raises:
        CorruptDocument: the archive has no readable directory.
        EncryptedDocument: a part asks for a password.
        LimitExceeded: the parts together pass ``limits.unzipped_bytes``, or one is a bomb.

    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except DAMAGE as error:
        raise CorruptDocument(name, f"the zip archive cannot be opened: {error}") from error
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise EncryptedDocument(name, "parts of the zip archive are protected by a password")
    total = sum(entry.file_size for entry in entries)
    if total > limits.unzipped_bytes:
        raise LimitExceeded(name, f"unpacks to {total} bytes, over {limits.unzipped_bytes} (Limits.unzipped_bytes)")
    for entry in entries:
        if entry.file_size > max(_BOMB_BYTES, _BOMB_RATIO * entry.compress_size):
            raise LimitExceeded(name, f"part {entry.filename!r} is a zip bomb: {entry.file_size} bytes once unpacked")


def with_slashes(data: bytes) -> bytes:
    """The archive with ``/`` between the parts of its names, where a careless program wrote backslashes.

    Call :func:`check` before: this unpacks every part of such an archive.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if not any("\\" in name for name in archive.namelist()):
            return data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as mended:
            for entry in archive.infolist():
                try:
                    blob = archive.read(entry)
                except (*DAMAGE, zlib.error):
                    continue  # a part that cannot be read is missing, as in any other archive
                mended.writestr(entry.filename.replace("\\", "/"), blob)
    return out.getvalue()
