"""Evidence files kept once by their digest: streamed in, hashed while copied, never overwritten.

``evidence/ab/abcdef…`` holds the bytes; ``evidence/incoming`` is where a file grows until it is complete and on disk.
A crash leaves at most something in ``incoming`` or a file nobody refers to; both are swept at the next start.
"""

import contextlib
import errno
import io
import os
from collections.abc import Collection, Iterable, Iterator
from functools import partial
from pathlib import Path
from stat import S_ISDIR
from typing import IO, TYPE_CHECKING, NamedTuple

from app import drives
from app.domain.file_kinds import HEAD, extension
from app.errors import AppError
from app.progress import SILENT, Progress

if TYPE_CHECKING:
    import hashlib

BUFFER = 1 << 20


class Stored(NamedTuple):
    """A file that is on disk: SHA-256, the extension its bytes bear out, size in bytes."""

    digest: str
    ext: str
    size: int


class EvidenceStore:
    """The evidence folder of one workspace. `incoming` lies elsewhere where nothing may be added."""

    def __init__(self, folder: Path, incoming: Path | None = None) -> None:
        self._folder = folder
        self._is_read_only = incoming is not None
        self.incoming = incoming or folder / "incoming"

    def prepare(self) -> None:
        """Makes the folders and clears what an interrupted copy left."""
        self.incoming.mkdir(parents=True, exist_ok=True)
        for left in self.incoming.iterdir():
            if left.is_file():
                left.unlink()

    def path(self, digest: str) -> Path:
        """Where the file with this digest lies, whether or not it is there."""
        return self._folder / digest[:2] / digest

    def holds(self, digest: str) -> bool:
        """Whether the file is here."""
        return self.path(digest).is_file()

    def add(self, source: Path, progress: Progress = SILENT) -> Stored:
        """Copies `source` in; on return its bytes are on disk under their digest.

        Raises `AppError("evidence.gone")`, "evidence.empty", "evidence.folder", "evidence.locked" (by another program),
        "evidence.changing" (while it is read), "evidence.medium_gone", each with its name, and for the store's own
        disk "evidence.disk_full", "evidence.disk_read_only", "evidence.disk_limit", "evidence.disk_gone".
        """
        target = self.incoming / os.urandom(16).hex()
        try:
            with contextlib.ExitStack() as cleanup:
                cleanup.callback(_remove, target)
                stored = self._copy(source, target, progress)
                with own_disk(source.name):
                    self.take(target, stored.digest)
                return stored
        except FileNotFoundError as error:
            raise AppError("evidence.gone", name=source.name) from error
        except PermissionError as error:
            raise AppError("evidence.locked", name=source.name) from error
        except OSError as error:
            raise AppError("evidence.medium_gone", name=source.name) from error

    def _copy(self, source: Path, target: Path, progress: Progress) -> Stored:
        before = source.stat()
        if S_ISDIR(before.st_mode):  # Windows has no error of its own for this
            raise AppError("evidence.folder", name=source.name)
        if before.st_size == 0:
            raise AppError("evidence.empty", name=source.name)
        digest, done, head = _sha256(), 0, b""
        with contextlib.ExitStack() as files:
            reading = files.enter_context(source.open("rb", buffering=0))
            with own_disk(source.name):
                writing = files.enter_context(target.open("xb", buffering=0))
            while piece := reading.read(BUFFER):
                head = head or piece[:HEAD]
                digest.update(piece)
                with own_disk(source.name):
                    _write(writing, piece)
                done += len(piece)
                if done > before.st_size:  # somebody is still writing it: reading on might never end
                    raise AppError("evidence.changing", name=source.name)
                progress.step(done, max(done, before.st_size))
            with own_disk(source.name):
                os.fsync(writing.fileno())
        after = source.stat()
        if done != before.st_size or (after.st_size, after.st_mtime_ns) != (
            before.st_size,
            before.st_mtime_ns,
        ):
            raise AppError("evidence.changing", name=source.name)
        return Stored(digest.hexdigest(), extension(source.name, head), done)

    def keep(self, data: bytes, name: str) -> str:
        """Keeps bytes of our own; their digest. Raises what `own_disk` says of the store's disk, under `name`."""
        digest, growing = _sha256(data).hexdigest(), self.incoming / os.urandom(16).hex()
        with contextlib.ExitStack() as cleanup, own_disk(name):
            cleanup.callback(_remove, growing)
            with growing.open("xb", buffering=0) as writing:
                _write(writing, data)
                os.fsync(writing.fileno())
            self.take(growing, digest)
        return digest

    def take(self, complete: Path, digest: str) -> None:
        """Moves a complete file of `incoming`, already synced, to its place; an equal one there is kept.

        Raises `AppError("data.only_look")` where nothing may be added.
        """
        self.take_all([(complete, digest)])

    def take_all(self, files: Iterable[tuple[Path, str]]) -> None:
        """The same for several files with their digests: all are moved, then each folder's names are synced once."""
        if self._is_read_only:
            raise AppError("data.only_look", path=str(self._folder.parent))
        changed = dict[Path, None]()
        for complete, digest in files:
            place = self.path(digest)
            if place.exists():
                complete.unlink()
                continue
            if not place.parent.exists():
                place.parent.mkdir(exist_ok=True)
                changed[self._folder] = None
            drives.patiently(partial(complete.replace, place))
            changed[place.parent] = None
        for folder in changed:
            sync_folder(folder)

    def bring_back(self, reading: IO[bytes], wanted: Collection[str]) -> str:
        """Puts bytes in the place of those that are gone or damaged, where their digest is one of `wanted`.

        That digest; "" when they are other bytes. Raises what `own_disk` says, and what reading raises.
        """
        growing, digest = self.incoming / os.urandom(16).hex(), _sha256()
        with contextlib.ExitStack() as cleanup:
            cleanup.callback(_remove, growing)
            with own_disk(""):
                writing = cleanup.enter_context(growing.open("xb", buffering=0))
            while piece := reading.read(BUFFER):
                digest.update(piece)
                with own_disk(""):
                    _write(writing, piece)
            found = digest.hexdigest()
            if found not in wanted:
                return ""
            with own_disk(found):
                os.fsync(writing.fileno())
                writing.close()
                place = self.path(found)
                place.parent.mkdir(exist_ok=True)
                drives.patiently(partial(growing.replace, place))
                sync_folder(place.parent)
        return found

    def digests(self) -> Iterable[str]:
        """The digests of all files here."""
        if not self._folder.is_dir():
            return
        for folder in sorted(self._folder.iterdir()):
            if folder.is_dir() and len(folder.name) == 2:
                yield from sorted(file.name for file in folder.iterdir() if len(file.name) == 64)

    def remove(self, digest: str) -> None:
        """Deletes a file nobody refers to any more; where the disk does not let it go, the next start tries again."""
        _remove(self.path(digest))

    def damaged(self, digest: str) -> bool:
        """Whether the bytes no longer have their digest."""
        import hashlib

        with self.path(digest).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() != digest


def _sha256(data: bytes = b"") -> "hashlib._Hash":
    import hashlib  # with the whole of OpenSSL: not before there is a file

    return hashlib.sha256(data)


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder durable, where the system lets a folder be opened (not on Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(file: io.FileIO, piece: bytes) -> None:
    left = memoryview(piece)
    while left:
        left = left[file.write(left) :]


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


@contextlib.contextmanager
def own_disk(name: str) -> Iterator[None]:
    """What goes wrong inside is the fault of the store's disk, never of the file that is copied in."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise AppError("evidence.disk_full", name=name) from error
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            raise AppError("evidence.disk_read_only", name=name) from error
        code = "evidence.disk_limit" if error.errno == errno.EFBIG else "evidence.disk_gone"
        raise AppError(code, name=name) from error
