"""Where a file may be written: USB sticks first, then the folder for documents, each with what room is left."""

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths, QStorageInfo

_MOUNTED = ("/media/", "/run/media/", "/mnt/", "/Volumes/")


@dataclass(frozen=True, slots=True)
class Place:
    """A folder to write to; `name` is what the stick calls itself, "" for a folder of this computer."""

    folder: Path
    name: str
    free: int


def sticks() -> tuple[Place, ...]:
    """Drives that look like USB sticks: mounted, writable, and not where the system lives."""
    found = []
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        if not volume.isReady() or volume.isReadOnly() or volume.isRoot() or not _is_outside(root):
            continue
        found.append(Place(Path(root), volume.displayName() or root, volume.bytesAvailable()))
    return tuple(found)


def documents() -> Place:
    """The person's folder for documents, or their home where there is none."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return place(folder if folder.is_dir() else Path(QDir.homePath()))


def place(folder: Path) -> Place:
    """Any folder, with the room left on its drive."""
    return Place(folder, "", QStorageInfo(str(folder)).bytesAvailable())


def _is_outside(root: str) -> bool:
    if sys.platform == "win32":
        return not root.upper().startswith("C:")
    return root.startswith(_MOUNTED)
