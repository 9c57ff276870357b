"""From answers to a sealed file: freeze, reopen, seal and export, and what became of it."""

from dataclasses import dataclass
from dataclasses import replace as replace_fields
from pathlib import Path

from app.bundles.manifest import Kind, Role
from app.bundles.writing import Written
from app.domain import canonical, codec, contents, text
from app.domain.agency import Person
from app.domain.changes import Changes, changed
from app.domain.changes import Kind as Changed
from app.domain.contents import CitationItem, Confirmation, Figures, FileItem, SubmissionContent
from app.errors import AppError
from app.operations import bundling
from app.operations.commune import assessing, reporting, reviewing
from app.operations.commune.assessing import DRAFT, View
from app.operations.commune.reviewing import Severity
from app.operations.keeping import backing_up
from app.operations.trust import heard, receipted, trusting
from app.operations.trust.receipted import EXPORTED as EXPORTED
from app.operations.trust.receipted import RECEIVED as RECEIVED
from app.operations.trust.receipted import RETURNED as RETURNED
from app.operations.trust.receipted import SENT as SENT
from app.operations.trust.receipted import WITHDRAWN as WITHDRAWN
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import assessments, campaigns, people, submissions
from app.storage.assessments import Revision as Revision
from app.storage.campaigns import Part

FROZEN, SUPERSEDED = "frozen", "superseded"


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
    _check_brought_back(workspace, seen)
    must = [issue for issue in reviewing.review(workspace, part_id) if issue.severity is Severity.MUST]
    if must:
        raise AppError("submission.not_ready", count=len(must))
    now = workspace.now()
    confirmation = Confirmation(name=leader.strip(), title=title.strip(), at=now)
    content = _content(workspace, seen, confirmation, note)
    with workspace.session():
        earlier = assessments.revisions(part_id)
        replaced = _replaced(part_id, earlier, seen.round)
        answers = bundling.answered(part_id) if seen.round > 1 else None
    revision = Revision(
        id=workspace.new_id(),
        number=seen.revision_number + 1,
        round=seen.round,
        state=FROZEN,
        content=canonical.encode(codec.to_json(content)).decode("utf-8"),
        confirmed_by=f"{leader.strip()}, {title.strip()}".strip(", "),
        frozen_at=now,
        content_digest=None,
        replaces=replaced,
        answers=answers,
        reason="",
    )
    revision = reporting.fixed(workspace, seen, revision)
    with backing_up.beforehand(workspace), workspace.copies_kept([revision.report]), workspace.transaction():
        assessments.add_revision(part_id, revision, workspace.acting.name if workspace.acting else "")
        campaigns.set_assessment(part_id, state=FROZEN, revision_number=revision.number)
        workspace.note("submission.frozen", part=part_id, subject=revision.id, after=str(revision.number))
    return Frozen(changed(Changed.ASSESSMENT), revision)


def _check_brought_back(workspace: Workspace, seen: View) -> None:
    """Work that was brought back must not go out on a guess: neither its period nor the number that comes next."""
    authority = seen.part.campaign.authority.name
    if not seen.part.campaign.period.title:
        raise AppError("recover.campaign_needed", authority=authority)
    with workspace.session():
        is_published = bool(heard.results(seen.part.id))
    if is_published and not seen.revision_number:
        raise AppError("recover.number_needed", authority=authority)


def printed_as(part: Part, leader: str, title: str) -> tuple[str, ...]:
    """The lines of the leader's block on the report, the name last (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7)."""
    from app.reports import names

    signer = names.signer(part.name, leader, title)
    return (*signer.lines, signer.name)


def _replaced(part_id: str, earlier: tuple[Revision, ...], round_: int) -> str | None:
    """The content digest of the revision of this round that went out before, if any (inside a session)."""
    out = receipted.exported(part_id)
    return next((item.content_digest for item in earlier if item.round == round_ and item.content_digest in out), None)


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
        campaign=replace_fields(seen.part.campaign, agencies=(agency,)),
    )


