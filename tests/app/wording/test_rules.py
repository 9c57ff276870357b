"""Rules and points in words: the sentences an officer reads for each kind of rule, in both languages."""

import dataclasses
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.assessment import Response
from app.domain.framework import InputKind, Role
from app.domain.results import score
from app.domain.rules import (
    AsPoints,
    Computed,
    Growth,
    Inverse,
    Number,
    PerPopulation,
    Policy,
    Ratio,
    RelativeToBest,
    Rounding,
    RoundingMode,
    Scored,
    TimesMaximum,
    UnitPoints,
)
from app.domain.scoring import Peers, score_nodes
from app.wording.figures import measured, measured_share, share
from app.wording.figures import number as figure
from app.wording.rules import explain, rule_sentences
from tests.app.domain import test_field_rules as field
from tests.app.domain.inventing import GROUNDS, answers_to, frameworks
from tests.app.domain.making import (
    FULL,
    JUDGED,
    NONE,
    PLAIN,
    A,
    bands,
    choice,
    cliff,
    criterion,
    framework,
    number,
    yes_no,
)

F = Fraction

ONLINE = number("a", "Số hồ sơ nộp trực tuyến", unit="hồ sơ", kind=InputKind.INTEGER)
ALL = number("b", "Tổng số hồ sơ tiếp nhận", unit="hồ sơ", kind=InputKind.INTEGER)
FILES = (ONLINE, ALL)
MEETINGS = number("n", "Số cuộc họp", kind=InputKind.INTEGER, unit="cuộc")
PLANNED = yes_no("y", "Đã ban hành kế hoạch")
DEFINED = "Tỷ lệ = Số hồ sơ nộp trực tuyến ÷ Tổng số hồ sơ tiếp nhận."
ZERO = "Mẫu số bằng 0: cơ quan thẩm định xem xét."


def said(rule, maximum="20", inputs=FILES, language="vi", frame=None, **more):
    node = criterion(rule, maximum, inputs, **more)
    return rule_sentences(framework(node, **(frame or {})), node, language)


