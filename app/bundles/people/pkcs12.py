"""A key in a PKCS#12 file (.p12, .pfx) as somebody who can sign."""

import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12

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
    secret = unicodedata.normalize("NFC", password).encode("utf-8")
    try:
        held = load_pkcs12(data, secret or None)
    except ValueError as error:
        wrong = "password" in str(error).lower() or "mac" in str(error).lower()
        raise AppError("signer.password_wrong" if wrong else "signer.file_unreadable") from error
    except TypeError as error:
        raise AppError("signer.file_unreadable") from error
    if held.key is None or held.cert is None:
        raise AppError("signer.no_key")
    if not isinstance(held.key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise AppError("signer.weak_key")
    chain = tuple(each.certificate.public_bytes(Encoding.DER) for each in held.additional_certs)
    return FileSigner(held.key, held.cert.certificate.public_bytes(Encoding.DER), chain)
