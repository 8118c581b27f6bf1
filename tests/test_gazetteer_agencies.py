"""The registry proves itself: every row is sound, every example leads back to its row, provinces map over time."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

import pytest

from vnplan.gazetteer.agencies import agency, all_agencies, own_id
from vnplan.gazetteer.events import Change, Share, all_changes, successors
from vnplan.gazetteer.load import load
from vnplan.gazetteer.provinces import (
    all_districts,
    all_provinces,
    by_place,
    districts,
    find_province,
    predecessors,
    provinces,
    successor,
)
from vnplan.gazetteer.rows import AgencyRow, Heir, Member
from vnplan.gazetteer.terms import Term
from vnplan.mentions.cells import read_agencies
from vnplan.mentions.names.surface_index import names
from vnplan.setting import Setting
from vnplan.text.fold import fold_case
from vnplan.text.view import View

LEVELS = {"central", "province", "district", "commune"}
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
DAY = timedelta(days=1)


# ---- checks: each takes rows and says what is wrong -------------------------------------------------------------------


def unknown_bodies(rows, changes):
    """Ids of changes and groups that are no row's."""
    known = {row.id for row in rows}
    of_changes = {i for change in changes for i in (*change.bodies, *(share.id for share in change.into))}
    of_groups = {member.id for row in rows for member in row.members if member.id}
    of_groups |= {term.words for row in rows for term in row.groups}
    return sorted((of_changes | of_groups | {row.became.id for row in rows if row.became}) - known)


def loose_ends(rows, changes):
    """Bodies that end without a change on the next day, and changes of bodies that are not there."""
    ends = {(i, change.date) for change in changes for i in change.bodies if change.ends(i)}
    known = {row.id: row for row in rows}
    wrong = [row.id for row in rows if row.valid_to and not row.collective and (row.id, row.valid_to + DAY) not in ends]
    wrong += [i for i, day in ends if known[i].valid_to != day - DAY]
    for change in changes:
        # The heirs stand on that day, or begin within the year that provinces took.
        heirs = [known[share.id] for share in change.into]
        wrong += [h.id for h in heirs if not (h.held(change.date) or h.held(change.date + timedelta(days=366)))]
        wrong += [i for i in change.bodies if not known[i].held(change.date - DAY)]
    return sorted(wrong)


def broken_names(rows):
    """Names of a row that do not follow one another day by day, or reach beyond the row."""
    wrong = []
    for row in rows:
        ends = [term.valid_to for term in row.names]
        starts = [term.valid_from for term in row.names]
        joined = all(end and start == end + DAY for end, start in successions(ends, starts))
        inside = starts[0] in {None, row.valid_from} and ends[-1] in {None, row.valid_to}
        if not joined or not inside or sum(term.gives_id for term in row.names) > 1:
            wrong.append(row.id)
    return wrong


def successions(ends, starts):
    """The last day of each name with the first day of the next."""
    return list(zip(ends[:-1], starts[1:], strict=True))


def unsaid_sources(rows, sources):
    """Dated names, aliases and codes without a source; sources that are no document number and no known key."""
    terms = [(row.id, term) for row in rows for term in (*row.names, *row.aliases, *row.codes)]
    return [
        (identity, term.words)
        for identity, term in terms
        if (term.valid_from and not term.source)
        or (term.source and "/" not in term.source and term.source not in sources)
    ]


def empty_spans(rows):
    """Terms that end before they begin, or hold on no day of their row."""
    return [
        (row.id, term.words)
        for row in rows
        for term in (*row.names, *row.aliases, *row.codes, *row.groups)
        if not overlap(row, term) or (term.valid_from and term.valid_to and term.valid_from > term.valid_to)
    ]


def shared_names(rows, declared):
    """Two rows of one level under one name on one day."""
    seen = defaultdict(list)
    for row in rows:
        for term in row.names:
            seen[row.level, fold_case(term.words)].append((row, term))
    return sorted(
        {
            (a.id, b.id)
            for (_, name), same in seen.items()
            for n, (a, s) in enumerate(same)
            for b, t in same[n + 1 :]
            if a is not b
            and name not in declared
            and overlap(a, b)
            and overlap(a, t)
            and overlap(s, b)
            and overlap(s, t)
        }
    )


