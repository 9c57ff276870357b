"""Mộ Đức 2024 from skeleton to four published tables. All criteria are INVENTED (see deciding.py), the rest is not.

Communes score themselves before 15/11 → round 1 → explanation and evidence → round 2 → before 30/11 four tables in
percent: overall, Chính quyền số, Kinh tế số, Xã hội số.
"""

from fractions import Fraction
from pathlib import Path

import pytest

from app.domain import planning
from app.domain.agency import Authority
from app.domain.appraisal import Opinion
from app.domain.assessment import read_answers
from app.domain.framework import Framework, RoundField
from app.domain.results import score
from app.domain.scoring import Cause, State
from app.errors import AppError
from app.operations.authority import appraising, collecting, publishing
from app.operations.commune import assessing, improving
from tests.journeys.deciding import Calendar, Decision, Said, agency, completed, table
from tests.resources.skeletons import load

OFFICE = Authority(code="MD", name="Ủy ban nhân dân huyện Mộ Đức", place="Mộ Đức")
COMMUNES = (agency("X1", "Xã Đức Nhuận", "xa"), agency("X2", "Xã Đức Tân", "xa"), agency("X3", "Thị trấn Mộ Đức", "xa"))
CHOSEN = {"ky_so_lieu": "het-31-10", "han_bo_sung": "22-11"}
F = Fraction


def commune_set(**answers: str) -> Framework:
    """Three contents of 40, 20 and 20 invented points; nothing common; no encouragement unless said."""
    usual = {"diem_khuyen_khich": "khong", "muc_khuyen_khich": "khong-co", "noi_dung_chung": "khong"}
    maxima = [[20, 20], [20], [20]]
    chosen = {**CHOSEN, **usual, **answers}
    maxima += [[20]] if chosen["noi_dung_chung"] != "khong" else []
    maxima += [[4]] if chosen["diem_khuyen_khich"] != "khong" else []
    return completed(load("mo-duc-2024/pl2"), maxima, **chosen)


def opened(folder: Path, framework: Framework) -> Decision:
    house = Decision(folder, Calendar(2024, 11, 1), OFFICE)
    period, rounds = planning.period(framework, "nam", 2024), planning.rounds(framework, "nam", 2024)
    house.open("Đánh giá Chuyển đổi số năm 2024", period, rounds, {"xa": framework}, *COMMUNES)
    return house


def test_two_rounds_with_a_supplement_and_four_tables_in_percent(tmp_path: Path) -> None:
    house = opened(tmp_path, commune_set())
    house.self_assess("X1", {"1.1": 90, "2.1": Said(50, is_proven=False), "3.1": 40})
    house.self_assess("X2", {"1.2": 80, "2.1": 70})
    house.calendar.turn_to(2024, 11, 14)
    house.self_assess("X3", {}, default=60)
    assert house.collect() == 3
    part = house.authority_part
    with house.office() as here:
        assert [row.is_late for row in collecting.board(here, part)] == [False] * 3
        waiting = publishing.compute(here, part).scores["X1"].nodes["2.1"]
        assert (waiting.state, waiting.applied[0].cause) == (State.PROVISIONAL, Cause.MISSING_EVIDENCE)
        assert (waiting.applied[0].policy, waiting.applied[0].article) == ("next_round", "điểm c khoản 5.2 mục II")
        missing = "Chưa có tài liệu kiểm chứng"
        appraising.give(here, part, "X1", "2.1", Opinion.ASK_SUPPLEMENT, reason=missing)
        appraising.give(here, part, "X2", "1.2", Opinion.ADJUST, points="10", reason="Hệ thống ghi 50 trên 100 việc")
        for code in ("X1", "X2", "X3"):
            appraising.agree_with(here, part, code)
    house.reply("X1", "X2")

    house.calendar.turn_to(2024, 11, 21)
    with house.at("X1") as here:
        seen = assessing.view(here, house.parts["X1"])
        assert (seen.round, seen.open_nodes) == (2, frozenset({"2.1"}))
        assert not seen.may_change("2.1", RoundField.INPUTS)
        with pytest.raises(AppError, match=r"assessment\.not_open"):
            assessing.answer(here, house.parts["X1"], "2.1", inputs={"done": "70"})
        with pytest.raises(AppError, match=r"assessment\.not_open"):
            assessing.answer(here, house.parts["X1"], "3.1", explanation="Muốn nói thêm")
        house.say(here, "X1", "2.1", Said(50, explanation="Bổ sung báo cáo của phòng"))
    house.send("X1")
    with house.at("X2") as here:
        assert assessing.view(here, house.parts["X2"]).open_nodes == frozenset({"1.2"})
        house.say(here, "X2", "1.2", Said(80, explanation="Hệ thống chưa cập nhật 30 việc cuối kỳ"))
    house.send("X2")
    assert house.collect() == 2
    with house.office() as here:
        appraising.agree_with(here, part, "X1", ["2.1"])
        appraising.give(here, part, "X2", "1.2", Opinion.ADJUST, points="16", reason="Đã đối chiếu lại hệ thống")

    house.calendar.turn_to(2024, 11, 29)
    ranked, published = house.publish()
    assert not ranked.is_provisional
    assert [item.code for item in ranked.tables] == ["chung", "cqs", "kts", "xhs"]
    assert table(ranked, "chung") == [("X2", 1, F(8750, 100)), ("X1", 2, F(7000, 100)), ("X3", 3, F(60))]
    assert table(ranked, "cqs") == [("X1", 1, 95), ("X2", 2, 90), ("X3", 3, 60)]
    assert table(ranked, "kts") == [("X2", 1, 70), ("X3", 2, 60), ("X1", 3, 50)]
    assert table(ranked, "xhs") == [("X2", 1, 100), ("X3", 2, 60), ("X1", 3, 40)]
    with house.at("X1") as here:
        improving.receive(here, published.files["X1"][0])
        result = improving.result(here, house.parts["X1"])
        assert result is not None
        assert {code: row.rank for code, row in result.own_rows.items()} == {"chung": 2, "cqs": 1, "kts": 3, "xhs": 3}


@pytest.mark.parametrize(
    ("answers", "overall", "first_pillar"),
    [
        ({}, 50, 50),
        ({"noi_dung_chung": "rieng"}, F(6000, 100), 50),  # 40 of 80, and all 20 of what is common
        ({"noi_dung_chung": "ca-ba"}, F(6000, 100), F(200, 3)),  # 20 + 20 of 40 + 20
        ({"diem_khuyen_khich": "trong-ty-le", "muc_khuyen_khich": "2"}, F(4200, 80), 50),
        ({"diem_khuyen_khich": "trong-ty-le", "muc_khuyen_khich": "khong-gioi-han"}, F(4400, 80), 50),
        ({"diem_khuyen_khich": "ngoai-ty-le", "muc_khuyen_khich": "khong-gioi-han"}, 50, 50),
    ],
)
def test_what_the_plan_leaves_open_changes_the_percentage(
    answers: dict[str, str], overall: Fraction, first_pillar: Fraction
) -> None:
    framework = commune_set(**answers)
    done = {place.node.code: 100 if place.node.code in ("4.1", "5.1") else 50 for place in framework.index.criteria()}
    raw = {code: {"inputs": {"done": str(share), "due": "100"}, "evidence": 1} for code, share in done.items()}
    result = score(framework, read_answers(framework, {"responses": raw, "target_group": "xa"})[0])
    assert (result.percent, result.pillars["cqs"].percent) == (overall, first_pillar)
