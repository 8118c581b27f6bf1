"""Close calls: markers that another reading fits nearly as well, with both readings named."""

from __future__ import annotations

from collections.abc import Sequence

from vnplan.diagnostics import note
from vnplan.grammar.markers.item_markers import KINDS
from vnplan.grammar.markers.sequence_paths import Choice, Resolution
from vnplan.models.base import Span
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.models.section import SectionKind

_VIETNAMESE = {
    SectionKind.PART: "phần",
    SectionKind.CHAPTER: "chương",
    SectionKind.SECTION: "mục",
    SectionKind.ARTICLE: "điều",
    SectionKind.ROMAN: "số La Mã",
    SectionKind.ARABIC: "số",
    SectionKind.LETTER: "chữ cái",
    SectionKind.BULLET: "gạch đầu dòng",
}


def notes(labels: Sequence[str], spans: Sequence[Span], resolution: Resolution) -> tuple[Diagnostic, ...]:
    """A remark on every close call, another where the marker is left as plain text.

    ``labels`` and ``spans`` are those of the candidates.
    """
    found = []
    for index in resolution.close:
        taken, rival = resolution.choices[index], resolution.rivals[index][0].choice
        found.append(
            note(
                DiagnosticCode.SECTION_AMBIGUOUS if taken else DiagnosticCode.HEADING_DOUBTFUL,
                spans[index],
                label=labels[index],
                taken=_english(taken, labels),
                rival=_english(rival, labels),
                taken_vi=_vietnamese(taken, labels),
                rival_vi=_vietnamese(rival, labels),
            )
        )
    return tuple(found)


def _english(choice: Choice | None, labels: Sequence[str]) -> str:
    if choice is None:
        return "words of the text"
    place = "at the top" if choice.parent is None else f"below {labels[choice.parent]!r}"
    return f"{KINDS[choice.reading.family]} item {place}"


def _vietnamese(choice: Choice | None, labels: Sequence[str]) -> str:
    if choice is None:
        return "chữ trong câu"
    place = "ở cấp cao nhất" if choice.parent is None else f"thuộc {labels[choice.parent]!r}"
    return f"mục đánh {_VIETNAMESE[KINDS[choice.reading.family]]} {place}"
