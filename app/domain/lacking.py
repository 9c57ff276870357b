"""What a framework still lacks before it can go out: criteria the decision counts, points, figures, answers."""

from dataclasses import dataclass, replace
from fractions import Fraction

from app.domain import questions
from app.domain.framework import Framework, Group, Node, OpenQuestion, Role, Standing
from app.errors import AppError

ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Lack:
    """`criteria`, `points`: how many of those the decision counts are still to be entered.

    `uncounted`: ids of groups that hold nothing and whose number of criteria the decision does not give either;
    `unmeasured`: ids of groups whose maximum it does not give ("" is the whole scale); `questions`: those unanswered.
    """

    criteria: int
    points: Fraction
    uncounted: tuple[str, ...]
    unmeasured: tuple[str, ...]
    questions: tuple[OpenQuestion, ...]

    @property
    def lacks_content(self) -> bool:
        """Whether criteria or maxima are missing: a skeleton."""
        return bool(self.criteria or self.points or self.uncounted or self.unmeasured)

    @property
    def is_nothing(self) -> bool:
        return not (self.lacks_content or self.questions)


def lacking(framework: Framework) -> Lack:
    """What is missing of a framework, whatever its standing says. A maximum of 0 is one that is not given."""
    places = framework.index.places.values()
    groups = [(place.id, place.node) for place in places if isinstance(place.node, Group)]
    unmeasured = [id_ for id_, group in groups if is_unmeasured(group)]
    if framework.totals.maximum.value == 0:
        unmeasured.insert(0, "")
    return Lack(
        criteria=max(sum(map(_missing, framework.nodes)), (framework.totals.declared_count or 0) - in_scale(framework)),
        points=_lacking_points(framework),
        uncounted=tuple(id_ for id_, group in groups if not group.nodes and not group.declared_count),
        unmeasured=tuple(unmeasured),
        questions=questions.unanswered(framework),
    )


def completed(framework: Framework) -> Framework:
    """The skeleton as a complete framework.

    Raises `AppError("framework.lacking", criteria=…, groups=…)` while criteria or maxima are missing,
    "framework.open_question" while a question is open.
    """
    lack = lacking(framework)
    if lack.lacks_content:
        groups = len({*lack.uncounted, *lack.unmeasured})
        raise AppError("framework.lacking", title=framework.title, criteria=lack.criteria, groups=groups)
    if lack.questions:
        raise AppError("framework.open_question", title=framework.title, question=lack.questions[0].words)
    return replace(framework, standing=Standing.COMPLETE)


def is_unmeasured(group: Group) -> bool:
    """Whether its maximum is not given; a heading over bonus and penalty alone has none of its own."""
    is_heading = bool(group.nodes) and all(node.role not in (Role.SCALE, group.role) for node in group.nodes)
    return group.maximum.value == 0 and not is_heading


def count(node: Node) -> int:
    """How many criteria stand in a node."""
    return sum(map(count, node.nodes)) if isinstance(node, Group) else 1


def in_scale(framework: Framework) -> int:
    """How many criteria stand in the scale."""
    return sum(place.role is Role.SCALE for place in framework.index.criteria())


def _missing(node: Node) -> int:
    """How many criteria of those declared are not there: as the group says, or as the groups inside it say."""
    if not isinstance(node, Group):
        return 0
    inside = sum(map(_missing, node.nodes))
    return max(inside, (node.declared_count or 0) - count(node))


def _lacking_points(framework: Framework) -> Fraction:
    scale = [node for node in framework.nodes if node.role is Role.SCALE]
    return _points(framework.totals.maximum.value, scale)


def _points(maximum: Fraction, nodes: list[Node]) -> Fraction:
    """How much of a maximum no criterion stands for; a sum that is wrong although all are there lacks nothing."""
    held, lacks = ZERO, False
    for node in nodes:
        if isinstance(node, Group):
            less = _group_points(node)
            lacks = lacks or less > 0 or _missing(node) > 0 or not node.nodes
            held += node.maximum.value - less
        else:
            held += node.maximum.value
    return max(maximum - held, ZERO) if lacks or not nodes else ZERO


def _group_points(group: Group) -> Fraction:
    inside = [node for node in group.nodes if node.role is Role.SCALE]
    if group.role is not Role.SCALE:
        return ZERO
    if group.declared_count and count(group) < group.declared_count:
        held = sum((_held(node) for node in inside), ZERO)
        return max(group.maximum.value - held, ZERO)
    return _points(group.maximum.value, inside)


def _held(node: Node) -> Fraction:
    return node.maximum.value - _group_points(node) if isinstance(node, Group) else node.maximum.value