RULES = [
    # rule, maximum, inputs, sentences
    (PLAIN, "20", FILES, [DEFINED, "Điểm = tỷ lệ × 20.", ZERO]),
    (
        cliff("75%"),
        "20",
        FILES,
        [DEFINED, "Tỷ lệ từ 75 % trở lên: điểm tối đa. Thấp hơn: tỷ lệ × 20 điểm.", ZERO],
    ),
    (
        field.R8B,
        "10",
        FILES,
        [
            DEFINED,
            "Tỷ lệ từ 85 % trở lên: điểm tối đa. Từ 60 % đến dưới 85 %: tỷ lệ ÷ 85 % × 10 điểm. Dưới 60 %: 0 điểm.",
            "Làm tròn đến bội số gần nhất của 0,01 điểm.",
            ZERO,
        ],
    ),
    (
        field.R9,
        "1",
        FILES,
        [DEFINED, "Tỷ lệ đạt 100 %: điểm tối đa. Từ 90 % đến dưới 100 %: tỷ lệ × 1 điểm. Dưới 90 %: 0 điểm.", ZERO],
    ),
    (field.R9B, "3", FILES, [DEFINED, "Tỷ lệ đạt 100 %: điểm tối đa. Thấp hơn: 0 điểm.", ZERO]),
    (
        Scored(measure=Ratio(numerator="a", denominator="b"), scale=Inverse(is_confirmed=True)),
        "1",
        FILES,
        [DEFINED, "Điểm = (1 − tỷ lệ) × 1: càng thấp càng nhiều điểm.", ZERO],
    ),
    (field.R1, "1", (yes_no("có", "Đã ban hành kế hoạch"),), ["Đã ban hành kế hoạch. Có: điểm tối đa; Không: 0 điểm."]),
    (
        field.R2,
        "20",
        (choice("head", "head", "deputy", "other", label="Trưởng ban là ai?"),),
        ["Trưởng ban là ai. Mức head: điểm tối đa; Mức deputy: 1/2 điểm tối đa (10 điểm); Mức other: 0 điểm."],
    ),
    (
        field.R3,
        "2",
        (yes_no("t0", "Đã ban hành"), yes_no("t1", "Đã thực hiện")),
        [
            "Mỗi nội dung đạt được cộng điểm. Đã ban hành: 1/2 điểm tối đa (1 điểm); "
            "Đã thực hiện: 1/2 điểm tối đa (1 điểm)."
        ],
    ),
    (
        field.R4,
        "20",
        (MEETINGS,),
        ["Số cuộc họp từ 4 trở lên: điểm tối đa. 3: 15 điểm. 2: 10 điểm. 1: 5 điểm. Dưới 1: 0 điểm."],
    ),
    (
        field.R5,
        "2",
        (yes_no("có", "Có chuyên mục"), number("n", "Số tin, bài")),
        [
            "Chỉ tính khi “Có chuyên mục” là “Có”; nếu không: 0 điểm.",
            "Số tin, bài từ 52 trở lên: điểm tối đa. Từ 20 đến dưới 52: 1/2 điểm tối đa (1 điểm). "
            "Dưới 20: 1/4 điểm tối đa (0,5 điểm).",
        ],
    ),
    (
        field.R10,
        "10",
        (MEETINGS,),
        ["Mỗi đơn vị của “Số cuộc họp” được 1 điểm, tối đa 10 điểm.", "Nhiều nhất 5 điểm."],
    ),
    (
        field.R12,
        "10",
        field.R12_INPUTS,
        [
            "Lấy trường hợp có điểm cao nhất.",
            "Tự xây dựng: Có own hay không. Có: 6 điểm.",
            "Thuê: Có rent hay không. Có: điểm tối đa.",
        ],
    ),
    (
        field.R11_ICT,
        "50",
        (*FILES, MEETINGS),
        [
            "Điểm là tổng của 2 phần.",
            f"Tỷ lệ trang bị (tối đa 45 điểm): {DEFINED} Điểm = tỷ lệ × 45.",
            "Ứng dụng (tối đa 5 điểm): Mỗi đơn vị của “Số cuộc họp” được 1 điểm, tối đa 5 điểm.",
            ZERO,
        ],
    ),
    (
        field.R15,
        "2",
        field.QUARTERS,
        ["Cộng điểm từng kỳ, tối đa 2 điểm. Mỗi kỳ: Mức on_time: 0,5 điểm; Mức late: 0,25 điểm; Mức none: 0 điểm."],
    ),
    (
        field.LADDER,
        "5",
        (MEETINGS,),
        ["“Số cuộc họp” đạt 17.600: 1 điểm; cứ thêm 8.800 được thêm 1 điểm; tối đa 5 điểm."],
    ),
    (field.DEDUCTED, "10", (MEETINGS,), ["Bắt đầu từ điểm tối đa, mỗi đơn vị của “Số cuộc họp” trừ 0,5 điểm."]),
    (
        field.BEST,
        "40",
        FILES,
        [
            "Giá trị = Số hồ sơ nộp trực tuyến ÷ Tổng số hồ sơ tiếp nhận.",
            "Tỷ lệ = giá trị đạt được ÷ giá trị cao nhất của các cơ quan, địa phương cùng nhóm.",
            "Điểm = tỷ lệ × 40.",
            ZERO,
        ],
    ),
    (
        Scored(measure=RelativeToBest(of=Number(input="n")), scale=TimesMaximum()),
        "40",
        (MEETINGS,),
        [
            "Giá trị = Số cuộc họp.",
            "Tỷ lệ = giá trị đạt được ÷ giá trị cao nhất của các cơ quan, địa phương cùng nhóm.",
            "Điểm = tỷ lệ × 40.",
        ],
    ),
    (
        Scored(measure=PerPopulation(count="n", population="b"), scale=bands(("0.5", None, FULL), (None, "0.5", NONE))),
        "20",
        (MEETINGS, ALL),
        [
            "Giá trị = Số cuộc họp ÷ Tổng số hồ sơ tiếp nhận × 1.000.",
            "Giá trị từ 0,5 trở lên: điểm tối đa. Thấp hơn: 0 điểm.",
            ZERO,
        ],
    ),
    (
        Scored(
            measure=Growth(current="a", previous="b", no_previous=Policy.EXCLUDED),
            scale=bands(("10%", None, FULL), (None, "10%", NONE)),
        ),
        "1",
        FILES,
        [
            "Mức tăng = (Số hồ sơ nộp trực tuyến − Tổng số hồ sơ tiếp nhận) ÷ Tổng số hồ sơ tiếp nhận.",
            "Không có số liệu kỳ trước: không tính vào thang điểm.",
            "Mức tăng từ 10 % trở lên: điểm tối đa. Thấp hơn: 0 điểm.",
            ZERO,
        ],
    ),
    (
        Scored(measure=Computed(expression="(a - n) * 0.5 / min(b, 100)"), scale=AsPoints()),
        "20",
        (*FILES, MEETINGS),
        [
            "Giá trị = (“Số hồ sơ nộp trực tuyến” − “Số cuộc họp”) × 0,5 ÷ min(“Tổng số hồ sơ tiếp nhận”; 100).",
            "Điểm bằng giá trị, tối đa 20 điểm.",
            ZERO,
        ],
    ),
    (
        Scored(measure=Computed(expression="a - (n - b) / (a / n)"), scale=UnitPoints(points=A("0.5"))),
        "20",
        (number("a", "A1"), number("b", "B1"), number("n", "N1")),
        [
            "Giá trị = “A1” − (“N1” − “B1”) ÷ (“A1” ÷ “N1”).",
            "Mỗi đơn vị của “giá trị” được 0,5 điểm, tối đa 20 điểm.",
            ZERO,
        ],
    ),
    (JUDGED, "4", (), ["Điểm do người chấm cho, từ 0 đến 4 điểm, kèm lý do."]),
    (
        Scored(measure=Number(input="n"), scale=AsPoints(), rounding=Rounding(unit=A("0.25"), mode=RoundingMode.DOWN)),
        "14",
        (MEETINGS,),
        ["Điểm bằng Số cuộc họp, tối đa 14 điểm.", "Làm tròn xuống bội số của 0,25 điểm."],
    ),
    (
        Scored(measure=Number(input="n"), scale=bands((None, None, FULL))),
        "14",
        (MEETINGS,),
        ["Số cuộc họp mọi giá trị: điểm tối đa."],
    ),
]


