"""Citations for other tools: W3C Web Annotations (JSON-LD) and JSON Lines.

A Web Annotation collection (W3C Recommendation, 23 February 2017) holds one
annotation a mention. Its target is told twice, by place and by words: the
``TextPositionSelector`` counts Unicode code points, as our spans do, and the
``TextQuoteSelector`` finds the words again in a text that has moved.
"""

from __future__ import annotations

import base64
import hashlib
import json
import uuid
from collections.abc import Iterator, Sequence
from typing import Any

from vnplan.models.citation import Citation, Reference
from vnplan.models.plan import PlanData

_CONTEXT = 16
"""Characters of the text before and after the words of a mention."""


def plan_annotations(plan: PlanData, *, source: str | None = None) -> dict[str, Any]:
    """The citations of a plan as an ``AnnotationCollection``, ready for ``json.dump``.

    Args:
        plan: the plan; positions are those of ``plan.text``.
        source: IRI of the text; by default its SHA-256 as a ``ni:`` name (RFC 6920).

    """
    behind = {index: reference for reference in plan.references for index in reference.mentions}
    return web_annotations(plan.citations, plan.text, behind=behind, source=source)


def web_annotations(
    citations: Sequence[Citation],
    text: str,
    *,
    behind: dict[int, Reference] | None = None,
    source: str | None = None,
) -> dict[str, Any]:
    """Citations of any text, as ``find_citations`` gives them, as an ``AnnotationCollection``.

    Args:
        citations: the mentions; their spans index ``text``.
        text: the text.
        behind: index of a mention -> the distinct document behind it.
        source: IRI of the text; by default its SHA-256 as a ``ni:`` name (RFC 6920).

    """
    iri = source or text_name(text)
    items = [_annotation(citation, (behind or {}).get(index), text, iri) for index, citation in enumerate(citations)]
    identity = _identity(iri, "citations")
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": identity,
        "type": "AnnotationCollection",
        "label": "Citations",
        "total": len(items),
        "first": {
            "id": _identity(iri, "citations, page 1"),
            "type": "AnnotationPage",
            "partOf": identity,
            "startIndex": 0,
            "items": items,
        },
    }


def lines(plan: PlanData) -> Iterator[str]:
    """One JSON object a citation, in text order: its fields, its index, the ``id`` and ``urn`` of its document."""
    behind = {index: reference for reference in plan.references for index in reference.mentions}
    for index, citation in enumerate(plan.citations):
        reference = behind.get(index)
        row = {
            "source": plan.source.name,
            "index": index,
            "reference": reference.id if reference else None,
            "urn": reference.urn if reference else None,
            **citation.model_dump(mode="json"),
        }
        yield json.dumps(row, ensure_ascii=False)


def text_name(text: str) -> str:
    """Name of a text by its content (RFC 6920): ``ni:///sha-256;...`` of its UTF-8."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return f"ni:///sha-256;{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"


def _annotation(citation: Citation, reference: Reference | None, text: str, iri: str) -> dict[str, Any]:
    start, end = citation.span
    return {
        "id": _identity(iri, f"{start}-{end} {citation.kind} {citation.key}"),
        "type": "Annotation",
        "motivation": "identifying" if citation.key else "highlighting",
        **({"body": list(_bodies(citation, reference))} if citation.key else {}),
        "target": {
            "source": iri,
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - _CONTEXT) : start],
                    "suffix": text[end : end + _CONTEXT],
                },
            ],
        },
    }


def _bodies(citation: Citation, reference: Reference | None) -> Iterator[dict[str, Any]]:
    yield {
        "type": "TextualBody",
        "purpose": "identifying",
        "format": "text/plain",
        "language": "vi",
        "value": citation.key,
    }
    if reference and reference.urn:
        yield {"type": "SpecificResource", "purpose": "linking", "source": reference.urn}
    for tag in (citation.kind, citation.relation):
        yield {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": str(tag)}


def _identity(iri: str, what: str) -> str:
    """The same annotation has the same name whenever it is written."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{iri}#{what}").urn
