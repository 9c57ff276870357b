"""Reading a bundle as if it were hostile: structure first, then what it promises, then one pass over every byte."""

import hashlib
import io
import os
import stat
import tempfile
from collections.abc import Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.bundles import foreign, names
from app.bundles.container import CHUNK, MAX_FILE, read_layout
from app.bundles.content import Head, Said, check_said, misnamed, read_head
from app.bundles.envelope import check_schema, decode_json, read_envelope
from app.bundles.manifest import Envelope, Kind, Role, Sender
from app.bundles.medium import unreadable
from app.bundles.refusal import Refused
from app.bundles.signing import read_seal
from app.bundles.streaming import Copies, copies_in, read_through, told_of_sink
from app.bundles.trust import Light, Lights, Reason, TrustPolicy, Verdict, judge_seal, reason_of
from app.domain.canonical import Json
from app.progress import SILENT, Progress

if TYPE_CHECKING:
    from app.bundles.people.found import People


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file seems to be. Nothing here is verified; `reason` says what already speaks against it."""

    size: int
    envelope: Envelope | None = None
    sender: Sender | None = None
    reason: Reason | None = None
    is_wrapped: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """One verified evidence file; `path` is its place in the sink folder, None when none was given."""

    digest: str
    ext: str
    size: int
    path: Path | None


@dataclass(frozen=True, slots=True)
class ReceivedBundle:
    """A bundle whose verdict is VALID or UNKNOWN, or a submission on which only a person's signature is INVALID.

    `skeleton` is every byte of the file but the evidence: with the evidence `writing.rebuild` gives back the file.
    `content` is opaque here; `framework` is framework.json (`envelope.split_frameworks` takes several apart).
    """

    verdict: Verdict
    envelope: Envelope
    framework: bytes | None
    content: Json
    report: bytes
    signed_page: bytes | None
    evidence: tuple[Evidence, ...]
    skeleton: bytes


class RefusedBundle(Refused):
    """Why a bundle is not taken in, with the whole verdict."""

    def __init__(self, verdict: Verdict) -> None:
        is_people = Light.INVALID not in (verdict.lights.integrity, verdict.lights.seal) and verdict.people is not None
        reasons = verdict.people.all_reasons if is_people and verdict.people else verdict.reasons
        blamed = next((r for r in reasons if r.code != "bundle.unwrapped"), Reason("bundle.malformed"))
        super().__init__(blamed.code, blamed.detail, **blamed.values)
        self.verdict = verdict


def looks_like_bundle(path: Path) -> bool:
    """Whether a file begins as every bundle does, whatever its name; False for one that cannot be read."""
    try:
        with path.open("rb", buffering=0) as file:
            return foreign.starts_like_bundle(file.read(4096))
    except OSError:
        return False


def inspect(path: Path) -> Inspection:
    """What `path` claims to be, without verifying anything and without reading more than its head and directory.

    Raises `AppError("file.unreadable")` or "file.is_folder" for a path that cannot be read.
    """
    with _opened(path) as (file, size):
        is_wrapped, reason = False, None
        try:
            wrapped = _wrapped(file, size)
            if wrapped is not None:
                start = foreign.unwrap_start(file, wrapped)
                is_wrapped, file, size = True, io.BytesIO(start), len(start)
            else:
                read_layout(file, size)
        except Refused as refused:
            reason = reason_of(_better(path, file, size, refused))
        claimed = foreign.claimed_bundle_json(file, size)
        envelope, sender, doubt = _claims(claimed)
        return Inspection(path.stat().st_size, envelope, sender, reason or doubt, is_wrapped)


def verify(
    path: Path,
    trust: TrustPolicy,
    now: datetime,
    progress: Progress = SILENT,
    *,
    with_file_digest: bool = False,
    proven: Container[str] = (),
) -> Verdict:
    """The verdict on the file at `path`, judged at the moment `now` (with its zone). Nothing is kept or written.

    The file's own digest, a second pass over all bytes, is told on demand only: content digest and seal digest say
    which bundle it is, and skeleton and evidence give back the very file whose digest it would be. Evidence that is
    `proven` (by name) was read and found right a moment ago.

    Raises only `AppError("file.unreadable")` or "file.is_folder" for a path that cannot be read; whatever can be
    read and is no sound bundle is INVALID. `progress` counts bytes.
    """
    with _located(path, None, progress) as found:
        return _read(path, found, trust, now, Copies(None), progress, with_file_digest, proven).verdict


def open_verified(
    path: Path,
    sink: Path | None,
    trust: TrustPolicy,
    now: datetime,
    progress: Progress = SILENT,
    *,
    with_file_digest: bool = False,
    prefix: str = "",
) -> ReceivedBundle:
    """The content of a bundle that is VALID or UNKNOWN, its evidence copied into the existing folder `sink`.

    The bytes of the copies are on the disk (fsync) when this returns, named like their entries behind `prefix`; whoever
    moves them to their place syncs the names there. Without `sink` evidence is verified and dropped. A submission on
    which somebody's signature alone is INVALID comes out as well: what it says is kept for comparison. Raises
    `RefusedBundle` (with the verdict) for what is INVALID otherwise, `AppError` for an unreadable path
    (`file.unreadable`) or a full or vanished disk; in every such case and when cancelled the sink is as it was.
    """
    with _located(path, sink, progress) as found, copies_in(sink, prefix) as copies:
        work = _read(path, found, trust, now, copies, progress, with_file_digest)
        if _is_refused(work.verdict) or work.said is None or work.head is None:
            raise RefusedBundle(work.verdict)
        copies.keep()
        return _received(work.verdict, work.head, work.said, copies)


def _is_refused(verdict: Verdict) -> bool:
    """INVALID, but for a submission whose paper is sound and on which only somebody's signature does not hold."""
    lights, people = verdict.lights, verdict.people
    if Light.INVALID in (lights.integrity, lights.seal):
        return True
    if lights.people is not Light.INVALID:
        return False
    return verdict.kind is not Kind.SUBMISSION or people is None or not people.is_paper_sound


