"""langextract's resolver over recorded answers of a language model -> mentions and duties in their places.

langextract prompts a model part by part and puts what it says in its places in the text. The asking is left out: for
``a/NAME.docx`` the answer, as the model gave it, is read from ``ANSWERS/NAME.docx.txt`` (JSON or YAML with the key
``extractions``, fences allowed), so that nothing goes over the network and figures can be had again. The classes that
are read are ``agency`` (attribute ``name``), ``citation`` (``key``) and ``duty`` (``assignees``, parted by ``;``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from vnplan.errors import CorruptDocument, VnplanError
from vnplan.evaluation.reading import Reading
from vnplan.evaluation.systems.adapter import Options, Read, Unasked, library, text_of

_NAME = "langextract"
_NUMBERED = re.compile(r"^\d+\w*[/-]")


def reader(options: Options) -> Read:
    """What reads the recorded answer to a file and puts it in its places.

    Raises:
        MissingDependency: langextract is not installed.
        VnplanError: no folder of answers was told, or it is not there.

    """
    resolver = library("langextract.resolver", _NAME, _NAME)
    if options.answers is None or not options.answers.is_dir():
        folder = "none was told" if options.answers is None else f"{options.answers} is none"
        reason = f"it needs a folder of recorded answers, --answers DIR; {folder}"
        raise VnplanError(_NAME, reason)
    answers = options.answers
    return lambda path: _read(resolver, answers / f"{path.name}.txt", path)


def _read(resolver: Any, source: Path, path: Path) -> Reading:
    """The answer in ``source`` to the rendition at ``path``.

    Raises:
        Unasked: no answer is there.
        CorruptDocument: langextract refuses it.

    """
    try:
        answer = source.read_text("utf-8")
    except FileNotFoundError as error:
        raise Unasked(str(source), f"no answer is there: {error.strerror}") from error
    except OSError as error:
        raise VnplanError(str(source), error.strerror or str(error)) from error
    text = text_of(path)
    one = resolver.Resolver()
    try:
        found = _placed(one, one.resolve(answer), text)
    except (resolver.ResolverParsingError, ValueError) as error:
        raise CorruptDocument(str(source), f"langextract cannot read the answer: {error}") from error
    return reading_of(found, text)


def _placed(one: Any, said: Sequence[Any], text: str) -> list[Any]:
    """The extractions in their places, class by class.

    langextract lets no extraction lie within another that it places at the same time, while a duty names agencies.
    """
    classes = dict.fromkeys(extraction.extraction_class for extraction in said)
    groups = ([extraction for extraction in said if extraction.extraction_class == kind] for kind in classes)
    return [placed for group in groups for placed in one.align(group, text, token_offset=0, char_offset=0)]


def reading_of(found: list[Any], text: str) -> Reading:
    """Extractions with their intervals -> a reading; what was not found in the text is left out."""
    told: dict[str, list[dict[str, Any]]] = {"agency": [], "citation": [], "duty": []}
    for one in found:
        place = one.char_interval
        if one.extraction_class in told and place is not None and place.start_pos is not None:
            span = (place.start_pos, place.end_pos)
            words = one.extraction_text
            said = one.attributes or {}
            parts = {
                "agency": {"words": words, "name": said.get("name") or words},
                "citation": {"words": words, "key": said.get("key") or words},
                "duty": {"title": words, "assignees": [n for n in str(said.get("assignees") or "").split(";") if n]},
            }
            told[one.extraction_class].append({"span": span, **parts[one.extraction_class]})
    keys = dict.fromkeys(one["key"] for one in told["citation"])
    kinds = {key: "numbered" if _NUMBERED.search(key) else "named" for key in keys}
    return Reading.model_validate(
        {
            "text": text,
            "agencies": told["agency"],
            "citations": told["citation"],
            "references": [{"key": key, "kind": kind} for key, kind in kinds.items()],
            "duties": told["duty"],
        }
    )
