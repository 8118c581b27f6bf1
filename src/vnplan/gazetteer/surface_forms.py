"""How a registered name may be written: abbreviations, loose separators, elided tails.

A surface form is a string in which three characters stand for separators:
a space is a plain space, :data:`LOOSE` is what may stand between two parts
of a composed name (``Giáo dục và Đào tạo``, ``Giáo dục - Đào tạo``), and
:data:`GLUE` is what may stand after an abbreviation (``LĐTBXH``, ``LĐ-TB&XH``,
``VP.UBND``): any separator or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from vnplan.gazetteer.load import load
from vnplan.text.fold import fold_case

LOOSE, GLUE = "~", "^"
"""``,`` ``-`` ``&`` ``/`` or ``và`` with any spaces; the same, or nothing."""

_DATA = load("abbreviations")
FIELDS: dict[str, str] = _DATA["fields"]
"""Field of work -> its letters, expanded only after a head word."""
_SHARED = {letters for letters in FIELDS.values() if list(FIELDS.values()).count(letters) > 1}
HEADS: tuple[str, ...] = tuple(_DATA["heads"])
"""Words before a field of work."""
_SHORT: dict[str, tuple[str, ...]] = {words: tuple(letters) for words, letters in _DATA["words"].items()}
"""Words of names -> their usual letters, wherever they stand."""
WRITTEN_OUT: dict[str, str] = _DATA["written_out"]
"""Short forms that are written out in names of agencies without a row; each has one reading after their nouns."""
LETTERS = frozenset(
    word for group in ((*FIELDS.values(),), *_SHORT.values()) for letters in group for word in letters.split()
)
"""Every abbreviation above: after one of these a separator may be missing."""

_DOT = re.compile(r"[.]\s*")
_AFTER_LETTERS = re.compile(rf"(?<![^\W\d_])({'|'.join(map(re.escape, sorted(LETTERS, key=len, reverse=True)))})[ ~]")
_LOOSE_MARK = re.compile(r"\s*[,/&–-]\s*(?:và\s+)?|\s+và\s+")
_WORD = re.compile(r"\b(?:" + "|".join(sorted(_SHORT, key=len, reverse=True)) + r")\b")
_COMMAND = re.compile(rf"(?:{'|'.join(_DATA['commands'])})(?!\w)")
"""A command of troops, no ministry: fields of work do not follow."""
_MOST_WORDS = 4
"""More words than these in one name are not all abbreviated at once: 2**4 forms a name."""


def loosen(name: str) -> str:
    """The surface form of a name as written: every mark inside it loose, glue after letters.

    >>> loosen("Báo và Phát thanh, Truyền hình")
    'báo~phát thanh~truyền hình'
    """
    text = _LOOSE_MARK.sub(LOOSE, fold_case(name).strip())
    return _AFTER_LETTERS.sub(rf"\1{GLUE}", _DOT.sub(GLUE, text))


def forms(name: str) -> Iterator[str]:
    """Every surface form that the general rules make of a name or alias."""
    text = fold_case(name)
    head, _, field = text.partition(" ")
    if head in HEADS and field and not _COMMAND.match(text):
        for form in _fields(field):
            yield f"{head} {form}"
        return
    found = list(_WORD.finditer(text))[:_MOST_WORDS]
    for choice in product(*((match[0], *_SHORT[match[0]]) for match in found)):
        out, at = [], 0
        for match, spelling in zip(found, choice, strict=True):
            out += [text[at : match.start()], spelling]
            at = match.end()
        yield loosen("".join((*out, text[at:])))


def _fields(field: str) -> Iterator[str]:
    """Every way to write the fields of work of a department."""
    parts = [p for p in re.split(r"\s*[,&/–-]\s*(?:và\s+)?|\s+và\s+", field) if p]
    alone = len(parts) == 1  # KH alone is kế hoạch or khoa học: one of two is no spelling
    spellings = [(p, FIELDS[p]) if p in FIELDS and not (alone and FIELDS[p] in _SHARED) else (p,) for p in parts]
    for choice in product(*spellings):
        out = choice[0]
        for before, after in zip(choice, choice[1:], strict=False):
            short = before in LETTERS
            out += (GLUE if short else LOOSE) + after
        yield out
