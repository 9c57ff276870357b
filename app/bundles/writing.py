"""Writing a bundle: what is said is frozen, written, put on the disk, read again by the reader, and only then named."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from zlib_ng.zlib_ng import crc32

from app.bundles import names
from app.bundles.container import (
    CHUNK,
    STORED,
    Layout,
    Member,
    check_members,
    directory,
    lay_out,
    layout_of_tail,
    local_header,
    pack,
)
from app.bundles.envelope import check_envelope, check_files, check_framework
from app.bundles.keys import SealKey
from app.bundles.lanes import lanes
from app.bundles.manifest import (
    Digested,
    Envelope,
    asic_manifest,
    bundle_json,
    list_entries,
    manifest_json,
    sha256,
)
from app.bundles.medium import PartFile, part_file
from app.bundles.reading import verify
from app.bundles.refusal import Refused
from app.bundles.report_pdf import embed_manifest
from app.bundles.signing import make_seal
from app.bundles.streaming import Source, is_right
from app.bundles.trust import Light, Pin, TrustPolicy, Verdict
from app.domain import canonical
from app.domain.canonical import Json
from app.errors import AppError
from app.progress import SILENT, Progress

_HELD = 32 << 20  # bytes of one evidence file that may be held in memory
_SENT = 64 << 20  # bytes after which what is written so far is sent to the disk, beside the writing


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file to be carried: SHA-256, size in bytes, extension of the list in `names`, and where it lies now."""

    digest: str
    size: int
    ext: str
    path: Path

    @property
    def entry(self) -> str:
        """Its name inside the bundle."""
        return names.evidence_name(self.digest, self.ext)


@dataclass(frozen=True, slots=True)
class Written:
    """Content and seal digest (64 hexadecimal digits) and the size in bytes of a bundle that stands on the disk."""

    content_digest: str
    seal_digest: str
    size: int


@dataclass(frozen=True, slots=True)
class Frozen:
    """What will be said, and its content digest, before report and seal are made."""

    envelope: Envelope
    entries: Mapping[str, bytes]
    evidence: tuple[EvidenceFile, ...]
    manifest: bytes

    @property
    def content_digest(self) -> str:
        """SHA-256 of manifest.json: what the report prints and others will name."""
        return sha256(self.manifest)


def freeze(envelope: Envelope, framework: bytes | None, content: Json, evidence: Iterable[EvidenceFile]) -> Frozen:
    """The bytes of bundle.json, framework.json and content.json and the manifest over them and the evidence.

    Raises `AppError("bundle.too_large")` beyond the limits of the format; `ValueError` for what no caller may
    ask: an envelope that does not fit its kind, ``content["files"]`` that are not the evidence.
    """
    ordered = tuple(sorted(evidence, key=lambda file: file.entry))
    told = canonical.encode(content)
    sizes = {names.CONTENT: len(told), **{file.entry: file.size for file in ordered}}
    if framework is not None:
        sizes[names.FRAMEWORK] = len(framework)
    if len({file.digest for file in ordered}) != len(ordered):
        raise ValueError("the same evidence twice")
    try:
        check_envelope(envelope)
        check_framework(envelope, framework)
        check_files(envelope, canonical.decode(told), sizes)
    except Refused as refused:
        raise ValueError(str(refused)) from refused
    entries = {names.BUNDLE: bundle_json(envelope, list_entries(sizes))}
    if framework is not None:
        entries[names.FRAMEWORK] = framework
    entries[names.CONTENT] = told
    return Frozen(envelope, entries, ordered, manifest_json(_digested(entries) + _promised(ordered)))


def write_bundle(
    target: Path,
    envelope: Envelope,
    framework: bytes | None,
    content: Json,
    evidence: Iterable[EvidenceFile],
    render_report: Callable[[str], bytes],
    seal: SealKey,
    progress: Progress = SILENT,
) -> Written:
    """Writes the bundle `target`; see `freeze` and `write_frozen` for what is raised.

    `render_report` gets the content digest and gives back the report (PDF) that prints it on every page; the
    manifest is embedded here.
    """
    frozen = freeze(envelope, framework, content, evidence)
    report = embed_manifest(render_report(frozen.content_digest), frozen.manifest)
    return write_frozen(target, frozen, report, seal, progress)


