"""Sums of money in the writings of plans."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.grammar.money.amounts import find_money, read_money


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.250.000.000 đồng", 1_250_000_000),
        ("1.250.000.000đồng", 1_250_000_000),
        ("12,5 tỷ đồng", Decimal(12500000000)),
        ("500 triệu", 500_000_000),
        ("500 triệu đồng từ ngân sách tỉnh", 500_000_000),
        ("2.100 triệu đồng", 2_100_000_000),
        ("1,2 nghìn tỷ đồng", Decimal(1200000000000)),
        ("350 000 đ", 350_000),
        ("Khoảng 3 TỶ ĐỒNG", 3_000_000_000),
        ("50 trđ", 50_000_000),
    ],
)
def test_sums(text, amount):
    assert read_money(text) == amount


@pytest.mark.parametrize("text", ["", "2026", "20/6/2026", "12 tháng", "5 đợt", "không", "100 %"])
def test_no_sums(text):
    assert read_money(text) is None


@given(st.text(max_size=200))
def test_any_text_is_read(text):
    assert all(sum_.amount >= 0 and sum_.start < sum_.end for sum_ in find_money(text))
