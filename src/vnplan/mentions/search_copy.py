"""The search copy of a text with its fold."""

from __future__ import annotations

from dataclasses import dataclass

from vnplan.text.view import View

# Slips and spellings inside names, each of the length of what it stands for: ƯBND from OCR, HDND for HĐND, lí for lý.
_SLIPS = (("ưbnd", "ubnd"), ("hdnd", "hđnd"), ("quản lí", "quản lý"), ("kĩ thuật", "kỹ thuật"))


@dataclass(frozen=True, slots=True)
class SearchCopy:
    """A search copy and its fold, character for character."""

    text: str
    folded: str

    @classmethod
    def of(cls, view: View) -> SearchCopy:
        """The copy of a view."""
        folded = view.folded
        for slip, meant in _SLIPS:
            folded = folded.replace(slip, meant)
        return cls(view.text, folded)
