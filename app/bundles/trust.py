"""Three lights and the verdict: what the receiver already knows decides, never what a bundle says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from app.bundles.keys import check_code, spki_of_pem
from app.bundles.manifest import Envelope, Kind, Role, Sender, sha256
from app.bundles.refusal import Refused
from app.bundles.signing import Seal
from app.domain.campaign import Demand
from app.domain.canonical import Json

if TYPE_CHECKING:
    from app.bundles.people.found import People


class Light(StrEnum):
    """From best to worst."""

    VALID = "VALID"
    UNKNOWN = "UNKNOWN"
    INVALID = "INVALID"


_WORSE = list(Light)


class PinEnd(StrEnum):
    """Why a pin was closed."""

    REPLACED = "replaced"
    LOST = "lost"
    STOLEN = "stolen"


@dataclass(frozen=True, slots=True)
class Pin:
    """A key accepted for one agency and one role, from a moment to a moment (None: open).

    Times carry their zone. `role` None stands for either direction: only for a pin given on a command line.
    """

    agency_code: str
    role: Role | None
    spki_sha256: str
    valid_from: datetime | None = None
    valid_to: datetime | None = None
    reason: PinEnd | None = None

    def is_about(self, sender: Sender) -> bool:
        """Whether the pin is for this sender, whatever the key."""
        return self.agency_code == sender.code and self.role in (None, sender.role)


def pin_from_pem(agency_code: str, role: Role | None, pem: bytes) -> Pin:
    """A pin on the key of a certificate or public key in PEM; raises `AppError("key.pem_unreadable")`."""
    return Pin(agency_code, role, sha256(spki_of_pem(pem)))


class PeopleRole(StrEnum):
    """For whom a person signs: told by the accepted subject, never by a field's name or the order."""

    LEADER = "leader"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class AcceptedSigner:
    """A certificate's subject (RFC 4514 text) accepted for one agency and role, from a moment to a moment."""

    agency: str
    role: PeopleRole
    subject: str
    valid_from: datetime | None = None
    valid_to: datetime | None = None


@dataclass(frozen=True, slots=True)
class TrustPolicy:
    """What the receiver trusts and demands of the people who sign.

    `people_authorities` and `people_crls` are CA certificates and lists of revoked ones (DER or PEM), imported as
    files. A list still counts `crl_grace_days` after its nextUpdate. `demands`: what each campaign, by its id, asks of
    submissions. `judges_people` False: the third light is left out, for a bundle made here that is only read again.
    """

    pins: tuple[Pin, ...] = ()
    people_authorities: tuple[bytes, ...] = ()
    people_crls: tuple[bytes, ...] = ()
    signers: tuple[AcceptedSigner, ...] = ()
    crl_grace_days: int = 0
    demands: Mapping[str, Demand] = field(default_factory=dict)
    judges_people: bool = True


@dataclass(frozen=True, slots=True)
class Reason:
    """One finding: `code` has its sentence in `app.wording`, filled from `values`; `detail` is technical."""

    code: str
    detail: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


def reason_of(refused: Refused) -> Reason:
    """A refusal as a finding."""
    return Reason(refused.code, refused.detail, refused.values)


@dataclass(frozen=True, slots=True)
class Lights:
    """`people` is None when no person's signature is demanded and none is there."""

    integrity: Light
    seal: Light
    people: Light | None = None

    @property
    def worst(self) -> Light:
        """The verdict: the worst of the lights there are."""
        return max((light for light in (self.integrity, self.seal, self.people) if light), key=_WORSE.index)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found. `kind` and `sender` are claims; digests are 64 hexadecimal digits, None where unknown.

    `check_code` belongs to the sealing key; `signed_at` is the time its maker claims. `people` is what the third
    light rests on, None where there is nothing to judge.
    """

    lights: Lights
    kind: Kind | None = None
    sender: Sender | None = None
    reasons: tuple[Reason, ...] = ()
    content_digest: str | None = None
    seal_digest: str | None = None
    file_digest: str | None = None
    spki_sha256: str | None = None
    check_code: str | None = None
    signed_at: datetime | None = None
    people: "People | None" = None

    @property
    def light(self) -> Light:
        """The verdict itself."""
        return self.lights.worst

    def with_other_points(self, reason: Reason) -> "Verdict":
        """The same after the receiver scored the inputs itself and found other points than the paper prints."""
        if self.people is None:
            return self
        people = self.people.with_other_points(reason)
        lights = replace(self.lights, people=people.light)
        return replace(self, lights=lights, reasons=(*self.reasons, reason), people=people)

    def to_json(self) -> dict[str, Json]:
        """The verdict as `--json` prints it."""
        sender = self.sender
        return {
            "verdict": self.light.value,
            "lights": {
                "integrity": self.lights.integrity.value,
                "seal": self.lights.seal.value,
                "people": self.lights.people and self.lights.people.value,
            },
            "kind": self.kind and self.kind.value,
            "sender": sender and {"code": sender.code, "name": sender.name, "role": sender.role.value},
            "reasons": [{"code": reason.code, "detail": reason.detail} for reason in self.reasons],
            "content_digest": self.content_digest,
            "seal_digest": self.seal_digest,
            "file_digest": self.file_digest,
            "people": None if self.people is None else self.people.to_json(),
        }


def judge_seal(seal: Seal, envelope: Envelope, trust: TrustPolicy, now: datetime) -> tuple[Light, tuple[Reason, ...]]:
    """The second light for a seal that holds. `now` is the moment of import, with its zone.

    VALID only under an open pin for this sender. A key of another agency or of the other direction, and a key
    reported stolen, are INVALID; first sight, another key than pinned and a closed pin are UNKNOWN.
    """
    same_key = [pin for pin in trust.pins if pin.spki_sha256 == seal.spki_sha256]
    misused = _misused(same_key, envelope.sender)
    if misused:
        return Light.INVALID, (_about_key(misused, seal, envelope),)
    about = [pin for pin in trust.pins if pin.is_about(envelope.sender)]
    if not same_key:
        return Light.UNKNOWN, (_about_key("key.changed" if about else "key.first_seen", seal, envelope),)
    if any(_is_stolen(pin, now) for pin in same_key):
        return Light.INVALID, (_about_key("key.stolen", seal, envelope),)
    if any(_is_open(pin, now) for pin in same_key):
        return Light.VALID, ()
    closed = any(pin.valid_to is not None and pin.valid_to <= now for pin in same_key)
    return Light.UNKNOWN, (_about_key("key.pin_closed" if closed else "key.pin_not_begun", seal, envelope),)


def _misused(same_key: list[Pin], sender: Sender) -> str | None:
    """One key serves one agency and one direction."""
    if any(pin.agency_code != sender.code for pin in same_key):
        return "key.other_agency"
    if any(not pin.is_about(sender) for pin in same_key):
        return "key.other_direction"
    return None


def _is_stolen(pin: Pin, now: datetime) -> bool:
    return pin.reason is PinEnd.STOLEN and (pin.valid_to is None or pin.valid_to <= now)


def _is_open(pin: Pin, now: datetime) -> bool:
    return (pin.valid_from is None or pin.valid_from <= now) and (pin.valid_to is None or now < pin.valid_to)


def _about_key(code: str, seal: Seal, envelope: Envelope) -> Reason:
    told = check_code(seal.spki)
    return Reason(code, told, {"check_code": told, "sender": envelope.sender.name})
