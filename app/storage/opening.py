"""Opening the one database: pragmas, versions, migration, integrity, a consistent copy."""

import errno
import gc
import os
import shutil
import sqlite3
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from app.errors import AppError, Cause, cause
from app.storage.connection import database
from app.storage.migrations import STEPS, VERSION

APPLICATION_ID = 0x7468_5358  # "thSX", so that `file` and a stranger can tell what this is
_SMALL = 1 << 20  # bytes; with less than that left, a write that fails failed for want of room
_FULL = {sqlite3.SQLITE_FULL}
_TORN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_SHUT = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH}
_MEANING = str.maketrans({"%": "%25", "?": "%3F", "#": "%23"})  # letters that mean something in a URI of SQLite
PATIENCE = 5.0  # seconds that a program holding the database is waited for


@contextmanager
def told_of_disk(folder: Path) -> Iterator[None]:
    """Turns what SQLite says of the disk under `folder` into an `AppError`; everything else goes on as it is.

    Raises `AppError("data.disk_full")`, "data.read_only", "data.medium_gone", "data.damaged", and "data.busy" where
    another program holds the database; what was committed before stays.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        told = _trouble(error, folder)
        if told is None:
            raise
        raise told from error


@contextmanager
def told_of_files(folder: Path) -> Iterator[None]:
    """Turns an `OSError` of files in the data folder into the same codes as `told_of_disk`."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise AppError("data.disk_full", path=str(folder)) from error
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            raise AppError("data.read_only", path=str(folder)) from error
        raise AppError("data.medium_gone", path=str(folder)) from error


def is_busy(error: sqlite3.DatabaseError) -> bool:
    """Whether nothing is wrong with the database but that another program holds it."""
    return _first_said(error) in _BUSY


def _first_said(error: BaseException) -> int:
    """SQLite's first code: on a full disk it rolls back by itself, and the rollback after that fails in its turn."""
    code = 0
    link: BaseException | None = error
    while link is not None:
        code = getattr(link, "sqlite_errorcode", code)
        link = link.__context__
    return code & 0xFF


def _trouble(error: Exception, folder: Path) -> AppError | None:
    code = _first_said(error)
    if code in _BUSY:
        return AppError("data.busy", path=str(folder))
    if code in _TORN:
        return AppError("data.damaged", path=str(folder))
    if code in _FULL | _SHUT | {sqlite3.SQLITE_IOERR} and (code in _FULL or _is_full(folder)):
        return AppError("data.disk_full", path=str(folder))
    if code == sqlite3.SQLITE_IOERR or (code == sqlite3.SQLITE_CANTOPEN and not _is_there(folder)):
        return AppError("data.medium_gone", path=str(folder))
    return AppError("data.read_only", path=str(folder)) if code in _SHUT else None


def _is_there(folder: Path) -> bool:
    """Whether the data are still where they were: a folder may be renamed, a drive pulled, while it is open."""
    return any(path.exists() for path in folder.glob("*.sqlite"))


def _is_full(folder: Path) -> bool:
    with suppress(OSError):
        return shutil.disk_usage(folder).free < _SMALL
    return False


def stored_version(path: Path) -> int:
    """The schema version of a database file, 0 for a new one, without changing a byte or a time in its folder.

    SQLite itself would make files beside it even to read. Raises `AppError("data.damaged")` when it is no database,
    "data.folder" or "data.medium_gone" when it can't be read at all.
    """
    wal = Path(f"{path}-wal")
    try:
        if not path.exists() or path.stat().st_size == 0:
            return 0
        with path.open("rb") as file:
            head = file.read(100)
        if len(head) < 100 or not head.startswith(_MAGIC) or head[21:24] != _FRACTIONS:
            raise AppError("data.damaged", path=str(path))
        if not wal.exists():
            return _version_in(head)
        with wal.open("rb") as file:
            return _version_logged(file, _version_in(head))
    except OSError as error:
        why = cause(error)
        if why is Cause.DEVICE:
            raise AppError("data.medium_gone", path=str(path.parent)) from error
        raise AppError("data.folder", path=str(path.parent), detail=why) from error


