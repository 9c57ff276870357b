"""Data folders that earlier versions left, and a folder with every byte and every time in it."""

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

from app.operations.workspace import DATABASE
from tests.journeys.golden import ARCHIVE, released

Rows = dict[str, list[tuple[object, ...]]]
SCHEMAS = {"0.1": 1, "0.2": 3, "0.3": 4}


def data_of(version: str, folder: Path) -> Path:
    """The data folder of a release as that program left it, never opened since."""
    with zipfile.ZipFile(released(version) / ARCHIVE) as archive:
        archive.extractall(folder)
    (folder / "manifest.json").unlink()
    return folder


def rows(database: Path) -> Rows:
    """Every row of every table."""
    with closing(sqlite3.connect(database)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}


def change(folder: Path, statement: str, *values: object) -> None:
    """Somebody's hand in the database."""
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        connection.execute(statement, values)


def as_0_3_left_it(folder: Path) -> None:
    """Takes from data of this version what came to the tables since 0.3, and their number."""
    change(folder, 'ALTER TABLE "evidence" DROP COLUMN "ext"')
    change(folder, 'ALTER TABLE "evidence" DROP COLUMN "size"')
    change(folder, "PRAGMA user_version = 4")
    change(folder, "DELETE FROM setting WHERE key = 'program'")


def every_byte(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file and folder below, with its bytes and when it was changed."""
    found = {path: path.stat().st_mtime_ns for path in (folder, *folder.rglob("*"))}
    return {
        str(path.relative_to(folder)): (at, path.read_bytes() if path.is_file() else b"") for path, at in found.items()
    }
