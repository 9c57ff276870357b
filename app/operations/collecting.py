"""Taking submissions in: verified, checked against the framework held here, recomputed, and shown on a board."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Any

from app.bundles.manifest import Kind
from app.bundles.reading import ReceivedBundle, RefusedBundle
from app.bundles.streaming import told_of_sink
from app.bundles.trust import Light, Verdict
from app.domain import canonical, codec, contents, results
from app.domain.agency import Agency
from app.domain.assessment import Answers, check_response
from app.domain.changes import Changes, changed
from app.domain.changes import Kind as Changed
from app.domain.contents import Link, SubmissionContent
from app.domain.framework import Framework
from app.domain.results import Score
from app.errors import AppError
from app.operations import bundling, correcting, trusting
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import assessments, campaigns, frameworks, people, submissions
from app.storage.assessments import Evidence
from app.storage.campaigns import Part, Role
from app.storage.evidence_store import Stored
from app.storage.submissions import CONFLICTING, CURRENT, HISTORY, Submission


class Outcome(StrEnum):
    """What became of one file."""

    RECEIVED = "received"
    ALREADY = "already"
    OLDER = "older"
    CONFLICTING = "conflicting"
    OTHER_KIND = "other_kind"  # a sound file of the loop, but no submission
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Taken:
    """One file of a drop: what became of it, whose it is, the verdict, and why it was refused."""

    path: Path
    outcome: Outcome
    agency: str = ""
    name: str = ""
    verdict: Verdict | None = None
    error: AppError | None = None
    total: Fraction | None = None
    differing: int = 0


@dataclass(frozen=True, slots=True)
class Drop:
    """All files of one drop."""

    changes: Changes
    files: tuple[Taken, ...]

    def count(self, outcome: Outcome) -> int:
        """How many files ended so."""
        return sum(1 for item in self.files if item.outcome is outcome)

    def other_kinds(self) -> list[str]:
        """The kinds of bundle that came among the submissions, each once."""
        other = [item.error for item in self.files if item.outcome is Outcome.OTHER_KIND]
        return sorted({str(error.details["kind"]) for error in other if error is not None})


def import_paths(workspace: Workspace, part_id: str, paths: Sequence[Path], progress: Progress = SILENT) -> Drop:
    """Takes in every submission among files and folders; one bad file never stops the others.

    Each file is one transaction of its own: what was received stays when the rest is cancelled.
    """
    with workspace.session():
        part = campaigns.part(part_id)
    if part.role is not Role.AUTHORITY:
        raise AppError("part.not_authority")
    files = list(bundling.bundle_files(paths, progress))
    if not files:
        raise AppError("collect.nothing_found")
    taken = []
    for at, path in enumerate(files):
        progress.step(at, len(files))
        taken.append(_take(workspace, part, path))
        _remember(workspace, part, taken[-1])
    progress.step(len(files), len(files))
    return Drop(changed(Changed.SUBMISSIONS, Changed.APPRAISALS, Changed.RANKING), tuple(taken))


def _take(workspace: Workspace, part: Part, path: Path) -> Taken:
    received = None
    try:
        other = _other_kind(part, path)
        if other is not None:
            return other
        received = bundling.read(workspace, path, Kind.SUBMISSION)
        return _receive(workspace, part, path, received)
    except RefusedBundle as refused:
        sender = refused.verdict.sender
        code, name = (sender.code, sender.name) if sender is not None else ("", "")
        return Taken(path, Outcome.REFUSED, code, name, refused.verdict, refused)
    except AppError as error:
        verdict = received.verdict if received is not None else None
        sender = received.envelope.sender if received is not None else None
        code, name = (sender.code, sender.name) if sender is not None else ("", "")
        return Taken(path, Outcome.REFUSED, code, name, verdict, error)
    finally:
        if received is not None:
            _clear(received)


def _other_kind(part: Part, path: Path) -> Taken | None:
    """A campaign, feedback or result among the submissions: told what it is, and whether it is the authority's own."""
    claimed = bundling.inspect(path).envelope
    if claimed is None or claimed.kind is Kind.SUBMISSION:
        return None
    sender, kind = claimed.sender, claimed.kind.value
    error = AppError("bundle.other_kind", kind=kind, wanted=Kind.SUBMISSION.value)
    if sender.code == part.campaign.authority.code:
        error = AppError("collect.own_bundle", kind=kind)
    return Taken(path, Outcome.OTHER_KIND, sender.code, sender.name, error=error)


