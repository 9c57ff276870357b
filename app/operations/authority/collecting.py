"""Taking submissions in: verified, checked against the framework held here, recomputed, and shown on a board."""

import dataclasses
import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from app.bundles.manifest import Kind
from app.bundles.reading import ReceivedBundle, RefusedBundle
from app.bundles.trust import Light, Reason, Verdict
from app.domain import canonical, codec, contents, results, text
from app.domain.agency import Agency
from app.domain.assessment import Answers, check_response
from app.domain.changes import Changes, changed
from app.domain.changes import Kind as Changed
from app.domain.contents import Link, SubmissionContent
from app.domain.framework import Framework
from app.domain.receiving import Place
from app.domain.results import Score
from app.errors import AppError
from app.operations import bundling
from app.operations.authority import correcting, parts_receiving, ruling
from app.operations.authority.board import BoardRow as BoardRow
from app.operations.authority.board import BoardState as BoardState
from app.operations.authority.board import Refusal, keep_refusals, refusals
from app.operations.authority.board import board as board
from app.operations.authority.parts_receiving import Arrival
from app.operations.authority.reading_ahead import Ahead, clear, reading_ahead
from app.operations.trust import registering, trusting
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import assessments, campaigns, frameworks, keys, submissions
from app.storage.assessments import Evidence
from app.storage.campaigns import Part, Role
from app.storage.evidence_store import Stored
from app.storage.submissions import Submission
from app.wording import word


class Outcome(StrEnum):
    """What became of one file."""

    RECEIVED = "received"
    ALREADY = "already"
    SIGNED = "signed"  # the same content, now with people's signatures
    OLDER = "older"
    CONFLICTING = "conflicting"
    WAITING = "waiting"  # a replacement after the deadline: taken by consent only
    OTHER_KEY = "other_key"  # under another key than the accepted one, whose submission goes on counting
    BAD_SIGNATURE = "bad_signature"  # a person's signature does not hold: kept for comparison, counts when signed again
    REGISTERED = "registered"  # no submission: an agency reported that it has the campaign
    VOLUME = "volume"  # evidence of a submission whose figures are here
    ASIDE = "aside"  # evidence of one whose figures are not here yet
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

    @property
    def file_name(self) -> str:
        """The file's name as it is shown and kept, however a disk writes its accents."""
        return text.nfc(self.path.name)


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


def import_paths(
    workspace: Workspace, part_id: str, paths: Sequence[Path], progress: Progress = SILENT, *, passphrase: str = ""
) -> Drop:
    """Takes in every submission among files and folders; one bad file never stops the others.

    Each file is one transaction of its own: what was received stays when the rest is cancelled. `passphrase` is that
    of our key, for encrypted files; without it they are refused with "encrypted.passphrase_needed".
    """
    with workspace.session():
        part = campaigns.part(part_id)
    if part.role is not Role.AUTHORITY:
        raise AppError("part.not_authority")
    files = list(bundling.bundle_files(paths, progress))
    if not files:
        raise AppError("collect.nothing_found")
    taken = []
    opener = bundling.Opener(workspace, (part,), passphrase)
    now = workspace.now()  # of the whole drop: which of its files is read first says nothing
    trust = trusting.policy(workspace)  # nothing that comes in changes it: keys are accepted by people
    with workspace.session(), reading_ahead(workspace, files, trust) as ahead:  # one connection for all
        for at, path in enumerate(files):
            progress.step(at, len(files))
            taken.append(_take(workspace, part, path, now, opener, ahead))
            _remember(workspace, part, taken[-1])
    progress.step(len(files), len(files))
    kinds = (Changed.SUBMISSIONS, Changed.APPRAISALS, Changed.RANKING, Changed.KEYS)
    return Drop(changed(*kinds), tuple(taken))


def _take(workspace: Workspace, part: Part, path: Path, at: str, opener: bundling.Opener, ahead: Ahead) -> Taken:
    received = None
    try:
        received = ahead.next()
        if received is None:
            with opener.opened(path) as plain:
                other = _other_kind(workspace, part, plain)
                if other is not None:
                    return dataclasses.replace(other, path=path)
                received = bundling.read(workspace, plain, Kind.SUBMISSION)
        return _receive(workspace, part, path, received, at)
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
            clear(received)


