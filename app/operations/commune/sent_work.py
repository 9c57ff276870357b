"""One submission of ours opened again, and put back where it came from: campaign, revision, answers, evidence."""

from contextlib import ExitStack
from dataclasses import dataclass, replace

from app.bundles import report_pdf
from app.bundles.manifest import Kind, bundle_json
from app.bundles.reading import ReceivedBundle
from app.domain import canonical
from app.domain.agency import Agency, Authority
from app.domain.assessment import EvidenceLevel
from app.domain.campaign import Campaign, FrameworkReference, Period, Round
from app.domain.contents import CitationItem, FileItem, SubmissionContent
from app.domain.framework import Framework
from app.operations.authority import campaigning
from app.operations.commune import submitting
from app.operations.workspace import Workspace
from app.storage import assessments, campaigns, frameworks, submissions
from app.storage.assessments import Evidence, Kept, Revision
from app.storage.campaigns import Part
from app.storage.evidence_store import Stored
from app.storage.submissions import Bundle


@dataclass(frozen=True, slots=True)
class Sent:
    """One submission, opened."""

    received: ReceivedBundle
    content: SubmissionContent
    framework: Framework

    @property
    def digest(self) -> str:
        return self.received.verdict.content_digest or ""

    @property
    def number(self) -> int:
        assert self.received.envelope.revision is not None
        return self.received.envelope.revision.number


def own_campaign(sent: Sent) -> Campaign | None:
    """The campaign as the submission tells it, where it fits what else it says."""
    told, head = sent.content.campaign, sent.received.envelope
    agency = told.agency(head.sender.code) if told is not None else None
    if told is None or agency is None or (told.id, told.revision) != (head.campaign.id, head.campaign.revision):
        return None
    return told if told.version_of(agency, sent.framework.digest) is not None else None


def stand_in(sent: Sent) -> Campaign:
    """All that a submission of an earlier release tells of its campaign; no period: a campaign file has to bring it."""
    head, value = sent.received.envelope, sent.framework
    assert head.receiver is not None
    reference = FrameworkReference(id=value.id, version=value.version, digest=value.digest)
    return Campaign(
        id=head.campaign.id,
        title=head.campaign.title,
        authority=Authority(code=head.receiver.code, name=head.receiver.name),
        period=Period(title=""),
        frameworks=(reference,),
        agencies=(Agency(code=head.sender.code, name=head.sender.name, contact=sent.content.contact),),
        rounds=tuple(Round(number=number) for number in range(1, (head.round or 1) + 1)),
        revision=head.campaign.revision,
    )


def take_part(workspace: Workspace, sent: Sent, code: str) -> Part:
    """A new part in the campaign that is here, or in what the submission tells of it (inside a transaction)."""
    frameworks.add(sent.framework, workspace.now())
    value = campaigns.find(sent.received.envelope.campaign.id)
    if value is None:
        value = own_campaign(sent) or stand_in(sent)
        campaigns.save(value, None, workspace.now())
    return campaigning.take_part(workspace, value, code)


def follow(part: Part, sent: Sent) -> None:
    """Makes place for a later submission in a part that stands as an earlier one left it (inside a transaction)."""
    assessments.forget(part.id)
    told = own_campaign(sent)
    if told is not None and told.revision > part.campaign.revision and campaigns.is_told_of(told.id):
        campaigns.update(told)


def keep_revision(workspace: Workspace, part: Part, sent: Sent, papers: ExitStack) -> None:
    """A frozen revision as it went out, and that it did."""
    received, content = sent.received, sent.content
    head = replace(received.envelope, part=None)
    assert head.revision is not None
    assert head.round is not None
    report = workspace.evidence.keep(received.report, "report.pdf")
    page = workspace.evidence.keep(received.signed_page, "signed-page") if received.signed_page else ""
    papers.enter_context(workspace.copies_kept([digest for digest in (report, page) if digest]))
    is_signed = report_pdf.read_manifest(received.report)[1]
    confirmed = content.confirmation
    said = bundle_json(head, ()).decode("utf-8")
    revision = Revision(
        id=head.revision.id,
        number=head.revision.number,
        round=head.round,
        state=submitting.SENT,
        content=canonical.encode(received.content).decode("utf-8"),
        confirmed_by=f"{confirmed.name}, {confirmed.title}".strip(", ") if confirmed is not None else "",
        frozen_at=head.claimed_time,
        content_digest=sent.digest,
        replaces=head.replaces,
        answers=head.answers,
        reason="",
        report=report,
        envelope=said,
    )
    assessments.add_revision(part.id, revision, content.focal.name)
    assessments.set_revision(revision.id, signed_report=report if is_signed else "", signed_page=page)
    submissions.add_bundle(
        Bundle(
            id=workspace.new_id(), part=part.id, direction=submissions.OUT, kind=Kind.SUBMISSION.value,
            agency=part.agency, round=head.round, content_digest=sent.digest,
            seal_digest=received.verdict.seal_digest or "", file_digest="",
            file_name=submitting.suggested_name(part, revision), size=0, verdict="{}", envelope=said,
            skeleton=None, at=head.claimed_time, by=content.focal.name,
        )
    )  # fmt: skip


def keep_answers(part: Part, sent: Sent) -> None:
    """Every answer as it was sent; complete, since a leader confirmed it."""
    at, by = sent.received.envelope.claimed_time, sent.content.focal.name
    proven = {link.node for item in sent.content.files for link in item.links}
    proven |= {link.node for item in sent.content.citations for link in item.links}
    for node, response in sent.content.responses.items():
        follows = EvidenceLevel.SUFFICIENT if node in proven else EvidenceLevel.NONE
        level = "" if response.evidence is follows else response.evidence.value
        assessments.save_response(part.id, node, Kept(response, level, True, at, by))


def keep_evidence(workspace: Workspace, part: Part, sent: Sent) -> None:
    """Every file and citation with what it proves; the bytes of a file may still be missing."""
    at, by = sent.received.envelope.claimed_time, sent.content.focal.name
    items: list[FileItem | CitationItem] = [*sent.content.files, *sent.content.citations]
    for item in items:
        digest, ext, size, name = "", "", 0, ""
        if isinstance(item, FileItem):
            digest, ext, size, name = item.digest, item.ext, item.size, item.name
            assessments.add_file(Stored(digest, ext, size), at)
        piece = Evidence(workspace.new_id(), name, digest, ext, size, item.citation, item.links, at, by)
        assessments.add_evidence(part.id, piece)
