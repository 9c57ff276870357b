"""Campaigns: made by an authority from frameworks and a list of agencies, sent out, and taken up by a commune."""

import dataclasses
import json
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app import VERSION, drives
from app.bundles import age_keys
from app.bundles.manifest import CampaignRef, Envelope, FrameworkRef, Kind, Receiver, Role, Sender
from app.bundles.reading import ReceivedBundle
from app.bundles.trust import Light, Verdict
from app.bundles.writing import Written, write_bundle
from app.domain import canonical, codec, framework, questions, text
from app.domain.agency import Agency, Authority
from app.domain.campaign import UNNAMED_AUTHORITY, Campaign, Demand, FrameworkReference, Period, Round
from app.domain.changes import Changes, changed
from app.domain.changes import Kind as Changed
from app.domain.contents import CampaignContent
from app.domain.framework import Framework, Standing, TargetGroup
from app.errors import AppError
from app.operations import bundling, parts
from app.operations.authority import ruling
from app.operations.commune.assessing import DRAFT
from app.operations.frameworks import authoring
from app.operations.trust import heard, trusting
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import campaigns, frameworks, submissions
from app.storage.campaigns import Part
from app.storage.campaigns import Role as PartRole
from app.storage.submissions import Bundle


def create(
    workspace: Workspace,
    *,
    title: str,
    authority: Authority,
    period: Period,
    sets: Mapping[str, Framework],
    agencies: Sequence[Agency],
    rounds: Sequence[Round],
    demand: Demand = Demand.CONFIRMED,
    guidance: str = "",
    is_sample: bool = False,
) -> Part:
    """A new campaign with its authority's part. `sets`: target group ("" : all) to framework.

    Raises `AppError("campaign.skeleton")` for a framework that still lacks its criteria, "campaign.open_question" for
    one whose decision leaves something open, "campaign.no_agencies", "campaign.duplicate_agency", "campaign.no_title",
    "campaign.no_rounds".
    """
    _check_new(title, sets, agencies, rounds)
    references = tuple(
        FrameworkReference(id=value.id, version=value.version, digest=value.digest, target_group=group)
        for group, value in sets.items()
    )
    value = Campaign(
        id=workspace.new_id(),
        title=title.strip(),
        authority=authority,
        period=period,
        frameworks=references,
        agencies=tuple(agencies),
        rounds=tuple(rounds),
        demand=demand,
        guidance=guidance,
        is_sample=is_sample,
    )
    part_id = workspace.new_id()
    with workspace.transaction():
        for item in sets.values():
            frameworks.add(item, workspace.now())
        campaigns.save(value, None, workspace.now())
        campaigns.add_part(part_id, value.id, PartRole.AUTHORITY, authority.code, workspace.now())
        workspace.note("campaign.made", part=part_id, subject=value.id, after=value.title)
        return campaigns.part(part_id)


def read_agencies(path: Path, target_groups: Sequence[TargetGroup] = ()) -> tuple[Agency, ...]:
    """The agencies of a list: an Excel workbook, or JSON with one object for each (alone or under "agencies").

    Raises the sheet's own list of cells, `AppError("file.unreadable")`, "json.unreadable" or "data.malformed".
    """
    if not authoring.is_json(path):
        from app.sheets.agencies_book import read_agencies as read_book

        return read_book(path, target_groups)
    value = authoring.read_json(path)
    listed = value.get("agencies") if isinstance(value, dict) else value
    if not isinstance(listed, list):
        raise AppError("data.malformed", path="agencies", expected="list")
    return tuple(codec.from_json(Agency, item, f"agencies[{at}]") for at, item in enumerate(listed))


def write_agencies(
    agencies: Sequence[Agency], path: Path, sets: Sequence[Framework] = (), progress: Progress = SILENT
) -> Path:
    """Writes the list of agencies as a workbook, the empty one to be filled in where there are none.

    Groups and traits of the frameworks become a drop-down and a legend. Raises the sheet's own refusals.
    """
    from app.sheets.agencies_book import write_agencies as write_book

    groups = {group.code: group for value in sets for group in value.target_groups}
    traits = {trait.code: trait for value in sets for trait in value.traits}
    write_book(agencies, path, tuple(groups.values()), tuple(traits.values()), progress)
    return path


