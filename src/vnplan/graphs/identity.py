"""Identities of cited documents, read back from their ids (contract: Ids)."""

from __future__ import annotations

import re
from typing import NamedTuple

# A place begins with a letter, a year is four digits or unknown, so that the parts cannot be confused:
# document:2021/1983/QĐ-TTg, document:hai-duong/?/20-CTr/TU, plan:hai-duong/2022/1768/KH-UBND
_ID = re.compile(r"(?:document|plan):(?:(?P<place>[a-z][a-z0-9-]*)/)?(?P<year>\?|\d{4})/(?P<key>.+)", re.DOTALL)


class Name(NamedTuple):
    """What a document's id says."""

    place: str | None
    """Slug of the province; ``None`` for central bodies."""
    year: int | None
    key: str


def read_document_id(identity: str) -> Name | None:
    """The parts of the id of a plan or cited document; ``None`` if it is none.

    >>> read_document_id("document:hai-duong/?/20-CTr/TU")
    Name(place='hai-duong', year=None, key='20-CTr/TU')
    """
    match = _ID.fullmatch(identity)
    if not match:
        return None
    return Name(match["place"], None if match["year"] == "?" else int(match["year"]), match["key"])
