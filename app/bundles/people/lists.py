"""Lists of revoked certificates (RFC 5280, 5 and 6.3) imported as files: which count, how fresh, what they say.

Only a complete list signed by the very authority that issued the certificate counts. An indirect or delta list, one
of another issuer, with a foreign critical extension, or whose signature does not hold is as good as none.
"""

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from asn1crypto import crl as asn1_crl
from asn1crypto import pem
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import load_der_public_key

from app.bundles.people import algorithms
from app.bundles.people.found import RevocationListUsed, worst
from app.bundles.people.names import common_name
from app.bundles.trust import Light, Reason
from app.domain import text
from app.domain.moments import in_vietnam

_UNPARSABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, UnsupportedAlgorithm)
_AHEAD = timedelta(days=1)  # by which the clock of the list's issuer may be ahead of the receiver's
_KNOWN_CRITICAL = {x509.IssuingDistributionPoint.oid, x509.AuthorityKeyIdentifier.oid, x509.CRLNumber.oid}


@dataclass(frozen=True, slots=True)
class Judged:
    """What the lists at hand say of a chain; `is_stale`: a list beyond its nextUpdate was let count."""

    light: Light
    used: tuple[RevocationListUsed, ...] = ()
    reasons: tuple[Reason, ...] = ()
    is_stale: bool = False


@functools.lru_cache(maxsize=64)
def read_list(data: bytes) -> x509.CertificateRevocationList | None:
    """The list in DER or PEM bytes; None when it cannot be read."""
    try:
        found = x509.load_pem_x509_crl(data) if pem.detect(data) else x509.load_der_x509_crl(data)
        _ = found.last_update_utc, found.next_update_utc
    except _UNPARSABLE:
        return None
    return found


def read_lists(files: Iterable[bytes]) -> list[x509.CertificateRevocationList]:
    """Those of `files` that can be read."""
    return [found for found in map(read_list, files) if found is not None]


@functools.lru_cache(maxsize=64)
def for_certvalidator(data: bytes) -> asn1_crl.CertificateList | None:
    """The same for certvalidator, which has its own reader."""
    try:
        return asn1_crl.CertificateList.load(pem.unarmor(data)[2] if pem.detect(data) else data, strict=True)
    except (*_UNPARSABLE, RecursionError):
        return None


def judge_revocation(
    chain: Sequence[asn1.Certificate], known: Sequence[x509.CertificateRevocationList], now: datetime, grace_days: int
) -> Judged:
    """Every certificate of `chain` (anchor first) but the anchor; without a chain nothing can be asked: UNKNOWN."""
    if len(chain) < 2:
        return Judged(Light.UNKNOWN)
    judged = [
        _judge(certificate, issuer, known, now, timedelta(days=grace_days)) for issuer, certificate in pairwise(chain)
    ]
    return Judged(
        worst(each.light for each in judged) or Light.UNKNOWN,
        tuple(dict.fromkeys(used for each in judged for used in each.used)),
        tuple(reason for each in judged for reason in each.reasons),
        any(each.is_stale for each in judged),
    )


def _judge(
    certificate: asn1.Certificate,
    issuer: asn1.Certificate,
    known: Sequence[x509.CertificateRevocationList],
    now: datetime,
    grace: timedelta,
) -> Judged:
    counted = [each for each in known if _counts(each, issuer, certificate) and each.last_update_utc <= now + _AHEAD]
    counted.sort(key=lambda each: each.last_update_utc, reverse=True)
    revoked = _revoked(certificate, counted)
    if revoked is not None:
        return Judged(Light.INVALID, (_used(revoked[0]),), (revoked[1],))
    about = {"issuer": common_name(certificate.issuer)}
    if not counted:
        return Judged(Light.UNKNOWN, (), (Reason("signature.no_crl", about["issuer"], about),))
    newest = counted[0]
    ends = newest.next_update_utc
    if ends is not None and now <= ends:
        return Judged(Light.VALID, (_used(newest),))
    about["last"] = day(ends) if ends is not None else day(newest.last_update_utc)
    if ends is not None and now <= ends + grace:
        return Judged(Light.VALID, (_used(newest),), (Reason("signature.crl_grace", "", about),), is_stale=True)
    return Judged(Light.UNKNOWN, (_used(newest),), (Reason("signature.crl_stale", "", about),))


