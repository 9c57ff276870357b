"""Why these points, told line by line."""

from fractions import Fraction

import pytest

from app.domain.assessment import EvidenceLevel, Response
from app.domain.framework import Evidence, EvidencePolicy, Ground, InputKind
from app.domain.rules import (
    Alternative,
    Best,
    Gate,
    Policy,
    Scored,
)
from app.domain.scoring import Decision, Peers, score_nodes
from app.wording.rules import Gauge, cautions, explain, gauge
from tests.app.domain import test_field_rules as field
from tests.app.domain.making import (
    FULL,
    JUDGED,
    NONE,
    PLAIN,
    answered,
    bands,
    cliff,
    criterion,
    framework,
    group,
    number,
    strict_cliff,
    yes_no,
)

F = Fraction

ONLINE = number("a", "Số hồ sơ nộp trực tuyến", unit="hồ sơ", kind=InputKind.INTEGER)
ALL = number("b", "Tổng số hồ sơ tiếp nhận", unit="hồ sơ", kind=InputKind.INTEGER)
FILES = (ONLINE, ALL)
MEETINGS = number("n", "Số cuộc họp", kind=InputKind.INTEGER, unit="cuộc")
PLANNED = yes_no("y", "Đã ban hành kế hoạch")


def test_a_threshold_that_must_be_passed_is_told_apart_from_one_that_is_enough():
    assert why(strict_cliff("75%"), files(1500))[-3:] == [
        "1.500 ÷ 2.000 = 75,00 %, chưa vượt ngưỡng 75 %: tỷ lệ × 20 điểm = 15 điểm.",
        "Còn thiếu 1 hồ sơ để vượt ngưỡng 75 %.",
        "Điểm: 15,00/20,00.",
    ]
    assert why(strict_cliff("75%"), files(1501))[-3:] == [
        "1.501 ÷ 2.000 = 75,05 %, vượt ngưỡng 75 %: điểm tối đa.",
        "Vừa qua ngưỡng. Nếu bị bớt từ 1 hồ sơ, điểm còn 15,00.",
        "Điểm: 20,00/20,00.",
    ]


# Why these points -----------------------------------------------------------------------------------------


def why(rule, answers, maximum="20", inputs=FILES, language="vi", peers=None, decisions=None, frame=None, **more):
    node = criterion(rule, maximum, inputs, **more)
    whole = framework(node, **(frame or {}))
    response = answers if isinstance(answers, Response) else Response(inputs=answers)
    scored = score_nodes(whole, answered(n1_1=response), peers or Peers(), decisions)["1.1"]
    return list(explain(whole, node, response, scored, language))


def files(a, b=2000):
    return {"a": str(a), "b": str(b)}


CLIFF = [
    (
        1506,
        [
            "1.506 ÷ 2.000 = 75,30 %, đạt ngưỡng 75 %: điểm tối đa.",
            "Chỉ hơn ngưỡng 6 hồ sơ. Nếu bị bớt từ 7 hồ sơ, điểm còn dưới 15,00.",
            "Điểm: 20,00/20,00.",
        ],
    ),
    (
        1500,
        [
            "1.500 ÷ 2.000 = 75,00 %, đạt ngưỡng 75 %: điểm tối đa.",
            "Vừa đúng ngưỡng. Nếu bị bớt từ 1 hồ sơ, điểm còn dưới 15,00.",
            "Điểm: 20,00/20,00.",
        ],
    ),
    (
        1499,
        [
            "1.499 ÷ 2.000 = 74,95 %, chưa đạt ngưỡng 75 %: tỷ lệ × 20 điểm = 14,99 điểm.",
            "Còn thiếu 1 hồ sơ để đạt ngưỡng 75 %.",
            "Điểm: 14,99/20,00.",
        ],
    ),
    (1300, ["1.300 ÷ 2.000 = 65,00 %, chưa đạt ngưỡng 75 %: tỷ lệ × 20 điểm = 13 điểm.", "Điểm: 13,00/20,00."]),
    (1900, ["1.900 ÷ 2.000 = 95,00 %, đạt ngưỡng 75 %: điểm tối đa.", "Điểm: 20,00/20,00."]),
    (
        2001,
        [
            "2.001 ÷ 2.000 = 100,05 %, đạt ngưỡng 75 %: điểm tối đa.",
            "Tử số lớn hơn mẫu số: chỉ tính 100 %. Nên xem lại số liệu.",
            "Điểm: 20,00/20,00.",
        ],
    ),
]


