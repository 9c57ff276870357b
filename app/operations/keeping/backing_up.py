"""Copies of everything: by themselves once a day and before sign-off, in a chosen second place, in one file to carry.

Dated copies lie in the data folder (`keeping.places`); one file for the road is a plain ZIP, or an age file
where a passphrase is given (`keeping.packing`). Each is read again before it counts.
"""

import contextlib
import errno
import json
import os
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from app.bundles.medium import part_file
from app.domain import text
from app.domain.text import moment_text
from app.errors import AppError
from app.operations.keeping import packing, places
from app.operations.keeping.packing import DATABASE, Facts, Reason, evidence_name
from app.operations.keeping.places import BACKUPS, Copy
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import campaigns, journal, opening
from app.storage.connection import database

if TYPE_CHECKING:
    from app.operations.keeping.locked_places import Locked

PLACE = "place.json"
_NAMED = "SaoLuu_ThuocSo_"
_CARRIED = frozenset(Reason) - {Reason.UPGRADE}


# One file -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Backup:
    """An archive that was written and read again: its size in bytes, how many evidence files, those found damaged."""

    path: Path
    size: int
    files: int
    damaged: tuple[str, ...]


def backup(workspace: Workspace, target: Path, passphrase: str = "", progress: Progress = SILENT) -> Backup:
    """Writes everything of the data folder into one archive, verified before it gets its name.

    With a passphrase only who knows it can open the file. An evidence file whose bytes are damaged is kept as it is
    and named. Raises `AppError("disk.full")`, "disk.read_only", "medium.gone", and "data.disk_full" where the data
    folder has no room for the passing copy of the database; nothing half-written stays behind.
    """
    return archive(workspace, target, passphrase, progress, Reason.BY_HAND)


