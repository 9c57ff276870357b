"""What a new version of a framework changes, criterion by criterion, and what becomes of answers given on the old one.

A published version never changes; a correction is a new version. How far it reaches decides what happens to work that
was done: other words and other guidance are taken over, another scoring is computed anew from the same inputs, and
only where other inputs are asked does a criterion have to be answered again. Nothing that was answered is dropped:
what has no place any more is handed back to be kept aside.
"""

import difflib
import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction

from app.domain import codec
from app.domain.assessment import Answers, Profile, Response, check_points, check_value, claimed_ground
from app.domain.framework import Criterion, Framework, Group, Input, Placed
from app.domain.results import score
from app.domain.text import fold
from app.errors import AppError

ALIKE = Fraction(3, 4)  # titles of one criterion after a correction; below it, two criteria that share a code


class Correction(StrEnum):
    """How far a change of a criterion reaches, the mildest first."""

    WORDING = "wording"
    GUIDANCE = "guidance"
    SCORING = "scoring"
    INPUTS = "inputs"


class Fate(StrEnum):
    """What became of a node."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


_GUIDANCE = ("guidance", "evidence_guidance", "data_source", "verifier", "owner", "legal_basis")
_SCORING = (
    "rule",
    "maximum",
    "role",
    "target_groups",
    "zero_denominator",
    "evidence_required",
    "missing_evidence",
    "incomplete_evidence",
)
_SCALE = frozenset(("rule", "maximum", "role"))  # what points are typed on; the rest decides what evidence they need
_ELSEWHERE = ("id", "inputs", "nodes")
_ASKED = ("key", "kind", "minimum", "maximum", "may_be_absent")  # of an input; its options count by their keys
_COMPUTED = (
    "totals",
    "evidence",
    "zero_denominator",
    "peers",
    "grounds",
    "traits",
    "target_groups",
    "pillars",
    "bands",
)


@dataclass(frozen=True, slots=True)
class NodeChange:
    """One node in both versions; `fields` are the names of the fields that differ, `corrections` what that means.

    `is_moved`: it stands under another parent or has another id. Groups have no corrections but wording and scoring.
    """

    fate: Fate
    old: Placed | None
    new: Placed | None
    fields: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    is_moved: bool = False

    @property
    def place(self) -> Placed:
        """Where it stands: in the new version, if it is there."""
        place = self.new or self.old
        assert place is not None
        return place

    @property
    def reach(self) -> Correction | None:
        """The furthest correction."""
        return max(self.corrections, key=tuple(Correction).index, default=None)


@dataclass(frozen=True)
class Comparison:
    """Two versions side by side: every node in the new one's order (removed ones after their former neighbour).

    `whole`: the fields of the framework itself that differ, its nodes and version aside.
    """

    old: Framework
    new: Framework
    nodes: tuple[NodeChange, ...]
    whole: tuple[str, ...]

    @property
    def changes(self) -> tuple[NodeChange, ...]:
        """The nodes that are not the same."""
        return tuple(change for change in self.nodes if change.fate is not Fate.SAME or change.is_moved)

    @functools.cached_property
    def names(self) -> Mapping[str, str]:
        """Old id to new id of every node that stands in both."""
        return {change.old.id: change.new.id for change in self.nodes if change.old and change.new}

    @property
    def is_scoring_touched(self) -> bool:
        """Whether points may come out otherwise though nobody changed an answer."""
        far = (Correction.SCORING, Correction.INPUTS)
        return any(change.reach in far for change in self.nodes) or not set(_COMPUTED).isdisjoint(self.whole)

    def count(self, correction: Correction) -> int:
        """How many criteria have this as their furthest correction."""
        return sum(1 for change in self.nodes if change.place.criterion is not None and change.reach is correction)


def compare(old: Framework, new: Framework) -> Comparison:
    """What differs between two versions."""
    pairs = _pairs(old, new)
    names = {former: place.id for former, place in pairs.items()}
    found = {place.id: _change(old.index.places[former], place, names) for former, place in pairs.items()}
    nodes = [found.get(id_) or NodeChange(Fate.ADDED, None, place) for id_, place in new.index.places.items()]
    for former, place in old.index.places.items():
        if former not in pairs:
            nodes.insert(_after(nodes, old, former), NodeChange(Fate.REMOVED, place, None))
    before, after = codec.to_json(old), codec.to_json(new)
    whole = {name for name in {*before, *after} if before.get(name) != after.get(name)} - {"nodes", "version"}
    return Comparison(old, new, tuple(nodes), tuple(sorted(whole)))


# Which node is which ------------------------------------------------------------------------------------------------


def _pairs(old: Framework, new: Framework) -> dict[str, Placed]:
    """Old id to the same node in the new version.

    An id that the data itself gives is the same node for ever. Where only a code stands for it, a code that moved on
    to another title is another criterion, and a title that moved on to another code the same one.
    """
    left = dict(new.index.places)
    pairs: dict[str, Placed] = {}

    def settle(matches: Iterable[tuple[Placed, Placed]]) -> None:
        for former, place in matches:
            if former.id not in pairs and place.id in left:
                pairs[former.id] = left.pop(place.id)

    def waiting() -> list[Placed]:
        return [place for place in old.index.places.values() if place.id not in pairs]

    same = [(each, left[each.id]) for each in waiting() if each.id in left and _is_kind(each, left[each.id])]
    settle((a, b) for a, b in same if a.node.id and b.node.id)
    settle((a, b) for a, b in same if _title(a) == _title(b))
    settle(_by_title(waiting(), left.values()))
    settle((a, b) for a, b in same if _are_alike(a, b))
    return pairs


def _is_kind(one: Placed, other: Placed) -> bool:
    return isinstance(one.node, Group) is isinstance(other.node, Group)


def _title(place: Placed) -> str:
    return fold(place.node.title)


def _by_title(former: Iterable[Placed], places: Iterable[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Those whose title stands exactly once on either side."""
    sides: list[dict[tuple[bool, str], list[Placed]]] = [{}, {}]
    for side, nodes in zip(sides, (former, places), strict=True):
        for place in nodes:
            side.setdefault((place.criterion is None, _title(place)), []).append(place)
    for key, (first, *more) in sides[0].items():
        others = sides[1].get(key, [])
        if not more and len(others) == 1:
            yield first, others[0]


