"""Bodies over time: who carries the work, whom a group stands for, what a doubtful name may mean."""

from __future__ import annotations

import json
import tomllib
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest

import vnplan
from vnplan import schemas
from vnplan.gazetteer.agencies import all_agencies
from vnplan.gazetteer.events import all_changes
from vnplan.gazetteer.provinces import all_provinces
from vnplan.models.agency import Extent
from vnplan.models.registry import RegistryData

CASES = tomllib.loads((Path(__file__).parent / "cases" / "bodies.toml").read_text("utf-8"))
BEFORE, SPRING, TODAY = date(2022, 6, 20), date(2025, 4, 1), date(2026, 11, 25)
DAY = timedelta(days=1)


def found(name, province="Hải Dương", on=BEFORE):
    body = vnplan.registry.find(name, province=province, on=on)
    assert body is not None
    return body


def names(bodies):
    return [body.name for body in bodies]


@pytest.mark.parametrize("case", CASES["carries"], ids=lambda case: f"{case['name']} {case.get('topic', '')}")
def test_who_carries_the_work(case):
    body = found(case["name"], case.get("province"), case.get("on", BEFORE))
    heirs = body.successors(on=case.get("asked", TODAY), topic=case.get("topic"))
    assert names(heirs) == case["heirs"]


def test_heirs_lie_in_the_province_of_the_day():
    (heir,) = found("Sở Y tế").successors(on=TODAY)
    assert (heir.id, heir.province) == ("agency:so-y-te@hai-phong", "Hải Phòng")
    (before,) = found("Sở Y tế").successors(on=date(2025, 6, 30))
    assert (before.id, before.province) == ("agency:so-y-te@hai-duong", "Hải Dương")


def test_without_a_day_the_next_ones_only():
    assert names(found("Cục Thuế tỉnh").successors()) == ["Chi cục Thuế khu vực"]
    assert names(found("Cục Thuế tỉnh").successors(on=TODAY)) == ["Thuế thành phố Hải Phòng"]
    assert vnplan.registry["so_y_te"].successors() == ()
    assert names(found("Sở Y tế").successors()) == ["Sở Y tế"]  # the merger of its province ends it as it was


def test_predecessors():
    now = found("Sở NN&MT", "Hải Phòng", TODAY)
    before = {(body.name, body.province) for body in now.predecessors()}
    assert ("Sở Tài nguyên và Môi trường", "Hải Phòng") in before
    assert ("Sở Nông nghiệp và Phát triển nông thôn", "Hải Phòng") in before
    assert ("Sở Nông nghiệp và Môi trường", "Hải Dương") in before


def test_every_heir_knows_whom_it_followed():
    for body in vnplan.registry:
        for heir in body.successors():
            assert body.key in {one.key for one in heir.predecessors()}


def test_a_timeline_is_in_order_and_says_by_what_right():
    changes = found("Sở LĐTBXH").timeline()
    assert [change.date for change in changes] == sorted(change.date for change in changes)
    split = next(change for change in changes if change.kind == "split" and "so_ldtbxh" in change.bodies)
    assert (split.date, split.basis) == (date(2025, 3, 1), "45/2025/NĐ-CP")
    assert {share.key for share in split.into} == {"so_noi_vu", "so_y_te", "so_gddt", "so_nnmt", "cong_an_tinh"}
    assert all(share.scope and share.scope_vi and share.topics for share in split.into)
    assert (changes[-1].basis, changes[-1].into[0].name) == ("202/2025/QH15", "thành phố Hải Phòng")


def test_names_by_period():
    body = found("UBND tỉnh", "Bắc Ninh", date(2026, 1, 1))
    assert [(p.name, p.valid_to) for p in body.names] == [
        ("Ủy ban nhân dân tỉnh Bắc Ninh", date(2026, 9, 19)),
        ("Ủy ban nhân dân thành phố Bắc Ninh", None),
    ]
    assert vnplan.normalize_agency("VCCI", on=date(2020, 1, 1)).name == "Phòng Thương mại và Công nghiệp Việt Nam"
    assert vnplan.normalize_agency("VCCI", on=TODAY).name == "Liên đoàn Thương mại và Công nghiệp Việt Nam"


