"""What kind of drive a folder lies on: this computer's own, a share, a stick, one that can only be read.

Only what the system knows already is asked: no drive is waited for, nothing is written. And what Windows asks of who
names a file there: a prefix where the path is long, patience where somebody else still reads it.
"""

import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from functools import cache
from pathlib import Path, PurePath
from time import sleep  # noqa: TID251 -- nobody tells when a scanner lets go
from typing import NamedTuple, TypeVar

from app.errors import AppError

T = TypeVar("T")
MOUNTS = Path("/proc/self/mounts")
BLOCKS = Path("/sys/class/block")
MOST_BYTES = 440
"""Of the path of a data folder: SQLite takes at most 512 for a file on Linux, and the names inside need their room."""

LONGEST = 259
"""Letters of a path on Windows without a prefix."""
WAITS = (0.1, 0.5, 2, 5)
"""Seconds before each new try of what somebody else holds."""
_HELD_BY_ANOTHER = {5, 32, 33}  # winerror.h: ACCESS_DENIED, SHARING_VIOLATION, LOCK_VIOLATION
_SHARES = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "davfs", "fuse.davfs2", "vboxsf"}
_SHARES |= {"fuse.sshfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.smbnetfs", "fuse.curlftpfs", "fuse.vmhgfs-fuse"}
_FAT = {"vfat", "msdos", "FAT", "FAT32"}  # as Linux and as Windows call it
_STICKS = {"vfat", "msdos", "exfat", "fuse.exfat"}
_PLUGGED = ("/media/", "/run/media/")
_SYNCED = {
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "drive của tôi": "Google Drive",
    "dropbox": "Dropbox",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
}


class Kind(StrEnum):
    """`STICK` is anything that can be pulled out while it is used."""

    LOCAL = "local"
    SHARE = "share"
    STICK = "stick"


class Drive(NamedTuple):
    """Where a folder lies; `is_read_only`: the medium itself can't be written, whoever asks."""

    kind: Kind = Kind.LOCAL
    is_read_only: bool = False


def drive_of(folder: Path) -> Drive:
    """The drive of a folder, or of where it would be made."""
    place = existing(folder)
    if sys.platform == "win32":
        return _windows_drive(place)
    kind = _kind_by_mounts(place)
    return Drive(kind, bool(os.statvfs(place).f_flag & os.ST_RDONLY))


def is_fat(folder: Path) -> bool:
    """Whether no file of 4 GiB fits where a folder lies, or would be made, however much room there is."""
    place = existing(folder)
    system = _windows_system(place) if sys.platform == "win32" else _mount_of(place.resolve())[2]
    return system in _FAT


def existing(folder: Path) -> Path:
    """The folder itself, or the nearest one above it that is there."""
    place = folder.absolute()
    while not place.exists() and place != place.parent:
        place = place.parent
    return place


def synced_by(folder: PurePath) -> str:
    """The service that copies this folder to other computers by itself, known by a folder's name; "" for none.

    Such a service takes files away while they are written and brings back older ones: no place for a database.
    """
    for name in folder.parts:
        plain = re.sub(r" ?[-(].*", "", name).strip().casefold()  # "OneDrive - UBND xã Hòa Bình", "Dropbox (Personal)"
        if plain in _SYNCED:
            return _SYNCED[plain]
    return ""


def is_too_long(folder: Path) -> bool:
    """Whether the database can't be opened there for the length of the path alone."""
    return sys.platform != "win32" and len(os.fsencode(folder.absolute())) > MOST_BYTES


def reachable(folder: Path, inside: int = 120) -> Path:
    """The folder by a name under which what has `inside` letters more can be reached, or a file and what lies beside.

    In a data folder evidence and what grows beside it add up to 100 letters.
    """
    if sys.platform != "win32":
        return folder
    name = os.path.abspath(folder)  # noqa: PTH100 -- with a prefix ".." is a name like any other
    return Path(prefixed(name)) if len(name) + inside > LONGEST else folder


def prefixed(name: str) -> str:
    """The full name of a file or folder of Windows as it holds beyond `LONGEST` letters."""
    if name.startswith("\\\\?\\"):
        return name
    return "\\\\?\\UNC\\" + name[2:] if name.startswith("\\\\") else "\\\\?\\" + name


def computer() -> str:
    """The name of this computer. (`platform` takes longer to load than a start has to spare.)"""
    if sys.platform != "win32":
        return os.uname().nodename
    import platform

    return platform.node()


def shown(folder: PurePath) -> str:
    """The folder as people know it."""
    name = str(folder)
    if name.startswith("\\\\?\\UNC\\"):
        return "\\\\" + name[8:]
    return name.removeprefix("\\\\?\\")


