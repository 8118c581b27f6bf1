"""What is odd about a finished plan: its form (Decree 30/2020) and its coverage."""

from __future__ import annotations

from vnplan.checks.coverage import Coverage, coverage
from vnplan.checks.form import check

__all__ = ["Coverage", "check", "coverage"]
