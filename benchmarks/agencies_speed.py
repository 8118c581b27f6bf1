"""How fast bodies are found, on one core: running prose, and a plan's dense lists of bodies.

    python benchmarks/agencies_speed.py [FILE.txt ...]

Prints the time to load the registry, the time of the first search (its
patterns are made then), and characters a second with everything from the
text as given to ``AgencyRef`` values. Files given are measured as well.
Times are of the processor, so that a busy machine does not show.
"""

from __future__ import annotations

import argparse
import time
from datetime import date
from pathlib import Path

from vnplan.gazetteer.agencies import all_agencies
from vnplan.gazetteer.events import all_changes
from vnplan.gazetteer.provinces import all_provinces
from vnplan.mentions.agencies import find_agencies

PROSE = """
Công tác chăm sóc sức khỏe nhân dân trong những năm qua đã đạt được nhiều kết quả quan trọng; mạng lưới cơ sở
được củng cố, chất lượng dịch vụ từng bước được nâng lên, tỷ lệ người dân tham gia bảo hiểm y tế tăng đều qua
các năm. Tuy nhiên, việc phân bổ nguồn lực còn dàn trải, đội ngũ cán bộ ở vùng sâu, vùng xa còn thiếu, cơ sở
vật chất ở nhiều nơi đã xuống cấp, ứng dụng công nghệ thông tin trong quản lý còn chậm. Giai đoạn tới cần tập
trung nâng cao nhận thức của cộng đồng, đa dạng hóa hình thức truyền thông, lồng ghép các nội dung vào hoạt
động thường xuyên tại khu dân cư, trường học và doanh nghiệp.
Kinh phí thực hiện được bố trí từ ngân sách nhà nước theo phân cấp, nguồn vốn lồng ghép của các chương trình,
dự án và các nguồn huy động hợp pháp khác; việc quản lý, sử dụng kinh phí bảo đảm đúng mục đích, tiết kiệm và
hiệu quả.
Định kỳ hằng năm, các đơn vị báo cáo kết quả về Sở Y tế để tổng hợp, trình UBND tỉnh xem xét, chỉ đạo; những
khó khăn, vướng mắc phát sinh trong quá trình triển khai được phản ánh kịp thời để điều chỉnh cho phù hợp với
tình hình thực tế.
"""
DENSE = """
1. Sở Lao động - Thương binh và Xã hội: chủ trì, phối hợp với Sở Y tế, Sở GD&ĐT, Công an tỉnh, các sở, ngành
liên quan và UBND các huyện, thị xã, thành phố triển khai thực hiện; định kỳ báo cáo UBND tỉnh.
2. Sở Tài chính phối hợp với Sở Kế hoạch và Đầu tư, Kho bạc Nhà nước tỉnh tham mưu bố trí kinh phí.
3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, Hội Nông dân tỉnh, Tỉnh đoàn, các tổ chức chính trị - xã hội
giám sát.
"""
SIZE = 400_000
"""Characters of each text: large enough that the clock's steps do not show."""


def best(text: str, rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.process_time()
        find_agencies(text, province="Hải Dương", on=date(2022, 6, 20))
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    start = time.process_time()
    sizes = len(all_agencies()), len(all_changes()), len(all_provinces())
    spent = (time.process_time() - start) * 1000
    print(f"registry: {spent:.0f} ms ({sizes[0]} bodies, {sizes[1]} changes, {sizes[2]} provinces over time)")
    start = time.process_time()
    find_agencies("Sở Y tế")
    print(f"first search: {(time.process_time() - start) * 1000:.0f} ms")
    texts = {name: words * (SIZE // len(words)) for name, words in (("prose", PROSE), ("dense", DENSE))}
    texts |= {path.name: path.read_text("utf-8") for path in arguments.files}
    for name, text in texts.items():
        found = len(find_agencies(text, province="Hải Dương", on=date(2022, 6, 20)))
        speed = len(text) / best(text, arguments.rounds) / 1e6
        print(
            f"{name}: {speed:.1f} million characters a second (a mention every {len(text) // max(found, 1)} characters)"
        )


if __name__ == "__main__":
    main()
