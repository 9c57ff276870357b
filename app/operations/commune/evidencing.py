"""Evidence: files copied in and kept once, citations, which node each proves, and the way back."""

import dataclasses
import tempfile
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from app.domain import text
from app.domain.assessment import Citation
from app.domain.changes import Changes, Kind, changed
from app.domain.contents import Link
from app.domain.framework import Placed, RoundField
from app.errors import AppError
from app.operations.commune.assessing import DRAFT, changeable
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import assessments, campaigns
from app.storage.assessments import Evidence
from app.storage.evidence_store import Stored, own_disk

__all__ = ["Evidence"]

MAX_NAME = 200


@dataclass(frozen=True, slots=True)
class Attached:
    """What became of files handed in: how many are on disk and linked, which were refused and why."""

    changes: Changes
    added: int
    refused: tuple[AppError, ...] = ()
    ids: tuple[str, ...] = ()


def attach(
    workspace: Workspace, part_id: str, node: str, paths: Sequence[Path], progress: Progress = SILENT
) -> Attached:
    """Copies files in and links them to a node; folders are walked. Each is on disk before it is recorded.

    A file that can't be read is refused by itself, the others stay. Cancelling, or a disk of our own that takes no
    more, keeps nothing of this call: `AppError("evidence.disk_…")`, "data.disk_full" and its like.
    """
    with workspace.session():
        place, _ = changeable(part_id, node, RoundField.EVIDENCE)
    files = [file for path in paths for file in _files(path)]
    stored: list[tuple[Path, Stored]] = []
    refused: list[AppError] = []
    ids = []
    with workspace.copies_kept(file.digest for _, file in stored):
        for at, path in enumerate(files):
            progress.step(at, len(files))
            try:
                stored.append((path, workspace.evidence.add(path)))
            except AppError as error:
                if error.code.startswith("evidence.disk_"):
                    raise
                refused.append(error)
        progress.step(len(files), max(len(files), 1))
        with workspace.transaction():
            for path, file in stored:
                ids.append(_record(workspace, part_id, place, path.name, file))
    kinds = changed(Kind.EVIDENCE, Kind.RESPONSES, ids={place.id})
    return Attached(kinds, len(stored), tuple(refused), tuple(ids))


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(item for item in path.rglob("*") if item.is_file() and not item.name.startswith((".", "~$")))
    return [path]


def _record(workspace: Workspace, part_id: str, place: Placed, name: str, file: Stored) -> str:
    assessments.add_file(file, workspace.now())
    clean = shortened(text.clean_name(unicodedata.normalize("NFC", name)))
    known = assessments.find_evidence(part_id, file.digest)
    if known is not None:
        assessments.add_link(known.id, Link(node=place.id))
        workspace.note("evidence.linked", part=part_id, subject=place.id, after=known.name)
        return known.id
    piece = Evidence(
        id=workspace.new_id(),
        name=clean,
        digest=file.digest,
        ext=file.ext,
        size=file.size,
        citation=Citation(),
        links=(Link(node=place.id),),
        added_at=workspace.now(),
        added_by=workspace.acting.name if workspace.acting else "",
    )
    assessments.add_evidence(part_id, piece)
    workspace.note("evidence.attached", part=part_id, subject=place.id, field=file.digest, after=clean)
    return piece.id


def shortened(name: str) -> str:
    """At most `MAX_NAME` letters of a file name; its ending stays."""
    stem, dot, ending = name.rpartition(".")
    if len(name) <= MAX_NAME or not dot or len(ending) > 10:
        return name[:MAX_NAME]
    return f"{stem[: MAX_NAME - len(ending) - 1].rstrip()}.{ending}"


def attach_pasted(workspace: Workspace, part_id: str, node: str, data: bytes, name: str) -> Attached:
    """Keeps what was pasted (the bytes of a picture) as evidence under this name, as `attach` does with a file."""
    with ExitStack() as cleanup:
        with own_disk(name):
            scratch = cleanup.enter_context(tempfile.TemporaryDirectory(dir=workspace.passing))
            path = Path(scratch) / name
            path.write_bytes(data)
        return attach(workspace, part_id, node, [path])


