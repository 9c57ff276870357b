"""Receipts: an authority says what it received and when; a commune believes it under the accepted key alone."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from app import VERSION
from app.bundles.keys import SealKey
from app.bundles.manifest import CampaignRef, Envelope, FrameworkRef, Kind, Receiver, Role, Sender
from app.bundles.reading import ReceivedBundle
from app.bundles.writing import Written, write_bundle
from app.domain import canonical, codec
from app.domain.agency import Agency
from app.domain.changes import Kind as Changed
from app.domain.changes import changed
from app.domain.contents import ReceiptContent, ReceivedItem
from app.domain.receiving import Act
from app.errors import AppError
from app.operations import bundling
from app.operations.authority import board
from app.operations.authority.board import BoardRow
from app.operations.authority.replying import Sent
from app.operations.trust import receipted, trusting
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import campaigns, frameworks, receipts, submissions
from app.storage.campaigns import Part
from app.storage.receipts import KeptReceipt
from app.storage.submissions import Submission

# At the authority --------------------------------------------------------------------------------------------------


def waiting_for_one(rows: Sequence[BoardRow]) -> tuple[BoardRow, ...]:
    """Those of whom something was received and no receipt says so yet."""
    return tuple(row for row in rows if row.submission and not row.receipt_at)


def export_receipts(
    workspace: Workspace,
    part_id: str,
    folder: Path,
    passphrase: str,
    agencies: Sequence[str] = (),
    note: str = "",
    progress: Progress = SILENT,
) -> Sent:
    """One sealed receipt for each agency named, or for all that have none yet; the same may be made again at any time.

    Raises `AppError("receipt.nothing")` when there is nobody to make one for, "submission.not_received".
    """
    rows = {row.agency.code: row for row in board.board(workspace, part_id)}
    chosen = list(agencies) or [row.agency.code for row in waiting_for_one(tuple(rows.values()))]
    if not chosen:
        raise AppError("receipt.nothing")
    for code in chosen:
        if code not in rows or not rows[code].versions:
            raise AppError("submission.not_received", agency=code)
    with workspace.session():
        part = campaigns.part(part_id)
    key = trusting.unlock(workspace, part, passphrase)
    stems = bundling.file_stems(part.campaign.agencies)
    files: dict[str, tuple[Path, Written]] = {}
    with bundling.all_or_none() as batch, workspace.transaction():
        for at, code in enumerate(chosen):
            progress.step(at, len(chosen))
            target = batch.before(folder / f"PhieuTiepNhan_{stems[code]}.thuocso")
            files[code] = (target, _write(workspace, part, rows[code], target, note, key))
        progress.step(len(chosen), len(chosen))
    return Sent(changed(Changed.SUBMISSIONS), files)


def _write(workspace: Workspace, part: Part, row: BoardRow, target: Path, note: str, key: SealKey) -> Written:
    known = submissions.submissions(part.id, row.agency.code)
    content = ReceiptContent(items=tuple(_item(workspace, part, each, row) for each in known), note=note.strip())
    counted = next((item for item in known if item.id == row.submission), known[0])
    envelope = _envelope(workspace, part, row.agency, counted)

    def render(content_digest: str) -> bytes:
        from app.reports import receipt_page

        made_at = datetime.fromisoformat(envelope.claimed_time)
        return receipt_page.render(part.campaign, row.agency, content, made_at, key.check_code, content_digest)

    written = write_bundle(target, envelope, None, codec.to_json(content), (), render, key)
    bundling.keep_written(workspace, part, envelope, written, target, row.agency.code)
    _keep(workspace, part, row.agency.code, content, envelope, written.content_digest, key.spki_sha256)
    workspace.note("receipt.made", part=part.id, subject=row.agency.code, after=written.content_digest)
    return written


def _item(workspace: Workspace, part: Part, item: Submission, row: BoardRow) -> ReceivedItem:
    lights = board.lights_of(item, row.agency)
    ruled = [each for each in receipts.rulings(part.id, item.agency) if each.ruling.digest == item.content_digest]
    told = [each for each in ruled if each.ruling.act is not Act.RETURN]
    parts = row.parts if item.id == row.submission else None
    here = board.volumes_here(row) if parts else ()
    return ReceivedItem(
        content_digest=item.content_digest,
        round=item.round,
        revision=item.revision_number,
        received_at=item.received_at,
        source=item.received_note,
        place=item.state,
        integrity=lights.integrity.value,
        seal=lights.seal.value,
        people=lights.people.value if lights.people else "",
        volumes=parts.volumes if parts else 0,
        volumes_received=len(here),
        volume_numbers=here,
        reason=told[-1].reason if told else "",
    )


def _envelope(workspace: Workspace, part: Part, agency: Agency, counted: Submission) -> Envelope:
    authority = part.campaign.authority
    value = frameworks.get(counted.framework)
    return Envelope(
        kind=Kind.RECEIPT,
        id=workspace.new_id(),
        sender=Sender(authority.code, authority.name, Role.AUTHORITY),
        receiver=Receiver(agency.code, agency.name),
        campaign=CampaignRef(part.campaign.id, part.campaign.revision, part.campaign.title),
        frameworks=(FrameworkRef(value.id, value.version, value.digest),),
        claimed_time=workspace.now(),
        software=VERSION,
        round=counted.round,
        answers=counted.content_digest,
    )


def _keep(
    workspace: Workspace, part: Part, agency: str, content: ReceiptContent, envelope: Envelope, digest: str, spki: str
) -> None:
    receipts.add_receipt(
        KeptReceipt(
            id=workspace.new_id(),
            part=part.id,
            agency=agency,
            content=canonical.encode(codec.to_json(content)).decode("utf-8"),
            content_digest=digest,
            spki=spki,
            made_at=envelope.claimed_time,
            at=workspace.now(),
        )
    )


# At the commune ----------------------------------------------------------------------------------------------------


def take(workspace: Workspace, part: Part, received: ReceivedBundle, path: Path) -> None:
    """Keeps a receipt; it acts at once, or as soon as its key is accepted.

    Raises `AppError("bundle.content_malformed")`.
    """
    content = bundling.content_of(received, ReceiptContent)
    envelope, verdict = received.envelope, received.verdict
    with workspace.transaction():
        bundling.keep_received(workspace, part, received, path)
        digest, spki = verdict.content_digest or "", verdict.spki_sha256 or ""
        _keep(workspace, part, part.agency, content, envelope, digest, spki)
        receipted.settle(part)
        workspace.note("receipt.received", part=part.id, subject=envelope.answers or "", after=digest)
