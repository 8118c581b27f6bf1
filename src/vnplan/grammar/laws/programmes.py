"""Programmes, schemes and strategies cited by title (chương trình, đề án, chiến lược)."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from vnplan.gazetteer import named_documents as registry
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Family

HEADS = ("chương trình", "đề án", "chiến lược")
"""Softened words that every programme cited by name begins with."""
_ANCHORS = tuple(re.compile(f"{words} ") for words in HEADS)
_KINDS = {"ch": "CTr", "đề": "ĐA"}
_QUOTED = re.compile(r'"(?P<title>[^"]{8,300})"')
_NATIONAL = re.compile(r"(?P<words>mục tiêu quốc gia|mtqg) (?P<about>về )?(?=\w)")
_END = re.compile(rf'[;:.()"|]|, | {any_of(Family.CITATION_CUE, means="after_programme")}')
_LONGEST_NAME = 160
"""Characters of a programme's name at most: the longest listed has 148."""
_PERIOD = re.compile(
    r",? (?:giai đoạn|thời kỳ) \d{4} ?- ?\d{4}|,? đến năm \d{4}(?:, (?:định hướng|tầm nhìn) đến năm \d{4})?"
)


EXAMPLES: Final = {
    "_END": (
        ("cầu cảng giai đoạn 1, đã", "cầu cảng theo", "cầu cảng (đợt"),
        ("cầu cảng 2021-2025", "cầu tạihuyện"),
    ),
    "_PERIOD": (
        (" giai đoạn 2021-2025", " đến năm 2030, tầm nhìn đến năm 2045"),
        (" năm 2025", " giai đoạn 2"),
        "match",
    ),
}


class ProgrammeName(NamedTuple):
    """A programme named in the text given."""

    start: int
    end: int
    name: str
    kind: str | None
    """``CTr`` or ``ĐA``; ``None`` for a strategy."""


def find_programme_names(text: str, soft: str) -> tuple[ProgrammeName, ...]:
    """Find programmes cited by a listed or quoted title in view text ``text``; ``soft`` is ``text`` softened."""
    found: list[ProgrammeName] = []
    for anchor in _ANCHORS:
        for match in anchor.finditer(soft):
            start, rest = match.start(), match.end()
            if not text[start].isupper():
                continue
            kind = None if match[0].startswith("chi") else _KINDS[match[0][:2]]
            hit = _listed(soft, start) or _quoted(text, start, rest) or _national(text, soft, start, rest)
            if hit:
                found.append(ProgrammeName(start, *hit, kind))
    return tuple(sorted(found))


def _listed(soft: str, start: int) -> tuple[int, str] | None:
    for name, row in registry.programmes().get(registry.head(soft[start : start + registry.HEAD]), ()):
        end = start + len(name)
        # Five words: shorter titles may be plain words.
        if row.number and name.count(" ") > 3 and soft.startswith(name, start) and not soft[end : end + 1].isalnum():
            return end, row.name
    return None


def _quoted(text: str, start: int, rest: int) -> tuple[int, str] | None:
    match = _QUOTED.match(text, rest)
    return (match.end(), text[start:rest] + match["title"].strip()) if match else None


def _national(text: str, soft: str, start: int, rest: int) -> tuple[int, str] | None:
    head = _NATIONAL.match(soft, rest)
    if not head:
        return None
    stop = _END.search(soft, head.end(), head.end() + _LONGEST_NAME)
    if not stop and len(soft) > head.end() + _LONGEST_NAME:
        return None
    end = stop.start() if stop else len(soft)
    period = _PERIOD.match(soft, end)
    end = period.end() if period else end
    # More than a short word follows.
    return (end, _usual(text[start : head.start()], text[head.end() : end].strip())) if end - head.end() > 4 else None


def _usual(head: str, rest: str) -> str:
    """The listed name where case, ``về`` or an abbreviation make the difference."""
    for about in ("", "về "):
        name = f"{head}mục tiêu quốc gia {about}{rest}"
        row = registry.programme(name)
        if row:
            return row
    return f"{head}mục tiêu quốc gia {rest}"
