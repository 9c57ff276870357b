"""A commune's own work: answers kept the moment they are given, evidence attached, the check before sending."""

import dataclasses
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from app.domain import results
from app.domain.assessment import (
    EMPTY,
    Answers,
    EvidenceLevel,
    Response,
    ResponseState,
    check_points,
    check_response,
    check_value,
)
from app.domain.changes import Changes, Kind, changed
from app.domain.contents import FeedbackContent, NodeFeedback
from app.domain.framework import Framework, Input, Placed, RoundField
from app.domain.results import Score
from app.domain.revising import Fate, NodeChange
from app.domain.scoring import NodeScore, State
from app.errors import AppError
from app.operations import parts
from app.operations.evidence_copies import copy_for_opening as copy_for_opening
from app.operations.evidence_copies import save_copy as save_copy
from app.operations.trust.receipted import DRAFT as DRAFT
from app.operations.workspace import Workspace
from app.storage import assessments, campaigns, moves
from app.storage.assessments import Evidence as Evidence
from app.storage.assessments import Kept
from app.storage.campaigns import Part


@dataclass(frozen=True, slots=True)
class View:
    """Everything a page of the commune shows: kept answers, evidence, score and states, all of one moment.

    `kept` has the responses as stored; `answers` the same with evidence levels worked out; `feedback` what the
    reviewers said last; `open_nodes` the nodes that may be changed now (None: all); `asked_again` those whose figures
    a correction of the framework asks for anew, whatever the round opens; `corrected` what the correction changed at
    each criterion it reached, until the next round; `is_read_only`: the data folder can only be looked at.
    """

    part: Part
    framework: Framework
    state: str
    round: int
    revision_number: int
    kept: Mapping[str, Kept]
    answers: Answers
    evidence: tuple[Evidence, ...]
    score: Score
    states: Mapping[str, ResponseState]
    feedback: FeedbackContent | None = None
    open_nodes: frozenset[str] | None = None
    asked_again: frozenset[str] = frozenset()
    corrected: Mapping[str, NodeChange] = field(default_factory=dict)
    is_read_only: bool = False

    @property
    def is_draft(self) -> bool:
        """Whether answers may be changed."""
        return self.state == DRAFT

    def response(self, node: str) -> Response:
        """The response at a node, empty if there is none."""
        return self.answers.responses.get(node, EMPTY)

    @property
    def proving(self) -> tuple[Evidence, ...]:
        """The evidence that proves something; a correction may leave some without a criterion: it stays here alone."""
        return tuple(piece for piece in self.evidence if piece.links)

    def evidence_of(self, node: str) -> tuple[Evidence, ...]:
        """What proves a node, in order."""
        return tuple(piece for piece in self.evidence if any(link.node == node for link in piece.links))

    def may_change(self, node: str, what: RoundField) -> bool:
        """Whether this field of this node is open in the present round."""
        if not self.is_draft or self.is_read_only:
            return False
        if self.open_nodes is None:
            return True
        if node in self.asked_again:
            return True
        return node in self.open_nodes and what in self.part.campaign.round(self.round).opens

    @property
    def done(self) -> int:
        """Criteria that are complete or not applicable."""
        finished = (ResponseState.COMPLETE, ResponseState.NOT_APPLICABLE)
        return sum(1 for place in self.criteria if self.states[place.id] in finished)

    @property
    def criteria(self) -> tuple[Placed, ...]:
        """The criteria in scope, in tree order."""
        return tuple(place for place in self.framework.index.criteria() if place.id in self.states)


def view(workspace: Workspace, part_id: str) -> View:
    """The present state of a commune's work."""
    with workspace.session():
        part = campaigns.part(part_id)
        kept = assessments.responses(part_id)
        evidence = assessments.evidence(part_id)
        status = campaigns.assessment(part_id)
        framework = parts.framework_of(part_id)
        feedback = parts.last_feedback(part_id)
        asked_again, corrected = moves.asked_again(part_id), _corrected(part_id)
    seen = _view(part, framework, status, kept, evidence, feedback, asked_again, corrected)
    return dataclasses.replace(seen, is_read_only=True) if workspace.is_read_only else seen


def _corrected(part_id: str) -> Mapping[str, NodeChange]:
    known = moves.fresh(part_id)
    if known is None:
        return {}
    changes = parts.comparison(known.from_framework, known.to_framework).nodes
    return {
        each.new.id: each
        for each in changes
        if each.new is not None and each.new.criterion is not None and each.fate is not Fate.SAME
    }


def first_view(part: Part, framework: Framework) -> View:
    """A part of which nothing is kept yet, as it begins."""
    return _view(part, framework, campaigns.Assessment(part.id, "", DRAFT, 1, 0), {}, (), None, frozenset(), {})


