"""What a bundle says about itself: the envelope in bundle.json and the two lists of digests.

manifest.json (in the report) covers what was said and gives the content digest; ASiCManifest001.xml covers every
entry and gives the seal digest. Both are only ever written, never parsed: a reader writes them anew and compares.
"""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.bundles import names
from app.bundles.refusal import Refused
from app.domain import canonical
from app.domain.canonical import Json

SCHEMA = 2
"""What is written now. 1: releases 0.1 to 0.3, without the kinds, parts and contents that came to it in between."""
MANIFEST_SCHEMA = 1
FORMAT = "thuocso-bundle"


class Kind(StrEnum):
    """Every arrow of the loop. Kinds outside `SUPPORTED` have their name reserved."""

    CAMPAIGN = "campaign"
    REGISTRATION = "registration"
    SUBMISSION = "submission"
    FEEDBACK = "feedback"
    RECEIPT = "receipt"
    PETITION = "petition"
    RESULT = "result"
    WORK = "work"
    CONSOLIDATION = "consolidation"


class Role(StrEnum):
    """In which direction a sender speaks: a key serves one agency and one role."""

    AGENCY = "agency"
    AUTHORITY = "authority"
    OFFICE = "office"
    ASSESSOR = "assessor"


class Standing(StrEnum):
    """How far a result has come."""

    DRAFT = "draft"
    FINAL = "final"
    AMENDED = "amended"


@dataclass(frozen=True, slots=True)
class Carries:
    """What a kind is made of: who sends it, whether the framework and evidence travel with it."""

    roles: frozenset[Role]
    framework: bool = False
    evidence: bool = False
    standing: bool = False


SUPPORTED = {
    Kind.CAMPAIGN: Carries(frozenset({Role.AUTHORITY}), framework=True),
    Kind.REGISTRATION: Carries(frozenset({Role.AGENCY})),
    Kind.SUBMISSION: Carries(frozenset({Role.AGENCY}), framework=True, evidence=True),
    Kind.FEEDBACK: Carries(frozenset({Role.AUTHORITY})),
    Kind.RECEIPT: Carries(frozenset({Role.AUTHORITY})),
    Kind.RESULT: Carries(frozenset({Role.AUTHORITY}), standing=True),
}


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends: the code of the registry, the name as claimed, the direction spoken in."""

    code: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Receiver:
    """To whom the bundle is addressed."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class CampaignRef:
    """The campaign and which revision of it the sender holds."""

    id: str
    revision: int
    title: str


@dataclass(frozen=True, slots=True)
class FrameworkRef:
    """`digest` is the SHA-256 of the framework's canonical JSON."""

    id: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class RevisionRef:
    """The frozen state of an assessment that travels: its number and its random id."""

    number: int
    id: str


@dataclass(frozen=True, slots=True)
class Part:
    """Which file this is of a submission that travels in several.

    `volume` 0 is part 1: everything but evidence. 1 to `volumes` are volumes: evidence only, and `submission` is the
    content digest of the submission they belong to (None in part 1, which has that digest itself).
    """

    volume: int
    volumes: int
    submission: str | None = None


