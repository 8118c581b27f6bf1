"""What became of one file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from vnplan.errors import LimitExceeded, VnplanError
from vnplan.readers.limits import Limits

Plan = TypeVar("Plan")


@dataclass(frozen=True, slots=True)
class ParseResult(Generic[Plan]):
    """One file of many: its plan, or the error that it gave."""

    path: str
    plan: Plan | None = None
    error: VnplanError | None = None


def attempt(read: Callable[[str, Limits], Plan], path: str, limits: Limits) -> ParseResult[Plan]:
    """Read one file; whatever it raises becomes its error."""
    try:
        return ParseResult(path, read(path, limits))
    except VnplanError as error:
        return ParseResult(path, error=error)
    except MemoryError:
        return ParseResult(path, error=LimitExceeded(path, "needs more memory than there is (Limits.memory)"))
    except Exception as error:  # noqa: BLE001 -- the one place where a defect of ours must not stop the other files
        reason = f"internal error, please report it: {type(error).__name__}: {error}"
        return ParseResult(path, error=VnplanError(path, reason))
