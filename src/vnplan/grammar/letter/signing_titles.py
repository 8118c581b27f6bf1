"""Titles of those who sign (chức danh), deputies included, as parts of patterns for text in capitals."""

from __future__ import annotations

from vnplan.lexicon.patterns import Letters, any_of
from vnplan.lexicon.rows import Context, Family


def _titles(trait: str) -> str:
    return any_of(Family.PERSON_TITLE, Context.LETTERHEAD, trait=trait, letters=Letters.CAPITALS)


PREFIX = _titles("prefix")
"""Part of a pattern: ``PHÓ``, ``QUYỀN``."""
TITLE = rf"(?:{PREFIX}\ )?{_titles('signs')}"
"""Part of a pattern: ``PHÓ GIÁM ĐỐC``, ``CHỦ TỊCH``; verbose patterns may hold it."""
