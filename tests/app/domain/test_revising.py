"""Two versions of a framework side by side, and answers carried from one to the other."""

import dataclasses
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.assessment import Answers, EvidenceLevel, Profile, Response, check_response
from app.domain.codec import Amount
from app.domain.framework import Ground, InputKind, LegalBasis, Option
from app.domain.revising import Correction, Fate, OnScoring, compare, move
from app.domain.rules import AsPoints, Judgement, Policy, Scored
from tests.app.domain.making import AB, cliff, criterion, framework, group, number, yes_no

F = Fraction


def judged(code, maximum="10", **more):
    rule = Scored(measure=Judgement(), scale=AsPoints())
    return criterion(rule, maximum, (), code=code, method="Chấm tay", **more)


def single(**changes):
    """One criterion before and after `changes`, compared: its one change."""
    old = criterion(cliff("75%"), "20", AB, code="4.3", id="dvc", title="Hồ sơ trực tuyến")
    (found,) = compare(framework(old), framework(dataclasses.replace(old, **changes))).nodes
    return found


@pytest.mark.parametrize(
    ("changes", "fields", "corrections"),
    [
        ({"title": "Hồ sơ nộp trực tuyến"}, ("title",), [Correction.WORDING]),
        ({"method": "Tỷ lệ × điểm tối đa"}, ("method",), [Correction.WORDING]),
        ({"code": "4.4"}, ("code",), [Correction.WORDING]),
        ({"guidance": "Xem trên Cổng"}, ("guidance",), [Correction.GUIDANCE]),
        ({"evidence_guidance": ("Báo cáo",)}, ("evidence_guidance",), [Correction.GUIDANCE]),
        ({"legal_basis": (LegalBasis(text="Luật"),)}, ("legal_basis",), [Correction.GUIDANCE]),
        ({"maximum": Amount("10")}, ("maximum",), [Correction.SCORING]),
        ({"rule": cliff("80%")}, ("rule",), [Correction.SCORING]),
        ({"zero_denominator": Policy.FULL}, ("zero_denominator",), [Correction.SCORING]),
        ({"evidence_required": True}, ("evidence_required",), [Correction.SCORING]),
        ({"inputs": (*AB, number("c"))}, ("inputs",), [Correction.INPUTS]),
        ({"inputs": (AB[0], yes_no("b"))}, ("inputs",), [Correction.INPUTS]),
        ({"inputs": (AB[0], dataclasses.replace(AB[1], maximum=Amount("9")))}, ("inputs",), [Correction.INPUTS]),
        ({"inputs": (AB[0], dataclasses.replace(AB[1], label="Tổng số"))}, ("inputs",), [Correction.WORDING]),
        ({"inputs": (AB[0], dataclasses.replace(AB[1], unit="nghìn hồ sơ"))}, ("inputs",), [Correction.INPUTS]),
        ({"inputs": (AB[0], dataclasses.replace(AB[1], hint="Cả năm"))}, ("inputs",), [Correction.GUIDANCE]),
        (
            {"title": "Hồ sơ", "guidance": "x", "rule": cliff("80%")},
            ("guidance", "rule", "title"),
            [Correction.WORDING, Correction.GUIDANCE, Correction.SCORING],
        ),
        ({}, (), []),
    ],
)
def test_a_correction_is_named_by_how_far_it_reaches(changes, fields, corrections):
    change = single(**changes)

    assert (change.fields, list(change.corrections)) == (fields, corrections)
    assert change.reach is (corrections[-1] if corrections else None)
    assert change.fate is (Fate.CHANGED if corrections else Fate.SAME)


def test_other_options_are_other_inputs_and_other_words_of_one_only_wording():
    def asking(*options):
        item = dataclasses.replace(number("n"), kind=InputKind.CHOICE, options=options)
        return framework(judged("1"), criterion(inputs=(item, *AB), code="2"))

    old = asking(Option(key="x", label="Có"), Option(key="y", label="Không"))
    reworded = asking(Option(key="x", label="Đã có"), Option(key="y", label="Không"))
    other = asking(Option(key="x", label="Có"), Option(key="z", label="Không"))

    assert [change.reach for change in compare(old, reworded).nodes] == [None, Correction.WORDING]
    assert [change.reach for change in compare(old, other).nodes] == [None, Correction.INPUTS]


def fates(old, new):
    return [(change.place.node.code, change.fate, change.is_moved) for change in compare(old, new).nodes]


def test_added_removed_and_moved_nodes_stand_in_the_order_of_the_new_version():
    one, two, three = (judged(f"1.{n}", id=f"t{n}", title=f"Tiêu chí {'một hai ba'.split()[n - 1]}") for n in (1, 2, 3))
    old = framework(group("1", one, two, id="g1"), group("2", three, id="g2"))
    new = framework(group("1", one, three, id="g1"), group("2", judged("2.9", id="t9"), id="g2"))

    assert fates(old, new) == [
        ("1", Fate.SAME, False),
        ("1.1", Fate.SAME, False),
        ("1.2", Fate.REMOVED, False),
        ("1.3", Fate.SAME, True),
        ("2", Fate.SAME, False),
        ("2.9", Fate.ADDED, False),
    ]


