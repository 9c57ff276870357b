"""Data folders: where they lie, opened by one process at a time, upgraded after a copy was made, swept after a crash.

On a medium that can't be written, or where this person may not write, a folder is opened to be looked at: everything
can be read, checked and handed out, nothing is locked, and whatever would change something is refused in one sentence.
"""

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import ExitStack, suppress
from datetime import datetime
from pathlib import Path

from app import VERSION, drives
from app.errors import AppError, Cause, cause
from app.operations import portable
from app.operations.keeping import sweeping
from app.operations.lock import FolderLock, nobody_inside
from app.operations.workspace import (
    ACTING,
    BACKUPS,
    DATABASE,
    EVIDENCE,
    OPENED,
    PROGRAM,
    Workspace,
    is_older,
    local_now,
)
from app.storage import opening, people
from app.storage.migrations import VERSION as SCHEMA_VERSION

INSIDE = "ThuocSo"
"""The name of a data folder made where other things lie."""
_DENIED = {errno.EROFS, errno.EACCES, errno.EPERM}


def default_folder() -> Path:
    """Where this person's data lies unless told otherwise (`THUOCSO_DATA`, else beside a portable copy, else here)."""
    told = os.environ.get("THUOCSO_DATA")
    if told:
        return Path(told)
    carried = portable.find()
    return (carried.standing().folder if carried is not None else None) or computer_folder()


def computer_folder() -> Path:
    """The system's place for this person's data; raises `AppError("data.no_home")` where nobody has one."""
    import platformdirs

    try:
        return Path(platformdirs.user_data_dir("ThuocSo", appauthor=False))
    except RuntimeError as error:
        raise AppError("data.no_home") from error


def is_begun(folder: Path) -> bool:
    """Whether data lie in a folder, or what is left of them."""
    with suppress(OSError):
        return any((folder / name).exists() for name in (DATABASE, EVIDENCE, BACKUPS))
    return False


def refuse_gone(folder: Path) -> None:
    """Raises `AppError("data.folder")` where data lay and lie no more: nothing is begun anew in their place."""
    if not is_begun(folder):
        raise AppError("data.folder", path=drives.shown(folder), detail=Cause.GONE)


def place_for_data(chosen: Path) -> Path:
    """The data folder meant by a folder somebody chose: itself where data lie or nothing does, else one inside it."""
    with suppress(OSError):
        if not is_begun(chosen) and any(chosen.iterdir()):
            return chosen / INSIDE
    return chosen