_MAGIC = b"SQLite format 3\0"
_LOGGED = bytes((2, 2))  # file format: written and read with a log beside the database
_FRACTIONS = bytes((64, 32, 32))  # fixed by the file format
_WAL_HEAD, _FRAME_HEAD = struct.Struct(">8I"), struct.Struct(">6I")


def _version_in(page: bytes) -> int:
    return int(struct.unpack_from(">i", page, 60)[0])


def _version_logged(wal: IO[bytes], version: int) -> int:
    """The version after what a crash left in the log: the last first page that was committed."""
    head = wal.read(_WAL_HEAD.size)
    if len(head) < _WAL_HEAD.size:
        return version
    _, _, page_size, _, *salts = _WAL_HEAD.unpack(head)[:6]
    waiting = version
    while len(frame := wal.read(_FRAME_HEAD.size)) == _FRAME_HEAD.size:
        number, committed, *found = _FRAME_HEAD.unpack(frame)[:4]
        if found != salts:
            break
        if number == 1:
            page = wal.read(page_size)
            waiting = _version_in(page) if len(page) == page_size else version
        else:
            wal.seek(page_size, os.SEEK_CUR)
        version = waiting if committed else version
    return version


def remembered(path: Path, key: str) -> str:
    """A remembered value of a database that is not opened; "" where there is none.

    Not a byte and no time changes: it is read as if nobody could write it, after a crash as a copy with its log.
    """
    with ExitStack() as passing, suppress(sqlite3.DatabaseError, OSError):
        how = "mode=ro&immutable=1"
        if Path(f"{path}-wal").exists():
            folder = Path(passing.enter_context(TemporaryDirectory(prefix="thuocso-", ignore_cleanup_errors=True)))
            for name in (path.name, f"{path.name}-wal"):
                shutil.copyfile(path.with_name(name), folder / name)
            path, how = folder / path.name, "mode=rw"
        connection = passing.enter_context(closing(sqlite3.connect(f"{_address(path)}?{how}", uri=True)))
        row = connection.execute('SELECT "value" FROM "setting" WHERE "key" = ?', (key,)).fetchone()
        return str(row[0]) if row else ""
    return ""


def _address(path: Path) -> str:
    """The file as SQLite takes it in a URI; a share of Windows has its server in the path, not in the authority."""
    name = path.absolute().as_posix().translate(_MEANING)
    if sys.platform == "win32" and not name.startswith("//"):
        name = f"/{name}"
    return f"file://{name}"


def open_database(path: Path, journal_mode: str = "wal") -> None:
    """Opens the process's database at `path`, at the newest schema version.

    A folder that was renamed or pulled out since is noticed: the file is made once and never again. The caller has
    made a copy if a migration is due. Raises `AppError("data.newer")`, "data.damaged" and what `told_of_disk` says.
    """
    version = stored_version(path)
    if version > VERSION:
        raise AppError("data.newer", version=version)
    if version == 0:
        _begin(path, journal_mode)
        version = VERSION
    patience = {"busy_timeout": round(PATIENCE * 1000)}
    pragmas = {**patience, "journal_mode": journal_mode, "foreign_keys": 1, "synchronous": "FULL"}
    _connect(path, f"{_address(path)}?mode=rw", pragmas, version)


def _begin(path: Path, journal_mode: str) -> None:
    """A new database, made in memory: it is there as a whole or not at all, and the disk is waited for once."""
    with closing(sqlite3.connect(":memory:")) as made:
        _migrate(made.execute, 0)
        data = bytearray(made.serialize())
    if journal_mode == "wal":
        data[18:20] = _LOGGED
    passing = path.with_name(f".{os.urandom(8).hex()}.part")
    try:
        with told_of_files(path.parent):
            with passing.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            for log in ("-wal", "-shm", "-journal"):  # of a beginning that was cut off
                path.with_name(path.name + log).unlink(missing_ok=True)
            passing.replace(path)
    except AppError:
        _remove(passing)
        raise


