"""A composed rule gives the points the text says, on both sides of each limit; its inputs are asked in words."""

from fractions import Fraction

import pytest

from app.domain.framework import InputKind, Role
from app.domain.rules import Judgement, Policy, RelativeToBest, Scored
from app.domain.scoring import Peers
from app.suggesting import Kind, Suggestion, compose, suggest
from tests.app.domain.making import scored

TITLE = "Tỷ lệ hồ sơ trực tuyến toàn trình"
CLIFF = "Từ 75% trở lên: điểm tối đa; dưới 75%: tỷ lệ × điểm tối đa"
FLOOR = "Từ 85%: điểm tối đa. Từ 60% đến dưới 85%: tỷ lệ ÷ 85% × 10, làm tròn hai chữ số thập phân. Dưới 60%: 0."
STRICT = "Trên 80%: điểm tối đa; trên 50% đến 80%: 1/2 điểm tối đa; từ 50% trở xuống: 0 điểm"
COUNT = "Từ 4 cuộc trở lên: 10 điểm; 3 cuộc: 7,5 điểm; 1 hoặc 2 cuộc: 5 điểm; không họp: 0 điểm"
GATED = (
    "Chưa có chuyên mục: 0 điểm. Có chuyên mục: từ 52 tin, bài được điểm tối đa; từ 20 đến dưới 52 được 1/2; "
    "dưới 20 được 1/4."
)
LADDER = "Đạt 17.600 lượt được 1 điểm, cứ thêm 8.800 lượt được thêm 1 điểm, tối đa 10 điểm"
CHOICE = "Trưởng ban là Chủ tịch: điểm tối đa; là Phó Chủ tịch: 1/2 điểm tối đa; trường hợp khác: 0 điểm"
QUARTERS = "Mỗi quý: đúng hạn 0,5 điểm; chậm 0,25 điểm; không gửi 0 điểm"
SUM = "a) Ban hành kế hoạch (2 điểm): có: 2 điểm; không: 0 điểm\nb) Nhiệm vụ hoàn thành (3 điểm): tỷ lệ x 3"
BEST = "Lấy trường hợp có điểm cao nhất:\na) Tự xây dựng: 6 điểm\nb) Tỷ lệ × điểm tối đa"
WEIGHTED = "Điểm = (60% × tỷ lệ văn bản ký số + 40% × tỷ lệ hồ sơ điện tử) × điểm tối đa."
PEOPLE = "Số doanh nghiệp trên 1.000 dân: từ 1 trở lên: 20 điểm; từ 0,5 đến dưới 1: 10 điểm; dưới 0,5: 0 điểm"

