"""What all steps that send or receive a file share: reading with today's trust, decoding, keeping, papers on disk."""

import json
import os
import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from app import VERSION
from app.bundles import age_keys, encryption, reading
from app.bundles import envelope as envelopes
from app.bundles.keys import SealKey
from app.bundles.manifest import Envelope, Kind, Role, bundle_json
from app.bundles.medium import is_folder, part_file, told_of_writing
from app.bundles.reading import Inspection, ReceivedBundle
from app.bundles.refusal import Refused
from app.bundles.trust import TrustPolicy, Verdict
from app.bundles.writing import Frozen, Written, write_frozen
from app.domain import canonical, codec, content_checks, framework, text
from app.domain.agency import Agency
from app.domain.framework import Framework
from app.errors import AppError
from app.operations.trust import heard, trusting
from app.operations.workspace import Workspace
from app.progress import SILENT, Progress
from app.storage import campaigns, submissions
from app.storage.campaigns import Part
from app.storage.submissions import Bundle

Renderer = Callable[[str], bytes]
Content = TypeVar("Content")
ENCRYPTED = encryption.SUFFIX
_SUFFIXES = (".thuocso", ".zip", ENCRYPTED)


def inspect(path: Path) -> Inspection:
    """What a file claims to be, unverified; raises `AppError("file.unreadable")`."""
    return reading.inspect(path)


def verify(
    path: Path, trust: TrustPolicy, now: datetime, progress: Progress = SILENT, *, with_file_digest: bool = False
) -> Verdict:
    """The verdict on a file; needs no data folder."""
    return reading.verify(path, trust, now, progress, with_file_digest=with_file_digest)


def read(workspace: Workspace, path: Path, kind: Kind, progress: Progress = SILENT) -> ReceivedBundle:
    """A verified bundle of this kind, its evidence in the store's incoming folder.

    Raises what the reader refuses, or `AppError("bundle.other_kind")`.
    """
    claimed = reading.inspect(path).envelope
    if claimed is not None and claimed.kind is not kind:
        raise AppError("bundle.other_kind", kind=claimed.kind.value, wanted=kind.value)
    return read_inspected(workspace, path, trusting.policy(workspace), progress)


def read_inspected(
    workspace: Workspace, path: Path, trust: TrustPolicy, progress: Progress = SILENT, *, prefix: str = ""
) -> ReceivedBundle:
    """The same of a file whose kind was looked at; `prefix` tells its evidence from that of others read meanwhile."""
    incoming, now = workspace.evidence.incoming, workspace.clock()
    return reading.open_verified(path, incoming, trust, now, progress, prefix=prefix)


def bundle_files(paths: Iterable[Path], progress: Progress = SILENT) -> Iterator[Path]:
    """The files named, and in folders those called like bundles or beginning like one, whatever they are called."""
    for path in paths:
        if is_folder(path):
            yield from sorted(item for item in path.rglob("*") if _may_be_bundle(item, progress))
        else:
            yield path


def _may_be_bundle(path: Path, progress: Progress) -> bool:
    progress.step(0, 1)
    if not path.is_file():
        return False
    return path.suffix.lower() in _SUFFIXES or reading.looks_like_bundle(path) or encryption.is_encrypted(path)


def content_of(received: ReceivedBundle, kind: type[Content]) -> Content:
    """content.json as a value, all of it in the written form; raises `AppError("bundle.content_malformed", path=…)`."""
    try:
        content = codec.from_json(kind, received.content)
        content_checks.check(content)
    except AppError as error:
        raise AppError("bundle.content_malformed", path=error.details.get("path", "/")) from error
    return content


def frameworks_of(received: ReceivedBundle) -> tuple[Framework, ...]:
    """The frameworks a bundle carries; raises `AppError("bundle.content_malformed")`."""
    if received.framework is None:
        return ()
    try:
        pieces = envelopes.split_frameworks(received.envelope, received.framework)
        values = tuple(framework.from_json(canonical.decode(piece)) for piece in pieces)
    except AppError as error:
        raise AppError("bundle.content_malformed", path=error.details.get("path", "/")) from error
    named = [(item.id, item.version, item.digest) for item in received.envelope.frameworks]
    if [(value.id, value.version, value.digest) for value in values] != named:
        raise AppError("bundle.content_malformed", path="framework.json")
    return values


# Keeping -----------------------------------------------------------------------------------------------------------


def keep_written(
    workspace: Workspace, part: Part, envelope: Envelope, written: Written, target: Path, agency: str = ""
) -> None:
    """Records a file that went out (inside a transaction)."""
    submissions.add_bundle(
        Bundle(
            id=workspace.new_id(),
            part=part.id,
            direction=submissions.OUT,
            kind=envelope.kind.value,
            agency=agency or part.agency,
            round=envelope.round,
            content_digest=written.content_digest,
            seal_digest=written.seal_digest,
            file_digest="",
            file_name=target.name,
            size=written.size,
            verdict="{}",
            envelope=bundle_json(envelope, ()).decode("utf-8"),
            skeleton=None,
            at=workspace.now(),
            by=workspace.acting.name if workspace.acting else "",
            volume_of=(envelope.part.submission or "") if envelope.part is not None else "",
        )
    )


