"""Zero denominators, not applicable, evidence, scope and decisions: what stands in for points, and where."""

from fractions import Fraction

import pytest

from app.domain.assessment import Response
from app.domain.framework import Ground, Role, StatedBy, TargetGroup, Trait
from app.domain.rules import (
    Alternative,
    Best,
    Computed,
    Gate,
    Number,
    Options,
    Part,
    PerPopulation,
    Policy,
    RelativeToBest,
    Scored,
    Sum,
    TimesMaximum,
    UnitPoints,
    YesNo,
)
from app.domain.scoring import Cause, Decision, Peers, State, score_nodes
from tests.app.domain.making import (
    AB,
    FULL,
    PLAIN,
    RATIO,
    A,
    answered,
    criterion,
    framework,
    grade,
    group,
    judged,
    number,
    scored,
    yes_no,
)

F = Fraction

NOTHING = {"a": "0", "b": "0"}
COMPLETE = Peers(points={"1.1": (F(7), F(3))}, is_complete=True)

ZERO_CASES = [
    # policy, peers, points, effective maximum, state
    (Policy.FULL, COMPLETE, F(10), F(10), State.SCORED),
    (Policy.ZERO, COMPLETE, F(0), F(10), State.SCORED),
    (Policy.EXCLUDED, COMPLETE, None, F(0), State.NOT_APPLICABLE),
    (Policy.PEER_MAXIMUM, COMPLETE, F(7), F(10), State.SCORED),
    (Policy.PEER_MAXIMUM, Peers(points={"1.1": (F(7),)}), F(7), F(10), State.PROVISIONAL),
    (Policy.PEER_MAXIMUM, Peers(points={"1.1": (F(12),)}, is_complete=True), F(10), F(10), State.SCORED),
    (Policy.PEER_MAXIMUM, Peers(is_complete=True), None, F(10), State.PROVISIONAL),
    (Policy.PEER_MAXIMUM, Peers(points={"1.1": (F(0),)}, is_complete=True), None, F(10), State.PROVISIONAL),
    (Policy.REVIEWER_DECIDES, COMPLETE, None, F(10), State.PROVISIONAL),
]


@pytest.mark.parametrize(("policy", "peers", "points", "left", "state"), ZERO_CASES)
def test_a_zero_denominator_has_a_policy(policy, peers, points, left, state):
    node = scored(PLAIN, "10", AB, NOTHING, peers, zero_denominator=policy)

    assert (node.points, node.effective_maximum, node.state) == (points, left, state)
    assert [(told.policy, told.cause) for told in node.applied] == [(policy.value, "zero_denominator")]


def test_a_best_of_zero_and_nobody_left_are_listed_for_the_reviewer():
    node = scored(PLAIN, "10", AB, NOTHING, Peers(is_complete=True), zero_denominator=Policy.PEER_MAXIMUM)

    assert node.remarks == ("no_peer",)


def test_the_nearest_policy_wins_and_only_the_common_one_has_the_article():
    frame = {"zero_denominator": Policy.FULL, "zero_denominator_article": "Điều 5.3.c"}

    common = scored(PLAIN, "10", AB, NOTHING, frame=frame)
    own = scored(PLAIN, "10", AB, NOTHING, frame=frame, zero_denominator=Policy.ZERO)

    assert (common.points, common.applied[0].article) == (10, "Điều 5.3.c")
    assert (own.points, own.applied[0].article) == (0, "")


def test_a_divisor_inside_a_formula_counts_as_a_zero_denominator():
    rule = Scored(measure=Computed(expression="1 - a / b"), scale=TimesMaximum())

    assert scored(rule, "10", AB, NOTHING, zero_denominator=Policy.FULL).points == 10


def test_nobody_living_there_counts_as_a_zero_denominator():
    rule = Scored(measure=PerPopulation(count="a", population="b"), scale=TimesMaximum())

    assert scored(rule, "10", AB, {"a": "3", "b": "0"}, zero_denominator=Policy.FULL).points == 10


def in_sum(policy):
    """45 points by ratio, with its own policy, and 5 by count."""
    return Sum(
        parts=(
            Part(label="Tỷ lệ", maximum=A("45"), rule=PLAIN, zero_denominator=policy),
            Part(
                label="Số ứng dụng",
                maximum=A("5"),
                rule=Scored(measure=Number(input="n"), scale=UnitPoints(points=A("1"))),
            ),
        )
    )


