"""Sealing keys of our own, locked by their passphrase, and the keys accepted for others."""

from dataclasses import dataclass

from peewee import fn

from app.storage.schema import KeyRow, PinRow


@dataclass(frozen=True, slots=True)
class OwnKey:
    """A key for one agency and one role: digest of its SubjectPublicKeyInfo, PEM certificate, PKCS#12 bytes.

    `recipient` (age1…) is what others encrypt to; "" for a key of an earlier release that was not opened since.
    `closed_at` and `reason` tell when and why it went out of use.
    """

    spki: str
    agency: str
    role: str
    certificate: str
    locked: bytes
    created_at: str
    recipient: str = ""
    closed_at: str | None = None
    reason: str = ""


def add_own(key: OwnKey) -> None:
    """Keeps a key: a new one, or one that was restored."""
    KeyRow.insert(**{name: getattr(key, name) for name in OwnKey.__dataclass_fields__}).on_conflict_replace().execute()


def own(agency: str, role: str) -> OwnKey | None:
    """The key in use for an agency and role."""
    return next((key for key in own_ones(agency, role) if key.closed_at is None), None)


def own_ones(agency: str, role: str) -> tuple[OwnKey, ...]:
    """Every key an agency and role ever had here, the one in use first, then the newest."""
    query = KeyRow.select().where((KeyRow.agency == agency) & (KeyRow.role == role))
    rows = query.order_by(KeyRow.closed_at.is_null().desc(), KeyRow.created_at.desc(), KeyRow.spki)
    return tuple(
        OwnKey(
            row.spki,
            row.agency,
            row.role,
            row.certificate,
            bytes(row.locked),
            row.created_at,
            row.recipient,
            row.closed_at,
            row.reason,
        )
        for row in rows
    )


def set_own(spki: str, **values: object) -> None:
    """Changes `locked` or `recipient` of a key."""
    KeyRow.update(**values).where(KeyRow.spki == spki).execute()


def close_own(spki: str, at: str, reason: str) -> None:
    """Ends the use of a key: replaced, lost or stolen."""
    KeyRow.update(closed_at=at, reason=reason).where(KeyRow.spki == spki).execute()


@dataclass(frozen=True, slots=True)
class PinnedKey:
    """A key accepted for an agency: how, by whom, from when until when, and why it ended.

    `recipient` (age1…) is what may be encrypted to; "" while no file of this key named one.
    """

    agency: str
    role: str
    spki: str
    certificate: str
    how: str
    by: str
    valid_from: str
    valid_to: str | None
    reason: str
    recipient: str = ""


def add_pin(pin: PinnedKey) -> None:
    """Accepts a key."""
    PinRow.insert(**{name: getattr(pin, name) for name in PinnedKey.__dataclass_fields__}).execute()


def close_pins(agency: str, role: str, at: str, reason: str) -> int:
    """Ends the keys accepted so far for an agency and role; how many there were."""
    open_ones = (PinRow.agency == agency) & (PinRow.role == role) & PinRow.valid_to.is_null()
    return int(PinRow.update(valid_to=at, reason=reason).where(open_ones).execute())


def reopen_pins(agency: str, role: str, spki: str) -> None:
    """A key of an agency and role is accepted as if it had never ended; earlier ends of it stay, but for no theft."""
    same = (PinRow.agency == agency) & (PinRow.role == role) & (PinRow.spki == spki)
    last = PinRow.select(fn.MAX(PinRow.id)).where(same).scalar()
    PinRow.update(reason="replaced").where(same & (PinRow.reason == "stolen")).execute()
    PinRow.update(valid_to=None, reason="").where(PinRow.id == last).execute()


def set_recipient(spki: str, recipient: str) -> None:
    """What may be encrypted to the accepted key with this digest."""
    PinRow.update(recipient=recipient).where(PinRow.spki == spki).execute()


def pins() -> tuple[PinnedKey, ...]:
    """All keys ever accepted, oldest first."""
    names = tuple(PinnedKey.__dataclass_fields__)
    return tuple(
        PinnedKey(**{name: getattr(row, name) for name in names}) for row in PinRow.select().order_by(PinRow.id)
    )


def accepted() -> dict[tuple[str, str], str]:
    """The digest of the key now accepted for each agency and role."""
    return {(pin.agency, pin.role): pin.spki for pin in pins() if pin.valid_to is None}
