"""The journal shown, proven whole, and handed out for an inspection."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from app.bundles.medium import unreadable
from app.domain import canonical, journal
from app.domain.journal import Line, Proof
from app.errors import AppError
from app.operations import bundling
from app.operations.workspace import PROGRAM, Workspace, is_older
from app.progress import SILENT, Progress
from app.storage import campaigns, people
from app.storage import journal as kept

MAX_LINE = 64 << 10  # bytes of one line of a handed-out journal


@dataclass(frozen=True, slots=True)
class HandedOut:
    """The journal as a workbook for people and, beside it, as lines that a program can prove."""

    book: Path
    lines: Path
    proof: Proof


def prove(workspace: Workspace) -> Proof:
    """Whether every line of the journal is as it was written."""
    with workspace.session():
        return _proven(kept.everything())


def hand_out(workspace: Workspace, target: Path, progress: Progress = SILENT) -> HandedOut:
    """Writes the whole journal as `target` (.xlsx) and, under the same name, as .jsonl.

    That it was handed out is its last line: nothing typed afterwards goes on in a line that others hold already.

    Raises `AppError("sheet.target_in_use")`, "sheet.not_written", "disk.full" …; nothing half-written stays.
    """
    from app.sheets.journal_book import write_journal

    if not workspace.is_read_only:
        with workspace.transaction():
            workspace.note("journal.handed_out")
    with workspace.session():
        lines = kept.everything()
        proof = _proven(lines)
        names = {part.id: f"{part.campaign.title} · {part.name}" for part in campaigns.parts()}
    book, told = target.with_suffix(".xlsx"), target.with_suffix(".jsonl")
    with bundling.all_or_none() as batch:
        bundling.write_file(batch.before(told), b"".join(canonical.encode(asdict(line)) + b"\n" for line in lines))
        write_journal(lines, proof, names, batch.before(book), progress)
    return HandedOut(book, told, proof)


def _proven(lines: tuple[Line, ...]) -> Proof:
    """Data of a program before 0.3 that are only looked at have no chain yet (inside a session)."""
    return journal.proven(lines, is_before_chain=is_older(people.setting(PROGRAM), "0.3"))


def prove_file(path: Path) -> Proof:
    """The proof of a journal that was handed out as .jsonl; needs no data folder.

    Raises `AppError("file.unreadable")`, "journal.unreadable".
    """
    lines: list[Line] = []
    try:
        with path.open("rb") as file:
            while data := file.readline(MAX_LINE + 1):
                lines.append(_line(data.rstrip(b"\n"), len(lines) + 1))
    except OSError as error:
        raise unreadable(path, error) from error
    return journal.proven(lines)


def _line(data: bytes, number: int) -> Line:
    try:
        told: Any = canonical.decode(data)
        if all(isinstance(value, str) for value in told.values()):
            return Line(**told)
    except (AppError, AttributeError, TypeError) as error:
        raise AppError("journal.unreadable", line=number) from error
    raise AppError("journal.unreadable", line=number)
