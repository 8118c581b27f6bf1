"""How fast citations are found, beside eyecite on its own kind of text and beside a bare regex scan, in one run.

    python benchmarks/citations_speed.py [--characters 2000000] [--eyecite-python PYTHON]

Each row is a process of its own on one core: the first call, tables and
patterns included, and a second one. Texts are repeated to the length asked
for: the specimens of ``corpora/``, a text of basis clauses alone (a citation
every 90 characters, denser than any plan), and an English sample written for
this benchmark. eyecite (``pip install vnplan[bench]``, or in the interpreter
named) is left out where it is not installed.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
CLAUSES = """\
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Nghị định số 812/2021/NĐ-CP ngày 14/9/2021 của Chính phủ quy định chi tiết một số điều của Luật Thử nghiệm;
Căn cứ Quyết định số 3471/QĐ-TTg ngày 08/11/2022 của Thủ tướng Chính phủ phê duyệt Chương trình thử nghiệm;
Thực hiện Kết luận số 319-KL/TW, ngày 21/02/2020 của Ban Bí thư về công tác thử nghiệm;
Căn cứ Nghị quyết số 77/NQ-HĐND ngày 09/12/2022 của Hội đồng nhân dân tỉnh về nhiệm vụ năm 2023;
Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 1203/TTr-STC ngày 15/01/2023.
"""
ENGLISH = """\
The board argues that the second notice cured the first. We have said otherwise, Harbor Mills v. Eastfield,
512 U.S. 218, 231 (1994), and no later case departs from it. See also Tolland v. Reyes, 88 F.3d 1045 (9th Cir. 1996);
In re Quarry Lands, 204 F. Supp. 2d 77, 81 (D. Mass. 2002). The statute, 42 U.S.C. § 1983, speaks of any person who acts
under color of law. Id. at 233. What the lower court drew from Harbor Mills, supra, at 229, was a rule about service and
not about notice. The parties do not dispute the dates. The letter went out on a Tuesday, the reply came on the Friday
after it, and nothing that happened in between was put before the board. On those facts the order cannot stand.
"""
NUMBER = re.compile(r"\d+(?:/\d{4})?[/-][A-ZĐ][\w-]+(?:[/-][\w-]+)*")


def vietnamese() -> str:
    files = sorted(path for path in (ROOT / "corpora").glob("*/*") if path.suffix in {".txt", ".md"})
    return "\n\n".join(path.read_text("utf-8") for path in files)


def vnplan() -> Callable[[str], int]:
    from vnplan import find_citations

    return lambda text: len(find_citations(text))


def eyecite() -> Callable[[str], int]:
    from eyecite import get_citations

    return lambda text: len(get_citations(text))


def bare() -> Callable[[str], int]:
    return lambda text: sum(1 for _ in NUMBER.finditer(text))


ROWS: dict[str, tuple[Callable[[], Callable[[str], int]], Callable[[], str], float]] = {
    "vnplan, specimens": (vnplan, vietnamese, 1),
    "vnplan, basis clauses alone": (vnplan, lambda: CLAUSES.replace("\n", "\n\n"), 1),
    "bare regex for numbers, specimens": (bare, vietnamese, 1),
    "eyecite, English opinion": (eyecite, lambda: ENGLISH, 0.1),
}
"""Name -> the finder, its text, and the share of the length that it gets."""


def measure(name: str, characters: int) -> dict[str, float]:
    """Processor time of import and first call, and of a second call."""
    load, sample, share = ROWS[name]
    text = sample()
    text = (text + "\n\n") * max(1, round(characters * share / len(text)))
    started = time.process_time()
    find = load()
    found = find(text)
    first = time.process_time() - started
    started = time.process_time()
    find(text)
    return {"characters": len(text), "found": found, "first": first, "again": time.process_time() - started}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--characters", type=int, default=2_000_000)
    options.add_argument("--eyecite-python", default=sys.executable, help="an interpreter that has eyecite")
    options.add_argument("--measure", choices=ROWS, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.measure:
        print(json.dumps(measure(chosen.measure, chosen.characters)))
        return 0
    print(f"{'':36}{'characters':>11}{'found':>8}{'first call':>16}{'again':>16}   characters a second")
    for name in ROWS:
        python = chosen.eyecite_python if name.startswith("eyecite") else sys.executable
        run = subprocess.run(  # noqa: S603 -- this very script
            [python, __file__, "--measure", name, "--characters", str(chosen.characters)],
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode:
            print(f"{name:36}left out: {run.stderr.strip().splitlines()[-1]}")
            continue
        row = json.loads(run.stdout)
        size = row["characters"]
        print(f"{name:36}{size:11,}{row['found']:8,}{size / row['first']:16,.0f}{size / row['again']:16,.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
