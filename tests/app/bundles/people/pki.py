"""A certification authority of the tests: a root, one below it, people and machines, lists of revoked ones."""

import functools
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from app.bundles.people.signers import Mechanism
from app.bundles.trust import AcceptedSigner, PeopleRole, TrustPolicy

SIGNED = datetime(2026, 11, 14, 2, 30, tzinfo=UTC)
NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
BEGINS, ENDS = datetime(2024, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)
COMMUNE, OTHER = "26734", "26737"
DAY = timedelta(days=1)
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class Holder:
    """A certificate with its key, and the certificates above it below the root."""

    cert: x509.Certificate
    key: Key
    chain: tuple[bytes, ...] = ()
    way: Mechanism = Mechanism.ECDSA

    @property
    def certificate(self) -> bytes:
        return self.cert.public_bytes(serialization.Encoding.DER)

    @property
    def subject(self) -> str:
        return self.cert.subject.rfc4514_string()

    @property
    def mechanism(self) -> Mechanism:
        return self.way

    def sign(self, data: bytes) -> bytes:
        if isinstance(self.key, ec.EllipticCurvePrivateKey):
            return self.key.sign(data, ec.ECDSA(hashes.SHA256()))
        if self.way is Mechanism.RSA_PSS:
            return self.key.sign(data, padding.PSS(padding.MGF1(hashes.SHA256()), 32), hashes.SHA256())
        return self.key.sign(data, padding.PKCS1v15(), hashes.SHA256())


def curve(number: int) -> ec.EllipticCurvePrivateKey:
    """The same key for the same number."""
    return ec.derive_private_key(number, ec.SECP256R1())


@functools.cache
def rsa_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


def name(person: str, unit: str = "") -> x509.Name:
    parts = [(NameOID.COUNTRY_NAME, "VN"), (NameOID.ORGANIZATION_NAME, unit), (NameOID.COMMON_NAME, person)]
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in parts if value])


def issue(
    subject: x509.Name,
    key: Key,
    issuer: Holder | None,
    *,
    is_authority: bool = False,
    begins: datetime = BEGINS,
    ends: datetime = ENDS,
    serial: int = 0,
    purposes: Sequence[x509.ObjectIdentifier] = (ExtendedKeyUsageOID.EMAIL_PROTECTION,),
    signs: bool = True,
    signs_lists: bool = True,
    digest: hashes.HashAlgorithm | None = None,
) -> x509.Certificate:
    by = issuer or Holder(None, key)  # type: ignore[arg-type]
    usage = x509.KeyUsage(
        digital_signature=signs and not is_authority, content_commitment=signs and not is_authority,
        key_encipherment=not signs, data_encipherment=False, key_agreement=False, key_cert_sign=is_authority,
        crl_sign=is_authority and signs_lists, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.cert.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(serial or int.from_bytes(hashlib.sha256(subject.public_bytes()).digest()[:8], "big"))
        .not_valid_before(begins)
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by.key.public_key()), critical=False)
    )
    if purposes and not is_authority:
        made = made.add_extension(x509.ExtendedKeyUsage(purposes), critical=False)
    return made.sign(by.key, digest or hashes.SHA256())


def crl(
    issuer: Holder,
    *revoked: x509.Certificate,
    at: datetime = NOW - DAY,
    ends: datetime | None = NOW + 6 * DAY,
    since: datetime = NOW - 2 * DAY,
    reason: x509.ReasonFlags | None = None,
    extension: tuple[x509.ExtensionType, bool] | None = None,
    named: x509.Name | None = None,
) -> bytes:
    """A list in DER; `named` puts another issuer's name on it (a forgery)."""
    made = x509.CertificateRevocationListBuilder().issuer_name(named or issuer.cert.subject).last_update(at)
    made = made.next_update(ends or NOW + 6 * DAY)
    made = made.add_extension(x509.CRLNumber(int(at.timestamp())), critical=False)
    if extension:
        made = made.add_extension(extension[0], critical=extension[1])
    for each in revoked:
        entry = x509.RevokedCertificateBuilder().serial_number(each.serial_number).revocation_date(since)
        if reason:
            entry = entry.add_extension(x509.CRLReason(reason), critical=False)
        made = made.add_revoked_certificate(entry.build())
    return made.sign(issuer.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


ROOT = Holder(issue(name("Tổ chức gốc thử nghiệm"), curve(1001), None, is_authority=True), curve(1001))
BETWEEN = Holder(issue(name("CA cơ quan nhà nước thử nghiệm"), curve(1002), ROOT, is_authority=True), curve(1002))
STRANGER = Holder(issue(name("Tổ chức lạ"), curve(1003), None, is_authority=True), curve(1003))
ABOVE = (BETWEEN.certificate,)
UNIT = "Ủy ban nhân dân xã Hòa Bình"


@functools.cache
def people() -> dict[str, Holder]:
    """Who signs in the tests, by role."""
    key = rsa_key()

    def holder(person: str, number: int, unit: str = UNIT, **more: object) -> Holder:
        return Holder(issue(name(person, unit), curve(number), BETWEEN, **more), curve(number), ABOVE)  # type: ignore[arg-type]

    leader = issue(name("Nguyễn Văn An", UNIT), key, BETWEEN)
    return {
        "leader": Holder(leader, key, ABOVE, Mechanism.RSA_PSS),
        "leader_pkcs1": Holder(leader, key, ABOVE, Mechanism.RSA_PKCS1),
        "agency": holder(UNIT, 11, "Ủy ban nhân dân tỉnh Hải Giang"),
        "clerk": holder("Trần Thị Bích", 12),
        "other": holder("Lê Văn Cường", 13, "Ủy ban nhân dân xã Tân Lập"),
        "expired": holder("Phạm Văn Dũng", 14, ends=SIGNED - DAY),
        "expiring": holder("Hoàng Văn Em", 15, ends=SIGNED + DAY),
        "early": holder("Vũ Thị Giang", 16, begins=SIGNED + DAY),
        "machine": holder("dichvu.xahoabinh.gov.vn", 17, purposes=(ExtendedKeyUsageOID.SERVER_AUTH,)),
        "encipher": holder("Đỗ Văn Hải", 18, signs=False),
        "stranger": Holder(issue(name("Nguyễn Văn An", UNIT), curve(19), STRANGER), curve(19)),
    }


def crls(*revoked: x509.Certificate, **more: object) -> tuple[bytes, ...]:
    """Fresh lists of both authorities; the one below lists `revoked`."""
    return crl(ROOT), crl(BETWEEN, *revoked, **more)  # type: ignore[arg-type]


def accepted(*who: tuple[str, PeopleRole], agency: str = COMMUNE) -> tuple[AcceptedSigner, ...]:
    return tuple(AcceptedSigner(agency, role, people()[each].subject) for each, role in who)


def trust(**changes: object) -> TrustPolicy:
    """The leader and the agency of the commune are accepted, another leader for another one; lists are fresh."""
    known = accepted(("leader", PeopleRole.LEADER), ("agency", PeopleRole.AGENCY))
    known += accepted(("other", PeopleRole.LEADER), agency=OTHER)
    given: dict[str, object] = {"people_authorities": (ROOT.certificate,), "people_crls": crls(), "signers": known}
    return TrustPolicy(**{**given, **changes})  # type: ignore[arg-type]
