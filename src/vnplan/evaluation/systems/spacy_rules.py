"""spaCy's blank Vietnamese pipeline with an EntityRuler -> mentions of bodies and documents.

Patterns over tokens, as a user of spaCy would write in an afternoon: a body is a noun of bodies and capitalised
syllables, a document a type word and a number. Names are those printed; nothing opens abbreviations. spaCy's own
tokenizer for Vietnamese needs pyvi and without it splits at blanks alone, so that ``tế;`` is a word: punctuation is
split off here by the language's own affixes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from vnplan.evaluation.reading import Reading
from vnplan.evaluation.systems.adapter import Options, Read, text_of

_CAPITAL: Final = {"TEXT": {"REGEX": r"^[A-ZĐÀ-Ỹ]"}}
_SMALL: Final = {"IS_LOWER": True, "IS_ALPHA": True, "OP": "?"}
_AND: Final = {"LOWER": {"IN": ["và", ",", "-"]}, "OP": "?"}
_TAIL: Final = [_CAPITAL, _SMALL, _AND, {**_CAPITAL, "OP": "?"}, _SMALL]
_DATE: Final = {"TEXT": {"REGEX": r"^\d{1,2}[/-]\d{1,2}[/-]\d{4}$"}}
_NUMBER: Final = {"TEXT": {"REGEX": r"^\d+(/\d{4})?[/-][A-ZĐ]"}}
PATTERNS: Final[list[dict[str, Any]]] = [
    {"label": "AGENCY", "pattern": [{"TEXT": {"IN": ["Sở", "Bộ", "Cục", "Ban", "Hội"]}}, *_TAIL]},
    {"label": "AGENCY", "pattern": [{"LOWER": {"IN": ["ubnd", "hđnd", "tỉnh"]}}, {"LOWER": {"IN": ["tỉnh", "ủy"]}}]},
    {"label": "AGENCY", "pattern": [{"LOWER": "công"}, {"LOWER": "an"}, {"LOWER": "tỉnh"}]},
    {"label": "AGENCY", "pattern": [{"LOWER": "thủ"}, {"LOWER": "tướng"}, {"LOWER": "chính"}, {"LOWER": "phủ"}]},
    {"label": "CITATION", "pattern": [_CAPITAL, {**_SMALL, "OP": "{1,3}"}, {"LOWER": "số"}, _NUMBER]},
    {"label": "CITATION", "pattern": [_NUMBER]},
    {"label": "DATE", "pattern": [_DATE]},
]


def reader(_: Options) -> Read:
    """What runs the patterns over the text of a file."""
    nlp = pipeline()
    return lambda path: _read(nlp, path)


def pipeline() -> Any:
    """A blank Vietnamese pipeline with the patterns."""
    import spacy
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_prefix_regex, compile_suffix_regex

    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    ends = compile_prefix_regex(nlp.Defaults.prefixes or ()), compile_suffix_regex(nlp.Defaults.suffixes or ())
    nlp.tokenizer = Tokenizer(nlp.vocab, prefix_search=ends[0].search, suffix_search=ends[1].search)
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(PATTERNS)
    return nlp


def _read(nlp: Any, path: Path) -> Reading:
    text = text_of(path)
    nlp.max_length = max(nlp.max_length, len(text) + 1)
    doc = nlp(text)
    agencies = [e for e in doc.ents if e.label_ == "AGENCY"]
    cited = [e for e in doc.ents if e.label_ == "CITATION"]
    told = {
        "text": text,
        "agencies": [{"words": e.text, "span": (e.start_char, e.end_char), "name": e.text} for e in agencies],
        "citations": [{"words": e.text, "span": (e.start_char, e.end_char), "key": e[-1].text} for e in cited],
        "references": [{"key": key, "date": date} for key, date in _dated(doc).items()],
    }
    return Reading.model_validate(told)


def _dated(doc: Any) -> dict[str, str | None]:
    """Numbers of documents -> the date two tokens behind (``ngày 05/01/2026``), where one stands there."""
    found: dict[str, str | None] = {}
    after = dict(zip(doc.ents, [*doc.ents[1:], None], strict=True)) if doc.ents else {}
    for entity, follower in after.items():
        if entity.label_ == "CITATION":
            near = follower is not None and follower.label_ == "DATE" and follower.start - entity.end <= 1
            day = _iso(follower.text) if near else None
            found[entity[-1].text] = found.get(entity[-1].text) or day
    return found


def _iso(words: str) -> str | None:
    """``05/01/2026`` as ISO date; ``None`` where there is no such day."""
    from datetime import date

    day, month, year = map(int, words.replace("-", "/").split("/"))
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
