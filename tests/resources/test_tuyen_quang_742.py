"""Quyết định 742/QĐ-UBND of 24/6/2022, Tuyên Quang: what its body states, and nothing of its annexes.

Articles are those of the set of indices attached to it, unless "Quyết định" is said. Điều 5 groups, counts and points;
6 order and dates; 7.2–7.4 not applicable; 8 the three lists; 9, 10 responsibilities.
"""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from app.domain import planning
from app.domain.campaign import PeriodKind
from app.domain.framework import Figure, Framework, Group, Rescale, StatedBy, StepKind
from app.domain.lacking import lacking
from app.domain.rules import Policy
from tests.resources.skeletons import is_sound, load, open_codes, settled

SETS = ("so", "huyen", "xa")
SO = [
    ("Nhận thức số", 5, 50),
    ("Thể chế số", 8, 50),
    ("Hạ tầng số", 5, 50),
    ("Nhân lực số", 4, 20),
    ("An toàn thông tin mạng", 3, 30),
    ("Hoạt động chuyển đổi số", 25, 250),
]
COMMON = [
    ("Nhận thức số", 7, 50),
    ("Thể chế số", 9, 50),
    ("Hạ tầng số", 8, 50),
    ("Nhân lực số", 7, 50),
    ("An toàn thông tin mạng", 3, 30),
    ("Đô thị thông minh", 3, 20),
]
ACTIVITY = [
    ("Hoạt động chính quyền số", 25, 200),
    ("Hoạt động kinh tế số", 15, 200),
    ("Hoạt động xã hội số", 14, 200),
]
XA = [
    ("Nhận thức số", 5, 50),
    ("Thể chế số", 6, 60),
    ("Hạ tầng số", 2, 20),
    ("Hoạt động chuyển đổi số", 16, 160),
    ("An toàn, an ninh mạng", 1, 10),
    ("Nhân lực số", 4, 50),
]
Row = tuple[str, int | None, Fraction]


@pytest.fixture(scope="module", params=SETS)
def each(request: pytest.FixtureRequest) -> Framework:
    return load(f"tuyen-quang-742-2022/{request.param}")


@pytest.fixture(scope="module")
def huyen() -> Framework:
    return load("tuyen-quang-742-2022/huyen")


def rows(nodes: tuple[object, ...]) -> list[Row]:
    return [(node.title, node.declared_count, node.maximum.value) for node in nodes if isinstance(node, Group)]


@pytest.mark.parametrize("name", SETS)
def test_it_is_a_sound_skeleton(name: str, slips: Callable[[str], list[str]]) -> None:
    assert is_sound(f"tuyen-quang-742-2022/{name}", slips)


def test_the_decision_is_742_of_24_june_2022(each: Framework) -> None:
    told = each.regulation
    assert told is not None
    assert (told.id, told.number, told.date) == ("tuyen-quang-742-2022", "742/QĐ-UBND", date(2022, 6, 24))
    assert told.issuer == "Chủ tịch Ủy ban nhân dân tỉnh Tuyên Quang"
    assert "297/QĐ-UBND" in told.note


# Điều 5 ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "groups", "count", "points"), [("so", SO, 50, 450), ("xa", XA, 34, 350)])
def test_article_5_1_and_5_3_groups_counts_and_points(
    name: str, groups: list[tuple[str, int, int]], count: int, points: int
) -> None:
    value = load(f"tuyen-quang-742-2022/{name}")
    assert rows(value.nodes) == groups
    assert sum(row[1] for row in groups) == value.totals.declared_count == count
    assert sum(row[2] for row in groups) == value.totals.maximum.value == points
    assert value.pillars == ()
    assert value.totals.rescale is Rescale.NO


def test_article_5_2_the_districts_have_two_parts_of_250_and_600(huyen: Framework) -> None:
    assert rows(huyen.nodes) == [("Nhóm chỉ số nền tảng chung", 37, 250), ("Nhóm chỉ số hoạt động", 54, 600)]
    common, activity = (node for node in huyen.nodes if isinstance(node, Group))
    assert rows(common.nodes) == COMMON
    assert rows(activity.nodes) == ACTIVITY
    assert (huyen.totals.declared_count, huyen.totals.maximum.value) == (91, 850)


def test_article_5_2_three_pillars_of_450_share_the_common_250(huyen: Framework) -> None:
    assert [(pillar.name, pillar.maximum) for pillar in huyen.pillars] == [
        ("Chính quyền số", "450"),
        ("Kinh tế số", "450"),
        ("Xã hội số", "450"),
    ]
    shared = set.intersection(*(set(pillar.nodes) for pillar in huyen.pillars))
    places = huyen.index.places
    assert sum(places[id_].maximum for id_ in shared) == 250
    counted = []
    for pillar in huyen.pillars:
        groups = [places[id_].node for id_ in pillar.nodes]
        assert len(groups) == 7
        assert sum(group.maximum.value for group in groups) == 450
        counted.append(sum(row[1] or 0 for row in rows(tuple(groups))))
    assert counted == [62, 52, 51]


