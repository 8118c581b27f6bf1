"""The name of a district or commune after its level word: told by capitals, in headings by the list of districts."""

from __future__ import annotations

import re
from functools import cache

from vnplan.gazetteer.provinces import all_districts
from vnplan.mentions.names import trie
from vnplan.mentions.search_copy import SearchCopy
from vnplan.text.fold import fold_case
from vnplan.text.letters import UPPER

_ANOTHER = r"(?:Sở|Bộ|Ban|Hội|Phòng|UBND|HĐND|MTTQ|Ủy ban|Công an|Đoàn|Chi cục|Trung tâm|Văn phòng|Tỉnh|Các)(?!\w)"
# The name of a district or commune: capitalised words (Buôn Ma Thuột, Phan Rang - Tháp Chàm) or a number (quận 1).
_SLOT = re.compile(rf" ?(?!{_ANOTHER})((?:[{UPPER}][\w']*(?:(?: | ?- ?)[{UPPER}][\w']*){{0,3}}|\d{{1,2}})(?!\w))")
_TWO_WORDS = re.compile(r"\S+ \S+(?: - \S+ \S+)?")
_LEVEL = re.compile(r"(?:thành phố|thị xã|huyện|quận) ")


def name_at(copy: SearchCopy, at: int) -> tuple[str, int] | None:
    """The name at ``at`` in usual capitals, and where it ends.

    In a heading every letter is capital and none tells where the name ends:
    a district's is known, a commune's has two words nearly always.
    """
    slot = _SLOT.match(copy.text, at)
    if slot is None:
        return None
    words = slot[1]
    if not words.isupper() or " " not in words:
        return words, slot.end()
    known = _district_names().match(copy.folded, slot.start(1))
    short = _TWO_WORDS.match(words)
    size = known.end() - slot.start(1) if known else len(short[0]) if short else len(words)
    return words[:size].title(), slot.start(1) + size


@cache
def _district_names() -> re.Pattern[str]:
    """The names of the districts of all provinces, without their level words."""
    every = (term.words for _, term in all_districts())
    return re.compile(trie.pattern({_LEVEL.sub("", fold_case(name), count=1) for name in every}))
