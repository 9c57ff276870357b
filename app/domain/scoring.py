"""Inputs to points: the one function that scores, for every view, report, ranking and check.

Exact throughout (`Fraction`); nothing is rounded but where the rule itself states a rounding.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from app.domain.assessment import EMPTY, Answers, EvidenceLevel, Response, check_points, ground_of
from app.domain.formula import ZeroDenominator
from app.domain.framework import Criterion, EvidencePolicy, Framework, Ground, Placed, StatedBy
from app.domain.measuring import Empty, NoPrevious, NoReference, measure_of
from app.domain.rules import Best, Gate, Growth, Judgement, Policy, Rule, Scored
from app.domain.scaling import grade_points, points_on_scale, rounded

ZERO = Fraction(0)


class State(StrEnum):
    """What stands behind the points of a node."""

    SCORED = "scored"
    EMPTY = "empty"
    NOT_APPLICABLE = "not_applicable"
    PROVISIONAL = "provisional"


class Cause(StrEnum):
    """Why a policy was applied."""

    NOT_APPLICABLE = "not_applicable"
    ZERO_DENOMINATOR = "zero_denominator"
    NO_PREVIOUS = "no_previous"
    MISSING_EVIDENCE = "missing_evidence"
    INCOMPLETE_EVIDENCE = "incomplete_evidence"
    NO_REFERENCE = "no_reference"  # relative to the best, and there is no best
    DECIDED = "decided"  # the reviewer's or council's points


@dataclass(frozen=True, slots=True)
class Applied:
    """One policy that was applied, why, and the article it rests on."""

    policy: str
    cause: Cause
    ground: str = ""
    article: str = ""


class NodeScore(NamedTuple):  # a tuple: a campaign has hundreds of thousands
    """Points of one node. `points` is None where there is no number: empty, excluded, or waiting for others.

    `maximum` is the declared one less what is out of scope for this kind of agency, `effective_maximum` what is
    left of it after exclusions; `measured` is the own measure of a rule that is relative to the best, `best_peer` the
    highest among the others where there is any. `remarks`:
    "above_one" (a ratio counted as 1), "incomplete" (a part of a sum is empty), "no_peer" (all are in and nobody
    is left to compare with: the reviewer decides), "covered" (settled with a node above it; not counted again).
    """

    id: str
    points: Fraction | None
    maximum: Fraction
    effective_maximum: Fraction
    state: State
    applied: tuple[Applied, ...] = ()
    measured: Fraction | None = None
    remarks: tuple[str, ...] = ()
    best_peer: Fraction | None = None


@dataclass(frozen=True, kw_only=True)
class Peers:
    """What the peers reached: measures by node (relative to the best), points by node (peer maximum).

    `is_complete`: all peers are in, so that the outcome is no longer provisional.
    """

    measures: Mapping[str, tuple[Fraction, ...]] = field(default_factory=dict)
    points: Mapping[str, tuple[Fraction, ...]] = field(default_factory=dict)
    is_complete: bool = False


ALONE = Peers()


@dataclass(frozen=True, slots=True)
class Decision:
    """What the reviewers settled for a node: points, or that a ground applies, with the policy it brings."""

    points: Fraction | None = None
    ground: str | None = None
    policy: Policy | None = None


class Outcome(NamedTuple):  # a tuple: there is one for every criterion of every keystroke
    """What a rule gave: points of at most the maximum, and how much of the maximum was left out."""

    points: Fraction | None = None
    excluded: Fraction = ZERO
    is_complete: bool = True
    applied: tuple[Applied, ...] = ()
    measured: Fraction | None = None
    remarks: tuple[str, ...] = ()
    pending: Applied | None = None  # a policy that acts on the whole node or waits for others


def exact_sum(values: Iterable[Fraction]) -> Fraction:
    """The exact sum, brought to lowest terms once and not after every term."""
    ratios = [term.as_integer_ratio() for term in values]
    below = math.lcm(*[parts for _, parts in ratios])
    return Fraction(sum([above * (below // parts) for above, parts in ratios]), below)


def score_nodes(
    framework: Framework,
    answers: Answers,
    peers: Peers = ALONE,
    decisions: Mapping[str, Decision] | None = None,
) -> dict[str, NodeScore]:
    """The score of every node in scope, in tree order; groups are sums of what is below them."""
    scorer = _Scorer(framework, answers, peers, decisions or {})
    for id_ in framework.index.children[""]:
        scorer.visit(framework.index.places[id_])
    return {id_: scorer.scores[id_] for id_ in framework.index.places if id_ in scorer.scores}


class _Scorer:
    """Walks one tree once."""

    def __init__(self, framework: Framework, answers: Answers, peers: Peers, decisions: Mapping[str, Decision]) -> None:
        self._framework = framework
        self._index = framework.index
        self._answers = answers
        self._target_group = answers.profile.target_group
        self._peers = peers
        self._decisions = decisions
        self._grounds = {ground.code: ground for ground in framework.grounds}
        traits = (ground.trait for ground in framework.grounds if ground.stated_by is StatedBy.TRAIT)
        self._has_known_grounds = not answers.profile.traits.isdisjoint(traits)
        self._rules = RuleRun(framework, peers)
        self._summed: set[str] = set()
        self.scores: dict[str, NodeScore] = {}

    def visit(self, place: Placed) -> NodeScore | None:
        if place.target_groups and not self._index.in_scope(place, self._target_group):
            return None
        response = self._answers.responses.get(place.id, EMPTY)
        criterion = place.criterion
        score = self._decided(place) if self._decisions else None
        if score is None and (self._has_known_grounds or response.not_applicable is not None):
            score = self._not_applicable(place, response)
        if score is None:
            score = self._group(place) if criterion is None else self._criterion(place, criterion, response)
        self.scores[place.id] = score
        if criterion is None and place.id not in self._summed:
            self._cover(place, score.applied)
        return score

    def _cover(self, place: Placed, applied: tuple[Applied, ...]) -> None:
        """Marks what lies below a node that is settled as a whole: listed, but not counted again."""
        for id_ in self._index.children.get(place.id, ()):
            below = self._index.places[id_]
            if self._index.in_scope(below, self._target_group):
                self.scores[id_] = self._covered(below, applied)
                self._cover(below, applied)

    def _covered(self, place: Placed, applied: tuple[Applied, ...]) -> NodeScore:
        """What a policy above means here, where that can be said: full, zero and excluded hold for each part."""
        maximum = self._maximum(place)
        policies = {told.policy for told in applied}
        points = max(maximum, ZERO) if Policy.FULL in policies else ZERO if Policy.ZERO in policies else None
        left = ZERO if Policy.EXCLUDED in policies else maximum
        return NodeScore(place.id, points, maximum, left, State.NOT_APPLICABLE, applied, remarks=("covered",))

    def _maximum(self, place: Placed) -> Fraction:
        return self._index.maximum(place.id, self._target_group)

    # Groups ------------------------------------------------------------

    def _group(self, place: Placed) -> NodeScore:
        self._summed.add(place.id)
        scores = []
        for id_ in self._index.children[place.id]:
            below = self._index.places[id_]
            score = self.visit(below)
            if score is not None and below.role is place.role:
                scores.append(score)
        given = [score.points for score in scores if score.points is not None]
        state = _state_of_group({score.state for score in scores}, bool(given))
        maximum, less = self._maximum(place), left_out(scores)
        effective = maximum - less if less else maximum
        return NodeScore(place.id, exact_sum(given) if given else None, maximum, effective, state)

    # Decisions and grounds ---------------------------------------------

    def _decided(self, place: Placed) -> NodeScore | None:
        decision = self._decisions.get(place.id)
        if decision is None:
            return None
        if decision.points is not None:
            applied = (Applied("decided", Cause.DECIDED),)
            maximum = self._maximum(place)
            return NodeScore(place.id, decision.points, maximum, maximum, State.SCORED, applied)
        ground = self._grounds.get(decision.ground or "")
        if ground is not None:
            return self._by_policy(place, decision.policy or ground.policy, Cause.NOT_APPLICABLE, ground)
        if decision.policy is not None:  # "the reviewer decides" may also end in a policy, not in points
            return self._by_policy(place, decision.policy, Cause.DECIDED, None)
        return None

    def _not_applicable(self, place: Placed, response: Response) -> NodeScore | None:
        ground = ground_of(self._framework, place, response, self._answers.profile)
        return None if ground is None else self._by_policy(place, ground.policy, Cause.NOT_APPLICABLE, ground)

    def _by_policy(
        self, place: Placed, policy: Policy, cause: Cause, ground: Ground | None, article: str = ""
    ) -> NodeScore:
        """The node's points when a policy stands in place of its whole subtree."""
        maximum = self._maximum(place)
        article = ground.article if ground else article
        told = Applied(policy.value, cause, ground.code if ground else "", article)
        settled = State.NOT_APPLICABLE if cause is Cause.NOT_APPLICABLE else State.SCORED
        if policy is Policy.FULL:
            return NodeScore(place.id, max(maximum, ZERO), maximum, maximum, settled, (told,))
        if policy is Policy.ZERO:
            return NodeScore(place.id, ZERO, maximum, maximum, settled, (told,))
        if policy is Policy.EXCLUDED:
            return NodeScore(place.id, None, maximum, ZERO, State.NOT_APPLICABLE, (told,))
        if policy is Policy.PEER_MAXIMUM:
            points = self._peer_maximum(place)
            if points is not None and points > 0:
                state = settled if self._peers.is_complete else State.PROVISIONAL
                return NodeScore(place.id, points, maximum, maximum, state, (told,))
        nobody = policy is Policy.PEER_MAXIMUM and self._peers.is_complete
        remarks = ("no_peer",) if nobody else ()
        return NodeScore(place.id, None, maximum, maximum, State.PROVISIONAL, (told,), remarks=remarks)

    def _peer_maximum(self, place: Placed) -> Fraction | None:
        """Points of the best peer on this node, at most the maximum; None when nobody is left."""
        reached = self._peers.points.get(place.id)
        return min(max(reached), max(self._maximum(place), ZERO)) if reached else None

    # Criteria ----------------------------------------------------------

    def _criterion(self, place: Placed, criterion: Criterion, response: Response) -> NodeScore:
        outcome = self._rules.on(criterion, place, response).run(criterion.rule, place.size, None)
        score = self._scored(place, outcome) if outcome.pending is None else self._pending(place, outcome)
        return self._with_evidence(place, criterion, response, score)

    def _pending(self, place: Placed, outcome: Outcome) -> NodeScore:
        told = outcome.pending
        assert told is not None
        if told.cause is Cause.NO_REFERENCE:
            remarks = ("no_peer",) if self._peers.is_complete else ()
            maximum = place.maximum
            best = self._best_peer(place)
            return NodeScore(
                place.id, None, maximum, maximum, State.PROVISIONAL, (told,), outcome.measured, remarks, best
            )
        score = self._by_policy(place, Policy(told.policy), told.cause, None, told.article)
        return score._replace(measured=outcome.measured)

    def _scored(self, place: Placed, outcome: Outcome) -> NodeScore:
        points, excluded, maximum = outcome.points, outcome.excluded, place.maximum
        if points is None and not excluded:
            return NodeScore(place.id, None, maximum, maximum, State.EMPTY, remarks=outcome.remarks)
        if place.is_negative:
            points, excluded = None if points is None else -points, -excluded
        waits = outcome.measured is not None and not self._peers.is_complete
        state = State.SCORED if points is not None else State.NOT_APPLICABLE
        return NodeScore(
            place.id,
            points,
            maximum,
            maximum if excluded is ZERO else maximum - excluded,
            state if outcome.is_complete and not waits else State.PROVISIONAL,
            outcome.applied,
            outcome.measured,
            outcome.remarks if outcome.is_complete else (*outcome.remarks, "incomplete"),
            None if outcome.measured is None else self._best_peer(place),
        )

    def _best_peer(self, place: Placed) -> Fraction | None:
        return max(self._peers.measures.get(place.id, ()), default=None)

    def _with_evidence(self, place: Placed, criterion: Criterion, response: Response, score: NodeScore) -> NodeScore:
        """Applies the policy for missing or incomplete evidence to points that claim something."""
        if not criterion.evidence_required or response.evidence is EvidenceLevel.SUFFICIENT:
            return score
        default = self._framework.evidence
        if response.evidence is EvidenceLevel.NONE:
            own, common, cause = criterion.missing_evidence, default.missing, Cause.MISSING_EVIDENCE
        else:
            own, common, cause = criterion.incomplete_evidence, default.incomplete, Cause.INCOMPLETE_EVIDENCE
        policy = own or common
        if policy is None:
            return score
        claims = bool(score.points) or score.measured is not None
        if not claims or place.is_negative:
            return score
        article = "" if own else default.article  # the article speaks of the common policy
        applied = (*score.applied, Applied(policy.value, cause, article=article))
        points, state = score.points, score.state
        if policy is EvidencePolicy.ZERO_FINAL:  # whatever others reached
            points, state = ZERO, State.SCORED
        elif policy is not EvidencePolicy.EXPLANATION_ACCEPTED or not response.explanation.strip():
            state = State.PROVISIONAL
        return score._replace(points=points, state=state, applied=applied)


