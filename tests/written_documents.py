"""Whole documents around random trees: letterhead, contents, closing, attachments; three ways to lose line ends."""

import textwrap
from dataclasses import dataclass

from hypothesis import strategies as st

from written_items import LADDERS, Item, trees

LETTERHEAD = """ỦY BAN NHÂN DÂN
TỈNH BẮC GIANG
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 31/{code}-UBND
Bắc Giang, ngày 5 tháng 4 năm 2022
{type}
{title}"""
PLAN_OPENING = (
    "Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;",
    "Thực hiện Quyết định số 77/QĐ-TTg ngày 02 tháng 3 năm 2021, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
)
CLOSING = """Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Văn Mẫu"""
FAREWELL = "Trên đây là Kế hoạch mở lớp học đêm, yêu cầu các đơn vị thực hiện./."
DECISION = (
    "QUYẾT ĐỊNH:",
    'Điều 1. Ban hành kèm theo Quyết định này "Kế hoạch mở lớp học đêm".',
    "Điều 2. Quyết định này có hiệu lực từ ngày ký.",
    "Điều 3. Thủ trưởng các cơ quan chịu trách nhiệm thi hành Quyết định này./.",
)
APPENDIX_LABELS = ("PHỤ LỤC {r}", "Phụ lục {r}", "PHỤ LỤC 0{n}", "PHỤ LỤC SỐ {n}", "Phụ lục số {n}", "BIỂU 0{n}")
POINTER = "(Kèm theo Kế hoạch số 31/KH-UBND ngày 5/4/2022 của Ủy ban nhân dân tỉnh Bắc Giang)"


@dataclass
class Part:
    kind: str
    label: str
    head: list[str]
    opening: list[str]
    items: list[Item]
    closing: list[str]

    @property
    def lines(self):
        return [*self.head, *self.opening, *(line for item in self.items for line in item.lines), *self.closing]


@dataclass
class Written:
    parts: list[Part]
    habit: str
    width: int

    @property
    def running(self):
        return self.habit == "running"

    @property
    def text(self):
        head, *rest = [list(part.lines) for part in self.parts]
        lines = [line for part in (head, *rest) for line in part]
        if self.habit == "running":
            return " ".join(lines)
        if self.habit == "wrapped":
            return "\n".join(textwrap.fill(line, self.width, break_on_hyphens=False) for line in lines)
        return ("\n\n" if self.habit == "blank lines" else "\n").join(lines)


def contents(items, attached):
    """A table of contents with leaders: its lines look like items and like heads of appendices."""
    lines = [f"{i.label}. {i.heading} {'.' * 20} {page}" for page, i in enumerate(items, 2) if i.level == 1]
    return ["MỤC LỤC", *lines, *(f"{part.label} {'.' * 30} {page}" for page, part in enumerate(attached, 12))]


@st.composite
def appendices(draw, number):
    label = draw(st.sampled_from(APPENDIX_LABELS)).format(n=number + 1, r=("I", "II", "III")[number])
    head = [label, *draw(st.sampled_from((["DANH MỤC LỚP HỌC ĐÊM"], [])))]
    pointer = draw(st.booleans())
    items = draw(trees(ladders=(("roman", "arabic"), ("arabic", "letter")), slips=False, top=3))
    return Part("appendix", label, [*head, *([POINTER] if pointer else [])], [], items, [])


@st.composite
def written(draw, habits=("lines", "blank lines", "wrapped", "running")):
    """A plan, or a decision with the plan that it issues, and up to two appendices."""
    habit = draw(st.sampled_from(habits))
    decided = habit != "running" and draw(st.integers(0, 4)) == 0
    items = draw(trees())
    title = "MỞ LỚP HỌC ĐÊM NĂM 2022"
    attached = []
    if habit != "running":
        attached = [draw(appendices(n)) for n in range(draw(st.sampled_from((0, 0, 0, 1, 2))))]
    closing = [FAREWELL, *CLOSING.split("\n")]
    if decided:
        letter = LETTERHEAD.format(code="QĐ", type="QUYẾT ĐỊNH", title="Về việc ban hành Kế hoạch mở lớp học đêm")
        articles = [Item(1, f"Điều {n}", "", ". ", line[8:]) for n, line in enumerate(DECISION[1:], 1)]
        opening = ["ỦY BAN NHÂN DÂN TỈNH", "Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;", DECISION[0]]
        main = Part("main", "", letter.split("\n"), opening, articles, CLOSING.split("\n"))
        pointer = POINTER.replace("Kế hoạch số 31/KH", "Quyết định số 31/QĐ")
        plan = Part("plan", "", ["KẾ HOẠCH", title, pointer], list(PLAN_OPENING[:1]), items, [])
        return Written([main, plan, *attached], habit, draw(st.integers(60, 100)))
    opening = list(PLAN_OPENING)
    if habit in {"lines", "blank lines"} and draw(st.integers(0, 5)) == 0:
        opening = [*contents(items, attached), *opening]
    letter = LETTERHEAD.format(code="KH", type="KẾ HOẠCH", title=title).split("\n")
    return Written([Part("main", "", letter, opening, items, closing), *attached], habit, draw(st.integers(60, 100)))


__all__ = ["LADDERS", "Part", "Written", "written"]