def test_the_registry_of_a_day():
    then, now = vnplan.registry.as_of(BEFORE), vnplan.registry.as_of(TODAY)
    keys = {body.key for body in now}
    assert "so_ldtbxh" in {body.key for body in then} - keys
    assert "so_nnmt" in keys
    assert (len(then.provinces), len(now.provinces)) == (63, 34)
    assert now.find("Sở Nông nghiệp").name == "Sở Nông nghiệp và Môi trường"
    assert then.find("Sở Nông nghiệp").name == "Sở Nông nghiệp và Phát triển nông thôn"
    assert vnplan.registry.find("Sở Nông nghiệp") is None
    with pytest.raises(KeyError):
        now["so_ldtbxh"]


def test_a_mention_leads_to_its_body():
    (ref,) = vnplan.find_agencies("Sở LĐTBXH", province="Hải Dương", on=BEFORE)
    assert vnplan.registry.of(ref, on=BEFORE) == vnplan.registry.get(ref.id) == found("Sở LĐTBXH")
    assert vnplan.registry.get("agency:nothing@hai-duong") is None


def test_a_body_of_another_province():
    assert vnplan.registry["ubnd_tinh"].at("Hải Phòng", TODAY).name == "Ủy ban nhân dân thành phố Hải Phòng"
    with pytest.raises(ValueError, match="Atlantis"):
        vnplan.registry["ubnd_tinh"].at("Atlantis")


# ---- groups -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES["group"], ids=lambda case: f"{case['name']} {case['on']}")
def test_whom_a_group_stands_for(case):
    group = found(case["name"], case.get("province"), case["on"])
    members = group.expand(on=case["on"])
    assert len(members) == case["count"]
    assert (members.open, members.complete) == (case["open"], case["complete"])
    assert set(case.get("among", ())) <= set(names(members))
    assert not set(case.get("without", ())) & set(names(members))
    assert set(case.get("optional", ())) <= set(names(members.optional))


def test_the_rest_leaves_out_those_named():
    text = "Sở Y tế, Sở Tài chính và các sở, ban, ngành khác"
    *named, rest = vnplan.find_agencies(text, province="Hải Dương", on=BEFORE)
    assert rest.extent is Extent.REST
    group = vnplan.registry.of(rest, on=BEFORE)
    every = set(names(group.expand(on=BEFORE)))
    assert every - set(names(group.expand(on=BEFORE, named=named))) == {"Sở Y tế", "Sở Tài chính"}
    bodies = [vnplan.registry.of(ref, on=BEFORE) for ref in named]
    assert group.expand(on=BEFORE, named=bodies) == group.expand(on=BEFORE, named=named)


def test_a_single_body_has_no_extent():
    assert vnplan.normalize_agency("Sở Y tế").extent is None
    assert found("Sở Y tế").extent is None
    assert len(found("Sở Y tế").expand(on=BEFORE)) == 0


def test_every_member_of_a_group_is_of_its_day():
    for body in vnplan.registry:
        if body.collective:
            for day in (date(2010, 1, 1), BEFORE, SPRING, TODAY):
                members = body.expand(on=day, province="Lạng Sơn")
                assert all(member.held(day) for member in (*members, *members.optional))


# ---- doubtful names ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES["doubtful"], ids=lambda case: case["text"])
def test_doubtful_names(case):
    where = {"province": case.get("province", "Hải Dương") or None, "on": case.get("on", BEFORE)}
    resolution = vnplan.resolve_agency(case["text"], **where)
    assert resolution.status == case["status"]
    assert names(resolution.candidates)[: len(case["candidates"])] == case["candidates"]
    assert vnplan.normalize_agency(case["text"], **where) == resolution.agency
    assert (resolution.agency is None) == (case["status"] != "found")


