"""What receipts say, and what becomes received by them: believed under the authority's accepted key alone."""

from dataclasses import dataclass
from datetime import datetime

from app.bundles.manifest import Kind, Role
from app.domain import canonical, check_code, codec
from app.domain.contents import ReceiptContent, ReceivedItem
from app.domain.moments import order_said
from app.operations.trust.heard import KeyStanding, key_standing
from app.operations.workspace import Workspace
from app.storage import assessments, campaigns, keys, receipts, submissions
from app.storage.campaigns import Part

EXPORTED, SENT, RECEIVED = "exported", "sent", "received"  # what a receipt moves a revision from, and to
DRAFT, RETURNED, WITHDRAWN = "draft", "returned", "withdrawn"
_WENT_OUT = (EXPORTED, SENT, RECEIVED)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a receipt says of one submission. `number` is the revision's.

    `is_accepted`: sealed with a key accepted for the authority when it came, or since, without which it does not act;
    `is_ours`: it names what was exported on this computer. Only both together make a revision received.
    """

    item: ReceivedItem
    made_at: str
    check_code: str
    is_accepted: bool
    is_ours: bool

    @property
    def acts(self) -> bool:
        return self.is_accepted and self.is_ours

    @property
    def number(self) -> int:
        return self.item.revision


def settle(part: Part) -> None:
    """Makes received what a receipt under the accepted key says so of (inside a transaction)."""
    told = [each for each in known(part.id) if each.is_accepted]
    highest = max((each.number for each in told), default=0)
    if highest > campaigns.assessment(part.id).revision_number:  # made elsewhere, or before a backup was restored
        campaigns.set_assessment(part.id, revision_number=highest)
    acting = {each.item.content_digest for each in told if each.acts}
    newest = True
    for revision in assessments.revisions(part.id):
        if revision.content_digest in acting and revision.state in (EXPORTED, SENT):
            assessments.set_revision(revision.id, state=RECEIVED)
            if newest and campaigns.assessment(part.id).state in (EXPORTED, SENT):
                campaigns.set_assessment(part.id, state=RECEIVED)
        newest = False


def of(workspace: Workspace, part_id: str) -> tuple[Receipt, ...]:
    """What receipts say, one line for each submission named: the word under the accepted key, and the last, holds."""
    with workspace.session():
        return known(part_id)


def is_receipted(part_id: str, content_digest: str | None) -> bool:
    """Whether a receipt under the accepted key names what was exported here (inside a session)."""
    return any(each.acts and each.item.content_digest == content_digest for each in known(part_id))


def known(part_id: str) -> tuple[Receipt, ...]:
    """The same inside a session."""
    part = campaigns.part(part_id)
    sender, pins = (part.campaign.authority.code, Role.AUTHORITY.value), keys.pins()
    ours = exported(part.id)
    found: dict[str, Receipt] = {}
    for kept in sorted(receipts.receipts(part.id), key=_said_last):
        content = codec.from_json(ReceiptContent, canonical.decode(kept.content.encode("utf-8")))
        is_accepted = key_standing(pins, *sender, kept.spki, kept.at) is KeyStanding.ACCEPTED
        for item in content.items:
            digest = item.content_digest
            new = Receipt(item, kept.made_at, check_code.of_key(kept.spki), is_accepted, digest in ours)
            if digest not in found or new.is_accepted >= found[digest].is_accepted:
                found[digest] = new
    return tuple(sorted(found.values(), key=lambda each: (each.item.round, each.number), reverse=True))


def _said_last(kept: receipts.KeptReceipt) -> tuple[tuple[datetime, bool], str]:
    return order_said(kept.made_at, kept.at), kept.content_digest


def exported(part_id: str) -> set[str]:
    """Content digests of what went out of this data folder (inside a session)."""
    files = {item.content_digest for item in submissions.bundles(part_id, submissions.OUT, Kind.SUBMISSION.value)}
    return files | {item.content_digest or "" for item in assessments.revisions(part_id) if item.state in _WENT_OUT}
