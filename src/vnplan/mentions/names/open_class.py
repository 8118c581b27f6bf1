"""Agencies of open classes: offices, centres and companies that no registry can list.

The words of the document are the name. In prose a name is read as far as its
capitals carry it; a whole cell is read by :mod:`vnplan.mentions.cells`.
"""

from __future__ import annotations

import re

from vnplan.gazetteer.agencies import agency
from vnplan.lexicon.patterns import Letters, alternation, any_of, select
from vnplan.lexicon.rows import Context, Family
from vnplan.mentions.lists import unit_kinds
from vnplan.mentions.mention import AgencyMention
from vnplan.mentions.names.work_words import WORK
from vnplan.mentions.search_copy import SearchCopy
from vnplan.setting import Setting
from vnplan.text.letters import LOWER, UPPER
from vnplan.text.numerals import ROMAN

_LEVEL_WORD = any_of(Family.LEVEL, Context.PROSE)
_OPEN = select(Family.AGENCY_NOUN, Context.PROSE, trait="open_class")
OPENING = rf"{alternation(_OPEN)}(?= )"
"""The words that open such a name."""

FIRST = tuple(dict.fromkeys(row.words.split(" ", 1)[0] for row in _OPEN))
"""Their first words."""

_COMPANIES = frozenset(row.words for row in _OPEN if "company" in row.traits)
_OF_A_TOPIC = frozenset(row.words for row in _OPEN if "topic" in row.traits)
_CAPITAL = frozenset(row.words for row in _OPEN if "capital" in row.traits)
_ANEW = any_of(Family.AGENCY_NOUN, Context.PROSE, trait="anew", letters=Letters.PRINTED)
_FUNCTION = alternation(select(Family.DUTY_VERB, Context.PROSE, means="function"))
_TIED = r"(?:và|số|ngày|về|từ)(?!\w)"
# Two-syllable words, of which the first has a capital; an abbreviation or a numeral stands alone.
_ALONE = rf"(?:{ROMAN}|[{UPPER}][{UPPER}\d&.]+)(?!\w)"
_SECOND = rf"(?: (?!{_TIED}|{WORK}|{_LEVEL_WORD})[^\W\d_]+)?"
_UNIT = rf"(?!{_ANEW})(?:{_ALONE}|[{UPPER}][\w.&]*{_SECOND})"
# Words without a capital only between two with one: Cục Kỹ thuật an toàn và Môi trường công nghiệp.
_BETWEEN = rf"(?:(?!{WORK}|{_LEVEL_WORD})[{LOWER}]+ [{LOWER}]+ (?:và )?(?=[{UPPER}]))?"
# Words in small letters that end names: Cục Y tế dự phòng, Vụ Thi đua, khen thưởng; after them the sentence goes on.
_SMALL_WORD = rf"(?: (?!{_TIED}|{WORK}|{_LEVEL_WORD})[{LOWER}]+)"
_ENDED = rf"(?= ?[;,.:()]|\Z| {WORK}| và )"
_LAST = rf"(?:,? (?:khen thưởng|chữa bệnh)(?!\w)|{_SMALL_WORD}{{1,2}}{_ENDED})?"
_NAME = re.compile(rf" {_UNIT}(?:(?: - | và | ){_BETWEEN}{_UNIT}){{0,12}}{_LAST}")
# What a firm's name never holds: words of the sentence round it.
_AFTER_FIRM = r"(?:số|ngày|về|năm|để|triển khai)(?!\w)"
# "và" goes on with the name only before a word with a capital that begins no other name.
_AND_ELSE = rf"và (?!(?:[^\W\d_]+ ){{0,3}}[{UPPER}])|và (?:{_ANEW}|các(?!\w))"
_FIRM = re.compile(rf"(?: (?!{_FUNCTION}|{_AFTER_FIRM})(?!{_AND_ELSE})[\w&./-]+(?<![.])){{1,16}}")
_VERB = re.compile(rf" {WORK}")
_FIRM_NAME = re.compile(rf"[{UPPER}]")
_OTHER_AGENCY = rf"(?:{any_of(Family.AGENCY_NOUN, trait='abbreviation')}|(?:ủy|sở|bộ)(?!\w))"
_NO_TOPIC = rf"{_FUNCTION}|{_OTHER_AGENCY}|(?:trình|báo|họp)(?!\w)"
_WHOSE = r"(?:tỉnh|thành phố|quốc gia|trung ương)(?!\w)"
_TOPIC = re.compile(rf"(?: (?!{_NO_TOPIC})[\w/&.-]+,?){{1,14}}? {_WHOSE}")
# Trung tâm Dịch vụ nông nghiệp huyện: words in small letters, no verb of duty among them, up to whose centre it is.
_SMALL = re.compile(rf"(?:(?: -| và)? (?!{WORK}|{_LEVEL_WORD})[{LOWER}]+){{1,8}}")
_LEVEL = re.compile(rf" (?:các )?{_LEVEL_WORD}|\Z| ?:")
_OF_UNITS = re.compile(rf" {unit_kinds.UNITS}(?!\w)")
_LONGEST_WORD = 20
"""Characters looked back at for the start of a word; names of firms in Latin letters are shorter."""
_HEADING = 60
"""A text in capitals longer than this is a title, not a name."""
_ROWS = {"phòng": "phong_khac", "chi cục": "chi_cuc_khac"}


