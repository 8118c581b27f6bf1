"""Classes of Vietnamese letters for patterns: ``[à-ỹ]`` holds capitals too, these do not."""

from __future__ import annotations

LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
"""Inside brackets of a pattern: small letters."""
UPPER = LOWER.upper()
"""Inside brackets of a pattern: capitals."""


def is_capital(words: str) -> bool:
    """Whether the letters are capitals; codes such as ``QĐ-TTg`` and a stray small letter are allowed."""
    letters = [c for c in words if c.isalpha()]
    # One letter in eight may be small.
    return bool(letters) and sum(c.islower() for c in letters) * 8 <= len(letters)