@pytest.mark.parametrize(
    ("policy", "points", "left", "state"),
    [
        (Policy.FULL, F(48), F(50), State.SCORED),
        (Policy.ZERO, F(3), F(50), State.SCORED),
        (Policy.EXCLUDED, F(3), F(5), State.SCORED),
        (Policy.PEER_MAXIMUM, F(40), F(50), State.SCORED),
        (Policy.REVIEWER_DECIDES, None, F(50), State.PROVISIONAL),
    ],
)
def test_a_zero_denominator_inside_a_sum(policy, points, left, state):
    peers = Peers(points={"1.1": (F(40),)}, is_complete=True)
    node = scored(in_sum(policy), "50", (*AB, number("n")), {**NOTHING, "n": "3"}, peers)

    assert (node.points, node.effective_maximum, node.state) == (points, left, state)


def test_a_part_without_a_policy_takes_the_criterion_s():
    node = scored(in_sum(None), "50", (*AB, number("n")), {**NOTHING, "n": "3"}, zero_denominator=Policy.EXCLUDED)

    assert (node.points, node.effective_maximum) == (3, 5)


def test_an_excluded_part_beside_an_empty_one_stays_open():
    node = scored(in_sum(Policy.EXCLUDED), "50", (*AB, number("n")), NOTHING)

    assert (node.points, node.effective_maximum, node.state) == (None, 5, State.PROVISIONAL)


def test_the_best_of_alternatives_all_left_out_is_left_out():
    rule = Best(alternatives=(Alternative(label="một", rule=PLAIN), Alternative(label="hai", rule=PLAIN)))
    node = scored(rule, "10", AB, NOTHING, zero_denominator=Policy.EXCLUDED)

    assert (node.points, node.effective_maximum, node.state) == (None, 0, State.NOT_APPLICABLE)


def test_a_waiting_alternative_is_told_when_nothing_else_gives_points():
    rule = Best(alternatives=(Alternative(label="một", rule=PLAIN),))
    node = scored(rule, "10", AB, NOTHING, zero_denominator=Policy.REVIEWER_DECIDES)

    assert (node.points, node.state) == (None, State.PROVISIONAL)


def test_a_comparison_that_loses_is_still_told_to_the_peers():
    comparing = Scored(measure=RelativeToBest(of=RATIO), scale=TimesMaximum())
    fixed = Scored(measure=YesNo(input="có"), scale=Options(grades={"yes": grade("3")}))
    rule = Best(alternatives=(Alternative(label="so", rule=comparing), Alternative(label="có", rule=fixed)))
    inputs = (*AB, yes_no("có"))

    node = scored(rule, "10", inputs, {"a": "1", "b": "2", "có": "yes"})

    assert (node.points, node.measured, node.state) == (3, F(1, 2), State.PROVISIONAL)


def test_a_comparison_beside_a_waiting_part_is_still_told_to_the_peers():
    comparing = Scored(measure=RelativeToBest(of=RATIO), scale=TimesMaximum())
    waiting = Scored(measure=Computed(expression="1 / (a - a)"), scale=TimesMaximum())
    rule = Sum(
        parts=(Part(label="chờ", maximum=A("5"), rule=waiting), Part(label="so", maximum=A("5"), rule=comparing))
    )

    assert scored(rule, "10", AB, {"a": "1", "b": "2"}).measured == F(1, 2)


def test_a_closed_gate_can_not_give_less_than_nothing():
    rule = Gate(input="có", then=PLAIN, otherwise=grade("-3"))

    assert scored(rule, "10", (*AB, yes_no("có")), {"có": "no"}).points == 0


# Penalties ------------------------------------------------------------------------------------------------


def test_a_penalty_is_negative_and_full_means_none():
    late = Scored(measure=YesNo(input="có"), scale=Options(grades={"yes": FULL}))
    more = {"role": Role.PENALTY}

    assert scored(late, "-1", (yes_no("có"),), {"có": "yes"}, **more).points == -1
    assert scored(late, "-1", (yes_no("có"),), {"có": "no"}, **more).points == 0
    assert scored(PLAIN, "-4", AB, {"a": "1", "b": "2"}, **more).points == -2
    assert scored(PLAIN, "-4", AB, NOTHING, zero_denominator=Policy.FULL, **more).points == 0
    left_out = scored(PLAIN, "-4", AB, NOTHING, zero_denominator=Policy.EXCLUDED, **more)
    assert (left_out.points, left_out.effective_maximum) == (None, 0)
    assert scored(judged("1.1").rule, "-4", (), Response(points="-1.5"), **more).points == F(-3, 2)


