"""Whether a certificate may be believed: its chain to imported authorities, purposes, period and revocation.

Nothing is ever fetched. pyhanko-certvalidator builds and checks the chain; its modes `soft-fail` and `hard-fail` call
a revoked certificate trusted when no list is at hand, so revocation is judged here on the lists themselves and then
asked again in its mode `require`. Algorithms: Thông tư 15/2025/TT-BKHCN, Phụ lục I.
"""

import asyncio
import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from asn1crypto import crl as asn1_crl
from asn1crypto import pem, x509
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import PathBuildingError, PathError, ValidationError
from pyhanko_certvalidator.policy_decl import NO_REVOCATION, CertRevTrustPolicy

from app.bundles.people import lists
from app.bundles.people.algorithms import Allowed, is_strong
from app.bundles.people.found import RevocationListUsed, worst
from app.bundles.people.names import common_name
from app.bundles.trust import Light, Reason, TrustPolicy

MAX_EMBEDDED = 16  # certificates inside one signature; a chain has three or four
CLOCKS = timedelta(hours=1)  # by which the signer's clock may be ahead of the receiver's
# what asn1crypto and cryptography raise on bytes that are not what they should be
UNPARSABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)

_LARGE = 512 << 10  # bytes of a list, some 20,000 entries
_SIGNS = {"digital_signature", "non_repudiation"}
_FOR_PAPERS = {  # purposes under which people's certificates are issued
    "any_extended_key_usage",
    "client_auth",
    "email_protection",
    "adobe_authentic_documents_trust",
    "microsoft_document_signing",
    "1.2.840.113583.1.1.5",
    "1.3.6.1.4.1.311.10.3.12",
    "1.3.6.1.5.5.7.3.36",  # RFC 9336: document signing
}
_FOR_MACHINES = {"server_auth", "code_signing", "time_stamping", "ocsp_signing"}


