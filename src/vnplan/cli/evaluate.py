"""``vnplan evaluate``."""

from __future__ import annotations

import argparse
import sys

from vnplan.cli.output import wanted, write
from vnplan.export.outputs import Subject


def run(arguments: argparse.Namespace) -> int:
    """Measure systems on gold, or check the gold itself; what is missing or no gold is wrong usage."""
    from vnplan.errors import VnplanError

    try:
        return _check(arguments) if arguments.check else _evaluate(arguments)
    except VnplanError as error:
        arguments.usage_error(str(error))
    return 2


def _check(arguments: argparse.Namespace) -> int:
    """Print what cannot be right; 1 where something is."""
    from vnplan.evaluation.integrity import findings
    from vnplan.evaluation.load import load

    cases = load(arguments.gold, arguments.files)
    found = [finding for case in cases for finding in findings(case)]
    for finding in found:
        print(f"{finding.document}: {finding.place}: {finding.message}")  # noqa: T201
    print(f"{len(cases)} documents, {len(found)} findings")  # noqa: T201
    return 1 if found else 0


def _evaluate(arguments: argparse.Namespace) -> int:
    from vnplan.evaluation.run import evaluate

    output = wanted(arguments, Subject.EVALUATION, "json")
    systems = [name.strip() for given in arguments.system or ["vnplan"] for name in given.split(",") if name.strip()]
    progress = _told if sys.stderr.isatty() else None
    try:
        result = evaluate(
            arguments.gold,
            systems,
            files=arguments.files,
            damage=arguments.damage,
            answers=arguments.answers,
            split=arguments.split,
            without=arguments.without or (),
            progress=progress,
        )
    finally:
        if progress:
            progress("")  # takes the line of the last file away
    write(arguments, output, result)
    failures = [(system.name, failure) for system in result.systems for failure in system.failures]
    for system, failure in failures:
        print(f"vnplan: {system}: {failure.file}: {failure.reason}", file=sys.stderr)  # noqa: T201
    return 1 if failures else 0


def _told(words: str) -> None:
    print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)  # noqa: T201
