"""Responses as they are typed and as they come in a file: every value that does not fit is told, none guessed."""

from fractions import Fraction

import pytest

from app.domain.assessment import (
    AnswersFile,
    EvidenceLevel,
    Profile,
    Response,
    applicable_grounds,
    check_points,
    check_response,
    check_value,
    read_answers,
    write_answers,
)
from app.domain.framework import Ground, InputKind, Role, StatedBy, Trait
from app.domain.rules import Policy
from app.errors import AppError, Several
from tests.app.domain.making import A, answered, choice, criterion, framework, group, judged, number, yes_no

F = Fraction

VALUES = [
    # input, text, code or None
    (number("a"), "", None),
    (number("a"), "12.5", None),
    (number("a"), "0", None),
    (number("a"), "-1", "input.out_of_range"),
    (number("a", minimum=None), "-1", None),
    (number("a", maximum=A("20")), "20", None),
    (number("a", maximum=A("20")), "20.000000000001", "input.out_of_range"),
    (number("a", minimum=None, maximum=A("20")), "21", "input.out_of_range"),
    (number("a"), "1,5", "input.not_a_number"),
    (number("a"), "none", "input.not_a_number"),
    (number("a", may_be_absent=True), "none", None),
    (number("a", kind=InputKind.INTEGER), "12", None),
    (number("a", kind=InputKind.INTEGER), "12.0", None),
    (number("a", kind=InputKind.INTEGER), "12.5", "input.not_whole"),
    (number("a", kind=InputKind.IMPORTED), "8.75", None),
    (number("a", kind=InputKind.IMPORTED), "x", "input.not_a_number"),
    (yes_no("a"), "yes", None),
    (yes_no("a"), "no", None),
    (yes_no("a"), "Có", "input.not_yes_no"),
    (choice("a", "late", "none"), "late", None),
    (choice("a", "late", "none"), "none", None),
    (choice("a", "late"), "muộn", "input.not_an_option"),
]


@pytest.mark.parametrize(("input_", "text", "code"), VALUES)
def test_what_may_stand_in_an_input(input_, text, code):
    if code is None:
        check_value(input_, text)
        return
    with pytest.raises(AppError) as refused:
        check_value(input_, text)

    assert refused.value.code == code
    assert refused.value.details["label"] == input_.label


@pytest.mark.parametrize(
    ("low", "high", "text", "allowed"),
    [("0", None, "-1", "≥ 0"), (None, "20", "21", "≤ 20"), ("0.5", "20", "0.4", "0.5 – 20")],
)
def test_the_allowed_range_is_told(low, high, text, allowed):
    with pytest.raises(AppError) as refused:
        check_value(number("a", minimum=low and A(low), maximum=high and A(high)), text)

    assert refused.value.details["allowed"] == allowed


TREE = framework(
    group("1", judged("1.1", maximum="2.5"), judged("1.2", maximum="-1", role=Role.PENALTY), maximum="2.5"),
    criterion(code="2"),
    grounds=(
        Ground(code="agency", words="Ngoài chức năng", policy=Policy.FULL),
        Ground(code="trait", words="Đặc điểm", policy=Policy.FULL, stated_by=StatedBy.TRAIT, trait="t", nodes=("2",)),
        Ground(code="huyện", words="Chỉ huyện", policy=Policy.FULL, target_groups=("huyện",)),
        Ground(code="lost", words="Mất", policy=Policy.FULL, nodes=("9",)),
    ),
    traits=(Trait(code="t", name="T"),),
)


def place(code):
    return TREE.index.find(code)


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [("1.1", None, None), ("1.1", "", None), ("1.1", "2.5", F(5, 2)), ("1.1", "0", F(0)), ("1.2", "-1", F(-1))],
)
def test_points_a_person_may_give(code, text, value):
    assert check_points(place(code), text) == value


@pytest.mark.parametrize(
    ("code", "text", "low", "high"),
    [("1.1", "2.51", "0", "2.5"), ("1.1", "-0.1", "0", "2.5"), ("1.2", "0.5", "-1", "0"), ("1.2", "-1.1", "-1", "0")],
)
def test_points_out_of_range(code, text, low, high):
    with pytest.raises(AppError) as refused:
        check_points(place(code), text)

    assert refused.value.code == "points.out_of_range"
    assert (refused.value.details["minimum"], refused.value.details["maximum"]) == (low, high)


