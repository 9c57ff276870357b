"""Making oneself known: a commune reports that the campaign is here and which key seals; its authority reads it."""

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app import VERSION
from app.bundles import age_keys
from app.bundles.manifest import CampaignRef, Envelope, FrameworkRef, Kind, Role, Sender
from app.bundles.reading import ReceivedBundle
from app.bundles.trust import PinEnd, Verdict
from app.bundles.writing import Written, write_bundle
from app.domain import codec, text
from app.domain.agency import Agency, Contact
from app.domain.campaign import UNNAMED_AUTHORITY
from app.domain.changes import Changes, changed
from app.domain.changes import Kind as Changed
from app.domain.contents import RegistrationContent
from app.domain.moments import order_said
from app.errors import AppError
from app.operations import bundling
from app.operations.authority import campaigning
from app.operations.trust import trusting
from app.operations.trust.reported import Made, own_contact
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import campaigns, keys, people, registry, submissions
from app.storage.campaigns import Part
from app.storage.campaigns import Role as PartRole

SIZE = 25_000  # bytes, about: nearly all of it the letters of the one page


# At the commune ----------------------------------------------------------------------------------------------------


def set_contact(workspace: Workspace, part_id: str, contact: Contact) -> Changes:
    """Says who is called about this part."""
    with workspace.transaction():
        people.set_setting(f"contact:{part_id}", json.dumps(codec.to_json(contact), ensure_ascii=False))
        workspace.note("contact.set", part=part_id, after=", ".join(filter(None, (contact.name, contact.telephone))))
    return changed(Changed.KEYS)


def suggested_name(part: Part) -> str:
    """A file name that can be read aloud: ``XaHoaBinh_DTI2026_BaoNhan.thuocso``."""
    return f"{text.file_name_piece(part.name)}_{text.file_name_piece(part.campaign.title, 24)}_BaoNhan.thuocso"


@dataclass(frozen=True, slots=True)
class Registered:
    """The file that was written and verified, and the code of the key that sealed it."""

    changes: Changes
    path: Path
    written: Written
    check_code: str


def make(
    workspace: Workspace, part_id: str, folder: Path, passphrase: str, contact: Contact, progress: Progress = SILENT
) -> Registered:
    """Seals a registration into one small file in `folder`; the key is made now if there is none.

    Raises `AppError("registration.alone")`, "registration.no_contact", "passphrase.wrong", and what writing raises.
    """
    with workspace.session():
        part = campaigns.part(part_id)
    agency = _agency(part)
    if not contact.name.strip():
        raise AppError("registration.no_contact")
    contact = Contact(**{name: value.strip() for name, value in dataclasses.asdict(contact).items()})
    if contact != own_contact(workspace, part_id):
        set_contact(workspace, part_id, contact)
    key = trusting.unlock(workspace, part, passphrase)
    replaced, reason = _replaced(workspace, part, key.spki_sha256)
    content = RegistrationContent(
        recipient=age_keys.recipient_of(key), contact=contact, replaced=replaced, reason=reason
    )
    envelope, target = _envelope(workspace, part, agency, key.spki_sha256), folder / suggested_name(part)

    def render(content_digest: str) -> bytes:
        from app.reports import registration_page

        told = (part.campaign, part.agency, content, key.check_code, envelope.claimed_time)
        return registration_page.render(*told, content_digest)

    written = write_bundle(target, envelope, None, codec.to_json(content), (), render, key, progress=progress)
    with workspace.transaction():
        bundling.keep_written(workspace, part, envelope, written, target)
        made = Made(workspace.now(), target.name, key.spki_sha256, contact, part.campaign.revision)
        people.set_setting(f"registration:{part_id}", json.dumps(codec.to_json(made), ensure_ascii=False))
        workspace.note("registration.made", part=part_id, subject=key.spki_sha256, after=written.content_digest)
    return Registered(changed(Changed.KEYS), target, written, key.check_code)


def _agency(part: Part) -> Agency:
    agency = part.campaign.agency(part.agency)
    if part.role is not PartRole.AGENCY:
        raise AppError("registration.not_here")
    if agency is None or part.campaign.authority.code == UNNAMED_AUTHORITY:
        raise AppError("registration.alone")
    return agency


def _replaced(workspace: Workspace, part: Part, spki: str) -> tuple[str, str]:
    """The key used before this one, and why it no longer is."""
    with workspace.session():
        known = keys.own_ones(part.agency, part.role.value)
        sealed_before = people.setting(former_key(part.id)) or ""
    before = next((key for key in known if key.spki != spki and key.closed_at is not None), None)
    if before is not None:
        return before.spki, before.reason
    return (sealed_before, PinEnd.LOST.value) if sealed_before not in ("", spki) else ("", "")


