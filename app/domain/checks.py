"""What an author should know about a framework before it is published: every slip found in one pass.

Nothing here stops anything: an error makes results wrong or undefined, a warning is most likely a slip, a remark is
worth a look. A skeleton may lack criteria; it says how many.
"""

import collections
import dataclasses
import itertools
from collections.abc import Iterable, Iterator
from fractions import Fraction

from app.domain import questions
from app.domain.framework import (
    Criterion,
    Figure,
    Framework,
    GradeBands,
    Group,
    Pillar,
    Placed,
    Rescale,
    Role,
    Standing,
    StatedBy,
)
from app.domain.intervals import Edge, cracks, limits
from app.domain.lacking import count, in_scale, is_unmeasured, lacking
from app.domain.order_checks import check_codes, check_deadlines
from app.domain.problems import Problem, Severity, error, remark, warning
from app.domain.rule_checks import check_rule
from app.domain.rules import Policy

__all__ = ["Problem", "Severity", "check"]

PILLAR_FIGURES = (Figure.PILLAR_POINTS, Figure.PILLAR_PERCENT)


def check(framework: Framework) -> tuple[Problem, ...]:
    """Every problem of a framework: of the whole first, then node by node in tree order."""
    found = [problem for part in _WHOLE for problem in part(framework)]
    for place in framework.index.places.values():
        found += _node(framework, place)
        found += _criterion(place, place.node) if isinstance(place.node, Criterion) else _group(framework, place)
    known = {(item.problem, item.node) for item in framework.remarks if item.problem}
    return tuple(_softened(problem) if (problem.code, problem.node) in known else problem for problem in found)


def _softened(problem: Problem) -> Problem:
    """A warning the author has seen and accepted with a remark of the framework; an error stays one."""
    accepted = problem.severity is Severity.WARNING
    return dataclasses.replace(problem, severity=Severity.REMARK) if accepted else problem


# The whole ---------------------------------------------------------------------------------------------------------


def _lack(framework: Framework) -> Iterator[Problem]:
    """A skeleton counts what it lacks, and which maxima the decision keeps for its annex."""
    if framework.standing is not Standing.SKELETON:
        return
    lack = lacking(framework)
    if lack.criteria and lack.points:
        yield remark("skeleton_lacks", criteria=lack.criteria, points=lack.points)
    elif lack.criteria:
        yield remark("skeleton_lacks_criteria", criteria=lack.criteria)
    elif lack.uncounted:
        yield remark("skeleton_lacks_groups", groups=len(lack.uncounted))
    for id_ in lack.unmeasured:
        yield remark("maximum_missing", id_) if id_ else remark("totals_missing")


def _questions(framework: Framework) -> Iterator[Problem]:
    for question in questions.unanswered(framework):
        yield warning("question_open", question=question.words)
    for question, slip in questions.slips(framework):
        yield error("question_empty" if slip == "empty" else "question_misses", question=question.words)


def _periods(framework: Framework) -> Iterator[Problem]:
    steps = {step.code for step in framework.steps}
    for period in framework.periods:
        for code in period.deadlines:
            if code not in steps:
                yield error("period_unknown_step", period=period.name, step=code)


def _totals(framework: Framework) -> Iterator[Problem]:
    totals = framework.totals
    maximum = totals.maximum.value
    is_skeleton = framework.standing is Standing.SKELETON
    reached = _sum(framework, "", Role.SCALE)
    if maximum < 0 or (maximum == 0 and not is_skeleton):
        yield error("totals_not_positive", maximum=maximum)
    if not framework.nodes:
        yield error("framework_empty")
    elif reached != maximum and not _is_unmeasured(framework):
        tell = remark if is_skeleton else warning
        yield tell("totals_mismatch", sum=reached, maximum=maximum)
    declared, there = totals.declared_count, in_scale(framework)
    if declared is not None and declared != there and not is_skeleton:
        yield warning("criteria_missing", present=there, declared=declared)
    if totals.rescale is not Rescale.NO and totals.rescale_to.value <= 0:
        yield error("rescale_not_positive")
    for cap in (totals.bonus_cap, totals.penalty_cap):
        if cap is not None and cap.value < 0:
            yield error("cap_negative", cap=cap.value)


