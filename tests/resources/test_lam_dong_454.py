"""Lâm Đồng 454/QĐ-UBND, 08/3/2023, after its summary: three sets, two rounds, and each district its own commune set."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from app.domain import planning
from app.domain.framework import EvidencePolicy, Figure, Framework, RoundField, StepKind
from app.domain.lacking import lacking
from tests.resources.skeletons import groups, is_sound, load, open_codes, settled

SETS = ("so-co-tthc", "so-khong-tthc", "huyen")
SEVEN = ["Nhận thức số", "Thể chế số", "Hạ tầng số", "Nhân lực số", "An toàn thông tin mạng"]
SEVEN += ["Hoạt động chính quyền số", "Hoạt động xã hội số"]


@pytest.fixture(scope="module", params=SETS)
def each(request: pytest.FixtureRequest) -> Framework:
    return load(f"lam-dong-454-2023/{request.param}")


@pytest.mark.parametrize("name", SETS)
def test_it_is_a_sound_skeleton(name: str, slips: Callable[[str], list[str]]) -> None:
    assert is_sound(f"lam-dong-454-2023/{name}", slips)


@pytest.mark.parametrize(
    ("name", "titles", "count", "points"),
    [
        ("so-co-tthc", SEVEN, 42, 1000),
        ("so-khong-tthc", SEVEN, 30, 800),
        ("huyen", [*SEVEN, "Kinh tế số"], 72, 900),
    ],
)
def test_main_indicators_components_and_scale(name: str, titles: list[str], count: int, points: int) -> None:
    framework = load(f"lam-dong-454-2023/{name}")
    assert groups(framework) == [(title, "0") for title in titles]
    lack = lacking(framework)
    assert (lack.criteria, lack.points) == (count, Fraction(points))
    assert lack.unmeasured == tuple(framework.index.children[""]), "how the scale is split stands in the annex"
    assert framework.terms["group"] == "Chỉ số chính"
    assert framework.terms["criterion"] == "Chỉ số thành phần"


def test_number_and_date(each: Framework) -> None:
    assert each.regulation is not None
    assert (each.regulation.number, each.regulation.date) == ("454/QĐ-UBND", date(2023, 3, 8))
    assert each.regulation.id == "lam-dong-454-2023"


def test_communes_have_the_set_of_their_own_district(each: Framework) -> None:
    assert each.regulation is not None
    assert "từng huyện, thành phố tự xây dựng" in each.regulation.note
    assert any("bộ chỉ số cấp xã do từng huyện" in remark.words for remark in each.remarks)
    assert {group.code for name in SETS for group in load(f"lam-dong-454-2023/{name}").target_groups} == set(SETS)


def test_units_without_procedures_have_a_set_and_no_ground(each: Framework) -> None:
    assert each.grounds == ()
    assert each.regulation is not None
    assert "800 điểm" in each.regulation.note


def test_data_of_the_calendar_year(each: Framework) -> None:
    told = planning.period(each, "nam", 2026)
    assert (told.title, told.data_from, told.data_to) == ("Năm 2026", date(2026, 1, 1), date(2026, 12, 31))


def test_round_1_before_10_january_round_2_before_28_february_published_in_the_second_quarter(each: Framework) -> None:
    rounds = planning.rounds(each, "nam", 2025)
    assert [item.deadline.last_day() for item in rounds if item.deadline] == [date(2026, 1, 9), date(2026, 2, 27)]
    final = planning.steps(each, "nam", 2025)[-1].deadline
    assert final is not None
    assert (final.first_day, final.last_day()) == (date(2026, 4, 1), date(2026, 6, 30))
    assert each.evidence.missing is each.evidence.incomplete is EvidencePolicy.NEXT_ROUND


def test_helper_team_appraises_council_reviews_province_publishes(each: Framework) -> None:
    by_kind = {step.kind: step.actor for step in each.steps}
    assert by_kind[StepKind.APPRAISAL] == "Tổ giúp việc Hội đồng đánh giá"
    assert by_kind[StepKind.COUNCIL] == "Hội đồng đánh giá"
    assert by_kind[StepKind.CONSOLIDATION] == "Sở Thông tin và Truyền thông"
    assert by_kind[StepKind.FINAL] == "Ủy ban nhân dân tỉnh"


def test_good_practices_are_to_be_named(each: Framework) -> None:
    assert each.terms["good_practice"] == "Thực tiễn tốt, điển hình"
    assert each.regulation is not None
    assert "thực tiễn tốt, điển hình" in each.regulation.note


def test_what_round_2_opens_is_asked(each: Framework) -> None:
    assert "lan-2" in open_codes(each)
    assert RoundField.INPUTS in planning.rounds(settled(each, lan_2="ca-so-lieu"), "nam", 2023)[1].opens
    assert RoundField.INPUTS not in planning.rounds(settled(each, lan_2="giai-trinh"), "nam", 2023)[1].opens


@pytest.mark.parametrize("name", SETS[:2])
def test_one_list_of_offices_or_two_is_asked(name: str) -> None:
    framework = load(f"lam-dong-454-2023/{name}")
    assert framework.ranking_tables == ()
    (own,) = settled(framework, xep_hang="rieng").ranking_tables
    assert (own.code, own.measure) == (name, Figure.TOTAL)
    (both,) = settled(framework, xep_hang="chung").ranking_tables
    assert (both.code, both.measure, both.is_common) == ("so", Figure.PERCENT, True)


def test_districts_are_one_list() -> None:
    district = load("lam-dong-454-2023/huyen")
    assert [(table.code, table.measure) for table in district.ranking_tables] == [("huyen", Figure.TOTAL)]
    assert open_codes(district) == ["lan-2"]
