"""What can be said on the command line; nothing heavy is imported to say ``--help``."""

from __future__ import annotations

import argparse
from datetime import date

from vnplan.cli import agencies, citations, compare, corpus, evaluate, graph, normalize, parse, schema, view
from vnplan.export.outputs import Subject, outputs_of

_FILES = "a plan in any format that vnplan reads; - is standard input"


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="vnplan",
        description="Vietnamese official plans (kế hoạch) as data.",
        epilog="Exit code: 0 all went well, 1 some files failed (each is named), 2 wrong usage.",
    )
    top.add_argument("--version", action=_Version)
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    _parse(commands.add_parser("parse", help="read plans and show or write what they say"))
    _view(commands.add_parser("view", help="write a page of HTML on one plan: what was found, and where in its text"))
    _citations(commands.add_parser("citations", help="every mention of another document, with the words around it"))
    _graph(commands.add_parser("graph", help="write the graph of one or more plans"))
    _compare(commands.add_parser("compare", help="which tasks several plans share, and where they differ"))
    _corpus(commands.add_parser("corpus", help="many plans as tables: build a database from a folder, ask it in SQL"))
    _evaluate(commands.add_parser("evaluate", help="measure systems on documents annotated by hand"))
    _schema(commands.add_parser("schema", help="write the JSON Schemas of the output"))
    _normalize(commands.add_parser("normalize", help="names, citations, dates and time frames of a phrase"))
    _agencies(commands.add_parser("agencies", help="what a public body is, was and became; the whole registry"))
    return top


def _parse(command: argparse.ArgumentParser) -> None:
    command.set_defaults(run=parse.run, usage_error=command.error)
    _files(command)
    command.add_argument(
        "--format",
        choices=_names(Subject.PLANS),
        help="default: by the suffix of OUT, else table on a terminal and json elsewhere; "
        "several plans are an array in json, one plan a line in jsonl",
    )
    command.add_argument("-o", "--output", metavar="OUT", help="file to write instead of standard output")
    command.add_argument(
        "--language", "--lang", choices=("en", "vi"), default="en", help="language of the diagnostics in a table"
    )
    command.add_argument(
        "--facts",
        metavar="KIND",
        help="which kind of fact csv holds, such as targets, budgets or citations; default: tasks",
    )
    command.add_argument(
        "--journal", metavar="FILE", help="keep each result there, so that a run that was stopped goes on where it was"
    )
    command.add_argument("--progress", action="store_true", help="show how far it is on standard error")


def _view(command: argparse.ArgumentParser) -> None:
    command.set_defaults(run=view.run, usage_error=command.error)
    command.add_argument("file", metavar="FILE", help=_FILES)
    _hints(command)
    command.add_argument("-o", "--output", metavar="OUT", help="file to write instead of standard output")
    command.add_argument("--language", "--lang", choices=("en", "vi"), default="en", help="language of the page")


def _citations(command: argparse.ArgumentParser) -> None:
    command.set_defaults(run=citations.run, usage_error=command.error)
    _files(command)
    command.add_argument(
        "--format",
        choices=_names(Subject.CITATIONS),
        help="w3c is a Web Annotation collection (JSON-LD); default: table on a terminal, jsonl elsewhere",
    )
    command.add_argument("-o", "--output", metavar="OUT", help="file to write instead of standard output")


def _graph(command: argparse.ArgumentParser) -> None:
    command.set_defaults(run=graph.run, usage_error=command.error)
    _files(command)
    command.add_argument(
        "-o", "--output", metavar="OUT", required=True, help=f"a name that ends in {_suffixes(Subject.GRAPH)}"
    )


def _compare(command: argparse.ArgumentParser) -> None:
    command.set_defaults(run=compare.run, usage_error=command.error)
    _files(command)
    command.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help=f"a name that ends in {_suffixes(Subject.COMPARISON)}; without it the coverage is shown",
    )
    command.add_argument("--language", "--lang", choices=("en", "vi"), default="en", help="language of the page")


