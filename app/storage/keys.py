"""Sealing keys of our own, locked by their passphrase, and the keys accepted for others."""

from dataclasses import dataclass

from app.storage.schema import KeyRow, PinRow


@dataclass(frozen=True, slots=True)
class OwnKey:
    """A key for one agency and one role: digest of its SubjectPublicKeyInfo, PEM certificate, PKCS#12 bytes."""

    spki: str
    agency: str
    role: str
    certificate: str
    locked: bytes
    created_at: str


def add_own(key: OwnKey) -> None:
    """Keeps a new key."""
    KeyRow.insert(
        spki=key.spki,
        agency=key.agency,
        role=key.role,
        certificate=key.certificate,
        locked=key.locked,
        created_at=key.created_at,
    ).execute()


def own(agency: str, role: str) -> OwnKey | None:
    """The key in use for an agency and role."""
    query = KeyRow.select().where((KeyRow.agency == agency) & (KeyRow.role == role) & KeyRow.closed_at.is_null())
    row = query.order_by(KeyRow.created_at.desc()).first()
    if row is None:
        return None
    return OwnKey(row.spki, row.agency, row.role, row.certificate, bytes(row.locked), row.created_at)


def close_own(spki: str, at: str, reason: str) -> None:
    """Ends the use of a key: replaced, lost or stolen."""
    KeyRow.update(closed_at=at, reason=reason).where(KeyRow.spki == spki).execute()


@dataclass(frozen=True, slots=True)
class PinnedKey:
    """A key accepted for an agency: how, by whom, from when until when, and why it ended."""

    agency: str
    role: str
    spki: str
    certificate: str
    how: str
    by: str
    valid_from: str
    valid_to: str | None
    reason: str


def add_pin(pin: PinnedKey) -> None:
    """Accepts a key."""
    PinRow.insert(
        agency=pin.agency,
        role=pin.role,
        spki=pin.spki,
        certificate=pin.certificate,
        how=pin.how,
        by=pin.by,
        valid_from=pin.valid_from,
        valid_to=pin.valid_to,
        reason=pin.reason,
    ).execute()


def close_pins(agency: str, role: str, at: str, reason: str) -> None:
    """Ends the keys accepted so far for an agency and role."""
    open_ones = (PinRow.agency == agency) & (PinRow.role == role) & PinRow.valid_to.is_null()
    PinRow.update(valid_to=at, reason=reason).where(open_ones).execute()


def pins() -> tuple[PinnedKey, ...]:
    """All keys ever accepted, oldest first."""
    return tuple(
        PinnedKey(
            row.agency,
            row.role,
            row.spki,
            row.certificate,
            row.how,
            row.by,
            row.valid_from,
            row.valid_to,
            row.reason,
        )
        for row in PinRow.select().order_by(PinRow.id)
    )
