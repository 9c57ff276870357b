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
from app.operations.keeping import places
from app.operations.keeping.packing import DATABASE, Archive, Entry, Facts, Reason, Sink, Told, opened_archive
from app.operations.keeping.places import BACKUPS, EVIDENCE, Copy
from app.operations.lock import FolderLock
from app.operations.workspace import local_now
from app.progress import SILENT, Progress
from app.storage import opening
from app.storage.evidence_store import EvidenceStore, sync_folder
from app.storage.migrations import VERSION as SCHEMA_VERSION

DAMAGED = "thuocso-hong"
_LOGS = ("-wal", "-shm", "-journal")
_DAMAGED = ("data.damaged", "backup.damaged")
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
    found = {copy.database: copy for root in roots for copy in places.copies(root)}
    if not found:
        raise AppError("backup.none_there", path=str(folder))
    return tuple(sorted(found.values(), key=lambda copy: copy.at, reverse=True))


def copy_in(folder: Path, stem: str = "") -> Copy:
    """The copy of that name in a folder, else the newest that is sound.

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
    """The newest sound copy for a data folder whose database is damaged; looks in `others` as well.

    What was set aside or read from a damaged file is only put back where somebody chooses it.
    """
    found = [copy for root in (folder, *others) for copy in places.copies(root)]
    known = [copy for copy in found if copy.told.facts.reason not in (Reason.RESTORE, Reason.SALVAGED)]
    for copy in sorted(known, key=lambda each: each.at, reverse=True):
        with contextlib.suppress(AppError):
            _refuse_newer(copy.told)
            places.check(copy, wholly=False)
            return copy
    return None


def _refuse_newer(told: Told) -> None:
    if told.facts.data_version > SCHEMA_VERSION:
        raise AppError("data.newer", version=told.facts.software or told.facts.data_version)


# Putting back -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Restored:
    """A data folder as it was then: when the backup was made, how many evidence files came with it.

    `aside` names what was there before: the stem of a dated copy, or the name of the damaged file; "" for nothing.
    """

    folder: Path
    at: str
    files: int
    facts: Facts
    aside: str = ""


def restore(archive: Path, folder: Path, passphrase: str = "", progress: Progress = SILENT) -> Restored:
    """Makes a data folder from an archive; every byte is checked before the folder appears.

    Raises `AppError("restore.not_empty")` when there is something in `folder` already, "backup.damaged" for what is no
    sound archive, "backup.passphrase_needed", "backup.passphrase_wrong", "data.newer", "restore.disk_full",
    "data.folder", "file.unreadable"; in every such case nothing was changed.
    """
    with opened_archive(archive, passphrase) as source:
        return _fresh(source, folder, progress)


def restore_copy(copy: Copy, folder: Path, progress: Progress = SILENT) -> Restored:
    """The same from a dated copy in a place; raises the same."""
    return _fresh(copy, folder, progress)


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
        inside: Source = source if isinstance(source, Copy) else files.enter_context(opened_archive(source, passphrase))
        if not (folder / DATABASE).is_file() and is_empty(folder):
            return _fresh(inside, folder, progress)
        return _over(inside, folder, clock, progress)


def is_empty(folder: Path) -> bool:
    """Whether a folder holds nothing, or is not there."""
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def _fresh(source: Source, folder: Path, progress: Progress) -> Restored:
    if not is_empty(folder):
        raise AppError("restore.not_empty", path=str(folder))
    told = source.told
    _refuse_newer(told)
    passing = folder.with_name(f".{secrets.token_hex(8)}.thuocso.part")
    try:
        with _made_in(folder, told.size):
            folder.parent.mkdir(parents=True, exist_ok=True)
            passing.mkdir()
        _check_room(folder, told.size)
        _fill(source, told.entries, lambda entry: passing / entry.name, progress)
        _check_version(passing / DATABASE)
        with _made_in(folder, told.size):
            if folder.exists():
                folder.rmdir()
            passing.rename(folder)
            sync_folder(folder.parent)
    finally:
        shutil.rmtree(passing, ignore_errors=True)
    return Restored(folder, told.facts.at, len(told.evidence), told.facts)


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
        _fill(source, (*wanted, told.database), lambda entry: growing.get(entry.name, passing), progress)
        _check_version(passing)
        with _made_in(folder, told.size):
            for entry in wanted:
                _replace(store, growing[entry.name], entry.digest)
            aside = _set_aside(folder, clock())
            passing.replace(folder / DATABASE)
            sync_folder(folder)
    return Restored(folder, told.facts.at, len(told.evidence), told.facts, aside)


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
        return _move_aside(path, now)
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
    with closing(sqlite3.connect(path)) as connection:
        return not connection.execute("SELECT 1 FROM journal LIMIT 1").fetchall()


def _move_aside(path: Path, now: datetime) -> str:
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


def _fill(source: Source, entries: tuple[Entry, ...], target: Callable[[Entry], Path], progress: Progress) -> None:
    done, total = 0, max(sum(entry.size for entry in entries), 1)
    for entry in entries:
        progress.step(done, total)
        with _sink(target(entry), entry.size) as sink:
            source.take(entry, sink)
        done += entry.size
    progress.step(total, total)


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