def cite(workspace: Workspace, part_id: str, node: str, citation: Citation, page: str = "") -> Attached:
    """Adds a citation without a file; raises `AppError("evidence.empty_citation")` when nothing is cited."""
    if not any((citation.number, citation.issuer, citation.subject)):
        raise AppError("evidence.empty_citation")
    with workspace.transaction():
        place, _ = changeable(part_id, node, RoundField.EVIDENCE)
        piece = Evidence(
            id=workspace.new_id(),
            name="",
            digest="",
            ext="",
            size=0,
            citation=citation,
            links=(Link(node=place.id, page=page),),
            added_at=workspace.now(),
            added_by=workspace.acting.name if workspace.acting else "",
        )
        assessments.add_evidence(part_id, piece)
        workspace.note("evidence.cited", part=part_id, subject=place.id, after=citation.number or citation.subject)
    return Attached(changed(Kind.EVIDENCE, Kind.RESPONSES, ids={place.id}), 1, ids=(piece.id,))


def describe(
    workspace: Workspace,
    evidence_id: str,
    *,
    name: str | None = None,
    citation: Citation | None = None,
    pages: Mapping[str, str] | None = None,
) -> Changes:
    """Changes how a piece of evidence is named and cited, and by node the page that supports it."""
    with workspace.transaction():
        owner, piece = assessments.piece(evidence_id)
        if campaigns.assessment(owner).state != DRAFT:
            raise AppError("assessment.closed")
        new = citation or piece.citation
        assessments.set_citation(evidence_id, piece.name if name is None else shortened(name), new)
        for node, page in (pages or {}).items():
            assessments.add_link(evidence_id, Link(node=node, page=page))
        told = (piece.citation.number, piece.citation.subject), (new.number, new.subject)
        if told[0] != told[1]:
            before, after = (" · ".join(filter(None, item)) for item in told)
            workspace.note("evidence.described", part=owner, subject=piece.id, before=before, after=after)
    return changed(Kind.EVIDENCE)


def link(workspace: Workspace, evidence_id: str, node: str, page: str = "") -> Changes:
    """Lets evidence that is here prove another node as well."""
    with workspace.transaction():
        owner, piece = assessments.piece(evidence_id)
        place, _ = changeable(owner, node, RoundField.EVIDENCE)
        assessments.add_link(evidence_id, Link(node=place.id, page=page))
        workspace.note("evidence.linked", part=owner, subject=place.id, after=piece.name or piece.citation.number)
    return changed(Kind.EVIDENCE, Kind.RESPONSES, ids={place.id})


def detach(workspace: Workspace, evidence_id: str, node: str) -> Changes:
    """Takes evidence from a node. The file itself stays until it is swept, so that the last step can be undone."""
    with workspace.transaction():
        owner, piece = assessments.piece(evidence_id)
        place, _ = changeable(owner, node, RoundField.EVIDENCE)
        assessments.remove_link(evidence_id, place.id)
        workspace.note("evidence.detached", part=owner, subject=place.id, before=piece.name or piece.citation.number)
    return changed(Kind.EVIDENCE, Kind.RESPONSES, ids={place.id})


def put_back(workspace: Workspace, part_id: str, node: str, piece: Evidence) -> Changes:
    """Undoes `detach`: `piece` as it was proves the node again, its citation and page included.

    Where its file was attached anew in between, that piece proves the node: each file stands in a part once.
    """
    with workspace.transaction():
        place, _ = changeable(part_id, node, RoundField.EVIDENCE)
        link_ = next((item for item in piece.links if item.node == place.id), Link(node=place.id))
        same = (item for item in assessments.evidence(part_id) if item.id == piece.id)
        known = next(same, None) or assessments.find_evidence(part_id, piece.digest)
        if known is not None:
            assessments.add_link(known.id, link_)
        else:
            assessments.add_evidence(part_id, dataclasses.replace(piece, links=(link_,)))
        workspace.note("evidence.linked", part=part_id, subject=place.id, after=piece.name or piece.citation.number)
    return changed(Kind.EVIDENCE, Kind.RESPONSES, ids={place.id})


def evidence_path(workspace: Workspace, digest: str) -> Path:
    """Where the bytes of an evidence file lie; raises `AppError("evidence.missing_file")`."""
    path = workspace.evidence.path(digest)
    if not path.is_file():
        raise AppError("evidence.missing_file", digest=digest)
    return path
