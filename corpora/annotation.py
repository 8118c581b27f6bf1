"""An annotation that quotes words (``first.json``) -> gold with every quotation at its place, and what does not fit.

``pack/GUIDE.md`` says what an annotation holds. Nothing is guessed: a quotation that is not found, a printed number that
no reference explains, a body in a cell that no name explains are findings, which the annotator mends.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from source import Block, Grid, Line, Source, blocks, read, text

from vnplan.evaluation.gold import GOLD_VERSION, GoldColumnRole, GoldTableRole, ProgressState
from vnplan.models.task import TaskMode, TimeKind

Told = dict[str, Any]
ROLES, TABLE_ROLES, STATES = map(get_args, (GoldColumnRole, GoldTableRole, ProgressState))
KINDS, MODES = tuple(TimeKind), tuple(TaskMode)
# `12/KH-UBND`, `12-CT/TW`, `12/2024/NĐ-CP`: anything that looks like a document's number.
NUMBER = re.compile(
    r"\b\d+[a-z]?[ \t]*(?:/[ \t]*\d{4}[ \t]*)?[-/][ \t]*[A-ZĐ][\w.-]*(?:[ \t]*[-/][ \t]*[A-ZĐ][\wĐđ-]*)*"
)
# The label of a numbered item at the head of a block.
LABEL = re.compile(
    r"(?:(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU)\s+[\dIVXLC]+|[IVXL]+|\d+(?:\.\d+)*(?:\.[a-zđ])?|[a-zđ]\d?)(?=[.)/:\s-])"
)
BULLET = re.compile(r"[-+*•–]\s*")
_LOWER = "a-zà-öø-ýăđĩũơưạ-ỹ"
_OPEN = rf"(?:(?<!\w)|(?<=[{_LOWER}])(?=[^\W\d_{_LOWER}]))"
_CLOSE = rf"(?:(?!\w)|(?<=[^\W\d_{_LOWER}])(?=[{_LOWER}]))"
# What may stand between the bodies of a cell without being one.
BETWEEN = re.compile(r"[\s;,.:()/+*-]|\b(?:và|cùng|với|phối hợp|chủ trì|các|như|thực hiện)\b", re.IGNORECASE)


@dataclass
class Compiled:
    """The gold of one document and what did not fit."""

    gold: dict[str, Any]
    findings: list[str] = field(default_factory=list)


def compile_gold(folder: Path, name: str = "agreed") -> Compiled:
    """Find every quotation of one annotation in the document of its folder."""
    told = json.loads((folder / f"{name}.json").read_text("utf-8"))
    return _Compiler(read(folder / "source.txt"), told).run(folder.name)


def loose(words: str) -> str:
    """A pattern of the words whose blanks may be any run of blanks."""
    return r"\s+".join(map(re.escape, words.split()))


class _Compiler:
    def __init__(self, source: Source, told: Told) -> None:
        self.source, self.told, self.text = source, told, text(source)
        self.blocks = {block.id: block for block in blocks(source)}
        self.findings: list[str] = []
        self.mentions: list[dict[str, Any]] = []
        self.groups: dict[str, dict[str, str | None]] = {}
        """Table -> its group rows with their labels."""

    def run(self, name: str) -> Compiled:
        meta = self.source.meta
        gold = {
            "gold_version": GOLD_VERSION,
            "id": name,
            **{key: meta[key] for key in ("kind", "level", "region", "era", "split")},
            "classes": meta["classes"].split(),
            "files": [],
            "text": self.text,
            "header": self.header(),
        }
        gold["citations"] = self.citations()
        gold["references"] = self.references(gold["citations"])
        self.mentions = self.agencies()
        gold["agencies"] = self.mentions
        gold["outline"] = self.outline()
        gold["tables"] = [self.table(part) for part in self.source.parts if isinstance(part, Grid)]
        gold["tasks"] = [task for table in gold["tables"] for task in self.tasks(table)]
        gold["duties"] = [self.duty(one) for one in self.told.get("duties", ())]
        gold["targets"] = [self.target(one) for one in self.told.get("targets", ())]
        gold["amounts"] = [self.amount(one) for one in self.told.get("amounts", ())]
        gold["assignments"] = [{"agency": body} for body in self.told.get("assignments", ())]
        self.cross_check(gold)
        return Compiled(gold, self.findings)

    # places -------------------------------------------------------------------------------------------------------

    def tell(self, finding: str) -> None:
        self.findings.append(finding)

    def block(self, name: str, of: str) -> Block | None:
        found = self.blocks.get(name)
        if found is None:
            self.tell(f"{of}: no block {name}")
        return found

    def place(self, one: Told, of: str) -> tuple[int, int] | None:
        """Where the words of an item stand: in its block, from its first to its last block, or the block itself."""
        at = one.get("at")
        names = [at] if isinstance(at, str) else list(at or ())
        found = [block for name in names if (block := self.block(name, of))]
        if not found or len(found) != len(names):
            return None
        words = one.get("words")
        if not words:
            lead = 0 if found[0].place == "cell" else _lead_in(found[0].text, one.get("label"))
            return found[0].start + lead, found[-1].end
        start, end = found[0].start, found[-1].end
        matches = list(re.finditer(loose(words), self.text[start:end]))
        nth = int(one.get("nth", 1))
        if len(matches) < nth:
            self.tell(f"{of} {at}: not found: {words[:60]!r}")
            return None
        if len(matches) > 1 and "nth" not in one:
            self.tell(f"{of} {at}: stands {len(matches)} times, say nth: {words[:60]!r}")
        return start + matches[nth - 1].start(), start + matches[nth - 1].end()

    def every(self, forms: dict[str, Any], of: str) -> Iterator[tuple[int, int, Any]]:
        """Every occurrence of any form, the longest at each place."""
        if not forms:
            return
        ordered = sorted(forms, key=len, reverse=True)
        # A form may be glued to its neighbour: `Bộ trưởngBộ Tài chính`, `12/KH-UBNDngày`.
        found = re.finditer(rf"{_OPEN}(?:{'|'.join(f'({loose(form)})' for form in ordered)}){_CLOSE}", self.text)
        unused = set(forms)
        for match in found:
            form = ordered[(match.lastindex or 1) - 1]
            unused.discard(form)
            yield match.start(), match.end(), forms[form]
        for form in sorted(unused):
            self.tell(f"{of}: never printed (or only inside a longer form): {form!r}")

    def block_at(self, offset: int) -> Block:
        return next(block for block in self.blocks.values() if block.start <= offset <= block.end)

    # aspects ------------------------------------------------------------------------------------------------------

    def header(self) -> dict[str, Any]:
        told = dict(self.told.get("header", {}))
        fields = (
            "number",
            "doc_type",
            "issuer",
            "province",
            "place",
            "date",
            "title",
            "subject",
            "signers",
            "recipients",
        )
        for missing in (name for name in fields if name not in told and name != "subject"):
            self.tell(f"header: {missing} is not told (null if it has none)")
        spans = self.header_places(told)
        for name in ("number", "place", "title"):
            if told.get(name) and name not in spans:
                self.tell(f"header: {name} is not found as told: {told[name][:60]!r}")
        for value in [s["name"] for s in told.get("signers") or ()] + list(told.get("recipients") or ()):
            if not re.search(loose(value), self.text):
                self.tell(f"header: not found: {value[:60]!r}")
        for name in ("signers", "recipients"):
            told[name] = told.get(name) or []
        return {name: told.get(name) for name in fields} | {"spans": spans}

    def header_places(self, told: Told) -> dict[str, list[int]]:
        """Where number, place and title stand in the lines that are theirs."""
        lines: dict[str, list[Block]] = {}
        for block in self.blocks.values():
            lines.setdefault(block.place, []).append(block)
        spans: dict[str, list[int]] = {}
        for name, place in (("number", "number"), ("place", "dateline"), ("title", "title"), ("title", "subject")):
            near = lines.get(place, ())
            if near and told.get(name) and name not in spans:
                squeezed = r"\s*".join(re.escape(c) for c in told[name] if not c.isspace())
                area = self.text[near[0].start : near[-1].end]
                if match := re.search(squeezed, area, re.IGNORECASE):
                    spans[name] = [near[0].start + match.start(), near[0].start + match.end()]
        return spans

    def citations(self) -> list[dict[str, Any]]:
        forms = {form: ref["key"] for ref in self.told.get("references", ()) for form in ref["forms"]}
        found, own = [], {"number"}
        for start, end, key in self.every(forms, "references"):
            if self.block_at(start).place not in own:
                found.append({"span": [start, end], "words": self.text[start:end], "key": key})
        covered = [range(*one["span"]) for one in found]
        silent = "\n".join(self.told.get("not_cited", ()))
        for match in NUMBER.finditer(self.text):
            place = self.block_at(match.start()).place
            if place in ("number", "recipient", "pointer") or match[0] in silent:
                continue
            if not any(match.start() in span for span in covered):
                self.tell(
                    f"number without reference (else list it in not_cited): {match[0]!r} in {self.block_at(match.start()).id}"
                )
        return found

    def references(self, citations: list[dict[str, Any]]) -> list[dict[str, Any]]:
        found = []
        for ref in self.told.get("references", ()):
            mentions = sum(one["key"] == ref["key"] for one in citations)
            one = {name: ref.get(name) for name in ("key", "kind", "doc_type", "date", "issuer")}
            found.append(
                one
                | {"basis": bool(ref.get("basis")), "relations": list(ref.get("relations") or ()), "mentions": mentions}
            )
        keys = [one["key"] for one in found]
        for key in {key for key in keys if keys.count(key) > 1}:
            self.tell(f"references: {key} stands {keys.count(key)} times")
        return found

    def agencies(self) -> list[dict[str, Any]]:
        names, at = self.told.get("names", {}), self.told.get("names_at", {})
        local = {form for forms in at.values() for form in forms}
        found = []
        for start, end, form in self.every({f: f for f in {*names, *local}}, "names"):
            here = at.get(self.block_at(start).id, {})
            name = here[form] if form in here else names.get(form)
            if name:
                found.append({"span": [start, end], "words": self.text[start:end], "name": name})
        return found

    def outline(self) -> list[dict[str, Any]]:
        found, seen = [], set(self.told.get("not_items", ()))
        for one in self.told.get("outline", ()):
            place = self.place(one, "outline")
            first = one["at"] if isinstance(one["at"], str) else one["at"][0]
            seen.add(first)
            if place is None:
                continue
            block, label = self.blocks[first], str(one["label"])
            if not one.get("words") and label.casefold() not in block.text[: place[0] - block.start].casefold():
                self.tell(f"outline {one['at']}: does not begin with {label!r}: {block.text[:40]!r}")
            words = " ".join(self.text[slice(*place)].split())
            found.append({"label": label, "level": one["level"], "text": words, "span": list(place)})
        for block in self.blocks.values():
            if block.place == "paragraph" and block.id not in seen and LABEL.match(block.text):
                self.tell(
                    f"a numbered item without outline (else list it in not_items): {block.id} {block.text[:40]!r}"
                )
        return found

    def table(self, grid: Grid) -> dict[str, Any]:
        told = next((one for one in self.told.get("tables", ()) if one["at"] == grid.id), None)
        if told is None:
            self.tell(f"{grid.id}: not annotated")
            told = {"role": "other", "columns": ["other"] * grid.width}
        if told["role"] not in TABLE_ROLES:
            self.tell(f"{grid.id}: unknown role {told['role']}")
        columns = told["columns"]
        if len(columns) != grid.width or not set(columns) <= set(ROLES):
            self.tell(f"{grid.id}: has {grid.width} columns, told are {len(columns)}: {columns}")
        rows = []
        for number, row in enumerate(grid.rows, 1):
            name = f"r{number}"
            heading = bool(row) and all(cell.heading for cell in row)
            kind = (
                "header"
                if heading
                else "group"
                if name in told.get("groups", {})
                else "total"
                if name in told.get("totals", ())
                else "data"
            )
            cells = []
            for cell in row:
                block = self.blocks[f"{grid.id}.r{cell.row}.c{cell.column}"]
                cells.append(
                    {
                        "text": block.text,
                        "span": [block.start, block.end] if block.text else None,
                        "row": cell.row - 1,
                        "column": cell.column - 1,
                        "row_span": cell.row_span,
                        "column_span": cell.column_span,
                    }
                )
            rows.append({"kind": kind, "cells": cells})
            if kind == "data" and len(row) == 1 and row[0].column_span == grid.width > 1 and row[0].text:
                self.tell(f"{grid.id}.{name}: one cell over the whole width: a group?")
        self.groups[grid.id] = told.get("groups", {})
        return {"id": grid.id, "role": told["role"], "caption": grid.caption or None, "columns": columns, "rows": rows}

    def tasks(self, table: dict[str, Any]) -> Iterator[dict[str, Any]]:
        if table["role"] not in ("assignment", "progress"):
            return
        group, columns = None, table["columns"]
        over: dict[int, dict[str, Any]] = {}  # column -> cell that reaches down to the row
        for number, row in enumerate(table["rows"], 1):
            over = {c: cell for c, cell in over.items() if cell["row"] + cell["row_span"] >= number}
            over |= {cell["column"]: cell for cell in row["cells"]}
            name = f"r{number}"
            if row["kind"] == "group":
                group = self.groups[table["id"]][name]
            if row["kind"] != "data":
                continue
            cells: dict[str, list[dict[str, Any]]] = {}
            for column, cell in sorted(over.items()):
                if column < len(columns):
                    cells.setdefault(columns[column], []).append(cell)
            yield self.task(f"{table['id']}.{name}", group, cells)

    def task(self, at: str, group: str | None, cells: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
        told = dict(self.told.get("rows", {}).get(at, {}))

        def words(role: str) -> str | None:
            return " ".join(cell["text"] for cell in cells.get(role, ()) if cell["text"]) or None

        joint = cells.get("agencies", ())
        lead = self.bodies([*cells.get("lead", ()), *cells.get("implementer", ())], at, "lead" in told)
        both = self.bodies(joint, at, "lead" in told)
        time = told.get("time", words("time"))
        title = next((cell for cell in cells.get("title", ()) if cell["text"]), None)
        if title is None and "title" not in told:
            self.tell(f"{at}: a row without title (a group?)")
        state = told.get("progress") or {}
        raw = words("progress")
        if raw or words("result") or words("problems") or state:
            meaning = state.get("state", self.told.get("states", {}).get(raw or words("result")))
            if meaning not in STATES:
                self.tell(f"{at}: state of {(raw or words('result') or '')[:50]!r} is not told in states")
            state = {"raw": raw, "result": words("result"), "problems": words("problems")} | state | {"state": meaning}
        persons = [p.strip() for cell in cells.get("persons", ()) for p in re.split(r"[;,]", cell["text"]) if p.strip()]
        return {
            "no": told.get("no", words("no")),
            "group": told.get("group", group),
            "title": told.get("title", words("title")),
            "lead": told.get("lead", lead + both),
            "coordinating": told.get(
                "coordinating", self.bodies(cells.get("coordinating", ()), at, "coordinating" in told)
            ),
            "persons": told.get("persons", persons),
            "approver": told.get("approver", self.bodies(cells.get("approver", ()), at, "approver" in told)),
            "time": time,
            **self.time(time, at),
            "outputs": told.get("outputs", words("outputs")),
            "progress": state or None,
            "budget": told.get("budget", words("budget")),
            "table": at.split(".", maxsplit=1)[0],
            "row": int(at.split(".r")[1]) - 1,
            "span": title["span"] if title else None,
        }

    def bodies(self, cells: Iterable[dict[str, Any]], at: str, told: bool) -> list[str]:  # noqa: FBT001 -- asks only whether to be silent
        """The bodies of cells, each once, in order; words that no name explains are told."""
        found: list[str] = []
        for cell in cells:
            if not cell["span"]:
                continue
            start, end = cell["span"]
            rest, last = "", start
            for one in self.mentions:
                if start <= one["span"][0] < end:
                    rest += self.text[last : one["span"][0]] + " "
                    last = one["span"][1]
                    if one["name"] not in found:
                        found.append(one["name"])
            rest += self.text[last:end]
            if not told and BETWEEN.sub("", rest):
                self.tell(f"{at}: words in a cell of bodies that no name explains: {' '.join(rest.split())[:80]!r}")
        return found

    def time(self, words: str | None, at: object) -> dict[str, Any]:
        said = self.told.get("times", {}).get(words, {}) if words else {}
        if words and said.get("kind") not in KINDS:
            self.tell(f"{at}: time {words[:60]!r} is not told in times")
        return {"time_kind": said.get("kind"), "time_start": said.get("start"), "time_end": said.get("end")}

    def duty(self, one: Told) -> dict[str, Any]:
        place = self.place(one, "duty") or (0, 0)
        if one.get("mode") not in MODES:
            self.tell(f"duty {one.get('at')}: unknown mode {one.get('mode')}")
        if not one.get("assignees"):
            self.tell(f"duty {one.get('at')}: nobody is assigned")
        time = one.get("time")
        if time and not re.search(loose(time), self.text[place[0] - 400 if place[0] > 400 else 0 : place[1] + 400]):
            self.tell(f"duty {one.get('at')}: time is not printed near: {time!r}")
        return {
            "title": " ".join(self.text[slice(*place)].split()),
            "span": list(place),
            "section": one.get("section"),
            "mode": one.get("mode"),
            **{role: list(one.get(role) or ()) for role in ("assignees", "lead", "coordinating")},
            "time": time,
            **self.time(time, f"duty {one.get('at')}"),
            "outputs": one.get("outputs"),
        }

    def target(self, one: Told) -> dict[str, Any]:
        place, period = self.place(one, "target") or (0, 0), one.get("period") or {}
        at = str(one["at"])
        return {
            "words": self.text[slice(*place)],
            "span": list(place),
            **{name: one.get(name) for name in ("indicator", "value", "unit", "bound")},
            "period_start": period.get("start"),
            "period_end": period.get("end"),
            "table": at.split(".", maxsplit=1)[0] if at.startswith("t") else None,
        }

    def amount(self, one: Told) -> dict[str, Any]:
        place = self.place(one, "amount") or (0, 0)
        return {"words": self.text[slice(*place)], "span": list(place), "dong": one.get("dong")}

    def cross_check(self, gold: dict[str, Any]) -> None:
        names = {one["name"] for one in gold["agencies"]} | {
            name for name in self.told.get("names", {}).values() if name
        }
        used = {body for one in gold["duties"] for role in ("assignees", "lead", "coordinating") for body in one[role]}
        used |= {one["agency"] for one in gold["assignments"]}
        used |= {body for one in gold["tasks"] for role in ("lead", "coordinating", "approver") for body in one[role]}
        for name in sorted(used - names):
            self.tell(f"a body without printed form in names: {name!r}")
        for at in self.told.get("rows", {}):
            if not any(f"{one['table']}.r{one['row'] + 1}" == at for one in gold["tasks"]):
                self.tell(f"rows: {at} is no row of work")
        last = next(part for part in reversed(self.source.parts) if isinstance(part, Line))
        if "vnplan" not in last.text:
            self.tell("the last line does not say that this is a specimen")


def _lead_in(block: str, label: object) -> int:
    """Length of the label or bullet that opens a block."""
    start = re.match(r"[\s*_\"“]*", block)
    begin = start.end() if start else 0
    if label and block[begin:].casefold().startswith(str(label).casefold()):
        begin += len(str(label))
    elif match := LABEL.match(block, begin) or BULLET.match(block, begin):
        begin = match.end()
    else:
        return begin
    after = re.match(r"[.)/:\s*_–-]*", block[begin:])
    return begin + (after.end() if after else 0)
