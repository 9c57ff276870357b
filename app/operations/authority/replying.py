"""What goes back to the agencies after a round: one sealed file each, and the next round."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app import VERSION
from app.bundles.manifest import CampaignRef, Envelope, FrameworkRef, Kind, Receiver, Role, Sender
from app.bundles.writing import Written, write_bundle
from app.domain import canonical, codec, contents
from app.domain.appraisal import Opinion, Standing
from app.domain.changes import Changes, changed
from app.domain.changes import Kind as Changed
from app.domain.contents import FeedbackContent, FeedbackKind, NodeFeedback
from app.domain.numbers import to_stored
from app.domain.results import Score
from app.errors import AppError
from app.operations import bundling
from app.operations.authority import ruling
from app.operations.authority.appraising import Dossier, dossier, open_round, scores
from app.operations.trust import trusting
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import campaigns, people, submissions
from app.storage.campaigns import Part
from app.storage.submissions import Told
from app.wording import word


def feedback_of(item: Dossier, score: Score, last_day: str = "", note: str = "") -> FeedbackContent:
    """What goes back to one agency: every opinion that is settled, without internal notes and without names."""
    nodes = {}
    for place in item.nodes:
        settled = item.settled.get(place.id)
        points = score.nodes[place.id].points
        if place.id in item.to_answer:  # a correction asks for other figures here
            stored = None if points is None else to_stored(points)
            nodes[place.id] = NodeFeedback(
                opinion=Opinion.ASK_SUPPLEMENT.value, points=stored, reason=word("correction_asked"), is_open=True
            )
            continue
        if settled is None or settled.opinion is None:
            continue
        nodes[place.id] = NodeFeedback(
            opinion=settled.opinion.value,
            points=None if points is None else to_stored(points),
            reason=settled.reason,
            is_open=item.standing(place.id) is Standing.CONTESTED,
        )
    return FeedbackContent(
        kind=FeedbackKind.APPRAISAL,
        nodes=nodes,
        figures=contents.figures_of(score),
        note=note,
        deadline=last_day,
    )


@dataclass(frozen=True, slots=True)
class Sent:
    """Files written for agencies: code to path and digests."""

    changes: Changes
    files: Mapping[str, tuple[Path, Written]]


def export_feedback(
    workspace: Workspace,
    part_id: str,
    folder: Path,
    passphrase: str,
    agencies: Sequence[str] = (),
    note: str = "",
    progress: Progress = SILENT,
    *,
    is_encrypted: bool = False,
) -> Sent:
    """One sealed file of feedback for each agency that sent something (or for those named).

    `is_encrypted`: each to its agency's accepted key. Raises `AppError("encryption.no_keys")`.
    """
    with workspace.session():
        part = campaigns.part(part_id)
        found, scored = scores(part, is_complete=False)
    chosen = [code for code in found if not agencies or code in agencies]
    recipients = bundling.recipients_for(workspace, (found[code].agency for code in chosen), is_encrypted)
    key = trusting.unlock(workspace, part, passphrase)
    stems = bundling.file_stems(item.agency for item in found.values())
    files: dict[str, tuple[Path, Written]] = {}
    with bundling.all_or_none() as batch, workspace.transaction():
        for at, code in enumerate(chosen):
            progress.step(at, len(chosen))
            item = found[code]
            content = feedback_of(item, scored[code], _last_day(part, item), note)
            target = folder / f"{stems[code]}_YKien_Lan{item.round}.thuocso"
            target = batch.before(bundling.named(target, recipients[code]))
            envelope = _envelope(workspace, part, item)
            render = _renderer(part, item, content)
            with bundling.covered(workspace, target, recipients[code], key) as place:
                written = write_bundle(place, envelope, None, codec.to_json(content), (), render, key)
            bundling.keep_written(workspace, part, envelope, written, target, code)
            _keep(workspace, part, item, content, written.content_digest)
            files[code] = (target, written)
        progress.step(len(chosen), max(len(chosen), 1))  # the last moment at which it can be stopped
    return Sent(changed(Changed.APPRAISALS), files)


def return_submission(
    workspace: Workspace,
    part_id: str,
    agency: str,
    folder: Path,
    passphrase: str,
    reason: str,
    lacking: Mapping[str, str] | None = None,
    last_day: str = "",
) -> Sent:
    """Sends an agency's submission back to be completed: one sealed file that says what is lacking, in general and, by
    criterion, in `lacking`. The whole submission reopens there and it counts as no round; here nothing counts of the
    agency until it comes again, or until the return is taken back.

    Raises `AppError("submission.no_reason")`, "submission.not_received" when none counts, "answers.unknown_node".
    """
    if not reason.strip():
        raise AppError("submission.no_reason")
    item = dossier(workspace, part_id, agency)
    nodes = {}
    for node, words in (lacking or {}).items():
        place = item.framework.index.find(node)
        if place is None:
            raise AppError("answers.unknown_node", node=node)
        asked = Opinion.ASK_SUPPLEMENT.value
        nodes[place.id] = NodeFeedback(opinion=asked, points=None, reason=words.strip(), is_open=True)
    content = FeedbackContent(kind=FeedbackKind.RETURN, nodes=nodes, note=reason.strip(), deadline=last_day)
    with workspace.session():
        part = campaigns.part(part_id)
    key = trusting.unlock(workspace, part, passphrase)
    sent = item.submission
    stem = bundling.file_stems(part.campaign.agencies)[agency]
    with bundling.all_or_none() as batch, workspace.transaction():
        target = batch.before(folder / f"{stem}_TraLai_Lan{sent.round}_Ban{sent.revision_number}.thuocso")
        envelope = dataclasses.replace(_envelope(workspace, part, item), round=sent.round)
        render = _renderer(part, item, content)
        written = write_bundle(target, envelope, None, codec.to_json(content), (), render, key)
        bundling.keep_written(workspace, part, envelope, written, target, agency)
        _keep(workspace, part, item, content, written.content_digest)
        ruling.send_back(workspace, sent, reason)
    return Sent(changed(Changed.SUBMISSIONS, Changed.APPRAISALS, Changed.RANKING), {agency: (target, written)})


def _last_day(part: Part, item: Dossier) -> str:
    """The last day of the next round for an agency, yyyy-mm-dd; "" while there is none."""
    deadline = part.campaign.round(item.round + 1).deadline
    last = deadline.last_day(item.agency.inspection_day) if deadline is not None else None
    return last.isoformat() if last else ""


def _keep(workspace: Workspace, part: Part, item: Dossier, content: FeedbackContent, content_digest: str) -> None:
    submissions.add_feedback(
        Told(
            id=workspace.new_id(),
            part=part.id,
            agency=item.agency.code,
            number=item.round if content.kind is FeedbackKind.APPRAISAL else item.submission.round,
            content=canonical.encode(codec.to_json(content)).decode("utf-8"),
            content_digest=content_digest,
            at=workspace.now(),
            kind=content.kind.value,
            made_at=workspace.now(),
        )
    )
    workspace.note("feedback.exported", part=part.id, subject=item.agency.code, after=content_digest)


def _renderer(part: Part, item: Dossier, content: FeedbackContent) -> bundling.Renderer:
    def render(content_digest: str) -> bytes:
        from app.reports import feedback_page

        return feedback_page.render(
            item.framework, part.campaign, item.agency, content, item.content, content_digest, round_=item.round
        )

    return render


def _envelope(workspace: Workspace, part: Part, item: Dossier) -> Envelope:
    authority = part.campaign.authority
    value = item.framework
    return Envelope(
        kind=Kind.FEEDBACK,
        id=workspace.new_id(),
        sender=Sender(authority.code, authority.name, Role.AUTHORITY),
        receiver=Receiver(item.agency.code, item.agency.name),
        campaign=CampaignRef(part.campaign.id, part.campaign.revision, part.campaign.title),
        frameworks=(FrameworkRef(value.id, value.version, value.digest),),
        claimed_time=workspace.now(),
        software=VERSION,
        round=item.round,
        answers=item.submission.content_digest,
    )


def close_round(workspace: Workspace, part_id: str) -> Changes:
    """Ends the appraisal round under way and begins the next."""
    with workspace.transaction():
        now = open_round(workspace, part_id)
        people.set_setting(f"appraisal_round:{part_id}", str(now + 1))
        workspace.note("round.closed", part=part_id, before=str(now), after=str(now + 1))
    return changed(Changed.APPRAISALS)