def _other_kind(workspace: Workspace, part: Part, path: Path) -> Taken | None:
    """What is no submission: a registration is taken in, any other is told what it is and whether it is our own."""
    claimed = bundling.inspect(path).envelope
    if claimed is None or claimed.kind is Kind.SUBMISSION:
        return None
    if claimed.kind is Kind.REGISTRATION:
        arrival = registering.take(workspace, part, path)
        outcome = Outcome.REGISTERED if arrival.is_new else Outcome.ALREADY
        return Taken(path, outcome, arrival.agency.code, arrival.agency.name, arrival.verdict)
    sender, kind = claimed.sender, claimed.kind.value
    error = AppError("bundle.other_kind", kind=kind, wanted=Kind.SUBMISSION.value)
    if sender.code == part.campaign.authority.code:
        error = AppError("collect.own_bundle", kind=kind)
    return Taken(path, Outcome.OTHER_KIND, sender.code, sender.name, error=error)


def _remember(workspace: Workspace, part: Part, taken: Taken) -> None:
    """The first moment at which a file that could not be read came from an agency; forgotten once one was received."""
    if (taken.error is None and taken.total is None) or taken.outcome is Outcome.OTHER_KIND:
        return  # what is no submission says nothing of one
    with workspace.session():
        if taken.error is None and taken.agency not in refusals(part.id):
            return
    with workspace.transaction():
        known = dict(refusals(part.id))
        if taken.error is None:
            known.pop(taken.agency, None)
        else:
            workspace.note(
                "submission.refused", part=part.id, subject=taken.agency, field=taken.file_name, after=taken.error.code
            )
            broken = taken.verdict is not None and taken.verdict.light is Light.INVALID
            if broken and part.campaign.agency(taken.agency) is not None:
                known.setdefault(taken.agency, Refusal(workspace.now(), taken.file_name, taken.error.code))
        keep_refusals(part.id, known)


def _receive(workspace: Workspace, part: Part, path: Path, received: ReceivedBundle, at: str) -> Taken:
    agency, framework = _addressed(workspace, part, received)
    if received.envelope.is_volume:
        outcome = _VOLUMES[parts_receiving.take(workspace, part, path, received)]
        return Taken(path, outcome, agency.code, agency.name, received.verdict)
    content = bundling.content_of(received, SubmissionContent)
    check_content(framework, content)
    score = results.score(framework, Answers(responses=content.responses, profile=agency.profile))
    differing = contents.differing_claims(content.claims, score)
    received = _with_other_points(received, framework, content, score, differing)
    digest = received.verdict.content_digest or ""
    with workspace.session():
        carried = correcting.on_present_version(part, agency, framework.digest, content)
    counts = score
    if carried.framework is not framework:
        counts = results.score(carried.framework, Answers(responses=carried.content.responses, profile=agency.profile))
    told = (path, agency.code, agency.name, received.verdict, counts, differing)
    with workspace.session():
        is_here = submissions.find_bundle(part.id, digest, submissions.IN) is not None
    if is_here:
        is_awaited = parts_receiving.complete(workspace, part, path, received)
        if not is_awaited and _is_better_copy(workspace, part, received, at):
            _keep_signed(workspace, part, path, received)
            return _taken(Outcome.SIGNED, *told)
        return _taken(Outcome.VOLUME if is_awaited else Outcome.ALREADY, *told)
    with parts_receiving.stored(workspace, received), workspace.transaction():
        outcome = _keep(workspace, part, path, received, at, content, framework, counts, differing)
    return _taken(outcome, *told)


def _with_other_points(
    received: ReceivedBundle, framework: Framework, content: SubmissionContent, score: Score, differing: Sequence[str]
) -> ReceivedBundle:
    """What is recorded of a paper, which prints what is claimed, says where the claims are not what is found here."""
    nodes = (framework.index.places[id_].node for id_ in differing)
    names = [node.code or node.title for node in nodes]
    names += [word("figure.total")] * contents.has_other_figures(content, score)
    if not names:
        return received
    told = {"count": len(names), "criteria": ", ".join(names[:10])}
    verdict = received.verdict.with_other_points(Reason("report.other_points", ", ".join(differing), told))
    return dataclasses.replace(received, verdict=verdict)


_SIGNED_BEST = (Light.VALID, Light.UNKNOWN, None, Light.INVALID)
"""Of two copies that say the same the better signed one stands."""


def _is_better_copy(workspace: Workspace, part: Part, received: ReceivedBundle, at: str) -> bool:
    """Whether what is here already came now under the accepted key, which it did not, or no worse sealed with people's
    signatures it lacked, or with better ones."""
    with workspace.session():
        held = [each for each in submissions.submissions(part.id) if each.content_digest == _digest(received)]
        kept = submissions.bundle(held[0].bundle) if held else None
        pins = keys.pins()
    if kept is None:
        return False
    verdict, sender = json.loads(kept.verdict) if kept.verdict else {}, received.envelope.sender.code
    seals = ((verdict.get("spki") or "", kept.at), (_spki(received), at))
    was_other, is_other = (
        trusting.key_standing(pins, sender, Role.AGENCY.value, spki, came).is_other for spki, came in seals
    )
    if was_other != is_other or kept.seal_digest == received.verdict.seal_digest:
        return was_other and not is_other
    before = verdict.get("people") or {}
    now = received.verdict.people
    is_signed = now is not None and bool(now.signatures or received.signed_page)
    light = Light(before["light"]) if before.get("light") and before.get("signatures") else None
    return _SIGNED_BEST.index(now.light if is_signed and now else None) < _SIGNED_BEST.index(light)


