"""Changing the tree of a framework: nothing is lost or doubled, codes go on in the pattern of their siblings."""

import dataclasses
import itertools
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import checks, editing
from app.domain.codec import Amount
from app.domain.framework import Criterion, Framework, Ground, Group, Pillar, Remark, Totals
from app.domain.numbering import next_code, renumbered
from app.domain.problems import Severity
from app.domain.rules import Policy
from tests.app.domain.making import JUDGED


def criterion(code, id_="", title=""):
    return Criterion(title=title or f"Tiêu chí {code}", maximum=Amount("10"), rule=JUDGED, id=id_, code=code)


def group(code, *nodes, id_=""):
    return Group(title=f"Nhóm {code}", maximum=Amount("20"), id=id_, code=code, nodes=nodes)


def framework(*nodes, **more):
    return Framework(id="bo", version="1", title="Bộ", totals=Totals(maximum=Amount("100")), nodes=nodes, **more)


def small():
    return editing.with_ids(
        framework(
            group("1", criterion("1.1"), criterion("1.2"), criterion("1.3")),
            group("2", criterion("2.1"), group("2.2", criterion("2.2.1"))),
            criterion("3"),
        )
    )


def counter(prefix="moi"):
    numbers = itertools.count(1)
    return lambda: f"{prefix}-{next(numbers)}"


def codes(value):
    return [place.node.code for place in value.index.places.values()]


def ids(value):
    return Counter(place.node.id for place in value.index.places.values())


def id_of(value, code):
    return value.index.find(code).id


# Codes ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("siblings", "parent", "expected"),
    [
        (["4.1", "4.2", "4.3"], "4", "4.4"),
        (["4.8", "4.9"], "4", "4.10"),
        (["4.9", "4.10"], "4", "4.11"),
        (["a)", "b)"], "1.1", "c)"),
        (["a)", "b)", "c)", "d)"], "", "đ)"),
        (["đ)"], "", "e)"),
        (["A", "B"], "", "C"),
        (["G", "H"], "", "I"),
        (["A", "H", "I"], "", "K"),
        (["I", "II"], "", "III"),
        (["VIII"], "", "IX"),
        (["IX."], "", "X."),
        (["TC01"], "", "TC2"),
        ([], "4.3", "4.3.1"),
        ([], "I", "I.1"),
        ([], "", "1"),
        ([""], "4", ""),
        (["-", "-"], "4", ""),
        (["1.1", ""], "1", "1.2"),
    ],
)
def test_a_new_code_goes_on_in_the_pattern_of_its_siblings(siblings, parent, expected):
    assert next_code(siblings, parent, set(siblings)) == expected


def test_a_code_that_is_taken_elsewhere_is_passed_over():
    assert next_code(["4.1"], "4", {"4.1", "4.2", "4.3"}) == "4.4"


@pytest.mark.parametrize(
    ("before", "parents", "elsewhere", "after"),
    [
        (["4.2", "4.9", "4.10"], ("4", "4"), (), ("4.1", "4.2", "4.3")),
        (["4.1", "4.2"], ("4", "5"), (), ("5.1", "5.2")),
        (["b)", "a)", "d)", "c)", "e)"], ("1", "1"), (), ("a)", "b)", "c)", "d)", "đ)")),
        (["1.1", "", "1.7"], ("1", "1"), (), ("1.1", "", "1.2")),
        (["-", "-"], ("1", "1"), (), ("-", "-")),
        (["3", "5"], ("II", "II"), ("1", "2"), ("3", "4")),
        (["3", "5"], ("II", "II"), (), ("1", "2")),
        (["42.1"], ("4", "5"), (), ("42.1",)),
    ],
)
def test_a_branch_is_counted_anew_in_its_own_pattern(before, parents, elsewhere, after):
    assert renumbered(before, parents, elsewhere) == after


def test_renumbering_goes_down_into_groups_whose_code_changes():
    value = editing.removed(small(), [id_of(small(), "1")])
    assert codes(editing.renumber(value)) == ["1", "1.1", "1.2", "1.2.1", "2"]


