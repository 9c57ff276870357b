"""The small numbers beside the steps of the work: how far one is, at a glance."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain import appraisal
from app.domain.appraisal import Standing
from app.operations.commune import assessing, reviewing, sent_back
from app.operations.commune.reviewing import Severity
from app.operations.trust.receipted import RECEIVED, SENT
from app.operations.workspace import Workspace
from app.storage import campaigns, frameworks, people, submissions
from app.storage.campaigns import Part, Role
from app.storage.submissions import CONFLICTING, CURRENT, RETURNED


@dataclass(frozen=True, slots=True)
class State:
    """The round under way, and short counts by page identifier ("48/62").

    `is_out`: a commune's submission is on its way or received, so no deadline presses; `again_by` is the day
    that a return names.
    """

    round: int
    counts: Mapping[str, str]
    is_out: bool = False
    again_by: date | None = None


def state(workspace: Workspace, part_id: str) -> State:
    """Counts for the steps of a part."""
    with workspace.session():
        part = campaigns.part(part_id)
        return _authority(part) if part.role is Role.AUTHORITY else _agency(workspace, part)


def _agency(workspace: Workspace, part: Part) -> State:
    seen = assessing.view(workspace, part.id)
    issues = reviewing.issues_of(seen)
    todo = sum(1 for issue in issues if issue.severity is not Severity.NOTE)
    counts = {
        "assessment": f"{seen.done}/{len(seen.criteria)}",
        "evidence": str(len(seen.evidence) or ""),
        "check": str(todo or ""),
    }
    back = sent_back.returned(workspace, part.id) if seen.is_draft else None
    return State(seen.round, counts, seen.state in (SENT, RECEIVED), _day(back.content.deadline) if back else None)


def _day(stored: str) -> date | None:
    try:
        return date.fromisoformat(stored)
    except ValueError:  # none named
        return None


def _authority(part: Part) -> State:
    received = submissions.received_agencies(part.id, (CURRENT, CONFLICTING, RETURNED))
    decided, total = _dealt_with(part)
    counts = {
        "collecting": f"{len(received)}/{len(part.campaign.agencies)}",
        "appraising": _share(decided, total),
    }
    round_ = int(people.setting(f"appraisal_round:{part.id}") or 1)
    return State(round_, counts)


def _dealt_with(part: Part) -> tuple[int, int]:
    """Criteria dealt with and all there are, over what was received (inside a session).

    Opens no submission but those on an earlier version.
    """
    from app.operations.authority import appraising, correcting, looking_again  # what a commune's start never needs

    opinions, findings = submissions.appraisals(part.id), submissions.findings(part.id)
    members = {member.code: member for member in part.campaign.agencies}
    decided = total = 0
    for item in submissions.submissions(part.id, "", CURRENT):
        if item.agency not in members:
            continue
        agency = members[item.agency]
        present = frameworks.get(part.campaign.reference(agency).digest)
        own = tuple(correcting.still_standing(present, opinions.get(item.agency, ())))
        standing = own
        if any(each.about not in ("", item.content_digest) for each in own):
            carried = correcting.carried(part, agency, item)
            standing = looking_again.on_submission(part, agency, item, carried, own).standing
        settled = appraisal.settle(standing, correcting.still_standing(present, findings.get(item.agency, ())))
        back = correcting.sent_back(part, agency, item)
        nodes = {place.id for place in appraising.criteria_of(present, agency)}
        total += len(nodes)
        decided += len(back & nodes) + sum(
            appraising.standing_of(found, item.round, appraising.last_round(own, node)) is not Standing.UNDECIDED
            for node, found in settled.items()
            if node in nodes - back
        )
    return decided, total


def _share(done: int, total: int) -> str:
    """ "306/612"; with more than the rail has room for, the percent that is surely reached."""
    if total < 1000:
        return f"{done}/{total}" if total else ""
    return f"{done * 100 // total}\u00a0%"
