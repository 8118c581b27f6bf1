"""Stable identities of plans (contract: Ids)."""

from __future__ import annotations

from vnplan.models.header import Header
from vnplan.text.fold import slug


def plan_id(header: Header, sha256: str) -> str:
    """``plan:hai-duong/2022/1768/KH-UBND``; without number, ``~`` and 12 hex digits of the source."""
    number = header.number.key if header.number else f"~{sha256[:12]}"
    year = str(header.date.year) if header.date else "?"
    place = f"{slug(header.province)}/" if header.province else ""
    return f"plan:{place}{year}/{number}"
