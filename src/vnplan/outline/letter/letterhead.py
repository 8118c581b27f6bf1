"""The letterhead (Decree 30/2020/NĐ-CP, Annex I, II.1-5): everything above the first basis clause.

Forms seen: two-column tables, columns typed on one line, the left block before
the right one, rows of both divided by ``|``, and running text with all of it
in one paragraph. The lines are cut at the fixed words (:mod:`vnplan.grammar.letter.fixed_words`); what
stands between them is the name of the issuer, until a type line opens the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from vnplan.grammar.headings import titles
from vnplan.grammar.letter import fixed_words
from vnplan.grammar.letter.openings import ADDRESSEE
from vnplan.grammar.letter.roles import PieceRole
from vnplan.grammar.letter.signing_titles import TITLE
from vnplan.lexicon.patterns import Letters, any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.outline.letter.letterhead_state import Letterhead
from vnplan.outline.letter.lines import Unit, joined, of_grid
from vnplan.outline.shapes import Piece
from vnplan.readers.source import Block, Furniture, Grid, Paragraph
from vnplan.text.fold import fold_case
from vnplan.text.letters import is_capital
from vnplan.text.search_text import SearchText

_MOST_BLOCKS = 60
"""Blocks looked at: a letterhead with each word in its own paragraph has 40."""
_MOST_SKIPPED = 8
"""Lines of something else (a site's menu, a file name) that may stand above the letterhead."""
_LONGEST_LINE = 400
"""A line of the letterhead before the type line; longer ones are prose."""
_SUBJECT = re.compile(rf"V\s?/\s?v\b|\(?{any_of(Family.FORMULA, Context.LETTERHEAD, means='subject')}", re.IGNORECASE)
_NUMBERED = re.compile(r"\A\s*\d{1,3}\.\s+(?=[^\W\d])")  # a slide's number before the whole text
_ADDRESSEE = re.compile(ADDRESSEE)


def _agency(trait: str | None = None) -> str:
    return any_of(Family.AGENCY_NOUN, Context.LETTERHEAD, trait=trait, letters=Letters.CAPITALS)


_DECIDER = _agency("decides")
_AUTHORITY = re.compile(rf"{TITLE}|{_DECIDER}")
_INNER_AUTHORITY = re.compile(rf"(?<=\w\s)(?:{TITLE}\s|{_DECIDER})")
# "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH X" alone on a line: who decides, above the basis of a decision.
_WHO_DECIDES = re.compile(
    rf"""
    (?: {TITLE}\ {_agency()} | {_DECIDER} ) (?: \ \S+ ){{1,9}} \Z
  | (?: {TITLE}\ )? {_agency("whole")} \Z
  | {TITLE} \Z
    """,
    re.VERBOSE,
)
EXAMPLES: Final = {
    "_AUTHORITY": (("CHỦ TỊCH ỦY BAN", "SỞ NỘI VỤ", "UỶ BAN"), ("BAN HÀNH QUY CHẾ", "Sở Nội vụ", "VỀ VIỆC"), "match"),
    "_WHO_DECIDES": (
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MINH CHÂU", "THỦ TƯỚNG CHÍNH PHỦ", "CHÍNH PHỦ", "GIÁM ĐỐC", "SỞ NỘI VỤ"),
        ("BAN HÀNH QUY CHẾ", "QUỸ BẢO TRÌ ĐƯỜNG BỘ", "SỞ HỮU TRÍ TUỆ", "TRƯỜNG HỌC AN TOÀN", "BỘ TIÊU CHÍ XÃ"),
        "match",
    ),
}
"""Pattern -> lines under a title that it finds, lines that it does not find."""
_SESSION = re.compile(r"KH\s?[ÓO]\s?[ÁA]\b|KỲ HỌP\b|NHIỆM KỲ\b|\(KH[ÓO][ÁA]")
_DECIDES = re.compile(r"(?:QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ)\b")


def read_letterhead(text: SearchText, blocks: tuple[Block, ...]) -> tuple[tuple[Piece, ...], tuple[Block, ...]]:
    """Claim the letterhead at the front of ``blocks``; return its pieces and the blocks that remain."""
    head = Letterhead()
    kept: list[Block] = []
    done = above = 0
    for number, block in enumerate(blocks[:_MOST_BLOCKS]):
        if isinstance(block, Furniture):
            kept.append(block)
        elif isinstance(block, Grid):
            if not _take_grid(text, block, head):
                break
        else:
            left = _take_paragraph(text, block, head, _next_words(text, blocks, number))
            kept += [left] if left is not None else []
            if left is block and not head.started:
                above = len(kept)
                head.skipped += bool(block.view(text).text)
                head.closed = head.skipped > _MOST_SKIPPED
        done = number + 1
        if head.closed:
            break
    if not (head.anchored or head.type_seen):
        return (), blocks
    if head.complete:  # what stands above a full letterhead is the site's or the file's, not the document's
        kept[:above] = [Furniture(b.pieces) if isinstance(b, Paragraph) else b for b in kept[:above]]
    return head.finished(), (*kept, *blocks[done:])


def _next_words(text: SearchText, blocks: tuple[Block, ...], number: int) -> str:
    # Five blocks: blanks and rules may stand between.
    for block in blocks[number + 1 : number + 6]:
        if isinstance(block, Paragraph) and (words := block.view(text).text):
            return words
    return ""


def _take_grid(text: SearchText, grid: Grid, head: Letterhead) -> bool:
    """Claim a layout table whole; ``False`` for a table of data."""
    # 40 cells: a letterhead has two columns of some six rows, a table of data more.
    if len(grid.cells) > 40 or head.type_seen:
        return False
    units = list(of_grid(text, grid))
    if not any(fixed_words.anchors(u.words) for u in units if len(u.words) < _LONGEST_LINE):
        return False
    trial = head.copied()
    for unit in units:
        if not _take_unit(unit, trial, ""):
            return False
    head.take_over(trial)
    return True


def _take_paragraph(text: SearchText, paragraph: Paragraph, head: Letterhead, following: str) -> Paragraph | None:
    """Claim what belongs to the letterhead; return what does not, ``None`` if nothing remains."""
    if paragraph.running:
        return _take_running(text, paragraph, head)
    for unit in joined(text, paragraph):
        if head.closed or not _take_unit(unit, head, following):
            if not head.started:
                return paragraph
            head.closed = True
            return paragraph.cut(unit.pieces[0].start)[1]
    return None


def _take_unit(unit: Unit, head: Letterhead, following: str) -> bool:
    """Claim one line; ``False`` where the letterhead is over."""
    if head.type_seen:
        return _take_title_line(unit, head, following)
    if len(unit.words) > _LONGEST_LINE and fixed_words.type_at_front(unit.words) == 0:
        return False
    if head.ends_date(unit.words, unit.pieces):
        return True
    at = 0
    for anchor in (*fixed_words.anchors(unit.words), None):
        stop = anchor.start if anchor else len(unit.words)
        if not _take_between(unit, at, stop, head, following):
            return False
        if anchor:
            head.claim(anchor.role, unit.part(anchor.start, anchor.end))
            head.year_due = anchor.role is PieceRole.PLACE_DATE and unit.words[: anchor.end].endswith("năm")
            head.anchored = head.anchored or anchor.role is not PieceRole.RULE
            at = anchor.end
    return True


def _take_between(unit: Unit, start: int, stop: int, head: Letterhead, following: str) -> bool:  # noqa: PLR0911 -- by kind
    """A stretch without fixed words, above the title: a name of the letterhead, the type line or a subject."""
    while start < stop and unit.words[start] in " ,;.":
        start += 1
    words = unit.words[start:stop].rstrip()
    if not words:
        return True
    if length := _type_length(words, head):
        head.type_seen, head.type_words = True, words[:length]
        head.claim(PieceRole.TYPE, unit.part(start, start + length))
        rest = words[length:].lstrip(" :.")
        if rest:
            _add_title(unit, start + len(words) - len(rest), start + len(words), head, following)
        return True
    if _take_subject(unit, start, words, head):
        return True
    if _ADDRESSEE.match(words):
        head.claim(PieceRole.ADDRESSEE, unit.part(start, start + len(words)))
        return True
    if not any(c.isalnum() for c in words):
        head.claim(PieceRole.RULE, unit.part(start, start + len(words)))
        return True
    if titles.is_body(words) or not is_capital(words):
        return False
    if head.complete:  # the type line was lost
        head.type_seen = True
        return _take_title_line(unit, head, following) if start == 0 else False
    head.names.append((unit, start, start + len(words)))
    return True


def _take_subject(unit: Unit, start: int, words: str, head: Letterhead) -> bool:
    """Claim a subject above the type line, which narrow columns break over several lines."""
    opens = _SUBJECT.match(words) and head.anchored
    if opens and is_capital(words):  # a title whose type line was lost
        head.add_title(unit, start, start + len(words))
        return True
    body = _ADDRESSEE.match(words) or titles.is_body(words)
    if not opens and (body or not head.subject or not titles.goes_on(head.subject_words, words)):
        return False
    head.add_subject(unit, start, start + len(words))
    return True


def _type_length(words: str, head: Letterhead) -> int:
    length = fixed_words.type_at_front(words)
    if length and words[length:].lstrip().startswith("VÀ "):  # SỞ / KẾ HOẠCH VÀ ĐẦU TƯ
        return 0
    # 40 characters: the longest names of types (Chương trình hành động) are half of it.
    if not length and head.anchored and len(words) < 40 and fixed_words.is_type_name(fold_case(words)):
        return len(words)
    return length


def _take_title_line(unit: Unit, head: Letterhead, following: str) -> bool:  # noqa: PLR0911 -- one return a kind of line
    words = unit.words
    if head.decided:
        if not (is_capital(words) and _SESSION.match(words)):
            return False
        head.claim(PieceRole.AUTHORITY_LINE, unit.pieces)
        return True
    counts = not head.title_words and fixed_words.counts_type(words)
    if counts or not any(c.isalnum() for c in words):
        head.claim(PieceRole.RULE, unit.pieces)
        return True
    if titles.is_pointer(words):
        head.claim(PieceRole.POINTER, unit.pieces)
        return True
    if _ADDRESSEE.match(words):
        head.claim(PieceRole.ADDRESSEE, unit.pieces)
        head.closed = True
        return True
    if is_capital(words) and _decides(words, head, following):
        head.claim(PieceRole.AUTHORITY_LINE, unit.pieces)
        head.decided = True
        return True
    if not head.title_words:
        # Three lines of a title at once; what is longer is prose.
        if titles.is_item(words) or words.startswith("Căn cứ") or len(words) > 3 * titles.LONGEST_LINE:
            return False
    elif any(p.role is PieceRole.POINTER for p in head.pieces) or not titles.goes_on(head.title_words, words):
        return False
    _add_title(unit, 0, len(words), head, following)
    return True


def _add_title(unit: Unit, start: int, end: int, head: Letterhead, following: str) -> None:
    """Claim words as title, and a last line that says who decides as what it is."""
    cut = _wrapped_authority(unit, start, end, head, following)
    head.add_title(unit, start, end if cut is None else cut)
    if cut is not None:
        head.claim(PieceRole.AUTHORITY_LINE, unit.part(cut, end))
        head.decided = True


def _decides(words: str, head: Letterhead, following: str) -> bool:
    """Whether a line in capitals under the title says who decides."""
    if titles.is_open(head.title_words):
        return False
    if _AUTHORITY.match(words) and (head.title_words or head.complete) and titles.OPENING.match(following):
        return True
    acts = _DECIDES.match(head.type_words) is not None or not head.type_words
    return acts and bool(head.title_words or head.complete) and _WHO_DECIDES.match(words) is not None


def _wrapped_authority(unit: Unit, start: int, end: int, head: Letterhead, following: str) -> int | None:
    """Where in a title of several lines the line begins that says who decides."""
    if _DECIDES.match(head.type_words) is None or not (unit.running or is_capital(unit.words[start:end])):
        return None
    inner = (m.start() for m in _INNER_AUTHORITY.finditer(unit.words, start, end))
    for at in inner if unit.running else (b for b in unit.breaks if start < b < end):
        session = _SESSION.search(unit.words, at, end)
        who = unit.words[at : session.start() if session else end].rstrip(" ,-")
        if titles.is_open(unit.words[start:at].rstrip()) or not is_capital(who) or not _WHO_DECIDES.match(who):
            continue
        if session or titles.OPENING.match(following):
            return at
    return None


def _take_running(text: SearchText, paragraph: Paragraph, head: Letterhead) -> Paragraph | None:
    for unit in joined(text, paragraph):
        end = _running_end(unit, head)
        if end is None:
            return paragraph
        head.closed = head.type_seen
        return paragraph.cut(unit.view.position(end))[1] if end < len(unit.words) else None
    return None


def _running_end(unit: Unit, head: Letterhead) -> int | None:
    """Claim the letterhead inside running text; where it ends, ``None`` if there is none."""
    window = unit.words[: 2 * titles.LONGEST_RUNNING]
    found = list(_before_body(fixed_words.anchors(window)))
    after = max((a.end for a in found if a.role is not PieceRole.RULE), default=0)
    kind = fixed_words.TYPE.search(window, after, after + _LONGEST_LINE)
    if not found and kind is None:
        return None
    if head.type_seen or (kind and kind.start() > after + _LONGEST_LINE):
        return None
    at = 0
    for anchor in found:
        _name_in_running(unit, at, anchor.start, head)
        head.claim(anchor.role, unit.part(anchor.start, anchor.end))
        head.anchored, at = True, anchor.end
    if kind is None:
        return _subject_in_running(unit, at, head)
    _name_in_running(unit, at, kind.start(), head)
    head.claim(PieceRole.TYPE, unit.part(*kind.span()))
    head.type_seen, head.type_words = True, kind[0]
    begin = kind.end() + len(window[kind.end() :]) - len(window[kind.end() :].lstrip(" :"))
    end = titles.end_in_running(window, begin)
    if end is None or end <= begin:
        return begin
    _add_title(unit, begin, end, head, window[end:].lstrip())
    return end


def _subject_in_running(unit: Unit, at: int, head: Letterhead) -> int:
    """The subject of a dispatch (``V/v ...``) after its date line, up to ``Kính gửi``."""
    window = unit.words[at : at + titles.LONGEST_RUNNING]
    begin = len(window) - len(window.lstrip(" ,;."))
    addressee = _ADDRESSEE.search(window, begin)
    if addressee is None or not _SUBJECT.match(window, begin):
        return at
    head.add_subject(unit, at + begin, at + addressee.start())
    return at + addressee.start()


def _before_body(found: list[fixed_words.Anchor]) -> Iterator[fixed_words.Anchor]:
    """The anchors that follow each other closely from the front; a number or date far below is a citation."""
    at = 0
    for anchor in found:
        if anchor.start - at > _LONGEST_LINE // 2:
            return
        yield anchor
        at = anchor.end


def _name_in_running(unit: Unit, start: int, stop: int, head: Letterhead) -> None:
    words = unit.words[start:stop]
    if slide := _NUMBERED.match(words):
        head.claim(PieceRole.RULE, unit.part(start, start + slide.end()))
    bare = _NUMBERED.sub("", words).strip(" ,;.|")
    begin = start + words.index(bare)
    if bare and _SUBJECT.match(bare):
        head.add_subject(unit, begin, begin + len(bare))
    elif bare:
        head.names.append((unit, begin, begin + len(bare)))
