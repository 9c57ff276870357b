"""The data folder: opened by one process at a time, migrated after a copy was made, and who is working in it."""

import os
import shutil
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from app.domain.agency import Person
from app.domain.changes import Changes, Kind, changed
from app.domain.journal import Line
from app.errors import AppError, cause
from app.operations.lock import FolderLock
from app.storage import journal, opening, people
from app.storage.evidence_store import EvidenceStore
from app.storage.migrations import VERSION as SCHEMA_VERSION
from app.storage.schema import database

DATABASE = "thuocso.sqlite"
ACTING = "acting_person"
OPENED = "opened"
KEPT_COPIES = 10


def local_now() -> datetime:
    """The computer's time with its offset."""
    return datetime.now(UTC).astimezone()


class Workspace:
    """One open data folder. `clock` is the only thing that tells time; `acting` is who sits at the keyboard."""

    def __init__(self, folder: Path, lock: FolderLock, clock: Callable[[], datetime]) -> None:
        self.folder = folder
        self.evidence = EvidenceStore(folder / "evidence")
        self.clock = clock
        self._lock = lock
        self.acting: Person | None = None

    def now(self) -> str:
        """This moment as ISO text to the second, with offset."""
        return self.clock().isoformat(timespec="seconds")

    @contextmanager
    def session(self) -> Iterator[None]:
        """This thread's connection, opened if need be; reading only."""
        with opening.told_of_disk(self.folder):
            if database.is_closed():
                with database.connection_context():
                    yield
            else:
                yield

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; what was acknowledged is on disk (WAL, synchronous=FULL)."""
        with self.session(), database.atomic():
            yield

    def note(
        self,
        action: str,
        *,
        part: str = "",
        subject: str = "",
        field: str = "",
        before: str = "",
        after: str = "",
    ) -> None:
        """One line of the journal, inside the caller's transaction."""
        person = f"{self.acting.name}, {self.acting.title}".strip(", ") if self.acting else ""
        journal.add(self.now(), person, part, action, subject, field, before, after)

    @contextmanager
    def copies_kept(self, digests: Iterable[str]) -> Iterator[None]:
        """Evidence copied in for what happens inside goes again where that fails and nothing else refers to it.

        A disk that fails in the middle of a transaction leaves open whether it holds it: then all stays until the
        next start, which knows and sweeps.
        """
        with ExitStack() as undo:
            undo.callback(self._drop_unknown, digests)
            try:
                yield
            except AppError as error:
                if error.code == "data.medium_gone":
                    undo.pop_all()
                raise
            undo.pop_all()

    def _drop_unknown(self, digests: Iterable[str]) -> None:
        with self.session():
            known = people.known_files()
        for digest in set(digests) - known:
            self.evidence.remove(digest)

    def new_id(self) -> str:
        """A random identifier."""
        return uuid.uuid4().hex

    def close(self) -> None:
        """Lets the folder go."""
        opening.close_database()
        self._lock.release()


def default_folder() -> Path:
    """Where this person's data lies unless told otherwise (`THUOCSO_DATA`, else the system's place)."""
    import platformdirs

    told = os.environ.get("THUOCSO_DATA")
    return Path(told) if told else Path(platformdirs.user_data_dir("ThuocSo", appauthor=False))


def open_workspace(folder: Path, clock: Callable[[], datetime] = local_now) -> Workspace:
    """The workspace in `folder`, made if there is none.

    Raises `AppError("data.in_use")` when another process has it open, "data.newer" (nothing changed),
    "data.damaged", "data.folder" when the folder can't be made or written, and what `opening.told_of_disk` says.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FolderLock.take(folder, clock())
    except OSError as error:
        raise AppError("data.folder", path=str(folder), detail=cause(error)) from error
    with ExitStack() as undo:
        undo.callback(lock.release)
        undo.callback(opening.close_database)
        try:
            opened = _opened(Workspace(folder, lock, clock))
        except OSError as error:
            raise AppError("data.folder", path=str(folder), detail=cause(error)) from error
        undo.pop_all()
        return opened


def _opened(workspace: Workspace) -> Workspace:
    path = workspace.folder / DATABASE
    version = opening.stored_version(path)
    if version > SCHEMA_VERSION:
        raise AppError("data.newer", version=version)
    if 0 < version < SCHEMA_VERSION:
        _copy_before_migration(workspace, path, version)
    opening.open_database(path)
    workspace.evidence.prepare()
    workspace.acting = people.find(people.setting(ACTING))
    _sweep(workspace)
    return workspace


def _copy_before_migration(workspace: Workspace, path: Path, version: int) -> None:
    target = workspace.folder / "backups" / f"before-upgrade-{version}-{workspace.clock():%Y%m%d-%H%M%S}.sqlite"
    target.parent.mkdir(exist_ok=True)
    opening.snapshot(path, target)


def _sweep(workspace: Workspace) -> None:
    """Removes what a crash left: copies made for looking at, half-written backups, evidence nobody refers to."""
    shutil.rmtree(workspace.folder / OPENED, ignore_errors=True)
    for left in workspace.folder.glob(".*.part"):
        with suppress(OSError):
            left.unlink()
    known = people.known_files()
    for digest in workspace.evidence.digests():
        if digest not in known:
            workspace.evidence.remove(digest)


# People ----------------------------------------------------------------------------------------------------------


def persons(workspace: Workspace) -> tuple[Person, ...]:
    """Everybody who works here, in the order they were added."""
    with workspace.session():
        return people.everybody()


def add_person(workspace: Workspace, name: str, title: str = "", office: str = "") -> Person:
    """Adds a person and makes them the acting one; raises `AppError("person.no_name")`."""
    if not name.strip():
        raise AppError("person.no_name")
    person = Person(id=workspace.new_id(), name=name.strip(), title=title.strip(), office=office.strip())
    with workspace.transaction():
        people.add(person)
        workspace.note("person.added", subject=person.id, after=person.name)
    act_as(workspace, person.id)
    return person


def act_as(workspace: Workspace, person_id: str) -> Changes:
    """Says who is working from now on."""
    with workspace.transaction():
        person = people.find(person_id)
        if person is None:
            raise AppError("person.unknown")
        people.set_setting(ACTING, person_id)
        workspace.acting = person
    return changed(Kind.PEOPLE)


def leave_out(workspace: Workspace, person_id: str) -> Changes:
    """Takes a person out of the list of those who work here; the journal keeps the name.

    Raises `AppError("person.unknown")`, or "person.is_acting" for the one who is working.
    """
    with workspace.transaction():
        person = people.find(person_id)
        if person is None:
            raise AppError("person.unknown")
        if workspace.acting is not None and workspace.acting.id == person_id:
            raise AppError("person.is_acting", name=person.name)
        people.deactivate(person_id)
        workspace.note("person.left", subject=person_id, before=person.name)
    return changed(Kind.PEOPLE)


def journal_lines(workspace: Workspace, part: str = "", limit: int = 500) -> tuple[Line, ...]:
    """The latest lines of the journal, newest first."""
    with workspace.session():
        return journal.latest(part, limit)


# Settings --------------------------------------------------------------------------------------------------------


def setting(workspace: Workspace, key: str, default: str = "") -> str:
    """A remembered value of this data folder."""
    with workspace.session():
        return people.setting(key) or default


def set_setting(workspace: Workspace, key: str, value: str) -> None:
    """Remembers a value in this data folder."""
    with workspace.transaction():
        people.set_setting(key, value)
