"""People who work here, on which parts, and small remembered values: what every start asks, without peewee."""

from typing import TYPE_CHECKING

from app.storage.connection import database

if TYPE_CHECKING:
    from app.domain.agency import Person

_PERSON = 'SELECT "id", "name", "title", "office" FROM "person"'


def add(person: "Person") -> None:
    """Keeps a new person."""
    names = '"id", "name", "title", "office", "is_active"'
    values = (person.id, person.name, person.title, person.office)
    database.execute(f'INSERT INTO "person" ({names}) VALUES (?, ?, ?, ?, 1)', values)


def everybody() -> "tuple[Person, ...]":
    """All who are active, by name."""
    return tuple(_person(*row) for row in database.execute(f'{_PERSON} WHERE "is_active" ORDER BY "name"'))


def find(person_id: str) -> "Person | None":
    """The person with this id."""
    row = database.execute(f'{_PERSON} WHERE "id" = ?', (person_id,)).fetchone()
    return None if row is None else _person(*row)


def deactivate(person_id: str) -> None:
    """Takes a person out of the list; what they did keeps their name."""
    database.execute('UPDATE "person" SET "is_active" = 0 WHERE "id" = ?', (person_id,))


def setting(key: str) -> str:
    """A remembered value, "" when there is none."""
    row = database.execute('SELECT "value" FROM "setting" WHERE "key" = ?', (key,)).fetchone()
    return "" if row is None else str(row[0])


def set_setting(key: str, value: str) -> None:
    """Remembers a value."""
    database.execute('INSERT OR REPLACE INTO "setting" ("key", "value") VALUES (?, ?)', (key, value))


def part_ids() -> tuple[str, ...]:
    """Which parts of campaigns are worked on here, newest first; `campaigns.parts` tells all of them."""
    rows = database.execute('SELECT "id" FROM "part" ORDER BY "created_at" DESC, "id"')
    return tuple(row[0] for row in rows)


def known_files() -> set[str]:
    """Digests of all files that are recorded: evidence, and the papers of frozen revisions."""
    query = """
        SELECT "digest" FROM "file" UNION SELECT "report" FROM "revision" UNION SELECT "signed_report" FROM "revision"
        UNION SELECT "signed_page" FROM "revision"
    """
    return {row[0] for row in database.execute(query)} - {"", None}


def _person(*row: str) -> "Person":
    from app.domain.agency import Person  # with all that agencies are: not before somebody works here

    id_, name, title, office = row
    return Person(id=id_, name=name, title=title, office=office)
