"""The one pass over every byte of a bundle: hashes, CRCs and, if wanted, copies of the evidence.

Two workers share the entries, each with one buffer that stays in the processor's cache while it is hashed, summed and
written: reading, SHA-256, CRC-32 and writing all release Python's lock.
"""

import errno
import hashlib
import io
import os
from collections.abc import Callable, Container, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock
from typing import BinaryIO, cast

from zlib_ng.zlib_ng import crc32

from app.bundles import names
from app.bundles.container import CHUNK, Member, local_header
from app.bundles.content import Head
from app.bundles.lanes import Lane, lanes
from app.bundles.medium import megabytes, space_left
from app.bundles.refusal import Refused
from app.errors import AppError, cause
from app.progress import Progress

_LOOK = 0.2  # seconds between two looks at whether somebody cancelled, while only the other worker is busy


class Source:
    """A file read at places by several threads; one reads at a time, which also spares a disk's head."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = cast(io.RawIOBase, file)
        self._lock = Lock()

    def fill(self, view: memoryview, at: int) -> None:
        """Fills `view` from the place `at`; a file that ends sooner is `Refused("bundle.incomplete")`."""
        with self._lock:
            self._file.seek(at)
            while view:
                got = self._file.readinto(view)
                if not got:
                    raise Refused("bundle.incomplete", f"{len(view)} bytes short")
                view = view[got:]

    def holds(self, expected: bytes, at: int) -> bool:
        """Whether `expected` stands at `at`."""
        found = bytearray(len(expected))
        self.fill(memoryview(found), at)
        return found == expected


def is_right(
    source: Source, member: Member, start: int, buffer: memoryview, told: Callable[[memoryview], object]
) -> bool:
    """Reads an evidence entry, whose bytes begin at `start`; whether they are what its name and CRC promise.

    `told` is handed each piece, which lies in `buffer` until it returns.
    """
    sha, crc, done = hashlib.sha256(), 0, 0
    while done < member.packed:
        piece = buffer[: member.packed - done]
        source.fill(piece, start + done)
        sha.update(piece)
        crc = crc32(piece, crc)
        told(piece)
        done += len(piece)
    return (sha.hexdigest(), crc) == (names.evidence_parts(member.name)[0], member.crc)


class Copy:
    """One evidence file being written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with told_of_sink(path.parent):
            self._file = path.open("xb", buffering=0)

    def write(self, piece: memoryview) -> None:
        """Adds `piece`."""
        with told_of_sink(self.path.parent):
            while piece:
                piece = piece[self._file.write(piece) :]

    def settle(self) -> None:
        """Waits until it is on the disk, and closes it."""
        with told_of_sink(self.path.parent):
            os.fsync(self._file.fileno())
            self._file.close()

    def close(self) -> None:
        """Closes it as it is."""
        with suppress(OSError):
            self._file.close()


class Copies:
    """Evidence files written into a folder, or nowhere; gone again unless `keep` is called."""

    def __init__(self, folder: Path | None, prefix: str = "") -> None:
        self._folder, self._prefix = folder, prefix
        self._made: list[Copy] = []

    def place(self, name: str) -> Path | None:
        """Where the copy of an entry lies, None where none is wanted."""
        return None if self._folder is None else self._folder / f"{self._prefix}{name}"

    def begin(self, name: str) -> Copy | None:
        """A new copy, None where none is wanted; an existing file is never touched."""
        place = self.place(name)
        if place is None:
            return None
        copy = Copy(place)
        self._made.append(copy)
        return copy

    def keep(self) -> None:
        """The copies stay."""
        self._made.clear()

    def remove(self) -> None:
        """Takes every copy away that was not kept."""
        for copy in self._made:
            copy.close()
            with suppress(OSError):
                copy.path.unlink(missing_ok=True)


@contextmanager
def copies_in(folder: Path | None, prefix: str = "") -> Iterator[Copies]:
    """`Copies`, named behind `prefix`, that are removed on leaving unless they were kept."""
    copies = Copies(folder, prefix)
    try:
        yield copies
    finally:
        copies.remove()


