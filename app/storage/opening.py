"""Opening the one database: pragmas, versions, migration, integrity, a consistent copy."""

import gc
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from peewee import DatabaseError

from app.errors import AppError
from app.storage.migrations import STEPS, VERSION
from app.storage.schema import database

APPLICATION_ID = 0x7468_5358  # "thSX", so that `file` and a stranger can tell what this is
_SMALL = 1 << 20  # bytes; with less than that left, a write that fails failed for want of room
_FULL = {sqlite3.SQLITE_FULL}
_SHUT = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH}
_PRAGMAS = {"foreign_keys": 1, "synchronous": "FULL", "busy_timeout": 5000}


@contextmanager
def told_of_disk(folder: Path) -> Iterator[None]:
    """Turns what SQLite says of the disk under `folder` into an `AppError`; everything else goes on as it is.

    Raises `AppError("data.disk_full")`, "data.read_only", "data.medium_gone"; what was committed before stays.
    """
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        told = _trouble(error, folder)
        if told is None:
            raise
        raise told from error


def _first_said(error: BaseException) -> int:
    """SQLite's first code: on a full disk it rolls back by itself, and the rollback after that fails in its turn."""
    code = 0
    link: BaseException | None = error
    while link is not None:
        code = getattr(link, "sqlite_errorcode", code)
        link = link.__context__
    return code & 0xFF


def _trouble(error: Exception, folder: Path) -> AppError | None:
    code = _first_said(error)
    if code in _FULL | _SHUT | {sqlite3.SQLITE_IOERR} and (code in _FULL or _is_full(folder)):
        return AppError("data.disk_full", path=str(folder))
    if code in _SHUT:
        return AppError("data.read_only", path=str(folder))
    return AppError("data.medium_gone", path=str(folder)) if code == sqlite3.SQLITE_IOERR else None


def _is_full(folder: Path) -> bool:
    with suppress(OSError):
        return shutil.disk_usage(folder).free < _SMALL
    return False


def stored_version(path: Path) -> int:
    """The schema version of a database file, 0 for a new one, without changing a byte of it.

    Raises `AppError("data.damaged")` when it is no database, and what `told_of_disk` says.
    """
    if not path.exists() or path.stat().st_size == 0:
        return 0
    try:
        with (
            told_of_disk(path.parent),
            closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection,
        ):
            return int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.DatabaseError as error:
        raise AppError("data.damaged", path=str(path)) from error


def open_database(path: Path, journal_mode: str = "wal") -> None:
    """Opens the process's database at `path`, at the newest schema version.

    The caller has made a copy if a migration is due. Raises `AppError("data.newer")`, "data.damaged" and what
    `told_of_disk` says.
    """
    version = stored_version(path)
    if version > VERSION:
        raise AppError("data.newer", version=version)
    database.init(str(path), pragmas={"journal_mode": journal_mode, **_PRAGMAS})
    try:
        with told_of_disk(path.parent):
            database.connect()
            migrate(version)
    except AppError:
        database.close()
        raise
    except DatabaseError as error:
        database.close()
        raise AppError("data.damaged", path=str(path)) from error


def migrate(version: int) -> None:
    """Runs the steps after `version`, each in one transaction with its number."""
    for number, statements in enumerate(STEPS[version:], start=version + 1):
        with database.atomic():
            for statement in statements.split(";\n"):
                if statement.strip():
                    database.execute_sql(statement)
            database.execute_sql(f"PRAGMA user_version = {number}")
            database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def close_database() -> None:
    """Closes this thread's connection; the file may then be moved or copied."""
    if not database.is_closed():
        gc.collect()  # a cursor not yet collected keeps the file open behind the closed connection, and its WAL with it
        database.close()


def snapshot(path: Path, target: Path) -> None:
    """Writes a consistent copy of a database that is not open here; it bears its name only when it is on the disk."""
    passing = target.with_name(f".{target.name}.part")
    try:
        with told_of_disk(target.parent):
            _remove(passing)  # what an earlier start left when it was cut off
            with closing(sqlite3.connect(path)) as connection:
                connection.execute("VACUUM INTO ?", (str(passing),))
            with passing.open("rb+") as file:
                os.fsync(file.fileno())
            passing.replace(target)
    except (AppError, OSError):
        _remove(passing)
        raise


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def copy_database(target: Path) -> None:
    """Writes a consistent copy of the open database to `target`, which must not exist."""
    database.execute_sql("VACUUM INTO ?", (str(target),))


def problems() -> list[str]:
    """What SQLite's own integrity and foreign key checks find, in its words; empty when sound."""
    found = [str(row[0]) for row in database.execute_sql("PRAGMA integrity_check") if row[0] != "ok"]
    found += [f"foreign key: {row}" for row in database.execute_sql("PRAGMA foreign_key_check")]
    return found
