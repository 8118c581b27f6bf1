"""Keys of the gold pack (`b36#2`, `t1.r5`) -> the duties and rows of its gold that they name.

`b36` is the duty that stands in block `b36` of source.txt, `b36#2` the second of several in one block, in the order of the
gold; `t1.r5` is the fifth row of the first table, headings counted.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import source

from vnplan.evaluation.gold import GoldDocument, GoldDuty, GoldRow, GoldTask

PACK = Path(__file__).parent / "pack"


def gold_of(name: str) -> GoldDocument:
    """The gold of one document of the pack."""
    return GoldDocument.model_validate_json((PACK / name / "gold.json").read_text("utf-8"))


def duties_in(name: str) -> dict[str, list[GoldDuty]]:
    """Block -> the duties that begin in it, in order."""
    placed = source.blocks(source.read(PACK / name / "source.txt"))
    found: defaultdict[str, list[GoldDuty]] = defaultdict(list)
    for duty in gold_of(name).duties or ():
        at = duty.span.start if duty.span else -1
        found[next(block.id for block in placed if block.start <= at < block.end)].append(duty)
    return dict(found)


def rows_in(name: str) -> dict[str, GoldRow]:
    """Every row of every table by its key."""
    return {
        f"{table.id}.r{number}": row for table in gold_of(name).tables or () for number, row in enumerate(table.rows, 1)
    }


def places(name: str) -> dict[str, GoldTask | GoldDuty]:
    """Every duty and every row of work by its key."""
    found: dict[str, GoldTask | GoldDuty] = {}
    for task in gold_of(name).tasks or ():
        if task.row is not None:
            found[f"{task.table}.r{task.row + 1}"] = task
    for block, duties in duties_in(name).items():
        several = len(duties) > 1
        found |= {f"{block}#{n}" if several else block: duty for n, duty in enumerate(duties, 1)}
    return found
