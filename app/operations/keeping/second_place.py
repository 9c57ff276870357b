"""The second place, a folder or stick chosen besides: which it is, where it lies now, what is said when it fails."""

import contextlib
import json
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.bundles.medium import is_folder, part_file
from app.domain import text
from app.errors import AppError
from app.operations.keeping import belonging, places
from app.operations.keeping.places import BACKUPS
from app.operations.workspace import Workspace
from app.storage import campaigns, opening

if TYPE_CHECKING:
    from app.operations.keeping.locked_places import Locked

PLACE = "place.json"
_NAMED = "SaoLuu_ThuocSo_"
_OF_PLACE = {
    "medium.gone": "backup.place_gone",
    "medium.write_damaged": "backup.place_write_damaged",
    "backup.write_damaged": "backup.place_write_damaged",
    "medium.file_too_big": "backup.place_file_too_big",
    "disk.full": "backup.place_full",
    "disk.read_only": "backup.place_read_only",
}
_OF_OWN_DISK = {
    "medium.gone": "data.medium_gone",
    "disk.full": "data.disk_full",
    "disk.read_only": "data.read_only",
}


@dataclass(frozen=True, slots=True)
class Second:
    """A folder or stick chosen besides: `folder` as it was chosen, `name` of the place inside it.

    `root` is where the place is now, on whatever drive its stick appeared; None while it is away. `told_at` is when it
    was last said that copies are held back. `owner` is the id of the data folder, which lies in the place as well; ""
    where an earlier version chose. `locked` is what adds copies that only a passphrase opens; None where anybody can
    read them. `home` is where the data folder lay when it was chosen; `is_copied` where this one is a copy of that,
    which must not add to the same place.
    """

    folder: Path
    name: str
    root: Path | None
    told_at: str = ""
    owner: str = ""
    locked: "Locked | None" = None
    home: dict[str, str] = field(default_factory=dict)
    is_copied: bool = False


def second(folder: Path, sticks: Sequence[Path] = ()) -> Second | None:
    """The place chosen for the data folder `folder`; None where none is."""
    try:
        told = json.loads((folder / BACKUPS / PLACE).read_text("utf-8"))
        chosen, name = Path(str(told["folder"])), str(told["name"])
        told_at, owner = str(told.get("told_at", "")), str(told.get("owner", ""))
        locked = _lock_told(told["lock"]) if told.get("lock") else None
        home = {str(key): str(value) for key, value in told.get("home", {}).items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    root = _root(chosen, name, owner, sticks)
    return Second(chosen, name, root, told_at, owner, locked, home, belonging.is_copied(folder, home))


def _root(chosen: Path, name: str, owner: str, sticks: Sequence[Path]) -> Path | None:
    """Where the place lies now, on the sticks first, in the folder of the stick that was chosen or outside of it.

    Only one that is there and belongs to the same data folder: under the letter of the own stick may be another's.
    """
    inside = chosen.parts[1:]
    ways = [Path(*inside[at:], name) for at in range(len(inside) + 1)]
    roots = [*(stick / way for stick in sticks for way in ways), chosen / name]
    there = (root for root in roots if is_folder(root / BACKUPS))
    return next((root for root in there if not owner or belonging.owner_of(root) in ("", owner)), None)


def _lock_told(value: dict[str, str]) -> "Locked":
    from app.operations.keeping.locked_places import Locked  # cryptography: only where something is locked

    return Locked.read(value)


def choose_second(workspace: Workspace, chosen: Path | None, passphrase: str = "") -> Second | None:
    """Remembers where copies go besides, and makes the place there; None for nowhere. What lies there stays.

    With a passphrase the copies are locked: it is asked here and when one is brought back, never in between, and is
    kept nowhere. Raises `AppError("backup.place_inside")` for a folder inside the data folder, "backup.place_away" for
    none at all, "backup.passphrase_needed" and "backup.passphrase_wrong" for a place that is locked, and what writing
    raises.
    """
    folder = workspace.folder
    if chosen is None:
        with contextlib.suppress(FileNotFoundError):
            (folder / BACKUPS / PLACE).unlink()
        return None
    if not is_folder(chosen):
        raise AppError("backup.place_away", path=str(chosen))
    chosen = chosen.absolute()
    if chosen.resolve().is_relative_to(folder.resolve()):
        raise AppError("backup.place_inside", path=str(chosen))
    earlier = second(folder)
    owner = belonging.own_id(workspace, anew=earlier is not None and earlier.is_copied)
    place = _place_in(workspace, chosen, passphrase, owner)
    root = place.folder / place.name
    with told_of_place(root):
        belonging.claim(root, owner)
    with told_of_own_disk(folder):
        (folder / BACKUPS).mkdir(exist_ok=True)
        remember(folder, replace(place, owner=owner, home=belonging.home_of(folder)))
    return second(folder)


def _place_in(workspace: Workspace, chosen: Path, passphrase: str, owner: str) -> Second:
    """The place that was chosen itself, else a new one in the folder: open and locked copies never lie together, nor
    those of two data folders."""
    from app.operations.keeping.locked_places import Locked

    is_place = chosen.name.startswith(_NAMED) and (chosen / BACKUPS).is_dir()
    is_own = is_place and belonging.owner_of(chosen) in ("", owner)
    if is_own and places.is_locked(chosen):
        return Second(chosen.parent, chosen.name, chosen, locked=Locked.joined(chosen, passphrase))
    if is_own and not passphrase:
        return Second(chosen.parent, chosen.name, chosen)
    locked = Locked.begun(passphrase) if passphrase else None
    return Second(chosen.parent if is_place else chosen, place_name(workspace), None, locked=locked)


def place_name(workspace: Workspace) -> str:
    """A name for a new place, that no other has."""
    with workspace.session():
        owner = next((part.name for part in campaigns.parts()), "")
    piece = text.file_name_piece(owner)
    return f"{_NAMED}{piece}_{secrets.token_hex(4)}" if piece else f"{_NAMED}{secrets.token_hex(4)}"


def remember(folder: Path, place: Second) -> None:
    """Keeps what is known of the place in the data folder; raises what `told_of_own_disk` does."""
    told: dict[str, object] = {"folder": str(place.folder), "name": place.name, "told_at": place.told_at}
    told |= {"home": place.home} if place.home else {}
    told |= {"owner": place.owner} if place.owner else {}
    told |= {"lock": place.locked.told()} if place.locked is not None else {}
    data = json.dumps(told, ensure_ascii=False).encode("utf-8")
    with told_of_own_disk(folder), part_file(folder / BACKUPS / PLACE, len(data), is_ours=True) as part:
        part.file.write(data)
        part.settle()
        part.keep()


# What is said ---------------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def told_of_own_disk(folder: Path) -> Iterator[None]:
    """What goes wrong inside is the fault of the disk with the data folder, never of a stick."""
    try:
        with opening.told_of_files(folder):
            yield
    except AppError as error:
        if error.code not in _OF_OWN_DISK:
            raise
        raise AppError(_OF_OWN_DISK[error.code], path=str(folder)) from error


@contextlib.contextmanager
def told_of_place(root: Path) -> Iterator[None]:
    """What goes wrong inside concerns copies in the second place: no bundle, and nothing to be exported again."""
    try:
        yield
    except AppError as error:
        if error.code not in _OF_PLACE:
            raise
        raise AppError(_OF_PLACE[error.code], **{**error.details, "place": str(root)}) from error
