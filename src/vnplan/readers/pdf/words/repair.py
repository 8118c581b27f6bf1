"""Letters of a page put right: encodings of old fonts, and slips that fonts are known to make."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vnplan.diagnostics import note
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.readers import legacy_fonts
from vnplan.text import legacy, lost_capitals
from vnplan.text.syllable import is_syllable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vnplan.readers.pdf.page import Word


def _mac() -> dict[int, str]:
    """Letters of Latin-1 that were read as Mac Roman: ``ng‡y th·ng`` for ``ngày tháng``."""
    wrong_to_right = {}
    for letter in "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ":
        seen = letter.encode("latin-1").decode("mac_roman")
        wrong_to_right[ord(seen)] = letter
    return wrong_to_right


_MAC = _mac()
_QUOTES = {ord(mark): _MAC.pop(ord(mark)) for mark in "“”‘’…"}
_SURE = re.compile("[" + "".join(chr(code) for code in _MAC) + "]")
_ONLY_MAC = re.compile("[" + "".join(chr(code) for code in _MAC if code > 0xFF) + "]")
_ANY = re.compile("[ƣƢ\u00ad" + "".join(chr(code) for code in _MAC) + "]")
_GHA = str.maketrans({"ƣ": "ư", "Ƣ": "Ư"})  # the letter gha stands in for ư in many office fonts
_PARTS = re.compile(r"([-/.,;:()\[\]])")


@dataclass(slots=True)
class Repairs:
    """Counts what was put right in one file."""

    words: int = 0
    """Words with exchanged letters."""
    lines: dict[str, int] = field(default_factory=dict)
    """Lines decoded, by legacy encoding."""
    capitals: int = 0
    """Words whose lost capitals were put back."""

    def page(self, runs: list[list[Word]], fonts: Iterable[str] = ()) -> list[list[Word]]:
        """The runs of a page put right; ``fonts``: the names of the file's fonts so far."""
        before = [[word.text for word in run] for run in runs]
        # Signs beyond Latin-1 tell Mac Roman from the legacy encodings, which have some letters in common with it.
        mac = any(_ONLY_MAC.search(text) for texts in before for text in texts)
        after = repaired(before if mac else self._decoded(before, fonts))
        if before == after:
            return runs
        self.words += sum(a != b for old, new in zip(before, after, strict=True) for a, b in zip(old, new, strict=True))
        return [
            [word._replace(text=text) for word, text in zip(run, texts, strict=True)]
            for run, texts in zip(runs, after, strict=True)
        ]

    def _decoded(self, rows: list[list[str]], fonts: Iterable[str]) -> list[list[str]]:
        """Lines in TCVN3 or VNI decoded; blanks stay where they are, so that words stay words."""
        text = "\n".join(" ".join(row) for row in rows)
        if text.isascii():
            return rows
        named = {name for font in fonts if (name := legacy_fonts.encoding(font))}
        mended = legacy.mend(text, tuple(sorted(named)) or legacy.ENCODINGS)
        if not mended.lines:
            return rows
        for encoding, count in mended.lines.items():
            self.lines[encoding] = self.lines.get(encoding, 0) + count
        text = mended.text
        if "tcvn3" in mended.lines:
            restored = lost_capitals.in_lines(mended)
            text, self.capitals = restored.text, self.capitals + restored.words
        lines = [line.split(" ") for line in text.split("\n")]
        if len(lines) != len(rows):
            return rows
        return [new if len(new) == len(old) else old for new, old in zip(lines, rows, strict=True)]

    def diagnostics(self) -> list[Diagnostic]:
        """What was put right."""
        counts = {DiagnosticCode.PDF_LETTERS_REPAIRED: self.words, DiagnosticCode.CAPITALS_RESTORED: self.capitals}
        return [note(code, count=count) for code, count in counts.items() if count] + [
            note(DiagnosticCode.LEGACY_ENCODING, lines=count, encoding=encoding.upper())
            for encoding, count in self.lines.items()
        ]


def repaired(rows: list[list[str]]) -> list[list[str]]:
    """The words of a page, letters put right that a known slip of fonts exchanged, where that makes them Vietnamese.

    Quotation marks are taken for letters (``‘ng`` for ``Ông``) only on a
    page that shows the slip in letters that are no quotation marks.
    """
    text = "\n".join(" ".join(row) for row in rows)
    if not _ANY.search(text):
        return rows
    out = [[_changed(word, _MAC) if _SURE.search(word) else word for word in row] for row in rows]
    if out != rows:
        both = _MAC | _QUOTES
        out = [[_changed(word, both) if any(m in word for m in "“”‘’…") else word for word in row] for row in out]
    return [[_plain(word) for word in row] for row in out]


def _plain(word: str) -> str:
    if word.isascii():
        return word
    return word.translate(_GHA).replace("\u00ad", "-") if any(mark in word for mark in "ƣƢ\u00ad") else word


def _changed(word: str, letters: dict[int, str]) -> str:
    return "".join(_part(part, letters) for part in _PARTS.split(word))


def _part(part: str, letters: dict[int, str]) -> str:
    changed = part.translate(letters)
    if len(changed) < 2 or changed == part or _quoted(part) or not is_syllable(changed):
        return part
    natural = part.islower() or part.isupper() or part.istitle()  # not so ``cÙng``
    return part if natural and is_syllable(part) else changed


def _quoted(part: str) -> bool:
    """True if the signs may well be quotation marks round a syllable, which Mac Roman has in the place of letters."""
    inner = part.strip("“”‘’…")
    return inner != part and len(inner) > 2 and is_syllable(inner)
