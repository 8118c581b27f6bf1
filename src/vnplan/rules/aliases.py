"""What short names stand for: ``Chỉ thị 32``, ``Luật PCCC``, a law first cited with its number."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from vnplan.grammar.citations import Mention
from vnplan.models.citation import CitationKind
from vnplan.text.fold import key as fold

_ABOUT = re.compile(r"(?:về |V/v )(?P<name>[^,;()]{3,200})")
_LAW_WORD = {"L": "luật", "BL": "bộ luật", "PL": "pháp lệnh"}


def resolve(mentions: Sequence[Mention], own: Set[int]) -> list[Mention]:
    """Give each short citation the key of what it stands for, as far as the document tells; order is kept."""
    numbers = _numbered_laws(mentions)
    initials = _initials(mentions)
    out: list[Mention] = []
    for index, mention in enumerate(mentions):
        cited = mention.citation
        if cited.kind is CitationKind.NAMED and (number := numbers.get(fold(cited.key or ""))):
            out.append(mention.moved(kind=CitationKind.ALIAS, key=number))
        elif cited.kind is CitationKind.ALIAS and cited.key is None and index not in own:
            key = _by_serial(mentions, index) if mention.serial and mention.serial[0].isdigit() else None
            out.append(mention.moved(key=key or initials.get(_letters(cited.text))))
        else:
            out.append(mention)
    return out


def _numbered_laws(mentions: Sequence[Mention]) -> dict[str, str]:
    """Folded name of each law that is cited with its number -> the number."""
    found: dict[str, str] = {}
    for mention in mentions:
        cited = mention.citation
        if cited.kind is not CitationKind.NUMBERED or cited.doc_type not in _LAW_WORD or not cited.key:
            continue
        about = _ABOUT.match(cited.title or "")
        name = mention.name or (f"{_LAW_WORD[cited.doc_type]} {about['name']}" if about else None)
        if name:
            found.setdefault(fold(name), cited.key)
    return found


def _initials(mentions: Sequence[Mention]) -> dict[str, str]:
    """First letters of each law's name -> its key: ``LPCCCCNCH`` for Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ."""
    return {
        "".join(word[0] for word in fold(m.citation.key).split() if word != "và").upper(): m.citation.key
        for m in mentions
        if m.citation.kind is CitationKind.NAMED and m.citation.key
    }


def _letters(text: str) -> str:
    """The same of a short name: ``Luật PCCC và CNCH`` -> ``LPCCCCNCH``."""
    head, _, rest = text.partition(" ")
    return (head[:1] + "".join(c for c in rest if c.isupper())).upper()


def _by_serial(mentions: Sequence[Mention], index: int) -> str | None:
    """The one document of the same type and number: cited before, else anywhere; ``None`` if two are."""
    cited = mentions[index].citation
    serial = (mentions[index].serial or "").lstrip("0")
    for stretch in (mentions[:index], mentions[index:]):
        keys = {
            m.citation.key
            for m in stretch
            if m.citation.number
            and m.citation.number.serial.lstrip("0") == serial
            and m.citation.doc_type == cited.doc_type
        }
        if keys:
            return keys.pop() if len(keys) == 1 else None
    return None
