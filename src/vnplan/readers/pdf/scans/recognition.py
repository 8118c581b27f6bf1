"""Pages without a usable text layer, read from their picture."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, NamedTuple, Protocol

from vnplan.readers import ocr
from vnplan.readers.pdf.page import ASCENT, DESCENT, Page, Rule, Word
from vnplan.readers.pdf.scans import cells, closing_block, noise, overlaid, pictures, set_formulas
from vnplan.readers.pdf.scans.tone_marks import restored
from vnplan.readers.pdf.scans.two_renderings import merged
from vnplan.readers.pdf.words import stamps
from vnplan.readers.pdf.words.health import Health, is_damaged
from vnplan.text.numerals import ROMAN
from vnplan.text.syllable import is_syllable
from vnplan.thresholds import OCR_NOISE

if TYPE_CHECKING:
    from PIL.Image import Image

FINEST, COARSEST = 300, 200
"""Dots an inch that pages are rendered with: what Tesseract's models are trained for. A coarse picture is not blown up
beyond twice its own: on a scan of 110 dots, 200 read 56 of the words looked for, 300 only 47, 400 only 44."""
_SKEW = 0.002
"""Slope of lines from which a page is set straight first: 4 dots over a line of 300 dots an inch, more than a rule is
thick."""
_FEW, _STRANGE = 8, 60.0
"""Words from which a look can be judged, and the usual trust in per cent below which it is none: upright pages have
85 to 96, a page on its side 30 to 45."""
_MARGIN = 8.0
"""Points round a line that is cut out: OCR needs some white."""
_SIZE = 1.2
"""Font size over the usual height of a word's letters (Times, words with and without marks and descenders)."""


_ORDINAL = re.compile(rf"(?:{ROMAN}|[\dIl]{{1,4}})[.):;,]\Z")
"""A number of an item, of which the engine is never sure: it stands apart from all words."""


class See(Protocol):
    """Words on a picture of so many dots an inch."""

    def __call__(self, picture: Image, dpi: int, *, shape: ocr.Shape = ocr.Shape.PAGE) -> list[ocr.Seen]:
        """Run the program."""


class Pictures(NamedTuple):
    """One page drawn twice."""

    plain: Image
    """Grey, as it is and as fine as it is."""
    dpi: int
    """Dots an inch of ``plain``."""
    ink: Image
    """Black ink alone, in grey, :data:`FINEST`."""


class Read(NamedTuple):
    """A page as its picture shows it, and how many words got marks back."""

    page: Page
    restored: int


def fineness(page: Page) -> int:
    """Dots an inch with which ``page`` is looked at first."""
    return round(min(max(2 * page.dots, COARSEST), FINEST)) if page.dots else FINEST


class Recognition:
    """Makes words and rules of pictures; ``see`` runs the OCR program, ``turn`` asks it how a picture is turned."""

    def __init__(self, see: See, turn: Callable[[Image, int], int]) -> None:
        self._see = see
        self._turn = turn

    def page(self, page: Page, drawn: Pictures, state: Health) -> Read:
        """``page`` with the words and rules that its picture shows; a thin layer (a stamp) stays as it is.

        It is looked at twice: as it is, then without coloured ink and finer;
        a closing block once more by itself. Ruling lines are taken out first.
        """
        drawn = _straight(drawn)
        cleared, rules = _without_rules(drawn)
        seen, again = self._twice(cleared)
        if _is_strange(seen) and (turned := self._turn(drawn.plain, drawn.dpi)):
            page = replace(page, width=page.height, height=page.width) if turned % 180 else page
            drawn = _straight(
                Pictures(pictures.turned(drawn.plain, turned), drawn.dpi, pictures.turned(drawn.ink, turned))
            )
            cleared, rules = _without_rules(drawn)
            seen, again = self._twice(cleared)
        words = closing_block.look(
            merged(seen, again), cleared.ink, FINEST / drawn.dpi, lambda part: self._see(part, FINEST)
        )
        scale = 72 / drawn.dpi
        words = cells.look(
            noise.without_bars(words, rules, scale),
            rules,
            cleared.plain,
            drawn.dpi / 72,
            lambda part: self._see(part, drawn.dpi, shape=ocr.Shape.BLOCK),
        )
        laid = overlaid.parted(page.runs if state is Health.THIN else [])
        runs, restored = _marked_all(_runs(overlaid.outside(words, laid, scale), scale))
        stamped = stamps.set_aside([*runs, *laid.text], page.number)
        page = replace(page, runs=stamped.runs, rules=rules, asides=[*page.asides, *laid.stamps, *stamped.stamps])
        return Read(replace(page, signatures=[*page.signatures, *stamped.signatures]), restored)

    def lines(self, page: Page, drawn: Pictures) -> Read:
        """``page`` with its damaged lines read from the picture; a line is kept where the picture shows nothing."""
        runs, restored = [], 0
        for run in page.runs:
            seen: list[Word] = []
            if is_damaged(" ".join(word.text for word in run)):
                seen, count = _marked(self._line(run, drawn.ink))
                restored += count
            runs.append(seen or run)
        return Read(replace(page, runs=runs), restored)

    def _twice(self, drawn: Pictures) -> tuple[list[ocr.Seen], list[ocr.Seen]]:
        """Words of both pictures, in dots of the first; the two runs of the program go side by side."""
        ink = pictures.smooth(drawn.ink) if drawn.ink == drawn.plain else drawn.ink
        with ThreadPoolExecutor(2) as pool:
            second = pool.submit(self._see, ink, FINEST)
            first = self._see(drawn.plain, drawn.dpi)
            return first, [_scaled(one, drawn.dpi / FINEST) for one in second.result()]

    def _line(self, run: list[Word], picture: Image) -> list[Word]:
        look, scale = run[0], FINEST / 72
        left, top = look.x0 - _MARGIN, look.top - _MARGIN / 2
        right, bottom = run[-1].x1 + _MARGIN, look.bottom + _MARGIN / 2
        strip = picture.crop((round(left * scale), round(top * scale), round(right * scale), round(bottom * scale)))
        seen = [one for one in self._see(strip, FINEST, shape=ocr.Shape.LINE) if not _is_noise(one)]
        return [
            look._replace(text=one.text, x0=left + one.x0 / scale, x1=left + one.x1 / scale, trust=one.trust)
            for one in seen
        ]