def keep_received(
    workspace: Workspace,
    part: Part,
    received: ReceivedBundle,
    path: Path,
    more: Mapping[str, Any] | None = None,
    *,
    volume_of: str = "",
) -> str:
    """Records a file that came in, with the verdict found now; gives its id (inside a transaction). The very file that
    is kept already stays as it was found then.

    `more` is kept beside the verdict: "recipient" is what the sealing key says may be encrypted to it. `volume_of`:
    the content digest of the submission to which it brings evidence.
    """
    verdict = received.verdict
    known = submissions.find_file(part.id, verdict.content_digest or "", received.skeleton)
    if known is not None:
        return known
    told = {**told_of(verdict), **(more or {})}
    bundle_id = workspace.new_id()
    submissions.add_bundle(
        Bundle(
            id=bundle_id,
            part=part.id,
            direction=submissions.IN,
            kind=received.envelope.kind.value,
            agency=received.envelope.sender.code,
            round=received.envelope.round,
            content_digest=verdict.content_digest or "",
            seal_digest=verdict.seal_digest or "",
            file_digest=verdict.file_digest or "",
            file_name=text.nfc(path.name),
            size=path.stat().st_size,
            verdict=json.dumps(told, ensure_ascii=False),
            envelope=bundle_json(received.envelope, ()).decode("utf-8"),
            skeleton=received.skeleton,
            at=workspace.now(),
            by=workspace.acting.name if workspace.acting else "",
            volume_of=volume_of,
        )
    )
    return bundle_id


def told_of(verdict: Verdict) -> dict[str, Any]:
    """A verdict as it is recorded: what `--json` prints, and what its sentences are filled with later."""
    reasons = [
        {"code": each.code, "detail": each.detail, "values": {key: str(value) for key, value in each.values.items()}}
        for each in verdict.reasons
    ]
    told = {**verdict.to_json(), "check_code": verdict.check_code, "spki": verdict.spki_sha256, "reasons": reasons}
    return {**told, "software": VERSION}


# The cover for the road --------------------------------------------------------------------------------------------


def is_covered_by_default(kind: Kind, has_evidence: bool) -> bool:
    """Whether a file of this kind is encrypted unless somebody says otherwise; the one place that says so.

    Work that is shared out carries evidence to homes and offices: covered. What goes between commune and authority
    stays readable by everybody with public tools unless it is asked for, since a lost key must never lose a deadline.
    Campaigns go to everybody and registrations before keys are known: never covered.
    """
    return kind is Kind.WORK and has_evidence


def recipient_for(workspace: Workspace, agency: str, role: Role) -> str:
    """What may be encrypted to an agency: the recipient (age1…) of its accepted key, never of another.

    Raises `AppError("encryption.no_key")` while no key is accepted, or the accepted one names no recipient.
    """
    recipient = trusting.recipient_of(workspace, agency, role.value)
    if not recipient:
        raise AppError("encryption.no_key")
    return recipient


def recipients_for(workspace: Workspace, agencies: Iterable[Agency], is_encrypted: bool) -> dict[str, str]:
    """What the file of each agency is encrypted to, by code; "" for all where nothing is to be encrypted.

    Raises `AppError("encryption.no_keys", agencies=…)` unless that is known of every one of them.
    """
    chosen = tuple(agencies)
    if not is_encrypted:
        return {agency.code: "" for agency in chosen}
    missing = without_key(workspace, chosen)
    if missing:
        raise AppError("encryption.no_keys", count=len(missing), agencies=", ".join(missing[:5]))
    known = trusting.recipients(workspace, Role.AGENCY.value)
    return {agency.code: known[agency.code] for agency in chosen}


def without_key(workspace: Workspace, agencies: Iterable[Agency]) -> tuple[str, ...]:
    """The names of those to whom nothing can be encrypted yet."""
    known = trusting.recipients(workspace, Role.AGENCY.value)
    return tuple(agency.name for agency in agencies if not known.get(agency.code))


def named(target: Path, recipient: str) -> Path:
    """`target` as the file is called, encrypted or not."""
    return target.with_name(target.name + ENCRYPTED) if recipient else target


def inspect_opened(workspace: Workspace, path: Path, passphrase: str = "") -> Inspection:
    """What any file claims to be, out of its cover if one of our keys opens it; raises what `Opener.opened` does."""
    with workspace.session():
        played = campaigns.parts()
    with Opener(workspace, played, passphrase).opened(path) as plain:
        return reading.inspect(plain)


