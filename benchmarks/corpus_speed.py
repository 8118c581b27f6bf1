"""Documents a second a processor for the corpus build, and what a million plans would take.

    python benchmarks/corpus_speed.py [FOLDER] [PRICE]

Reads every plan of FOLDER (the specimens) into rows in this process, by format, and counts processor seconds, which
other work on the machine hardly changes. Time goes with the length of the text, so that the second figure is for
plans of 60,000 characters (some 30 pages), which the specimens do not reach. PRICE is that of a processor for an hour
in dollars (0.04: a usual price of a virtual processor with 2 to 4 GB, on demand).
"""

import sys
import time
from collections import defaultdict
from pathlib import Path

from vnplan.corpus.files import files
from vnplan.corpus.worker import read_rows
from vnplan.errors import VnplanError
from vnplan.readers.limits import Limits

ROOT = Path(__file__).parent.parent
MILLION = 1_000_000
USUAL = 60_000  # characters of a plan of some 30 pages
AT_LEAST = 20  # processor seconds a run: below, the first imports weigh


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "corpora"
    price = float(sys.argv[2]) if len(sys.argv) > 2 else 0.04
    spent, letters, size = defaultdict(list), defaultdict(int), defaultdict(int)
    started = time.process_time()
    standing = list(files(folder))
    for file in standing:
        read(file)  # once for the imports and the caches of the registries
        if time.process_time() - started > 5:
            break
    started = time.process_time()
    while time.process_time() - started < AT_LEAST:
        for file in standing:
            at = time.process_time()
            rows = read(file)
            if rows:
                kind = file.path.suffix.lower()
                spent[kind].append(time.process_time() - at)
                letters[kind] += rows["documents"][0][8]
                size[kind] += sum(len(some) for some in rows.values())
    print("format   documents a second a processor   characters each   characters a second   rows each")
    for kind in sorted(spent, key=lambda k: sum(spent[k]) / len(spent[k])):
        line(kind, len(spent[kind]), sum(spent[kind]), letters[kind], size[kind])
    count, seconds = sum(map(len, spent.values())), sum(map(sum, spent.values()))
    line("all", count, seconds, sum(letters.values()), sum(size.values()))
    told("a million such documents", seconds / count, price)
    told(f"a million of {USUAL:,} characters", seconds / sum(letters.values()) * USUAL, price)


def told(what, seconds, price):
    hours = MILLION * seconds / 3600
    print(f"{what}: {hours:,.0f} processor hours, {hours / 64:,.1f} hours on 64 processors, ${hours * price:,.2f}")


def read(file):
    try:
        return read_rows(str(file.path), Limits())
    except VnplanError:
        return None


def line(kind, count, seconds, letters, rows):
    print(f"{kind:8} {count / seconds:10.1f} {letters / count:32,.0f} {letters / seconds:21,.0f} {rows / count:11,.0f}")


if __name__ == "__main__":
    main()