def _check_new(title: str, sets: Mapping[str, Framework], agencies: Sequence[Agency], rounds: Sequence[Round]) -> None:
    if not title.strip():
        raise AppError("campaign.no_title")
    if not agencies:
        raise AppError("campaign.no_agencies")
    if not rounds:
        raise AppError("campaign.no_rounds")
    codes = [agency.code for agency in agencies]
    for code in codes:
        if codes.count(code) > 1:
            raise AppError("campaign.duplicate_agency", agency=code)
    for value in sets.values():
        check_framework(value)


def check_framework(value: Framework) -> None:
    """Raises what stands against opening a campaign on it: "campaign.skeleton" or "campaign.open_question"."""
    if value.standing is Standing.SKELETON:
        raise AppError("campaign.skeleton", title=value.title)
    for question in questions.unanswered(value):
        raise AppError("campaign.open_question", title=value.title, question=question.words)


def start_alone(workspace: Workspace, value: Framework, agency: Agency, period: Period) -> Part:
    """A commune begins on a framework before any campaign reached it; the authority is still unnamed.

    Raises as `check_framework`.
    """
    check_framework(value)
    authority = Authority(code=UNNAMED_AUTHORITY, name="")
    alone = Campaign(
        id=workspace.new_id(),
        title=value.short_title or value.title,
        authority=authority,
        period=period,
        frameworks=(FrameworkReference(id=value.id, version=value.version, digest=value.digest),),
        agencies=(agency,),
        rounds=(Round(number=1),),
    )
    with workspace.transaction():
        frameworks.add(value, workspace.now())
        campaigns.save(alone, None, workspace.now())
        return take_part(workspace, alone, agency.code)


def take_part(workspace: Workspace, value: Campaign, code: str) -> Part:
    """A new, empty part of an agency (inside a transaction); raises `AppError("campaign.not_in_list")`."""
    agency = value.agency(code)
    if agency is None:
        raise AppError("campaign.not_in_list", agency=code)
    part_id = workspace.new_id()
    campaigns.add_part(part_id, value.id, PartRole.AGENCY, code, workspace.now())
    campaigns.add_assessment(part_id, value.reference(agency).digest, DRAFT)
    workspace.note("part.taken", part=part_id, subject=value.id, after=agency.name)
    return campaigns.part(part_id)


# Changing ----------------------------------------------------------------------------------------------------------


def revise(workspace: Workspace, part_id: str, **values: object) -> Changes:
    """Changes fields of a campaign (title, agencies, rounds, guidance …) as its next revision."""
    with workspace.transaction():
        part = authority_part(part_id)
        new = keep_revision(part.campaign, **values)
        ruling.settle_all(campaigns.part(part_id))  # a deadline decides whether a replacement waits for consent
        workspace.note("campaign.revised", part=part_id, subject=new.id, after=", ".join(sorted(values)))
    return changed(Changed.CAMPAIGNS, Changed.SUBMISSIONS)


def keep_revision(old: Campaign, **values: object) -> Campaign:
    """Keeps a campaign with other values as its next revision (inside a transaction)."""
    new = dataclasses.replace(old, revision=old.revision + 1, **values)  # type: ignore[arg-type]
    _check_new(new.title, {}, new.agencies, new.rounds)
    campaigns.update(new)
    return new


def set_agency(workspace: Workspace, part_id: str, agency: Agency) -> Changes:
    """Replaces one agency of the list, found by code: contact, traits, extension, inspection day."""
    with workspace.session():
        part = authority_part(part_id)
    agencies = tuple(agency if item.code == agency.code else item for item in part.campaign.agencies)
    return revise(workspace, part_id, agencies=agencies)


def authority_part(part_id: str) -> Part:
    """The part, if it is an authority's (inside a session); raises `AppError("part.not_authority")`."""
    part = campaigns.part(part_id)
    if part.role is not PartRole.AUTHORITY:
        raise AppError("part.not_authority")
    return part


# Going out ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SentOut:
    """One campaign file as it was written: when (ISO time), under which name, which revision of the campaign."""

    at: str
    file_name: str
    revision: int
    content_digest: str


def suggested_name(part: Part) -> str:
    """A file name that can be read aloud, without diacritics."""
    return f"GoiTrienKhai_{text.file_name_piece(part.campaign.title)}_Ban{part.campaign.revision}.thuocso"


