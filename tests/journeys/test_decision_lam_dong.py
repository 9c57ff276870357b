"""Lâm Đồng 454/2023 from skeleton to published lists. All components are INVENTED (see deciding.py), the rest is the
decision's summary: 1000, 800 and 900 points, before 10/01 → on request before 28/2 → helper team → council → Q2.
"""

from datetime import date
from pathlib import Path

import pytest

from app.domain import planning
from app.domain.agency import Authority
from app.domain.appraisal import Opinion, Standing
from app.domain.framework import Framework, RoundField
from app.errors import AppError
from app.operations.authority import appraising, collecting, publishing
from app.operations.commune import assessing, improving
from tests.journeys.deciding import Calendar, Decision, Said, agency, completed, table
from tests.resources.skeletons import load

OFFICE = Authority(code="STTTT", name="Sở Thông tin và Truyền thông tỉnh Lâm Đồng", place="Đà Lạt")
OFFICES = (
    agency("S1", "Sở Nội vụ", "so-co-tthc"),
    agency("S2", "Sở Tài chính", "so-co-tthc"),
    agency("K1", "Ban Dân tộc", "so-khong-tthc"),
    agency("H1", "Ủy ban nhân dân thành phố Đà Lạt", "huyen"),
)
# how many components of how many points each main indicator gets here: 42 of 1000, 30 of 800, 72 of 900
SPLIT = {
    "so-co-tthc": [[25] * 6, [20] * 5, [20] * 5, [20] * 5, [30] * 5, [25] * 8 + [50] * 1, [20] * 5 + [25] * 2],
    "so-khong-tthc": [[20] * 5, [20] * 5, [25] * 4, [25] * 4, [25] * 4, [50] * 4, [25] * 4],
    "huyen": [[10] * 10, [10] * 10, [10] * 10, [10] * 10, [10] * 10, [20] * 10, [20] * 5, [20] * 3 + [10] * 4],
}
GOOD = "Thực tiễn tốt, điển hình: số hóa hồ sơ tại bộ phận một cửa của Sở Nội vụ; nhân rộng toàn tỉnh."


def province_sets(xep_hang: str = "rieng", lan_2: str = "ca-so-lieu") -> dict[str, Framework]:
    sets = {}
    for name, split in SPLIT.items():
        answers = {"lan_2": lan_2} | ({} if name == "huyen" else {"xep_hang": xep_hang})
        sets[name] = completed(load(f"lam-dong-454-2023/{name}"), split, **answers)
    return sets


def opened(folder: Path, sets: dict[str, Framework]) -> Decision:
    house = Decision(folder, Calendar(2024, 1, 3), OFFICE)
    first = sets["huyen"]
    period, rounds = planning.period(first, "nam", 2023), planning.rounds(first, "nam", 2023)
    house.open("Đánh giá DTI năm 2023", period, rounds, sets, *OFFICES)
    return house


def test_completed_sets_hold_the_figures_of_the_decision() -> None:
    sets = province_sets()
    told = {name: (len(list(value.index.criteria())), value.totals.maximum) for name, value in sets.items()}
    assert told == {"so-co-tthc": (42, "1000"), "so-khong-tthc": (30, "800"), "huyen": (72, "900")}
    short = [*SPLIT["huyen"][:-1], [20] * 3 + [40]]  # the points are there, three components are not
    with pytest.raises(AppError, match=r"framework\.lacking"):
        completed(load("lam-dong-454-2023/huyen"), short, lan_2="ca-so-lieu")


def test_two_rounds_council_and_a_list_for_each_set(tmp_path: Path) -> None:
    house = opened(tmp_path, province_sets())
    for code, said, share in (("S1", {}, 90), ("S2", {"2.1": Said(100, is_proven=False)}, 80), ("H1", {}, 60)):
        house.self_assess(code, said, share)
    house.calendar.turn_to(2024, 1, 9)
    assert house.collect() == 3
    house.calendar.turn_to(2024, 1, 10)  # "before 10/01": a day late
    house.self_assess("K1", {}, 70)
    assert house.collect() == 1
    part = house.authority_part
    with house.office() as here:
        assert [row.agency.code for row in collecting.board(here, part) if row.is_late] == ["K1"]
        appraising.give(here, part, "S2", "2.1", Opinion.ASK_SUPPLEMENT, reason="Gửi tài liệu kiểm chứng")
        appraising.give(here, part, "H1", "1.1", Opinion.ASK_SUPPLEMENT, reason="Số liệu khác báo cáo thống kê")
        for code in ("S1", "S2", "K1", "H1"):
            appraising.agree_with(here, part, code)
    house.reply("S2", "H1")

    house.calendar.turn_to(2024, 2, 26)
    with house.at("S2") as here:
        assert assessing.view(here, house.parts["S2"]).part.campaign.round(2).deadline.last_day() == date(2024, 2, 27)
        house.say(here, "S2", "2.1", Said(100, explanation="Gửi kèm báo cáo"))
    house.send("S2")
    with house.at("H1") as here:
        assert assessing.view(here, house.parts["H1"]).may_change("1.1", RoundField.INPUTS)
        house.say(here, "H1", "1.1", Said(80, explanation="Sửa theo số liệu thống kê chính thức"))
    house.send("H1")
    assert house.collect() == 2
    with house.office() as here:
        appraising.agree_with(here, part, "S2", ["2.1"])
        appraising.give(here, part, "H1", "1.1", Opinion.ADJUST, points="7", reason="Thống kê ghi 70 trên 100")
        appraising.conclude(here, part, "H1", "1.1", "8", "Hội đồng thống nhất theo số liệu chốt ngày 31/12")
        assert appraising.case(here, part, "H1", "1.1").standing is Standing.SETTLED

    house.calendar.turn_to(2024, 4, 15)
    ranked, published = house.publish(note=GOOD)
    assert not ranked.is_provisional
    assert {item.code: item.title for item in ranked.tables}.keys() == {"so-co-tthc", "so-khong-tthc", "huyen"}
    assert table(ranked, "so-co-tthc") == [("S1", 1, 900), ("S2", 2, 804)]
    assert table(ranked, "so-khong-tthc") == [("K1", 1, 560)]
    assert table(ranked, "huyen") == [("H1", 1, 542)]
    with house.at("K1") as here:
        improving.receive(here, published.files["K1"][0])
        result = improving.result(here, house.parts["K1"])
        assert result is not None
        assert GOOD in result.content.note


def test_round_2_may_be_explanation_and_evidence_alone(tmp_path: Path) -> None:
    house = opened(tmp_path, province_sets(lan_2="giai-trinh"))
    house.self_assess("K1", {}, 70)
    house.collect()
    with house.office() as here:
        appraising.give(here, house.authority_part, "K1", "1.1", Opinion.ASK_SUPPLEMENT, reason="Giải trình thêm")
    house.reply("K1")
    with house.at("K1") as here:
        seen = assessing.view(here, house.parts["K1"])
        assert seen.may_change("1.1", RoundField.EXPLANATION)
        assert not seen.may_change("1.1", RoundField.INPUTS)


def test_offices_of_both_sets_in_one_list_by_percent(tmp_path: Path) -> None:
    house = opened(tmp_path, province_sets(xep_hang="chung"))
    house.self_assess("S1", {}, 70)
    house.self_assess("K1", {}, 75)
    house.collect()
    with house.office() as here:
        ranked = publishing.compute(here, house.authority_part)
    assert table(ranked, "so")[:2] == [("K1", 1, 75), ("S1", 2, 70)]
    assert [item.code for item in ranked.tables] == ["so", "huyen"]
