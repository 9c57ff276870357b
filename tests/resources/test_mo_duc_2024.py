"""Mộ Đức 2024, plan (number and date blank): what its body states, and nothing of its annexes.

II.2 two annexes; II.4.b percent, also per content; II.4.c four tables; II.5.1 and II.5.2 two rounds with a supplement;
III.3.d before 15/11; III.1.b before 30/11; II.3.b encouragement.
"""

from collections.abc import Callable
from datetime import date

import pytest

from app.domain import planning
from app.domain.framework import EvidencePolicy, Figure, Framework, Role, RoundField, StepKind
from app.domain.lacking import lacking
from tests.resources.skeletons import groups, is_sound, load, open_codes, settled

DISTRICT, COMMUNES = "mo-duc-2024/pl1", "mo-duc-2024/pl2"
THREE = ["Chính quyền số", "Kinh tế số", "Xã hội số"]
BOTH = pytest.mark.parametrize("name", [DISTRICT, COMMUNES])


@pytest.fixture(scope="module")
def communes() -> Framework:
    return load(COMMUNES)


@BOTH
def test_it_is_a_sound_skeleton(name: str, slips: Callable[[str], list[str]]) -> None:
    assert is_sound(name, slips)


def test_ii_2_two_annexes_for_the_district_and_for_the_communes(communes: Framework) -> None:
    district = load(DISTRICT)
    told = [(item.regulation.annex, item.regulation.article) for item in (district, communes) if item.regulation]
    assert told == [("Phụ lục I", "điểm a khoản 2 mục II"), ("Phụ lục II", "điểm b khoản 2 mục II")]
    ranked = [(item.target_groups[0].name, item.target_groups[0].is_ranked) for item in (district, communes)]
    assert ranked == [("Ủy ban nhân dân huyện", False), ("Ủy ban nhân dân xã, thị trấn", True)]


@BOTH
def test_no_figure_of_the_annexes_is_made_up(name: str) -> None:
    framework = load(name)
    assert groups(framework) == [(title, "0") for title in THREE]
    assert len(lacking(framework).unmeasured) == 4
    assert (framework.bands, framework.grounds) == ((), ())


@BOTH
def test_ii_4b_percent_overall_and_for_each_content_and_ii_4c_four_tables(name: str) -> None:
    framework = load(name)
    assert [pillar.name for pillar in framework.pillars] == THREE
    assert framework.terms["percent"] == "Giá trị điểm Chỉ số (%)"
    tables = [(table.title, table.measure, table.pillar) for table in framework.ranking_tables]
    assert tables == [
        ("Xếp hạng Chuyển đổi số", Figure.PERCENT, ""),
        ("Xếp hạng về Chính quyền số", Figure.PILLAR_PERCENT, "cqs"),
        ("Xếp hạng về Kinh tế số", Figure.PILLAR_PERCENT, "kts"),
        ("Xếp hạng về Xã hội số", Figure.PILLAR_PERCENT, "xhs"),
    ]


def test_ii_5_2_two_rounds_with_explanation_and_evidence_between(communes: Framework) -> None:
    steps = [(step.kind, step.round, step.article) for step in communes.steps[1:5]]
    assert [step[:2] for step in steps] == [
        (StepKind.SELF, 1),
        (StepKind.APPRAISAL, 1),
        (StepKind.EXPLANATION, 2),
        (StepKind.APPRAISAL, 2),
    ]
    assert [article[:20] for *_, article in steps] == [f"điểm {letter} khoản 5.2 mục"[:20] for letter in "abcd"]
    assert communes.steps[3].opens == (RoundField.EXPLANATION, RoundField.EVIDENCE)
    assert communes.evidence.missing is communes.evidence.incomplete is EvidencePolicy.NEXT_ROUND


def test_ii_5_1_the_district_is_appraised_by_the_province() -> None:
    district = load(DISTRICT)
    assert [step.actor for step in district.steps if step.kind is StepKind.APPRAISAL] == [
        "Thành viên Hội đồng thẩm định cấp tỉnh",
        "Hội đồng thẩm định cấp tỉnh",
    ]
    assert [step.deadline for step in district.steps] == [None] * 5
    assert "tu-danh-gia" in open_codes(district)


def test_iii_before_15_and_before_30_november(communes: Framework) -> None:
    days = {step.code: step.deadline.last_day() for step in planning.steps(communes, "nam", 2026) if step.deadline}
    assert days == {"tu-danh-gia": date(2026, 11, 14), "tham-muu": date(2026, 11, 29)}


def test_what_it_leaves_open_is_asked(communes: Framework) -> None:
    asked = ["diem-khuyen-khich", "muc-khuyen-khich", "noi-dung-chung", "ky-so-lieu", "han-bo-sung"]
    assert open_codes(communes) == asked
    assert (communes.periods[0].data_from, communes.periods[0].data_to) == (None, None)


def test_encouragement_inside_or_beside_the_percentage(communes: Framework) -> None:
    inside = settled(communes, diem_khuyen_khich="trong-ty-le", muc_khuyen_khich="2.5")
    assert [node.title for node in inside.nodes if node.role is Role.BONUS] == ["Điểm khuyến khích"]
    assert inside.totals.bonus_in_percent
    assert inside.totals.bonus_cap == "2.5"
    beside = settled(inside, diem_khuyen_khich="ngoai-ty-le", muc_khuyen_khich="khong-gioi-han")
    assert (len(beside.nodes), beside.totals.bonus_in_percent, beside.totals.bonus_cap) == (4, False, None)
    none = settled(beside, diem_khuyen_khich="khong", muc_khuyen_khich="khong-co")
    assert (len(none.nodes), none.totals.bonus_in_percent, none.totals.bonus_cap) == (3, False, "0")


def test_common_content_counts_overall_or_in_each_of_the_three(communes: Framework) -> None:
    shared = settled(communes, noi_dung_chung="ca-ba")
    assert {pillar.nodes[0] for pillar in shared.pillars} == {"noi-dung-chung"}
    apart = settled(shared, noi_dung_chung="rieng")
    assert len(apart.nodes) == 4
    assert [pillar.nodes for pillar in apart.pillars] == [("chinh-quyen-so",), ("kinh-te-so",), ("xa-hoi-so",)]
    assert settled(apart, noi_dung_chung="khong").nodes == communes.nodes


def test_a_day_for_the_supplement_between_the_two_rounds(communes: Framework) -> None:
    rounds = planning.rounds(settled(communes, han_bo_sung="22-11"), "nam", 2024)
    assert [item.deadline.last_day() for item in rounds if item.deadline] == [date(2024, 11, 14), date(2024, 11, 22)]
    assert planning.rounds(settled(communes, han_bo_sung="theo-dot"), "nam", 2024)[1].deadline is None


def test_where_the_paper_disagrees_is_told(communes: Framework) -> None:
    told = " ".join(remark.words for remark in communes.remarks)
    assert all(words in told for words in ("5.2", "15 ngày", "kỳ số liệu", "Hội đồng Thẩm định huyện tự đánh giá"))
