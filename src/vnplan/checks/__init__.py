"""What is odd about a finished plan: its form (Decree 30/2020), its coverage, the doubts about its tree."""

from __future__ import annotations

from vnplan.checks.coverage import Coverage, coverage
from vnplan.checks.explanation import explain
from vnplan.checks.form import check

__all__ = ["Coverage", "check", "coverage", "explain"]
