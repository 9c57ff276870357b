"""The places of nodes: found by id, then by code; missing and doubled ids never lead anywhere wrong."""

from fractions import Fraction

import pytest

from app.domain.framework import Role, TargetGroup
from app.domain.scoring import score_nodes
from tests.app.domain.making import answered, framework, group, judged

F = Fraction


def test_tree_order_depth_and_parents():
    frame = framework(group("4", judged("4.1"), judged("4.10"), group("4.22", judged("4.22.9"), judged("4.22.11"))))

    assert list(frame.index.places) == ["4", "4.1", "4.10", "4.22", "4.22.9", "4.22.11"]
    place = frame.index.places["4.22.11"]
    assert (place.parent, place.depth, place.maximum) == ("4.22", 2, F(10))
    assert list(frame.index.ancestors("4.22.11")) == ["4.22.11", "4.22", "4"]
    assert [item.id for item in frame.index.criteria()] == ["4.1", "4.10", "4.22.9", "4.22.11"]
    assert frame.index.places["4"].criterion is None


def test_codes_are_text_and_ids_go_first():
    frame = framework(judged("4.1", id="x"), judged("4.10", id="y"), judged("y", id="z"), judged(""))

    assert frame.index.find("4.1").id == "x"
    assert frame.index.find("4.10").id == "y"
    assert frame.index.find("y").id == "y"
    assert frame.index.find("4.100") is None
    assert frame.index.find("") is None


def test_without_id_and_code_a_node_is_known_by_its_place():
    frame = framework(judged(""), group("", judged(""), judged("")), judged("2#2", maximum="1"))

    assert list(frame.index.places) == ["#1", "#2", "#2#1", "#2#2", "2#2"]
    assert [node.maximum for node in score_nodes(frame, answered()).values()] == [10, 20, 10, 10, 1]


def test_an_id_twice_counts_twice_and_does_not_loop():
    frame = framework(group("1", judged("1"), judged("1"), judged("1#2")))

    assert list(frame.index.places) == ["1", "1#1", "1#2", "1#2#3"]
    nodes = score_nodes(frame, answered(**{"n1#1": "3", "n1#2": "4"}))
    assert nodes["1"].points == 7


def test_roles_and_target_groups_are_inherited():
    frame = framework(
        group("1", group("1.1", judged("1.1.1")), role=Role.BONUS, target_groups=("xã",)),
        target_groups=(TargetGroup(code="xã", name="Xã"),),
    )
    place = frame.index.places["1.1.1"]

    assert (place.role, place.target_groups) == (Role.BONUS, ("xã",))
    assert frame.index.in_scope(place, "xã")
    assert not frame.index.in_scope(place, "sở")
    assert frame.index.in_scope(place, "")


@pytest.mark.parametrize(("target_group", "maximum"), [("", -4), ("xã", -4), ("sở", -3)])
def test_a_penalty_group_has_less_for_whom_less_applies(target_group, maximum):
    frame = framework(
        group(
            "1",
            judged("1.1", maximum="-3", role=Role.PENALTY),
            judged("1.2", maximum="-1", role=Role.PENALTY, target_groups=("xã",)),
            role=Role.PENALTY,
        ),
        maximum="1",
    )

    assert frame.index.maximum("1", target_group) == maximum
