"""Handing everything over to the officer who comes next: one encrypted file, and a record of it for both to sign.

Data, evidence and sealing keys go together; each key stays locked by its own passphrase, which is told by word of
mouth like that of the file. The record names the file by its digest, so that years later one knows which it was.
"""

from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from app.bundles.medium import unreadable
from app.domain import check_code, text
from app.errors import AppError
from app.operations import bundling, folders, parts
from app.operations import workspace as workspaces
from app.operations.keeping import backing_up, places, restoring
from app.operations.keeping.backing_up import Backup
from app.operations.keeping.packing import Reason, Told
from app.operations.keeping.restoring import Clock, Restored
from app.operations.trust import trusting
from app.operations.workspace import Workspace, local_now
from app.progress import SILENT, Progress

SUFFIX = ".zip.age"
RECORD = "_BienBan.pdf"


@dataclass(frozen=True, slots=True)
class Party:
    """Who gives or who receives."""

    name: str
    title: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The file and the record that were written; `check_code` is made from the file's SHA-256 and read out."""

    backup: Backup
    record: Path
    sha256: str
    check_code: str


def file_name(workspace: Workspace) -> str:
    """A name that can be read aloud: ``BanGiao_XaHoaBinh_2026-11-22.zip.age``."""
    known = parts.everything(workspace)
    owner = f"_{text.file_name_piece(known[0].name)}" if known else ""
    return f"BanGiao{owner}_{workspace.clock():%Y-%m-%d}{SUFFIX}"


def record_of(target: Path) -> Path:
    """Where the record of a file lies: beside it."""
    return target.with_name(target.name.removesuffix(SUFFIX) + RECORD)


def hand_over(
    workspace: Workspace,
    target: Path,
    passphrase: str,
    giver: Party,
    receiver: Party,
    note: str = "",
    progress: Progress = SILENT,
) -> HandedOver:
    """Writes the file, reads it again, and writes the record; both are there or neither.

    Raises `AppError("handover.no_name")`, "handover.no_passphrase", and what `backing_up.backup` does.
    """
    from app.reports import handover_record

    if not giver.name.strip() or not receiver.name.strip():
        raise AppError("handover.no_name")
    if not passphrase:
        raise AppError("handover.no_passphrase")
    told = {f"{side}_{key}": value for side, who in _sides(giver, receiver) for key, value in asdict(who).items()}
    record = record_of(target)
    with bundling.all_or_none() as batch:
        made = backing_up.archive(
            workspace, batch.before(target), passphrase, progress.part(0, 2, 3), Reason.HANDOVER, **told, note=note
        )
        sha256 = places.sha256_of(target, progress.part(2, 3, 3))
        content = handover_record.Content(
            giver=(giver.name, giver.title, giver.office),
            receiver=(receiver.name, receiver.title, receiver.office),
            owner=_owner(workspace),
            whose=_whose(workspace),
            file=target.name,
            size=made.size,
            files=made.files,
            damaged=len(made.damaged),
            missing=made.missing,
            sha256=sha256,
            check_code=check_code.of_key(sha256),
            keys=_keys(workspace),
            note=note,
            at=workspace.now(),
        )
        bundling.write_file(batch.before(record), handover_record.render(content))
        if not workspace.is_read_only:
            with workspace.transaction():
                workspace.note("handover.made", subject=sha256, field=target.name, after=receiver.name)
    return HandedOver(made, record, sha256, content.check_code)


def _sides(giver: Party, receiver: Party) -> tuple[tuple[str, Party], ...]:
    return ("giver", giver), ("receiver", receiver)


def _owner(workspace: Workspace) -> str:
    known = parts.everything(workspace)
    return known[0].name if known else ""


def _whose(workspace: Workspace) -> tuple[str, ...]:
    return tuple(f"{part.name}: {part.campaign.title}" for part in parts.everything(workspace))


def _keys(workspace: Workspace) -> tuple[tuple[str, str], ...]:
    """Whose sealing keys go with it, and their check codes."""
    found: dict[str, str] = {}
    for part in parts.everything(workspace):
        key = trusting.own_key(workspace, part)
        if key is not None:
            found[key.check_code] = part.name
    return tuple((name, code) for code, name in found.items())


# The other side -----------------------------------------------------------------------------------------------------


def file_code(path: Path) -> str:
    """The check code of a file, to be compared with the record; raises `AppError("file.unreadable")`."""
    try:
        return check_code.of_key(places.sha256_of(path))
    except OSError as error:
        raise unreadable(path, error) from error


def parties(told: Told) -> tuple[Party, Party] | None:
    """Who gave and who receives, as a handover says; None for another backup."""
    given = told.facts.parties
    if told.facts.reason is not Reason.HANDOVER:
        return None
    sides = [Party(*(given.get(f"{side}_{key}", "") for key in ("name", "title", "office"))) for side in _SIDES]
    return sides[0], sides[1]


_SIDES = ("giver", "receiver")


def take_over(
    folder: Path,
    path: Path,
    passphrase: str,
    receiver: Party,
    clock: Clock = local_now,
    progress: Progress = SILENT,
) -> Restored:
    """Puts what was handed over into the data folder, which nobody has open, and names who works there from now on.

    What the folder held becomes a dated copy. Raises what `restoring.put_back` does, and "person.no_name".
    """
    if not receiver.name.strip():
        raise AppError("person.no_name")
    done = restoring.put_back(folder, path, passphrase, clock, progress)
    opened = folders.open_workspace(folder, clock)
    try:
        name_receiver(opened, receiver, done.facts.parties.get("giver_name", ""))
    finally:
        opened.close()
    return done


def name_receiver(workspace: Workspace, receiver: Party, giver: str) -> None:
    """Whoever took over is who works here from now on; the journal tells from whom."""
    known = next((each for each in workspaces.persons(workspace) if each.name == receiver.name.strip()), None)
    if known is None:
        workspaces.add_person(workspace, receiver.name, receiver.title, receiver.office)
    else:
        workspaces.act_as(workspace, known.id)
    with workspace.transaction(), suppress(AppError):
        workspace.note("handover.taken", before=giver, after=receiver.name)
