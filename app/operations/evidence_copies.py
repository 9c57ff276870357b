"""Evidence leaving the store to be looked at or kept elsewhere: always a copy; the file in the store stays closed."""

import re
import shutil
import stat
import sys
from contextlib import closing, suppress
from pathlib import Path

from app.domain import text
from app.domain.file_kinds import HEAD, borne_out
from app.errors import AppError, cause
from app.operations.previewing import Previews, has_facts
from app.operations.workspace import OPENED, Workspace
from app.storage import assessments, volumes
from app.storage.assessments import Evidence

OPENABLE = frozenset(
    ("pdf", "jpg", "png", "webp", "tif", "gif", "heic", "docx", "xlsx", "pptx", "doc", "xls", "ppt", "txt", "csv")
)
"""Kinds that another program may open straight away. What could run, or hold something that could, is only saved."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_MOST = 80
_DEVICES = {"CON", "PRN", "AUX", "NUL"} | {f"{port}{n}" for port in ("COM", "LPT") for n in range(10)}  # of Windows
_MARK = b"[ZoneTransfer]\r\nZoneId=3\r\n"  # "came from outside": Office opens such a file protected, Windows asks first
_READ_ONLY = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH


def copy_for_opening(workspace: Workspace, evidence_id: str) -> Path:
    """A read-only copy under a cleaned name in the folder "opened", for the program that shows such files.

    Its ending follows the bytes of the file, never the name it came with. Raises `AppError("evidence.not_openable")`
    for other kinds than `OPENABLE`, for an office file of which can't be told whether it holds macros and for a
    citation without a file, "evidence.has_macros", "evidence.missing_file", "evidence.unknown", "file.unwritable".
    """
    piece = _piece(workspace, evidence_id)
    if piece.ext not in OPENABLE or not is_borne_out(workspace, piece):
        raise AppError("evidence.not_openable", name=piece.name)
    target = workspace.passing / OPENED / piece.digest[:12] / file_name(piece)
    if target.is_file() and target.stat().st_size == piece.size:
        return target  # made only where no macros were found
    if has_facts(piece) and workspace.evidence.holds(piece.digest):
        _refuse_macros(workspace, piece)
    save_copy(workspace, evidence_id, target)
    target.chmod(_READ_ONLY)
    return target


def _refuse_macros(workspace: Workspace, piece: Evidence) -> None:
    with closing(Previews()) as previews:
        try:
            has_macros = previews.facts(workspace, piece).has_macros
        except AppError as error:
            raise AppError("evidence.not_openable", name=piece.name, detail=str(error)) from error
    if has_macros:
        raise AppError("evidence.has_macros", name=piece.name)


def is_borne_out(workspace: Workspace, piece: Evidence) -> bool:
    """Whether the first bytes are of the kind the piece claims; one that is not here yet gets the benefit."""
    try:
        with workspace.evidence.path(piece.digest).open("rb") as file:
            return borne_out(piece.ext, file.read(HEAD)) == piece.ext
    except OSError:
        return True


def save_copy(workspace: Workspace, evidence_id: str, target: Path) -> Path:
    """Copies the bytes of a piece of evidence to `target`, whole or not at all, marked as foreign on Windows.

    Raises `AppError("evidence.missing_file")`, "evidence.awaited" while a volume is to bring it, "evidence.unknown",
    "file.unwritable".
    """
    piece = _piece(workspace, evidence_id)
    source = workspace.evidence.path(piece.digest)
    if not piece.digest or not source.is_file():
        with workspace.session():
            is_awaited = piece.digest in volumes.awaited_digests()
        code = "evidence.awaited" if is_awaited else "evidence.missing_file"
        raise AppError(code, digest=piece.digest, name=piece.name)
    growing = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, growing)
        growing.replace(target)
        mark_as_foreign(target)
    except OSError as error:
        with suppress(OSError):
            growing.unlink(missing_ok=True)
        raise AppError("file.unwritable", name=target.name, detail=cause(error)) from error
    return target


def mark_as_foreign(path: Path, is_windows: bool = sys.platform == "win32") -> None:
    """Gives a file the Mark of the Web on Windows (an alternate data stream, learn.microsoft.com [MS-FSCC] 5.6.1);
    elsewhere, and on file systems without such streams (FAT), it stays as it is."""
    if is_windows:
        with suppress(OSError):
            Path(f"{path}:Zone.Identifier").write_bytes(_MARK)


def file_name(piece: Evidence) -> str:
    """A name every system takes, in Vietnamese, with the ending that the bytes bear out."""
    stem = piece.name
    if piece.ext and stem.lower().endswith(f".{piece.ext}"):
        stem = stem[: -len(piece.ext) - 1]
    clean = _FORBIDDEN.sub("_", text.clean_name(stem))[:_MOST].strip(" .")
    if not clean or clean.partition(".")[0].strip().upper() in _DEVICES:
        clean = f"_{clean}"
    return f"{clean}.{piece.ext or 'bin'}"


def _piece(workspace: Workspace, evidence_id: str) -> Evidence:
    with workspace.session():
        return assessments.piece(evidence_id)[1]
