"""People who work here, on which parts, and small remembered values: what every start asks."""

from typing import TYPE_CHECKING, Any

from app.storage.schema import FileRow, PartRow, PersonRow, RevisionRow, SettingRow

if TYPE_CHECKING:
    from app.domain.agency import Person


def add(person: "Person") -> None:
    """Keeps a new person."""
    PersonRow.insert(id=person.id, name=person.name, title=person.title, office=person.office).execute()


def everybody() -> "tuple[Person, ...]":
    """All who are active, by name."""
    rows = PersonRow.select().where(PersonRow.is_active).order_by(PersonRow.name)
    return tuple(_person(row) for row in rows)


def find(person_id: str) -> "Person | None":
    """The person with this id."""
    row = PersonRow.get_or_none(PersonRow.id == person_id)
    return None if row is None else _person(row)


def deactivate(person_id: str) -> None:
    """Takes a person out of the list; what they did keeps their name."""
    PersonRow.update(is_active=False).where(PersonRow.id == person_id).execute()


def setting(key: str) -> str:
    """A remembered value, "" when there is none."""
    row = SettingRow.get_or_none(SettingRow.key == key)
    return "" if row is None else str(row.value)


def set_setting(key: str, value: str) -> None:
    """Remembers a value."""
    SettingRow.insert(key=key, value=value).on_conflict_replace().execute()


def part_ids() -> tuple[str, ...]:
    """Which parts of campaigns are worked on here, newest first; `campaigns.parts` tells all of them."""
    rows = PartRow.select(PartRow.id).order_by(PartRow.created_at.desc(), PartRow.id)
    return tuple(row.id for row in rows)


def known_files() -> set[str]:
    """Digests of all files that are recorded: evidence, and the papers of frozen revisions."""
    papers: Any = RevisionRow.select(RevisionRow.report, RevisionRow.signed_report, RevisionRow.signed_page).tuples()
    evidence = {row.digest for row in FileRow.select(FileRow.digest)}
    return evidence | {digest for row in papers for digest in row if digest}


def _person(row: PersonRow) -> "Person":
    from app.domain.agency import Person  # with all that agencies are: not before somebody works here

    return Person(id=row.id, name=row.name, title=row.title, office=row.office)
