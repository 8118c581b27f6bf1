"""docling's Markdown -> outline, tables and tasks by simple rules.

docling turns Word, HTML and Markdown files into one document without any model; its backends are called as its
converter calls them, since the converter itself imports torch. PDF goes through its models of layout and tables, whose
weights are to be downloaded: no PDF is given to it here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from vnplan.errors import CorruptDocument, UnsupportedFormat
from vnplan.evaluation.reading import Reading
from vnplan.evaluation.systems.adapter import Options, Read, library
from vnplan.evaluation.systems.grids import Grid, outline_of, table_of, tasks_of

_INSTALL = "docling-slim[format-docx,format-web]"
_BACKENDS: Final = {
    ".docx": ("DOCX", "docling.backend.msword_backend", "MsWordDocumentBackend"),
    ".html": ("HTML", "docling.backend.html_backend", "HTMLDocumentBackend"),
    ".md": ("MD", "docling.backend.md_backend", "MarkdownDocumentBackend"),
}
"""Suffix -> docling's name of the format, module and class of its backend."""


def reader(_: Options) -> Read:
    """What turns a file into Markdown and reads it.

    Raises:
        MissingDependency: docling or what its backends need is not installed.

    """
    for _name, module, _class in _BACKENDS.values():
        library(module, "docling", _INSTALL)
    return lambda path: read_markdown(_markdown(path))


def _markdown(path: Path) -> str:
    if path.suffix not in _BACKENDS:
        raise UnsupportedFormat(path.name, f"docling is asked for {', '.join(_BACKENDS)} only")
    name, module, class_name = _BACKENDS[path.suffix]
    formats = library("docling.datamodel.base_models", "docling", _INSTALL)
    documents = library("docling.datamodel.document", "docling", _INSTALL)
    backend = getattr(library(module, "docling", _INSTALL), class_name)
    given: Any = documents.InputDocument(
        path_or_stream=path, format=getattr(formats.InputFormat, name), backend=backend
    )
    if not given.valid:
        raise CorruptDocument(path.name, "docling cannot read it")
    markdown: str = backend(in_doc=given, path_or_stream=path).convert().export_to_markdown()
    return markdown


def read_markdown(markdown: str) -> Reading:
    """Outline, tables and tasks of a Markdown text with pipe tables."""
    lines = markdown.splitlines()
    grids = list(_grids(lines))
    told = {
        "outline": list(outline_of(line for line in lines if not line.startswith("|"))),
        "tables": [table_of(grid, f"t{index}") for index, grid in enumerate(grids, 1)],
        "tasks": [task for grid in grids for task in tasks_of(grid)],
    }
    return Reading.model_validate(told)


def _grids(lines: list[str]) -> list[Grid]:
    """The pipe tables, their marks of emphasis and their lines of dashes left out."""
    found: list[list[list[str]]] = []
    inside = False
    for line in lines:
        cells = [cell.strip().replace("**", "") for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|"):
            inside = False
        elif not all(set(cell) <= set("-: ") and cell for cell in cells):
            if not inside:
                found.append([])
            inside = True
            found[-1].append(cells)
    return list(found)
