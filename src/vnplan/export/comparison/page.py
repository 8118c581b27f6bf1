"""A comparison as one page of HTML that loads nothing: figures, a heat map of coverage, every matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from html import escape

from vnplan.export.comparison import summary
from vnplan.export.comparison.wording import STYLE, WORDS
from vnplan.export.html_frame import framed
from vnplan.models.analysis.comparison import (
    ComparedPlan,
    ComparedTask,
    ComparisonData,
    CoverageState,
    Difference,
    DifferenceKind,
    Matter,
    Member,
)
from vnplan.models.base import Language


def to_html(data: ComparisonData, language: Language) -> str:
    """The page, headings in ``en`` or ``vi``; every word of a document is escaped."""
    words = WORDS[language]
    body = "\n".join((*_figures(data, words), *_map(data, words), *_matters(data, words)))
    return framed(words["title"], STYLE, body, language)


def _figures(data: ComparisonData, words: dict[str, str]) -> Iterator[str]:
    central = next((plan for plan in data.plans if plan.central), None)
    if central:
        yield f"<p>{words['central']}: <b>{escape(_name(central))}</b></p>"
    heads = (words["plan"], words["covered"], *(words[kind.value] for kind in DifferenceKind))
    yield f"<table class=figures><thead><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr></thead><tbody>"
    for line in summary.lines(data):
        counts = "".join(f"<td>{line.counts[kind]}</td>" for kind in DifferenceKind)
        yield f"<tr><th>{escape(_name(line.plan))}</th><td>{line.covered}/{line.matters}</td>{counts}</tr>"
    yield "</tbody></table>"


def _map(data: ComparisonData, words: dict[str, str]) -> Iterator[str]:
    plans = [plan for plan in data.plans if not plan.central]
    yield f"<h2>{words['map']}</h2>\n<p class=legend>"
    for state in CoverageState:
        yield f"<span class={state.value}>&nbsp;1&nbsp;</span> {words[state.value]} &nbsp; "
    yield " &nbsp; ".join(f"<b>{mark}</b> {words[kind.value]}" for kind, mark in summary.MARKS.items()) + "</p>"
    heads = "".join(f"<th title={_quoted(_name(plan))}>{escape(plan.label)}</th>" for plan in plans)
    yield f"<div class=scroll><table class=map><thead><tr><th>{words['matter']}</th>{heads}</tr></thead><tbody>"
    for matter, cells in summary.grid(data):
        row = "".join(_square(cells[plan.id], plan, words) for plan in plans)
        yield f'<tr><th><a href="#{matter.id}">{matter.id}</a> {escape(matter.title)}</th>{row}</tr>'
    yield "</tbody></table></div>"


def _square(cell: summary.Cell, plan: ComparedPlan, words: dict[str, str]) -> str:
    said = "; ".join(_difference_words(difference, words) for difference in cell.differences)
    title = f"{plan.label}: {words[cell.state.value]}{' - ' if said else ''}{said}"
    return f"<td class={cell.state.value} title={_quoted(title)}>{cell.tasks or ''}<sup>{cell.marks}</sup></td>"


def _matters(data: ComparisonData, words: dict[str, str]) -> Iterator[str]:
    plans = {plan.id: plan for plan in data.plans}
    tasks = {task.id: task for task in data.tasks}
    said: defaultdict[tuple[str, str], list[Difference]] = defaultdict(list)
    for difference in data.differences:
        said[difference.matter, difference.plan].append(difference)
    heads = "".join(f"<th>{words[head]}</th>" for head in ("plan", "task", "lead", "time", "outputs", "departures"))
    for template in (True, False):
        yield f"<h2>{words['template' if template else 'local']}</h2>"
        for matter in data.matters:
            if matter.template is template:
                yield from _matter(matter, heads)
                for member in matter.members:
                    told = "; ".join(
                        _difference_words(d, words) for d in said[matter.id, member.plan] if member.task in d.tasks
                    )
                    yield _member(member, plans[member.plan], tasks[member.task], told)
                yield "</tbody></table></details>"


def _matter(matter: Matter, heads: str) -> Iterator[str]:
    count = len({member.plan for member in matter.members})
    yield f"<details id={matter.id} open><summary>{matter.id}. {escape(matter.title)} ({count})</summary>"
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"


def _member(member: Member, plan: ComparedPlan, task: ComparedTask, told: str) -> str:
    shared = "".join(f"<li>{escape(one.words)} ~ {escape(one.other_words)}</li>" for one in member.shared)
    why = f"<ul>{shared}</ul>" if shared else ""
    cells = ("; ".join(task.lead), task.time or "", task.outputs or "", told)
    return (
        f"<tr><th>{escape(plan.label)}</th><td>{escape(task.title)}{why}</td>"
        + "".join(f"<td>{escape(words)}</td>" for words in cells)
        + "</tr>"
    )


def _difference_words(difference: Difference, words: dict[str, str]) -> str:
    """One departure in words, not escaped yet."""
    if difference.expected is None:
        return words[difference.kind.value]
    return f"{words[difference.kind.value]} ({difference.expected} > {difference.found or words['nothing']})"


def _name(plan: ComparedPlan) -> str:
    return " · ".join(part for part in (plan.label, plan.number, plan.date and plan.date.isoformat()) if part)


def _quoted(words: str) -> str:
    return f'"{escape(words)}"'
