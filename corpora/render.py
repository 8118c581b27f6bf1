"""Write the renditions and the gold file of every specimen from its ``plan.toml``.

    python corpora/render.py            # text in its form, and gold
    python corpora/render.py --office   # also HTML, DOCX (python-docx) and PDF (LibreOffice)

``plan.toml`` is what we wrote; everything beside it is made by this script and
compared with it by a test, so that a rendition cannot drift from its gold.
"""

from __future__ import annotations

import json
import re
import sys
import textwrap
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
SPECIMEN = "BẢN MẪU"
TABLE = "[[table]]"
MARKER = re.compile(r"(?:(?P<roman>[IVX]+)\.|(?P<deep>\d+\.\d+)\.|(?P<arabic>\d+)\.|(?P<letter>[a-zđ])\)) ")
NBSP = "\u00a0"


def load(folder: Path) -> dict[str, Any]:
    """The specimen as written."""
    return tomllib.loads((folder / "plan.toml").read_text("utf-8"))


def paragraphs(plan: dict[str, Any]) -> list[str]:
    """Basis and body, one paragraph an item."""
    return [*plan["body"]["basis"], *plan["body"]["paragraphs"].strip().split("\n")]


def as_cells(plan: dict[str, Any]) -> str:
    """Paragraphs parted by blank lines; a table is one cell a line, an empty cell one no-break space."""
    head = plan["letterhead"]
    out = [SPECIMEN, "\n".join([*head["left"], "-------"]), "\n".join([*MOTTO, "---------------"])]
    out += [head["number"], head["dateline"], NBSP, head["type"], head["title"]]
    for line in paragraphs(plan):
        out += _cells(plan["table"][0]) if line == TABLE else [line]
    out += _closing(plan)
    for appendix in plan.get("appendix", ()):
        out += [NBSP, appendix["label"], appendix["title"] + "\n" + appendix["pointer"], *_cells(appendix)]
    return "\n\n".join(out) + "\n"


def _cells(table: dict[str, Any]) -> list[str]:
    return [cell or NBSP for row in (table["columns"], *table["rows"]) for cell in row]


def _closing(plan: dict[str, Any]) -> list[str]:
    closing = plan.get("closing")
    if not closing:
        return []
    recipients = [f"- {item};" for item in closing["recipients"]]
    return [
        "\n".join(["Nơi nhận:", *recipients, f"- {closing['archive']}"]),
        "\n".join([*closing["signature"], "", "", closing["name"]]),
    ]


def as_running(plan: dict[str, Any]) -> str:
    """Line and paragraph ends lost, hard wraps at 80 characters."""
    head = plan["letterhead"]
    words = [SPECIMEN, *head["left"], "-------", *MOTTO, "---------------", head["number"], head["dateline"]]
    words += [head["type"], head["title"], *paragraphs(plan)]
    return textwrap.fill(" ".join(words), 80, break_long_words=False, break_on_hyphens=False) + "\n"


def as_markdown(plan: dict[str, Any]) -> str:
    """Markdown as converters of office files write it."""
    head = plan["letterhead"]
    out = [f"*{SPECIMEN}*", "**" + "**  \n**".join(head["left"]) + "**", f"**{MOTTO[0]}**  \n{MOTTO[1]}"]
    out += [f"{head['number']}  \n*{head['dateline']}*", f"# {head['type']}", f"## {head['title']}"]
    for line in paragraphs(plan):
        if line == TABLE:
            out.append(_pipes(plan["table"][0]))
        elif line.startswith("- ") and out[-1].startswith("- "):
            out[-1] += "\n" + line
        else:
            marker = MARKER.match(line)
            out.append(f"## {line}" if marker and marker["roman"] else line)
    out += [part.replace("\n", "  \n") if i else part for i, part in enumerate(_closing(plan))]
    for appendix in plan.get("appendix", ()):
        out += [f"# {appendix['label']}", f"**{appendix['title']}**", f"*{appendix['pointer']}*", _pipes(appendix)]
    return "\n\n".join(out) + "\n"


def _pipes(table: dict[str, Any]) -> str:
    width = len(table["columns"])
    rows = [table["columns"], ["---"] * width, *([*row, *[""] * (width - len(row))] for row in table["rows"])]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


RENDER = {"cells": as_cells, "running": as_running, "markdown": as_markdown}
SUFFIX = {"cells": ".txt", "running": ".txt", "markdown": ".md"}


