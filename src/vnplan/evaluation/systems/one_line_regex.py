"""One regular expression over the text -> numbers of documents: the least that a system does.

It knows no damage (blanks in a number), no law by its name, no date, and takes the document's own number for another.
"""

from __future__ import annotations

import re
from pathlib import Path

from vnplan.evaluation.reading import Reading
from vnplan.evaluation.systems.adapter import Options, Read, text_of

_NUMBER = re.compile(r"\b\d{1,5}(?:/\d{4})?[/-][A-ZĐ][\w.]*(?:[-/]\w+)*")


def reader(_: Options) -> Read:
    """What finds numbers of documents in the text of a file."""
    return _read


def _read(path: Path) -> Reading:
    text = text_of(path)
    found = [(match[0], match.span()) for match in _NUMBER.finditer(text)]
    told = {
        "text": text,
        "references": [{"key": key} for key in dict.fromkeys(key for key, _ in found)],
        "citations": [{"words": key, "span": span, "key": key} for key, span in found],
    }
    return Reading.model_validate(told)
