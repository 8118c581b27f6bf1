"""Roman numerals are read in one way everywhere."""

import re
from pathlib import Path

import pytest

import vnplan
from vnplan.grammar.cells.row_numbers import read_ordinal
from vnplan.grammar.markers import item_markers
from vnplan.text.numerals import ROMAN, SMALL_ROMAN, roman

VALUES = {"I": 1, "IIII": 4, "IV": 4, "IX": 9, "XIV": 14, "XXXIX": 39, "XL": 40, "XLVIII": 48}


@pytest.mark.parametrize(("numeral", "value"), VALUES.items())
def test_value_in_text_item_and_row(numeral: str, value: int) -> None:
    assert roman(numeral) == roman(numeral.lower()) == value
    assert re.fullmatch(ROMAN, numeral)
    assert re.fullmatch(SMALL_ROMAN, numeral.lower())
    marker = item_markers.read_marker(f"{numeral}. Nội dung")
    assert marker is not None
    assert marker.readings[0].numbers == (value,)
    ordinal = read_ordinal(numeral)
    assert (ordinal.value if ordinal else None) == (value if numeral != "IIII" else None)


@pytest.mark.parametrize("word", ["", "L", "C", "D", "M", "IIX", "VX", "VV", "XIVI"])
def test_no_numeral(word: str) -> None:
    assert roman(word) is None


def test_numerals_are_spelled_in_one_module() -> None:
    root = Path(vnplan.__file__).parent
    spelled = [
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if re.search(r"\[[^\]\n]*(?:IVX|ivx)", path.read_text("utf-8"))
    ]
    assert spelled == ["text/numerals.py"]