def shared_codes(rows, listed):
    """Codes that two bodies sign with at once, or that ``issuers.json`` lists too: they are nobody's own."""
    own = [(row, code) for row in rows for code in row.codes]
    wrong = [(row.id, code.words) for row, code in own if code.words in listed]
    for n, (row, code) in enumerate(own):
        for other, same in own[n + 1 :]:
            held = overlap(row, other) and overlap(code, same) and overlap(row, same) and overlap(code, other)
            if code.words == same.words and held:
                wrong.append((row.id, other.id))
    return wrong


def told_renames(events):
    """Renames written as rows of ``agency_events.json``: they follow from the bodies' rows."""
    return [event["bodies"] for event in events if event["kind"] == "rename"]


def empty_groups(rows):
    """Kinds of members that no row is of, and groups named by a row that are no group."""
    wrong = [
        (row.id, member.kind)
        for row in rows
        for member in row.members
        if member.kind and not any((r.kind, r.level) == (member.kind, member.level) for r in rows)
    ]
    groups = {row.id for row in rows if row.kind == "unit_group"}
    return wrong + [(row.id, term.words) for row in rows for term in row.groups if term.words not in groups]


def odd_kinds(changes):
    """Changes whose kind says something else than their bodies."""
    return [
        change
        for change in changes
        if (change.kind == "rename" and (len(change.bodies), len(change.into)) != (1, 1))
        or (change.kind == "merge" and len(change.into) != 1)
        or (change.kind == "split" and len(change.into) < 2)
        or (change.kind == "transfer" and not all(share.topics for share in change.into))
        or change.kind not in {"rename", "merge", "split", "transfer", "abolish"}
        or change.confidence not in {"certain", "likely", "unsure"}
    ]


def doubled_ids(rows):
    seen = defaultdict(int)
    for row in rows:
        seen[row.id] += 1
    return [identity for identity, count in seen.items() if count > 1]


def impossible_dates(rows):
    return [row.id for row in rows if row.valid_from and row.valid_to and row.valid_from > row.valid_to]


def odd_spelling(rows):
    """Names and forms are NFC without spaces at the ends, names in new tone placement."""
    return [
        (row.id, form)
        for row in rows
        for form in (*(term.words for term in (*row.names, *row.aliases)), *row.whole)
        if form != form.strip()
        or not unicodedata.is_normalized("NFC", form)
        or (form in {term.words for term in row.names} and fold_case(form) != form.lower())
    ]


def overlap(a, b):
    start = max(a.valid_from or date.min, b.valid_from or date.min)
    return start <= min(a.valid_to or date.max, b.valid_to or date.max)


def collisions(index, declared):
    """Two rows of one level under one form at one time, unless declared ambiguous."""
    found = set()
    for form, by_tail in index.items():
        for rows in by_tail.values():
            for n, a in enumerate(rows):
                for b in rows[n + 1 :]:
                    if a.level == b.level and overlap(a, b) and form not in declared:
                        found.add((form, a.id, b.id))
    return sorted(found)


def doubled_public_ids(rows):
    seen = defaultdict(set)
    for row in rows:
        seen[own_id(row, "x")].add(row)
    return [
        (identity, [a.id, b.id])
        for identity, same in seen.items()
        for a in same
        for b in same
        if a.id < b.id and overlap(a, b) and a.level == b.level
    ]


def many_answers(units):
    """Old provinces that map to no unit or to several."""
    now = {unit.slug: unit for unit in units if unit.valid_to is None}
    wrong = []
    for unit in units:
        if unit.valid_to is not None:
            made = [n for n in now.values() if unit.name in n.merged_from]
            if (
                unit.valid_to == BEFORE and (len(made) != 1 or made[0].slug != unit.successor)
            ) or unit.successor not in now:
                wrong.append(unit.slug)
    return wrong


# ---- the data ---------------------------------------------------------------------------------------------------------

DECLARED = {"ttcp"}
SHARED: set[str] = set()
"""Names that two bodies of one level bear at once."""


def test_agencies_are_sound():
    rows = all_agencies()
    assert len(rows) > 400
    assert unknown_bodies(rows, all_changes()) == []
    assert loose_ends(rows, all_changes()) == []
    assert odd_kinds(all_changes()) == []
    assert doubled_ids(rows) == []
    assert impossible_dates(rows) == []
    assert broken_names(rows) == []
    assert unsaid_sources(rows, load("agencies")["meta"]["sources"]) == []
    assert empty_spans(rows) == []
    assert shared_names(rows, SHARED) == []
    assert empty_groups(rows) == []
    assert shared_codes(rows, {row["code"] for row in load("issuers")["issuers"]}) == []
    assert told_renames(load("agency_events")["events"]) == []
    assert odd_spelling(rows) == []
    assert {row.level for row in rows} <= LEVELS
    assert all(agency(row.body) for row in rows if row.body)


