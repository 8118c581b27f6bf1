"""Files named on the command line -> plans, with the failures told as they come."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vnplan.batch.result import ParseResult
    from vnplan.document import PlanDocument
    from vnplan.readers.limits import Limits

STDIN = "-"


class Plans:
    """The plans that could be read, in order; ``failed`` counts the others, each told on standard error."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self.failed = 0

    def __iter__(self) -> Iterator[PlanDocument]:
        """Read the files, lazily."""
        for result in self._results():
            if result.plan is None:
                self.failed += 1
                print(f"vnplan: {result.error}", file=sys.stderr)  # noqa: T201
            else:
                yield result.plan

    def _results(self) -> Iterator[ParseResult[PlanDocument]]:
        from vnplan.document import parse_many

        given = self._arguments
        options = {name: value for name in ("journal", "progress") if (value := getattr(given, name, None))}
        hints = {"province": given.province, "date": given.date, "limits": self._limits(), **options}
        # One file is read here, as starting a process takes longer than reading most plans, unless bounds were given:
        # only a process can be stopped at any point.
        alone = 1 if given.seconds or given.memory else 0
        if STDIN in given.files:
            for name in given.files:
                yield from (self._stdin(),) if name == STDIN else parse_many([name], alone, **hints)
        else:
            yield from parse_many(given.files, alone if len(given.files) == 1 else given.workers, **hints)

    def _limits(self) -> Limits:
        from vnplan.readers.limits import Limits

        given = self._arguments
        memory = int(given.memory * 1_000_000) if given.memory else None
        return Limits(seconds=given.seconds, memory=memory) if given.seconds else Limits(memory=memory)

    def _stdin(self) -> ParseResult[PlanDocument]:
        from vnplan.batch.result import attempt
        from vnplan.document import parse

        given = self._arguments
        return attempt(
            lambda name, limits: parse(
                sys.stdin.buffer, name=name, province=given.province, date=given.date, limits=limits
            ),
            "<stdin>",
            self._limits(),
        )