def test_suggestions_are_ranked_and_of_their_day():
    offered = vnplan.suggest_agencies("Sở Nội vu", province="Hải Dương", on=BEFORE)
    assert offered[0].agency.name == "Sở Nội vụ"
    assert [s.likeness for s in offered] == sorted((s.likeness for s in offered), reverse=True)
    assert all(s.likeness >= 0.8 for s in offered)
    assert len(vnplan.suggest_agencies("Sở Nội vu", province="Hải Dương", limit=1)) == 1
    late = vnplan.suggest_agencies("Sở Kế hoạch và Dầu tư", province="Hải Phòng", on=TODAY)
    assert "Sở Kế hoạch và Đầu tư" not in [s.agency.name for s in late]


def test_the_words_of_a_district_that_speaks():
    where = {"province": "Hải Dương", "on": BEFORE}
    of_district = {**where, "issuer": "Ủy ban nhân dân huyện Bình Giang"}
    text = "UBND huyện, Công an huyện, Huyện ủy, UBND xã, UBND tỉnh"
    assert names(vnplan.find_agencies(text, **of_district)) == [
        "Ủy ban nhân dân huyện Bình Giang",
        "Công an huyện Bình Giang",
        "Huyện ủy Bình Giang",
        "Ủy ban nhân dân các xã, phường, thị trấn",
        "Ủy ban nhân dân tỉnh Hải Dương",
    ]
    of_commune = {**where, "issuer": "Ủy ban nhân dân xã Tân Việt"}
    assert names(vnplan.find_agencies("UBND xã; UBND huyện", **of_commune)) == [
        "Ủy ban nhân dân xã Tân Việt",
        "Ủy ban nhân dân huyện",
    ]
    assert vnplan.normalize_agency("UBND huyện", **where).collective


# ---- a document out of its time ---------------------------------------------------------------------------------------

HEAD = "UBND TỈNH LẠNG SƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/KH-UBND\nLạng Sơn, ngày {day}\nKẾ HOẠCH\nThử\n"


@pytest.mark.parametrize(
    ("day", "body", "codes"),
    [
        ("05 tháng 5 năm 2026", "Giao Sở Thông tin và Truyền thông chủ trì.", ["agency-ended"]),
        ("05 tháng 5 năm 2026", "Giao Sở TT&TT chủ trì; Sở TT&TT báo cáo.", ["agency-ended"]),
        ("05 tháng 5 năm 2024", "Giao Sở Nông nghiệp và Môi trường chủ trì.", ["agency-not-yet"]),
        ("05 tháng 3 năm 2025", "Giao Sở Thông tin và Truyền thông chủ trì.", []),  # provinces took some weeks
        ("05 tháng 5 năm 2024", "Giao Sở Thông tin và Truyền thông chủ trì.", []),
        (
            "05 tháng 5 năm 2026",
            "Thực hiện Thông tư số 03/2020/TT-BTTTT ngày 24/02/2020 của Bộ Thông tin và Truyền thông.",
            [],
        ),
    ],
)
def test_bodies_out_of_their_time(day, body, codes):
    plan = vnplan.parse_text(HEAD.format(day=day) + f"I. NỘI DUNG\n1. {body}\n")
    remarks = [d for d in plan.diagnostics if d.code.startswith("agency-")]
    assert [d.code for d in remarks] == codes
    for remark in remarks:
        assert plan.text[slice(*remark.span)] in body


# ---- as data ----------------------------------------------------------------------------------------------------------


def test_the_registry_as_json_follows_its_schema():
    data = vnplan.registry.data()
    text = data.model_dump_json()
    assert RegistryData.model_validate_json(text) == data
    schema = schemas.documents()["registry.schema.json"]
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    assert not list(validator.iter_errors(json.loads(text)))
    assert len({agency.key for agency in data.agencies}) == len(data.agencies) == len(vnplan.registry)


