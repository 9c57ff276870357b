"""The sealing key of our own, looked after: its passphrase, copies on a stick and on paper, brought back, replaced."""

from dataclasses import dataclass
from pathlib import Path

from app.bundles import age_keys, key_sheet
from app.bundles import keys as seal_keys
from app.bundles.key_sheet import LineState
from app.bundles.keys import MAX_KEY_FILE, SealKey, secret_of
from app.bundles.manifest import Role as SenderRole
from app.bundles.medium import unreadable
from app.bundles.trust import PinEnd
from app.domain import check_code, text
from app.domain.changes import Changes, Kind, changed
from app.errors import AppError
from app.operations import bundling
from app.operations.trust import trusting
from app.operations.trust.trusting import KeyInfo
from app.operations.workspace import Workspace
from app.storage import keys
from app.storage.campaigns import Part
from app.storage.keys import OwnKey

LINES, GROUPS, SIGNS = key_sheet.LINES, key_sheet.GROUPS, key_sheet.SIGNS


@dataclass(frozen=True, slots=True)
class Kept:
    """A key as it is in use now, and what changed."""

    changes: Changes
    key: KeyInfo


@dataclass(frozen=True, slots=True)
class Former:
    """A key of our own that is no longer in use: its check code, from when until when, and why it ended."""

    check_code: str
    spki: str
    created_at: str
    closed_at: str
    reason: str


def former(workspace: Workspace, part: Part) -> tuple[Former, ...]:
    """The keys a part had before the one in use, newest first."""
    with workspace.session():
        known = keys.own_ones(part.agency, part.role.value)
    return tuple(
        Former(check_code.of_key(key.spki), key.spki, key.created_at, key.closed_at, key.reason)
        for key in known
        if key.closed_at is not None
    )


def create(workspace: Workspace, part: Part, passphrase: str) -> Kept:
    """Makes the first key of a part; raises `AppError("key.exists")`, "passphrase.empty"."""
    return Kept(changed(Kind.KEYS), trusting.create_key(workspace, part, passphrase))


def replace(workspace: Workspace, part: Part, passphrase: str, reason: str) -> Kept:
    """A new key in the place of the one in use, whose passphrase need not be known: replaced, lost or stolen.

    What was sealed before stays what it was, and files encrypted to the old key still open with its passphrase.
    Others see another check code from now on, and compare it. Raises `AppError("passphrase.empty")`.
    """
    return Kept(changed(Kind.KEYS), trusting.create_key(workspace, part, passphrase, PinEnd(reason).value))


def change_passphrase(workspace: Workspace, part: Part, old: str, new: str) -> Kept:
    """The same key under another passphrase; the old one holds until the new file is on the disk.

    Copies made before keep the old passphrase. Raises `AppError("key.none")`, "passphrase.wrong", "passphrase.empty".
    """
    kept = _in_use(workspace, part)
    locked = _locked(seal_keys.load_seal_key(kept.locked, old), new)
    with workspace.transaction():
        keys.set_own(kept.spki, locked=locked)
        workspace.note("key.passphrase", part=part.id, subject=kept.spki)
    return Kept(changed(Kind.KEYS), trusting.key_in_use(workspace, part))


def _locked(key: SealKey, passphrase: str) -> bytes:
    """The key file, opened once to be sure that it does."""
    locked = seal_keys.save_seal_key(key, passphrase)
    assert seal_keys.load_seal_key(locked, passphrase).spki == key.spki
    return locked


def _in_use(workspace: Workspace, part: Part) -> OwnKey:
    with workspace.session():
        kept = keys.own(part.agency, part.role.value)
    if kept is None:
        raise AppError("key.none")
    return kept


# Copies ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy of the key that was written and read again."""

    path: Path
    check_code: str


def file_name(part: Part) -> str:
    """A name for the copy that can be read aloud: ``KhoaNiemPhong_XaHoaBinh.p12``."""
    return f"KhoaNiemPhong_{text.file_name_piece(part.name)}.p12"


def sheet_name(part: Part) -> str:
    """A name for the printed sheet."""
    return f"PhieuSaoLuuKhoa_{text.file_name_piece(part.name)}.pdf"


def back_up(workspace: Workspace, part: Part, target: Path, passphrase: str) -> Copied:
    """Writes the key as a PKCS#12 file and opens what was written; the file has the key's passphrase.

    Raises `AppError("key.none")`, "passphrase.wrong", "medium.write_damaged", and what writing raises.
    """
    kept = _in_use(workspace, part)
    opened = seal_keys.load_seal_key(kept.locked, passphrase)
    bundling.write_file(target, kept.locked)
    if _bytes(target) != kept.locked:
        raise AppError("medium.write_damaged", detail=target.name)
    with workspace.transaction():
        workspace.note("key.backed_up", part=part.id, subject=kept.spki, field=target.name)
    return Copied(target, opened.check_code)


