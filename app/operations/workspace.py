"""The data folder: opened by one process at a time, upgraded after a copy was made, and who is working in it.

On a medium that can't be written, or where this person may not write, it is opened to be looked at: everything can be
read, checked and handed out, nothing is locked, and whatever would change something is refused with one sentence.
"""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import VERSION, drives
from app.drives import Drive
from app.errors import AppError, cause
from app.operations import portable
from app.operations.keeping import sweeping
from app.operations.lock import FolderLock, nobody_inside
from app.storage import opening, people
from app.storage.connection import database
from app.storage.evidence_store import EvidenceStore
from app.storage.migrations import VERSION as SCHEMA_VERSION

if TYPE_CHECKING:
    from app.domain.agency import Person
    from app.domain.changes import Changes
    from app.domain.journal import Line

DATABASE = "thuocso.sqlite"
ACTING = "acting_person"
OPENED = "opened"
BACKUPS = "backups"
PROGRAM = "program"
"""The newest version of the program that worked with the data; an older one can name it when it refuses them."""
UPGRADE = "upgrade"
_DENIED = {errno.EROFS, errno.EACCES, errno.EPERM}


def local_now() -> datetime:
    """The computer's time with its offset."""
    return datetime.now(UTC).astimezone()


class Workspace:
    """One open data folder. `clock` is the only thing that tells time; `acting` is who sits at the keyboard.

    Without a `lock` it is only looked at; what has to lie somewhere meanwhile lies in `passing`, gone at the end.
    `drive` is what kind of drive it lies on.
    """

    def __init__(
        self, folder: Path, lock: FolderLock | None, clock: Callable[[], datetime], drive: Drive | None = None
    ) -> None:
        self.folder = folder
        self.drive = drive or Drive()
        self.clock = clock
        self._lock = lock
        self._passing = None if lock else tempfile.TemporaryDirectory(prefix="thuocso-", ignore_cleanup_errors=True)
        self.passing = Path(self._passing.name) if self._passing else folder
        self.evidence = EvidenceStore(folder / "evidence", self.passing / "incoming" if self._passing else None)
        self.acting: Person | None = None
        drives.hold(folder)

    @property
    def is_read_only(self) -> bool:
        """Whether the data can be looked at but not changed."""
        return self._lock is None

    def now(self) -> str:
        """This moment as ISO text to the second, with offset."""
        return self.clock().isoformat(timespec="seconds")

    @contextmanager
    def session(self) -> Iterator[None]:
        """This thread's connection, opened if need be; reading only."""
        with opening.told_of_disk(self.folder), database.session():
            yield

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; what was acknowledged is on disk (synchronous=FULL).

        Raises `AppError("data.only_look")` where the data may not be changed.
        """
        if self.is_read_only:
            raise AppError("data.only_look", path=drives.shown(self.folder))
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
        """One line of the journal, inside the caller's transaction; what it names is kept in NFC."""
        from app.domain import text
        from app.storage import journal

        person = f"{self.acting.name}, {self.acting.title}".strip(", ") if self.acting else ""
        field, before, after = map(text.nfc, (field, before, after))
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
            strange = set(digests) - people.known_files()
        for digest in strange - sweeping.named(self.folder, strange):
            self.evidence.remove(digest)

    def new_id(self) -> str:
        """A random identifier."""
        return os.urandom(16).hex()

    def say_who(self) -> None:
        """Tells those who find the folder open who is working in it."""
        if self._lock is not None and self.acting is not None:
            self._lock.name(self.acting.name)

    def close(self) -> None:
        """Lets the folder go."""
        opening.close_database()
        drives.let_go(self.folder)
        if self._lock is not None:
            self._lock.release()
        if self._passing is not None:
            self._passing.cleanup()


def default_folder() -> Path:
    """Where this person's data lies unless told otherwise (`THUOCSO_DATA`, else beside a portable copy, else here)."""
    told = os.environ.get("THUOCSO_DATA")
    if told:
        return Path(told)
    carried = portable.find()
    return (carried.standing().folder if carried is not None else None) or computer_folder()


def computer_folder() -> Path:
    """The system's place for this person's data; raises `AppError("data.no_home")` where nobody has one."""
    import platformdirs

    try:
        return Path(platformdirs.user_data_dir("ThuocSo", appauthor=False))
    except RuntimeError as error:
        raise AppError("data.no_home") from error


