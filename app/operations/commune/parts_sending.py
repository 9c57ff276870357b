"""A submission sent in parts: part 1 with the figures, volumes with the evidence, each a file that can go by itself.

The plan follows from the frozen revision and the size chosen, so that one volume that was interrupted, lost or could
not be read is written again alone, the very same.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.bundles import volumes
from app.bundles.keys import SealKey
from app.bundles.manifest import Kind, Role
from app.bundles.medium import FAT32_LIMIT
from app.bundles.report_pdf import embed_manifest
from app.bundles.volumes import Volume
from app.bundles.writing import Frozen, Written
from app.domain import canonical
from app.domain.changes import Changes, changed
from app.domain.changes import Kind as Changed
from app.errors import AppError
from app.operations import bundling
from app.operations.commune import assessing, reporting, submitting
from app.operations.commune.assessing import View
from app.operations.trust import receipted, trusting
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import assessments, campaigns, people, submissions
from app.storage.assessments import Revision
from app.storage.campaigns import Part

MEGABYTE = 1 << 20  # as the window shows sizes
LIMITS = (20 * MEGABYTE, 700 * MEGABYTE, FAT32_LIMIT - 2 * MEGABYTE)
"""Bytes: what e-mail and chat take, what a disc or a weak line takes, the largest file of a stick with FAT32 and room
for what encryption adds (16 bytes to each 64 KiB).
"""
SMALLEST = MEGABYTE
FIGURES = 0  # the number of part 1 among the volumes


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """One file of a plan: 0 is part 1, volumes follow from 1. `size` (bytes) is a little more than it will be;
    `written_at` (ISO time) is when it was last written, "" while it never was."""

    number: int
    name: str
    size: int
    files: int
    written_at: str
    is_too_large: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """How a frozen revision goes in parts of at most `limit` bytes; `whole` is about the size of the one file."""

    limit: int
    whole: int
    parts: tuple[PlannedPart, ...]

    @property
    def volumes(self) -> int:
        """How many volumes there are beside part 1."""
        return len(self.parts) - 1

    @property
    def missing(self) -> tuple[int, ...]:
        """The parts never written."""
        return tuple(part.number for part in self.parts if not part.written_at)


@dataclass(frozen=True, slots=True)
class ExportedParts:
    """The files that were written and verified, in their order, and the code to compare."""

    changes: Changes
    paths: tuple[Path, ...]
    written: tuple[Written, ...]
    check_code: str


@dataclass(frozen=True, slots=True)
class _Work:
    part: Part
    seen: View
    revision: Revision
    whole: Frozen
    volumes: tuple[Volume, ...]


def plan(workspace: Workspace, part_id: str, limit: int = 0) -> Plan:
    """How the frozen revision would go; `limit` 0 is the one chosen last for it, else the smallest offered.

    Raises `AppError("submission.not_frozen")`, "split.no_evidence", "split.limit" for a size below `SMALLEST`.
    """
    size = limit or chosen_limit(workspace, part_id) or LIMITS[0]
    return _plan(workspace, _work(workspace, part_id, size), size)


def chosen_limit(workspace: Workspace, part_id: str) -> int:
    """The size (bytes) by which the newest revision was last split, 0 while it never was."""
    with workspace.session():
        revision = submitting.current(part_id)
        told = people.setting(_limit_key(revision)) if revision is not None else ""
    return int(told or 0)


def export(
    workspace: Workspace,
    part_id: str,
    folder: Path,
    passphrase: str,
    limit: int,
    only: Collection[int] = (),
    progress: Progress = SILENT,
    *,
    is_encrypted: bool = False,
) -> ExportedParts:
    """Seals the frozen revision into part 1 and volumes in `folder`, or `only` those numbered (0: part 1).

    Each file is verified after writing and stays if a later one fails or the rest is cancelled. Raises what
    `submitting.seal_and_export` raises, "split.limit", "split.no_evidence", "split.unknown_part".
    """
    work = _work(workspace, part_id, limit)
    planned = _plan(workspace, work, limit).parts
    chosen = [item for item in planned if not only or item.number in only]
    if set(only) - {item.number for item in planned}:
        raise AppError("split.unknown_part", number=max(only), volumes=len(work.volumes))
    key = trusting.unlock(workspace, work.part, passphrase)
    authority = work.part.campaign.authority.code
    recipient = bundling.recipient_for(workspace, authority, Role.AUTHORITY) if is_encrypted else ""
    with workspace.transaction():
        people.set_setting(_limit_key(work.revision), str(limit))
    paths, written, total, done = [], [], sum(item.size for item in chosen), 0
    for item in chosen:
        shown = _share(progress, done, item.size, total)
        target = bundling.named(folder / item.name, recipient)
        paths.append(target)
        written.append(_write(workspace, work, item.number, target, key, shown, recipient))
        done += item.size
    progress.step(total, total)
    return ExportedParts(changed(Changed.ASSESSMENT), tuple(paths), tuple(written), key.check_code)


def _share(progress: Progress, done: int, size: int, total: int) -> Progress:
    """One file's part of the way."""
    return Progress(lambda at, of: progress.step(done + size * at // max(of, 1), total))


def _work(workspace: Workspace, part_id: str, limit: int) -> _Work:
    if limit < SMALLEST:
        raise AppError("split.limit", smallest_mb=SMALLEST // MEGABYTE)
    with workspace.session():
        part = campaigns.part(part_id)
        revision = submitting.current(part_id)
        seen = assessing.view(workspace, part_id)
    if revision is None or seen.is_draft:
        raise AppError("submission.not_frozen")
    revision = reporting.kept(workspace, seen, revision)
    whole = reporting.said(workspace, seen, revision)
    if not whole.evidence:
        raise AppError("split.no_evidence")
    return _Work(part, seen, revision, whole, volumes.split(whole.evidence, limit))


def _plan(workspace: Workspace, work: _Work, limit: int) -> Plan:
    written = _written(workspace, work)
    papers = [len(reporting.report(workspace, work.revision))]
    page = reporting.signed_page(workspace, work.revision)
    papers += [len(page[1])] if page is not None else []
    figures = sum(papers) + sum(len(data) for data in work.whole.entries.values()) + (64 << 10)
    count = len(work.volumes)

    def planned(number: int, size: int, files: int) -> PlannedPart:
        name = _name(work, number)
        return PlannedPart(number, name, size, files, written.get((number, count), ""), size > limit)

    parts = (planned(0, figures, 0), *(planned(each.number, each.size, len(each.files)) for each in work.volumes))
    return Plan(limit, figures + sum(file.size for file in work.whole.evidence), parts)


def _name(work: _Work, number: int) -> str:
    """``XaHoaBinh_DTI2026_Lan1_Ban2_SoLieu.thuocso``, ``…_Tap1cua3.thuocso``."""
    told = "SoLieu" if number == FIGURES else f"Tap{number}cua{len(work.volumes)}"
    stem = submitting.suggested_name(work.part, work.revision).removesuffix(".thuocso")
    return f"{stem}_{told}.thuocso"


def _written(workspace: Workspace, work: _Work) -> dict[tuple[int, int], str]:
    """When each part of this revision was last written, by (number, how many volumes there were)."""
    with workspace.session():
        out = submissions.bundles(work.part.id, submissions.OUT, Kind.SUBMISSION.value)
    found: dict[tuple[int, int], str] = {}
    for item in out:
        told = json.loads(item.envelope)
        if told["part"] is not None and told["revision"]["id"] == work.revision.id:
            found.setdefault((told["part"]["volume"], told["part"]["volumes"]), item.at)
    return found


def _write(
    workspace: Workspace, work: _Work, number: int, target: Path, key: SealKey, progress: Progress, recipient: str
) -> Written:
    revision, count = work.revision, len(work.volumes)
    page = None
    if number == FIGURES:
        frozen = volumes.first_part(work.whole, count)
        report, page = reporting.report(workspace, revision), reporting.signed_page(workspace, revision)
    else:
        frozen = volumes.volume(work.whole, number, count, work.volumes[number - 1].files)
        report = embed_manifest(_volume_page(work, number, frozen), frozen.manifest)
    written = bundling.write_sealed(workspace, target, frozen, report, key, progress, page, recipient)
    with workspace.transaction():
        if number == FIGURES and revision.state == submitting.FROZEN:
            assessments.set_revision(revision.id, state=submitting.EXPORTED, content_digest=work.whole.content_digest)
            campaigns.set_assessment(work.part.id, state=submitting.EXPORTED)
        bundling.keep_written(workspace, work.part, frozen.envelope, written, target)
        if number == FIGURES:
            receipted.settle(work.part)
        submitting.remember_folder(work.part.id, target.parent)
        told = {"subject": revision.id, "field": target.name, "after": written.content_digest}
        workspace.note("submission.part_exported", part=work.part.id, **told)
    return written


def _volume_page(work: _Work, number: int, frozen: Frozen) -> bytes:
    from app.reports import volume_page

    listed = canonical.decode(frozen.entries["content.json"])["files"]
    return volume_page.render(
        work.part.campaign,
        work.part.agency,
        round_=work.revision.round,
        revision=work.revision.number,
        volume=number,
        volumes=len(work.volumes),
        submission=work.whole.content_digest,
        files=[(item["name"], item["size"]) for item in listed],
        made_at=datetime.fromisoformat(work.revision.frozen_at),
        content_digest=frozen.content_digest,
    )


def _limit_key(revision: Revision) -> str:
    return f"split:{revision.id}"
