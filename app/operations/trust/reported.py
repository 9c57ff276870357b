"""What a commune sees of its registration: whether its authority was told the campaign came, its key, whom to call."""

import json
from dataclasses import dataclass
from enum import StrEnum

from app.domain import codec
from app.domain.agency import Contact
from app.domain.campaign import UNNAMED_AUTHORITY
from app.operations.workspace import Workspace
from app.storage import campaigns, keys, people


class RegistrationState(StrEnum):
    """Where a commune stands with making itself known."""

    ALONE = "alone"  # no campaign file yet, so nobody to tell
    NONE = "none"
    OUTDATED = "outdated"  # another key, another contact or a newer campaign since
    MADE = "made"


@dataclass(frozen=True, slots=True)
class Made:
    """The last registration that was written: when (ISO), its file name, the key and contact it told."""

    at: str
    file_name: str
    spki: str
    contact: Contact
    revision: int


@dataclass(frozen=True, slots=True)
class Registering:
    """What a commune sees of its registration; `contact` is what the next one would say."""

    state: RegistrationState
    contact: Contact
    last: Made | None


def standing(workspace: Workspace, part_id: str) -> Registering:
    """Where a commune's part stands with its registration."""
    with workspace.session():
        part = campaigns.part(part_id)
        own = keys.own(part.agency, part.role.value)
        last = _last(part_id)
    contact = own_contact(workspace, part_id)
    if part.campaign.authority.code == UNNAMED_AUTHORITY:
        return Registering(RegistrationState.ALONE, contact, None)
    if last is None:
        return Registering(RegistrationState.NONE, contact, None)
    told = (last.spki, last.contact, last.revision)
    now = (own.spki if own is not None else last.spki, contact, part.campaign.revision)
    state = RegistrationState.MADE if told == now else RegistrationState.OUTDATED
    return Registering(state, contact, last)


def own_contact(workspace: Workspace, part_id: str) -> Contact:
    """Who is called about this part: as typed here, else as the campaign has it, else whoever is working."""
    with workspace.session():
        stored = people.setting(f"contact:{part_id}")
        part = campaigns.part(part_id)
    if stored:
        return codec.from_json(Contact, json.loads(stored))
    agency = part.campaign.agency(part.agency)
    if agency is not None and agency.contact != Contact():
        return agency.contact
    acting = workspace.acting
    return Contact(name=acting.name, title=acting.title) if acting is not None else Contact()


def _last(part_id: str) -> Made | None:
    stored = people.setting(f"registration:{part_id}")
    return codec.from_json(Made, json.loads(stored)) if stored else None
