"""A new word for "lead", added as one row of the lexicon, is understood wherever such words stand.

The package is copied, the row is written into the copy, and a process of its own reads documents with it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import vnplan

NEW = {
    "words": "đơn vị đảm nhiệm chính",
    "means": "lead",
    "contexts": ["column", "label", "cell", "prose"],
    "example": "Đơn vị đảm nhiệm chính: Sở Y tế",
}
LETTER = """ỦY BAN NHÂN DÂN
TỈNH HẢI DƯƠNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
Hải Dương, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Phát triển chợ nông thôn năm 2024

I. MỤC ĐÍCH

Nâng cao chất lượng phục vụ.
"""
TABLE = (
    "II. NHIỆM VỤ\n\n| TT | {head} |\n|---|---|---|---|\n| 1 | Nâng cấp chợ | {cells} |\n| 2 | Mở chợ đêm | {cells} |\n"
)
DOCUMENTS = {
    "column": TABLE.format(
        head="Nhiệm vụ | Đơn vị đảm nhiệm chính | Thời gian", cells="Sở Công Thương | Quý II năm 2024"
    ),
    "label": """II. NHIỆM VỤ

1. Nâng cấp chợ huyện

- Đơn vị đảm nhiệm chính: Sở Công Thương.

- Đơn vị phối hợp: Sở Xây dựng.
""",
    "mark": TABLE.format(head="Nhiệm vụ | Sở Công Thương | Sở Xây dựng", cells="Đơn vị đảm nhiệm chính | Phối hợp"),
    "joint cell": TABLE.format(
        head="Nhiệm vụ | Phân công thực hiện | Thời gian",
        cells="Đơn vị đảm nhiệm chính: Sở Công Thương; Đơn vị phối hợp: Sở Xây dựng | Quý II năm 2024",
    ),
    "prose": """II. TỔ CHỨC THỰC HIỆN

1. Sở Công Thương là đơn vị đảm nhiệm chính, phối hợp với Sở Xây dựng nâng cấp chợ huyện.
""",
}
"""Context -> a plan in which Sở Công Thương leads by the new word; in all but the first Sở Xây dựng helps."""
READ = """
import json, sys, vnplan
plans = {name: vnplan.parse_text(text) for name, text in json.load(sys.stdin).items()}
found = {name: [[[ref.name for ref in refs] for refs in (t.lead, t.coordinating)] for t in plan.tasks]
         for name, plan in plans.items()}
print(json.dumps({"at": vnplan.__file__, "found": found}))
"""


def read_with(package):
    """What a process that imports the package below ``package`` reads: by context, lead and helpers of each task."""
    documents = json.dumps({name: LETTER + body for name, body in DOCUMENTS.items()})
    env = {**os.environ, "PYTHONPATH": str(package), "PYTHONUTF8": "1"}
    run = subprocess.run(
        [sys.executable, "-c", READ], input=documents, env=env, capture_output=True, text=True, check=True
    )
    told = json.loads(run.stdout)
    assert Path(told["at"]).is_relative_to(package)
    return told["found"]


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    home = tmp_path_factory.mktemp("copy")
    source = Path(vnplan.__file__).parent
    shutil.copytree(source, home / "vnplan", ignore=shutil.ignore_patterns("__pycache__"))
    path = home / "vnplan" / "lexicon" / "data" / "roles.json"
    lines = path.read_text("utf-8").split("\n")
    lines.insert(lines.index(' "rows": [') + 1, f"  {json.dumps(NEW, ensure_ascii=False)},")
    path.write_text("\n".join(lines), "utf-8")
    return read_with(home)


@pytest.fixture(scope="module")
def without():
    return read_with(Path(vnplan.__file__).parent.parent)


@pytest.mark.parametrize("context", DOCUMENTS)
def test_one_row_for_a_role_word(found, context):
    beside = [] if context == "column" else ["Sở Xây dựng"]
    assert found[context]
    assert all(task == [["Sở Công Thương"], beside] for task in found[context])


@pytest.mark.parametrize("context", DOCUMENTS)
def test_without_the_row_nobody_leads(without, context):
    assert not any(lead == ["Sở Công Thương"] for lead, _ in without[context])
