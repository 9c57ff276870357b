"""What a start looks for among the copies: what an interrupted one left, and what evidence the kept ones name.

It stands alone because every start asks it; what makes, reads and carries copies is imported when copies are.
"""

import re
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from enum import StrEnum
from pathlib import Path

from app.errors import AppError
from app.operations.lock import NAME as LOCK
from app.operations.lock import nobody_inside

BACKUPS, EVIDENCE = "backups", "evidence"
DAMAGED = "thuocso-hong"  # how the name of a damaged database begins that was moved aside
PASSING = ".thuocso.part"  # a folder that is being restored
_RESTORED = {"thuocso.sqlite", EVIDENCE, LOCK}
_DIGEST = re.compile(rb"[0-9a-f]{64}")
_PAPERS = ("report", "signed_report", "signed_page")


class Reason(StrEnum):
    """Why a copy was made. Those that come by themselves make room for newer ones; the others stay."""

    DAILY = "daily"
    SIGN_OFF = "sign_off"
    BY_HAND = "by_hand"
    UPGRADE = "upgrade"
    RESTORE = "restore"
    SALVAGED = "salvaged"
    HANDOVER = "handover"


_STEM = re.compile(rf"\d{{8}}-\d{{6}}-({'|'.join(Reason)})(-\d+)?")


def databases(root: Path) -> list[Path]:
    """The copied databases in a place, oldest first."""
    with suppress(OSError):
        return _listed(root)
    return []


def _listed(root: Path) -> list[Path]:
    """As `databases`; raises `OSError` where that can't be told. (A pattern would be silent about it.)"""
    with suppress(FileNotFoundError):
        inside = sorted((root / BACKUPS).iterdir())
        return [path for path in inside if path.suffix == ".sqlite" and not path.name.startswith(".")]
    return []


def files_of(database: Path) -> set[str]:
    """Digests of the files a database that nobody has open refers to: evidence, and papers of frozen revisions."""
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        columns = {row[1] for row in connection.execute("PRAGMA table_info(revision)")}
        asked = ["SELECT digest FROM file"]
        asked += [f'SELECT "{name}" FROM revision' for name in _PAPERS if name in columns]
        return {str(row[0]) for query in asked for row in connection.execute(query) if row[0]}


def named(root: Path, among: set[str]) -> set[str]:
    """Which of these digests some copy in a place names: they must not be swept away.

    A copy that can't be asked now, held by another program or on a failing disk, may name them all; so may a damaged
    database that was moved aside: what was attached after the last copy is known to nothing else.
    """
    if not among:
        return set()
    try:
        if any(root.glob(f"{DAMAGED}-*.sqlite")):
            return set(among)
        return among & set[str]().union(*map(_named_by, _listed(root)))
    except (OSError, sqlite3.DatabaseError):
        return set(among)


def _named_by(database: Path) -> set[str]:
    import json  # no start needs it where every file is known

    try:
        told = database.with_suffix(".json").read_bytes()
        json.loads(told)
    except (FileNotFoundError, ValueError):  # made by an upgrade, or cut off while it was written
        return files_of(database)
    return {digest.decode("ascii") for digest in _DIGEST.findall(told)}


def leftovers(root: Path) -> list[Path]:
    """What `sweep` would take away."""
    with suppress(OSError):
        lone = [
            path for path in databases(root) if _STEM.fullmatch(path.stem) and not path.with_suffix(".json").exists()
        ]
        return [*(root / BACKUPS).glob(".*.part"), *(root / EVIDENCE).glob("??/.*.part"), *lone]
    return []


def sweep(root: Path) -> None:
    """Takes away what an interrupted copy left: passing files, and databases without their manifest."""
    take_away(leftovers(root))


def sweep_beside(folder: Path) -> None:
    """Takes away what a restoring that was killed left in a folder and beside it; one that goes on holds its lock."""
    for root in (folder.parent, folder):
        with suppress(OSError):
            for left in root.glob(f".*{PASSING}"):
                _sweep_restored(left)


def _sweep_restored(left: Path) -> None:
    with suppress(AppError, OSError):
        if left.is_dir() and not left.is_symlink() and {each.name for each in left.iterdir()} <= _RESTORED:
            with nobody_inside(left):
                pass
            shutil.rmtree(left, ignore_errors=True)


def take_away(paths: Iterable[Path]) -> None:
    """Removes files as far as the disk lets it."""
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)
