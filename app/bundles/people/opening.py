"""One signature of a PDF: whether its CMS holds for the bytes it names, and what it says of itself.

Forms of other programs are read too (BER, PKCS#7 of Acrobat, PKCS#1 v1.5); what a signature may hide is not: a content
of its own, several signers, missing signed attributes, weak algorithms.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from asn1crypto import cms, core, x509
from cryptography import x509 as strict_x509
from pyhanko.sign.general import CMSExtractionError, CMSStructuralError
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from app.bundles.people import algorithms
from app.bundles.people.certificates import MAX_EMBEDDED, UNPARSABLE, judge_certificate, validity
from app.bundles.people.found import Signature
from app.bundles.people.names import common_name, named
from app.bundles.people.revisions import Revisions, Signed
from app.bundles.trust import Light, Reason, TrustPolicy

DETACHED = ("ETSI.CAdES.detached", "adbe.pkcs7.detached")
NOBODY = datetime.fromisoformat("1980-01-01T00:00:00+00:00")  # for a signature that names no certificate
_LIGHTS = ("integrity", "chain", "period", "revocation", "acceptance")
_HASHES = {"sha256", "sha384", "sha512", "sha512_256", "sha3_256", "sha3_384", "sha3_512"}


@dataclass(frozen=True, slots=True)
class _Opened:
    """A CMS taken apart."""

    signer: Any
    certificate: x509.Certificate
    embedded: tuple[x509.Certificate, ...]
    signed_at: datetime | None
    is_timestamped: bool


def judge_signature(revisions: Revisions, signed: Signed, trust: TrustPolicy, now: datetime) -> Signature:
    """One signature judged but for whom it was accepted; never raises for what stands in the file."""
    try:
        opened = _open(signed)
        blank = _told(signed, opened)
        reason = _broken(revisions, signed, opened)
    except UNPARSABLE as error:
        return _unreadable(signed, type(error).__name__)
    standing = judge_certificate(opened.certificate, opened.embedded, trust, opened.signed_at, now)
    about = {"signer": blank.name, "issuer": blank.issuer}
    reasons = () if reason is None else (replace(reason, values={**about, **reason.values}),)
    return replace(
        blank,
        integrity=Light.VALID if reason is None else Light.INVALID,
        chain=standing.chain,
        period=standing.period,
        revocation=standing.revocation,
        revocation_lists=standing.lists,
        reasons=(*reasons, *standing.reasons),
    )


def _open(signed: Signed) -> _Opened:
    """`ValueError` and its kin unless there is one signer whose certificate is inside."""
    message = cms.ContentInfo.load(signed.contents)
    if message["content_type"].native != "signed_data":
        raise ValueError("no signed data")
    length = len(message.dump())
    if signed.contents[length:].strip(b"\0"):
        raise ValueError("bytes behind the CMS")
    data = message["content"]
    (signer,) = data["signer_infos"]
    certificates = [each.chosen for each in data["certificates"] if each.name == "certificate"]
    if len(certificates) > MAX_EMBEDDED:
        raise ValueError("too many certificates")
    certificate = next(each for each in [*certificates, None] if each is None or _is_of(signer["sid"], each))
    if certificate is None:
        raise ValueError("the signer's certificate is not inside")
    _ = certificate.public_key.native, certificate.ca, validity(certificate)
    if data["encap_content_info"]["content"].native is not None:
        raise ValueError("content of its own")
    return _Opened(
        signer,
        certificate,
        tuple(each for each in certificates if each is not certificate),
        _time(signer) or signed.claimed_at,
        _is_timestamped(signer),
    )


def _is_of(sid: Any, certificate: x509.Certificate) -> bool:
    if sid.name == "issuer_and_serial_number":
        chosen = sid.chosen
        same = chosen["issuer"].hashable == certificate.issuer.hashable
        return bool(same and chosen["serial_number"].native == certificate.serial_number)
    return bool(sid.chosen.native == certificate.key_identifier)


def _time(signer: Any) -> datetime | None:
    found = [each["values"] for each in signer["signed_attrs"] if each["type"].native == "signing_time"]
    if len(found) != 1 or len(found[0]) != 1:
        return None
    moment = found[0][0].native
    return moment if isinstance(moment, datetime) and moment.tzinfo is not None else None


def _is_timestamped(signer: Any) -> bool:
    given = signer["unsigned_attrs"]
    return not isinstance(given, core.Void) and any(
        each["type"].native == "signature_time_stamp_token" for each in given
    )


def _broken(revisions: Revisions, signed: Signed, opened: _Opened) -> Reason | None:
    """Why the signature does not hold for its revision; None when it does."""
    signer, key = opened.signer, opened.certificate.public_key
    if signed.kind not in DETACHED:
        return Reason("signature.weak", signed.kind)
    digest = signer["digest_algorithm"]["algorithm"].native
    policy = algorithms.Allowed()
    if digest not in _HASHES or not policy.signature_algorithm_allowed(signer["signature_algorithm"], None, key):
        return Reason("signature.weak", algorithms.words(signer, opened.certificate))
    if not signer["signed_attrs"] or signed.covered is None:
        return Reason("signature.broken", "byte range" if signed.covered is None else "no signed attributes")
    content = hashlib.new(digest.replace("sha512_256", "sha512-256"))
    for part in revisions.content(signed):
        content.update(part)
    try:
        intact, valid = validate_sig_integrity(signer, opened.certificate, "data", content.digest())
    except (SignatureValidationError, CMSExtractionError, CMSStructuralError) as error:
        return Reason("signature.broken", str(error).partition("\n")[0][:200])
    return None if intact and valid else Reason("signature.broken", "signature" if intact else "digest")


def _told(signed: Signed, opened: _Opened) -> Signature:
    """What the certificate and the signature say of themselves."""
    certificate = opened.certificate
    unjudged: dict[str, Any] = dict.fromkeys(_LIGHTS, Light.UNKNOWN)
    subject = strict_x509.load_der_x509_certificate(certificate.dump()).subject.rfc4514_string()
    return Signature(
        field=signed.field,
        subject=subject,
        name=common_name(certificate.subject),
        unit=named(certificate.subject, "organizational_unit_name", "organization_name"),
        issuer=common_name(certificate.issuer),
        serial=f"{certificate.serial_number:X}",
        valid_from=certificate.not_valid_before,
        valid_to=certificate.not_valid_after,
        signed_at=opened.signed_at,
        algorithm=algorithms.words(opened.signer, certificate),
        **unjudged,
        certificate=certificate.dump(),
        page=signed.page,
        is_timestamped=opened.is_timestamped,
    )


def _unreadable(signed: Signed, detail: str) -> Signature:
    blank: dict[str, Any] = dict.fromkeys(("subject", "name", "unit", "issuer", "serial", "algorithm"), "")
    blank |= dict.fromkeys(("valid_from", "valid_to"), NOBODY)
    blank |= dict.fromkeys(_LIGHTS, Light.UNKNOWN)
    blank |= {"field": signed.field, "signed_at": None, "integrity": Light.INVALID, "page": signed.page}
    return Signature(**blank, reasons=(Reason("signature.unreadable", detail, {"field": signed.field}),))
