"""Keys: our own, made at the first seal, and those accepted for others, with how, when and by whom."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.bundles import keys as seal_keys
from app.bundles.keys import SealKey
from app.bundles.manifest import Role as SenderRole
from app.bundles.manifest import sha256
from app.bundles.medium import unreadable
from app.bundles.trust import Pin, PinEnd, TrustPolicy, pin_from_pem
from app.domain.changes import Changes, Kind, changed
from app.errors import AppError, cause
from app.operations.workspace import Workspace
from app.storage import campaigns, keys, submissions
from app.storage.campaigns import Part
from app.storage.keys import OwnKey
from app.storage.keys import PinnedKey as PinnedKey


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
    return _info(_made(workspace, part, passphrase, reason)[0])


def _made(workspace: Workspace, part: Part, passphrase: str, reason: str) -> tuple[OwnKey, SealKey]:
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
    return kept, made


def unlock(workspace: Workspace, part: Part, passphrase: str) -> SealKey:
    """The sealing key of a part, made now if there is none; raises `AppError("passphrase.wrong")`."""
    with workspace.session():
        kept = keys.own(part.agency, part.role.value)
    if kept is None:
        return _made(workspace, part, passphrase, "")[1]
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


def accept_keys(workspace: Workspace, role: str, keys_: Sequence[tuple[str, str]], how: str) -> Changes:
    """Accepts several keys at once, (agency, digest) each, or none of them; raises what `accept_key` raises."""
    with workspace.transaction():
        for agency, spki in keys_:
            accept_key(workspace, agency, role, spki, how)
    return changed(Kind.KEYS, Kind.SUBMISSIONS)


def pin_certificate(workspace: Workspace, agency: str, role: str, path: Path, how: str) -> Changes:
    """Accepts the key of a certificate file in PEM; raises `AppError("file.unreadable")`, "key.pem_unreadable"."""
    spki = seal_keys.spki_of_pem(_bytes(path))
    return accept_key(workspace, agency, role, sha256(spki), how)


@dataclass(frozen=True, slots=True)
class SeenKey:
    """A key that sealed a file received here: the sender it spoke for, its digest and its check code."""

    agency: str
    role: str
    spki: str
    check_code: str


def seen_keys(workspace: Workspace) -> tuple[SeenKey, ...]:
    """Every key that sealed a file received here, each once, newest first."""
    with workspace.session():
        received = [item for part in campaigns.parts() for item in submissions.bundles(part.id, "in")]
    found: dict[SeenKey, None] = {}
    for item in received:
        verdict = json.loads(item.verdict)
        sender = verdict.get("sender") or {}
        if verdict.get("spki") and sender:
            found[SeenKey(sender["code"], sender["role"], verdict["spki"], verdict["check_code"] or "")] = None
    return tuple(found)


def accept_code(workspace: Workspace, agency: str, typed: str, how: str) -> Changes:
    """Accepts the key of a file received from `agency` whose check code is the typed one, compared another way.

    Raises `AppError("key.not_seen")` when nothing of that sender is here, "key.code_differs" when the code is another.
    """
    seen = [key for key in seen_keys(workspace) if key.agency == agency]
    if not seen:
        raise AppError("key.not_seen", code=agency)
    for key in seen:
        if code_matches(typed, key.check_code):
            return accept_key(workspace, key.agency, key.role, key.spki, how)
    raise AppError("key.code_differs", code=agency, check_code=seen[0].check_code)


def role_of_others(part: Part) -> str:
    """The direction in which the other side of a part speaks: a commune hears an authority, an authority communes."""
    return SenderRole.AGENCY.value if part.role.value == SenderRole.AUTHORITY.value else SenderRole.AUTHORITY.value


def key_in_use(workspace: Workspace, part: Part) -> KeyInfo:
    """A part's own key; raises `AppError("key.none")` while none was made."""
    key = own_key(workspace, part)
    if key is None:
        raise AppError("key.none")
    return key


def write_certificate(workspace: Workspace, part: Part, target: Path) -> KeyInfo:
    """Writes the certificate of a part's own key as PEM; raises `AppError("key.none")`, "file.unwritable"."""
    key = key_in_use(workspace, part)
    try:
        target.write_text(key.certificate, encoding="ascii")
    except OSError as error:
        raise AppError("file.unwritable", name=target.name, detail=cause(error)) from error
    return key


def policy_of_files(
    pinned: Sequence[tuple[str, Path]], authorities: Sequence[Path] = (), crls: Sequence[Path] = ()
) -> TrustPolicy:
    """What a caller without a data folder trusts: (code, PEM certificate) pairs, CA certificates, CRLs (DER or PEM).

    Raises `AppError("file.unreadable")`, "key.pem_unreadable".
    """
    return TrustPolicy(
        pins=tuple(pin_from_pem(code, None, _bytes(path)) for code, path in pinned),
        people_authorities=tuple(_bytes(path) for path in authorities),
        people_crls=tuple(_bytes(path) for path in crls),
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def code_of(spki: str) -> str:
    """The check code of a key by the digest a pin keeps: six groups of five digits."""
    digits = f"{int(spki, 16) % 10**30:030d}"
    return " ".join(digits[at : at + 5] for at in range(0, 30, 5))


def code_matches(typed: str, check_code: str) -> bool:
    """Whether a typed code is the check code; blanks and signs between the digits do not matter."""
    return [c for c in typed if c.isdigit()] == [c for c in check_code if c.isdigit()]
