"""DOCX -> PDF by LibreOffice, and small pages of marks as PDF."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from source import Source

from renditions.word.form import USUAL, written
from renditions.word.page import saved


def printed(*words: bytes) -> list[bytes]:
    """The PDF of each DOCX, by one run of LibreOffice.

    Raises:
        RuntimeError: LibreOffice is not installed.
    """
    program = shutil.which("soffice")
    if not program:
        message = "LibreOffice (soffice) prints the PDFs of the pack and is not installed"
        raise RuntimeError(message)
    with tempfile.TemporaryDirectory() as folder:
        sources = [Path(folder, f"{number}.docx") for number in range(len(words))]
        for path, word in zip(sources, words, strict=True):
            path.write_bytes(word)
        profile = Path(folder, "profile").as_uri()
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", folder]
        # A long document takes seconds; minutes mean that the program hangs.
        subprocess.run([*command, *map(str, sources)], check=True, capture_output=True, timeout=180)  # noqa: S603
        return [path.with_suffix(".pdf").read_bytes() for path in sources]


def as_pdf(source: Source) -> bytes:
    """The usual document, printed."""
    return printed(saved(written(source, USUAL)))[0]
