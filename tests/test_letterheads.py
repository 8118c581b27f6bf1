"""Letterheads of crawls and scans, whole documents: each field as printed, or none."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import vnplan

CASES = tomllib.loads((Path(__file__).parent / "cases" / "letterheads.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["source"][:60] for case in CASES])
def test_fields(case: dict[str, Any]) -> None:
    plan = vnplan.parse_text(case["text"].strip("\n"))
    header = plan.header
    found = {
        "issuer": header.issuer.name if header.issuer else None,
        "parent": header.parent.name if header.parent else None,
        "number": header.number.key if header.number else None,
        "place": header.place,
        "date": header.date,
        "title": header.title,
    }
    assert found == {name: case.get(name) for name in found}
    if "province" in case:
        assert header.province == case["province"]
    if "cites" in case:
        assert [r.key for r in plan.references] == case["cites"]
    if "signers" in case:
        assert [[s.name, s.position] for s in header.signers] == case["signers"]
    assert not [leaf for leaf in plan.leaves if leaf.kind == "unclaimed"]