def _is_unmeasured(framework: Framework) -> bool:
    """Whether a skeleton's maxima are not all given, so that they can't be compared yet."""
    scale = (node for node in framework.nodes if isinstance(node, Group) and node.role is Role.SCALE)
    is_open = framework.totals.maximum.value == 0 or any(map(is_unmeasured, scale))
    return is_open and framework.standing is Standing.SKELETON


def _sum(framework: Framework, parent: str, role: Role, target_group: str = "") -> Fraction:
    index = framework.index
    places = (index.places[id_] for id_ in index.children.get(parent, ()))
    meant = (place.maximum for place in places if place.role is role and index.in_scope(place, target_group))
    return sum(meant, Fraction(0))


def _twice(values: Iterable[str]) -> list[str]:
    return [value for value, times in collections.Counter(values).items() if times > 1]


def _names(framework: Framework) -> Iterator[Problem]:
    """Codes of everything that is not a node."""
    kinds = {
        "target_group": [item.code for item in framework.target_groups],
        "trait": [item.code for item in framework.traits],
        "ground": [item.code for item in framework.grounds],
        "pillar": [item.code for item in framework.pillars],
        "bands": [item.code for item in framework.bands],
        "ranking_table": [item.code for item in framework.ranking_tables],
        "step": [item.code for item in framework.steps],
        "period": [item.code for item in framework.periods],
        "question": [item.code for item in questions.asked(framework)],
    }
    for kind, codes in kinds.items():
        for code in _twice(codes):
            yield error("name_twice", kind=kind, name=code)


def _codes(framework: Framework) -> Iterator[Problem]:
    """Ids and codes of nodes; a node is found by its id first, then by a code."""
    nodes = [place.node for place in framework.index.places.values()]
    for code in _twice(node.code for node in nodes if node.code):
        yield error("code_twice", code=code)
    for id_ in _twice(node.id for node in nodes if node.id):
        yield error("id_twice", id=id_)
    ids = {node.id: node for node in nodes if node.id}
    for node in nodes:
        if node.code in ids and ids[node.code] is not node:
            yield warning("code_is_other_id", code=node.code)


def _target_groups(framework: Framework) -> Iterator[Problem]:
    for group in framework.target_groups:
        if group.maximum is None or _is_unmeasured(framework):
            continue
        reached, maximum = _sum(framework, "", Role.SCALE, group.code), group.maximum.value
        if reached != maximum:
            tell = remark if framework.standing is Standing.SKELETON else warning
            yield tell("target_group_mismatch", name=group.name, sum=reached, maximum=maximum)


def _unknown_groups(framework: Framework, groups: Iterable[str], where: str, node: str = "") -> Iterator[Problem]:
    known = {group.code for group in framework.target_groups}
    for group in groups:
        if group not in known:
            yield error("target_group_unknown", node, group=group, where=where)


def _pillars(framework: Framework) -> Iterator[Problem]:
    for pillar in framework.pillars:
        places = []
        for name in pillar.nodes:
            place = framework.index.find(name)
            if place is None:
                yield error("pillar_unknown_node", pillar=pillar.name, name=name)
            else:
                places.append(place)
        yield from _pillar(framework, pillar, places)


def _pillar(framework: Framework, pillar: Pillar, places: list[Placed]) -> Iterator[Problem]:
    ids = [place.id for place in places]
    for place in places:
        above = itertools.islice(framework.index.ancestors(place.id), 1, None)
        if ids.count(place.id) > 1 or any(id_ in ids for id_ in above):
            yield error("pillar_counts_twice", pillar=pillar.name, title=place.node.title)
    reached = sum((place.maximum for place in places), Fraction(0))
    if pillar.maximum is not None and reached != pillar.maximum.value:
        yield warning("pillar_mismatch", pillar=pillar.name, sum=reached, maximum=pillar.maximum.value)


def _grounds(framework: Framework) -> Iterator[Problem]:
    traits = {trait.code for trait in framework.traits}
    for ground in framework.grounds:
        yield from _unknown_groups(framework, ground.target_groups, ground.code)
        if ground.stated_by is StatedBy.TRAIT and not ground.nodes:
            tell = remark if framework.standing is Standing.SKELETON else warning
            yield tell("ground_names_no_node", ground=ground.words)
        if (ground.trait or ground.stated_by is StatedBy.TRAIT) and ground.trait not in traits:
            yield error("ground_unknown_trait", ground=ground.code, trait=ground.trait)
        for name in ground.nodes:
            place = framework.index.find(name)
            if place is None:
                yield error("ground_unknown_node", ground=ground.code, code=name)
            elif place.role is not Role.SCALE and ground.policy is Policy.PEER_MAXIMUM:
                yield error("peer_outside_scale", place.id)