def write_frozen(
    target: Path,
    frozen: Frozen,
    report: bytes,
    seal: SealKey,
    progress: Progress = SILENT,
    signed_page: tuple[str, bytes] | None = None,
) -> Written:
    """Writes what was frozen with its report, which holds the manifest already (and people's signatures).

    `signed_page` is (extension, bytes) of a scan. The file appears under its name only when it is on the disk and
    the reader has found it sound; otherwise nothing is left. Raises `AppError`: `disk.full`, `disk.read_only`,
    `medium.gone`, `medium.file_too_big`, `medium.write_damaged`, `evidence.changed`, `bundle.too_large`.
    """
    sender = frozen.envelope.sender
    if not seal.is_for(sender.code, sender.role):
        raise ValueError("one key serves one agency and one role")
    members, packed = _members(frozen, report, seal, signed_page)
    layout = lay_out(members)
    size = layout.directory_at + len(layout.directory)
    with part_file(target, size) as part:
        proven = _write(part, frozen, layout, packed, _share(progress, 0, size))
        part.settle()
        verdict = _read_again(part.path, frozen, seal, proven, _share(progress, size, size))
        part.keep()
    return Written(frozen.content_digest, str(verdict.seal_digest), size)


def rebuild(skeleton: bytes, evidence_at: Callable[[str], Path], target: Path, progress: Progress = SILENT) -> str:
    """Writes the very file a skeleton was taken from; its file digest.

    `evidence_at` gives the place of the evidence with a SHA-256. Raises `AppError` as `write_frozen` does, with
    `evidence.changed` for evidence that is gone or not what its digest says and `bundle.foreign_form` for what is
    no skeleton.
    """
    layout = layout_of_tail(skeleton)
    size, whole, at = layout.directory_at + len(layout.directory), hashlib.sha256(), 0
    with part_file(target, size) as made:
        with lanes(2) as (digest_lane, write_lane):

            def put(data: bytes | memoryview) -> None:
                digest_lane.put(whole.update, data)
                write_lane.put(made.file.write, data)

            for member, start in zip(layout.members, layout.starts, strict=True):
                is_evidence = names.is_evidence(member.name)
                length = len(local_header(member)) + (0 if is_evidence else member.packed)
                put(skeleton[at : at + length])
                at += length
                if is_evidence:
                    digest, ext = names.evidence_parts(member.name)
                    source, sha = EvidenceFile(digest, member.size, ext, evidence_at(digest)), hashlib.sha256()
                    for done, part in _parts(source):
                        sha.update(part)
                        put(part)
                        progress.step(start + done, size)
                    if sha.hexdigest() != digest:
                        raise AppError("evidence.changed", file=source.path.name, reason="content")
            put(layout.directory)
        made.settle()
        made.keep()
    return whole.hexdigest()


def _digested(entries: Mapping[str, bytes]) -> list[Digested]:
    return [Digested(name, len(data), sha256(data)) for name, data in entries.items()]


def _promised(evidence: tuple[EvidenceFile, ...]) -> list[Digested]:
    return [Digested(file.entry, file.size, file.digest) for file in evidence]


def _members(
    frozen: Frozen, report: bytes, seal: SealKey, signed_page: tuple[str, bytes] | None
) -> tuple[list[Member], dict[str, bytes]]:
    """Every member in the written order (evidence without its CRC), and the packed bytes of all but evidence."""
    known = {**frozen.entries, names.REPORT: report}
    if signed_page is not None:
        known[f"signed-page.{signed_page[0]}"] = signed_page[1]
    asic = asic_manifest(_digested(known) + _promised(frozen.evidence))
    at = datetime.fromisoformat(frozen.envelope.claimed_time)
    tail = {names.ASIC_MANIFEST: asic, names.SEAL: make_seal(seal, asic, at)}
    made = {name: pack(name, data) for name, data in {names.MIMETYPE: names.MEDIA_TYPE, **known, **tail}.items()}
    evidence = [Member(file.entry, STORED, 0, file.size, file.size) for file in frozen.evidence]
    members = [*(member for member, _ in made.values()), *evidence]
    members.sort(key=lambda member: names.place(member.name) or (0, ""))
    try:
        check_members(members)
    except Refused as refused:
        if refused.code == "bundle.malformed":
            raise ValueError(str(refused)) from refused
        raise
    return members, {name: packed for name, (_, packed) in made.items()}


def _write(
    part: PartFile, frozen: Frozen, layout: Layout, packed: Mapping[str, bytes], progress: Progress
) -> Collection[str]:
    """Writes everything from the first byte to the last; the evidence already read back from the disk and found right.

    Whether evidence still is what its digest says comes out when the file is read again.
    """
    sources, members = {each.entry: each for each in frozen.evidence}, list[Member]()
    room = memoryview(bytearray(max((each.size for each in frozen.evidence if each.size <= _HELD), default=0) + CHUNK))
    file, behind, sent = part.file, list[tuple[Member, int]](), 0
    with closing(_Rereading(part)) as reread, lanes(1) as (disk_lane,):
        for member, start in zip(layout.members, layout.starts, strict=True):
            if member.name in packed:
                members.append(member)
                file.write(local_header(member) + packed[member.name])
                continue
            crc, parts = _summed(sources[member.name], room)
            members.append(replace(member, crc=crc))
            file.write(local_header(members[-1]))
            for done, piece in parts:
                file.write(piece)
                progress.step(start + done, layout.directory_at)
            if start + member.packed - sent > _SENT:
                file.flush()
                disk_lane.put(reread.send, sent, start + member.packed, behind)
                behind, sent = [], start + member.packed
            behind.append((members[-1], start))  # its last page will be written once more, with what comes next
        file.write(directory(members))
        disk_lane.finish()
        return reread.right()