def test_a_criterion_with_another_code_is_known_by_its_title():
    old = framework(judged("4.3", title="Ban hành kế hoạch"), judged("4.4", title="Bố trí kinh phí"))
    new = framework(
        judged("4.3", title="Thành lập tổ công nghệ số"),
        judged("4.4", title="Ban hành kế hoạch"),
        judged("4.5", title="Bố trí kinh phí"),
    )
    pairs = {c.old.node.code: c.new.node.code for c in compare(old, new).nodes if c.old and c.new}

    assert pairs == {"4.3": "4.4", "4.4": "4.5"}


def test_a_title_that_was_mended_under_its_code_is_the_same_criterion_and_another_one_is_not():
    old = framework(judged("1", title="Tỷ lệ hộ gia đình có Internet cáp quang"), judged("2", title="Có trang web"))
    new = framework(
        judged("1", title="Tỷ lệ hộ gia đình có Internet băng rộng cáp quang"), judged("2", title="Ngân sách")
    )

    assert fates(old, new) == [("1", Fate.CHANGED, False), ("2", Fate.REMOVED, False), ("2", Fate.ADDED, False)]


def test_what_changes_for_the_whole_framework_is_named():
    old = framework(judged("1"))
    new = dataclasses.replace(old, version="2", zero_denominator=Policy.FULL, title="Bộ chỉ số mới")

    comparison = compare(old, new)

    assert comparison.whole == ("title", "zero_denominator")
    assert comparison.is_scoring_touched
    assert not compare(old, dataclasses.replace(old, version="2", title="Khác")).is_scoring_touched
    assert not compare(old, old).changes


# Answers ------------------------------------------------------------------------------------------------------------

GIVEN = Response(inputs={"a": "70", "b": "100"}, explanation="Theo báo cáo", evidence=EvidenceLevel.SUFFICIENT)


def carried(old, new, responses, on_scoring=OnScoring.RECOMPUTE, **profile):
    return move(compare(old, new), Answers(responses=responses, profile=Profile(**profile)), on_scoring)


def test_other_words_and_guidance_take_answers_over_untouched():
    old = criterion(cliff("75%"), "20", AB, code="1", id="x")
    moved = carried(framework(old), framework(dataclasses.replace(old, title="Khác", guidance="Mới")), {"x": GIVEN})

    assert moved.answers.responses == {"x": GIVEN}
    (told,) = moved.nodes
    assert (told.before, told.after, told.to_answer, told.dropped) == (F(14), F(14), False, {})


def test_another_threshold_computes_the_points_anew_from_the_same_figures():
    old = criterion(cliff("75%"), "20", AB, code="1", id="x")
    moved = carried(framework(old), framework(dataclasses.replace(old, rule=cliff("70%"))), {"x": GIVEN})

    (told,) = moved.nodes
    assert (told.before, told.after, told.to_answer) == (F(14), F(20), False)
    assert moved.answers.responses["x"] == GIVEN


@pytest.mark.parametrize(
    ("on_scoring", "maximum", "points", "dropped"),
    [
        (OnScoring.RECOMPUTE, "5", None, {"points": "4"}),
        (OnScoring.KEEP_POINTS, "5", "4", {}),
        (OnScoring.KEEP_POINTS, "3", None, {"points": "4"}),
        (OnScoring.EMPTY, "5", None, {"points": "4"}),
        (OnScoring.RECOMPUTE, "10", "4", {}),
    ],
)
def test_points_typed_by_hand_follow_what_was_chosen(on_scoring, maximum, points, dropped):
    old, new = judged("1", id="x"), judged("1", maximum, id="x")
    moved = carried(framework(old), framework(new), {"x": Response(points="4", explanation="Vì")}, on_scoring)

    assert moved.answers.responses["x"] == Response(points=points, explanation="Vì")
    assert [dict(told.dropped) for told in moved.nodes if told.dropped] == ([dropped] if dropped else [])


def test_emptying_keeps_explanation_and_evidence():
    old = criterion(cliff("75%"), "20", AB, code="1", id="x")
    moved = carried(
        framework(old), framework(dataclasses.replace(old, maximum=Amount("10"))), {"x": GIVEN}, OnScoring.EMPTY
    )

    assert moved.answers.responses["x"] == dataclasses.replace(GIVEN, inputs={})
    assert moved.nodes[0].dropped == {"a": "70", "b": "100"}
    assert moved.nodes[0].to_answer


def test_inputs_that_are_still_asked_stay_and_the_criterion_is_asked_again():
    old = criterion(cliff("75%"), "20", AB, code="1", id="x")
    new = dataclasses.replace(old, inputs=(AB[0], number("c")))
    moved = carried(framework(old), framework(new), {"x": GIVEN})

    assert moved.answers.responses["x"].inputs == {"a": "70"}
    assert moved.nodes[0].dropped == {"b": "100"}
    assert moved.nodes[0].to_answer


