"""What was found of the people's signatures on a PDF: the third light, kept as found at first import."""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from app.bundles.trust import Light, PeopleRole, Reason
from app.domain.campaign import Demand
from app.domain.canonical import Json

# findings that make the light INVALID by themselves (a purpose may only be odd); the others are to be looked at
GRAVE = frozenset(
    {
        *("report.unreadable", "report.manifest_count", "report.other_manifest", "report.other_figures"),
        *("signed_pdf.content_covered", "signed_pdf.signature_removed", "signed_pdf.script", "signed_pdf.launch"),
        *("signed_pdf.form", "signed_pdf.layers_hidden", "signature.broken", "signature.unreadable", "signature.weak"),
        *("signature.chain_broken", "signature.other_purpose", "signature.revoked", "signature.authority_revoked"),
        *("signature.expired", "signature.not_yet_valid"),
    }
)
Box = tuple[float, float, float, float]


def worst(lights: Iterable[Light | None]) -> Light | None:
    """The worst of `lights`; None when there is none."""
    known = [light for light in lights if light is not None]
    return max(known, key=list(Light).index) if known else None


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
    list. `role` is None while nobody accepted the subject. `page` counts from 1, 0 for a signature that shows nothing.
    `is_timestamped`: another server's time stands in it, which is not relied upon.
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
    page: int = 0
    is_timestamped: bool = False

    @property
    def light(self) -> Light:
        """The worst of the five."""
        lights = (self.integrity, self.chain, self.period, self.revocation, self.acceptance)
        return worst(lights) or Light.UNKNOWN


class AdditionKind(StrEnum):
    """How something that was added after signing is judged."""

    EXPECTED = "expected"  # inside a reserved area: number, date, seal, stamp
    ELSEWHERE = "elsewhere"  # outside: UNKNOWN, to be looked at
    OVER_TEXT = "over_text"  # over printed text, or in place of it: INVALID