def _corpus(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(required=True, metavar="ACTION")
    build = actions.add_parser("build", help="read every plan in a folder, or bring a corpus up to date")
    build.set_defaults(run=corpus.run_build, usage_error=build.error)
    build.add_argument("folder", metavar="DIR", help="folder of plans; with --engine ray also a URI such as s3://...")
    build.add_argument(
        "-o", "--output", metavar="OUT", required=True, help="NAME.duckdb, or a folder for Parquet files"
    )
    build.add_argument("--glob", metavar="PATTERN", action="append", default=[], help="which files, such as *.docx")
    build.add_argument("--workers", type=_count, metavar="N", help="processes; default: one a processor")
    build.add_argument(
        "--engine", choices=("local", "ray"), default="local", help="ray: on a cluster, into a new folder"
    )
    build.add_argument("--progress", action="store_true", help="show how far it is, also where this is no terminal")
    query = actions.add_parser("query", help="ask a corpus in SQL; nothing can be changed")
    query.set_defaults(run=corpus.run_query, usage_error=query.error)
    query.add_argument("corpus", metavar="CORPUS", help="what build wrote")
    query.add_argument("sql", metavar="SQL", help="one SELECT, quoted; - is standard input")
    query.add_argument("--format", choices=corpus.FORMATS, help="default: table on a terminal, csv elsewhere")


def _evaluate(command: argparse.ArgumentParser) -> None:
    command.set_defaults(run=evaluate.run, usage_error=command.error)
    command.add_argument("gold", metavar="GOLD", help="a folder with */gold.json, a gold file, or a JSONL file of them")
    command.add_argument(
        "--system",
        action="append",
        metavar="NAME[,NAME...]",
        help="which systems, by name, as module:function or file:DIR; default: vnplan",
    )
    command.add_argument("--files", metavar="DIR", help="folder of the renditions; default: beside the gold file")
    command.add_argument(
        "--damage",
        metavar="KIND",
        help="read the gold's own text, damaged more and more: line-ends, ocr, tones or columns",
    )
    command.add_argument("--answers", metavar="DIR", help="recorded answers of a model, of the system langextract")
    command.add_argument("--split", metavar="NAME", help="only documents of this split: gate or watch")
    command.add_argument(
        "--without",
        action="append",
        metavar="WORD",
        help="leave out renditions of this format, or with this in their name",
    )
    command.add_argument("--check", action="store_true", help="look for what cannot be right in the gold itself")
    command.add_argument(
        "--format",
        choices=_names(Subject.EVALUATION),
        help="default: by the suffix of OUT, else table on a terminal, json elsewhere",
    )
    command.add_argument("-o", "--output", metavar="OUT", help="file to write instead of standard output")
    command.add_argument("--language", "--lang", choices=("en", "vi"), default="en", help="language of the headings")


def _schema(command: argparse.ArgumentParser) -> None:
    command.set_defaults(run=schema.run, usage_error=command.error)
    command.add_argument(
        "-o", "--output", metavar="DIR", help="folder for the files; without it the plan's schema is printed"
    )


def _normalize(command: argparse.ArgumentParser) -> None:
    command.set_defaults(run=normalize.run, usage_error=command.error)
    command.add_argument("text", metavar="TEXT", help="a phrase, quoted; - is standard input")
    command.add_argument("--province", help="province whose bodies are meant, as named at the time")
    command.add_argument("--on", type=_day, metavar="YYYY-MM-DD", help="day at which names are looked up")
    command.add_argument("--format", choices=("json", "table"), help="default: table on a terminal, json elsewhere")


def _agencies(command: argparse.ArgumentParser) -> None:
    command.set_defaults(run=agencies.run, usage_error=command.error)
    command.add_argument("name", nargs="?", metavar="NAME", help="a body or group as a document names it, quoted")
    command.add_argument("--list", action="store_true", help="the whole registry; with --on that of one day")
    command.add_argument("--province", help="province whose body is meant, as named at the time")
    command.add_argument("--on", type=_day, metavar="YYYY-MM-DD", help="day on which the name was used")
    command.add_argument("--today", action="store_true", help="who carries the work today")
    command.add_argument("--topic", help="with --today: the part of the work asked for (trẻ em, giảm nghèo)")
    command.add_argument(
        "--format", choices=("table", "json", "csv"), help="default: table on a terminal, json elsewhere"
    )


def _names(subject: Subject) -> tuple[str, ...]:
    return tuple(output.name for output in outputs_of(subject))


def _suffixes(subject: Subject) -> str:
    return ", ".join(output.suffixes[0] for output in outputs_of(subject))


def _files(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", metavar="FILE", help=_FILES)
    _hints(command)
    command.add_argument(
        "--workers", type=_count, metavar="N", help="processes for several files; default: one a processor"
    )


def _hints(command: argparse.ArgumentParser) -> None:
    command.add_argument("--province", help="a hint, for plans whose header does not name the province")
    command.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="a hint, for plans whose header has no date")
    command.add_argument("--seconds", type=_amount, metavar="N", help="give a file up after so long; default: 300")
    command.add_argument("--memory", type=_amount, metavar="MB", help="give a file up that needs more memory")


def _amount(words: str) -> float:
    number = float(words)
    if not 0 < number < float("inf"):
        raise ValueError(words)
    return number


def _day(words: str) -> date:
    return date.fromisoformat(words)


def _count(words: str) -> int:
    number = int(words)
    if number < 0:
        raise ValueError
    return number


# argparse names the type in its message: "invalid date value"
_day.__name__ = "date"
_count.__name__ = "number"


class _Version(argparse.Action):
    """``--version``, with the version looked up only when asked."""

    def __init__(self, option_strings: list[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help="print the version and exit")

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"vnplan {version('vnplan')}")  # noqa: T201
        parser.exit()
