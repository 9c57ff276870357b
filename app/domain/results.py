"""The five numbers of an agency, its pillars and bands; and a whole campaign scored with its peers."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from app.domain.assessment import Answers
from app.domain.framework import (
    EvidencePolicy,
    Figure,
    Framework,
    GradeBand,
    GradeBands,
    PeerScope,
    Pillar,
    Rescale,
    Role,
)
from app.domain.rules import Best, Gate, Policy, RelativeToBest, Rule, Scored, Sum
from app.domain.scoring import ALONE, Cause, Decision, NodeScore, Peers, State, exact_sum, left_out, score_nodes

ZERO = Fraction(0)
HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class PillarScore:
    """Points, effective maximum and percent (0–100; None without a maximum) of one pillar."""

    code: str
    points: Fraction
    maximum: Fraction
    effective_maximum: Fraction
    percent: Fraction | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Score:
    """The five numbers (scale points, effective maximum, percent 0–100, bonus, penalty) and the total they make.

    `percent` is None when nothing of the scale is left: not ranked, and said. `bonus` and `penalty` are both ≥ 0.
    `bands` maps the code of a band table to the name of the band the agency falls into.
    """

    nodes: Mapping[str, NodeScore]
    scale_points: Fraction
    maximum: Fraction
    effective_maximum: Fraction
    percent: Fraction | None
    bonus: Fraction
    penalty: Fraction
    total: Fraction
    is_provisional: bool
    pillars: Mapping[str, PillarScore] = field(default_factory=dict)
    bands: Mapping[str, str] = field(default_factory=dict)

    def figure(self, figure: Figure, pillar: str = "") -> Fraction | None:
        """The number a band or a ranking table reads; None for a pillar the framework does not have."""
        if figure in (Figure.PILLAR_POINTS, Figure.PILLAR_PERCENT):
            found = self.pillars.get(pillar)
            if found is None:
                return None
            return found.points if figure is Figure.PILLAR_POINTS else found.percent
        numbers = {
            Figure.SCALE_POINTS: self.scale_points,
            Figure.PERCENT: self.percent,
            Figure.TOTAL: self.total,
        }
        return numbers[figure]


def score(
    framework: Framework,
    answers: Answers,
    peers: Peers = ALONE,
    decisions: Mapping[str, Decision] | None = None,
) -> Score:
    """The score of one agency."""
    return summed(framework, score_nodes(framework, answers, peers, decisions), answers.profile.target_group)


def summed(framework: Framework, nodes: Mapping[str, NodeScore], target_group: str = "") -> Score:
    """The five numbers from scored nodes."""
    top = _topmost(framework, nodes)
    points = _points(top[Role.SCALE])
    maximum = _declared_maximum(framework, target_group)
    effective = max(maximum - left_out(top[Role.SCALE]), ZERO)
    bonus = _capped(_points(top[Role.BONUS]), framework.totals.bonus_cap)
    penalty = _capped(-_points(top[Role.PENALTY]), framework.totals.penalty_cap)
    numerator = points + bonus - penalty if framework.totals.bonus_in_percent else points
    scored = Score(
        nodes=nodes,
        scale_points=points,
        maximum=maximum,
        effective_maximum=effective,
        percent=max(numerator, ZERO) * HUNDRED / effective if effective > 0 else None,
        bonus=bonus,
        penalty=penalty,
        total=_total(framework, points, effective, bonus, penalty),
        is_provisional=any(node.state is State.PROVISIONAL for node in nodes.values()),
        pillars={pillar.code: _pillar(framework, nodes, pillar) for pillar in framework.pillars},
    )
    return _banded(framework, scored, target_group)


def _topmost(framework: Framework, nodes: Mapping[str, NodeScore]) -> dict[Role, list[NodeScore]]:
    """By role, the nodes whose parent has another role: each counts once, with all below it."""
    found: dict[Role, list[NodeScore]] = {role: [] for role in Role}
    for place in framework.index.topmost:
        node = nodes.get(place.id)
        if node is not None and "covered" not in node.remarks:
            found[place.role].append(node)
    return found


def _points(nodes: Iterable[NodeScore]) -> Fraction:
    return exact_sum(node.points for node in nodes if node.points is not None)


def _capped(value: Fraction, cap: object) -> Fraction:
    limit = getattr(cap, "value", None)
    return max(value, ZERO) if limit is None else min(max(value, ZERO), Fraction(limit))


def _declared_maximum(framework: Framework, target_group: str) -> Fraction:
    """The target group's own maximum, or the framework's less what is out of scope for that group."""
    for group in framework.target_groups:
        if group.code == target_group and group.maximum is not None:
            return group.maximum.value
    return framework.index.maximum("", target_group)


def _total(framework: Framework, points: Fraction, effective: Fraction, bonus: Fraction, penalty: Fraction) -> Fraction:
    rules = framework.totals
    factor = Fraction(1)
    if rules.rescale is not Rescale.NO:
        factor = rules.rescale_to.value / effective if effective > 0 else ZERO
    if rules.rescale is Rescale.AFTER_BONUS:
        total = (points + bonus - penalty) * factor
    else:
        total = points * factor + bonus - penalty
    if rules.is_capped:
        total = min(total, rules.rescale_to.value if rules.rescale is not Rescale.NO else effective)
    return max(total, ZERO)


def _pillar(framework: Framework, nodes: Mapping[str, NodeScore], pillar: Pillar) -> PillarScore:
    found = [framework.index.find(name) for name in pillar.nodes]
    members = [nodes[place.id] for place in found if place is not None and place.id in nodes]
    points = _points(members)
    declared = exact_sum(node.maximum for node in members) if pillar.maximum is None else pillar.maximum.value
    effective = max(declared - left_out(members), ZERO)
    percent = points * HUNDRED / effective if effective > 0 else None
    return PillarScore(pillar.code, points, declared, effective, percent)


def band_of(bands: GradeBands, value: Fraction | None) -> GradeBand | None:
    """The band a number falls into; None when there is no number or it lies in a gap."""
    if value is None:
        return None
    return next((band for band in bands.bands if band.holds(value)), None)


def _banded(framework: Framework, scored: Score, target_group: str) -> Score:
    names = {}
    banded = {group.code: group.is_banded for group in framework.target_groups}
    for table in framework.bands:
        meant = not table.target_groups or not target_group or target_group in table.target_groups
        wanted = meant and banded.get(target_group, True)
        band = band_of(table, scored.figure(table.reads, table.pillar)) if wanted else None
        if band is not None:
            names[table.code] = band.name
    return replace(scored, bands=names) if names else scored


# A whole campaign ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One agency in a campaign's scoring; `counts_as_peer` is False for withdrawn and invalid ones.

    `parent`: code of its superior agency, for frameworks that compare within it.
    """

    answers: Answers
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    counts_as_peer: bool = True
    parent: str = ""


