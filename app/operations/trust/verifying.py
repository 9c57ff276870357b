"""What was found of a file when it came in, shown as found then; found again later beside it, never in its place."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from app.bundles import names, skeleton
from app.bundles.medium import unreadable
from app.bundles.people.found import People
from app.bundles.refusal import Refused
from app.bundles.trust import Light, Verdict
from app.errors import AppError
from app.operations import bundling
from app.operations.trust import evidence_signatures, rebuilding, trusting
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import campaigns, submissions, trust_store
from app.storage.submissions import Bundle
from app.storage.trust_store import LaterVerdict

_SAME = timedelta(hours=1)  # judging large lists takes its time
MAX_SIGNED = 64 << 20  # bytes of an evidence PDF whose signatures are looked at
_BYTE_RANGE = b"/ByteRange"
Told = tuple[str, Mapping[str, Any]]  # a reason's code with its values


@dataclass(frozen=True, slots=True)
class Found:
    """One finding on a file: the lights, the reasons' codes with their values, the people, as of when, by whom.

    `judged_at`: the moment it was judged for; `at`: when that was done (both ISO times). `check_code` and digests are
    of the seal and the content.
    """

    integrity: Light
    seal: Light
    people: Light | None
    reasons: tuple[Told, ...]
    signed: People | None
    check_code: str
    content_digest: str
    seal_digest: str
    judged_at: str
    at: str
    by: str
    program: str = ""

    @property
    def lights(self) -> tuple[Light, Light, Light | None]:
        return self.integrity, self.seal, self.people


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found of one file, the first one first; where it came from and what it is.

    `sender`: the name of `agency` in the campaign, else the one claimed. `file_id` "": a file only looked at.
    """

    file_id: str
    file_name: str
    kind: str
    agency: str
    size: int
    received_at: str
    all: tuple[Found, ...]
    sender: str = ""

    @property
    def first(self) -> Found:
        return self.all[0]

    @property
    def latest(self) -> Found:
        return self.all[-1]


def findings(workspace: Workspace, file_id: str) -> Findings:
    """Everything found of a file that came in, by its id; raises `AppError("bundle.not_kept")`."""
    with workspace.session():
        item = _bundle(file_id)
        later = trust_store.later_verdicts(item.id)
        sender = _name(item)
    first = _found(json.loads(item.verdict), item.at, item.at, item.by)
    again = tuple(_found(json.loads(each.found), each.judged_at, each.at, each.by) for each in later)
    return Findings(
        item.id, item.file_name, item.kind, item.agency, item.size, item.at, (first, *again), sender
    )  # fmt: skip


def _name(item: Bundle) -> str:
    """The name of who sent it, as the campaign has it."""
    campaign = campaigns.part(item.part).campaign
    agency = campaign.agency(item.agency)
    if agency is not None:
        return agency.name
    return campaign.authority.name if campaign.authority.code == item.agency else item.agency


def newest(workspace: Workspace, part_id: str, kind: str) -> Findings | None:
    """The findings on the newest file of a kind that came in, None while there is none."""
    with workspace.session():
        found = submissions.bundles(part_id, submissions.IN, kind)
    return findings(workspace, found[0].id) if found else None


def of_submission(workspace: Workspace, part_id: str, submission_id: str) -> Findings:
    """The findings on the file a submission came in; raises `AppError("submission.not_received")`."""
    with workspace.session():
        found = next((each for each in submissions.submissions(part_id) if each.id == submission_id), None)
    if found is None:
        raise AppError("submission.not_received", agency=submission_id)
    return findings(workspace, found.bundle)


def _bundle(file_id: str) -> Bundle:
    found = submissions.find(file_id)
    if found is None or found.direction != submissions.IN:
        raise AppError("bundle.not_kept", file=file_id)
    return found


def _found(told: Mapping[str, Any], judged_at: str, at: str, by: str) -> Found:
    lights = told.get("lights") or {}
    people = told.get("people")
    return Found(
        Light(lights.get("integrity") or Light.VALID),
        Light(lights.get("seal") or Light.UNKNOWN),
        Light(lights["people"]) if lights.get("people") else None,
        tuple((each["code"], each.get("values") or {}) for each in told.get("reasons", ())),
        People.from_json(people) if people else None,
        told.get("check_code") or "",
        told.get("content_digest") or "",
        told.get("seal_digest") or "",
        judged_at,
        at,
        by,
        told.get("software") or "",
    )


def people_now(first: Mapping[str, Any], later: Sequence[LaterVerdict]) -> Light | None:
    """The third light that counts now: as found first, or as found again since with more at hand.

    What was found as of another day is told and changes nothing: the lists of that day are not those of today. A later
    lack of grounds takes nothing back: what was VALID stays so until it is found INVALID.
    """
    light = _people_light(first)
    for each in later:
        again = _people_light(json.loads(each.found))
        is_of_then = abs(datetime.fromisoformat(each.at) - datetime.fromisoformat(each.judged_at)) <= _SAME
        if is_of_then and not (light is Light.VALID and again is Light.UNKNOWN):
            light = again
    return light