def _tables(framework: Framework) -> Iterator[Problem]:
    pillars = {pillar.code for pillar in framework.pillars}
    for table in framework.ranking_tables:
        yield from _unknown_groups(framework, table.target_groups, table.title)
        if table.measure in PILLAR_FIGURES and table.pillar not in pillars:
            yield error("pillar_unknown", where=table.title, pillar=table.pillar)
    for bands in framework.bands:
        yield from _unknown_groups(framework, bands.target_groups, bands.name or bands.code)
        if bands.reads in PILLAR_FIGURES and bands.pillar not in pillars:
            yield error("pillar_unknown", where=bands.name or bands.code, pillar=bands.pillar)
        yield from _grade_bands(bands)


def _grade_bands(table: GradeBands) -> Iterator[Problem]:
    if not table.bands:
        yield warning("grades_empty", name=table.name or table.code)
    for kind, start, end in cracks(table.bands):
        if kind == "gap":
            yield warning("grades_gap", **limits(start, end))
        else:
            yield error("grades_overlap", **limits(start, end))
    for band in table.bands:
        if band.is_empty:
            yield warning("grade_unreachable", name=band.name)
    starts = [band.start for band in table.bands]
    lowest = None if None in starts else min((start for start in starts if start is not None), default=None)
    if lowest is not None and lowest > Edge(Fraction(0)):
        yield warning("grades_begin", **limits(None, lowest))
    ends = [band.end for band in table.bands]
    highest = None if None in ends else max((end for end in ends if end is not None), default=None)
    if highest is not None:
        yield warning("grades_end", **limits(highest, None))


# Node by node ------------------------------------------------------------------------------------------------------


def _node(framework: Framework, place: Placed) -> Iterator[Problem]:
    node = place.node
    if not node.id and not node.code:
        yield error("no_id", place.id)
    yield from _unknown_groups(framework, node.target_groups, node.title, place.id)
    parent = framework.index.places.get(place.parent)
    if parent is not None and parent.target_groups and set(place.target_groups) - set(parent.target_groups):
        yield warning("target_group_outside_parent", place.id)
    is_left_open = framework.standing is Standing.SKELETON and place.criterion is None and place.maximum == 0
    if is_left_open:
        pass  # counted among what the skeleton lacks
    elif place.role is Role.PENALTY and place.maximum >= 0:
        yield error("penalty_not_negative", place.id)
    elif place.role is not Role.PENALTY and (place.maximum < 0 or (place.criterion and place.maximum == 0)):
        yield error("maximum_not_positive", place.id)


def _group(framework: Framework, place: Placed) -> Iterator[Problem]:
    group = place.node
    assert isinstance(group, Group)
    below = framework.index.children[place.id]
    is_skeleton = framework.standing is Standing.SKELETON
    present = count(group)
    if group.declared_count is not None and present != group.declared_count:
        tell = remark if is_skeleton else warning
        yield tell("criteria_missing", place.id, present=present, declared=group.declared_count)
    elif not below:
        yield remark("count_missing", place.id) if is_skeleton else error("group_empty", place.id)
    reached = _sum(framework, place.id, place.role)
    if below and reached != place.maximum:
        tell = remark if is_skeleton else warning
        yield tell("group_sum", place.id, sum=reached, maximum=place.maximum)


def _criterion(place: Placed, criterion: Criterion) -> Iterator[Problem]:
    yield from check_rule(criterion, place.id)
    if place.role is not Role.SCALE and criterion.zero_denominator is Policy.PEER_MAXIMUM:
        yield error("peer_outside_scale", place.id)
    for basis in criterion.legal_basis:
        if basis.ended is not None:
            yield warning("legal_basis_ended", place.id, text=basis.text, ended=basis.ended)


_WHOLE = (
    _lack,
    _questions,
    _totals,
    _names,
    _codes,
    _target_groups,
    _pillars,
    _grounds,
    _tables,
    _periods,
    check_codes,
    check_deadlines,
)
