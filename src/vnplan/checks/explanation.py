"""Why an item stands where it does: the rules that fired, the nearest rivals, in English or Vietnamese.

The tree keeps what the parser weighed (``Section.evidence``), so a plan
restored from its JSON explains itself as the one just parsed does.
"""

from __future__ import annotations

from vnplan.checks.explanation_words import PHRASES, RULES, SHAPES
from vnplan.grammar.markers.sequence_paths import CLOSE
from vnplan.models.analysis.explanation import Explanation, FiredRule, SectionReading
from vnplan.models.base import Language, Span
from vnplan.models.plan import PlanData
from vnplan.models.section import Evidence, Section, SectionKind


def explain(plan: PlanData, section_id: str, language: Language = "en") -> Explanation:
    """Explain the section with ``section_id``.

    Raises:
        KeyError: the plan has no such section.
        ValueError: the language is neither ``en`` nor ``vi``.

    """
    if language not in PHRASES:
        msg = f"language must be 'en' or 'vi', not {language!r}"
        raise ValueError(msg)
    path = find(plan, section_id)
    if not path:
        raise KeyError(section_id)
    section, above = path[-1], path[-2] if len(path) > 1 else None
    words = PHRASES[language]
    taken = _reading(section.kind, above, 0.0, language)
    rivals = _rivals(plan, section.evidence, language) if section.evidence else ()
    margin = rivals[0].margin if rivals else None
    names = section.evidence.rules if section.evidence else (_shape(section),)
    return Explanation(
        section=section.id,
        span=section.span,
        rules=tuple(FiredRule(name=name, message=_rule(name, language)) for name in names),
        readings=(taken, *rivals),
        margin=margin,
        close=margin is not None and margin < CLOSE,
        message=words["taken"].format(id=section.id, reading=taken.message),
    )


def find(plan: PlanData, section_id: str) -> tuple[Section, ...]:
    """The section with ``section_id`` and those above it, from the top; empty if there is none."""
    paths: list[tuple[Section, ...]] = [(section,) for section in _tops(plan)]
    while paths:
        path = paths.pop()
        here = path[-1]
        if here.id == section_id:
            return path
        if section_id.startswith(f"{here.id}."):
            paths += [(*path, child) for child in here.children]
    return ()


def _tops(plan: PlanData) -> tuple[Section, ...]:
    return (*plan.sections, *(s for a in plan.attachments for s in a.sections))


def _rivals(plan: PlanData, evidence: Evidence, language: Language) -> tuple[SectionReading, ...]:
    found = []
    for rival in evidence.rivals:
        above = _at(plan, rival.under) if rival.under else None
        label = plan.text[slice(*rival.under)] if rival.under and not above else None
        reading = _reading(rival.kind, above, rival.margin, language, label)
        message = PHRASES[language]["rival"].format(reading=reading.message, margin=rival.margin)
        found.append(reading.model_copy(update={"message": message}))
    return tuple(found)


def _at(plan: PlanData, marker: Span) -> Section | None:
    """The section whose marker stands there."""
    level = _tops(plan)
    while level:
        holder = next((s for s in level if s.span.start <= marker.start < s.span.end), None)
        if holder is None or holder.span.start == marker.start:
            return holder
        level = holder.children
    return None


def _reading(
    kind: SectionKind | None, above: Section | None, margin: float, language: Language, label: str | None = None
) -> SectionReading:
    words = PHRASES[language]
    # 40 characters of a heading tell which one it is.
    named = (above.label or above.heading[:40]) if above else label
    place = words["below"].format(label=named) if named else words["top"]
    message = f"{words[kind]} {place}" if kind else words["prose"]
    return SectionReading(
        kind=kind, under=above.id if above else None, under_label=named, margin=margin, message=message
    )


def _shape(section: Section) -> str:
    """The rule of an item without a number, told by what it is."""
    if section.kind is SectionKind.PARAGRAPH:
        return "lead-in" if section.children else "paragraph"
    return str(section.kind)


def _rule(name: str, language: Language) -> str:
    rows = RULES.get(name) or SHAPES.get(name)
    return rows[0 if language == "en" else 1] if rows else name
