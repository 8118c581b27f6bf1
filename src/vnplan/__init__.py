"""Vietnamese official plans (kế hoạch) as data.

>>> import vnplan
>>> plan = vnplan.parse_text("Số: 12/KH-UBND")
>>> plan.text
'Số: 12/KH-UBND'

Every public name stands in ``__init__.pyi``, as type checkers see it, and is
resolved on first use, so that importing the package loads none of the
libraries below it.
"""

from __future__ import annotations

from importlib import import_module

from vnplan.version import __version__ as __version__


def _homes() -> dict[str, str]:
    """Public name -> the module that holds it, from lines ``from HOME import NAME as NAME``."""
    # The loader, not a path: the package may lie in a zip file.
    lines = __spec__.loader.get_data(f"{__path__[0]}/__init__.pyi").decode("utf-8").splitlines()
    parts = (line.split() for line in lines if line.startswith("from "))
    return {name: home for _, home, _, name, *_ in parts}


_HOME = _homes()

__all__ = sorted(name for name, home in _HOME.items() if home not in ("vnplan", "vnplan.version"))  # noqa: PLE0605 -- a list, made from the one table


def __getattr__(name: str) -> object:
    home = _HOME.get(name)
    if home is None:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    if home == __name__:  # a package that is public as a whole: ``vnplan.corpus.build``
        return import_module(f"{home}.{name}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
