"""The name of a district or commune after its level word: told by capitals, in headings by the list of districts."""

from __future__ import annotations

import re
from functools import cache

from vnplan.gazetteer.provinces import all_districts
from vnplan.lexicon.patterns import Letters, any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.mentions.names import trie
from vnplan.mentions.search_copy import SearchCopy
from vnplan.text.fold import fold_case
from vnplan.text.letters import UPPER

# Another agency's name, or another list.
_ANOTHER = rf"(?:{any_of(Family.AGENCY_NOUN, trait='anew', letters=Letters.PRINTED)}|(?:Tỉnh|Các)(?!\w))"
# The name of a district or commune: capitalised words (Buôn Ma Thuột, Phan Rang - Tháp Chàm) or a number (quận 1).
_SLOT = re.compile(rf" ?(?!{_ANOTHER})((?:[{UPPER}][\w']*(?:(?: | ?- ?)[{UPPER}][\w']*){{0,3}}|\d{{1,2}})(?!\w))")
_TWO_WORDS = re.compile(r"\S+ \S+(?: - \S+ \S+)?")
_LEVEL = re.compile(f"{any_of(Family.LEVEL, Context.LETTERHEAD)} ")


def name_at(copy: SearchCopy, at: int) -> tuple[str, int] | None:
    """The name at ``at`` in usual capitals, and where it ends.

    In a heading every letter is capital and none tells where the name ends:
    a district's is known, a commune's has two words nearly always.
    """
    slot = _SLOT.match(copy.text, at)
    if slot is None:
        return _like_a_noun(copy, at)
    words = slot[1]
    if not words.isupper() or " " not in words:
        return words, slot.end()
    known = _district_names().match(copy.folded, slot.start(1))
    short = _TWO_WORDS.match(words)
    size = known.end() - slot.start(1) if known else len(short[0]) if short else len(words)
    return words[:size].title(), slot.start(1) + size


def _like_a_noun(copy: SearchCopy, at: int) -> tuple[str, int] | None:
    """The district named at ``at`` whose name begins like an agency's: Hội An, Vụ Bản, Trường Sa."""
    start = at + copy.text.startswith(" ", at)
    known = _district_names().match(copy.folded, start) if copy.text[start : start + 1].isupper() else None
    return (copy.text[start : known.end()].title(), known.end()) if known else None


@cache
def _district_names() -> re.Pattern[str]:
    """The names of the districts of all provinces, without their level words."""
    every = (term.words for _, term in all_districts())
    return re.compile(trie.pattern({_LEVEL.sub("", fold_case(name), count=1) for name in every}))
