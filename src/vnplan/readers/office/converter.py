"""Old Word files (.doc), RTF and OpenDocument, by way of LibreOffice; .doc also by antiword or catdoc.

The conversion runs in a process of its own, with a profile of its own and a
time limit after which it is killed with everything that it started.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from vnplan.diagnostics import note
from vnplan.errors import CorruptDocument, LimitExceeded, MissingDependency
from vnplan.models.diagnostic import DiagnosticCode
from vnplan.readers import archive
from vnplan.readers.format_detection import Format, sniff
from vnplan.readers.limits import Limits
from vnplan.readers.source import SourceDocument

_MEDIA_TYPES = {
    Format.DOC: "application/msword",
    Format.RTF: "application/rtf",
    Format.ODT: "application/vnd.oasis.opendocument.text",
}
# Text extractors for .doc alone: they lose tables and numbering, so they come second, with a diagnostic.
_EXTRACTORS = (("antiword", ("-m", "UTF-8.txt", "-w", "0")), ("catdoc", ("-d", "utf-8", "-w")))


def read(data: bytes, name: str, limits: Limits) -> SourceDocument:
    """Read a .doc, .rtf or .odt file.

    Raises:
        MissingDependency: neither LibreOffice nor, for .doc, antiword or catdoc is installed.
        CorruptDocument: the converter cannot read the file.
        LimitExceeded: the conversion took longer than ``limits.seconds``.

    """
    kind = sniff(data, name)
    if kind is Format.ODT:
        archive.check(data, name, limits)
    if soffice := shutil.which("soffice") or shutil.which("libreoffice"):
        document = _by_office(soffice, kind, data, name, limits)
    elif kind is Format.DOC and (found := _extractor()):
        document = _by_extractor(found, data, name, limits)
    else:
        raise MissingDependency(name, f"reading .{kind} needs LibreOffice: install it so that `soffice` is on the PATH")
    source = document.source.model_copy(
        update={
            "name": name,
            "media_type": _MEDIA_TYPES[kind],
            "sha256": sha256(data).hexdigest(),
            "reader": kind.value,
        }
    )
    return replace(document, source=source)


def _by_office(soffice: str, kind: Format, data: bytes, name: str, limits: Limits) -> SourceDocument:
    from vnplan.readers import docx

    with tempfile.TemporaryDirectory(prefix="vnplan-") as folder:
        source = Path(folder, f"source.{kind}")
        source.write_bytes(data)
        profile = Path(folder, "profile").as_uri()
        command = (soffice, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "docx")
        _run((*command, "--outdir", folder, str(source)), name, limits)
        made = source.with_suffix(".docx")
        if not made.exists():
            raise CorruptDocument(name, f"LibreOffice cannot read this .{kind} file")
        if made.stat().st_size > limits.bytes:
            raise LimitExceeded(name, f"more than {limits.bytes} bytes after conversion (Limits.bytes)")
        return docx.read(made.read_bytes(), name, limits)


def _extractor() -> tuple[str, ...] | None:
    for program, options in _EXTRACTORS:
        if path := shutil.which(program):
            return (path, *options)
    return None


def _by_extractor(command: tuple[str, ...], data: bytes, name: str, limits: Limits) -> SourceDocument:
    from vnplan.readers.text import plain

    with tempfile.TemporaryDirectory(prefix="vnplan-") as folder:
        source = Path(folder, "source.doc")
        source.write_bytes(data)
        text = _run((*command, str(source)), name, limits)
    document = plain.read(text, name, limits)
    program = Path(command[0]).name
    return replace(document, diagnostics=(*document.diagnostics, note(DiagnosticCode.STRUCTURE_LOST, program=program)))


def _run(command: tuple[str, ...], name: str, limits: Limits) -> bytes:
    """Standard output of a converter; the whole process group dies when time is up."""
    with subprocess.Popen(  # noqa: S603 -- a fixed program with fixed options; the file has a name of ours
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            output, _ = process.communicate(timeout=limits.seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise LimitExceeded(name, f"conversion took more than {limits.seconds} seconds (Limits.seconds)") from None
    if process.returncode:
        program = Path(command[0]).name
        raise CorruptDocument(name, f"{program} cannot read the file (exit status {process.returncode})")
    return output