def reopen(workspace: Workspace, part_id: str, reason: str) -> Changes:
    """Opens the answers again for the next revision, which names this one if it went out.

    What was only frozen is set aside; what went out is withdrawn until a receipt is in, after that being replaced.
    Raises `AppError("submission.no_reason")`.
    """
    with workspace.transaction():
        newest = current(part_id)
        if newest is None or newest.state not in _OUT:
            return _open_again(workspace, part_id, newest, SUPERSEDED, reason, "submission.reopened")
        if receipted.is_receipted(part_id, newest.content_digest):
            return replace(workspace, part_id, reason)
        return withdraw(workspace, part_id, reason)


def withdraw(workspace: Workspace, part_id: str, reason: str) -> Changes:
    """Takes back what went out: possible until a receipt under the accepted key is in. The next revision names it.

    Raises `AppError("submission.no_reason")`, "submission.not_exported", "submission.receipt_in".
    """
    with workspace.transaction():
        newest = _gone_out(part_id)
        if receipted.is_receipted(part_id, newest.content_digest):
            raise AppError("submission.receipt_in", number=newest.number)
        return _open_again(workspace, part_id, newest, WITHDRAWN, reason, "submission.withdrawn")


def replace(workspace: Workspace, part_id: str, reason: str) -> Changes:
    """Opens the answers for a revision that replaces the one sent, which counts until the new one is taken.

    Free until the deadline; after it the authority consents or not. Raises `AppError("submission.no_reason")`,
    "submission.not_exported".
    """
    with workspace.transaction():
        newest = _gone_out(part_id)
        return _open_again(workspace, part_id, newest, newest.state, reason, "submission.being_replaced")


def close_again(workspace: Workspace, part_id: str) -> Changes:
    """Takes the last reopening back while nothing was changed since: what was withdrawn stands as exported again, what
    was only frozen as frozen, what was being replaced as it was.

    Raises `AppError("submission.not_reopened")`: nothing is open, or the authority has acted meanwhile;
    "submission.changed_since".
    """
    with workspace.transaction():
        newest, status = current(part_id), campaigns.assessment(part_id)
        if newest is None or status.state != DRAFT or status.round != newest.round or newest.state == RETURNED:
            raise AppError("submission.not_reopened")
        if is_changed(workspace, part_id, newest):
            raise AppError("submission.changed_since", number=newest.number)
        state = {WITHDRAWN: EXPORTED, SUPERSEDED: FROZEN}.get(newest.state, newest.state)
        assessments.set_revision(newest.id, state=state, reason="")
        campaigns.set_assessment(part_id, state=state)
        receipted.settle(campaigns.part(part_id))
        workspace.note("submission.closed_again", part=part_id, subject=newest.id, after=str(newest.number))
    return changed(Changed.ASSESSMENT)


def is_changed(workspace: Workspace, part_id: str, revision: Revision) -> bool:
    """Whether answers, evidence or the framework are others than those that were frozen (inside a session)."""
    seen, told = assessing.view(workspace, part_id), reporting.content(revision)
    now = _content(workspace, seen, Confirmation(name="", title="", at=""), "")
    if (now.responses, now.claims) != (told.responses, told.claims):
        return True
    pairs = ((now.files, told.files), (now.citations, told.citations))
    return any(sorted(map(repr, ours)) != sorted(map(repr, theirs)) for ours, theirs in pairs)


_OUT = (EXPORTED, SENT, RECEIVED)


def _gone_out(part_id: str) -> Revision:
    newest = current(part_id)
    if newest is None or newest.state not in _OUT:
        raise AppError("submission.not_exported")
    return newest