class _Rereading:
    """Beside the writing: what was sent to the disk is dropped from the cache, read back and checked."""

    def __init__(self, part: PartFile) -> None:
        self._part = part
        self._file = part.path.open("rb", buffering=0)
        self._source = Source(self._file)
        self._checkers = ThreadPoolExecutor(2, "bundle-check")
        self._checks = list[tuple[Member, Future[bool]]]()

    def send(self, since: int, upto: int, members: Iterable[tuple[Member, int]]) -> None:
        """Waits until everything before `upto` is on the disk; then `members`, which lie there, are read back.

        The bytes before `since` were dropped from the cache already, and may be on their way back.
        """
        self._part.send(since, upto)
        self._checks += [(member, self._checkers.submit(self._check, member, start)) for member, start in members]

    def _check(self, member: Member, start: int) -> bool:
        buffer = memoryview(bytearray(min(CHUNK, member.packed)))
        with suppress(Refused):  # a file that ends too soon is told by the reader at the end
            return is_right(self._source, member, start, buffer, len)
        return False

    def right(self) -> set[str]:
        """The names of what was read back and found right."""
        return {member.name for member, check in self._checks if check.result()}

    def close(self) -> None:
        """What waits to be read back is not read any more."""
        self._checkers.shutdown(cancel_futures=True)
        self._file.close()


def _summed(source: EvidenceFile, room: memoryview) -> tuple[int, Iterable[tuple[int, memoryview]]]:
    """The CRC, which stands before the data, and the data by the megabyte, in `room`: read once if it is small."""
    is_held = source.size <= _HELD
    crc, held = 0, list[tuple[int, memoryview]]()
    for done, part in _parts(source, room, is_held=is_held):
        crc = crc32(part, crc)
        if is_held:
            held.append((done, part))
    return crc, held if is_held else _parts(source, room)


def _parts(
    source: EvidenceFile, room: memoryview | None = None, *, is_held: bool = False
) -> Iterator[tuple[int, memoryview]]:
    """A file by the megabyte, each part with the count so far: one behind the other in `room`, which then has a
    megabyte more than the file, or each where the one before it was, or without `room` each by itself.

    Raises `AppError("evidence.changed")` when it cannot be read or has another size.
    """
    done = 0
    try:
        with source.path.open("rb", buffering=0) as file:
            while done <= source.size:
                piece = memoryview(bytearray(CHUNK)) if room is None else room[done if is_held else 0 :][:CHUNK]
                read = file.readinto(piece)
                if not read:
                    break
                done += read
                yield done, piece[:read]
    except OSError as error:
        raise AppError("evidence.changed", file=source.path.name) from error
    if done != source.size:
        raise AppError("evidence.changed", file=source.path.name, reason="size")


def _read_again(path: Path, frozen: Frozen, seal: SealKey, proven: Collection[str], progress: Progress) -> Verdict:
    """The verdict on what now stands on the disk, by the reader every receiver uses; only a sound one comes back."""
    sender = frozen.envelope.sender
    own = TrustPolicy((Pin(sender.code, sender.role, seal.spki_sha256),), judges_people=False)
    now = datetime.fromisoformat(frozen.envelope.claimed_time)
    try:
        verdict = verify(path, own, now, progress, proven=proven)
    except AppError as error:
        raise AppError("medium.gone", drive=str(path.parent)) from error
    if verdict.lights.integrity is verdict.lights.seal is Light.VALID:
        return verdict
    for source in frozen.evidence:
        if not _is_as_promised(source):
            raise AppError("evidence.changed", file=source.path.name, reason="content")
    detail = "; ".join(f"{reason.code} {reason.detail}" for reason in verdict.reasons)
    raise AppError("medium.write_damaged", detail=detail)


def _is_as_promised(source: EvidenceFile) -> bool:
    sha = hashlib.sha256()
    for _, part in _parts(source):
        sha.update(part)
    return sha.hexdigest() == source.digest


def _share(progress: Progress, before: int, size: int) -> Progress:
    """Half of the way: bytes are written once and read once."""
    return Progress(lambda done, _: progress.step(before + done, 2 * size))
