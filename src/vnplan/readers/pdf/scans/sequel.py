"""Pages read from pictures, once all are there: what only the whole document tells about them."""

from __future__ import annotations

from dataclasses import replace

from vnplan.readers.pdf.page import Page, Word
from vnplan.readers.pdf.scans import ordinals, own_words


def mended(pages: list[Page]) -> tuple[list[Page], int]:
    """``pages`` with numbers of items and lost marks put right, and how many words that changed."""
    runs = [run for page in pages for run in page.runs]
    runs, count = own_words.mended(runs)
    heads = [at for at, run in enumerate(runs) if len(run) > 1]
    capitals = [" ".join(word.text for word in runs[at][1:]).isupper() for at in heads]
    firsts = ordinals.mended([runs[at][0].text for at in heads], capitals)
    for at, first in zip(heads, firsts, strict=True):
        if runs[at][0].text != first:
            runs[at] = [runs[at][0]._replace(text=first), *runs[at][1:]]
            count += 1
    return _put_back(pages, runs), count


def _put_back(pages: list[Page], runs: list[list[Word]]) -> list[Page]:
    out, at = [], 0
    for page in pages:
        out.append(replace(page, runs=runs[at : at + len(page.runs)]))
        at += len(page.runs)
    return out