@pytest.mark.parametrize(("rule", "maximum", "inputs", "sentences"), RULES)
def test_a_rule_in_vietnamese(rule, maximum, inputs, sentences):
    assert list(said(rule, maximum, inputs)) == sentences


ENGLISH = [
    (cliff("75%"), "20", FILES, "Ratio 75 % or more: full points. Below that: ratio × 20."),
    (PLAIN, "20", FILES, "Points = ratio × 20."),
    (
        field.R4,
        "20",
        (MEETINGS,),
        "Số cuộc họp 4 or more: full points. 3: 15 points. 2: 10 points. 1: 5 points. Below 1: 0 points.",
    ),
    (field.LADDER, "5", (MEETINGS,), "“Số cuộc họp” reaching 17,600 gives 1; each further 8,800 adds 1; at most 5."),
    (JUDGED, "4", (), "Points given by a person, from 0 to 4, with a reason."),
    (field.R12, "10", field.R12_INPUTS, "The case that gives most points counts."),
    (field.R3, "2", (), "Each item fulfilled adds its points. t0: 1/2 of full points (1); t1: 1/2 of full points (1)."),
    (field.R16, "1", FILES, "Points = (1 − ratio) × 1: lower is better."),
]


@pytest.mark.parametrize(("rule", "maximum", "inputs", "sentence"), ENGLISH)
def test_a_rule_in_english(rule, maximum, inputs, sentence):
    assert sentence in said(rule, maximum, inputs, "en")


def test_both_languages_say_as_much():
    for rule, maximum, inputs, sentences in RULES:
        assert len(said(rule, maximum, inputs, "en")) == len(sentences)


