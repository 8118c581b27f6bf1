"""Headings of evaluations, in English and Vietnamese, and the style of their page."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "title": "Systems measured",
        "measured": "{documents} documents, {files} files of {gold}",
        "damaged": "{documents} documents of {gold}, their text damaged: {damage}",
        "note": "Intervals of 95 %: {resamples} draws of documents. A dash: not answered, or nothing to find.",
        "systems": "Systems",
        "system": "System",
        "about": "For",
        "cannot": "Does not",
        "files": "Files",
        "failed": "Not read",
        "seconds": "Seconds",
        "unasked": "{unasked} unanswered",
        "aspect": "Aspect",
        "items": "Items",
        "precision": "Precision",
        "recall": "Recall",
        "interval": "95 %",
        "value": "Value",
        "exact": "Exact",
        "overlap": "Overlap",
        "way value": "Values, their places not looked at",
        "way exact": "Values in exactly their place",
        "way overlap": "Values in overlapping places",
        "all": "All documents",
        "format": "By format",
        "kind": "By kind of document",
        "document": "By document",
        "strength": "By strength of the damage",
        "failures": "Not read",
        "file": "File",
        "reason": "Reason",
    },
    "vi": {
        "title": "Đánh giá các hệ thống",
        "measured": "{documents} văn bản, {files} tệp của {gold}",
        "damaged": "{documents} văn bản của {gold}, nội dung bị làm hỏng: {damage}",
        "note": "Khoảng tin cậy 95 %: {resamples} lần lấy mẫu lại văn bản. Dấu gạch: không trả lời hoặc không có gì.",
        "systems": "Hệ thống",
        "system": "Hệ thống",
        "about": "Dùng để",
        "cannot": "Không làm",
        "files": "Tệp",
        "failed": "Không đọc được",
        "seconds": "Giây",
        "unasked": "{unasked} không có câu trả lời",
        "aspect": "Nội dung",
        "items": "Số mục",
        "precision": "Chính xác",
        "recall": "Đầy đủ",
        "interval": "95 %",
        "value": "Giá trị",
        "exact": "Đúng chỗ",
        "overlap": "Giao nhau",
        "way value": "Giá trị, không xét vị trí",
        "way exact": "Giá trị ở đúng vị trí",
        "way overlap": "Giá trị ở vị trí giao nhau",
        "all": "Mọi văn bản",
        "format": "Theo định dạng",
        "kind": "Theo loại văn bản",
        "document": "Theo văn bản",
        "strength": "Theo mức độ hư hỏng",
        "failures": "Không đọc được",
        "file": "Tệp",
        "reason": "Lý do",
    },
}

ASPECTS: Final[dict[str, str]] = {
    "header": "thể thức",
    "references": "văn bản viện dẫn",
    "reference dates": "ngày của văn bản viện dẫn",
    "reference issuers": "cơ quan ban hành văn bản viện dẫn",
    "basis": "căn cứ",
    "relations": "quan hệ",
    "mentions": "lượt viện dẫn",
    "agencies": "cơ quan",
    "outline": "bố cục",
    "table cells": "ô bảng",
    "tasks": "nhiệm vụ",
    "lead": "chủ trì",
    "coordinating": "phối hợp",
    "approver": "cấp phê duyệt",
    "persons": "người phụ trách",
    "time": "thời gian",
    "outputs": "sản phẩm",
    "progress": "tiến độ",
    "duties": "việc giao trong lời văn",
    "duty assignees": "cơ quan được giao việc",
    "duty times": "thời hạn của việc",
    "targets": "chỉ tiêu",
    "amounts": "số tiền",
    "assignments": "cơ quan thực hiện",
}
"""Names of aspects in Vietnamese; in English they are their own."""

STYLE: Final = """
body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1b1f23}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin:1.8rem 0 .4rem}h3{font-size:1rem;margin:1rem 0 .3rem}
table{border-collapse:collapse;margin:.4rem 0 1rem}th,td{border:1px solid #d0d7de;padding:.2rem .5rem;
vertical-align:top;text-align:right}
th:first-child,td:first-child,.words td,.words th{text-align:left}thead th{background:#f6f8fa;position:sticky;top:0}
.scroll{overflow:auto}summary{cursor:pointer;font-weight:600;margin:.4rem 0}svg{max-width:100%;height:auto}
.low{background:#f3d1cd}.mid{background:#fff3c4}.high{background:#d7f2e3}
@media print{.scroll{overflow:visible}}
"""