def _are_alike(one: Placed, other: Placed) -> bool:
    """Whether two nodes with one code are one: a group always, a criterion by its title or the figures it asks."""
    if one.criterion is None or other.criterion is None:
        return True
    asked = [
        {(item.key, fold(item.label)) for item in criterion.inputs} for criterion in (one.criterion, other.criterion)
    ]
    if asked[0] and asked[0] == asked[1]:
        return True
    return difflib.SequenceMatcher(None, _title(one), _title(other), autojunk=False).ratio() >= ALIKE


def _after(nodes: list[NodeChange], old: Framework, id_: str) -> int:
    """Where a removed node is listed: behind the last one that stood before it in the old version."""
    ids = list(old.index.places)
    earlier = set(ids[: ids.index(id_)])
    stood = [at for at, change in enumerate(nodes) if change.old is not None and change.old.id in earlier]
    return stood[-1] + 1 if stood else 0


# What differs -------------------------------------------------------------------------------------------------------


def _change(old: Placed, new: Placed, names: Mapping[str, str]) -> NodeChange:
    before, after = codec.to_json(old.node), codec.to_json(new.node)
    names_of = {*before, *after} - set(_ELSEWHERE)
    fields = [name for name in sorted(names_of) if before.get(name) != after.get(name)]
    if old.role is not new.role and "role" not in fields:
        fields.append("role")  # the role of a group reaches what is below it
    corrections = {_reach(name) for name in fields}
    if old.criterion is not None and new.criterion is not None:
        asked = _asked(old.criterion, new.criterion)
        fields += ["inputs"] if asked else []
        corrections |= asked
    is_moved = old.id != new.id or names.get(old.parent, old.parent) != new.parent
    fate = Fate.CHANGED if fields else Fate.SAME
    return NodeChange(
        fate, old, new, tuple(fields), tuple(each for each in Correction if each in corrections), is_moved
    )


def _reach(name: str) -> Correction:
    if name in _GUIDANCE:
        return Correction.GUIDANCE
    return Correction.SCORING if name in _SCORING else Correction.WORDING


def _asked(old: Criterion, new: Criterion) -> set[Correction]:
    """What a change of the inputs means: other words, other hints, or other figures."""
    before, after = ({item.key: item for item in criterion.inputs} for criterion in (old, new))
    reached: set[Correction] = set()
    if before.keys() != after.keys():
        reached.add(Correction.INPUTS)
    for key in before.keys() & after.keys():
        one, other = before[key], after[key]
        if _shape(one) != _shape(other):
            reached.add(Correction.INPUTS)
        elif one != replace(other, hint=one.hint):
            reached.add(Correction.WORDING)
        if one.hint != other.hint:
            reached.add(Correction.GUIDANCE)
    return reached


def _shape(item: Input) -> tuple[object, ...]:
    told = (getattr(item, name) for name in _ASKED)
    return (*told, fold(item.unit), frozenset(option.key for option in item.options))  # thousands are other figures


# Answers on the new version -----------------------------------------------------------------------------------------


