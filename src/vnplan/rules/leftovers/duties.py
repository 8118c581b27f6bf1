"""Work that nobody got: items and paragraphs that name who does what, and gave no task (``duty-unread``)."""

from __future__ import annotations

import re
from typing import Final

from vnplan.grammar.duties.addressees import read_head
from vnplan.grammar.duties.sentences import is_closing
from vnplan.grammar.duties.verbs import verb_at
from vnplan.grammar.letter.roles import PieceRole
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.models.base import Span
from vnplan.models.diagnostic import DiagnosticCode
from vnplan.models.header import Header
from vnplan.models.section import SectionKind
from vnplan.outline.shapes import Node, Outline, Part
from vnplan.rules.duties.implementation import is_reporting
from vnplan.rules.findings import Findings
from vnplan.rules.leftovers.paragraphs import Covered, Passage, hands_out, leftover, passages
from vnplan.setting import Setting
from vnplan.text.fold import fold_case
from vnplan.text.search_text import SearchText

_AGENCY = any_of(Family.AGENCY_NOUN, Context.HEADING)
_PROMISE = re.compile(
    rf"""
    (?<!được\ )(?<!đã\ )(?<!do\ )(?<!giao\ )(?<!công\ )(?<!quan\ )(?<!vị\ )\bchủ\ trì\b   # no "đơn vị chủ trì"
    | (?<!người\ )(?<!dám\ )\b(?:có|chịu)\ trách\ nhiệm\b(?!\ (?:cao|với|trong)\b)   # no "lối sống có trách nhiệm"
    | (?:\A|[.;:]\ ){any_of(Family.REQUEST, Context.PROSE)}\ (?:các\ )?{_AGENCY}
    """,
    re.VERBOSE,
)
_FORM = r"\b(?:chúng\ tôi|tôi|cam\ kết|cam\ đoan)\b | …{2} | \.{4} | _{4}"
"""A form to be filled in."""
_PAST = r"\bđã\ (?:chủ\ trì|có|giao|yêu\ cầu|chỉ\ đạo)\b"
_LAST_ARTICLE = r"\btrách\ nhiệm\ (?:thi\ hành|tổ\ chức\ thực\ hiện)\ .{0,40}\bnày\b"
"""The last article of every decision."""
_EVERYBODY = r"(?:yêu\ cầu|giao)\ (?:các|thủ\ trưởng)"
_WHOLE_PLAN = r"(?:nghiêm\ túc|theo\ danh\ mục|thực\ hiện\ [^;:]{0,30}này)"
_NO_DUTY = re.compile(
    rf"{_FORM} | {_PAST} | {_LAST_ARTICLE} | (?:\A|[.:;]\ ){_EVERYBODY}\ .{{0,90}}\b{_WHOLE_PLAN}\b", re.VERBOSE
)
_ADDRESSEE_LONGEST = 250
"""Characters of an item that names whom it addresses and says nothing of roles; longer ones tell of other matter."""
_ADDRESSED = re.compile(rf"(?:{any_of(Family.REQUEST, Context.HEADING)}\ )?(?:các\ )?{_AGENCY}")
_HEADING_LONGEST = 90
"""Characters of a heading that stands for an agency; longer ones are sentences."""
_MATTER = re.compile(any_of(Family.FORMULA, Context.HEADING, means="usual_heading"))
_RULES = re.compile(r"(?:ban hành |kèm theo )*(?:quy chế|quy định|điều lệ|quy trình|nội quy)\b")
_ACTS = frozenset({"L", "PL", "NĐ", "TT", "TTLT"})
"""Types of legal acts: what they lay down holds for all, and is no task of a plan."""
_ITEMS = (SectionKind.ARABIC, SectionKind.LETTER, SectionKind.ROMAN, SectionKind.BULLET)

