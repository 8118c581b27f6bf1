"""Running heads and feet: which of them the pages show."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.readers.docx.package import Element, Package
from vnplan.readers.docx.styles import is_on
from vnplan.readers.docx.vocabulary import REL_ID, SECTION, TEXT, W

_REFERENCES = (W + "headerReference", W + "footerReference")


def shown(package: Package) -> Iterator[Element]:
    """The header and footer parts that some page shows, in the order of the sections; equal words once."""
    settings = package.related("settings")
    even = settings is not None and _switch(settings, "evenAndOddHeaders")
    seen: set[str] = set()
    words: set[str] = set()
    for section in package.document.iter(SECTION):
        for reference in section.iterchildren(*_REFERENCES):
            kind, name = reference.get(W + "type", "default"), reference.get(REL_ID, "")
            hidden = (kind == "first" and not _switch(section, "titlePg")) or (kind == "even" and not even)
            if hidden or name in seen:
                continue
            seen.add(name)
            part = package.part(name)
            said = "" if part is None else "".join(t.text or "" for t in part.iter(TEXT))
            if part is not None and (not said or said not in words):
                words.add(said)
                yield part


def _switch(parent: Element, name: str) -> bool:
    found = parent.find(W + name)
    return found is not None and is_on(found)