def _open_again(
    workspace: Workspace, part_id: str, newest: Revision | None, state: str, reason: str, action: str
) -> Changes:
    if not reason.strip():
        raise AppError("submission.no_reason")
    if newest is not None and newest.state in (FROZEN, *_OUT) and state != newest.state:
        assessments.set_revision(newest.id, state=state, reason=reason.strip())
    campaigns.set_assessment(part_id, state=DRAFT)
    workspace.note(action, part=part_id, subject=newest.id if newest else "", after=reason.strip())
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
    workspace: Workspace,
    part_id: str,
    folder: Path,
    passphrase: str,
    progress: Progress = SILENT,
    *,
    is_encrypted: bool = False,
) -> Exported:
    """Seals the frozen revision into one file in `folder`; verified after writing. The same revision may go out again.

    `is_encrypted`: for the road, to the authority's accepted key. Raises `AppError("submission.not_frozen")`,
    "passphrase.wrong", "encryption.no_key", "disk.full", "medium.gone" …; nothing half-written stays behind.
    """
    with workspace.session():
        part = campaigns.part(part_id)
        revision = current(part_id)
        seen = assessing.view(workspace, part_id)
    if revision is None or seen.is_draft:
        raise AppError("submission.not_frozen")
    key = trusting.unlock(workspace, part, passphrase)
    target = folder / suggested_name(part, revision)
    revision = reporting.kept(workspace, seen, revision)
    said, page = reporting.said(workspace, seen, revision), reporting.signed_page(workspace, revision)
    recipient = bundling.recipient_for(workspace, part.campaign.authority.code, Role.AUTHORITY) if is_encrypted else ""
    target = bundling.named(target, recipient)
    report = reporting.report(workspace, revision)
    with backing_up.beforehand(workspace):
        written = bundling.write_sealed(workspace, target, said, report, key, progress, page, recipient)
        with workspace.transaction():
            if revision.state == FROZEN:
                assessments.set_revision(revision.id, state=EXPORTED, content_digest=written.content_digest)
                campaigns.set_assessment(part_id, state=EXPORTED)
            bundling.keep_written(workspace, part, said.envelope, written, target)
            receipted.settle(part)
            remember_folder(part_id, folder)
            workspace.note("submission.exported", part=part_id, subject=revision.id, after=written.content_digest)
    return Exported(changed(Changed.ASSESSMENT), target, written, key.check_code)


def _folder_key(part_id: str) -> str:
    return f"export_folder:{part_id}"


def remember_folder(part_id: str, folder: Path) -> None:
    """Where the last file of a part was written (inside a transaction)."""
    people.set_setting(_folder_key(part_id), str(folder))


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
        written = submissions.bundles(part_id, submissions.OUT, Kind.SUBMISSION.value)
    return tuple(SentFile(item.at, item.file_name, item.size, item.content_digest) for item in written)


def evidence_size(revision: Revision) -> int:
    """How many bytes of evidence go with a revision: nearly all of its file."""
    content = canonical.decode(revision.content.encode("utf-8"))
    assert isinstance(content, dict)
    return sum(item["size"] for item in content.get("files", []))


def print_report(workspace: Workspace, part_id: str, target: Path) -> Path:
    """Writes the report of the newest revision as PDF for reading, with the signatures it bears by now."""
    with workspace.session():
        revision = current(part_id)
        seen = assessing.view(workspace, part_id)
    if revision is None:
        raise AppError("submission.not_frozen")
    revision = reporting.kept(workspace, seen, revision)
    return bundling.write_file(target, reporting.report(workspace, revision))


def mark_sent(workspace: Workspace, part_id: str) -> Changes:
    """The person says that the file went out."""
    return _move_on(workspace, part_id, SENT, "submission.sent", "")


def mark_received(workspace: Workspace, part_id: str, note: str) -> Changes:
    """Received according to somebody's word: no receipt came, and none is waited for for ever."""
    return _move_on(workspace, part_id, RECEIVED, "submission.received_by_word", note)


def _move_on(workspace: Workspace, part_id: str, state: str, action: str, note: str) -> Changes:
    with workspace.transaction():
        revision = current(part_id)
        if revision is None or revision.state == FROZEN:
            raise AppError("submission.not_frozen")
        if revision.state not in (EXPORTED, SENT):
            return Changes()
        assessments.set_revision(revision.id, state=state, reason=note)
        campaigns.set_assessment(part_id, state=state)
        workspace.note(action, part=part_id, subject=revision.id, after=note)
    return changed(Changed.ASSESSMENT)


def figures(revision: Revision) -> Figures:
    """The five numbers a revision was frozen with."""
    content = codec.from_json(SubmissionContent, canonical.decode(revision.content.encode("utf-8")))
    return content.figures
