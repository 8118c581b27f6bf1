"""Headers of whole documents: letterheads as crawls, scans and typists give them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import vnplan

ROWS = tomllib.loads((Path(__file__).parent / "cases" / "header.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", [pytest.param(row, id=row["source"]) for row in ROWS])
def test_header_of_a_document(case):
    plan = vnplan.parse_text(case["text"])
    head = plan.header
    found = {
        "issuer": head.issuer.name if head.issuer else None,
        "number": head.number.key if head.number else None,
        "place": head.place,
        "date": head.date,
        "title": head.title,
    }
    assert found == {name: case.get(name) for name in found}
    cited = {reference.key for reference in plan.references}
    assert cited >= set(case.get("cites", ()))