def print_sheet(workspace: Workspace, part: Part, target: Path, passphrase: str) -> Copied:
    """Writes the sheet (PDF) whose lines bring the key back when they are typed; it opens nothing without the
    passphrase. What is printed was read back once. Raises `AppError("key.none")`, "passphrase.wrong", and what
    writing raises.
    """
    from app.reports import key_sheet as paper

    kept = _in_use(workspace, part)
    opened = seal_keys.load_seal_key(kept.locked, passphrase)
    role = SenderRole(part.role.value)
    lines = key_sheet.sheet_lines(opened, part.agency, role, passphrase)
    again = key_sheet.key_of_sheet("\n".join(lines), passphrase, part.agency, part.name, role)
    assert again.spki == opened.spki
    bundling.write_file(target, paper.render(part.name, role.value, opened.check_code, workspace.now(), lines))
    with workspace.transaction():
        workspace.note("key.printed", part=part.id, subject=kept.spki, field=target.name)
    return Copied(target, opened.check_code)


def line_state(number: int, typed: str) -> LineState:
    """What a line of the sheet (1 to 7) is worth as typed so far."""
    return key_sheet.line_state(number, typed)


# Brought back ------------------------------------------------------------------------------------------------------


def restore_file(workspace: Workspace, part: Part, path: Path, passphrase: str, reason: str = "") -> Kept:
    """The key of a PKCS#12 file comes into use again; `passphrase` is that of the file.

    One in use that is another is closed with `reason`. Raises `AppError("file.unreadable")`, "key.file_damaged",
    "passphrase.wrong", "key.of_another" (made for another agency or direction), "key.exists" without a reason.
    """
    key = seal_keys.load_seal_key(_bytes(path), passphrase)
    if not key.is_for(part.agency, SenderRole(part.role.value)):
        raise AppError("key.of_another", agency=part.name)
    return _restored(workspace, part, key, passphrase, reason)


def restore_sheet(workspace: Workspace, part: Part, typed: str, passphrase: str, reason: str = "") -> Kept:
    """The key of a printed sheet comes into use again; `passphrase` is that of the day it was printed.

    Raises what `key_sheet.key_of_sheet` does, and "key.exists" without a reason where another key is in use.
    """
    key = key_sheet.key_of_sheet(typed, passphrase, part.agency, part.name, SenderRole(part.role.value))
    return _restored(workspace, part, key, passphrase, reason)


def _restored(workspace: Workspace, part: Part, key: SealKey, passphrase: str, reason: str) -> Kept:
    with workspace.session():
        known = keys.own_ones(part.agency, part.role.value)
    old = next((each for each in known if each.closed_at is None), None)
    if old is not None and old.spki != key.spki_sha256 and not reason:
        raise AppError("key.exists")
    earlier = next((each for each in known if each.spki == key.spki_sha256), None)
    kept = OwnKey(
        spki=key.spki_sha256,
        agency=part.agency,
        role=part.role.value,
        certificate=key.pem.decode("ascii"),
        locked=_locked(key, passphrase),
        created_at=earlier.created_at if earlier is not None else workspace.now(),
        recipient=age_keys.recipient_of(key),
    )
    with workspace.transaction():
        if old is not None and old.spki != kept.spki:
            keys.close_own(old.spki, workspace.now(), PinEnd(reason).value)
            workspace.note("key.closed", part=part.id, subject=old.spki, after=reason)
        keys.add_own(kept)
        workspace.note("key.restored", part=part.id, subject=kept.spki, after=key.check_code)
    return Kept(changed(Kind.KEYS), trusting.key_in_use(workspace, part))


def write_identity(workspace: Workspace, part: Part, target: Path, passphrase: str) -> Copied:
    """Writes the key's age identity, locked by the passphrase, for the public `age` tool: ``age -d -i FILE``.

    Raises `AppError("key.none")`, "passphrase.wrong", and what writing raises.
    """
    import pyrage

    identity = trusting.unlock_identity(workspace, part, passphrase)
    secret = secret_of(passphrase).decode("utf-8")
    bundling.write_file(target, pyrage.passphrase.encrypt(f"{identity}\n".encode("ascii"), secret))
    return Copied(target, trusting.key_in_use(workspace, part).check_code)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_KEY_FILE + 1)
    except OSError as error:
        raise unreadable(path, error) from error