@dataclass(frozen=True, slots=True)
class _Located:
    """The bundle's bytes, and whether they were taken out of a .zip."""

    file: BinaryIO
    size: int
    is_wrapped: bool


@dataclass(frozen=True, slots=True)
class _Work:
    verdict: Verdict
    head: Head | None = None
    said: Said | None = None


def _received(verdict: Verdict, head: Head, said: Said, copies: Copies) -> ReceivedBundle:
    evidence = tuple(
        Evidence(*names.evidence_parts(member.name), member.size, copies.place(member.name))
        for member in head.layout.members
        if names.is_evidence(member.name)
    )
    page = next((data for name, data in head.data.items() if names.is_signed_page(name)), None)
    framework = head.data.get(names.FRAMEWORK)
    report = head.data[names.REPORT]
    return ReceivedBundle(verdict, said.envelope, framework, said.content, report, page, evidence, head.skeleton)


def _read(
    path: Path,
    found: _Located,
    trust: TrustPolicy,
    now: datetime,
    copies: Copies,
    progress: Progress,
    with_file_digest: bool,
    proven: Container[str] = (),
) -> _Work:
    """Everything, in the order that costs the reader least: structure, promises, and only then all the bytes."""
    file, size = found.file, found.size
    work = _Work(Verdict(Lights(Light.VALID, Light.UNKNOWN)))
    try:
        head = read_head(file, read_layout(file, size))
        work = replace(work, verdict=_sealed(head, trust, now), head=head)
        said = check_said(head)
        work = replace(work, verdict=_said(work.verdict, said, _people(head, said, trust, now)), said=said)
        altered = read_through(file, head, copies, progress, proven)
        if altered:
            raise Refused("bundle.altered", ", ".join(altered[:5]), count=len(altered))
        wrong = misnamed(file, head.layout)
        if wrong:
            reason = Reason("evidence.other_kind", ", ".join(wrong[:5]), {"count": len(wrong)})
            work = replace(work, verdict=replace(work.verdict, reasons=(*work.verdict.reasons, reason)))
    except Refused as refused:
        verdict = _broken(work.verdict, reason_of(_better(path, file, size, refused)))
        if verdict.sender is None:
            verdict = replace(verdict, sender=_claims(foreign.claimed_bundle_json(file, size))[1])
        work = replace(work, verdict=verdict)
    if with_file_digest:
        work = replace(work, verdict=replace(work.verdict, file_digest=_digest_of(file, size, progress)))
    if found.is_wrapped and work.verdict.lights.integrity is Light.VALID:
        reasons = (Reason("bundle.unwrapped", path.name), *work.verdict.reasons)
        work = replace(work, verdict=replace(work.verdict, reasons=reasons))
    return work


def _sealed(head: Head, trust: TrustPolicy, now: datetime) -> Verdict:
    """The second light, judged even where the first will turn red; UNKNOWN while the sender cannot be read."""
    sealed = head.data[names.ASIC_MANIFEST]
    verdict = Verdict(Lights(Light.VALID, Light.UNKNOWN), seal_digest=head.digests[names.ASIC_MANIFEST])
    envelope, sender, _ = _claims(head.data[names.BUNDLE])
    verdict = replace(verdict, kind=envelope.kind if envelope else None, sender=sender)
    try:
        seal = read_seal(head.data[names.SEAL], sealed)
    except Refused as refused:
        return replace(verdict, lights=Lights(Light.VALID, Light.INVALID), reasons=(reason_of(refused),))
    light, reasons = (Light.UNKNOWN, ()) if envelope is None else judge_seal(seal, envelope, trust, now)
    return replace(
        verdict,
        lights=Lights(Light.VALID, light),
        reasons=reasons,
        spki_sha256=seal.spki_sha256,
        check_code=seal.check_code,
        signed_at=seal.signed_at,
    )