class OnScoring(StrEnum):
    """What to do with figures whose scale changed.

    Recompute: inputs stay and are scored anew, points typed by hand are emptied, since nothing can compute them.
    Keep points: inputs stay, and so do typed points that lie within the new scale. Empty: both are emptied.
    """

    RECOMPUTE = "recompute"
    KEEP_POINTS = "keep_points"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class MovedNode:
    """What became of one answer. `dropped`: the inputs that have no place any more, by key ("points": typed ones).

    `before` and `after` are the points on either version; `to_answer`: somebody has to look at it again.
    """

    change: NodeChange
    dropped: Mapping[str, str]
    before: Fraction | None
    after: Fraction | None
    to_answer: bool


@dataclass(frozen=True, slots=True)
class Move:
    """Answers carried over. `aside`: whole responses whose node is gone, by old id; `names`: old id to new id.

    `nodes` holds every answered node that is not simply as it was, and what is asked anew, in the order of the
    comparison.
    """

    comparison: Comparison
    answers: Answers
    aside: Mapping[str, Response]
    names: Mapping[str, str]
    nodes: tuple[MovedNode, ...] = field(default=())


def move(comparison: Comparison, answers: Answers, on_scoring: OnScoring = OnScoring.RECOMPUTE) -> Move:
    """The answers on the new version; what does not fit there is reported and handed back, never lost."""
    names = comparison.names
    responses: dict[str, Response] = {}
    dropped: dict[str, Mapping[str, str]] = {}
    for change in comparison.nodes:
        response = answers.responses.get(change.old.id) if change.old is not None else None
        if response is not None and change.new is not None:
            profile = answers.profile
            carried = _carried(comparison.new, change, response, on_scoring, profile)
            responses[change.new.id], dropped[change.new.id] = carried
    known = {change.old.id for change in comparison.nodes if change.old is not None}
    aside = {id_: given for id_, given in answers.responses.items() if id_ not in names and id_ in known}
    moved = replace(answers, responses=responses)
    nodes = tuple(_reported(comparison, answers, moved, dropped))
    return Move(comparison, moved, aside, names, nodes)


def _carried(
    new: Framework, change: NodeChange, response: Response, on_scoring: OnScoring, profile: Profile
) -> tuple[Response, dict[str, str]]:
    """The response on the new node, and what of it had to go."""
    place = change.new
    assert place is not None
    far = change.reach is Correction.INPUTS or not _SCALE.isdisjoint(change.fields)
    inputs = {} if far and on_scoring is OnScoring.EMPTY else dict(_fitting(place, response.inputs))
    dropped = {key: value for key, value in response.inputs.items() if value and key not in inputs}
    points = response.points
    if points and ((far and on_scoring is not OnScoring.KEEP_POINTS) or not _stand(place, points)):
        dropped["points"], points = points, None
    ground = response.not_applicable
    if ground is not None and claimed_ground(new, place, response, profile) is None:
        dropped["not_applicable"], ground = ground, None
    return replace(response, inputs=inputs, points=points, not_applicable=ground), dropped


def _fitting(place: Placed, inputs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    known = {item.key: item for item in place.criterion.inputs} if place.criterion is not None else {}
    for key, value in inputs.items():
        if key in known and _is_allowed(known[key], value):
            yield key, value


def _is_allowed(item: Input, value: str) -> bool:
    try:
        check_value(item, value)
    except AppError:
        return False
    return True


def _stand(place: Placed, points: str) -> bool:
    try:
        check_points(place, points)
    except AppError:
        return False
    return True


def _reported(
    comparison: Comparison, before: Answers, after: Answers, dropped: Mapping[str, Mapping[str, str]]
) -> Iterator[MovedNode]:
    was, is_ = score(comparison.old, before).nodes, score(comparison.new, after).nodes
    for change in comparison.nodes:
        response = before.responses.get(change.old.id) if change.old is not None else None
        is_asked = _is_asked(comparison, change, before.profile.target_group)
        if response is None and change.fate is not Fate.ADDED and not is_asked:
            continue
        gone = dropped.get(change.new.id, {}) if change.new is not None else {}
        old = was.get(change.old.id) if change.old is not None else None
        new = is_.get(change.new.id) if change.new is not None else None
        points = (old and old.points, new and new.points)
        to_answer = change.place.criterion is not None and (is_asked or bool(gone))
        if change.fate is not Fate.SAME or gone or points[0] != points[1]:
            yield MovedNode(change, gone, *points, to_answer and change.new is not None)


def _is_asked(comparison: Comparison, change: NodeChange, target_group: str) -> bool:
    """Whether an agency of this kind is asked something it was not asked before."""
    if change.new is None or not comparison.new.index.in_scope(change.new, target_group):
        return False
    if change.old is None or change.reach is Correction.INPUTS:
        return True
    return not comparison.old.index.in_scope(change.old, target_group)
