"""Back from a backup: what is inside is shown before anything is done, and nothing that is there is overwritten.

Into an empty folder everything is written under a passing name first. Where there are data already, evidence is added
by digest, the present database becomes a dated copy (a damaged one is moved aside), and the other takes its place in
one step: whatever happens in between, the folder holds the old data or the new.
"""

import contextlib
import errno
import os
import secrets
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.bundles.medium import megabytes, space_left
from app.domain.text import moment_text
from app.errors import AppError, cause
from app.operations.keeping import places, sweeping
from app.operations.keeping.packing import DATABASE, Archive, Entry, Facts, Reason, Sink, Told, opened_archive
from app.operations.keeping.places import BACKUPS, EVIDENCE, Copy
from app.operations.keeping.sweeping import DAMAGED
from app.operations.lock import NAME as LOCK
from app.operations.lock import FolderLock
from app.operations.workspace import local_now
from app.progress import SILENT, Progress
from app.storage import opening
from app.storage.evidence_store import EvidenceStore, sync_folder
from app.storage.migrations import VERSION as SCHEMA_VERSION

_LOGS = ("-wal", "-shm", "-journal")
_DAMAGED = ("data.damaged", "backup.damaged")
_OF_DISKS = ("lost+found", "System Volume Information")
Clock = Callable[[], datetime]
Source = Archive | Copy


# What is inside -----------------------------------------------------------------------------------------------------


def look(path: Path, passphrase: str = "") -> Told:
    """What an archive says of itself: whose, when, how much; the bytes are checked when it is restored.

    Raises what `packing.opened_archive` does, and "data.newer".
    """
    with opened_archive(path, passphrase) as archive:
        _refuse_newer(archive.told)
        return archive.told


def copies_in(folder: Path) -> tuple[Copy, ...]:
    """The copies in a folder or stick that was chosen, newest first: in the place itself or in places inside it.

    Raises `AppError("backup.none_there")`.
    """
    roots = [folder, folder.parent] if folder.name == BACKUPS else [folder]
    with contextlib.suppress(OSError):
        roots += sorted(inside for inside in folder.iterdir() if (inside / BACKUPS).is_dir())
    held = [known for root in roots if (known := places.copies(root))]
    if not held:
        raise AppError("backup.none_there", path=str(folder))
    held.sort(key=lambda known: known[0].at, reverse=True)
    return tuple({copy.database: copy for known in held for copy in known}.values())


def copy_in(folder: Path, stem: str = "") -> Copy:
    """The copy of that name in a folder, else the newest whose database is sound.

    Raises `AppError("backup.none_there")`, "backup.no_copy", "backup.damaged" where none is sound.
    """
    known = copies_in(folder)
    if stem:
        found = next((copy for copy in known if copy.stem == stem), None)
        if found is None:
            raise AppError("backup.no_copy", name=stem)
        return found
    good = last_good(folder, tuple({copy.root for copy in known}))
    if good is None:
        raise AppError("backup.damaged", name=known[0].stem)
    return good


def damaged(folder: Path) -> AppError:
    """What is said of a damaged database where no window offers the way back: with the last sound copy, if any."""
    from app.operations.keeping import backing_up

    second = backing_up.second(folder)
    good = last_good(folder, (second.root,) if second is not None and second.root is not None else ())
    if good is None:
        return AppError("data.damaged_no_copy", path=str(folder))
    where = "" if good.root == folder else f" {good.root}"
    return AppError("data.damaged_with_copy", path=str(folder), at=moment_text(good.at), where=where, name=good.stem)


def last_good(folder: Path, others: tuple[Path, ...] = ()) -> Copy | None:
    """The newest copy with a sound database for a data folder whose own is damaged; looks in `others` as well.

    Evidence it lacks may be in the folder, or is named when it is put back. What was set aside or read from a damaged
    file is only put back where somebody chooses it.
    """
    found = [copy for root in (folder, *others) for copy in places.copies(root)]
    known = [copy for copy in found if copy.told.facts.reason not in (Reason.RESTORE, Reason.SALVAGED)]
    for copy in sorted(known, key=lambda each: each.order, reverse=True):
        with contextlib.suppress(AppError):
            _refuse_newer(copy.told)
            places.check_database(copy)
            return copy
    return None


