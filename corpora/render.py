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
from pathlib import Path
from typing import Any

from specimen import MARKER, MOTTO, NBSP, SPECIMEN, TABLE, attached, folders, lines, load, paragraphs


def as_cells(plan: dict[str, Any]) -> str:
    """Paragraphs parted by blank lines; a table is one cell a line, an empty cell one no-break space."""
    head = plan["letterhead"]
    out = [SPECIMEN, "\n".join([*head["left"], "-------"]), "\n".join([*MOTTO, "---------------"])]
    out += [head["number"], head["dateline"], NBSP, head["type"], head["title"]]
    for line in paragraphs(plan):
        out += _cells(plan["table"][0]) if line == TABLE else [line]
    out += _closing(plan)
    for part in attached(plan):
        out += [NBSP, part["label"], part["title"] + "\n" + part["pointer"]]
        for line in lines(part):
            out += _cells(plan["table"][0]) if line == TABLE else [line]
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


def as_plain(plan: dict[str, Any]) -> str:
    """One paragraph a line and no blank lines, as pasted from a word processor; no tables."""
    head = plan["letterhead"]
    out = [SPECIMEN, *head["left"], *MOTTO, head["number"], head["dateline"], head["type"], head["title"]]
    return "\n".join([*out, *paragraphs(plan), *_closing(plan)]) + "\n"


def as_markdown(plan: dict[str, Any]) -> str:
    """Markdown as converters of office files write it."""
    head = plan["letterhead"]
    out = [f"*{SPECIMEN}*", "**" + "**  \n**".join(head["left"]) + "**", f"**{MOTTO[0]}**  \n{MOTTO[1]}"]
    out += [f"{head['number']}  \n*{head['dateline']}*", f"# {head['type']}", f"## {head['title']}"]
    _markdown_body(out, plan, paragraphs(plan))
    out += [part.replace("\n", "  \n") if i else part for i, part in enumerate(_closing(plan))]
    for part in attached(plan):
        out += [f"# {part['label']}", f"**{part['title']}**", f"*{part['pointer']}*"]
        _markdown_body(out, plan, lines(part))
    for appendix in plan.get("appendix", ()):
        out += [f"# {appendix['label']}", f"**{appendix['title']}**", f"*{appendix['pointer']}*", _pipes(appendix)]
    return "\n\n".join(out) + "\n"


def _markdown_body(out: list[str], plan: dict[str, Any], body: list[str]) -> None:
    for line in body:
        if line == TABLE:
            out.append(_pipes(plan["table"][0]))
        elif line.startswith("- ") and out[-1].startswith("- "):
            out[-1] += "\n" + line
        else:
            marker = MARKER.match(line)
            out.append(f"## {line}" if marker and marker["roman"] else line)


def _pipes(table: dict[str, Any]) -> str:
    width = len(table["columns"])
    rows = [table["columns"], ["---"] * width, *([*row, *[""] * (width - len(row))] for row in table["rows"])]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


RENDER = {"cells": as_cells, "running": as_running, "plain": as_plain, "markdown": as_markdown}
SUFFIX = {"cells": ".txt", "running": ".txt", "plain": ".txt", "markdown": ".md"}
LEVELS = (("article",), ("roman",), ("arabic",), ("deep", "letter"))


def outline(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """Numbered items; levels follow the kinds of marker, and start anew in each attached plan."""
    return [item for part in (paragraphs(plan), *map(lines, attached(plan))) for item in _items(part)]


def _items(body: list[str]) -> list[dict[str, Any]]:
    marked = [(marker, line) for line in body if (marker := MARKER.match(line))]
    used = {marker.lastgroup for marker, _ in marked}
    ladder = [kinds for kinds in LEVELS if used.intersection(kinds)]
    found = []
    for marker, line in marked:
        kind = marker.lastgroup or ""
        level = next(depth for depth, kinds in enumerate(ladder, 1) if kind in kinds)
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
        "tt": "no", "nhiệm vụ": "title", "công việc": "title", "nội dung": "title", "chủ trì": "lead", "phối hợp": "coordinating", "thời gian": "time",
        "thời hạn": "time", "cấp trình": "approver", "trình": "approver", "sản phẩm": "outputs", "kết quả": "outputs",
    }  # fmt: skip
    return [next(role for word, role in words.items() if word in column.lower()) for column in columns]


def _task(gold: dict[str, Any], row: dict[str, str], group: str | None) -> dict[str, Any]:
    def bodies(role: str) -> list[str]:
        cell = row.get(role, "")
        return [name for part in cell.split("; ") if part for name in gold["names"].get(part, [part])]

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
        "province": told.get("province"),
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