def _remember(workspace: Workspace, part: Part, taken: Taken) -> None:
    """The first moment at which a file that could not be read came from an agency; forgotten once one was received."""
    if taken.outcome is Outcome.OTHER_KIND:
        return
    with workspace.transaction():
        known = refusals(part.id)
        if taken.error is None:
            known.pop(taken.agency, None)
        else:
            workspace.note(
                "submission.refused", part=part.id, subject=taken.agency, field=taken.path.name, after=taken.error.code
            )
            broken = taken.verdict is not None and taken.verdict.light is Light.INVALID
            if broken and part.campaign.agency(taken.agency) is not None:
                known.setdefault(taken.agency, workspace.now())
        people.set_setting(f"refused:{part.id}", json.dumps(known))


def refusals(part_id: str) -> dict[str, str]:
    """Agencies whose files could not be read so far, with the first moment one came (inside a session)."""
    return dict(json.loads(people.setting(f"refused:{part_id}") or "{}"))


def _clear(received: ReceivedBundle) -> None:
    """Copies that were not taken into the store go."""
    for piece in received.evidence:
        if piece.path is not None:
            piece.path.unlink(missing_ok=True)


def _receive(workspace: Workspace, part: Part, path: Path, received: ReceivedBundle) -> Taken:
    agency, framework = _addressed(workspace, part, received)
    content = bundling.content_of(received, SubmissionContent)
    _check_content(framework, content)
    score = results.score(framework, Answers(responses=content.responses, profile=agency.profile))
    differing = contents.differing_claims(content.claims, score)
    digest = received.verdict.content_digest or ""
    with workspace.session():
        carried = correcting.on_present_version(part, agency, framework.digest, content)
    counts = score
    if carried.framework is not framework:
        counts = results.score(carried.framework, Answers(responses=carried.content.responses, profile=agency.profile))
    told = (path, agency.code, agency.name, received.verdict, counts, differing)
    with workspace.session():
        if submissions.find_bundle(part.id, digest, bundling.IN) is not None:
            return _taken(Outcome.ALREADY, *told)
    with workspace.copies_kept(piece.digest for piece in received.evidence):
        for piece in received.evidence:
            if piece.path is not None:
                with told_of_sink(workspace.evidence.incoming):
                    workspace.evidence.take(piece.path, piece.digest)
        with workspace.transaction():
            outcome = _keep(workspace, part, path, received, content, framework, counts, differing)
    return _taken(outcome, *told)


def _taken(
    outcome: Outcome, path: Path, code: str, name: str, verdict: Verdict, score: Score, differing: tuple[str, ...]
) -> Taken:
    return Taken(path, outcome, code, name, verdict, None, score.total, len(differing))


def _addressed(workspace: Workspace, part: Part, received: ReceivedBundle) -> tuple[Agency, Framework]:
    """Whose submission it is and the framework held here for it; raises why it does not belong here."""
    envelope = received.envelope
    own = part.campaign
    if envelope.campaign.id != own.id:
        raise AppError("bundle.other_campaign", campaign=envelope.campaign.title)
    if envelope.receiver is not None and envelope.receiver.code != own.authority.code:
        told = {"receiver": envelope.receiver.name, "authority": own.authority.name, "sender": envelope.sender.name}
        raise AppError("bundle.other_receiver", **told)
    agency = own.agency(envelope.sender.code)
    if agency is None:
        raise AppError("bundle.unknown_agency", sender=envelope.sender.name, agency=envelope.sender.code)
    named = envelope.frameworks[0]
    if own.version_of(agency, named.digest) is None:
        new = own.reference(agency).version
        raise AppError("framework.older_version", agency=agency.name, old=named.version, new=new)
    with workspace.session():
        return agency, frameworks.get(named.digest)


