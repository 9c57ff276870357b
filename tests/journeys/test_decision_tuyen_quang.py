"""Tuyên Quang 742/2022 from skeletons to three published lists. All criteria are INVENTED (see deciding.py).

Officer enters → leader confirms → Sở verifies → published; 20–30 June and December; highest of peers by trait and full
points by claim on the same criterion; three pillars of 450 that share 250.
"""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from app.domain import framework as frameworks
from app.domain import lacking, planning, questions
from app.domain.agency import Authority
from app.domain.appraisal import Opinion
from app.domain.campaign import PeriodKind
from app.domain.framework import Framework
from app.domain.scoring import State
from app.errors import AppError
from app.operations.authority import appraising, campaigning, collecting, publishing
from app.operations.commune import improving
from tests.journeys.deciding import Calendar, Decision, Said, agency, invented, table
from tests.resources.skeletons import load

OFFICE = Authority(code="STTTT", name="Sở Thông tin và Truyền thông tỉnh Tuyên Quang", place="Tuyên Quang")
CHOSEN = {
    "phieu-thang-01": "theo-ky",
    "ky-so-lieu": "luy-ke",
    "thieu-tai-lieu": "so-xem-xet",
    "truc-thuoc-hay-dac-thu": "khoan-2-3",
    "ai-xac-dinh-dac-thu": "don-vi-khong-kem",
    "xep-hang-tru-cot": "chi-tong",
}
LEVELS = ("so", "huyen", "xa")
SUBORDINATE, ONLINE = "2.8", "6.25"  # the invented criteria of the first set that speak of subordinates, of services
OFFICES = (
    agency("S1", "Sở Tài chính", "so"),
    agency("S2", "Sở Ngoại vụ", "so", traits=frozenset({"khong-truc-thuoc"})),
    agency("S3", "Ban Dân tộc", "so", traits=frozenset({"khong-dvctt"})),
    agency("H1", "Ủy ban nhân dân huyện Sơn Dương", "huyen"),
    agency("H2", "Ủy ban nhân dân huyện Na Hang", "huyen"),
    agency("X1", "Ủy ban nhân dân xã Hồng Lạc", "xa"),
    agency("X2", "Ủy ban nhân dân xã Tân Trào", "xa"),
)