def _refuse_newer(told: Told) -> None:
    if told.facts.data_version > SCHEMA_VERSION:
        raise AppError("data.newer", version=told.facts.software or told.facts.data_version)


# Putting back -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Restored:
    """A data folder as it was then: when the backup was made, how many evidence files belong to it.

    `aside` names what was there before: the stem of a dated copy, or the name of the damaged file; "" for nothing.
    `lost` names the evidence files that are damaged or gone in the backup, and are not here either.
    """

    folder: Path
    at: str
    files: int
    facts: Facts
    aside: str = ""
    lost: tuple[str, ...] = ()


def restore(archive: Path, folder: Path, passphrase: str = "", progress: Progress = SILENT) -> Restored:
    """Makes a data folder from an archive; every byte is checked before the folder appears.

    The database has to be sound; evidence that is not is left out and named.

    Raises `AppError("restore.not_empty")` when there is something in `folder` already, "backup.damaged" for what is no
    sound archive, "backup.passphrase_needed", "backup.passphrase_wrong", "data.newer", "restore.disk_full",
    "data.folder", "file.unreadable"; in every such case nothing was changed.
    """
    with opened_archive(archive, passphrase) as source:
        return _fresh(source, folder, progress)


def restore_copy(copy: Copy, folder: Path, passphrase: str = "", progress: Progress = SILENT) -> Restored:
    """The same from a dated copy in a place; raises the same."""
    return _fresh(opened(copy, passphrase), folder, progress)


def opened(copy: Copy, passphrase: str) -> Copy:
    """What a copy in a locked place holds; any other as it is. Raises what `locked_places.opened` does."""
    if not copy.is_locked:
        return copy
    from app.operations.keeping import locked_places  # cryptography: only where something is locked

    found = locked_places.opened(copy, passphrase)
    _refuse_newer(found.told)
    return found


def put_back(
    folder: Path,
    source: Path | Copy,
    passphrase: str = "",
    clock: Clock = local_now,
    progress: Progress = SILENT,
) -> Restored:
    """Puts an archive or a copy in the place of what a data folder holds, which nobody has open; see the module.

    Raises what `restore` does but "restore.not_empty", and "data.in_use".
    """
    with contextlib.ExitStack() as files:
        if isinstance(source, Copy):
            inside: Source = opened(source, passphrase)
        else:
            inside = files.enter_context(opened_archive(source, passphrase))
        if not (folder / DATABASE).is_file() and is_empty(folder):
            return _fresh(inside, folder, progress)
        return _over(inside, folder, clock, progress)


def is_empty(folder: Path) -> bool:
    """Whether a folder holds nothing but what disks and interrupted restoring leave, or is not there."""
    if not folder.is_dir():
        return not folder.exists()
    return not any(each.name not in _OF_DISKS and not each.name.endswith(sweeping.PASSING) for each in folder.iterdir())


def _fresh(source: Source, folder: Path, progress: Progress) -> Restored:
    """The folder appears as a whole; one that is there and can't be replaced, a mount point, is filled from inside."""
    if not is_empty(folder):
        raise AppError("restore.not_empty", path=str(folder))
    told = source.told
    _refuse_newer(told)
    place = folder.resolve()
    sweeping.sweep_beside(place)
    inside = place / DATABASE if place.exists() and not _is_replaceable(place) else place
    passing = inside.with_name(f".{secrets.token_hex(8)}{sweeping.PASSING}")
    with contextlib.ExitStack() as undo:
        undo.callback(shutil.rmtree, passing, ignore_errors=True)
        with _made_in(inside, told.size):
            passing.mkdir(parents=True)
        with locked(passing, local_now):  # so that nobody sweeps it
            _check_room(inside, told.size)
            left_out = _fill(source, told.entries, lambda entry: passing / entry.name, progress)
            _check_version(passing / DATABASE)
            lost = places.names_of(passing / DATABASE, left_out)
        with _made_in(inside, told.size):
            (passing / LOCK).unlink()
            if inside == place:
                if place.exists():
                    place.rmdir()
                passing.rename(place)
            else:
                _move_in(passing, place)
            sync_folder(inside.parent)
    return Restored(folder, told.facts.at, len(told.evidence), told.facts, lost=lost)


