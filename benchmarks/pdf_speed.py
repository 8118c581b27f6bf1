"""How fast PDF files are read, measured side by side in one run.

    python benchmarks/pdf_speed.py FILE.pdf [FILE.pdf ...]

For each file: the best of a few rounds of PDFium's bare text, of vnplan's
reader, of the whole of ``vnplan.parse`` and of pdfplumber's ``extract_text``
plus ``extract_tables``, and vnplan's peak memory in a process of its own.
``--rounds 1`` for long files; ``--no-plumber`` leaves pdfplumber out.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pypdfium2

import vnplan
from vnplan.readers import pdf
from vnplan.readers.limits import Limits


def bare(path: Path) -> None:
    document = pypdfium2.PdfDocument(path)
    for index in range(len(document)):
        page = document[index]
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    document.close()


def read(path: Path) -> None:
    pdf.read(path.read_bytes(), path.name, Limits())


def parse(path: Path) -> None:
    vnplan.parse(path)


def plumber(path: Path) -> None:
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
            page.extract_tables()


def best(run: Callable[[Path], None], path: Path, rounds: int) -> float:
    """Least processor time in seconds."""
    times = []
    for _ in range(rounds):
        started = time.process_time()
        run(path)
        times.append(time.process_time() - started)
    return min(times)


_PEAK = (
    "import resource, sys\nfrom pathlib import Path\nfrom vnplan.readers import pdf\n"
    "from vnplan.readers.limits import Limits\n"
    "pdf.read(Path(sys.argv[1]).read_bytes(), 'x', Limits())\n"
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
)


def peak(path: Path) -> int:
    """Peak resident memory of reading, in MB, interpreter and libraries included."""
    done = subprocess.run([sys.executable, "-c", _PEAK, path], capture_output=True, text=True, check=True)  # noqa: S603
    return int(done.stdout)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="+", type=Path)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--no-plumber", action="store_true")
    chosen = options.parse_args()
    for path in chosen.files:
        least = {run.__name__: best(run, path, chosen.rounds) for run in (bare, read, parse)}
        print(f"{path.name}: {peak(path)} MB at most")
        if not chosen.no_plumber:
            least["plumber"] = best(plumber, path, max(chosen.rounds // 2, 1))
        for name, seconds in least.items():
            part = f"  1/{least['plumber'] / seconds:.1f} of pdfplumber" if "plumber" in least else ""
            print(f"  {name:8} {seconds * 1000:8.1f} ms{part}")


if __name__ == "__main__":
    main()
