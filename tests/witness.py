"""Other programs as witnesses of what a file shows: a path -> its words as they see them, and words that two texts do not share."""

from __future__ import annotations

import functools
import html
import operator
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import docx
import lxml.html
from docx.oxml.ns import qn
from pdfminer.high_level import extract_text

_WORD = re.compile(r"[^\W_]{2,}")
_VIETNAMESE = frozenset(
    "abcdefghijklmnopqrstuvwxyz0123456789đăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
)
_COUNTED = re.compile(r"\d+|[ivxl]+")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]*>|<!--.*?-->", re.DOTALL)
_FEW = 100
"""Words that say something about a reader; less is a page number and a stamp."""
_MOST_STRANGE = 0.03
"""Share of words with letters that Vietnamese lacks: symbols and foreign names make less, a font read wrongly far more."""
_UNSEEN = "//script | //style | //head | //template | //noscript | //comment() | //*[@hidden]"
_HIDDEN = "//*[contains(translate(@style, ' ', ''), 'display:none')]"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""The same text box again, for programs that do not know the first form."""
_PARTS = ("header", "footer", "footnotes", "endnotes")


class Gap(NamedTuple):
    """Words that only the witness has, words that only the text has, and how many the witness has."""

    lost: Counter[str]
    made: Counter[str]
    words: int

    @property
    def per_thousand(self) -> float:
        return 1000 * (self.lost.total() + self.made.total()) / self.words


def gap(shown: str, text: str) -> Gap | None:
    """How two readings differ; ``None`` if ``shown`` holds no Vietnamese. Words joined or split are neither lost nor made."""
    there, here = words(shown), words(text)
    strange = sum(times for word, times in there.items() if not _VIETNAMESE.issuperset(word))
    if there.total() < _FEW or strange > _MOST_STRANGE * there.total():
        return None
    pressed, solid = _letters(shown), _letters(text)
    return Gap(_without(there - here, pressed, solid), _without(here - there, solid, pressed), there.total())


def together(gaps: Iterable[Gap]) -> Gap:
    """Several witnesses of one file: what one of them sees is lost, what none of them sees is made."""
    lost, made, most = zip(*gaps, strict=True)
    return Gap(functools.reduce(operator.or_, lost), functools.reduce(operator.and_, made), max(most))


def typed(gap: Gap) -> Gap:
    """The gap of a Word file without what Word counts by itself: the file has only what was typed."""
    return gap._replace(made=Counter({word: times for word, times in gap.made.items() if not _COUNTED.fullmatch(word)}))


def words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(_folded(text)))


def _without(words: Counter[str], mine: str, others: str) -> Counter[str]:
    """The words whose letters the other reading lacks also when its blanks are taken away."""
    rest = {word: min(times, mine.count(word) - others.count(word)) for word, times in words.items()}
    return Counter({word: times for word, times in rest.items() if times > 0})


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text)).replace("Ð", "Đ").casefold()


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", _folded(text))


def seen(path: Path) -> str:
    """What another program than vnplan sees in the file."""
    return _READERS[path.suffix](path)


def office(paths: Iterable[Path], folder: Path) -> dict[Path, str]:
    """What LibreOffice shows of each file, by one run of it; ``folder`` is an empty one for its files."""
    copies = {path: folder / f"{number}{path.suffix}" for number, path in enumerate(paths)}
    for path, copy in copies.items():
        shutil.copy(path, copy)
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to"]
    subprocess.run(
        [*command, "txt:Text (encoded):UTF8", "--outdir", folder, *copies.values()],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip
    return {path: copy.with_suffix(".txt").read_text("utf-8-sig") for path, copy in copies.items()}


def _pdf(path: Path) -> str:
    """Poppler draws widgets of signatures as vnplan does; without it pdfminer, which reads the page alone."""
    if not shutil.which("pdftotext"):
        return extract_text(path)
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True, check=True, timeout=120)
    return done.stdout.decode("utf-8", "replace")


def _word(path: Path) -> str:
    """Every run of text in the body, headers, footers and notes; what Word numbers by itself is not written there."""
    package = docx.Document(str(path)).part.package
    assert package is not None
    shown = []
    for part in package.iter_parts():
        name = Path(str(part.partname)).stem.rstrip("0123456789")
        if name in ("document", *_PARTS) and str(part.partname).endswith(".xml"):
            root = lxml.etree.fromstring(part.blob)
            for twin in list(root.iter(_FALLBACK)):
                twin.getparent().remove(twin)
            marks = root.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:p"))
            shown += ["\n" if mark.tag != qn("w:t") else mark.text or "" for mark in marks]
    return "".join(shown)


def _web(path: Path) -> str:
    root = lxml.html.fromstring(path.read_bytes())
    for element in root.xpath(f"{_UNSEEN} | {_HIDDEN}"):
        element.drop_tree()
    return "\n".join(root.itertext())


def _plain(path: Path) -> str:
    """The characters as they are; nothing of files in older encodings, which need a reader that knows them."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        return ""


def _markdown(path: Path) -> str:
    return html.unescape(_TAG.sub(" ", _plain(path)))


_READERS = {".pdf": _pdf, ".docx": _word, ".html": _web, ".txt": _plain, ".md": _markdown}
