"""Keeping a data folder safe: one archive of everything, back from it into an empty folder, and a thorough look.

A backup is a plain ZIP that any program opens: the database, every evidence file under its digest, and `manifest.json`
with size and SHA-256 of each. It is read again before it gets its name.
"""

import contextlib
import errno
import hashlib
import json
import os
import re
import secrets
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from app import VERSION
from app.bundles.medium import megabytes, part_file, space_left, unreadable
from app.domain.journal import proven
from app.errors import AppError, cause
from app.operations import workspace as workspaces
from app.operations.lock import FolderLock
from app.operations.workspace import DATABASE, Workspace, local_now
from app.progress import SILENT, Progress
from app.storage import journal, opening, people, volumes
from app.storage.evidence_store import EvidenceStore, sync_folder
from app.storage.migrations import VERSION as SCHEMA_VERSION

MANIFEST = "manifest.json"
FORMAT, SCHEMA = "thuocso-backup", 1
MAX_MANIFEST = 64 << 20
_CHUNK = 1 << 20
_EVIDENCE = re.compile(r"evidence/([0-9a-f]{2})/(\1[0-9a-f]{62})")
_TIME = (1980, 1, 1, 0, 0, 0)
_BAD_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError, ValueError)


@dataclass(frozen=True, slots=True)
class Backup:
    """An archive that was written and read again: its size in bytes, how many evidence files, those found damaged."""

    path: Path
    size: int
    files: int
    damaged: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    size: int
    sha256: str


def backup(workspace: Workspace, target: Path, progress: Progress = SILENT) -> Backup:
    """Writes everything of the data folder into one archive, verified before it gets its name.

    An evidence file whose bytes are damaged is kept as it is and named. Raises `AppError("disk.full")`,
    "disk.read_only", "medium.gone", and "data.disk_full" where the data folder has no room for the passing copy of
    the database; nothing half-written stays behind.
    """
    digests = tuple(workspace.evidence.digests())
    copy = workspace.folder / f".{secrets.token_hex(8)}.part"
    try:
        with workspace.session():
            opening.copy_database(copy)
        sources = [(DATABASE, copy)]
        sources += [(f"evidence/{digest[:2]}/{digest}", workspace.evidence.path(digest)) for digest in digests]
        needed = sum(path.stat().st_size for _, path in sources)
        with part_file(target, needed) as part:
            entries = _write(part.file, sources, workspace.now(), needed, progress)
            part.settle()
            with part.path.open("rb") as written:
                _check(written, SILENT)
            part.keep()
    finally:
        with contextlib.suppress(OSError):
            copy.unlink(missing_ok=True)
    damaged = tuple(entry.sha256 for entry in entries if _EVIDENCE.match(entry.name) and entry.sha256 not in entry.name)
    return Backup(target, target.stat().st_size, len(digests), damaged)


def _write(
    file: IO[bytes], sources: list[tuple[str, Path]], at: str, total: int, progress: Progress
) -> tuple[_Entry, ...]:
    entries: list[_Entry] = []
    done = 0
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, path in sources:
            info = zipfile.ZipInfo(name, _TIME)
            info.file_size = path.stat().st_size
            digest, size = hashlib.sha256(), 0
            with path.open("rb") as reading, archive.open(info, "w") as writing:
                while piece := reading.read(_CHUNK):
                    progress.step(done, max(total, 1))
                    writing.write(piece)
                    digest.update(piece)
                    size += len(piece)
                    done += len(piece)
            entries.append(_Entry(name, size, digest.hexdigest()))
        told = {
            "format": FORMAT,
            "schema": SCHEMA,
            "software": VERSION,
            "data_version": SCHEMA_VERSION,
            "at": at,
            "entries": [{"name": one.name, "size": one.size, "sha256": one.sha256} for one in entries],
        }
        archive.writestr(zipfile.ZipInfo(MANIFEST, _TIME), json.dumps(told, ensure_ascii=False, indent=1))
    progress.step(total, max(total, 1))
    return tuple(entries)


