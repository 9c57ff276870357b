"""The paper of a frozen revision: what it says is fixed at freezing, printed once and kept, the same bytes for ever."""

from dataclasses import replace

from app import VERSION
from app.bundles import envelope as envelopes
from app.bundles import names, writing
from app.bundles.manifest import CampaignRef, Envelope, FrameworkRef, Kind, RevisionRef, Role, Sender, bundle_json
from app.bundles.refusal import Refused
from app.bundles.report_pdf import embed_manifest
from app.bundles.writing import EvidenceFile
from app.domain import canonical, codec, framework
from app.domain.contents import Confirmation, SubmissionContent
from app.domain.framework import Framework
from app.errors import AppError
from app.operations.authority import campaigning
from app.operations.commune import evidencing
from app.operations.commune.assessing import View
from app.operations.trust import trusting
from app.operations.workspace import Workspace
from app.storage import assessments, frameworks, submissions
from app.storage.assessments import Revision


def fixed(workspace: Workspace, seen: View, revision: Revision) -> Revision:
    """`revision` with its envelope fixed and its report printed and in the store: for one that is being frozen.

    Nothing is recorded; the caller keeps the report with `Workspace.copies_kept`.
    """
    said = revision.envelope or bundle_json(_envelope(workspace, seen, revision), ()).decode("utf-8")
    made = replace(revision, envelope=said)
    return replace(made, report=_store(workspace, _printed(workspace, seen, made)))


def renewed(workspace: Workspace, seen: View, revision: Revision) -> Revision:
    """`revision` with a report printed anew: who signs it has changed, what it says has not."""
    return replace(revision, report=_store(workspace, _printed(workspace, seen, revision)))


def kept(workspace: Workspace, seen: View, revision: Revision) -> Revision:
    """`revision` with its report; made and recorded now for one that an earlier release froze."""
    if revision.report and revision.envelope:
        return revision
    with workspace.session():
        sent = _sent(seen.part.id, revision)
    made = fixed(workspace, seen, replace(revision, envelope=revision.envelope or sent))
    with workspace.copies_kept([made.report]), workspace.transaction():
        assessments.set_revision(revision.id, report=made.report, envelope=made.envelope)
    return made


def said(workspace: Workspace, seen: View, revision: Revision) -> writing.Frozen:
    """What the revision says, as it is sealed: the envelope, framework and content of when it was frozen."""
    head = _head(revision.envelope) or _envelope(workspace, seen, revision)
    told = canonical.decode(revision.content.encode("utf-8"))
    body = canonical.encode(framework.to_json(_framework(workspace, seen, head)))
    return writing.freeze(head, body, told, _evidence(workspace, told))


def content(revision: Revision) -> SubmissionContent:
    """What the revision says, as a value."""
    return codec.from_json(SubmissionContent, canonical.decode(revision.content.encode("utf-8")))


def frozen_report(workspace: Workspace, revision: Revision) -> bytes:
    """The report as printed at freezing; raises `AppError("signed_pdf.report_gone")` when it is not in the store."""
    return _read(workspace, revision.report)


def report(workspace: Workspace, revision: Revision) -> bytes:
    """The report that goes into the sealed file: the signed one if there is one."""
    return _read(workspace, revision.signed_report or revision.report)


def signed_page(workspace: Workspace, revision: Revision) -> tuple[str, bytes] | None:
    """The scan of the print signed in ink as (extension, bytes)."""
    if not revision.signed_page:
        return None
    data = _read(workspace, revision.signed_page)
    return scan_type(data), data


def scan_kind(workspace: Workspace, revision: Revision) -> str:
    """ "pdf", "jpg" or "png" when a scan is kept, else ""."""
    return scan_type(_read(workspace, revision.signed_page, 16)) if revision.signed_page else ""


def scan_type(data: bytes) -> str:
    """ "pdf", "jpg" or "png" by the first bytes; "" for anything else."""
    signs = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png"}
    found = next((kind for sign, kind in signs.items() if data.startswith(sign)), "")
    return found if found in names.SIGNED_PAGE_TYPES else ""


# How it is done ----------------------------------------------------------------------------------------------------


def _printed(workspace: Workspace, seen: View, revision: Revision) -> bytes:
    from app.reports import self_assessment, signing_page

    frozen = said(workspace, seen, revision)
    told = content(revision)
    name, _, title = revision.signer.partition("\n")
    confirmed = told.confirmation or Confirmation(name="", title="", at=revision.frozen_at)
    made = self_assessment.lay_out(
        _framework(workspace, seen, frozen.envelope),
        seen.part.campaign,
        seen.part.agency,
        told,
        number=revision.number,
        round_=revision.round,
        content_digest=frozen.content_digest,
        signer=replace(confirmed, name=name, title=title) if revision.signer else None,
    )
    return embed_manifest(made.pdf, frozen.manifest, signing_page.fields(made.areas))


def _envelope(workspace: Workspace, seen: View, revision: Revision) -> Envelope:
    part, value = seen.part, seen.framework
    key = trusting.own_key(workspace, part)
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
        key=key.spki if key is not None else None,
    )


def _head(text: str) -> Envelope | None:
    try:
        return envelopes.read_envelope(text.encode("utf-8"))[0] if text else None
    except Refused:  # of a release that wrote it otherwise
        return None


def _sent(part_id: str, revision: Revision) -> str:
    """The envelope under which an earlier release sent this revision, so that it goes out as the very same again."""
    written = submissions.bundles(part_id, submissions.OUT, Kind.SUBMISSION.value)
    of_it = (item for item in written if revision.content_digest and item.content_digest == revision.content_digest)
    return next((item.envelope for item in of_it if _head(item.envelope) is not None), "")


def _framework(workspace: Workspace, seen: View, head: Envelope) -> Framework:
    """The framework the envelope names, which need not be the one in use now."""
    digest = head.frameworks[0].digest
    if digest == seen.framework.digest:
        return seen.framework
    with workspace.session():
        return frameworks.get(digest)


def _evidence(workspace: Workspace, content: object) -> list[EvidenceFile]:
    assert isinstance(content, dict)
    files = {item["digest"]: item for item in content.get("files", [])}
    return [
        EvidenceFile(digest, item["size"], item["ext"], evidencing.evidence_path(workspace, digest))
        for digest, item in sorted(files.items())
    ]


def _store(workspace: Workspace, data: bytes) -> str:
    return workspace.evidence.keep(data, names.REPORT)


def _read(workspace: Workspace, digest: str, most: int = -1) -> bytes:
    try:
        with workspace.evidence.path(digest).open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise AppError("signed_pdf.report_gone") from error