def score_campaign(framework: Framework, entries: Mapping[str, Entry], is_complete: bool) -> dict[str, Score]:
    """Every agency's score with its peers: own points first, then relative to the best, then peer maximum.

    Peers are the other agencies of the same target group (or as the framework's `peers` says) that were scored on the
    node by their own inputs; points are the decided ones where decided. `is_complete`: all agencies are in, so nothing
    waits for others any more.
    """
    alone = _pass(framework, entries, {}, {}, is_complete)
    if not _looks_at_others(framework, alone):
        return {agency: _summed(framework, entries[agency], nodes) for agency, nodes in alone.items()}
    groups: dict[tuple[str, ...], list[str]] = {}
    for agency, entry in entries.items():
        groups.setdefault(_circle(framework, entry), []).append(agency)
    results: dict[str, Score] = {}
    for members in groups.values():
        group = {agency: entries[agency] for agency in members}
        results.update(_score_group(framework, group, {agency: alone[agency] for agency in members}, is_complete))
    return {agency: results[agency] for agency in entries}


def _circle(framework: Framework, entry: Entry) -> tuple[str, ...]:
    """What two agencies must have in common to be each other's peers."""
    if framework.peers is PeerScope.EVERYBODY:
        return ()
    target_group = entry.answers.profile.target_group
    return (target_group, entry.parent) if framework.peers is PeerScope.PARENT else (target_group,)


