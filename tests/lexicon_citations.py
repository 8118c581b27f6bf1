"""What a reader must find of each row round citations and of each unit of money: templates of the lexicon's matrix."""

from decimal import Decimal

from vnplan.grammar.citations.finder import find_citations
from vnplan.grammar.money.amounts import find_money, money_unit
from vnplan.lexicon.rows import Row


def _first(text: str):
    found = find_citations(text)
    return found[0] if found else None


def _key(text: str) -> str | None:
    return next((citation.key for citation in find_citations(text)), None)


CITATION_CUES = {
    "subject_opening": lambda w: (_first(f"Nghị quyết số 5/NQ-HĐND {w} mức hỗ trợ;").title or "").startswith(w),
    "main_verb": lambda w: (
        _first(f"Theo Công văn số 5/BYT-KCB về tiêm chủng, Sở Y tế {w} như sau").title == "về tiêm chủng"
    ),
    "after_issuer": lambda w: _first(f"Công văn số 5/MPC của Hãng Minh Phát {w} kho").issuer == "Hãng Minh Phát",
    "no_issuer": lambda w: _first(f"Minh Phát {w} kho tại Tờ trình số 5/TTr-UBND;").issuer is None,
    "counted": lambda w: not find_citations(f"Kế hoạch 5 {w}"),
    "pinpoint": lambda w: _first(f"theo {w} 2 Nghị định số 30/2020/NĐ-CP").pinpoint == f"{w} 2",
    "law_head": lambda w: _key(f"Căn cứ {w.capitalize()} Cầu cảng;") == f"{w.capitalize()} Cầu cảng",
    "after_law_name": lambda w: _key(f"theo Luật Cầu cảng {w} 5") == "Luật Cầu cảng",
    "next_item": lambda w: _key(f"theo Luật Cầu cảng, {w} bến") == "Luật Cầu cảng",
    "after_programme": lambda w: _key(f"Chương trình mục tiêu quốc gia về cầu cảng {w} bến").endswith("cầu cảng"),
}


def cites(row: Row) -> bool:
    """Whether a citation with the row's words is read as they say."""
    return CITATION_CUES[row.means](row.words)


def counts(row: Row) -> bool:
    """Whether a sum and a heading with the unit are read with its worth."""
    worth = int(row.means)
    sums = "sum" not in row.traits or find_money(f"25 {row.words}")[0].amount == Decimal(25 * worth)
    headed = "sum" in row.traits and not row.traits & {"column", "alone"}
    unit = money_unit(f"({row.words})")
    return sums and (headed or (unit is not None and unit.factor == worth))
