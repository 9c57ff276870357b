"""The first start of a newer version: the data are copied, brought to their new form beside, verified, put in place.

The data are never changed where they lie: what is migrated is a copy, and only when everything in it was found again
does it take the place of the old database, in one step. Whatever goes wrong before leaves the old one untouched.
"""

import os
import secrets
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from itertools import zip_longest
from pathlib import Path

from app import VERSION
from app.domain import canonical
from app.domain.journal import Line, proven
from app.errors import AppError
from app.operations.workspace import BACKUPS, DATABASE, PROGRAM, UPGRADE, Workspace, is_older
from app.storage import opening, people
from app.storage.evidence_store import sync_folder
from app.storage.journal import CHAINED, everything
from app.storage.migrations import VERSION as SCHEMA_VERSION

FORM = SCHEMA_VERSION
"""The form in which this version keeps the data."""
PROGRAMS = {1: "0.1", 2: "0.1", 3: "0.2", 4: "0.3"}
"""The version of the program that first wrote a schema; since 0.4 the data themselves say which one wrote them."""


@dataclass(frozen=True, slots=True)
class Upgrade:
    """The last upgrade: when (ISO text), from which version to which, the old schema, and the copy in `backups`."""

    at: str
    before: str
    after: str
    schema: int
    copy: str


def last(workspace: Workspace) -> Upgrade | None:
    """The last upgrade of these data, None where they were begun with this version."""
    with workspace.session():
        return parsed(people.setting(UPGRADE))


def parsed(stored: str) -> Upgrade | None:
    """What is remembered of an upgrade."""
    with suppress(AppError, TypeError, ValueError):
        return Upgrade(**canonical.decode(stored.encode("utf-8"))) if stored else None
    return None


def upgrade(workspace: Workspace) -> Upgrade | None:
    """Brings the data folder, which nobody else has open, to this version; the database is closed before and after.

    None where nobody has worked with it yet, or the log beside the database says that it was brought there.
    Raises `AppError("data.upgrade_failed", …)` when what came out is not what went in, "data.damaged", and what the
    disk says; the old database is then as it was.
    """
    folder, path = workspace.folder, workspace.folder / DATABASE
    schema = opening.stored_version(path)
    copy = folder / BACKUPS / f"before-upgrade-{schema}-{workspace.clock():%Y%m%d-%H%M%S}.sqlite"
    part = folder / f".{secrets.token_hex(8)}.part"
    with opening.told_of_files(folder), opening.told_of_disk(folder):
        copy.parent.mkdir(exist_ok=True)
        done = False
        try:
            opening.snapshot(path, copy)
            sync_folder(copy.parent)
            if not _is_due(copy, schema):
                return None
            made = _migrated(workspace, copy, part, schema)
            opening.settle(path)
            part.replace(path)
            done = True
            sync_folder(folder)
        finally:
            for each in (part, *folder.glob(f"{part.name}-*"), *(() if done else (copy,))):
                with suppress(OSError):
                    each.unlink(missing_ok=True)
    return made


def _is_due(copy: Path, schema: int) -> bool:
    with closing(sqlite3.connect(copy)) as old:
        has_begun = old.execute("SELECT count(*) FROM journal").fetchone()[0] > 0
        return schema < SCHEMA_VERSION or (has_begun and is_older(_remembered(old), VERSION))


def _migrated(workspace: Workspace, copy: Path, part: Path, schema: int) -> Upgrade:
    """The copy brought to the newest schema in `part`, verified, with a line in the journal, and on the disk."""
    shutil.copyfile(copy, part)
    with closing(sqlite3.connect(copy)) as old:
        before = _remembered(old) or PROGRAMS.get(schema, "")
        made = Upgrade(workspace.now(), before, VERSION, schema, copy.name)
        try:
            with opening.told_of_disk(workspace.folder):
                opening.open_database(part, "delete")
                _verify(workspace, old, made)
            with workspace.transaction():
                people.set_setting(PROGRAM, VERSION)
                people.set_setting(UPGRADE, canonical.encode(asdict(made)).decode("utf-8"))
                workspace.note("data.upgraded", before=before, after=VERSION)
        except sqlite3.DatabaseError as error:
            raise _failed(made, "structure") from error
        except AppError as error:
            if error.code != "data.damaged":
                raise
            raise _failed(made, "migration") from error
        finally:
            opening.close_database()
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    return made


def _remembered(old: sqlite3.Connection) -> str:
    row = old.execute('SELECT "value" FROM "setting" WHERE "key" = ?', (PROGRAM,)).fetchone()
    return str(row[0]) if row else ""


def not_done(folder: Path, what: str) -> AppError:
    """The sentence for an upgrade that did not come to its end; `what` is for those who look after the program."""
    path = folder / DATABASE
    before = opening.remembered(path, PROGRAM) or PROGRAMS.get(opening.stored_version(path), "")
    return AppError("data.upgrade_failed", before=before, after=VERSION, what=what)


def _failed(made: Upgrade, what: str) -> AppError:
    return AppError("data.upgrade_failed", before=made.before, after=made.after, what=what)


# What must be found again ----------------------------------------------------------------------------------------


def _verify(workspace: Workspace, old: sqlite3.Connection, made: Upgrade) -> None:
    """Holds the open, migrated database against the one before: raises `AppError("data.upgrade_failed", what=…)`.

    The structure as SQLite sees it, every row of every table in the columns it had, the chain of the journal, and the
    points of everything that was frozen or received. What was amiss before is not the upgrade's doing.
    """
    if set(opening.problems()) - set(_problems(old)):
        raise _failed(made, "structure")
    for table in _tables(old):
        columns = _columns(old, table)
        query = f'SELECT {columns} FROM "{table}" ORDER BY {columns}'
        if any(before != after for before, after in zip_longest(old.execute(query), opening.rows(query))):
            raise _failed(made, f"table {table}")
    if proven(everything(), is_before_chain=made.schema < CHAINED).broken_at and not _was_broken(old):
        raise _failed(made, "journal")
    from app.operations.keeping import recounting  # knows the whole loop: of use to an upgrade alone

    differing = recounting.differing(workspace)
    if differing:
        raise _failed(made, f"points {differing[0]}")


def _problems(old: sqlite3.Connection) -> list[str]:
    found = [str(row[0]) for row in old.execute("PRAGMA integrity_check") if row[0] != "ok"]
    return found + [f"foreign key: {row}" for row in old.execute("PRAGMA foreign_key_check")]


def _tables(old: sqlite3.Connection) -> list[str]:
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    return [str(row[0]) for row in old.execute(query)]


def _columns(old: sqlite3.Connection, table: str) -> str:
    return ", ".join(f'"{row[1]}"' for row in old.execute(f'PRAGMA table_info("{table}")'))


def _was_broken(old: sqlite3.Connection) -> bool:
    columns = {row[1] for row in old.execute('PRAGMA table_info("journal")')}
    if "digest" not in columns:
        return False
    names = tuple(Line.__dataclass_fields__)
    query = f'SELECT {", ".join(names)} FROM "journal" ORDER BY "id"'
    return proven([Line(*row) for row in old.execute(query)]).broken_at is not None
