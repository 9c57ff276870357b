"""One process at a time in a data folder: a lock of the operating system, never a file that only looks like one."""

import contextlib
import json
import platform
import sys
from datetime import datetime
from pathlib import Path
from typing import IO

from app.errors import AppError

NAME = "thuocso.lock"
_TOLD = 1024  # on Windows the byte that is locked lies behind the text, so that others may read who holds it


class FolderLock:
    """Held until released or until the process ends, however it ends."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    @classmethod
    def take(cls, folder: Path, since: datetime) -> "FolderLock":
        """Raises `AppError("data.in_use", host=…, since=…)` when another process holds it, `OSError` of the disk."""
        path = folder / NAME
        file = path.open("a+", encoding="utf-8")
        try:
            _lock(file)
        except OSError as error:
            file.close()
            told = _told(path)
            raise AppError("data.in_use", host=told.get("host", "…"), since=told.get("since", "…")) from error
        try:
            file.seek(0)
            file.truncate()
            json.dump({"host": platform.node(), "since": f"{since:%H:%M %d/%m/%Y}"}, file, ensure_ascii=False)
            file.flush()
        except OSError:
            with contextlib.suppress(OSError):  # what could not be written is tried once more
                file.close()
            raise
        return cls(file)

    def release(self) -> None:
        """Lets others in."""
        self._file.close()


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
