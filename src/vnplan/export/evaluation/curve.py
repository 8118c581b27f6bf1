"""Scores by strength of a damage -> a drawing in SVG, one line an aspect."""

from __future__ import annotations

from html import escape

from vnplan.export.evaluation.wording import ASPECTS
from vnplan.models.analysis.scores import Evaluation, ScoreGroup, Way
from vnplan.models.base import Language

_WIDTH, _HEIGHT, _EDGE = 560, 300, 36  # pixels of the field and of its margin
_LEGEND = 260  # pixels beside it for the names
_LINE = 15  # pixels from one name to the next
_HUES = 47  # degrees from one colour to the next: lines that follow each other differ well


def draw(found: Evaluation, system: str, language: Language) -> str:
    """The curves of one system, F1 of values from 0 to 1 over the strength from 0 to 1."""
    curves: dict[str, list[tuple[float, float]]] = {}
    for score in found.scores:
        if score.group is ScoreGroup.STRENGTH and score.system == system and score.way is Way.VALUE:
            curves.setdefault(score.aspect, []).append((float(score.name), score.f1))
    height = max(_HEIGHT + 2 * _EDGE, _EDGE + _LINE * len(curves))
    width = _WIDTH + 2 * _EDGE + _LEGEND
    parts = [f'<svg viewBox="0 0 {width} {height}" width="{width}" role="img" font-size="12" font-family="sans-serif">']
    for share in (0.0, 0.5, 1.0):
        x, y = _at(0, share)
        parts.append(f'<path d="M{x} {y}H{x + _WIDTH}" stroke="#d0d7de"/><text x="4" y="{y + 4}">{share:.1f}</text>')
        parts.append(f'<text x="{_at(share, 0)[0] - 8}" y="{_at(0, 0)[1] + 18}">{share:.1f}</text>')
    for index, (aspect, points) in enumerate(curves.items()):
        colour = f"hsl({index * _HUES % 360} 65% 40%)"
        line = " ".join(f"{x},{y}" for x, y in (_at(*point) for point in sorted(points)))
        name = escape(ASPECTS.get(aspect, aspect) if language == "vi" else aspect)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        left, top = _WIDTH + 2 * _EDGE, _EDGE + _LINE * index
        parts.append(f'<text x="{left}" y="{top}" fill="{colour}">{name}</text>')
    return "".join(parts) + "</svg>"


def _at(strength: float, share: float) -> tuple[float, float]:
    return round(_EDGE + strength * _WIDTH, 1), round(_EDGE + (1 - share) * _HEIGHT, 1)
