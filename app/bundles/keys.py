"""The seal key: one ECDSA P-256 key for one agency and one role, made at the first seal, kept in one PKCS#12 file.

The certificate is self-signed and never expires: trust is the pin in the receiver's registry, not a date.
"""

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime

from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
    load_pem_public_key,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from app.bundles import key_file
from app.bundles.manifest import Role
from app.domain.check_code import of_key
from app.errors import AppError

ROUNDS = 600_000
MAX_KEY_FILE = 1 << 20

_NOT_BEFORE = datetime(2020, 1, 1, tzinfo=UTC)
_NOT_AFTER = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
_MAX_NAME = 64  # X.520 ub-common-name, ub-organization-name


@dataclass(frozen=True, slots=True)
class SealKey:
    """A private key and its self-signed certificate (DER)."""

    private_key: ec.EllipticCurvePrivateKey
    certificate: bytes

    @property
    def spki(self) -> bytes:
        """SubjectPublicKeyInfo, DER."""
        return _spki(self.private_key.public_key())

    @property
    def spki_sha256(self) -> str:
        """What a pin holds: SHA-256 over SubjectPublicKeyInfo."""
        return hashlib.sha256(self.spki).hexdigest()

    @property
    def check_code(self) -> str:
        """What two people compare over the telephone: see `check_code`."""
        return check_code(self.spki)

    @property
    def pem(self) -> bytes:
        """The certificate as the authority's trust folder keeps it and openssl reads it."""
        return x509.load_der_x509_certificate(self.certificate).public_bytes(Encoding.PEM)

    def is_for(self, code: str, role: Role) -> bool:
        """Whether the key was made for this agency and role; one key serves one agency and one direction."""
        subject = x509.load_der_x509_certificate(self.certificate).subject
        told = [
            subject.get_attributes_for_oid(oid)[0].value
            for oid in (NameOID.COMMON_NAME, NameOID.ORGANIZATIONAL_UNIT_NAME)
        ]
        return told == [_plain(code), role.value]


def make_seal_key(agency_code: str, agency_name: str, role: Role) -> SealKey:
    """A new key for one agency and one role. Code and name are data: kept readable, cut to 64 bytes."""
    private_key = ec.generate_private_key(ec.SECP256R1())
    return SealKey(private_key, certified(private_key, agency_code, agency_name, role))


def certified(private_key: ec.EllipticCurvePrivateKey, agency_code: str, agency_name: str, role: Role) -> bytes:
    """The self-signed certificate (DER) of a key: the same key and names give the same bytes."""
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, _plain(agency_name)),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, role.value),
            x509.NameAttribute(NameOID.COMMON_NAME, _plain(agency_code)),
        ]
    )
    public_key = private_key.public_key()
    serial = int.from_bytes(hashlib.sha256(_spki(public_key) + name.public_bytes()).digest()[:16], "big") | 1
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(public_key)
        .serial_number(serial)
        .not_valid_before(_NOT_BEFORE)
        .not_valid_after(_NOT_AFTER)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_digital_signature(), critical=True)
        .sign(private_key, hashes.SHA256(), ecdsa_deterministic=True)
    )
    return certificate.public_bytes(Encoding.DER)


def save_seal_key(key: SealKey, passphrase: str) -> bytes:
    """The key as PKCS#12: AES-256, PBKDF2 and MAC of 600,000 rounds each. Every PKCS#12 program opens it.

    Raises `AppError("passphrase.empty")`.
    """
    secret = secret_of(passphrase)
    encryption = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(1)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(secret)
    )
    certificate = x509.load_der_x509_certificate(key.certificate)
    made = pkcs12.serialize_key_and_certificates(b"seal", key.private_key, certificate, None, encryption)
    return key_file.slowed(made, secret, ROUNDS)


def load_seal_key(data: bytes, passphrase: str) -> SealKey:
    """The key of a PKCS#12 file.

    Raises `AppError("key.file_damaged")` for what is no such file or holds another kind of key,
    `AppError("passphrase.wrong")` and `AppError("passphrase.empty")`.
    """
    secret = secret_of(passphrase)
    _check_key_file(data)
    private_key, certificate = _opened(data, secret)
    if not isinstance(private_key, ec.EllipticCurvePrivateKey) or certificate is None:
        raise AppError("key.file_damaged")
    if not isinstance(private_key.curve, ec.SECP256R1) or _spki(certificate.public_key()) != _spki(
        private_key.public_key()
    ):
        raise AppError("key.file_damaged")
    return SealKey(private_key, certificate.public_bytes(Encoding.DER))


def _opened(data: bytes, secret: bytes) -> tuple[object, x509.Certificate | None]:
    try:
        found = key_file.opened(data, secret)
    except key_file.OtherForm:  # written by another program, in an old form
        try:
            key_file.check_rounds(data)
        except ValueError as error:
            raise AppError("key.file_damaged") from error
        try:
            private_key, certificate, _ = pkcs12.load_key_and_certificates(data, secret)
        except ValueError as error:
            raise AppError("passphrase.wrong") from error
        return private_key, certificate
    except (ValueError, TypeError, KeyError) as error:
        raise AppError("key.file_damaged") from error
    if found is None:
        raise AppError("passphrase.wrong")
    try:
        return load_der_private_key(found[0], None), x509.load_der_x509_certificate(found[1][0])
    except (ValueError, IndexError) as error:
        raise AppError("key.file_damaged") from error


def check_code(spki: bytes) -> str:
    """SHA-256 over SubjectPublicKeyInfo modulo 10^30 as six groups of five digits."""
    return of_key(hashlib.sha256(spki).hexdigest())


def spki_of_pem(pem: bytes) -> bytes:
    """SubjectPublicKeyInfo of a certificate or public key in PEM; raises `AppError("key.pem_unreadable")`."""
    try:
        if b"-----BEGIN CERTIFICATE-----" in pem:
            return _spki(x509.load_pem_x509_certificate(pem).public_key())
        return _spki(load_pem_public_key(pem))
    except ValueError as error:
        raise AppError("key.pem_unreadable") from error


def _spki(public_key: object) -> bytes:
    encoded = public_key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)  # type: ignore[attr-defined]
    return bytes(encoded)


def _plain(text: str) -> str:
    """Text that any certificate viewer can show: NFC, no controls, bidi marks or lone surrogates, 1 to 64 bytes."""
    kept = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in unicodedata.normalize("NFC", text))
    cut = " ".join(kept.split()).encode("utf-8")[:_MAX_NAME].decode("utf-8", "ignore")
    return cut.strip() or "-"


def _digital_signature() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def secret_of(passphrase: str) -> bytes:
    """What a key is derived from: UTF-8 of the passphrase in NFC; raises `AppError("passphrase.empty")`."""
    if not passphrase:
        raise AppError("passphrase.empty")
    return unicodedata.normalize("NFC", passphrase).encode("utf-8")


def _check_key_file(data: bytes) -> None:
    """The outer form and a bound on the rounds, before any derivation is begun."""
    try:
        if len(data) > MAX_KEY_FILE:
            raise ValueError(len(data))
        mac = asn1_pkcs12.Pfx.load(data, strict=True)["mac_data"]
        if not 1 <= mac["iterations"].native <= key_file.MAX_ROUNDS:
            raise ValueError(mac["iterations"].native)
    except (ValueError, TypeError, KeyError) as error:
        raise AppError("key.file_damaged") from error
