"""A cover that a passphrase opens: an age file with one stanza, written and read as a stream of any length.

The public tool opens it: ``age -d FILE``. https://age-encryption.org/v1 (C2SP/age): the file key is wrapped by a lock
(here scrypt with ChaCha20-Poly1305; `place_lock` has the other), the header bears an HMAC, the content goes in pieces
of 64 KiB, each authenticated with its number and with whether it is the last. A piece can be read alone, so a reader
may seek.
"""

import base64
import hmac
import io
import secrets
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO, BinaryIO, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from app.errors import AppError

WORK = 17  # log2 of scrypt's N: 128 MiB and about half a second, for a computer with 4 GB
MAX_WORK = 20  # a file that asks for more only wears the machine out
_MAGIC = b"age-encryption.org/v1\n"
_LABEL = b"age-encryption.org/v1/scrypt"
_PIECE, _TAG = 64 << 10, 16
_MAX_HEADER = 4 << 10


def plain64(data: bytes) -> bytes:
    """Base64 as age writes it, without padding."""
    return base64.b64encode(data).rstrip(b"=")


def bytes64(text: bytes) -> bytes:
    """What `plain64` wrote; raises `ValueError`."""
    return base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)


def spellings(words: str) -> tuple[str, ...]:
    """How a passphrase may have been composed where a file was closed: the way files are closed here first."""
    composed = (unicodedata.normalize("NFC", words), words, unicodedata.normalize("NFD", words))
    return tuple(dict.fromkeys(composed))


class Lock(Protocol):
    """What wraps the key of a file, and opens it again; one that only wraps raises where it is asked to open."""

    def wrapped(self, file_key: bytes) -> tuple[bytes, bytes]:
        """The words of a stanza after its arrow, and its body."""
        ...

    def unwrapped(self, words: Sequence[bytes], body: bytes, name: str) -> bytes:
        """The file key; raises `ValueError` for another kind of stanza, `AppError` where it does not open."""
        ...


@dataclass(frozen=True, slots=True)
class Passphrase:
    """Opens what was closed with the same words, however a keyboard composed their letters."""

    words: str = field(repr=False)
    work: int = field(default_factory=lambda: WORK)

    def wrapped(self, file_key: bytes) -> tuple[bytes, bytes]:
        salt = secrets.token_bytes(16)
        body = self._wrapping(salt, self.work, spellings(self.words)[0]).encrypt(bytes(12), file_key, None)
        return b"scrypt %s %d" % (plain64(salt), self.work), body

    def unwrapped(self, words: Sequence[bytes], body: bytes, name: str) -> bytes:
        kind, salt, work = words
        if kind != b"scrypt" or not 1 <= int(work) <= MAX_WORK:
            raise ValueError("another stanza, or too much work")
        for typed in spellings(self.words):
            with suppress(InvalidTag):
                return self._wrapping(bytes64(salt), int(work), typed).decrypt(bytes(12), body, None)
        raise AppError("backup.passphrase_wrong", name=name)

    def _wrapping(self, salt: bytes, work: int, typed: str) -> ChaCha20Poly1305:
        words = typed.encode("utf-8")
        return ChaCha20Poly1305(Scrypt(salt=_LABEL + salt, length=32, n=1 << work, r=8, p=1).derive(words))


def _derived(file_key: bytes, salt: bytes | None, info: bytes) -> bytes:
    return HKDF(hashes.SHA256(), 32, salt=salt, info=info).derive(file_key)


def _mac(file_key: bytes, header: bytes) -> bytes:
    return plain64(hmac.digest(_derived(file_key, None, b"header"), header, "sha256"))


