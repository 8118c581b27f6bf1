"""JSON Schemas (draft 2020-12) of what vnplan writes and reads, made from the models."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from vnplan.diagnostics import CODES
from vnplan.evaluation.gold import GOLD_VERSION, GoldDocument
from vnplan.evaluation.reading import Reading
from vnplan.models.analysis.comparison import COMPARISON_VERSION, ComparisonData
from vnplan.models.analysis.scores import EVALUATION_VERSION, Evaluation
from vnplan.models.plan import SCHEMA_VERSION, PlanData
from vnplan.models.registry import REGISTRY_VERSION, RegistryData

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def documents() -> dict[str, dict[str, Any]]:
    """File name -> content: the schemas of all that is written or read as JSON, and the list of diagnostic codes."""
    plan = PlanData.model_json_schema(mode="validation")
    comparison = ComparisonData.model_json_schema(mode="validation")
    return {
        "plan.schema.json": {
            **plan,
            "$schema": _DIALECT,
            "$id": f"urn:vnplan:schema:plan:{SCHEMA_VERSION}",
            "title": "PlanDocument",
        },
        "comparison.schema.json": {
            **comparison,
            "$schema": _DIALECT,
            "$id": f"urn:vnplan:schema:comparison:{COMPARISON_VERSION}",
            "title": "Comparison",
        },
        "registry.schema.json": {
            **RegistryData.model_json_schema(mode="validation"),
            "$schema": _DIALECT,
            "$id": f"urn:vnplan:schema:registry:{REGISTRY_VERSION}",
            "title": "Registry",
        },
        "gold.schema.json": {
            **GoldDocument.model_json_schema(mode="validation"),
            "$schema": _DIALECT,
            "$id": f"urn:vnplan:schema:gold:{GOLD_VERSION}",
            "title": "GoldDocument",
        },
        "reading.schema.json": {
            **Reading.model_json_schema(mode="validation"),
            "$schema": _DIALECT,
            "$id": f"urn:vnplan:schema:reading:{GOLD_VERSION}",
            "title": "Reading",
        },
        "evaluation.schema.json": {
            **Evaluation.model_json_schema(mode="validation"),
            "$schema": _DIALECT,
            "$id": f"urn:vnplan:schema:evaluation:{EVALUATION_VERSION}",
            "title": "Evaluation",
        },
        "diagnostic-codes.json": {
            code: {"severity": str(row.severity), "en": row.english, "vi": row.vietnamese}
            for code, row in CODES.items()
        },
    }


def render(document: dict[str, Any]) -> str:
    """The text of a schema file: sorted keys, so that a change shows as itself."""
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def write(directory: Path) -> tuple[Path, ...]:
    """Write every document into ``directory``, made if absent; returns the files.

    Raises:
        OSError: the directory cannot be written.

    """
    directory.mkdir(parents=True, exist_ok=True)
    written = []
    for name, document in documents().items():
        path = directory / name
        path.write_text(render(document), "utf-8", newline="\n")
        written.append(path)
    return tuple(written)
