"""Keys: our own, made at the first seal, and those accepted for others, with how, when and by whom."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.bundles import age_keys
from app.bundles import keys as seal_keys
from app.bundles.keys import SealKey
from app.bundles.manifest import Role as SenderRole
from app.bundles.manifest import sha256
from app.bundles.medium import part_file, unreadable
from app.bundles.trust import AcceptedSigner, Light, PeopleRole, Pin, PinEnd, TrustPolicy, pin_from_pem
from app.domain import check_code
from app.domain.changes import Changes, Kind, changed
from app.errors import AppError
from app.operations.authority import ruling
from app.operations.trust import acting, heard
from app.operations.trust.heard import KeyStanding as KeyStanding
from app.operations.trust.heard import key_standing as key_standing
from app.operations.trust.sealers import SeenKey as SeenKey
from app.operations.trust.sealers import role_of_others as role_of_others
from app.operations.trust.sealers import seen_keys as seen_keys
from app.operations.workspace import Workspace
from app.storage import campaigns, keys, people, trust_store
from app.storage.campaigns import Part
from app.storage.keys import OwnKey
from app.storage.keys import PinnedKey as PinnedKey
from app.storage.trust_store import GRACE, KeptSigner


@dataclass(frozen=True, slots=True)
class KeyInfo:
    """A key of our own as shown: its check code in six groups of five digits, when it was made, its certificate.

    `recipient` (age1…) is what others may encrypt to; "" for a key of an earlier release not opened since.
    """

    agency: str
    role: str
    spki: str
    check_code: str
    created_at: str
    certificate: str
    recipient: str = ""


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
        recipient=age_keys.recipient_of(made),
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
    opened = seal_keys.load_seal_key(kept.locked, passphrase)
    if not kept.recipient:
        with workspace.transaction():
            keys.set_own(kept.spki, recipient=age_keys.recipient_of(opened))
    return opened


def unlock_identity(workspace: Workspace, part: Part, passphrase: str) -> str:
    """What opens files encrypted to the key in use (``AGE-SECRET-KEY-1…``): never kept, never shown.

    Raises `AppError("key.none")`, "passphrase.wrong".
    """
    return age_keys.identity_of(seal_keys.load_seal_key(_in_use(workspace, part).locked, passphrase))


def unlock_identities(workspace: Workspace, part: Part, passphrase: str) -> tuple[str, ...]:
    """The same for every key this part ever had here that the passphrase opens, the one in use first: a file may
    have been encrypted before the key was replaced. Raises `AppError("key.none")`, "passphrase.wrong".
    """
    with workspace.session():
        known = keys.own_ones(part.agency, part.role.value)
    if not known:
        raise AppError("key.none")
    found = []
    for kept in known:
        try:
            found.append(age_keys.identity_of(seal_keys.load_seal_key(kept.locked, passphrase)))
        except AppError as error:
            if error.code != "passphrase.wrong":
                raise
    if not found:
        raise AppError("passphrase.wrong")
    return tuple(found)


def _in_use(workspace: Workspace, part: Part) -> OwnKey:
    with workspace.session():
        kept = keys.own(part.agency, part.role.value)
    if kept is None:
        raise AppError("key.none")
    return kept


def _info(kept: OwnKey) -> KeyInfo:
    spki = seal_keys.spki_of_pem(kept.certificate.encode("ascii"))
    code = seal_keys.check_code(spki)
    return KeyInfo(kept.agency, kept.role, kept.spki, code, kept.created_at, kept.certificate, kept.recipient)


# Keys of others --------------------------------------------------------------------------------------------------

_MOVED = (
    *(Kind.KEYS, Kind.SUBMISSIONS, Kind.APPRAISALS, Kind.RANKING),  # at an authority
    *(Kind.ASSESSMENT, Kind.RESPONSES, Kind.RESULTS),  # at a commune
)


def policy(workspace: Workspace) -> TrustPolicy:
    """What this data folder trusts now."""
    with workspace.session():
        kept = keys.pins()
        demands = {part.campaign.id: part.campaign.demand for part in campaigns.parts()}
        issuers, lists = trust_store.certificates(), trust_store.revocation_lists()
        signers, grace = trust_store.signers(), int(people.setting(GRACE) or "0")
    return TrustPolicy(
        pins=tuple(_pin(pin) for pin in kept),
        people_authorities=tuple(each.der for each in issuers),
        people_crls=tuple(each.der for each in lists),
        signers=tuple(map(_accepted, signers)),
        crl_grace_days=grace,
        demands=demands,
    )


def _accepted(signer: KeptSigner) -> AcceptedSigner:
    until = datetime.fromisoformat(signer.valid_to) if signer.valid_to else None
    role = PeopleRole(signer.role)
    return AcceptedSigner(signer.agency, role, signer.subject, None, until)


def _pin(pin: PinnedKey) -> Pin:
    end = PinEnd(pin.reason) if pin.valid_to and pin.reason in set(PinEnd) else None
    until = datetime.fromisoformat(pin.valid_to) if pin.valid_to else None
    return Pin(pin.agency, SenderRole(pin.role), pin.spki, None, until, end)


def pins(workspace: Workspace) -> tuple[PinnedKey, ...]:
    """All keys ever accepted, oldest first."""
    with workspace.session():
        return keys.pins()


def accept_key(
    workspace: Workspace,
    agency: str,
    role: str,
    spki: str,
    how: str,
    *,
    reason: str = PinEnd.REPLACED.value,
    recipient: str | None = None,
) -> Changes:
    """Accepts the key with this digest for an agency and role; one accepted before is closed with `reason`.

    `how` says where the code was compared (telephone, letter); `recipient` what the key's files say may be encrypted
    to it, looked up if None. Accepting again what is accepted changes nothing.
    Raises `AppError("key.no_how")` while `how` is empty, "key.other_agency" when the key is accepted for somebody else
    already: one key serves one agency and one direction; "key.was_stolen" until `reopen_key` takes that back.
    """
    if not how.strip():
        raise AppError("key.no_how")
    with workspace.transaction():
        known, refused = keys.pins(), heard.refused_keys()
        for pin in known:
            if pin.spki == spki and (pin.agency, pin.role) != (agency, role):
                raise AppError("key.other_agency")
            if pin.spki == spki and pin.reason == PinEnd.STOLEN.value:
                raise AppError("key.was_stolen", code=agency)
        if not any(pin.spki == spki and pin.valid_to is None for pin in known):
            by = workspace.acting.name if workspace.acting else ""
            if recipient is None:
                recipient = _recipients(workspace).get(spki, "")
            with acting.rehearing() if role == SenderRole.AUTHORITY.value else nullcontext():
                keys.close_pins(agency, role, workspace.now(), reason)
                keys.add_pin(PinnedKey(agency, role, spki, "", how, by, workspace.now(), None, "", recipient))
                heard.set_refused(refused - {(agency, role, spki)})
            _resettle(agency, role)
            workspace.note("key.accepted", subject=f"{role} {agency}", field=how, after=spki)
    return changed(*_MOVED)


def _resettle(agency: str, role: str) -> None:
    """What counts of an agency depends on whose key is accepted (inside a transaction)."""
    if role == SenderRole.AGENCY.value:
        ruling.settle_agency(agency)


def accept_keys(
    workspace: Workspace, role: str, keys_: Sequence[tuple[str, str]], how: str, reason: str = PinEnd.REPLACED.value
) -> Changes:
    """Accepts several keys at once, (agency, digest) each, or none of them; raises what `accept_key` raises."""
    known = _recipients(workspace)
    with workspace.transaction():
        for agency, spki in keys_:
            accept_key(workspace, agency, role, spki, how, reason=reason, recipient=known.get(spki, ""))
    return changed(*_MOVED)


def _recipients(workspace: Workspace) -> dict[str, str]:
    """What may be encrypted to each key seen here, by its digest, as its own files say."""
    return {key.spki: key.recipient for key in seen_keys(workspace) if key.recipient}


def pin_certificate(workspace: Workspace, agency: str, role: str, path: Path, how: str) -> Changes:
    """Accepts the key of a certificate file in PEM; raises `AppError("file.unreadable")`, "key.pem_unreadable"."""
    spki = seal_keys.spki_of_pem(_bytes(path))
    return accept_key(workspace, agency, role, sha256(spki), how)


def close_key(
    workspace: Workspace, agency: str, role: str, reason: str, how: str, at: datetime | None = None
) -> Changes:
    """Ends the key accepted for an agency: replaced, lost or stolen, from `at` on (else now); `how` one knows of it.

    What was received before stays as it was found; what comes later under this key is not settled, and refused for
    a stolen one. Raises `AppError("key.not_accepted")`, "key.no_reason" while `how` is empty.
    """
    if not how.strip():
        raise AppError("key.no_reason")
    moment = workspace.now() if at is None else at.isoformat(timespec="seconds")
    with workspace.transaction():
        if not keys.close_pins(agency, role, moment, PinEnd(reason).value):
            raise AppError("key.not_accepted", code=agency)
        _resettle(agency, role)
        workspace.note("key.pin_closed", subject=f"{role} {agency}", field=how.strip(), before=moment, after=reason)
    return changed(*_MOVED)


def reopen_key(workspace: Workspace, agency: str, role: str, spki: str, how: str) -> Changes:
    """Takes back that an accepted key ended, which was said by mistake: it is accepted as if it never had.

    One accepted since is closed as replaced. `how` is why, and stands in the journal.
    Raises `AppError("key.no_reason")` while `how` is empty, "key.not_closed".
    """
    if not how.strip():
        raise AppError("key.no_reason")
    with workspace.transaction():
        known = [pin for pin in keys.pins() if (pin.agency, pin.role, pin.spki) == (agency, role, spki)]
        ended = [pin for pin in known if pin.valid_to is not None]
        if not ended or (known[-1].valid_to is None and all(pin.reason != PinEnd.STOLEN.value for pin in ended)):
            raise AppError("key.not_closed", code=agency)
        with acting.rehearing():
            keys.close_pins(agency, role, workspace.now(), PinEnd.REPLACED.value)
            keys.reopen_pins(agency, role, spki)
        _resettle(agency, role)
        before = f"{ended[-1].reason} {ended[-1].valid_to}"
        workspace.note("key.reopened", subject=f"{role} {agency}", field=how.strip(), before=before, after=spki)
    return changed(*_MOVED)


def refuse_key(workspace: Workspace, agency: str, role: str, spki: str, how: str) -> Changes:
    """Says that a key seen with files of this agency is not its own: nobody is asked about it again.

    Files sealed with it are history: none of them counts. Accepting the key takes this back.
    Raises `AppError("key.no_reason")` while `how` is empty.
    """
    if not how.strip():
        raise AppError("key.no_reason")
    with workspace.transaction():
        heard.set_refused({*heard.refused_keys(), (agency, role, spki)})
        workspace.note("key.refused", subject=f"{role} {agency}", field=how.strip(), after=spki)
        _resettle(agency, role)
    return changed(*_MOVED)


def recipients(workspace: Workspace, role: str) -> dict[str, str]:
    """What may be encrypted to each agency (age1…), by code: that of its accepted key, where that names one."""
    with workspace.session():
        return {pin.agency: pin.recipient for pin in keys.pins() if (pin.role, pin.valid_to) == (role, None)}


def recipient_of(workspace: Workspace, agency: str, role: str) -> str:
    """The same for one agency, "" while there is none."""
    return recipients(workspace, role).get(agency, "")


def learn_recipient(spki: str, recipient: str) -> None:
    """What a sound file says may be encrypted to the key that sealed it; kept if that key is accepted (inside a
    transaction)."""
    if any(pin.spki == spki and pin.recipient != recipient for pin in keys.pins()):
        keys.set_recipient(spki, recipient)


def light_of(standing: KeyStanding) -> Light:
    """The second light by what is accepted now; a stolen key's files were refused when they came."""
    return Light.VALID if standing is KeyStanding.ACCEPTED else Light.UNKNOWN


def accept_code(workspace: Workspace, agency: str, typed: str, how: str) -> Changes:
    """Accepts the key of a file received from `agency` whose check code is the typed one, compared another way.

    Raises `AppError("key.not_seen")` when nothing of that sender is here, "key.code_differs" when the code is another.
    """
    seen = [key for key in seen_keys(workspace) if key.agency == agency]
    if not seen:
        raise AppError("key.not_seen", code=agency)
    for key in seen:
        if check_code.fits(typed, key.check_code):
            return accept_key(workspace, key.agency, key.role, key.spki, how)
    raise AppError("key.code_differs", code=agency, check_code=seen[0].check_code)


def key_in_use(workspace: Workspace, part: Part) -> KeyInfo:
    """A part's own key; raises `AppError("key.none")` while none was made."""
    key = own_key(workspace, part)
    if key is None:
        raise AppError("key.none")
    return key


def write_certificate(workspace: Workspace, part: Part, target: Path) -> KeyInfo:
    """Writes the certificate of a part's own key as PEM; raises `AppError("key.none")`, and what `part_file` does."""
    key = key_in_use(workspace, part)
    data = key.certificate.encode("ascii")
    with part_file(target, len(data)) as made:
        made.file.write(data)
        made.settle()
        made.keep()
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
