"""Nothing is lost and nothing is made up: the words of ``plan.text`` are those that an independent reader sees in the file."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

import vnplan
import witness

ROOT = Path(__file__).parent.parent
PACK = ROOT / "corpora" / "pack"
SHARED = ROOT.parent / "shared" / "corpus"
SUFFIXES = (".pdf", ".docx", ".html", ".txt", ".md")
# Two words in a thousand: line-end hyphens and words that two programs cut differently make up to one.
MOST = 2
# Pages that are pictures, fonts that name other letters than they draw, and pages read in the wrong direction.
OTHERS_ERR = ("scan", "broken", "garbled", "missing-glyph", "lai-chau-landscape-appendix")
FOLDERS = [folder for place in (ROOT / "corpora", PACK) for folder in sorted(place.iterdir()) if folder.is_dir()]
FILES = sorted(
    path
    for folder in [*FOLDERS, SHARED]
    for path in (folder.rglob("*") if folder == SHARED else folder.glob(f"{folder.name}.*"))
    if path.suffix in SUFFIXES and not any(word in path.name for word in OTHERS_ERR)
)
# The smallest of each format.
FEW = [
    min((p for p in FILES if p.suffix == s and p.is_relative_to(ROOT)), key=lambda p: p.stat().st_size)
    for s in SUFFIXES
]


def check(path: Path, *shown: str) -> None:
    text = vnplan.parse(path).text
    gaps = [gap for words in shown if (gap := witness.gap(words, text))]
    if not gaps:
        pytest.skip("no witness sees Vietnamese")
    found = witness.together(gaps)
    if path.suffix == ".docx" and len(gaps) == 1:
        found = witness.typed(found)
    assert found.per_thousand <= MOST, f"lost {dict(found.lost)}, made {dict(found.made)}"


@pytest.mark.parametrize("path", FEW, ids=lambda path: path.name)
def test_small_files_say_what_another_program_sees(path):
    check(path, witness.seen(path))


@pytest.fixture(scope="module")
def shown_by_office(tmp_path_factory):
    if not shutil.which("soffice"):
        return {}
    return witness.office([path for path in FILES if path.suffix == ".docx"], tmp_path_factory.mktemp("office"))


@pytest.mark.slow
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_says_what_another_program_sees(path, shown_by_office):
    if path.suffix == ".pdf" and not shutil.which("pdftotext"):
        pytest.skip("only Poppler draws what signatures and other widgets show")
    # LibreOffice shows the numbers that Word counts, and leaves out text boxes; the file itself has only what was typed.
    check(path, witness.seen(path), *filter(None, [shown_by_office.get(path)]))


WORDS = " ".join(f"chỉ tiêu {number} thực hiện" for number in range(10, 60))


@pytest.mark.parametrize(
    ("shown", "text", "lost", "made"),
    [
        (WORDS, WORDS, {}, {}),
        (WORDS + " tỉnh Hòa Bình", WORDS + " TỈNH HÒA BÌNH", {}, {}),
        (WORDS + " tỉnh Hòa Bình", WORDS + " tỉnhHòa Bì nh", {}, {}),
        (WORDS + " tỉnh Hòa Bình", WORDS + " tỉnh", {"hòa": 1, "bình": 1}, {}),
        # A word that stands elsewhere too is lost all the same.
        (WORDS + " hòa hòa", WORDS + " hòa", {"hòa": 1}, {}),
        (WORDS, WORDS + " Hòa", {}, {"hòa": 1}),
    ],
)
def test_what_is_lost_and_made(shown, text, lost, made):
    found = witness.gap(shown, text)
    assert found is not None
    assert (found.lost, found.made) == (Counter(lost), Counter(made))


def test_several_witnesses():
    number, box = (witness.gap(WORDS + more, WORDS + " 100 hộp") for more in (" 100", " hộp bìa"))
    assert number is not None
    assert box is not None
    found = witness.together([number, box])
    assert (found.lost, found.made) == (Counter({"bìa": 1}), Counter())


@pytest.mark.parametrize("shown", ["", "hai từ", WORDS.replace("ỉ", "Ø").replace("ự", "ù§")])
def test_a_reader_without_vietnamese_is_no_witness(shown):
    assert witness.gap(shown, WORDS) is None
