"""Đà Nẵng 2901/2023 from skeletons to four lists and banded wards. All criteria are INVENTED (see deciding.py).

Entry 3 days before each agency's inspection → on site → agreed figures → council → approval; no proof, no points, for
good; what is no duty leaves the scale when proven; six bands on 100; bonus and penalty beside the scale.
"""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from app.domain import framework as frameworks
from app.domain import lacking, planning, questions, results
from app.domain.agency import Authority
from app.domain.appraisal import Opinion
from app.domain.assessment import Answers
from app.domain.framework import Framework
from app.domain.scoring import Cause, State
from app.errors import AppError
from app.operations.authority import appraising, collecting
from app.operations.authority.publishing import Ranked
from app.operations.commune import improving
from tests.journeys.deciding import Calendar, Decision, Said, agency, invented, table
from tests.resources.skeletons import load

OFFICE = Authority(code="STTTT", name="Sở Thông tin và Truyền thông thành phố Đà Nẵng", place="Đà Nẵng")
CHOSEN = {
    "thang-diem": "100",
    "quy-doi": "truoc-thuong",
    "diem-xep-hang": "tong",
    "muc-thuong": "3",
    "muc-tru": "khong-gioi-han",
    "vuot-thang": "khong",
    "chung-minh-chua-du": "doan-xem-xet",
    "ky-so-lieu": "ngay-kiem-tra",
    "dac-thu-muc-6": "toan-bo",
    "phuong-xa": "chi-xep-muc",
}
ANNEXES = {
    "co-quan-chuyen-mon": "pl2",
    "khong-tthc": "pl2",
    "trung-uong": "pl3",
    "quan-huyen": "pl4",
    "phuong-xa": "pl5",
}
DAY, EARLIER = date(2024, 11, 20), date(2024, 11, 12)
OFFICES = (
    agency("C1", "Sở Tài chính", "co-quan-chuyen-mon", inspection_day=DAY),
    agency("C2", "Sở Du lịch", "co-quan-chuyen-mon", inspection_day=EARLIER),
    agency("K1", "Thanh tra thành phố", "khong-tthc", traits=frozenset({"khong-tthc"}), inspection_day=DAY),
    agency("T1", "Cục Thuế Đà Nẵng", "trung-uong", inspection_day=DAY),
    agency("Q1", "Ủy ban nhân dân quận Hải Châu", "quan-huyen", inspection_day=DAY),
    agency("P1", "Ủy ban nhân dân phường Thạch Thang", "phuong-xa", parent="Q1", inspection_day=DAY),
    agency("P2", "Ủy ban nhân dân phường Hòa Thuận Tây", "phuong-xa", parent="Q1", inspection_day=DAY),
)