@contextlib.contextmanager
def _told_of_own_disk(folder: Path) -> Iterator[None]:
    """What goes wrong inside is the fault of the disk with the data folder, never of a stick."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise AppError("data.disk_full", path=str(folder)) from error
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            raise AppError("data.read_only", path=str(folder)) from error
        raise AppError("data.medium_gone", path=str(folder)) from error


def archive(
    workspace: Workspace, target: Path, passphrase: str, progress: Progress, reason: Reason, **parties: str
) -> Backup:
    """One file of everything, made for `reason`; raises what `backup` does."""
    digests = tuple(workspace.evidence.digests())
    with _passing(workspace) as copy:
        about = Facts(workspace.now(), reason, places.whose_of(copy), parties=parties)
        sources = [(DATABASE, copy)]
        sources += [(evidence_name(digest), workspace.evidence.path(digest)) for digest in digests]
        told = packing.write_archive(target, sources, about, passphrase, progress)
    damaged = tuple(entry.digest for entry in told.evidence if entry.sha256 != entry.digest)
    return Backup(target, target.stat().st_size, len(digests), damaged)


@contextlib.contextmanager
def _passing(workspace: Workspace) -> Iterator[Path]:
    """A consistent copy of the open database under a passing name in the data folder."""
    path = workspace.passing / f".{secrets.token_hex(8)}.part"
    try:
        with _told_of_own_disk(workspace.folder):
            with workspace.session():
                opening.copy_database(path)
            with path.open("rb+") as file:
                os.fsync(file.fileno())
        yield path
    finally:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


# Dated copies -------------------------------------------------------------------------------------------------------


def make(workspace: Workspace, reason: Reason = Reason.BY_HAND, progress: Progress = SILENT) -> Copy:
    """A dated copy in the data folder; raises what `backup` does, and "data.damaged" for one that is not sound."""
    copy = _made(workspace, reason)
    assert copy is not None
    progress.step(1, 1)
    return copy


def _made(workspace: Workspace, reason: Reason, unless: str = "") -> Copy | None:
    """A dated copy, None where the database is still the one with the digest `unless`."""
    folder = workspace.folder
    if workspace.is_read_only:
        raise AppError("data.only_look", path=str(folder))
    with _told_of_own_disk(folder), _passing(workspace) as path:
        (folder / BACKUPS).mkdir(exist_ok=True)
        if unless and places.sha256_of(path) == unless:
            return None
        about = Facts(workspace.now(), reason, places.whose_of(path))
        try:
            return places.write_copy(folder, path, about, places.stem_for(folder, workspace.clock(), reason))
        except AppError as error:
            if error.code != "backup.damaged":
                raise
            raise AppError("data.damaged", path=str(folder / DATABASE)) from error


@contextlib.contextmanager
def beforehand(workspace: Workspace) -> Iterator[None]:
    """A copy of how everything stood before a step one does not take lightly; the step never waits for its success."""
    copy = None
    if not database.in_transaction and not workspace.is_read_only:
        with contextlib.suppress(AppError, OSError):
            copy = _made(workspace, Reason.SIGN_OFF, _newest_digest(workspace.folder))
    with contextlib.ExitStack() as undo:
        if copy is not None:
            undo.callback(places.remove, copy)
        yield
        undo.pop_all()
    places.make_room(workspace.folder, workspace.clock(), owns_evidence=False)


def _newest_digest(folder: Path) -> str:
    newest = next(iter(places.copies(folder)), None)
    return newest.told.database.sha256 if newest is not None else ""


@dataclass(frozen=True, slots=True)
class Automatic:
    """What came of a look: a copy made here, one carried to the second place, and whether that is newly away.

    `told` is what somebody should know besides, each said once.
    """

    made: Copy | None = None
    carried: Copy | None = None
    is_newly_away: bool = False
    told: tuple[AppError, ...] = ()


def automatic(workspace: Workspace, sticks: Sequence[Path] = (), progress: Progress = SILENT) -> Automatic:
    """Once a day, where something changed since the last copy: a copy here, and to the second place when it is there.

    Cheap when there is nothing to do. Raises what `make` and `places.carry` do.
    """
    folder, now = workspace.folder, workspace.clock()
    with workspace.session():
        if workspace.is_read_only or not journal.latest("", 1):
            return Automatic()
    known = [copy for copy in places.copies(folder) if copy.told.facts.reason in _CARRIED]
    made, told = None, tuple[AppError, ...]()
    if not known or known[0].at.date() != now.date():
        made = _made(workspace, Reason.DAILY, known[0].told.database.sha256 if known else "")
        places.make_room(folder, now, owns_evidence=False)
        if made is not None and known and known[0].at > now:
            said = {"at": moment_text(known[0].at), "now": moment_text(now)}
            told = (AppError("backup.clock_behind", **said),)
    newest = made or next(iter(known), None)
    there = second(workspace.folder, sticks)
    if there is None or newest is None:
        return Automatic(made, told=told)
    if there.root is None or there.is_copied:
        is_new = not there.is_told_away
        _remember(folder, there, is_told_away=True)
        told += (told_of_original(folder, there),) if there.is_copied and is_new else ()
        return Automatic(made, None, is_new and not there.is_copied, told)
    return _carry(workspace, Automatic(made, told=told), newest, there, progress)


def now(workspace: Workspace, sticks: Sequence[Path] = (), progress: Progress = SILENT) -> Automatic:
    """A copy by hand: here, and to the second place when it is there. Raises what `automatic` does."""
    made = make(workspace, Reason.BY_HAND)
    there = second(workspace.folder, sticks)
    if there is not None and there.is_copied:
        return Automatic(made, told=(told_of_original(workspace.folder, there),))
    if there is None or there.root is None:
        return Automatic(made, None, there is not None)
    return _carry(workspace, Automatic(made), made, there, progress)


def told_of_original(folder: Path, there: "Second") -> AppError:
    """What is said in a data folder that is a copy of the one the second place was chosen for."""
    return AppError("backup.place_of_original", path=str(folder), place=str(there.folder))


def _carry(workspace: Workspace, done: Automatic, copy: Copy, there: "Second", progress: Progress) -> Automatic:
    """Carries the copy where it is not yet, and looks whether what lies there is still whole."""
    from app.operations.keeping import belonging, renewing

    owner = belonging.own_id(workspace)
    if there.root is not None and belonging.owner_of(there.root) not in ("", owner):  # another folder was there first
        there = replace(there, folder=there.root.parent, name=_place_name(workspace), root=None, is_told_away=True)
    root = there.root or there.folder / there.name
    if there.is_told_away:
        _remember(workspace.folder, there, is_told_away=False)
    lock = there.locked.lock if there.locked is not None else None
    same = next((one for one in places.copies(root) if _is_same(one, copy)), None)
    if same is None:
        belonging.claim(root, owner)
        if there.locked is not None:
            from app.operations.keeping import locked_places

            done = replace(done, carried=locked_places.carry(copy, root, there.locked, progress))
        else:
            done = replace(done, carried=places.carry(copy, root, progress))
        places.make_room(root, workspace.clock(), owns_evidence=True)
    found = renewing.renew(copy, same or cast(Copy, done.carried), workspace.clock(), lock, progress)
    codes = (("backup.place_renewed", found.anew), ("backup.place_rotten", found.lost))
    told = tuple(AppError(code, count=count, place=str(root)) for code, count in codes if count)
    return replace(done, told=done.told + told)


def _is_same(one: Copy, copy: Copy) -> bool:
    """A copy may bear another name there, where its own was taken by another copy."""
    if one.is_locked:
        return one.stem == copy.stem
    return one.stem.startswith(copy.stem) and one.told.database == copy.told.database


# The second place ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Second:
    """A folder or stick chosen besides: `folder` as it was chosen, `name` of the place inside it.

    `root` is where the place is now, on whatever drive its stick appeared; None while it is away. `locked` is what adds
    copies that only a passphrase opens; None where anybody can read them. `home` is where the data folder lay when it
    was chosen; `is_copied` where this one is a copy of that, which must not add to the same place.
    """

    folder: Path
    name: str
    root: Path | None
    is_told_away: bool = False
    locked: "Locked | None" = None
    home: dict[str, str] = field(default_factory=dict)
    is_copied: bool = False


def second(folder: Path, sticks: Sequence[Path] = ()) -> Second | None:
    """The place chosen for the data folder `folder`; None where none is."""
    try:
        told = json.loads((folder / BACKUPS / PLACE).read_text("utf-8"))
        chosen, name, is_told_away = Path(str(told["folder"])), str(told["name"]), bool(told.get("is_told_away"))
        locked = _lock_told(told["lock"]) if told.get("lock") else None
        home = {str(key): str(value) for key, value in told.get("home", {}).items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    found = next((each / name for each in sticks if (each / name).is_dir()), None)
    root = chosen / name if chosen.is_dir() else found
    from app.operations.keeping import belonging

    return Second(chosen, name, root, is_told_away, locked, home, belonging.is_copied(folder, home))


def _lock_told(value: dict[str, str]) -> "Locked":
    from app.operations.keeping.locked_places import Locked  # cryptography: only where something is locked

    return Locked.read(value)


def choose_second(workspace: Workspace, chosen: Path | None, passphrase: str = "") -> Second | None:
    """Remembers where copies go besides; None for nowhere. What lies there stays.

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
    if not chosen.is_dir():
        raise AppError("backup.place_away", path=str(chosen))
    if chosen.resolve().is_relative_to(folder.resolve()):
        raise AppError("backup.place_inside", path=str(chosen))
    from app.operations.keeping import belonging

    earlier = second(folder)
    owner = belonging.own_id(workspace, anew=earlier is not None and earlier.is_copied)
    found = replace(_place_in(workspace, chosen, passphrase, owner), home=belonging.home_of(folder))
    with _told_of_own_disk(folder):
        (folder / BACKUPS).mkdir(exist_ok=True)
        _remember(folder, found, is_told_away=False)
    return second(folder)


