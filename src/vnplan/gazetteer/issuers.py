"""Codes of issuing agencies in document numbers: each agency's own, from its row, and those that are nobody's own.

In ``data/issuers.json`` stand codes that several agencies share (``UBND``), that carry a term (``QH15``), or whose
agency has no row.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from vnplan.gazetteer.agencies import all_agencies
from vnplan.gazetteer.load import load
from vnplan.gazetteer.rows import AgencyRow
from vnplan.models.agency import AgencyLevel

FIXED: dict[str, str] = {
    "TTg": "Thủ tướng Chính phủ",
    "CP": "Chính phủ",
    "HĐBT": "Hội đồng Bộ trưởng",
    "CTN": "Chủ tịch nước",
}
"""Codes that leave no choice: whatever the text says, this agency issued the document."""

_PLAIN = str.maketrans("ĐƯ", "DU")
# T.Ư and TƯ abbreviate Trung ương; Tỉnh ủy writes TU.
_CENTRAL = frozenset({"TƯ", "T.Ư"})
_GENERAL = frozenset({"TW", "CB", "ĐH", "BHXH", "BCĐ", "BCSĐ", "HĐQT", "KHXH", "NHCS"})


@cache
def _table() -> tuple[dict[str, Any], ...]:
    """Every code with its variants, agency and level."""
    return (*load("issuers")["issuers"], *_own())


def _own() -> Iterator[dict[str, Any]]:
    for row in all_agencies():
        for code in row.codes:
            last = code.valid_to or row.valid_to
            yield {
                "code": code.words,
                "variants": code.variants,
                "body": row.name_on(last),
                "level": row.level,
                "row": row,
            }


@cache
def codes() -> dict[str, str]:
    """Upper-case code or variant -> the code as it is to be written.

    A variant that is the code with other case or without its strokes
    (``HDND``, ``TTG``) is repaired; one of other letters (``UB``) stays.

    >>> codes()["HDND"], codes()["TTG"], codes()["UB"], codes()["TƯ"]
    ('HĐND', 'TTg', 'UB', 'TW')
    """
    rows = _table()
    found = {row["code"].upper(): row["code"] for row in rows}
    for row in rows:
        # Of forms that differ by strokes alone the one with most strokes is right; the code itself wins over all.
        stroked = [*sorted(row.get("variants", ()), key=lambda form: form.count("Đ")), row["code"]]
        right = {form.upper().translate(_PLAIN): form for form in stroked}
        for variant in row.get("variants", ()):
            found.setdefault(variant.upper(), right[variant.upper().translate(_PLAIN)])
    found.update(dict.fromkeys(_CENTRAL, "TW"))
    return found


def is_code(code: str) -> bool:
    """Whether some agency signs with this code, in any case."""
    return code.upper() in codes()


@cache
def _rows() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in _table():
        for code in {row["code"], *row.get("variants", ())}:
            found.setdefault(code.upper(), []).append(row)
    return found


def body(code: str, on: date | None = None) -> str | None:
    """Return the one agency, or kind of agency of every province, that signs with ``code``; ``None`` if several may.

    ``on`` is the day of the document: an agency that bore another name then is called by it.

    >>> agency("BCT"), agency("SCT"), agency("TW"), agency("LĐTBXH")
    ('Bộ Công Thương', 'Sở Công Thương', None, None)
    """
    if code in FIXED:
        return FIXED[code]
    rows = _rows().get(code.upper(), [])
    exact = [row for row in rows if row["code"] == code] or rows
    if len(exact) != 1 or exact[0]["level"] == "any" or code in _GENERAL:
        return None
    row: AgencyRow | None = exact[0].get("row")
    name: str = row.name_on(on) if row and on else exact[0]["body"]
    return None if any(mark in name for mark in "(/") else name


def level(code: str) -> AgencyLevel | None:
    """The level where every agency of the code is of that level, else ``None``."""
    levels = {row["level"] for row in _rows().get(code.upper(), [])}
    return next((level for level in AgencyLevel if levels == {level}), None)
