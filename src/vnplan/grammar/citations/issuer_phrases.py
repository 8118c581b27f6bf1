"""Who issued a cited document: ``của <cơ quan>`` after it, ``<cơ quan> tại`` before it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from vnplan.gazetteer import doc_types
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.mentions.agencies import find_in
from vnplan.setting import Setting
from vnplan.text.fold import fold_case
from vnplan.text.letters import LOWER, UPPER
from vnplan.text.numerals import ROMAN, SMALL_ROMAN
from vnplan.text.view import View

_REACH = 150
"""Characters that are searched for an issuer; names of agencies of the registry stay under half of it. Chosen."""
_HARD_STOP = re.compile(r"[;()\"|]|\. |\.\Z|,? ngày \d|,? số \d|: ", re.IGNORECASE)
_SOFT_STOP = re.compile(rf",|[.:]| {any_of(Family.CITATION_CUE, means='after_issuer')}", re.IGNORECASE)
# "Phòng" and what follows it in small letters: ", chống thiên tai".
_AGAINST = re.compile(rf"(?P<pair>, chống) [{LOWER}]+(?: [{LOWER}]+){{0,5}}")
_PARTY_WORDS = r"(?:tỉnh|thành|huyện|quận|đảng)"
# "Ban Chỉ đạo 57 Thành ủy", "Ban Chỉ đạo về tài sản công Tỉnh ủy Hà Nam"
_BELOW_PARTY = re.compile(
    rf"(?:ban chỉ đạo|bcđ) (?:[^,;.:]{{1,60}}? )?(?P<party>{_PARTY_WORDS} (?:ủy|uỷ))(?!\w)", re.IGNORECASE
)
_CHAIR = re.compile(r"chủ tịch(?! và)", re.IGNORECASE)
# The person speaks for the body: Bộ trưởng Bộ X, Giám đốc Sở X, Thống đốc Ngân hàng Nhà nước.
_DEPUTY = any_of(Family.PERSON_TITLE, Context.PROSE, trait="prefix")
_TITLE = any_of(Family.PERSON_TITLE, Context.PROSE, trait="heads")
_GLUED = re.compile(rf"(?<=[{LOWER}])(?=[{UPPER}])")
_TITLE_REACH = 24
"""Characters that hold the title of whoever heads an agency (``Phó Chủ tịch Thường trực``)."""
# "Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc" has two titles; of "Tổng Thanh tra" the agency is Thanh tra.
_OFFICE = re.compile(
    rf"""
    (?:
        (?:{_DEPUTY}\ )?
        (?: bộ\ trưởng(?:,|\ -)\ chủ\ nhiệm | {_TITLE} | tổng(?=\ thanh\ tra) )
        \x20
    )+
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ORDINAL = r"(?:\ toàn\ thể|\ (?:lần\ )?thứ)* (?:\ (?:mười\ )?\w+)?"
_TERM_FIRST = rf"(?:khóa\ {SMALL_ROMAN},?\ )?"
_MEETING = re.compile(
    rf"""
    (?:hội\ nghị|kỳ\ họp) {_ORDINAL} ,?\ {_TERM_FIRST} (?:của\ )?
    (?=ban\ chấp\ hành|bch|trung\ ương|quốc\ hội|hội\ đồng)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CENTRE = re.compile(
    rf"""
    (?:trung\ ương(?:\ đảng)?|tw) (?:\ (?:đảng\ )?khóa\ {SMALL_ROMAN})?
    (?![\w\ ]*\ (?:hội|đoàn|mặt\ trận)) \b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OF_THE_CENTRE = re.compile(r" Trung ương\b")
_NO_BODY = re.compile(rf"\b{any_of(Family.CITATION_CUE, means='no_issuer')}", re.IGNORECASE)
_ASIDE = re.compile(r" \([^()]{0,80}\)\Z")
_TERM = re.compile(rf",? ?\(?khóa (?:{ROMAN}|\d+)\)?", re.IGNORECASE)
_JOIN = re.compile(r",? và |, ?", re.IGNORECASE)
# "của Bộ trưởng Bộ" at the end of a page: the name is on the next.
_CUT_OFF = re.compile(rf"{_OFFICE.pattern} (?:bộ|sở|ủy\ ban|ban|cục|viện)", re.IGNORECASE | re.VERBOSE)
_AGENCY = re.compile(any_of(Family.AGENCY_NOUN, Context.PROSE))
_TWO_WORDS = 24
"""Characters that hold the noun of any agency and the name of any type of document."""
_LONGEST_PROPOSER = 120
"""Characters of an agency before ``tại``, with its person: beyond it the words are those of the sentence. Chosen."""
_LONGEST_PRINTED = 90
"""Characters of an agency that no list knows: beyond it the words are those of the sentence. Chosen."""

EXAMPLES: Final = {
    "_HARD_STOP": (("UBND tỉnh; ", "UBND tỉnh ngày 5", "UBND tỉnh. Sau"), ("UBND tỉnh T.Đ", "UBND tỉnh, Sở")),
    "_SOFT_STOP": (("Công ty Minh Phát ban hành", "Công ty Minh Phát, kho"), ("Công ty Minh Phát", "Công ty Vănminh")),
    "_OFFICE": (("Bộ trưởng Bộ Y tế", "Phó Giám đốc Sở", "Tổng Thanh tra"), ("Chủ tịch nước", "Bộ Y tế"), "match"),
    "_BELOW_PARTY": (
        ("Ban Chỉ đạo 57 Thành ủy", "BCĐ 35 Tỉnh ủy Hà Nam"),
        ("Ban Chỉ đạo 57 tỉnh", "Ban Chỉ đạo, Tỉnh ủy"),
        "match",
    ),
    "_MEETING": (
        ("Hội nghị lần thứ sáu Ban Chấp hành", "kỳ họp thứ 5, khóa XV Quốc hội"),
        ("Hội nghị khách hàng", "Ban Chấp hành"),
        "match",
    ),
    "_CENTRE": (("Trung ương Đảng khóa XII", "TW khóa X"), ("Trung ương Hội Nông dân", "tỉnh"), "match"),
    "_CUT_OFF": (("Bộ trưởng Bộ", "Phó Giám đốc Sở"), ("Bộ trưởng Bộ Y tế", "Sở"), "fullmatch"),
}


class Issuer(NamedTuple):
    """An issuing agency and where it stands in the text given."""

    start: int
    end: int
    name: str | None
    """Canonical; as printed for agencies that no list knows; ``None`` where several agencies share the act."""


def issuer_at(text: str, start: int, setting: Setting) -> Issuer | None:
    """Read the agency whose words begin at ``start``, just after ``của``, else ``None``."""
    window = text[start : start + _REACH]
    stop = _HARD_STOP.search(window)
    window = window[: stop.start()] if stop else window
    skipped = 0
    for opening in (_OFFICE, _MEETING):
        match = opening.match(window, skipped)
        skipped = match.end() if match else skipped
    glued = _GLUED.search(window, 0, _TITLE_REACH)  # "Bộ trưởngBộ Y tế"
    if glued and _OFFICE.fullmatch(f"{window[: glued.start()]} "):
        skipped = glued.start()
    centre = _CENTRE.match(window, skipped)
    if centre:
        return _with_term(text, Issuer(start, start + centre.end(), "Ban Chấp hành Trung ương Đảng"))
    below = _BELOW_PARTY.match(window)
    if below:
        return _below_party(window, start, below, setting)
    if skipped and not window[skipped - 1].isspace():
        known = tuple((skipped + low, skipped + high, name) for low, high, name in _known(window[skipped:], setting))
    else:
        known = _known(window, setting)
    first = next((k for k in known if k[0] <= skipped <= k[1] or k[0] == 0), None)
    if first and _OF_THE_CENTRE.match(window, first[1]) and "Trung ương" not in first[2]:
        first = None  # a central agency that no list knows, not its namesake in the province
    if first and _CHAIR.match(window) and first[2].startswith("Ủy ban nhân dân"):
        return Issuer(start, start + first[1], f"Chủ tịch {first[2]}")
    if first:
        return _shared(text, window, start, _to_its_end(window, first), known)
    return _printed(window, start)


def _below_party(window: str, start: int, below: re.Match[str], setting: Setting) -> Issuer:
    """A steering committee of a Party committee, as printed: the registry has those of the State and of the centre."""
    low = below.start("party")
    end = next((k[1] for k in _known(window[low:], setting) if k[0] == 0), below.end() - low)
    return Issuer(start, start + low + end, window[: low + end])


def _to_its_end(window: str, first: tuple[int, int, str]) -> tuple[int, int, str]:
    """``Cục Quản lý đê điều và Phòng, chống thiên tai``: the comma within the pair ends no name."""
    low, high, name = first
    pair = _AGAINST.match(window, high) if window[:high].lower().endswith("phòng") else None
    if not pair:
        return first
    stop = _SOFT_STOP.search(window, pair.end("pair"), pair.end())
    end = stop.start() if stop else pair.end()
    return low, end, name + window[high:end]


def issuer_ending(text: str, end: int, setting: Setting) -> Issuer | None:
    """Return the known agency whose words end just at ``end``, with the person who speaks for it, else ``None``."""
    low = max(0, end - _LONGEST_PRINTED)
    first = text.find(" ", low, end) + 1 if low else 0
    found = next((k for k in _known(text[first:end], setting) if first + k[1] == end), None)
    return Issuer(first + found[0], end, found[2]) if found else None


def issuer_before(text: str, end: int, setting: Setting) -> Issuer | None:
    """Read the agency that proposes: the words before ``tại`` at ``end``, else ``None``."""
    low = max(0, end - _REACH)
    window = text[low:end]
    cut = max(
        window.rfind("; "),
        window.rfind(": "),
        window.rfind("ề nghị của ") + 9,
        window.rfind(". "),
        window.rfind("ủa ") + 1,
    )
    first = cut + 2 if cut > 1 else 0
    words = _ASIDE.sub("", window[first:].strip())
    if not words or not words[0].isupper() or len(words) > _LONGEST_PROPOSER:
        return None
    start = low + first
    known = _known(words, setting)
    if len(known) > 1 and re.search(r" và |, ", words):
        return Issuer(start, end, None)
    office = _OFFICE.match(words)
    first_word = office.end() if office else 0
    whole = next((name for low, high, name in known if low <= first_word and high >= len(words) - 1), None)
    if whole is None and _NO_BODY.search(words):
        return None  # "các nhiệm vụ được Thủ tướng Chính phủ giao tại ..."
    return Issuer(start, end, whole or words)


def _shared(
    text: str, window: str, start: int, first: tuple[int, int, str], known: tuple[tuple[int, int, str], ...]
) -> Issuer:
    """Look for more agencies joined to the first (``A, B và C``): then no single one issued the act."""
    ends = {k[0]: k[1] for k in known}
    end, last = first[1], first[1]
    alike = window[first[0] :].partition(" ")[0]  # Bộ, Sở: after a comma another kind of agency begins the main clause
    while (mark := _JOIN.match(window, end)) and mark.end() in ends:
        joined = " và " in mark[0].lower()
        if not joined and not window.startswith(alike, mark.end()):
            break
        end = ends[mark.end()]
        last = end if joined else last
    if last > first[1] and first[2] != "Bộ Chính trị":
        return Issuer(start, start + last, None)
    return _with_term(text, Issuer(start, start + first[1], first[2]))


def _with_term(text: str, issuer: Issuer) -> Issuer:
    term = _TERM.match(text, issuer.end)
    return issuer._replace(end=term.end()) if term else issuer


def _printed(window: str, start: int) -> Issuer | None:
    """An agency that no list knows, as far as its words can go: companies, programme boards, foreign agencies."""
    stop = next((s for s in _SOFT_STOP.finditer(window) if not _within_name(window, s)), None)
    words = window[: stop.start()] if stop else window
    if (
        not words[:1].isupper()
        or words.count(" ") < 1
        or len(words) > _LONGEST_PRINTED
        or _CUT_OFF.fullmatch(words.strip())
    ):
        return None
    return Issuer(start, start + len(words.rstrip()), words.strip())


def _within_name(window: str, stop: re.Match[str]) -> bool:
    """``Quỹ Bảo vệ và Phát triển rừng``: after ``và`` goes on what begins neither an agency nor a document."""
    after = stop.end() + 1
    if stop[0] != " và" or not window[after : after + 1].isupper():
        return False
    words = fold_case(window[after : after + _TWO_WORDS])
    return not (_AGENCY.match(words) or any(f"{words} ".startswith(f"{name} ") for name in doc_types.names()))


@lru_cache(maxsize=4096)
def _known(window: str, setting: Setting) -> tuple[tuple[int, int, str], ...]:
    return tuple(
        (agency.span.start, agency.span.end, agency.name)
        for agency in find_in(View.of(window), setting)
        if agency.span and not agency.collective
    )
