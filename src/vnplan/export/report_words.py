"""Headings of the report on a plan, in English and Vietnamese, and its style."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "number": "Number",
        "doc_type": "Type",
        "title": "Title",
        "issuer": "Issuer",
        "place": "Place",
        "date": "Date",
        "province": "Province",
        "signers": "Signed by",
        "recipients": "Recipients",
        "source": "File",
        "sections": "Sections",
        "tasks": "Tasks",
        "references": "Documents cited",
        "bodies": "Bodies",
        "diagnostics": "Remarks",
        "text": "Text",
        "no": "No.",
        "task": "Task",
        "lead": "Lead",
        "coordinating": "Coordinating",
        "time": "Time",
        "outputs": "Outputs",
        "relations": "Relations",
        "mentions": "Mentions",
        "legend": "In the text:",
        "citation": "citation",
        "agency": "body",
        "heading": "heading",
        "trouble": "remark",
        "none": "none found",
    },
    "vi": {
        "number": "Số, ký hiệu",
        "doc_type": "Loại văn bản",
        "title": "Trích yếu",
        "issuer": "Cơ quan ban hành",
        "place": "Địa danh",
        "date": "Ngày",
        "province": "Tỉnh, thành phố",
        "signers": "Người ký",
        "recipients": "Nơi nhận",
        "source": "Tệp",
        "sections": "Bố cục",
        "tasks": "Nhiệm vụ",
        "references": "Văn bản được viện dẫn",
        "bodies": "Cơ quan, đơn vị",
        "diagnostics": "Lưu ý",
        "text": "Toàn văn",
        "no": "TT",
        "task": "Nhiệm vụ",
        "lead": "Chủ trì",
        "coordinating": "Phối hợp",
        "time": "Thời gian",
        "outputs": "Sản phẩm",
        "relations": "Quan hệ",
        "mentions": "Số lần nhắc",
        "legend": "Trong toàn văn:",
        "citation": "viện dẫn",
        "agency": "cơ quan",
        "heading": "đề mục",
        "trouble": "lưu ý",
        "none": "không thấy",
    },
}

STYLE: Final = """
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem;color:#1b1f23}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin:1.6rem 0 .4rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #d0d7de;padding:.25rem .5rem;vertical-align:top}
th{text-align:left;font-weight:600;background:#f6f8fa}.head th{width:12rem}
ul{margin:.2rem 0;padding-left:1.2rem}a{color:#0550ae;text-decoration:none}a:hover{text-decoration:underline}
.text{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #d0d7de;padding:1rem}
.citation{background:#ddf4ff;border-bottom:2px solid #54aeff}.agency{background:#dafbe1}
.heading{font-weight:700}.trouble{outline:1px dashed #cf222e}
.warning,.error{color:#cf222e}:target{outline:3px solid #d4a72c}
nav a{margin-right:1rem}@media print{nav{display:none}}
"""
