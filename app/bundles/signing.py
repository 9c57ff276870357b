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
_ATTRIBUTES = {"content_type", "message_digest", "signing_time", "signing_certificate_v2"}
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
        return hashlib.sha256(self.spki).hexdigest()

    @property
    def check_code(self) -> str:
        return check_code(self.spki)


def make_seal(key: SealKey, content: bytes, at: datetime) -> bytes:
    """The detached seal over `content`, DER; `at` (with its zone) becomes the claimed signing time."""
    certificate = x509.Certificate.load(key.certificate)
    attributes = _attributes(certificate, hashlib.sha256(content).digest(), at)
    signature = key.private_key.sign(attributes.dump(), ec.ECDSA(hashes.SHA256()))
    sha256 = algos.DigestAlgorithm({"algorithm": "sha256"})
    signer = {
        "version": "v1",
        "sid": cms.SignerIdentifier("issuer_and_serial_number", _issuer_and_serial(certificate)),
        "digest_algorithm": sha256,
        "signed_attrs": attributes,
        "signature_algorithm": {"algorithm": "sha256_ecdsa"},
        "signature": signature,
    }
    signed = {
        "version": "v1",
        "digest_algorithms": [sha256],
        "encap_content_info": {"content_type": "data"},
        "certificates": [certificate],
        "signer_infos": [signer],
    }
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(signed)}).dump())


def _attributes(certificate: x509.Certificate, digest: bytes, at: datetime) -> cms.CMSAttributes:
    reference = tsp.ESSCertIDv2(
        {
            "hash_algorithm": {"algorithm": "sha256"},
            "cert_hash": hashlib.sha256(certificate.dump()).digest(),
            "issuer_serial": {
                "issuer": [x509.GeneralName("directory_name", certificate.issuer)],
                "serial_number": certificate.serial_number,
            },
        }
    )
    moment = at.astimezone(UTC).replace(microsecond=0)
    short = 1950 <= moment.year < 2050  # RFC 5652, 11.3
    values: dict[str, Any] = {
        "content_type": "data",
        "signing_time": cms.Time({"utc_time" if short else "general_time": moment}),
        "message_digest": digest,
        "signing_certificate_v2": tsp.SigningCertificateV2({"certs": [reference]}),
    }
    return cms.CMSAttributes([cms.CMSAttribute({"type": kind, "values": [value]}) for kind, value in values.items()])


def _issuer_and_serial(certificate: x509.Certificate) -> cms.IssuerAndSerialNumber:
    return cms.IssuerAndSerialNumber({"issuer": certificate.issuer, "serial_number": certificate.serial_number})


def read_seal(der: bytes, content: bytes) -> Seal:
    """The seal in `der`, once it is in strict form and holds for `content`.

    Raises `Refused("seal.malformed")` for another form (RFC 5652 in DER, no content inside, one certificate, one
    signer, exactly four signed attributes and no unsigned one), `Refused("seal.weak")` for other algorithms than
    SHA-256/384/512 with RSA 2048 to 8192, P-256 or P-384, and `Refused("seal.broken")` when it does not hold.
    """
    try:
        return _read(der, content)
    except _UNPARSABLE as error:
        raise Refused("seal.malformed", f"CMS: {type(error).__name__}") from error


def _read(der: bytes, content: bytes) -> Seal:
    _demand(cms.ContentInfo.load(der, strict=True).dump(force=True) == der, "not DER")
    info = cms.ContentInfo.load(der, strict=True)
    _demand(info["content_type"].native == "signed_data", "content type")
    signed = info["content"]
    signer = _only(signed["signer_infos"], "signers")
    certificate = _certificate(signed)
    _demand(signed["version"].native == signer["version"].native == "v1", "version")
    _demand(signed["encap_content_info"]["content_type"].native == "data", "type of the content")
    _demand(_absent(signed["encap_content_info"]["content"]), "content inside")
    _demand(_absent(signed["crls"]), "revocation lists inside")
    _demand(_absent(signer["unsigned_attrs"]), "unsigned attributes")
    named = cms.SignerIdentifier("issuer_and_serial_number", _issuer_and_serial(certificate))
    _demand(signer["sid"].dump() == named.dump(), "signer is not the certificate")
    algorithm = _digest_algorithm(signer["digest_algorithm"])
    listed = _only(signed["digest_algorithms"], "digest algorithms")
    _demand(listed.dump() == signer["digest_algorithm"].dump(), "digest algorithms")
    signed_at = _check_attributes(signer["signed_attrs"], certificate, hashlib.new(algorithm, content).digest())
    _check_signature(signer, certificate, algorithm)
    return Seal(certificate.dump(), certificate.public_key.dump(), signed_at)


def _demand(holds: bool, rule: str, code: str = "seal.malformed") -> None:
    if not holds:
        raise Refused(code, f"CMS: {rule}")


