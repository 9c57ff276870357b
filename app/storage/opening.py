"""Opening the one database: pragmas, versions, migration, integrity, a consistent copy."""

import gc
import sqlite3
from pathlib import Path

from peewee import DatabaseError

from app.errors import AppError
from app.storage.migrations import STEPS, VERSION
from app.storage.schema import database

APPLICATION_ID = 0x7468_5358  # "thSX", so that `file` and a stranger can tell what this is
_PRAGMAS = {"foreign_keys": 1, "synchronous": "FULL", "busy_timeout": 5000}


def stored_version(path: Path) -> int:
    """The schema version of a database file, 0 for a new one, without changing a byte of it.

    Raises `AppError("data.damaged")` when it is no database.
    """
    if not path.exists() or path.stat().st_size == 0:
        return 0
    try:
        with sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True) as connection:
            return int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.DatabaseError as error:
        raise AppError("data.damaged", path=str(path)) from error


def open_database(path: Path, journal_mode: str = "wal") -> None:
    """Opens the process's database at `path`, at the newest schema version.

    The caller has made a copy if a migration is due. Raises `AppError("data.newer")` or `AppError("data.damaged")`.
    """
    version = stored_version(path)
    if version > VERSION:
        raise AppError("data.newer", version=version)
    database.init(str(path), pragmas={"journal_mode": journal_mode, **_PRAGMAS})
    try:
        database.connect()
        migrate(version)
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
    """Writes a consistent copy of a database that is not open here."""
    with sqlite3.connect(path) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
    connection.close()


def copy_database(target: Path) -> None:
    """Writes a consistent copy of the open database to `target`, which must not exist."""
    database.execute_sql("VACUUM INTO ?", (str(target),))


def problems() -> list[str]:
    """What SQLite's own integrity and foreign key checks find, in its words; empty when sound."""
    found = [str(row[0]) for row in database.execute_sql("PRAGMA integrity_check") if row[0] != "ok"]
    found += [f"foreign key: {row}" for row in database.execute_sql("PRAGMA foreign_key_check")]
    return found
