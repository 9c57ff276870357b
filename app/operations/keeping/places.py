"""Where copies are kept: a folder with dated copies of the database in `backups` and one shared `evidence`.

    backups/20261122-081003-daily.sqlite    a whole database, as it stood
    backups/20261122-081003-daily.json      its manifest: what belongs to it, written last; without it there is no copy
    evidence/ab/abcdef…                     bytes by SHA-256, kept once however many copies name them

The data folder itself is such a place, whose evidence is the evidence in use; so is a folder or stick chosen besides.
"""

import hashlib
import json
import os
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.bundles.medium import part_file, settle_folder, told_of_writing, unreadable
from app.errors import AppError
from app.operations.keeping.packing import (
    DATABASE,
    MAX_MANIFEST,
    Entry,
    Facts,
    Reason,
    Sink,
    Told,
    as_manifest,
    evidence_name,
    pump,
    read_manifest,
)
from app.progress import SILENT, Progress

BACKUPS, EVIDENCE = "backups", "evidence"
KEPT = 10  # copies that came by themselves
KEPT_UPGRADES = 3
_PASSING = Reason.DAILY, Reason.SIGN_OFF
_STEM = re.compile(rf"\d{{8}}-\d{{6}}-({'|'.join(Reason)})(-\d+)?")
_DIGEST = re.compile(rb"[0-9a-f]{64}")
_PAPERS = ("report", "signed_report", "signed_page")
_OLD_UPGRADE = re.compile(r"before-upgrade-(\d+)-(\d{8}-\d{6})")


@dataclass(frozen=True, slots=True)
class Copy:
    """One dated copy in the place `root`; `lacking` are digests of evidence it had and the place has no more."""

    root: Path
    stem: str
    told: Told
    lacking: tuple[str, ...] = ()

    @property
    def database(self) -> Path:
        """The copied database."""
        return self.root / BACKUPS / f"{self.stem}.sqlite"

    @property
    def manifest(self) -> Path:
        """What belongs to it."""
        return self.root / BACKUPS / f"{self.stem}.json"

    @property
    def at(self) -> datetime:
        """When it was made."""
        return datetime.fromisoformat(self.told.facts.at)

    def take(self, entry: Entry, sink: Sink) -> None:
        """Hands the bytes of an entry to `sink`; raises `AppError("backup.damaged")`, "file.unreadable"."""
        path = self.root / entry.name if entry.digest else self.database
        try:
            with path.open("rb") as file:
                pump(file, entry, sink)
        except FileNotFoundError as error:
            raise AppError("backup.damaged", name=entry.name) from error
        except OSError as error:
            raise unreadable(path, error) from error


# Looking ------------------------------------------------------------------------------------------------------------


def copies(root: Path) -> tuple[Copy, ...]:
    """Every copy in a place, newest first; what cannot be read is none."""
    told = [(path.stem, _told(path)) for path in _databases(root)]
    sizes = _sizes(root) if told else {}
    found = [
        Copy(root, stem, one, tuple(each.digest for each in one.evidence if sizes.get(each.digest) != each.size))
        for stem, one in told
        if one is not None
    ]
    return tuple(sorted(found, key=lambda copy: (copy.at, copy.stem), reverse=True))


def _databases(root: Path) -> list[Path]:
    with suppress(OSError):
        return sorted((root / BACKUPS).glob("[!.]*.sqlite"))
    return []


def _sizes(root: Path) -> dict[str, int]:
    """The evidence a place holds, and how many bytes each file has."""
    found: dict[str, int] = {}
    with suppress(OSError):
        for folder in (root / EVIDENCE).glob("??"):
            with os.scandir(folder) as inside:
                found |= {item.name: item.stat().st_size for item in inside if len(item.name) == 64}
    return found


def _told(database: Path) -> Told | None:
    manifest = database.with_suffix(".json")
    with suppress(OSError, AppError, ValueError):
        if manifest.is_file() and manifest.stat().st_size <= MAX_MANIFEST:
            told = read_manifest(manifest.read_bytes())
            if datetime.fromisoformat(told.facts.at).utcoffset() is not None:
                return told
    return _told_by_itself(database)


