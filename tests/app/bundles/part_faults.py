"""Submissions in parts, registrations and receipts: the sound ones, and one fault each."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.bundles import names, volumes
from app.bundles.manifest import Kind, Receiver, Role, Sender, manifest_json, manifest_of_whole
from app.bundles.report_pdf import embed_manifest
from app.bundles.writing import Frozen, freeze
from app.domain import canonical
from tests.app.bundles import fixed
from tests.app.bundles.faults import Fault
from tests.app.bundles.fixed import AUTHORITY, COMMUNE, KEYS
from tests.app.bundles.forging import FRAMEWORK, Entries, Sample, content_of, digested, envelope, packed, page, sealed

Alter = Callable[[dict[str, Any]], object]


def whole(sample: Sample) -> Frozen:
    return freeze(sample.envelope, FRAMEWORK, content_of(sample.files), sample.files)


def written(frozen: Frozen, sample: Sample, manifest: bytes = b"") -> bytes:
    """A part as its writer makes it."""
    evidence = {file.entry: file.path.read_bytes() for file in frozen.evidence}
    entries: Entries = {**frozen.entries, **evidence}
    return packed(sealed(entries, sample.key, embed_manifest(page("x"), manifest or frozen.manifest)))


def first(sample: Sample) -> bytes:
    return written(volumes.first_part(whole(sample), 2), sample)


def first_of_first_schema(sample: Sample) -> bytes:
    """As release 0.3 wrote it: bundle.json of the whole, of which the manifest is made, had schema 1 as well."""
    return first(replace(sample, envelope=replace(sample.envelope, schema=1)))


def volume(sample: Sample, number: int = 1) -> bytes:
    split = (sample.files[:1], sample.files[1:])
    return written(volumes.volume(whole(sample), number, 2, split[number - 1]), sample)


def headed(make: Callable[[Sample], Frozen], change: Alter) -> Fault:
    """Another bundle.json in a part, with the manifest it had before."""

    def fault(sample: Sample) -> bytes:
        frozen = make(sample)
        fields = json.loads(frozen.entries[names.BUNDLE])
        change(fields)
        text = json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return written(replace(frozen, entries={**frozen.entries, names.BUNDLE: text.encode()}), sample)

    return fault


def _first(sample: Sample) -> Frozen:
    return volumes.first_part(whole(sample), 2)


def _volume(sample: Sample) -> Frozen:
    return volumes.volume(whole(sample), 1, 2, sample.files[:1])


def first_with_evidence(sample: Sample) -> bytes:
    frozen = _first(sample)
    return written(replace(frozen, evidence=tuple(sample.files)), sample)


def first_without_files(sample: Sample) -> bytes:
    """Part 1 of what has no evidence to wait for."""
    nothing = freeze(sample.envelope, FRAMEWORK, {"files": []}, ())
    return written(volumes.first_part(nothing, 1), sample)


def first_with_one_content_twice(sample: Sample) -> bytes:
    """Part 1 that awaits one content under two endings."""
    frozen = whole(sample)
    told = content_of(sample.files)
    told["files"].append({**told["files"][0], "ext": "txt"})
    told_twice = replace(frozen, entries={**frozen.entries, names.CONTENT: canonical.encode(told)})
    part = volumes.first_part(told_twice, 2)
    return written(part, sample, manifest_of_whole(part.envelope, part.entries, told["files"]))


def first_with_own_manifest(sample: Sample) -> bytes:
    """Part 1 whose report was made for part 1, not for the whole."""
    frozen = _first(sample)
    return written(frozen, sample, manifest_json(digested(dict(frozen.entries))))


def volume_with_framework(sample: Sample) -> bytes:
    frozen = _volume(sample)
    return written(replace(frozen, entries={**frozen.entries, names.FRAMEWORK: FRAMEWORK}), sample)


def volume_with_another_file(sample: Sample) -> bytes:
    """A file that the volume does not list."""
    frozen = _volume(sample)
    return written(replace(frozen, evidence=tuple(sample.files)), sample)


def part_of(change: Alter, make: Callable[[Sample], Frozen] = _volume) -> Fault:
    return headed(make, lambda fields: change(fields["part"]))


def small(kind: Kind, up: bool, change: Alter | None = None, **changes: Any) -> Fault:
    """A registration or receipt: no framework, no evidence, a few words."""

    def make(_: Sample) -> bytes:
        code, role = (COMMUNE, Role.AGENCY) if up else (AUTHORITY, Role.AUTHORITY)
        receiver = Receiver("TTCP", "Sở Khoa học và Công nghệ") if up else Receiver(COMMUNE, "Xã Hòa Bình")
        head = envelope(kind, sender=Sender(code, "Nơi gửi", role), receiver=receiver, **changes)
        entries = fixed.said(head, [])
        if change is not None:
            fields = json.loads(entries[names.BUNDLE])
            change(fields)
            text = json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
            entries[names.BUNDLE] = text.encode()
        return packed(sealed(entries, KEYS[code]))

    return make


def registration(change: Alter | None = None) -> Fault:
    return small(Kind.REGISTRATION, True, change, answers=None)


def receipt(change: Alter | None = None) -> Fault:
    return small(Kind.RECEIPT, False, change, answers="ab" * 32)


SOUND_PARTS: dict[str, Fault] = {
    "part 1 of a submission": first,
    "part 1 of the first schema": first_of_first_schema,
    "volume 1 of a submission": volume,
    "volume 2 of a submission": lambda sample: volume(sample, 2),
    "a registration": registration(),
    "a receipt": receipt(),
}

PART_FAULTS: dict[str, tuple[Fault, str]] = {
    "part 1 under another schema than its report": (
        headed(_first, lambda f: (f.update(schema=1), f.pop("key"))),
        "report.other_manifest",
    ),
    "part 1 with evidence": (first_with_evidence, "bundle.malformed"),
    "part 1 of what has no evidence": (first_without_files, "bundle.malformed"),
    "part 1 that lists one content under two endings": (first_with_one_content_twice, "bundle.malformed"),
    "part 1 with a report of its own": (first_with_own_manifest, "report.other_manifest"),
    "part 1 that names a submission": (part_of(lambda p: p.update(submission="ab" * 32), _first), "bundle.malformed"),
    "a volume that names no submission": (part_of(lambda p: p.update(submission=None)), "bundle.malformed"),
    "a volume beyond the last": (part_of(lambda p: p.update(volume=3)), "bundle.malformed"),
    "a volume before the first": (part_of(lambda p: p.update(volume=-1)), "bundle.malformed"),
    "a volume numbered false": (part_of(lambda p: p.update(volume=False)), "bundle.malformed"),
    "a volume of no volumes": (part_of(lambda p: p.update(volumes=0)), "bundle.malformed"),
    "a volume of a digest that is none": (part_of(lambda p: p.update(submission="x")), "bundle.malformed"),
    "a volume with a further field": (part_of(lambda p: p.update(first=True)), "bundle.malformed"),
    "a volume of another submission after sealing": (
        part_of(lambda p: p.update(submission="cd" * 32)),
        "report.other_manifest",
    ),
    "a volume with a framework": (volume_with_framework, "bundle.malformed"),
    "a volume with a file it does not list": (volume_with_another_file, "bundle.malformed"),
    "a registration in parts": (
        registration(lambda f: f.update(part={"volume": 0, "volumes": 1, "submission": None})),
        "bundle.malformed",
    ),
    "a registration to nobody": (registration(lambda f: f.update(receiver=None)), "bundle.malformed"),
    "a registration from an authority": (
        registration(lambda f: f["sender"].update(role="authority")),
        "bundle.malformed",
    ),
    "a receipt to nobody": (receipt(lambda f: f.update(receiver=None)), "bundle.malformed"),
    "a receipt that answers nothing": (receipt(lambda f: f.update(answers=None)), "bundle.malformed"),
    "a receipt from a commune": (receipt(lambda f: f["sender"].update(role="agency")), "bundle.malformed"),
}
