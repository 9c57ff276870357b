"""Whom one believes about people's signatures: issuers' certificates, revocation lists, accepted subjects, findings."""

from dataclasses import asdict, dataclass

from app.storage.schema_trust import CertificateRow, CheckedFileRow, LaterVerdictRow, RevocationListRow, SignerRow

GRACE = "crl_grace_days"  # the setting: how many days a list still counts after its next one was due


@dataclass(frozen=True, slots=True)
class KeptCertificate:
    """A certificate of an issuer, DER, by its SHA-256; names are RFC 4514 text, times ISO."""

    digest: str
    der: bytes
    subject: str
    issuer: str
    not_before: str
    not_after: str
    added_at: str
    added_by: str


@dataclass(frozen=True, slots=True)
class KeptList:
    """A list of revoked certificates, DER, by its SHA-256; `next_update` is None where the list does not say."""

    digest: str
    der: bytes
    issuer: str
    this_update: str
    next_update: str | None
    added_at: str
    added_by: str


@dataclass(frozen=True, slots=True)
class KeptSigner:
    """A subject accepted for one agency and one role of people; `valid_to` None: still."""

    id: int
    agency: str
    role: str
    subject: str
    how: str
    by: str
    valid_from: str
    valid_to: str | None
    reason: str


def certificates() -> tuple[KeptCertificate, ...]:
    """All certificates of issuers, in the order they were added."""
    rows = CertificateRow.select().order_by(CertificateRow.added_at, CertificateRow.digest)
    return tuple(
        KeptCertificate(
            row.digest,
            bytes(row.der),
            row.subject,
            row.issuer,
            row.not_before,
            row.not_after,
            row.added_at,
            row.added_by,
        )
        for row in rows
    )


def add_certificate(certificate: KeptCertificate) -> bool:
    """Keeps a certificate; False when it was here already."""
    return bool(CertificateRow.insert(**asdict(certificate)).on_conflict_ignore().as_rowcount().execute())


def remove_certificate(digest: str) -> bool:
    """Takes a certificate out; False when it was not here."""
    return bool(CertificateRow.delete().where(CertificateRow.digest == digest).execute())


def revocation_lists() -> tuple[KeptList, ...]:
    """All lists, the newest of each issuer first."""
    rows = RevocationListRow.select().order_by(RevocationListRow.issuer, RevocationListRow.this_update.desc())
    return tuple(
        KeptList(
            row.digest, bytes(row.der), row.issuer, row.this_update, row.next_update, row.added_at, row.added_by
        )
        for row in rows
    )  # fmt: skip


def add_revocation_list(found: KeptList) -> bool:
    """Keeps a list; False when it was here already."""
    return bool(RevocationListRow.insert(**asdict(found)).on_conflict_ignore().as_rowcount().execute())


def signers() -> tuple[KeptSigner, ...]:
    """All subjects ever accepted, oldest first."""
    rows = SignerRow.select().order_by(SignerRow.id)
    return tuple(
        KeptSigner(
            row.id, row.agency, row.role, row.subject, row.how, row.by, row.valid_from, row.valid_to, row.reason
        )
        for row in rows
    )  # fmt: skip


def add_signer(agency: str, role: str, subject: str, how: str, by: str, at: str) -> None:
    """Accepts a subject from now on."""
    SignerRow.insert(agency=agency, role=role, subject=subject, how=how, by=by, valid_from=at).execute()


def close_signer(signer_id: int, at: str, reason: str) -> bool:
    """Ends the acceptance of a subject; False when it has ended already."""
    still = (SignerRow.id == signer_id) & SignerRow.valid_to.is_null()
    return bool(SignerRow.update(valid_to=at, reason=reason).where(still).execute())


def checked_file(digest: str) -> str | None:
    """What was found of a file's signatures when it was first looked at, as JSON."""
    row = CheckedFileRow.get_or_none(CheckedFileRow.digest == digest)
    return None if row is None else str(row.found)


def add_checked_file(digest: str, found: str, at: str, by: str) -> None:
    """Keeps the first finding; a later one changes nothing."""
    CheckedFileRow.insert(digest=digest, found=found, at=at, by=by).on_conflict_ignore().execute()


@dataclass(frozen=True, slots=True)
class LaterVerdict:
    """A later finding on a received file, as JSON: judged as of `judged_at`, done at `at` by whom."""

    found: str
    judged_at: str
    at: str
    by: str


def later_verdicts(bundle: str) -> tuple[LaterVerdict, ...]:
    """Later findings on a received file, oldest first."""
    rows = LaterVerdictRow.select().where(LaterVerdictRow.bundle == bundle).order_by(LaterVerdictRow.id)
    return tuple(LaterVerdict(row.found, row.judged_at, row.at, row.by) for row in rows)


def all_later_verdicts() -> dict[str, list[LaterVerdict]]:
    """Later findings on every received file, by its id, oldest first."""
    found: dict[str, list[LaterVerdict]] = {}
    for row in LaterVerdictRow.select().order_by(LaterVerdictRow.id):
        found.setdefault(row.bundle, []).append(LaterVerdict(row.found, row.judged_at, row.at, row.by))
    return found


def add_later_verdict(bundle: str, verdict: LaterVerdict) -> None:
    """Keeps one more finding."""
    LaterVerdictRow.insert(bundle=bundle, **asdict(verdict)).execute()
