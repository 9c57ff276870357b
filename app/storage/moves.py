"""Assessments carried over from one framework version to another, with everything as it stood before."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from peewee import SQL, Expression

from app.domain.contents import Link
from app.storage.assessments import Kept, add_link, evidence, responses, revisions, save_response
from app.storage.campaigns import assessment
from app.storage.schema import EvidenceLinkRow, MoveRow, ResponseRow


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """One move; `before`: the JSON of what stood before it (`snapshot`), `to_answer`: nodes to be answered again."""

    id: str
    part: str
    from_framework: str
    to_framework: str
    on_scoring: str
    before: str
    to_answer: frozenset[str]
    at: str
    by: str
    undone_at: str | None = None


def add(value: Move) -> None:
    """Keeps a move."""
    values = {name: getattr(value, name) for name in Move.__dataclass_fields__}
    MoveRow.insert(**{**values, "to_answer": json.dumps(sorted(value.to_answer))}).execute()


def last(part: str) -> Move | None:
    """The newest move of a part that was not undone."""
    return _newest((MoveRow.part == part) & MoveRow.undone_at.is_null())


def _newest(which: Expression) -> Move | None:
    row = MoveRow.select().where(which).order_by(SQL("rowid").desc()).first()  # several may stand in one second
    if row is None:
        return None
    values = {name: getattr(row, name) for name in Move.__dataclass_fields__ if name not in ("part", "to_answer")}
    return Move(part=row.part_id, to_answer=frozenset(json.loads(row.to_answer)), **values)


def once_on(part: str, framework: str) -> Move | None:
    """The newest move that ended work on a version: it led away, or led there and was undone. `before` stood on it."""
    away = (MoveRow.from_framework == framework) & MoveRow.undone_at.is_null()
    back = (MoveRow.to_framework == framework) & MoveRow.undone_at.is_null(False)
    return _newest((MoveRow.part == part) & (away | back))


def set_undone(move: str, at: str, before: str) -> None:
    """Marks a move as undone, with what stood until then."""
    MoveRow.update(undone_at=at, before=before).where(MoveRow.id == move).execute()


def fresh(part: str) -> Move | None:
    """The last move, until a submission made after it has had its answer and another round began."""
    known, now = last(part), assessment(part)
    if known is None or any(each.round < now.round and each.frozen_at >= known.at for each in revisions(part)):
        return None
    return known


def asked_again(part: str) -> frozenset[str]:
    """The nodes of a part that its last move asks to answer again."""
    known = fresh(part)
    return frozenset() if known is None else known.to_answer


# Everything as it stands --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All responses by node, and where each piece of evidence proves something, by its id."""

    responses: Mapping[str, Kept]
    links: Mapping[str, tuple[Link, ...]]


def snapshot(part: str) -> Snapshot:
    """What stands in a part now."""
    return Snapshot(responses(part), {piece.id: piece.links for piece in evidence(part)})


def replace(part: str, kept: Mapping[str, Kept], links: Mapping[str, Iterable[Link]]) -> None:
    """Puts other responses and links in place of all there are; pieces not named keep theirs."""
    ResponseRow.delete().where(ResponseRow.part == part).execute()
    for node, response in kept.items():
        save_response(part, node, response)
    for piece, its in links.items():
        EvidenceLinkRow.delete().where(EvidenceLinkRow.evidence == piece).execute()
        for link in its:
            add_link(piece, link)
