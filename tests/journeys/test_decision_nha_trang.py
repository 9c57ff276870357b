"""Nha Trang 2023 from skeleton to published lists. All criteria are INVENTED (see deciding.py), the rest is not.

Officer → preliminary check by Phòng Văn hóa và Thông tin and helper team → council recognises or adjusts → published
before 31/12, by kind of agency; a written explanation stands in for missing and for incomplete evidence.
"""

from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from app.domain import planning
from app.domain.agency import Authority
from app.domain.appraisal import Opinion, Standing
from app.domain.scoring import Cause, State
from app.errors import AppError
from app.operations.authority import appraising, campaigning, publishing
from app.operations.commune import assessing, improving, reviewing
from tests.journeys.deciding import Calendar, Decision, Said, agency, completed, table
from tests.resources.skeletons import load

OFFICE = Authority(code="VHTT", name="Phòng Văn hóa và Thông tin thành phố Nha Trang", place="Nha Trang")
CHOSEN = {"ky_so_lieu": "het-30-11", "cong_bo": "chu-tich"}
SETS = {"chuyen-mon": "pl1", "su-nghiep": "pl2", "xa": "pl3"}
OFFICES = (
    agency("CM1", "Phòng Nội vụ", "chuyen-mon"),
    agency("CM2", "Phòng Tài chính - Kế hoạch", "chuyen-mon"),
    agency("SN1", "Ban Quản lý dịch vụ công ích", "su-nghiep"),
    agency("X1", "Phường Lộc Thọ", "xa"),
    agency("X2", "Xã Phước Đồng", "xa"),
)


def opened(folder: Path, xep_hang: str) -> Decision:
    """The exercise of 2023 begun, with seven or ten groups of 10 or 20 invented points each."""
    house = Decision(folder, Calendar(2023, 12, 1), OFFICE)
    sets = {}
    for group, name in SETS.items():
        skeleton = load(f"nha-trang-2023/{name}")
        points = 20 if group == "xa" else 10
        sets[group] = completed(skeleton, [[points]] * len(skeleton.nodes), xep_hang=xep_hang, **CHOSEN)
    first = sets["xa"]
    period, rounds = planning.period(first, "nam", 2023), planning.rounds(first, "nam", 2023)
    house.open("Đánh giá chuyển đổi số năm 2023", period, rounds, sets, *OFFICES)
    return house


def test_a_skeleton_opens_nothing(tmp_path: Path) -> None:
    house = Decision(tmp_path, Calendar(2023, 12, 1), OFFICE)
    skeleton = load("nha-trang-2023/pl3")
    with house.office() as here, pytest.raises(AppError, match=r"campaign\.skeleton"):
        campaigning.create(
            here, title="Thử", authority=OFFICE, period=planning.period(skeleton, "nam", 2023),
            sets={"xa": skeleton}, agencies=OFFICES[3:], rounds=planning.rounds(skeleton, "nam", 2023),
        )  # fmt: skip
    with pytest.raises(AppError, match=r"framework\.open_question"):
        completed(skeleton, [[10]] * 10, **CHOSEN)  # one list or three was not said


@pytest.mark.slow
def test_from_self_assessment_to_lists_by_kind_of_agency(tmp_path: Path) -> None:
    house = opened(tmp_path, "rieng")
    in_words = "Điểm tính theo sổ theo dõi của văn thư: 80 trên 100 văn bản"
    house.self_assess("CM1", {"1.1": 60})
    house.self_assess("CM2", {}, default=80)
    house.self_assess("SN1", {"2.1": 50})
    house.self_assess(
        "X1",
        {
            "1.1": Said(80, explanation=in_words, is_proven=False),
            "2.1": Said(90, explanation="Biên bản mới nêu 70 việc, 20 việc còn lại theo ảnh chụp", level="incomplete"),
        },
    )
    house.self_assess("X2", {"3.1": 40})
    assert house.collect() == 5
    part = house.authority_part
    with house.office() as here:
        ranked = publishing.compute(here, part)
        told = ranked.scores["X1"].nodes
        for node, points, cause in (("1.1", 16, Cause.MISSING_EVIDENCE), ("2.1", 18, Cause.INCOMPLETE_EVIDENCE)):
            assert (told[node].points, told[node].state) == (points, State.SCORED)
            (applied,) = told[node].applied
            article = "điểm b khoản 2 mục II Điều 1"
            assert (applied.policy, applied.cause, applied.article) == ("explanation_accepted", cause, article)
        appraising.give(here, part, "X1", "1.1", Opinion.ADJUST, points="14", reason="Sổ chỉ ghi 70 văn bản")
        for code in ("CM1", "CM2", "SN1", "X1", "X2"):
            appraising.agree_with(here, part, code)
        appraising.conclude(here, part, "X1", "1.1", "15", "Công nhận thêm 5 văn bản có ngày nhận")
        assert appraising.case(here, part, "X1", "1.1").standing is Standing.SETTLED
        assert appraising.case(here, part, "X1", "1.1").claimed == 16
    house.calendar.turn_to(2023, 12, 29)
    ranked, published = house.publish()
    assert not ranked.is_provisional
    assert [item.code for item in ranked.tables] == ["chuyen-mon", "su-nghiep", "xa"]
    assert table(ranked, "chuyen-mon") == [("CM1", 1, 66), ("CM2", 2, 56)]
    assert table(ranked, "su-nghiep") == [("SN1", 1, 65)]
    assert table(ranked, "xa") == [("X1", 1, 193), ("X2", 2, 188)]
    with house.at("X1") as here:
        improving.receive(here, published.files["X1"][0])
        result = improving.result(here, house.parts["X1"])
        assert result is not None
        assert {node.node: node.points for node in result.nodes}["1.1"] == 15
        assert list(result.own_rows) == ["xa"]


def test_points_without_proof_and_without_a_word_wait_for_one(tmp_path: Path) -> None:
    house = opened(tmp_path, "rieng")
    with house.at("SN1") as here:
        part = house.parts["SN1"] = campaigning.accept(here, house.campaign, "SN1").id
        house.say(here, "SN1", "1.1", Said(80, is_proven=False))
        assert assessing.view(here, part).score.nodes["1.1"].state is State.PROVISIONAL
        assert ("missing_evidence", "1.1") in {(issue.code, issue.node) for issue in reviewing.review(here, part)}
        house.say(here, "SN1", "1.1", Said(80, explanation="Theo sổ theo dõi của văn thư", is_proven=False))
        assert assessing.view(here, part).score.nodes["1.1"].state is State.SCORED
        assert "1.1" not in {issue.node for issue in reviewing.review(here, part)}


def test_one_list_for_all_kinds_where_the_authority_so_decides(tmp_path: Path) -> None:
    house = opened(tmp_path, "chung-ty-le")
    house.self_assess("CM1", {}, default=90)
    house.self_assess("X1", {}, default=95)
    house.collect()
    ranked, published = house.publish()
    rows = table(ranked, "chung")
    assert rows[:2] == [("X1", 1, Fraction(95)), ("CM1", 2, Fraction(90))]
    assert {code for code, rank, _ in rows if rank is None} == {"CM2", "SN1", "X2"}
    sheet = openpyxl.load_workbook(published.ranking_xlsx).worksheets[0]
    names = [row[1] for row in sheet.iter_rows(values_only=True) if row[0] in (1, 2)]
    assert names == ["Phường Lộc Thọ", "Phòng Nội vụ"]
