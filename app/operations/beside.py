"""Campaign files that lie beside a portable copy: on the stick an authority handed out, ready to be taken up.

Each is read by the reader for hostile files, like any file that comes in; nothing of it is kept.
"""

from dataclasses import dataclass
from pathlib import Path

from app.errors import AppError
from app.operations import portable
from app.operations.authority import campaigning
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress

_SUFFIX = ".thuocso"
_MOST = 8  # files looked at


@dataclass(frozen=True, slots=True)
class Beside:
    """One campaign file: `offer` is what it says, or `error` why it cannot be used."""

    path: Path
    offer: campaigning.Offer | None = None
    error: AppError | None = None


def places(program: Path | None = None) -> tuple[Path, ...]:
    """The files to look at, without reading any: beside the executables of a portable copy and one folder up."""
    found = portable.find(program)
    if found is None:
        return ()
    listed: list[Path] = []
    for folder in (found.program, found.program.parent):
        try:
            listed += sorted(path for path in folder.glob(f"*{_SUFFIX}") if path.is_file())
        except OSError:
            continue
    return tuple(listed[:_MOST])


def look(workspace: Workspace, paths: tuple[Path, ...], progress: Progress = SILENT) -> tuple[Beside, ...]:
    """What the files say: campaigns first, newest revision first; files of other kinds are passed over."""
    found = [_looked(workspace, path, progress) for path in paths]
    return tuple(sorted((each for each in found if each is not None), key=_order))


def _looked(workspace: Workspace, path: Path, progress: Progress) -> Beside | None:
    try:
        offer = campaigning.look(workspace, path, progress)
    except AppError as error:
        return None if error.code == "bundle.other_kind" else Beside(path, error=error)
    return Beside(path, offer) if offer.objection is None else Beside(path, error=offer.objection)


def _order(item: Beside) -> tuple[bool, int, str]:
    return item.offer is None, -item.offer.campaign.revision if item.offer else 0, item.path.name
