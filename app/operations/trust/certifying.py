"""Whom one believes about people's signatures: issuers' certificates and lists as files, subjects accepted by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.bundles.manifest import sha256
from app.bundles.medium import unreadable
from app.bundles.people.trust_files import Authority, RevocationList, read_trust_file
from app.bundles.trust import PeopleRole as PeopleRole
from app.domain.changes import Changes, Kind, changed
from app.domain.text import collation_key
from app.errors import AppError
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import people, trust_store
from app.storage.trust_store import GRACE, KeptCertificate, KeptList
from app.storage.trust_store import KeptSigner as KeptSigner

MAX_GRACE = 90


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of some files: how many certificates and lists are new, how many were here, and what was refused."""

    changes: Changes
    certificates: int
    lists: int
    known: int
    refused: tuple[AppError, ...]


def load(workspace: Workspace, paths: Sequence[Path], progress: Progress = SILENT) -> Loaded:
    """Takes in the certificates and revocation lists of several files; one that cannot be read stops no other.

    Each refusal names its file: "trust.unreadable", "trust.private_key", "trust.too_large", "trust.no_issuer" (a
    person's certificate), "file.unreadable".
    """
    added = {True: 0, False: 0}
    known, refused = 0, list[AppError]()
    for done, path in enumerate(paths):
        progress.step(done, len(paths))
        try:
            found = read_trust_file(_bytes(path), path.name)
            if not found.authorities and not found.lists:
                raise AppError("trust.no_issuer", file=path.name)
        except AppError as error:
            refused.append(error)
            continue
        with workspace.transaction():
            pieces: tuple[Authority | RevocationList, ...] = (*found.authorities, *found.lists)
            for each in pieces:
                is_list = isinstance(each, RevocationList)
                if _keep(workspace, each, path.name):
                    added[is_list] += 1
                else:
                    known += 1
    progress.step(len(paths), max(len(paths), 1))
    return Loaded(changed(Kind.KEYS), added[False], added[True], known, tuple(refused))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def _keep(workspace: Workspace, each: Authority | RevocationList, file: str) -> bool:
    by, digest = workspace.acting.name if workspace.acting else "", sha256(each.der)
    if isinstance(each, Authority):
        period = (each.not_before.isoformat(), each.not_after.isoformat())
        is_new = trust_store.add_certificate(
            KeptCertificate(digest, each.der, each.subject, each.issuer, *period, workspace.now(), by)
        )
        action, name = "certificate.added", each.subject
    else:
        following = each.next_update.isoformat() if each.next_update else None
        is_new = trust_store.add_revocation_list(
            KeptList(digest, each.der, each.issuer, each.this_update.isoformat(), following, workspace.now(), by)
        )
        action, name = "revocation_list.added", each.issuer
    if is_new:
        workspace.note(action, subject=name, field=file, after=digest)
    return is_new


@dataclass(frozen=True, slots=True)
class Issuer:
    """A certificate of an issuer as shown: names, period, whether it has ended; `digest` names it."""

    digest: str
    subject: str
    issuer: str
    not_before: datetime
    not_after: datetime
    added_at: str
    added_by: str
    is_over: bool
    is_root: bool


@dataclass(frozen=True, slots=True)
class ListShown:
    """A list of revoked certificates as shown; `is_newest` of its issuer; `is_stale`: the next one was due."""

    digest: str
    issuer: str
    this_update: datetime
    next_update: datetime | None
    added_at: str
    added_by: str
    is_newest: bool
    is_stale: bool


def issuers(workspace: Workspace) -> tuple[Issuer, ...]:
    """The certificates of issuers that are trusted here, roots first, then by name."""
    with workspace.session():
        kept = trust_store.certificates()
    now = workspace.clock()
    found = (
        Issuer(
            each.digest,
            each.subject,
            each.issuer,
            datetime.fromisoformat(each.not_before),
            datetime.fromisoformat(each.not_after),
            each.added_at,
            each.added_by,
            datetime.fromisoformat(each.not_after) < now,
            each.subject == each.issuer,
        )
        for each in kept
    )
    return tuple(sorted(found, key=lambda each: (not each.is_root, collation_key(each.subject))))