# Back ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Restored:
    """A data folder made from an archive: when that was written, and how many evidence files it holds."""

    folder: Path
    at: str
    files: int


def restore(archive: Path, folder: Path, progress: Progress = SILENT) -> Restored:
    """Makes a data folder from an archive; every byte is checked before the folder appears.

    Raises `AppError("restore.not_empty")` when there is something in `folder` already, "backup.damaged" for what is no
    sound archive, "data.newer", "restore.disk_full", "data.folder", "file.unreadable"; in every such case nothing was
    changed.
    """
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise AppError("restore.not_empty", path=str(folder))
    passing = folder.with_name(f".{secrets.token_hex(8)}.thuocso.part")
    try:
        with _readable(archive) as file:
            needed = archive.stat().st_size
            with _made_in(folder, needed):
                folder.parent.mkdir(parents=True, exist_ok=True)
                passing.mkdir()
            _check_room(folder, needed)
            at, entries = _check(file, progress, passing)
        version = opening.stored_version(passing / DATABASE)
        if version > SCHEMA_VERSION:
            raise AppError("data.newer", version=version)
        with _made_in(folder, needed):
            if folder.exists():
                folder.rmdir()
            passing.rename(folder)
            sync_folder(folder.parent)
    finally:
        shutil.rmtree(passing, ignore_errors=True)
    return Restored(folder, at, len(entries) - 1)


@contextlib.contextmanager
def _readable(path: Path) -> Iterator[IO[bytes]]:
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise unreadable(path, error) from error


@contextlib.contextmanager
def _made_in(folder: Path, needed: int) -> Iterator[None]:
    """What goes wrong inside is the fault of the disk where `folder` is being made."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _no_room(folder, needed) from error
        raise AppError("data.folder", path=str(folder), detail=cause(error)) from error


def _check_room(folder: Path, needed: int) -> None:
    if shutil.disk_usage(folder.parent).free < needed:
        raise _no_room(folder, needed)


def _no_room(folder: Path, needed: int) -> AppError:
    free = megabytes(space_left(folder.parent))
    return AppError("restore.disk_full", drive=str(folder.parent), free_mb=free, needed_mb=megabytes(needed))


def _check(file: IO[bytes], progress: Progress, into: Path | None = None) -> tuple[str, tuple[_Entry, ...]]:
    """Reads a whole archive against its manifest, and writes it out where a folder is given."""
    try:
        with zipfile.ZipFile(file) as archive:
            at, entries = _manifest(archive)
            total = sum(entry.size for entry in entries)
            done = 0
            for entry in entries:
                progress.step(done, max(total, 1))
                _take(archive, entry, into)
                done += entry.size
            progress.step(total, max(total, 1))
            return at, entries
    except _BAD_ZIP as error:
        raise AppError("backup.damaged", name=MANIFEST) from error


def _manifest(archive: zipfile.ZipFile) -> tuple[str, tuple[_Entry, ...]]:
    with archive.open(MANIFEST) as file:
        told: Any = json.loads(file.read(MAX_MANIFEST).decode("utf-8"))
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise AppError("backup.damaged", name=MANIFEST)
    if told.get("schema", 0) > SCHEMA:
        raise AppError("data.newer", version=str(told.get("software")))
    entries = tuple(_Entry(str(one["name"]), int(one["size"]), str(one["sha256"])) for one in told["entries"])
    names = [entry.name for entry in entries]
    strange = [name for name in names if name != DATABASE and not _EVIDENCE.fullmatch(name)]
    if strange or DATABASE not in names or sorted([*names, MANIFEST]) != sorted(archive.namelist()):
        raise AppError("backup.damaged", name=strange[0] if strange else MANIFEST)
    return str(told.get("at", "")), entries


def _take(archive: zipfile.ZipFile, entry: _Entry, into: Path | None) -> None:
    digest, left = hashlib.sha256(), entry.size
    target = None if into is None else into / entry.name
    with archive.open(entry.name) as reading, _sink(target, entry.size) as writing:
        while piece := reading.read(_CHUNK):
            left -= len(piece)
            if left < 0:
                break
            digest.update(piece)
            writing(piece)
    if left != 0 or digest.hexdigest() != entry.sha256:
        raise AppError("backup.damaged", name=entry.name)


@contextlib.contextmanager
def _sink(target: Path | None, size: int) -> Iterator[Callable[[bytes], object]]:
    if target is None:
        yield len
        return
    with _made_in(target, size):
        target.parent.mkdir(parents=True, exist_ok=True)
        file = target.open("xb", buffering=0)

    def write(data: bytes) -> None:
        left = memoryview(data)
        with _made_in(target, size):
            while left:
                left = left[file.write(left) :]

    with file:
        yield write
        with _made_in(target, size):
            os.fsync(file.fileno())


# A thorough look -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: a `code` and what it is about.

    Harm: database, journal (the first line that is not as it was written), evidence_missing, evidence_damaged.
    None: unreferenced, leftover.
    """

    code: str
    detail: str

    @property
    def is_harm(self) -> bool:
        """Whether data are lost or wrong; what is left over only takes room and goes at the next start."""
        return self.code in ("database", "journal", "evidence_missing", "evidence_damaged")


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a look at every byte found: how many evidence files and bytes, the schema version, and findings."""

    folder: Path
    version: int
    files: int
    size: int
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is lost or wrong."""
        return not any(finding.is_harm for finding in self.findings)


