"""What reviewers say of a node, and what their opinions together settle."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from app.domain.rules import Policy
from app.domain.scoring import Decision


class Opinion(StrEnum):
    """The verdict of one assessor on one node."""

    AGREE = "agree"
    ADJUST = "adjust"
    REJECT = "reject"
    ASK_SUPPLEMENT = "ask_supplement"


class Standing(StrEnum):
    """Where a node stands in the appraisal."""

    UNDECIDED = "undecided"
    DECIDED = "decided"
    CONTESTED = "contested"  # rejected, adjusted or asked about: the agency may explain in the next round
    DISAGREEMENT = "disagreement"  # assessors differ: for the council
    SETTLED = "settled"  # the council's finding


@dataclass(frozen=True, kw_only=True)
class Appraisal:
    """One assessor's opinion in one round. `points` belongs to adjust (and, if not zero, reject).

    `inputs`: the figures as the assessor reads them. `reason` leaves the house, `internal_note` never does.
    `round` 0 is the council. `at`: ISO time as the program's clock had it; `about`: content digest of the submission
    it was given on ("": not known), so that a replacement reopens what it changed.
    """

    node: str
    opinion: Opinion
    round: int = 1
    assessor: str = ""
    points: Fraction | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)
    ground: str | None = None
    policy: Policy | None = None
    reason: str = ""
    internal_note: str = ""
    at: str = ""
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """The council's settlement of one node, with its reason."""

    node: str
    points: Fraction
    reason: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """What opinions and findings make of a node: its standing, and the decision that scoring takes over, if any."""

    standing: Standing
    decision: Decision | None = None
    opinion: Opinion | None = None
    reason: str = ""


UNDECIDED = Settled(Standing.UNDECIDED)
COUNCIL = 0  # the round of an opinion that the council itself gives


def settle(appraisals: Iterable[Appraisal], findings: Iterable[Finding] = ()) -> dict[str, Settled]:
    """Per node, what holds now: the council's finding, else the opinions of the latest round that has any.

    An opinion of round 0 is the council's too. Agreement takes the recomputed claim, so it brings no decision of its
    own; a rejection is zero points unless the assessor gave some; a supplement asked for leaves the claim as it is.
    """
    by_node: dict[str, list[Appraisal]] = {}
    for appraisal in appraisals:
        by_node.setdefault(appraisal.node, []).append(appraisal)
    settled = {node: _together(opinions) for node, opinions in by_node.items()}
    for finding in findings:
        settled[finding.node] = Settled(Standing.SETTLED, Decision(points=finding.points), reason=finding.reason)
    return settled


def _together(opinions: list[Appraisal]) -> Settled:
    rounds = {appraisal.round for appraisal in opinions}
    if COUNCIL in rounds:
        last = max((item for item in opinions if item.round == COUNCIL), key=lambda item: item.at)
        return Settled(Standing.SETTLED, _decision(last), last.opinion, last.reason)
    latest_round = max(rounds)
    latest: dict[str, Appraisal] = {}
    for appraisal in sorted(opinions, key=lambda item: item.at):
        if appraisal.round == latest_round:
            latest.pop(appraisal.assessor, None)
            latest[appraisal.assessor] = appraisal
    outcomes = {
        (item.opinion, _points(item), item.ground, item.policy, tuple(sorted(item.inputs.items())))
        for item in latest.values()
    }
    last = list(latest.values())[-1]
    if len(outcomes) > 1:
        return Settled(Standing.DISAGREEMENT, opinion=last.opinion, reason=last.reason)
    standing = Standing.DECIDED if last.opinion is Opinion.AGREE else Standing.CONTESTED
    return Settled(standing, _decision(last), last.opinion, last.reason)


def _decision(appraisal: Appraisal) -> Decision | None:
    """A ground or policy stands before points; agreement without either brings no decision of its own."""
    if appraisal.ground is not None or appraisal.policy is not None:
        return Decision(ground=appraisal.ground, policy=appraisal.policy)
    points = _points(appraisal)
    return None if points is None else Decision(points=points)


def _points(appraisal: Appraisal) -> Fraction | None:
    if appraisal.opinion is Opinion.ADJUST:
        return appraisal.points
    if appraisal.opinion is Opinion.REJECT:
        return appraisal.points if appraisal.points is not None else Fraction(0)
    return None
