"""One open data folder: its sessions and transactions, who is working in it, and what it remembers.

`folders` says where it lies, and opens it.
"""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import drives
from app.drives import Drive
from app.errors import AppError
from app.operations.keeping import sweeping
from app.operations.lock import FolderLock
from app.storage import opening, people
from app.storage.connection import database
from app.storage.evidence_store import EvidenceStore

if TYPE_CHECKING:
    from app.domain.agency import Person
    from app.domain.changes import Changes
    from app.domain.journal import Line

DATABASE = "thuocso.sqlite"
ACTING = "acting_person"
OPENED = "opened"
BACKUPS = "backups"
EVIDENCE = "evidence"
PROGRAM = "program"
"""The newest version of the program that worked with the data; an older one can name it when it refuses them."""
UPGRADE = "upgrade"


def local_now() -> datetime:
    """The computer's time with its offset."""
    return datetime.now(UTC).astimezone()


class Workspace:
    """One open data folder. `clock` is the only thing that tells time; `acting` is who sits at the keyboard.

    Without a `lock` it is only looked at; what has to lie somewhere meanwhile lies in `passing`, gone at the end.
    `drive` is what kind of drive it lies on; `run` names this opening of the folder.
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
        self.evidence = EvidenceStore(folder / EVIDENCE, self.passing / "incoming" if self._passing else None)
        self.acting: Person | None = None
        self.run = os.urandom(4).hex()
        self.is_open = True
        self._besides: dict[str, AppError | None] = {}
        drives.hold(folder)

    @property
    def is_read_only(self) -> bool:
        """Whether the data can be looked at but not changed."""
        return self._lock is None

    def now(self) -> str:
        """This moment as ISO text to the second, with offset."""
        return self.clock().isoformat(timespec="seconds")

    def tell_besides(self, trouble: AppError) -> None:
        """What went wrong beside an act that went on all the same: whoever shows what was done says it, once."""
        self._besides.setdefault(trouble.code, trouble)

    def besides(self) -> tuple[AppError, ...]:
        """What is to be said now, and not again."""
        told = {code: each for code, each in tuple(self._besides.items()) if each is not None}
        self._besides |= dict.fromkeys(told)
        return tuple(told.values())

    @contextmanager
    def session(self) -> Iterator[None]:
        """This thread's connection, opened if need be; reading only.

        Raises `AppError("data.closed")` once the folder was let go: the process may have another one open by then.
        """
        if not self.is_open:
            raise AppError("data.closed", path=drives.shown(self.folder))
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
        self.is_open = False
        opening.close_database()
        drives.let_go(self.folder)
        if self._lock is not None:
            self._lock.release()
        if self._passing is not None:
            self._passing.cleanup()


def is_older(version: str, than: str) -> bool:
    """Whether one version of the program comes before another; "" and what is no version come before all."""

    def numbers(text: str) -> list[int]:
        return [int(piece) for piece in text.split(".") if piece.isdigit()]

    return numbers(version) < numbers(than)


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