class CoverWriter(io.RawIOBase):
    """What is written goes encrypted into `file`; `finish` writes the last piece, without which nothing opens it."""

    def __init__(self, file: IO[bytes], lock: Lock) -> None:
        super().__init__()
        self._file, self._held, self._count = file, bytearray(), 0
        file_key, nonce = secrets.token_bytes(16), secrets.token_bytes(16)
        words, body = lock.wrapped(file_key)
        header = b"%s-> %s\n%s\n---" % (_MAGIC, words, plain64(body))
        self._file.write(b"%s %s\n%s" % (header, _mac(file_key, header), nonce))
        self._cipher = ChaCha20Poly1305(_derived(file_key, nonce, b"payload"))

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(memoryview(data))  # type: ignore[arg-type]
        self._held += piece
        while len(self._held) > _PIECE:  # the last piece, full or not, is kept for `finish`
            self._send(bytes(self._held[:_PIECE]), is_last=False)
            del self._held[:_PIECE]
        return len(piece)

    def finish(self) -> None:
        """Writes the last piece; nothing may be written after it."""
        self._send(bytes(self._held), is_last=True)
        self._held.clear()

    def _send(self, piece: bytes, *, is_last: bool) -> None:
        self._file.write(self._cipher.encrypt(_number(self._count, is_last), piece, None))
        self._count += 1


def _number(count: int, is_last: bool) -> bytes:
    return count.to_bytes(11, "big") + bytes([is_last])


class CoverReader(io.RawIOBase):
    """What lies under the cover, to be read and sought in; every piece is authenticated before it is given out.

    Raises `AppError("backup.passphrase_wrong")`; "backup.damaged" for a file that is cut, changed, or no such file.
    """

    def __init__(self, file: BinaryIO, lock: Lock, name: str) -> None:
        super().__init__()
        self._file, self._name, self._at = file, name, 0
        file_key, self._begin = _file_key(file, lock, name)
        nonce = _exactly(file, 16, name)
        self._begin += 16
        self._cipher = ChaCha20Poly1305(_derived(file_key, nonce, b"payload"))
        covered = file.seek(0, io.SEEK_END) - self._begin
        self._pieces = -(-covered // (_PIECE + _TAG))
        self.size = covered - self._pieces * _TAG
        self._kept: tuple[int, bytes] = (-1, b"")
        self._piece(self._pieces - 1)  # a file that was cut ends with a piece that does not say it is the last

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._at = max(0, offset + (0, self._at, self.size)[whence])
        return self._at

    def readinto(self, buffer: object) -> int:
        """Fills the buffer over the ends of pieces: who reads the head of an entry takes less for a file cut off."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        filled = 0
        while filled < len(view) and self._at < self.size:
            number, inside = divmod(self._at, _PIECE)
            data = self._piece(number)[inside : inside + len(view) - filled]
            view[filled : filled + len(data)] = data
            filled += len(data)
            self._at += len(data)
        return filled

    def _piece(self, number: int) -> bytes:
        if self._kept[0] == number:
            return self._kept[1]
        if number < 0:
            raise AppError("backup.damaged", name=self._name)
        self._file.seek(self._begin + number * (_PIECE + _TAG))
        covered = self._file.read(_PIECE + _TAG)
        try:
            data = self._cipher.decrypt(_number(number, number == self._pieces - 1), covered, None)
        except InvalidTag as error:
            raise AppError("backup.damaged", name=self._name) from error
        self._kept = (number, data)
        return data


def _file_key(file: BinaryIO, lock: Lock, name: str) -> tuple[bytes, int]:
    """The file key and where the header ends."""
    file.seek(0)
    head = file.read(_MAX_HEADER)
    try:
        magic, stanza, body, mac, _ = head.split(b"\n", 4)
        arrow, *words = stanza.split(b" ")
        dashes, told = mac.split(b" ")
        if magic + b"\n" != _MAGIC or (arrow, dashes) != (b"->", b"---"):
            raise ValueError("another header")
        file_key = lock.unwrapped(words, bytes64(body), name)
    except ValueError as error:
        raise AppError("backup.damaged", name=name) from error
    header = b"\n".join((magic, stanza, body, b"---"))
    if not hmac.compare_digest(_mac(file_key, header), told):
        raise AppError("backup.damaged", name=name)
    begin = len(header) + 1 + len(told) + 1
    file.seek(begin)
    return file_key, begin


def _exactly(file: BinaryIO, length: int, name: str) -> bytes:
    data = file.read(length)
    if len(data) != length:
        raise AppError("backup.damaged", name=name)
    return data
