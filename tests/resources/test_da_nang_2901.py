"""Quyết định 2901/QĐ-UBND of 27/12/2023, Đà Nẵng: what its body and Annex I state, and nothing of Annexes II to V.

Articles are those of the set of indices attached to it, unless "Quyết định" is said. Điều 2 and Annex I objects;
4 headings; 5 method and order; 6 ranking groups and bands; 7.1 agreed figures; 8.1 yearly revision.
"""

from collections.abc import Callable
from datetime import date

import pytest

from app.domain import planning
from app.domain.framework import EvidencePolicy, Figure, Framework, Group, Rescale, Role, StatedBy, StepKind
from app.domain.lacking import lacking
from app.domain.results import band_of
from app.domain.rules import Policy
from tests.app.domain.making import A
from tests.resources.skeletons import is_sound, load, open_codes, settled

SETS = ("pl2", "pl3", "pl4", "pl5")
SEVEN = [
    "Nhận thức số",
    "Thể chế số",
    "Hạ tầng số",
    "Dữ liệu số",
    "Ứng dụng công nghệ số",
    "Dịch vụ công trực tuyến",
    "Nhân lực số",
]


@pytest.fixture(scope="module", params=SETS)
def each(request: pytest.FixtureRequest) -> Framework:
    return load(f"da-nang-2901-2023/{request.param}")


@pytest.fixture(scope="module")
def sets() -> dict[str, Framework]:
    return {name: load(f"da-nang-2901-2023/{name}") for name in SETS}


@pytest.mark.parametrize("name", SETS)
def test_it_is_a_sound_skeleton(name: str, slips: Callable[[str], list[str]]) -> None:
    assert is_sound(f"da-nang-2901-2023/{name}", slips)


def test_the_decision_is_2901_of_27_december_2023(each: Framework) -> None:
    told = each.regulation
    assert told is not None
    assert (told.id, told.number, told.date) == ("da-nang-2901-2023", "2901/QĐ-UBND", date(2023, 12, 27))
    assert "448/QĐ-UBND" in told.note
    assert "73/QĐ-UBND" in told.note
    assert "30 tháng 9" in told.note, "khoản 1 điểm d Điều 8: revised each year"


# Điều 2, 4, Phụ lục I ----------------------------------------------------------------------------------------------


def test_article_2_and_annex_1_five_groups_of_agencies_on_four_annexes(sets: dict[str, Framework]) -> None:
    told = {name: [(group.code, group.declared_count) for group in value.target_groups] for name, value in sets.items()}
    assert told == {
        "pl2": [("co-quan-chuyen-mon", 20), ("khong-tthc", 4)],
        "pl3": [("trung-uong", 6)],
        "pl4": [("quan-huyen", 7)],
        "pl5": [("phuong-xa", 56)],
    }
    annexes = [value.regulation.annex for value in sets.values() if value.regulation]
    assert annexes == ["Phụ lục II", "Phụ lục III", "Phụ lục IV", "Phụ lục V"]


def test_annex_1_names_the_agencies_it_lists(sets: dict[str, Framework]) -> None:
    with_procedures, without = sets["pl2"].target_groups
    (central,) = sets["pl3"].target_groups
    for group in (with_procedures, without, central):
        assert len(set(group.members)) == group.declared_count
    assert with_procedures.members[-1] == "Văn phòng UBND thành phố Đà Nẵng"
    assert without.members[0] == "Thanh tra thành phố"
    assert central.members[-1] == "Kho bạc Nhà nước Đà Nẵng"


def test_article_4_nine_headings_of_which_the_eighth_is_for_localities(sets: dict[str, Framework]) -> None:
    for name, value in sets.items():
        society = ["Xã hội số"] if name in ("pl4", "pl5") else []
        assert [node.title for node in value.nodes] == [*SEVEN, *society, "Điểm thưởng và điểm trừ"]
        assert [node.code for node in value.nodes][-1] == "9"


