"""Running heads and feet: which of them the pages show."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.grammar.letter.fixed_words import holds_motto
from vnplan.readers.docx.opening.package import Element, Package
from vnplan.readers.docx.styles import is_on
from vnplan.readers.docx.vocabulary import PARAGRAPH, REL_ID, SECTION, TEXT, W

_LETTERHEAD_WORDS = 1_500
"""Characters within which a body's own letterhead stands: a mark, two columns of names and the motto have 300."""
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


def letterhead_among(heads: list[Element], body: Element | None) -> Element | None:
    """The running head that holds the letterhead, where the body has none: some offices print their paper so."""
    if body is not None and holds_motto(_words(body, _LETTERHEAD_WORDS)):
        return None
    return next((head for head in heads if holds_motto(_words(head, _LETTERHEAD_WORDS))), None)


def _words(part: Element, most: int) -> str:
    """The first ``most`` characters of a part, a blank between its paragraphs."""
    found: list[str] = []
    size = 0
    for node in part.iter(TEXT, PARAGRAPH):
        found.append(" " if node.tag == PARAGRAPH else node.text or "")
        size += len(found[-1])
        if size > most:
            break
    return "".join(found)


def _switch(parent: Element, name: str) -> bool:
    found = parent.find(W + name)
    return found is not None and is_on(found)
