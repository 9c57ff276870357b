"""Everything in a bundle but the evidence, held in memory, and whether all its parts say the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

from app.bundles import names
from app.bundles.container import Layout, local_header, read_exactly, unpack
from app.bundles.envelope import check_files, check_framework, check_listed, decode_json, read_envelope
from app.bundles.manifest import (
    Digested,
    Envelope,
    check_asic_manifest,
    manifest_json,
    manifest_of_whole,
    sha256,
)
from app.bundles.refusal import Refused
from app.bundles.report_pdf import read_manifest
from app.domain.canonical import Json
from app.domain.file_kinds import HEAD, UNKNOWN, borne_out


@dataclass(frozen=True, slots=True)
class Head:
    """The entries that are no evidence: `packed` as they stand in the file, `data` unpacked, `digests` of that."""

    layout: Layout
    packed: Mapping[str, bytes]
    data: Mapping[str, bytes]
    digests: Mapping[str, str]

    @property
    def skeleton(self) -> bytes:
        """Every byte of the file but the evidence's."""
        parts = []
        for member in self.layout.members:
            parts += [local_header(member), self.packed.get(member.name, b"")]
        return b"".join([*parts, self.layout.directory])

    @property
    def entries(self) -> list[Digested]:
        """Every entry with the digest found, or, for evidence, the digest its name promises."""
        return [
            Digested(m.name, m.size, self.digests.get(m.name) or names.evidence_parts(m.name)[0])
            for m in self.layout.members
        ]


@dataclass(frozen=True, slots=True)
class Said:
    """What a bundle whose parts agree says."""

    envelope: Envelope
    content: Json
    content_digest: str
    manifest: bytes
    has_signatures: bool


def read_head(file: BinaryIO, layout: Layout) -> Head:
    """All entries but the evidence; raises `Refused("bundle.altered")` where one does not unpack as promised."""
    packed, data = {}, {}
    for member, at in zip(layout.members, layout.starts, strict=True):
        if not names.is_evidence(member.name):
            file.seek(at)
            packed[member.name] = read_exactly(file, member.packed)
            data[member.name] = unpack(member, packed[member.name])
    return Head(layout, packed, data, {name: sha256(each) for name, each in data.items()})


def check_said(head: Head) -> Said:
    """That mimetype, both manifests, envelope, framework, content and report name the same entries and digests.

    Evidence counts with the digest its name promises; the pass over the bytes proves it. Raises `Refused`.
    """
    data, entries = head.data, head.entries
    if data[names.MIMETYPE] != names.MEDIA_TYPE:
        raise Refused("bundle.malformed", names.MIMETYPE)
    check_asic_manifest(data[names.ASIC_MANIFEST], entries)
    envelope, listed = read_envelope(data[names.BUNDLE])
    sizes = {entry.name: entry.size for entry in entries}
    check_listed(listed, sizes)
    check_framework(envelope, data.get(names.FRAMEWORK))
    content = decode_json(names.CONTENT, data[names.CONTENT])
    check_files(envelope, content, sizes)
    if envelope.is_first_part:
        manifest = manifest_of_whole(envelope, data, content["files"])
    else:
        manifest = manifest_json(entries)
    embedded, has_signatures = read_manifest(data[names.REPORT])
    if embedded != manifest:
        raise Refused("report.other_manifest", names.REPORT)
    return Said(envelope, content, sha256(manifest), manifest, has_signatures)


def misnamed(file: BinaryIO, layout: Layout) -> tuple[str, ...]:
    """Evidence whose first bytes are of another kind than its name says: taken in, but only ever saved."""
    wrong = []
    for member, at in zip(layout.members, layout.starts, strict=True):
        if names.is_evidence(member.name):
            told = names.evidence_parts(member.name)[1]
            file.seek(at)
            if told != UNKNOWN and borne_out(told, file.read(min(HEAD, member.size))) != told:
                wrong.append(member.name)
    return tuple(wrong)
