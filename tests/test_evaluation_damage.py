"""The damage ladder: the same every time, stronger damage changes more, and what it costs is a curve."""

from collections import Counter
from difflib import SequenceMatcher

import pytest

import vnplan
from made_gold import TEXT, write
from vnplan.cli import main
from vnplan.evaluation.damage import KINDS, STRENGTHS, damage


def changed(one, other):
    """How many letters of ``one`` are not those of ``other``."""
    return sum(
        j - i for tag, i, j, *_ in SequenceMatcher(None, one, other, autojunk=False).get_opcodes() if tag != "equal"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_damage_is_the_same_every_time(kind):
    assert damage(TEXT, kind, 0.6) == damage(TEXT, kind, 0.6)
    assert damage(TEXT, kind, 0.0) == TEXT
    assert damage("", kind, 1.0) == ""


@pytest.mark.parametrize("kind", KINDS)
def test_another_seed_damages_other_places(kind):
    assert len({damage(TEXT * 4, kind, 0.6, seed=seed) for seed in range(5)}) > 1


@pytest.mark.parametrize("kind", ["line-ends", "ocr", "tones"])
def test_stronger_damage_changes_more(kind):
    amounts = [
        sum(a != b for a, b in zip(TEXT.split(" "), damage(TEXT, kind, s).split(" "), strict=False)) for s in (0.2, 1.0)
    ]
    assert amounts[0] < amounts[1]
    lengths = [changed(TEXT, damage(TEXT, kind, strength)) for strength in (0.0, *STRENGTHS)]
    assert lengths == sorted(lengths)
    assert lengths[0] == 0 < lengths[-1]


def test_more_lines_leave_their_columns():
    long = "\n".join(f"dòng {n}" for n in range(240)) + "\n" + "\n".join(f"a{n} | b{n}" for n in range(120))
    kept = [len(set(long.split("\n")) & set(damage(long, "columns", s).split("\n"))) for s in (0.0, *STRENGTHS)]
    assert kept == sorted(kept, reverse=True)
    assert kept[-1] < kept[0] / 10


@pytest.mark.parametrize("kind", ["line-ends", "columns"])
def test_moved_words_are_the_same_words(kind):
    words = Counter(TEXT.replace("|", " ").split())
    assert Counter(damage(TEXT, kind, 1.0).replace("|", " ").split()) == words


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("tỉnh ủy đường", "tones", "tinh uy đương"),
        ("một\nhai", "line-ends", "một hai"),
        ("a\nb\nc\nd\ne\nf", "columns", "a d\nb e\nc f"),
        ("1 | Việc | Sở", "columns", "Sở | 1 | Việc"),
        ("xyz", "ocr", "xyz"),
    ],
)
def test_what_full_strength_does(text, kind, wanted):
    assert damage(text, kind, 1.0) == wanted


@pytest.mark.parametrize(("kind", "strength"), [("rain", 0.5), ("ocr", 1.5), ("ocr", -0.1)])
def test_what_is_no_damage_is_refused(kind, strength):
    with pytest.raises(ValueError, match=r"damage|strength"):
        damage(TEXT, kind, strength)


def test_the_results_hold_the_curve(tmp_path):
    write(tmp_path)
    found = vnplan.evaluate(tmp_path, ["vnplan", "one-line-regex"], damage="ocr")
    assert found.damage == "ocr"
    assert {s.group for s in found.scores} == {"strength"}
    curve = {
        s.name: s.f1 for s in found.scores if (s.system, s.aspect, s.way) == ("one-line-regex", "mentions", "value")
    }
    assert list(curve) == ["0.0", *map(str, STRENGTHS)]
    assert curve["1.0"] <= curve["0.0"]


def test_the_page_draws_the_curve(tmp_path):
    write(tmp_path / "pack")
    out = tmp_path / "out.html"
    assert main(["evaluate", str(tmp_path / "pack"), "--damage", "tones", "-o", str(out)]) == 0
    assert "<polyline" in out.read_text("utf-8")


def test_an_unknown_damage_and_gold_without_text_are_wrong_usage(tmp_path, capsys):
    write(tmp_path)
    with pytest.raises(SystemExit) as stopped:
        main(["evaluate", str(tmp_path), "--damage", "rain"])
    assert stopped.value.code == 2
    assert "known are line-ends, ocr, tones, columns" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["evaluate", str(without_text(tmp_path)), "--damage", "ocr"])
    assert "has no text that could be damaged" in capsys.readouterr().err


def without_text(folder):
    source = folder / "bare.jsonl"
    source.write_text('{"id": "bare"}\n', "utf-8")
    return source