def _people(head: Head, said: Said, trust: TrustPolicy, now: datetime) -> "People | None":
    """The third light, of papers that somebody signed and of those that print points; what judges it is heavy."""
    is_asked = said.has_signatures or said.envelope.kind is Kind.SUBMISSION
    if not trust.judges_people or said.envelope.is_volume or not is_asked:
        return None
    from app.bundles.people.received import judge_bundle

    report, framework = head.data[names.REPORT], head.data.get(names.FRAMEWORK)
    has_scan = any(names.is_signed_page(name) for name in head.data)
    return judge_bundle(report, said.manifest, said.envelope, framework, said.content, trust, now, has_scan=has_scan)


def _said(verdict: Verdict, said: Said, people: "People | None") -> Verdict:
    lights = replace(verdict.lights, people=people.light if people else None)
    reasons = (*verdict.reasons, *(people.all_reasons if people else ()))
    return replace(verdict, lights=lights, reasons=reasons, people=people, content_digest=said.content_digest)


def _broken(verdict: Verdict, reason: Reason) -> Verdict:
    lights = replace(verdict.lights, integrity=Light.INVALID)
    return replace(verdict, lights=lights, reasons=(reason, *verdict.reasons))


def _better(path: Path, file: BinaryIO, size: int, refused: Refused) -> Refused:
    """A newer format explains everything else that may look wrong."""
    try:
        claimed = foreign.claimed_bundle_json(file, size)
        fields = decode_json(names.BUNDLE, claimed) if claimed else None
        if isinstance(fields, dict) and isinstance(fields.get("schema"), int):
            check_schema(fields)
    except Refused as newer:
        if newer.code == "bundle.newer_format":
            return newer
    return foreign.explain(path, file, size, refused)


def _claims(data: bytes | None) -> tuple[Envelope | None, Sender | None, Reason | None]:
    """The envelope, or at least a suggested sender, and what speaks against it."""
    if data is None:
        return None, None, None
    try:
        envelope, _ = read_envelope(data)
    except Refused as refused:
        return None, _claimed_sender(data), reason_of(refused)
    return envelope, envelope.sender, None


def _claimed_sender(data: bytes) -> Sender | None:
    try:
        told = decode_json(names.BUNDLE, data)
        code, name, role = (told["sender"][key] for key in ("code", "name", "role"))
        is_text = isinstance(code, str) and isinstance(name, str)
        return Sender(code[:200], name[:200], Role(role)) if is_text else None
    except (Refused, TypeError, KeyError, ValueError):
        return None


def _digest_of(file: BinaryIO, size: int, progress: Progress) -> str | None:
    """SHA-256 of a file as it arrived, so that this copy can be spoken of; None beyond the size limit."""
    if size > MAX_FILE:
        return None
    whole, done = hashlib.sha256(), 0
    file.seek(0)
    while part := file.read(CHUNK):
        whole.update(part)
        done += len(part)
        progress.step(min(done, size), size)
    return whole.hexdigest()


def _wrapped(file: BinaryIO, size: int) -> foreign.Found | None:
    file.seek(0)
    head = file.read(4096)
    if not head.startswith(b"PK") or foreign.starts_like_bundle(head):
        return None
    return foreign.wrapped_bundle(file, size)


@contextmanager
def _located(path: Path, sink: Path | None, progress: Progress) -> Iterator[_Located]:
    """The file itself, or the one bundle a .zip holds, taken out for the while."""
    with _opened(path) as (file, size):
        try:
            wrapped = _wrapped(file, size)
        except Refused:
            wrapped = None  # told again, with its name, when the structure is read
        if wrapped is None:
            yield _Located(file, size, is_wrapped=False)
            return
        with told_of_sink(sink):
            inner = tempfile.TemporaryFile(dir=sink)  # noqa: SIM115 - entered below
        with inner:
            with told_of_sink(sink):
                foreign.unwrap(file, wrapped, inner, progress)
                inner.flush()
            yield _Located(inner, inner.tell(), is_wrapped=True)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise unreadable(path, OSError())
        with path.open("rb", buffering=0) as file:
            if hasattr(os, "posix_fadvise"):
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_SEQUENTIAL)
            yield file, status.st_size
    except OSError as error:
        raise unreadable(path, error) from error