class Opener:
    """Takes encrypted files out of their cover while they are read: the passphrase of our key is asked for once."""

    def __init__(
        self, workspace: Workspace, parts: Sequence[Part], passphrase: str, identities: Sequence[str] = ()
    ) -> None:
        """`identities`: what opens them, where the key is none of these parts'."""
        self._workspace, self._parts, self._passphrase = workspace, parts, passphrase
        self._identities = tuple(identities)

    @contextmanager
    def opened(self, path: Path, progress: Progress = SILENT) -> Iterator[Path]:
        """The sealed file itself: `path`, or for the while what it holds.

        Raises `AppError("encrypted.passphrase_needed")`, "encrypted.other_key", "encrypted.damaged", "key.none",
        "passphrase.wrong".
        """
        if not encryption.is_encrypted(path):
            yield path
            return
        if not self._passphrase:
            raise AppError("encrypted.passphrase_needed", file=path.name)
        if not self._identities:
            self._identities = self._unlocked()
        with ExitStack() as stack:
            opening = encryption.decrypted(path, self._identities, self._workspace.evidence.incoming, progress)
            try:
                plain = stack.enter_context(opening)
            except Refused as refused:
                raise self._told(refused, path) from refused
            yield plain

    def _told(self, refused: Refused, path: Path) -> AppError:
        if refused.code != "encrypted.other_key":
            return refused
        own = [key.recipient for part in self._parts if (key := trusting.own_key(self._workspace, part)) is not None]
        return AppError("encrypted.other_key", file=path.name, recipient=", ".join(own))

    def _unlocked(self) -> tuple[str, ...]:
        """What the passphrase opens of the keys of all parts; raises only where it opens none."""
        found, wrong = list[str](), AppError("key.none")
        for part in self._parts:
            try:
                found += trusting.unlock_identities(self._workspace, part, self._passphrase)
            except AppError as error:
                wrong = error
        if not found:
            raise wrong
        return tuple(found)


@contextmanager
def covered(workspace: Workspace, target: Path, recipient: str, key: SealKey) -> Iterator[Path]:
    """Where a bundle is to be written: `target`, or, where `recipient` (age1…) is named, a passing file of the data
    folder that is then encrypted into it, to the receiver and to the own key."""
    if not recipient:
        yield target
        return
    passing = workspace.evidence.incoming / f"{workspace.new_id()}.sealed"
    try:
        yield passing
        encryption.encrypt(passing, target, recipient, own=age_keys.recipient_of(key))
    finally:
        with suppress(OSError):
            passing.unlink(missing_ok=True)


def write_sealed(
    workspace: Workspace,
    target: Path,
    frozen: Frozen,
    report: bytes,
    key: SealKey,
    progress: Progress = SILENT,
    signed_page: tuple[str, bytes] | None = None,
    recipient: str = "",
) -> Written:
    """Seals what was frozen into `target`; encrypted for the road where a `recipient` (age1…) is named.

    The sealed file never lies unencrypted where the encrypted one goes. Raises what `writing.write_frozen` and
    `encryption.encrypt` raise.
    """
    with covered(workspace, target, recipient, key) as place:
        return write_frozen(place, frozen, report, key, progress, signed_page)


def answered(part_id: str) -> str | None:
    """The content digest of the feedback that the next submission answers (inside a session)."""
    told = heard.feedback(part_id)
    return told[0].content_digest if told else None


def write_file(target: Path, data: bytes) -> Path:
    """Writes a paper whole or not at all; raises `AppError("disk.full")`, "disk.read_only", "medium.gone"."""
    with part_file(target, len(data)) as part:
        part.file.write(data)
        part.settle()
        part.keep()
    return target


class Batch:
    """Files that belong together: `before` is told of each before it is written."""

    def __init__(self, undo: ExitStack) -> None:
        self._undo = undo
        self._old: list[Path] = []

    def before(self, path: Path) -> Path:
        """Gives `path` back. If the batch does not end well, it is gone again, or what it was before, as far as the
        disk still lets it: what is told is why the batch did not end well.

        Raises what `told_of_writing` does.
        """
        if not os.path.lexists(path):
            self._undo.callback(_as_far_as_it_goes, path.unlink)
            return path
        if not path.is_file():  # whoever writes there says so
            return path
        old = path.with_name(f".{secrets.token_hex(8)}.thuocso.old")
        with told_of_writing(path.parent, 0):
            path.rename(old)
        self._undo.callback(_as_far_as_it_goes, partial(old.replace, path))
        self._old.append(old)
        return path

    def keep(self) -> None:
        """The files stay, and what stood there before goes."""
        self._undo.pop_all()
        for old in self._old:
            with suppress(OSError):
                old.unlink()


def _as_far_as_it_goes(do: Callable[[], object]) -> None:
    with suppress(OSError):
        do()


@contextmanager
def all_or_none() -> Iterator[Batch]:
    """Files written in the block stay when it ends well; when it is cancelled or refused, everything is as before."""
    with ExitStack() as undo:
        batch = Batch(undo)
        yield batch
        batch.keep()


def file_stems(agencies: Iterable[Agency]) -> dict[str, str]:
    """A file name piece for each agency by code, no two alike where a disk does not tell small letters from capitals.

    Those of one name bear their code as well.
    """
    pieces = {agency.code: text.file_name_piece(agency.name) for agency in agencies}
    counted = Counter(piece.casefold() for piece in pieces.values())
    return {
        code: piece if counted[piece.casefold()] == 1 else f"{piece}_{text.file_name_piece(code)}"
        for code, piece in pieces.items()
    }