def _told_by_itself(database: Path) -> Told | None:
    """A copy made before a migration, by this version or an earlier one, has no manifest: it speaks for itself."""
    matched = _OLD_UPGRADE.fullmatch(database.stem)
    if matched is None:
        return None
    with suppress(OSError, sqlite3.DatabaseError, ValueError):
        at = datetime.strptime(matched[2], "%Y%m%d-%H%M%S").astimezone().isoformat(timespec="seconds")
        facts = Facts(at, Reason.UPGRADE, whose_of(database), software="", data_version=int(matched[1]))
        return Told(facts, entries_of(database, database.parent.parent))
    return None


def entries_of(database: Path, root: Path) -> tuple[Entry, ...]:
    """What belongs to a database that nobody has open: itself, and its evidence as far as `root` holds it."""
    found = [Entry(DATABASE, database.stat().st_size, sha256_of(database))]
    for digest in sorted(files_of(database)):
        with suppress(FileNotFoundError):
            found.append(Entry(evidence_name(digest), (root / evidence_name(digest)).stat().st_size, digest))
    return tuple(found)


def files_of(database: Path) -> set[str]:
    """Digests of the files a database that nobody has open refers to: evidence, and papers of frozen revisions."""
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        columns = {row[1] for row in connection.execute("PRAGMA table_info(revision)")}
        asked = ["SELECT digest FROM file"]
        asked += [f'SELECT "{name}" FROM revision' for name in _PAPERS if name in columns]
        return {str(row[0]) for query in asked for row in connection.execute(query) if row[0]}


def whose_of(database: Path) -> tuple[str, ...]:
    """Whose data a database holds that nobody has open: "Xã Hòa Bình · Chuyển đổi số 2026", one for each part."""
    asked = "SELECT agency, body FROM part JOIN campaign ON campaign.id = part.campaign_id ORDER BY part.created_at"
    found = []
    with (
        suppress(sqlite3.DatabaseError, ValueError, KeyError, TypeError, AttributeError),
        closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection,
    ):
        for agency, body in connection.execute(asked).fetchall():
            campaign = json.loads(body)
            names = {one["code"]: one["name"] for one in campaign.get("agencies", ())}
            found.append(f"{names.get(agency) or campaign['authority']['name']} · {campaign['title']}")
    return tuple(found)


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def named(root: Path, among: set[str]) -> set[str]:
    """Which of these digests some copy in a place names: they must not be swept away."""
    found: set[str] = set()
    for database in _databases(root) if among else ():
        with suppress(OSError, sqlite3.DatabaseError):
            manifest = database.with_suffix(".json")
            if manifest.is_file():
                found |= {digest.decode("ascii") for digest in _DIGEST.findall(manifest.read_bytes())}
            else:
                found |= files_of(database)
    return found & among


def check(copy: Copy, progress: Progress = SILENT, *, wholly: bool = True) -> None:
    """Reads a copy against its manifest; not `wholly`: the database alone, and that the evidence is there.

    Raises `AppError("backup.damaged")`, "file.unreadable", "data.newer".
    """
    copy.take(copy.told.database, len)
    sound_database(copy.database)
    if copy.lacking:
        raise AppError("backup.damaged", name=copy.lacking[0])
    done, total = 0, max(copy.told.size, 1)
    for entry in copy.told.evidence if wholly else ():
        progress.step(done, total)
        copy.take(entry, len)
        done += entry.size
    progress.step(total, total)


