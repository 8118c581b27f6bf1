"""``vnplan normalize``: what single phrases mean."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from typing import Any


def run(arguments: argparse.Namespace) -> int:
    """Print the agencies, citations, dates and time frame of a text."""
    text = sys.stdin.read() if arguments.text == "-" else arguments.text
    found = read(text, arguments)
    if (arguments.format or ("table" if sys.stdout.isatty() else "json")) == "json":
        print(json.dumps(found, ensure_ascii=False, indent=1))  # noqa: T201
        return 0
    from vnplan.export.terminal.columns import columns

    rows = [
        *(("agency", a["raw"], a["name"], a["id"]) for a in found["agencies"]),
        *(("citation", c["text"], c["key"], c["issuer"]) for c in found["citations"]),
        *(("date", d["text"], d["date"], None) for d in found["dates"]),
        *(("time", t["raw"], t["kind"], f"{t['start'] or ''}..{t['end'] or ''}") for t in found["timeframes"]),
    ]
    print(columns(("What", "Words", "Meaning", "More"), rows, shutil.get_terminal_size().columns), end="")  # noqa: T201
    return 0


def read(text: str, arguments: argparse.Namespace) -> dict[str, list[dict[str, Any]]]:
    """What stands in ``text``, by kind; spans index it."""
    from vnplan.grammar.citations.finder import find_citations
    from vnplan.grammar.time.dates import find_dates
    from vnplan.grammar.time.timeframes import parse_timeframe
    from vnplan.mentions.agencies import find_agencies
    from vnplan.models.task import TimeKind

    province, on = arguments.province, arguments.on
    frame = parse_timeframe(text, year=on.year if on else None)
    return {
        "agencies": [ref.model_dump(mode="json") for ref in find_agencies(text, province=province, on=on)],
        "citations": [citation.model_dump(mode="json") for citation in find_citations(text, province=province, on=on)],
        "dates": [
            {"text": text[found.start : found.end], "date": found.value.isoformat(), "span": [found.start, found.end]}
            for found in find_dates(text)
        ],
        "timeframes": [frame.model_dump(mode="json")] if frame and frame.kind != TimeKind.OTHER else [],
    }
