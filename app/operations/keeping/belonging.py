"""Whose a second place is: it belongs to one data folder, by an id that lies in both.

The id is a setting, so it comes back with the data on a new machine, and the place is joined again there. A data folder
that was copied as a folder has the id too; it is told by where it lies now, and writes nowhere until somebody chooses.
"""

import platform
import secrets
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
    """Where a data folder lies now."""
    return {"host": platform.node(), "path": str(folder.resolve())}


def is_copied(folder: Path, home: dict[str, str]) -> bool:
    """Whether a data folder is a copy of the one at `home`, not the same one that was moved or carried about."""
    here = home_of(folder)
    if not home or here == home:
        return False
    if home.get("host") != here["host"] and drives.drive_of(folder).kind is drives.Kind.LOCAL:
        return True
    return home.get("path") != here["path"] and (Path(home.get("path", "")) / DATABASE).is_file()
