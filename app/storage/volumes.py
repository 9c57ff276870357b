"""Evidence that travels behind its figures: which files are awaited, and which volumes came."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.storage.schema import BundleRow, EvidenceRow
from app.storage.schema_review import AwaitedRow, SubmissionRow


@dataclass(frozen=True, slots=True)
class KeptVolume:
    """A volume that came: the submission (content digest) whose evidence it carries, its envelope and what was found of
    it as JSON."""

    bundle: str
    agency: str
    volume_of: str
    envelope: str
    verdict: str
    at: str


def add_awaited(submission_id: str, digests: Iterable[str]) -> None:
    """Remembers which files a submission lists that are not here."""
    for digest in sorted(set(digests)):
        AwaitedRow.insert(submission=submission_id, digest=digest).execute()


def arrived(digests: Iterable[str]) -> None:
    """These files are here now, whatever brought them."""
    for digest in set(digests):
        AwaitedRow.delete().where(AwaitedRow.digest == digest).execute()


def awaited(part: str) -> dict[str, set[str]]:
    """The files that were not here when their figures came, by submission; some may have come since."""
    rows = AwaitedRow.select().join(SubmissionRow).where(SubmissionRow.part == part)
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row.submission_id, set()).add(row.digest)
    return found


def awaited_digests() -> set[str]:
    """The same over all submissions."""
    return {row.digest for row in AwaitedRow.select(AwaitedRow.digest)}


def volumes(part: str, direction: str) -> tuple[KeptVolume, ...]:
    """Every volume of a part that came or went, oldest first."""
    row = BundleRow
    columns = (row.id, row.agency, row.volume_of, row.envelope, row.verdict, row.at)
    of_part = (row.part == part) & (row.direction == direction) & (row.volume_of != "")
    query: Any = row.select(*columns).where(of_part).order_by(row.at, row.id).tuples()
    return tuple(KeptVolume(*values) for values in query)


def disown(bundle_id: str) -> None:
    """A volume that does not belong to the submission it names: its bytes are let go, so nothing gives it back."""
    BundleRow.update(volume_of="", skeleton=None).where(BundleRow.id == bundle_id).execute()


def set_free(bundle_id: str) -> None:
    """Forgets the files a volume held aside: a submission refers to them now, or nobody does."""
    EvidenceRow.delete().where(EvidenceRow.owner == bundle_id).execute()