@dataclass(frozen=True, slots=True)
class Standing:
    """What was found of a signer's certificate; `lists` were consulted."""

    chain: Light
    period: Light
    revocation: Light
    lists: tuple[RevocationListUsed, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class _Chain:
    """The certificates from the anchor (first) to the signer (last), and how far they may be believed."""

    light: Light
    certificates: tuple[x509.Certificate, ...] = ()
    reasons: tuple[Reason, ...] = ()


def judge_certificate(
    certificate: x509.Certificate,
    embedded: Sequence[x509.Certificate],
    trust: TrustPolicy,
    signed_at: datetime | None,
    now: datetime,
) -> Standing:
    """The chain, period and revocation of `certificate`, which signed at the claimed `signed_at` and is judged `now`.

    `embedded` are the certificates that came inside the signature; they lead to an authority, never prove one.
    """
    about = {"signer": common_name(certificate.subject), "issuer": common_name(certificate.issuer)}
    chain = _chain(certificate, embedded, trust, _moment(certificate, signed_at, now))
    period, period_reasons = _period(certificate, chain.certificates, signed_at, now)
    found = lists.judge_revocation(chain.certificates, lists.read_lists(trust.people_crls), now, trust.crl_grace_days)
    revocation = found.light
    if revocation is Light.VALID and period is Light.VALID and not found.is_stale:
        revocation = _confirmed(certificate, chain.certificates, trust, now)
    reasons = found.reasons
    if revocation is Light.UNKNOWN and not reasons and chain.certificates:
        reasons = (Reason("signature.no_crl"),)
    told = (*chain.reasons, *period_reasons, *reasons)
    return Standing(
        chain.light,
        period,
        revocation,
        found.used,
        tuple(Reason(each.code, each.detail, {**about, **each.values}) for each in told),
    )


# Bytes ----------------------------------------------------------------------------------------------------------


@functools.lru_cache(maxsize=256)
def load_certificate(data: bytes) -> x509.Certificate | None:
    """The certificate in DER or PEM bytes; None when there is none that can be read."""
    try:
        der = pem.unarmor(data)[2] if pem.detect(data) else data
        found = x509.Certificate.load(der, strict=True)
        _ = found.subject.hashable, found.issuer.hashable, found.public_key.native, found.ca
        validity(found)
    except UNPARSABLE:
        return None
    return found


def validity(certificate: x509.Certificate) -> tuple[datetime, datetime]:
    """From when to when a certificate holds; `ValueError` where that is no moment (asn1crypto reads a year 0)."""
    begins, ends = certificate.not_valid_before, certificate.not_valid_after
    if isinstance(begins, datetime) and isinstance(ends, datetime):
        return begins, ends
    raise ValueError("a period outside the calendar")


# Chain ----------------------------------------------------------------------------------------------------------


def _moment(certificate: x509.Certificate, signed_at: datetime | None, now: datetime) -> datetime:
    """When the chain is asked: at the claimed time, but inside the signer's own period, which is judged by itself."""
    claimed = min(signed_at or now, now)
    begins: datetime = certificate.not_valid_before
    ends: datetime = certificate.not_valid_after
    return min(max(claimed, begins), ends)


def _chain(
    certificate: x509.Certificate,
    embedded: Sequence[x509.Certificate],
    trust: TrustPolicy,
    moment: datetime,
) -> _Chain:
    anchors, between = _authorities(trust)
    if not anchors:
        return _Chain(Light.UNKNOWN, reasons=(Reason("signature.no_authorities"),))
    try:
        path = _validated(certificate, anchors, (*between, *embedded[:MAX_EMBEDDED]), moment)
    except PathBuildingError as error:
        return _Chain(Light.UNKNOWN, reasons=(Reason("signature.unknown_issuer", _line(error)),))
    except (PathError, ValidationError, *UNPARSABLE) as error:
        return _Chain(Light.INVALID, reasons=(Reason("signature.chain_broken", _line(error)),))
    if not all(is_strong(each.public_key) for each in path):
        return _Chain(Light.INVALID, path, (Reason("signature.weak", "key"),))
    light, reasons = _purposes(certificate)
    if not path[0].not_valid_before <= moment <= path[0].not_valid_after:
        reasons = (*reasons, Reason("signature.authority_expired", common_name(path[0].subject)))
        light = worst((light, Light.UNKNOWN)) or light
    return _Chain(light, path, reasons)


def _authorities(trust: TrustPolicy) -> tuple[list[x509.Certificate], list[x509.Certificate]]:
    """Imported authorities where chains end, and those below another imported one, which may be revoked themselves."""
    known = [found for found in map(load_certificate, trust.people_authorities) if found is not None and found.ca]
    subjects = {found.subject.hashable for found in known}
    anchors: list[x509.Certificate] = []
    between: list[x509.Certificate] = []
    for found in known:
        is_root = found.issuer.hashable == found.subject.hashable or found.issuer.hashable not in subjects
        (anchors if is_root else between).append(found)
    return anchors, between


def _validated(
    certificate: x509.Certificate,
    anchors: Iterable[x509.Certificate],
    others: Iterable[x509.Certificate],
    moment: datetime,
    crls: Iterable[asn1_crl.CertificateList] | None = None,
) -> tuple[x509.Certificate, ...]:
    """The chain, anchor first; with `crls` every certificate below it must be proven not revoked."""
    asked: dict[str, Any] = {"revinfo_policy": CertRevTrustPolicy(NO_REVOCATION)}
    if crls is not None:
        asked = {"revocation_mode": "require", "crls": list(crls)}
    context = ValidationContext(
        trust_roots=list(anchors),
        other_certs=list(others),
        moment=moment.astimezone(UTC),
        allow_fetching=False,
        algorithm_usage_policy=Allowed(),
        **asked,
    )
    validator = CertificateValidator(certificate, validation_context=context)
    return tuple(asyncio.run(validator.async_validate_path()).iter_certs(include_root=True))


def _confirmed(
    certificate: x509.Certificate, chain: Sequence[x509.Certificate], trust: TrustPolicy, now: datetime
) -> Light:
    """What certvalidator says in its mode `require`, with the lists at hand: a second opinion, VALID or UNKNOWN.

    It goes through lists entry by entry: large ones, half a second each, are judged once only.
    """
    if any(len(data) > _LARGE for data in trust.people_crls):
        return Light.VALID
    known = [each for data in trust.people_crls if (each := lists.for_certvalidator(data)) is not None]
    try:
        _validated(certificate, chain[:1], chain[1:-1], now, known)
    except (PathError, ValidationError, *UNPARSABLE):
        return Light.UNKNOWN
    return Light.VALID


def _purposes(certificate: x509.Certificate) -> tuple[Light, tuple[Reason, ...]]:
    usage, extended = certificate.key_usage_value, certificate.extended_key_usage_value
    if certificate.ca or (usage is not None and not _SIGNS & set(usage.native)):
        return Light.INVALID, (Reason("signature.other_purpose", "keyUsage"),)
    purposes = set(extended.native) if extended is not None else set()
    if not purposes or purposes & _FOR_PAPERS:
        return Light.VALID, ()
    light = Light.INVALID if purposes <= _FOR_MACHINES else Light.UNKNOWN
    return light, (Reason("signature.other_purpose", ", ".join(sorted(purposes))),)


# Period ---------------------------------------------------------------------------------------------------------


def _period(
    certificate: x509.Certificate,
    chain: Sequence[x509.Certificate],
    signed_at: datetime | None,
    now: datetime,
) -> tuple[Light, tuple[Reason, ...]]:
    """At the claimed time and at the moment of judging: nothing proves that the claim is true."""
    begins, ends = certificate.not_valid_before, certificate.not_valid_after
    days = {"first": lists.day(begins), "last": lists.day(ends)}
    if signed_at is None:
        return Light.UNKNOWN, (Reason("signature.no_time"),)
    if signed_at > ends or signed_at < begins:
        code = "signature.expired" if signed_at > ends else "signature.not_yet_valid"
        return Light.INVALID, (Reason(code, signed_at.isoformat(), days),)
    if signed_at > now + CLOCKS:
        return Light.UNKNOWN, (Reason("signature.time_ahead", signed_at.isoformat()),)
    if any(now > each.not_valid_after for each in (certificate, *chain[1:])):
        return Light.UNKNOWN, (Reason("signature.expired_since", ends.isoformat(), days),)
    return Light.VALID, ()


def _line(error: Exception) -> str:
    return str(error).partition("\n")[0][:200]
