"""Whose word a commune hears: its authority's under the accepted key, or under any key while none was accepted.

What came under another key than the accepted one, or under one said not to be the authority's, is kept and waits: it
is not shown as the authority's word, and acts as soon as its key is accepted.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from app.bundles.manifest import Role
from app.domain.contents import FeedbackKind
from app.domain.moments import order_said
from app.storage import campaigns, keys, people, registry, submissions
from app.storage.keys import PinnedKey
from app.storage.submissions import Told

_REFUSED = "refused_keys"
_STRANGE = {"key.changed", "key.pin_closed", "key.pin_not_begun"}  # found when it came: another one was accepted then


class KeyStanding(StrEnum):
    """What a sealing key is to whoever received a file."""

    ACCEPTED = "accepted"
    FIRST_SEEN = "first_seen"
    OTHER = "other"  # another one was accepted for this agency
    CLOSED = "closed"  # it was accepted, and no longer was when the file came

    @property
    def is_other(self) -> bool:
        """Whether a key was accepted, and it was not this one when the file came."""
        return self in (KeyStanding.OTHER, KeyStanding.CLOSED)


def key_standing(pins: Iterable[PinnedKey], agency: str, role: str, spki: str, received_at: str) -> KeyStanding:
    """What the keys accepted by now say of a file received at `received_at` (ISO) under the key `spki`.

    Under a key that was closed later the verdict of then stands.
    """
    own = [pin for pin in pins if (pin.agency, pin.role) == (agency, role)]
    ends = [pin.valid_to for pin in own if pin.spki == spki]
    if not ends:
        return KeyStanding.OTHER if own else KeyStanding.FIRST_SEEN
    at = datetime.fromisoformat(received_at)
    if any(end is None or at < datetime.fromisoformat(end) for end in ends):
        return KeyStanding.ACCEPTED
    return KeyStanding.CLOSED


def refused_keys() -> frozenset[tuple[str, str, str]]:
    """Keys said not to be the agency's own: (agency, role, digest) (inside a session)."""
    return frozenset((str(a), str(b), str(c)) for a, b, c in json.loads(people.setting(_REFUSED) or "[]"))


def set_refused(refused: Iterable[tuple[str, str, str]]) -> None:
    """Keeps them (inside a transaction)."""
    people.set_setting(_REFUSED, json.dumps(sorted(refused)))


def is_strange(authority: str, spki: str, at: str) -> bool:
    """Whether what came at `at` (ISO) under this key is not heard as this authority's word: another key is accepted for
    it, this one was said not to be its own, or it is ourselves and never had it (inside a session)."""
    sender = (authority, Role.AUTHORITY.value)
    standing = key_standing(keys.pins(), *sender, spki, at)
    if standing is not KeyStanding.FIRST_SEEN:
        return standing is not KeyStanding.ACCEPTED
    own = {key.spki for key in keys.own_ones(*sender)}
    return (*sender, spki) in refused_keys() or (bool(own) and spki not in own)


def waiting(part_id: str) -> frozenset[str]:
    """Content digests of what a commune's part received and does not hear (inside a session)."""
    sender = (campaigns.part(part_id).campaign.authority.code, Role.AUTHORITY.value)
    pins = [pin for pin in keys.pins() if (pin.agency, pin.role) == sender]
    refused = {spki for *whose, spki in refused_keys() if tuple(whose) == sender}
    if not pins and not refused:
        return frozenset()
    found = set()
    for file in registry.sealed_files(part_id):
        verdict = json.loads(file.verdict)
        spki = verdict.get("spki") or ""
        was_strange = any(reason["code"] in _STRANGE for reason in verdict["reasons"])
        if (was_strange or spki in refused) and not _is_accepted(pins, sender, spki, file.at):
            found.add(str(verdict["content_digest"]))
    return frozenset(found)


def accepted(part_id: str) -> frozenset[str]:
    """Content digests of what a commune's part received under its authority's accepted key (inside a session)."""
    sender = (campaigns.part(part_id).campaign.authority.code, Role.AUTHORITY.value)
    pins = keys.pins()
    told = ((json.loads(file.verdict), file.at) for file in registry.sealed_files(part_id))
    return frozenset(
        str(verdict["content_digest"])
        for verdict, at in told
        if _is_accepted(pins, sender, verdict.get("spki") or "", at)
    )


def _is_accepted(pins: Iterable[PinnedKey], sender: tuple[str, str], spki: str, at: str) -> bool:
    return key_standing(pins, *sender, spki, at) is KeyStanding.ACCEPTED


def feedback(part_id: str, kind: str = FeedbackKind.APPRAISAL.value) -> tuple[Told, ...]:
    """What the authority said, the latest round and what was said last first (inside a session)."""
    told = _heard(part_id, submissions.feedback(part_id, kind=kind))
    return tuple(sorted(told, key=lambda each: (each.number, order_said(each.made_at, each.at)), reverse=True))


def results(part_id: str) -> tuple[Told, ...]:
    """What it published, newest first (inside a session)."""
    return _heard(part_id, submissions.results(part_id))


def _heard(part_id: str, told: tuple[Told, ...]) -> tuple[Told, ...]:
    held = waiting(part_id) if told else frozenset()
    return tuple(each for each in told if each.content_digest not in held)