def _view(
    part: Part,
    framework: Framework,
    status: campaigns.Assessment,
    kept: Mapping[str, Kept],
    evidence: tuple[Evidence, ...],
    feedback: FeedbackContent | None,
    asked_again: frozenset[str],
    corrected: Mapping[str, NodeChange],
) -> View:
    agency = part.campaign.agency(part.agency)
    assert agency is not None
    proven = {link.node for piece in evidence for link in piece.links}
    responses = {node: with_level(item, node in proven) for node, item in kept.items()}
    responses |= {node: Response(evidence=EvidenceLevel.SUFFICIENT) for node in proven - responses.keys()}
    answers = Answers(responses=responses, profile=agency.profile)
    score = results.score(framework, answers)
    open_nodes = None if status.round == 1 else _open_nodes(feedback) | asked_again
    return View(
        part=part,
        framework=framework,
        state=status.state,
        round=status.round,
        revision_number=status.revision_number,
        kept=kept,
        answers=answers,
        evidence=evidence,
        score=score,
        states=_states(framework, answers, kept, score, feedback),
        feedback=feedback,
        open_nodes=open_nodes,
        asked_again=asked_again,
        corrected=corrected,
    )


def _open_nodes(feedback: FeedbackContent | None) -> frozenset[str]:
    nodes: Mapping[str, NodeFeedback] = feedback.nodes if feedback is not None else {}
    return frozenset(node for node, told in nodes.items() if told.is_open)


def with_level(item: Kept, is_proven: bool) -> Response:
    """The response with its evidence level: what a person said, else what is attached."""
    if item.level:
        return item.response
    level = EvidenceLevel.SUFFICIENT if is_proven else EvidenceLevel.NONE
    return dataclasses.replace(item.response, evidence=level)


def preview(
    seen: View, node: str, response: Response, *, level: str | None = None, is_complete: bool | None = None
) -> View:
    """The view as it will be with this response: what the window shows while somebody types. Nothing is kept.

    The evidence level of `response` is ignored: it follows from what is attached, unless `level` is set as in
    `answer`. A value the framework does not allow is left out, so that half a number does not disturb.
    """
    place = seen.framework.index.places[node]
    old = seen.kept.get(node, _NEW)
    new = dataclasses.replace(
        old,
        response=dataclasses.replace(_allowed(place, response), evidence=EvidenceLevel(level or old.level or "none")),
        level=old.level if level is None else level,
        is_complete=old.is_complete if is_complete is None else is_complete,
    )
    kept = {**seen.kept, node: new}
    status = campaigns.Assessment(seen.part.id, "", seen.state, seen.round, seen.revision_number)
    marks = seen.asked_again, seen.corrected
    return _view(seen.part, seen.framework, status, kept, seen.evidence, seen.feedback, *marks)


_NEW = Kept(EMPTY, "", False, "", "")


def _allowed(place: Placed, response: Response) -> Response:
    """The response without the values that can't stand."""
    known = {item.key: item for item in place.criterion.inputs} if place.criterion is not None else {}
    inputs = {key: value for key, value in response.inputs.items() if key in known and _stands(known[key], value)}
    try:
        check_points(place, response.points)
    except AppError:
        return dataclasses.replace(response, inputs=inputs, points=None)
    return dataclasses.replace(response, inputs=inputs)


def _stands(input_: Input, value: str) -> bool:
    try:
        check_value(input_, value)
    except AppError:
        return False
    return True


def _states(
    framework: Framework,
    answers: Answers,
    kept: Mapping[str, Kept],
    score: Score,
    feedback: FeedbackContent | None,
) -> dict[str, ResponseState]:
    contested = _open_nodes(feedback)
    states = {}
    for place in framework.index.criteria():
        node = score.nodes.get(place.id)
        if node is not None:
            states[place.id] = _state(
                place, node, answers.responses.get(place.id, EMPTY), kept.get(place.id), contested
            )
    return states


def _state(
    place: Placed, node: NodeScore, response: Response, kept: Kept | None, contested: frozenset[str]
) -> ResponseState:
    criterion = place.criterion
    assert criterion is not None
    is_complete = kept is not None and kept.is_complete
    if place.id in contested and not is_complete:
        return ResponseState.CONTESTED
    if response.not_applicable is not None or node.state is State.NOT_APPLICABLE:
        return ResponseState.NOT_APPLICABLE
    if response.is_empty and response.evidence is EvidenceLevel.NONE:
        return ResponseState.NOT_STARTED
    claims = node.points is not None or response.evidence is EvidenceLevel.INCOMPLETE
    if not response.is_empty and claims and criterion.evidence_required and not response.explanation.strip():
        if response.evidence is EvidenceLevel.NONE and (node.points or node.applied):
            return ResponseState.MISSING_EVIDENCE
        if response.evidence is EvidenceLevel.INCOMPLETE:
            return ResponseState.INCOMPLETE_EVIDENCE
    return ResponseState.COMPLETE if is_complete else ResponseState.IN_PROGRESS


# Answering -------------------------------------------------------------------------------------------------------


