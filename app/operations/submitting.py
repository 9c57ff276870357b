"""From answers to a sealed file: freeze, reopen, seal and export, and what became of it."""

from dataclasses import dataclass
from pathlib import Path

from app import VERSION
from app.bundles.manifest import CampaignRef, Envelope, FrameworkRef, Kind, RevisionRef, Role, Sender
from app.bundles.writing import EvidenceFile, Written, write_bundle
from app.domain import canonical, codec, contents, framework, text
from app.domain.agency import Person
from app.domain.changes import Changes, changed
from app.domain.changes import Kind as Changed
from app.domain.contents import CitationItem, Confirmation, Figures, FileItem, SubmissionContent
from app.errors import AppError
from app.operations import assessing, bundling, campaigning, evidencing, reviewing, trusting
from app.operations.assessing import DRAFT, View
from app.operations.reviewing import Severity
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import assessments, campaigns, people, submissions
from app.storage.assessments import Revision as Revision
from app.storage.campaigns import Part

FROZEN, EXPORTED, SENT, RECEIVED, RETURNED, SUPERSEDED = (
    "frozen",
    "exported",
    "sent",
    "received",
    "returned",
    "superseded",
)


@dataclass(frozen=True, slots=True)
class Frozen:
    """A frozen revision as shown: its content is fixed, its report can be printed, it waits to be sealed."""

    changes: Changes
    revision: Revision


def freeze(workspace: Workspace, part_id: str, leader: str, title: str, note: str = "") -> Frozen:
    """Fixes the figures as the next revision, confirmed by a named leader.

    Raises `AppError("submission.not_ready", count=…)` while something must be mended first, "submission.no_leader",
    "assessment.closed".
    """
    seen = assessing.view(workspace, part_id)
    if not seen.is_draft:
        raise AppError("assessment.closed")
    if not leader.strip():
        raise AppError("submission.no_leader")
    must = [issue for issue in reviewing.review(workspace, part_id) if issue.severity is Severity.MUST]
    if must:
        raise AppError("submission.not_ready", count=len(must))
    now = workspace.now()
    confirmation = Confirmation(name=leader.strip(), title=title.strip(), at=now)
    content = _content(workspace, seen, confirmation, note)
    with workspace.transaction():
        earlier = assessments.revisions(part_id)
        revision = Revision(
            id=workspace.new_id(),
            number=seen.revision_number + 1,
            round=seen.round,
            state=FROZEN,
            content=canonical.encode(codec.to_json(content)).decode("utf-8"),
            confirmed_by=f"{leader.strip()}, {title.strip()}".strip(", "),
            frozen_at=now,
            content_digest=None,
            replaces=_replaced(earlier, seen.round),
            answers=bundling.answered(part_id) if seen.round > 1 else None,
            reason="",
        )
        assessments.add_revision(part_id, revision, workspace.acting.name if workspace.acting else "")
        campaigns.set_assessment(part_id, state=FROZEN, revision_number=revision.number)
        workspace.note("submission.frozen", part=part_id, subject=revision.id, after=str(revision.number))
    return Frozen(changed(Changed.ASSESSMENT), revision)


def printed_as(part: Part, leader: str, title: str) -> tuple[str, ...]:
    """The lines of the leader's block on the report, the name last (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7)."""
    from app.reports import names

    signer = names.signer(part.name, leader, title)
    return (*signer.lines, signer.name)


def _replaced(earlier: tuple[Revision, ...], round_: int) -> str | None:
    """The content digest of the revision of this round that went out before, if any."""
    return next((item.content_digest for item in earlier if item.round == round_ and item.content_digest), None)