@pytest.mark.parametrize(("online", "lines"), CLIFF)
def test_a_cliff_is_explained_with_what_is_left_to_it(online, lines):
    assert why(cliff("75%"), files(online)) == lines


def test_a_cliff_in_english():
    assert why(cliff("75%"), files(1506), language="en") == [
        "1,506 ÷ 2,000 = 75.30 %, reaches 75 %: full points.",
        "Only 6 hồ sơ above the threshold. If 7 hồ sơ or more are taken off, points are below 15.00.",
        "Points: 20.00 of 20.00.",
    ]


def test_a_hair_below_the_threshold_is_not_shown_as_on_it():
    lines = why(cliff("75%"), files(7499999, 10000000))

    assert lines[0] == (
        "7.499.999 ÷ 10.000.000 = 74,99999 %, chưa đạt ngưỡng 75 %: "
        "tỷ lệ × 20 điểm = 14,9999… điểm (chính xác 14,999998)."
    )
    assert lines[-1] == "Điểm: 15,00/20,00 (chính xác 14,999998)."


def test_below_a_constant_band_the_constant_is_what_remains():
    rule = Scored(measure=field.RATIO, scale=bands(("75%", None, FULL), (None, "75%", "5")))

    assert "Chỉ hơn ngưỡng 1 hồ sơ. Nếu bị bớt từ 2 hồ sơ, điểm còn 5,00." in why(rule, files(1501))


OTHER_LINES = [
    (PLAIN, {"a": "3"}, "20", FILES, "Chưa nhập: Tổng số hồ sơ tiếp nhận."),
    (field.R8B, files(84, 100), "10", FILES, "Làm tròn 9,8823… điểm thành 9,88 điểm."),
    (field.R10, {"n": "6"}, "10", (MEETINGS,), "Tính được 6 điểm; chỉ lấy mức tối đa 5 điểm."),
    (field.DEDUCTED, {"n": "21"}, "10", (MEETINGS,), "Tính được -0,5 điểm; không dưới 0 điểm."),
    (field.R4, {"n": "3"}, "20", (MEETINGS,), "3: 15 điểm."),
    (field.R4, {"n": "3"}, "20", (MEETINGS,), "Số cuộc họp: 3 cuộc."),
    (
        field.R5,
        {"có": "no"},
        "2",
        (yes_no("có", "Có chuyên mục"), MEETINGS),
        "“Có chuyên mục” là “Không”, không phải “Có”: 0 điểm.",
    ),
    (field.R5, {}, "2", (yes_no("có", "Có chuyên mục"), MEETINGS), "Chưa nhập: Có chuyên mục."),
    (field.R6, files(95, 100), "1", FILES, "95 ÷ 100 = 95,00 %, ngoài các mức có điểm: 0 điểm."),
    (
        field.R3,
        {"t0": "yes"},
        "2",
        (yes_no("t0", "Đã ban hành"), yes_no("t1", "Đã làm")),
        "Đã ban hành: Có, 1/2 điểm tối đa (1 điểm).",
    ),
    (
        field.R13,
        {"a": "200", "b": "49", "c": "100"},
        "20",
        field.ABC,
        "Tỷ lệ = (49 + 100) ÷ 200 = 74,50 %, chưa đạt ngưỡng 75 %: tỷ lệ × 20 điểm = 14,9 điểm.",
    ),
    (
        field.R25,
        {"n": "7", "p": "7001"},
        "20",
        field.R25_INPUTS,
        "Giá trị = 7 ÷ 7.001 × 1.000 = 0,9998… (chính xác 7.000/7.001), từ 0,5 đến dưới 1: 10 điểm.",
    ),
    (
        Scored(measure=field.RATIO, scale=bands(("50%", "90%", FULL), (None, "50%", NONE))),
        files(6, 10),
        "1",
        FILES,
        "6 ÷ 10 = 60,00 %, từ 50 % đến dưới 90 %: điểm tối đa.",
    ),
    (
        Scored(measure=field.RATIO, scale=bands(("60%", None, FULL), (None, "50%", NONE))),
        files(6, 10),
        "1",
        FILES,
        "6 ÷ 10 = 60,00 %, từ 60 % trở lên: điểm tối đa.",
    ),
    (field.GROWN, files(110, 100), "1", FILES, "Mức tăng = (110 − 100) ÷ 100 = 10,00 %, đạt ngưỡng 10 %: điểm tối đa."),
    (field.R11_ICT, {"n": "3"}, "50", (*FILES, MEETINGS), "Còn phần chưa nhập, điểm chỉ gồm các phần đã có."),
    (field.R11_ICT, {"n": "3"}, "50", (*FILES, MEETINGS), "Điểm tạm tính: còn phần chưa nhập."),
    (field.R12, {"own": "yes"}, "10", field.R12_INPUTS, "Thuê: Chưa nhập: Có rent hay không."),
    (
        field.BEST,
        files(30, 10),
        "40",
        FILES,
        "Giá trị đạt được là 3; điểm tính theo giá trị cao nhất của các cơ quan, địa phương cùng nhóm.",
    ),
    (JUDGED, Response(), "4", (), "Chưa nhập: Điểm tự đánh giá."),
]


