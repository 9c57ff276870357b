"""What can still be read of a damaged database: its rows, table by table, into a sound one.

A page that cannot be read takes its rows with it; the tables are read from both ends, so that what lies before and
behind it comes over. The result is a dated copy like any other, put back only when somebody chooses it.
"""

import contextlib
import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.errors import AppError
from app.operations.keeping import places
from app.operations.keeping.packing import DATABASE, Facts, Reason
from app.operations.keeping.places import BACKUPS, EVIDENCE, Copy
from app.operations.keeping.restoring import Clock, locked, move_aside
from app.operations.keeping.whole_folder import free_name
from app.operations.workspace import local_now
from app.progress import SILENT, Progress
from app.storage import opening
from app.storage.migrations import STEPS, VERSION

_BETWEEN = 200  # rows between two looks whether to go on


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A copy made of what could be read: how many rows came over, and the tables that did not come whole."""

    copy: Copy
    rows: int
    torn: tuple[str, ...]


def salvage(folder: Path, clock: Clock = local_now, progress: Progress = SILENT) -> Salvaged:
    """Reads what can be read of the damaged database in `folder`, which stays as it is.

    Raises `AppError("salvage.nothing")` where it can't be read at all, or where what came over contradicts itself, and
    "data.in_use", "data.folder" and what `opening.told_of_disk` says.
    """
    path, growing = folder / DATABASE, folder / f".{secrets.token_hex(8)}.part"
    with locked(folder, clock), opening.told_of_files(folder), opening.told_of_disk(folder):
        (folder / BACKUPS).mkdir(exist_ok=True)
        try:
            rows, torn = _carried_over(path, growing, progress)
            now = clock()
            facts = Facts(now.isoformat(timespec="seconds"), Reason.SALVAGED, places.whose_of(growing))
            stem = places.stem_for(folder, now, Reason.SALVAGED)
            return Salvaged(places.write_copy(folder, growing, facts, stem), rows, torn)
        finally:
            with contextlib.suppress(OSError):
                growing.unlink(missing_ok=True)


def begin_anew(folder: Path, clock: Clock = local_now) -> tuple[str, ...]:
    """Where nothing brings the data back: whatever lies in `folder` gets a name with the date, so that a new database
    can begin there. Those names; raises `AppError("data.in_use")`, "data.folder" and what `opening.told_of_disk` says.
    """
    with locked(folder, clock), opening.told_of_files(folder), opening.told_of_disk(folder):
        now = clock()
        kept = [move_aside(folder / DATABASE, now)]
        for name in (EVIDENCE, BACKUPS):
            target = free_name(folder / f"{name}-{now:%Y%m%d-%H%M%S}")
            if (folder / name).exists():
                (folder / name).rename(target)
                kept.append(target.name)
        return tuple(filter(None, kept))


def _carried_over(path: Path, growing: Path, progress: Progress) -> tuple[int, tuple[str, ...]]:
    count, torn = 0, []
    try:
        with closing(_readable(path)) as old, closing(sqlite3.connect(growing)) as new:
            version = int(old.execute("PRAGMA user_version").fetchone()[0])
            _lay_out(new, min(max(version, 1), VERSION))
            names = [row[0] for row in new.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for at, table in enumerate(names):
                progress.step(at, len(names))
                came, is_whole = _table(old, new, table, progress, (at, len(names)))
                count += came
                torn += [] if is_whole else [table]
            new.commit()
            if new.execute("PRAGMA foreign_key_check").fetchall():
                raise AppError("salvage.nothing", path=str(path))
    except sqlite3.DatabaseError as error:
        if opening.is_busy(error):
            raise
        raise AppError("salvage.nothing", path=str(path)) from error
    if not count:
        raise AppError("salvage.nothing", path=str(path))
    with growing.open("rb+") as file:
        os.fsync(file.fileno())
    progress.step(1, 1)
    return count, tuple(torn)


def _readable(path: Path) -> sqlite3.Connection:
    """Read with its log, so that the last changes come over; nothing is written."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=opening.PATIENCE)
    connection.execute("PRAGMA query_only = 1")
    return connection


def _lay_out(new: sqlite3.Connection, version: int) -> None:
    for number, statements in enumerate(STEPS[:version], start=1):
        new.executescript(statements)
        new.execute(f"PRAGMA user_version = {number}")
    new.execute(f"PRAGMA application_id = {opening.APPLICATION_ID}")


def _table(
    old: sqlite3.Connection, new: sqlite3.Connection, table: str, progress: Progress, stage: tuple[int, int]
) -> tuple[int, bool]:
    """How many rows of a table came over, and whether all did."""
    columns = [row[1] for row in new.execute(f'PRAGMA table_info("{table}")')]
    keys = [row[1] for row in new.execute(f'PRAGMA table_info("{table}")') if row[5]] or ["rowid"]
    told = ", ".join(f'"{name}"' for name in columns)
    adding = f'INSERT OR IGNORE INTO "{table}" ({told}) VALUES ({", ".join("?" * len(columns))})'
    came, is_whole = 0, True
    for direction in ("ASC", "DESC"):
        order = ", ".join(f'"{key}" {direction}' for key in keys)
        try:
            for row in _rows(old, f'SELECT {told} FROM "{table}" ORDER BY {order}', progress, stage):
                came += new.execute(adding, row).rowcount
        except sqlite3.DatabaseError:
            is_whole = False
            continue
        break
    return came, is_whole


def _rows(
    old: sqlite3.Connection, query: str, progress: Progress, stage: tuple[int, int]
) -> Iterator[tuple[object, ...]]:
    with contextlib.closing(old.execute(query)) as cursor:
        for at, row in enumerate(cursor):
            if at % _BETWEEN == 0:
                progress.step(*stage)
            yield row
