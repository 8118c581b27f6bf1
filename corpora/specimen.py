"""``plan.toml`` -> the parts of one specimen, as every rendition of it needs them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
SPECIMEN = "BẢN MẪU"
TABLE = "[[table]]"
MARKER = re.compile(
    r"(?:(?P<article>Điều \d+)\.|(?P<roman>[IVX]+)\.|(?P<deep>\d+\.\d+)\.|(?P<arabic>\d+)\.|(?P<letter>[a-zđ])\)) "
)
NBSP = "\u00a0"


def load(folder: Path) -> dict[str, Any]:
    """The specimen as written."""
    return tomllib.loads((folder / "plan.toml").read_text("utf-8"))


def paragraphs(plan: dict[str, Any]) -> list[str]:
    """Basis and body, one paragraph an item."""
    return [*plan["body"]["basis"], *lines(plan["body"])]


def lines(part: dict[str, Any]) -> list[str]:
    """The paragraphs of a body or of an attached plan."""
    return list(part["paragraphs"].strip().split("\n"))


def attached(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """The plan or programme that a decision issues, before the appendixes."""
    return list(plan.get("attachment", ()))


def folders() -> list[Path]:
    """Every specimen's folder, in order of name."""
    return sorted(path.parent for path in HERE.glob("*/plan.toml"))
