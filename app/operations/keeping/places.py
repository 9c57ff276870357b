"""Where copies are kept: a folder with dated copies of the database in `backups` and one shared `evidence`.

    backups/20261122-081003-daily.sqlite    a whole database, as it stood
    backups/20261122-081003-daily.json      its manifest: what belongs to it, written last; without it there is no copy
    evidence/ab/abcdef…                     bytes by SHA-256, kept once however many copies name them

The data folder itself is such a place, whose evidence is the evidence in use; so is a folder or stick chosen besides.
Where that one is locked (`locked_places`), each of these files is an age file, and evidence lies under another name.
"""

import hashlib
import os
import re
import sqlite3
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO, cast

from app.bundles.medium import part_file, settle_folder, told_of_writing, unreadable
from app.errors import AppError
from app.operations.keeping.closed_databases import names_of as names_of
from app.operations.keeping.closed_databases import recorded
from app.operations.keeping.closed_databases import sound_database as sound_database
from app.operations.keeping.closed_databases import whose_of as whose_of
from app.operations.keeping.packing import (
    CHUNK,
    DATABASE,
    MAX_MANIFEST,
    Entry,
    Facts,
    Sink,
    Steps,
    Told,
    as_manifest,
    evidence_name,
    pump,
    read_manifest,
)
from app.operations.keeping.sweeping import BACKUPS as BACKUPS
from app.operations.keeping.sweeping import EVIDENCE as EVIDENCE
from app.operations.keeping.sweeping import Reason, databases, named, take_away
from app.operations.keeping.sweeping import sweep as sweep
from app.progress import SILENT, Progress

if TYPE_CHECKING:
    from app.bundles.place_lock import PlaceKey, PlaceLock

KEY = "key.age"
KEPT = 10  # days of which copies that came by themselves stay: the last of each, of today's some
KEPT_TODAY = 3
KEPT_UPGRADES = 3
_PASSING = Reason.DAILY, Reason.SIGN_OFF
_OLD_UPGRADE = re.compile(r"before-upgrade-(\d+)-(\d{8}-\d{6})")


@dataclass(frozen=True, slots=True)
class Copy:
    """One dated copy in the place `root`; `lacking` are digests of evidence it had and the place has no more.

    In a locked place it tells of the closed files, until it is opened with the `key` of the place.
    """

    root: Path
    stem: str
    told: Told
    lacking: tuple[str, ...] = ()
    key: "PlaceKey | None" = None

    @property
    def is_locked(self) -> bool:
        """Whether a passphrase has to open it first."""
        return bool(self.told.inside)

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

    @property
    def order(self) -> tuple[int, datetime, str]:
        """Greater for a copy that was made later, whatever the clock said then."""
        return self.told.facts.number, self.at, self.stem

    @property
    def path(self) -> Path:
        """What is there as long as the copy can be read at all."""
        return self.database

    def take(self, entry: Entry, sink: Sink) -> None:
        """Hands the bytes of an entry to `sink`; raises `AppError("backup.damaged")`, "file.unreadable"."""
        path = self.root / self._name(entry) if entry.digest else self.database
        try:
            with path.open("rb") as file:
                pump(self._uncovered(file, entry), entry, sink)
        except FileNotFoundError as error:
            raise AppError("backup.damaged", name=entry.name) from error
        except OSError as error:
            raise unreadable(path, error) from error

    def _name(self, entry: Entry) -> str:
        return evidence_name(self.key.lock.name_of(entry.digest)) if self.key is not None else entry.name

    def _uncovered(self, file: BinaryIO, entry: Entry) -> IO[bytes]:
        if self.key is None:
            return file
        from app.bundles.passphrase_cover import CoverReader  # cryptography: only where something is locked

        return cast(BinaryIO, CoverReader(file, self.key, entry.name))


# Looking ------------------------------------------------------------------------------------------------------------


def copies(root: Path) -> tuple[Copy, ...]:
    """Every copy in a place, newest first; what cannot be read is none."""
    told = [(path.stem, _told(path)) for path in databases(root)]
    sizes = sizes_in(root) if told else {}
    found = [
        Copy(root, stem, one, tuple(each.digest for each in one.evidence if sizes.get(each.digest) != each.size))
        for stem, one in told
        if one is not None
    ]
    return tuple(sorted(found, key=lambda copy: copy.order, reverse=True))


def sizes_in(root: Path) -> dict[str, int]:
    """The evidence a place holds, and how many bytes each file has."""
    found: dict[str, int] = {}
    with suppress(OSError):
        for folder in (root / EVIDENCE).glob("??"):
            with os.scandir(folder) as inside:
                found |= {item.name: item.stat().st_size for item in inside if len(item.name) == 64}
    return found


