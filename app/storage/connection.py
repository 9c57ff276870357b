"""The one open database: where it lies, a connection for each thread, transactions, and the nested ones as savepoints.

The queries of the rooms are written by peewee (`schema`), which asks here for what it reads and writes with. What
every start asks does without it: peewee takes longer to load than a folder without work takes to open.
"""

import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any


class _Here(threading.local):
    """What one thread has open."""

    connection: sqlite3.Connection | None = None
    depth: int = 0


class Database:
    """A database file, or none yet; errors are those of `sqlite3`."""

    def __init__(self) -> None:
        self._address = ""
        self._pragmas: Mapping[str, object] = {}
        self._here = _Here()

    def init(self, address: str, pragmas: Mapping[str, object]) -> None:
        """Where it lies from now on, as a URI of SQLite, and what is set at every connection."""
        self._address, self._pragmas = address, pragmas

    def connect(self) -> None:
        """Opens this thread's connection."""
        connection = sqlite3.connect(self._address, uri=True, isolation_level=None)
        try:
            for name, value in self._pragmas.items():
                connection.execute(f"PRAGMA {name} = {value}")
        except sqlite3.Error:
            connection.close()
            raise
        self._here.connection = connection

    def close(self) -> None:
        """Closes this thread's connection, if it has one; what was not committed is as if it had not been."""
        connection, self._here.connection, self._here.depth = self._here.connection, None, 0
        if connection is not None:
            connection.close()

    @property
    def is_open(self) -> bool:
        """Whether this thread has a connection."""
        return self._here.connection is not None

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection; raises `sqlite3.ProgrammingError` where there is none."""
        if self._here.connection is None:
            raise sqlite3.ProgrammingError("no session is open in this thread")
        return self._here.connection

    @contextmanager
    def session(self) -> Iterator[None]:
        """This thread's connection, opened and closed again if there was none."""
        if self.is_open:
            yield
            return
        self.connect()
        try:
            yield
        finally:
            self.close()

    def execute(self, query: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Runs one statement."""
        return self.connection.execute(query, values)

    @property
    def in_transaction(self) -> bool:
        """Whether what is written now waits for the end of an `atomic`."""
        return self._here.depth > 0

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All or nothing; inside another one, nothing of this part alone.

        On a full disk SQLite rolls back by itself: then nothing is left to take back.
        """
        depth = self._here.depth
        begin, done, undone = _WHOLE if depth == 0 else (text.format(depth) for text in _PART)
        self.execute(begin)
        self._here.depth = depth + 1
        with ExitStack() as ending:
            ending.callback(self._leave, depth)
            undo = ending.enter_context(ExitStack())
            undo.callback(self._take_back, undone)
            yield
            self.execute(done)
            undo.pop_all()

    def _take_back(self, undone: str) -> None:
        if self.is_open and self.connection.in_transaction:
            self.execute(undone)

    def _leave(self, depth: int) -> None:
        if self.is_open:
            self._here.depth = depth


_WHOLE = "BEGIN", "COMMIT", "ROLLBACK"
_PART = "SAVEPOINT part_{}", "RELEASE part_{}", "ROLLBACK TO part_{}"

database = Database()