def _place_in(workspace: Workspace, chosen: Path, passphrase: str, owner: str) -> Second:
    """The place that was chosen itself, else a new one in the folder: open and locked copies never lie together, nor
    those of two data folders."""
    from app.operations.keeping import belonging
    from app.operations.keeping.locked_places import Locked

    is_place = chosen.name.startswith(_NAMED) and (chosen / BACKUPS).is_dir()
    is_own = is_place and belonging.owner_of(chosen) in ("", owner)
    if is_own and places.is_locked(chosen):
        return Second(chosen.parent, chosen.name, chosen, locked=Locked.joined(chosen, passphrase))
    if is_own and not passphrase:
        return Second(chosen.parent, chosen.name, chosen)
    locked = Locked.begun(passphrase) if passphrase else None
    return Second(chosen.parent if is_place else chosen, _place_name(workspace), None, locked=locked)


def _place_name(workspace: Workspace) -> str:
    with workspace.session():
        owner = next((part.name for part in campaigns.parts()), "")
    piece = text.file_name_piece(owner)
    return f"{_NAMED}{piece}_{secrets.token_hex(4)}" if piece else f"{_NAMED}{secrets.token_hex(4)}"


def _remember(folder: Path, place: Second, *, is_told_away: bool) -> None:
    told: dict[str, object] = {"folder": str(place.folder), "name": place.name, "is_told_away": is_told_away}
    told |= {"home": place.home} if place.home else {}
    told |= {"lock": place.locked.told()} if place.locked is not None else {}
    data = json.dumps(told, ensure_ascii=False).encode("utf-8")
    with part_file(folder / BACKUPS / PLACE, len(data), is_ours=True) as part:
        part.file.write(data)
        part.settle()
        part.keep()


@dataclass(frozen=True, slots=True)
class Standing:
    """What a page shows: the copies here and in the second place, newest first."""

    here: tuple[Copy, ...]
    second: Second | None
    there: tuple[Copy, ...]


def standing(workspace: Workspace, sticks: Sequence[Path] = ()) -> Standing:
    """How the copies stand now."""
    place = second(workspace.folder, sticks)
    there = places.copies(place.root) if place is not None and place.root is not None else ()
    return Standing(places.copies(workspace.folder), place, there)