def left_out(scores: Iterable[NodeScore]) -> Fraction:
    """How much of the maxima of these nodes does not count."""
    less = [score for score in scores if score.effective_maximum is not score.maximum]
    return exact_sum(score.maximum - score.effective_maximum for score in less) if less else ZERO


def _state_of_group(states: set[State], is_given: bool) -> State:
    if State.PROVISIONAL in states:
        return State.PROVISIONAL
    if states == {State.NOT_APPLICABLE}:
        return State.NOT_APPLICABLE
    return State.SCORED if is_given else State.EMPTY


def _within(points: Fraction, limit: Fraction) -> Fraction:
    """The points, not below 0 and not above the limit."""
    if points is limit:
        return limit
    (above, below), (most, parts) = points.as_integer_ratio(), limit.as_integer_ratio()
    if above <= 0:
        return ZERO
    return limit if above * parts > most * below else points


class RuleRun:
    """Computes rules, one criterion with its response after the other; the explanation asks it for parts and cases."""

    __slots__ = ("_criterion", "_framework", "_peers", "_place", "_response")
    _criterion: Criterion
    _place: Placed
    _response: Response

    def __init__(self, framework: Framework, peers: Peers) -> None:
        self._framework = framework
        self._peers = peers

    def on(self, criterion: Criterion, place: Placed, response: Response) -> "RuleRun":
        """Turns to the next criterion."""
        self._criterion, self._place, self._response = criterion, place, response
        return self

    def run(self, rule: Rule, maximum: Fraction, part_policy: Policy | None) -> Outcome:
        """Points within 0 and `maximum`, or empty, or a policy that stands in for them."""
        if isinstance(rule, Scored):
            return self._scored(rule, maximum, part_policy)
        if isinstance(rule, Gate):
            return self._gate(rule, maximum, part_policy)
        if isinstance(rule, Best):
            return _best([self.run(case.rule, maximum, part_policy) for case in rule.alternatives])
        return _added([self.run(part.rule, part.maximum.value, part.zero_denominator) for part in rule.parts], maximum)

    def _gate(self, rule: Gate, maximum: Fraction, part_policy: Policy | None) -> Outcome:
        answer = self._response.inputs.get(rule.input, "")
        if answer == "":
            return Outcome()
        if answer != rule.expects:
            return Outcome(points=_within(grade_points(rule.otherwise, maximum), maximum))
        return self.run(rule.then, maximum, part_policy)

    def _scored(self, rule: Scored, maximum: Fraction, part_policy: Policy | None) -> Outcome:
        if isinstance(rule.measure, Judgement):
            given = check_points(self._place, self._response.points)
            return Outcome() if given is None else Outcome(points=min(abs(given), maximum))
        try:
            peers = self._peers.measures.get(self._place.id)
            measured = measure_of(rule.measure, self._response.inputs, peers)
        except Empty:
            return Outcome()
        except ZeroDenominator:
            return self._by_zero(part_policy, Cause.ZERO_DENOMINATOR, maximum)
        except NoPrevious:
            own = rule.measure.no_previous if isinstance(rule.measure, Growth) else part_policy
            return self._by_zero(own, Cause.NO_PREVIOUS, maximum)
        except NoReference as missing:
            told = Applied(Policy.REVIEWER_DECIDES.value, Cause.NO_REFERENCE)
            return Outcome(pending=told, measured=missing.own)
        points = points_on_scale(rule.scale, measured, maximum)
        if rule.rounding is not None:
            points = rounded(points, rule.rounding)
        points = _within(points, maximum if rule.cap is None else min(maximum, rule.cap.value))
        if measured.own is None and not measured.is_above_one:
            return Outcome(points)
        return Outcome(points, measured=measured.own, remarks=("above_one",) if measured.is_above_one else ())

    def _by_zero(self, own: Policy | None, cause: Cause, maximum: Fraction) -> Outcome:
        """What stands for a number that can't be computed: the nearest policy, the framework's last."""
        own = own or self._criterion.zero_denominator
        article = "" if own else self._framework.zero_denominator_article
        policy = own or self._framework.zero_denominator
        told = Applied(policy.value, cause, article=article)
        if policy is Policy.FULL:  # a penalty: none
            return Outcome(points=ZERO if self._place.maximum < 0 else maximum, applied=(told,))
        if policy is Policy.ZERO:
            return Outcome(points=ZERO, applied=(told,))
        if policy is Policy.EXCLUDED:
            return Outcome(excluded=maximum, applied=(told,))
        return Outcome(pending=told)