def test_answers_of_a_removed_criterion_are_handed_back_whole():
    gone = criterion(cliff("75%"), "20", AB, code="2", id="y", title="Bỏ")
    stays = judged("1", id="x", title="Còn")
    moved = carried(framework(stays, gone), framework(stays), {"x": Response(points="3"), "y": GIVEN})

    assert moved.aside == {"y": GIVEN}
    assert moved.answers.responses == {"x": Response(points="3")}
    (told,) = moved.nodes
    assert (told.change.fate, told.before, told.after, told.to_answer) == (Fate.REMOVED, F(14), None, False)


def test_answers_follow_a_criterion_to_its_new_code():
    old = framework(judged("4.3", title="Ban hành kế hoạch"))
    new = framework(judged("4.3", title="Thành lập tổ công nghệ số"), judged("4.4", title="Ban hành kế hoạch"))

    moved = carried(old, new, {"4.3": Response(points="7")})

    assert moved.answers.responses == {"4.4": Response(points="7")}
    assert moved.names == {"4.3": "4.4"}
    assert [(told.change.fate, told.to_answer) for told in moved.nodes] == [(Fate.ADDED, True), (Fate.CHANGED, False)]


def test_a_ground_that_is_no_longer_there_is_dropped_and_said():
    ground = Ground(code="k", words="Không có", policy=Policy.FULL)
    old = framework(judged("1", id="x"), grounds=(ground,))
    moved = carried(old, dataclasses.replace(old, grounds=()), {"x": Response(not_applicable="k")})

    assert moved.answers.responses["x"].not_applicable is None
    assert moved.nodes[0].dropped == {"not_applicable": "k"}
    assert (moved.nodes[0].before, moved.nodes[0].after, moved.nodes[0].to_answer) == (F(10), None, True)


def test_a_framework_that_did_not_change_moves_nothing():
    frame = framework(judged("1", id="x"), criterion(cliff("75%"), "20", AB, code="2", id="y"))
    moved = carried(frame, dataclasses.replace(frame, version="2"), {"x": Response(points="3"), "y": GIVEN})

    assert (moved.nodes, moved.aside) == ((), {})
    assert moved.answers.responses == {"x": Response(points="3"), "y": GIVEN}


NODES = [
    judged("1", id="x", title="Một"),
    criterion(cliff("75%"), "20", AB, code="2", id="y", title="Hai"),
    criterion(cliff("50%"), "10", (*AB, yes_no("h")), code="3", id="y", title="Hai"),
    judged("4", "2", id="z", title="Bốn"),
    judged("5", id="w", title="Năm"),
]


@st.composite
def versions(draw):
    """Two frameworks that share some nodes, and answers on the first."""
    sides = [draw(st.lists(st.sampled_from(NODES), unique_by=lambda node: node.id, min_size=1)) for _ in range(2)]
    figures = st.dictionaries(st.sampled_from("abh"), st.sampled_from(["1", "50", "100"]))
    given_ = {
        node.id: Response(inputs={k: v for k, v in draw(figures).items() if k in {i.key for i in node.inputs}})
        if node.inputs
        else Response(points=draw(st.sampled_from(["1", "2"])))
        for node in sides[0]
    }
    return framework(*sides[0]), framework(*sides[1]), given_, draw(st.sampled_from(OnScoring))


@given(versions())
def test_no_answer_is_ever_lost(case):
    old, new, responses, on_scoring = case
    moved = carried(old, new, responses, on_scoring)
    dropped = {told.change.old.id: told.dropped for told in moved.nodes if told.change.old is not None}

    for id_, response in responses.items():
        kept = moved.aside.get(id_) or moved.answers.responses[moved.names[id_]]
        back = {**kept.inputs, **{k: v for k, v in dropped.get(id_, {}).items() if k != "points"}}
        assert back == response.inputs
        assert (kept.points or dropped.get(id_, {}).get("points")) == response.points
    for id_, node in moved.answers.responses.items():
        assert not check_response(new, new.index.places[id_], node)


def test_other_figures_are_asked_though_nothing_was_answered_and_so_is_what_now_applies():
    rule = cliff("75%")
    old = framework(
        criterion(rule, "10", AB, code="1", id="a"),
        criterion(rule, "10", AB, code="2", id="b", target_groups=("sở",)),
    )
    new = framework(
        criterion(rule, "10", (*AB, number("c")), code="1", id="a"),
        criterion(rule, "10", AB, code="2", id="b"),
        criterion(rule, "10", AB, code="3", id="c", target_groups=("sở",)),
    )

    def asked(group):
        moved = move(compare(old, new), Answers(responses={}, profile=Profile(target_group=group)))
        return {node.change.place.id for node in moved.nodes if node.to_answer}

    assert (asked("xã"), asked("sở")) == ({"a", "b"}, {"a", "c"})
