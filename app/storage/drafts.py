"""Frameworks that are being written: kept whole at every saving, apart from the versions that never change."""

import json
from dataclasses import dataclass

from app.domain import framework
from app.domain.framework import Framework
from app.errors import AppError
from app.storage.schema import DraftRow


@dataclass(frozen=True, slots=True)
class Draft:
    """A framework that is being written; `based_on` is the digest of the version it began from, "" for none.

    `created_at`, `changed_at`: ISO times; `changed_by`: who wrote last, with title.
    """

    id: str
    framework: Framework
    based_on: str
    created_at: str
    changed_at: str
    changed_by: str


def add(draft: Draft) -> None:
    """Keeps a new draft, or one that was taken away before."""
    DraftRow.insert(
        id=draft.id,
        title=draft.framework.title,
        body=_body(draft.framework),
        based_on=draft.based_on,
        created_at=draft.created_at,
        changed_at=draft.changed_at,
        changed_by=draft.changed_by,
    ).execute()


def get(draft_id: str) -> Draft:
    """The draft; raises `AppError("draft.unknown")`."""
    row = DraftRow.get_or_none(DraftRow.id == draft_id)
    if row is None:
        raise AppError("draft.unknown")
    return _draft(row)


def everything() -> tuple[Draft, ...]:
    """All drafts, the one changed last first."""
    return tuple(map(_draft, DraftRow.select().order_by(DraftRow.changed_at.desc(), DraftRow.id)))


def save(draft_id: str, value: Framework, at: str, by: str) -> None:
    """Writes what the draft says now; raises `AppError("draft.unknown")`."""
    changed = DraftRow.update(title=value.title, body=_body(value), changed_at=at, changed_by=by)
    if not changed.where(DraftRow.id == draft_id).execute():
        raise AppError("draft.unknown")


def remove(draft_id: str) -> None:
    """Takes the draft away; raises `AppError("draft.unknown")`."""
    if not DraftRow.delete().where(DraftRow.id == draft_id).execute():
        raise AppError("draft.unknown")


def _body(value: Framework) -> str:
    """JSON in the order of the decision's columns; only published versions need the canonical form."""
    return json.dumps(framework.to_json(value), ensure_ascii=False, separators=(",", ":"))


def _draft(row: DraftRow) -> Draft:
    value = framework.from_json(json.loads(row.body))
    return Draft(row.id, value, row.based_on, row.created_at, row.changed_at, row.changed_by)
