"""Many plans side by side: ``vnplan.compare``."""

from vnplan.comparing.comparison import Comparison, compare

__all__ = ["Comparison", "compare"]