def sound_database(path: Path) -> None:
    """Raises `AppError("backup.damaged")` where a database that nobody has open fails SQLite's own check."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            said = [row[0] for row in connection.execute("PRAGMA integrity_check(1)")]
    except sqlite3.DatabaseError as error:
        raise AppError("backup.damaged", name=DATABASE) from error
    if said != ["ok"]:
        raise AppError("backup.damaged", name=DATABASE)


# Writing ------------------------------------------------------------------------------------------------------------


def write_copy(root: Path, database: Path, facts: Facts, stem: str) -> Copy:
    """A copy in the data folder itself, whose evidence is there already; `database` is a passing file beside it.

    Raises what `part_file` does, and "backup.damaged" where the database was not sound.
    """
    sound_database(database)
    told = Told(facts, entries_of(database, root))
    copy = Copy(root, stem, told)
    database.replace(copy.database)
    settle_folder(root / BACKUPS)
    _write(copy.manifest, as_manifest(told))
    return copy


def carry(copy: Copy, root: Path, progress: Progress = SILENT) -> Copy:
    """The same copy in another place; evidence that is there already is not written again.

    What was written is read back. Damaged evidence is left out and stands under `lacking`. Raises what `part_file`
    does, "medium.write_damaged", "backup.damaged" where the copy's own database is.
    """
    with told_of_writing(root.parent, copy.told.size):
        return _carry(copy, root, progress)


def _carry(copy: Copy, root: Path, progress: Progress) -> Copy:
    (root / BACKUPS).mkdir(parents=True, exist_ok=True)
    sweep(root)
    done, total = 0, max(copy.told.size, 1)
    lacking = []
    there, held = Copy(root, copy.stem, copy.told), _sizes(root)
    for entry in copy.told.evidence:
        progress.step(done, total)
        if held.get(entry.digest) != entry.size and not _carried(copy, entry, root / entry.name):
            lacking.append(entry.digest)
        done += entry.size
    if not _carried(copy, copy.told.database, there.database):
        raise AppError("backup.damaged", name=DATABASE)
    _write(there.manifest, as_manifest(copy.told))
    progress.step(total, total)
    return Copy(root, copy.stem, copy.told, tuple(lacking))


def _carried(copy: Copy, entry: Entry, target: Path) -> bool:
    """Whether an entry now stands whole in another place; False where its own bytes are gone or damaged."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with part_file(target, entry.size) as part:
        try:
            copy.take(entry, part.file.write)
        except AppError as error:
            if error.code not in ("backup.damaged", "file.unreadable"):
                raise
            return False
        part.settle()
        if sha256_of(part.path) != entry.sha256:
            raise AppError("medium.write_damaged", detail=target.name)
        part.keep()
    return True


def _write(target: Path, data: bytes) -> None:
    with part_file(target, len(data)) as part:
        part.file.write(data)
        part.settle()
        part.keep()


# Making room --------------------------------------------------------------------------------------------------------


def make_room(root: Path, today: datetime, *, owns_evidence: bool) -> None:
    """Takes away the oldest copies that came by themselves, and in a place of their own the evidence no copy names.

    Of earlier days the last copy of each stays, `KEPT` copies at the most.
    """
    known = copies(root)
    for copy in _too_many(known, today):
        remove(copy)
    if not owns_evidence:
        return
    held = set(_sizes(root))
    wanted = named(root, held)
    _remove(*(root / evidence_name(digest) for digest in held - wanted))


def _too_many(known: Iterable[Copy], today: datetime) -> list[Copy]:
    gone: list[Copy] = []
    kept, days = 0, set()
    upgrades = 0
    for copy in known:
        if copy.told.facts.reason is Reason.UPGRADE:
            upgrades += 1
            gone += [copy] if upgrades > KEPT_UPGRADES else []
        if copy.told.facts.reason not in _PASSING:
            continue
        day = copy.at.date()
        if kept >= KEPT or (day in days and day != today.date()):
            gone.append(copy)
            continue
        kept += 1
        days.add(day)
    return gone


def sweep(root: Path) -> None:
    """Takes away what an interrupted copy left: passing files, and databases without their manifest."""
    _remove(*leftovers(root))


def leftovers(root: Path) -> list[Path]:
    """What `sweep` would take away."""
    with suppress(OSError):
        lone = [
            path for path in _databases(root) if _STEM.fullmatch(path.stem) and not path.with_suffix(".json").exists()
        ]
        return [*(root / BACKUPS).glob(".*.part"), *(root / EVIDENCE).glob("??/.*.part"), *lone]
    return []


def stem_for(root: Path, at: datetime, reason: Reason) -> str:
    """A name for a copy that no other has."""
    stamp, number = f"{at:%Y%m%d-%H%M%S}", 1
    stem = f"{stamp}-{reason}"
    while (root / BACKUPS / f"{stem}.sqlite").exists():
        number += 1
        stem = f"{stamp}-{reason}-{number}"
    return stem


def remove(copy: Copy) -> None:
    """Takes one copy away; its evidence goes when the next copy makes room, or at the next start."""
    _remove(copy.manifest, copy.database)


def _remove(*paths: Path) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)
