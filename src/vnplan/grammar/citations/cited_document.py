"""One cited document as its words stand: type, number, date, issuer, subject, pinpoint."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from vnplan.gazetteer import doc_types, issuers
from vnplan.grammar.citations import number_codes
from vnplan.grammar.citations.document_numbers import NumberFound
from vnplan.grammar.citations.issuer_phrases import Issuer, issuer_at, issuer_before, issuer_ending
from vnplan.grammar.citations.pinpoints import pinpoint_before
from vnplan.grammar.citations.subjects import subject_after
from vnplan.grammar.citations.type_words import TypeWords
from vnplan.grammar.time.dates import broken_date_at, date_at
from vnplan.models.agency import AgencyLevel
from vnplan.models.citation import CitationKind
from vnplan.models.header import DocumentNumber
from vnplan.setting import Setting
from vnplan.text.fold import slug
from vnplan.text.numerals import ROMAN

_GAP = re.compile(r" ?,? ?\(?(?:cùng (?=ngày \d))?")
_FILE_MARK = re.compile(
    r" ?\([A-ZĐ][A-ZĐ&,.-]{0,15}\)(?= ngày| của|,)"
)  # the drafting unit: 7176/TTr-CAT (CSGT) ngày ...
# "củaBan Thường vụ": the space is lost.
_OF = re.compile(r" ?,? ?(?:của|do)(?: (?=\w)|(?-i:(?=[A-ZĐ])))", re.IGNORECASE)
# "Ngày 05/3/2024, Ban Bí thư đã ban hành Chỉ thị số ...": day and issuer in the sentence's order.
_TELLS = re.compile(r" (?:đã )?(?:ban hành|có|ra|gửi) \Z")
_TOLD_DAY = re.compile(
    r"\bngày (?P<day>[\d/.\ -]{6,14}|\d{1,2} tháng \d{1,2} năm \d{4}),? (?P<issuer>[^,;.:]{2,90}|)\Z", re.IGNORECASE
)
_REACH = 140
"""Characters of such an opening at most: the day, an agency of ninety, the verb."""
_WORD_OF_TELLING = 16
"""Characters that hold ``đã ban hành`` with its spaces."""
# "Luật Cầu cảng được Quốc hội khóa XV thông qua ngày 22/6/2023"
_PASSED = re.compile(rf" (?:đã )?được (?P<issuer>(?:Ủy ban Thường vụ )?Quốc hội)(?: khóa {ROMAN})? thông qua")
# "Nghị quyết số 18-NQ/TW, Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII": the meeting without "của"
_MEETING = re.compile(r",? \(?(?=Hội nghị (?:lần thứ|Trung ương)|HỘI NGHỊ LẦN THỨ)")
_YEAR = re.compile(r",? ?\(?năm (?:19|20)\d\d\)?", re.IGNORECASE)
_WHOLE_DATE = re.compile(r"\d{1,2} ?/ ?\d{1,2} ?/ ?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}")
# Joint acts: TTLT, NQLT, KHPH, CTrPH, QCPH, KHLN, HDLT, TTrLS.
_JOINT = re.compile(r"[A-ZĐ][A-ZĐr]{1,3}(?:LT|LB|LN|LS|PH)\Z")


EXAMPLES: Final = {
    "_FILE_MARK": ((" (CSGT) ngày 5", " (KT-N.P), của"), (" (CSGT)", " (bản sao) ngày"), "match"),
    "_TELLS": ((" đã ban hành ", " có "), (" theo ", "ban hành")),
    "_TOLD_DAY": (
        ("Ngày 05/3/2024, Sở Y tế", "ngày 5 tháng 3 năm 2024 Chính phủ", "ngày 05/3/2024, "),
        ("Ngày 05/3/2024, Sở Y tế, Sở Nội vụ", "Sở Y tế", "Ngày 05/3/2024"),
    ),
    "_PASSED": (
        (" được Quốc hội thông qua", " đã được Quốc hội khóa XV thông qua"),
        (" do Quốc hội", " được duyệt"),
        "match",
    ),
    "_JOINT": (("TTLT", "CTrPH"), ("TT", "KH"), "match"),
}


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A mention in places of the text searched; spans are half open."""

    start: int
    """First character of the head words."""
    end: int
    """After number, date and issuer."""
    kind: CitationKind
    key: str | None
    doc_type: str | None = None
    number: DocumentNumber | None = None
    date: date | None = None
    issuer: str | None = None
    said: str | None = None
    """The issuer that the words name, where the number's code names another."""
    subject: tuple[int, int] | None = None
    name: str | None = None
    """Name of a law that is cited with its number too."""
    pinpoint: str | None = None
    first: int = -1
    """Where the pinpoint begins, else ``start``."""
    typed: bool = True
    """Words name the type; an item of a list may lack them."""
    local: bool = False
    """The name leaves out which province it is."""
    year: int | None = None
    """The year that words add to a name: ``Luật Đất đai năm 2024``."""
    joint: bool = False
    """Several agencies share the act."""
    bad_date: str | None = None
    """The words of a date that does not exist."""