def codes(errors):
    return [error.code for error in errors]


def test_everything_wrong_with_a_response_is_listed():
    response = Response(inputs={"a": "x", "b": "-1", "c": "1"}, not_applicable="bịa", points="99")

    assert codes(check_response(TREE, place("2"), response)) == [
        "input.not_a_number",
        "input.out_of_range",
        "answers.unknown_input",
        "answers.unknown_ground",
        "points.out_of_range",
    ]


@pytest.mark.parametrize(
    ("ground", "profile", "allowed"),
    [
        ("agency", Profile(), True),
        ("trait", Profile(), False),
        ("trait", Profile(traits=frozenset({"t"})), True),
        ("huyện", Profile(target_group="huyện"), True),
        ("huyện", Profile(target_group="xã"), False),
        ("lost", Profile(), False),
    ],
)
def test_which_grounds_may_be_claimed(ground, profile, allowed):
    errors = check_response(TREE, place("2"), Response(not_applicable=ground), profile)

    assert codes(errors) == ([] if allowed else ["answers.unknown_ground"])


def test_grounds_to_choose_from():
    chosen = [ground.code for ground in applicable_grounds(TREE, place("2"), Profile(target_group="xã"))]

    assert chosen == ["agency"]


def test_a_group_takes_a_ground_but_no_figures():
    errors = check_response(TREE, place("1"), Response(inputs={"a": "1"}, not_applicable="agency"))

    assert codes(errors) == ["answers.unknown_input"]


def test_what_is_empty():
    assert Response().is_empty
    assert Response(inputs={"a": ""}, explanation="Đang làm").is_empty
    assert not Response(inputs={"a": "0"}).is_empty
    assert not Response(not_applicable="agency").is_empty
    assert not Response(points="0").is_empty


def test_answers_come_back_from_their_file():
    answers = answered(
        "xã",
        ["t"],
        n2=Response(inputs={"a": "3", "b": "4"}, explanation="Số liệu 6 tháng", evidence=EvidenceLevel.SUFFICIENT),
        n1_1="1.25",
    )
    written = write_answers(TREE, answers)

    assert list(written["responses"]) == ["1.1", "2"]
    assert read_answers(TREE, written) == (answers, {})


def test_the_file_may_leave_inputs_null_count_evidence_and_name_peers():
    answers, peers = read_answers(
        TREE,
        {
            "responses": {"2": {"inputs": {"a": None, "b": "4"}, "evidence": 3}, "1.1": {"evidence": 0}},
            "peers": {"2": ["7.5", "3"]},
        },
    )

    assert answers.responses["2"] == Response(inputs={"a": "", "b": "4"}, evidence=EvidenceLevel.SUFFICIENT)
    assert answers.responses["1.1"].evidence is EvidenceLevel.NONE
    assert peers == {"2": (F(15, 2), F(3))}


def test_everything_wrong_with_a_file_is_listed():
    twice = framework(judged("1", id="x1"))
    with pytest.raises(Several) as refused:
        read_answers(
            twice,
            {
                "responses": {"1": {"points": "3"}, "x1": {"points": "4"}, "bịa": {}},
                "peers": {"9": ["1"], "1": ["1e9"]},
            },
        )

    assert refused.value.code == "answers.refused"
    assert codes(refused.value.errors) == [
        "answers.twice",
        "answers.unknown_node",
        "answers.unknown_node",
        "number.malformed",
    ]
    assert refused.value.details["count"] == 4


@pytest.mark.parametrize(
    "value",
    [
        [],
        {"respones": {}},
        {"responses": {"2": []}},
        {"responses": {"2": {"evidence": -1}}},
        {"responses": {"2": {"evidence": True}}},
        {"responses": {"2": {"inputs": {"a": 3}}}},
        {"responses": {"2": {"inputs": []}}},
        {"responses": {"2": {"note": "x"}}},
        {"peers": {"2": "7"}},
    ],
)
def test_a_file_of_another_form_is_refused(value):
    with pytest.raises(AppError, match=r"data\.malformed"):
        read_answers(TREE, value)


def test_an_answers_file_has_defaults():
    assert AnswersFile() == AnswersFile(responses={}, peers={}, target_group="", traits=frozenset())