def answer(
    workspace: Workspace,
    part_id: str,
    node: str,
    *,
    inputs: Mapping[str, str] | None = None,
    not_applicable: str | None = "",
    explanation: str | None = None,
    points: str | None = "",
    level: str | None = None,
    is_complete: bool | None = None,
) -> Changes:
    """Keeps what was given; what is left out stays. On return it is on disk.

    `inputs` is merged into what is there (an empty text empties the input); `not_applicable` None takes a claim back
    ("" leaves it), `points` likewise; `level`: "", "incomplete" or "sufficient". Raises the first thing the framework
    does not allow ("input.…", "points.out_of_range", "answers.…"), `AppError("assessment.closed")`, or in a later
    round "assessment.not_open" for what that round does not open.
    """
    with workspace.transaction():
        place, old = changeable(part_id, node)
        framework = parts.framework_of(part_id)
        response = dataclasses.replace(
            old.response,
            inputs=_merged(old.response.inputs, inputs or {}),
            not_applicable=old.response.not_applicable if not_applicable == "" else not_applicable,
            explanation=old.response.explanation if explanation is None else unicodedata.normalize("NFC", explanation),
            points=old.response.points if points == "" else points,
            evidence=EvidenceLevel(level) if level else (EvidenceLevel.NONE if level == "" else old.response.evidence),
        )
        _check_open(part_id, place, _touched(old, response, level))
        agency = campaigns.part(part_id).agency_profile
        errors = check_response(framework, place, response, agency)
        if errors:
            raise errors[0]
        new = Kept(
            response,
            old.level if level is None else level,
            old.is_complete if is_complete is None else is_complete,
            workspace.now(),
            workspace.acting.name if workspace.acting else "",
        )
        _write_down(workspace, part_id, place, old, new)
        assessments.save_response(part_id, place.id, new)
    return changed(Kind.RESPONSES, ids={place.id})


def changeable(part_id: str, node: str, *fields: RoundField) -> tuple[Placed, Kept]:
    """The node and what stands there, if these fields of it may be changed now (inside a session).

    Raises `AppError("answers.unknown_node")`, "assessment.closed", "assessment.not_open".
    """
    framework = parts.framework_of(part_id)
    place = framework.index.find(node)
    if place is None:
        raise AppError("answers.unknown_node", node=node)
    if campaigns.assessment(part_id).state != DRAFT:
        raise AppError("assessment.closed")
    _check_open(part_id, place, fields)
    return place, assessments.response(part_id, place.id) or _NEW


def _check_open(part_id: str, place: Placed, fields: Collection[RoundField]) -> None:
    """A later round opens some fields of the contested nodes, as the campaign says; everything else stays shut."""
    round_ = campaigns.assessment(part_id).round
    if round_ == 1 or not fields or place.id in moves.asked_again(part_id):
        return
    opened = campaigns.part(part_id).campaign.round(round_).opens
    if place.id not in _open_nodes(parts.last_feedback(part_id)) or not set(fields) <= set(opened):
        raise AppError("assessment.not_open")


def _touched(old: Kept, response: Response, level: str | None) -> list[RoundField]:
    """The fields that a response would change."""
    before = old.response
    figures = (before.inputs, before.not_applicable, before.points)
    touched = []
    if figures != (response.inputs, response.not_applicable, response.points):
        touched.append(RoundField.INPUTS)
    if before.explanation != response.explanation:
        touched.append(RoundField.EXPLANATION)
    if level is not None and level != old.level:
        touched.append(RoundField.EVIDENCE)
    return touched


def _merged(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    merged = {**old, **new}
    return {key: value for key, value in merged.items() if value != ""}


def _write_down(workspace: Workspace, part_id: str, place: Placed, old: Kept, new: Kept) -> None:
    """One journal line for each field that changed."""
    before, after = old.response, new.response
    pairs = [(key, before.inputs.get(key, ""), after.inputs.get(key, "")) for key in {*before.inputs, *after.inputs}]
    pairs += [
        ("not_applicable", before.not_applicable or "", after.not_applicable or ""),
        ("explanation", before.explanation, after.explanation),
        ("points", before.points or "", after.points or ""),
        ("evidence_level", old.level, new.level),
        ("is_complete", str(old.is_complete), str(new.is_complete)),
    ]
    for name, was, is_ in sorted(pairs):
        if was != is_:
            workspace.note("response.changed", part=part_id, subject=place.id, field=name, before=was, after=is_)


def load_answers(workspace: Workspace, part_id: str, answers: Answers) -> Changes:
    """Takes over answers read from a file (JSON or the Excel form); nodes left out stay as they are."""
    changes = Changes()
    with workspace.transaction():
        for node, response in answers.responses.items():
            level = response.evidence.value if response.evidence is EvidenceLevel.INCOMPLETE else None
            changes |= answer(
                workspace,
                part_id,
                node,
                inputs=response.inputs,
                not_applicable=response.not_applicable,
                explanation=response.explanation,
                points=response.points,
                level=level,
            )
    return changes
