"""What an authority knows of the agencies of a campaign from elsewhere than their files."""

from dataclasses import dataclass

from app.storage.schema import BundleRow
from app.storage.schema_trust import RegistryRow
from app.storage.submissions import IN


@dataclass(frozen=True, slots=True)
class Entry:
    """One agency: the number to call, whom to ask for, the check code of its letter and which letter that is."""

    agency: str
    telephone: str = ""
    contact: str = ""
    check_code: str = ""
    source: str = ""
    at: str = ""
    by: str = ""


def entries(part: str) -> dict[str, Entry]:
    """What is known, by agency."""
    names = tuple(Entry.__dataclass_fields__)
    rows = RegistryRow.select().where(RegistryRow.part == part)
    return {row.agency: Entry(**{name: getattr(row, name) for name in names}) for row in rows}


def save(part: str, entry: Entry) -> None:
    """Keeps what is known of one agency."""
    values = {name: getattr(entry, name) for name in Entry.__dataclass_fields__}
    RegistryRow.insert(part=part, **values).on_conflict_replace().execute()


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A received file, by what its verdict (JSON as found at import) says of the key that sealed it."""

    id: str
    kind: str
    agency: str
    verdict: str
    envelope: str
    at: str


def sealed_files(part: str) -> tuple[SealedFile, ...]:
    """The files a part received, newest first; what they carry is not read."""
    names = tuple(SealedFile.__dataclass_fields__)
    query = BundleRow.select(*(getattr(BundleRow, name) for name in names))
    rows = query.where((BundleRow.part == part) & (BundleRow.direction == IN))
    rows = rows.order_by(BundleRow.at.desc(), BundleRow.id)
    return tuple(SealedFile(**{name: getattr(row, name) for name in names}) for row in rows)
