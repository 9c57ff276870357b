"""Evidence that comes behind its figures: volumes in any order, twice, late or never; the time of part 1 stands.

What counts is whether the files that part 1 lists are here, whichever file brought them. A volume that comes before
its part 1 is kept aside; whose key sealed it does not matter, since it can bring in only what part 1 lists. Of how
many there are is believed only under the key of part 1, or one accepted for the agency.
"""

import datetime
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.bundles.manifest import Part as SentPart
from app.bundles.manifest import Role
from app.bundles.reading import ReceivedBundle
from app.bundles.streaming import told_of_sink
from app.domain.agency import Agency
from app.domain.assessment import Citation
from app.domain.moments import in_vietnam
from app.errors import AppError
from app.operations import bundling
from app.operations.workspace import Workspace
from app.storage import assessments, keys, submissions
from app.storage import volumes as kept
from app.storage.assessments import Evidence
from app.storage.campaigns import Part
from app.storage.evidence_store import Stored
from app.storage.submissions import Submission
from app.storage.volumes import KeptVolume

Listed = tuple[str, int]  # digest, size in bytes: what a file is called is its sender's affair


class Arrival(StrEnum):
    """What became of a volume."""

    TAKEN = "taken"
    ASIDE = "aside"  # its figures are not here yet
    ALREADY = "already"


def take(workspace: Workspace, part: Part, path: Path, received: ReceivedBundle) -> Arrival:
    """Takes a volume in, or keeps it aside until its part 1 comes.

    Raises `AppError("evidence.not_listed")` when it carries a file that part 1 does not list, "volume.other_agency"
    when the submission it names is another agency's.
    """
    told, sender = received.envelope.part, received.envelope.sender.code
    assert told is not None
    named = told.submission or ""
    with workspace.session():
        known = submissions.find_bundle(part.id, received.verdict.content_digest or "", submissions.IN)
        if known is not None and known.skeleton is not None:  # else it was let go, and is judged once more
            return Arrival.ALREADY
        owner = submissions.with_digest(part.id, named)
        listed = _listed(assessments.evidence(owner.id)) if owner is not None else set()
    if owner is not None:
        if owner.agency != sender:
            raise AppError("volume.other_agency", sender=received.envelope.sender.name)
        _check_listed({(piece.digest, piece.size) for piece in received.evidence}, listed)
    with stored(workspace, received), workspace.transaction():
        bundle = bundling.keep_received(workspace, part, received, path, volume_of=named)
        kept.arrived(piece.digest for piece in received.evidence)
        if owner is None:
            _keep_aside(workspace, bundle, received)
        workspace.note("volume.received", part=part.id, subject=sender, field=path.name, after=named)
    return Arrival.TAKEN if owner is not None else Arrival.ASIDE


def complete(workspace: Workspace, part: Part, path: Path, received: ReceivedBundle) -> bool:
    """Takes the evidence of a whole submission whose figures are here already; whether any of it was awaited."""
    digest = received.verdict.content_digest or ""
    with workspace.session():
        owner = submissions.with_digest(part.id, digest)
        awaited = kept.awaited(part.id).get(owner.id, set()) if owner is not None else set()
    if not any(piece.digest in awaited and not workspace.evidence.holds(piece.digest) for piece in received.evidence):
        return False
    with stored(workspace, received), workspace.transaction():
        bundling.keep_received(workspace, part, received, path, volume_of=digest)
        kept.arrived(piece.digest for piece in received.evidence)
        sender = received.envelope.sender.code
        workspace.note("volume.received", part=part.id, subject=sender, field=path.name, after=digest)
    return True


def begin(workspace: Workspace, part: Part, submission_id: str, agency: str, digest: str) -> None:
    """Remembers which files of a submission just recorded are awaited, and takes up what was kept aside for it.

    What was kept aside and carries anything the submission does not list is let go as a whole (inside a transaction).
    """
    listed = _listed(assessments.evidence(submission_id))
    for volume in kept.volumes(part.id, submissions.IN):
        held = _listed(assessments.evidence(volume.bundle))
        if volume.volume_of != digest or not held:
            continue
        kept.set_free(volume.bundle)
        if volume.agency != agency or held - listed:
            kept.disown(volume.bundle)
            assessments.drop_unused_files()  # their bytes go at the next start
            workspace.note("volume.refused", part=part.id, subject=agency, field=volume.bundle, after=digest)
    here = {file for file, _ in listed if workspace.evidence.holds(file)}
    kept.arrived(here)
    kept.add_awaited(submission_id, (file for file, _ in listed if file not in here))


@contextmanager
def stored(workspace: Workspace, received: ReceivedBundle) -> Iterator[None]:
    """The evidence of a received file in the store for what happens inside; gone again where that fails."""
    with workspace.copies_kept(piece.digest for piece in received.evidence):
        with told_of_sink(workspace.evidence.incoming):
            workspace.evidence.take_all((piece.path, piece.digest) for piece in received.evidence if piece.path)
        yield


