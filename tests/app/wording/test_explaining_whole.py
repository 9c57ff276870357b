"""Every kind of rule explained down to the exact points, and how a total came about."""

import dataclasses
import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.appraisal import Settled, Standing
from app.domain.assessment import Response, read_answers
from app.domain.codec import Amount
from app.domain.framework import (
    Figure,
    GradeBand,
    GradeBands,
    Ground,
    Pillar,
    Rescale,
    Role,
    Totals,
    from_json,
)
from app.domain.numbers import grouped
from app.domain.results import Entry, score, score_campaign
from app.domain.rules import Part, Policy, Sum
from app.domain.scoring import Decision, Peers, State, score_nodes
from app.wording.figures import number as exact
from app.wording.rules import explain, explain_total
from tests.app.domain import test_field_rules as field
from tests.app.domain.inventing import GROUNDS, answers_to, frameworks
from tests.app.domain.making import PLAIN, answered, criterion, framework, group, judged, number

F = Fraction
EXAMPLES = Path(__file__).parents[3] / "resources" / "schema" / "examples"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.json") if path.name.count(".") == 1)
CLAIMS = tuple(ground.code for ground in GROUNDS)
FEWER = settings(max_examples=settings().max_examples // 2)
A, B = number("a", "Tử"), number("b", "Mẫu")


def last_line(node, decimals, language="vi"):
    """What the last line must be: the points as shown, and exactly where they were rounded for the eye."""
    if node.points is None:
        words = ("Điểm: chưa có.", "Points: none yet.")
        if node.state is State.NOT_APPLICABLE:
            words = ("Điểm: không tính vào thang điểm.", "Points: left out of the scale.")
        return words[language == "en"]
    shown, maximum = (grouped(value, decimals, language) for value in (node.points, node.maximum))
    head = f"Điểm: {shown}/{maximum}" if language == "vi" else f"Points: {shown} of {maximum}"
    if (node.points * 10**decimals).denominator == 1:
        return f"{head}."
    word = "chính xác" if language == "vi" else "exactly"
    return f"{head} ({word} {exact(node.points, language)})."


# Every example of the schema --------------------------------------------------------------------------------

TOLD = {
    "all_or_nothing": "11 ÷ 12 = 91,67 % (chính xác 11/12), chưa đạt ngưỡng 100 %: 0 điểm.",
    "bands_percent": "2.800 ÷ 4.000 = 70,00 %, từ 70 % đến dưới 90 %: 1/2 điểm tối đa (1 điểm).",
    "best": "Lấy trường hợp có điểm cao nhất: Kênh thông tin số của thôn, 8 điểm.",
    "bonus_penalty": "Đây là điểm trừ: 1,00 điểm ghi là -1,00.",
    "choice": "“Cấp phó” được 1/2 điểm tối đa (10 điểm).",
    "count_steps": "3: 15 điểm.",
    "deductions": "3 − 2 × 1 = 1 điểm.",
    "formula": "Giá trị = 0,6 × 900 ÷ 1.000 + 0,4 × 30 ÷ 40 = 0,84; 0,84 × 10 = 8,4 điểm.",
    "gate": "“Có chuyên mục chuyển đổi số” là “Có”: tính tiếp.",
    "growth": "Mức tăng = (132 − 120) ÷ 120 = 10,00 %, từ 10 % trở lên: điểm tối đa.",
    "imported": "Tính bằng số liệu: 8,62 điểm.",
    "inverse": "15 ÷ 500 = 3,00 %; (100 % − 3,00 %) × 2 = 1,94 điểm.",
    "judgement": "Điểm tự chấm: 7,5 điểm.",
    "ladder": "Đạt mốc 8.800 được 10 điểm, thêm 2 lần 8.800: 10 + 2 × 1 = 12 điểm.",
    "not_applicable": "Không áp dụng: Địa bàn không có chợ. Không tính vào thang điểm (Điều 5, khoản 3).",
    "per_population": "Giá trị = 12 ÷ 16.000 × 1.000 = 0,75, từ 0,5 đến dưới 1: 1/2 điểm tối đa (10 điểm).",
    "periods": "Cộng: 0,5 + 0,25 + 0,5 + 0 = 1,25 điểm.",
    "ratio": "6 ÷ 5 = 120,00 %; 100,00 % × 4 = 4 điểm.",
    "ratio_floor": "57 ÷ 60 = 95,00 %, từ 90 % đến dưới 100 %: tỷ lệ × 1 điểm = 0,95 điểm.",
    "ratio_full_above": "749 ÷ 1.000 = 74,90 %, chưa đạt ngưỡng 75 %: tỷ lệ × 5 điểm = 3,745 điểm.",
    "ratio_rescaled": (
        "7.000 ÷ 10.000 = 70,00 %, từ 60 % đến dưới 85 %: tỷ lệ ÷ 85 % × 10 điểm = 8,2352… điểm (chính xác 140/17)."
    ),
    "relative_to_best": "Tỷ lệ = 1,50 % ÷ 2,00 % = 75,00 %; 75,00 % × 40 = 30 điểm.",
    "share_of_items": "Số nội dung đạt: 4/7; 4 ÷ 7 × 3 = 1,7142… điểm (chính xác 12/7).",
    "sum": "Cộng: 2 + 1,9 = 3,9 điểm.",
    "ticks_items": "Cộng: 2 + 1 = 3 điểm.",
    "unit_points": "7 × 1 = 7 điểm.",
    "yes_no": "“Có” được điểm tối đa.",
    "zero_denominator": "Mẫu số bằng 0: tính điểm tối đa.",
}

SAID = {
    "best": "The case that gives most points counts: Kênh thông tin số của thôn, 8 points.",
    "bonus_penalty": "This is a penalty: 1.00 is written as -1.00.",
    "gate": "“Có chuyên mục chuyển đổi số” is “Yes”: the rest counts.",
    "ladder": "Reaches 8,800 for 10, and 2 further times 8,800: 10 + 2 × 1 = 12 points.",
    "not_applicable": "Not applicable: Địa bàn không có chợ. Left out of the scale (Điều 5, khoản 3).",
    "ratio_rescaled": (
        "7,000 ÷ 10,000 = 70.00 %, from 60 % to below 85 %: ratio ÷ 85 % × 10 = 8.2352… points (exactly 140/17)."
    ),
    "relative_to_best": "Highest value among agencies of the same group: 2.00 %.",
    "zero_denominator": "Denominator is zero: full points.",
}


def example(name):
    whole = from_json(json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8")))
    answers, peers = read_answers(whole, json.loads((EXAMPLES / f"{name}.answers.json").read_text(encoding="utf-8")))
    return whole, answers, score(whole, answers, Peers(measures=peers, points=peers))


def test_every_example_has_its_sentence():
    assert sorted(TOLD) == NAMES


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_explained_down_to_its_points(name, language):
    whole, answers, result = example(name)
    lines = []
    for place in whole.index.criteria():
        node = result.nodes[place.id]
        told = explain(whole, place.criterion, answers.responses.get(place.id, Response()), node, language)
        assert len(told) > 1
        assert told[-1] == last_line(node, whole.decimals, language)
        lines += told
    assert (TOLD if language == "vi" else SAID).get(name, lines[0]) in lines


@FEWER
@given(st.data(), frameworks(), st.sampled_from(["vi", "en"]), st.booleans())
def test_the_last_line_holds_exactly_the_points(data, whole, language, is_complete):
    answers = data.draw(answers_to(whole, CLAIMS))
    peers = Peers(measures={"1.1": (F(2),)}, points={"1.1": (F(1, 3),)}, is_complete=is_complete)
    result = score(whole, answers, peers)

    for place in whole.index.criteria():
        node = result.nodes[place.id]
        response = answers.responses.get(place.id, Response())
        assert explain(whole, place.criterion, response, node, language)[-1] == last_line(
            node, whole.decimals, language
        )


# What else a criterion can meet --------------------------------------------------------------------------------


def told(rule, answers, maximum="20", inputs=(A, B), peers=None, decisions=None, settled=None, who="", **frame):
    node = criterion(rule, maximum, inputs)
    whole = framework(node, **frame)
    response = Response(inputs=answers)
    scored = score_nodes(whole, answered(n1_1=response), peers or Peers(), decisions)["1.1"]
    return list(explain(whole, node, response, scored, settled=settled, who=who))


def test_the_exact_fraction_stands_where_decimals_do_not_end():
    assert told(PLAIN, {"a": "5", "b": "6"}, "10") == [
        "5 ÷ 6 = 83,33 % (chính xác 5/6); 83,33 % × 10 = 8,3333… điểm (chính xác 25/3).",
        "Điểm: 8,33/10,00 (chính xác 25/3).",
    ]


def test_decimals_that_end_later_are_all_written():
    assert told(PLAIN, {"a": "1", "b": "32"}, "10")[0].startswith("1 ÷ 32 = 3,13 % (chính xác 3,125 %); ")


@pytest.mark.parametrize(
    ("peers", "line"),
    [
        ((F(4),), "Giá trị cao nhất của các cơ quan, địa phương cùng nhóm: 4."),
        ((F(4),), "Tỷ lệ = 3 ÷ 4 = 75,00 %; 75,00 % × 40 = 30 điểm."),
        ((F(2),), "Không cơ quan, địa phương cùng nhóm nào cao hơn (cao nhất trong số còn lại: 2)."),
        ((F(2),), "Tỷ lệ = 3 ÷ 3 = 100,00 %; 100,00 % × 40 = 40 điểm."),
    ],
)
def test_the_best_of_the_peers_is_said(peers, line):
    lines = told(
        field.BEST, {"a": "30", "b": "10"}, "40", peers=Peers(measures={"1.1": (F(1), *peers)}, is_complete=True)
    )
    assert line in lines


def test_a_campaign_tells_each_agency_the_best_of_the_others():
    whole = framework(criterion(field.BEST, "40", (A, B)))
    entries = {
        code: Entry(answers=answered(n1_1=Response(inputs={"a": value, "b": "100"})))
        for code, value in (("x", "10"), ("y", "20"), ("z", "5"))
    }
    scores = score_campaign(whole, entries, True)
    assert {code: scores[code].nodes["1.1"].best_peer for code in entries} == {
        "x": F(1, 5),
        "y": F(1, 10),
        "z": F(1, 5),
    }


def test_a_part_tells_its_own_policy_and_the_whole_does_not_repeat_it():
    rule = Sum(
        parts=(
            Part(label="Một", maximum=Amount("4"), rule=PLAIN, zero_denominator=Policy.EXCLUDED),
            Part(label="Hai", maximum=Amount("6"), rule=field.R10),
        )
    )
    lines = told(rule, {"a": "0", "b": "0", "n": "3"}, "10", (A, B, number("n", "Số cuộc")))
    assert lines == [
        "Một: Tử: 0. Mẫu: 0. Mẫu số bằng 0: không tính vào thang điểm.",
        "Hai: Số cuộc: 3. 3 × 1 = 3 điểm. Được 3/6 điểm.",
        "Điểm: 3,00/10,00.",
    ]


@pytest.mark.parametrize(
    ("settled", "who", "lines"),
    [
        (
            Settled(Standing.CONTESTED, reason="Số liệu chưa khớp."),
            "Nguyễn An",
            ["Điểm do cơ quan thẩm định quyết định (Nguyễn An).", "Lý do: Số liệu chưa khớp."],
        ),
        (
            Settled(Standing.SETTLED, reason="Đã đối chiếu"),
            "",
            ["Điểm do Hội đồng thẩm định kết luận.", "Lý do: Đã đối chiếu."],
        ),
    ],
)
def test_decided_points_are_told_with_who_and_why(settled, who, lines):
    given = told(PLAIN, {"a": "1", "b": "2"}, decisions={"1.1": Decision(points=F(7))}, settled=settled, who=who)
    assert given == [*lines, "Điểm: 7,00/20,00."]


# The total -----------------------------------------------------------------------------------------------------

GROUND = Ground(code="g", words="Không có chợ", policy=Policy.EXCLUDED, article="Điều 5")
WHOLE = framework(
    group("1", criterion(PLAIN, "10", (A, B), code="1.1"), criterion(PLAIN, "20", (A, B), code="1.2")),
    group("2", criterion(field.R10, "10", (number("n", "Số"),), code="2.1"), maximum="10"),
    grounds=(GROUND,),
)


def total_of(totals, answers, **more):
    whole = dataclasses.replace(WHOLE, totals=totals, **more)
    return list(explain_total(whole, score(whole, answers)))


def test_a_total_is_told_with_what_was_left_out_and_why():
    answers = answered(
        n1_1=Response(inputs={"a": "1", "b": "3"}),
        n1_2=Response(not_applicable="g"),
        n2_1=Response(inputs={"n": "4"}),
    )
    bands = GradeBands(
        reads=Figure.PERCENT,
        name="Mức độ",
        article="Điều 9",
        bands=(GradeBand(name="Khá", at_least=Amount("30")), GradeBand(name="Yếu", below=Amount("30"))),
    )
    totals = Totals(maximum=Amount("40"), rescale=Rescale.BEFORE_BONUS)
    lines = total_of(totals, answers, bands=(bands,), pillars=(Pillar(code="p", name="Chính quyền số", nodes=("1",)),))
    assert lines == [
        "Điểm theo thang điểm: 3,33 + 4,00 = 7,33 (chính xác 22/3).",
        "Thang điểm: 40,00 điểm.",
        "Không tính 20,00 điểm của “1.2 Tiêu chí 1.2”: Không có chợ (Điều 5).",
        "Điểm tối đa còn tính: 40,00 − 20,00 = 20,00.",
        "Tỷ lệ đạt: 7,33 ÷ 20,00 = 36,67 % (chính xác 110/3 %).",
        "Trụ cột “Chính quyền số”: 3,33/10,00 = 33,33 % (chính xác 100/3 %).",
        "Quy đổi về thang 100: 7,33 × 100 ÷ 20,00 = 36,67 (chính xác 110/3).",
        "Mức độ: tỷ lệ đạt 36,67 % (chính xác 110/3 %), từ 30 % trở lên: Khá (Điều 9).",
        "Tổng điểm: 36,67 (chính xác 110/3).",
    ]


def test_bonus_and_penalty_are_told_with_their_caps():
    whole, _, result = example("bonus_penalty")
    assert list(explain_total(whole, result))[3:] == [
        "Điểm thưởng: 6,00; chỉ lấy tối đa 4,00.",
        "Điểm trừ: 1,00.",
        "Cộng, trừ ngoài thang điểm: 80,00 + 4,00 − 1,00 = 83,00.",
        "Tổng điểm: 83,00.",
    ]


@pytest.mark.parametrize(
    ("flags", "line"),
    [
        ({"rescale": Rescale.AFTER_BONUS}, "Quy đổi về thang 100: 83,00 × 100 ÷ 100,00 = 83,00."),
        (
            {"bonus_in_percent": True},
            "Tỷ lệ đạt, kể cả điểm thưởng, điểm trừ: (80,00 + 4,00 − 1,00) ÷ 100,00 = 83,00 %.",
        ),
        ({"rescale": Rescale.BEFORE_BONUS}, "Quy đổi về thang 100: 80,00 × 100 ÷ 100,00 = 80,00."),
    ],
)
def test_flags_of_the_total_are_told(flags, line):
    whole, answers, _ = example("bonus_penalty")
    whole = dataclasses.replace(whole, totals=dataclasses.replace(whole.totals, **flags))
    result = score(whole, answers)
    lines = explain_total(whole, result)
    assert line in lines
    assert lines[-1].startswith(f"Tổng điểm: {grouped(result.total, 2)}")


@pytest.mark.parametrize(
    ("scale", "bonus", "penalty", "lines"),
    [
        ("9", "5", "0", ["Tổng điểm không quá 10,00.", "Tổng điểm: 10,00."]),
        ("1", "0", "-5", ["Tổng điểm không dưới 0.", "Tổng điểm: 0,00."]),
    ],
)
def test_cap_and_floor_of_the_total_are_told(scale, bonus, penalty, lines):
    nodes = (judged("1"), judged("2", "5", role=Role.BONUS), judged("3", "-5", role=Role.PENALTY))
    whole = framework(*nodes, totals=Totals(maximum=Amount("10"), is_capped=True))
    result = score(whole, answered(n1=scale, n2=bonus, n3=penalty))
    assert list(explain_total(whole, result))[-2:] == lines


def test_nothing_left_of_the_scale_is_told():
    whole = dataclasses.replace(WHOLE, totals=Totals(maximum=Amount("0")))
    assert "Không còn tiêu chí nào trong thang điểm: không tính tỷ lệ, không xếp hạng." in explain_total(
        whole, score(whole, answered())
    )


@FEWER
@given(
    st.data(),
    frameworks(),
    st.sampled_from(["vi", "en"]),
    st.sampled_from(list(Rescale)),
    st.booleans(),
    st.booleans(),
)
def test_any_total_can_be_told_and_ends_with_it(data, whole, language, rescale, in_percent, is_capped):
    totals = dataclasses.replace(
        whole.totals, rescale=rescale, bonus_in_percent=in_percent, is_capped=is_capped, bonus_cap=Amount("1")
    )
    whole = dataclasses.replace(whole, totals=totals)
    result = score(whole, data.draw(answers_to(whole, CLAIMS)))
    lines = explain_total(whole, result, language)

    assert all(line and line == line.strip() and "{" not in line for line in lines)
    assert grouped(result.total, whole.decimals, language) in lines[-1]
    is_shown = (result.total * 10**whole.decimals).denominator == 1
    whole_fraction = exact(result.total, language)
    assert is_shown or (whole_fraction in lines[-1]) == (len(whole_fraction) <= 24)


def test_a_fraction_nobody_can_read_gives_way_to_decimals():
    parts = [criterion(PLAIN, "10", (A, B), code=f"1.{at}") for at in range(1, 9)]
    whole = framework(group("1", *parts))
    primes = (101, 103, 107, 109, 113, 127, 131, 137)
    given = {f"n1_{at}": {"a": "1", "b": str(prime)} for at, prime in enumerate(primes, 1)}
    assert explain_total(whole, score(whole, answered(**given)))[-1] == "Tổng điểm: 0,70 (0,697862654116…)."
