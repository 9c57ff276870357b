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
    last = JournalRow.select().order_by(JournalRow.id.desc()).first() if field else None
    if last is not None and _goes_on(last, at, (person, part, action, subject, field), before[:MAX_VALUE]):
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


def _goes_on(last: JournalRow, at: str, same: tuple[str, ...], before: str) -> bool:
    """Whether a change continues the last line: the same hand in the same place, from where that line ended."""
    if (last.person, last.part, last.action, last.subject, last.field) != same or last.after != before:
        return False
    return (datetime.fromisoformat(at) - datetime.fromisoformat(last.at)).total_seconds() < MERGED_WITHIN


def latest(part: str, limit: int) -> tuple[Line, ...]:
    """The latest lines, newest first; an empty `part` means all."""
    query = JournalRow.select().order_by(JournalRow.id.desc()).limit(limit)
    if part:
        query = query.where(JournalRow.part == part)
    return tuple(
        Line(row.at, row.person, row.part, row.action, row.subject, row.field, row.before, row.after) for row in query
    )
