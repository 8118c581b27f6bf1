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

from vnplan.version import __version__ as __version__

if TYPE_CHECKING:  # what type checkers and editors see; kept equal to _HOME by a test
    from vnplan.agencies.agency import Agency as Agency
    from vnplan.agencies.agency import Members as Members
    from vnplan.agencies.registry import Registry as Registry
    from vnplan.agencies.registry import registry as registry
    from vnplan.batch.result import ParseResult as ParseResult
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
    from vnplan.grammar.citations.finder import find_citations as find_citations
    from vnplan.grammar.time.containment import contains as contains
    from vnplan.grammar.time.timeframes import parse_timeframe as parse_timeframe
    from vnplan.graphs.merge import graph as graph
    from vnplan.integrations.spacy import to_spacy as to_spacy
    from vnplan.mentions.agencies import find_agencies as find_agencies
    from vnplan.mentions.agencies import normalize_agency as normalize_agency
    from vnplan.mentions.resolution import resolve_agency as resolve_agency
    from vnplan.mentions.resolution import suggest_agencies as suggest_agencies
    from vnplan.models.agency import AgencyRef as AgencyRef
    from vnplan.models.agency import Resolution as Resolution
    from vnplan.models.agency import Suggestion as Suggestion
    from vnplan.models.analysis.explanation import Explanation as Explanation
    from vnplan.models.base import Span as Span
    from vnplan.readers.limits import Limits as Limits

# Public name -> the module that defines it.
_HOME = {
    "Agency": "vnplan.agencies.agency",
    "AgencyRef": "vnplan.models.agency",
    "Comparison": "vnplan.comparing.comparison",
    "CorruptDocument": "vnplan.errors",
    "Coverage": "vnplan.checks.coverage",
    "EncryptedDocument": "vnplan.errors",
    "LimitExceeded": "vnplan.errors",
    "Explanation": "vnplan.models.analysis.explanation",
    "Limits": "vnplan.readers.limits",
    "MissingDependency": "vnplan.errors",
    "Members": "vnplan.agencies.agency",
    "ParseResult": "vnplan.batch.result",
    "PlanDocument": "vnplan.document",
    "Registry": "vnplan.agencies.registry",
    "Resolution": "vnplan.models.agency",
    "Span": "vnplan.models.base",
    "Suggestion": "vnplan.models.agency",
    "UnsupportedFormat": "vnplan.errors",
    "VnplanError": "vnplan.errors",
    "check": "vnplan.checks.form",
    "contains": "vnplan.grammar.time.containment",
    "coverage": "vnplan.checks.coverage",
    "compare": "vnplan.comparing.comparison",
    "find_agencies": "vnplan.mentions.agencies",
    "find_citations": "vnplan.grammar.citations.finder",
    "graph": "vnplan.graphs.merge",
    "normalize_agency": "vnplan.mentions.agencies",
    "parse": "vnplan.document",
    "parse_many": "vnplan.document",
    "parse_text": "vnplan.document",
    "parse_timeframe": "vnplan.grammar.time.timeframes",
    "registry": "vnplan.agencies.registry",
    "resolve_agency": "vnplan.mentions.resolution",
    "suggest_agencies": "vnplan.mentions.resolution",
    "to_spacy": "vnplan.integrations.spacy",
    "web_annotations": "vnplan.export.citations",
}

__all__ = sorted(_HOME)  # noqa: PLE0605 -- a list, made from the one table


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