def read_open_name(copy: SearchCopy, start: int, end: int, setting: Setting) -> AgencyMention | None:
    """The agency whose opening words stand at ``[start, end)``; ``None`` where no name follows them."""
    if copy.text[start:end].isupper() and len(copy.text) > _HEADING:  # in capitals nothing tells where a name ends
        return None
    head = copy.folded[start:end]
    if head in ("ban chỉ đạo", "bcđ"):
        return _steering(copy, start, end, setting)
    stop = _firm_end(copy, start, end) if head in _COMPANIES else _office_end(copy, start, end, setting)
    if stop is None:
        return None
    known = "cong_ty" if head in _COMPANIES else _ROWS.get(head)
    row = agency(known) if known else None
    words = copy.text[start:stop]
    units_of = _OF_UNITS.match(copy.folded, stop)  # "... các huyện, thành phố": whose it is, no agencies of their own
    stop = units_of.end() if units_of else stop
    return AgencyMention(start, stop, words[0].upper() + words[1:], row, setting.home if row else None)


def _firm_end(copy: SearchCopy, start: int, end: int) -> int | None:
    """Where the name of a firm ends whose opening words stand at ``[start, end)``; ``None`` where none follows."""
    firm = _FIRM.match(copy.text, end)
    if not firm or not copy.text[start].isupper() or not _FIRM_NAME.search(firm[0]):
        return None
    if copy.folded[start:end] == "chi nhánh" and "công ty" not in firm[0].lower():
        return None
    # Verbs stand in names of firms too (cổ phần xây dựng ...), but not right behind a proper name.
    verbs = (verb.start() for verb in _VERB.finditer(copy.text, end, firm.end()) if _is_proper(copy.text, verb.start()))
    return next(verbs, firm.end())


def _is_proper(text: str, end: int) -> bool:
    """Whether the word that ends at ``end`` has a capital and is no abbreviation."""
    word = text[max(end - _LONGEST_WORD, 0) : end].rpartition(" ")[2]
    return word[:1].isupper() and not word.isupper()


def _office_end(copy: SearchCopy, start: int, end: int, setting: Setting) -> int | None:
    """The same for an office or institution."""
    head = copy.folded[start:end]
    name = None if head in _CAPITAL and not copy.text[start].isupper() else _NAME.match(copy.text, end)
    if name is None:
        return None
    topic = _SMALL.match(copy.text, name.end()) if head in _OF_A_TOPIC else None
    return topic.end() if topic and _ends(copy, topic.end(), setting) else name.end()


def _ends(copy: SearchCopy, at: int, setting: Setting) -> bool:
    """Whether a name may end at ``at``: a level word, the province's own name, a colon or nothing follows."""
    if _LEVEL.match(copy.folded, at):
        return True
    return setting.home is not None and copy.text.startswith(f" {setting.home.name}", at)


def _steering(copy: SearchCopy, start: int, end: int, setting: Setting) -> AgencyMention | None:
    topic = _TOPIC.match(copy.folded, end)
    if not topic:
        return None
    words = f"Ban Chỉ đạo{copy.text[end : topic.end()]}"
    if not topic[0].endswith("tỉnh"):
        return AgencyMention(start, topic.end(), words)
    name = f"{words} {setting.home.name}" if setting.home else words
    return AgencyMention(start, topic.end(), name, agency("bcd_tinh"), setting.home)