def _best(outcomes: list[Outcome]) -> Outcome:
    """The case that gives most; a measure relative to the best stays told even if another case wins."""
    measures = [outcome.measured for outcome in outcomes if outcome.measured is not None]
    given = [outcome for outcome in outcomes if outcome.points is not None]
    if given:
        best = max(given, key=lambda outcome: outcome.points or ZERO)
        return best._replace(measured=measures[0]) if measures else best
    waiting = [outcome for outcome in outcomes if outcome.pending is not None]
    left_out = [outcome for outcome in outcomes if outcome.excluded]
    return (*waiting, *left_out, Outcome())[0]


def _added(outcomes: list[Outcome], maximum: Fraction) -> Outcome:
    """Parts of a sum together: what waits makes all wait; an empty part leaves the sum incomplete."""
    waiting = [outcome for outcome in outcomes if outcome.pending is not None]
    measures = [outcome.measured for outcome in outcomes if outcome.measured is not None]
    if waiting:
        return waiting[0]._replace(measured=measures[0] if measures else None)
    given = [outcome.points for outcome in outcomes if outcome.points is not None]
    excluded = exact_sum(outcome.excluded for outcome in outcomes)
    if not given and not excluded:
        return Outcome()
    return Outcome(
        points=min(exact_sum(given), maximum) if given else None,
        excluded=min(excluded, maximum),
        is_complete=all(outcome.points is not None or outcome.excluded for outcome in outcomes),
        applied=tuple(told for outcome in outcomes for told in outcome.applied),
        measured=measures[0] if measures else None,
        remarks=tuple(remark for outcome in outcomes for remark in outcome.remarks),
    )
