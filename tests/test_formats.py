"""The same plan in every format gives the same header, references, outline and tasks."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import reader_contract
import vnplan
from vnplan import readers
from vnplan.readers.limits import Limits
from vnplan.text.clean import stored

CORPORA = Path(__file__).parents[1] / "corpora"
SPECIMENS = sorted(folder for folder in CORPORA.iterdir() if (folder / "plan.toml").exists())
FORMATS = (".docx", ".html", ".pdf")
OFFICE = ("doc", "rtf", "odt")


def renditions() -> list[Path]:
    """Every rendition but the first of each specimen that has several."""
    return [path for folder in SPECIMENS for path in files(folder)[1:]]


def files(folder: Path) -> list[Path]:
    return sorted(
        path for path in folder.iterdir() if path.stem == folder.name and path.suffix in {*FORMATS, ".txt", ".md"}
    )


@cache
def facts(path: Path) -> dict[str, object]:
    return facts_of(vnplan.parse(path))


def facts_of(plan) -> dict[str, object]:
    """What a plan says, without where it stands in its text."""
    header = plan.header
    return {
        "header": {
            "number": header.number and header.number.key,
            "type": header.doc_type and header.doc_type.code,
            "issuer": header.issuer and header.issuer.name,
            "title": header.title and " ".join(header.title.split()),
            "place": header.place,
            "date": header.date,
            "province": header.province,
            "signers": [(signer.name, signer.position, signer.capacity) for signer in header.signers],
            "recipients": [" ".join(one.split()) for one in header.recipients],
        },
        "references": [
            (r.id, r.key, r.kind, r.date, r.issuer, sorted(r.relations), len(r.mentions)) for r in plan.references
        ],
        "outline": [*outline(plan.sections), *(item for a in plan.attachments for item in outline(a.sections))],
        "attachments": [
            (a.kind, a.label, a.title and " ".join(a.title.split()), a.attached_to) for a in plan.attachments
        ],
        "tasks": [task(t) for t in plan.tasks],
    }


def outline(sections) -> list[tuple[object, ...]]:
    """Numbered items; paragraphs between them are cut as each format cuts them."""
    found = []
    for section in sections:
        if section.label:
            found.append((section.label, section.level, section.kind, " ".join(section.heading.split())[:80]))
        found += outline(section.children)
    return found


def task(one) -> tuple[object, ...]:
    names = [[body.name for body in bodies] for bodies in (one.assignees, one.lead, one.coordinating, one.approver)]
    when = one.timeframe and (one.timeframe.kind, one.timeframe.start, one.timeframe.end)
    return one.origin, one.mode, one.no, one.group, " ".join(one.title.split()), *names, when, one.references


@pytest.mark.parametrize("path", renditions(), ids=lambda path: path.name)
@pytest.mark.parametrize("aspect", ["header", "references", "outline", "attachments", "tasks"])
def test_a_rendition_says_what_the_first_one_says(path, aspect):
    assert facts(path)[aspect] == facts(files(path.parent)[0])[aspect]


@pytest.mark.parametrize("path", [path for folder in SPECIMENS for path in files(folder)], ids=lambda path: path.name)
def test_every_reader_keeps_the_contract(path):
    reader_contract.check(readers.read(path.read_bytes(), path.name, Limits()))


def converted(word: Path, kind: str, folder: Path) -> Path:
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "--outdir", folder]
    subprocess.run([*command, word], check=True, capture_output=True, timeout=180)
    return folder / f"{word.stem}.{kind.partition(':')[0]}"


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice makes the file and reads it")
@pytest.mark.parametrize("kind", OFFICE)
def test_office_formats_say_what_the_docx_says(kind, tmp_path):
    # A file that ends in a table, without the paragraph that Word puts behind it, loses the table in LibreOffice's .doc.
    word = CORPORA / "dak-lak-74-kh-ubnd-2025" / "dak-lak-74-kh-ubnd-2025.docx"
    made = converted(word, kind, tmp_path)
    reader_contract.check(readers.read(made.read_bytes(), made.name, Limits()))
    plan = vnplan.parse(made)
    assert plan.source.reader == kind
    assert facts_of(plan) == facts(word)


SHARED = Path(__file__).parents[2] / "shared" / "corpus"
# LibreOffice writes every bullet of a list as •, also the dashes of these.
DASHES = ".docx-auto."
WORD_FILES = [
    path for folder in (CORPORA, SHARED) for path in sorted(folder.rglob("*.docx")) if DASHES not in path.name
]


def characters(text: str) -> Counter[str]:
    """Every visible character, in the form in which vnplan stores it."""
    return Counter("".join(stored(text).split()).translate(dict.fromkeys(map(ord, "\ufeff\u200b\u00ad"))))


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice says which characters a file shows")
@pytest.mark.parametrize("word", WORD_FILES, ids=lambda path: path.name)
def test_every_visible_character_of_a_word_file_is_in_the_text(word, tmp_path):
    shown = converted(word, "txt:Text (encoded):UTF8", tmp_path).read_text("utf-8-sig")
    assert characters(shown) - characters(vnplan.parse(word).text) == Counter()