def outline(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """Numbered items with their level, which is that of the marker's kind in these specimens."""
    found, order = [], ["roman", "arabic"]
    for line in paragraphs(plan):
        if marker := MARKER.match(line):
            kind = marker.lastgroup or ""
            level = order.index(kind) + 1 if kind in order else 3
            found.append({"label": marker[kind], "level": level, "text": line[marker.end() :][:80].strip()})
    return found


def tasks(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """Rows of the assignment tables with the values that the writer gave for their words."""
    found = []
    for table in (*plan.get("table", ()), *plan.get("appendix", ())):
        group = None
        for row in table["rows"]:
            if len(row) == 2:
                group = row[0]
            else:
                found.append(_task(plan["gold"], dict(zip(_roles(table["columns"]), row, strict=True)), group))
    return found


def _roles(columns: list[str]) -> list[str]:
    words = {
        "tt": "no", "nhiệm vụ": "title", "chủ trì": "lead", "phối hợp": "coordinating", "thời gian": "time",
        "cấp trình": "approver", "sản phẩm": "outputs", "kết quả": "outputs",
    }  # fmt: skip
    return [next(role for word, role in words.items() if word in column.lower()) for column in columns]


def _task(gold: dict[str, Any], row: dict[str, str], group: str | None) -> dict[str, Any]:
    def bodies(role: str) -> list[str]:
        cell = row.get(role, "")
        return gold["names"].get(cell, [cell] if cell else [])

    time = gold["times"].get(row.get("time", ""), {})
    return {
        "no": row["no"],
        "group": group,
        "title": row["title"],
        "lead": bodies("lead"),
        "coordinating": bodies("coordinating"),
        "time": row.get("time") or None,
        "time_kind": time.get("kind"),
        "time_start": time.get("start"),
        "time_end": time.get("end"),
        "approver": bodies("approver"),
        "outputs": row.get("outputs") or None,
    }


def gold(folder: Path, plan: dict[str, Any], files: list[str]) -> dict[str, Any]:
    """The gold annotation, in the form that corpora/README.md describes."""
    head, closing, told = plan["letterhead"], plan.get("closing", {}), plan["gold"]
    place, day, month, year = re.match(r"(.+), ngày (\d+) tháng (\d+) năm (\d+)", head["dateline"]).groups()  # type: ignore[union-attr]
    header = {
        "number": head["number"].removeprefix("Số: "),
        "doc_type": told["doc_type"],
        "issuer": told["issuer"],
        "province": told["province"],
        "place": place,
        "date": f"{year}-{int(month):02}-{int(day):02}",
        "title": head["title"],
    }
    if closing:
        header["signers"] = [{"name": closing["name"], "position": closing["signature"][-1]}]
        header["recipients"] = closing["recipients"]
    references = [{"date": None, "issuer": None} | reference for reference in told["references"]]
    return {
        "id": folder.name,
        "files": files,
        "header": header,
        "references": references,
        "outline": outline(plan),
        "tasks": tasks(plan),
        "assignments": [{"agency": name} for name in told["assignments"]],
    }


def renditions(folder: Path) -> dict[str, str]:
    """File name -> content of everything that is made from one specimen without other programs."""
    plan = load(folder)
    text = folder.name + SUFFIX[plan["form"]]
    files = {text: RENDER[plan["form"]](plan)}
    office = [f"{folder.name}{suffix}" for suffix in (".docx", ".html", ".pdf")]
    files["gold.json"] = json.dumps(gold(folder, plan, [text, *office]), ensure_ascii=False, indent=1) + "\n"
    return files


def folders() -> list[Path]:
    """Every specimen's folder, in order of name."""
    return sorted(path.parent for path in HERE.glob("*/plan.toml"))


def main() -> int:
    """Write all of it."""
    for folder in folders():
        for name, content in renditions(folder).items():
            (folder / name).write_text(content, "utf-8")
            print(f"{folder.name}/{name}")
        if "--office" in sys.argv:
            _office(folder)
    return 0


def _office(folder: Path) -> None:
    import office

    plan = load(folder)
    word = office.as_docx(plan)
    made = {".html": office.as_html(plan).encode(), ".docx": word, ".pdf": office.as_pdf(word)}
    for suffix, content in made.items():
        if content:
            (folder / f"{folder.name}{suffix}").write_bytes(content)
            print(f"{folder.name}/{folder.name}{suffix}")


if __name__ == "__main__":
    sys.exit(main())
