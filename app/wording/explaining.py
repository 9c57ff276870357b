"""Why these points ("Diễn giải điểm"): figures, quotient, threshold, what was applied by which article, the points.

The last line always holds the node's points, exactly.
"""

from collections.abc import Iterator
from fractions import Fraction

from app.domain.appraisal import Settled, Standing
from app.domain.assessment import Response
from app.domain.framework import Criterion, EvidencePolicy, Framework, Placed, Role
from app.domain.numbers import grouped
from app.domain.rules import Policy
from app.domain.scoring import Applied, Cause, NodeScore, State
from app.wording.explaining_words import say
from app.wording.figures import number
from app.wording.speaking import Speaker
from app.wording.working import Working, policy_sentence

_EVIDENCE = (Cause.MISSING_EVIDENCE, Cause.INCOMPLETE_EVIDENCE)
COVERED, NO_PEER, INCOMPLETE = "covered", "no_peer", "incomplete"


def explain(
    framework: Framework,
    criterion: Criterion,
    response: Response,
    node_score: NodeScore,
    language: str = "vi",
    *,
    settled: Settled | None = None,
    who: str = "",
) -> tuple[str, ...]:
    """Why a criterion has these points, in sentences; the last one is the points.

    `settled` and `who`: what reviewers made of it, and the person, for the authority's own eyes.
    """
    told = Explanation(Speaker(framework, criterion, language), response, node_score)
    return tuple(line for line in told.lines(settled, who) if line)


def remarkable(
    framework: Framework, criterion: Criterion, response: Response, node_score: NodeScore, language: str = "vi"
) -> tuple[str, ...]:
    """In short, what of the points is not plainly the figures: rounding, caps, the best case, the best of the peers.

    Policies are not among it: `NodeScore.applied` has them.
    """
    return Explanation(Speaker(framework, criterion, language), response, node_score).remarkable()


class Explanation:
    """The sentences about one criterion."""

    def __init__(self, speaker: Speaker, response: Response, score: NodeScore) -> None:
        self._speaker = speaker
        self._response = response
        self._score = score
        framework, criterion = speaker.framework, speaker.criterion
        here = Placed(criterion, score.id, "", 0, Role.SCALE, criterion.maximum.value, ())
        self._place = framework.index.places.get(score.id) or here
        self._working = Working(speaker, self._place, response, score.best_peer)

    def _say(self, key: str, **values: str) -> str:
        return say(self._speaker.language, key, **values)

    def lines(self, settled: Settled | None, who: str) -> Iterator[str]:
        """All of them, in the order of the reckoning."""
        score = self._score
        causes = {told.cause for told in score.applied}
        if COVERED in score.remarks:
            yield self._covered()
        elif not causes & {Cause.NOT_APPLICABLE, Cause.DECIDED}:
            size = abs(Fraction(self._speaker.criterion.maximum.value))
            yield from self._working.lines(self._speaker.criterion.rule, size)
        for told in score.applied:
            if told not in self._working.told:
                yield self._applied(told, settled, who)
        if settled is not None and settled.reason and causes & {Cause.NOT_APPLICABLE, Cause.DECIDED}:
            yield self._say("reason", reason=settled.reason.strip().rstrip("."))
        for remark in (INCOMPLETE, NO_PEER):
            if remark in score.remarks:
                yield self._say(remark)
        yield from self._ending()

    def remarkable(self) -> tuple[str, ...]:
        """The sentences that a paper needs beside figures and points."""
        for _ in self.lines(None, ""):
            pass  # what is told is gathered on the way
        return tuple(dict.fromkeys(self._working.notable))

    def _covered(self) -> str:
        """Which node above it is settled as a whole, where there is but one."""
        index = self._speaker.framework.index
        above = [index.places[id_].node for id_ in index.ancestors(self._place.parent)]
        if len(above) != 1:
            return self._say("covered")
        return self._say("covered_by", node=f"{above[0].code} {above[0].title}".strip())

    def _applied(self, told: Applied, settled: Settled | None, who: str) -> str:
        if told.policy != Cause.DECIDED.value:
            return policy_sentence(self._speaker, told)
        if settled is not None and settled.standing is Standing.SETTLED:
            return self._say("settled")
        return self._say("decided", who=f" ({who})" if who else "")

    # The end -------------------------------------------------------------------------------------------------------

    def _ending(self) -> Iterator[str]:
        score = self._score
        if score.state is State.PROVISIONAL:
            reasons = "; ".join(dict.fromkeys(self._waits()))
            yield self._say("provisional_for", reasons=reasons) if reasons else self._say("provisional")
        if score.points is None:
            yield self._say("left_out" if score.state is State.NOT_APPLICABLE else "no_points")
            return
        if score.maximum < 0 and score.points < 0:
            yield self._say("penalty", size=self._points(-score.points), points=self._points(score.points))
        yield self._final(score.points)

    def _final(self, points: Fraction) -> str:
        shown, maximum = self._points(points), self._points(self._score.maximum)
        if points * 10**self._speaker.framework.decimals % 1 == 0:
            return self._say("points", points=shown, maximum=maximum)
        return self._say("points_exactly", points=shown, maximum=maximum, value=number(points, self._speaker.language))

    def _points(self, value: Fraction) -> str:
        return grouped(value, self._speaker.framework.decimals, self._speaker.language)

    def _waits(self) -> Iterator[str]:
        """What the points wait for."""
        score = self._score
        if INCOMPLETE in score.remarks:
            yield self._say("waits_incomplete")
        for told in score.applied:
            if told.cause in _EVIDENCE:
                yield from self._waits_for_evidence(told.policy)
            elif NO_PEER not in score.remarks and _looks_at_peers(told):
                yield self._say("waits_peers")
            elif told.policy in (Policy.REVIEWER_DECIDES.value, Policy.PEER_MAXIMUM.value):
                yield self._say("waits_reviewer")
        if score.measured is not None and not score.applied and INCOMPLETE not in score.remarks:
            yield self._say("waits_peers")

    def _waits_for_evidence(self, policy: str) -> Iterator[str]:
        if policy == EvidencePolicy.REVIEWER_DECIDES.value:
            yield self._say("waits_reviewer")
        elif policy == EvidencePolicy.NEXT_ROUND.value:
            yield self._say("waits_evidence", evidence=self._evidence())
        elif policy == EvidencePolicy.EXPLANATION_ACCEPTED.value and not self._response.explanation.strip():
            yield self._say("waits_explanation")

    def _evidence(self) -> str:
        own = self._speaker.framework.terms.get("evidence") or self._speaker.term("evidence")
        return own[:1].lower() + own[1:]


def _looks_at_peers(told: Applied) -> bool:
    return told.policy == Policy.PEER_MAXIMUM.value or told.cause is Cause.NO_REFERENCE