def _revoked(
    certificate: asn1.Certificate, counted: Sequence[x509.CertificateRevocationList]
) -> tuple[x509.CertificateRevocationList, Reason] | None:
    """Where and since when it is revoked, in whatever list: only a suspension can be lifted, by the newest one."""
    for each in counted:
        entry = each.get_revoked_certificate_by_serial_number(certificate.serial_number)
        if entry is None:
            continue
        why = _flag(entry)
        if why is x509.ReasonFlags.remove_from_crl or (
            why is x509.ReasonFlags.certificate_hold and each is not counted[0]
        ):
            continue
        values = {"revoked": common_name(certificate.subject), "since": day(entry.revocation_date_utc)}
        code = "signature.authority_revoked" if certificate.ca else "signature.revoked"
        return each, Reason(code, why.value if why else "", values)
    return None


def _flag(entry: x509.RevokedCertificate) -> x509.ReasonFlags | None:
    try:
        return entry.extensions.get_extension_for_class(x509.CRLReason).value.reason
    except (x509.ExtensionNotFound, *_UNPARSABLE):
        return None


def _counts(each: x509.CertificateRevocationList, issuer: asn1.Certificate, certificate: asn1.Certificate) -> bool:
    """Whether the list is complete, about this kind of certificate, and signed by the certificate's issuer."""
    try:
        if asn1.Name.load(each.issuer.public_bytes()).hashable != issuer.subject.hashable:
            return False
        return _is_complete(each, certificate) and _is_signed(each, issuer)
    except _UNPARSABLE:
        return False


def _is_complete(each: x509.CertificateRevocationList, certificate: asn1.Certificate) -> bool:
    for extension in each.extensions:
        if extension.oid == x509.DeltaCRLIndicator.oid or (extension.critical and extension.oid not in _KNOWN_CRITICAL):
            return False
        point = extension.value
        if isinstance(point, x509.IssuingDistributionPoint):
            other_kind = point.only_contains_user_certs if certificate.ca else point.only_contains_ca_certs
            if point.indirect_crl or point.only_contains_attribute_certs or point.only_some_reasons or other_kind:
                return False
            if point.full_name and not _points(certificate) & {_address(name) for name in point.full_name}:
                return False
    return True


def _is_signed(each: x509.CertificateRevocationList, issuer: asn1.Certificate) -> bool:
    usage = issuer.key_usage_value
    if usage is not None and "crl_sign" not in usage.native:
        return False
    digest = each.signature_hash_algorithm
    if digest is None or digest.name.replace("-", "_") not in algorithms.DIGESTS:
        return False
    if not algorithms.is_strong(issuer.public_key):
        return False
    return each.is_signature_valid(load_der_public_key(issuer.public_key.dump()))  # type: ignore[arg-type]


def _points(certificate: asn1.Certificate) -> set[str]:
    """The addresses at which the certificate says that its lists are found."""
    found = certificate.crl_distribution_points_value
    points = found if found is not None else ()
    return {
        str(name.native)
        for point in points
        if point["distribution_point"].name == "full_name"
        for name in point["distribution_point"].chosen
    }


def _address(name: x509.GeneralName) -> str:
    return str(name.value)


def _used(each: x509.CertificateRevocationList) -> RevocationListUsed:
    issuer = common_name(asn1.Name.load(each.issuer.public_bytes()))
    return RevocationListUsed(issuer, each.last_update_utc, each.next_update_utc)


def day(moment: datetime) -> str:
    """dd/mm/yyyy in Vietnam's time."""
    return text.date_text(in_vietnam(moment).date())
