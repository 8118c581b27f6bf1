"""Where the heading of an item ends when its text follows in the same line."""

from __future__ import annotations

import re
from typing import Final

from vnplan.lexicon.patterns import Letters, alternation, any_of, select
from vnplan.lexicon.rows import Context, Family
from vnplan.text.fold import fold_case
from vnplan.text.letters import LOWER, UPPER

_USUAL = any_of(Family.FORMULA, Context.HEADING, means="usual_heading", letters=Letters.PRINTED)
# A capital behind one of them begins the text.
_USUAL_HEAD = re.compile(rf"{_USUAL}(?= [{UPPER}])")
_WHOLE_USUAL = re.compile(_USUAL)
_OPENERS = any_of(Family.FORMULA, Context.HEADING, trait="after_heading", letters=Letters.PRINTED)
# Words that begin sentences and are no proper names: in capitals behind a small letter they open the text.
_OPENER = re.compile(rf"(?<=[{LOWER}]) (?={_OPENERS} )")
_LONGEST_HEADING = 160
"""Characters in which the text behind a heading must begin."""
# The noun of an agency needs its name: behind "Sở" neither "Giao thông vận tải" nor "Xây dựng" opens the text.
_NAMED = [row for row in select(Family.AGENCY_NOUN, Context.LETTERHEAD) if not row.traits & {"whole", "any_body"}]
_NAMELESS = re.compile(rf"(?<!\w){alternation(_NAMED)}\Z")
# "Yêu cầu Thủ trưởng các sở ...": a verb with whom it asks, no heading.
_WHO = (
    f"(?:{any_of(Family.AGENCY_NOUN, Context.HEADING)}|{any_of(Family.PERSON_TITLE, Context.HEADING, trait='heads')})"
)
_ASKED = re.compile(rf"{any_of(Family.REQUEST, Context.HEADING)} (?:các )?{_WHO}")

EXAMPLES: Final = {
    "_ASKED": (("yêu cầu sở y tế", "giao các phòng", "đề nghị chủ tịch"), ("sở y tế", "yêu cầu cao"), "match"),
}


def heading_end(words: str) -> int | None:
    """Position behind the heading in ``words``; ``None`` where heading and text are one.

    >>> heading_end("MỤC ĐÍCH, YÊU CẦU Tổ chức quán triệt"), heading_end("Phấn đấu giảm tai nạn")
    (17, None)
    """
    capitals = _capitals(words)
    if capitals:
        return capitals if capitals < len(words) else None
    usual = _USUAL_HEAD.match(words)
    if usual and not _ASKED.match(fold_case(words)):
        return usual.end()
    openers = _OPENER.finditer(words, 0, _LONGEST_HEADING)
    opener = next((m for m in openers if not _nameless(words[: m.start()])), None)
    if opener and not re.search(r"[.;:,]", words[max(0, opener.start() - 1) : opener.start()]):
        before = words[: opener.start()]
        return opener.start() if not re.search(r"[.;:]", before) else None
    return None


def _nameless(words: str) -> bool:
    """Whether words end with the noun of an agency, which has a capital where its name follows."""
    noun = _NAMELESS.search(fold_case(words))
    return noun is not None and words[noun.start()].isupper()


def _capitals(words: str) -> int:
    """How far ``words`` are capitals; 0 if they begin otherwise or run on in small letters (``UBND các huyện``)."""
    end = letters = count = 0
    # 600 characters: more than any heading, less than a flattened document.
    for match in re.finditer(r"\S+", words[:600]):
        token = match[0]
        if any(c.islower() for c in token):
            if token[0].islower():
                return 0
            break
        end = match.end()
        letters += sum(c.isalpha() for c in token)
        count += 1
    # Two words of four letters together: one word in capitals is an abbreviation.
    return end if letters >= 4 and count > 1 else 0


def usual_heading(words: str) -> bool:
    """True for one of the headings that nearly every plan has (``Mục đích``, ``Yêu cầu``)."""
    return _WHOLE_USUAL.fullmatch(words) is not None
