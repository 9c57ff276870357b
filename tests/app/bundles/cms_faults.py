"""Every CMS that openssl would take and a careful reader must not: made part by part, the same on every run."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Any

from asn1crypto import algos, cms, core, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from tests.app.bundles.forging import NOW

P256, P384, P521, K1 = ec.SECP256R1(), ec.SECP384R1(), ec.SECP521R1(), ec.SECP256K1()
SERIAL = 7


def curve_key(number: int = 1, curve: ec.EllipticCurve = P256) -> ec.EllipticCurvePrivateKey:
    """The key of that number: the same on every run, so that whatever it signs is the same too."""
    return ec.derive_private_key(0x5EA1 + number, curve)


def certified(private_key: Any, issuer_key: Any = None) -> asn1_x509.Certificate:
    """A certificate for a key, signed by itself or by the key of an issuer of the same name."""
    issuer_key = issuer_key or private_key
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Xã Hòa Bình")])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(private_key.public_key())
    made = made.serial_number(SERIAL).not_valid_before(datetime(2020, 1, 1)).not_valid_after(datetime(2030, 1, 1))
    is_curve = isinstance(issuer_key, ec.EllipticCurvePrivateKey)
    algorithm = None if isinstance(issuer_key, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    return asn1_x509.Certificate.load(
        made.sign(issuer_key, algorithm, ecdsa_deterministic=is_curve or None).public_bytes(Encoding.DER)
    )


class Forger:
    """A CMS made part by part, each of which can be made wrong."""

    def __init__(
        self, content: bytes, private_key: Any = None, digest: str = "sha256", certificate: Any = None
    ) -> None:
        self.private_key, self.digest = private_key or curve_key(), digest
        self.certificate = certificate or certified(self.private_key)
        self.eci: dict[str, Any] = {"content_type": "data"}
        self.reference = hashlib.new("sha256", self.certificate.dump()).digest()
        self.attributes: list[tuple[str, list[Any]]] = [
            ("content_type", ["data"]),
            ("signing_time", [cms.Time({"utc_time": NOW})]),
            ("message_digest", [hashlib.new(digest, content).digest()]),
            ("signing_certificate_v2", [self.signing_certificate()]),
        ]
        self.signer: dict[str, Any] = {}
        self.signed: dict[str, Any] = {}
        self.signers = 1
        self.pss = False

    def signing_certificate(self) -> tsp.SigningCertificateV2:
        return tsp.SigningCertificateV2({"certs": [tsp.ESSCertIDv2({"cert_hash": self.reference})]})

    def sign(self, data: bytes) -> tuple[dict[str, Any], bytes]:
        hashed = getattr(hashes, self.digest.upper())()
        if isinstance(self.private_key, ec.EllipticCurvePrivateKey):
            return {"algorithm": f"{self.digest}_ecdsa"}, self.private_key.sign(
                data, ec.ECDSA(hashed, deterministic_signing=True)
            )
        if isinstance(self.private_key, ed25519.Ed25519PrivateKey):
            return {"algorithm": "ed25519"}, self.private_key.sign(data)
        if self.pss:
            inner = algos.DigestAlgorithm({"algorithm": self.digest})
            parameters = {
                "hash_algorithm": inner,
                "mask_gen_algorithm": {"algorithm": "mgf1", "parameters": inner},
                "salt_length": hashed.digest_size,
            }
            scheme = padding.PSS(padding.MGF1(hashed), hashed.digest_size)
            return {"algorithm": "rsassa_pss", "parameters": parameters}, self.private_key.sign(data, scheme, hashed)
        named = {"algorithm": f"{self.digest}_rsa", "parameters": core.Null()}
        return named, self.private_key.sign(data, padding.PKCS1v15(), hashed)

    def dump(self) -> bytes:
        attributes = cms.CMSAttributes([cms.CMSAttribute({"type": t, "values": v}) for t, v in self.attributes])
        algorithm, signature = self.sign(attributes.dump())
        digest = algos.DigestAlgorithm({"algorithm": self.digest})
        named = {"issuer": self.certificate.issuer, "serial_number": self.certificate.serial_number}
        signer = {
            "version": "v1",
            "sid": cms.SignerIdentifier("issuer_and_serial_number", named),
            "digest_algorithm": digest,
            "signed_attrs": attributes,
            "signature_algorithm": algos.SignedDigestAlgorithm(algorithm),
            "signature": signature,
            **self.signer,
        }
        signed = {
            "version": "v1",
            "digest_algorithms": [digest],
            "encap_content_info": self.eci,
            "certificates": [self.certificate],
            "signer_infos": [signer] * self.signers,
            **self.signed,
        }
        return bytes(cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(signed)}).dump())


Make = Callable[[bytes], bytes]


def forge(**settings: Any) -> Make:
    """The maker of a CMS over a given content, with these parts other than they should be."""

    def make(content: bytes) -> bytes:
        told = dict(settings)
        forger = Forger(content, told.pop("private_key", None), told.pop("digest", "sha256"))
        for name, value in told.items():
            setattr(forger, name, value)
        return forger.dump()

    return make


def with_attributes(change: Callable[[list[tuple[str, list[Any]]]], list[tuple[str, list[Any]]]]) -> Make:
    def make(content: bytes) -> bytes:
        forger = Forger(content)
        forger.attributes = change(forger.attributes)
        return forger.dump()

    return make


def without(kind: str) -> Make:
    return with_attributes(lambda given: [each for each in given if each[0] != kind])


def with_attribute(kind: str, values: list[Any]) -> Make:
    return with_attributes(lambda given: [*(each for each in given if each[0] != kind), (kind, values)])


def other_certificate(content: bytes) -> bytes:
    """Names and carries somebody else's certificate."""
    return Forger(content, curve_key(1), certificate=certified(curve_key(2))).dump()


