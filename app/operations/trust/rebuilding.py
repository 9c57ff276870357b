"""Files that came in, given back byte for byte, and looked at again whenever somebody asks."""

import json
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.bundles import reading, writing
from app.bundles.trust import Verdict
from app.errors import AppError
from app.operations.trust import trusting
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import submissions
from app.storage.submissions import Bundle


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that came in: its kind, the sender's code, its name then, size in bytes, when, what was found then.

    `verdict` is VALID or UNKNOWN.
    """

    id: str
    kind: str
    agency: str
    file_name: str
    size: int
    at: str
    content_digest: str
    verdict: str


def kept_files(workspace: Workspace, part_id: str) -> tuple[KeptFile, ...]:
    """Every file of a part that came in, newest first."""
    with workspace.session():
        found = submissions.bundles(part_id, submissions.IN)
    return tuple(
        KeptFile(
            item.id,
            item.kind,
            item.agency,
            item.file_name,
            item.size,
            item.at,
            item.content_digest,
            json.loads(item.verdict).get("verdict", ""),
        )
        for item in found
        if item.skeleton is not None
    )


def rebuild(workspace: Workspace, part_id: str, file_id: str, target: Path, progress: Progress = SILENT) -> Path:
    """Writes the very bytes of a file that came in; `file_id` or the beginning of it or of its content digest.

    Raises `AppError("bundle.not_kept")`, "evidence.changed" where evidence is gone or no longer what it was,
    "disk.full" …; nothing half-written stays.
    """
    item = find(workspace, part_id, file_id)
    assert item.skeleton is not None
    writing.rebuild(item.skeleton, workspace.evidence.path, target, progress)
    return target


def verify_again(
    workspace: Workspace, part_id: str, file_id: str, at: datetime | None = None, progress: Progress = SILENT
) -> Verdict:
    """The verdict on a file that came in, with what is trusted now, as of `at` (now). The first finding stays as it is.

    Raises what `rebuild` raises.
    """
    passing = workspace.evidence.incoming / f"{secrets.token_hex(8)}.thuocso"
    try:
        rebuild(workspace, part_id, file_id, passing, progress)
        return reading.verify(passing, trusting.policy(workspace), at or workspace.clock(), progress)
    finally:
        with suppress(OSError):
            passing.unlink(missing_ok=True)


def find(workspace: Workspace, part_id: str, file_id: str) -> Bundle:
    """The received file meant by the beginning of its id or content digest; of several that say the same, the newest.

    Raises `AppError("bundle.not_kept")`.
    """
    with workspace.session():
        known = [item for item in submissions.bundles(part_id, submissions.IN) if item.skeleton is not None]
    wanted = file_id.lower()
    found = [item for item in known if item.id.startswith(wanted) or item.content_digest.startswith(wanted)]
    if len(wanted) < 4 or len({item.content_digest for item in found}) != 1:
        raise AppError("bundle.not_kept", file=file_id)
    return found[0]