def _content(workspace: Workspace, seen: View, confirmation: Confirmation, note: str) -> SubmissionContent:
    agency = seen.part.campaign.agency(seen.part.agency)
    assert agency is not None
    nobody = Person(id="", name="")
    return SubmissionContent(
        responses=dict(seen.answers.responses),
        files=tuple(
            FileItem(
                digest=piece.digest,
                ext=piece.ext,
                size=piece.size,
                name=piece.name,
                citation=piece.citation,
                links=piece.links,
            )
            for piece in seen.proving
            if piece.digest
        ),
        citations=tuple(
            CitationItem(citation=piece.citation, links=piece.links) for piece in seen.proving if not piece.digest
        ),
        claims=contents.claims_of(seen.score),
        figures=contents.figures_of(seen.score),
        focal=workspace.acting or nobody,
        contact=agency.contact,
        confirmation=confirmation,
        note=note,
    )


def reopen(workspace: Workspace, part_id: str, reason: str) -> Changes:
    """Opens the answers again; what was frozen stays as it is and counts until a later revision replaces it.

    Raises `AppError("submission.no_reason")`.
    """
    if not reason.strip():
        raise AppError("submission.no_reason")
    with workspace.transaction():
        newest = current(part_id)
        if newest is not None and newest.state == FROZEN:
            assessments.set_revision(newest.id, state=SUPERSEDED, reason=reason.strip())
        campaigns.set_assessment(part_id, state=DRAFT)
        workspace.note("submission.reopened", part=part_id, after=reason.strip())
    return changed(Changed.ASSESSMENT)


def current(part_id: str) -> Revision | None:
    """The newest revision of a part (inside a session)."""
    known = assessments.revisions(part_id)
    return known[0] if known else None


def revisions(workspace: Workspace, part_id: str) -> tuple[Revision, ...]:
    """All revisions of a part, newest first."""
    with workspace.session():
        return assessments.revisions(part_id)


# The file ----------------------------------------------------------------------------------------------------------


def suggested_name(part: Part, revision: Revision) -> str:
    """A file name that can be read aloud: ``XaHoaBinh_DTI2026_Lan1_Ban2.thuocso``."""
    name = text.file_name_piece(part.name)
    title = text.file_name_piece(part.campaign.title, 24)
    return f"{name}_{title}_Lan{revision.round}_Ban{revision.number}.thuocso"


@dataclass(frozen=True, slots=True)
class Exported:
    """The file that was written and verified: where, its digests and size in bytes, and the code to compare."""

    changes: Changes
    path: Path
    written: Written
    check_code: str


def seal_and_export(
    workspace: Workspace, part_id: str, folder: Path, passphrase: str, progress: Progress = SILENT
) -> Exported:
    """Seals the frozen revision into one file in `folder`; verified after writing. The same revision may go out again.

    Raises `AppError("submission.not_frozen")`, "passphrase.wrong", "disk.full", "medium.gone" …; nothing half-written
    stays behind.
    """
    with workspace.session():
        part = campaigns.part(part_id)
        revision = current(part_id)
        seen = assessing.view(workspace, part_id)
    if revision is None or seen.is_draft:
        raise AppError("submission.not_frozen")
    key = trusting.unlock(workspace, part, passphrase)
    target = folder / suggested_name(part, revision)
    content = canonical.decode(revision.content.encode("utf-8"))
    envelope = _envelope(part, seen, revision)
    written = write_bundle(
        target,
        envelope,
        canonical.encode(framework.to_json(seen.framework)),
        content,
        _evidence(workspace, content),
        lambda content_digest: report(seen, revision, content_digest),
        key,
        progress=progress,
    )
    with workspace.transaction():
        if revision.state == FROZEN:
            assessments.set_revision(revision.id, state=EXPORTED, content_digest=written.content_digest)
            campaigns.set_assessment(part_id, state=EXPORTED)
        bundling.keep_written(workspace, part, envelope, written, target)
        people.set_setting(_folder_key(part_id), str(folder))
        workspace.note("submission.exported", part=part_id, subject=revision.id, after=written.content_digest)
    return Exported(changed(Changed.ASSESSMENT), target, written, key.check_code)


def _folder_key(part_id: str) -> str:
    return f"export_folder:{part_id}"