def _summed(framework: Framework, entry: Entry, nodes: Mapping[str, NodeScore]) -> Score:
    return summed(framework, nodes, entry.answers.profile.target_group)


def _score_group(
    framework: Framework, entries: Mapping[str, Entry], alone: "_Nodes", is_complete: bool
) -> dict[str, Score]:
    nodes, measured = alone, _best_two(alone, entries, "measured")
    if measured:
        nodes = _pass(framework, entries, measured, {}, is_complete)
    points = _best_two(nodes, entries, "points", _asking(nodes))
    if points:
        nodes = _pass(framework, entries, measured, points, is_complete)
    return {agency: _summed(framework, entries[agency], scores) for agency, scores in nodes.items()}


_Nodes = Mapping[str, Mapping[str, NodeScore]]
_Best = Mapping[str, tuple[tuple[Fraction, str], ...]]  # per node the two highest values, with their agencies


def _pass(
    framework: Framework, entries: Mapping[str, Entry], measured: _Best, points: _Best, is_complete: bool
) -> dict[str, dict[str, NodeScore]]:
    return {
        agency: score_nodes(
            framework,
            entry.answers,
            Peers(measures=_others(measured, agency), points=_others(points, agency), is_complete=is_complete),
            entry.decisions,
        )
        for agency, entry in entries.items()
    }


def _others(best: _Best, agency: str) -> dict[str, tuple[Fraction, ...]]:
    """Per node, the best value among the others: the highest is all that a comparison reads."""
    return {node: tuple(value for value, owner in two if owner != agency)[:1] for node, two in best.items()}


def _asking(nodes: _Nodes) -> set[str]:
    """The nodes where some agency gets what its best peer reached."""
    every = (node for scores in nodes.values() for node in scores.values() if node.applied)
    return {node.id for node in every if any(told.policy == Policy.PEER_MAXIMUM.value for told in node.applied)}


def _best_two(nodes: _Nodes, entries: Mapping[str, Entry], name: str, wanted: Container[str] | None = None) -> _Best:
    """Per node (those wanted, else all), the two highest among those who were scored there by their own inputs."""
    best: dict[str, tuple[tuple[Fraction, str], ...]] = {}
    for agency, scores in nodes.items():
        if not entries[agency].counts_as_peer:
            continue
        for id_, node in scores.items():
            value = getattr(node, name) if wanted is None or id_ in wanted else None
            if value is not None and (_is_proven(node) if name == "measured" else _is_own(node)):
                best[id_] = tuple(sorted((*best.get(id_, ()), (value, agency)), reverse=True)[:2])
    return best


def _is_proven(node: NodeScore) -> bool:
    """Whether a measure may stand as the best: not one whose points were refused for want of evidence."""
    return not any(told.policy == EvidencePolicy.ZERO_FINAL.value for told in node.applied)


def _is_own(node: NodeScore) -> bool:
    """Whether the points come from the agency's own inputs or were decided on them."""
    return not any(
        told.cause is Cause.NOT_APPLICABLE or told.policy == Policy.PEER_MAXIMUM.value for told in node.applied
    )


def _looks_at_others(framework: Framework, alone: _Nodes) -> bool:
    """Whether any rule or policy in play looks at others."""
    criteria = (place.criterion for place in framework.index.criteria())
    if any(is_relative(criterion.rule) for criterion in criteria if criterion is not None):
        return True
    applied = (told for nodes in alone.values() for node in nodes.values() for told in node.applied)
    return any(told.policy == Policy.PEER_MAXIMUM.value for told in applied)


def is_relative(rule: Rule) -> bool:
    """Whether a rule compares with the best of others anywhere in it."""
    match rule:
        case Scored():
            return isinstance(rule.measure, RelativeToBest)
        case Gate():
            return is_relative(rule.then)
        case Sum():
            return any(is_relative(part.rule) for part in rule.parts)
        case Best():
            return any(is_relative(case.rule) for case in rule.alternatives)