@dataclass(frozen=True, slots=True)
class Envelope:
    """The head of a bundle, as its sender claims it.

    `receiver` is None for what goes to everybody of a campaign. `answers` and `replaces` are content digests.
    `claimed_time` is ISO 8601 with an offset and proves nothing. `forks` and `people` are reserved and stay empty in
    this release: content digests of forks settled, people whose signatures are demanded. `key`: SHA-256 of the public
    key that the sender seals with, which whoever signs the report vouches for; not in schema 1. `schema` is that of
    the file: what an earlier release froze is written as it was, so that its content digest stays.
    """

    kind: Kind
    id: str
    sender: Sender
    receiver: Receiver | None
    campaign: CampaignRef
    frameworks: tuple[FrameworkRef, ...]
    claimed_time: str
    software: str
    round: int | None = None
    revision: RevisionRef | None = None
    answers: str | None = None
    replaces: str | None = None
    standing: Standing | None = None
    part: Part | None = None
    forks: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    key: str | None = None
    schema: int = SCHEMA

    @property
    def is_first_part(self) -> bool:
        """Whether this is part 1 of a submission whose evidence travels in volumes."""
        return self.part is not None and self.part.volume == 0

    @property
    def is_volume(self) -> bool:
        """Whether this is a volume of evidence."""
        return self.part is not None and self.part.volume > 0


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry as bundle.json lists it."""

    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class Digested:
    """One entry with its size in bytes and its SHA-256."""

    name: str
    size: int
    sha256: str


def list_entries(sizes: Mapping[str, int]) -> tuple[Listed, ...]:
    """What bundle.json lists, given the sizes of framework.json, content.json and the evidence."""
    ordered = sorted(sizes, key=lambda name: names.place(name) or (0, ""))
    return tuple(Listed(name, names.media_type(name), sizes[name]) for name in ordered)


def bundle_json(envelope: Envelope, entries: Sequence[Listed]) -> bytes:
    """bundle.json, canonical."""
    receiver, revision, part = envelope.receiver, envelope.revision, envelope.part
    since_2 = {"key": envelope.key} if envelope.schema > 1 else {}
    return canonical.encode(
        {
            **since_2,
            "format": FORMAT,
            "schema": envelope.schema,
            "kind": envelope.kind.value,
            "id": envelope.id,
            "sender": {
                "code": envelope.sender.code,
                "name": envelope.sender.name,
                "role": envelope.sender.role.value,
            },
            "receiver": receiver and {"code": receiver.code, "name": receiver.name},
            "campaign": {
                "id": envelope.campaign.id,
                "revision": envelope.campaign.revision,
                "title": envelope.campaign.title,
            },
            "frameworks": [{"id": f.id, "version": f.version, "digest": f.digest} for f in envelope.frameworks],
            "round": envelope.round,
            "revision": revision and {"number": revision.number, "id": revision.id},
            "answers": envelope.answers,
            "replaces": envelope.replaces,
            "standing": envelope.standing and envelope.standing.value,
            "claimed_time": envelope.claimed_time,
            "software": envelope.software,
            "part": part and {"volume": part.volume, "volumes": part.volumes, "submission": part.submission},
            "forks": list(envelope.forks),
            "people": list(envelope.people),
            "entries": [{"name": e.name, "media_type": e.media_type, "size": e.size} for e in entries],
        }
    )


def manifest_json(entries: Sequence[Digested]) -> bytes:
    """manifest.json over every entry but mimetype, report.pdf, signed-page.* and META-INF; canonical."""
    covered: list[Json] = [
        {"name": entry.name, "size": entry.size, "sha256": entry.sha256} for entry in entries if is_said(entry.name)
    ]
    return canonical.encode({"format": "thuocso-manifest", "schema": MANIFEST_SCHEMA, "entries": covered})


def manifest_of_whole(envelope: Envelope, data: Mapping[str, bytes], files: Sequence[Mapping[str, Json]]) -> bytes:
    """manifest.json of the submission whose part 1 has this envelope, these entries and lists these checked files."""
    named = {names.evidence_name(file["digest"], file["ext"]): file for file in files}
    evidence = [Digested(name, named[name]["size"], named[name]["digest"]) for name in sorted(named)]
    said = {name: data[name] for name in (names.FRAMEWORK, names.CONTENT)}
    sizes = {name: len(each) for name, each in said.items()} | {each.name: each.size for each in evidence}
    whole = {names.BUNDLE: bundle_json(replace(envelope, part=None), list_entries(sizes)), **said}
    return manifest_json([*(Digested(name, len(each), sha256(each)) for name, each in whole.items()), *evidence])


def is_said(name: str) -> bool:
    """Whether manifest.json, and so the content digest, covers the entry."""
    return name in (names.BUNDLE, names.FRAMEWORK, names.CONTENT) or names.is_evidence(name)


def is_sealed(name: str) -> bool:
    """Whether ASiCManifest001.xml, and so the seal digest, covers the entry."""
    return name not in (names.MIMETYPE, names.ASIC_MANIFEST, names.SEAL)


_REFERENCE = (
    '<asic:DataObjectReference URI="{}" MimeType="{}">'
    '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod>'
    "<ds:DigestValue>{}</ds:DigestValue></asic:DataObjectReference>"
)


def asic_manifest(entries: Sequence[Digested]) -> bytes:
    """META-INF/ASiCManifest001.xml (ETSI EN 319 162-1, A.4). The names allowed here need no escaping in a URI."""
    references = "".join(
        _REFERENCE.format(
            entry.name, names.media_type(entry.name), base64.b64encode(bytes.fromhex(entry.sha256)).decode("ascii")
        )
        for entry in entries
        if is_sealed(entry.name)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#"'
        ' xmlns:ds="http://www.w3.org/2000/09/xmldsig#">'
        f'<asic:SigReference URI="{names.SEAL}" MimeType="{names.media_type(names.SEAL)}"></asic:SigReference>'
        f"{references}</asic:ASiCManifest>"
    ).encode("ascii")


def _told(xml: str) -> dict[str, str]:
    """The digests that something like an ASiCManifest tells by name; one pass, whatever it is."""
    pieces = xml.split(' URI="')[2:]  # before the first entry stands the signature
    return {piece.partition('"')[0]: piece.partition("<ds:DigestValue>")[2].partition("<")[0] for piece in pieces}


def check_asic_manifest(given: bytes, entries: Sequence[Digested]) -> None:
    """That `given` is, byte for byte, the ASiCManifest of `entries`.

    Raises `Refused("bundle.altered", count=…)` naming the entries that differ, and `Refused("bundle.malformed")`
    when only the way it is written differs.
    """
    if given == asic_manifest(entries):
        return
    told, there = (_told(each.decode("ascii", "replace")) for each in (given, asic_manifest(entries)))
    changed = sorted(name for name in told.keys() | there.keys() if told.get(name) != there.get(name))
    if changed:
        raise Refused("bundle.altered", ", ".join(changed[:5]), count=len(changed))
    raise Refused("bundle.malformed", f"form of {names.ASIC_MANIFEST}")


def sha256(data: bytes) -> str:
    """SHA-256 as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