def numbered(text: str, head: TypeWords, found: NumberFound, setting: Setting) -> CitedDocument:
    """Read the parts round the number ``found``."""
    number = found.number
    mark = _FILE_MARK.match(text, found.end)
    end, when, issuer = tail(text, mark.end() if mark else found.end, setting)
    if issuer is None and head.owner:
        issuer = issuer_at(text, head.owner[0], setting)
    if issuer is None and (before := _proposer(text, head.start, setting)):
        issuer = before
    if issuer is None:
        told, issuer = _announced(text, head.start, setting)
        when = when or told
    code = issuer_of(number)
    joint = _is_joint(number)
    said = issuer.name if issuer and not joint else None
    doc_type = head.type or doc_types.type_of(number.type_code or "") or _assembly_type(number)
    first, pinpoint = pinpoint_before(text, head.start) or (head.start, None)
    return CitedDocument(
        head.start,
        end,
        CitationKind.NUMBERED,
        number.key,
        doc_type=_settle_type(head.type, number, doc_type, said=text[head.start : head.start + len("Công văn")]),
        number=number,
        date=when,
        issuer=code or said,
        said=said if code and said and not _same_body(said, code) else None,
        subject=subject_after(text, end),
        pinpoint=pinpoint,
        first=first,
        typed=head.type is not None,
        joint=joint or (issuer is not None and issuer.name is None),
        bad_date=_bad_date(text[found.end : end]) if when is None else None,
    )


def _same_body(a: str, b: str) -> bool:
    return a == b or slug(a).replace("-", "") == slug(b).replace("-", "")


def pinpointed(text: str, cited: CitedDocument) -> CitedDocument:
    """Add the pinpoint that stands before the citation."""
    pinpoint = pinpoint_before(text, cited.start)
    if not pinpoint:
        return replace(cited, first=cited.start)
    return replace(cited, first=pinpoint[0], pinpoint=pinpoint[1])


def tail(text: str, end: int, setting: Setting) -> tuple[int, date | None, Issuer | None]:
    """Read date and issuer, in either order, that follow a number or name ending at ``end``."""
    when: date | None = None
    issuer: Issuer | None = None
    for _ in range(3):
        gap = _GAP.match(text, end)
        after = gap.end() if gap else end
        dated = date_at(text, after) if when is None else None
        if dated:
            when = dated.value
            end = _closed(text, dated.end, opened="(" in text[end : dated.start])
            continue
        of = (_OF.match(text, end) or _MEETING.match(text, end)) if issuer is None else None
        body = issuer_at(text, of.end(), setting) if of else None
        if body:
            issuer, end = body, body.end
            continue
        past = _past_no_date(text, end, after) if when is None and issuer is None else None
        if past is None:
            break
        end = past
    return end, when, issuer


def _past_no_date(text: str, end: int, after: int) -> int | None:
    """Pass over a year alone and over a date with a blank or impossible part; the issuer may follow."""
    year = _YEAR.match(text, end)
    return year.end() if year else broken_date_at(text, after)


def _bad_date(words: str) -> str | None:
    match = _WHOLE_DATE.search(words)
    return match[0] if match else None