def patiently(act: Callable[[], T]) -> T:
    """What `act` returns, which gives a file or folder just written another name, or takes it away.

    Windows refuses that while somebody else has it open, such as a virus scanner that looks at everything new: then
    it is tried again for some seconds. Raises what `act` raises at the end, at once for any other reason.
    """
    for wait in WAITS:
        try:
            return act()
        except OSError as error:
            if not is_held_by_another(error):
                raise
            sleep(wait)
    return act()


def is_held_by_another(error: OSError) -> bool:
    """Whether Windows says that somebody else has the file open, which may pass."""
    return getattr(error, "winerror", None) in _HELD_BY_ANOTHER


PASSING = Path("evidence", "incoming")
"""Where in a data folder lies what comes in or goes out, until it is known to be whole."""
SENT = Path("sent")
"""Where in a data folder a copy lies of what an authority sealed, for sticks; verified before it is used."""
_held: list[Path] = []


def hold(folder: Path) -> None:
    """From now on files chosen by a person are not written into this folder: it is the data folder that is open."""
    _held.append(_known(folder))


def let_go(folder: Path) -> None:
    """The folder is no longer open."""
    with suppress(ValueError):
        _held.remove(_known(folder))


def refuse_held(target: Path) -> None:
    """Raises `AppError("data.inside_itself")` for a place in the data folder: what lies there is the program's own.

    What is only passing through (`PASSING`) goes again anyhow, and the program's own copies (`SENT`) are made anew.
    """
    place = _known(target)
    for folder in _held:
        is_open = any(place.is_relative_to(folder / each) for each in (PASSING, SENT))
        if place.is_relative_to(folder) and not is_open:
            raise AppError("data.inside_itself", path=shown(target))


def _known(path: Path) -> Path:
    """The same for every name of a place: one may come with a prefix, the other without."""
    return Path(shown(path.resolve()))


# Linux -------------------------------------------------------------------------------------------------------------


def _kind_by_mounts(place: Path) -> Kind:
    device, point, system = _mount_of(place.resolve())
    if system in _SHARES or device.startswith("//"):
        return Kind.SHARE
    if system in _STICKS or point.startswith(_PLUGGED) or _is_removable(Path(device).name):
        return Kind.STICK
    return Kind.LOCAL


def _mount_of(place: Path) -> tuple[str, str, str]:
    """Device, mount point and file system of a place; the last line of the deepest point holds."""
    found = ("", "/", "")
    try:
        lines = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return found
    for line in lines:
        device, point, system, *_ = *(_plain(field) for field in line.split(" ")), "", "", ""
        if point and place.is_relative_to(point) and len(point) >= len(found[1]):
            found = (device, point, system)
    return found


def _plain(field: str) -> str:
    """The kernel writes blanks in names as octal numbers."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), field)


@cache
def _is_removable(device: str) -> bool:
    """Whether a block device, or the disk it is a part of, says that it can be taken out."""
    try:
        block = (BLOCKS / device).resolve(strict=True)
        told = block if (block / "removable").exists() else block.parent
        return bool(device) and (told / "removable").read_text("ascii").strip() == "1"
    except OSError:
        return False


# Windows -----------------------------------------------------------------------------------------------------------

if sys.platform == "win32":
    import ctypes

    _REMOVABLE, _REMOTE, _OPTICAL = 2, 4, 5
    _READ_ONLY_VOLUME = 0x00080000

    def _windows_drive(place: Path) -> Drive:
        name, root = shown(place), _windows_root(place)
        kernel = ctypes.windll.kernel32
        told = _REMOTE if name.startswith("\\\\") else kernel.GetDriveTypeW(root)
        flags = ctypes.c_ulong(0)
        kernel.GetVolumeInformationW(root, None, 0, None, None, ctypes.byref(flags), None, 0)
        kind = Kind.SHARE if told == _REMOTE else Kind.STICK if told in (_REMOVABLE, _OPTICAL) else Kind.LOCAL
        return Drive(kind, bool(flags.value & _READ_ONLY_VOLUME) or told == _OPTICAL)

    def _windows_system(place: Path) -> str:
        """What Windows calls the file system of a place, "" where it can't tell."""
        name = ctypes.create_unicode_buffer(32)
        kernel = ctypes.windll.kernel32
        kernel.GetVolumeInformationW(_windows_root(place), None, 0, None, None, None, name, len(name))
        return name.value

    def _windows_root(place: Path) -> str:
        return os.path.splitdrive(shown(place))[0] + "\\"

else:

    def _windows_drive(place: Path) -> Drive:
        raise NotImplementedError(place)

    def _windows_system(place: Path) -> str:
        raise NotImplementedError(place)
