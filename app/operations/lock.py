"""One process at a time in a data folder: a lock of the operating system, never a file that only looks like one."""

import contextlib
import errno
import getpass
import json
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import IO

from app import drives
from app.errors import AppError

NAME = "thuocso.lock"
_TOLD = 1024  # on Windows the byte that is locked lies behind the text, so that others may read who holds it
_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}


class FolderLock:
    """Held until released or until the process ends, however it ends."""

    def __init__(self, file: IO[str], told: dict[str, str]) -> None:
        self._file, self._told = file, told

    @classmethod
    def take(cls, folder: Path, since: datetime) -> "FolderLock":
        """Raises `AppError("data.in_use", who=…, host=…, since=…)` when another process holds it, "data.no_locks" where
        the drive knows no locks, `OSError` of the disk."""
        file = (folder / NAME).open("a+", encoding="utf-8")
        _lock_or_tell(file, folder)
        told = {"host": drives.computer(), "who": _login(), "since": f"{since:%H:%M %d/%m/%Y}"}
        lock = cls(file, told)
        try:
            lock._write()
        except OSError:
            with contextlib.suppress(OSError):  # what could not be written is tried once more
                file.close()
            raise
        return lock

    def name(self, person: str) -> None:
        """Tells others who is working, where the disk takes it."""
        self._told["who"] = person
        with contextlib.suppress(OSError):
            self._write()

    def release(self) -> None:
        """Lets others in."""
        with contextlib.suppress(OSError):  # what a pulled drive did not take: the lock is gone with it
            self._file.close()

    def _write(self) -> None:
        self._file.seek(0)
        self._file.truncate()
        json.dump(self._told, self._file, ensure_ascii=False)
        self._file.flush()


@contextlib.contextmanager
def nobody_inside(folder: Path) -> Iterator[None]:
    """In the block nobody works in a folder that may not be written here; raises "data.in_use".

    Where there is no lock file, or a medium that nobody can write, there is nothing to hold.
    """
    with contextlib.ExitStack() as held:
        with contextlib.suppress(OSError):
            file = held.enter_context((folder / NAME).open(encoding="utf-8"))
            _lock_or_tell(file, folder)
        yield


def _lock_or_tell(file: IO[str], folder: Path) -> None:
    try:
        _lock(file)
    except OSError as error:
        file.close()
        if error.errno in _NO_LOCKS:
            raise AppError("data.no_locks", path=str(folder)) from error
        told = _told(folder / NAME)
        who = {"who": told["who"]} if told.get("who") else {}
        raise AppError("data.in_use", **who, host=told.get("host", "…"), since=told.get("since", "…")) from error


def _login() -> str:
    """The name under which the computer knows who sits there, "" where it tells none."""
    with contextlib.suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


def _told(path: Path) -> dict[str, str]:
    with contextlib.suppress(OSError, ValueError):
        value = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(value, dict):
            return {str(key): str(item) for key, item in value.items()}
    return {}


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        file.seek(_TOLD)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