def _check_content(framework: Framework, content: SubmissionContent) -> None:
    """Inputs, codes and links against the framework held here, before anything is stored."""
    wrong: list[AppError] = []
    for node, response in content.responses.items():
        place = framework.index.places.get(node)
        wrong += (
            [AppError("answers.unknown_node", node=node)]
            if place is None
            else check_response(framework, place, response)
        )
    links: list[Link] = [link for item in content.files for link in item.links]
    links += [link for item in content.citations for link in item.links]
    wrong += [
        AppError("answers.unknown_node", node=link.node) for link in links if link.node not in framework.index.places
    ]
    if wrong:
        raise AppError("bundle.content_malformed", path=str(wrong[0]))


def _keep(
    workspace: Workspace,
    part: Part,
    path: Path,
    received: ReceivedBundle,
    content: SubmissionContent,
    framework: Framework,
    score: Score,
    differing: tuple[str, ...],
) -> Outcome:
    envelope = received.envelope
    assert envelope.revision is not None
    assert envelope.round is not None
    known = submissions.submissions(part.id, envelope.sender.code)
    outcome, state = _place(known, envelope.revision.number, envelope.round)
    if outcome is Outcome.RECEIVED:
        _set_states(known, CURRENT, HISTORY)
    if outcome is Outcome.CONFLICTING:
        same = [item for item in known if item.revision_number == envelope.revision.number]
        for item in same:
            submissions.set_submission(item.id, state=CONFLICTING)
    submission_id = workspace.new_id()
    bundle_id = bundling.keep_received(workspace, part, received, path)
    submissions.add_submission(
        Submission(
            id=submission_id,
            part=part.id,
            bundle=bundle_id,
            agency=envelope.sender.code,
            round=envelope.round,
            revision_number=envelope.revision.number,
            revision_id=envelope.revision.id,
            content_digest=received.verdict.content_digest or "",
            framework=framework.digest,
            state=state,
            content=canonical.encode(codec.to_json(content)).decode("utf-8"),
            received_at=workspace.now(),
            received_note="",
            total=score.total,
            differing=differing,
        )
    )
    _keep_evidence(workspace, submission_id, content)
    workspace.note("submission.received", part=part.id, subject=envelope.sender.code, after=str(outcome))
    return outcome


def _place(known: Sequence[Submission], number: int, round_: int) -> tuple[Outcome, str]:
    """Where a submission stands among those already here; the order of import never decides between two."""
    if any(item.revision_number == number for item in known):
        return Outcome.CONFLICTING, CONFLICTING
    if any((item.round, item.revision_number) > (round_, number) for item in known):
        return Outcome.OLDER, HISTORY
    return Outcome.RECEIVED, CURRENT


def _set_states(known: Iterable[Submission], old: str, new: str) -> None:
    for item in known:
        if item.state == old:
            submissions.set_submission(item.id, state=new)


def _keep_evidence(workspace: Workspace, owner: str, content: SubmissionContent) -> None:
    for file in content.files:
        assessments.add_file(Stored(file.digest, file.ext, file.size), workspace.now())
        assessments.add_evidence(
            owner,
            Evidence(workspace.new_id(), file.name, file.digest, file.ext, file.size, file.citation, file.links),
        )
    for cited in content.citations:
        assessments.add_evidence(owner, Evidence(workspace.new_id(), "", "", "", 0, cited.citation, cited.links))


def choose(workspace: Workspace, part_id: str, submission_id: str, reason: str) -> Changes:
    """Settles which of two different submissions with one number counts; the other becomes history.

    Raises `AppError("submission.no_reason")`.
    """
    if not reason.strip():
        raise AppError("submission.no_reason")
    with workspace.transaction():
        known = submissions.submissions(part_id)
        chosen = next(item for item in known if item.id == submission_id)
        same = [item for item in known if item.agency == chosen.agency]
        _set_states(same, CONFLICTING, HISTORY)
        _set_states(same, CURRENT, HISTORY)
        submissions.set_submission(submission_id, state=CURRENT, received_note=reason.strip())
        workspace.note("submission.chosen", part=part_id, subject=chosen.agency, after=reason.strip())
    return changed(Changed.SUBMISSIONS, Changed.APPRAISALS, Changed.RANKING)


def set_received_at(workspace: Workspace, submission_id: str, part_id: str, at: datetime, note: str) -> Changes:
    """Sets the time of receipt that counts, with the reason; raises `AppError("submission.no_reason")`."""
    if not note.strip():
        raise AppError("submission.no_reason")
    with workspace.transaction():
        told = at.isoformat(timespec="seconds")
        submissions.set_submission(submission_id, received_at=told, received_note=note.strip())
        workspace.note("submission.received_at", part=part_id, subject=submission_id, field=note.strip(), after=told)
    return changed(Changed.SUBMISSIONS)


