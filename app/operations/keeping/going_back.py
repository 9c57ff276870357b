"""The way back after an upgrade: a folder that the older program opens, made from the copy kept before.

The data worked with now are not touched. The older program sweeps evidence its data do not know, so what was added
since the upgrade lies there under its own name, in a folder that no program looks into.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app import drives
from app.errors import AppError
from app.operations.evidence_copies import file_name
from app.operations.keeping import places, sweeping
from app.operations.keeping.packing import evidence_name
from app.operations.keeping.upgrading import Upgrade, last
from app.operations.keeping.whole_folder import Piece, file_piece, whole_folder
from app.operations.workspace import BACKUPS, DATABASE, Workspace
from app.progress import SILENT, Progress
from app.storage import assessments, campaigns, opening

SINCE = "Minh chung them sau khi nang cap"


@dataclass(frozen=True, slots=True)
class WentBack:
    """A folder for the older version: how many evidence files it knows, how many were added since and lie beside,
    and digests of those it knew that are no longer here, or no longer whole."""

    folder: Path
    upgrade: Upgrade
    files: int
    added: int
    lacking: tuple[str, ...]


def way_back(workspace: Workspace) -> Upgrade | None:
    """The upgrade that can be undone: the last one, while its copy is still kept."""
    found = last(workspace)
    return found if found and (workspace.folder / BACKUPS / found.copy).is_file() else None


def go_back(workspace: Workspace, target: Path, progress: Progress = SILENT) -> WentBack:
    """Makes the folder `target`, which must not exist yet, for the version from before the last upgrade.

    Raises `AppError("upgrade.no_copy")`, "restore.not_empty", "data.inside_itself", "backup.damaged" when the copy is
    not sound, and what `whole_folder` says; then nothing stands there.
    """
    upgrade = way_back(workspace)
    if upgrade is None:
        raise AppError("upgrade.no_copy")
    if target.is_file() or (target.is_dir() and any(target.iterdir())):
        raise AppError("restore.not_empty", path=str(target))
    drives.refuse_held(target)
    copy = workspace.folder / BACKUPS / upgrade.copy
    places.sound_database(copy)
    if opening.stored_version(copy) != upgrade.schema:
        raise AppError("backup.damaged", name=upgrade.copy)
    known = sweeping.files_of(copy)
    here = [digest for digest in sorted(known) if workspace.evidence.holds(digest)]
    pieces = [file_piece(DATABASE, copy)]
    pieces += [file_piece(evidence_name(digest), workspace.evidence.path(digest)) for digest in here]
    added = tuple(_added(workspace, known))
    if target.is_dir():
        target.rmdir()
    with whole_folder(target, (*pieces, *added), progress) as making:
        whole = {digest for digest in here if making.digests[evidence_name(digest)] == digest}
    return WentBack(target, upgrade, len(here), len(added), tuple(sorted(known - whole)))


def _added(workspace: Workspace, known: set[str]) -> Iterator[Piece]:
    """Evidence the older data do not know, under the names people gave it; equal names get a number."""
    taken: set[str] = set()
    with workspace.session():
        pieces = [piece for part in campaigns.parts() for piece in assessments.evidence(part.id)]
    for piece in pieces:
        if not piece.digest or piece.digest in known or not workspace.evidence.holds(piece.digest):
            continue
        name = Path(file_name(piece))
        number = 1
        while str(name).casefold() in taken:
            number += 1
            name = Path(file_name(piece)).with_stem(f"{Path(file_name(piece)).stem} ({number})")
        taken.add(str(name).casefold())
        yield file_piece(f"{SINCE}/{name}", workspace.evidence.path(piece.digest))
