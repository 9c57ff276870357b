"""Campaigns and the part this installation plays in each."""

import functools
from dataclasses import dataclass
from enum import StrEnum

from app.domain import campaign, canonical
from app.domain.assessment import Profile
from app.domain.campaign import Campaign
from app.errors import AppError
from app.storage.schema import AssessmentRow, CampaignRow, PartRow


class Role(StrEnum):
    """The side a part stands on; the same words as in bundles."""

    AGENCY = "agency"
    AUTHORITY = "authority"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: which campaign, which side, which agency (an authority's own code on its side)."""

    id: str
    campaign: Campaign
    role: Role
    agency: str

    @property
    def name(self) -> str:
        """The name of who plays it."""
        if self.role is Role.AUTHORITY:
            return self.campaign.authority.name
        own = self.campaign.agency(self.agency)
        return own.name if own is not None else self.agency

    @property
    def agency_profile(self) -> Profile:
        """What scoring needs to know of the agency that plays it."""
        own = self.campaign.agency(self.agency)
        return own.profile if own is not None else Profile()


def save(value: Campaign, content_digest: str | None, at: str) -> None:
    """Keeps a campaign or its newer revision."""
    CampaignRow.insert(
        id=value.id,
        revision=value.revision,
        body=canonical.encode(campaign.to_json(value)).decode("utf-8"),
        content_digest=content_digest,
        added_at=at,
    ).on_conflict_replace().execute()


def update(value: Campaign, content_digest: str | None = None) -> None:
    """Replaces the body of a campaign that is here, and where it came from if that is told."""
    body = canonical.encode(campaign.to_json(value)).decode("utf-8")
    CampaignRow.update(body=body, revision=value.revision).where(CampaignRow.id == value.id).execute()
    if content_digest:
        set_digest(value.id, content_digest)


def is_told_of(campaign_id: str) -> bool:
    """Whether a campaign is known by what a submission told of it alone: no file brought it, nobody reviews in it."""
    row = CampaignRow.get_or_none(CampaignRow.id == campaign_id)
    return row is not None and row.content_digest is None and find_part(campaign_id, Role.AUTHORITY) is None


def find(campaign_id: str) -> Campaign | None:
    """The campaign with this id, if it is here."""
    row = CampaignRow.get_or_none(CampaignRow.id == campaign_id)
    return None if row is None else _parsed(row.body)


def kept_since(campaign_id: str) -> str:
    """When the newest revision of a campaign came here (ISO text)."""
    return str(CampaignRow.get_by_id(campaign_id).added_at)


def digest(campaign_id: str) -> str | None:
    """The content digest of the bundle the campaign travels in, None where there is none."""
    row = CampaignRow.get_or_none(CampaignRow.id == campaign_id)
    return None if row is None else row.content_digest


def set_digest(campaign_id: str, content_digest: str) -> None:
    """Remembers the content digest of the bundle the campaign travels in."""
    CampaignRow.update(content_digest=content_digest).where(CampaignRow.id == campaign_id).execute()


def add_part(part_id: str, campaign_id: str, role: Role, agency: str, at: str) -> None:
    """A new part."""
    PartRow.insert(id=part_id, campaign=campaign_id, role=role.value, agency=agency, created_at=at).execute()


def part(part_id: str) -> Part:
    """The part with this id; raises `AppError("part.unknown")`."""
    row = PartRow.get_or_none(PartRow.id == part_id)
    if row is None:
        raise AppError("part.unknown")
    return _part(row)


def parts() -> tuple[Part, ...]:
    """All parts, newest first."""
    return tuple(_part(row) for row in PartRow.select().order_by(PartRow.created_at.desc(), PartRow.id))


def find_part(campaign_id: str, role: Role, agency: str = "") -> Part | None:
    """The part in a campaign on one side; an empty `agency` means any."""
    query = PartRow.select().where((PartRow.campaign == campaign_id) & (PartRow.role == role.value))
    row = (query.where(PartRow.agency == agency) if agency else query).first()
    return None if row is None else _part(row)


@dataclass(frozen=True, slots=True)
class Assessment:
    """Where a commune's own work stands."""

    part: str
    framework: str
    state: str
    round: int
    revision_number: int


def add_assessment(part_id: str, framework: str, state: str) -> None:
    """A new, empty assessment."""
    AssessmentRow.insert(part=part_id, framework=framework, state=state).execute()


def assessment(part_id: str) -> Assessment:
    """The assessment of a part; raises `AppError("part.unknown")`."""
    row = AssessmentRow.get_or_none(AssessmentRow.part == part_id)
    if row is None:
        raise AppError("part.unknown")
    return Assessment(row.part_id, row.framework_id, row.state, row.round, row.revision_number)


def set_assessment(part_id: str, **values: object) -> None:
    """Changes state, round or revision_number."""
    AssessmentRow.update(**values).where(AssessmentRow.part == part_id).execute()


def _part(row: PartRow) -> Part:
    return Part(row.id, _parsed(row.campaign.body), Role(row.role), row.agency)


@functools.lru_cache(maxsize=16)
def _parsed(body: str) -> Campaign:
    return campaign.from_json(canonical.decode(body.encode("utf-8")))