def export_campaign(
    workspace: Workspace, part_id: str, target: Path, passphrase: str, progress: Progress = SILENT
) -> Written:
    """Seals the campaign into one file for all its agencies; verified after writing."""
    with workspace.session():
        part = authority_part(part_id)
        sets = {value.digest: value for value in parts.frameworks_of(part.campaign).values()}  # each once
    key = trusting.unlock(workspace, part, passphrase)
    envelope = _envelope(workspace, part, sets)
    content = codec.to_json(CampaignContent(campaign=part.campaign, recipient=age_keys.recipient_of(key)))

    def render(content_digest: str) -> bytes:
        from app.reports import campaign_page

        return campaign_page.render(part.campaign, tuple(sets.values()), key.check_code, content_digest)

    written = write_bundle(target, envelope, _frameworks_json(sets), content, (), render, key, progress=progress)
    with workspace.transaction():
        campaigns.set_digest(part.campaign.id, written.content_digest)
        bundling.keep_written(workspace, part, envelope, written, target)
    _keep_copy(workspace, part, target)
    return written


def sealed_place(workspace: Workspace, part: Part) -> Path:
    """Where a copy of the campaign file of this revision lies, once it was sealed here; to be verified before use.

    No backup carries it: where it is gone it is sealed again with the passphrase, and what was sent stays valid.
    """
    return workspace.folder / drives.SENT / part.campaign.id / suggested_name(part)


def _keep_copy(workspace: Workspace, part: Part, written: Path) -> None:
    """Keeps what was sealed for the sticks that follow, in place of an earlier revision; without room, none is kept."""
    place = sealed_place(workspace, part)
    if place == written:
        return
    with suppress(OSError):
        shutil.rmtree(place.parent, ignore_errors=True)
        place.parent.mkdir(parents=True)
        shutil.copyfile(written, place)


def _envelope(workspace: Workspace, part: Part, sets: Mapping[str, Framework]) -> Envelope:
    authority = part.campaign.authority
    return Envelope(
        kind=Kind.CAMPAIGN,
        id=workspace.new_id(),
        sender=Sender(authority.code, authority.name, Role.AUTHORITY),
        receiver=None,
        campaign=CampaignRef(part.campaign.id, part.campaign.revision, part.campaign.title),
        frameworks=tuple(FrameworkRef(value.id, value.version, value.digest) for value in sets.values()),
        claimed_time=workspace.now(),
        software=VERSION,
    )


def _frameworks_json(sets: Mapping[str, Framework]) -> bytes:
    """One framework as it is, several as a list in the campaign's order."""
    values = [framework.to_json(value) for value in sets.values()]
    return canonical.encode(values[0] if len(values) == 1 else values)


def sent_out(workspace: Workspace, part_id: str) -> tuple[SentOut, ...]:
    """The campaign files written so far, newest first."""
    with workspace.session():
        written = submissions.bundles(part_id, submissions.OUT, Kind.CAMPAIGN.value)
    return tuple(_sent_out(item) for item in written)


def _sent_out(item: Bundle) -> SentOut:
    envelope = json.loads(item.envelope)
    return SentOut(item.at, item.file_name, int(envelope["campaign"]["revision"]), item.content_digest)


# Coming in ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Offer:
    """A campaign file as read: nothing is kept yet. `known` is the part already played in it, if any.

    `objection`: why `accept` would refuse it. `is_accepted_key`: its key is the one accepted for the authority.
    """

    campaign: Campaign
    frameworks: tuple[Framework, ...]
    verdict: Verdict
    known: Part | None
    content_digest: str
    objection: AppError | None = None

    @property
    def is_accepted_key(self) -> bool:
        return self.verdict.lights.seal is Light.VALID


def look(workspace: Workspace, path: Path, progress: Progress = SILENT) -> Offer:
    """Reads and verifies a campaign file without keeping anything.

    Raises what makes the file unusable, worded for the person: "bundle.…", `AppError("bundle.other_kind")`, or
    "campaign.other_sender" where the campaign it holds is another authority's.
    """
    received = bundling.read(workspace, path, Kind.CAMPAIGN, progress)
    value, sets = _read_campaign(received)
    with workspace.session():
        known = campaigns.find_part(value.id, PartRole.AGENCY)
        objection = _objection(workspace, value, received.verdict)
    return Offer(value, sets, received.verdict, known, received.verdict.content_digest or "", objection)


