"""The check before sending: what must, should or may be looked at before the figures are frozen."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain import text
from app.domain.assessment import EvidenceLevel, Response, ResponseState
from app.domain.framework import Placed
from app.domain.scoring import State
from app.operations.commune import assessing
from app.operations.commune.assessing import View
from app.operations.workspace import Workspace
from app.storage import journal, submissions

_CLOCK_OFF = timedelta(days=1)  # by how much the clocks of two offices may honestly differ


class Severity(StrEnum):
    """Whether an issue stands in the way of freezing, should be looked at, or is only told."""

    MUST = "must"
    SHOULD = "should"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Issue:
    """One line of the check: a code, the node it leads to ("" : the whole), and values for its sentence."""

    severity: Severity
    code: str
    node: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


def review(workspace: Workspace, part_id: str) -> tuple[Issue, ...]:
    """What is still to be done before the figures are frozen, most serious first, in tree order."""
    seen = assessing.view(workspace, part_id)
    gone = [
        Issue(Severity.MUST, "evidence_file_gone", piece.links[0].node if piece.links else "", {"name": piece.name})
        for piece in seen.evidence
        if piece.digest and not workspace.evidence.holds(piece.digest)
    ]
    return tuple(gone) + _clock_issues(workspace, part_id) + issues_of(seen)


def _clock_issues(workspace: Workspace, part_id: str) -> tuple[Issue, ...]:
    """Whether this computer's clock is behind what has happened already: the campaign sealed, work done here."""
    with workspace.session():
        opened = [json.loads(item.envelope)["claimed_time"] for item in submissions.bundles(part_id, kind="campaign")]
        done = [line.at for line in journal.latest(part_id, 1)]
    now = workspace.clock()
    if all(datetime.fromisoformat(at) - now < _CLOCK_OFF for at in (*opened, *done)):
        return ()
    return (Issue(Severity.SHOULD, "clock_wrong", "", {"day": text.date_text(now.date())}),)


def issues_of(seen: View) -> tuple[Issue, ...]:
    """What can be told from answers and evidence alone, most serious first, in tree order."""
    issues = [issue for place in seen.criteria for issue in _issues(seen, place)]
    order = list(Severity)
    return tuple(sorted(issues, key=lambda issue: order.index(issue.severity)))


def _issues(seen: View, place: Placed) -> list[Issue]:
    node = seen.score.nodes[place.id]
    response = seen.response(place.id)
    state = seen.states[place.id]
    found: list[Issue] = []
    if state is ResponseState.CONTESTED:
        found.append(Issue(Severity.MUST, "contested", place.id))
    elif state is ResponseState.NOT_STARTED:
        found.append(Issue(Severity.SHOULD, "not_started", place.id))
    elif state is ResponseState.NOT_APPLICABLE:
        found += _ground_issues(seen, place, response)
    elif state is ResponseState.MISSING_EVIDENCE:
        found.append(Issue(Severity.SHOULD, "missing_evidence", place.id))
    elif state is ResponseState.INCOMPLETE_EVIDENCE:
        found.append(Issue(Severity.SHOULD, "incomplete_evidence", place.id))
    elif node.state is State.EMPTY or "incomplete" in node.remarks:
        found.append(Issue(Severity.SHOULD, "inputs_missing", place.id))
    elif state is ResponseState.IN_PROGRESS:
        found.append(Issue(Severity.NOTE, "not_marked_complete", place.id))
    if "above_one" in node.remarks:
        found.append(Issue(Severity.SHOULD, "above_one", place.id))
    bare = [piece for piece in seen.evidence_of(place.id) if not piece.citation.number and not piece.citation.subject]
    if bare:
        found.append(Issue(Severity.NOTE, "citation_missing", place.id, {"count": str(len(bare))}))
    return found


def _ground_issues(seen: View, place: Placed, response: Response) -> list[Issue]:
    grounds = {ground.code: ground for ground in seen.framework.grounds}
    ground = grounds.get(response.not_applicable or "")
    if ground is None:
        return []
    found = []
    if ground.proof_required and response.evidence is EvidenceLevel.NONE:
        found.append(Issue(Severity.MUST, "ground_without_proof", place.id))
    if not response.explanation.strip():
        found.append(Issue(Severity.SHOULD, "ground_without_words", place.id))
    return found