def test_ten_criteria_keep_their_order_as_text_codes():
    value = editing.with_ids(framework(group("4", *(criterion(f"4.{n}") for n in range(1, 12)))))
    parent = id_of(value, "4")
    grown = editing.inserted(value, [criterion("x", "x")], parent, 1)
    assert codes(editing.renumber(grown, parent))[1:] == [f"4.{n}" for n in range(1, 13)]


# Names ---------------------------------------------------------------------------------------------------------------


def test_every_node_gets_an_id_and_references_by_code_go_along():
    value = framework(
        group("1", criterion("1.1")),
        group("2", criterion("2.1")),
        pillars=(Pillar(code="t", name="Trụ cột", nodes=("1",)),),
        grounds=(Ground(code="g", words="Không có", policy=Policy.FULL, nodes=("2.1",)),),
        remarks=(Remark(words="Cộng không khớp", problem="group_sum", node="1"),),
    )
    named = editing.with_ids(value)
    assert all(place.node.id for place in named.index.places.values())
    assert named.index.places[named.pillars[0].nodes[0]].node.code == "1"
    assert named.index.places[named.grounds[0].nodes[0]].node.code == "2.1"
    assert named.index.places[named.remarks[0].node].node.code == "1"
    assert editing.with_ids(named) is named


def test_an_id_is_never_another_nodes_code_so_that_renumbering_confuses_nothing():
    value = editing.with_ids(framework(criterion("1", id_="2"), criterion("2", id_="1")))
    assert not {problem.code for problem in checks.check(value)} & {"code_is_other_id", "id_twice"}
    assert [problem for problem in checks.check(value) if problem.severity is Severity.ERROR] == []


def test_two_nodes_of_one_id_are_told_apart():
    value = editing.with_ids(framework(criterion("1", id_="x"), criterion("2", id_="x")))
    assert set(ids(value).values()) == {1}


# Moving --------------------------------------------------------------------------------------------------------------


def test_several_nodes_move_across_groups_in_the_order_of_the_tree():
    value = small()
    chosen = [id_of(value, "3"), id_of(value, "1.2")]
    after = editing.moved(value, chosen, id_of(value, "2.2"), 0)
    assert codes(after) == ["1", "1.1", "1.3", "2", "2.1", "2.2", "1.2", "3", "2.2.1"]


def test_a_group_does_not_move_into_itself_nor_into_a_criterion():
    value = small()
    assert editing.moved(value, [id_of(value, "2")], id_of(value, "2.2"), 0) is value
    assert editing.moved(value, [id_of(value, "1.1")], id_of(value, "3"), 0) is value


def test_a_node_chosen_with_its_group_moves_once():
    value = small()
    after = editing.moved(value, [id_of(value, "2.2"), id_of(value, "2.2.1")], "", 0)
    assert codes(after) == ["2.2", "2.2.1", "1", "1.1", "1.2", "1.3", "2", "2.1", "3"]


def test_up_down_in_and_out():
    value = small()
    assert codes(editing.shifted(value, [id_of(value, "1.2")], -1))[1:4] == ["1.2", "1.1", "1.3"]
    both = [id_of(value, "1.1"), id_of(value, "1.2")]
    assert codes(editing.shifted(value, both, 1))[1:4] == ["1.3", "1.1", "1.2"]
    assert editing.shifted(value, [id_of(value, "1.1")], -1) is value
    inside = editing.nested(value, [id_of(value, "3")])
    assert inside.index.places[id_of(inside, "3")].parent == id_of(value, "2")
    assert codes(editing.lifted(inside, [id_of(value, "3")])) == codes(value)
    assert editing.lifted(value, [id_of(value, "3")]) is value


# Copies --------------------------------------------------------------------------------------------------------------


def test_a_copy_gets_fresh_ids_and_codes_that_go_on():
    value = small()
    after, made = editing.duplicated(value, [id_of(value, "1.3")], counter())
    assert made == ("moi-1",)
    assert after.index.places["moi-1"].node.code == "1.4"
    group_after, made = editing.duplicated(value, [id_of(value, "2")], counter())
    assert [group_after.index.places[id_].node.code for id_ in made] == ["4"]
    assert codes(group_after)[4:] == ["2", "2.1", "2.2", "2.2.1", "4", "4.1", "4.2", "4.2.1", "3"]


