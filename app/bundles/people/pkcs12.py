"""A key in a PKCS#12 file (.p12, .pfx) as somebody who can sign."""

from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, load_der_private_key
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12

from app.bundles import key_file
from app.bundles.passphrase_cover import spellings
from app.bundles.people.signers import Mechanism
from app.errors import AppError

MAX_FILE = 1 << 20  # bytes
SALT = 32  # bytes of RSA-PSS with SHA-256


@dataclass(frozen=True, slots=True)
class FileSigner:
    """A `Signer` whose private key is in memory; it is never shown."""

    _key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
    _certificate: bytes
    _chain: tuple[bytes, ...]

    def __repr__(self) -> str:
        return "FileSigner(…)"

    @property
    def certificate(self) -> bytes:
        """The signer's certificate, DER."""
        return self._certificate

    @property
    def chain(self) -> tuple[bytes, ...]:
        """The other certificates of the file, DER."""
        return self._chain

    @property
    def mechanism(self) -> Mechanism:
        """RSA-PSS for an RSA key, else ECDSA."""
        return Mechanism.RSA_PSS if isinstance(self._key, rsa.RSAPrivateKey) else Mechanism.ECDSA

    def sign(self, data: bytes) -> bytes:
        """The signature over SHA-256 of `data`."""
        if isinstance(self._key, rsa.RSAPrivateKey):
            return self._key.sign(data, padding.PSS(padding.MGF1(hashes.SHA256()), SALT), hashes.SHA256())
        return self._key.sign(data, ec.ECDSA(hashes.SHA256()))


def open_file(data: bytes, password: str) -> FileSigner:
    """The key and certificates of a PKCS#12 file.

    Raises `AppError`: "signer.file_unreadable" for what is no such file, "signer.password_wrong", "signer.no_key" when
    a key or its certificate is missing, "signer.weak_key" for a kind of key that may not sign.
    """
    if len(data) > MAX_FILE or not data.startswith(b"\x30"):
        raise AppError("signer.file_unreadable")
    try:
        key, certificates = _opened_as_typed(data, password) if password else _opened_at_once(data, None)
    except (TypeError, KeyError, ValueError) as error:
        raise AppError("signer.file_unreadable") from error
    if key is None:
        raise AppError("signer.no_key")
    if not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise AppError("signer.weak_key")
    own = [each for each in certificates if each.public_key() == key.public_key()]
    if not own:
        raise AppError("signer.no_key")
    chain = tuple(each.public_bytes(Encoding.DER) for each in certificates if each != own[0])
    return FileSigner(key, own[0].public_bytes(Encoding.DER), chain)


_Held = tuple[object, list[x509.Certificate]]


def _opened_as_typed(data: bytes, password: str) -> _Held:
    """Other programs take the letters as a keyboard composes them."""
    *others, last = spellings(password)
    for words in others:
        try:
            return _opened(data, words.encode("utf-8"))
        except AppError as error:
            if error.code != "signer.password_wrong":
                raise
    return _opened(data, last.encode("utf-8"))


def _opened(data: bytes, secret: bytes) -> _Held:
    """Key and certificates, derived where a window can go on meanwhile; in an old form at once, if that is soon."""
    try:
        found = key_file.opened(data, secret)
    except key_file.OtherForm:
        key_file.check_rounds(data)
        return _opened_at_once(data, secret)
    if found is None:
        raise AppError("signer.password_wrong")
    key = load_der_private_key(found[0], None) if found[0] else None
    return key, [x509.load_der_x509_certificate(each) for each in found[1]]


def _opened_at_once(data: bytes, secret: bytes | None) -> _Held:
    try:
        held = load_pkcs12(data, secret)
    except ValueError as error:
        wrong = "password" in str(error).lower() or "mac" in str(error).lower()
        raise AppError("signer.password_wrong" if wrong else "signer.file_unreadable") from error
    own = [held.cert] if held.cert is not None else []
    return held.key, [each.certificate for each in (*own, *held.additional_certs)]