def is_locked(root: Path) -> bool:
    """Whether the copies in a place are closed."""
    return (root / BACKUPS / KEY).is_file()


def locked_in(folder: Path) -> list[Path]:
    """The locked places that a folder or stick is, or holds."""
    with suppress(OSError):
        return [root for root in (folder, *sorted(folder.iterdir())) if is_locked(root)]
    return []


def _told(database: Path) -> Told | None:
    manifest = database.with_suffix(".json")
    with suppress(OSError, AppError, ValueError):
        if manifest.is_file() and manifest.stat().st_size <= MAX_MANIFEST:
            return read_manifest(manifest.read_bytes())
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
    """What belongs to a database that nobody has open: itself, and its evidence, also what `root` holds no more."""
    held = sizes_in(root)
    found = [Entry(DATABASE, database.stat().st_size, sha256_of(database))]
    found += [Entry(evidence_name(each), held.get(each, size), each) for each, size in recorded(database, held).items()]
    return tuple(found)


def sha256_of(path: Path, progress: Progress = SILENT) -> str:
    """SHA-256 of a file's bytes, in hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        steps = Steps(progress, os.fstat(file.fileno()).st_size)
        while piece := file.read(CHUNK):
            steps(piece)
            digest.update(piece)
    return digest.hexdigest()


def check(copy: Copy, progress: Progress = SILENT) -> None:
    """Reads a copy against its manifest, every byte; of one that is locked the closed files are compared.

    Raises `AppError("backup.damaged")`, "file.unreadable".
    """
    check_database(copy)
    if copy.lacking:
        raise AppError("backup.damaged", name=copy.lacking[0])
    steps = Steps(progress, sum(entry.size for entry in copy.told.evidence))
    for entry in copy.told.evidence:
        copy.take(entry, steps)


def check_database(copy: Copy) -> None:
    """The same of the database alone, without which nothing comes back."""
    copy.take(copy.told.database, len)
    if not copy.is_locked and copy.key is None:
        sound_database(copy.database)


def is_sound(copy: Copy) -> bool:
    """Whether the database of a copy can be put back."""
    with suppress(AppError):
        check_database(copy)
        return True
    return False


# Writing ------------------------------------------------------------------------------------------------------------


def write_copy(root: Path, database: Path, facts: Facts, stem: str) -> Copy:
    """A copy in the data folder itself, whose evidence is there already; `database` is a passing file beside it.

    Evidence that is gone stands under `lacking`. Raises what `write` does, and "backup.damaged" where the database was
    not sound.
    """
    sound_database(database)
    entries, held = entries_of(database, root), sizes_in(root)
    gone = tuple(entry.digest for entry in entries if entry.digest and entry.digest not in held)
    told = Told(replace(facts, number=next_number(root), gone=gone), entries)
    copy = Copy(root, stem, told, gone)
    database.replace(copy.database)
    settle_folder(root / BACKUPS)
    write_manifest(copy)
    return copy


def carry(copy: Copy, root: Path, progress: Progress = SILENT) -> Copy:
    """The same copy in another place; evidence that is there already is not written again.

    What was written is read back. Damaged evidence is left out and stands under `lacking`. Raises what `part_file`
    does, "medium.write_damaged", "backup.damaged" where the copy's own database is.
    """
    with told_of_writing(root.parent, copy.told.size):
        return _carry(copy, root, progress)


def _carry(copy: Copy, root: Path, progress: Progress) -> Copy:
    sweep(root)
    done, total = 0, max(copy.told.size, 1)
    lacking = []
    there, held = arriving(copy, root), sizes_in(root)
    for entry in copy.told.evidence:
        share = progress.part(done, done + entry.size, total)
        if held.get(entry.digest) != entry.size and carried(copy, entry, root / entry.name, progress=share) is None:
            lacking.append(entry.digest)
        done += entry.size
    if carried(copy, copy.told.database, there.database, progress=progress.part(done, total, total)) is None:
        raise AppError("backup.damaged", name=DATABASE)
    write_manifest(there)
    progress.step(total, total)
    return replace(there, lacking=tuple(lacking))


def arriving(copy: Copy, root: Path) -> Copy:
    """What a copy will be in another place: the last that came there, under a name no other has."""
    facts = copy.told.facts
    number = max(facts.number, next_number(root))
    return Copy(root, free_stem(root, copy.stem), replace(copy.told, facts=replace(facts, number=number)))


def carried(
    copy: Copy, entry: Entry, target: Path, lock: "PlaceLock | None" = None, progress: Progress = SILENT
) -> Entry | None:
    """An entry as it now lies in another place, closed where there is a lock; None where its bytes are gone or damaged.

    What was written is read back. Raises what `part_file` does, and "medium.write_damaged".
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    room = entry.size + (_closed_besides(entry.size) if lock is not None else 0)
    with part_file(target, room, is_ours=True) as part:
        hashed = _Hashed(part.file, Steps(progress.part(0, 1, 2), room))
        try:
            _pour(copy, entry, hashed, lock)
        except AppError as error:
            if error.code not in ("backup.damaged", "file.unreadable"):
                raise
            return None
        part.settle()
        if sha256_of(part.path, progress.part(1, 2, 2)) != hashed.sha.hexdigest():
            raise AppError("medium.write_damaged", detail=target.name)
        part.keep()
    return Entry(entry.name, hashed.size, hashed.sha.hexdigest())


