"""The cover for the road: a sealed bundle inside an age file (X25519), streamed both ways, never whole in memory.

It hides, and proves nothing: who sent a file is told by its seal, after it was opened. An age file names nobody, so
one that no key here opens can only be told by the keys that were tried. https://age-encryption.org/v1
"""

import base64
import binascii
import hashlib
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from app.bundles.age_keys import is_recipient
from app.bundles.container import CHUNK, MAX_FILE
from app.bundles.medium import part_file, unreadable
from app.bundles.refusal import Refused
from app.bundles.streaming import told_of_sink
from app.errors import AppError
from app.progress import SILENT, Cancelled, Progress

SUFFIX = ".age"
MAX_HEADER = 16 << 10  # of some hundred recipients; a longer one only costs memory

_PLAIN = b"age-encryption.org/v1\n"
_ARMOURED = b"-----BEGIN AGE ENCRYPTED FILE-----"
_PIECE = 64 << 10  # bytes to which age adds 16
_MARK = b"\n--- "


def is_encrypted(path: Path) -> bool:
    """Whether a file begins as age files do, whatever its name; False for one that cannot be read, or is none."""
    try:
        if not path.is_file():  # a pipe would be waited for
            return False
        with path.open("rb", buffering=0) as file:
            return file.read(len(_ARMOURED)).startswith((_PLAIN, _ARMOURED))
    except OSError:
        return False


def encrypt(source: Path, target: Path, recipient: str, progress: Progress = SILENT, *, own: str = "") -> int:
    """Writes `source` to `target` so that only the owner of `recipient` (age1…) can open it; the size in bytes.

    With `own` its writer can, too: what was sent brings the work back when all else is lost.

    What stands on the disk is read back and compared with what was written.
    Raises `AppError` as `part_file` does, "medium.write_damaged", "file.unreadable" for `source`; `ValueError` for
    what is no recipient.
    """
    import pyrage

    readers = [recipient, own] if own else [recipient]
    if not all(map(is_recipient, readers)):
        raise ValueError("no recipient")
    size = source.stat().st_size
    with part_file(target, size + 16 * (size // _PIECE + 1) + 512) as part:
        with _opened(source) as file:
            reading, writing = _Reading(source, file, size, progress), _Writing(part.file)
            with _reasons(reading, writing):
                pyrage.encrypt_io(reading, writing, [pyrage.x25519.Recipient.from_str(each) for each in readers])
        part.settle()
        if _digest(part.path) != writing.sha.hexdigest():
            raise AppError("medium.write_damaged", detail=target.name)
        part.keep()
    return writing.size


@contextmanager
def decrypted(path: Path, identities: Sequence[str], folder: Path, progress: Progress = SILENT) -> Iterator[Path]:
    """What an age file holds, as a passing file in `folder`, gone again afterwards.

    Raises `Refused`: "encrypted.other_key" when none of `identities` (AGE-SECRET-KEY-1…) opens it, "encrypted.damaged"
    for a file that is cut or changed, "bundle.too_large"; `AppError` for a full or vanished disk.
    """
    import pyrage

    target = folder / f"{secrets.token_hex(16)}.opened"
    with _opened(path) as file:
        size = path.stat().st_size
        if size > MAX_FILE:
            raise Refused("bundle.too_large", f"{size} bytes", limit=MAX_FILE)
        _check_header(file, path)
        try:
            with told_of_sink(folder):
                sink = target.open("xb", buffering=0)
            with sink:
                reading, writing = _Reading(path, file, size, progress), _Writing(sink)
                keys = [pyrage.x25519.Identity.from_str(identity) for identity in identities]
                try:
                    with told_of_sink(folder), _reasons(reading, writing):
                        pyrage.decrypt_io(reading, writing, keys)
                except pyrage.DecryptError as error:
                    is_other = "No matching keys" in str(error)
                    code = "encrypted.other_key" if is_other else "encrypted.damaged"
                    raise Refused(code, str(error), file=path.name) from error
                except _Broken as error:
                    raise Refused("encrypted.damaged", str(error), file=path.name) from error
            yield target
        finally:
            with suppress(OSError):
                target.unlink(missing_ok=True)


def _check_header(file: BinaryIO, path: Path) -> None:
    """The header ends soon: an endless one would be held in memory, and one of many stanzas tried one by one."""
    head = file.read(2 * MAX_HEADER)
    file.seek(0)
    if head.startswith(_ARMOURED):
        text = b"".join(head.splitlines()[1:])
        with suppress(binascii.Error):
            head = base64.b64decode(text[: len(text) // 4 * 4])
    if _MARK not in head[:MAX_HEADER]:
        raise Refused("encrypted.damaged", "header", file=path.name)


class _Broken(Exception):
    """What the library calls an error of reading though the file could be read."""


class _Reading:
    """A file for the library to read, that tells how far it is and keeps what went wrong."""

    def __init__(self, path: Path, file: BinaryIO, size: int, progress: Progress) -> None:
        self._path, self._file, self._size, self._progress, self._done = path, file, size, progress, 0
        self.failed: BaseException | None = None

    def read(self, length: int = -1) -> bytes:
        try:
            self._progress.step(min(self._done, self._size), self._size)
            data = self._file.read(CHUNK if length < 0 else length)
        except (OSError, Cancelled) as error:
            self.failed = unreadable(self._path, error) if isinstance(error, OSError) else error
            raise
        self._done += len(data)
        return data


class _Writing:
    """A file for the library to write, with the SHA-256 of what was written."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.sha, self.size = hashlib.sha256(), 0
        self.failed: BaseException | None = None

    def write(self, data: bytes) -> int:
        try:
            left = memoryview(data)
            while left:
                left = left[self._file.write(left) :]
        except OSError as error:
            self.failed = error
            raise
        self.sha.update(data)
        self.size += len(data)
        return len(data)

    def flush(self) -> None:
        self._file.flush()


@contextmanager
def _reasons(reading: _Reading, writing: _Writing) -> Iterator[None]:
    """What went wrong in our own files comes out as it was; what the library found in the data as `_Broken`."""
    import pyrage

    try:
        yield
    except (OSError, pyrage.EncryptError, pyrage.DecryptError) as error:
        failed = reading.failed or writing.failed
        if failed is None and isinstance(error, pyrage.DecryptError):
            raise
        raise (failed or _Broken(str(error))) from error


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        file = path.open("rb", buffering=0)
    except OSError as error:
        raise unreadable(path, error) from error
    with file:
        yield file


def _digest(path: Path) -> str:
    with path.open("rb", buffering=0) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