CASES = [
    # text, maximum, answers in the order of the inputs, points
    ("Tỷ lệ × Điểm tối đa", "10", "37 100", "3.7"),
    ("Tỷ lệ × Điểm tối đa", "10", "120 100", "10"),
    ("Điểm = tỷ lệ × điểm tối đa, làm tròn đến 0,25", "10", "37 100", "3.75"),
    ("Điểm = (1 - a/b) x điểm tối đa; a: số hồ sơ trễ; b: tổng số hồ sơ", "10", "1 10", "9"),
    (CLIFF, "5", "7499 10000", "3.7495"),
    (CLIFF, "5", "75 100", "5"),
    (FLOOR, "10", "85 100", "10"),
    (FLOOR, "10", "8499 10000", "10"),  # 9,9988 rounded to two decimals
    (FLOOR, "10", "60 100", "7.06"),
    (FLOOR, "10", "5999 10000", "0"),
    ("100%: 3 điểm; dưới 100%: 0 điểm", "3", "99 100", "0"),
    ("100%: 3 điểm; dưới 100%: 0 điểm", "3", "100 100", "3"),
    (STRICT, "10", "80 100", "5"),
    (STRICT, "10", "8001 10000", "10"),
    (STRICT, "10", "50 100", "0"),
    (STRICT, "10", "5001 10000", "5"),
    (COUNT, "10", "7", "10"),
    (COUNT, "10", "4", "10"),
    (COUNT, "10", "3", "7.5"),
    (COUNT, "10", "2", "5"),
    (COUNT, "10", "1", "5"),
    (COUNT, "10", "0", "0"),
    ("Trên 2 mô hình: 10 điểm; từ 1 đến 2 mô hình: 5 điểm; không có: 0 điểm", "10", "2", "5"),
    ("Trên 2 mô hình: 10 điểm; từ 1 đến 2 mô hình: 5 điểm; không có: 0 điểm", "10", "3", "10"),
    (GATED, "2", "52 yes", "2"),
    (GATED, "2", "51 yes", "1"),
    (GATED, "2", "0 yes", "0.5"),
    (GATED, "2", "60 no", "0"),
    ("Mỗi mô hình được 2 điểm, tối đa 10 điểm", "10", "3", "6"),
    ("Mỗi mô hình được 2 điểm, tối đa 10 điểm", "10", "9", "10"),
    (LADDER, "10", "17599", "0"),
    (LADDER, "10", "17600", "1"),
    (LADDER, "10", "26399", "1"),
    (LADDER, "10", "26400", "2"),
    ("Cứ 10% được 1 điểm, tối đa 10 điểm", "10", "39", "3"),
    ("Có: 10 điểm; Không: 0 điểm", "10", "yes", "10"),
    ("Có: 10 điểm; Không: 0 điểm", "10", "no", "0"),
    (CHOICE, "20", "o1", "20"),
    (CHOICE, "20", "o2", "10"),
    (CHOICE, "20", "o3", "0"),
    ("Ban hành 1/2, phân công 1/4, kinh phí 1/4 điểm tối đa; cộng lại.", "4", "yes no yes", "3"),
    ("Gồm 4 nội dung, mỗi nội dung được 1 điểm", "4", "yes yes no yes", "3"),
    (QUARTERS, "2", "on_time on_time late none", "1.25"),
    (SUM, "5", "yes 1 2", "3.5"),
    (BEST, "10", "yes 50 100", "6"),
    (BEST, "10", "yes 70 100", "7"),
    (BEST, "10", "no 50 100", "5"),
    (WEIGHTED, "10", "50 100", "7"),
    (PEOPLE, "20", "10 10000", "20"),
    (PEOPLE, "20", "9 10000", "10"),
    (PEOPLE, "20", "4 10000", "0"),
    ("Không có sự cố: điểm tối đa. Mỗi sự cố trừ 1 điểm, thấp nhất là 0 điểm.", "3", "1", "2"),
    ("Theo kết quả khảo sát của Sở Nội vụ", "10", "8.25", "8.25"),
]


@pytest.mark.parametrize(
    ("text", "maximum", "answers", "points"), CASES, ids=[f"case-{at}" for at in range(len(CASES))]
)
def test_points_are_what_the_text_says(text: str, maximum: str, answers: str, points: str) -> None:
    made = suggest(text, maximum)
    composed = compose(made, TITLE, maximum)
    given = dict(zip((item.key for item in composed.inputs), answers.split(), strict=True))
    assert made.sure
    assert scored(composed.rule, maximum, composed.inputs, given).points == Fraction(points)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Chưa ban hành kế hoạch: 0 điểm. Đã ban hành kế hoạch: điểm = tỷ lệ x 8", "Có ban hành kế hoạch"),
        (
            "Từ 80% trở lên: 8 điểm; dưới 80%: 4 điểm; số liệu sai hoặc không có: 0 điểm",
            "Không thuộc trường hợp: số liệu sai hoặc không có",
        ),
    ],
)
def test_a_gate_asks_for_what_opens_it(text: str, asked: str) -> None:
    composed = compose(suggest(text, "8"), TITLE, "8")
    assert asked in [item.label for item in composed.inputs]


