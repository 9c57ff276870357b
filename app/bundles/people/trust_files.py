"""Files that issuers hand out: certificates and lists of revoked ones, as DER, PEM (several in one file) or PKCS#7."""

from dataclasses import dataclass
from datetime import datetime

from asn1crypto import cms, pem, x509
from cryptography import x509 as pyca

from app.bundles.people.certificates import UNPARSABLE, load_certificate
from app.bundles.people.lists import read_list
from app.bundles.people.names import common_name
from app.errors import AppError

MAX_FILE = 64 << 20  # a province's list of revoked certificates may hold hundreds of thousands of lines
MAX_PIECES = 500


@dataclass(frozen=True, slots=True)
class Authority:
    """A certificate of an issuer (DER) and what it says of itself: names, the period (times with zone)."""

    der: bytes
    subject: str
    issuer: str
    not_before: datetime
    not_after: datetime


@dataclass(frozen=True, slots=True)
class RevocationList:
    """A list (DER), the name of who issued it, when, and when the next was due (None: not said)."""

    der: bytes
    issuer: str
    this_update: datetime
    next_update: datetime | None


@dataclass(frozen=True, slots=True)
class TrustFile:
    """What one file holds; `others` counts certificates that are no issuer's."""

    authorities: tuple[Authority, ...]
    lists: tuple[RevocationList, ...]
    others: int


def read_trust_file(data: bytes, file: str) -> TrustFile:
    """The certificates and lists in the file called `file`.

    Raises `AppError("trust.private_key")` for a file with a private key, "trust.unreadable" where there is nothing
    of the kind in it, "trust.too_large".
    """
    if len(data) > MAX_FILE:
        raise AppError("trust.too_large", file=file)
    found, lists, others = dict[bytes, Authority](), dict[bytes, RevocationList](), 0
    for piece in _pieces(data, file):
        certificate = load_certificate(piece)
        if certificate is not None and certificate.ca:
            found[piece] = _authority(certificate)
        elif certificate is not None:
            others += 1
        else:
            read = read_list(piece)
            if read is not None:
                lists[piece] = _list(piece, read)
    if not found and not lists and not others:
        raise AppError("trust.unreadable", file=file)
    return TrustFile(tuple(found.values()), tuple(lists.values()), others)


def _pieces(data: bytes, file: str) -> list[bytes]:
    if b"PRIVATE KEY-----" in data:
        raise AppError("trust.private_key", file=file)
    try:
        pieces = [der for _, _, der in pem.unarmor(data, multiple=True)] if pem.detect(data) else [data]
    except UNPARSABLE as error:
        raise AppError("trust.unreadable", file=file) from error
    return [inner for piece in pieces[:MAX_PIECES] for inner in _unpacked(piece)][:MAX_PIECES]


def _unpacked(piece: bytes) -> list[bytes]:
    """The certificates and lists of a PKCS#7 file; anything else stays what it is."""
    try:
        info = cms.ContentInfo.load(piece, strict=True)
        if info["content_type"].native != "signed_data":
            return [piece]
        signed = info["content"]
        certificates = [each.chosen.dump() for each in signed["certificates"] or () if each.name == "certificate"]
        return certificates + [each.chosen.dump() for each in signed["crls"] or ()]
    except UNPARSABLE:
        return [piece]


def _authority(certificate: x509.Certificate) -> Authority:
    return Authority(
        certificate.dump(),
        common_name(certificate.subject),
        common_name(certificate.issuer),
        certificate.not_valid_before,
        certificate.not_valid_after,
    )


def _list(der: bytes, read: pyca.CertificateRevocationList) -> RevocationList:
    issuer = common_name(x509.Name.load(read.issuer.public_bytes()))
    return RevocationList(der, issuer, read.last_update_utc, read.next_update_utc)