@contextmanager
def told_of_sink(folder: Path | None) -> Iterator[None]:
    """Turns an `OSError` of the folder written into while reading into `disk.full_reading` or `disk.not_kept`."""
    try:
        yield
    except OSError as error:
        where = str(folder or "")
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            free = megabytes(space_left(folder)) if folder else 0
            raise AppError("disk.full_reading", drive=where, free_mb=free) from error
        raise AppError("disk.not_kept", drive=where, reason=cause(error)) from error


def read_through(
    file: BinaryIO, head: Head, copies: Copies, progress: Progress, proven: Container[str] = ()
) -> tuple[str, ...]:
    """Reads every byte once: headers and small entries must be those already judged, evidence what it promises.

    Gives the names of evidence that is not. `proven` evidence was read and found right a moment ago. Raises
    `Refused("bundle.changed_meanwhile")` when it is no longer the file judged.
    """
    layout = head.layout
    through = _Pass(Source(file), head, copies, progress, proven)
    if not through.source.holds(layout.directory, layout.directory_at):
        raise Refused("bundle.changed_meanwhile", "directory")
    through.run()
    return tuple(member.name for member in layout.members if member.name in through.altered)


@dataclass(frozen=True, slots=True)
class _Entry:
    member: Member
    header_at: int
    start: int


class _Pass:
    """The entries, shared by this thread, which also tells how far it is, and one beside it."""

    def __init__(self, source: Source, head: Head, copies: Copies, progress: Progress, proven: Container[str]) -> None:
        self.source, self._head, self._copies, self._progress, self._proven = source, head, copies, progress, proven
        layout = head.layout
        self.altered: set[str] = set()
        self._left = iter([_Entry(*each) for each in zip(layout.members, layout.headers, layout.starts, strict=True)])
        self._total = layout.directory_at + len(layout.directory)
        self._done = self._total - sum(member.packed for member in layout.members)
        self._lock, self._stop = Lock(), Event()

    def run(self) -> None:
        with lanes(2) as (settle_mine, settle_other), ThreadPoolExecutor(1, "bundle-lane") as beside:
            other = beside.submit(self._work, settle_other, self._look)
            try:
                with suppress(_Stopped):
                    self._work(settle_mine, self._tell)
                    while wait([other], _LOOK).not_done:
                        self._tell()
            finally:
                self._stop.set()
            other.result()
        self._progress.step(self._total, self._total)

    def _work(self, settle: Lane, after_each: Callable[[], None]) -> None:
        buffer = memoryview(bytearray(CHUNK))
        with ExitStack() as failed:
            failed.callback(self._stop.set)
            while not self._stop.is_set() and (entry := self._next()) is not None:
                self._read(entry, buffer, settle, after_each)
            failed.pop_all()

    def _next(self) -> _Entry | None:
        with self._lock:
            return next(self._left, None)

    def _read(self, entry: _Entry, buffer: memoryview, settle: Lane, after_each: Callable[[], None]) -> None:
        member = entry.member
        if not self.source.holds(local_header(member), entry.header_at):
            raise Refused("bundle.changed_meanwhile", "read twice, not the same")
        if member.name in self._head.packed:
            if not self.source.holds(self._head.packed[member.name], entry.start):
                raise Refused("bundle.changed_meanwhile", "read twice, not the same")
            self._count(member.packed, after_each)
            return
        if member.name in self._proven:
            self._count(member.packed, after_each)
            return
        copy = self._copies.begin(member.name)

        def told(piece: memoryview) -> None:
            if copy is not None:
                copy.write(piece)
            self._count(len(piece), after_each)

        if not is_right(self.source, member, entry.start, buffer, told):
            self.altered.add(member.name)
        if copy is not None:
            settle.put(copy.settle)

    def _count(self, length: int, after_each: Callable[[], None]) -> None:
        with self._lock:
            self._done += length
        after_each()

    def _tell(self) -> None:
        self._look()
        self._progress.step(self._done, self._total)

    def _look(self) -> None:
        """Between two pieces a worker ends once the other one has failed or was cancelled."""
        if self._stop.is_set():
            raise _Stopped


class _Stopped(Exception):
    """Never seen outside: what stopped the other worker is raised."""