def test_forms_do_not_collide():
    assert collisions(names()[0], DECLARED) == []


def test_public_ids_tell_bodies_apart():
    assert doubled_public_ids(all_agencies()) == []


def test_rows_have_a_source_and_a_confidence():
    data = load("agencies")
    for row in data["agencies"]:
        assert row["source"] in data["meta"]["sources"], row["id"]
        assert row["confidence"] in {"certain", "likely", "unsure"}, row["id"]
    assert [row["id"] for row in data["agencies"]] == sorted(row["id"] for row in data["agencies"])


def forms_of(row):
    return (*(term.words for term in (*row.names, *row.aliases)), *row.whole, *row.examples)


EXAMPLES = [(row, form) for row in all_agencies() for form in forms_of(row)]


def scene_of(row, form):
    if row.valid_from:
        on = row.valid_from + timedelta(days=1)
    else:
        on = row.valid_to - timedelta(days=1) if row.valid_to else date(2022, 6, 20)
    if row.level == "central":
        return None, on
    words = form.lower()
    in_city = row.level == "province" and any(
        w in words for w in ("thành phố", "tp", "thành ủy", "thành uỷ", "thành đoàn")
    )
    return ("Hải Phòng" if in_city else "Lạng Sơn"), on


def leads_back(row, form):
    """The form is read as this row, or as the body or group that the row speaks for."""
    province, on = scene_of(row, form)
    found = read_agencies(View.of(form), Setting(province, on, approver=row.kind == "person_office"))
    names_of = {ref.name.split(" Lạng Sơn")[0].split(" Hải Phòng")[0] for ref in found}
    kinds = {ref.kind for ref in found}
    unnamed = {"ubnd_huyen": "unit_group", "ubnd_xa": "unit_group"}.get(row.id, row.kind)
    target = agency(row.body).kind if row.body else unnamed
    return bool(names_of) and target in kinds


READ = [
    (row, form)
    for row, form in EXAMPLES
    if not row.open and form != "TTCP" and not (row.grammar and "là chủ quản" in form)
]


def test_every_form_leads_back_to_its_row():
    assert [(row.id, form) for row, form in READ if not leads_back(row, form)] == []


def test_successors_are_rows_with_their_share():
    heirs = {row.id: scope for row, scope in successors(agency("so_ldtbxh"))}
    assert heirs["so_gddt"] == "vocational education"
    assert set(heirs) == {"so_noi_vu", "so_y_te", "so_gddt", "so_nnmt", "cong_an_tinh"}


# ---- provinces --------------------------------------------------------------------------------------------------------


def test_provinces_are_sound():
    assert many_answers(all_provinces()) == []
    assert len(provinces(date(2010, 1, 1))) == 63
    assert len(provinces(BEFORE)) == 63
    assert len(provinces(AFTER)) == 34
    assert len({row.slug for row in provinces(AFTER)}) == 34


@pytest.mark.parametrize(
    ("text", "on", "name", "city"),
    [
        ("Hải Dương", date(2022, 1, 1), "Hải Dương", False),
        ("TỈNH HẢI DƯƠNG", date(2022, 1, 1), "Hải Dương", False),
        ("Hoà Bình", date(2022, 1, 1), "Hòa Bình", False),
        ("Đăk Lăk", date(2022, 1, 1), "Đắk Lắk", False),
        ("TP.HCM", date(2022, 1, 1), "Hồ Chí Minh", True),
        ("Thành phố Hà Nội", date(2022, 1, 1), "Hà Nội", True),
        ("Bà Rịa – Vũng Tàu", date(2022, 1, 1), "Bà Rịa - Vũng Tàu", False),
        ("Thừa Thiên Huế", date(2022, 1, 1), "Thừa Thiên Huế", False),
        ("Huế", date(2026, 1, 1), "Huế", True),
        ("Bắc Ninh", date(2026, 9, 19), "Bắc Ninh", False),
        ("Bắc Ninh", date(2026, 9, 20), "Bắc Ninh", True),
        ("Hà Tây", date(2007, 5, 1), "Hà Tây", False),
    ],
)
def test_find_province(text, on, name, city):
    found = find_province(text, on)
    assert found is not None
    assert (found.name, found.is_city(on)) == (name, city)


@pytest.mark.parametrize("text", ["", "Hà", "Sài", "Việt Nam", "Vũ Thư", "thanhnhut"])
def test_no_province(text):
    assert find_province(text) is None


