"""The seal: CAdES-B-B (ETSI EN 319 122-1) detached over ASiCManifest001.xml, made here and read strictly.

`openssl cms -verify` accepts a content inside the signature, bytes behind it and more than one signer; the reader
here accepts none of them.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import load_der_public_key

from app.bundles.der import (
    INTEGER,
    NULL,
    OCTETS,
    SEQUENCE,
    SET,
    TIME,
    UTC_TIME,
    context,
    inside,
    oid,
    only,
    parts,
    tlv,
)
from app.bundles.keys import SealKey, check_code
from app.bundles.refusal import Refused

_HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
_RSA_BITS = range(2048, 8193)

_VERSION = tlv(INTEGER, b"\x01")
_SIGNED_DATA, _DATA = oid("1.2.840.113549.1.7.2"), oid("1.2.840.113549.1.7.1")
_CONTENT_TYPE, _MESSAGE_DIGEST = oid("1.2.840.113549.1.9.3"), oid("1.2.840.113549.1.9.4")
_SIGNING_TIME, _CERTIFICATE_V2 = oid("1.2.840.113549.1.9.5"), oid("1.2.840.113549.1.9.16.2.47")


def _algorithm(dotted: str, *parameters: bytes) -> bytes:
    return tlv(SEQUENCE, oid(dotted), *parameters)


_DIGESTS = {name: _algorithm(f"2.16.840.1.101.3.4.2.{at}", NULL) for at, name in enumerate(_HASHES, 1)}
_NAMES = {each: name for name, each in _DIGESTS.items()}
_ECDSA = {name: _algorithm(f"1.2.840.10045.4.3.{at}") for at, name in enumerate(_HASHES, 2)}
_RSA = {name: _algorithm(f"1.2.840.113549.1.1.{at}", NULL) for at, name in enumerate(_HASHES, 11)}
_PLAIN_RSA = _algorithm("1.2.840.113549.1.1.1", NULL)


def _pss(name: str) -> bytes:
    """RSASSA-PSS with one hash throughout and a salt of its length (RFC 4055, 3.1)."""
    mask = _algorithm("1.2.840.113549.1.1.8", _DIGESTS[name])
    salt = tlv(INTEGER, bytes([_HASHES[name].digest_size]))
    told = [tlv(context(at), each) for at, each in enumerate((_DIGESTS[name], mask, salt))]
    return _algorithm("1.2.840.113549.1.1.10", tlv(SEQUENCE, *told))


_PSS = {name: _pss(name) for name in _HASHES}


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
class _Certificate:
    """A certificate and the values of it that a seal repeats, each as it stands there."""

    der: bytes
    serial: bytes
    issuer: bytes
    spki: bytes


def _certificate(der: bytes) -> _Certificate:
    told = parts(inside(parts(inside(der, SEQUENCE))[0], SEQUENCE))
    if told[0][0] == context(0):  # its version
        del told[0]
    serial, _, issuer, _, _, spki = told[:6]
    inside(serial, INTEGER), inside(issuer, SEQUENCE), inside(spki, SEQUENCE)
    return _Certificate(der, serial, issuer, spki)


@dataclass(frozen=True, slots=True)
class _Signed:
    """What the signed attributes say; `names_issuer`: whether the certificate reference repeats issuer and serial."""

    content_digest: bytes
    signed_at: datetime
    reference_hash: str
    reference: bytes
    names_issuer: bool = True

    def attributes(self, certificate: _Certificate) -> bytes:
        """The one written form of the attributes CAdES-B-B asks for, in the order of DER."""
        reference = [tlv(OCTETS, self.reference)]
        if self.reference_hash != "sha256":  # the default, and DER leaves defaults out
            reference.insert(0, _DIGESTS[self.reference_hash])
        if self.names_issuer:
            issuer = tlv(SEQUENCE, tlv(context(4), certificate.issuer))
            reference.append(tlv(SEQUENCE, issuer, certificate.serial))
        values = {
            _CONTENT_TYPE: _DATA,
            _SIGNING_TIME: _written_time(self.signed_at),
            _MESSAGE_DIGEST: tlv(OCTETS, self.content_digest),
            _CERTIFICATE_V2: tlv(SEQUENCE, tlv(SEQUENCE, tlv(SEQUENCE, *reference))),
        }
        return b"".join(sorted(tlv(SEQUENCE, name, tlv(SET, value)) for name, value in values.items()))


def _written_time(at: datetime) -> bytes:
    """A signing time (RFC 5652, 11.3)."""
    told = f"{at.year:04}{at:%m%d%H%M%S}Z".encode("ascii")
    return tlv(UTC_TIME, told[2:]) if 1950 <= at.year < 2050 else tlv(TIME, told)


def _read_time(value: bytes) -> datetime:
    if value[0] == UTC_TIME:
        short = inside(value, UTC_TIME).decode("ascii")
        told = ("19" if short >= "5" else "20") + short
    else:
        told = inside(value, TIME).decode("ascii")
    return datetime.strptime(told, "%Y%m%d%H%M%SZ").replace(tzinfo=UTC)


def make_seal(key: SealKey, content: bytes, at: datetime) -> bytes:
    """The detached seal over `content`, DER; `at` (with its zone) becomes the claimed signing time."""
    certificate = _certificate(key.certificate)
    moment = at.astimezone(UTC).replace(microsecond=0)
    signed = _Signed(hashlib.sha256(content).digest(), moment, "sha256", hashlib.sha256(key.certificate).digest())
    attributes = signed.attributes(certificate)
    signature = key.private_key.sign(tlv(SET, attributes), ec.ECDSA(hashes.SHA256()))
    return _message(certificate, _DIGESTS["sha256"], attributes, _ECDSA["sha256"], signature)


def _message(certificate: _Certificate, digest: bytes, attributes: bytes, algorithm: bytes, signature: bytes) -> bytes:
    """The one written form of a seal (RFC 5652, in DER): one certificate, one signer, no content inside."""
    named = tlv(SEQUENCE, certificate.issuer, certificate.serial)
    signed_attributes = tlv(context(0), attributes)
    signer = tlv(SEQUENCE, _VERSION, named, digest, signed_attributes, algorithm, tlv(OCTETS, signature))
    holder, content = tlv(context(0), certificate.der), tlv(SEQUENCE, _DATA)
    signed = tlv(SEQUENCE, _VERSION, tlv(SET, digest), content, holder, tlv(SET, signer))
    return tlv(SEQUENCE, _SIGNED_DATA, tlv(context(0), signed))


def read_seal(der: bytes, content: bytes) -> Seal:
    """The seal in `der`, once it is in the written form and holds for `content`.

    What distinguishes one seal from another is taken out, written anew and compared byte for byte. Raises
    `Refused("seal.malformed")` for another form, `Refused("seal.weak")` for other algorithms than SHA-256/384/512
    with RSA 2048 to 8192, P-256 or P-384, and `Refused("seal.broken")` when it does not hold.
    """
    try:
        return _read(der, content)
    except (ValueError, KeyError, IndexError) as error:
        raise Refused("seal.malformed", f"CMS: {type(error).__name__}") from error


def _read(der: bytes, content: bytes) -> Seal:
    _, message = parts(inside(der, SEQUENCE))
    _, _, _, holder, signers = parts(inside(inside(message, context(0)), SEQUENCE))
    _, _, digest, attributes, algorithm, signature = parts(inside(only(parts(inside(signers, SET))), SEQUENCE))
    certificate = _certificate(only(parts(inside(holder, context(0)))))
    name = _digest_name(digest)
    signed = _signed(inside(attributes, context(0)))
    key = _public_key(certificate)
    _check_algorithm(algorithm, key, name)
    written, value = signed.attributes(certificate), inside(signature, OCTETS)
    if _message(certificate, digest, written, algorithm, value) != der:
        raise Refused("seal.malformed", "CMS: not in the written form")
    if signed.reference != hashlib.new(signed.reference_hash, certificate.der).digest():
        raise Refused("seal.broken", "CMS: reference to the certificate")
    if signed.content_digest != hashlib.new(name, content).digest():
        raise Refused("seal.broken", "CMS: digest of the content")
    _check_signature(key, value, tlv(SET, written), algorithm, name)
    return Seal(certificate.der, certificate.spki, signed.signed_at)


def _signed(attributes: bytes) -> _Signed:
    values = {}
    for each in parts(attributes):
        kind, told = parts(inside(each, SEQUENCE))
        values[kind] = only(parts(inside(told, SET)))
    references = only(parts(inside(values[_CERTIFICATE_V2], SEQUENCE)))
    reference = parts(inside(only(parts(inside(references, SEQUENCE))), SEQUENCE))
    reference_hash = "sha256" if reference[0][0] == OCTETS else _digest_name(reference.pop(0))
    return _Signed(
        content_digest=inside(values[_MESSAGE_DIGEST], OCTETS),
        signed_at=_read_time(values[_SIGNING_TIME]),
        reference_hash=reference_hash,
        reference=inside(reference[0], OCTETS),
        names_issuer=len(reference) > 1,
    )


def _digest_name(given: bytes) -> str:
    """Which allowed digest `given` is, byte for byte, with the customary NULL."""
    kind, *_ = parts(inside(given, SEQUENCE))
    if given not in _NAMES:
        raise Refused("seal.weak", f"CMS: digest {kind[:20].hex()}")
    return _NAMES[given]


def _public_key(certificate: _Certificate) -> ec.EllipticCurvePublicKey | rsa.RSAPublicKey:
    try:
        key = load_der_public_key(certificate.spki)
    except UnsupportedAlgorithm as error:
        raise Refused("seal.weak", "CMS: kind of key") from error
    if isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1 | ec.SECP384R1):
        return key
    if isinstance(key, rsa.RSAPublicKey) and key.key_size in _RSA_BITS:
        return key
    raise Refused("seal.weak", "CMS: kind or size of key")


def _check_algorithm(given: bytes, key: object, digest: str) -> None:
    """That `given` is, byte for byte, an allowed signature algorithm for this kind of key."""
    is_curve = isinstance(key, ec.EllipticCurvePublicKey)
    if given not in ([_ECDSA[digest]] if is_curve else [_RSA[digest], _PLAIN_RSA, _PSS[digest]]):
        raise Refused("seal.weak", "CMS: signature algorithm")


def _check_signature(
    key: ec.EllipticCurvePublicKey | rsa.RSAPublicKey, signature: bytes, signed: bytes, algorithm: bytes, name: str
) -> None:
    digest = _HASHES[name]
    try:
        if isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, signed, ec.ECDSA(digest))
        elif algorithm == _PSS[name]:
            key.verify(signature, signed, padding.PSS(padding.MGF1(digest), digest.digest_size), digest)
        else:
            key.verify(signature, signed, padding.PKCS1v15(), digest)
    except InvalidSignature as error:
        raise Refused("seal.broken", "CMS: signature") from error
