"""What short names stand for: ``Chỉ thị 32``, ``Luật PCCC``, a law first cited with its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from vnplan.grammar.citations.finder import Mention
from vnplan.models.citation import CitationKind
from vnplan.text.fold import fold_key

_ABOUT = re.compile(r"(?:về |V/v )")
_APPROVED = re.compile(r"(đề án|chương trình)", re.IGNORECASE)
_WHAT = {"đề án": "ĐA", "chương trình": "CTr"}
_LAW_WORD = {"L": "luật", "BL": "bộ luật", "PL": "pháp lệnh"}


def resolve(mentions: Sequence[Mention], own: AbstractSet[int]) -> list[Mention]:
    """Give each short citation the key of what it stands for, as far as the document tells; order is kept."""
    mentions = _spelled_alike(mentions)
    laws = _numbered_laws(mentions)
    numbers: dict[str, str | None] = {}
    initials = _initials(mentions)
    serials = _serials(mentions)
    out: list[Mention] = []
    for index, mention in enumerate(mentions):
        cited = mention.citation
        if cited.kind is CitationKind.NAMED and cited.key and laws:
            if cited.key not in numbers:
                numbers[cited.key] = _number_of(fold_key(cited.key), laws)
            number = numbers[cited.key]
            out.append(mention.moved(kind=CitationKind.ALIAS, key=number) if number else mention)
        elif cited.kind is CitationKind.ALIAS and cited.key is None and index not in own:
            key = _by_serial(mention, index, serials) if mention.serial and mention.serial[0].isdigit() else None
            out.append(mention.moved(key=key or initials.get(_letters(cited.text))))
        else:
            out.append(mention)
    return out


def _spelled_alike(mentions: Sequence[Mention]) -> list[Mention]:
    """Give names that differ in case and marks alone the spelling of the first."""
    first: dict[str, str] = {}
    for mention in mentions:
        if mention.citation.key and not mention.citation.number:
            first.setdefault(fold_key(mention.citation.key), mention.citation.key)
    return [
        m if m.citation.number or not m.citation.key else m.moved(key=first[fold_key(m.citation.key)]) for m in mentions
    ]


def _numbered_laws(mentions: Sequence[Mention]) -> dict[str, str]:
    """Folded name, and what follows it, of each law that is cited with its number -> the number."""
    found: dict[str, str] = {}
    for mention in mentions:
        cited = mention.citation
        if cited.kind is not CitationKind.NUMBERED or cited.doc_type not in _LAW_WORD or not cited.key:
            continue
        about = _ABOUT.match(cited.title or "")
        named = f"{_LAW_WORD[cited.doc_type]} {cited.title[about.end() :]}" if about and cited.title else mention.name
        if named:
            found.setdefault(fold_key(named), cited.key)
    return found


def _number_of(name: str, laws: dict[str, str]) -> str | None:
    """The number of the law called ``name``: "Luật số N về X, sửa đổi năm 2025" is Luật X."""
    return next(
        (number for named, number in laws.items() if named == name or named.startswith(f"{name} sửa đổi ")), None
    )


def _initials(mentions: Sequence[Mention]) -> dict[str, str]:
    """First letters of each law's name -> its key: ``LPCCCCNCH`` for Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ."""
    return {
        "".join(word[0] for word in fold_key(m.citation.key).split() if word != "và").upper(): m.citation.key
        for m in mentions
        if m.citation.kind is CitationKind.NAMED and m.citation.key
    }


def _letters(text: str) -> str:
    """The same of a short name: ``Luật PCCC và CNCH`` -> ``LPCCCCNCH``."""
    head, _, rest = text.partition(" ")
    return (head[:1] + "".join(c for c in rest if c.isupper())).upper()


_Serials = dict[tuple[str | None, str], dict[str, int]]


def _serials(mentions: Sequence[Mention]) -> _Serials:
    """Type and number without leading zeros -> keys that bear them, with the index of the first mention."""
    found: _Serials = {}
    for index, mention in enumerate(mentions):
        cited = mention.citation
        if cited.number and cited.key:
            serial = cited.number.serial.lstrip("0")
            # "Đề án 06" is the scheme that decision 06 approves.
            what = _APPROVED.search(cited.title or "") if cited.doc_type == "QĐ" else None
            for code in {cited.doc_type, _WHAT[what[1].lower()]} if what else {cited.doc_type}:
                found.setdefault((code, serial), {}).setdefault(cited.key, index)
    return found


def _by_serial(mention: Mention, index: int, serials: _Serials) -> str | None:
    """The one document of the same type and number: cited before, else anywhere; ``None`` if two are."""
    keys = serials.get((mention.citation.doc_type, (mention.serial or "").lstrip("0")), {})
    before = [key for key, first in keys.items() if first < index] or list(keys)
    return before[0] if len(before) == 1 else None
