"""Which submission counts follows from what is there and what was decided, never from how it came in."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.receiving import Act, Held, Place, Ruling, places

NAMES = "abcdefgh"
held = st.builds(
    Held, digest=st.sampled_from(NAMES), round=st.integers(1, 2), number=st.integers(1, 3), is_late=st.booleans()
)
strangers = st.builds(
    Held, digest=st.sampled_from("xyz"), round=st.integers(1, 9), number=st.integers(1, 9), is_late=st.booleans(),
    is_badly_signed=st.booleans(), is_strange=st.just(True),
)  # fmt: skip
several = st.lists(held, unique_by=lambda item: item.digest, max_size=6)
decided = st.lists(
    st.builds(
        Ruling,
        act=st.sampled_from(Act),
        digest=st.sampled_from(NAMES),
        over=st.lists(st.sampled_from(NAMES), max_size=3).map(tuple),
    ),
    max_size=4,
)


@given(several, decided, st.randoms())
def test_the_order_of_import_never_decides(items: list[Held], rulings: list[Ruling], chance: object) -> None:
    shuffled = list(items)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert places(shuffled, rulings) == places(items, rulings)


@given(several, decided)
def test_everything_has_a_place_and_at_most_one_counts(items: list[Held], rulings: list[Ruling]) -> None:
    found = places(items, rulings)
    assert found.keys() == {item.digest for item in items}
    alone = [digest for digest, place in found.items() if place in (Place.CURRENT, Place.RETURNED)]
    against = [item.rank for item in items if found[item.digest] is Place.CONFLICTING]
    assert len(alone) <= 1
    assert not (alone and against)
    assert len(set(against)) <= 1 != len(against)


@given(several)
def test_without_decisions_what_counts_is_the_highest_that_is_not_waiting(items: list[Held]) -> None:
    found = places(items)
    waiting = {item.digest for item in items if found[item.digest] is Place.WAITING}
    ranks = [item.rank for item in items if item.digest not in waiting]
    for item in items:
        if found[item.digest] is Place.CURRENT:
            assert item.rank == max(ranks)
        if item.digest in waiting:
            assert item.is_late


@given(several.filter(bool), st.lists(strangers, unique_by=lambda item: item.digest, max_size=3), st.randoms())
def test_what_came_under_another_key_moves_nothing_and_never_counts(
    items: list[Held], others: list[Held], chance: object
) -> None:
    shuffled = [*items, *others]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    found, alone = places(shuffled), places(items)
    assert {digest: found[digest] for digest in alone} == alone
    assert {found[item.digest] for item in others} <= {Place.WAITING, Place.HISTORY}


@given(st.lists(strangers, unique_by=lambda item: item.digest, max_size=3))
def test_where_nothing_under_an_accepted_key_counts_they_are_placed_like_any_others(others: list[Held]) -> None:
    assert places(others) == places([dataclasses.replace(item, is_strange=False) for item in others])


def test_one_under_another_key_counts_once_somebody_agrees_to_it() -> None:
    own, strange = Held("a", 1, 1), Held("x", 1, 2, is_strange=True)
    assert places([own, strange], [Ruling(Act.CONSENT, "x")]) == {"a": Place.HISTORY, "x": Place.CURRENT}
    assert places([own, strange], [Ruling(Act.DECLINE, "x")]) == {"a": Place.CURRENT, "x": Place.HISTORY}


@given(several, decided, st.sampled_from(NAMES))
def test_a_choice_over_all_others_makes_one_count(items: list[Held], rulings: list[Ruling], chosen: str) -> None:
    digests = tuple(item.digest for item in items)
    if chosen in digests:
        over = tuple(digest for digest in digests if digest != chosen)
        assert places(items, [*rulings, Ruling(Act.CHOOSE, chosen, over)])[chosen] is Place.CURRENT


@pytest.mark.parametrize(
    ("rulings", "expected"),
    [
        ([], {"a": Place.CURRENT, "b": Place.WAITING}),
        ([Ruling(Act.CONSENT, "b")], {"a": Place.HISTORY, "b": Place.CURRENT}),
        ([Ruling(Act.DECLINE, "b")], {"a": Place.CURRENT, "b": Place.HISTORY}),
        ([Ruling(Act.DECLINE, "b"), Ruling(Act.CONSENT, "b")], {"a": Place.HISTORY, "b": Place.CURRENT}),
        ([Ruling(Act.RETURN, "a")], {"a": Place.HISTORY, "b": Place.CURRENT}),
        ([Ruling(Act.RETURN, "a"), Ruling(Act.KEEP, "a")], {"a": Place.CURRENT, "b": Place.WAITING}),
    ],
)
def test_a_late_replacement_of_a_timely_submission(rulings: list[Ruling], expected: dict[str, Place]) -> None:
    assert places([Held("a", 1, 1), Held("b", 1, 2, is_late=True)], rulings) == expected


def test_two_versions_with_one_number_and_a_third_that_comes_after_the_choice() -> None:
    a, b, c = (Held(name, 1, 1) for name in "abc")
    choice = Ruling(Act.CHOOSE, "a", ("b",))
    assert set(places([a, b]).values()) == {Place.CONFLICTING}
    assert places([a, b], [choice]) == {"a": Place.CURRENT, "b": Place.HISTORY}
    assert places([a, b, c], [choice]) == {"a": Place.CONFLICTING, "b": Place.HISTORY, "c": Place.CONFLICTING}
    assert places([a, b, c, Held("d", 1, 2)], [choice])["d"] is Place.CURRENT


def test_another_round_is_no_replacement_of_this_one() -> None:
    found = places([Held("a", 1, 1), Held("b", 2, 2, is_late=True)])
    assert found == {"a": Place.HISTORY, "b": Place.CURRENT}


def test_what_was_returned_counts_no_more_until_another_one_comes() -> None:
    back = [Ruling(Act.RETURN, "a")]
    assert places([Held("a", 1, 1)], back) == {"a": Place.RETURNED}
    assert places([Held("a", 1, 1), Held("b", 1, 2)], back) == {"a": Place.HISTORY, "b": Place.CURRENT}


def test_what_a_refused_key_sealed_is_history_whatever_its_number_and_whatever_was_ruled() -> None:
    own, strange = Held("a", 1, 1), Held("b", 9, 99, is_disowned=True)
    for rulings in ([], [Ruling(Act.CONSENT, "b")]):
        assert places([own, strange], rulings) == {"a": Place.CURRENT, "b": Place.HISTORY}
    assert places([strange]) == {"b": Place.HISTORY}
