"""Two data folders compared: every row of the database, every evidence file byte for byte."""

import sqlite3
from contextlib import closing
from pathlib import Path

from app.operations.workspace import DATABASE


def rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "evidence").rglob("*") if path.is_file()}


def everything(folder: Path) -> tuple[dict[str, list[tuple[object, ...]]], dict[str, bytes]]:
    return rows(folder), files(folder)
