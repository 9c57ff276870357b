"""What was found of the people's signatures on a PDF: the third light, kept as found at first import."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.bundles.trust import Light, Reason


class PeopleRole(StrEnum):
    """For whom a person signs: told by the accepted subject, never by a field's name or the order."""

    LEADER = "leader"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class RevocationListUsed:
    """A list of revoked certificates that was consulted: its issuer's name and its two times (with zone)."""

    issuer: str
    this_update: datetime
    next_update: datetime | None


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature, as Thông tư 15/2025/TT-BKHCN, Điều 6.4b asks: issuer, signer, unit, time, integrity, validity.

    `subject` is RFC 4514 text of the certificate's subject, what an authority accepts for an agency and role; `name`
    its common name, `unit` its organisation and unit. `signed_at` is a claim (with zone). `algorithm` in words such
    as "RSA-PSS, SHA-256". The five lights are what `light` is the worst of; `revocation` is UNKNOWN without a fresh
    list. `role` is None while nobody accepted the subject.
    """

    field: str
    subject: str
    name: str
    unit: str
    issuer: str
    serial: str
    valid_from: datetime
    valid_to: datetime
    signed_at: datetime | None
    algorithm: str
    integrity: Light
    chain: Light
    period: Light
    revocation: Light
    acceptance: Light
    role: PeopleRole | None = None
    revocation_lists: tuple[RevocationListUsed, ...] = ()
    certificate: bytes = b""  # DER
    reasons: tuple[Reason, ...] = ()

    @property
    def light(self) -> Light:
        """The worst of the five."""
        order = list(Light)
        return max((self.integrity, self.chain, self.period, self.revocation, self.acceptance), key=order.index)


class AdditionKind(StrEnum):
    """How something that was added after signing is judged."""

    EXPECTED = "expected"  # inside a reserved area: number, date, seal, stamp
    ELSEWHERE = "elsewhere"  # outside: UNKNOWN, to be looked at
    OVER_TEXT = "over_text"  # over printed text: INVALID


@dataclass(frozen=True, slots=True)
class Addition:
    """Something a later revision shows on a page (counted from 1): where, in PDF points from the lower left corner."""

    page: int
    kind: AdditionKind
    box: tuple[float, float, float, float]
    words: str = ""
    area: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """The third light of one PDF and what it rests on. `judged_at` has its zone; `program` is this one's version."""

    light: Light | None
    signatures: tuple[Signature, ...] = ()
    additions: tuple[Addition, ...] = ()
    reasons: tuple[Reason, ...] = ()
    judged_at: datetime | None = None
    program: str = ""
