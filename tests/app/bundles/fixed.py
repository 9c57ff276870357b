"""Keys and a bundle that are the same on every computer on every day: what the conformance folder is built from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from app.bundles import names
from app.bundles.keys import SealKey
from app.bundles.manifest import Kind, Role
from app.bundles.trust import Pin, PinEnd, TrustPolicy
from app.bundles.writing import EvidenceFile
from app.domain import canonical
from tests.app.bundles.cms_faults import curve_key
from tests.app.bundles.forging import (
    FRAMEWORK,
    NOW,
    Entries,
    Sample,
    content_of,
    envelope,
    evidence,
    listing,
    packed,
    sealed,
)

COMMUNE, AUTHORITY = "26734", "TTCP"
NEIGHBOUR = "26735"  # nobody has accepted its key yet


@dataclass(frozen=True)
class _Steady:
    """A private key whose signatures do not depend on chance (RFC 6979)."""

    key: ec.EllipticCurvePrivateKey

    def sign(self, data: bytes, _: object) -> bytes:
        return self.key.sign(data, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))

    def public_key(self) -> ec.EllipticCurvePublicKey:
        return self.key.public_key()


def seal_key(number: int, code: str, name: str, role: Role) -> SealKey:
    """The seal key of that number, certified as `make_seal_key` does."""
    private = curve_key(number)
    told = {
        NameOID.ORGANIZATION_NAME: name,
        NameOID.ORGANIZATIONAL_UNIT_NAME: role.value,
        NameOID.COMMON_NAME: code,
    }
    subject = x509.Name([x509.NameAttribute(oid, value) for oid, value in told.items()])
    made = x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(private.public_key())
    made = made.serial_number(number).not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
    made = made.not_valid_after(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC))
    certificate = made.sign(private, hashes.SHA256(), ecdsa_deterministic=True)
    steady: Any = _Steady(private)
    return SealKey(steady, certificate.public_bytes(Encoding.DER))


KEYS = {
    COMMUNE: seal_key(11, COMMUNE, "Xã Hòa Bình", Role.AGENCY),
    AUTHORITY: seal_key(12, AUTHORITY, "Sở Khoa học và Công nghệ", Role.AUTHORITY),
    NEIGHBOUR: seal_key(13, NEIGHBOUR, "Xã Tân Lập", Role.AGENCY),
}
STRANGER = seal_key(14, COMMUNE, "Xã Hòa Bình", Role.AGENCY)  # another key under the commune's name


def policy(judged: str = "usual") -> TrustPolicy:
    """Whose keys the receiver has accepted; `judged` tells what else it knows of the commune's."""
    ends = {"closed": PinEnd.REPLACED, "stolen": PinEnd.STOLEN}
    end = ends.get(judged)
    commune = Pin(COMMUNE, Role.AGENCY, KEYS[COMMUNE].spki_sha256, valid_to=NOW if end else None, reason=end)
    if judged == "not begun":
        commune = replace(commune, valid_from=NOW.replace(year=NOW.year + 1))
    return TrustPolicy((commune, Pin(AUTHORITY, Role.AUTHORITY, KEYS[AUTHORITY].spki_sha256)))


def sample(folder: Path) -> Sample:
    """The sound submission every fault starts from, in `folder`."""
    head = envelope()
    files = evidence(folder, b"%PDF-1.7 one " * 30, b"%PDF-1.7 hai " * 60)
    target = folder / "Xã Hòa Bình – lần 1.thuocso"
    nothing: Any = None  # it was not written by `write_bundle`
    made = Sample(target, KEYS[COMMUNE], head, files, nothing)
    target.write_bytes(packed(sealed(said(made.envelope, files), made.key)))
    return made


def said(head: Any, files: Sequence[EvidenceFile]) -> Entries:
    """bundle.json, framework.json, content.json and evidence, as the kind of `head` carries them."""
    full = head.kind is Kind.SUBMISSION
    content: Any = content_of(list(files)) if full else {"notes": ["Đề nghị bổ sung, giải trình"]}
    entries: Entries = {names.CONTENT: canonical.encode(content)}
    if head.kind in (Kind.SUBMISSION, Kind.CAMPAIGN):
        entries[names.FRAMEWORK] = FRAMEWORK
    entries |= {file.entry: file.path.read_bytes() for file in files}
    return {names.BUNDLE: listing(head, entries), **entries}
