"""How much faster ``parse_many`` is with a worker for each processor than with one.

    python benchmarks/batch_speed.py [FOLDER] [ROUNDS]

Prints files a second with 1 and with 2 workers, the speed-up by the clock, and the part of the work that no worker
shares (processor time of the process that takes the results). On a machine busy with other things the clock tells
little: by Amdahl's law the shared part alone bounds the speed-up, and that bound is printed too.
"""

import resource
import sys
import time
from pathlib import Path

import vnplan

ROOT = Path(__file__).parent.parent
SUFFIXES = (".docx", ".html", ".txt", ".md", ".pdf")


def spent(who):
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def run(paths, workers):
    """Seconds by the clock, processor seconds here and in the workers."""
    own, others, started = spent(resource.RUSAGE_SELF), spent(resource.RUSAGE_CHILDREN), time.perf_counter()
    for result in vnplan.parse_many(paths, workers):
        if result.error:
            print(result.error)
    seconds = time.perf_counter() - started
    return seconds, spent(resource.RUSAGE_SELF) - own, spent(resource.RUSAGE_CHILDREN) - others


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "corpora"
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    paths = sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES) * rounds
    next(vnplan.parse_many(paths[:1], 1))  # files and byte code into the caches
    times = {}
    for workers in (1, 2):
        seconds, own, others = run(paths, workers)
        times[workers] = seconds
        busy = (own + others) / seconds
        print(
            f"{workers} workers: {len(paths) / seconds:6.1f} files a second by the clock, "
            f"{1000 * others / len(paths):5.1f} ms of a worker and {1000 * own / len(paths):4.1f} ms here a file, "
            f"{busy:.2f} processors busy"
        )
    serial = own / (own + others)
    bound = 1 / (serial + (1 - serial) / 2)
    print(f"speed-up by the clock {times[1] / times[2]:.2f}; bound by the shared part ({serial:.1%}) {bound:.2f}")


if __name__ == "__main__":
    main()