@pytest.mark.parametrize(("rule", "answers", "maximum", "inputs", "line"), OTHER_LINES)
def test_a_line_of_explanation(rule, answers, maximum, inputs, line):
    assert line in why(rule, answers, maximum, inputs)


def test_a_zero_denominator_is_told_with_the_figures_and_the_policy():
    lines = why(PLAIN, files(0, 0), frame={"zero_denominator": Policy.FULL, "zero_denominator_article": "Điều 5"})

    assert lines == [
        "Số hồ sơ nộp trực tuyến: 0 hồ sơ.",
        "Tổng số hồ sơ tiếp nhận: 0 hồ sơ.",
        "Mẫu số bằng 0: tính điểm tối đa (Điều 5).",
        "Điểm: 20,00/20,00.",
    ]


def test_a_ground_is_told_with_its_article():
    ground = Ground(code="7.4", words="Ngoài chức năng.", policy=Policy.FULL, article="Điều 7.4")
    lines = why(PLAIN, Response(not_applicable="7.4"), frame={"grounds": (ground,)})

    assert lines == ["Không áp dụng: Ngoài chức năng. Tính điểm tối đa (Điều 7.4).", "Điểm: 20,00/20,00."]


def test_nobody_to_compare_with_is_told():
    ground = Ground(code="7.2", words="Không có đơn vị trực thuộc", policy=Policy.PEER_MAXIMUM)
    lines = why(PLAIN, Response(not_applicable="7.2"), frame={"grounds": (ground,)}, peers=Peers(is_complete=True))

    assert lines[1:] == [
        "Không còn cơ quan, địa phương nào để so sánh: cơ quan thẩm định xem xét.",
        "Điểm tạm tính: chờ cơ quan thẩm định xem xét.",
        "Điểm: chưa có.",
    ]


def test_decided_points_need_no_rule():
    assert why(PLAIN, files(1), decisions={"1.1": Decision(points=F(7))}) == [
        "Điểm do cơ quan thẩm định quyết định.",
        "Điểm: 7,00/20,00.",
    ]


def test_what_is_settled_above_is_told():
    ground = Ground(code="g", words="Ngoài chức năng", policy=Policy.FULL)
    node = criterion(code="1.1")
    whole = framework(group("1", node), grounds=(ground,))
    scored = score_nodes(whole, answered(n1=Response(not_applicable="g")))["1.1"]

    assert explain(whole, node, Response(), scored) == (
        "Đã tính cùng với “1 Nhóm 1”.",
        "Không áp dụng: Ngoài chức năng. Tính điểm tối đa.",
        "Điểm: 10,00/10,00.",
    )