# The board ---------------------------------------------------------------------------------------------------------


class BoardState(StrEnum):
    """What the board says of an agency, in the order in which it needs a person."""

    CONFLICTING = "conflicting"
    OTHER_KEY = "other_key"
    FIRST_SEEN = "first_seen"
    UNREADABLE = "unreadable"  # something came that could not be read; nothing that can
    RECEIVED = "received"
    NOT_RECEIVED = "not_received"


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One agency on the board. Lights are None where nothing came; `seal` is judged by the keys accepted by now.

    `is_late`: received after its last day; `differing`: how many claimed points are not what is computed here.
    """

    agency: Agency
    state: BoardState
    integrity: Light | None
    seal: Light | None
    people: Light | None
    round: int | None
    revision_number: int | None
    received_at: str
    is_late: bool
    total: Fraction | None
    differing: tuple[str, ...]
    check_code: str
    spki: str
    submission: str
    content_digest: str
    versions: int


def board(workspace: Workspace, part_id: str) -> tuple[BoardRow, ...]:
    """Every agency of the campaign in its order, with what was received of it."""
    with workspace.session():
        part = campaigns.part(part_id)
        received = submissions.submissions(part_id)
        verdicts = {item.id: json.loads(item.verdict) for item in submissions.bundles(part_id, bundling.IN)}
        pins = trusting.open_pins()
        refused = refusals(part_id)
    by_agency: dict[str, list[Submission]] = {}
    for item in received:
        by_agency.setdefault(item.agency, []).append(item)
    return tuple(
        _board_row(part, agency, by_agency.get(agency.code, []), verdicts, pins, refused.get(agency.code, ""))
        for agency in part.campaign.agencies
    )


def _board_row(
    part: Part,
    agency: Agency,
    received: Sequence[Submission],
    verdicts: Mapping[str, Mapping[str, Any]],
    pins: Mapping[tuple[str, str], str],
    refused_at: str,
) -> BoardRow:
    counted = [item for item in received if item.state in (CURRENT, CONFLICTING)]
    if not counted:
        nothing = (None, None, None, None, "", False, None, (), "", "", "", "", len(received))
        if refused_at:
            return BoardRow(agency, BoardState.UNREADABLE, Light.INVALID, *nothing)
        return BoardRow(agency, BoardState.NOT_RECEIVED, None, *nothing)
    newest = counted[0]
    verdict = verdicts[newest.bundle]
    seal, state = _seal_now(agency, newest, str(verdict.get("spki") or ""), pins)
    people = verdict["lights"]["people"]
    return BoardRow(
        agency=agency,
        state=state,
        integrity=Light(verdict["lights"]["integrity"]),
        seal=seal,
        people=None if people is None else Light(people),
        round=newest.round,
        revision_number=newest.revision_number,
        received_at=newest.received_at,
        is_late=_is_late(part, agency, newest),
        total=newest.total,
        differing=newest.differing,
        check_code=str(verdict.get("check_code") or ""),
        spki=str(verdict.get("spki") or ""),
        submission=newest.id,
        content_digest=newest.content_digest,
        versions=len(received),
    )


def _seal_now(
    agency: Agency, newest: Submission, spki: str, pins: Mapping[tuple[str, str], str]
) -> tuple[Light, BoardState]:
    """The seal's light by the keys accepted by now, and the state it brings."""
    pinned = pins.get((agency.code, Role.AGENCY.value))
    if pinned == spki:
        light, state = Light.VALID, BoardState.RECEIVED
    else:
        light, state = Light.UNKNOWN, BoardState.OTHER_KEY if pinned else BoardState.FIRST_SEEN
    return light, BoardState.CONFLICTING if newest.state == CONFLICTING else state


def _is_late(part: Part, agency: Agency, item: Submission) -> bool:
    at = datetime.fromisoformat(item.received_at)
    if agency.extended_to is not None:
        return at.date() > agency.extended_to
    deadline = part.campaign.round(item.round).deadline
    return deadline is not None and bool(deadline.is_late(at, agency.inspection_day))
