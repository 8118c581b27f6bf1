"""An evaluation as one page of HTML that loads nothing: systems, scores, the curve of a damage, failures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from vnplan.export.evaluation import curve, tables
from vnplan.export.evaluation.tables import ScoreTable
from vnplan.export.evaluation.wording import STYLE, WORDS
from vnplan.export.html_frame import framed
from vnplan.models.analysis.scores import Evaluation, ScoreGroup
from vnplan.models.base import Language

_GOOD = 0.95
"""From this share on a cell is green."""
_POOR = 0.8
"""Below this share a cell is red."""


def to_html(found: Evaluation, language: Language) -> str:
    """The page, headings in ``en`` or ``vi``; every word that came from outside is escaped."""
    words = WORDS[language]
    body = "\n".join(_parts(found, language))
    return framed(words["title"], STYLE, body, language)


def _parts(found: Evaluation, language: Language) -> Iterator[str]:
    words = WORDS[language]
    systems = next(tables.main_tables(found, language))
    yield f"<p>{escape(systems.title)}</p>\n<h2>{words['systems']}</h2>{_table(systems, 'words')}"
    if found.damage:
        for system in found.systems:
            yield f"<h2>{words['strength']}: {escape(system.name)}</h2>{curve.draw(found, system.name, language)}"
        yield from _all(tables.by_group(found, ScoreGroup.STRENGTH, language))
    else:
        yield from _all([tables.one_system(found, language)] if len(found.systems) == 1 else [])
        yield from _all(tables.side_by_side(found, language))
        yield from _all(tables.by_group(found, ScoreGroup.FORMAT, language))
        yield from _all(tables.by_group(found, ScoreGroup.KIND, language))
        for table in tables.by_document(found, language):
            yield f"<details><summary>{escape(table.title)}</summary>{_table(table)}</details>"
    failures = [(s.name, f.file, f.reason) for s in found.systems for f in s.failures]
    if failures:
        headings = (words["system"], words["file"], words["reason"])
        yield f"<h2>{words['failures']}</h2>{_table(ScoreTable('', headings, list(failures)), 'words')}"


def _all(found: Iterable[ScoreTable]) -> Iterator[str]:
    for table in found:
        yield f"<h2>{escape(table.title)}</h2>{_table(table)}"


def _table(table: ScoreTable, kind: str = "figures") -> str:
    heads = "".join(f"<th>{escape(heading)}</th>" for heading in table.headings)
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in table.rows)
    return f"<div class=scroll><table class={kind}><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"


def _cell(words: str) -> str:
    """A cell; shares are coloured."""
    whole, point, part = words.partition(".")
    if point and part.isdigit() and whole in ("0", "1") and len(part) == len(tables.figure(0).partition(".")[2]):
        share = float(words)
        mark = "high" if share >= _GOOD else "low" if share < _POOR else "mid"
        return f"<td class={mark}>{words}</td>"
    return f"<td>{escape(words)}</td>"
