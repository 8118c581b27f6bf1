"""Resolutions of congresses and plenums cited without number (nghị quyết đại hội, nghị quyết trung ương)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from vnplan.grammar.markers import ordinals
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.text.numerals import SMALL_ROMAN

HEADS = ("nghị quyết", "văn kiện")
"""Softened words that every resolution cited by name begins with."""
_MEETS = r"(?:đại hội|hội nghị|trung ương|tw|bch|ban chấp hành|lần thứ)"
_HEAD = re.compile(rf"(?:{'|'.join(HEADS)}) (?=(?:của |tại |số )?{_MEETS})")
_CONGRESS = re.compile(r"(?:của |tại )?đại hội\b")
_LEVEL = any_of(Family.LEVEL, Context.PROSE)
_PIECES = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("delegates", r" đại biểu"),
        ("nation", r" toàn quốc| đảng toàn quốc"),
        ("unit", rf"(?: của)? đảng bộ(?P<unit> (?:{_LEVEL}|khối\b))?"),
        ("party", r"(?: của)? đảng(?! (?:ủy|bộ|viên|đoàn))(?: cộng sản việt nam| ta)?\b"),
        ("ordinal", rf",? ?\(?(?:lần thứ|khóa)? (?P<ordinal>{SMALL_ROMAN}|\d{{1,2}})\b\)?"),
        ("term", r",? ?\(?nhiệm kỳ \d{4} ?- ?\d{4}\)?"),
    )
)
_PLACE = re.compile(r"(?: [A-ZĐÀ-Ỹ][^\W\d_]*(?:-[A-ZĐÀ-Ỹ][^\W\d_]*)?){1,4}")
_NEXT_TERM = re.compile(rf"(?:, ?| và |, và )(?:khóa )?(?P<term>{SMALL_ROMAN})\b")
_ROMAN = re.compile(rf"{SMALL_ROMAN}\Z")
_BODY = r"(?:ban\ chấp\ hành\ |bch\ )? (?:trung\ ương|tw) (?:\ đảng)?"
_ORDINAL_WORD = r"(?:mười\ )?\w+"
# The plenum's ordinal stands before the body in words or after it in digits or words, the term beside either.
_PLENUM = re.compile(
    rf"""
    (?:của\ |tại\ )? (?:hội\ nghị\ )?
    (?:lần\ thứ\ (?P<word>{_ORDINAL_WORD}) ,?\ ?\(?(?:khóa\ (?P<early>{SMALL_ROMAN})\)?,?\ )?)? (?:của\ )?
    {_BODY} (?:\ lần\ thứ)? (?:\ (?P<digit>\d{{1,2}}))? (?:\ lần\ thứ\ (?P<late>{_ORDINAL_WORD}))?
    ,?\ ?\(? (?:khóa\ (?P<term>{SMALL_ROMAN}|\d{{1,2}})\)?)?
    """,
    re.VERBOSE,
)
_NUMERALS = "0 i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi"
_TERMS = _NUMERALS.split()


EXAMPLES: Final = {
    "_HEAD": (("nghị quyết đại hội", "văn kiện của đại hội", "nghị quyết tw"), ("nghị quyết số 5", "nghị quyết về")),
    "_PLENUM": (
        ("hội nghị lần thứ sáu ban chấp hành trung ương khóa xii", "trung ương 4 khóa xi", "tw lần thứ mười"),
        ("hội nghị khách hàng", "đại hội"),
        "match",
    ),
}


class PartyName(NamedTuple):
    """A resolution named in the text given."""

    start: int
    end: int
    name: str
    local: bool = False
    """The name says ``tỉnh`` or ``thành phố`` and leaves out which."""


def find_party_names(text: str, soft: str) -> tuple[PartyName, ...]:
    """Find every congress or plenum resolution cited by name in view text ``text``; ``soft`` is ``text`` softened."""
    found: list[PartyName] = []
    for head in _HEAD.finditer(soft):
        if soft[head.start() - 1 : head.start()].isalnum():
            continue
        name = _congress(text, soft, head) or _plenum(soft, head)
        if name:
            found += [name, *_other_terms(soft, name)]
    return tuple(found)


def _other_terms(soft: str, first: PartyName) -> Iterator[PartyName]:
    """``Nghị quyết Trung ương 4 khóa XI, XII``: the plenums of later terms, each at its numeral."""
    head, mark, _ = first.name.rpartition(" khóa ")
    end = first.end
    while mark and (term := _NEXT_TERM.match(soft, end)):
        end = term.end()
        yield PartyName(term.start("term"), end, f"{head} khóa {term['term'].upper()}")


def _congress(text: str, soft: str, head: re.Match[str]) -> PartyName | None:
    opening = _CONGRESS.match(soft, head.end())
    if not opening:
        return None
    end, place = opening.end(), ""
    seen: dict[str, re.Match[str]] = {}
    while piece := _next_piece(soft, end, seen):
        name, match = piece
        seen[name] = match
        end = match.end()
        if name == "unit" and match["unit"]:
            where = _PLACE.match(text, end)
            place = where[0] if where and not text[head.start() : end].isupper() else ""
            end += len(place)
    return _congress_name(head.start(), end, seen, place)


def _next_piece(soft: str, end: int, seen: dict[str, re.Match[str]]) -> tuple[str, re.Match[str]] | None:
    for name, pattern in _PIECES:
        match = None if name in seen else pattern.match(soft, end)
        if match and not (name == "ordinal" and "ordinal" in seen):
            return name, match
    return None


def _congress_name(start: int, end: int, seen: dict[str, re.Match[str]], place: str) -> PartyName | None:
    ordinal = seen["ordinal"]["ordinal"].upper() if "ordinal" in seen else ""
    if "unit" in seen:
        unit = (seen["unit"]["unit"] or "") + place
        if not unit:
            return None  # "Nghị quyết Đại hội Đảng bộ các cấp"
        name = f"Nghị quyết Đại hội {ordinal} của Đảng bộ{unit}" if ordinal else f"Nghị quyết Đại hội Đảng bộ{unit}"
        return PartyName(start, end, name, local=bool(ordinal) and unit in {" tỉnh", " thành phố"})
    if not ordinal:
        return None  # "Nghị quyết Đại hội Đảng các cấp": none of them in particular
    return PartyName(start, end, f"Nghị quyết Đại hội {ordinal} của Đảng")


def _plenum(soft: str, head: re.Match[str]) -> PartyName | None:
    match = _PLENUM.match(soft, head.end())
    if not match:
        return None
    word = match["word"] or match["late"]
    ordinal = match["digit"] or _number(word or "")
    term = match["term"] or match["early"]
    if not ordinal or not term:
        return None
    if term.isdigit():
        term = _TERMS[int(term)] if int(term) < len(_TERMS) else ""
    if not _ROMAN.match(term):
        return None
    end = match.end() - (len(match[0]) - len(match[0].rstrip(" ,(")))
    return PartyName(head.start(), end, f"Nghị quyết Trung ương {ordinal} khóa {term.upper()}")


def _number(word: str) -> str | None:
    """Digits of an ordinal word, from one to fifteen: ``sáu``, ``mười hai``, ``mười lăm``."""
    ten, _, one = word.rpartition(" ")
    value = 5 if (ten, one) == ("mười", "lăm") else ordinals.word(one)
    if value is None:
        return word if word.isdigit() else None
    return str(value + 10 if ten else value)
