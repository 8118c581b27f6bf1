"""Which sections hand out work: implementation (tổ chức thực hiện) and reporting (chế độ báo cáo)."""

from __future__ import annotations

import re

from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.models.section import SectionKind
from vnplan.outline.shapes import Node
from vnplan.text.search_text import SearchText

_SAYS_WHO = any_of(Family.FORMULA, Context.HEADING, means="implementation")
_IMPLEMENTATION = re.compile(rf"(?:công tác |về )?{_SAYS_WHO}")
# "Nhiệm vụ, giải pháp và tổ chức thực hiện": contents and their agencies in one section.
_CONTENTS = any_of(Family.FORMULA, Context.HEADING, means="contents_section")
_SOME = r"(?:các|những|một\ số)"
_JOINED = re.compile(
    rf"""
    (?:{_SOME}\ )? {_CONTENTS} [^.;:]{{0,80}}?
    (?:,|\ và|\ -|\.)\ (?: (?:công\ tác\ |về\ )?{_SAYS_WHO} | phân\ công\b )
    """,
    re.VERBOSE,
)
# Deep inside a section on contents "2.2. Phân công" hands out that one piece of work.
_BARE = re.compile(r"phân công\Z")
_DEEPEST_BARE = 2
# "Tổ chức thực hiện tốt chính sách ..." is a duty, no heading of the section.
_DUTY = re.compile(rf"(?<!\w){any_of(Family.FORMULA, Context.HEADING, means='manner')}")
_REPORTING = re.compile(any_of(Family.FORMULA, Context.HEADING, means="reporting_section"))
_LONGEST_HEADING = 90
"""Characters of a heading that gives work to agencies (Tổ chức thực hiện): one printed line."""
_NOT_HEADINGS = (SectionKind.BULLET, SectionKind.PARAGRAPH, SectionKind.PREAMBLE)
EXAMPLES = {
    "_JOINED": (
        (
            "nhiệm vụ, giải pháp và tổ chức thực hiện",
            "một số nội dung - phân công",
            "các giải pháp. về tổ chức thực hiện",
        ),
        ("nhiệm vụ và giải pháp", "tổ chức thực hiện", "mục tiêu và tổ chức thực hiện"),
        "match",
    ),
}
"""Patterns -> texts that they find and texts that they do not."""


def is_implementation(text: SearchText, node: Node) -> bool:
    """True for the section that says who does what."""
    words = _heading(text, node)
    if not words:
        return False
    if _BARE.match(words):
        return node.level <= _DEEPEST_BARE
    if not _IMPLEMENTATION.match(words):
        return False
    return _shouted(text, node) or not _DUTY.search(words)


def is_joined(text: SearchText, node: Node) -> bool:
    """True for a section that holds the work and also says who does it: some of its items address agencies."""
    return _JOINED.match(_heading(text, node)) is not None


def is_reporting(text: SearchText, node: Node) -> bool:
    """True for the section that says who reports to whom."""
    return _REPORTING.match(_heading(text, node)) is not None


def _heading(text: SearchText, node: Node) -> str:
    if node.kind in _NOT_HEADINGS or not node.heading:
        return ""
    words = node.title(text)
    return words.folded.strip(" .:") if len(words.text) <= _LONGEST_HEADING else ""


def _shouted(text: SearchText, node: Node) -> bool:
    return node.title(text).text.isupper()
