"""Copies of everything: by themselves every day and before sign-off, in a chosen second place, in one file to carry.

Dated copies lie in the data folder (`keeping.places`); one file for the road is a plain ZIP, or an age file
where a passphrase is given (`keeping.packing`). Each is read again before it counts.
"""

import contextlib
import os
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

from app.domain.text import moment_text
from app.errors import AppError
from app.operations.keeping import packing, places
from app.operations.keeping.closed_databases import LAST_LINE, last_line, names_of, recorded, whose_of
from app.operations.keeping.packing import DATABASE, Facts, Reason, evidence_name
from app.operations.keeping.places import BACKUPS, Copy
from app.operations.keeping.second_place import Second as Second
from app.operations.keeping.second_place import choose_second as choose_second
from app.operations.keeping.second_place import place_name, remember, told_of_own_disk, told_of_place
from app.operations.keeping.second_place import second as second
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import opening
from app.storage.connection import database

_CARRIED = frozenset(Reason) - {Reason.UPGRADE}
_GOOD = frozenset(Reason) - {Reason.RESTORE, Reason.SALVAGED}
_NAMES = 20  # of files in one sentence
_TOLD_AGAIN = timedelta(days=7)


# One file -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Backup:
    """An archive that was written and read again: its size in bytes, how many evidence files, those found damaged.

    `missing` names those that belong to the data and are gone.
    """

    path: Path
    size: int
    files: int
    damaged: tuple[str, ...]
    missing: tuple[str, ...] = ()


def backup(workspace: Workspace, target: Path, passphrase: str = "", progress: Progress = SILENT) -> Backup:
    """Writes everything of the data folder into one archive, verified before it gets its name.

    With a passphrase only who knows it can open the file. An evidence file whose bytes are damaged is kept as it is
    and named, one that is gone is named. Raises `AppError("disk.full")`, "disk.read_only", "medium.gone",
    "backup.write_damaged", and "data.disk_full" where the data folder has no room for the passing copy of the database;
    nothing half-written stays behind.
    """
    return archive(workspace, target, passphrase, progress, Reason.BY_HAND)


def archive(
    workspace: Workspace, target: Path, passphrase: str, progress: Progress, reason: Reason, **parties: str
) -> Backup:
    """One file of everything, made for `reason`; raises what `backup` does."""
    with _passing(workspace) as copy:
        digests = dict.fromkeys(workspace.evidence.digests())
        about = Facts(workspace.now(), reason, whose_of(copy), parties=parties, run=workspace.run)
        sources = [(DATABASE, copy)]
        sources += [(evidence_name(digest), workspace.evidence.path(digest)) for digest in digests]
        gone = [evidence_name(digest) for digest in recorded(copy, digests) if digest not in digests]
        told = packing.write_archive(target, sources, about, passphrase, progress, gone)
        missing = names_of(copy, told.missing)
    damaged = tuple(entry.digest for entry in told.evidence if entry.sha256 not in ("", entry.digest))
    return Backup(target, target.stat().st_size, len(digests), damaged, missing)


@contextlib.contextmanager
def _passing(workspace: Workspace) -> Iterator[Path]:
    """A consistent copy of the open database under a passing name in the data folder."""
    path = workspace.passing / f".{secrets.token_hex(8)}.part"
    try:
        with told_of_own_disk(workspace.folder):
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
    with told_of_own_disk(folder), _passing(workspace) as path:
        (folder / BACKUPS).mkdir(exist_ok=True)
        if unless and places.sha256_of(path) == unless:
            return None
        about = Facts(workspace.now(), reason, whose_of(path), run=workspace.run)
        try:
            return places.write_copy(folder, path, about, places.stem_for(folder, workspace.clock(), reason))
        except AppError as error:
            if error.code != "backup.damaged":
                raise
            with workspace.session():
                if opening.is_sound():
                    raise AppError("backup.write_damaged", path=str(folder)) from error
            raise AppError("data.damaged", path=str(folder / DATABASE)) from error


@contextlib.contextmanager
def beforehand(workspace: Workspace) -> Iterator[None]:
    """A copy of how everything stood before a step one does not take lightly; the step never waits for its success.

    That there is none, and what it lacks, is told besides.
    """
    copy = known = None
    if not database.in_transaction and not workspace.is_read_only:
        none = AppError("backup.none_before", path=str(workspace.folder))
        known = next(iter(places.copies(workspace.folder)), None)
        try:
            copy = _made(workspace, Reason.SIGN_OFF, known.told.database.sha256 if known is not None else "")
        except AppError as error:
            workspace.tell_besides(error if error.code == "data.damaged" else none)
        except OSError:
            workspace.tell_besides(none)
    with contextlib.ExitStack() as undo:
        if copy is not None:
            undo.callback(places.remove, copy)
        for told in _told_of_lacking(copy, known) if copy is not None else ():
            workspace.tell_besides(told)
        yield
        undo.pop_all()
    places.make_room(workspace.folder, workspace.clock(), owns_evidence=False)


@dataclass(frozen=True, slots=True)
class Automatic:
    """What came of a look: a copy made here, one carried to the second place, and whether that is newly away.

    `told` is what somebody should know besides, each said once. With `is_away` a copy waits for the second place.
    """

    made: Copy | None = None
    carried: Copy | None = None
    is_newly_away: bool = False
    told: tuple[AppError, ...] = ()
    is_away: bool = False