def _people_light(told: Mapping[str, Any]) -> Light | None:
    people = (told.get("lights") or {}).get("people")
    return Light(people) if people else None


def verify_again(
    workspace: Workspace, part_id: str, file_id: str, at: datetime | None = None, progress: Progress = SILENT
) -> Verdict:
    """Judges a file that came in once more, with what is trusted now, as of `at` (now), and keeps that finding too.

    `file_id` or the beginning of it, or of the content digest.

    Raises `AppError("bundle.not_kept")`, "evidence.changed" where its evidence is gone.
    """
    moment = at or workspace.clock()
    item = rebuilding.find(workspace, part_id, file_id)
    verdict = rebuilding.verify_again(workspace, part_id, item.id, moment, progress)
    first = json.loads(item.verdict).get("people")
    for reason in People.from_json(first).reasons if first else ():
        if reason.code == "report.other_points":  # found when it was scored, which the reader of bundles does not do
            verdict = verdict.with_other_points(reason)
    told = json.dumps(bundling.told_of(verdict), ensure_ascii=False)
    by = workspace.acting.name if workspace.acting else ""
    with workspace.transaction():
        kept = LaterVerdict(told, moment.isoformat(timespec="seconds"), workspace.now(), by)
        trust_store.add_later_verdict(item.id, kept)
        workspace.note("bundle.verified_again", part=part_id, subject=item.id, after=verdict.light.value)
    return verdict


def verify_file(workspace: Workspace, path: Path, progress: Progress = SILENT) -> Verdict:
    """The verdict on any file, with what is trusted here; nothing is kept."""
    return bundling.verify(path, trusting.policy(workspace), workspace.clock(), progress)


def look_at(workspace: Workspace, path: Path, progress: Progress = SILENT) -> Findings:
    """What is found of any file now, to be shown; nothing is kept. Raises `AppError("file.unreadable")`."""
    verdict = verify_file(workspace, path, progress)
    now, sender = workspace.now(), verdict.sender
    by = workspace.acting.name if workspace.acting else ""
    found = _found(bundling.told_of(verdict), now, now, by)
    kind = verdict.kind.value if verdict.kind else ""
    code, claimed = (sender.code, sender.name) if sender else ("", "")
    return Findings("", path.name, kind, code, path.stat().st_size, "", (found,), claimed)


def pictures(workspace: Workspace, file_id: str, page: int) -> tuple[bytes, bytes]:
    """A page of a received report as it was when it was first signed and as it came, as PNG files.

    Raises `AppError("bundle.not_kept")`, "report.unreadable".
    """
    from app.bundles.people import judging  # reads signatures: half a second that no start has

    with workspace.session():
        item = _bundle(file_id)
    assert item.skeleton is not None
    try:
        return judging.before_and_after(skeleton.entry_of(item.skeleton, names.REPORT), page)
    except Refused as refused:
        raise AppError("report.unreadable") from refused


def signatures_in(workspace: Workspace, path: Path) -> People:
    """What is found now of the signatures in any PDF; nothing is kept. Raises `AppError("file.unreadable")`."""
    try:
        path.open("rb").close()
    except OSError as error:
        raise unreadable(path, error) from error
    return evidence_signatures.judged(path, trusting.policy(workspace), workspace.clock())[0]


# Evidence that is itself signed ------------------------------------------------------------------------------------


def signatures_of(workspace: Workspace, digest: str) -> People | None:
    """What was found of the signatures on a piece of evidence when it was first looked at; None: nobody signed it.

    Looks now, and keeps what it finds, where nobody did before; a file that its reader did not survive is looked at
    again the next time. Only PDFs of at most 64 MB are looked at.
    """
    with workspace.session():
        told = trust_store.checked_file(digest)
    if told is not None:
        return _signed(told)
    path = workspace.evidence.path(digest)
    if not _may_be_signed(path):
        return None
    found, survived = evidence_signatures.judged(path, trusting.policy(workspace), workspace.clock())
    if not survived:
        return found
    told = json.dumps(found.to_json(), ensure_ascii=False)
    with workspace.transaction():
        trust_store.add_checked_file(digest, told, workspace.now(), workspace.acting.name if workspace.acting else "")
    return _signed(told)


def _may_be_signed(path: Path) -> bool:
    """Whether a file begins as a PDF and names the bytes of a signature: none stands inside a compressed object."""
    last = b""
    try:
        with path.open("rb") as file:
            if path.stat().st_size > MAX_SIGNED or file.read(5) != b"%PDF-":
                return False
            while piece := file.read(1 << 20):
                if _BYTE_RANGE in last + piece:
                    return True
                last = piece[-len(_BYTE_RANGE) :]
    except OSError:
        return False
    return False


def _signed(told: str) -> People | None:
    found = People.from_json(json.loads(told))
    return None if found.light is None else found