def test_the_zero_denominator_is_told_with_its_article():
    frame = {"zero_denominator": Policy.EXCLUDED, "zero_denominator_article": "Điều 5.3.c"}

    assert said(PLAIN, frame=frame)[-1] == "Mẫu số bằng 0: không tính vào thang điểm (Điều 5.3.c)."
    assert said(PLAIN, frame=frame, zero_denominator=Policy.FULL)[-1] == "Mẫu số bằng 0: tính điểm tối đa."


def test_bonus_and_penalty_are_told_in_the_framework_s_own_words():
    own = {"terms": {"bonus": "điểm khuyến khích"}}

    assert said(JUDGED, "4", (), role=Role.BONUS)[-1] == "Điểm thưởng, cộng ngoài thang điểm."
    assert said(JUDGED, "4", (), role=Role.BONUS, frame=own)[-1] == "Điểm khuyến khích, cộng ngoài thang điểm."
    assert said(JUDGED, "-4", (), role=Role.PENALTY)[-1] == "Điểm trừ, tính ngoài thang điểm."
    assert said(JUDGED, "-4", (), "en", role=Role.PENALTY)[-1] == "Penalty, taken off outside the scale."


def test_what_can_not_be_read_is_shown_as_it_stands():
    rule = Scored(measure=Ratio(numerator="a +", denominator="zz"), scale=TimesMaximum())

    assert said(rule)[0] == "Tỷ lệ = (a +) ÷ zz."


# Never a crash --------------------------------------------------------------------------------------------

CLAIMS = tuple(ground.code for ground in GROUNDS)
FEWER = settings(max_examples=settings().max_examples // 2)


@FEWER
@given(st.data(), frameworks(), st.sampled_from(["vi", "en"]), st.booleans())
def test_any_rule_and_any_answers_can_be_told(data, whole, language, is_complete):
    answers = data.draw(answers_to(whole, CLAIMS))
    peers = Peers(measures={"1.1": (F(2),)}, points={"1.1": (F(1),), "2.1": (F(0),)}, is_complete=is_complete)
    result = score(whole, answers, peers)

    for place in whole.index.criteria():
        response = answers.responses.get(place.id, Response())
        told = [
            *rule_sentences(whole, place.criterion, language),
            *explain(whole, place.criterion, response, result.nodes[place.id], language),
        ]
        assert told
        assert all(line and line == line.strip() and "{" not in line for line in told)


@FEWER
@given(st.data(), frameworks())
def test_points_told_are_the_points_scored(data, whole):
    answers = data.draw(answers_to(whole))
    whole = dataclasses.replace(whole, decimals=0)
    for place in whole.index.criteria():
        node = score_nodes(whole, answers)[place.id]
        lines = explain(whole, place.criterion, answers.responses.get(place.id, Response()), node)
        wanted = "" if node.points is None else f"Điểm: {figure(F(int(node.points + F(1, 2))))}/"
        assert any(line.startswith(wanted) for line in lines) if wanted else True


@pytest.mark.parametrize(
    ("value", "exact", "cut", "percent"),
    [
        (F(1, 3), "1/3", "0,3333…", "33,33 %"),
        (F(5, 4), "1,25", "1,25", "125,00 %"),
        (F(-1, 30000), "-1/30.000", "-0,0000…", "0,00 %"),
        (F(1234567, 1), "1.234.567", "1.234.567", "123.456.700,00 %"),
        (F(1, 10**6), "0,000001", "0,0000…", "0,00 %"),
    ],
)
def test_figures(value, exact, cut, percent):
    assert (figure(value), measured(value), measured_share(value)) == (exact, cut, percent)
    assert share(value) == figure(value * 100) + " %"


def test_a_share_takes_more_decimals_beside_a_limit():
    value = F(799999, 10**6)

    assert measured_share(value) == "80,00 %"
    assert measured_share(value, limits=[F(4, 5)]) == "79,9999 %"
    assert measured_share(F(8, 10), limits=[F(4, 5)]) == "80,00 %"