def open_workspace(folder: Path, clock: Callable[[], datetime] = local_now) -> Workspace:
    """The workspace in `folder`, made if there is none, upgraded if an older program made it.

    Raises `AppError("data.in_use")` when another process has it open, "data.newer" (not a byte or time changed),
    "data.upgrade_failed" (the data are as they were), "data.damaged", "data.folder" when the folder can't be made,
    "data.path_long", "data.path_not_text", "data.no_locks", and what `opening.told_of_disk` says.
    """
    folder = drives.reachable(folder)
    if drives.is_too_long(folder):
        raise AppError("data.path_long", path=str(folder))
    refuse_newer(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FolderLock.take(folder, clock())
    except OSError as error:
        if error.errno in _DENIED and opening.stored_version(folder / DATABASE) > 0:
            return _looked_at(folder, clock)
        raise AppError("data.folder", path=str(folder), detail=cause(error)) from error
    with ExitStack() as undo:
        undo.callback(lock.release)
        undo.callback(opening.close_database)
        undo.callback(drives.let_go, folder)
        try:
            opened = _opened(Workspace(folder, lock, clock, drives.drive_of(folder)))
        except OSError as error:
            raise AppError("data.folder", path=str(folder), detail=cause(error)) from error
        undo.pop_all()
        return opened


def refuse_newer(folder: Path) -> None:
    """Raises `AppError("data.newer", version=…)` for data of a newer program, without a trace in the folder.

    Before that "data.path_not_text" for a folder whose name is not in UTF-8, as a Linux of another language writes it.
    """
    told = os.fsencode(folder.absolute()).decode("utf-8", "backslashreplace")
    if told != str(folder.absolute()):
        raise AppError("data.path_not_text", path=told)
    path = folder / DATABASE
    version = opening.stored_version(path)
    if version > SCHEMA_VERSION:
        made_by = opening.remembered(path, PROGRAM)
        raise AppError("data.newer", version=made_by if is_older(VERSION, made_by) else version)


def is_older(version: str, than: str) -> bool:
    """Whether one version of the program comes before another; "" and what is no version come before all."""

    def numbers(text: str) -> list[int]:
        return [int(piece) for piece in text.split(".") if piece.isdigit()]

    return numbers(version) < numbers(than)


def is_upgrade_due(folder: Path) -> bool:
    """Whether an older version of the program worked here last; looks without a trace. Raises as `refuse_newer`."""
    refuse_newer(folder)
    path = folder / DATABASE
    version = opening.stored_version(path)
    return version > 0 and (version < SCHEMA_VERSION or is_older(opening.remembered(path, PROGRAM), VERSION))


def _opened(workspace: Workspace) -> Workspace:
    _refuse_lost(workspace)
    was_cut_off = any(_has_something(workspace.folder / f"{DATABASE}{log}") for log in ("-wal", "-journal"))
    if is_upgrade_due(workspace.folder):
        _upgrade(workspace)
    _open_database(workspace)
    with workspace.session():
        if was_cut_off and not opening.is_sound():  # only then: it reads the whole database
            raise AppError("data.damaged", path=str(workspace.folder / DATABASE))
        if is_older(people.setting(PROGRAM), VERSION):  # nobody has worked with them yet
            people.set_setting(PROGRAM, VERSION)
        workspace.evidence.prepare()
        workspace.acting = people.find(people.setting(ACTING))
        workspace.say_who()
        _sweep(workspace)
    return workspace


def _refuse_lost(workspace: Workspace) -> None:
    """A database that is gone or empty beside evidence or copies was lost: nothing is begun anew over them."""
    path = workspace.folder / DATABASE
    if not opening.stored_version(path) and (sweeping.databases(workspace.folder) or any(workspace.evidence.digests())):
        raise AppError("data.damaged", path=str(path))


def _open_database(workspace: Workspace) -> None:
    """A log beside the database needs memory shared by all who have it open: not on a share; a stick may be pulled."""
    is_local = workspace.drive.kind is drives.Kind.LOCAL
    opening.open_database(workspace.folder / DATABASE, "wal" if is_local else "delete")


def _upgrade(workspace: Workspace) -> None:
    from app.operations.keeping import upgrading  # reads every room of the house: only when it is needed

    upgrading.upgrade(workspace)


def _looked_at(folder: Path, clock: Callable[[], datetime]) -> Workspace:
    """Opened to be looked at. Where others may write, where a crash left a log, and where the data are older than the
    program, it is a passing copy that is looked at: nothing changes under the eyes."""
    workspace = Workspace(folder, None, clock, drives.drive_of(folder))
    path = folder / DATABASE
    logs = [log for log in (folder / f"{DATABASE}-wal", folder / f"{DATABASE}-journal") if _has_something(log)]
    with ExitStack() as undo:
        undo.callback(workspace.close)
        try:
            with nobody_inside(folder):
                if logs or not workspace.drive.is_read_only or opening.stored_version(path) < SCHEMA_VERSION:
                    for each in (path, *logs):
                        shutil.copyfile(each, workspace.passing / each.name)
                    path = workspace.passing / DATABASE
                    opening.open_database(path, "delete")
                    opening.close_database()
            opening.look_at_database(path)
            workspace.evidence.prepare()
        except OSError as error:
            raise AppError("data.folder", path=str(folder), detail=cause(error)) from error
        with workspace.session():
            workspace.acting = people.find(people.setting(ACTING))
        undo.pop_all()
    return workspace


def _has_something(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _sweep(workspace: Workspace) -> None:
    """Removes what a crash left: copies made for looking at, half-written backups, evidence nobody refers to.

    What a kept copy of the data refers to stays: one may go back to it.
    """
    _remove_copies(workspace.folder / OPENED)
    for left in (*workspace.folder.glob(".*.part"), *workspace.folder.glob(".*.part-*")):
        with suppress(OSError):
            left.unlink()
    sweeping.sweep(workspace.folder)
    sweeping.sweep_beside(workspace.folder)
    strange = set(workspace.evidence.digests()) - people.known_files()
    for digest in strange - sweeping.named(workspace.folder, strange):
        workspace.evidence.remove(digest)


def _remove_copies(folder: Path) -> None:
    """Removes files that were given to others read-only: Windows removes such a file only once it may be written."""
    for path in folder.rglob("*"):
        with suppress(OSError):
            path.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)


# People ----------------------------------------------------------------------------------------------------------


def persons(workspace: Workspace) -> "tuple[Person, ...]":
    """Everybody who works here, in the order they were added."""
    with workspace.session():
        return people.everybody()


def add_person(workspace: Workspace, name: str, title: str = "", office: str = "") -> "Person":
    """Adds a person and makes them the acting one; raises `AppError("person.no_name")`."""
    from app.domain.agency import Person

    if not name.strip():
        raise AppError("person.no_name")
    person = Person(id=workspace.new_id(), name=name.strip(), title=title.strip(), office=office.strip())
    with workspace.transaction():
        people.add(person)
        workspace.note("person.added", subject=person.id, after=person.name)
    act_as(workspace, person.id)
    return person


def act_as(workspace: Workspace, person_id: str) -> "Changes":
    """Says who is working from now on."""
    from app.domain.changes import Kind, changed

    with workspace.transaction():
        person = people.find(person_id)
        if person is None:
            raise AppError("person.unknown")
        people.set_setting(ACTING, person_id)
        workspace.acting = person
    workspace.say_who()
    return changed(Kind.PEOPLE)


def leave_out(workspace: Workspace, person_id: str) -> "Changes":
    """Takes a person out of the list of those who work here; the journal keeps the name.

    Raises `AppError("person.unknown")`, or "person.is_acting" for the one who is working.
    """
    from app.domain.changes import Kind, changed

    with workspace.transaction():
        person = people.find(person_id)
        if person is None:
            raise AppError("person.unknown")
        if workspace.acting is not None and workspace.acting.id == person_id:
            raise AppError("person.is_acting", name=person.name)
        people.deactivate(person_id)
        workspace.note("person.left", subject=person_id, before=person.name)
    return changed(Kind.PEOPLE)


def journal_lines(workspace: Workspace, part: str = "", limit: int = 500) -> "tuple[Line, ...]":
    """The latest lines of the journal, newest first."""
    from app.storage import journal

    with workspace.session():
        return journal.latest(part, limit)


def part_ids(workspace: Workspace) -> tuple[str, ...]:
    """The parts of this data folder, newest first; what they are, `parts` tells, which knows campaigns."""
    with workspace.session():
        return people.part_ids()


# Settings --------------------------------------------------------------------------------------------------------


def setting(workspace: Workspace, key: str, default: str = "") -> str:
    """A remembered value of this data folder."""
    with workspace.session():
        return people.setting(key) or default


def set_setting(workspace: Workspace, key: str, value: str) -> None:
    """Remembers a value in this data folder; where it is only looked at, nothing is remembered."""
    if workspace.is_read_only:
        return
    with workspace.transaction():
        people.set_setting(key, value)
