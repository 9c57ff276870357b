"""Notes every network call, process and file outside the given folder and the program's own, from now to the end."""

import os
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).resolve().parents[2]
_FOREIGN = (
    "socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "subprocess.", "os.system", "os.exec",
    "os.posix_spawn", "os.spawn", "os.fork", "os.startfile", "winreg.",
)  # fmt: skip
_HARMLESS = ("socket.gethostname",)  # stands in the lock file; asks nobody
_WITH_PATHS = (
    "open", "os.listdir", "os.scandir", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink",
    "os.truncate", "os.chmod", "os.utime", "os.chdir", "shutil.", "pathlib.", "glob.", "sqlite3.connect", "tempfile.",
)  # fmt: skip
_LOOKS = ("os.listdir", "os.scandir", "pathlib.", "glob.")
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Guard:
    """`seen` is what was noted, each with what was asked for."""

    def __init__(self, folder: Path) -> None:
        self.seen: list[str] = []
        self._own = (os.fspath(folder.resolve()), os.path.realpath(tempfile.gettempdir()))
        installed = {ROOT, *map(Path, (sys.prefix, sys.base_prefix, os.path.realpath(sys.prefix)))}
        system = (
            "/dev/null",
            "/dev/urandom",
            "/usr/share/zoneinfo",
            "/etc/localtime",
            "/usr/share/fonts",
            "/etc/mime.types",
            "/proc/self/mounts",  # whether the data lie on a share; `removable` of the drive: on a stick
        )
        self._read = (*map(os.fspath, installed), *system)
        sys.addaudithook(self._on_event)

    def _on_event(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "subprocess.Popen" and _is_own_helper(arguments[1], arguments[2]):
            return
        if event.startswith(_FOREIGN) and event not in _HARMLESS:
            self.seen.append(f"{event} {arguments!r}")
        elif event.startswith(_WITH_PATHS):
            writes = bool((arguments[2] or 0) & _WRITES) if event == "open" else not event.startswith(_LOOKS)
            for given in arguments[:2] if event in ("os.rename", "os.link", "os.symlink") else arguments[:1]:
                if not self._is_own(given, writes):
                    self.seen.append(f"{event} {given!r}")

    def _is_own(self, given: Any, writes: bool) -> bool:
        if not isinstance(given, str | bytes | os.PathLike):
            return True  # a file that is open already, or no path at all
        told = os.fsdecode(given)
        if told.startswith("file:"):
            told = unquote(urlsplit(told).path)
        if told in (":memory:", ""):
            return True
        path = os.path.abspath(told)  # noqa: PTH100 - must not touch the disk
        told_by_system = path.startswith("/sys/devices/") and path.endswith("/removable")
        return _lies_in(path, self._own) or (not writes and (told_by_system or _lies_in(path, self._read)))


def _is_own_helper(command: Any, folder: Any) -> bool:
    """A helper process of the program, called by its name alone: what it reads is told it through the pipe."""
    *start, name = map(os.fsdecode, command)
    is_start = start == [sys.executable, "-P", "-m", "app", "--helper"]
    return is_start and name.isidentifier() and folder is not None and Path(os.fsdecode(folder)) == ROOT


def _lies_in(path: str, folders: tuple[str, ...]) -> bool:
    return any(path == folder or path.startswith(folder + os.sep) for folder in folders)
