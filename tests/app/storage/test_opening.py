"""The database file: versions, migration, refusal of newer data, integrity."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import AppError
from app.storage import opening
from app.storage.connection import database
from app.storage.migrations import STEPS, VERSION
from app.storage.schema import Base
from app.storage.schema_review import SubmissionRow
from app.storage.schema_trust import RegistryRow


def _objects(path: Path) -> dict[str, object]:
    """Every table by its columns (name, type, not null, place in the key) and its links, every index by its text.

    Columns added later stand behind the constraints in SQLite's own text, so the tables are compared by what they are.
    """
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        found: dict[str, object] = {name: " ".join(sql.split()) for kind, name, sql in rows if kind == "index"}
        for name, sql in ((name, sql) for kind, name, sql in rows if kind == "table"):
            columns = {row[1:4] + row[5:6] for row in connection.execute(f'PRAGMA table_info("{name}")')}
            links = {row[2:8] for row in connection.execute(f'PRAGMA foreign_key_list("{name}")')}
            found[name] = (columns, links, "WITHOUT ROWID" in sql, "AUTOINCREMENT" in sql)
    return found


@pytest.fixture
def opened(tmp_path: Path):
    path = tmp_path / "Dữ liệu.sqlite"
    opening.open_database(path)
    yield path
    opening.close_database()


def test_a_migrated_database_is_a_fresh_one(opened: Path, tmp_path: Path) -> None:
    opening.close_database()
    fresh = tmp_path / "fresh.sqlite"
    database.init(fresh.as_uri(), {})
    with database.session():
        assert {SubmissionRow, RegistryRow} <= set(Base.__subclasses__())
        Base._meta.database.create_tables(Base.__subclasses__())
    assert _objects(opened) == _objects(fresh)


def test_the_version_and_the_application_are_written_into_the_file(opened: Path) -> None:
    assert opening.stored_version(opened) == VERSION == len(STEPS)
    with closing(sqlite3.connect(opened)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == opening.APPLICATION_ID


def test_what_is_acknowledged_is_synced_in_full_and_links_are_checked(opened: Path) -> None:
    assert database.execute("PRAGMA synchronous").fetchone()[0] == 2
    assert database.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert database.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert opening.problems() == []


def test_a_newer_file_is_refused_and_no_byte_changes(opened: Path) -> None:
    opening.close_database()
    with closing(sqlite3.connect(opened)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = hashlib.sha256(opened.read_bytes()).hexdigest()
    with pytest.raises(AppError) as refused:
        opening.open_database(opened)
    assert refused.value.code == "data.newer"
    assert hashlib.sha256(opened.read_bytes()).hexdigest() == before


def test_a_damaged_file_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    path.write_bytes(b"kh\xc3\xb4ng ph\xe1\xba\xa3i c\xc6\xa1 s\xe1\xbb\x9f d\xe1\xbb\xaf li\xe1\xbb\x87u" * 100)
    with pytest.raises(AppError) as refused:
        opening.open_database(path)
    assert refused.value.code == "data.damaged"


def test_a_step_that_breaks_leaves_the_version_before_it(opened: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "STEPS", (*STEPS, 'CREATE TABLE "a" ("b" TEXT);\nCREATE TABLE "a" ("b" TEXT);\n'))
    with pytest.raises(Exception, match="already exists"):
        opening.migrate(VERSION)
    assert opening.stored_version(opened) == VERSION
    assert "a" not in _objects(opened)


def test_a_copy_is_consistent_while_the_database_is_open(opened: Path, tmp_path: Path) -> None:
    database.execute('INSERT INTO "setting" VALUES (?, ?)', ("khóa", "giá trị"))
    target = tmp_path / "bản sao.sqlite"
    opening.copy_database(target)
    with closing(sqlite3.connect(target)) as connection:
        assert connection.execute("SELECT value FROM setting").fetchall() == [("giá trị",)]
        assert connection.execute("PRAGMA user_version").fetchone()[0] == VERSION


@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_a_beginning_that_was_cut_off_leaves_nothing_to_the_next_one(tmp_path: Path, mode: str) -> None:
    """An empty file beside the log of a database that never came to its first version."""
    path = tmp_path / "thuocso.sqlite"
    with closing(sqlite3.connect(path)) as cut_off:
        cut_off.execute("PRAGMA journal_mode = WAL")
        cut_off.execute("CREATE TABLE stray (x)")
        log = Path(f"{path}-wal").read_bytes()
    path.write_bytes(b"")
    Path(f"{path}-wal").write_bytes(log)
    opening.open_database(path, mode)
    assert opening.problems() == []
    assert next(opening.rows("PRAGMA journal_mode"))[0] == mode
    assert list(opening.rows("SELECT name FROM sqlite_master WHERE name = 'stray'")) == []
    opening.close_database()
    assert opening.stored_version(path) == VERSION
    assert list(tmp_path.iterdir()) == [path]
