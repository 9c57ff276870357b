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
from dataclasses import dataclass
from pathlib import Path

from app.bundles.medium import part_file
from app.domain import text
from app.errors import AppError
from app.operations.keeping import packing, places
from app.operations.keeping.packing import DATABASE, Facts, Reason, evidence_name
from app.operations.keeping.places import BACKUPS, Copy
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import campaigns, journal, opening
from app.storage.schema import database

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
    if not database.in_transaction() and not workspace.is_read_only:
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
    """What came of a look: a copy made here, one carried to the second place, and whether that is newly away."""

    made: Copy | None = None
    carried: Copy | None = None
    is_newly_away: bool = False


def automatic(workspace: Workspace, sticks: Sequence[Path] = (), progress: Progress = SILENT) -> Automatic:
    """Once a day, where something changed since the last copy: a copy here, and to the second place when it is there.

    Cheap when there is nothing to do. Raises what `make` and `places.carry` do.
    """
    folder, now = workspace.folder, workspace.clock()
    with workspace.session():
        if workspace.is_read_only or not journal.latest("", 1):
            return Automatic()
    known = [copy for copy in places.copies(folder) if copy.told.facts.reason in _CARRIED]
    made = None
    if not known or known[0].at.date() < now.date():
        made = _made(workspace, Reason.DAILY, known[0].told.database.sha256 if known else "")
        places.make_room(folder, now, owns_evidence=False)
    newest = made or next(iter(known), None)
    there = second(workspace.folder, sticks)
    if there is None or newest is None:
        return Automatic(made)
    if there.root is None:
        is_newly_away = not there.is_told_away
        _remember(folder, there, is_told_away=True)
        return Automatic(made, None, is_newly_away)
    return Automatic(made, _carry(workspace, newest, there, progress))


def now(workspace: Workspace, sticks: Sequence[Path] = (), progress: Progress = SILENT) -> Automatic:
    """A copy by hand: here, and to the second place when it is there. Raises what `automatic` does."""
    made = make(workspace, Reason.BY_HAND)
    there = second(workspace.folder, sticks)
    if there is None or there.root is None:
        return Automatic(made, None, there is not None)
    return Automatic(made, _carry(workspace, made, there, progress))


def _carry(workspace: Workspace, copy: Copy, there: "Second", progress: Progress) -> Copy | None:
    assert there.root is not None
    if there.is_told_away:
        _remember(workspace.folder, there, is_told_away=False)
    if any(one.stem == copy.stem for one in places.copies(there.root)):
        return None
    done = places.carry(copy, there.root, progress)
    places.make_room(there.root, workspace.clock(), owns_evidence=True)
    return done


# The second place ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Second:
    """A folder or stick chosen besides: `folder` as it was chosen, `name` of the place inside it.

    `root` is where the place is now, on whatever drive its stick appeared; None while it is away.
    """

    folder: Path
    name: str
    root: Path | None
    is_told_away: bool = False


def second(folder: Path, sticks: Sequence[Path] = ()) -> Second | None:
    """The place chosen for the data folder `folder`; None where none is."""
    try:
        told = json.loads((folder / BACKUPS / PLACE).read_text("utf-8"))
        chosen, name, is_told_away = Path(str(told["folder"])), str(told["name"]), bool(told.get("is_told_away"))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    found = next((each / name for each in sticks if (each / name).is_dir()), None)
    root = chosen / name if chosen.is_dir() else found
    return Second(chosen, name, root, is_told_away)


def choose_second(workspace: Workspace, chosen: Path | None) -> Second | None:
    """Remembers where copies go besides; None for nowhere. What lies there stays.

    Raises `AppError("backup.place_inside")` for a folder inside the data folder, "file.unreadable" for none at all,
    and what writing raises.
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
    if chosen.name.startswith(_NAMED) and (chosen / BACKUPS).is_dir():
        found = Second(chosen.parent, chosen.name, chosen)
    else:
        found = Second(chosen, _place_name(workspace), None)
    with _told_of_own_disk(folder):
        (folder / BACKUPS).mkdir(exist_ok=True)
        _remember(folder, found, is_told_away=False)
    return second(folder)


def _place_name(workspace: Workspace) -> str:
    with workspace.session():
        owner = next((part.name for part in campaigns.parts()), "")
    piece = text.file_name_piece(owner)
    return f"{_NAMED}{piece}_{secrets.token_hex(4)}" if piece else f"{_NAMED}{secrets.token_hex(4)}"


def _remember(folder: Path, place: Second, *, is_told_away: bool) -> None:
    told = {"folder": str(place.folder), "name": place.name, "is_told_away": is_told_away}
    data = json.dumps(told, ensure_ascii=False).encode("utf-8")
    with part_file(folder / BACKUPS / PLACE, len(data)) as part:
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
