"""Changing the tree of a framework: every function gives a new framework and leaves the old one as it is.

Nodes are named by their ids, which `with_ids` makes sure of. What moves or is copied goes in the order of the tree,
each with all below it; a node chosen together with one above it goes once, with that one.
"""

import dataclasses
import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from app.domain import codec
from app.domain.framework import Criterion, Framework, Group, Node
from app.domain.numbering import fits, next_code, renumbered
from app.errors import AppError

MARK = "thuocso-nodes"  # how nodes on the clipboard are known
Fresh = Callable[[], str]


# Names ---------------------------------------------------------------------------------------------------------------


def with_ids(framework: Framework) -> Framework:
    """The framework with an id at every node, none of them another node's code; all that refers to nodes uses ids."""
    places = framework.index.places
    codes = {place.node.code for place in places.values()}
    ids: dict[str, str] = {}
    for id_, place in places.items():
        wanted = id_ if place.node.id == id_ and id_ not in codes else f"tc-{id_.replace('#', '-')}"
        while wanted in ids.values():
            wanted = f"{wanted}-2"
        ids[id_] = wanted
    if all(id_ == wanted for id_, wanted in ids.items()) and not _named_by_code(framework):
        return framework
    names = iter(ids.values())  # the index lists nodes in the order of the tree, as `_mapped` meets them
    nodes = _mapped(framework.nodes, lambda node: dataclasses.replace(node, id=next(names)))
    return _referring(dataclasses.replace(framework, nodes=nodes), _told(framework, ids))


def _named_by_code(framework: Framework) -> bool:
    return any(name not in framework.index.places for name in _references(framework))


def _references(framework: Framework) -> Iterator[str]:
    for pillar in framework.pillars:
        yield from pillar.nodes
    for ground in framework.grounds:
        yield from ground.nodes
    yield from (item.node for item in framework.remarks if item.node)


def _told(framework: Framework, ids: Mapping[str, str]) -> dict[str, str]:
    """What names in references mean now."""
    told: dict[str, str] = {}
    for name in _references(framework):
        place = framework.index.find(name)
        if place is not None:
            told[name] = ids[place.id]
    return told


