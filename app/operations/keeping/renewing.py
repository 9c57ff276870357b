"""Bytes that lie in a second place for years are read again little by little; a file that rotted is written anew.

When a file was read last stands in its own time of change: nothing else has to be kept, and the longest unread is next.
"""

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.operations.keeping import places
from app.operations.keeping.packing import Entry, as_manifest, evidence_name
from app.operations.keeping.places import Copy
from app.progress import SILENT, Progress

if TYPE_CHECKING:
    from app.bundles.place_lock import PlaceLock

AT_ONCE = 64 << 20  # bytes at one look; there is one every hour
_AGAIN = timedelta(hours=20)


@dataclass(frozen=True, slots=True)
class Renewed:
    """How many files were found damaged and written anew, and how many could not be, for they are damaged here too."""

    anew: int = 0
    lost: int = 0


def renew(
    copy: Copy, there: Copy, now: datetime, lock: "PlaceLock | None" = None, progress: Progress = SILENT
) -> Renewed:
    """Looks at evidence of `copy` as it lies in its place, `there`; raises what `places.carried` does."""
    held = {evidence_name(lock.name_of(one.digest)) if lock else one.name: one for one in copy.told.evidence}
    told = {one.name: one.sha256 for one in there.told.evidence}
    written: dict[str, Entry] = {}
    read = lost = 0
    for name in _due(there.root, held, now):
        if read >= AT_ONCE or not there.root.is_dir():
            break
        path, before = there.root / name, read
        read += held[name].size
        share = progress.part(before, min(read, AT_ONCE), AT_ONCE)
        if not _is_sound(path, told.get(name, ""), share):
            anew = places.carried(copy, held[name], path, lock, share)
            if anew is None:
                lost += 1
            else:
                written[name] = replace(anew, name=name)
        with suppress(OSError):
            os.utime(path, (now.timestamp(), now.timestamp()))
    if lock is not None and written:
        _tell_anew(there.root, written)
    return Renewed(len(written), lost)


def _due(root: Path, names: dict[str, Entry], now: datetime) -> list[str]:
    """What was not read since yesterday, the longest unread first; a time to come is none."""
    upto, times = now.timestamp(), dict[str, float]()
    for name in names:
        with suppress(OSError):
            at = (root / name).stat().st_mtime
            times[name] = at if at <= upto else 0
    due = [name for name, at in times.items() if at <= upto - _AGAIN.total_seconds()]
    return sorted(due, key=lambda name: times[name])


def _is_sound(path: Path, sha256: str, progress: Progress) -> bool:
    with suppress(OSError):
        return places.sha256_of(path, progress) == sha256
    return False


def _tell_anew(root: Path, written: dict[str, Entry]) -> None:
    """A file that is closed again has other bytes: every manifest that names it tells the new ones."""
    for copy in places.copies(root):
        if any(one.name in written for one in copy.told.entries):
            entries = tuple(written.get(one.name, one) for one in copy.told.entries)
            places.write(copy.manifest, as_manifest(replace(copy.told, entries=entries)))