def revocation_lists(workspace: Workspace) -> tuple[ListShown, ...]:
    """The lists at hand, the newest of each issuer first."""
    with workspace.session():
        kept = trust_store.revocation_lists()
    now, seen, found = workspace.clock(), set[str](), []
    for each in kept:
        following = None if each.next_update is None else datetime.fromisoformat(each.next_update)
        is_newest = each.issuer not in seen
        seen.add(each.issuer)
        this = datetime.fromisoformat(each.this_update)
        is_stale = following is None or following < now
        found.append(ListShown(each.digest, each.issuer, this, following, each.added_at, each.added_by, is_newest,
                               is_stale))  # fmt: skip
    return tuple(found)


def remove_issuer(workspace: Workspace, digest: str, reason: str) -> Changes:
    """No longer believes an issuer; earlier findings stay. Raises `AppError("trust.no_reason")`, "trust.unknown"."""
    if not reason.strip():
        raise AppError("trust.no_reason")
    with workspace.transaction():
        found = next((each for each in trust_store.certificates() if each.digest.startswith(digest.lower())), None)
        if found is None or len(digest) < 8 or not trust_store.remove_certificate(found.digest):
            raise AppError("trust.unknown", digest=digest)
        workspace.note("certificate.removed", subject=found.subject, field=reason.strip(), before=found.digest)
    return changed(Kind.KEYS)


# People ------------------------------------------------------------------------------------------------------------


def signers(workspace: Workspace) -> tuple[KeptSigner, ...]:
    """All subjects ever accepted, oldest first."""
    with workspace.session():
        return trust_store.signers()


def accept_signer(workspace: Workspace, agency: str, role: PeopleRole, subject: str, how: str) -> Changes:
    """Accepts a certificate's subject for one agency and role; `how` one knows that it is this person or seal.

    Accepting again what is accepted changes nothing. Raises `AppError("signer.no_reason")` while `how` is empty and
    "signer.other_agency" when the subject is accepted for another agency: a person signs for one at a time.
    """
    if not how.strip():
        raise AppError("signer.no_reason")
    with workspace.transaction():
        still = [each for each in trust_store.signers() if each.subject == subject and each.valid_to is None]
        if any(each.agency != agency for each in still):
            raise AppError("signer.other_agency", agency=next(e.agency for e in still if e.agency != agency))
        if not any(each.role == role.value for each in still):
            by = workspace.acting.name if workspace.acting else ""
            trust_store.add_signer(agency, role.value, subject, how.strip(), by, workspace.now())
            workspace.note("signer.accepted", subject=f"{role.value} {agency}", field=how.strip(), after=subject)
    return changed(Kind.KEYS, Kind.SUBMISSIONS)


def close_signer(workspace: Workspace, signer_id: int, reason: str) -> Changes:
    """Ends the acceptance of a subject from now on; earlier findings stay.

    Raises `AppError("signer.no_reason")`, "signer.not_accepted".
    """
    if not reason.strip():
        raise AppError("signer.no_reason")
    with workspace.transaction():
        found = next((each for each in trust_store.signers() if each.id == signer_id), None)
        if found is None or not trust_store.close_signer(signer_id, workspace.now(), reason.strip()):
            raise AppError("signer.not_accepted")
        workspace.note(
            "signer.closed", subject=f"{found.role} {found.agency}", field=reason.strip(), before=found.subject
        )
    return changed(Kind.KEYS, Kind.SUBMISSIONS)


def grace_days(workspace: Workspace) -> int:
    """How many days a revocation list still counts after its next one was due."""
    with workspace.session():
        return int(people.setting(GRACE) or "0")


def set_grace_days(workspace: Workspace, days: int) -> Changes:
    """Allows lists to count that many days longer, 0 to 90; said with every verdict that rests on it.

    Raises `AppError("trust.grace")`.
    """
    if not 0 <= days <= MAX_GRACE:
        raise AppError("trust.grace", most=MAX_GRACE)
    with workspace.transaction():
        before = people.setting(GRACE) or "0"
        people.set_setting(GRACE, str(days))
        workspace.note("revocation_list.grace", before=before, after=str(days))
    return changed(Kind.KEYS)
