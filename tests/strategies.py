"""Plans from random trees: what hypothesis writes and the parser must read back."""

from dataclasses import dataclass

from hypothesis import strategies as st

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
LETTERS = "abcdđeghiklmnopqrstuvxy"
WORDS = ("Mở", "lớp", "đường", "nước", "sạch", "trường", "học", "trạm", "y tế", "rừng", "biển", "chợ", "hồ", "cầu")

STYLES = {
    "part": lambda n, _: (f"Phần {ROMAN[n]}", ": "),
    "article": lambda n, _: (f"Điều {n + 1}", ". "),
    "upper": lambda n, _: ("ABCDĐEGHIKLM"[n], ". "),
    "roman": lambda n, _: (ROMAN[n], ". "),
    "arabic": lambda n, _: (str(n + 1), ". "),
    "decimal": lambda n, parent: (f"{parent}.{n + 1}", ". "),
    "letter": lambda n, _: (LETTERS[n], ") "),
    "brackets": lambda n, _: (str(n + 1), ") "),
}
LADDERS = (
    ("roman", "arabic", "letter"),
    ("roman", "arabic", "decimal", "letter"),
    ("upper", "roman", "arabic", "letter"),
    ("part", "roman", "arabic", "brackets"),
    ("article", "arabic", "letter"),
)


@dataclass(frozen=True)
class Item:
    level: int
    label: str
    close: str
    heading: str
    bullets: int

    @property
    def lines(self):
        return [
            f"{self.label}{self.close}{self.heading}",
            *(f"- Việc thứ {i} của mục này." for i in range(self.bullets)),
        ]


@st.composite
def headings(draw):
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6))
    return " ".join(words).capitalize()


@st.composite
def plans(draw):
    """The items of a plan in document order; every level is numbered without a slip."""
    ladder = draw(st.sampled_from(LADDERS))
    found = []

    def grow(level, parent):
        if level == len(ladder):
            return
        count = draw(st.integers(2 if level == 0 else 0, 9 if level < 2 else 4))
        for number in range(0 if count == 1 else count):
            label, close = STYLES[ladder[level]](number, parent)
            found.append(Item(level + 1, label, close, draw(headings()), draw(st.integers(0, 2))))
            grow(level + 1, label)

    grow(0, "")
    return found


def text_of(items):
    opening = "Căn cứ Luật Thư viện;\nỦy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n"
    return opening + "\n".join(line for item in items for line in item.lines)
