"""The journal: who changed what, when, from what to what."""

from dataclasses import dataclass

from app.storage.schema import JournalRow

MAX_VALUE = 2_000


@dataclass(frozen=True, slots=True)
class Line:
    """One change, values as text."""

    at: str
    person: str
    part: str
    action: str
    subject: str
    field: str
    before: str
    after: str


def add(at: str, person: str, part: str, action: str, subject: str, field: str, before: str, after: str) -> None:
    """Writes one line."""
    JournalRow.insert(
        at=at,
        person=person,
        part=part,
        action=action,
        subject=subject,
        field=field,
        before=before[:MAX_VALUE],
        after=after[:MAX_VALUE],
    ).execute()


def latest(part: str, limit: int) -> tuple[Line, ...]:
    """The latest lines, newest first; an empty `part` means all."""
    query = JournalRow.select().order_by(JournalRow.id.desc()).limit(limit)
    if part:
        query = query.where(JournalRow.part == part)
    return tuple(
        Line(row.at, row.person, row.part, row.action, row.subject, row.field, row.before, row.after) for row in query
    )
