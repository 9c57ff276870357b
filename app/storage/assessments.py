"""Responses, evidence and frozen revisions of a commune's own work."""

import json
from dataclasses import dataclass

from app.domain.assessment import Citation, EvidenceLevel, Response
from app.domain.contents import Link
from app.errors import AppError
from app.storage.evidence_store import Stored
from app.storage.schema import EvidenceLinkRow, EvidenceRow, FileRow, ResponseRow, RevisionRow


@dataclass(frozen=True, slots=True)
class Kept:
    """A response as kept: `level` is the evidence level a person set ("" : follows from what is attached)."""

    response: Response
    level: str
    is_complete: bool
    updated_at: str
    updated_by: str


def responses(part: str) -> dict[str, Kept]:
    """All responses of a part by node."""
    return {row.node: _kept(row) for row in ResponseRow.select().where(ResponseRow.part == part)}


def response(part: str, node: str) -> Kept | None:
    """One response."""
    row = ResponseRow.get_or_none((ResponseRow.part == part) & (ResponseRow.node == node))
    return None if row is None else _kept(row)


def save_response(part: str, node: str, kept: Kept) -> None:
    """Writes one response, new or changed."""
    ResponseRow.insert(
        part=part,
        node=node,
        inputs=json.dumps(dict(kept.response.inputs), ensure_ascii=False, sort_keys=True),
        not_applicable=kept.response.not_applicable,
        explanation=kept.response.explanation,
        points=kept.response.points,
        evidence_level=kept.level,
        is_complete=kept.is_complete,
        updated_at=kept.updated_at,
        updated_by=kept.updated_by,
    ).on_conflict_replace().execute()


def _kept(row: ResponseRow) -> Kept:
    answer = Response(
        inputs=json.loads(row.inputs),
        not_applicable=row.not_applicable,
        explanation=row.explanation,
        points=row.points,
        evidence=EvidenceLevel(row.evidence_level) if row.evidence_level else EvidenceLevel.NONE,
    )
    return Kept(answer, row.evidence_level, row.is_complete, row.updated_at, row.updated_by)


