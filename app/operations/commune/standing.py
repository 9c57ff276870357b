"""Where a commune stands: what is reached, what is still possible, what is lost, by group and by criterion."""

from dataclasses import dataclass
from fractions import Fraction

from app.domain.assessment import ResponseState
from app.domain.framework import Placed, Role
from app.domain.scoring import NodeScore, State
from app.operations.commune.assessing import View

ZERO = Fraction(0)
_FINISHED = (ResponseState.COMPLETE, ResponseState.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Share:
    """Points of a maximum: `reached`, `possible` (not entered or waiting), and what is `lost` of the rest."""

    reached: Fraction
    possible: Fraction
    maximum: Fraction

    @property
    def lost(self) -> Fraction:
        return max(self.maximum - self.reached - self.possible, ZERO)

    def of_maximum(self, points: Fraction) -> Fraction:
        """`points` as a share of the maximum between 0 and 1."""
        return min(max(points / self.maximum, ZERO), Fraction(1)) if self.maximum else ZERO


@dataclass(frozen=True, slots=True)
class GroupStanding:
    """One group at the top of the tree: criteria finished of all, and its points."""

    place: Placed
    done: int
    count: int
    points: Fraction | None
    share: Share


@dataclass(frozen=True, slots=True)
class Gain:
    """Points a criterion may still bring: what lies between its points and its maximum."""

    place: Placed
    points: Fraction


def overall(seen: View) -> Share:
    """The scale as a whole; its maximum is the effective one."""
    nodes = [seen.score.nodes[place.id] for place in seen.criteria if place.role is Role.SCALE]
    return Share(seen.score.scale_points, _possible(nodes), seen.score.effective_maximum)


def groups(seen: View) -> tuple[GroupStanding, ...]:
    """The nodes at the top of the tree, in its order; bonus and penalty included."""
    index = seen.framework.index
    found = []
    for id_ in index.children[""]:
        if id_ not in seen.score.nodes:
            continue
        below = [place for place in seen.criteria if id_ in index.ancestors(place.id)]
        score = seen.score.nodes[id_]
        possible = _possible([seen.score.nodes[place.id] for place in below])
        share = Share(max(score.points or ZERO, ZERO), possible, max(score.effective_maximum, ZERO))
        done = sum(1 for place in below if seen.states[place.id] in _FINISHED)
        found.append(GroupStanding(index.places[id_], done, len(below), score.points, share))
    return tuple(found)


def gains(seen: View) -> tuple[Gain, ...]:
    """Where points can still be won inside the scale, most points first, then in tree order.

    What is settled as not applicable and what is not open in a later round brings nothing more.
    """
    found = []
    for place in seen.criteria:
        score = seen.score.nodes[place.id]
        is_settled = score.state is State.NOT_APPLICABLE or place.role is not Role.SCALE
        is_closed = seen.open_nodes is not None and place.id not in seen.open_nodes
        left = score.effective_maximum - (score.points or ZERO)
        if left > 0 and not is_settled and not is_closed:
            found.append(Gain(place, left))
    return tuple(sorted(found, key=lambda gain: -gain.points))


def next_open(seen: View) -> Placed | None:
    """Where work goes on: the first criterion that is not finished and may be changed."""
    for place in seen.criteria:
        may = seen.is_draft and (seen.open_nodes is None or place.id in seen.open_nodes)
        if may and seen.states[place.id] not in _FINISHED:
            return place
    return None


def _possible(nodes: list[NodeScore]) -> Fraction:
    """What may still come where nothing is scored yet."""
    waiting = (node for node in nodes if node.points is None and node.state is not State.NOT_APPLICABLE)
    return sum((max(node.effective_maximum, ZERO) for node in waiting), ZERO)
