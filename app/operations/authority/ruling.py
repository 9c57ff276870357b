"""What a person of the authority decides about submissions received, and what then counts of each agency."""

import json
from collections.abc import Sequence
from datetime import datetime

from app.bundles.trust import Light
from app.domain import receiving
from app.domain.agency import Agency
from app.domain.changes import Changes, changed
from app.domain.changes import Kind as Changed
from app.domain.receiving import Act, Held, Place, Ruling
from app.errors import AppError
from app.operations.trust import heard
from app.operations.workspace import Workspace
from app.storage import campaigns, keys, receipts, submissions
from app.storage.campaigns import Part, Role
from app.storage.receipts import Ruled
from app.storage.submissions import Submission

_MOVES = (Changed.SUBMISSIONS, Changed.APPRAISALS, Changed.RANKING)


def settle(part: Part, agency: str) -> dict[str, Place]:
    """Writes down what counts of an agency now and gives the place of each submission by id (inside a transaction)."""
    known = submissions.submissions(part.id, agency)
    member = part.campaign.agency(agency)
    refused, pins = heard.refused_keys(), keys.pins()
    held = []
    for item in known:
        found, at = submissions.judged(item.bundle)
        verdict = json.loads(found)
        owner = (agency, Role.AGENCY.value, str(verdict.get("spki") or ""))
        held.append(
            Held(
                item.content_digest,
                item.round,
                item.revision_number,
                is_late=member is not None and is_late(part, member, item),
                is_badly_signed=(verdict.get("lights") or {}).get("people") == Light.INVALID.value,
                is_disowned=owner in refused,
                is_strange=heard.key_standing(pins, *owner, at).is_other,
            )
        )
    places = receiving.places(held, (each.ruling for each in receipts.rulings(part.id, agency)))
    for item in known:
        place = places[item.content_digest]
        if item.state != place.value:
            submissions.set_submission(item.id, state=place.value)
    return {item.id: places[item.content_digest] for item in known}


def settle_agency(agency: str) -> None:
    """The same in every campaign reviewed here, after it was said which keys are the agency's."""
    for part in campaigns.parts():
        if part.role is Role.AUTHORITY:
            settle(part, agency)


def settle_all(part: Part) -> None:
    """The same for every agency of a part, after a deadline was moved or somebody got an extension."""
    for agency in {item.agency for item in submissions.submissions(part.id)}:
        settle(part, agency)


def is_late(part: Part, agency: Agency, item: Submission) -> bool:
    """Whether a submission was received after its agency's last day for that round."""
    at = datetime.fromisoformat(item.received_at)
    if agency.extended_to is not None:
        return at.date() > agency.extended_to
    deadline = part.campaign.round(item.round).deadline
    return deadline is not None and bool(deadline.is_late(at, agency.inspection_day))


def choose(workspace: Workspace, part_id: str, submission_id: str, reason: str) -> Changes:
    """Settles which of several submissions counts: this one, over all that stand as high or higher (history then).

    Raises `AppError("submission.no_reason")`, "submission.not_received".
    """
    with workspace.transaction():
        chosen = find(part_id, submission_id)
        others = submissions.submissions(part_id, chosen.agency)
        over = [item for item in others if _rank(item) >= _rank(chosen) and item.id != chosen.id]
        _rule(workspace, chosen, Act.CHOOSE, reason, over)
    return changed(*_MOVES)


def consent(workspace: Workspace, part_id: str, submission_id: str, reason: str) -> Changes:
    """Takes a replacement that waits; raises `AppError("submission.no_reason")`, …"""
    with workspace.transaction():
        chosen = find(part_id, submission_id)
        others = submissions.submissions(part_id, chosen.agency, Place.WAITING.value)
        same = [item for item in others if _rank(item) == _rank(chosen) and item.id != chosen.id]
        _rule(workspace, chosen, Act.CONSENT, reason, same)
    return changed(*_MOVES)


def decline(workspace: Workspace, part_id: str, submission_id: str, reason: str) -> Changes:
    """Leaves such a replacement in history: what came in time goes on counting."""
    with workspace.transaction():
        _rule(workspace, find(part_id, submission_id), Act.DECLINE, reason)
    return changed(*_MOVES)


def keep(workspace: Workspace, part_id: str, submission_id: str, reason: str) -> Changes:
    """Takes a return back: the submission counts again as it is."""
    with workspace.transaction():
        _rule(workspace, find(part_id, submission_id), Act.KEEP, reason)
    return changed(*_MOVES)


def send_back(workspace: Workspace, item: Submission, reason: str) -> None:
    """Notes that a submission was returned to be completed (inside a transaction)."""
    _rule(workspace, item, Act.RETURN, reason)


def set_received_at(workspace: Workspace, submission_id: str, part_id: str, at: datetime, note: str) -> Changes:
    """Sets the time of receipt that counts, with its source; raises `AppError("submission.no_reason")`."""
    if not note.strip():
        raise AppError("submission.no_reason")
    with workspace.transaction():
        item = find(part_id, submission_id)
        told = at.isoformat(timespec="seconds")
        submissions.set_submission(submission_id, received_at=told, received_note=note.strip())
        settle(campaigns.part(part_id), item.agency)
        workspace.note("submission.received_at", part=part_id, subject=submission_id, field=note.strip(), after=told)
    return changed(*_MOVES)


def find(part_id: str, submission_id: str) -> Submission:
    """A received submission by its id; raises `AppError("submission.not_received")` (inside a session)."""
    found = next((item for item in submissions.submissions(part_id) if item.id == submission_id), None)
    if found is None:
        raise AppError("submission.not_received", agency=submission_id)
    return found


def _rank(item: Submission) -> tuple[int, int]:
    return item.round, item.revision_number


def _rule(workspace: Workspace, item: Submission, act: Act, reason: str, over: Sequence[Submission] = ()) -> None:
    if not reason.strip():
        raise AppError("submission.no_reason")
    ruling = Ruling(act, item.content_digest, tuple(each.content_digest for each in over))
    by = workspace.acting.name if workspace.acting else ""
    receipts.add_ruling(item.part, Ruled(item.agency, ruling, reason.strip(), workspace.now(), by))
    settle(campaigns.part(item.part), item.agency)
    told = {"field": str(item.revision_number), "after": reason.strip()}
    workspace.note(f"submission.ruled_{act.value}", part=item.part, subject=item.agency, **told)
