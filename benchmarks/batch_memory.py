"""Peak memory of ``parse_many`` over 1,000 and 10,000 small documents: it must not grow with their number.

    python benchmarks/batch_memory.py [COUNT ...]

Each count runs in a process of its own with 2 workers; the figures are those of the process that takes the results
(peak resident set, MB) and of its largest worker.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import vnplan

PLAN = """ỦY BAN NHÂN DÂN
TỈNH BẮC GIANG
Số: {n}/KH-UBND
Bắc Giang, ngày 5 tháng 5 năm 2022
KẾ HOẠCH
Triển khai việc số {n}
I. MỤC ĐÍCH
Nâng cao chất lượng theo Quyết định số {n}/QĐ-TTg ngày 24/11/2021 của Thủ tướng Chính phủ.
II. TỔ CHỨC THỰC HIỆN
1. Sở Y tế chủ trì, phối hợp với Sở Tài chính lập bản đồ trong Quý II/2022.
"""


def measure(count):
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for n in range(count):
            paths.append(Path(folder, f"{n}.txt"))
            paths[-1].write_text(PLAN.format(n=n), "utf-8")
        started = time.perf_counter()
        failed = sum(result.error is not None for result in vnplan.parse_many(paths, 2))
        seconds = time.perf_counter() - started
    own, workers = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(
        f"{count:>7,} documents  {own:6.0f} MB here  {workers:6.0f} MB in a worker  {seconds:6.1f} s  {failed} failed"
    )


if __name__ == "__main__":
    counts = [int(word) for word in sys.argv[1:]]
    if len(counts) == 1:
        measure(counts[0])
    else:
        for each in counts or (1_000, 10_000):
            subprocess.run([sys.executable, __file__, str(each)], check=True)  # noqa: S603 -- this file
