"""The code letters inside a document number: which they are, and how they are written."""

from __future__ import annotations

import re

from vnplan.gazetteer import doc_types, issuers
from vnplan.text.letters import LOWER

# Codes that stand first in numbers; the other codes of the list mark forms and slips that nobody cites by number.
_NEVER_IN_NUMBERS = frozenset({"CN", "BN", "CK", "CL", "ĐL", "TBO", "QH", "HP", "BL", "GT", "NP", "UQ", "TTH", "ĐĐ"})
# Two letters that mean other things more often: they tell a number only beside a known issuer.
WEAK = frozenset({"L", "SL", "PL", "PC", "PB", "PG", "TC", "GM", "DA", "BTT", "BB", "HĐ", "LKG"})
_STROKELESS = frozenset({"QD", "ND"})
PARTY = frozenset({"TW", "TU", "ĐU", "HU", "QU", "ThU", "BTCTW", "BTGTW", "BDVTW", "UBKTTW", "VPTW", "BTCTU", "UBKTTU"})
"""Issuers that write number-hyphen-type-slash-issuer (Guidance 36-HD/VPTW, 05-HD/VPTW)."""
_ASSEMBLY = re.compile(r"(UBTV)?QH ?\d{1,2}\Z", re.IGNORECASE)
_SHORT_MIXED = re.compile(r"[A-ZĐ][a-z]{1,3}\Z")  # Cty, Tct: units of companies
# Initials may keep the second letter of their sound: GDTrH (giáo dục trung học), QLĐTr (quản lý đường trường).
_WITH_SOUNDS = re.compile(r"(?:[A-ZĐƯ][hr]?|Ng|Gi|Qu){2,7}\Z")
_NUMBERED_UNIT = re.compile(r"[A-ZĐ]{1,4}\d{1,3}\Z")  # C06, PV01, VX1
_UPPER = re.compile(r"[A-ZĐƯÂÊÔĂƠ]")
_GLUED_WORD = re.compile(r"(.{2,12})(?:ngày|của)\Z")
_LOWER_TAIL = re.compile(rf"[A-ZĐƯ&]{{2,}}(?=[{LOWER}])")


def type_code(code: str) -> str | None:
    """Official writing of a type code (``CTR`` -> ``CTr``), ``None`` where ``code`` is no type."""
    upper = code.upper()
    if upper in _NEVER_IN_NUMBERS:
        return None
    # A stroke read twice (QĐĐ for QĐ) is damage of recognition and of old fonts.
    return doc_types.codes().get(upper) or doc_types.codes().get(upper.replace("ĐĐ", "Đ"))


def is_weak(code: str) -> bool:
    """Whether the type code needs a known issuer beside it to be believed."""
    return code.upper() in WEAK or code.upper() in _STROKELESS


def official(code: str) -> str:
    """Official writing of an issuer or unit code; one that no list knows stays as printed.

    >>> official("HDND"), official("TTG"), official("Cty"), official("Qh15")
    ('HĐND', 'TTg', 'Cty', 'QH15')
    """
    if is_assembly(code):
        return code.upper().replace(" ", "")
    return issuers.codes().get(code.upper(), code)


def is_assembly(code: str) -> bool:
    """Whether this is a code of the National Assembly or its Standing Committee: ``QH15``, ``UBTVQH14``."""
    return bool(_ASSEMBLY.match(code))


def looks_like_code(code: str) -> bool:
    """Whether ``code`` is written like one: known, or capitals alone."""
    return (
        issuers.is_code(code)
        or is_assembly(code)
        or (len(_UPPER.findall(code)) >= 2 and not any(c.islower() for c in code))
    )


def is_company(code: str) -> bool:
    """Whether ``code`` is an abbreviation in small letters, as companies sign: ``Cty``, ``Tct``."""
    return _SHORT_MIXED.match(code) is not None


def may_be_unit(code: str) -> bool:
    """Whether ``code`` may stand at the end of a number: ``TCLN``, ``BTXH``, ``Cty``, ``PV01``."""
    return (
        looks_like_code(code)
        or bool(_SHORT_MIXED.match(code) or _NUMBERED_UNIT.match(code) or _WITH_SOUNDS.match(code))
        or (code.isascii() and code[:1].isupper() and len(code) == 1)
    )


def without_tail(code: str) -> str:
    """Cut a word that lost its space: ``UBNDtỉnh`` -> ``UBND``, ``TTgngày`` -> ``TTg``."""
    if issuers.is_code(code) or type_code(code):
        return code
    glued = _GLUED_WORD.match(code)
    if glued and may_be_unit(glued[1]):
        return glued[1]
    match = _LOWER_TAIL.match(code)
    return match[0] if match and issuers.is_code(match[0]) else code


def split_glued(code: str) -> tuple[str, str] | None:
    """Type and issuer of letters that lost the hyphen between them: ``QĐUBND`` -> ``("QĐ", "UBND")``."""
    for size in range(min(5, len(code) - 2), 1, -1):
        kind, issuer = type_code(code[:size]), code[size:]
        if kind and (issuers.is_code(issuer) and not issuers.codes()[issuer.upper()].islower()):
            return kind, official(issuer)
    return None