def test_article_4_9_bonus_and_penalty_stand_beside_the_scale(each: Framework) -> None:
    nine = each.nodes[-1]
    assert isinstance(nine, Group)
    assert [(node.title, node.role) for node in nine.nodes] == [
        ("Điểm thưởng", Role.BONUS),
        ("Điểm trừ", Role.PENALTY),
    ]


def test_no_figure_of_an_annex_is_made_up(each: Framework) -> None:
    lack = lacking(each)
    assert each.totals.maximum == "0"
    assert lack.criteria == 0
    assert set(lack.uncounted) == {*(node.id for node in each.nodes[:-1]), "thuong", "tru"}
    assert lack.unmeasured == ("", *lack.uncounted)


# Điều 5 ------------------------------------------------------------------------------------------------------------


def test_article_5_1_three_days_before_the_day_of_the_inspection(each: Framework) -> None:
    (only,) = planning.rounds(each, "nam", 2026)
    assert only.deadline is not None
    assert only.deadline.last_day() is None
    assert only.deadline.last_day(date(2026, 11, 20)) == date(2026, 11, 17)


def test_article_5_2_to_5_4_on_site_agreed_put_together_council(sets: dict[str, Framework]) -> None:
    for name, value in sets.items():
        up = [StepKind.CONSOLIDATION] if name == "pl5" else []
        assert [step.kind for step in value.steps] == [
            StepKind.NOTICE,
            StepKind.SELF,
            StepKind.APPRAISAL,
            StepKind.AGREEMENT,
            *up,
            StepKind.CONSOLIDATION,
            StepKind.PETITION,
            StepKind.COUNCIL,
            StepKind.FINAL,
        ]
        inspector = "Ủy ban nhân dân quận, huyện" if name == "pl5" else "Sở Thông tin và Truyền thông"
        assert value.steps[2].actor == f"Đoàn kiểm tra của {inspector}"


def test_article_5_2_b_districts_send_the_results_of_wards_up_in_december(sets: dict[str, Framework]) -> None:
    step = next(item for item in planning.steps(sets["pl5"], "nam", 2026) if item.code == "gui-ket-qua")
    assert step.deadline is not None
    assert (step.deadline.first_day, step.deadline.last_day()) == (date(2026, 12, 1), date(2026, 12, 31))
    assert step.actor == "Ủy ban nhân dân quận, huyện"


def test_article_5_4_c_the_council_submits_by_the_first_quarter_of_the_next_year(each: Framework) -> None:
    step = next(item for item in planning.steps(each, "nam", 2026) if item.kind is StepKind.COUNCIL)
    assert step.deadline is not None
    assert step.deadline.last_day() == date(2027, 3, 31)


def test_article_5_3_b_no_proof_no_points_and_nothing_later(each: Framework) -> None:
    assert (each.evidence.missing, each.evidence.article) == (EvidencePolicy.ZERO_FINAL, "điểm b khoản 3 Điều 5")
    assert each.evidence.incomplete is None


def test_article_5_3_c_what_is_no_duty_leaves_the_scale_when_proven(each: Framework) -> None:
    ground = each.grounds[-1]
    assert (ground.policy, ground.proof_required, ground.stated_by) == (Policy.EXCLUDED, True, StatedBy.AGENCY)
    assert ground.article == "điểm c khoản 3 Điều 5"


def test_annex_1_2_units_without_procedures_use_annex_2_as_special(sets: dict[str, Framework]) -> None:
    special = sets["pl2"].grounds[0]
    assert (special.policy, special.target_groups) == (Policy.EXCLUDED, ("khong-tthc",))
    assert special.article == "mục 2 Phụ lục I"
    assert settled(sets["pl2"], dac_thu_muc_6="toan-bo").grounds[0].nodes == ("dich-vu-cong",)
    assert all(len(value.grounds) == 1 for name, value in sets.items() if name != "pl2")


# Điều 6 ------------------------------------------------------------------------------------------------------------