def former_key(part_id: str) -> str:
    """Under which setting the key stands that sealed what work was brought back from; its owner may have lost it."""
    return f"former_key:{part_id}"


def _envelope(workspace: Workspace, part: Part, agency: Agency, spki: str) -> Envelope:
    campaign = part.campaign
    reference = campaign.reference(agency)
    with workspace.session():
        brought = submissions.bundles(part.id, submissions.IN, Kind.CAMPAIGN.value)
    held = (item for item in brought if json.loads(item.envelope)["campaign"]["revision"] == campaign.revision)
    return Envelope(
        kind=Kind.REGISTRATION,
        id=workspace.new_id(),
        sender=Sender(part.agency, part.name, Role.AGENCY),
        receiver=campaigning.receiver_of(part),
        campaign=CampaignRef(campaign.id, campaign.revision, campaign.title),
        frameworks=(FrameworkRef(reference.id, reference.version, reference.digest),),
        claimed_time=workspace.now(),
        software=VERSION,
        answers=next((item.content_digest for item in held), None),
        key=spki,
    )


# At the authority --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Arrival:
    """A registration that was taken in, or was here already."""

    agency: Agency
    verdict: Verdict
    is_new: bool


def take(workspace: Workspace, part: Part, path: Path) -> Arrival:
    """Takes a registration in at the authority it is addressed to; nothing in it is believed but by its key.

    Raises what the reader refuses, `AppError("bundle.other_campaign")`, "bundle.other_receiver",
    "bundle.unknown_agency", "bundle.content_malformed".
    """
    received = bundling.read(workspace, path, Kind.REGISTRATION)
    agency = addressed(part, received)
    content = bundling.content_of(received, RegistrationContent)
    if not age_keys.is_recipient(content.recipient):
        raise AppError("bundle.content_malformed", path="recipient")
    verdict = received.verdict
    with workspace.transaction():
        if submissions.find_bundle(part.id, verdict.content_digest or "", submissions.IN) is not None:
            return Arrival(agency, verdict, False)
        more = {"recipient": content.recipient, "registration": codec.to_json(content)}
        bundling.keep_received(workspace, part, received, path, more)
        trusting.learn_recipient(verdict.spki_sha256 or "", content.recipient)
        workspace.note("registration.received", part=part.id, subject=agency.code, after=verdict.check_code or "")
    return Arrival(agency, verdict, True)


def addressed(part: Part, received: ReceivedBundle) -> Agency:
    """Whose file it is; raises why it does not belong here."""
    envelope, own = received.envelope, part.campaign
    if envelope.campaign.id != own.id:
        raise AppError("bundle.other_campaign", campaign=envelope.campaign.title)
    if envelope.receiver is not None and envelope.receiver.code != own.authority.code:
        told = {"receiver": envelope.receiver.name, "authority": own.authority.name, "sender": envelope.sender.name}
        raise AppError("bundle.other_receiver", **told)
    agency = own.agency(envelope.sender.code)
    if agency is None:
        raise AppError("bundle.unknown_agency", sender=envelope.sender.name, agency=envelope.sender.code)
    return agency


@dataclass(frozen=True, slots=True)
class Registration:
    """What an agency said of itself: when it came, the revision of the campaign it holds, its claimed contact."""

    agency: str
    at: str
    spki: str
    check_code: str
    revision: int
    content: RegistrationContent
    claimed_time: str


def registrations(part_id: str) -> Mapping[str, tuple[Registration, ...]]:
    """Every registration received, by agency, the one made last first: the order of import decides nothing
    (inside a session)."""
    found: dict[str, list[Registration]] = {}
    for file in registry.sealed_files(part_id):
        if file.kind != Kind.REGISTRATION.value:
            continue
        verdict, envelope = json.loads(file.verdict), json.loads(file.envelope)
        found.setdefault(file.agency, []).append(
            Registration(
                agency=file.agency,
                at=file.at,
                spki=verdict["spki"] or "",
                check_code=verdict["check_code"] or "",
                revision=int(envelope["campaign"]["revision"]),
                content=codec.from_json(RegistrationContent, verdict["registration"]),
                claimed_time=envelope["claimed_time"],
            )
        )
    return {code: tuple(sorted(told, key=_made_last, reverse=True)) for code, told in found.items()}


def _made_last(told: Registration) -> tuple[tuple[datetime, bool], str]:
    return order_said(told.claimed_time, told.at), told.spki


def registered_agencies(part_id: str) -> frozenset[str]:
    """Codes of the agencies that made themselves known (inside a session)."""
    return frozenset(file.agency for file in registry.sealed_files(part_id) if file.kind == Kind.REGISTRATION.value)
