"""Random trees of numbered items in the markers and habits of plans (domain: body numbering); wording invented."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
LETTERS = "abcdđeghiklmnopqrstuvxy"
TITLES = (
    "Mục đích", "Yêu cầu", "Mở lớp học đêm", "Nâng cấp đường làng", "Trồng rừng ven biển", "Kinh phí thực hiện",
    "Công tác tuyên truyền", "Sở Y tế", "Ủy ban nhân dân các huyện, thị xã", "Nước sạch cho trường học", "Quan điểm",
    "Đào tạo, bồi dưỡng thầy cô giáo", "Chế độ báo cáo", "Phạm vi, đối tượng", "Xây nhà văn hóa giai đoạn 2021-2025",
)  # fmt: skip
CAPITALS = (
    "MỤC ĐÍCH, YÊU CẦU", "NHIỆM VỤ VÀ GIẢI PHÁP", "TỔ CHỨC THỰC HIỆN", "KINH PHÍ", "NỘI DUNG", "CHẾ ĐỘ BÁO CÁO",
    "MỤC TIÊU ĐẾN NĂM 2025", "QUY ĐỊNH CHUNG", "LỚP HỌC ĐÊM, NHÀ VĂN HÓA",
)  # fmt: skip
# Sentences with numbers that are no markers.
SENTENCES = (
    "Các đơn vị rà soát theo khoản 1 Điều 5 Luật Thư viện.",
    "Hoàn thành trước ngày 5/4/2022, đạt 3.500 lớp.",
    "Phối hợp với TP. Vinh và các huyện trong quý I, quý II năm 2023.",
    "Giai đoạn 2021 - 2025 mở 1.250 lớp, tăng 3,5% so với năm trước.",
    "Người học được cấp sách theo điểm a khoản 2 Điều 7.",
    "Nội dung tại mục II Phụ lục I kèm theo Quyết định số 12/QĐ-UBND.",
    "Mỗi xã có ít nhất 1 lớp, 2 thầy giáo và 30 bộ sách.",
    "Việc học tại nhà văn hóa do Sở Lao động - Thương binh và Xã hội hướng dẫn.",
)
CLAUSES = (
    "Các sở, ngành căn cứ chức năng, nhiệm vụ được giao mở lớp theo quy định.",
    "Tăng cường kiểm tra việc dạy và học; xử lý nghiêm các vi phạm theo Nghị định số 15/2020/NĐ-CP.",
    "Phấn đấu đến năm 2025 có 95% xã có lớp học đêm, năm 2030 là 100%.",
)
QUOTES = (
    ("Sửa đổi quy định về lớp học như sau:", '"2. Người học đóng một phần học phí.', '3. Người dạy hưởng phụ cấp."'),
    ("Khẩu hiệu treo tại các lớp:", '"I. Học để biết', 'II. Học để làm"'),
)
BULLETS = ("-", "+", "*", "•")


@dataclass(frozen=True)
class Style:
    """One way to number: what stands before the label, the label, and the closing marks in use."""

    label: object
    closes: tuple[str, ...]
    open: str = ""
    longest: int = 9


STYLES = {
    "part": Style(lambda n, _: f"Phần thứ {ORDINALS[n]}", ("\n", ": ", ". "), longest=4),
    "PART": Style(lambda n, _: f"PHẦN {ROMAN[n]}", ("\n", ". ", ": "), longest=4),
    "chapter": Style(lambda n, _: f"Chương {ROMAN[n]}", ("\n",), longest=5),
    "section": Style(lambda n, _: f"Mục {n + 1}", (". ", "\n"), longest=4),
    "article": Style(lambda n, _: f"Điều {n + 1}", (". ",)),
    "upper": Style(lambda n, _: "ABCDĐEGHIKLM"[n], (". ", "/ "), longest=11),
    "roman": Style(lambda n, _: ROMAN[n], (". ", "/ ", "- ", " - ", ".", " . "), longest=11),
    "arabic": Style(lambda n, _: str(n + 1), (". ", "/ ", "- ", ".", " . "), longest=14),
    "paren": Style(lambda n, _: str(n + 1), (") ",)),
    "brackets": Style(lambda n, _: str(n + 1), (") ",), open="("),
    "decimal": Style(lambda n, parent: f"{parent}.{n + 1}", (". ", " ")),
    "letter": Style(lambda n, _: LETTERS[n], (") ", ". ", "/ "), longest=14),
    "small": Style(lambda n, _: ROMAN[n].lower(), (") ",), longest=6),
    "named": Style(lambda n, _: f"Mục tiêu {n + 1}", (": ", ". ")),
    "keycap": Style(lambda n, _: str(n + 1), ("\ufe0f\u20e3 ", "\u20e3 ")),
}
LADDERS = (
    ("roman", "arabic", "letter"),
    ("roman", "arabic", "decimal", "letter"),
    ("roman", "arabic", "decimal", "decimal", "letter"),
    ("upper", "roman", "arabic", "letter"),
    ("upper", "arabic", "letter"),
    ("part", "roman", "arabic", "letter"),
    ("PART", "roman", "arabic", "paren"),
    ("PART", "upper", "roman", "arabic"),
    ("chapter", "article", "arabic", "letter"),
    ("chapter", "section", "article", "arabic"),
    ("article", "arabic", "letter"),
    ("arabic", "decimal", "letter"),
    ("arabic", "letter", "small"),
    ("roman", "arabic", "letter", "brackets"),
    ("roman", "named", "letter"),
    ("roman", "keycap", "letter"),
    ("roman", "letter"),
)
CAPITAL_STYLES = frozenset({"part", "PART", "chapter", "section", "upper", "roman"})


@dataclass
class Item:
    level: int
    label: str
    open: str
    close: str
    heading: str
    run_in: str = ""
    """Text behind the heading in the same line."""
    body: list[str] = field(default_factory=list)

    @property
    def lines(self):
        words = f"{self.heading} {self.run_in}".strip()
        return [*f"{self.open}{self.label}{self.close}{words}".split("\n"), *self.body]


@st.composite
def headings(draw, style):
    if style in CAPITAL_STYLES:
        return draw(st.sampled_from(CAPITALS))
    if style in {"letter", "small", "brackets", "arabic", "paren"} and draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from(CLAUSES))
    return draw(st.sampled_from(TITLES))


@st.composite
def bodies(draw):
    """Paragraphs, bullets in two depths, lead-ins with bullets, quotations."""
    kind = draw(st.sampled_from(("none", "none", "prose", "bullets", "lead-in", "quote")))
    if kind == "prose":
        return [draw(st.sampled_from(SENTENCES))]
    if kind == "quote":
        return list(draw(st.sampled_from(QUOTES)))
    if kind == "none":
        return []
    outer, inner = draw(st.permutations(BULLETS))[:2]
    lines = ["Các cơ quan sau đây làm ngay:"] if kind == "lead-in" else []
    for _ in range(draw(st.integers(1, 3))):
        lines.append(f"{outer} {draw(st.sampled_from(SENTENCES))}")
        if draw(st.integers(0, 3)) == 0:
            lines.append(f"{inner} {draw(st.sampled_from(SENTENCES))}")
    return lines


class _Writer:
    """Numbers items along a ladder; at most one number is printed twice or passed over."""

    def __init__(self, draw, ladder, slip, top):
        self.draw, self.ladder, self.slip, self.top = draw, ladder, slip, top
        # A mark without a space stands before capitals alone.
        usable = [[c for c in STYLES[s].closes if c != "." or s == "roman"] for s in ladder]
        self.closes = [draw(st.sampled_from(closes)) for closes in usable]
        self.found = []
        self.articles = 0  # they count on through the chapters

    def grow(self, level, depth, parent):
        name = self.ladder[level]
        longest = min(STYLES[name].longest, 9 if depth == 0 else 5)
        least = 0 if depth else 2
        count = self.draw(st.integers(least, self.top or longest))
        number = self.articles if name == "article" else 0
        for place in range(0 if count < 2 else count):
            self.add(level, depth, number, parent)
            number += self.step(place, count, name)

    def step(self, place, count, name):
        if self.slip and 0 < place < count - 2 and name != "article" and self.draw(st.integers(0, 4)) == 0:
            step, self.slip = (0 if self.slip == "twice" else 2), ""
            return step
        return 1

    def add(self, level, depth, number, parent):
        name, draw = self.ladder[level], self.draw
        style = STYLES[name]
        label = style.label(min(number, 22), parent)
        self.articles += name == "article"
        heading = draw(headings(name))
        follows = name not in CAPITAL_STYLES and heading not in CLAUSES and draw(st.integers(0, 3)) == 0
        run_in = draw(st.sampled_from(SENTENCES)) if follows else ""
        close = self.closes[level]
        self.found.append(Item(depth + 1, label, style.open, close, heading, run_in, draw(bodies())))
        below = level + 1
        if below + 1 < len(self.ladder) and self.ladder[below + 1] != "decimal" and self.ladder[below] != "article":
            below += draw(st.integers(0, 7)) == 0  # a rung left out
        if below < len(self.ladder):
            self.grow(below, depth + 1, label)


@st.composite
def trees(draw, ladders=LADDERS, *, slips=True, top=None):
    """Items in document order."""
    slip = draw(st.sampled_from(("", "", "", "twice", "passed over"))) if slips else ""
    writer = _Writer(draw, draw(st.sampled_from(ladders)), slip, top)
    writer.grow(0, 0, "")
    return writer.found