# Evidence --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece: a file (digest, and extension and size in bytes as its owner tells them), or a citation alone, without
    a digest."""

    id: str
    name: str
    digest: str
    ext: str
    size: int
    citation: Citation
    links: tuple[Link, ...]
    added_at: str = ""
    added_by: str = ""


def evidence(owner: str) -> tuple[Evidence, ...]:
    """All evidence of an owner (a part, or a received submission), in the order it was added."""
    links: dict[str, list[Link]] = {}
    query = EvidenceLinkRow.select().join(EvidenceRow).where(EvidenceRow.owner == owner)
    for row in query.order_by(EvidenceLinkRow.node):
        links.setdefault(row.evidence_id, []).append(Link(node=row.node, page=row.page))
    rows = EvidenceRow.select().where(EvidenceRow.owner == owner).order_by(EvidenceRow.position, EvidenceRow.id)
    return tuple(_evidence(row, links) for row in rows)


def _evidence(row: EvidenceRow, links: dict[str, list[Link]]) -> Evidence:
    return Evidence(
        id=row.id,
        name=row.name,
        digest=row.file_id or "",
        ext=row.ext,
        size=row.size,
        citation=Citation(number=row.number, date=row.date, issuer=row.issuer, subject=row.subject),
        links=tuple(links.get(row.id, ())),
        added_at=row.added_at,
        added_by=row.added_by,
    )


def add_file(stored: Stored, at: str) -> None:
    """Records a file that is in the store."""
    FileRow.insert(digest=stored.digest, ext=stored.ext, size=stored.size, added_at=at).on_conflict_ignore().execute()


def find_evidence(owner: str, digest: str) -> Evidence | None:
    """The evidence of an owner with this file, if it is attached already."""
    return next((piece for piece in evidence(owner) if digest and piece.digest == digest), None)


def piece(evidence_id: str) -> tuple[str, Evidence]:
    """(owner, evidence) by id; raises `AppError("evidence.unknown")`."""
    row = EvidenceRow.get_or_none(EvidenceRow.id == evidence_id)
    if row is None:
        raise AppError("evidence.unknown")
    return row.owner, next(item for item in evidence(row.owner) if item.id == evidence_id)


def add_evidence(owner: str, item: Evidence) -> None:
    """A new piece with its links, behind those already there."""
    position = EvidenceRow.select().where(EvidenceRow.owner == owner).count()
    EvidenceRow.insert(
        id=item.id,
        owner=owner,
        file=item.digest or None,
        position=position,
        name=item.name,
        number=item.citation.number,
        date=item.citation.date,
        issuer=item.citation.issuer,
        subject=item.citation.subject,
        added_at=item.added_at,
        added_by=item.added_by,
        ext=item.ext,
        size=item.size,
    ).execute()
    for link in item.links:
        add_link(item.id, link)


def add_link(evidence_id: str, link: Link) -> None:
    """Lets a piece prove one more node, or another page of it."""
    EvidenceLinkRow.insert(evidence=evidence_id, node=link.node, page=link.page).on_conflict_replace().execute()


def set_citation(evidence_id: str, name: str, citation: Citation) -> None:
    """Changes what is cited."""
    EvidenceRow.update(
        name=name,
        number=citation.number,
        date=citation.date,
        issuer=citation.issuer,
        subject=citation.subject,
    ).where(EvidenceRow.id == evidence_id).execute()


def remove_link(evidence_id: str, node: str) -> None:
    """Takes a piece from a node; a piece without nodes goes, its file stays in the store until swept."""
    row = EvidenceLinkRow
    row.delete().where((row.evidence == evidence_id) & (row.node == node)).execute()
    if not row.select().where(row.evidence == evidence_id).exists():
        EvidenceRow.delete().where(EvidenceRow.id == evidence_id).execute()


def forget(part: str) -> None:
    """Takes away answers and evidence of a part; its revisions stay."""
    pieces = EvidenceRow.select(EvidenceRow.id).where(EvidenceRow.owner == part)
    EvidenceLinkRow.delete().where(EvidenceLinkRow.evidence.in_(pieces)).execute()
    EvidenceRow.delete().where(EvidenceRow.owner == part).execute()
    ResponseRow.delete().where(ResponseRow.part == part).execute()


def drop_unused_files() -> tuple[str, ...]:
    """Forgets recorded files that no evidence refers to; gives their digests."""
    used = EvidenceRow.select(EvidenceRow.file).where(EvidenceRow.file.is_null(False))
    unused = [row.digest for row in FileRow.select().where(FileRow.digest.not_in(used))]
    for digest in unused:
        FileRow.delete().where(FileRow.digest == digest).execute()
    return tuple(unused)


# Revisions -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Revision:
    """A frozen state; `content` is the text of the submission's content.json.

    `report`, `signed_report`, `signed_page` are digests of files in the evidence store, "" while there is none;
    `signer` names who the report is made out for (name and title in two lines) if not the person who confirmed;
    `envelope` is bundle.json without its entries, as fixed at freezing.
    """

    id: str
    number: int
    round: int
    state: str
    content: str
    confirmed_by: str
    frozen_at: str
    content_digest: str | None
    replaces: str | None
    answers: str | None
    reason: str
    report: str = ""
    signed_report: str = ""
    signed_page: str = ""
    signer: str = ""
    envelope: str = ""


def add_revision(part: str, revision: Revision, by: str) -> None:
    """Keeps a new revision."""
    RevisionRow.insert(
        id=revision.id,
        part=part,
        number=revision.number,
        round=revision.round,
        state=revision.state,
        content=revision.content,
        confirmed_by=revision.confirmed_by,
        frozen_at=revision.frozen_at,
        frozen_by=by,
        content_digest=revision.content_digest,
        replaces=revision.replaces,
        answers=revision.answers,
        reason=revision.reason,
        report=revision.report,
        envelope=revision.envelope,
    ).execute()


def set_revision(revision_id: str, **values: object) -> None:
    """Changes state, content_digest, reason or one of the papers."""
    RevisionRow.update(**values).where(RevisionRow.id == revision_id).execute()


def revisions(part: str) -> tuple[Revision, ...]:
    """All revisions of a part, newest first."""
    rows = RevisionRow.select().where(RevisionRow.part == part).order_by(RevisionRow.number.desc())
    return tuple(
        Revision(
            row.id,
            row.number,
            row.round,
            row.state,
            row.content,
            row.confirmed_by,
            row.frozen_at,
            row.content_digest,
            row.replaces,
            row.answers,
            row.reason,
            row.report,
            row.signed_report,
            row.signed_page,
            row.signer,
            row.envelope,
        )
        for row in rows
    )