def _straight(drawn: Pictures) -> Pictures:
    slope = pictures.slope(drawn.plain, drawn.dpi)
    if abs(slope) < _SKEW:
        return drawn
    return Pictures(pictures.straight(drawn.plain, slope), drawn.dpi, pictures.straight(drawn.ink, slope))


def _without_rules(drawn: Pictures) -> tuple[Pictures, list[Rule]]:
    """The pictures with ruling lines painted over, so that their ends are no letters, and the rules in points."""
    rules = pictures.rules(drawn.plain, drawn.dpi)
    plain, ink = (pictures.cleared(one, rules, dpi) for one, dpi in ((drawn.plain, drawn.dpi), (drawn.ink, FINEST)))
    return Pictures(plain, drawn.dpi, ink), rules


def _is_strange(seen: list[ocr.Seen]) -> bool:
    """True if what the program saw is hardly writing, or stands upright, as on a page that lies on its side."""
    words = [one for one in seen if len(one.text) > 1]
    if len(words) < _FEW:
        return False
    upright = sum(one.bottom - one.top > one.x1 - one.x0 for one in words)
    return median(one.trust for one in words) < _STRANGE or 2 * upright > len(words)


def _marked_all(runs: list[list[Word]]) -> tuple[list[list[Word]], int]:
    made = [_marked(run) for run in runs]
    return [run for run, _ in made], sum(count for _, count in made)


def _marked(run: list[Word]) -> tuple[list[Word], int]:
    """A line with the marks on its letters that leave no choice, and how many words that changed."""
    before = [word.text for word in run]
    after = set_formulas.whole(before, (word.trust for word in run)) or before
    after = restored(after if len(after) == len(before) else before, [word.trust for word in run])
    count = sum(a != b for a, b in zip(before, after, strict=True))
    return [word._replace(text=text) for word, text in zip(run, after, strict=True)], count


def _scaled(one: ocr.Seen, scale: float) -> ocr.Seen:
    # The six places of a word stand behind its text.
    x0, top, x1, bottom, line_top, line_bottom = (value * scale for value in one[1:7])
    return ocr.Seen(one.text, x0, top, x1, bottom, line_top, line_bottom, one.trust)


def _is_noise(one: ocr.Seen) -> bool:
    if one.trust >= OCR_NOISE.value:
        return False
    if _ORDINAL.match(one.text):
        return False
    letters = "".join(char for char in one.text if char.isalnum())
    # Two letters of so little trust are part of a seal or of a hand, be they a syllable or not.
    return len(letters) <= 2 or not is_syllable(letters)


def _runs(seen: list[ocr.Seen], scale: float) -> list[list[Word]]:
    """In points. Boxes of single words are as high as their letters, so height and place are taken from the line."""
    lines: dict[tuple[float, float], list[ocr.Seen]] = {}
    for one in seen:
        if not _is_noise(one):
            lines.setdefault((one.line_top, one.line_bottom), []).append(one)
    if not lines:
        return []
    heights = {line: median(w.bottom - w.top for w in words) for line, words in lines.items()}
    usual = median(height for line, height in heights.items() for _ in lines[line])
    middles = {line: median((w.top + w.bottom) / 2 for w in words) for line, words in lines.items()}
    found = []
    for line, words in lines.items():
        # One size for the letters of the text; lines in smaller ones stand closer, as recipients do.
        tall = usual if 0.85 * usual < heights[line] < 1.6 * usual else heights[line]
        pitch = min(
            (abs(middles[line] - at) for at in middles.values() if abs(middles[line] - at) > tall), default=tall
        )
        size = min(tall * _SIZE, max(pitch / (ASCENT + DESCENT), tall)) * scale
        middle = middles[line] * scale
        top, bottom = middle - size * (ASCENT + DESCENT) / 2, middle + size * (ASCENT + DESCENT) / 2
        found.append(
            [
                Word(w.text, w.x0 * scale, top, w.x1 * scale, bottom, size, bold=False, italic=False, trust=w.trust)
                for w in sorted(words, key=lambda w: w.x0)
            ]
        )
    return found
