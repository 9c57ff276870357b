"""The journal: who changed what, when, from what to what."""

from dataclasses import dataclass
from datetime import datetime

from app.storage.schema import JournalRow

MAX_VALUE = 2_000
MERGED_WITHIN = 60  # seconds


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
    """Writes one line. What one person goes on typing into one field within a minute stays one line."""
    last = JournalRow.select().order_by(JournalRow.id.desc()).first()
    same = (person, part, action, subject, field)
    if field and last is not None and (last.person, last.part, last.action, last.subject, last.field) == same:
        if last.after == before[:MAX_VALUE] and _seconds_between(last.at, at) < MERGED_WITHIN:
            JournalRow.update(after=after[:MAX_VALUE], at=at).where(JournalRow.id == last.id).execute()
            return
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


def _seconds_between(earlier: str, later: str) -> float:
    return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds()


def latest(part: str, limit: int) -> tuple[Line, ...]:
    """The latest lines, newest first; an empty `part` means all."""
    query = JournalRow.select().order_by(JournalRow.id.desc()).limit(limit)
    if part:
        query = query.where(JournalRow.part == part)
    return tuple(
        Line(row.at, row.person, row.part, row.action, row.subject, row.field, row.before, row.after) for row in query
    )
