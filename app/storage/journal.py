"""The journal kept: each line chained to the one before it."""

from dataclasses import asdict, replace
from datetime import datetime

from app.domain import journal
from app.domain.journal import Line
from app.storage.schema import JournalRow

MAX_VALUE = 2_000
MERGED_WITHIN = 60  # seconds
CHAINED = 4  # the schema since which lines are chained


def add(at: str, person: str, part: str, action: str, subject: str, field: str, before: str, after: str) -> None:
    """Writes one line. What one person goes on typing into one field within a minute stays one line, the last."""
    line = Line(at, person, part, action, subject, field, before[:MAX_VALUE], after[:MAX_VALUE])
    last = JournalRow.select().order_by(JournalRow.id.desc()).first()
    if last is not None and _goes_on(last, line):
        merged = journal.sealed(replace(_line(last), after=line.after, at=at), last.previous)
        JournalRow.update(after=merged.after, at=at, digest=merged.digest).where(JournalRow.id == last.id).execute()
        return
    JournalRow.insert(**asdict(journal.sealed(line, _previous(last)))).execute()


def _previous(last: JournalRow | None) -> str:
    """What the next line is chained to."""
    if last is None:
        return ""
    return str(last.digest) or journal.before_the_chain(everything())


def _goes_on(last: JournalRow, line: Line) -> bool:
    """Whether a change continues the last line: the same hand in the same place, from where that line ended."""
    place = (line.person, line.part, line.action, line.subject, line.field)
    if not line.field or not last.digest or last.after != line.before:
        return False
    if (last.person, last.part, last.action, last.subject, last.field) != place:
        return False
    passed = (datetime.fromisoformat(line.at) - datetime.fromisoformat(last.at)).total_seconds()
    return 0 <= passed < MERGED_WITHIN  # a clock that was put back begins a new line


def latest(part: str, limit: int) -> tuple[Line, ...]:
    """The latest lines, newest first; an empty `part` means all."""
    query = JournalRow.select().order_by(JournalRow.id.desc()).limit(limit)
    if part:
        query = query.where(JournalRow.part == part)
    return tuple(_line(row) for row in query)


def everything() -> tuple[Line, ...]:
    """All lines, oldest first."""
    return tuple(_line(row) for row in JournalRow.select().order_by(JournalRow.id))


def _line(row: JournalRow) -> Line:
    return Line(
        row.at,
        row.person,
        row.part,
        row.action,
        row.subject,
        row.field,
        row.before,
        row.after,
        row.previous,
        row.digest,
    )
