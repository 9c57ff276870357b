"""Keys: our own, made at the first seal, and those accepted for others, with how, when and by whom."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.bundles import keys as seal_keys
from app.bundles.keys import SealKey
from app.bundles.manifest import Role as SenderRole
from app.bundles.manifest import sha256
from app.bundles.trust import Pin, PinEnd, TrustPolicy
from app.domain.changes import Changes, Kind, changed
from app.errors import AppError
from app.operations.workspace import Workspace
from app.storage import keys
from app.storage.campaigns import Part
from app.storage.keys import OwnKey, PinnedKey


@dataclass(frozen=True, slots=True)
class KeyInfo:
    """A key of our own as shown: its check code in six groups of five digits, when it was made, its certificate."""

    agency: str
    role: str
    spki: str
    check_code: str
    created_at: str
    certificate: str


def own_key(workspace: Workspace, part: Part) -> KeyInfo | None:
    """The sealing key in use for a part, if one was made."""
    with workspace.session():
        kept = keys.own(part.agency, part.role.value)
    return None if kept is None else _info(kept)


def create_key(workspace: Workspace, part: Part, passphrase: str, reason: str = "") -> KeyInfo:
    """Makes a sealing key for a part, locked by `passphrase`; one in use is closed with `reason`.

    Raises `AppError("passphrase.empty")` or `AppError("key.exists")` when there is one and no reason is given.
    """
    with workspace.session():
        old = keys.own(part.agency, part.role.value)
    if old is not None and not reason:
        raise AppError("key.exists")
    made = seal_keys.make_seal_key(part.agency, part.name, SenderRole(part.role.value))
    kept = OwnKey(
        spki=made.spki_sha256,
        agency=part.agency,
        role=part.role.value,
        certificate=made.pem.decode("ascii"),
        locked=seal_keys.save_seal_key(made, passphrase),
        created_at=workspace.now(),
    )
    with workspace.transaction():
        if old is not None:
            keys.close_own(old.spki, workspace.now(), reason)
            workspace.note("key.closed", part=part.id, subject=old.spki, after=reason)
        keys.add_own(kept)
        workspace.note("key.made", part=part.id, subject=kept.spki, after=made.check_code)
    return _info(kept)


def unlock(workspace: Workspace, part: Part, passphrase: str) -> SealKey:
    """The sealing key of a part, made now if there is none; raises `AppError("passphrase.wrong")`."""
    with workspace.session():
        kept = keys.own(part.agency, part.role.value)
    if kept is None:
        create_key(workspace, part, passphrase)
        return unlock(workspace, part, passphrase)
    return seal_keys.load_seal_key(kept.locked, passphrase)


def _info(kept: OwnKey) -> KeyInfo:
    spki = seal_keys.spki_of_pem(kept.certificate.encode("ascii"))
    code = seal_keys.check_code(spki)
    return KeyInfo(kept.agency, kept.role, kept.spki, code, kept.created_at, kept.certificate)


# Keys of others --------------------------------------------------------------------------------------------------


def policy(workspace: Workspace) -> TrustPolicy:
    """What this data folder trusts now."""
    with workspace.session():
        kept = keys.pins()
    return TrustPolicy(pins=tuple(_pin(pin) for pin in kept))


def _pin(pin: PinnedKey) -> Pin:
    end = PinEnd(pin.reason) if pin.valid_to and pin.reason in set(PinEnd) else None
    until = datetime.fromisoformat(pin.valid_to) if pin.valid_to else None
    return Pin(pin.agency, SenderRole(pin.role), pin.spki, None, until, end)


def pins(workspace: Workspace) -> tuple[PinnedKey, ...]:
    """All keys ever accepted, oldest first."""
    with workspace.session():
        return keys.pins()


def open_pins() -> dict[tuple[str, str], str]:
    """The key now accepted for each agency and role (inside a session)."""
    return {(pin.agency, pin.role): pin.spki for pin in keys.pins() if pin.valid_to is None}


def accept_key(
    workspace: Workspace, agency: str, role: str, spki: str, how: str, *, reason: str = PinEnd.REPLACED.value
) -> Changes:
    """Accepts the key with this digest for an agency and role; one accepted before is closed with `reason`.

    `how` says where the code was compared (telephone, letter). Raises `AppError("key.other_agency")` when the key
    is accepted for somebody else already: one key serves one agency and one direction.
    """
    with workspace.transaction():
        for pin in keys.pins():
            if pin.spki == spki and (pin.agency, pin.role) != (agency, role):
                raise AppError("key.other_agency")
        keys.close_pins(agency, role, workspace.now(), reason)
        by = workspace.acting.name if workspace.acting else ""
        keys.add_pin(PinnedKey(agency, role, spki, "", how, by, workspace.now(), None, ""))
        workspace.note("key.accepted", subject=f"{role} {agency}", field=how, after=spki)
    return changed(Kind.KEYS, Kind.SUBMISSIONS)


def pin_certificate(workspace: Workspace, agency: str, role: str, path: Path, how: str) -> Changes:
    """Accepts the key of a certificate file in PEM; raises `AppError("file.unreadable")`, "key.pem_unreadable"."""
    try:
        pem = path.read_bytes()
    except OSError as error:
        raise AppError("file.unreadable", name=path.name, detail=error.strerror or "") from error
    spki = seal_keys.spki_of_pem(pem)
    return accept_key(workspace, agency, role, sha256(spki), how)


def code_matches(typed: str, check_code: str) -> bool:
    """Whether a typed code is the check code; blanks and signs between the digits do not matter."""
    return [c for c in typed if c.isdigit()] == [c for c in check_code if c.isdigit()]
