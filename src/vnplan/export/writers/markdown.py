"""Plans -> Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from vnplan.export.outputs import Style
from vnplan.export.text import to_markdown
from vnplan.models.plan import PlanData


def plans(found: Iterable[PlanData], out: IO[str], _: Style) -> None:
    """One plan under the other."""
    for index, plan in enumerate(found):
        out.write(("\n" if index else "") + to_markdown(plan))
