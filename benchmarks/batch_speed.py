"""How much faster ``parse_many`` is with a worker for each processor than with one.

    python benchmarks/batch_speed.py [FOLDER] [ROUNDS]

Prints files a second with 1 and with 2 workers, the speed-up by the clock, and the part of the work that no worker
shares (processor time of the process that takes the results). On a machine busy with other things the clock tells
little: by Amdahl's law the shared part alone bounds the speed-up, and that bound is printed too, and the speed-up for
files that only take time (50 ms) and no processor, each giving a whole plan, which other work disturbs least.
"""

import pickle
import resource
import sys
import tempfile
import time
from pathlib import Path

import vnplan
from vnplan import batch

ROOT = Path(__file__).parent.parent
PLAN = Path(tempfile.gettempdir(), "vnplan-batch-speed.pickle")
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


def wait(_path, _limits):
    """A file that takes time but no processor."""
    time.sleep(0.05)
    return pickle.loads(PLAN.read_bytes())


def waiting(workers):
    import batch_speed  # by its name, under which the workers find it too

    PLAN.write_bytes(pickle.dumps(vnplan.parse(next((ROOT / "corpora").glob("lao-cai*/*.docx")))))
    results = batch.run(batch_speed.wait, map(str, range(210)), workers, vnplan.Limits())
    for _ in range(10):  # until every worker has started
        next(results)
    started = time.perf_counter()
    return sum(1 for _ in results) / (time.perf_counter() - started)


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
    one, two = waiting(1), waiting(2)
    PLAN.unlink()
    print(f"files that take 50 ms and no processor: {one:.1f} and {two:.1f} a second, speed-up {two / one:.2f}")


if __name__ == "__main__":
    main()
