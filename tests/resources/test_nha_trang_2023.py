"""Nha Trang 2023, draft decision (number and date blank): what its body states, and nothing of its annexes.

Điều 1 II.1 the three sets; II.2.a points and order; II.2.b partial credit and evidence; II.2.c steps, council and date.
"""

from collections.abc import Callable
from datetime import date

import pytest

from app.domain import planning
from app.domain.framework import EvidencePolicy, Figure, Framework, Rescale, StepKind
from app.domain.lacking import lacking
from tests.resources.skeletons import groups, is_sound, load, open_codes, settled

SETS = ("pl1", "pl2", "pl3")
SEVEN = [
    "Nhận thức số",
    "Thể chế số",
    "Hạ tầng số, dữ liệu số",
    "Nhân lực số",
    "An toàn, an ninh mạng",
    "Chính quyền số",
    "Chi ngân sách cho chuyển đổi số",
]
TEN = [*SEVEN[:5], "Tuyên truyền, phổ biến, tập huấn về chuyển đổi số", "Chính quyền số", "Kinh tế số", "Xã hội số"]
TEN.append("Chi ngân sách cho chuyển đổi số")


@pytest.fixture(scope="module", params=SETS)
def each(request: pytest.FixtureRequest) -> Framework:
    return load(f"nha-trang-2023/{request.param}")


@pytest.mark.parametrize("name", SETS)
def test_it_is_a_sound_skeleton(name: str, slips: Callable[[str], list[str]]) -> None:
    assert is_sound(f"nha-trang-2023/{name}", slips)


def test_article_1_ii_1_has_three_sets_of_7_7_and_10_groups() -> None:
    one, two, three = (load(f"nha-trang-2023/{name}") for name in SETS)
    assert [title for title, _ in groups(one)] == [title for title, _ in groups(two)] == SEVEN
    assert [title for title, _ in groups(three)] == TEN
    kinds = [item.target_groups[0].name for item in (one, two, three)]
    assert kinds == [
        "Cơ quan chuyên môn thuộc thành phố",
        "Đơn vị sự nghiệp thuộc thành phố",
        "Ủy ban nhân dân xã, phường",
    ]
    told = [(item.regulation.annex, item.regulation.article) for item in (one, two, three) if item.regulation]
    assert told == [(f"Phụ lục {n}", f"điểm {c} khoản 1 mục II Điều 1") for n, c in ((1, "a"), (2, "b"), (3, "c"))]
    assert {item.regulation.id for item in (one, two, three) if item.regulation} == {"nha-trang-2023"}


def test_the_draft_has_no_number_and_no_date(each: Framework) -> None:
    assert each.regulation is not None
    assert (each.regulation.number, each.regulation.date) == ("", None)
    assert "1726/QĐ-UBND" in each.regulation.note
    assert "1475/QĐ-UBND" in each.regulation.note


def test_no_figure_of_the_annexes_is_made_up(each: Framework) -> None:
    assert {maximum for _, maximum in groups(each)} == {"0"}
    lack = lacking(each)
    assert lack.unmeasured == ("", *each.index.children[""])
    assert lack.uncounted == tuple(each.index.children[""])
    assert (each.bands, each.pillars, each.grounds) == ((), (), ())
    assert each.totals.rescale is Rescale.NO


def test_article_1_ii_2b_an_explanation_stands_for_missing_and_for_incomplete_evidence(each: Framework) -> None:
    policy = EvidencePolicy.EXPLANATION_ACCEPTED
    assert (each.evidence.missing, each.evidence.incomplete) == (policy, policy)
    assert each.evidence.article == "điểm b khoản 2 mục II Điều 1"


def test_article_1_ii_2c_guidance_officer_preliminary_check_council_publication(each: Framework) -> None:
    assert [step.kind for step in each.steps] == [
        StepKind.NOTICE,
        StepKind.SELF,
        StepKind.PRELIMINARY,
        StepKind.COUNCIL,
        StepKind.FINAL,
    ]
    assert {step.round for step in each.steps} == {1}
    assert {step.article for step in each.steps} == {"điểm c khoản 2 mục II Điều 1"}
    assert "công nhận hoặc điều chỉnh" in each.steps[3].name
    assert each.steps[2].actor == "Phòng Văn hóa và Thông tin phối hợp với Tổ giúp việc"


def test_article_1_ii_2c_published_before_31_december_every_year(each: Framework) -> None:
    deadline = planning.steps(each, "nam", 2024)[-1].deadline
    assert deadline is not None
    assert deadline.wording == "trước ngày 31 tháng 12 hằng năm"
    assert deadline.last_day() == date(2024, 12, 30)


def test_its_own_names(each: Framework) -> None:
    assert each.terms["group"] == "Nhóm chỉ số thành phần"
    assert each.terms["subcriterion"] == "Tiêu chí con"
    assert each.terms["explanation"] == "Giải thích bằng văn bản"
    assert each.terms["council"] == "Hội đồng thẩm định kết quả chuyển đổi số thành phố"


def test_what_it_leaves_open_is_asked(each: Framework) -> None:
    assert open_codes(each) == ["xep-hang", "ky-so-lieu", "cong-bo"]
    assert each.ranking_tables == ()
    assert (each.periods[0].data_from, each.periods[0].data_to) == (None, None)


def test_one_list_or_three(each: Framework) -> None:
    (own,) = settled(each, xep_hang="rieng").ranking_tables
    assert (own.code, own.measure, own.is_common) == (each.target_groups[0].code, Figure.TOTAL, False)
    (both,) = settled(each, xep_hang="chung-ty-le").ranking_tables
    assert (both.code, both.measure, both.is_common) == ("chung", Figure.PERCENT, True)
    assert settled(each, xep_hang="chung-ty-le", ky_so_lieu="het-30-11").ranking_tables == (both,)


def test_the_last_day_of_the_data_is_chosen(each: Framework) -> None:
    chosen = planning.period(settled(each, ky_so_lieu="12-thang"), "nam", 2025)
    assert (chosen.data_from, chosen.data_to) == (date(2024, 12, 1), date(2025, 11, 30))


def test_who_publishes_is_chosen(each: Framework) -> None:
    assert settled(each, cong_bo="chu-tich").steps[-1].actor.startswith("Chủ tịch Hội đồng thẩm định")


def test_where_the_paper_disagrees_is_told(each: Framework) -> None:
    told = " ".join(remark.words for remark in each.remarks)
    assert all(words in told for words in ("“c)”", "Chủ tịch Hội đồng quyết định", "trước ngày 31/12"))
