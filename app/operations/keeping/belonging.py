"""Whose a second place is: it belongs to one data folder, by an id that lies in both.

The id is a setting, so it comes back with the data on a new machine, and the place is joined again there. A data folder
that was copied as a folder has the id too; it is told by where it lies now, and writes nowhere until somebody chooses.
A computer is known by the id its system gave it; its name, which may change, counts where there is none.
"""

import hashlib
import secrets
import sys
from contextlib import suppress
from pathlib import Path

from app import drives
from app.bundles.medium import told_of_writing
from app.operations.keeping import places
from app.operations.keeping.packing import DATABASE
from app.operations.keeping.places import BACKUPS
from app.operations.workspace import Workspace
from app.storage import people

OWNER = "owner"
_SETTING = "backups.owner"
_LONGEST = 64
_MACHINE_IDS = Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id")


def own_id(workspace: Workspace, *, anew: bool = False) -> str:
    """The id of the open data folder, made where there is none; `anew` for a folder that is the copy of another."""
    with workspace.session():
        known = people.setting(_SETTING)
    if known and not anew:
        return known
    with workspace.transaction():
        people.set_setting(_SETTING, made := secrets.token_hex(16))
    return made


def owner_of(root: Path) -> str:
    """The id of the data folder a place belongs to; "" for none yet."""
    with suppress(OSError, ValueError), (root / BACKUPS / OWNER).open("rb") as file:
        return file.read(_LONGEST).decode("ascii").strip()
    return ""


def claim(root: Path, owner: str) -> None:
    """From now on the place belongs to this one; raises what `places.write` does."""
    if owner_of(root) != owner:
        with told_of_writing(root.parent, len(owner)):
            (root / BACKUPS).mkdir(parents=True, exist_ok=True)
        places.write(root / BACKUPS / OWNER, owner.encode("ascii"))


def home_of(folder: Path) -> dict[str, str]:
    """Where a data folder lies now: name and id of the computer, the folder's path and its number on the disk."""
    place = {"host": drives.computer(), "path": str(folder.resolve()), "number": str(folder.stat().st_ino)}
    machine = _machine()
    return place | ({"machine": machine} if machine else {})


def is_copied(folder: Path, home: dict[str, str]) -> bool:
    """Whether a data folder is a copy of the one at `home`, not the same one that was moved or carried about."""
    here = home_of(folder)
    if not home or here == home:
        return False
    if _is_another_computer(home, here) and drives.drive_of(folder).kind is drives.Kind.LOCAL:
        return True
    return home.get("path") != here["path"] and (Path(home.get("path", "")) / DATABASE).is_file()


def _is_another_computer(home: dict[str, str], here: dict[str, str]) -> bool:
    """Computers set up from one image may share an id: under another name the folder must be the same on the disk."""
    is_renamed = home.get("host") != here["host"]
    if "machine" in home and "machine" in here:
        return home["machine"] != here["machine"] or (is_renamed and home.get("number") != here["number"])
    return is_renamed


def _machine() -> str:
    """The id the system gave this computer, hashed, for it is nobody else's business; "" where there is none."""
    told = _windows_id() if sys.platform == "win32" else _linux_id()
    return hashlib.sha256(f"thuocso {told}".encode()).hexdigest() if told else ""


def _linux_id() -> str:
    for path in _MACHINE_IDS:
        with suppress(OSError, ValueError):
            return path.read_text("ascii").strip()
    return ""


if sys.platform == "win32":
    import winreg

    def _windows_id() -> str:
        rights = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        with (
            suppress(OSError),
            winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography", 0, rights) as key,
        ):
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        return ""

else:

    def _windows_id() -> str:
        raise NotImplementedError