def _digest(received: ReceivedBundle) -> str:
    return received.verdict.content_digest or ""


def _spki(received: ReceivedBundle) -> str:
    return received.verdict.spki_sha256 or ""


def _keep_signed(workspace: Workspace, part: Part, path: Path, received: ReceivedBundle) -> None:
    """The better copy stands for the submission; the one received before is kept beside it."""
    with workspace.transaction():
        bundle_id = bundling.keep_received(workspace, part, received, path)
        for held in submissions.submissions(part.id, received.envelope.sender.code):
            if held.content_digest == _digest(received):
                submissions.set_submission(held.id, bundle=bundle_id)
        agency = received.envelope.sender.code
        ruling.settle(part, agency)
        workspace.note("submission.signed_copy", part=part.id, subject=agency, after=_digest(received))


_VOLUMES = {
    Arrival.TAKEN: Outcome.VOLUME,
    Arrival.ASIDE: Outcome.ASIDE,
    Arrival.ALREADY: Outcome.ALREADY,
}


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
    assert envelope.round is not None
    if not _is_open(workspace, part, agency, envelope.round):
        told = {"sender": envelope.sender.name, "round": str(envelope.round), "rounds": str(len(own.rounds))}
        raise AppError("bundle.no_such_round", **told)
    named = envelope.frameworks[0]
    if own.version_of(agency, named.digest) is None:
        new = own.reference(agency).version
        raise AppError("framework.older_version", agency=agency.name, old=named.version, new=new)
    with workspace.session():
        held = frameworks.get(named.digest)
    if (named.id, named.version) != (held.id, held.version):
        told = {"told": f"{named.id} {named.version}", "held": f"{held.id} {held.version}"}
        raise AppError("framework.named_otherwise", agency=agency.name, **told)
    return agency, held


def _is_open(workspace: Workspace, part: Part, agency: Agency, round_: int) -> bool:
    """Whether the campaign has this round, or what was sent back to the agency opened it beyond the last."""
    if any(item.number == round_ for item in part.campaign.rounds):
        return True
    with workspace.session():
        return any(told.number == round_ - 1 for told in submissions.feedback(part.id, agency.code))


def check_content(framework: Framework, content: SubmissionContent) -> None:
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
    at: str,
    content: SubmissionContent,
    framework: Framework,
    score: Score,
    differing: tuple[str, ...],
) -> Outcome:
    envelope = received.envelope
    assert envelope.revision is not None
    assert envelope.round is not None
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
            state=Place.HISTORY.value,
            content=canonical.encode(codec.to_json(dataclasses.replace(content, campaign=None))).decode("utf-8"),
            received_at=at,
            received_note="",
            total=score.total,
            differing=differing,
        )
    )
    _keep_evidence(workspace, submission_id, content)
    digest = received.verdict.content_digest or ""
    parts_receiving.begin(workspace, part, submission_id, envelope.sender.code, digest)
    place = ruling.settle(part, envelope.sender.code)[submission_id]
    key = trusting.key_standing(keys.pins(), envelope.sender.code, Role.AGENCY.value, _spki(received), at)
    outcome = Outcome.OTHER_KEY if place is Place.WAITING and key.is_other else _OUTCOMES[place]
    workspace.note("submission.received", part=part.id, subject=envelope.sender.code, after=str(outcome))
    return outcome


_OUTCOMES = {
    Place.CURRENT: Outcome.RECEIVED,
    Place.RETURNED: Outcome.RECEIVED,
    Place.HISTORY: Outcome.OLDER,
    Place.CONFLICTING: Outcome.CONFLICTING,
    Place.WAITING: Outcome.WAITING,
    Place.BAD_SIGNATURE: Outcome.BAD_SIGNATURE,
}


def _keep_evidence(workspace: Workspace, owner: str, content: SubmissionContent) -> None:
    for file in content.files:
        assessments.add_file(Stored(file.digest, file.ext, file.size), workspace.now())
        assessments.add_evidence(
            owner,
            Evidence(workspace.new_id(), file.name, file.digest, file.ext, file.size, file.citation, file.links),
        )
    for cited in content.citations:
        assessments.add_evidence(owner, Evidence(workspace.new_id(), "", "", "", 0, cited.citation, cited.links))