@pytest.mark.parametrize(("name", "criteria", "points"), [("so", 50, 450), ("huyen", 91, 850), ("xa", 34, 350)])
def test_a_skeleton_counts_what_its_annex_holds(name: str, criteria: int, points: int) -> None:
    lack = lacking(load(f"tuyen-quang-742-2022/{name}"))
    assert (lack.criteria, lack.points, lack.uncounted, lack.unmeasured) == (criteria, points, (), ())


# Điều 6 ------------------------------------------------------------------------------------------------------------


def test_article_6_1_officer_leader_authority_province(each: Framework) -> None:
    assert [(step.kind, step.actor) for step in each.steps] == [
        (StepKind.NOTICE, "Sở Thông tin và Truyền thông"),
        (StepKind.SELF, "Đầu mối của cơ quan, đơn vị, địa phương"),
        (StepKind.CONFIRMATION, "Lãnh đạo cơ quan, đơn vị, địa phương"),
        (StepKind.APPRAISAL, "Sở Thông tin và Truyền thông"),
        (StepKind.CONSOLIDATION, "Sở Thông tin và Truyền thông"),
        (StepKind.FINAL, "Ủy ban nhân dân tỉnh"),
    ]
    assert all("khoản 1" in step.article and "Điều 6" in step.article for step in each.steps)
    assert {step.round for step in each.steps} == {1}


def test_article_6_2_from_20_to_30_june_and_december_or_on_request(each: Framework) -> None:
    assert [period.kind for period in each.periods] == [PeriodKind.HALF_YEAR, PeriodKind.HALF_YEAR, PeriodKind.AD_HOC]
    days = [planning.rounds(each, code, 2026)[0].deadline for code in ("thang-6", "thang-12", "dot-xuat")]
    spans = [(day.first_day, day.last_day()) for day in days if day is not None]
    assert spans == [
        (date(2026, 6, 20), date(2026, 6, 30)),
        (date(2026, 12, 20), date(2026, 12, 30)),
    ]
    assert days[2] is None, "whoever asks for it names the day"


# Điều 7, 8 ---------------------------------------------------------------------------------------------------------


def test_article_7_highest_of_peers_twice_and_full_points_once(each: Framework) -> None:
    assert [(ground.article, ground.policy, ground.stated_by) for ground in each.grounds] == [
        ("khoản 2 Điều 7", Policy.PEER_MAXIMUM, StatedBy.TRAIT),
        ("khoản 3 Điều 7", Policy.PEER_MAXIMUM, StatedBy.TRAIT),
        ("khoản 4 Điều 7", Policy.FULL, StatedBy.AGENCY),
    ]
    assert [ground.trait for ground in each.grounds[:2]] == [trait.code for trait in each.traits]


def test_article_8_one_list_by_points_for_each_level(each: Framework) -> None:
    (table,) = each.ranking_tables
    assert table.measure is Figure.TOTAL
    assert each.bands == ()
    titles = {load(f"tuyen-quang-742-2022/{name}").ranking_tables[0].title.rsplit("cấp ")[1] for name in SETS}
    assert titles == {"sở, ngành", "huyện", "xã"}


def test_its_own_names(each: Framework) -> None:
    own = {key: each.terms[key] for key in ("group", "criterion", "subcriterion", "evidence")}
    assert own == {
        "group": "Chỉ số chính",
        "criterion": "Tiêu chí",
        "subcriterion": "Tiêu chí thành phần",
        "evidence": "Tài liệu kiểm chứng",
    }


# What is open ------------------------------------------------------------------------------------------------------

OPEN = ["phieu-thang-01", "ky-so-lieu", "thieu-tai-lieu", "truc-thuoc-hay-dac-thu", "ai-xac-dinh-dac-thu"]


def test_what_it_leaves_open_is_asked(each: Framework) -> None:
    assert [code for code in open_codes(each) if code != "xep-hang-tru-cot"] == OPEN
    assert ("xep-hang-tru-cot" in open_codes(each)) == bool(each.pillars)
    assert each.evidence.missing is None
    assert each.periods[0].data_to is None


def test_answers_become_policies_days_and_lists(huyen: Framework) -> None:
    chosen = settled(
        huyen, phieu_thang_01="thang-01", ky_so_lieu="luy-ke", thieu_tai_lieu="khong-tinh",
        truc_thuoc_hay_dac_thu="don-vi-neu", ai_xac_dinh_dac_thu="so", xep_hang_tru_cot="ca-tru-cot",
    )  # fmt: skip
    assert open_codes(chosen) == []
    assert planning.steps(chosen, "thang-6", 2026)[0].deadline.last_day() == date(2026, 1, 31)  # type: ignore[union-attr]
    assert planning.period(chosen, "thang-12", 2026).data_to == date(2026, 12, 31)
    assert chosen.evidence.missing == "zero_final"
    assert [ground.stated_by for ground in chosen.grounds] == [StatedBy.AGENCY, StatedBy.AGENCY, StatedBy.REVIEWER]
    assert [table.measure for table in chosen.ranking_tables] == [Figure.TOTAL, *[Figure.PILLAR_POINTS] * 3]


def test_where_the_papers_disagree_is_said(each: Framework) -> None:
    told = " ".join(remark.words for remark in each.remarks)
    for words in ("tháng 01", "điểm cao nhất", "bốn phụ lục", "bộ tiêu chí", "không có điểm đ"):
        assert words in told
