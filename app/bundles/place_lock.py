"""The lock on a place for copies: its public half adds to them without asking, only the passphrase reads them.

An X25519 identity of age, made at random, lies beside the copies inside an age file that the passphrase opens; with
it the public tool opens any of them: ``age -d -i backups/key.age FILE``. Names tell nothing either: evidence is called
by an HMAC of its digest, so what was there before is known again, and nobody can ask for a document he knows.
"""

import hmac
import io
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.bundles import age_keys
from app.bundles.passphrase_cover import CoverReader, CoverWriter, Lock, Passphrase, bytes64, plain64
from app.errors import AppError

_LABEL = b"age-encryption.org/v1/X25519"
_NAMES = b"thuocso: names in a locked place, 1"
_KIND = b"X25519"


@dataclass(frozen=True, slots=True)
class PlaceLock:
    """What adds copies and reads none: a public key and the key of names, 32 bytes each."""

    public: bytes
    names: bytes = field(repr=False)

    @property
    def recipient(self) -> str:
        """``age1…``"""
        return age_keys.recipient(self.public)

    def name_of(self, digest: str) -> str:
        """What evidence of this SHA-256 is called there: as many hexadecimal digits, which tell nobody else of it."""
        return hmac.digest(self.names, digest.encode("ascii"), "sha256").hex()

    def wrapped(self, file_key: bytes) -> tuple[bytes, bytes]:
        passing = X25519PrivateKey.generate()
        sent = passing.public_key().public_bytes_raw()
        shared = passing.exchange(X25519PublicKey.from_public_bytes(self.public))
        body = _wrapping(shared, sent, self.public).encrypt(bytes(12), file_key, None)
        return b"%s %s" % (_KIND, plain64(sent)), body

    def unwrapped(self, words: Sequence[bytes], body: bytes, name: str) -> bytes:
        raise AppError("backup.passphrase_needed", name=name)


@dataclass(frozen=True, slots=True)
class PlaceKey:
    """What reads the copies: the private key, 32 bytes."""

    secret: bytes = field(repr=False)

    @property
    def lock(self) -> PlaceLock:
        """What may stay with the program."""
        names = HKDF(hashes.SHA256(), 32, salt=None, info=_NAMES).derive(self.secret)
        return PlaceLock(X25519PrivateKey.from_private_bytes(self.secret).public_key().public_bytes_raw(), names)

    def wrapped(self, file_key: bytes) -> tuple[bytes, bytes]:
        return self.lock.wrapped(file_key)

    def unwrapped(self, words: Sequence[bytes], body: bytes, name: str) -> bytes:
        kind, sent = words
        if kind != _KIND:
            raise ValueError("another stanza")
        public = bytes64(sent)
        shared = X25519PrivateKey.from_private_bytes(self.secret).exchange(X25519PublicKey.from_public_bytes(public))
        try:
            return _wrapping(shared, public, self.lock.public).decrypt(bytes(12), body, None)
        except InvalidTag as error:
            raise ValueError("closed with another lock") from error


def make(passphrase: str) -> tuple[PlaceKey, bytes]:
    """A new key, and the file beside the copies that gives it back to who knows the passphrase."""
    key = PlaceKey(secrets.token_bytes(32))
    return key, covered(f"{age_keys.identity(key.secret)}\n".encode("ascii"), Passphrase(passphrase))


def opened(data: bytes, passphrase: str, name: str) -> PlaceKey:
    """The key in the file `make` gave; raises `AppError("backup.passphrase_wrong")` and "backup.damaged"."""
    try:
        return PlaceKey(age_keys.secret_in(uncovered(data, Passphrase(passphrase), name).decode("ascii").strip()))
    except ValueError as error:
        raise AppError("backup.damaged", name=name) from error


def covered(data: bytes, lock: Lock) -> bytes:
    """A few bytes in an age file."""
    file = io.BytesIO()
    cover = CoverWriter(file, lock)
    cover.write(data)
    cover.finish()
    return file.getvalue()


def uncovered(data: bytes, lock: Lock, name: str) -> bytes:
    """What `covered` closed; raises `AppError`."""
    return CoverReader(cast(BinaryIO, io.BytesIO(data)), lock, name).read()


def _wrapping(shared: bytes, sent: bytes, public: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(HKDF(hashes.SHA256(), 32, salt=sent + public, info=_LABEL).derive(shared))