@pytest.mark.parametrize(
    ("place", "on", "name"),
    [
        ("Hải Dương", date(2022, 6, 20), "Hải Dương"),
        ("Huế", date(2009, 1, 23), "Thừa Thiên Huế"),
        ("Phan Rang-Tháp Chàm", date(2007, 3, 5), "Ninh Thuận"),
        ("Quy Nhơn", date(2008, 1, 1), "Bình Định"),
        ("Quy Nhơn", date(2026, 1, 1), "Gia Lai"),
        ("Đà Lạt", None, "Lâm Đồng"),
        ("Thành phố Hồ Chí Minh", date(2022, 1, 1), "Hồ Chí Minh"),
    ],
)
def test_by_place(place, on, name):
    found = by_place(place, on)
    assert found is not None
    assert found.name == name


def test_mergers():
    old = find_province("Hải Dương", BEFORE)
    assert successor(old).name == "Hải Phòng"
    assert successor(find_province("Hà Nội", BEFORE)).name == "Hà Nội"
    assert {row.name for row in predecessors(find_province("Lâm Đồng", AFTER))} == {
        "Đắk Nông",
        "Bình Thuận",
        "Lâm Đồng",
    }


def odd_abbreviations(pairs):
    """Short forms that are not in folded letters, or no shorter than what they stand for."""
    return [
        words
        for words, forms in pairs
        for form in forms
        if fold_case(words) != words or fold_case(form) != form or len(form) >= len(words)
    ]


def test_abbreviations_are_folded_and_short():
    data = load("abbreviations")
    pairs = [*data["words"].items(), *((words, [letters]) for words, letters in data["fields"].items())]
    assert odd_abbreviations(pairs) == []
    assert odd_abbreviations([("y tế", ["yt"])]) == []
    assert odd_abbreviations([("Y tế", ["yt"]), ("y tế", ["YT"]), ("yt", ["y tế"])]) == ["Y tế", "y tế", "yt"]


def broken_districts(every):
    """Districts that end before they begin, without a level word or a source, or twice under one name at once."""
    levels = ("huyện ", "quận ", "thị xã ", "thành phố ")
    wrong = []
    for slug, term in every:
        same = [other for where, other in every if (where, other.words) == (slug, term.words) and other is not term]
        backwards = term.valid_from and term.valid_to and term.valid_from > term.valid_to
        untold = term.valid_from and not term.source
        if backwards or untold or not term.words.startswith(levels) or any(overlap(term, other) for other in same):
            wrong.append((slug, term.words))
    return wrong


def test_districts_are_sound():
    assert broken_districts(list(all_districts())) == []
    assert {slug for slug, _ in all_districts()} <= {unit.slug for unit in all_provinces()}


@pytest.mark.parametrize(
    ("on", "count"),
    [
        # Counts of the statistics office: 697 after the merger of Hà Tây, 713 before the mergers of 2019 and 2020.
        (date(2009, 12, 31), 697),
        (date(2015, 12, 31), 713),
        (date(2019, 12, 31), 713),
        (date(2020, 12, 31), 707),
        (date(2021, 6, 1), 705),
        (date(2024, 7, 1), 705),
        (BEFORE, 696),
        (AFTER, 0),
    ],
)
def test_so_many_districts(on, count):
    assert sum(len(districts(unit, on)) for unit in provinces(on)) == count


# ---- the checks themselves, each on a bad row ----------------------------------------------------------------------

GOOD = AgencyRow("a", (Term("Sở A"),), "department", "province")


