"""The seal: CAdES-B-B (ETSI EN 319 122-1) detached over ASiCManifest001.xml, made here and read strictly.

`openssl cms -verify` accepts a content inside the signature, bytes behind it and more than one signer; the reader
here accepts none of them.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from asn1crypto import algos, cms, core, tsp, x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import load_der_public_key

from app.bundles.keys import SealKey, check_code
from app.bundles.refusal import Refused

_HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
_RSA_BITS = range(2048, 8193)
# what asn1crypto raises, here and there, on bytes that are not what they should be
_UNPARSABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)


@dataclass(frozen=True, slots=True)
class Seal:
    """What a sound seal tells: the key that made it and the time its maker claims."""

    certificate: bytes
    spki: bytes
    signed_at: datetime

    @property
    def spki_sha256(self) -> str:
        """What a pin is compared with: SHA-256 over SubjectPublicKeyInfo."""
        return hashlib.sha256(self.spki).hexdigest()

    @property
    def check_code(self) -> str:
        """Six groups of five digits, to be compared over the telephone."""
        return check_code(self.spki)


@dataclass(frozen=True, slots=True)
class _Signed:
    """What the signed attributes say; `names_issuer`: whether the certificate reference repeats issuer and serial."""

    content_digest: bytes
    signed_at: datetime
    reference_hash: str
    reference: bytes
    names_issuer: bool = True

    def attributes(self, certificate: x509.Certificate) -> cms.CMSAttributes:
        """The one written form of the attributes CAdES-B-B asks for."""
        reference: dict[str, Any] = {"cert_hash": self.reference}
        if self.reference_hash != "sha256":  # the default, and DER leaves defaults out
            reference["hash_algorithm"] = {"algorithm": self.reference_hash}
        if self.names_issuer:
            issuer = [x509.GeneralName("directory_name", certificate.issuer)]
            reference["issuer_serial"] = {"issuer": issuer, "serial_number": certificate.serial_number}
        moment = self.signed_at.astimezone(UTC).replace(microsecond=0)
        kind = "utc_time" if 1950 <= moment.year < 2050 else "generalized_time"  # RFC 5652, 11.3
        values: dict[str, Any] = {
            "content_type": "data",
            "signing_time": cms.Time({kind: moment}),
            "message_digest": self.content_digest,
            "signing_certificate_v2": tsp.SigningCertificateV2({"certs": [tsp.ESSCertIDv2(reference)]}),
        }
        return cms.CMSAttributes(
            [cms.CMSAttribute({"type": name, "values": [value]}) for name, value in values.items()]
        )


def make_seal(key: SealKey, content: bytes, at: datetime) -> bytes:
    """The detached seal over `content`, DER; `at` (with its zone) becomes the claimed signing time."""
    certificate = x509.Certificate.load(key.certificate)
    reference = hashlib.sha256(key.certificate).digest()
    signed = _Signed(hashlib.sha256(content).digest(), at, "sha256", reference).attributes(certificate)
    signature = key.private_key.sign(signed.dump(), ec.ECDSA(hashes.SHA256()))
    ecdsa = algos.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"})
    return _message(certificate, algos.DigestAlgorithm({"algorithm": "sha256"}), signed, ecdsa, signature)


def _message(
    certificate: x509.Certificate,
    digest: algos.DigestAlgorithm,
    attributes: cms.CMSAttributes,
    algorithm: algos.SignedDigestAlgorithm,
    signature: bytes,
) -> bytes:
    """The one written form of a seal (RFC 5652, in DER): one certificate, one signer, no content inside."""
    issuer_and_serial = {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
    signer = {
        "version": "v1",
        "sid": cms.SignerIdentifier("issuer_and_serial_number", issuer_and_serial),
        "digest_algorithm": digest,
        "signed_attrs": attributes,
        "signature_algorithm": algorithm,
        "signature": signature,
    }
    signed = {
        "version": "v1",
        "digest_algorithms": [digest],
        "encap_content_info": {"content_type": "data"},
        "certificates": [certificate],
        "signer_infos": [signer],
    }
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(signed)}).dump())


def read_seal(der: bytes, content: bytes) -> Seal:
    """The seal in `der`, once it is in the written form and holds for `content`.

    What distinguishes one seal from another is taken out, written anew and compared byte for byte. Raises
    `Refused("seal.malformed")` for another form, `Refused("seal.weak")` for other algorithms than SHA-256/384/512
    with RSA 2048 to 8192, P-256 or P-384, and `Refused("seal.broken")` when it does not hold.
    """
    try:
        return _read(der, content)
    except _UNPARSABLE as error:
        raise Refused("seal.malformed", f"CMS: {type(error).__name__}") from error


def _read(der: bytes, content: bytes) -> Seal:
    message = cms.ContentInfo.load(der, strict=True)["content"]
    signer, certificate = _only(message["signer_infos"]), _only(message["certificates"]).chosen
    digest = _digest_algorithm(signer["digest_algorithm"])
    name = digest["algorithm"].native
    signed = _signed(signer["signed_attrs"])
    attributes = signed.attributes(certificate)
    key = _public_key(certificate)
    algorithm = _signature_algorithm(signer["signature_algorithm"], key, name)
    signature = signer["signature"].native
    if _message(certificate, digest, attributes, algorithm, signature) != der:
        raise Refused("seal.malformed", "CMS: not in the written form")
    if signed.reference != hashlib.new(signed.reference_hash, certificate.dump()).digest():
        raise Refused("seal.broken", "CMS: reference to the certificate")
    if signed.content_digest != hashlib.new(name, content).digest():
        raise Refused("seal.broken", "CMS: digest of the content")
    _check_signature(key, signature, attributes.dump(), algorithm, _HASHES[name])
    return Seal(certificate.dump(), certificate.public_key.dump(), signed.signed_at)


def _only(several: Any) -> Any:
    (one,) = several
    return one


def _signed(attributes: Any) -> _Signed:
    values = {each["type"].native: _only(each["values"]) for each in attributes}
    reference = _only(values["signing_certificate_v2"]["certs"])
    return _Signed(
        content_digest=values["message_digest"].native,
        signed_at=values["signing_time"].native,
        reference_hash=_digest_algorithm(reference["hash_algorithm"])["algorithm"].native,
        reference=reference["cert_hash"].native,
        names_issuer=reference["issuer_serial"].native is not None,
    )


def _digest_algorithm(given: Any) -> algos.DigestAlgorithm:
    """The allowed digest that `given` names, with or without the customary NULL."""
    name = given["algorithm"].native
    if name not in _HASHES:
        raise Refused("seal.weak", f"CMS: digest {name}")
    bare = algos.DigestAlgorithm({"algorithm": name})
    return bare if given.dump() == bare.dump() else _with_null(name)


def _with_null(name: str) -> algos.DigestAlgorithm:
    return algos.DigestAlgorithm({"algorithm": name, "parameters": core.Null()})


def _public_key(certificate: x509.Certificate) -> ec.EllipticCurvePublicKey | rsa.RSAPublicKey:
    try:
        key = load_der_public_key(certificate.public_key.dump())
    except UnsupportedAlgorithm as error:
        raise Refused("seal.weak", "CMS: kind of key") from error
    if isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1 | ec.SECP384R1):
        return key
    if isinstance(key, rsa.RSAPublicKey) and key.key_size in _RSA_BITS:
        return key
    raise Refused("seal.weak", "CMS: kind or size of key")


def _signature_algorithm(given: Any, key: object, digest: str) -> algos.SignedDigestAlgorithm:
    """The allowed signature algorithm that `given` is, byte for byte."""
    null = core.Null()
    if isinstance(key, ec.EllipticCurvePublicKey):
        allowed: list[dict[str, Any]] = [{"algorithm": f"{digest}_ecdsa"}]
    else:
        allowed = [{"algorithm": f"{digest}_rsa", "parameters": null}]
        allowed.append({"algorithm": "rsassa_pkcs1v15", "parameters": null})
        for inner in (algos.DigestAlgorithm({"algorithm": digest}), _with_null(digest)):
            mask = {"algorithm": "mgf1", "parameters": inner}
            salt = _HASHES[digest].digest_size
            pss = {"hash_algorithm": inner, "mask_gen_algorithm": mask, "salt_length": salt}
            allowed.append({"algorithm": "rsassa_pss", "parameters": pss})
    for each in allowed:
        if given.dump() == algos.SignedDigestAlgorithm(each).dump():
            return algos.SignedDigestAlgorithm(each)
    raise Refused("seal.weak", "CMS: signature algorithm")


def _check_signature(
    key: ec.EllipticCurvePublicKey | rsa.RSAPublicKey,
    signature: bytes,
    signed: bytes,
    algorithm: algos.SignedDigestAlgorithm,
    digest: hashes.HashAlgorithm,
) -> None:
    try:
        if isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, signed, ec.ECDSA(digest))
        elif algorithm["algorithm"].native == "rsassa_pss":
            key.verify(signature, signed, padding.PSS(padding.MGF1(digest), digest.digest_size), digest)
        else:
            key.verify(signature, signed, padding.PKCS1v15(), digest)
    except InvalidSignature as error:
        raise Refused("seal.broken", "CMS: signature") from error
