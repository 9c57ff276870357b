"""A second place whose copies are locked: added to every day without asking, opened by its passphrase alone.

    backups/key.age                         the key that opens the others, closed by the passphrase
    backups/20261122-081003-daily.sqlite    a whole database, closed
    backups/20261122-081003-daily.json      size and SHA-256 of the closed files; inside it, closed, the copy's manifest
    evidence/ab/abcdef…                     bytes, closed, under a keyed name

So anybody can prove that what lies there is whole, and nobody can tell what it is.
"""

import base64
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from app.bundles import place_lock
from app.bundles.medium import told_of_writing, unreadable
from app.bundles.place_lock import PlaceKey, PlaceLock
from app.errors import AppError
from app.operations.keeping import places
from app.operations.keeping.packing import DATABASE, Entry, Told, as_manifest, evidence_name, read_manifest
from app.operations.keeping.places import BACKUPS, KEY, Copy
from app.progress import SILENT, Progress

_MAX_KEY = 4 << 10


@dataclass(frozen=True, slots=True)
class Locked:
    """What the data folder keeps of a locked place: what adds to it, and the closed key to lay beside the copies."""

    lock: PlaceLock
    key: bytes

    @classmethod
    def begun(cls, passphrase: str) -> Self:
        """A lock that is new."""
        key, closed = place_lock.make(passphrase)
        return cls(key.lock, closed)

    @classmethod
    def joined(cls, root: Path, passphrase: str) -> Self:
        """That of a place which is there; raises what `opened` does."""
        closed = _closed_key(root)
        return cls(_key(closed, root, passphrase).lock, closed)

    @classmethod
    def read(cls, value: dict[str, Any]) -> Self:
        """What `told` gave; raises `KeyError`, `ValueError`, `TypeError`."""
        lock = PlaceLock(bytes.fromhex(value["public"]), bytes.fromhex(value["names"]))
        return cls(lock, base64.b64decode(value["key"], validate=True))

    def told(self) -> dict[str, str]:
        """For the file in the data folder; nothing in it opens a copy."""
        key = base64.b64encode(self.key).decode("ascii")
        return {"public": self.lock.public.hex(), "names": self.lock.names.hex(), "key": key}


def carry(copy: Copy, root: Path, locked: Locked, progress: Progress = SILENT) -> Copy:
    """The same copy, closed, in a locked place; evidence that is there already is not written again.

    Raises what `places.carry` does.
    """
    with told_of_writing(root.parent, copy.told.size):
        return _carry(copy, root, locked, progress)


def _carry(copy: Copy, root: Path, locked: Locked, progress: Progress) -> Copy:
    places.sweep(root)
    _lay_key(root, locked.key)
    held = places.sizes_in(root)
    told = [entry for each in places.copies(root) for entry in each.told.evidence]
    known = {entry.name: entry for entry in told if held.get(entry.digest) == entry.size}
    done, total = 0, max(copy.told.size, 1)
    entries, lacking = [], []
    for entry in copy.told.evidence:
        share = progress.part(done, done + entry.size, total)
        name = evidence_name(locked.lock.name_of(entry.digest))
        there = known.get(name) or places.carried(copy, entry, root / name, locked.lock, share)
        entries.append(replace(there or Entry(name, entry.size, ""), name=name))
        lacking += [] if there is not None else [entries[-1].digest]
        done += entry.size
    closed = places.arriving(copy, root)
    share = progress.part(done, total, total)
    database = places.carried(copy, copy.told.database, closed.database, locked.lock, share)
    if database is None:
        raise AppError("backup.damaged", name=DATABASE)
    inside = place_lock.covered(as_manifest(copy.told), locked.lock)
    outside = Told(replace(closed.told.facts, whose=(), gone=()), (database, *entries), inside)
    closed = replace(closed, told=outside, lacking=tuple(lacking))
    places.write_manifest(closed)
    progress.step(total, total)
    return closed


def _lay_key(root: Path, key: bytes) -> None:
    path, is_there = root / BACKUPS / KEY, False
    with suppress(OSError):
        is_there = path.read_bytes() == key
    if not is_there:
        places.write(path, key)


def opened(copy: Copy, passphrase: str) -> Copy:
    """The copy as it was before it was closed: its own manifest, and every entry read through the lock.

    Raises `AppError("backup.passphrase_needed")`, "backup.passphrase_wrong", "backup.damaged", "data.newer".
    """
    if not copy.is_locked:
        return copy
    key = _key(_closed_key(copy.root), copy.root, passphrase)
    told = read_manifest(place_lock.uncovered(copy.told.inside, key, copy.manifest.name))
    held, lock = places.sizes_in(copy.root), key.lock
    lacking = tuple(one.digest for one in told.evidence if lock.name_of(one.digest) not in held)
    return Copy(copy.root, copy.stem, told, lacking, key)


def _closed_key(root: Path) -> bytes:
    path = root / BACKUPS / KEY
    try:
        with path.open("rb") as file:
            return file.read(_MAX_KEY)
    except FileNotFoundError as error:
        raise AppError("backup.damaged", name=KEY) from error
    except OSError as error:
        raise unreadable(path, error) from error


def _key(closed: bytes, root: Path, passphrase: str) -> PlaceKey:
    if not passphrase:
        raise AppError("backup.passphrase_needed", name=root.name)
    return place_lock.opened(closed, passphrase, root.name)