def look_at_database(path: Path) -> None:
    """Opens the process's database at `path` to be read alone, on a medium that nobody can write.

    Raises `AppError("data.damaged")` and what `told_of_disk` says.
    """
    _connect(path, f"{_address(path)}?mode=ro&immutable=1", {"foreign_keys": 1, "query_only": 1}, VERSION)


def _connect(path: Path, address: str, pragmas: dict[str, object], version: int) -> None:
    database.init(address, pragmas)
    try:
        with told_of_disk(path.parent):
            database.connect()
            migrate(version)
    except AppError:
        database.close()
        raise
    except sqlite3.DatabaseError as error:
        database.close()
        raise AppError("data.damaged", path=str(path)) from error


def migrate(version: int) -> None:
    """Runs the steps after `version`, each in one transaction with its number."""
    _migrate(database.execute, version, database.atomic)


def _migrate(
    execute: Callable[[str], object], version: int, atomic: Callable[[], AbstractContextManager[object]] = nullcontext
) -> None:
    for number, statements in enumerate(STEPS[version:], start=version + 1):
        with atomic():
            for statement in statements.split(";\n"):
                if statement.strip():
                    execute(statement)
            execute(f"PRAGMA user_version = {number}")
            execute(f"PRAGMA application_id = {APPLICATION_ID}")


def close_database() -> None:
    """Closes this thread's connection; the file may then be moved or copied."""
    if not database.is_open:
        return
    path = database.execute("PRAGMA database_list").fetchone()[2]
    mode = database.execute("PRAGMA journal_mode").fetchone()[0]
    database.close()
    if mode != "wal" or Path(f"{path}-wal").exists():
        gc.collect()  # a cursor not yet collected keeps the file open behind the closed connection, and its WAL with it


def snapshot(path: Path, target: Path) -> None:
    """Writes a consistent copy of a database that is not open here; it bears its name only when it is on the disk.

    Raises `AppError("data.damaged")` and what `told_of_disk` says.
    """
    passing = target.with_name(f".{target.name}.part")
    try:
        with told_of_disk(target.parent):
            _remove(passing)  # what an earlier start left when it was cut off
            try:
                with closing(sqlite3.connect(path, timeout=PATIENCE)) as connection:
                    connection.execute("VACUUM INTO ?", (str(passing),))
            except sqlite3.DatabaseError as error:
                if _trouble(error, path.parent) is None:
                    raise AppError("data.damaged", path=str(path)) from error
                raise
            with passing.open("rb+") as file:
                os.fsync(file.fileno())
            passing.replace(target)
    except (AppError, OSError):
        _remove(passing)
        raise


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def settle(path: Path) -> None:
    """Puts everything of a database that is not open here into its one file: nothing stays in a log beside it."""
    with told_of_disk(path.parent), closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def copy_database(target: Path) -> None:
    """Writes a consistent copy of the open database to `target`, which must not exist.

    One that is only looked at (`look_at_database`) has no log, and nobody writes to it: its file is the copy.
    """
    if database.execute("PRAGMA query_only").fetchone()[0]:
        shutil.copyfile(database.execute("PRAGMA database_list").fetchone()[2], target)
    else:
        database.execute("VACUUM INTO ?", (str(target),))


def rows(query: str) -> Iterator[tuple[object, ...]]:
    """What the open database answers to a query of its tables' own names, row by row."""
    yield from database.execute(query)


def is_sound() -> bool:
    """Whether every page of the database is readable and in its place."""
    return [row[0] for row in database.execute("PRAGMA quick_check(1)")] == ["ok"]


def problems() -> list[str]:
    """What SQLite's own integrity and foreign key checks find, in its words; empty when sound."""
    found = [str(row[0]) for row in database.execute("PRAGMA integrity_check") if row[0] != "ok"]
    found += [f"foreign key: {row}" for row in database.execute("PRAGMA foreign_key_check")]
    return found
