"""Numbers and symbols of documents (số và ký hiệu văn bản): find them, read them.

Forms: Decree 30/2020/NĐ-CP Annex I, II.3 (state), Guidance 36-HD/VPTW and
05-HD/VPTW (Party), the National Assembly's, joint documents, dispatches
without type code, writings before 2002, and the damage of real files (lost
hyphen, lost slash, spaces, wrong case). Functions take view text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from vnplan.gazetteer import issuers
from vnplan.grammar.citations import number_codes as codes
from vnplan.models.header import DocumentNumber
from vnplan.text.numerals import ROMAN
from vnplan.text.view import fold_space

# A dot belongs to a code after few abbreviations only: T.Ư, VP.ĐĐBQH, BAN.ATGT; else it ends the sentence.
_CODE = r"(?:T\.Ư\b | (?:VP|TT|UB|BAN)\.[A-ZĐ&]{3,} | [^\W\d_][^\W_]*(?:&[^\W_]+)*)"
# Some offices part the letters by dots: QĐ.UBND-NN, BC-SNN.KHTC.
_DOT = rf"(?!\.{ROMAN}\b)\.(?=[A-ZĐ]{{2}})"
_BETWEEN = rf"(?:\ ?[-/_]\ ? | {_DOT})"
# No number begins within another, within a date or a clock time.
_SERIAL_AND_PART = r"\d (?<![\d/._]\d) (?<!\d:\d) \d{0,5} (?:\.\d{1,3})?"
# Letters that lost the mark before them: 45KL/TW, 1520 QĐ/UBND.
_GLUED = r"[A-Za-zĐđ]{0,4} | \ [A-ZĐ][A-Za-zĐ]{1,3}"
_YEAR_WITHIN = r"(?:(?P<year>(?:19|20)\d\d) (?:\ ?[-/]\ ? | (?P<lost>(?=[A-ZĐ]))))?"
_SHAPE = re.compile(
    rf"""
    (?P<serial>{_SERIAL_AND_PART}) (?P<glued>{_GLUED}) \ ?(?:[.…_]{{1,20}}\ ?(?=/))?(?P<mark>[-/])\ ?
    {_YEAR_WITHIN}
    (?P<codes>{_CODE} (?:{_BETWEEN}{_CODE}){{0,6}})
    """,
    re.VERBOSE,
)
_PART = re.compile(rf"(?P<mark>{_BETWEEN})? (?P<code>{_CODE})", re.VERBOSE)
_NUMBERED = re.compile(r"(?:[Ss]ố|SỐ) ?:? ?\Z")
# "300/TTr-SGD ĐT": the rest of a code that a space parted.
_REST_OF_CODE = re.compile(r" ?(?:[&-] ?)?(?P<rest>[A-ZĐ]{2,6})\b(?![/-])")
# "31-KH/BCĐ 57": steering committees are told by the number of the resolution or scheme that they steer.
_STEERED = re.compile(r" ?(?P<rest>\d{1,3})\b(?! ?[/.-] ?\d)")
_REACH = 60
"""Characters looked back at for numbers that share a symbol."""
_SHARING = re.compile(
    r"(?:số |[Nn]ghị quyết |[Qq]uyết định |[Cc]hỉ thị )(?P<serials>(?:\d{1,4}(?:, | và |, và )){1,8})\Z"
)
_SERIAL = re.compile(r"\d+")
_OF_A_FORM = re.compile(r"\b(?:mẫu|biểu|bảng|phụ lục) (?:số:? )?\Z")
_FORM_WORDS = len("phụ lục số: ") + 1
# Digits that OCR reads as letters.
_DIGITS = {"l": "1", "I": "1", "|": "1", "O": "0", "o": "0"}
# Numbers that only the head word before them tells: 126/SKHĐT, 21.4/GĐN, YBB-SA032/26-LR.
_PRINTED = re.compile(r"[A-ZĐ\d][\w.&]*(?: ?[-/] ?[\w&]+(?:\.\w+)*){1,5}")
_YEAR = re.compile(r"(?<=[/-])(?:19|20)\d\d(?=[/-])")
# Before the word some lines name the type: "Nghị quyết số: 115/2027/UBTVQH16".
_NUMBER_WORD = re.compile(r"\W*(?:(?:[^\W\d]+ ){1,4}(?=số\b))?(?:[Ss][ốo6ô]|SỐ)?[ :.]*")
_NOT_A_NUMBER = re.compile(r"\d+[/-](?:QL|ĐT|TL|HL)\d|(?:QCVN|TCVN|ISO)\b")

EXAMPLES: Final = {
    "_SHAPE": (
        (
            "1768/KH-UBND",
            "20-CTr/TU",
            "55/2007/QĐ-UBND",
            "45KL/TW",
            "154 /KH- UBND",
            "7781/BGDĐT-GDTrH",
            "45. /KH-UBND",
        ),
        ("30/6/2025", "3.000 đồng", "mục 5", "KH-UBND"),
    ),
    "_PRINTED": (("126/SKHĐT", "YBB-SA032/26-LR"), ("SKHĐT", "126"), "fullmatch"),
    "_SHARING": (("số 18, 19 và ", "Nghị quyết 5, "), ("số 18 ", "18, 19, ")),
}


class NumberFound(NamedTuple):
    """A number and where it stands in the text given."""

    start: int
    end: int
    number: DocumentNumber


class _Part(NamedTuple):
    mark: str
    code: str
    end: int


def find_numbers(text: str) -> tuple[NumberFound, ...]:
    """Every number that its own form tells, in order; those that need a head word are left to the caller."""
    found: list[NumberFound] = []
    position = 0
    while match := _SHAPE.search(text, position):
        number = _read(match)
        if number:
            found.append(number)
            position = number.end
        else:
            position = match.end("serial")
    return tuple(found)


def is_of_a_form(soft: str, start: int) -> bool:
    """Whether the number at ``start`` of folded text is that of a form: ``Mẫu số 01/BC-UBND`` cites nothing."""
    return _OF_A_FORM.search(soft, max(0, start - _FORM_WORDS), start) is not None


def sharing_symbol(text: str, found: NumberFound) -> list[NumberFound]:
    """The numbers before ``found`` that leave the symbol to it: 18 and 19 of ``số 18, 19 và 20-NQ/TW``."""
    if text[found.start - 2 : found.start] not in {", ", "à "}:
        return []
    low = max(0, found.start - _REACH)
    listed = _SHARING.search(text, low, found.start)
    if not listed:
        return []
    number = found.number
    symbol = number.key.removeprefix(number.serial)
    return [
        NumberFound(
            serial.start(),
            serial.end(),
            number.model_copy(update={"raw": serial[0], "serial": serial[0], "key": serial[0] + symbol}),
        )
        for serial in _SERIAL.finditer(text, listed.start("serials"), listed.end())
    ]


def number_at(text: str, position: int) -> NumberFound | None:
    """Return the number that begins at ``position`` after a head word (``Văn bản số``), company letters included."""
    match = _SHAPE.match(text, position)
    found = _read(match) if match else None
    return found or _printed(text, position)


def read_number(text: str) -> DocumentNumber | None:
    """Return the number of a number line (``Số: 1768/KH-UBND``); ``None`` where it is blank or absent.

    >>> read_number("Số: 154 /KH- UBND").key
    '154/KH-UBND'
    >>> read_number("Số:      /KH-UBND") is None
    True
    """
    view = fold_space(text)
    word = _NUMBER_WORD.match(view)
    found = number_at(view, word.end() if word else 0)
    return found.number if found else None


def _read(match: re.Match[str]) -> NumberFound | None:
    start, text = match.start(), match.string
    serial, glued, year = match["serial"], match["glued"].strip(), match["year"]
    if len(glued) == 1:
        serial, glued = serial + _DIGITS.get(glued, glued.lower()), ""
    if start and text[start - 1] in _DIGITS and not text[start - 2 : start - 1].isalnum():
        start, serial = start - 1, _DIGITS[text[start - 1]] + serial
    if match["glued"].startswith(" ") and not _NUMBERED.search(text, max(0, start - 5), start):
        return None  # "Nhóm 5 BC-BTC"; "Quyết định số 1520 QĐ/UBND" lost its slash
    symbol = _symbol(match["codes"], glued, match["mark"], year is not None, match["lost"] is not None)
    if not symbol:
        return None
    end = match.start("codes") + symbol.length
    mark = match["mark"] if year and symbol.written == "NQ-CP" else symbol.mark  # 19-2018/NQ-CP is written so
    written, issuer = symbol.written, symbol.issuer
    rest = _REST_OF_CODE.match(text, end) if issuer and end < len(text) and not issuers.is_code(issuer) else None
    if rest and issuer and issuers.is_code(issuer + rest["rest"]):
        whole = codes.official(issuer + rest["rest"])
        written, issuer, end = written[: -len(issuer)] + whole, whole, rest.end()
    if issuer == "BCĐ" and (steered := _STEERED.match(text, end)):
        written, issuer, end = written + steered["rest"], issuer + steered["rest"], steered.end()
    key = f"{serial}{mark}{year + '/' if year else ''}{written}"
    return NumberFound(start, end, _number(text[start:end], key, serial, year, (symbol.kind, issuer)))


class _Symbol(NamedTuple):
    """The letters of a number: what they say, and how many characters of the text they take."""

    written: str
    kind: str | None
    issuer: str | None
    mark: str
    """Before them: ``/`` or, in Party numbers, ``-``."""
    length: int


@lru_cache(maxsize=4096)
def _symbol(codes_text: str, glued: str, mark: str, dated: bool, lost: bool) -> _Symbol | None:  # noqa: FBT001 -- cached by value
    """Read the letters after a serial: the same few symbols stand in all the numbers of a text."""
    parts = _parts(codes_text)
    if not parts or (lost and not (len(parts) > 1 and issuers.is_code(parts[1].code))):
        return None  # 43/2014NĐ-CP lost a slash; 11/2026CV-YVG is a company's own way
    party = mark == "-" and not dated
    if glued:
        shape = _glued(glued, parts, dated=dated)
    else:
        shape = _typed(parts, party=party) or _untyped(parts, dated=dated, party=party)
    return _Symbol(shape[0], shape[1], shape[2], shape[4], parts[shape[3] - 1].end) if shape else None


def _number(raw: str, key: str, serial: str, year: str | None, symbol: tuple[str | None, str | None]) -> DocumentNumber:
    return DocumentNumber(
        raw=raw, key=key, serial=serial, year=int(year) if year else None, type_code=symbol[0], issuer_code=symbol[1]
    )


def _parts(letters: str) -> list[_Part]:
    """Return the codes of ``letters``, as far as they belong to the number."""
    found: list[_Part] = []
    for part in _PART.finditer(letters):
        mark = part["mark"] or ""
        code = codes.without_tail(part["code"])
        if found and not _continues(mark, code, found):
            break
        found.append(_Part(mark.strip().replace(".", "-").replace("_", "-"), code, part.start("code") + len(code)))
        if code != part["code"]:
            break
    return found


def _continues(mark: str, code: str, before: list[_Part]) -> bool:
    if mark == ".":  # not where a sentence ends and the next begins with its subject
        return codes.looks_like_code(code) and (
            codes.type_code(before[-1].code) is not None or not issuers.is_code(code)
        )
    if mark.startswith(" ") and mark.endswith(" "):  # "QĐ - TTg" is damage, "QĐ-UBND - Kế hoạch" is a dash
        return len(before) == 1 and codes.type_code(before[0].code) is not None and codes.looks_like_code(code)
    if " " in mark:
        return codes.looks_like_code(code)
    return codes.may_be_unit(code)


_Shape = tuple[str, str | None, str | None, int, str]  # symbol, type, issuer, parts used, mark after the serial


def _typed(parts: list[_Part], *, party: bool) -> _Shape | None:
    """``1768/KH-UBND``, ``55/2007/QĐ-UBND``, ``20-CTr/TU`` and their damage."""
    kind = codes.type_code(parts[0].code)
    if not kind or len(parts) < 2:
        return None
    rest = [codes.official(part.code) for part in parts[1:]]
    known = issuers.is_code(rest[0]) or codes.is_assembly(rest[0])
    if not known and (codes.is_weak(parts[0].code) or not codes.looks_like_code(parts[1].code)):
        return None
    if party and parts[1].mark == "-" and rest[0] not in codes.PARTY:
        if not known:
            return None
        party = False  # 1520-QĐ-UBND: a hyphen for the slash
    if not party and parts[1].mark == "/" and not known:
        return None
    issuer = "-".join(rest)
    return (f"{kind}{'/' if party else '-'}{issuer}", kind, issuer, len(parts), "-" if party else "/")


def _untyped(parts: list[_Part], *, dated: bool, party: bool) -> _Shape | None:
    """Laws, dispatches, writings before 2002, and symbols that lost their hyphen."""
    first = parts[0].code
    if codes.is_assembly(first):
        return (codes.official(first), None, codes.official(first), 1, "/") if dated else None
    glued = codes.split_glued(first)
    # Codes of agencies with one or two letters are those of few central ones (CP, TU).
    if glued and len(parts) > 1 and len(glued[1]) < 3 and issuers.is_code(parts[1].code):
        glued = None  # TBKL/TU is a kind of notice, no notice of an agency KL
    if glued and not codes.type_code(first) and not issuers.is_code(first):
        mark = "/" if party else "-"
        return (f"{glued[0]}{mark}{glued[1]}", *glued, 1, "-" if party else "/")
    if dated:
        return None
    return _old(first, party=party) if len(parts) == 1 else _dispatch(parts, party=party)


def _old(code: str, *, party: bool) -> _Shape | None:
    """``49/CP``, ``135-HĐBT``, ``13/SL``: writings before 2002."""
    issuer = codes.official(code)
    if issuer not in {"HĐBT", "SL"} and (party or issuer not in {"CP", "TTg"}):
        return None
    return issuer, None, issuer, 1, "-" if party else "/"


def _dispatch(parts: list[_Part], *, party: bool) -> _Shape | None:
    """``555/LĐTBXH-BTXH``: issuer and drafting unit or field, no type; and kinds that no list of types knows."""
    first = parts[0].code
    # Codes of agencies that stand first have three letters and more.
    if parts[1].mark != ("/" if party else "-") or codes.type_code(first) or len(first) < 3:
        return None
    # A slip in the type before a code that leaves no doubt (32/CTT-TTg) is a number, and keeps the slip;
    # 18/BCTĐ-STP is a kind of report, plan or rule that the list of types does not know.
    second = parts[1].code
    # Codes of types have two letters or three.
    kind = codes.type_code(first[:3]) or codes.type_code(first[:2])
    sure = codes.official(second) in issuers.FIXED or (kind and issuers.is_code(second))
    # Three letters of a type, and more behind them.
    a_kind = sure and (first.isupper() or codes.type_code(first[:3]) is not None) and not issuers.is_code(first)
    if not a_kind and (party or not issuers.is_code(first)):
        return None
    names = [codes.official(part.code) for part in parts]
    if party:
        return (f"{names[0]}/{'-'.join(names[1:])}", kind, "-".join(names[1:]), len(parts), "-")
    return ("-".join(names), None, "-".join(names), len(parts), "/")


def _glued(letters: str, parts: list[_Part], *, dated: bool) -> _Shape | None:
    """Symbols that lost the mark after the number: ``4155QĐ/BTP``, ``45KL/TW``."""
    kind = codes.type_code(letters)
    if not kind or dated or not issuers.is_code(parts[0].code):
        return None
    names = [codes.official(part.code) for part in parts]
    issuer = "-".join(names)
    party = names[0] in codes.PARTY
    return (f"{kind}{'/' if party else '-'}{issuer}", kind, issuer, len(parts), "-" if party else "/")


def _printed(text: str, position: int) -> NumberFound | None:
    match = _PRINTED.match(text, position)
    if not match or _NOT_A_NUMBER.match(match[0]):
        return None
    end = match.end()
    while " " in text[position:end] and not _tight(text[position:end]):
        # A spaced dash may begin the next words; keep what stands without spaces.
        end = position + text[position:end].rfind(" ")
    raw = text[position:end].rstrip(" -/.&")
    key = raw.replace(" ", "")
    letters = sum(c.isupper() for c in key)
    if (
        (letters < 2 and not codes.is_company(key.rpartition("/")[2]))
        or not any(c.isdigit() for c in key)
        or not re.search(r"[-/]", key)
    ):
        return None
    serial, _, symbol = key.partition("/") if "/" in key else key.partition("-")
    year = _YEAR.search(key)
    kinds = [kind for part in re.split(r"[-/]", symbol) if (kind := codes.type_code(part))]
    number = _number(raw, key, serial, year[0] if year else None, (kinds[0] if kinds else None, None))
    return NumberFound(position, position + len(raw), number)


def _tight(raw: str) -> bool:
    return all(codes.looks_like_code(part.strip()) for part in re.split(r"[-/]", raw)[1:] if part != part.strip())