EXAMPLES: Final = {
    "_PROMISE": (
        ("sở y tế chủ trì lập", "xã có trách nhiệm mở", "xong. yêu cầu sở y tế"),
        ("đơn vị chủ trì", "việc được chủ trì", "người có trách nhiệm", "trách nhiệm cao"),
    ),
    "_NO_DUTY": (
        ("tôi cam kết", "họ tên: ……", "sở đã giao", "chịu trách nhiệm thi hành quyết định này"),
        ("sở chủ trì", "giao sở y tế lập"),
    ),
}


def find(outline: Outline, known: Findings) -> Findings:
    """Items of a section on implementation and paragraphs with role words that no task covers.

    Regulations (quy chế, điều lệ) and legal acts lay down standing duties: they are left out.
    """
    text = outline.text
    if _is_act(known.header):
        return Findings()
    done = Covered([*(task.span for task in known.tasks), *(table.span for table in known.tables)])
    rules = {id(part) for part in outline.parts if _is_regulation(text, part)}
    found = (
        passage
        for passage in passages(outline)
        if id(passage.part) not in rules
        and not done.touches(passage.span)  # cheap, and true of most: their words are read already
        and _promises(text, passage, done, known.setting)
    )
    return Findings(
        leftovers=tuple(leftover(DiagnosticCode.DUTY_UNREAD, text.original, passage.span) for passage in found)
    )


def _promises(text: SearchText, passage: Passage, done: Covered, setting: Setting) -> bool:
    """Whether the words hand out work, and none of it is read below them either."""
    words, node = passage.view.folded, passage.node
    if _NO_DUTY.search(words) or is_closing(passage.view):
        return False
    leads_in = passage.heading or words.endswith(":")
    if leads_in and done.touches(passage.span._replace(end=max(node.end, passage.span.end))):
        return False
    if _PROMISE.search(words):
        return True
    if passage.beside and _stands_for_agency(text, passage, done):
        return True
    item = passage.heading and node.kind in _ITEMS and not hands_out(text, node)
    if not passage.handed_out or not item or len(words) > _ADDRESSEE_LONGEST:
        return False
    return _ADDRESSED.match(words) is not None or read_head(passage.view, setting) is not None


def _stands_for_agency(text: SearchText, passage: Passage, done: Covered) -> bool:
    """An item among items that name agencies, with work below it, whose heading names nobody that is known.

    ``3. Các chủ rừng`` between ``2. Hạt Kiểm lâm`` and ``4. Sở Tài chính``; ``Kinh phí thực hiện`` is a matter.
    """
    node, words = passage.node, passage.view.text
    if node.kind not in _ITEMS or len(words) > _HEADING_LONGEST or done.touches(_reach(node)):
        return False
    if is_reporting(text, node) or _MATTER.search(passage.view.folded):
        return False
    below = [child.title(text).text for child in node.children if child.heading]
    if not below or not all(verb_at(line[:1].lower() + line[1:]) == 0 for line in below):
        return False
    # Last, as it looks at every item beside this one.
    named = sum(done.touches(_reach(other)) for other in passage.beside if other is not node)
    return named > 0 and 2 * named >= len(passage.beside) - 1


def _reach(node: Node) -> Span:
    """From the marker or first word of an item to the end of what stands below it."""
    start = node.marker.start if node.marker else min((piece.start for piece in node.heading), default=node.end)
    return Span(min(start, node.end), node.end)


def _is_act(header: Header) -> bool:
    """True for a legal act, and for an act whose title promulgates a regulation."""
    code = header.doc_type.code if header.doc_type else None
    return code in _ACTS or (header.title is not None and _RULES.match(fold_case(header.title)) is not None)


def _is_regulation(text: SearchText, part: Part) -> bool:
    """True for an attachment whose title says that it is a regulation."""
    titles = (text.view(piece.pieces) for piece in part.head if piece.role in (PieceRole.TITLE, PieceRole.TYPE))
    return any(_RULES.match(title.folded) for title in titles)
