"""A gold document made by hand: two signers short of a real plan, with every aspect once. All words are invented."""

import json

from vnplan.evaluation.gold import GoldDocument
from vnplan.evaluation.reading import ASPECTS, Reading

TEXT = """ỦY BAN NHÂN DÂN TỈNH LÀO CAI
Số: 77/KH-UBND
Lào Cai, ngày 12 tháng 3 năm 2026
KẾ HOẠCH
Trồng cây bóng mát ven đường
Căn cứ Quyết định số 31/QĐ-TTg ngày 05/01/2026 của Thủ tướng Chính phủ;
Thực hiện Luật Trồng rừng mẫu,
I. MỤC TIÊU
1. Đến năm 2030, ít nhất 80% tuyến đường có bóng mát; kinh phí 1.500 triệu đồng.
II. NHIỆM VỤ
STT | Nhiệm vụ | Chủ trì | Thời gian
1 | Lập danh mục tuyến đường | Sở Xây dựng | Quý I/2026
2 | Ươm giống cây bản địa | Sở Nông nghiệp và Môi trường | Năm 2026
III. TỔ CHỨC THỰC HIỆN
1. Sở Xây dựng
- Kiểm tra cây trồng theo Quyết định số 31/QĐ-TTg trước ngày 01/12/2026.
2. UBND các xã, phường
- Chăm sóc cây sau khi trồng.
Nơi nhận:
- Văn phòng Tỉnh ủy;
CHỦ TỊCH
Hoàng Văn Thử
"""


def span(words, nth=1, text=TEXT):
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return [at, at + len(words)]


def cell(words, row, column, nth=1):
    return {"text": words, "span": span(words, nth), "row": row, "column": column}


def agency(words, name, nth=1):
    return {"words": words, "span": span(words, nth), "name": name}


OFFICE, BUILDING = "Ủy ban nhân dân tỉnh Lào Cai", "Sở Xây dựng"
FARMING, COMMUNES = "Sở Nông nghiệp và Môi trường", "Ủy ban nhân dân các xã, phường, đặc khu"
QUARTER = {"time_kind": "range", "time_start": "2026-01-01", "time_end": "2026-03-31"}
YEAR = {"time_kind": "year", "time_start": "2026-01-01", "time_end": "2026-12-31"}
DUE = {"time_kind": "deadline", "time_start": None, "time_end": "2026-12-01"}
NONE = {"time": None, "time_kind": None, "time_start": None, "time_end": None, "outputs": None}
RULED = "Quyết định số 31/QĐ-TTg"


def row(no, title, lead, time, **more):
    told = {"no": no, "title": title, "lead": lead, "time": time, "coordinating": [], "approver": [], "persons": []}
    return {**told, "group": None, "outputs": None, "progress": None, "table": "t1", "span": span(title), **more}


