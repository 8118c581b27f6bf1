"""Classes of Vietnamese letters for patterns: ``[à-ỹ]`` holds capitals too, these do not."""

from __future__ import annotations

LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
"""Inside brackets of a pattern: small letters."""
UPPER = LOWER.upper()
"""Inside brackets of a pattern: capitals."""