@dataclass(frozen=True, slots=True)
class Addition:
    """Something a later revision shows on a page (counted from 1): where, in PDF points from the lower left corner.

    `words` is the text that was added there, as far as the PDF has it as text; `area` the name of the reserved area.
    """

    page: int
    kind: AdditionKind
    box: Box
    words: str = ""
    area: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """The third light of one PDF and what it rests on. `judged_at` has its zone; `program` is this one's version.

    `light` is None when nothing is signed and nothing is demanded. `figures`: printed points against data, None where
    they were not compared. `demand` was asked for, `missing` are the roles it lacks. `is_rewritten`: the signing
    program wrote the whole file anew, so that pages were compared as pictures. `reasons` are sentences about the
    paper as a whole, those about one signature stand with it. `all_reasons` has both.
    """

    light: Light | None
    signatures: tuple[Signature, ...] = ()
    additions: tuple[Addition, ...] = ()
    reasons: tuple[Reason, ...] = ()
    judged_at: datetime | None = None
    program: str = ""
    demand: Demand | None = None
    missing: tuple[PeopleRole, ...] = ()
    figures: Light | None = None
    is_rewritten: bool = False

    @property
    def all_reasons(self) -> tuple[Reason, ...]:
        """Every finding: those that make it INVALID first, then those about the whole paper, then by signature."""
        found = (*self.reasons, *(reason for each in self.signatures for reason in each.reasons))
        return tuple(sorted(found, key=lambda reason: reason.code not in GRAVE))

    @property
    def is_paper_sound(self) -> bool:
        """Whether nothing is wrong with the paper itself, whatever is found of a signature on it."""
        return not any(reason.code in GRAVE and not reason.code.startswith("signature.") for reason in self.all_reasons)

    def with_other_points(self, reason: Reason) -> "People":
        """The same for a paper whose points the receiver does not find: no light on it is VALID."""
        light = worst((self.light, Light.UNKNOWN)) if self.light is not None else None
        return replace(self.with_reason(reason, light), figures=Light.INVALID)

    def with_reason(self, reason: Reason, light: Light | None) -> "People":
        """The same with one more finding and another light."""
        return replace(self, light=light, reasons=(*self.reasons, reason))

    def signed_as(self, role: PeopleRole) -> tuple[Signature, ...]:
        """The signatures whose subject is accepted for `role` and that are not INVALID."""
        return tuple(each for each in self.signatures if each.role is role and each.light is not Light.INVALID)

    def to_json(self) -> dict[str, Json]:
        """As it is recorded at first import; `from_json` reads it back."""
        return {
            "light": self.light and self.light.value,
            "signatures": [_signature_json(each) for each in self.signatures],
            "additions": [_addition_json(each) for each in self.additions],
            "reasons": [_reason_json(each) for each in self.reasons],
            "judged_at": _time_json(self.judged_at),
            "program": self.program,
            "demand": self.demand and self.demand.value,
            "missing": [role.value for role in self.missing],
            "figures": self.figures and self.figures.value,
            "is_rewritten": self.is_rewritten,
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> "People":
        """What `to_json` wrote; fields that an earlier version did not know have their defaults."""
        demand, figures, light = told.get("demand"), told.get("figures"), told.get("light")
        return cls(
            light=Light(light) if light else None,
            signatures=tuple(map(_signature, told.get("signatures", ()))),
            additions=tuple(map(_addition, told.get("additions", ()))),
            reasons=tuple(map(_reason, told.get("reasons", ()))),
            judged_at=_time(told.get("judged_at")),
            program=told.get("program", ""),
            demand=Demand(demand) if demand else None,
            missing=tuple(PeopleRole(role) for role in told.get("missing", ())),
            figures=Light(figures) if figures else None,
            is_rewritten=bool(told.get("is_rewritten", False)),
        )


# JSON -----------------------------------------------------------------------------------------------------------

_TEXTS = ("field", "subject", "name", "unit", "issuer", "serial", "algorithm")
_TIMES = ("valid_from", "valid_to", "signed_at")
_LIGHTS = ("integrity", "chain", "period", "revocation", "acceptance")


def _signature_json(each: Signature) -> dict[str, Json]:
    told: dict[str, Json] = {name: getattr(each, name) for name in _TEXTS}
    told |= {name: _time_json(getattr(each, name)) for name in _TIMES}
    told |= {name: getattr(each, name).value for name in _LIGHTS}
    lists = ((used.issuer, used.this_update, used.next_update) for used in each.revocation_lists)
    return {
        **told,
        "role": each.role and each.role.value,
        "revocation_lists": [[issuer, _time_json(this), _time_json(following)] for issuer, this, following in lists],
        "certificate": base64.b64encode(each.certificate).decode("ascii"),
        "reasons": [_reason_json(reason) for reason in each.reasons],
        "page": each.page,
        "is_timestamped": each.is_timestamped,
    }


def _signature(told: Mapping[str, Any]) -> Signature:
    role = told.get("role")
    lists = (
        RevocationListUsed(issuer, datetime.fromisoformat(this), _time(following))
        for issuer, this, following in told.get("revocation_lists", ())
    )
    plain: dict[str, Any] = {name: told[name] for name in _TEXTS}
    plain |= {name: _time(told[name]) for name in _TIMES}
    plain |= {name: Light(told[name]) for name in _LIGHTS}
    return Signature(
        **plain,
        role=PeopleRole(role) if role else None,
        revocation_lists=tuple(lists),
        certificate=base64.b64decode(told.get("certificate", "")),
        reasons=tuple(map(_reason, told.get("reasons", ()))),
        page=int(told.get("page", 0)),
        is_timestamped=bool(told.get("is_timestamped", False)),
    )


def _addition_json(each: Addition) -> dict[str, Json]:
    box: list[Json] = [f"{round(side, 1)}" for side in each.box]  # canonical JSON knows no binary fractions
    return {"page": each.page, "kind": each.kind.value, "box": box, "words": each.words, "area": each.area}


def _addition(told: Mapping[str, Any]) -> Addition:
    left, bottom, right, top = map(float, told["box"])
    box = (left, bottom, right, top)
    return Addition(told["page"], AdditionKind(told["kind"]), box, told.get("words", ""), told.get("area", ""))


def _reason_json(each: Reason) -> dict[str, Json]:
    return {"code": each.code, "detail": each.detail, "values": dict(each.values)}


def _reason(told: Mapping[str, Any]) -> Reason:
    return Reason(told["code"], told.get("detail", ""), told.get("values", {}))


def _time_json(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _time(told: str | None) -> datetime | None:
    return None if told is None else datetime.fromisoformat(told)