# Not applicable: 742/QĐ-UBND, 7.2, 7.3 and 7.4 ------------------------------------------------------------

GROUNDS = (
    Ground(
        code="7.2",
        words="Không có đơn vị trực thuộc",
        policy=Policy.PEER_MAXIMUM,
        article="Điều 7.2",
        stated_by=StatedBy.TRAIT,
        trait="no_subordinates",
        nodes=("1.1",),
    ),
    Ground(code="7.3", words="Không cung cấp dịch vụ công", policy=Policy.PEER_MAXIMUM, article="Điều 7.3"),
    Ground(code="7.4", words="Ngoài chức năng", policy=Policy.FULL, article="Điều 7.4"),
    Ground(code="0", words="Không có", policy=Policy.ZERO),
    Ground(code="5.3.c", words="Đặc thù", policy=Policy.EXCLUDED, proof_required=True),
    Ground(code="?", words="Khác", policy=Policy.REVIEWER_DECIDES),
    Ground(code="R", words="Do cơ quan thẩm định", policy=Policy.FULL, stated_by=StatedBy.REVIEWER),
    Ground(code="huyện", words="Chỉ cho huyện", policy=Policy.FULL, target_groups=("huyện",)),
    Ground(code="1.2", words="Chỉ ở 1.2", policy=Policy.FULL, nodes=("1.2",)),
)
TREE = framework(
    group("1", criterion(code="1.1"), criterion(code="1.2", maximum="30")),
    grounds=GROUNDS,
    traits=(Trait(code="no_subordinates", name="Không có đơn vị trực thuộc"),),
    target_groups=(TargetGroup(code="xã", name="Xã"), TargetGroup(code="huyện", name="Huyện")),
)
PEERS = Peers(points={"1.1": (F(9), F(4)), "1": (F(35),)}, is_complete=True)


def claim(code, at="1.1", **more):
    name = "n" + at.replace(".", "_")
    return answered(**{name: Response(not_applicable=code, inputs={"a": "1", "b": "10"})}, **more)


NOT_APPLICABLE = [
    # claimed, points, effective maximum, state, article
    ("7.3", F(9), F(10), State.NOT_APPLICABLE, "Điều 7.3"),
    ("7.4", F(10), F(10), State.NOT_APPLICABLE, "Điều 7.4"),
    ("0", F(0), F(10), State.NOT_APPLICABLE, ""),
    ("5.3.c", None, F(0), State.NOT_APPLICABLE, ""),
    ("?", None, F(10), State.PROVISIONAL, ""),
]


@pytest.mark.parametrize(("code", "points", "left", "state", "article"), NOT_APPLICABLE)
def test_a_claimed_ground_acts_on_a_criterion(code, points, left, state, article):
    node = score_nodes(TREE, claim(code), PEERS)["1.1"]

    assert (node.points, node.effective_maximum, node.state) == (points, left, state)
    assert [(told.ground, told.cause, told.article) for told in node.applied] == [(code, "not_applicable", article)]


@pytest.mark.parametrize(("code", "points", "left", "state", "article"), NOT_APPLICABLE)
def test_a_reviewer_may_decide_any_ground(code, points, left, state, article):
    nodes = score_nodes(TREE, answered(n1_1={"a": "1", "b": "10"}), PEERS, {"1.1": Decision(ground=code)})

    assert (nodes["1.1"].points, nodes["1.1"].effective_maximum, nodes["1.1"].state) == (points, left, state)


GROUP_CASES = [
    ("7.3", F(35), F(40), State.NOT_APPLICABLE, None, F(10)),
    ("7.4", F(40), F(40), State.NOT_APPLICABLE, F(10), F(10)),
    ("0", F(0), F(40), State.NOT_APPLICABLE, F(0), F(10)),
    ("5.3.c", None, F(0), State.NOT_APPLICABLE, None, F(0)),
    ("?", None, F(40), State.PROVISIONAL, None, F(10)),
]


