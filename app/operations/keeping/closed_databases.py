"""What a database tells that nobody has open: whose it is, which files belong to it, whether it is sound."""

import json
import sqlite3
from collections.abc import Container, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from app.errors import AppError
from app.operations.keeping.packing import DATABASE
from app.operations.keeping.sweeping import files_of

LAST_LINE = "SELECT id, at, digest FROM journal ORDER BY id DESC LIMIT 1"


def recorded(database: Path, held: Container[str]) -> dict[str, int]:
    """Digests of the files a database that nobody has open refers to, and their sizes in bytes as it tells (0: not).

    What a volume is still to bring is none, unless it is among what is `held`.
    """
    with _looked_at(database) as connection:
        sizes = dict(connection.execute("SELECT digest, size FROM file").fetchall())
        is_told = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'awaited'").fetchone()
        rows = connection.execute("SELECT digest FROM awaited").fetchall() if is_told else []
    awaited = {row[0] for row in rows}
    return {each: sizes.get(each, 0) for each in sorted(files_of(database)) if each in held or each not in awaited}


def last_line(database: Path) -> tuple[object, ...]:
    """The answer to `LAST_LINE` of a database that nobody has open; () for none, or where it does not tell."""
    with suppress(sqlite3.DatabaseError), _looked_at(database) as connection:
        return tuple(connection.execute(LAST_LINE).fetchall())
    return ()


def whose_of(database: Path) -> tuple[str, ...]:
    """Whose data a database holds that nobody has open: "Xã Hòa Bình · Chuyển đổi số 2026", one for each part."""
    asked = "SELECT agency, body FROM part JOIN campaign ON campaign.id = part.campaign_id ORDER BY part.created_at"
    found = []
    with (
        suppress(sqlite3.DatabaseError, ValueError, KeyError, TypeError, AttributeError),
        _looked_at(database) as connection,
    ):
        for agency, body in connection.execute(asked).fetchall():
            campaign = json.loads(body)
            names = {one["code"]: one["name"] for one in campaign.get("agencies", ())}
            found.append(f"{names.get(agency) or campaign['authority']['name']} · {campaign['title']}")
    return tuple(found)


def names_of(database: Path, digests: Iterable[str]) -> tuple[str, ...]:
    """What files are called in a database that nobody has open: their digests where it does not tell."""
    found: dict[str, str] = {}
    with suppress(sqlite3.DatabaseError), _looked_at(database) as connection:
        found = dict(connection.execute("SELECT file_id, name FROM evidence WHERE file_id IS NOT NULL"))
    return tuple(found.get(digest) or digest for digest in digests)


def sound_database(path: Path) -> None:
    """Raises `AppError("backup.damaged")` where a database that nobody has open fails SQLite's own check."""
    try:
        with _looked_at(path) as connection:
            said = [row[0] for row in connection.execute("PRAGMA integrity_check(1)")]
    except sqlite3.DatabaseError as error:
        raise AppError("backup.damaged", name=DATABASE) from error
    if said != ["ok"]:
        raise AppError("backup.damaged", name=DATABASE)


@contextmanager
def _looked_at(database: Path) -> Iterator[sqlite3.Connection]:
    """Read as if nobody could write it: not a byte changes."""
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        yield connection