@dataclass(frozen=True, slots=True)
class InParts:
    """How far a submission that travels in parts has come.

    `volumes`: of how many the sender spoke, `numbers` which of them came; `awaited` of `files` are still to come.
    `last_day`: until when volumes may follow; `is_late`: one came after it, or is awaited beyond it.
    """

    volumes: int
    numbers: tuple[int, ...]
    files: int
    awaited: int
    last_day: datetime.date
    is_late: bool

    @property
    def here(self) -> int:
        """How many volumes came."""
        return len(self.numbers)

    @property
    def is_complete(self) -> bool:
        """Whether every file is here, whatever brought it."""
        return self.awaited == 0


def standing(
    workspace: Workspace, part: Part, received: Sequence[Submission], envelopes: Mapping[str, str]
) -> dict[str, InParts]:
    """By submission, those of `received` whose part 1 came (inside a session); `envelopes` by bundle, as JSON."""
    awaited = kept.awaited(part.id)
    came: dict[str, list[KeptVolume]] = {}
    for volume in kept.volumes(part.id, submissions.IN):
        came.setdefault(volume.volume_of, []).append(volume)
    found = {}
    for item in received:
        first, agency = _part_of(envelopes[item.bundle]), part.campaign.agency(item.agency)
        if first is None or agency is None:
            continue
        found[item.id] = _in_parts(
            workspace, part, agency, item, first, came.get(item.content_digest, []), awaited.get(item.id, ())
        )
    return found


def aside(workspace: Workspace, part: Part) -> dict[str, int]:
    """How many volumes wait for their part 1, by agency (inside a session)."""
    found: dict[str, int] = {}
    for volume in kept.volumes(part.id, submissions.IN):
        if assessments.evidence(volume.bundle):
            found[volume.agency] = found.get(volume.agency, 0) + 1
    return found


def _in_parts(
    workspace: Workspace,
    part: Part,
    agency: Agency,
    item: Submission,
    first: SentPart,
    came: Sequence[KeptVolume],
    awaited: Collection[str],
) -> InParts:
    believed = {_sealed_by(submissions.judged(item.bundle)[0]), keys.accepted().get((agency.code, Role.AGENCY.value))}
    came = [volume for volume in came if _sealed_by(volume.verdict) in believed]
    told = [each for each in (_part_of(volume.envelope) for volume in came) if each is not None]
    volumes = told[-1].volumes if told else first.volumes  # it may have been split again, by another size
    left = [digest for digest in awaited if not workspace.evidence.holds(digest)]
    last = _last_day(part, agency, item)
    moments = [datetime.datetime.fromisoformat(volume.at) for volume in came]
    latest = workspace.clock() if left else max(moments, default=None)
    return InParts(
        volumes=volumes,
        numbers=tuple(sorted({each.volume for each in told if each.volumes == volumes})),
        files=len({digest for digest, _ in _listed(assessments.evidence(item.id))}),
        awaited=len(left),
        last_day=last,
        is_late=latest is not None and in_vietnam(latest).date() > last,
    )


def _sealed_by(verdict: str) -> str:
    """The digest of the key that sealed a file, as its verdict tells."""
    return str(json.loads(verdict).get("spki") or "")


def _last_day(part: Part, agency: Agency, item: Submission) -> datetime.date:
    """So many days after the figures as the campaign says, and never before the last day of the round."""
    at = in_vietnam(datetime.datetime.fromisoformat(item.received_at)).date()
    round_ = part.campaign.round(item.round)
    days = [at + datetime.timedelta(days=round_.evidence_days)]
    if agency.extended_to is not None:
        days.append(agency.extended_to)
    elif round_.deadline is not None:
        days.append(round_.deadline.last_day(agency.inspection_day) or at)
    return max(days)


def _part_of(envelope: str) -> SentPart | None:
    told = json.loads(envelope).get("part")
    return None if told is None else SentPart(told["volume"], told["volumes"], told["submission"])


def _listed(evidence: Sequence[Evidence]) -> set[Listed]:
    return {(piece.digest, piece.size) for piece in evidence if piece.digest}


def _check_listed(carried: set[Listed], listed: set[Listed]) -> None:
    if carried - listed:
        raise AppError("evidence.not_listed", count=len(carried - listed))


def _keep_aside(workspace: Workspace, bundle: str, received: ReceivedBundle) -> None:
    for piece in received.evidence:
        assessments.add_file(Stored(piece.digest, piece.ext, piece.size), workspace.now())
        item = Evidence(workspace.new_id(), "", piece.digest, piece.ext, piece.size, Citation(), ())
        assessments.add_evidence(bundle, item)
