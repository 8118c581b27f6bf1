"""Time of ``vnplan.parse_text`` over 1 MB and 10 MB of generated plan text, and over hostile lines.

    python benchmarks/outline_scaling.py [--megabytes 10]

Prints the time of each size, their ratio (linear: 10 at ten times the text) and
the time of each hostile text.
"""

from __future__ import annotations

import argparse
import time

import vnplan

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")
HEAD = """ỦY BAN NHÂN DÂN
TỈNH BẮC GIANG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 31/KH-UBND
Bắc Giang, ngày 5 tháng 4 năm 2022

KẾ HOẠCH
MỞ LỚP HỌC ĐÊM NĂM 2022

Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
"""
TAIL = """Trên đây là Kế hoạch của tỉnh./.

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Trần Văn Mẫu
"""
SENTENCE = (
    "Sở Y tế chủ trì, phối hợp với Sở Tài chính và Ủy ban nhân dân các huyện, thành phố tổ chức thực hiện Quyết định "
    "số {number}/QĐ-TTg ngày 12 tháng 5 năm 2021 của Thủ tướng Chính phủ, hoàn thành trước ngày 30/6/2023."
)


def plan_text(characters: int) -> str:
    """A plan of at least so many characters: chapters of items, letters and bullets, every item a full duty."""
    parts, size, chapter = [HEAD], len(HEAD), 0
    while size < characters:
        lines = [f"{ROMAN[chapter % 16]}. NỘI DUNG THỨ {chapter}"]
        for item in range(1, 9):
            lines.append(f"{item}. Nhiệm vụ của sở {item}")
            for letter in "abcdđe":
                lines.append(f"{letter}) {SENTENCE.format(number=chapter * 10 + item)}")
                lines.append("- Rà soát, xây dựng danh mục lớp học trên địa bàn tỉnh.")
        parts.append("\n".join(lines) + "\n")
        size += len(parts[-1])
        chapter += 1
    return "".join([*parts, TAIL])


def hostile() -> dict[str, str]:
    """Texts that no plan holds, by what they try."""
    return {
        "20,000 times 'I. ' in one line": "I. " * 20_000,
        "20,000 lines 'I. '": "I. \n" * 20_000,
        "20,000 times 'a) b) '": "a) b) " * 20_000,
        "20,000 open brackets": "(" * 20_000,
        "deep decimals, 20,000 lines": "1.1.1.1.1.1.1.1.1\n" * 20_000,
        "growing decimals, 2,000 lines": "\n".join(".".join("1" * (n % 6 + 1)) + ". Mục" for n in range(2_000)),
        "20,000 quote marks": '"1. ' * 20_000,
        "20,000 labels of appendices": "PHỤ LỤC I\n" * 20_000,
        "10 MB of one letter": "a" * 10_000_000,
        "10 MB of plan text in one line": plan_text(10_000_000).replace("\n", " "),
        "10 MB of blanks": " " * 10_000_000,
    }


def timed(text: str) -> tuple[float, vnplan.PlanDocument]:
    """Seconds of processor time to parse ``text``."""
    begun = time.process_time()
    plan = vnplan.parse_text(text)
    return time.process_time() - begun, plan


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=10, help="size of the larger text in millions of characters")
    parser.add_argument("--only-hostile", action="store_true")
    options = parser.parse_args()
    timed(plan_text(50_000))  # imports and gazetteers
    if not options.only_hostile:
        small, _ = timed(plan_text(1_000_000))
        large, plan = timed(plan_text(options.megabytes * 1_000_000))
        print(f"1 MB: {small:.2f} s; {options.megabytes} MB: {large:.2f} s; ratio {large / small:.2f}")
        print(f"coverage of the larger: {vnplan.coverage(plan).ratio:.3f}")
    for name, text in hostile().items():
        seconds, plan = timed(text)
        print(f"{name}: {seconds:.2f} s for {len(text):,} characters, coverage {vnplan.coverage(plan).ratio:.3f}")


if __name__ == "__main__":
    main()