def _closed(text: str, end: int, *, opened: bool) -> int:
    return end + 1 if opened and text[end : end + 1] == ")" else end


def _proposer(text: str, start: int, setting: Setting) -> Issuer | None:
    """``Sở X tại Tờ trình số ...``: the agency before ``tại`` issued the submission."""
    if not text.endswith(" tại ", max(0, start - 5), start):
        return None
    return issuer_before(text, start - 5, setting)


def _announced(text: str, start: int, setting: Setting) -> tuple[date | None, Issuer | None]:
    """Day and issuer of an act whose issue is told before its name."""
    tells = _TELLS.search(text, max(0, start - _WORD_OF_TELLING), start)
    if not tells:
        return None, None
    issuer = issuer_ending(text, tells.start(), setting)
    told = _TOLD_DAY.search(text, max(0, start - _REACH), issuer.start if issuer else tells.start())
    dated = date_at(text, told.start("day")) if told else None
    if told and dated and issuer is None:
        issuer = issuer_at(text[: tells.start()], told.start("issuer"), setting)
    # Words between the day and an issuer that is known belong to another sentence part.
    day = dated.value if told and dated and (issuer is None or told.end() >= issuer.start) else None
    return day, issuer


def passed(text: str, end: int) -> tuple[int, date | None, str] | None:
    """Read ``được Quốc hội thông qua ngày ...`` after the name of a law: its end, the day and who passed it."""
    match = _PASSED.match(text, end)
    if not match:
        return None
    gap = _GAP.match(text, match.end())
    dated = date_at(text, gap.end() if gap else match.end())
    return (dated.end, dated.value, match["issuer"]) if dated else (match.end(), None, match["issuer"])


def _is_joint(number: DocumentNumber) -> bool:
    return _JOINT.match(number.type_code or (number.issuer_code or "").split("-")[0]) is not None


def issuer_of(number: DocumentNumber) -> str | None:
    """Return the issuer that the number's code leaves no choice about, else ``None``."""
    if _is_joint(number) or not number.issuer_code:
        return None
    first = number.issuer_code.split("-")[0]
    if number_codes.is_assembly(first):
        return "Ủy ban Thường vụ Quốc hội" if first.startswith("UBTV") else "Quốc hội"
    names = {issuers.FIXED[code] for code in number.issuer_code.split("-") if code in issuers.FIXED}
    # 32/CTT-TTg: the slip stands before the code; UBTVQH14-CP-...: a joint act.
    return names.pop() if len(names) == 1 and (first in issuers.FIXED or not issuers.is_code(first)) else None


def likely_issuer(number: DocumentNumber, on: date | None = None) -> str | None:
    """Return the agency or kind of agency that the code stands for, where the words say nothing; else ``None``.

    ``on`` is the day of the cited document: the body bears its name of that day.
    """
    if _is_joint(number) or not number.issuer_code:
        return None
    first, *rest = number.issuer_code.split("-")
    if any(issuers.is_code(code) and len(code) > 2 and code[0] == first[0] in {"B", "S"} for code in rest):
        return None  # 04/TTr-BKHCN-BTTTT: two ministries
    # UBND, HĐND, TU and their offices exist in every place: only the words or the document at hand tell which.
    return issuers.body(first, on) if issuers.level(first) is AgencyLevel.CENTRAL or first.startswith("S") else None


def _assembly_type(number: DocumentNumber) -> str | None:
    """A number without type code: law or resolution of the Assembly cannot be told apart, other acts are dispatches."""
    code = number.issuer_code or ""
    if number_codes.is_assembly(code):
        return "L" if code.startswith("QH") else None
    return "CV" if "-" in code and number.year is None else None


def _settle_type(word: str | None, number: DocumentNumber, found: str | None, *, said: str) -> str | None:
    """``Văn bản`` says nothing about the type where the number does."""
    if word == "CV" and number.type_code:
        return doc_types.type_of(number.type_code)
    if word == "CV" and not number.issuer_code:
        return "CV" if said.lower() == "công văn" else None
    return found or None
