"""What wants evidence, how groups add up, and what is out of scope for a kind of agency."""

from fractions import Fraction

import pytest

from app.domain.assessment import EvidenceLevel, Response
from app.domain.framework import Evidence, EvidencePolicy, Ground, Role, TargetGroup
from app.domain.rules import (
    Policy,
    RelativeToBest,
    Scored,
    TimesMaximum,
)
from app.domain.scoring import State, score_nodes
from tests.app.domain.making import (
    AB,
    PLAIN,
    RATIO,
    answered,
    criterion,
    framework,
    group,
    judged,
    scored,
)

F = Fraction

# Evidence -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", [EvidenceLevel.NONE, EvidenceLevel.INCOMPLETE])
@pytest.mark.parametrize(
    ("policy", "explanation", "points", "state"),
    [
        (None, "", F(5), State.SCORED),
        (EvidencePolicy.ZERO_FINAL, "Đã có", F(0), State.SCORED),
        (EvidencePolicy.NEXT_ROUND, "", F(5), State.PROVISIONAL),
        (EvidencePolicy.REVIEWER_DECIDES, "Đã có", F(5), State.PROVISIONAL),
        (EvidencePolicy.EXPLANATION_ACCEPTED, "  ", F(5), State.PROVISIONAL),
        (EvidencePolicy.EXPLANATION_ACCEPTED, "Đã có", F(5), State.SCORED),
    ],
)
def test_what_lacks_evidence_follows_the_policy(level, policy, explanation, points, state):
    default = Evidence(missing=policy, incomplete=policy, article="Điều 5.3.b")
    answer = Response(inputs={"a": "1", "b": "2"}, evidence=level, explanation=explanation)
    node = scored(PLAIN, "10", AB, answer, frame={"evidence": default}, evidence_required=True)

    cause = {EvidenceLevel.NONE: "missing_evidence", EvidenceLevel.INCOMPLETE: "incomplete_evidence"}[level]
    assert (node.points, node.state) == (points, state)
    told = [(item.policy, item.cause, item.article) for item in node.applied]
    assert told == ([] if policy is None else [(policy.value, cause, "Điều 5.3.b")])


def with_evidence(level, inputs=None, **more):
    default = Evidence(missing=EvidencePolicy.ZERO_FINAL, incomplete=EvidencePolicy.NEXT_ROUND, article="Điều 5.3.b")
    answer = Response(inputs=inputs or {"a": "1", "b": "2"}, evidence=level)
    return scored(PLAIN, "10", AB, answer, frame={"evidence": default}, **{"evidence_required": True, **more})


def test_sufficient_evidence_needs_no_policy():
    assert with_evidence(EvidenceLevel.SUFFICIENT).applied == ()


def test_evidence_is_not_asked_where_it_is_not_required_or_nothing_is_claimed():
    assert with_evidence(EvidenceLevel.NONE, evidence_required=False).points == 5
    assert with_evidence(EvidenceLevel.NONE, {"a": "0", "b": "2"}).applied == ()


def test_missing_and_incomplete_have_policies_of_their_own():
    assert with_evidence(EvidenceLevel.NONE).points == 0
    assert with_evidence(EvidenceLevel.INCOMPLETE).state is State.PROVISIONAL


def test_a_criterion_s_own_policy_does_not_borrow_the_common_article():
    node = with_evidence(EvidenceLevel.NONE, missing_evidence=EvidencePolicy.NEXT_ROUND)

    assert [(told.policy, told.article) for told in node.applied] == [("next_round", "")]


def test_points_refused_for_want_of_evidence_do_not_wait_for_others():
    rule = Scored(measure=RelativeToBest(of=RATIO), scale=TimesMaximum())
    answer = Response(inputs={"a": "900", "b": "1"})
    default = Evidence(missing=EvidencePolicy.ZERO_FINAL)
    node = scored(rule, "10", AB, answer, frame={"evidence": default}, evidence_required=True)

    assert (node.points, node.state, node.measured) == (0, State.SCORED, 900)


# Groups and scope -----------------------------------------------------------------------------------------