@pytest.mark.parametrize(("code", "points", "left", "state", "below", "below_left"), GROUP_CASES)
def test_a_ground_on_a_group_stands_in_place_of_all_below(code, points, left, state, below, below_left):
    nodes = score_nodes(TREE, claim(code, at="1"), PEERS)

    assert (nodes["1"].points, nodes["1"].effective_maximum, nodes["1"].state) == (points, left, state)
    inner = nodes["1.1"]
    assert (inner.points, inner.effective_maximum, inner.remarks) == (below, below_left, ("covered",))


def test_a_trait_acts_by_itself_where_its_ground_names_nodes():
    nodes = score_nodes(TREE, answered(traits=["no_subordinates"], n1_1={"a": "1", "b": "10"}), PEERS)

    assert (nodes["1.1"].points, nodes["1.1"].applied[0].ground) == (9, "7.2")
    assert nodes["1.2"].state is State.EMPTY


def test_the_same_criterion_is_highest_by_7_2_and_full_by_7_4():
    by_trait = score_nodes(TREE, answered(traits=["no_subordinates"]), PEERS)["1.1"]
    by_function = score_nodes(TREE, claim("7.4"), PEERS)["1.1"]

    assert (by_trait.points, by_function.points) == (9, 10)


@pytest.mark.parametrize(
    "answers",
    [
        claim("R"),  # only the reviewer may say this
        claim("7.2"),  # a trait the agency does not have
        claim("1.2"),  # meant for another node
        claim("huyện", target_group="xã"),  # meant for another kind of agency
        claim("bịa"),
    ],
)
def test_a_ground_that_may_not_be_claimed_here_changes_nothing(answers):
    node = score_nodes(TREE, answers, PEERS)["1.1"]

    assert (node.points, node.state) == (1, State.SCORED)


def test_a_ground_may_be_claimed_by_the_kind_of_agency_it_is_meant_for():
    assert score_nodes(TREE, claim("huyện", target_group="huyện"), PEERS)["1.1"].points == 10
    assert score_nodes(TREE, claim("7.2", traits=["no_subordinates"]), PEERS)["1.1"].points == 9


def test_a_trait_whose_ground_names_no_node_never_acts_by_itself():
    loose = Ground(code="x", words="Đặc thù", policy=Policy.EXCLUDED, stated_by=StatedBy.TRAIT, trait="t")
    whole = framework(judged("1.1"), grounds=(loose,), traits=(Trait(code="t", name="T"),))

    assert score_nodes(whole, answered(traits=["t"], n1_1="4"))["1.1"].points == 4


def test_a_waiting_peer_maximum_is_provisional():
    early = Peers(points={"1.1": (F(9),)}, is_complete=False)

    assert score_nodes(TREE, claim("7.3"), early)["1.1"].state is State.PROVISIONAL


# Decisions ------------------------------------------------------------------------------------------------


def decided(**decision):
    return score_nodes(TREE, answered(n1_1={"a": "1", "b": "10"}), PEERS, {"1.1": Decision(**decision)})["1.1"]


def test_appraised_points_may_exceed_self_assessed_ones():
    node = decided(points=F(8))

    assert (node.points, node.state, node.applied[0].cause) == (8, State.SCORED, Cause.DECIDED)


def test_the_reviewer_may_decide_on_a_policy_alone():
    assert (decided(policy=Policy.EXCLUDED).points, decided(policy=Policy.EXCLUDED).effective_maximum) == (None, 0)
    assert decided(policy=Policy.FULL).points == 10
    assert decided(policy=Policy.FULL).applied[0].cause is Cause.DECIDED


def test_the_reviewer_may_give_a_ground_another_policy():
    assert decided(ground="7.4", policy=Policy.ZERO).points == 0


def test_a_decision_without_content_leaves_the_claim():
    assert decided().points == 1
    assert decided(ground="bịa").points == 1


def test_points_decided_for_a_group_count_once():
    nodes = score_nodes(TREE, answered(n1_1={"a": "1", "b": "10"}), PEERS, {"1": Decision(points=F(12))})

    assert nodes["1"].points == 12
    assert nodes["1.1"].points is None
    assert nodes["1.1"].remarks == ("covered",)