def _is_replaceable(place: Path) -> bool:
    return not (os.path.ismount(place) or any(place.iterdir())) and os.access(place.parent, os.W_OK)


def _move_in(passing: Path, place: Path) -> None:
    """The database last: without it nothing is there, and what failed can be begun again."""
    with contextlib.ExitStack() as undo:
        for each in (EVIDENCE, DATABASE):
            if (passing / each).exists():
                (passing / each).rename(place / each)
                undo.callback((place / each).rename, passing / each)
        undo.pop_all()


def _over(source: Source, folder: Path, clock: Clock, progress: Progress) -> Restored:
    told = source.told
    _refuse_newer(told)
    store = EvidenceStore(folder / EVIDENCE)
    passing = folder / f".{secrets.token_hex(8)}.part"
    with locked(folder, clock), contextlib.ExitStack() as undo:
        undo.callback(_remove_all, [passing])
        with _made_in(folder, told.size):
            store.prepare()
        wanted = [entry for entry in told.evidence if not _is_as_good(store, entry)]
        _check_room(folder / DATABASE, sum(entry.size for entry in (*wanted, told.database)))
        growing = {entry.name: store.incoming / secrets.token_hex(16) for entry in wanted}
        undo.callback(_remove_all, growing.values())
        left_out = _fill(source, (told.database, *wanted), lambda entry: growing.get(entry.name, passing), progress)
        _check_version(passing)
        lost = places.names_of(passing, left_out)
        with _made_in(folder, told.size):
            for entry in wanted:
                if entry.digest not in left_out:
                    _replace(store, growing[entry.name], entry.digest)
            aside = _set_aside(folder, clock())
            passing.replace(folder / DATABASE)
            sync_folder(folder)
    return Restored(folder, told.facts.at, len(told.evidence), told.facts, aside, lost)


def _is_as_good(store: EvidenceStore, entry: Entry) -> bool:
    """Whether the file is here as good as the backup has it."""
    is_damaged_there = entry.sha256 != entry.digest
    with contextlib.suppress(OSError):
        return store.holds(entry.digest) and (is_damaged_there or not store.damaged(entry.digest))
    return False


def _replace(store: EvidenceStore, complete: Path, digest: str) -> None:
    """Evidence takes its place, also that of a damaged file of the same name."""
    place = store.path(digest)
    place.parent.mkdir(exist_ok=True)
    complete.replace(place)
    sync_folder(place.parent)


def _set_aside(folder: Path, now: datetime) -> str:
    """What the folder held becomes a dated copy; a database that cannot be read is moved aside as it is."""
    path = folder / DATABASE
    try:
        with opening.told_of_disk(folder):
            stem = "" if opening.stored_version(path) == 0 or _is_unused(path) else _copy_of(folder, path, now)
            _close_log(path)
    except (AppError, sqlite3.DatabaseError) as error:
        if isinstance(error, AppError) and error.code not in _DAMAGED:
            raise
        return move_aside(path, now)
    return stem


def _copy_of(folder: Path, path: Path, now: datetime) -> str:
    (folder / BACKUPS).mkdir(exist_ok=True)
    copy = folder / f".{secrets.token_hex(8)}.part"
    try:
        opening.snapshot(path, copy)
        facts = Facts(now.isoformat(timespec="seconds"), Reason.RESTORE, places.whose_of(copy))
        stem = places.stem_for(folder, now, Reason.RESTORE)
        places.write_copy(folder, copy, facts, stem)
    finally:
        _remove_all([copy])
    return stem


