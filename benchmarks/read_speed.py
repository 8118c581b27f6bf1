"""How fast files become plans, against what others take for their bare text: all ratios in one run.

    python benchmarks/read_speed.py --pdf PLAN.pdf --docx PLAN.docx [--long LONG.pdf] [--rounds 5]

Processor time; the runs of each round follow each other, so that a busy
machine slows all of them, and the least of the rounds counts. ``--long`` names
a file whose peak memory is measured, parsed whole in a process of its own.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import docx
from pdf_speed import bare, plumber

import vnplan
from vnplan.readers import docx as own_docx
from vnplan.readers import pdf as own_pdf
from vnplan.readers.limits import Limits

_PEAK = """
import resource, sys, vnplan
from pathlib import Path
vnplan.parse(sys.argv[1])
status = Path("/proc/self/status")  # ru_maxrss counts the process that this one was forked from
rows = dict(row.split(":", 1) for row in status.read_text().splitlines()) if status.exists() else {}
print(int(rows["VmHWM"].split()[0]) // 1024 if rows else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def whole(path: Path) -> None:
    vnplan.parse(path)


def read_pdf(path: Path) -> None:
    own_pdf.read(path.read_bytes(), path.name, Limits())


def read_docx(path: Path) -> None:
    own_docx.read(path.read_bytes(), path.name, Limits())


def bare_docx(path: Path) -> None:
    """All text that python-docx gives: paragraphs of the body and of every cell."""
    document = docx.Document(str(path))
    for paragraph in document.paragraphs:
        _ = paragraph.text
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                _ = cell.text


def compare(path: Path, base: str, runs: dict[str, Callable[[Path], None]], rounds: int) -> None:
    """Print the least processor time of each run and its ratio to the one named ``base``."""
    least = dict.fromkeys(runs, float("inf"))
    for _ in range(rounds):
        for name, run in runs.items():
            started = time.process_time()
            run(path)
            least[name] = min(least[name], time.process_time() - started)
    print(path.name)
    for name, seconds in least.items():
        ratio = seconds / least[base]
        part = f"{ratio:8.2f} times" if ratio >= 1 else f"     1/{1 / ratio:.1f}"
        print(f"  {name:34} {seconds * 1000:8.1f} ms {part} of {base}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pdf", type=Path)
    options.add_argument("--docx", type=Path)
    options.add_argument("--long", type=Path)
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    print(", ".join(f"{name} {version(name)}" for name in ("pdfplumber", "pypdfium2", "python-docx")))
    if chosen.pdf:
        runs = {"pdfplumber, text and tables": plumber, "PDFium, bare text": bare, "vnplan, reader": read_pdf}
        compare(chosen.pdf, "pdfplumber, text and tables", {**runs, "vnplan, whole plan": whole}, chosen.rounds)
    if chosen.docx:
        runs = {"python-docx, bare text": bare_docx, "vnplan, reader": read_docx, "vnplan, whole plan": whole}
        compare(chosen.docx, "python-docx, bare text", runs, chosen.rounds)
    if chosen.long:
        done = subprocess.run([sys.executable, "-c", _PEAK, chosen.long], capture_output=True, text=True, check=True)  # noqa: S603
        print(f"{chosen.long.name}\n  whole plan: peak of {int(done.stdout)} MB, interpreter and libraries included")


if __name__ == "__main__":
    main()
