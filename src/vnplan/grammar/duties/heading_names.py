"""A short heading that begins with the noun of an agency and holds no work -> the agencies it names, listed or not.

``1. Hạt Kiểm lâm huyện Minh Châu``, ``2. Các doanh nghiệp viễn thông``: no registry lists them all, and an item of
a section that hands out work addresses whom its heading names. The printed words are the name.
"""

from __future__ import annotations

import re

from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.mentions.agencies import normalize_in
from vnplan.mentions.names.work_words import WORK
from vnplan.models.agency import AgencyRef
from vnplan.setting import Setting
from vnplan.text.view import View

_NOUN = any_of(Family.AGENCY_NOUN, Context.HEADING)
_PLURAL = r"(?:(?:tất cả |toàn thể )?(?:các|những|một số) )"
_TITLE = rf"(?:phó )?{any_of(Family.PERSON_TITLE, Context.HEADING, trait='heads')}"
_PERSON = rf"(?:{_TITLE}(?: \(?[^\W\d_]+\)?)? )"
_OPENS = re.compile(rf"{_PERSON}?{_PLURAL}?{_NOUN}(?= |[,;]|\Z)")
_ADDRESSES = re.compile(rf"(?:{any_of(Family.REQUEST, Context.HEADING)} )?{_PERSON}?{_PLURAL}?{_NOUN}")
_WORK = re.compile(rf"(?<!\w){WORK}")
# Names go on past these: "Tổ đảng ở Thường trực Ủy ban Pháp luật", "Các trường thuộc tỉnh".
_JOINING = re.compile(rf"{any_of(Family.JOINING, trait='goes_on')}\Z")
# One agency after the other: a semicolon, or a comma or "và" before the noun of the next.
_NEXT = re.compile(rf"\s*;\s*(?:và )?|(?:,\s+(?:và )?|\s+và\s+)(?={_PERSON}?{_PLURAL}?{_NOUN}(?!\w))")
_ANY = "Các cơ quan, đơn vị liên quan"
"""The group that stands for whoever is meant; a heading with words of its own says more."""
_BARE = re.compile(rf"{_PERSON}?{_PLURAL}?(?:cơ quan|đơn vị|địa phương|tổ chức)(?!\w)")
_LONGEST_HEADING = 160
"""Characters: the longest lists of agencies in headings have some 150; longer ones are sentences."""


def opens_with_agency(view: View) -> bool:
    """Whether a heading begins with the noun of an agency, perhaps after a word that hands it work."""
    return _ADDRESSES.match(view.folded) is not None


def read_names(view: View, start: int, end: int, setting: Setting) -> tuple[AgencyRef, ...]:
    """The agencies that the words ``[start, end)`` of a heading name; empty where they say something else."""
    folded = view.folded[start:end]
    if end - start > _LONGEST_HEADING or not _OPENS.match(folded) or "." in folded.strip(" ."):
        return ()
    # As printed: verbs are small inside a name, its own words have capitals.
    if any(_JOINING.match(word[0]) is None for word in _WORK.finditer(view.text, start, end)):
        return ()
    stops = [*_NEXT.finditer(folded)]
    begins, ends = [0, *(m.end() for m in stops)], [*(m.start() for m in stops), len(folded)]
    items: list[tuple[int, int]] = []
    for low, high in zip(begins, ends, strict=True):
        # "Các Tạp chí, Bản tin": after a plural, nouns without one belong to it.
        plural = bool(items) and re.match(_PLURAL, folded[slice(*items[-1])]) is not None
        if plural and ";" not in folded[items[-1][1] : low] and not re.match(_PLURAL, folded[low:]):
            items[-1] = (items[-1][0], high)
        else:
            items.append((low, high))
    return tuple(_named(view, start + low, start + high, setting) for low, high in items if high > low)


def _named(view: View, start: int, end: int, setting: Setting) -> AgencyRef:
    words = view.text[start:end].strip(" .,;-")
    span = view.span(start, start + len(words))
    known = normalize_in(words, setting)
    if known and (known.name != _ANY or _BARE.match(view.folded, start)):
        return known.model_copy(update={"raw": words, "span": span})
    plural = re.match(_PLURAL, view.folded[start:]) is not None
    return AgencyRef(raw=words, name=words[:1].upper() + words[1:], collective=plural, span=span)