def wrong_reference(content: bytes) -> bytes:
    reference = tsp.SigningCertificateV2({"certs": [tsp.ESSCertIDv2({"cert_hash": bytes(32)})]})
    return with_attribute("signing_certificate_v2", [reference])(content)


def unsigned_attribute(content: bytes) -> bytes:
    stamp = cms.CMSAttribute({"type": "signing_time", "values": [cms.Time({"utc_time": NOW})]})
    return forge(signer={"unsigned_attrs": cms.CMSAttributes([stamp])})(content)


def in_ber(content: bytes) -> bytes:
    """The same with an outer length of more bytes than it needs."""
    der = forge()(content)
    length = len(der) - 4
    assert der[1] == 0x82
    return der[:1] + b"\x83\0" + length.to_bytes(2, "big") + der[4:]


def indefinite(content: bytes) -> bytes:
    """The same with an outer length that is told by the end, as streaming programs write."""
    der = forge()(content)
    return der[:1] + b"\x80" + der[4:] + b"\0\0"


def second_certificate(content: bytes) -> bytes:
    own, other = certified(curve_key(1)), certified(curve_key(2))
    return forge(signed={"certificates": [own, other]})(content)


def inside(content: bytes) -> bytes:
    return forge(eci={"content_type": "data", "content": content})(content)


def flipped_signature(content: bytes) -> bytes:
    """A signature that another content would have."""
    own, other = Forger(content), Forger(content + b" ")
    own.signer = {"signature": other.sign(content)[1]}
    return own.dump()


REFUSED: dict[str, tuple[Make, str]] = {
    "content inside": (inside, "seal.malformed"),
    "other content inside": (forge(eci={"content_type": "data", "content": b"B"}), "seal.malformed"),
    "bytes behind": (lambda content: forge()(content) + b"\0", "seal.malformed"),
    "BER": (in_ber, "seal.malformed"),
    "indefinite length": (indefinite, "seal.malformed"),
    "two signers": (forge(signers=2), "seal.malformed"),
    "no signer": (forge(signers=0), "seal.malformed"),
    "unsigned attribute": (unsigned_attribute, "seal.malformed"),
    "repeated attribute": (
        with_attributes(lambda given: [*given, ("message_digest", [bytes(32)])]),
        "seal.malformed",
    ),
    "no signing time": (without("signing_time"), "seal.malformed"),
    "no certificate reference": (without("signing_certificate_v2"), "seal.malformed"),
    "no message digest": (without("message_digest"), "seal.malformed"),
    "two values": (with_attribute("message_digest", [bytes(32), bytes(32)]), "seal.malformed"),
    "further attribute": (with_attribute("1.2.3.4", [core.Null()]), "seal.malformed"),
    "two certificates": (second_certificate, "seal.malformed"),
    "other type of content": (forge(eci={"content_type": "digested_data"}), "seal.malformed"),
    "other version": (forge(signed={"version": "v3"}), "seal.malformed"),
    "another's certificate": (other_certificate, "seal.broken"),
    "wrong certificate reference": (wrong_reference, "seal.broken"),
    "other content": (with_attribute("message_digest", [hashlib.sha256(b"x").digest()]), "seal.broken"),
    "another's signature": (flipped_signature, "seal.broken"),
    "P-521": (forge(private_key=curve_key(1, P521)), "seal.weak"),
    "secp256k1": (forge(private_key=curve_key(1, K1)), "seal.weak"),
    "Ed25519": (forge(private_key=ed25519.Ed25519PrivateKey.from_private_bytes(bytes(32))), "seal.weak"),
    "SHA-1": (forge(digest="sha1"), "seal.weak"),
    "SHA-224": (forge(digest="sha224"), "seal.weak"),
    "nothing": (lambda content: b"", "seal.malformed"),
    "a certificate": (lambda content: certified(curve_key()).dump(), "seal.malformed"),
}