def last_folder(workspace: Workspace, part_id: str) -> Path | None:
    """Where the last file of a part was written, None before the first."""
    with workspace.session():
        told = people.setting(_folder_key(part_id))
    return Path(told) if told else None


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file of a submission as it was written: when (ISO time), its name, size in bytes and content digest."""

    at: str
    file_name: str
    size: int
    content_digest: str


def exports(workspace: Workspace, part_id: str) -> tuple[SentFile, ...]:
    """The files written for a part, newest first."""
    with workspace.session():
        written = submissions.bundles(part_id, bundling.OUT, Kind.SUBMISSION.value)
    return tuple(SentFile(item.at, item.file_name, item.size, item.content_digest) for item in written)


def evidence_size(revision: Revision) -> int:
    """How many bytes of evidence go with a revision: nearly all of its file."""
    content = canonical.decode(revision.content.encode("utf-8"))
    assert isinstance(content, dict)
    return sum(item["size"] for item in content.get("files", []))


def _envelope(part: Part, seen: View, revision: Revision) -> Envelope:
    """Fixed by the frozen revision alone, so that exporting again says the very same."""
    value = seen.framework
    return Envelope(
        kind=Kind.SUBMISSION,
        id=revision.id,
        sender=Sender(part.agency, part.name, Role.AGENCY),
        receiver=campaigning.receiver_of(part),
        campaign=CampaignRef(part.campaign.id, part.campaign.revision, part.campaign.title),
        frameworks=(FrameworkRef(value.id, value.version, value.digest),),
        claimed_time=revision.frozen_at,
        software=VERSION,
        round=revision.round,
        revision=RevisionRef(revision.number, revision.id),
        answers=revision.answers,
        replaces=revision.replaces,
    )


def _evidence(workspace: Workspace, content: object) -> list[EvidenceFile]:
    assert isinstance(content, dict)
    files = {item["digest"]: item for item in content.get("files", [])}
    return [
        EvidenceFile(digest, item["size"], item["ext"], evidencing.evidence_path(workspace, digest))
        for digest, item in sorted(files.items())
    ]


def report(seen: View, revision: Revision, content_digest: str) -> bytes:
    """The self-assessment report of a frozen revision as PDF."""
    from app.reports import self_assessment

    content = codec.from_json(SubmissionContent, canonical.decode(revision.content.encode("utf-8")))
    return self_assessment.render(
        seen.framework,
        seen.part.campaign,
        seen.part.agency,
        content,
        number=revision.number,
        round_=revision.round,
        content_digest=content_digest,
    )


def print_report(workspace: Workspace, part_id: str, target: Path) -> Path:
    """Writes the report of the newest revision as PDF for reading; before export it bears no digest yet."""
    with workspace.session():
        revision = current(part_id)
        seen = assessing.view(workspace, part_id)
    if revision is None:
        raise AppError("submission.not_frozen")
    return bundling.write_file(target, report(seen, revision, revision.content_digest or ""))


def mark_sent(workspace: Workspace, part_id: str) -> Changes:
    """The person says that the file went out."""
    return _move_on(workspace, part_id, SENT, "submission.sent", "")


def mark_received(workspace: Workspace, part_id: str, note: str) -> Changes:
    """Received according to somebody's word: no receipt came, and none is waited for for ever."""
    return _move_on(workspace, part_id, RECEIVED, "submission.received_by_word", note)


def _move_on(workspace: Workspace, part_id: str, state: str, action: str, note: str) -> Changes:
    with workspace.transaction():
        revision = current(part_id)
        if revision is None or revision.content_digest is None:
            raise AppError("submission.not_frozen")
        assessments.set_revision(revision.id, state=state, reason=note)
        campaigns.set_assessment(part_id, state=state)
        workspace.note(action, part=part_id, subject=revision.id, after=note)
    return changed(Changed.ASSESSMENT)


def figures(revision: Revision) -> Figures:
    """The five numbers a revision was frozen with."""
    content = codec.from_json(SubmissionContent, canonical.decode(revision.content.encode("utf-8")))
    return content.figures