def _is_unused(path: Path) -> bool:
    """Whether nobody ever did anything in a database."""
    with closing(sqlite3.connect(path, timeout=opening.PATIENCE)) as connection:
        return not connection.execute("SELECT 1 FROM journal LIMIT 1").fetchall()


def move_aside(path: Path, now: datetime) -> str:
    """The damaged file under a name that tells its time, its log with it."""
    if not path.exists():
        return ""
    target = path.with_name(f"{DAMAGED}-{now:%Y%m%d-%H%M%S}.sqlite")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{DAMAGED}-{now:%Y%m%d-%H%M%S}-{number}.sqlite")
    for log in _LOGS:
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + log).replace(target.with_name(target.name + log))
    path.replace(target)
    return target.name


def _close_log(path: Path) -> None:
    """Whatever stands in the log goes into the database: a log left behind would be taken for that of the next one."""
    if not path.exists():
        return
    with closing(sqlite3.connect(path)) as connection:
        mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    for log in (path.with_name(path.name + ending) for ending in _LOGS):
        if log.exists():
            if mode != "delete" or (log.stat().st_size and not log.name.endswith("-shm")):
                raise OSError(errno.EIO, "the log was not closed")
            log.unlink()


# What they share ----------------------------------------------------------------------------------------------------


def _fill(
    source: Source, entries: tuple[Entry, ...], target: Callable[[Entry], Path], progress: Progress
) -> tuple[str, ...]:
    """The digests of evidence that was left out, for it is damaged or gone where the rest can be read."""
    done, total, left_out = 0, max(sum(entry.size for entry in entries), 1), list[str]()
    for entry in entries:
        progress.step(done, total)
        try:
            with _sink(target(entry), entry.size) as sink:
                source.take(entry, sink)
        except AppError as error:
            if error.code not in ("backup.damaged", "file.unreadable") or not entry.digest or not source.path.exists():
                raise
            target(entry).unlink(missing_ok=True)
            left_out.append(entry.digest)
        done += entry.size
    progress.step(total, total)
    return tuple(left_out)


def _check_version(path: Path) -> None:
    places.sound_database(path)
    version = opening.stored_version(path)
    if version > SCHEMA_VERSION:
        raise AppError("data.newer", version=version)


@contextlib.contextmanager
def locked(folder: Path, clock: Clock) -> Iterator[None]:
    """Nobody else opens the folder meanwhile; raises `AppError("data.in_use")`, "data.folder"."""
    try:
        lock = FolderLock.take(folder, clock())
    except OSError as error:
        raise AppError("data.folder", path=str(folder), detail=cause(error)) from error
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def _made_in(folder: Path, needed: int) -> Iterator[None]:
    """What goes wrong inside is the fault of the disk where `folder` is being made."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _no_room(folder, needed) from error
        raise AppError("data.folder", path=str(folder), detail=cause(error)) from error


def _check_room(folder: Path, needed: int) -> None:
    if shutil.disk_usage(folder.parent).free < needed:
        raise _no_room(folder, needed)


def _no_room(folder: Path, needed: int) -> AppError:
    free = megabytes(space_left(folder.parent))
    return AppError("restore.disk_full", drive=str(folder.parent), free_mb=free, needed_mb=megabytes(needed))


@contextlib.contextmanager
def _sink(target: Path, size: int) -> Iterator[Sink]:
    with _made_in(target, size):
        target.parent.mkdir(parents=True, exist_ok=True)
        file = target.open("xb", buffering=0)

    def write(data: bytes) -> None:
        left = memoryview(data)
        with _made_in(target, size):
            while left:
                left = left[file.write(left) :]

    with file:
        yield write
        with _made_in(target, size):
            os.fsync(file.fileno())


def _remove_all(paths: Iterable[Path]) -> None:
    """Where the disk does not let go any more, the next start sweeps."""
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