def test_what_is_cut_and_pasted_is_itself_again():
    value = small()
    chosen = [id_of(value, "1.2")]
    nodes = editing.read_copy(editing.copied(value, chosen))
    cut = editing.removed(value, chosen)
    back, made = editing.pasted(cut, nodes, id_of(value, "1"), 1, counter())
    assert made == tuple(chosen)
    assert back.digest == value.digest


@pytest.mark.parametrize(
    ("code", "target", "expected"),
    [("1.2", "2", "2.3"), ("1.2", "2.2", "2.2.2"), ("2.1", "1", "1.4"), ("3", "", "3"), ("1.1", "", "4")],
)
def test_what_is_pasted_elsewhere_goes_on_from_its_new_siblings(code, target, expected):
    value = small()
    chosen = [id_of(value, code)]
    nodes = editing.read_copy(editing.copied(value, chosen))
    cut = editing.removed(value, chosen)
    parent = id_of(cut, target) if target else ""
    after, (made,) = editing.pasted(cut, nodes, parent, len(editing.below(cut, parent)), counter())
    assert made == chosen[0]
    assert after.index.places[made].node.code == expected


@pytest.mark.parametrize(
    "text", ["", "4.3 Tiêu đề", '{"type": "thuocso-nodes"}', '{"type": "thuocso-nodes", "nodes": 3}', "thuocso-nodes"]
)
def test_a_clipboard_with_anything_else_gives_no_nodes(text):
    assert editing.read_copy(text) == ()


def test_a_keystroke_makes_only_what_is_above_the_node_anew():
    value = small()
    node = value.index.places[id_of(value, "1.2")].node
    after = editing.replaced(value, dataclasses.replace(node, title="Khác"))
    assert after.nodes[1] is value.nodes[1]
    assert after.nodes[0].nodes[0] is value.nodes[0].nodes[0]
    assert after.nodes[0].nodes[1].title == "Khác"


# Any tree ------------------------------------------------------------------------------------------------------------


def _trees(depth):
    leaf = st.builds(lambda code: criterion(code), st.sampled_from(["", "-", "1", "4.9", "a)", "IX", "TC7"]))
    if not depth:
        return leaf
    inner = st.lists(_trees(depth - 1), max_size=4)
    codes_ = st.sampled_from(["", "1", "2", "I", "A"])
    return leaf | st.builds(lambda code, nodes: group(code, *nodes), codes_, inner)


FRAMEWORKS = st.lists(_trees(2), min_size=1, max_size=4).map(lambda nodes: editing.with_ids(framework(*nodes)))


@settings(max_examples=150, deadline=None)
@given(FRAMEWORKS, st.data())
def test_no_node_is_lost_or_doubled_whatever_is_done(value, data):
    before = value.digest
    known = list(value.index.places)
    chosen = data.draw(st.lists(st.sampled_from(known), min_size=1, max_size=4, unique=True))
    groups = ["", *(id_ for id_ in known if isinstance(value.index.places[id_].node, Group))]
    parent = data.draw(st.sampled_from(groups))
    at = data.draw(st.integers(0, len(editing.below(value, parent))))
    for after in (
        editing.moved(value, chosen, parent, at),
        editing.shifted(value, chosen, data.draw(st.sampled_from([-1, 1]))),
        editing.nested(value, chosen),
        editing.lifted(value, chosen),
        editing.renumber(value, parent),
    ):
        assert ids(after) == ids(value)
    if editing.may_move(value, chosen, parent):
        after = editing.moved(value, chosen, parent, at)
        now = [id_ for id_ in after.index.children[parent] if id_ in editing.topmost(value, chosen)]
        assert tuple(now) == editing.topmost(value, chosen)
    made, fresh = editing.pasted(value, editing.read_copy(editing.copied(value, chosen)), parent, at, counter())
    assert ids(made) - ids(value) == Counter(made.index.places.keys()) - ids(value)
    assert set(ids(made).values()) == {1}
    assert editing.removed(made, fresh).digest == before
    taken = Counter(code for code in codes(made) if code not in ("", "-"))
    own = Counter(code for code in codes(value) if code not in ("", "-"))
    assert all(times <= own[code] for code, times in taken.items() if times > 1)
    assert value.digest == before
