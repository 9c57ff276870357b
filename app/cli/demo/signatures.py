"""A leader's key in a file, and the made-up issuer who vouches for it: its certificate and its list of revoked ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

ISSUER = "Tổ chức chứng thực chữ ký số giả định"
CERTIFICATE, REVOKED, SUBJECT = "issuer.cer", "issuer.crl", "leader.txt"  # names in the folder of trust
_BEFORE, _AFTER = timedelta(days=365), timedelta(days=365)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Handed:
    """What the issuer hands out: the leader's key (PKCS#12), and for everybody else what to believe it by."""

    key: Path
    certificate: Path
    revoked: Path
    subject: str


def hand_out(leader: str, unit: str, at: datetime, key: Path, trust: Path, passphrase: str) -> Handed:
    """Makes the leader's file `key` as of `at`; the issuer's files and the leader's subject go into `trust`."""
    root, own = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    issuer = _certificate(_name(ISSUER, "Dữ liệu giả định"), root, None, root, at)
    certificate = _certificate(_name(leader, unit), own, issuer, root, at)
    lock = BestAvailableEncryption(passphrase.encode("utf-8"))
    key.parent.mkdir(parents=True, exist_ok=True)
    key.write_bytes(pkcs12.serialize_key_and_certificates(None, own, certificate, [issuer], lock))
    listed = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.subject)
        .last_update(at - _DAY)
        .next_update(at + _AFTER)
        .add_extension(x509.CRLNumber(1), critical=False)
        .sign(root, hashes.SHA256())
    )
    subject = certificate.subject.rfc4514_string()
    (trust / CERTIFICATE).write_bytes(issuer.public_bytes(Encoding.DER))
    (trust / REVOKED).write_bytes(listed.public_bytes(Encoding.DER))
    (trust / SUBJECT).write_text(subject, "utf-8")
    return Handed(key, trust / CERTIFICATE, trust / REVOKED, subject)


def _name(person: str, unit: str) -> x509.Name:
    told: Sequence[tuple[x509.ObjectIdentifier, str]] = (
        (NameOID.COUNTRY_NAME, "VN"),
        (NameOID.ORGANIZATION_NAME, unit[:64]),
        (NameOID.COMMON_NAME, person[:64]),
    )
    return x509.Name([x509.NameAttribute(what, value) for what, value in told])


def _certificate(
    subject: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    issuer: x509.Certificate | None,
    by: ec.EllipticCurvePrivateKey,
    at: datetime,
) -> x509.Certificate:
    is_authority = issuer is None
    usage = x509.KeyUsage(
        digital_signature=not is_authority, content_commitment=not is_authority, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=is_authority, crl_sign=is_authority,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer is not None else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - _BEFORE)
        .not_valid_after(at + _AFTER)
        .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False)
        .sign(by, hashes.SHA256())
    )