def doctor(folder: Path, clock: Callable[[], datetime] = local_now, progress: Progress = SILENT) -> Diagnosis:
    """Looks at the database and at every evidence file of a folder that is not open; changes nothing.

    Raises `AppError("data.none")` where there is no data folder, "data.in_use", "data.newer" and "data.damaged" when
    the database can't be read at all.
    """
    path = folder / DATABASE
    if not path.is_file():
        raise AppError("data.none", path=str(folder))
    if 0 < opening.stored_version(path) < SCHEMA_VERSION:
        workspaces.open_workspace(folder, clock).close()  # brought up to date, with a copy made before
    with _locked(folder, clock):
        opening.open_database(path)
        try:
            known, awaited = people.known_files(), volumes.awaited_digests()
            problems = opening.problems()
            broken_at = proven(journal.everything()).broken_at
        finally:
            opening.close_database()
        found = [Finding("database", problem) for problem in problems]
        found += [Finding("journal", str(broken_at))] if broken_at else []
        store = EvidenceStore(folder / "evidence")
        size = 0
        present = set(store.digests())
        for at, digest in enumerate(sorted(known)):
            progress.step(at, len(known))
            if digest not in present:
                found += [] if digest in awaited else [Finding("evidence_missing", digest)]
                continue
            size += store.path(digest).stat().st_size
            if store.damaged(digest):
                found.append(Finding("evidence_damaged", digest))
        progress.step(len(known), max(len(known), 1))
        found += [Finding("unreferenced", digest) for digest in sorted(present - known)]
        found += [Finding("leftover", name) for name in _leftovers(folder, store)]
        return Diagnosis(folder, opening.stored_version(path), len(known), size, tuple(found))


@contextlib.contextmanager
def _locked(folder: Path, clock: Callable[[], datetime]) -> Iterator[None]:
    try:
        lock = FolderLock.take(folder, clock())
    except OSError as error:
        raise AppError("data.folder", path=str(folder), detail=cause(error)) from error
    try:
        yield
    finally:
        lock.release()


def _leftovers(folder: Path, store: EvidenceStore) -> list[str]:
    """What an interrupted copy or backup left."""
    incoming = list(store.incoming.iterdir()) if store.incoming.is_dir() else []
    return sorted(item.name for item in (*incoming, *folder.glob(".*.part")))