def _closed_besides(size: int) -> int:
    """Bytes that a cover adds at the most."""
    return (size >> 12) + 1024


def _pour(copy: Copy, entry: Entry, sink: "_Hashed", lock: "PlaceLock | None") -> None:
    if lock is None:
        copy.take(entry, sink.write)
        return
    from app.bundles.passphrase_cover import CoverWriter

    cover = CoverWriter(cast(BinaryIO, sink), lock)
    copy.take(entry, cover.write)
    cover.finish()


class _Hashed:
    """A file that is written, with size and SHA-256 of what was."""

    def __init__(self, file: BinaryIO, steps: Steps) -> None:
        self._file, self._steps, self.sha, self.size = file, steps, hashlib.sha256(), 0

    def write(self, data: bytes) -> int:
        self._steps(data)
        self._file.write(data)
        self.sha.update(data)
        self.size += len(data)
        return len(data)


def write_manifest(copy: Copy) -> None:
    """What makes a copy of its database; where it cannot be written that goes again. Raises what `write` does."""
    with ExitStack() as undo:
        undo.callback(remove, copy)
        write(copy.manifest, as_manifest(copy.told))
        undo.pop_all()


def write(target: Path, data: bytes) -> None:
    """A small file, whole or not at all, read back; raises what `part_file` does, and "backup.write_damaged"."""
    with part_file(target, len(data), is_ours=True) as part:
        part.file.write(data)
        part.settle()
        if part.path.read_bytes() != data:
            raise AppError("backup.write_damaged", path=str(target.parent))
        part.keep()


# Making room --------------------------------------------------------------------------------------------------------


def make_room(root: Path, today: datetime, *, owns_evidence: bool) -> None:
    """Takes away the oldest copies that came by themselves, and in a place of their own the evidence no copy names.

    Of earlier days the last copy of each stays, of `KEPT` days with today; of today's the last `KEPT_TODAY`, of those
    that came hourly while the folder was open only the last.
    """
    known = copies(root)
    for copy in _too_many(known, today):
        remove(copy)
    if not owns_evidence:
        return
    held = set(sizes_in(root))
    wanted = named(root, held)
    take_away(root / evidence_name(digest) for digest in held - wanted)


def _too_many(known: Iterable[Copy], today: datetime) -> list[Copy]:
    gone: list[Copy] = []
    days, runs = set[date](), set[str]()
    upgrades = todays = 0
    for copy in known:  # the one that was just made comes first
        if copy.told.facts.reason is Reason.UPGRADE:
            upgrades += 1
            gone += [copy] if upgrades > KEPT_UPGRADES else []
        if copy.told.facts.reason not in _PASSING:
            continue
        day = copy.at.date()
        if day == today.date():
            run = copy.told.facts.run if copy.told.facts.reason is Reason.DAILY else ""
            todays += run not in runs
            gone += [copy] if run in runs or todays > KEPT_TODAY else []
            runs |= {run} - {""}
        elif day in days or len(days) == KEPT - 1:
            gone.append(copy)
        else:
            days.add(day)
    return gone


def stem_for(root: Path, at: datetime, reason: Reason) -> str:
    """A name for a copy that no other has."""
    return free_stem(root, f"{at:%Y%m%d-%H%M%S}-{reason}")


def free_stem(root: Path, stem: str) -> str:
    """This name, else one like it that no other copy in a place has."""
    found, number = stem, 1
    while (root / BACKUPS / f"{found}.sqlite").exists():
        number += 1
        found = f"{stem}-{number}"
    return found


def next_number(root: Path) -> int:
    """That of the next copy in a place."""
    return 1 + max((copy.told.facts.number for copy in copies(root)), default=0)


def remove(copy: Copy) -> None:
    """Takes one copy away; its evidence goes when the next copy makes room, or at the next start."""
    take_away((copy.manifest, copy.database))