def test_groups_add_up_and_say_how_far_they_are():
    tree = framework(group("1", judged("1.1"), judged("1.2"), group("1.3", judged("1.3.1"))))

    empty = score_nodes(tree, answered())
    partly = score_nodes(tree, answered(n1_1="4"))
    done = score_nodes(tree, answered(n1_1="4", n1_2="5", n1_3_1="6.5"))

    assert (empty["1"].points, empty["1"].state) == (None, State.EMPTY)
    assert (partly["1"].points, partly["1"].state) == (4, State.SCORED)
    assert (done["1"].points, done["1.3"].points, done["1"].maximum) == (F(31, 2), F(13, 2), 30)
    assert list(done) == ["1", "1.1", "1.2", "1.3", "1.3.1"]


def test_a_group_of_excluded_and_empty_criteria_is_still_empty():
    tree = framework(
        group("1", criterion(code="1.1"), judged("1.2")),
        grounds=(Ground(code="x", words="Đặc thù", policy=Policy.EXCLUDED),),
    )
    partly = score_nodes(tree, answered(n1_1=Response(not_applicable="x")))["1"]
    wholly = score_nodes(tree, answered(n1_1=Response(not_applicable="x"), n1_2=Response(not_applicable="x")))["1"]

    assert (partly.points, partly.state, partly.effective_maximum) == (None, State.EMPTY, 10)
    assert (wholly.points, wholly.state, wholly.effective_maximum) == (None, State.NOT_APPLICABLE, 0)


def test_something_provisional_makes_its_groups_provisional():
    tree = framework(group("1", criterion(code="1.1"), judged("1.2")))
    nodes = score_nodes(tree, answered(n1_1={"a": "0", "b": "0"}, n1_2="3"))

    assert (nodes["1"].points, nodes["1"].state) == (3, State.PROVISIONAL)


HA_NOI = framework(  # all use 33 of 34 criteria, some also the one on the digital economy
    group("1", judged("1.1"), judged("1.2", target_groups=("kinh tế",))),
    group("2", group("2.1", judged("2.1.1", maximum="5", target_groups=("kinh tế",)), judged("2.1.2", maximum="5"))),
    target_groups=(TargetGroup(code="kinh tế", name="Sở có kinh tế số"), TargetGroup(code="khác", name="Sở khác")),
    grounds=(Ground(code="full", words="Ngoài chức năng", policy=Policy.FULL),),
)


def test_what_is_out_of_scope_is_not_there_and_not_in_the_maximum():
    everything = score_nodes(HA_NOI, answered("kinh tế", n1_1="4", n1_2="5"))
    others = score_nodes(HA_NOI, answered("khác", n1_1="4", n1_2="5"))

    assert (everything["1"].points, everything["1"].maximum) == (9, 20)
    assert (others["1"].points, others["1"].maximum) == (4, 10)
    assert others["2"].maximum == others["2.1"].maximum == 5
    assert "1.2" not in others


def test_full_points_for_a_group_are_those_within_scope():
    claimed = answered("khác", n1=Response(not_applicable="full"))
    node = score_nodes(HA_NOI, claimed)

    assert (node["1"].points, node["1"].maximum) == (10, 10)
    assert "1.2" not in node


def test_criteria_that_stand_in_for_each_other_leave_the_declared_maximum():
    tree = framework(
        group(
            "1",
            judged("1.1", target_groups=("xã",)),
            judged("1.2", target_groups=("phường",)),
            maximum="10",
        ),
        maximum="10",
        target_groups=(TargetGroup(code="xã", name="Xã"), TargetGroup(code="phường", name="Phường")),
    )

    assert score_nodes(tree, answered("xã", n1_1="4"))["1"].maximum == 10
    assert score_nodes(tree, answered("phường", n1_2="4"))["1"].maximum == 10


def test_bonus_inside_a_group_stays_out_of_its_points():
    tree = framework(group("1", judged("1.1"), judged("1.2", role=Role.BONUS, maximum="2"), maximum="10"))
    nodes = score_nodes(tree, answered(n1_1="4", n1_2="2"))

    assert (nodes["1"].points, nodes["1.2"].points) == (4, 2)
