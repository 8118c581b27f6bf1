"""Types of documents (loại văn bản): codes, names, and the words that stand before a number.

Rows: Decree 30/2020/NĐ-CP Art. 7 and Annex III for the State, Regulation
399-QĐ/TW for the Party, practice for laws and joint documents
(``data/doc_types.json``, each row with its confidence).
"""

from __future__ import annotations

from functools import cache

from vnplan.gazetteer.load import load
from vnplan.models.header import DocType
from vnplan.text.fold import fold_case

# Marks on copies, no types of documents.
_COPY_MARKS = frozenset({"SY", "TrS"})


@cache
def codes() -> dict[str, str]:
    """Upper-case code or variant -> the code as it is to be written; variants of other letters keep theirs.

    >>> codes()["CTR"], codes()["QD"], codes()["CTHĐ"]
    ('CTr', 'QĐ', 'CTHĐ')
    """
    found: dict[str, str] = {}
    rows = [row for row in load("doc_types")["types"] if row["code"] and row["code"] not in _COPY_MARKS]
    for row in rows:
        found.setdefault(row["code"].upper(), row["code"])
    for row in rows:
        for variant in row.get("code_variants", ()):
            if " " not in variant and "-" not in variant:
                same = _plain(variant) == _plain(row["code"])
                found.setdefault(variant.upper(), row["code"] if same else variant)
    return found


@cache
def names() -> dict[str, str]:
    """Softened name or other words of a type -> its code; abbreviations used as words (``QĐ số``) among them."""
    rows = load("doc_types")["types"]
    found = {fold_case(row["code"]): row["code"] for row in rows if "abbreviation" in row}
    for row in rows:
        if row["code"] and row["code"] not in _COPY_MARKS and row["name"] != "Bản sao lục":
            for name in (row["name"], *row.get("words", ())):
                found.setdefault(fold_case(name), row["code"])
    return found


@cache
def with_bare_number() -> frozenset[str]:
    """Codes of the types that practice cites by type and number without symbol: ``Chỉ thị 32``."""
    return frozenset(row["code"] for row in load("doc_types")["types"] if row.get("bare_number"))


@cache
def pointing_back() -> tuple[str, ...]:
    """Names that with ``này`` mean the document at hand or one just cited, longest first."""
    rows = [row for row in load("doc_types")["types"] if row.get("points_back")]
    return tuple(sorted((name for row in rows for name in (row["name"], *row.get("words", ()))), key=len, reverse=True))


@cache
def doubtful() -> frozenset[str]:
    """Softened names that are ordinary words too, and letters that mean other things as often."""
    rows = load("doc_types")["types"]
    words = [row["name"] for row in rows if row.get("ordinary_word")]
    return frozenset(map(fold_case, [*words, *(row["code"] for row in rows if row.get("abbreviation") == "doubtful")]))


def by_code(code: str) -> DocType | None:
    """Return the type with this code, ``None`` for an unknown code.

    >>> by_code("KH")
    DocType(code='KH', name='Kế hoạch')
    """
    for row in load("doc_types")["types"]:
        if row["code"] == code:
            return DocType(code=code, name=row["name"])
    return None


def by_name(name: str) -> DocType | None:
    """Return the type of this name in any case (``KẾ HOẠCH``, ``Chương trình hành động``), else ``None``."""
    code = names().get(fold_case(" ".join(name.split())))
    return by_code(code) if code else None


def type_of(code: str) -> str:
    """Return the code that a document of this code is listed under: ``CTHĐ`` -> ``CTr``."""
    return _listed().get(code.upper(), code)


@cache
def _listed() -> dict[str, str]:
    return {
        variant.upper(): row["code"]
        for row in load("doc_types")["types"]
        for variant in row.get("code_variants", ())
        if row["code"]
    }


def _plain(code: str) -> str:
    return code.upper().replace("Đ", "D")
