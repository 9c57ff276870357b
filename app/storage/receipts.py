"""What an authority decided about submissions, and the receipts made or received."""

import json
from dataclasses import dataclass

from app.domain.receiving import Act, Ruling
from app.storage.schema_review import ReceiptRow, RulingRow


@dataclass(frozen=True, slots=True)
class Ruled:
    """A decision about a submission of an agency: what, why, when (ISO time) and by whom."""

    agency: str
    ruling: Ruling
    reason: str
    at: str
    by: str


def add_ruling(part: str, ruled: Ruled) -> None:
    """Keeps a decision."""
    RulingRow.insert(
        part=part,
        agency=ruled.agency,
        act=ruled.ruling.act.value,
        content_digest=ruled.ruling.digest,
        over=json.dumps(ruled.ruling.over),
        reason=ruled.reason,
        at=ruled.at,
        by=ruled.by,
    ).execute()


def rulings(part: str, agency: str = "") -> tuple[Ruled, ...]:
    """Decisions in the order in which they were made."""
    query = RulingRow.select().where(RulingRow.part == part).order_by(RulingRow.id)
    if agency:
        query = query.where(RulingRow.agency == agency)
    return tuple(
        Ruled(
            row.agency,
            Ruling(Act(row.act), row.content_digest, tuple(json.loads(row.over))),
            row.reason,
            row.at,
            row.by,
        )
        for row in query
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptReceipt:
    """A receipt: canonical JSON of its content, the key that sealed it, and when its maker says it was made."""

    id: str
    part: str
    agency: str
    content: str
    content_digest: str
    spki: str
    made_at: str
    at: str


def add_receipt(kept: KeptReceipt) -> None:
    """Keeps a receipt."""
    values = {name: getattr(kept, name) for name in KeptReceipt.__dataclass_fields__}
    ReceiptRow.insert(**values).execute()


def receipts(part: str, agency: str = "") -> tuple[KeptReceipt, ...]:
    """Receipts of a part, what was made last first."""
    row = ReceiptRow
    query = row.select().where(row.part == part).order_by(row.made_at.desc(), row.content_digest)
    if agency:
        query = query.where(row.agency == agency)
    return tuple(
        KeptReceipt(
            id=row.id,
            part=row.part_id,
            agency=row.agency,
            content=row.content,
            content_digest=row.content_digest,
            spki=row.spki,
            made_at=row.made_at,
            at=row.at,
        )
        for row in query
    )