def test_districts_are_of_the_provinces_of_their_day():
    last = vnplan.registry.as_of(date(2025, 6, 30)).provinces
    assert sum(len(unit.districts) for unit in last) == 696
    assert all(unit.districts for unit in last)
    every = [district for unit in last for district in unit.districts]
    assert all(name.startswith(("huyện ", "quận ", "thị xã ", "thành phố ")) for name in every)


def test_the_territory_over_time():
    changes = vnplan.registry.territory
    assert [change.date for change in changes] == sorted(change.date for change in changes)
    merged = [change for change in changes if change.date == date(2025, 7, 1)]
    assert len(merged) == 52  # 63 - 11 that stayed as they were
    assert {change.basis for change in merged} == {"202/2025/QH15"}
    assert len({change.into[0].key for change in merged}) == 23
    cities = {c.bodies[0]: (c.date, c.basis) for c in changes if c.date.year == 2026}
    assert cities == {
        "dong-nai": (date(2026, 4, 30), "30/2026/QH16"),
        "quang-ninh": (date(2026, 9, 1), "36/2026/QH16"),
        "bac-ninh": (date(2026, 9, 20), "39/2026/QH16"),
    }
    hue = next(change for change in changes if change.bodies == ("thua-thien-hue",))
    assert (hue.kind, hue.into[0].name, hue.basis) == ("rename", "thành phố Huế", "175/2024/QH15")
    lai_chau = next(change for change in changes if change.bodies == ("lai-chau",))
    assert (lai_chau.kind, [share.key for share in lai_chau.into]) == ("split", ["dien-bien", "lai-chau"])
    assert all(change.date <= BEFORE for change in vnplan.registry.as_of(BEFORE).territory)


# ---- groups by kind ---------------------------------------------------------------------------------------------------


def days_of_change():
    """Every day on which a body or a province begins or ends, the day before it, and days between."""
    edges = {day for row in all_agencies() for day in (row.valid_from, row.valid_to and row.valid_to + DAY) if day}
    edges |= {change.date for change in all_changes()} | {
        unit.valid_from for unit in all_provinces() if unit.valid_from
    }
    days = sorted(edges)
    between = [a + (b - a) / 2 for a, b in pairwise(days)]
    return sorted({*days, *(day - DAY for day in days), *between, days[-1] + 400 * DAY})


def by_kind(kind, level, on, province):
    """Bodies of a kind that stand by themselves on a day in a province, by their rows alone."""
    rows = [row for row in all_agencies() if (row.kind, row.level) == (kind, level) and row.held(on)]
    alone = [row for row in rows if not (row.open or row.part_of or row.collective)]
    return {row.id for row in alone if not row.provinces or province in row.provinces}


@pytest.mark.parametrize("province", [("Lạng Sơn", "lang-son"), ("Hà Nội", "ha-noi")], ids=lambda p: p[1])
def test_every_department_of_a_day_is_in_the_group_of_that_day(province):
    name, slug = province
    for on in days_of_change():
        members = vnplan.registry["g_so_ban_nganh"].expand(on=on, province=name)
        keys = {body.key for body in (*members, *members.optional)}
        assert by_kind("department", "province", on, slug) - keys == set(), on
        assert all(body.held(on) for body in (*members, *members.optional)), on


@pytest.mark.parametrize(
    ("group", "kind", "level"),
    [
        ("g_bo_nganh", "ministry", "central"),
        ("g_bo_nganh", "ministry_level", "central"),
        ("tc_ctxh", "mass_org", "province"),
        ("g_tc_ctxh_tw", "mass_org", "central"),
        ("cq_bao_chi", "press", "province"),
    ],
)
def test_groups_hold_their_kinds_on_every_day(group, kind, level):
    for on in days_of_change():
        members = vnplan.registry[group].expand(on=on, province="Lạng Sơn")
        keys = {body.key for body in (*members, *members.optional)}
        assert by_kind(kind, level, on, "lang-son") - keys == set(), on
        assert all(body.held(on) for body in (*members, *members.optional)), on