def test_article_6_1_four_lists_and_no_ranks_for_wards(sets: dict[str, Framework]) -> None:
    ranked = [
        table.title
        for value in sets.values()
        for table in value.ranking_tables
        if all(group.is_ranked for group in value.target_groups)
    ]
    assert len(ranked) == 4
    (wards,) = sets["pl5"].target_groups
    assert (wards.is_ranked, wards.is_banded) == (False, True)


BANDS = [
    ("100", "Xuất sắc"), ("90", "Xuất sắc"), ("89.99", "Tốt"), ("80", "Tốt"), ("79.99", "Khá"), ("70", "Khá"),
    ("69.99", "Trung bình khá"), ("60", "Trung bình khá"), ("59.99", "Trung bình"), ("50", "Trung bình"),
    ("49.99", "Yếu"), ("0", "Yếu"),
]  # fmt: skip


@pytest.mark.parametrize(("points", "name"), BANDS)
def test_article_6_2_six_bands_without_gap(points: str, name: str, each: Framework) -> None:
    (table,) = each.bands
    found = band_of(table, A(points).value)
    assert found is not None
    assert found.name == name


def test_its_own_names(each: Framework) -> None:
    assert each.terms["group"] == "Mục"
    assert each.terms["evidence"] == "Tài liệu chứng minh"
    assert each.terms["council"] == "Hội đồng đánh giá, xếp hạng chuyển đổi số"
    assert each.terms["inspection_team"] == "Đoàn kiểm tra"


# What is open ------------------------------------------------------------------------------------------------------

OPEN = ["thang-diem", "quy-doi", "diem-xep-hang", "muc-thuong", "muc-tru", "vuot-thang", "chung-minh-chua-du"]
OPEN += ["ky-so-lieu"]


def test_what_it_leaves_open_is_asked(sets: dict[str, Framework]) -> None:
    more = {"pl2": ["dac-thu-muc-6"], "pl5": ["phuong-xa"]}
    assert {name: open_codes(value) for name, value in sets.items()} == {
        name: [*more.get(name, []), *OPEN] for name in SETS
    }


def test_answers_set_scale_caps_and_figures(each: Framework) -> None:
    chosen = settled(
        each, thang_diem="100", quy_doi="truoc-thuong", diem_xep_hang="ty-le", muc_thuong="5", muc_tru="khong-gioi-han",
        vuot_thang="khong", chung_minh_chua_du="khong-tinh", ky_so_lieu="2023-11-30",
    )  # fmt: skip
    totals = chosen.totals
    assert (totals.maximum, totals.rescale, totals.bonus_cap, totals.penalty_cap) == (
        "100",
        Rescale.BEFORE_BONUS,
        "5",
        None,
    )
    assert totals.is_capped
    assert chosen.bands[0].reads is Figure.PERCENT
    assert {table.measure for table in chosen.ranking_tables} == {Figure.PERCENT}
    assert chosen.evidence.incomplete is EvidencePolicy.ZERO_FINAL
    assert chosen.periods[0].data_to == date(2023, 11, 30)


def test_wards_may_be_ranked_in_their_district_or_in_the_city(sets: dict[str, Framework]) -> None:
    told = {}
    for answer in ("chi-xep-muc", "theo-quan-huyen", "toan-thanh-pho"):
        value = settled(sets["pl5"], phuong_xa=answer)
        told[answer] = (value.target_groups[0].is_ranked, value.ranking_tables[0].is_split_by_parent)
    assert told == {
        "chi-xep-muc": (False, False),
        "theo-quan-huyen": (True, True),
        "toan-thanh-pho": (True, False),
    }


def test_where_the_papers_disagree_is_said(each: Framework) -> None:
    told = " ".join(remark.words for remark in each.remarks)
    for words in ("bốn nhóm, không có phường, xã", "không khiếu nại", "thang nhỏ đi", "trong tháng 12", "chỉ tiêu"):
        assert words in told