def open_workspace(folder: Path, clock: Callable[[], datetime] = local_now, *, upgrades: bool = True) -> Workspace:
    """The workspace in `folder`, made if there is none, upgraded if an older program made it.

    Raises `AppError("data.upgrade_due")` where that is to be asked or shown before (`upgrades`), "data.in_use" when
    another process has it open, "data.newer" (not a byte or time changed), "data.upgrade_failed" (the data are as they
    were), "data.damaged", "data.folder" when the folder can't be made, "data.path_long", "data.path_not_text",
    "data.no_locks", and what `opening.told_of_disk` says.
    """
    folder = drives.reachable(folder)
    if drives.is_too_long(folder):
        raise AppError("data.path_long", path=str(folder))
    refuse_newer(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FolderLock.take(folder, clock())
    except OSError as error:
        if error.errno in _DENIED and opening.stored_version(folder / DATABASE) > 0:
            return _looked_at(folder, clock)
        raise AppError("data.folder", path=str(folder), detail=cause(error)) from error
    with ExitStack() as undo:
        undo.callback(lock.release)
        undo.callback(opening.close_database)
        undo.callback(drives.let_go, folder)
        try:
            opened = _opened(Workspace(folder, lock, clock, drives.drive_of(folder)), upgrades)
        except OSError as error:
            raise AppError("data.folder", path=str(folder), detail=cause(error)) from error
        undo.pop_all()
        return opened


def refuse_newer(folder: Path) -> None:
    """Raises `AppError("data.newer", version=…)` for data of a newer program, without a trace in the folder.

    Before that "data.path_not_text" for a folder whose name is not in UTF-8, as a Linux of another language writes it.
    """
    told = os.fsencode(folder.absolute()).decode("utf-8", "backslashreplace")
    if told != str(folder.absolute()):
        raise AppError("data.path_not_text", path=told)
    path = folder / DATABASE
    version = opening.stored_version(path)
    if version > SCHEMA_VERSION:
        made_by = opening.remembered(path, PROGRAM)
        raise AppError("data.newer", version=made_by if is_older(VERSION, made_by) else version)


def is_upgrade_due(folder: Path) -> bool:
    """Whether an older version of the program worked here last; looks without a trace. Raises as `refuse_newer`."""
    refuse_newer(folder)
    path = folder / DATABASE
    version = opening.stored_version(path)
    return version > 0 and (version < SCHEMA_VERSION or is_older(opening.remembered(path, PROGRAM), VERSION))


def _opened(workspace: Workspace, upgrades: bool) -> Workspace:
    _refuse_lost(workspace)
    was_cut_off = any(_has_something(workspace.folder / f"{DATABASE}{log}") for log in ("-wal", "-journal"))
    if is_upgrade_due(workspace.folder):
        if not upgrades:
            raise AppError("data.upgrade_due", path=drives.shown(workspace.folder))
        _upgrade(workspace)
    _open_database(workspace)
    with workspace.session():
        if was_cut_off and not opening.is_sound():  # only then: it reads the whole database
            raise AppError("data.damaged", path=str(workspace.folder / DATABASE))
        if is_older(people.setting(PROGRAM), VERSION):  # nobody has worked with them yet
            people.set_setting(PROGRAM, VERSION)
        workspace.evidence.prepare()
        workspace.acting = people.find(people.setting(ACTING))
        workspace.say_who()
        _sweep(workspace)
    return workspace


def _refuse_lost(workspace: Workspace) -> None:
    """A database that is gone or empty beside evidence or copies was lost: nothing is begun anew over them."""
    path = workspace.folder / DATABASE
    if not opening.stored_version(path) and (sweeping.databases(workspace.folder) or any(workspace.evidence.digests())):
        raise AppError("data.damaged", path=str(path))


def _open_database(workspace: Workspace) -> None:
    """A log beside the database needs memory shared by all who have it open: not on a share; a stick may be pulled."""
    is_local = workspace.drive.kind is drives.Kind.LOCAL
    opening.open_database(workspace.folder / DATABASE, "wal" if is_local else "delete")


def _upgrade(workspace: Workspace) -> None:
    from app.operations.keeping import upgrading  # reads every room of the house: only when it is needed

    upgrading.upgrade(workspace)


def _looked_at(folder: Path, clock: Callable[[], datetime]) -> Workspace:
    """Opened to be looked at. Where others may write, where a crash left a log, and where the data are older than the
    program, it is a passing copy that is looked at: nothing changes under the eyes."""
    workspace = Workspace(folder, None, clock, drives.drive_of(folder))
    path = folder / DATABASE
    logs = [log for log in (folder / f"{DATABASE}-wal", folder / f"{DATABASE}-journal") if _has_something(log)]
    with ExitStack() as undo:
        undo.callback(workspace.close)
        try:
            with nobody_inside(folder):
                if logs or not workspace.drive.is_read_only or opening.stored_version(path) < SCHEMA_VERSION:
                    for each in (path, *logs):
                        shutil.copyfile(each, workspace.passing / each.name)
                    path = workspace.passing / DATABASE
                    opening.open_database(path, "delete")
                    opening.close_database()
            opening.look_at_database(path)
            workspace.evidence.prepare()
        except OSError as error:
            raise AppError("data.folder", path=str(folder), detail=cause(error)) from error
        with workspace.session():
            workspace.acting = people.find(people.setting(ACTING))
        undo.pop_all()
    return workspace


def _has_something(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _sweep(workspace: Workspace) -> None:
    """Removes what a crash left: copies made for looking at, half-written backups, evidence nobody refers to.

    What a kept copy of the data refers to stays: one may go back to it.
    """
    _remove_copies(workspace.folder / OPENED)
    for left in (*workspace.folder.glob(".*.part"), *workspace.folder.glob(".*.part-*")):
        with suppress(OSError):
            left.unlink()
    sweeping.sweep(workspace.folder)
    sweeping.sweep_beside(workspace.folder)
    strange = set(workspace.evidence.digests()) - people.known_files()
    for digest in strange - sweeping.named(workspace.folder, strange):
        workspace.evidence.remove(digest)


def _remove_copies(folder: Path) -> None:
    """Removes files that were given to others read-only: Windows removes such a file only once it may be written."""
    for path in folder.rglob("*"):
        with suppress(OSError):
            path.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)
