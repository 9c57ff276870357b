"""A thorough look at everything kept, and mending what can be mended: evidence taken back by its digest, indexes."""

import contextlib
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast

from app.domain.journal import proven
from app.errors import AppError, cause
from app.operations import folders
from app.operations.commune import submitting
from app.operations.keeping import backing_up, places, sweeping
from app.operations.keeping.packing import BAD_ZIP, DATABASE, evidence_name
from app.operations.keeping.restoring import locked, opened
from app.operations.workspace import Workspace, local_now
from app.progress import SILENT, Progress
from app.storage import campaigns, journal, opening, people, volumes
from app.storage.connection import database
from app.storage.migrations import VERSION as SCHEMA_VERSION
from app.storage.schema import EvidenceRow

_MOST_FILES = 200  # files of one folder that are looked into


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: a `code` and what it is about.

    Harm: database, journal (the first line that is not as it was written), evidence_missing, evidence_damaged.
    None: unreferenced, leftover, copy (one of the dated copies that tells nothing of itself).
    """

    code: str
    detail: str

    @property
    def is_harm(self) -> bool:
        """Whether data are lost or wrong; what is left over only takes room and goes at the next start."""
        return self.code in ("database", "journal", "evidence_missing", "evidence_damaged")


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a look at every byte found: how many evidence files and bytes, the schema version, and findings.

    `mended` are findings that are no more, with where the good bytes came from ("" for an index). `names` are those of
    the evidence files that were found, by digest.
    """

    folder: Path
    version: int
    files: int
    size: int
    findings: tuple[Finding, ...]
    mended: tuple[tuple[Finding, str], ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_sound(self) -> bool:
        """Whether nothing is lost or wrong."""
        return not any(finding.is_harm for finding in self.findings)


def doctor(folder: Path, clock: Callable[[], datetime] = local_now, progress: Progress = SILENT) -> Diagnosis:
    """Looks at a data folder that is not open; changes nothing but what an upgrade asks for.

    Raises `AppError("data.none")` where there is no data folder, "data.in_use", "data.newer", "data.damaged" when the
    database can't be read at all, and "data.folder" where there is no room for a passing copy of it.
    """
    path = folder / DATABASE
    if not path.is_file():
        raise AppError("data.none", path=str(folder))
    folders.refuse_newer(folder)
    if 0 < opening.stored_version(path) < SCHEMA_VERSION:
        folders.open_workspace(folder, clock).close()  # brought up to date, with a copy made before
    with locked(folder, clock), contextlib.closing(Workspace(folder, None, clock)) as looked_at:
        _look_at(looked_at, path)
        return examine(looked_at, progress)


def _look_at(workspace: Workspace, path: Path) -> None:
    """Opens the database without a byte changing; where a crash left a log, a passing copy that takes it in."""
    logs = [log for log in (Path(f"{path}-wal"), Path(f"{path}-journal")) if log.is_file() and log.stat().st_size]
    if not logs:
        opening.look_at_database(path)
        return
    try:
        for each in (path, *logs):
            shutil.copyfile(each, workspace.passing / each.name)
    except OSError as error:
        raise AppError("data.folder", path=str(workspace.folder), detail=cause(error)) from error
    opening.open_database(workspace.passing / path.name, "delete")


def examine(workspace: Workspace, progress: Progress = SILENT) -> Diagnosis:
    """Looks at the database and at every evidence file of the open folder; changes nothing.

    Raises `AppError("data.damaged")` when the database can't be read at all.
    """
    folder, store = workspace.folder, workspace.evidence
    with workspace.session(), _told_of_damage(folder):
        known, awaited = people.known_files(), volumes.awaited_digests()
        found = [Finding("database", problem) for problem in opening.problems()]
        broken_at = proven(journal.everything()).broken_at
        version = opening.stored_version(folder / DATABASE)
    found += [Finding("journal", str(broken_at))] if broken_at else []
    present, size = set(store.digests()), 0
    for at, digest in enumerate(sorted(known)):
        progress.step(at, len(known))
        if digest not in present:
            found += [] if digest in awaited else [Finding("evidence_missing", digest)]
            continue
        size += store.path(digest).stat().st_size
        if store.damaged(digest):
            found.append(Finding("evidence_damaged", digest))
    progress.step(len(known), max(len(known), 1))
    stray = present - known
    found += [Finding("unreferenced", digest) for digest in sorted(stray - sweeping.named(folder, stray))]
    found += [Finding("leftover", name) for name in _leftovers(workspace)]
    found += [Finding("copy", path.name) for path in _useless(folder)]
    return Diagnosis(folder, version, len(known), size, tuple(found), names=_names(workspace, found))


def _names(workspace: Workspace, found: Sequence[Finding]) -> dict[str, str]:
    digests = {finding.detail for finding in found if finding.is_harm}
    with workspace.session():
        rows = EvidenceRow.select(EvidenceRow.file, EvidenceRow.name).where(EvidenceRow.file.in_(digests))
        return {str(row.file_id): str(row.name) for row in rows}


@contextlib.contextmanager
def _told_of_damage(folder: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise AppError("data.damaged", path=str(folder / DATABASE)) from error


def _useless(folder: Path) -> list[Path]:
    """Databases among the copies whose manifest tells nothing."""
    known = {copy.database for copy in places.copies(folder)} | set(sweeping.leftovers(folder))
    return [path for path in sweeping.databases(folder) if path not in known]


def _leftovers(workspace: Workspace) -> list[str]:
    """What an interrupted copy or backup left."""
    incoming = workspace.folder / "evidence" / "incoming"
    lying = list(incoming.iterdir()) if incoming.is_dir() else []
    return sorted(
        path.name for path in (*lying, *workspace.folder.glob(".*.part"), *sweeping.leftovers(workspace.folder))
    )


# Mending ------------------------------------------------------------------------------------------------------------


def mend(
    workspace: Workspace,
    sources: Sequence[Path] = (),
    sticks: Sequence[Path] = (),
    passphrase: str = "",
    progress: Progress = SILENT,
) -> Diagnosis:
    """Mends what can be mended and looks again: what is left stands under `findings`, what was done under `mended`.

    Indexes are built anew. Evidence that is gone or damaged is taken back by its digest: from the second place, from
    the folders the last files were sent to, and from `sources` (backups, places, files that were sent, folders of
    them). Locked places are looked into where there is a passphrase. What the database itself lost only a backup brings
    back. Raises what `examine` does, "evidence.disk_full" …, "backup.passphrase_wrong".
    """
    if workspace.is_read_only:
        raise AppError("data.only_look", path=str(workspace.folder))
    before = examine(workspace, progress)
    if any(finding.code == "database" for finding in before.findings):
        with workspace.session(), contextlib.suppress(sqlite3.DatabaseError):
            database.execute("REINDEX")
    lost = {found.detail for found in before.findings if found.code in ("evidence_missing", "evidence_damaged")}
    places_ = (*_known_sources(workspace, sticks), *sources)
    came = _taken_back(workspace, lost, places_, passphrase, progress) if lost else {}
    if not lost and before.is_sound:
        return before
    after = examine(workspace, progress)
    done = tuple((found, came.get(found.detail, "")) for found in before.findings if found not in after.findings)
    return replace(after, mended=done)


def _known_sources(workspace: Workspace, sticks: Sequence[Path]) -> Iterator[Path]:
    second = backing_up.second(workspace.folder, sticks)
    if second is not None and second.root is not None:
        yield second.root
    with workspace.session():
        known = campaigns.parts()
    for part in known:
        folder = submitting.last_folder(workspace, part.id)
        if folder is not None:
            yield folder


def _taken_back(
    workspace: Workspace, lost: set[str], sources: Iterable[Path], passphrase: str, progress: Progress
) -> dict[str, str]:
    """Where each digest that was found came from."""
    with workspace.session():
        rows = EvidenceRow.select(EvidenceRow.file, EvidenceRow.size)
        sizes = {(row.file_id, row.size) for row in rows if row.file_id in lost}
    found: dict[str, str] = {}
    for source in sources:
        for digest in sorted(lost - set(found)):
            progress.step(len(found), len(lost))
            if _taken(workspace, digest, source / evidence_name(digest)):
                found[digest] = str(source)
        for root in places.locked_in(source) if passphrase else ():
            progress.step(len(found), len(lost))
            came = _taken_from_locked(workspace, lost - set(found), root, passphrase)
            found |= dict.fromkeys(came, str(root))
        for file in _files_in(source):
            progress.step(len(found), len(lost))
            for digest in _taken_from_file(workspace, lost - set(found), sizes, file):
                found[digest] = str(file)
    return found


def _files_in(source: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        if source.is_file():
            return [source]
        return sorted(path for path in source.iterdir() if path.suffix in (".thuocso", ".zip"))[:_MOST_FILES]
    return []


def _taken(workspace: Workspace, digest: str, path: Path) -> bool:
    """Whether `path` held the bytes of this digest; they stand in the store then."""
    with contextlib.suppress(OSError), path.open("rb") as file:
        return workspace.evidence.bring_back(file, {digest}) == digest
    return False


def _taken_from_locked(workspace: Workspace, lost: set[str], root: Path, passphrase: str) -> list[str]:
    """The digests a locked place gave back."""
    from app.bundles.passphrase_cover import CoverReader  # cryptography: only where something is locked

    newest = next((copy for copy in places.copies(root) if copy.is_locked), None)
    key = opened(newest, passphrase).key if newest is not None and lost else None
    if key is None:
        return []
    found: list[str] = []
    for digest in sorted(lost):
        path = root / evidence_name(key.lock.name_of(digest))
        with contextlib.suppress(OSError, AppError), path.open("rb") as file:
            reading = cast(BinaryIO, CoverReader(file, key, path.name))
            found.append(workspace.evidence.bring_back(reading, {digest}))
    return [digest for digest in found if digest]


def _taken_from_file(workspace: Workspace, lost: set[str], sizes: Collection[tuple[str, int]], file: Path) -> list[str]:
    """The digests a backup or a bundle gave back: whatever the entries are called, their bytes tell what they are."""
    found: list[str] = []
    wanted = {size for digest, size in sizes if digest in lost}
    with contextlib.suppress(OSError, *BAD_ZIP), zipfile.ZipFile(file) as archive:
        for info in archive.infolist() if lost else ():
            if info.file_size in wanted or info.filename.rpartition("/")[2] in lost:
                with archive.open(info) as reading:
                    found.append(workspace.evidence.bring_back(reading, lost - set(found)))
    return [digest for digest in found if digest]