def fill(node: dict[str, Any]) -> None:
    """As many invented criteria as the decision counts, of whole points that add up to the group's."""
    if "nodes" in node:
        for inner in node["nodes"]:
            fill(inner)
        return
    count, points = node["declared_count"], int(node["maximum"])
    maxima = [points // count] * (count - 1)
    maxima.append(points - sum(maxima))
    node["nodes"] = [
        invented(f"{node['code']}.{at}", maximum, evidence_required=False) for at, maximum in enumerate(maxima, 1)
    ]


def province_set(level: str) -> Framework:
    """A skeleton answered and filled; the annex of the first says which criteria 7.2 and 7.3 speak of."""
    value = load(f"tuyen-quang-742-2022/{level}")
    for question in questions.unanswered(value):
        value = questions.answered(value, question.code, CHOSEN[question.code], "Văn bản hướng dẫn của Sở")
    raw = frameworks.to_json(value)
    for node in raw["nodes"]:
        fill(node)
    if level == "so":
        raw["grounds"][0]["nodes"], raw["grounds"][1]["nodes"] = [SUBORDINATE], [ONLINE]
    else:
        raw["grounds"] = raw["grounds"][2:]
    return lacking.completed(frameworks.from_json(raw))


@pytest.fixture(scope="module")
def sets() -> dict[str, Framework]:
    return {level: province_set(level) for level in LEVELS}


def opened(folder: Path, sets: dict[str, Framework], period: str, *offices: str) -> Decision:
    """The exercise of one period of 2026, on the first day of its ten."""
    june = period == "thang-6"
    house = Decision(folder, Calendar(2026, 6 if june else 12, 20), OFFICE)
    known = sets["xa"]
    when, rounds = planning.period(known, period, 2026), planning.rounds(known, period, 2026)
    chosen = [item for item in OFFICES if not offices or item.code in offices]
    levels = {item.target_group for item in chosen}
    used = {level: value for level, value in sets.items() if level in levels}
    house.open(f"Đánh giá chuyển đổi số {when.title}", when, rounds, used, *chosen)
    return house


def test_completed_sets_hold_the_figures_of_the_decision(sets: dict[str, Framework]) -> None:
    told = {level: (len(list(value.index.criteria())), value.totals.maximum) for level, value in sets.items()}
    assert told == {"so": (50, "450"), "huyen": (91, "850"), "xa": (34, "350")}


def test_an_open_question_stops_a_campaign_and_is_named(tmp_path: Path, sets: dict[str, Framework]) -> None:
    asks = questions.reopened(sets["xa"], "ky-so-lieu")
    house = Decision(tmp_path, Calendar(2026, 6, 20), OFFICE)
    with house.office() as here, pytest.raises(AppError, match=r"campaign\.open_question\(.*Số liệu của mỗi kỳ"):
        campaigning.create(
            here, title="Thử", authority=OFFICE, period=planning.period(asks, "thang-6", 2026), sets={"xa": asks},
            agencies=OFFICES[-2:], rounds=planning.rounds(asks, "thang-6", 2026),
        )  # fmt: skip


@pytest.mark.slow
def test_from_entry_to_three_published_lists(tmp_path: Path, sets: dict[str, Framework]) -> None:
    house = opened(tmp_path, sets, "thang-6")
    house.self_assess("S1", {SUBORDINATE: 75, ONLINE: 40}, 90)
    house.self_assess("S2", {ONLINE: 80}, 80)  # 7.2 acts by its trait
    special = Said(0, ground="7.4", explanation="Ngoài chức năng, nhiệm vụ của Ban", is_proven=False)
    house.self_assess("S3", {SUBORDINATE: special}, 70)  # 7.4 on the same criterion, 7.3 by its trait
    house.self_assess("H1", {"7.1": 50}, 80)
    house.self_assess("H2", {"8.1": 0}, 70)
    house.self_assess("X1", {}, 60)
    house.calendar.turn_to(2026, 6, 30)
    assert house.collect() == 6
    part = house.authority_part
    with house.office() as here:
        waiting = publishing.compute(here, part)
        assert waiting.is_provisional, "one commune is not in"
        assert waiting.scores["S2"].nodes[SUBORDINATE].state is State.PROVISIONAL
    house.self_assess("X2", {}, 50)
    assert house.collect() == 1
    with house.office() as here:
        assert not any(row.is_late for row in collecting.board(here, part))
        appraising.give(here, part, "S1", SUBORDINATE, Opinion.ADJUST, points="5", reason="Hai đơn vị chưa kết nối")
        for item in OFFICES:
            appraising.agree_with(here, part, item.code)
    ranked, published = house.publish()
    assert not ranked.is_provisional

    # the same criterion three ways: verified points, the highest of the peers, full points
    by_office = {code: ranked.scores[code].nodes[SUBORDINATE] for code in ("S1", "S2", "S3")}
    assert [by_office[code].points for code in ("S1", "S2", "S3")] == [5, 5, 8]
    articles = [next(told.article for told in by_office[code].applied) for code in ("S2", "S3")]
    assert articles == ["khoản 2 Điều 7", "khoản 4 Điều 7"]
    assert ranked.scores["S3"].nodes[ONLINE].points == 8, "the highest of the peers, 80 % of 10"
    assert [item.code for item in ranked.tables] == ["so", "huyen", "xa"]
    assert [(code, rank) for code, rank, _ in table(ranked, "so")] == [("S1", 1), ("S2", 2), ("S3", 3)]
    # 432 × 0,9 + 5 + 10 × 0,4; 432 × 0,8 + 5 + 8; 432 × 0,7 + 8 + 8
    assert [value for _, _, value in table(ranked, "so")] == [
        Fraction(3978, 10),
        Fraction(3586, 10),
        Fraction(3184, 10),
    ]
    assert table(ranked, "xa") == [("X1", 1, 210), ("X2", 2, 175)]
    check_pillars(ranked)

    with house.at("S2") as here:
        improving.receive(here, published.files["S2"][0])
        result = improving.result(here, house.parts["S2"])
        assert result is not None
        assert {node.node: node.points for node in result.nodes}[SUBORDINATE] == 5


def check_pillars(ranked: publishing.Ranked) -> None:
    """H1: 80 % but half of a criterion of 8 in the first pillar; H2: 70 % but nothing of one of 13 in the second."""
    one, two = ranked.scores["H1"], ranked.scores["H2"]
    assert [item.maximum for item in one.pillars.values()] == [450, 450, 450]
    assert [item.points for item in one.pillars.values()] == [360 - Fraction(24, 10), 360, 360]
    assert one.total == 680 - Fraction(24, 10), "the common 250 count once"
    assert [item.percent for item in two.pillars.values()] == [70, (315 - Fraction(91, 10)) * 100 / 450, 70]
    assert table(ranked, "huyen") == [("H1", 1, one.total), ("H2", 2, two.total)]


def test_december_is_a_period_of_its_own_and_a_day_later_is_late(tmp_path: Path, sets: dict[str, Framework]) -> None:
    house = opened(tmp_path, sets, "thang-12", "X1", "X2")
    with house.office() as here:
        (row, _) = collecting.board(here, house.authority_part)
        assert not row.is_late
    when = planning.period(sets["xa"], "thang-12", 2026)
    assert (when.kind, when.data_from, when.data_to) == (PeriodKind.HALF_YEAR, date(2026, 1, 1), date(2026, 12, 31))
    house.self_assess("X1", {}, 60)
    house.calendar.turn_to(2026, 12, 30)
    house.collect()
    house.self_assess("X2", {}, 60)
    house.calendar.turn_to(2026, 12, 31)
    house.collect()
    with house.office() as here:
        assert [row.agency.code for row in collecting.board(here, house.authority_part) if row.is_late] == ["X2"]
        ranked = publishing.compute(here, house.authority_part)
    assert [(rank, value) for _, rank, value in table(ranked, "xa")] == [(1, 210), (1, 210)], "equal points, one rank"
