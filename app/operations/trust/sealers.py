"""Keys that sealed what was received here, and what a commune knows of its authority's; no bundle is read."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.bundles.manifest import Role as SenderRole
from app.domain import check_code
from app.operations.trust import heard
from app.operations.trust.heard import KeyStanding
from app.operations.workspace import Workspace
from app.storage import campaigns, keys, registry, trust_store
from app.storage.campaigns import Part


@dataclass(frozen=True, slots=True)
class SeenKey:
    """A key that sealed a file received here: the sender it spoke for, its digest, its check code, the last time.

    `signed_by`: who signed for the agency a file that names this very key, "" where nobody did whose subject is
    accepted for it.
    """

    agency: str
    role: str
    spki: str
    check_code: str
    at: str = ""
    recipient: str = ""
    signed_by: str = ""


def seen_keys(workspace: Workspace) -> tuple[SeenKey, ...]:
    """Every key that sealed a file received here, each once, newest first."""
    with workspace.session():
        received = [item for part in campaigns.parts() for item in registry.sealed_files(part.id)]
        later = trust_store.all_later_verdicts()
    found: dict[tuple[str, str, str], SeenKey] = {}
    for item in received:
        verdict = json.loads(item.verdict)
        sender, spki = verdict.get("sender") or {}, verdict.get("spki")
        if not spki or not sender:
            continue
        key = (sender["code"], sender["role"], spki)
        recipient = str(verdict.get("recipient") or "")
        again = [json.loads(each.found) for each in later.get(item.id, ())]
        signed_by = _signed_by(item.envelope, spki, [verdict, *again])
        known = found.get(key) or SeenKey(*key, verdict["check_code"] or "", item.at)
        found[key] = replace(known, recipient=known.recipient or recipient, signed_by=known.signed_by or signed_by)
    return tuple(found.values())


def _signed_by(envelope: str, spki: str, verdicts: Sequence[Mapping[str, Any]]) -> str:
    """Who signed for the agency, VALID by the last finding, what names the key that sealed it."""
    told = verdicts[-1].get("people")
    if not told or json.loads(envelope).get("key") != spki:
        return ""
    from app.bundles.people.found import People  # what it rests on is heavy
    from app.bundles.trust import Light, PeopleRole

    people = People.from_json(told)
    signed = (each for each in people.signed_as(PeopleRole.AGENCY) if each.light is Light.VALID)
    return "" if people.light is Light.INVALID else next((each.name for each in signed), "")


def role_of_others(part: Part) -> str:
    """The direction in which the other side of a part speaks: a commune hears an authority, an authority communes."""
    return SenderRole.AGENCY.value if part.role.value == SenderRole.AUTHORITY.value else SenderRole.AUTHORITY.value


@dataclass(frozen=True, slots=True)
class OtherSide:
    """The key of whoever a part hears: what it is here, its check code, and since when and how it was accepted.

    `code` and `role` are the sender's; `standing` None: nothing came yet. With OTHER, the key told is the strange one.
    """

    code: str
    role: str
    standing: KeyStanding | None
    spki: str = ""
    check_code: str = ""
    accepted_at: str = ""
    how: str = ""


def other_side(workspace: Workspace, part: Part) -> OtherSide:
    """What a commune knows of its authority's key. A key nobody judged yet is told before the accepted one."""
    code, role = part.campaign.authority.code, role_of_others(part)
    seen = [key for key in seen_keys(workspace) if (key.agency, key.role) == (code, role)]
    with workspace.session():
        own = [pin for pin in keys.pins() if (pin.agency, pin.role) == (code, role)]
        refused = heard.refused_keys()
    strange = [k for k in seen if (code, role, k.spki) not in refused and all(pin.spki != k.spki for pin in own)]
    if strange:
        standing = KeyStanding.OTHER if own else KeyStanding.FIRST_SEEN
        return OtherSide(code, role, standing, strange[0].spki, strange[0].check_code)
    if not own:
        return OtherSide(code, role, None)
    pin = own[-1]
    standing = KeyStanding.ACCEPTED if pin.valid_to is None else KeyStanding.CLOSED
    return OtherSide(code, role, standing, pin.spki, check_code.of_key(pin.spki), pin.valid_from, pin.how)
