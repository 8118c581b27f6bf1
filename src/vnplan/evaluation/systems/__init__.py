"""The table of systems: what each is for, what it cannot do, what must be installed; and how a name becomes one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple

from vnplan.errors import VnplanError
from vnplan.evaluation.reading import Reading

Read = Callable[[Path], Reading]
"""Reads one rendition; raises a :class:`VnplanError` where it cannot."""


class Row(NamedTuple):
    """One system of the table."""

    name: str
    adapter: str
    """Module of this package that holds ``read``."""
    about: str
    cannot: str
    needs: str = ""
    """What must be installed, as after ``pip install``."""
    formats: tuple[str, ...] = ()
    """Formats that it reads; empty: any."""


ROWS: Final = (
    Row(
        "vnplan", "plan",
        "this library: a plan of any format as data, with the place of every value",
        "progress of tasks; prose targets; sums of money in prose",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class System:
    """A system, ready to read."""

    name: str
    read: Read
    about: str = ""
    cannot: str = ""
    formats: tuple[str, ...] = ()

    def reads(self, name: str) -> bool:
        """Whether files of a format are given to it."""
        return not self.formats or name in self.formats


def resolve(names: Iterable[str]) -> tuple[System, ...]:
    """Names -> systems, each once.

    Raises:
        VnplanError: there is no such system; the message lists those that there are.
        MissingDependency: what it needs is not installed.

    """
    return tuple(_system(name) for name in dict.fromkeys(names))


def _system(name: str) -> System:
    row = next((row for row in ROWS if row.name == name), None)
    if row is not None:
        read: Read = import_module(f"{__name__}.{row.adapter}").read
        return System(row.name, read, row.about, row.cannot, row.formats)
    kind, colon, rest = name.partition(":")
    if not colon:
        known = ", ".join(row.name for row in ROWS)
        raise VnplanError(name, f"there is no such system; known are {known}, module:function and file:DIR")
    if kind == "file":
        from vnplan.evaluation.systems.recorded import recorded

        return System(name, recorded(Path(rest)), "readings written by another program")
    return System(name, _callable(name), "a function of the caller")


def _callable(name: str) -> Read:
    module, _, function = name.partition(":")
    try:
        found = getattr(import_module(module), function)
    except ModuleNotFoundError as error:
        raise VnplanError(name, f"no module is called {error.name}") from error
    except AttributeError as error:
        raise VnplanError(name, f"{module} has no {function}") from error

    def read(path: Path) -> Reading:
        reading = found(path)
        if not isinstance(reading, Reading):
            raise VnplanError(name, f"it gave {type(reading).__name__}, not a vnplan.Reading")
        return reading

    return read