def _referring(framework: Framework, told: Mapping[str, str]) -> Framework:
    def named(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(told.get(name, name) for name in names)

    return dataclasses.replace(
        framework,
        pillars=tuple(dataclasses.replace(item, nodes=named(item.nodes)) for item in framework.pillars),
        grounds=tuple(dataclasses.replace(item, nodes=named(item.nodes)) for item in framework.grounds),
        remarks=tuple(dataclasses.replace(item, node=told.get(item.node, item.node)) for item in framework.remarks),
    )


def _mapped(nodes: tuple[Node, ...], do: Callable[[Node], Node]) -> tuple[Node, ...]:
    """Every node changed by `do`, from the top down."""
    return tuple(_mapped_node(node, do) for node in nodes)


def _mapped_node(node: Node, do: Callable[[Node], Node]) -> Node:
    changed = do(node)
    return dataclasses.replace(changed, nodes=_mapped(changed.nodes, do)) if isinstance(changed, Group) else changed


# One node ------------------------------------------------------------------------------------------------------------


def replaced(framework: Framework, node: Node) -> Framework:
    """The framework with `node` in the place of the one that has its id; a group brings its own content."""
    path = tuple(reversed(tuple(framework.index.ancestors(node.id))))
    return dataclasses.replace(framework, nodes=_put(framework.nodes, path, node))


def _put(nodes: tuple[Node, ...], path: Sequence[str], fresh: Node) -> tuple[Node, ...]:
    """Only what stands above the node is made anew."""
    first, rest = path[0], path[1:]
    return tuple(node if node.id != first else _put_below(node, rest, fresh) if rest else fresh for node in nodes)


def _put_below(node: Node, path: Sequence[str], fresh: Node) -> Node:
    assert isinstance(node, Group)
    return dataclasses.replace(node, nodes=_put(node.nodes, path, fresh))


def below(framework: Framework, parent: str) -> tuple[Node, ...]:
    """The nodes in a group; "" is the top."""
    if not parent:
        return framework.nodes
    node = framework.index.places[parent].node
    return node.nodes if isinstance(node, Group) else ()


def place_in(framework: Framework, id_: str) -> tuple[str, int]:
    """The parent of a node and its number among the siblings."""
    parent = framework.index.places[id_].parent
    return parent, framework.index.children[parent].index(id_)


def inserted(framework: Framework, nodes: Sequence[Node], parent: str, at: int) -> Framework:
    """The framework with `nodes` in a group ("" : at the top) before its child number `at`."""
    inside = below(framework, parent)
    return _with_children(framework, parent, (*inside[:at], *nodes, *inside[at:]))


def _with_children(framework: Framework, parent: str, nodes: tuple[Node, ...]) -> Framework:
    if not parent:
        return dataclasses.replace(framework, nodes=nodes)
    group = framework.index.places[parent].node
    assert isinstance(group, Group)
    return replaced(framework, dataclasses.replace(group, nodes=nodes))


def removed(framework: Framework, ids: Collection[str]) -> Framework:
    """The framework without these nodes and all below them."""
    gone = frozenset(ids)
    return dataclasses.replace(framework, nodes=_without(framework.nodes, gone))


def _without(nodes: tuple[Node, ...], gone: frozenset[str]) -> tuple[Node, ...]:
    kept = (node for node in nodes if node.id not in gone)
    return tuple(
        dataclasses.replace(node, nodes=_without(node.nodes, gone)) if isinstance(node, Group) else node
        for node in kept
    )


# Several nodes -------------------------------------------------------------------------------------------------------


def topmost(framework: Framework, ids: Collection[str]) -> tuple[str, ...]:
    """Those of `ids` with none of the others above them, in the order of the tree."""
    index, chosen = framework.index, frozenset(ids)

    def is_covered(id_: str) -> bool:
        return any(above in chosen for above in index.ancestors(index.places[id_].parent))

    return tuple(id_ for id_ in index.places if id_ in chosen and not is_covered(id_))


def may_move(framework: Framework, ids: Collection[str], parent: str) -> bool:
    """Whether these nodes may go into a group: not into themselves, not into a criterion."""
    place = framework.index.places.get(parent)
    if parent and (place is None or place.criterion is not None):
        return False
    return not any(above in ids for above in framework.index.ancestors(parent))


def moved(framework: Framework, ids: Collection[str], parent: str, at: int) -> Framework:
    """The nodes, from wherever they stand, side by side in a group before what is its child number `at` now.

    Where `may_move` says no, nothing changes.
    """
    if not may_move(framework, ids, parent):
        return framework
    chosen = topmost(framework, ids)
    nodes = [framework.index.places[id_].node for id_ in chosen]
    before = sum(id_ in chosen for id_ in framework.index.children[parent][:at])
    return inserted(removed(framework, chosen), nodes, parent, at - before)


def shifted(framework: Framework, ids: Collection[str], way: int) -> Framework:
    """The nodes one place up (-1) or down (1) among their siblings; at the end of the list nothing changes."""
    chosen = topmost(framework, ids)
    parents = {framework.index.places[id_].parent for id_ in chosen}
    if len(parents) != 1:
        return framework
    parent = parents.pop()
    numbers = [framework.index.children[parent].index(id_) for id_ in chosen]
    at = numbers[0] - 1 if way < 0 else numbers[-1] + 2
    if not 0 <= at <= len(framework.index.children[parent]):
        return framework
    return moved(framework, chosen, parent, at)


def nested(framework: Framework, ids: Collection[str]) -> Framework:
    """The nodes at the end of the group that stands before the first of them; without one nothing changes."""
    chosen = topmost(framework, ids)
    if not chosen:
        return framework
    parent, number = place_in(framework, chosen[0])
    above = framework.index.children[parent][number - 1] if number else ""
    if not above or not isinstance(framework.index.places[above].node, Group):
        return framework
    return moved(framework, chosen, above, len(below(framework, above)))


def lifted(framework: Framework, ids: Collection[str]) -> Framework:
    """The nodes one level up, behind the group they stood in; at the top nothing changes."""
    chosen = topmost(framework, ids)
    parent = framework.index.places[chosen[0]].parent if chosen else ""
    if not parent:
        return framework
    outer, number = place_in(framework, parent)
    return moved(framework, chosen, outer, number + 1)


# Copies --------------------------------------------------------------------------------------------------------------


def copied(framework: Framework, ids: Collection[str]) -> str:
    """The nodes as text for the clipboard."""
    nodes = tuple(framework.index.places[id_].node for id_ in topmost(framework, ids))
    return json.dumps(codec.to_json(_Clip(nodes=nodes)), ensure_ascii=False, indent=1)


@dataclasses.dataclass(frozen=True, kw_only=True)
class _Clip:
    TAG = MARK
    nodes: tuple[Criterion | Group, ...]


def read_copy(text: str) -> tuple[Node, ...]:
    """The nodes in the text of a clipboard; none where it holds anything else."""
    if MARK not in text[:40]:
        return ()
    try:
        value: Any = json.loads(text, parse_float=str)
        return codec.from_json(_Clip, value).nodes
    except (AppError, ValueError, RecursionError):
        return ()


def pasted(
    framework: Framework, nodes: Sequence[Node], parent: str, at: int, fresh: Fresh
) -> tuple[Framework, tuple[str, ...]]:
    """The framework with `nodes` put in, and their ids. An id that is free stays, and a code that is free and fits the
    siblings, so that what was cut out comes back as itself; otherwise the id is a `fresh` one and the code goes on
    from the siblings before it.
    """
    ids = set(framework.index.places)
    taken = {place.node.code for place in framework.index.places.values() if place.node.code}
    before = [node.code for node in below(framework, parent)[:at]]
    place = framework.index.places.get(parent)
    coded: list[Node] = []
    for node in nodes:
        if node.code and not fits(node.code, before):
            node = _recoded(node, next_code(before, place.node.code if place else "", taken))
        fitted = _freed(_identified(node, ids, fresh), before, place.node.code if place else "", taken)
        before.append(fitted.code)
        coded.append(fitted)
    return inserted(framework, coded, parent, at), tuple(node.id for node in coded)


def duplicated(framework: Framework, ids: Collection[str], fresh: Fresh) -> tuple[Framework, tuple[str, ...]]:
    """The nodes once more, right behind the last of them."""
    chosen = topmost(framework, ids)
    if not chosen:
        return framework, ()
    parent, number = place_in(framework, chosen[-1])
    nodes = [framework.index.places[id_].node for id_ in chosen]
    return pasted(framework, nodes, parent, number + 1, fresh)


def _identified(node: Node, taken: set[str], fresh: Fresh) -> Node:
    def named(one: Node) -> Node:
        id_ = one.id
        while not id_ or id_ in taken:
            id_ = fresh()
        taken.add(id_)
        return dataclasses.replace(one, id=id_)

    return _mapped_node(node, named)


def _freed(node: Node, before: Sequence[str], parent: str, taken: set[str]) -> Node:
    """The node under a code that is free, where it has or should have one, and all below it the same way."""
    code = node.code
    if code in taken or (not code and any(before)):
        code = next_code(before, parent, taken)
    changed = _recoded(node, code)
    if code:
        taken.add(code)
    if not isinstance(changed, Group):
        return changed
    inside: list[Node] = []
    for child in changed.nodes:
        inside.append(_freed(child, [each.code for each in inside], code, taken))
    return dataclasses.replace(changed, nodes=tuple(inside))


def _walk(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Group):
        for child in node.nodes:
            yield from _walk(child)


# Codes ---------------------------------------------------------------------------------------------------------------


def free_code(framework: Framework, parent: str, at: int) -> str:
    """The code a new node would have there."""
    before = [node.code for node in below(framework, parent)[:at]]
    place = framework.index.places.get(parent)
    taken = {place.node.code for place in framework.index.places.values()}
    return next_code(before, place.node.code if place else "", taken)


def renumber(framework: Framework, parent: str = "") -> Framework:
    """All below a group ("" : everything) counted anew in the order of the tree, each list in its own pattern."""
    if not parent:
        return dataclasses.replace(framework, nodes=_counted(framework.nodes, ("", ""), ()))
    group = framework.index.places[parent].node
    if not isinstance(group, Group):
        return framework
    inside = {node.id for node in _walk(group)}
    elsewhere = {p.node.code for p in framework.index.places.values() if p.node.code and p.id not in inside}
    nodes = _counted(group.nodes, (group.code, group.code), elsewhere)
    return replaced(framework, dataclasses.replace(group, nodes=nodes))


def _recoded(node: Node, code: str) -> Node:
    """The node under another code, and what is below it with it."""
    if code == node.code:
        return node
    changed = dataclasses.replace(node, code=code)
    if isinstance(changed, Group):
        return dataclasses.replace(changed, nodes=_counted(changed.nodes, (node.code, code), ()))
    return changed


def _counted(nodes: tuple[Node, ...], parents: tuple[str, str], elsewhere: Collection[str]) -> tuple[Node, ...]:
    codes = renumbered([node.code for node in nodes], parents, elsewhere)
    seen = set(elsewhere)
    counted: list[Node] = []
    for node, code in zip(nodes, codes, strict=True):
        changed: Node = dataclasses.replace(node, code=code)
        if isinstance(changed, Group):
            changed = dataclasses.replace(changed, nodes=_counted(changed.nodes, (node.code, code), seen))
        seen.update(each.code for each in _walk(changed) if each.code)
        counted.append(changed)
    return tuple(counted)