@pytest.mark.parametrize(
    ("level", "terms", "line"),
    [
        (EvidenceLevel.NONE, {}, "Thiếu minh chứng: không tính điểm, không xem xét bổ sung sau (Điều 5.3.b)."),
        (EvidenceLevel.INCOMPLETE, {}, "Minh chứng chưa đủ: được bổ sung ở lần sau (Điều 5.3.b)."),
        (
            EvidenceLevel.NONE,
            {"evidence": "tài liệu chứng minh"},
            "Thiếu tài liệu chứng minh: không tính điểm, không xem xét bổ sung sau (Điều 5.3.b).",
        ),
        (
            EvidenceLevel.INCOMPLETE,
            {"evidence": "tài liệu chứng minh"},
            "Tài liệu chứng minh chưa đủ: được bổ sung ở lần sau (Điều 5.3.b).",
        ),
    ],
)
def test_want_of_evidence_is_told_in_the_framework_s_own_words(level, terms, line):
    policies = Evidence(missing=EvidencePolicy.ZERO_FINAL, incomplete=EvidencePolicy.NEXT_ROUND, article="Điều 5.3.b")
    response = Response(inputs=files(1), evidence=level)

    assert line in why(PLAIN, response, frame={"evidence": policies, "terms": terms}, evidence_required=True)


@pytest.mark.parametrize("inputs", [{"a": "3", "b": "x"}, {"a": "1e9", "b": "4"}])
def test_figures_that_are_no_numbers_are_told_as_not_computed(inputs):
    node = criterion(PLAIN, "20", FILES)
    whole = framework(node)
    scored = score_nodes(whole, answered())["1.1"]

    assert "Chưa tính được từ số liệu đã nhập." in explain(whole, node, Response(inputs=inputs), scored)


# The bar and the warning beside the figures ---------------------------------------------------------------

HALF = F(1, 2)
GAUGES = [
    (PLAIN, files(1, 2), Gauge(HALF, None)),
    (cliff("75%"), files(1, 2), Gauge(HALF, F(3, 4))),
    (cliff("75%"), files(9, 10), Gauge(F(9, 10), F(3, 4))),
    (field.R8B, files(1, 2), Gauge(HALF, F(3, 5))),
    (field.R8B, files(7, 10), Gauge(F(7, 10), F(17, 20))),
    (cliff("75%"), {"a": "1"}, None),
    (cliff("75%"), files(0, 0), None),
    (field.R10, {"n": "4"}, None),
    (JUDGED, {}, None),
    (field.R11_ICT, files(1, 2), None),
    (field.R12, {"own": "yes"}, None),
    (Gate(input="y", then=PLAIN), {**files(1, 2), "y": "yes"}, Gauge(HALF, None)),
    (Gate(input="y", then=PLAIN), {**files(1, 2), "y": "no"}, None),
]


@pytest.mark.parametrize(("rule", "answers", "shown"), GAUGES)
def test_what_a_bar_can_show(rule, answers, shown):
    assert gauge(criterion(rule), Response(inputs=answers)) == shown


@pytest.mark.parametrize(
    ("rule", "answers", "told"),
    [
        (cliff("75%"), files(1501), 1),
        (cliff("75%"), files(1900), 0),
        (PLAIN, files(2001), 1),
        (field.R11_ICT, files(2001), 1),
        (Best(alternatives=(Alternative(label="một", rule=cliff("75%")),)), files(1500), 1),
        (JUDGED, {}, 0),
        (cliff("75%"), {}, 0),
    ],
)
def test_cautions_are_those_of_the_explanation(rule, answers, told):
    node = criterion(rule, "50", (*FILES, MEETINGS))
    lines = cautions(framework(node), node, Response(inputs=answers))

    assert len(lines) == told
    assert all(line in " ".join(why(rule, answers, "50", (*FILES, MEETINGS))) for line in lines)