def automatic(workspace: Workspace, sticks: Sequence[Path] = (), progress: Progress = SILENT) -> Automatic:
    """Where something changed since the last copy: a copy here, and to the second place when it is there.

    It takes the place of the one this opening of the folder made earlier that day. Cheap when there is nothing to do.
    Raises what `make` and `places.carry` do, but with the words for a second place.
    """
    folder, now = workspace.folder, workspace.clock()
    with workspace.session():
        lines = tuple(opening.rows(LAST_LINE))
        if workspace.is_read_only or not lines:
            return Automatic()
    known = next((copy for copy in places.copies(folder) if copy.told.facts.reason in _CARRIED), None)
    made, told = None, tuple[AppError, ...]()
    if known is None or known.at.date() != now.date() or last_line(known.database) != lines:
        made = _made(workspace, Reason.DAILY, known.told.database.sha256 if known is not None else "")
        places.make_room(folder, now, owns_evidence=False)
    if made is not None:
        if known is not None and known.at > now:
            told += (AppError("backup.clock_behind", at=moment_text(known.at), now=moment_text(now)),)
        told += _told_of_lacking(made, known)
    newest = made or known
    there = second(workspace.folder, sticks)
    if there is None or newest is None:
        return Automatic(made, told=told)
    if there.root is None or there.is_copied:
        is_new = _is_to_be_told(there.told_at, now)
        if is_new:
            remember(folder, replace(there, told_at=workspace.now()))
        told += (told_of_original(folder, there),) if there.is_copied and is_new else ()
        return Automatic(made, None, is_new and not there.is_copied, told, is_away=not there.is_copied)
    return _carry(workspace, Automatic(made, told=told), newest, there, progress)


def now(workspace: Workspace, sticks: Sequence[Path] = (), progress: Progress = SILENT) -> Automatic:
    """A copy by hand: here, and to the second place when it is there. Raises what `automatic` does."""
    made = make(workspace, Reason.BY_HAND)
    told, there = _told_of_lacking(made), second(workspace.folder, sticks)
    if there is not None and there.is_copied:
        return Automatic(made, told=(*told, told_of_original(workspace.folder, there)))
    if there is None or there.root is None:
        return Automatic(made, None, there is not None, told, is_away=there is not None)
    return _carry(workspace, Automatic(made, told=told), made, there, progress)


def _told_of_lacking(made: Copy, known: Copy | None = None) -> tuple[AppError, ...]:
    """What is said of evidence a new copy lacks that was still there when the one before it was made."""
    if set(made.lacking) <= set(known.told.facts.gone if known is not None else ()):
        return ()
    names = names_of(made.database, made.lacking)
    shown = "; ".join(names[:_NAMES]) + ("; …" if len(names) > _NAMES else "")
    return (AppError("backup.lacking", count=len(names), names=shown),)


def _is_to_be_told(told_at: str, now: datetime) -> bool:
    """Whether that copies are held back was last said a week ago, or never, or at a time to come."""
    with contextlib.suppress(ValueError, TypeError):
        return not timedelta() <= now - datetime.fromisoformat(told_at) < _TOLD_AGAIN
    return True


def told_of_original(folder: Path, there: Second) -> AppError:
    """What is said in a data folder that is a copy of the one the second place was chosen for."""
    return AppError("backup.place_of_original", path=str(folder), place=str(there.folder))


def _carry(workspace: Workspace, done: Automatic, copy: Copy, there: Second, progress: Progress) -> Automatic:
    """Carries the copy where it is not yet, and looks whether what lies there is still whole."""
    from app.operations.keeping import belonging, renewing

    root, owner = cast(Path, there.root), belonging.own_id(workspace)
    joined = replace(there, told_at="", owner=owner, home=there.home and belonging.home_of(workspace.folder))
    if belonging.owner_of(root) not in ("", owner):  # another folder was there first
        joined = replace(joined, folder=root.parent, name=place_name(workspace))
        root = joined.folder / joined.name
    if joined != there:
        remember(workspace.folder, joined)
    lock = there.locked.lock if there.locked is not None else None
    same = next((one for one in places.copies(root) if _is_same(one, copy)), None)
    with told_of_place(root):
        if same is None:
            belonging.claim(root, owner)
            share = progress.part(0, 3, 4)
            if there.locked is not None:
                from app.operations.keeping import locked_places

                done = replace(done, carried=locked_places.carry(copy, root, there.locked, share))
            else:
                done = replace(done, carried=places.carry(copy, root, share))
            places.make_room(root, workspace.clock(), owns_evidence=True)
        share = progress.part(3, 4, 4)
        found = renewing.renew(copy, same or cast(Copy, done.carried), workspace.clock(), lock, share)
    progress.step(1, 1)
    codes = (("backup.place_renewed", found.anew), ("backup.place_rotten", found.lost))
    told = tuple(AppError(code, count=count, place=str(root)) for code, count in codes if count)
    return replace(done, told=done.told + told)


def _is_same(one: Copy, copy: Copy) -> bool:
    """A copy may bear another name there, where its own was taken by another copy."""
    if one.is_locked:
        return one.stem == copy.stem
    return one.stem.startswith(copy.stem) and one.told.database == copy.told.database


def remove(workspace: Workspace, copy: Copy) -> None:
    """Takes one copy away, here or in another place; evidence that only it named goes with it, here at the next start.

    Raises `AppError("backup.last_sound")` for the only one of its place that would bring the data back,
    "backup.not_removed" where the disk does not let it go, and "data.only_look".
    """
    is_own = copy.root.resolve() == workspace.folder.resolve()
    if workspace.is_read_only and is_own:
        raise AppError("data.only_look", path=str(workspace.folder))
    others = [one for one in places.copies(copy.root) if one.stem != copy.stem]
    if places.is_sound(copy) and not any(places.is_sound(one) for one in others if one.told.facts.reason in _GOOD):
        raise AppError("backup.last_sound", at=moment_text(copy.at))
    places.remove(copy)
    if copy.database.exists():
        raise AppError("backup.not_removed", place=str(copy.root))
    if not is_own:
        places.make_room(copy.root, workspace.clock(), owns_evidence=True)


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
