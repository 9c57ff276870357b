"""Assessments carried over from one framework version to another, with everything as it stood before."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.contents import Link
from app.storage.assessments import Kept, add_link, evidence, responses, save_response
from app.storage.schema import EvidenceLinkRow, MoveRow, ResponseRow


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """One move; `before`: the snapshot's JSON (`snapshot`), `to_answer`: nodes to be answered again."""

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
    query = MoveRow.select().where((MoveRow.part == part) & MoveRow.undone_at.is_null())
    row = query.order_by(MoveRow.at.desc(), MoveRow.id.desc()).first()
    if row is None:
        return None
    values = {name: getattr(row, name) for name in Move.__dataclass_fields__ if name not in ("part", "to_answer")}
    return Move(part=row.part_id, to_answer=frozenset(json.loads(row.to_answer)), **values)


def set_undone(move: str, at: str) -> None:
    """Marks a move as undone."""
    MoveRow.update(undone_at=at).where(MoveRow.id == move).execute()


def asked_again(part: str) -> frozenset[str]:
    """The nodes of a part that its last move asks to answer again."""
    known = last(part)
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
