"""What an `OSError` of the disk means to a person, and files that appear whole or not at all."""

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from app import drives
from app.errors import AppError, Cause, cause

FAT32_LIMIT = (4 << 30) - 1
_BESIDE = 40  # letters the passing name may have more than the one a file gets

_FULL = {errno.ENOSPC, errno.EDQUOT}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_GONE = {errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOENT, errno.EBADF}
# What Windows says of a stick that was pulled out (winerror.h): NOT_READY, DEV_NOT_EXIST, NO_SUCH_DEVICE, FILE_INVALID,
# MEDIA_CHANGED, IO_DEVICE, DEVICE_NOT_CONNECTED. Python calls the first a missing right, the others a wrong argument,
# and so does the C library, which tells no more.
_GONE_ON_WINDOWS = {21, 55, 433, 1006, 1110, 1117, 1167}

# PATH_NOT_FOUND, INVALID_NAME, FILENAME_EXCED_RANGE
_NO_PATH_ON_WINDOWS, _NO_NAME_ON_WINDOWS, _TOO_LONG_ON_WINDOWS = 3, 123, 206
_LONGEST_NAME = 255  # letters

_PAGE = 1 << 16  # bytes of the largest page of a system's cache


def megabytes(size: int) -> int:
    """`size` bytes in whole megabytes, rounded up, for a sentence."""
    return -(-size // 1_000_000)


def trouble(error: OSError, folder: Path, needed: int) -> AppError | None:
    """What went wrong while writing a file of `needed` bytes in `folder`; None for what is no fault of the disk."""
    if error.errno == errno.EFBIG:
        return AppError("medium.file_too_big", size_mb=megabytes(needed))
    if error.errno in _FULL:
        free = space_left(folder)
        if needed > FAT32_LIMIT and free >= needed:  # what Windows says of a file too big for FAT32
            return AppError("medium.file_too_big", size_mb=megabytes(needed))
        return AppError("disk.full", drive=drives.shown(folder), free_mb=megabytes(free), needed_mb=megabytes(needed))
    named = str(error.filename2 or error.filename)
    if _is_too_long(error, named):
        return AppError("file.unwritable", name=f"{Path(named).name[:40]}…", detail=Cause.NAME_TOO_LONG)
    if _is_gone(error):
        return AppError("medium.gone", drive=drives.shown(folder))
    return AppError("disk.read_only", drive=drives.shown(folder)) if error.errno in _READ_ONLY else None


def _is_too_long(error: OSError, named: str) -> bool:
    """Windows says of a name too long that no name is like this, and of a path too long that it leads nowhere."""
    told = getattr(error, "winerror", None)
    is_name = told == _NO_NAME_ON_WINDOWS and len(Path(named).name) > _LONGEST_NAME
    is_path = told == _NO_PATH_ON_WINDOWS and len(named) > drives.LONGEST and drives.prefixed(named) != named
    return error.errno == errno.ENAMETOOLONG or told == _TOO_LONG_ON_WINDOWS or is_name or is_path


def _is_gone(error: OSError) -> bool:
    told = getattr(error, "winerror", None)
    is_unnamed = os.name == "nt" and told is None and error.errno == errno.EINVAL
    return error.errno in _GONE or told in _GONE_ON_WINDOWS or is_unnamed


def unreadable(path: Path, error: OSError) -> AppError:
    """Why a file that was chosen can't be read: "file.is_folder" or "file.unreadable"."""
    reason = cause(error)
    if reason is Cause.FOLDER or is_folder(path):  # Windows speaks of a missing right where a folder is opened
        return AppError("file.is_folder", file=path.name)
    return AppError("file.unreadable", file=path.name, reason=reason)


def is_folder(path: Path) -> bool:
    """Whether a folder is there; no for a name that no system takes."""
    try:
        return path.is_dir()
    except OSError:
        return False


def check_space(folder: Path, needed: int) -> None:
    """Raises `AppError("disk.full")` when `needed` bytes do not fit in `folder`, before any is written."""
    with told_of_writing(folder, needed):
        if shutil.disk_usage(folder).free < needed:
            raise OSError(errno.ENOSPC, "seen before writing")


def check_size(folder: Path, size: int) -> None:
    """Raises `AppError("medium.file_too_big")` where the file system in `folder` takes no file of `size` bytes."""
    if size > FAT32_LIMIT and drives.is_fat(folder):
        raise AppError("medium.file_too_big", size_mb=megabytes(size))


def space_left(folder: Path) -> int:
    """Free bytes where `folder` is; 0 when that cannot be told any more."""
    with suppress(OSError):
        return shutil.disk_usage(folder).free
    return 0


@contextmanager
def told_of_writing(folder: Path, needed: int) -> Iterator[None]:
    """Turns an `OSError` of the disk into its `AppError`."""
    try:
        yield
    except OSError as error:
        told = trouble(error, folder, needed)
        if told is None:
            raise
        raise told from error


def settle_folder(folder: Path) -> None:
    """Puts a folder's list of names on the disk; Windows does that by itself."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


class PartFile:
    """A file under a passing name beside its target; `keep` gives it its name when every byte is on the disk."""

    def __init__(self, path: Path, target: Path) -> None:
        self.path = path
        self._target = target
        self.file: BinaryIO = path.open("xb")

    def send(self, since: int = 0, upto: int = 0) -> None:
        """Waits until what was written is on the disk, and drops the bytes `since` to `upto` (0: all) from the cache.

        Windows has no such call: there a re-reading may be answered from memory.
        """
        os.fsync(self.file.fileno())
        if hasattr(os, "posix_fadvise"):
            since -= since % _PAGE
            os.posix_fadvise(self.file.fileno(), since, max(upto - since, 0), os.POSIX_FADV_DONTNEED)

    def settle(self) -> None:
        """Closes the file when its bytes are on the disk and out of the cache."""
        self.file.flush()
        self.send()
        self.file.close()

    def keep(self) -> None:
        """Gives the settled file its name, replacing what was there."""
        drives.patiently(lambda: self.path.replace(self._target))
        settle_folder(self._target.parent)


@contextmanager
def part_file(target: Path, needed: int, *, is_ours: bool = False) -> Iterator[PartFile]:
    """A `PartFile` of about `needed` bytes for `target`; whatever goes wrong inside, it is gone afterwards.

    What is not the program's own (`is_ours`) is not written into the open data folder. Raises `AppError`: `disk.full`,
    `medium.file_too_big` (both before writing, where it can be foreseen), `disk.read_only`, `medium.gone`,
    `file.is_folder`, `file.unwritable`, `data.inside_itself`.
    """
    if not is_ours:
        drives.refuse_held(target)
    target = drives.reachable(target, _BESIDE)
    if is_folder(target):
        raise AppError("file.is_folder", file=target.name)
    path = target.with_name(f".{secrets.token_hex(8)}.thuocso.part")
    with told_of_writing(target.parent, needed):
        check_size(target.parent, needed)
        part = PartFile(path, target)
        try:
            check_space(target.parent, needed)
            yield part
        finally:
            with suppress(OSError):
                part.file.close()
            with suppress(OSError):
                path.unlink(missing_ok=True)