def made():
    """The data, fresh on every call."""
    heads = [cell(words, 0, i) for i, words in enumerate(("STT", "Nhiệm vụ", "Chủ trì", "Thời gian"))]
    first = ("Lập danh mục tuyến đường", BUILDING, "Quý I/2026")
    second = ("Ươm giống cây bản địa", FARMING, "Năm 2026")
    rows = [
        {"kind": "data", "cells": [cell(words, i, column) for column, words in enumerate(line, 1)]}
        for i, line in enumerate((first, second), 1)
    ]
    return {
        "gold_version": "1.0",
        "id": "lao-cai-77",
        "kind": "plan",
        "level": "province",
        "region": "north-mountain",
        "era": "new",
        "split": "gate",
        "classes": ["T1"],
        "files": [{"name": "lao-cai-77.txt", "rendition": "txt", "format": "txt"}],
        "text": TEXT,
        "header": {
            "number": "77/KH-UBND",
            "doc_type": "KH",
            "issuer": OFFICE,
            "province": "Lào Cai",
            "place": "Lào Cai",
            "date": "2026-03-12",
            "title": "Trồng cây bóng mát ven đường",
            "subject": None,
            "signers": [{"name": "Hoàng Văn Thử", "position": "CHỦ TỊCH"}],
            "recipients": ["Văn phòng Tỉnh ủy"],
            "spans": {
                "number": span("77/KH-UBND"),
                "title": span("Trồng cây bóng mát ven đường"),
                "recipients.0": span("Văn phòng Tỉnh ủy"),
            },
        },
        "references": [
            {
                "key": "31/QĐ-TTg",
                "kind": "numbered",
                "doc_type": "QĐ",
                "date": "2026-01-05",
                "issuer": "Thủ tướng Chính phủ",
                "basis": True,
                "relations": ["based_on", "follows"],
                "mentions": 2,
            },
            {
                "key": "Luật Trồng rừng mẫu",
                "kind": "named",
                "doc_type": "L",
                "date": None,
                "issuer": None,
                "basis": True,
                "relations": ["implements"],
                "mentions": 1,
            },
        ],
        "citations": [
            {"words": RULED, "span": span(RULED), "key": "31/QĐ-TTg"},
            {"words": "Luật Trồng rừng mẫu", "span": span("Luật Trồng rừng mẫu"), "key": "Luật Trồng rừng mẫu"},
            {"words": RULED, "span": span(RULED, 2), "key": "31/QĐ-TTg"},
        ],
        "agencies": [
            agency("ỦY BAN NHÂN DÂN TỈNH LÀO CAI", OFFICE),
            agency("Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),
            agency("Sở Xây dựng", BUILDING),
            agency("Sở Nông nghiệp và Môi trường", FARMING),
            agency("Sở Xây dựng", BUILDING, 2),
            agency("UBND các xã, phường", COMMUNES),
        ],
        "outline": [
            {"label": "I", "level": 1, "text": "MỤC TIÊU", "span": span("MỤC TIÊU")},
            {"label": "II", "level": 1, "text": "NHIỆM VỤ", "span": span("NHIỆM VỤ")},
            {"label": "III", "level": 1, "text": "TỔ CHỨC THỰC HIỆN", "span": span("TỔ CHỨC THỰC HIỆN")},
            {"label": "1", "level": 2, "text": "Sở Xây dựng", "span": span("Sở Xây dựng", 2)},
            {"label": "2", "level": 2, "text": "UBND các xã, phường", "span": span("UBND các xã, phường")},
        ],
        "tables": [
            {
                "id": "t1",
                "role": "assignment",
                "caption": None,
                "columns": ["no", "title", "lead", "time"],
                "rows": [{"kind": "header", "cells": heads}, *rows],
            }
        ],
        "tasks": [
            row("1", first[0], [first[1]], first[2], **QUARTER, row=1),
            row("2", second[0], [second[1]], second[2], **YEAR, row=2, coordinating=[BUILDING], persons=["Đỗ Thị Mẫu"])
            | {"approver": [OFFICE], "outputs": "Cây giống", "progress": {"state": "ongoing", "raw": "Đang ươm"}},
        ],
        "duties": [
            {
                **NONE,
                "title": f"Kiểm tra cây trồng theo {RULED} trước ngày 01/12/2026.",
                "span": span(f"Kiểm tra cây trồng theo {RULED} trước ngày 01/12/2026."),
                "section": "III.1",
                "assignees": [BUILDING],
                "lead": [BUILDING],
                "time": "trước ngày 01/12/2026",
                **DUE,
            },
            {
                **NONE,
                "title": "Chăm sóc cây sau khi trồng.",
                "span": span("Chăm sóc cây sau khi trồng."),
                "section": "III.2",
                "assignees": [COMMUNES],
            },
        ],
        "targets": [
            {
                "words": "ít nhất 80%",
                "span": span("ít nhất 80%"),
                "indicator": "tuyến đường có bóng mát",
                "value": 80,
                "unit": "%",
                "bound": "at_least",
                "period_start": None,
                "period_end": "2030-12-31",
                "table": None,
            }
        ],
        "amounts": [{"words": "1.500 triệu đồng", "span": span("1.500 triệu đồng"), "dong": 1_500_000_000}],
        "assignments": [{"agency": BUILDING}, {"agency": COMMUNES}],
    }


def gold(**changes):
    return GoldDocument.model_validate({**made(), **changes})


def reading(text=TEXT, **changes):
    """What a perfect system says, with changes."""
    told = {name: value for name, value in made().items() if name in ASPECTS}
    return Reading.model_validate({**told, "text": text, **changes})


def write(folder, **changes):
    """A pack: the gold file and its one rendition."""
    home = folder / "lao-cai-77"
    home.mkdir(parents=True, exist_ok=True)
    (home / "gold.json").write_text(json.dumps({**made(), **changes}, ensure_ascii=False), "utf-8")
    (home / "lao-cai-77.txt").write_text(TEXT, "utf-8")
    return home


def perfect(path):
    """A system, as ``made_gold:perfect``."""
    return reading()


def nothing(path):
    """A system that answers no aspect."""
    return Reading()


def wrong_kind(path):
    """No system: it gives no reading."""
    return {"header": None}
