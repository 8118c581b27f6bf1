"""Laws, codes, ordinances and the Constitution cited by name (Decree 30/2020/NĐ-CP, Annex I, II.6: without number)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from vnplan.gazetteer import named_documents as registry
from vnplan.grammar.laws.name_ends import LONGEST, WORD, name_end, opens_name
from vnplan.lexicon.patterns import select
from vnplan.lexicon.rows import Family, Row
from vnplan.text.fold import slug

_HEAD_ROWS = select(Family.CITATION_CUE, means="law_head")
HEADS = (*(row.words for row in _HEAD_ROWS), "hiến pháp")
"""Softened words that every law cited by name begins with."""


def _anchor(row: Row) -> re.Pattern[str]:
    """What may not stand before is looked at last: a pattern that begins with letters is searched for much faster."""
    other = "".join(f"(?<!{before} {row.words})" for before in row.not_after)
    return re.compile(rf"{row.words}(?<!\w{row.words}){other} (?=\w)")


_ANCHORS = (*map(_anchor, _HEAD_ROWS), re.compile(r"hiến pháp\b(?<!\whiến pháp)(?<!nghị hiến pháp)"))
_HEAD_OF_LIST = re.compile(r"luật ?: ?")
_NEXT_ITEM_MARK = re.compile(r"[,;] |,? và ")
_AMENDING = re.compile(
    r"sửa đổi(?:, bổ sung| và bổ sung| bổ sung)? (?:một số điều |một số nội dung )?(?:của )?(?:các )?"
)
_NEXT_LAW = re.compile(r"(?:,| và|, và) (?=(?:bộ )?luật |pháp lệnh )")
_LAW_HEAD = re.compile(r"(?:(bộ luật)|(luật)|(pháp lệnh)) ")
_ASIDE = re.compile(r" ?\([\w&/Đ -]{2,24}\)")
_REVISED = re.compile(r" ?\(sửa đổi(?:, bổ sung)?\)| sửa đổi(?=[,;.:)\"|]|\Z| (?:năm|và|theo|trong|trình|để)\b)")
_ABOUT = re.compile(r"về (?=[A-ZĐÂÊÔƠƯ])")
_CONSTITUTION = re.compile(r"(?: nước cộng hòa xã hội chủ nghĩa việt nam)?")
_WITH_ASIDES = 240
"""The same with abbreviations in brackets between its words."""
_MOST_AMENDED = 12
"""Bound on the laws read after one amending head, so that hostile lists stay cheap; chosen, not measured."""
_DATED = re.compile(r",? (?:\(?ngày \d|số:? ?\d|năm (?:19|20)\d\d)")


EXAMPLES: Final = {
    "_ANCHORS": (
        ("căn cứ luật đất đai", "pháp lệnh cầu cảng", "hiến pháp"),
        ("kỷ luật lao động", "các luật khác", "luật"),
    ),
    "_AMENDING": (("sửa đổi, bổ sung một số điều của luật", "sửa đổi luật"), ("bổ sung luật",), "match"),
    "_REVISED": ((" (sửa đổi)", " sửa đổi năm 2024"), (" sửa đổi luật",), "match"),
}


class LawName(NamedTuple):
    """A law named in the text given."""

    start: int
    end: int
    name: str
    """As it is to be written: the listed name, else as printed."""
    kind: str
    """``L``, ``BL``, ``PL`` or ``HP``."""
    short: bool = False
    """The name is initials alone (``Luật PCCC và CNCH``): it stands for a law named elsewhere."""


def find_law_names(text: str, soft: str) -> tuple[LawName, ...]:
    """Find every law named in view text ``text``; ``soft`` is ``text`` softened."""
    found = [law for anchor in _ANCHORS for match in anchor.finditer(soft) if (law := _law(text, soft, match))]
    return tuple(sorted([*found, *_shared_head(text, soft)]))


def _shared_head(text: str, soft: str) -> Iterator[LawName]:
    """``các Luật: Đầu tư, Đấu thầu, Doanh nghiệp``: the head stands once; only listed names are told apart."""
    for head in _HEAD_OF_LIST.finditer(soft):
        position = head.end()
        while position < len(soft) and text[position].isupper():
            item = _listed("luật " + soft[position : position + LONGEST], 0)
            if not item:
                break
            end = position + item[0] - len("luật ")
            yield LawName(position, end, item[1], "L")
            more = _NEXT_ITEM_MARK.match(soft, end)
            if not more:
                break
            position = more.end()


def _law(text: str, soft: str, match: re.Match[str]) -> LawName | None:
    start = match.start()
    # "theo quy định Luật Đầu tư" names a law, "quy định luật chơi" does not.
    if soft.endswith("định ", 0, start) and not text[start].isupper():
        return None
    if match[0] == "hiến pháp":
        return _constitution(soft, start) if text[start].isupper() else None
    return law_at(text, soft, start - len("bộ ") if soft.endswith("bộ ", 0, start) else start)


def law_at(text: str, soft: str, start: int, *, outer: bool = True) -> LawName | None:
    """Read the law whose head word (``Luật``, ``Bộ luật``, ``Pháp lệnh``) stands at ``start``, else ``None``.

    ``outer`` is false for a law that another amends.
    """
    head = _LAW_HEAD.match(soft, start)
    if not head:
        return None
    kind = "BL" if head[1] else "L" if head[2] else "PL"
    amending = _AMENDING.match(soft, head.end())
    if amending:
        return _amending_law(text, soft, start, amending.end(), kind) if text[start].isupper() and outer else None
    listed = _listed(soft, start)
    # Five words: shorter names in small letters may be plain words.
    if listed and (text[start].isupper() or listed[1].count(" ") >= 4):
        return LawName(start, *_revised(text, soft, *listed), kind)
    return _unlisted(text, soft, start, head.end(), kind) if text[start].isupper() else None


def _constitution(soft: str, start: int) -> LawName:
    end = start + len("hiến pháp")
    tail = _CONSTITUTION.match(soft, end)
    return LawName(start, tail.end() if tail else end, "Hiến pháp", "HP")


def _amending_law(text: str, soft: str, start: int, position: int, kind: str) -> LawName | None:
    """``Luật sửa đổi, bổ sung một số điều của Luật X và Luật Y``: one law; X and Y are found on their own."""
    end, names = position, ""
    head = f"{text[start].upper()}{text[start + 1 : position].lower()}"
    for _ in range(_MOST_AMENDED):
        inner = law_at(text, soft, position, outer=False)
        if not inner:
            break
        names += soft[end:position] + inner.name if names else inner.name
        end = inner.end
        more = _NEXT_LAW.match(soft, end)
        if not more:
            break
        position = more.end()
    if not names:
        return None
    return LawName(start, end, head + names, kind)


def _listed(soft: str, start: int) -> tuple[int, str] | None:
    """End and name of the longest listed law that stands at ``start``, abbreviations in brackets passed over."""
    rows = registry.laws().get(registry.head(soft[start : start + registry.HEAD]), ())
    for name, row in rows:
        end = start + len(name)
        if soft.startswith(name, start) and not soft[end : end + 1].isalnum():
            return end, row.name
    if rows and "(" in soft[start : start + LONGEST]:
        whole = soft[start : start + _WITH_ASIDES]
        bare = _ASIDE.sub("", whole)
        for name, row in rows:
            if bare.startswith(name) and not bare[len(name) : len(name) + 1].isalnum():
                return start + _stretch(whole, len(name)), row.name
    return _joined(soft, start)


def _joined(soft: str, start: int) -> tuple[int, str] | None:
    """The same where spaces or tone marks were lost (``Hội đồngnhân dân``, OCR): plain letters alone are compared."""
    places = [at for at in range(start, min(len(soft), start + LONGEST)) if soft[at].isalnum()]
    letters = slug("".join(soft[at] for at in places))
    if len(letters) != len(places):
        return None
    for name, written in registry.by_letters(letters):
        end = places[len(name) - 1] + 1
        if not soft[end : end + 1].isalnum():
            return end, written
    return None


def _stretch(whole: str, length: int) -> int:
    """Length in ``whole`` of its first ``length`` characters outside brackets."""
    extra = 0
    for aside in _ASIDE.finditer(whole):
        if aside.start() - extra >= length:
            break
        extra += len(aside[0])
    return length + extra


def _revised(text: str, soft: str, end: int, name: str) -> tuple[int, str]:
    """Keep ``(sửa đổi)`` and ``sửa đổi`` in the name as cited."""
    match = None if "sửa đổi" in name else _REVISED.match(soft, end)
    return (match.end(), name + text[end : match.end()].lower()) if match else (end, name)


def _unlisted(text: str, soft: str, start: int, first: int, kind: str) -> LawName | None:
    """A law that no list knows: a capital after the head word, then on as far as the words can belong to a name."""
    about = _ABOUT.match(text, first)  # "Pháp lệnh về Khắc phục hậu quả bom mìn"
    first = about.end() if about else first
    opening = WORD.match(text, first)
    if not opening or not opens_name(soft, opening):
        return None
    if not opening[0][0].isupper():
        return _lower_case(text, soft, start, name_end(text, soft, start, first), kind)
    # In a line of capitals nothing tells initials.
    if _is_initials(opening[0]) and not text[start : start + 3].isupper():
        end = _initials_end(text, opening.end())
        return LawName(start, end, text[start:end], kind, short=True)
    end = name_end(text, soft, start, first)
    if end <= first:
        return None
    printed = text[start:end]
    name = registry.same_words(printed) or _sentence_case(printed)
    return LawName(start, *_revised(text, soft, end, name), kind)


def _lower_case(text: str, soft: str, start: int, end: int, kind: str) -> LawName | None:
    """``Luật quản lý ngoại thương ngày ...``: small letters name a law where a list or the date after them says so."""
    name = registry.same_words(text[start:end])
    head, _, rest = text[start:end].partition("uật " if kind != "PL" else "ệnh ")
    if name is None and _DATED.match(soft, end) and rest:
        name = f"{text[start:end][: -len(rest)]}{rest[0].upper()}{rest[1:]}"
    return LawName(start, end, name, kind) if name and head else None


def _is_initials(word: str) -> bool:
    # Initials of laws have three letters and more (BVMT, PCTN).
    return len(word) >= 3 and word.isupper()


def _initials_end(text: str, end: int) -> int:
    more = re.compile(r" (?:và|&) (?=[A-ZĐ]{3})").match(text, end)
    word = WORD.match(text, more.end()) if more else None
    return word.end() if word and _is_initials(word[0]) else end


def _sentence_case(printed: str) -> str:
    return printed.capitalize() if printed.isupper() else printed[:1].upper() + printed[1:]