def _read_campaign(received: ReceivedBundle) -> tuple[Campaign, tuple[Framework, ...]]:
    content = bundling.content_of(received, CampaignContent)
    value = content.campaign
    named = received.envelope
    if (value.id, value.revision) != (named.campaign.id, named.campaign.revision):
        raise AppError("bundle.content_malformed", path="campaign")
    if named.sender.code != value.authority.code:
        told = {"sender": named.sender.name, "authority": value.authority.name or value.authority.code}
        raise AppError("campaign.other_sender", **told)
    sets = bundling.frameworks_of(received)
    by_digest = {item.digest for item in sets}
    if {reference.digest for reference in value.frameworks} != by_digest:
        raise AppError("bundle.content_malformed", path="campaign.frameworks")
    return value, sets


def _objection(workspace: Workspace, value: Campaign, verdict: Verdict) -> AppError | None:
    """Why a file is not the word of the authority that is known here (inside a session). The very file that was taken
    up before is its word for good."""
    old, authority = campaigns.find(value.id), value.authority
    if old is not None and old.authority.code != authority.code:
        told = {"sender": authority.name or authority.code, "authority": old.authority.name or old.authority.code}
        return AppError("campaign.other_authority", title=old.title, **told)
    is_here = old is not None and campaigns.digest(value.id) == verdict.content_digest
    if is_here or not heard.is_strange(authority.code, verdict.spki_sha256 or "", workspace.now()):
        return None
    return AppError("campaign.other_key", sender=authority.name, check_code=verdict.check_code or "")


def _recipient(received: ReceivedBundle) -> str:
    """What may be encrypted to the key that sealed a campaign; "" in those of an earlier release."""
    told = bundling.content_of(received, CampaignContent).recipient
    if told and not age_keys.is_recipient(told):
        raise AppError("bundle.content_malformed", path="recipient")
    return told


def accept(workspace: Workspace, path: Path, agency_code: str, progress: Progress = SILENT) -> Part:
    """Takes up a campaign as one of its agencies; a newer revision replaces what is known of it.

    Raises what `look` does, `AppError("campaign.not_in_list")`, "campaign.other_authority" for one that says another
    authority than the campaign known here, "campaign.other_key" for one under another key than the accepted one: it is
    kept, so that the key can be accepted, and changes nothing. Nor does an older revision than the known one.
    """
    received = bundling.read(workspace, path, Kind.CAMPAIGN, progress)
    value, sets = _read_campaign(received)
    recipient = _recipient(received)
    with workspace.transaction():
        objection = _objection(workspace, value, received.verdict)
        if objection is None:
            part = _take_up(workspace, value, sets, received.verdict, agency_code)
            bundling.keep_received(workspace, part, received, path, {"recipient": recipient})
            trusting.learn_recipient(received.verdict.spki_sha256 or "", recipient)
            return campaigns.part(part.id)
        hearer = _hearer(value)
        if hearer and not submissions.find_bundle(hearer.id, received.verdict.content_digest or "", submissions.IN):
            bundling.keep_received(workspace, hearer, received, path, {"recipient": recipient})
    raise objection


def _take_up(
    workspace: Workspace, value: Campaign, sets: Sequence[Framework], verdict: Verdict, agency_code: str
) -> Part:
    for item in sets:
        frameworks.add(item, workspace.now())
    old = campaigns.find(value.id)
    if old is None:
        campaigns.save(value, verdict.content_digest, workspace.now())
    elif old.revision < value.revision or campaigns.is_told_of(value.id):
        campaigns.update(value, verdict.content_digest)
    return campaigns.find_part(value.id, PartRole.AGENCY, agency_code) or take_part(workspace, value, agency_code)


def _hearer(value: Campaign) -> Part | None:
    """A part played here that hears this authority: in this campaign, or in another one."""
    played = [part for part in campaigns.parts() if part.role is PartRole.AGENCY]
    heard_here = [part for part in played if part.campaign.authority.code == value.authority.code]
    return next((part for part in heard_here if part.campaign.id == value.id), next(iter(heard_here), None))


def receiver_of(part: Part) -> Receiver:
    """Where a commune's files go."""
    authority = part.campaign.authority
    return Receiver(authority.code, authority.name or authority.code)
