"""The folder of a document -> its renditions as files, by ``renditions.toml``.

A file that LibreOffice prints differs from run to run. It is kept as long as its source and the version of its
rendition are those that ``renditions.lock.json`` has a sign of.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path

import source

from renditions.table import RENDITIONS

WANTED, LOCK = "renditions.toml", "renditions.lock.json"


def wanted(folder: Path) -> list[str]:
    """Names of the renditions of a document.

    Raises:
        KeyError: the document or one of its renditions is unknown.
    """
    names: list[str] = tomllib.loads((folder.parent / WANTED).read_text("utf-8"))["documents"][folder.name]
    if unknown := [name for name in names if name not in RENDITIONS]:
        message = f"{folder.name}: no rendition {', '.join(unknown)}"
        raise KeyError(message)
    return names


def file_name(folder: Path, name: str) -> str:
    """``<id>.<rendition>.<suffix>``."""
    return f"{folder.name}.{name}.{RENDITIONS[name].suffix}"


def render(folder: Path) -> dict[str, bytes]:
    """Every rendition of a document, made anew: file name -> bytes."""
    told = source.read(folder / "source.txt")
    return {file_name(folder, name): RENDITIONS[name].make(told) for name in wanted(folder)}


def write(folder: Path) -> list[str]:
    """Write the renditions, keep what is still true, remove what is no longer wanted; the names of the files written."""
    told = source.read(folder / "source.txt")
    lock = locked(folder)
    made = []
    signs = {}
    for name in wanted(folder):
        file = file_name(folder, name)
        signs[file] = sign(folder, name)
        if RENDITIONS[name].program and lock.get(file) == signs[file] and (folder / file).exists():
            continue
        (folder / file).write_bytes(RENDITIONS[name].make(told))
        made.append(file)
    for path in folder.glob(f"{folder.name}.*.*"):
        if path.name not in signs:
            path.unlink()
    # Text, HTML, Markdown and DOCX are the same in every run and need no sign.
    kept = {file: of for file, of in lock.items() if not file.startswith(f"{folder.name}.")}
    kept |= {file_name(folder, name): sign(folder, name) for name in wanted(folder) if RENDITIONS[name].program}
    (folder.parent / LOCK).write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", "utf-8")
    return made


def sign(folder: Path, name: str) -> str:
    """What decides whether a kept file is still true: the source and the version of the rendition."""
    words = (folder / "source.txt").read_bytes()
    return hashlib.sha256(words + f"\n{name} {RENDITIONS[name].version}".encode()).hexdigest()[:16]


def locked(folder: Path) -> dict[str, str]:
    """The sign of each kept file."""
    path = folder.parent / LOCK
    signs: dict[str, str] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return signs
