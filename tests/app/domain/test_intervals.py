"""Intervals with limits on either side: what they hold, where they meet, what lies between them."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.codec import Amount
from app.domain.intervals import Edge, Interval, cracks, limits
from app.errors import AppError

F = Fraction
SIDES = {">": "above", "[": "at_least", "<": "below", "]": "up_to"}


def interval(text):
    """ "[1 <2", ">1 ]2", "[1": the sides by their first sign."""
    return Interval(**{SIDES[part[0]]: Amount(part[1:]) for part in text.split()})


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("[1 <3", [F(1), F(2), F(29, 10)]),
        (">1 <3", [F(11, 10), F(2), F(29, 10)]),
        ("[1 ]3", [F(1), F(2), F(3)]),
        (">1 ]3", [F(11, 10), F(3)]),
        (">1", [F(11, 10), F(100)]),
        ("]3", [F(-5), F(3)]),
        ("", [F(-5), F(3), F(100)]),
    ],
)
def test_a_limit_belongs_to_its_interval_or_does_not(text, held):
    assert all(interval(text).holds(value) for value in held)


@pytest.mark.parametrize(
    ("text", "outside"),
    [("[1 <3", [F(99, 100), F(3)]), (">1 ]3", [F(1), F(301, 100)]), ("<0", [F(0)]), (">0", [F(0)])],
)
def test_what_lies_beside_an_interval_is_not_in_it(text, outside):
    assert not any(interval(text).holds(value) for value in outside)


@pytest.mark.parametrize("text", ["[3 <3", ">3 <3", ">3 ]3", "[3 <2"])
def test_an_interval_may_hold_nothing(text):
    assert interval(text).is_empty


def test_one_number_alone_is_an_interval():
    assert not interval("[3 ]3").is_empty
    assert [value for value in (F(2), F(3), F(4)) if interval("[3 ]3").holds(value)] == [3]


@pytest.mark.parametrize("sides", [{"at_least": "1", "above": "2"}, {"below": "1", "up_to": "1"}])
def test_two_limits_on_one_side_are_refused(sides):
    with pytest.raises(AppError) as refused:
        Interval(**{side: Amount(text) for side, text in sides.items()})

    assert refused.value.code == "rule.two_limits"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["<1", "[1"], []),
        (["[1", "<1"], []),
        (["]1", ">1"], []),
        (["<1", ">1"], [("gap", {"at_least": 1, "up_to": 1})]),
        (["]1", "[1"], [("overlap", {"at_least": 1, "up_to": 1})]),
        (["<1/3", "[0.333333333333"], [("overlap", {"at_least": F("0.333333333333"), "below": F(1, 3)})]),
        (["<1", "[2 <3", "[4"], [("gap", {"at_least": 1, "below": 2}), ("gap", {"at_least": 3, "below": 4})]),
        (["]1", ">2 ]3", "[4"], [("gap", {"above": 1, "up_to": 2}), ("gap", {"above": 3, "below": 4})]),
        (["<5", "[1 <2", "[5"], [("overlap", {"at_least": 1, "below": 2})]),
        (["", "[1"], [("overlap", {"at_least": 1})]),
        (["", "]4"], [("overlap", {"up_to": 4})]),
        (["[3 <3"], []),
        ([], []),
    ],
)
def test_cracks_between_intervals_are_exact(texts, expected):
    assert [(kind, limits(start, end)) for kind, start, end in cracks(map(interval, texts))] == expected


EDGES = st.builds(Edge, st.fractions(-3, 3, max_denominator=4), st.booleans())


def between(start, end):
    return Interval(**{side: Amount(str(value)) for side, value in limits(start, end).items()})


@given(st.lists(EDGES, min_size=1, max_size=5, unique=True), st.fractions(-4, 4, max_denominator=8))
def test_intervals_that_share_their_edges_hold_every_number_once(edges, value):
    ends = [None, *sorted(edges), None]
    made = [between(start, end) for start, end in itertools.pairwise(ends)]

    assert sum(each.holds(value) for each in made) == 1
    assert not list(cracks(made))


@given(st.lists(st.tuples(st.none() | EDGES, st.none() | EDGES), max_size=4), st.fractions(-4, 4, max_denominator=8))
def test_a_gap_holds_what_no_interval_holds_and_an_overlap_what_two_hold(pairs, value):
    made = [between(*pair) for pair in pairs]
    holders = sum(each.holds(value) for each in made)

    for kind, start, end in cracks(made):
        if between(start, end).holds(value):
            assert holders == 0 if kind == "gap" else holders >= 2