def city_set(annex: str, **answers: str) -> Framework:
    """A skeleton answered; two invented criteria of equal points in each heading, 100 in all; bonus 5, penalty 4."""
    value = load(f"da-nang-2901-2023/{annex}")
    for question in questions.unanswered(value):
        value = questions.answered(value, question.code, {**CHOSEN, **answers}[question.code], "Ban Chỉ đạo quyết định")
    raw = frameworks.to_json(value)
    *headings, nine = raw["nodes"]
    points = [10] * (len(headings) - 1)
    for heading, maximum in zip(headings, [100 - sum(points), *points], strict=True):
        heading["maximum"] = str(maximum)
        heading["nodes"] = [criterion(f"{heading['code']}.{at}", maximum // 2) for at in (1, 2)]
    for group, maximum in zip(nine["nodes"], (5, -4), strict=True):
        group["maximum"] = str(maximum)
        group["nodes"] = [criterion("9.1" if maximum > 0 else "9.2", maximum)]
    return lacking.completed(frameworks.from_json(raw))


def criterion(code: str, maximum: int) -> dict[str, Any]:
    """The first of each heading must be proven."""
    return invented(code, maximum, evidence_required=code.endswith(".1"))


@pytest.fixture(scope="module")
def sets() -> dict[str, Framework]:
    made = {annex: city_set(annex) for annex in set(ANNEXES.values())}
    return {group: made[annex] for group, annex in ANNEXES.items()}


def opened(folder: Path, sets: dict[str, Framework], *offices: str) -> Decision:
    house = Decision(folder, Calendar(2024, 11, 1), OFFICE)
    chosen = [item for item in OFFICES if not offices or item.code in offices]
    first = sets[chosen[0].target_group]
    used = {group: value for group, value in sets.items() if group in {item.target_group for item in chosen}}
    when, rounds = planning.period(first, "nam", 2024), planning.rounds(first, "nam", 2024)
    house.open("Đánh giá chuyển đổi số năm 2024", when, rounds, used, *chosen)
    return house


SPECIAL = Said(0, ground="5.3.c", explanation="Ngoài chức năng, nhiệm vụ theo quyết định thành lập", is_proven=False)


def test_no_duty_must_be_proven_before_it_can_be_handed_in(tmp_path: Path, sets: dict[str, Framework]) -> None:
    house = opened(tmp_path, sets, "T1")
    with pytest.raises(AppError, match=r"submission\.not_ready"):
        house.self_assess("T1", {"3.1": SPECIAL})
    with house.at("T1") as here:
        house.prove(here, "T1", "3.1")
    assert house.send("T1").exists()


@pytest.mark.slow
def test_from_entry_to_four_lists_and_banded_wards(tmp_path: Path, sets: dict[str, Framework]) -> None:
    house = opened(tmp_path, sets)
    nothing = {"9.1": Said(0, is_proven=False), "9.2": 0}
    house.self_assess("C1", {**nothing, "1.1": Said(100, is_proven=False), "9.1": 100, "9.2": 50}, 90)
    house.self_assess("K1", nothing, 80)  # heading 6 leaves the scale by its trait
    house.self_assess("Q1", nothing, 70)
    house.self_assess("P1", {**nothing, "9.1": 40}, 90)
    house.self_assess("P2", nothing, 60)
    with pytest.raises(AppError, match=r"submission\.not_ready"):
        house.self_assess("T1", {**nothing, "3.1": SPECIAL}, 90)
    with house.at("T1") as here:
        house.prove(here, "T1", "3.1")
    house.send("T1")
    house.calendar.turn_to(2024, 11, 10)
    house.self_assess("C2", nothing, 85)
    assert house.collect() == 7
    part = house.authority_part
    with house.office() as here:
        assert [row.agency.code for row in collecting.board(here, part) if row.is_late] == ["C2"], "12/11 less 3 days"
        appraising.give(here, part, "C2", "2.1", Opinion.ADJUST, points="3", reason="Số liệu của Sở Nội vụ khác")
        for item in OFFICES:
            appraising.agree_with(here, part, item.code)
        appraising.conclude(here, part, "C2", "2.1", "4", "Hội đồng xử lý kiến nghị: công nhận văn bản bổ sung")
    house.calendar.turn_to(2025, 3, 20)
    ranked, published = house.publish()
    assert not ranked.is_provisional

    check_lists(ranked)
    check_what_was_applied(ranked)
    with house.at("P2") as here:
        improving.receive(here, published.files["P2"][0])
        result = improving.result(here, house.parts["P2"])
        assert result is not None
        assert result.own_rows["phuong-xa"].band == "Trung bình khá"


def check_lists(ranked: Ranked) -> None:
    assert [item.code for item in ranked.tables if any(row.rank for row in item.rows)] == [
        "co-quan-chuyen-mon",
        "khong-tthc",
        "trung-uong",
        "quan-huyen",
    ]
    # C1: 100 − 20 unproven = 80 × 0,9 + 3 (5, at most 3) − 2; C2: 100 × 0,85 − 4,25 + 4
    assert table(ranked, "co-quan-chuyen-mon") == [("C2", 1, Fraction(8475, 100)), ("C1", 2, 73)]
    assert table(ranked, "khong-tthc") == [("K1", 1, 80)], "80 of 90 brought to 100"
    assert table(ranked, "trung-uong") == [("T1", 1, 90)], "85,5 of 95 brought to 100"
    assert table(ranked, "quan-huyen") == [("Q1", 1, 70)]
    assert table(ranked, "phuong-xa") == [("P1", None, 92), ("P2", None, 60)], "banded, not ranked"
    bands = {code: score.bands["xep-loai"] for code, score in ranked.scores.items()}
    assert bands == {
        "C1": "Khá",
        "C2": "Tốt",
        "K1": "Tốt",
        "T1": "Xuất sắc",
        "Q1": "Khá",
        "P1": "Xuất sắc",
        "P2": "Trung bình khá",
    }


def check_what_was_applied(ranked: Ranked) -> None:
    unproven = ranked.scores["C1"].nodes["1.1"]
    assert (unproven.points, unproven.state) == (0, State.SCORED)
    assert [(told.cause, told.article) for told in unproven.applied] == [
        (Cause.MISSING_EVIDENCE, "điểm b khoản 3 Điều 5")
    ]
    excluded = {code: ranked.scores[code].effective_maximum for code in ("K1", "T1", "C1")}
    assert excluded == {"K1": 90, "T1": 95, "C1": 100}
    (why,) = ranked.scores["K1"].nodes["dich-vu-cong"].applied
    assert why.article == "mục 2 Phụ lục I"
    assert (ranked.scores["C1"].bonus, ranked.scores["C1"].penalty) == (3, 2)
    assert ranked.scores["C2"].nodes["2.1"].points == 4


@pytest.mark.parametrize(
    ("answer", "total", "band"),
    [
        ("khong", Fraction(865, 10), "Tốt"),
        ("truoc-thuong", 91, "Xuất sắc"),
        ("sau-thuong", Fraction(1730, 19), "Xuất sắc"),
    ],
)
def test_the_same_figures_fall_into_other_bands_as_they_are_brought_to_100(
    answer: str, total: Fraction, band: str
) -> None:
    value = city_set("pl3", **{"quy-doi": answer})
    proven = {place.id: Said(90, level="sufficient").response for place in value.index.criteria()}
    told = {"3.1": SPECIAL.response, "9.1": Said(20, level="sufficient").response, "9.2": Said(0).response}
    score = results.score(value, Answers(responses={**proven, **told}))
    assert (score.total, score.bands["xep-loai"]) == (total, band)
