"""The one pass over every byte of a bundle: hashes, CRCs and, if wanted, copies of the evidence."""

import errno
import hashlib
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.bundles import names
from app.bundles.container import CHUNK, Member, local_header, read_exactly
from app.bundles.content import Head
from app.bundles.lanes import Lane, lanes
from app.bundles.medium import megabytes, settle_folder, space_left
from app.bundles.refusal import Refused
from app.errors import AppError, cause
from app.progress import Progress


@dataclass(frozen=True, slots=True)
class Passed:
    """SHA-256 of the whole file, if asked for, and the evidence whose bytes are not what name and CRC promise."""

    file_digest: str | None
    altered: tuple[str, ...]


class Crc:
    """CRC-32 of what it was fed."""

    def __init__(self) -> None:
        self.value = 0

    def update(self, data: bytes) -> None:
        """Feeds `data`."""
        self.value = zlib.crc32(data, self.value)


class Copies:
    """Evidence files written into a folder, or nowhere; gone again unless `keep` is called."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._made: list[Path] = []
        self._open: list[BinaryIO] = []

    @property
    def is_wanted(self) -> bool:
        """Whether there is a folder to write into."""
        return self._folder is not None

    def begin(self, name: str) -> None:
        """Opens the next copy; an existing file is never touched."""
        if self._folder is not None:
            with told_of_sink(self._folder):
                path = self._folder / name
                self._open.append(path.open("xb", buffering=0))
                self._made.append(path)

    def write(self, data: bytes) -> None:
        """Adds to the copy begun last."""
        with told_of_sink(self._folder):
            left = memoryview(data)
            while left:
                left = left[self._open[-1].write(left) :]

    def end(self, settle: Lane) -> None:
        """The copy begun last has all its bytes; `settle` is the lane that waits until they are on the disk."""
        if self._open:
            settle.put(self._settle, self._open[-1])

    def _settle(self, file: BinaryIO) -> None:
        with told_of_sink(self._folder):
            os.fsync(file.fileno())
            file.close()

    def keep(self) -> None:
        """The copies stay, their names on the disk as well."""
        if self._folder is not None:
            with told_of_sink(self._folder):
                settle_folder(self._folder)
        self._made.clear()

    def remove(self) -> None:
        """Takes every copy away that was not kept."""
        for file in self._open:
            with suppress(OSError):
                file.close()
        for path in self._made:
            with suppress(OSError):
                path.unlink(missing_ok=True)


@contextmanager
def copies_in(folder: Path | None) -> Iterator[Copies]:
    """`Copies` that are removed on leaving unless they were kept."""
    copies = Copies(folder)
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
    file: BinaryIO, head: Head, copies: Copies, progress: Progress, with_file_digest: bool = True
) -> Passed:
    """Reads every byte once: headers and small entries must be those already judged, evidence what it promises.

    Beside the reading run the hashes of the evidence; its CRCs with the file's own digest (as much work again, left
    out on demand); the copying; and the waiting for the disk. Raises `Refused("bundle.changed_meanwhile")` when it
    is no longer the file judged.
    """
    whole = hashlib.sha256() if with_file_digest else None
    layout, sums = head.layout, list[_Sums]()
    total = layout.directory_at + len(layout.directory)
    with lanes(4) as (hash_lane, sum_lane, copy_lane, settle_lane):

        def known(expected: bytes) -> None:
            if read_exactly(file, len(expected)) != expected:
                raise Refused("bundle.changed_meanwhile", "read twice, not the same")
            if whole is not None:
                sum_lane.put(whole.update, expected)

        file.seek(0)
        for member, start in zip(layout.members, layout.starts, strict=True):
            known(local_header(member))
            if member.name in head.packed:
                known(head.packed[member.name])
                continue
            sums.append(_Sums(member, whole))
            copy_lane.put(copies.begin, member.name)
            for done, part in _parts(file, member):
                hash_lane.put(sums[-1].sha.update, part)
                sum_lane.put(sums[-1].add, part)
                if copies.is_wanted:
                    copy_lane.put(copies.write, part)
                progress.step(start + done, total)
            copy_lane.put(copies.end, settle_lane)
        known(layout.directory)
        copy_lane.finish()  # it still feeds the lane that waits for the disk
    progress.step(total, total)
    return Passed(whole.hexdigest() if whole else None, tuple(each.name for each in sums if not each.are_right))


class _Sums:
    """What is added up over one evidence entry."""

    def __init__(self, member: Member, whole: "hashlib._Hash | None") -> None:
        self._member, self._whole, self._crc = member, whole, Crc()
        self.sha = hashlib.sha256()

    @property
    def name(self) -> str:
        return self._member.name

    @property
    def are_right(self) -> bool:
        return (self.sha.hexdigest(), self._crc.value) == (names.evidence_parts(self.name)[0], self._member.crc)

    def add(self, part: bytes) -> None:
        self._crc.update(part)
        if self._whole is not None:
            self._whole.update(part)


def _parts(file: BinaryIO, member: Member) -> Iterator[tuple[int, bytes]]:
    """A member's packed bytes by the megabyte, each with the count so far."""
    done = 0
    while done < member.packed:
        part = file.read(min(CHUNK, member.packed - done))
        if not part:
            raise Refused("bundle.incomplete", member.name)
        done += len(part)
        yield done, part