def _only(several: Any, what: str) -> Any:
    _demand(len(several) == 1, what)
    return several[0]


def _absent(value: Any) -> bool:
    return isinstance(value, core.Void) or value.native is None


def _certificate(signed: Any) -> x509.Certificate:
    choice = _only(signed["certificates"], "certificates")
    _demand(choice.name == "certificate", "kind of certificate")
    return choice.chosen


def _digest_algorithm(value: Any) -> str:
    name = value["algorithm"].native
    _demand(name in _HASHES, f"digest {name}", "seal.weak")
    allowed = (algos.DigestAlgorithm({"algorithm": name}), _with_null(name))
    _demand(value.dump() in [each.dump() for each in allowed], "parameters of the digest")
    return str(name)


def _with_null(name: str) -> algos.DigestAlgorithm:
    return algos.DigestAlgorithm({"algorithm": name, "parameters": core.Null()})


def _check_attributes(attributes: Any, certificate: x509.Certificate, digest: bytes) -> datetime:
    """All that the signed attributes must say; the claimed signing time."""
    values = {each["type"].native: _only(each["values"], "values of an attribute") for each in attributes}
    _demand(len(values) == len(attributes) and set(values) == _ATTRIBUTES, "signed attributes")
    _demand(values["content_type"].native == "data", "type of the content")
    reference = values["signing_certificate_v2"]
    _demand(_absent(reference["policies"]), "policies")
    _check_reference(_only(reference["certs"], "certificate references"), certificate)
    _demand(values["message_digest"].native == digest, "digest of the content", "seal.broken")
    signed_at: datetime = values["signing_time"].native
    return signed_at


def _check_reference(reference: Any, certificate: x509.Certificate) -> None:
    algorithm = reference["hash_algorithm"]["algorithm"].native
    _demand(algorithm in _HASHES, f"digest {algorithm}", "seal.weak")
    right = hashlib.new(algorithm, certificate.dump()).digest()
    _demand(reference["cert_hash"].native == right, "certificate reference", "seal.broken")
    if not _absent(reference["issuer_serial"]):
        named = reference["issuer_serial"]
        right_issuer = x509.GeneralName("directory_name", certificate.issuer)
        _demand(_only(named["issuer"], "issuers").dump() == right_issuer.dump(), "issuer")
        _demand(named["serial_number"].native == certificate.serial_number, "serial number")


def _check_signature(signer: Any, certificate: x509.Certificate, digest: str) -> None:
    # RFC 5652, 5.4: what is signed carries the tag of a SET, not the implicit tag it has inside the message
    signed, signature = b"\x31" + signer["signed_attrs"].dump()[1:], signer["signature"].native
    algorithm = signer["signature_algorithm"]
    try:
        key = load_der_public_key(certificate.public_key.dump())
        if isinstance(key, ec.EllipticCurvePublicKey):
            _demand(isinstance(key.curve, ec.SECP256R1 | ec.SECP384R1), key.curve.name, "seal.weak")
            right = algos.SignedDigestAlgorithm({"algorithm": f"{digest}_ecdsa"})
            _demand(algorithm.dump() == right.dump(), "signature algorithm")
            key.verify(signature, signed, ec.ECDSA(_HASHES[digest]))
        elif isinstance(key, rsa.RSAPublicKey):
            _demand(key.key_size in _RSA_BITS, f"RSA {key.key_size}", "seal.weak")
            key.verify(signature, signed, _rsa_padding(algorithm, digest), _HASHES[digest])
        else:
            raise Refused("seal.weak", f"CMS: {certificate.public_key.algorithm}")
    except UnsupportedAlgorithm as error:
        raise Refused("seal.weak", "CMS: key") from error
    except InvalidSignature as error:
        raise Refused("seal.broken", "CMS: signature") from error


def _rsa_padding(algorithm: Any, digest: str) -> padding.PKCS1v15 | padding.PSS:
    """The padding that goes with one of the three ways RSA may be named, each in its one form."""
    null = core.Null()
    plain = [
        algos.SignedDigestAlgorithm({"algorithm": name, "parameters": null}).dump()
        for name in (f"{digest}_rsa", "rsassa_pkcs1v15")
    ]
    if algorithm.dump() in plain:
        return padding.PKCS1v15()
    salt = _HASHES[digest].digest_size
    for inner in (algos.DigestAlgorithm({"algorithm": digest}), _with_null(digest)):
        mask = {"algorithm": "mgf1", "parameters": inner}
        parameters = {"hash_algorithm": inner, "mask_gen_algorithm": mask, "salt_length": salt}
        right = algos.SignedDigestAlgorithm({"algorithm": "rsassa_pss", "parameters": parameters})
        if algorithm.dump() == right.dump():
            return padding.PSS(padding.MGF1(_HASHES[digest]), salt)
    raise Refused("seal.weak", "CMS: signature algorithm")
