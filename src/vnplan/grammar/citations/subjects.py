"""The subject (trích yếu) after a citation: where it begins, and where it ends."""

from __future__ import annotations

import re
from typing import Final

from vnplan.lexicon.patterns import Letters, any_of
from vnplan.lexicon.rows import Context, Family

_ACTS = any_of(Family.CITATION_CUE, means="subject_opening")
_OPENING = re.compile(rf",? ?(?:(?:về|V/v)\b|{_ACTS})", re.IGNORECASE)
# The main clause takes over from the subject: ", UBND tỉnh ban hành Kế hoạch ..."; a name of an agency has its capital.
_PERSON = any_of(Family.PERSON_TITLE, Context.PROSE, trait="signs", letters=Letters.PRINTED)
_BODY = rf"(?:{any_of(Family.AGENCY_NOUN, Context.PROSE, letters=Letters.PRINTED)}|{_PERSON}|Chính\ phủ)"
_RULES = any_of(Family.CITATION_CUE, means="main_verb")
_CALLED = r"(?:gọi\ tắt|gọi\ chung|gọi|viết\ tắt)"
_BELOW = r"(?:sau\ đây|dưới\ đây)"
_END = re.compile(
    rf"""
    [;|"]
    | : (?!\ từ\ năm\ \d)
    | \. (?=\ |\Z)
    | \( (?={_BELOW}|gọi|viết\ tắt|Kèm)
    | ,\ ? (?={_BELOW}\ (?:gọi|viết))
    | \)
    | [,.]?\ {_BODY} (?:\ [^,;.:]{{1,80}})? \ {_RULES}
    """,
    re.VERBOSE,
)
_REACH = 600
"""Characters of a clause at most: the longest subject in a hundred plans, with the acts that it cites, has 520."""
_NAME_GIVEN = rf"""
    \s? \( (?:{_BELOW}\ )? {_CALLED} (?:\ là)? :?\ ? "? (?P<name>[^()"]{{2,80}}?) "? \)
"""
_NAME_GIVEN_OPENLY = rf"""
    ,?\ {_BELOW}\ {_CALLED}\ là :?\ ? "? (?P<open>[^()",;.]{{2,60}}?) "? (?=[,;.]|\Z)
"""
_ALIAS = re.compile(rf"{_NAME_GIVEN} | {_NAME_GIVEN_OPENLY}", re.IGNORECASE | re.VERBOSE)

EXAMPLES: Final = {
    "_OPENING": (
        (" về việc sáp nhập", ", ban hành quy chế", " V/v báo cáo", " được sửa đổi", " cụ thể hóa"),
        (" của Chính phủ", " vềsau", " và Nghị định"),
        "match",
    ),
    "_END": (
        (
            "tiêm chủng; đợt 2",
            "tiêm chủng (sau đây gọi là Kế hoạch)",
            "tiêm chủng, UBND tỉnh ban hành Kế hoạch",
            "tiêm chủng, Chi cục Thủy lợi yêu cầu các trạm",
        ),
        ("tiêm chủng (đợt 2", "mốc: từ năm 2021", "tiêm chủng ở xã, phường", "3.000 liều cho sở ban hành"),
    ),
    "_ALIAS": (
        (" (sau đây gọi tắt là Đề án)", ' (gọi chung là: "Đề án cầu cảng")', ", sau đây gọi là Chương trình."),
        (" (sau đây có ba phần)", ", sau đây là Chương trình", " (đợt 2)"),
        "match",
    ),
}


def subject_after(text: str, end: int) -> tuple[int, int] | None:
    """Return where the subject stands that follows a citation ending at ``end``, else ``None``."""
    opening = _OPENING.match(text, end)
    if not opening:
        return None
    stop = clause_end(text, opening.end())
    start = opening.start() + (len(opening[0]) - len(opening[0].lstrip(", ")))
    # Three characters are a conjunction, no subject.
    return (start, stop) if stop - start > 3 else None


def clause_end(text: str, start: int) -> int:
    """Return where the clause that runs on at ``start`` ends, brackets that open in it passed over."""
    limit = min(len(text), start + _REACH)
    depth, position = 0, start
    while stop := _END.search(text, position, limit):
        opened = text.count("(", position, stop.start())
        if stop[0] == ")" and depth + opened > 0:
            depth, position = depth + opened - 1, stop.end()
            continue
        return stop.start()
    return limit


def alias_after(text: str, end: int) -> tuple[int, int] | None:
    """Return where the alias stands that ``(sau đây gọi tắt là ...)`` at ``end`` gives, else ``None``."""
    match = _ALIAS.match(text, end)
    return match.span(match.lastgroup or 0) if match else None
