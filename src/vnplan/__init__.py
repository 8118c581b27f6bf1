"""Vietnamese official plans (kế hoạch) as data.

>>> import vnplan
>>> plan = vnplan.parse_text("Số: 12/KH-UBND")
>>> plan.text
'Số: 12/KH-UBND'

Every public name is listed in ``__all__`` and resolved on first use, so that
importing the package loads none of the libraries below it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # what type checkers and editors see; kept equal to _HOME by a test
    from vnplan.batch.result import ParseResult as ParseResult
    from vnplan.bodies.agency import Agency as Agency
    from vnplan.bodies.agency import Members as Members
    from vnplan.bodies.catalogue import Registry as Registry
    from vnplan.bodies.catalogue import registry as registry
    from vnplan.checks.coverage import Coverage as Coverage
    from vnplan.checks.coverage import coverage as coverage
    from vnplan.checks.form import check as check
    from vnplan.comparing.comparison import Comparison as Comparison
    from vnplan.comparing.comparison import compare as compare
    from vnplan.document import PlanDocument as PlanDocument
    from vnplan.document import parse as parse
    from vnplan.document import parse_many as parse_many
    from vnplan.document import parse_text as parse_text
    from vnplan.errors import CorruptDocument as CorruptDocument
    from vnplan.errors import EncryptedDocument as EncryptedDocument
    from vnplan.errors import LimitExceeded as LimitExceeded
    from vnplan.errors import MissingDependency as MissingDependency
    from vnplan.errors import UnsupportedFormat as UnsupportedFormat
    from vnplan.errors import VnplanError as VnplanError
    from vnplan.export.citations import web_annotations as web_annotations
    from vnplan.grammar.citations import find_citations as find_citations
    from vnplan.grammar.timeframes import parse_timeframe as parse_timeframe
    from vnplan.grammar.within import contains as contains
    from vnplan.graphs.merge import graph as graph
    from vnplan.integrations.spacy import to_spacy as to_spacy
    from vnplan.mentions.agencies import find_agencies as find_agencies
    from vnplan.mentions.agencies import normalize_agency as normalize_agency
    from vnplan.mentions.resolve import resolve_agency as resolve_agency
    from vnplan.mentions.resolve import suggest_agencies as suggest_agencies
    from vnplan.models.agency import AgencyRef as AgencyRef
    from vnplan.models.agency import Resolution as Resolution
    from vnplan.models.agency import Suggestion as Suggestion
    from vnplan.models.base import Span as Span
    from vnplan.models.explanation import Explanation as Explanation
    from vnplan.readers.limits import Limits as Limits

# Public name -> the module that defines it.
_HOME = {
    "Agency": "vnplan.bodies.agency",
    "AgencyRef": "vnplan.models.agency",
    "Comparison": "vnplan.comparing.comparison",
    "CorruptDocument": "vnplan.errors",
    "Coverage": "vnplan.checks.coverage",
    "EncryptedDocument": "vnplan.errors",
    "LimitExceeded": "vnplan.errors",
    "Explanation": "vnplan.models.explanation",
    "Limits": "vnplan.readers.limits",
    "MissingDependency": "vnplan.errors",
    "Members": "vnplan.bodies.agency",
    "ParseResult": "vnplan.batch.result",
    "PlanDocument": "vnplan.document",
    "Registry": "vnplan.bodies.catalogue",
    "Resolution": "vnplan.models.agency",
    "Span": "vnplan.models.base",
    "Suggestion": "vnplan.models.agency",
    "UnsupportedFormat": "vnplan.errors",
    "VnplanError": "vnplan.errors",
    "check": "vnplan.checks.form",
    "contains": "vnplan.grammar.within",
    "coverage": "vnplan.checks.coverage",
    "compare": "vnplan.comparing.comparison",
    "find_agencies": "vnplan.mentions.agencies",
    "find_citations": "vnplan.grammar.citations",
    "graph": "vnplan.graphs.merge",
    "normalize_agency": "vnplan.mentions.agencies",
    "parse": "vnplan.document",
    "parse_many": "vnplan.document",
    "parse_text": "vnplan.document",
    "parse_timeframe": "vnplan.grammar.timeframes",
    "registry": "vnplan.bodies.catalogue",
    "resolve_agency": "vnplan.mentions.resolve",
    "suggest_agencies": "vnplan.mentions.resolve",
    "to_spacy": "vnplan.integrations.spacy",
    "web_annotations": "vnplan.export.citations",
}

__all__ = sorted(_HOME)  # noqa: PLE0605 -- a list, made from the one table
__version__ = "0.1.0"


# Packages that are public as they are; ``vnplan.corpus.build`` works without importing them by name.
_PACKAGES = ("corpus", "graphs")


def __getattr__(name: str) -> Any:
    if name in _PACKAGES:
        return import_module(f"vnplan.{name}")
    if name in _HOME:
        value = getattr(import_module(_HOME[name]), name)
        globals()[name] = value
        return value
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
