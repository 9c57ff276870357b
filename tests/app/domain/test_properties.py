"""What holds for every rule and every answer: bounds, direction, sums, independence, and exact round trips."""

import dataclasses
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import framework as frameworks_
from app.domain.assessment import Answers, Response, read_answers, write_answers
from app.domain.canonical import decode, encode
from app.domain.checks import check
from app.domain.framework import Framework
from app.domain.results import Entry, score, score_campaign
from app.domain.rules import Inverse, Ladder, Number, Ratio, Scored, TimesMaximum, UnitPoints
from app.domain.scoring import Decision, Peers, State, score_nodes
from tests.app.domain.inventing import AMOUNTS, GROUNDS, POSITIVE, answers_to, criteria, frameworks, responses
from tests.app.domain.making import A, bands, number, scored

F = Fraction

FEWER = settings(max_examples=settings().max_examples // 4)  # each draws whole frameworks
CLAIMS = tuple(ground.code for ground in GROUNDS)
PEERS = st.builds(
    Peers,
    measures=st.fixed_dictionaries({"1.1": st.lists(st.fractions(0, 5), max_size=2).map(tuple)}),
    points=st.fixed_dictionaries({"1.1": st.lists(st.fractions(0, 50), max_size=2).map(tuple)}),
    is_complete=st.booleans(),
)


@FEWER
@given(st.data(), frameworks(), PEERS)
def test_points_stay_within_their_bounds(data, framework, peers):
    answers = data.draw(answers_to(framework, CLAIMS))

    for node in score_nodes(framework, answers, peers).values():
        assert 0 <= node.effective_maximum <= node.maximum
        if node.points is not None:
            assert 0 <= node.points <= node.maximum
        if node.state is State.EMPTY:
            assert node.points is None


@FEWER
@given(st.data(), frameworks())
def test_five_numbers_of_anything(data, framework):
    result = score(framework, data.draw(answers_to(framework, CLAIMS)))

    assert 0 <= result.scale_points <= result.maximum
    assert 0 <= result.effective_maximum <= result.maximum
    assert result.total >= 0
    assert (result.percent is None) == (result.effective_maximum == 0)


@FEWER
@given(st.data(), frameworks(applicable=False))
def test_the_total_is_the_sum_of_what_is_answered(data, framework):
    result = score(framework, data.draw(answers_to(framework)))
    leaves = [result.nodes[place.id].points for place in framework.index.criteria()]

    assert result.total == sum((points for points in leaves if points is not None), F(0))


@FEWER
@given(st.data(), frameworks())
def test_a_node_that_is_left_out_changes_no_other(data, framework):
    answers = data.draw(answers_to(framework, CLAIMS))
    without = {id_: item for id_, item in answers.responses.items() if id_ != "2.1"}
    before = score_nodes(framework, dataclasses.replace(answers, responses=without))
    excluded = {**without, "2.1": Response(not_applicable="excluded")}
    after = score_nodes(framework, dataclasses.replace(answers, responses=excluded))

    others = before.keys() - {"2", "2.1"}
    assert {id_: after[id_] for id_ in others} == {id_: before[id_] for id_ in others}
    assert after["2"].effective_maximum == before["2"].effective_maximum - after["2.1"].maximum


@FEWER
@given(st.data(), frameworks())
def test_the_order_of_answers_does_not_matter(data, framework):
    answers = data.draw(answers_to(framework, CLAIMS))
    shuffled = dict(data.draw(st.permutations(list(answers.responses.items()))))

    assert score(framework, dataclasses.replace(answers, responses=shuffled)) == score(framework, answers)


@FEWER
@given(st.data(), frameworks())
def test_the_order_of_agencies_does_not_matter(data, framework):
    entries = {
        name: Entry(answers=data.draw(answers_to(framework, CLAIMS)), counts_as_peer=data.draw(st.booleans()))
        for name in ("An", "Bình", "Châu")
    }
    shuffled = dict(data.draw(st.permutations(list(entries.items()))))
    is_complete = data.draw(st.booleans())

    assert score_campaign(framework, shuffled, is_complete) == score_campaign(framework, entries, is_complete)


@FEWER
@given(st.data(), frameworks(), st.fractions(0, 1))
def test_decided_points_are_taken_as_they_are(data, framework, share):
    points = framework.index.places["1.1"].maximum * share
    answers = data.draw(answers_to(framework))

    assert score_nodes(framework, answers, decisions={"1.1": Decision(points=points)})["1.1"].points == points


# Direction ------------------------------------------------------------------------------------------------

AB = (number("a"), number("b"))


def ratio_points(scale, a, b):
    return scored(Scored(measure=Ratio(numerator="a", denominator="b"), scale=scale), "20", AB, {"a": a, "b": b}).points


def count_points(scale, n):
    return scored(Scored(measure=Number(input="n"), scale=scale), "20", (number("n"),), {"n": str(n)}).points


@st.composite
def rising_bands(draw):
    """Constants that rise, perhaps with a literal ratio below the highest threshold: full above it."""
    edges = sorted(draw(st.lists(st.integers(1, 99), min_size=1, max_size=4, unique=True)))
    points = sorted(draw(st.lists(st.integers(0, 20), min_size=len(edges) + 1, max_size=len(edges) + 1)))
    limits = [None, *(f"{edge}%" for edge in edges), None]
    rows = [(low, high, str(what)) for low, high, what in zip(limits[:-1], limits[1:], points, strict=True)]
    if draw(st.booleans()):
        edge = f"{edges[-1]}%"
        rows = [(None, edge, "literal"), (edge, None, "20")]
    return bands(*rows)


@given(st.just(TimesMaximum()) | rising_bands(), st.integers(0, 300), st.integers(0, 300), st.integers(1, 300))
def test_a_higher_ratio_never_gives_less(scale, first, second, of):
    low, high = sorted((first, second))

    assert ratio_points(scale, str(low), str(of)) <= ratio_points(scale, str(high), str(of))


RISING = st.builds(UnitPoints, points=AMOUNTS) | st.builds(
    Ladder, start=AMOUNTS, start_points=AMOUNTS, each=POSITIVE, points=AMOUNTS
)


@given(RISING, st.integers(0, 500), st.integers(0, 500))
def test_a_higher_count_never_gives_less(scale, first, second):
    low, high = sorted((first, second))

    assert count_points(scale, low) <= count_points(scale, high)


@given(st.integers(0, 100), st.integers(1, 100))
def test_inverse_is_what_the_ratio_leaves(a, b):
    assert ratio_points(Inverse(is_confirmed=True), str(a), str(b)) == 20 - ratio_points(TimesMaximum(), str(a), str(b))


# Round trips ----------------------------------------------------------------------------------------------


@FEWER
@given(frameworks())
def test_a_framework_comes_back_from_its_bytes(framework):
    data = encode(frameworks_.to_json(framework))

    again = frameworks_.from_json(decode(data))
    assert again == framework
    assert again.digest == framework.digest
    assert encode(frameworks_.to_json(again)) == data


@FEWER
@given(st.data(), frameworks())
def test_answers_come_back_from_their_bytes(data, framework):
    answers = data.draw(answers_to(framework, CLAIMS))
    written = write_answers(framework, answers)

    assert read_answers(framework, decode(encode(written))) == (answers, {})


@FEWER
@given(frameworks())
def test_checking_never_raises_and_is_the_same_twice(framework):
    assert check(framework) == check(framework)


@given(criteria(), st.data())
def test_one_criterion_alone(criterion, data):
    totals = frameworks_.Totals(maximum=criterion.maximum)
    framework = Framework(id="b", version="1", title="B", totals=totals, nodes=(criterion,))
    response = data.draw(responses(criterion.maximum))
    result = score(framework, Answers(responses={"1": response}))

    assert 0 <= result.total <= criterion.maximum.value


def test_a_digest_is_of_the_content():
    first = Framework(id="b", version="1", title="B", totals=frameworks_.Totals(maximum=A("1")), nodes=())
    second = dataclasses.replace(first, title="C")

    assert first.digest != second.digest
