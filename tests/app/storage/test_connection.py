"""The open database: all or nothing, parts of a whole, one connection for each thread."""

import sqlite3
import threading
from pathlib import Path

import pytest

from app.storage.connection import Database


@pytest.fixture
def database(tmp_path: Path):
    opened = Database()
    opened.init((tmp_path / "Dữ liệu.sqlite").as_uri(), {"foreign_keys": 1})
    opened.connect()
    opened.execute('CREATE TABLE "word" ("text" TEXT PRIMARY KEY)')
    opened.execute(
        'CREATE TABLE "said" ("word" TEXT NOT NULL REFERENCES "word" ("text") DEFERRABLE INITIALLY DEFERRED)'
    )
    yield opened
    opened.close()


def words(database: Database) -> list[str]:
    return [row[0] for row in database.execute('SELECT "text" FROM "word" ORDER BY "text"')]


def add(database: Database, word: str) -> None:
    database.execute('INSERT INTO "word" VALUES (?)', (word,))


def test_what_fails_leaves_nothing(database: Database) -> None:
    def act() -> None:
        with database.atomic():
            add(database, "một")
            raise KeyError

    with pytest.raises(KeyError):
        act()
    assert words(database) == []
    assert not database.in_transaction


def test_a_part_that_fails_leaves_the_rest(database: Database) -> None:
    def act() -> None:
        with database.atomic():
            add(database, "hai")
            with database.atomic():
                add(database, "ba")
            raise KeyError

    with database.atomic():
        add(database, "một")
        with pytest.raises(KeyError):
            act()
        add(database, "bốn")
        assert database.in_transaction
    assert words(database) == ["bốn", "một"]


def test_what_cannot_be_committed_is_taken_back(database: Database) -> None:
    def act() -> None:
        with database.atomic():
            add(database, "một")
            database.execute('INSERT INTO "said" VALUES (?)', ("không có",))

    with pytest.raises(sqlite3.IntegrityError):
        act()
    assert not database.connection.in_transaction
    with database.atomic():
        add(database, "hai")
    assert words(database) == ["hai"]


def test_the_first_trouble_is_told_when_sqlite_took_everything_back_itself(database: Database) -> None:
    def act() -> None:
        with database.atomic():
            add(database, "một")
            database.execute("PRAGMA max_page_count = 5")
            with database.atomic():
                add(database, "x" * 100_000)

    with pytest.raises(sqlite3.OperationalError, match="full"):
        act()
    assert words(database) == []
    assert not database.in_transaction


def test_another_thread_has_a_connection_of_its_own(database: Database) -> None:
    told: list[object] = []

    def look() -> None:
        try:
            database.execute("SELECT 1")
        except sqlite3.ProgrammingError as error:
            told.append(str(error))
        with database.session():
            told.append(words(database))
            with database.session():
                told.append(database.is_open)
            told.append(database.is_open)
        told.append(database.is_open)

    with database.atomic():
        add(database, "chưa xong")
        other = threading.Thread(target=look)
        other.start()
        other.join()
    assert told == ["no session is open in this thread", [], True, True, False]
    assert words(database) == ["chưa xong"]