def test_parts_of_a_body_are_in_no_group_of_their_kind():
    members = vnplan.registry["g_so_ban_nganh"].expand(on=BEFORE, province="Hải Dương")
    keys = {body.key for body in (*members, *members.optional)}
    assert not {"cc_kiem_lam", "phong_khtc", "vp_so", "tt_so", "so_qhkt", "so_gtvt_xd"} & keys
    in_lao_cai = vnplan.registry["g_so_ban_nganh"].expand(on=BEFORE, province="Lào Cai")
    assert "so_gtvt_xd" in {body.key for body in in_lao_cai.optional}


# ---- names on their day -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "on", "found"),
    [
        # Two bodies before their merger, one after it; the merged body's own name is that body on every day.
        ("Báo, Đài PTTH tỉnh", BEFORE, ["Báo Lạng Sơn", "Đài Phát thanh và Truyền hình tỉnh Lạng Sơn"]),
        ("Báo và Đài PTTH tỉnh", TODAY, ["Báo và Phát thanh, Truyền hình tỉnh Lạng Sơn"]),
        ("Báo và Phát thanh, Truyền hình tỉnh", BEFORE, ["Báo và Phát thanh, Truyền hình tỉnh Lạng Sơn"]),
        ("UBND các xã, phường, thị trấn", BEFORE, ["Ủy ban nhân dân các xã, phường, thị trấn"]),
        ("UBND các xã, phường, đặc khu", TODAY, ["Ủy ban nhân dân các xã, phường, đặc khu"]),
        ("UBND cấp xã", TODAY, ["Ủy ban nhân dân các xã, phường, đặc khu"]),
        ("Công an các xã, phường", TODAY, ["Công an các xã, phường, thị trấn"]),
        ("Bộ đội Biên phòng tỉnh", BEFORE, ["Bộ Chỉ huy Bộ đội Biên phòng tỉnh Lạng Sơn"]),
        ("Bộ đội Biên phòng tỉnh", TODAY, ["Ban Chỉ huy Bộ đội Biên phòng tỉnh Lạng Sơn"]),
        ("Ủy ban Quốc phòng và An ninh", BEFORE, ["Ủy ban Quốc phòng và An ninh của Quốc hội"]),
        (
            "Ủy ban Quốc phòng, An ninh và Đối ngoại",
            TODAY,
            ["Ủy ban Quốc phòng, An ninh và Đối ngoại của Quốc hội"],
        ),
        (
            "Hội đồng Dân tộc, các Ủy ban của Quốc hội, Văn phòng Quốc hội",
            BEFORE,
            ["Hội đồng Dân tộc của Quốc hội", "Các Ủy ban của Quốc hội", "Văn phòng Quốc hội"],
        ),
        ("Ủy ban Pháp luật và Tư pháp của Quốc hội", TODAY, ["Ủy ban Pháp luật và Tư pháp của Quốc hội"]),
        ("xây dựng pháp luật và tư pháp của Quốc hội khóa mới", TODAY, ["Quốc hội"]),
    ],
)
def test_names_of_the_day(text, on, found):
    assert names(vnplan.find_agencies(text, province="Lạng Sơn", on=on)) == found


def test_the_committees_of_the_assembly_over_time():
    then = vnplan.registry["g_uy_ban_qh"].expand(on=BEFORE)
    now = vnplan.registry["g_uy_ban_qh"].expand(on=TODAY)
    assert (len(then), len(now)) == (9, 7)
    assert "Ủy ban Xã hội của Quốc hội" in names(then)
    assert "Ủy ban Dân nguyện và Giám sát của Quốc hội" in names(now)


def test_a_renamed_body_keeps_its_id():
    refs = [vnplan.normalize_agency("VCCI", on=on) for on in (date(2020, 1, 1), TODAY)]
    assert refs[0].name != refs[1].name
    assert {ref.id for ref in refs} == {"agency:lien-doan-thuong-mai-cong-nghiep-viet-nam"}
