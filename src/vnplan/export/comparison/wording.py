"""Headings and legends of the page, in English and Vietnamese, and its style."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "title": "Plans compared",
        "central": "Measured by",
        "plan": "Plan",
        "covered": "Covered",
        "matter": "Matter",
        "map": "Coverage",
        "template": "What the decision or most plans have",
        "local": "What few plans have",
        "task": "Task",
        "lead": "Lead",
        "time": "Time",
        "outputs": "Outputs",
        "departures": "Departures",
        "nothing": "nothing",
        "own": "a task of its own",
        "merged": "merged with other matters",
        "missing": "missing",
        "addition": "additions",
        "omission": "omissions",
        "weaker_deadline": "weaker deadline",
        "other_lead": "other lead",
        "missing_outputs": "no output",
    },
    "vi": {
        "title": "So sánh các kế hoạch",
        "central": "Đối chiếu với",
        "plan": "Kế hoạch",
        "covered": "Bao phủ",
        "matter": "Nội dung",
        "map": "Mức độ bao phủ",
        "template": "Nội dung của quyết định hoặc của phần lớn kế hoạch",
        "local": "Nội dung riêng của một số kế hoạch",
        "task": "Nhiệm vụ",
        "lead": "Chủ trì",
        "time": "Thời gian",
        "outputs": "Sản phẩm",
        "departures": "Khác biệt",
        "nothing": "không có",
        "own": "có nhiệm vụ riêng",
        "merged": "gộp với nội dung khác",
        "missing": "không có",
        "addition": "bổ sung",
        "omission": "thiếu",
        "weaker_deadline": "thời hạn yếu hơn",
        "other_lead": "cơ quan chủ trì khác",
        "missing_outputs": "không có sản phẩm",
    },
}

STYLE: Final = """
body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:90rem;padding:0 1rem;color:#1b1f23}
table{border-collapse:collapse;margin:.5rem 0 1.2rem}th,td{border:1px solid #d0d7de;padding:.25rem .5rem;
vertical-align:top}
th{text-align:left;font-weight:600;background:#f6f8fa}.figures td,.map td{text-align:center}
.scroll{overflow:auto;max-height:85vh}
.map thead th{position:sticky;top:0;z-index:1}.map tbody th{min-width:18rem;font-weight:400}
.own{background:#2f9e6e;color:#fff}.merged{background:#b7e4ce}.missing{background:#f3d1cd}
sup{font-weight:700;margin-left:.15rem}summary{cursor:pointer;font-weight:600;margin:.4rem 0}
ul{margin:.2rem 0 0;padding-left:1.1rem;color:#57606a;font-size:13px}a{color:inherit}
@media print{details{break-inside:avoid}.scroll{max-height:none}}
"""