def test_the_checks_find_bad_rows():
    change = Change("merge", AFTER, ("a",), (Share("b"),), "certain")
    heir = replace(GOOD, id="b", valid_from=AFTER)
    ended = replace(GOOD, valid_to=BEFORE)
    assert unknown_bodies([GOOD], [change]) == ["b"]
    assert unknown_bodies([replace(GOOD, members=(Member(id="nowhere", each="district"),))], []) == ["nowhere"]
    assert loose_ends([ended, heir], [change]) == []
    assert loose_ends([ended, heir], []) == ["a"]
    assert loose_ends([replace(GOOD, valid_to=AFTER), heir], [change]) == ["a", "a"]
    assert loose_ends([ended, replace(heir, valid_to=BEFORE - DAY)], [change]) == ["b", "b"]
    assert odd_kinds([change]) == []
    assert odd_kinds([replace(change, kind="split")])
    assert odd_kinds([replace(change, kind="rename", bodies=("a", "c"))])
    assert odd_kinds([replace(change, kind="transfer")])
    assert doubled_ids([GOOD, GOOD]) == ["a"]
    assert impossible_dates([replace(GOOD, valid_from=AFTER, valid_to=BEFORE)]) == ["a"]
    assert odd_spelling([replace(GOOD, aliases=(Term(" Sở A"),))]) == [("a", " Sở A")]
    assert odd_spelling([replace(GOOD, names=(Term("Uỷ ban"),))]) == [("a", "Uỷ ban")]
    assert odd_spelling([replace(GOOD, names=(Term(unicodedata.normalize("NFD", "Sở Ấ")),))])
    assert doubled_public_ids([GOOD, replace(GOOD, id="b")])
    other = replace(GOOD, id="b")
    assert collisions({"sởa": {"": (GOOD, other)}}, set()) == [("sởa", "a", "b")]
    assert collisions({"sởa": {"": (GOOD, other)}}, {"sởa"}) == []
    named = replace(GOOD, names=(Term("Sở A", None, BEFORE), Term("Sở B", AFTER, source="1/2025/NĐ-CP")))
    assert broken_names([GOOD, named]) == []
    assert broken_names([replace(named, names=named.names[::-1])]) == ["a"]
    assert broken_names([replace(named, valid_to=AFTER)]) == []
    assert broken_names([replace(named, names=(named.names[0], Term("Sở B", AFTER + DAY)))]) == ["a"]
    assert unsaid_sources([named], {}) == []
    assert unsaid_sources([replace(GOOD, names=(Term("Sở A", AFTER),))], {}) == [("a", "Sở A")]
    assert unsaid_sources([replace(GOOD, codes=(Term("SA", source="hearsay"),))], {"practice"}) == [("a", "SA")]
    assert empty_spans([replace(GOOD, codes=(Term("SA", AFTER, BEFORE),))]) == [("a", "SA")]
    assert empty_spans([replace(GOOD, valid_to=BEFORE, aliases=(Term("A", AFTER),))]) == [("a", "A")]
    assert shared_names([GOOD, other], set()) == [("a", "b")]
    assert shared_names([GOOD, other], {"sở a"}) == []
    assert shared_names([named, replace(other, valid_from=AFTER)], set()) == []
    signing = replace(GOOD, codes=(Term("SA"),))
    assert shared_codes([signing, replace(signing, id="b", codes=(Term("SB"),))], set()) == []
    assert shared_codes([signing], {"SA"}) == [("a", "SA")]
    assert shared_codes([signing, replace(signing, id="b")], set()) == [("a", "b")]
    assert shared_codes([replace(signing, valid_to=BEFORE), replace(signing, id="b", valid_from=AFTER)], set()) == []
    assert told_renames([{"kind": "rename", "bodies": ["a"]}]) == [["a"]]
    assert empty_groups([GOOD, replace(GOOD, id="g", members=(Member("press", "province"),))]) == [("g", "press")]
    assert empty_groups([GOOD, replace(GOOD, id="b", groups=(Term("a"),))]) == [("b", "a")]
    assert unknown_bodies([replace(GOOD, became=Heir("b"))], []) == ["b"]
    apart = replace(other, valid_from=AFTER), replace(GOOD, valid_to=BEFORE)
    assert collisions({"sởa": {"": apart}}, set()) == []
    assert not leads_back(replace(GOOD, kind="press"), "Sở Y tế")


def test_the_district_checks_find_bad_rows():
    good = Term("thị xã A", AFTER, source="1/NQ-CP")
    assert broken_districts([("x", good), ("y", good), ("x", Term("huyện A", None, BEFORE))]) == []
    assert broken_districts([("x", Term("thị xã A", AFTER))]) == [("x", "thị xã A")]
    assert broken_districts([("x", replace(good, valid_to=BEFORE))]) == [("x", "thị xã A")]
    assert broken_districts([("x", Term("A"))]) == [("x", "A")]
    assert broken_districts([("x", good), ("x", Term("thị xã A"))]) == [("x", "thị xã A")] * 2


def test_the_province_checks_find_bad_rows():
    units = all_provinces()
    lost = [replace(u, merged_from=()) if u.slug == "hai-phong" else u for u in units]
    assert "hai-duong" in many_answers(lost)
    twice = [replace(u, merged_from=(*u.merged_from, "Hải Dương")) if u.slug == "ninh-binh" else u for u in units]
    assert many_answers(twice) == ["hai-duong"]