def test_relative_to_the_best_reads_the_peers() -> None:
    composed = compose(suggest("Điểm = tỷ lệ của xã ÷ tỷ lệ cao nhất trong các xã × điểm tối đa", "40"), TITLE, "40")
    assert isinstance(composed.rule, Scored)
    assert isinstance(composed.rule.measure, RelativeToBest)
    given = dict(zip((item.key for item in composed.inputs), ("1", "2"), strict=True))
    peers = Peers(measures={"1.1": (Fraction(1),)}, is_complete=True)
    assert scored(composed.rule, "40", composed.inputs, given, peers).points == 20


def test_inputs_are_asked_in_the_words_of_the_text_or_the_title() -> None:
    said = "a: Số thôn có Tổ công nghệ số; b: Tổng số thôn. Điểm = a/b × điểm tối đa"
    assert [item.label for item in compose(suggest(said, "5"), TITLE, "5").inputs] == [
        "Số thôn có Tổ công nghệ số",
        "Tổng số thôn",
    ]
    assert [item.label for item in compose(suggest("Tỷ lệ × điểm tối đa", "5"), TITLE, "5").inputs] == [
        "Số hồ sơ trực tuyến toàn trình",
        "Tổng số để tính tỷ lệ hồ sơ trực tuyến toàn trình",
    ]
    lettered = compose(suggest("a/b * điểm tối đa", "5"), TITLE, "5").inputs
    assert [item.label for item in lettered] == [f"{TITLE} – tử số (a)", f"{TITLE} – mẫu số (b)"]


def test_one_figure_named_twice_is_asked_once() -> None:
    said = "Điểm = (a + b)/(a + c) x điểm tối đa; a: số người hỏi; b: số hộ hỏi; c: số doanh nghiệp hỏi"
    assert [item.label for item in compose(suggest(said, "5"), TITLE, "5").inputs] == [
        "Số người hỏi",
        "Số hộ hỏi",
        "Số doanh nghiệp hỏi",
    ]


def test_what_holds_when_nothing_occurred_goes_along() -> None:
    made = suggest("Điểm = tỷ lệ × điểm tối đa. Không phát sinh phản ánh: điểm tối đa.", "10")
    assert compose(made, TITLE, "10").zero_denominator is Policy.FULL
    assert compose(suggest("Tỷ lệ × điểm tối đa", "10"), TITLE, "10").zero_denominator is None


@pytest.mark.parametrize(
    ("text", "maximum", "role"),
    [
        ("Điểm thưởng: mỗi sáng kiến được cộng 2 điểm, tối đa 4 điểm", "4", Role.BONUS),
        ("Có báo cáo gửi chậm: trừ 1 điểm", "-1", Role.PENALTY),
        ("Không có sự cố: điểm tối đa; mỗi sự cố trừ 1 điểm", "3", Role.SCALE),
        ("Tùy mức độ", "-3", Role.PENALTY),
    ],
)
def test_points_beside_the_scale_bear_their_role(text: str, maximum: str, role: Role) -> None:
    assert compose(suggest(text, maximum), TITLE, maximum).role is role


@pytest.mark.parametrize("kind", list(Kind), ids=[kind.value for kind in Kind])
def test_a_suggestion_without_parameters_is_composed_or_left_to_judgement(kind: Kind) -> None:
    composed = compose(Suggestion(kind=kind), "", "")
    assert composed.rule is not None
    if isinstance(composed.rule, Scored) and isinstance(composed.rule.measure, Judgement):
        assert composed.inputs == ()


def test_an_imported_figure_names_its_source() -> None:
    composed = compose(suggest("Theo kết quả khảo sát của Sở Nội vụ", "10"), TITLE, "10")
    (asked,) = composed.inputs
    assert (asked.kind, asked.hint, asked.maximum) == (InputKind.IMPORTED, "Theo kết quả khảo sát của Sở Nội vụ", "10")
