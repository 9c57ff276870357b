"""Folders that appear whole or not at all: every file copied, put on the disk, read again and compared.

What goes onto a stick and what leaves one is written this way. While it is being written the folder is called
``….part``; it gets its name when every byte was read back. Nothing that was there before is touched.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO

from app import drives
from app.bundles.medium import check_size, check_space, settle_folder, told_of_writing, unreadable
from app.errors import AppError
from app.progress import Progress

PASSING = ".part"
_CHUNK = 1 << 20
_CLUSTER = 32 << 10  # bytes a small file takes on a stick


@dataclass(frozen=True, slots=True)
class Piece:
    """One file to be made: its path inside the folder with "/", its size in bytes, and how its bytes are opened."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]

    @property
    def room(self) -> int:
        """Bytes it takes on the disk."""
        return -(-max(self.size, 1) // _CLUSTER) * _CLUSTER


def file_piece(name: str, path: Path) -> Piece:
    """A file that lies somewhere; raises `AppError("file.unreadable")` or "file.is_folder"."""
    try:
        if not path.is_file():
            path.open("rb").close()
        return Piece(name, path.stat().st_size, lambda: path.open("rb"))
    except OSError as error:
        raise unreadable(path, error) from error


def bytes_piece(name: str, data: bytes) -> Piece:
    """What is held in memory."""
    return Piece(name, len(data), lambda: BytesIO(data))


def folder_pieces(folder: Path, under: str = "", *, without: Callable[[str], bool]) -> tuple[Piece, ...]:
    """Every file below `folder`, to lie under `under`, but what has a name `without` at the topmost level.

    Links are not followed. Raises as `file_piece`.
    """
    found = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    inside = [(path.relative_to(folder).as_posix(), path) for path in found]
    return tuple(
        file_piece(str(PurePosixPath(under) / name), path)
        for name, path in inside
        if not without(name.partition("/")[0])
    )


class Making:
    """A folder being made: pieces are added, then `check` reads everything back."""

    def __init__(self, passing: Path, total: int, progress: Progress) -> None:
        self.passing = passing
        self.digests: dict[str, str] = {}
        self._sizes: dict[str, int] = {}
        self._total, self._done, self._progress = 2 * max(total, 1), 0, progress

    def add(self, piece: Piece) -> None:
        """Copies one file; raises `AppError("stick.source_changed")` when its bytes are no longer those announced."""
        target = self.passing / piece.name
        target.parent.mkdir(parents=True, exist_ok=True)
        digest, size = hashlib.sha256(), 0
        with _source(piece) as read, target.open("xb") as writing:
            while part := read(_CHUNK):
                writing.write(part)
                digest.update(part)
                size += len(part)
                self._step(len(part))
        if size != piece.size:
            raise AppError("stick.source_changed", file=PurePosixPath(piece.name).name)
        self.digests[piece.name], self._sizes[piece.name] = digest.hexdigest(), size

    def sums(self) -> bytes:
        """The digests so far in the form of sha256sum."""
        return "".join(f"{self.digests[name]}  {name}\n" for name in sorted(self.digests)).encode("utf-8")

    def check(self) -> None:
        """Puts every file on the disk and reads it back; raises `AppError("medium.write_damaged")`."""
        for name, digest in self.digests.items():
            with (self.passing / name).open("r+b", buffering=0) as file:
                os.fsync(file.fileno())
                if hasattr(os, "posix_fadvise"):  # Windows has none: there a re-reading may be answered from memory
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
                found = hashlib.sha256()
                while part := file.read(_CHUNK):
                    found.update(part)
                    self._step(len(part))
            if found.hexdigest() != digest:
                raise AppError("medium.write_damaged", detail=name)
        for folder in {self.passing / name for name in self.digests}:
            settle_folder(folder.parent)
        self._progress.step(self._total, self._total)

    def _step(self, size: int) -> None:
        self._done = min(self._done + size, self._total)
        self._progress.step(self._done, self._total)


@contextmanager
def _source(piece: Piece) -> Iterator[Callable[[int], bytes]]:
    """Reading a source; its own faults are told as its own, not as those of the stick."""
    name = Path(PurePosixPath(piece.name).name)
    try:
        file = piece.open()
    except OSError as error:
        raise unreadable(name, error) from error

    def read(size: int) -> bytes:
        try:
            return file.read(size)
        except OSError as error:
            raise unreadable(name, error) from error

    with file:
        yield read


@contextmanager
def whole_folder(target: Path, pieces: Iterable[Piece], progress: Progress) -> Iterator[Making]:
    """A folder `target` with these pieces, more of which may be added inside; it stands there when all is checked.

    Cancelled or failed, nothing of it stays where the disk still answers. Raises `AppError`: "disk.full",
    "medium.file_too_big" (both before writing, where it can be foreseen), "disk.read_only", "medium.gone",
    "medium.write_damaged", "stick.source_changed", "file.unreadable".
    """
    drives.refuse_held(target)
    wanted = tuple(pieces)
    needed = sum(piece.room for piece in wanted)
    with told_of_writing(target.parent, needed):
        check_size(target.parent, max((piece.size for piece in wanted), default=0))
        check_space(target.parent, needed)
        passing = free_name(target.with_name(target.name + PASSING))
        passing.mkdir()
        try:
            making = Making(passing, sum(piece.size for piece in wanted), progress)
            for piece in wanted:
                making.add(piece)
            yield making
            making.check()
            drives.patiently(lambda: passing.rename(target))  # a virus scanner may still read a file inside
            settle_folder(target.parent)
        finally:
            shutil.rmtree(passing, ignore_errors=True)  # gone by then where it got its name


def free_name(path: Path) -> Path:
    """`path`, or with a number behind it where something is called so already."""
    found, number = path, 1
    with suppress(OSError):
        while found.exists() or found.is_symlink():
            number += 1
            found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found
