"""Every rendition of the pack by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from source import Source

from renditions.markdown import pandoc, pipes, wrapped
from renditions.pdf import printing, scan, shifted, sideways, signed, stamped
from renditions.text import dump, legacy, plain
from renditions.web import lawsite, news, portal
from renditions.word import automatic, controls, merged, typed


@dataclass(frozen=True)
class Rendition:
    """How a file is made. ``version`` is counted on when it is to be made anew although its source is the same.

    ``program``: what prints it, where its bytes differ from run to run, so that a made file is kept.
    """

    suffix: str
    make: Callable[[Source], bytes]
    version: int = 1
    program: str | None = None


def _office(make: Callable[[Source], bytes]) -> Rendition:
    return Rendition("pdf", make, program="LibreOffice")


RENDITIONS = {
    "txt-cells": Rendition("txt", plain.as_cells),
    "txt-flat": Rendition("txt", dump.as_flat),
    "txt-running": Rendition("txt", plain.as_running),
    "txt-tcvn3": Rendition("txt", legacy.as_tcvn3),
    "txt-vni": Rendition("txt", legacy.as_vni),
    "md-pipe": Rendition("md", pipes.as_pipes),
    "md-pandoc": Rendition("md", pandoc.as_grids),
    "md-wrapped": Rendition("md", wrapped.as_wrapped),
    "md-spaced": Rendition("md", pipes.as_spaced),
    "html-portal": Rendition("html", portal.as_portal),
    "html-lawsite": Rendition("html", lawsite.as_lawsite),
    "html-news": Rendition("html", news.as_news),
    "docx-typed": Rendition("docx", typed.as_typed),
    "docx-auto": Rendition("docx", automatic.as_automatic),
    "docx-controls": Rendition("docx", controls.as_controls),
    "docx-merged": Rendition("docx", merged.as_merged),
    "pdf": _office(printing.as_pdf),
    "pdf-signed": _office(signed.as_signed),
    "pdf-stamped": _office(stamped.as_stamped),
    "pdf-sideways": _office(sideways.as_sideways),
    "pdf-shifted": _office(shifted.as_shifted),
    "scan-150": _office(scan.as_scan_150),
    "scan-200": _office(scan.as_scan_200),
    "scan-300": _office(scan.as_scan_300),
}
