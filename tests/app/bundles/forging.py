"""A small bundle of every kind, and the tools of somebody who takes it apart and puts it together wrongly."""

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from app.bundles import names
from app.bundles.container import directory, local_header, pack
from app.bundles.keys import SealKey, make_seal_key
from app.bundles.manifest import (
    CampaignRef,
    Digested,
    Envelope,
    FrameworkRef,
    Kind,
    Receiver,
    RevisionRef,
    Role,
    Sender,
    Standing,
    asic_manifest,
    bundle_json,
    list_entries,
    manifest_json,
    sha256,
)
from app.bundles.report_pdf import embed_manifest
from app.bundles.signing import make_seal
from app.bundles.trust import Pin, TrustPolicy
from app.bundles.writing import EvidenceFile, Written, write_bundle
from app.domain import canonical

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
HOSTILE = "<img src='//10.0.0.9/s/x.png'> R&D a<b =1+1 \u202efdp Xã Hòa Bình"
FRAMEWORK = canonical.encode({"id": "dti", "title": "Bộ chỉ số chuyển đổi số", "version": "2"})

Entries = dict[str, bytes]


def page(text: str) -> bytes:
    """A report of one page that prints `text`."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=0)
    canvas.drawString(72, 720, text)
    canvas.save()
    return buffer.getvalue()


def envelope(kind: Kind = Kind.SUBMISSION, **changes: Any) -> Envelope:
    """An envelope as its kind wants it, from a commune or from the authority."""
    up = kind is Kind.SUBMISSION
    made = Envelope(
        kind=kind,
        id="5f" * 16,
        sender=Sender("26734", HOSTILE, Role.AGENCY) if up else Sender("TTCP", "Sở KH&CN", Role.AUTHORITY),
        receiver=Receiver("TTCP", "Sở Khoa học và Công nghệ") if up else Receiver("26734", HOSTILE),
        campaign=CampaignRef("dti-2026", 1, "Đánh giá chuyển đổi số năm 2026"),
        frameworks=(FrameworkRef("dti", "2", sha256(FRAMEWORK)),),
        claimed_time="2026-11-14T08:30:00+07:00",
        software="0.1.0",
        round=1 if up else None,
        revision=RevisionRef(3, "c0ffee") if up else None,
        answers=None if kind in (Kind.SUBMISSION, Kind.CAMPAIGN) else "ab" * 32,
        standing=Standing.FINAL if kind is Kind.RESULT else None,
    )
    return replace(made, **changes)


def evidence(folder: Path, *contents: bytes, ext: str = "pdf") -> list[EvidenceFile]:
    """Files with these contents, as the store of the sender holds them."""
    made = []
    for data in contents:
        digest = hashlib.sha256(data).hexdigest()
        path = folder / f"{digest[:12]} Quyết định số 12.{ext}"
        path.write_bytes(data)
        made.append(EvidenceFile(digest, len(data), ext, path))
    return made


def content_of(files: list[EvidenceFile]) -> dict[str, Any]:
    listed = [{"digest": f.digest, "ext": f.ext, "size": f.size, "name": "Quyết định.pdf"} for f in files]
    return {"files": listed, "answers": {"1.1": "38", "1.2": "40"}}


@dataclass(frozen=True)
class Sample:
    """A sound bundle, its key, what it was made of, and a policy that has its key pinned."""

    path: Path
    key: SealKey
    envelope: Envelope
    files: list[EvidenceFile]
    written: Written

    @property
    def bytes(self) -> bytes:
        return self.path.read_bytes()

    @property
    def trust(self) -> TrustPolicy:
        sender = self.envelope.sender
        return TrustPolicy((Pin(sender.code, sender.role, self.key.spki_sha256),))


def make_sample(folder: Path, kind: Kind = Kind.SUBMISSION, **changes: Any) -> Sample:
    """A bundle of `kind` in `folder`."""
    head = envelope(kind, **changes)
    key = make_seal_key(head.sender.code, head.sender.name, head.sender.role)
    is_full = kind is Kind.SUBMISSION
    files = evidence(folder, b"%PDF-1.7 one " * 90, b"%PDF-1.7 hai " * 400) if is_full else []
    content = content_of(files) if is_full else {"notes": ["Đề nghị bổ sung, giải trình"]}
    framework = FRAMEWORK if kind in (Kind.SUBMISSION, Kind.CAMPAIGN) else None
    target = folder / "Xã Hòa Bình – lần 1.thuocso"
    return Sample(target, key, head, files, write_bundle(target, head, framework, content, files, page, key))


def said_of(sample: Sample) -> Entries:
    """bundle.json, framework.json, content.json and evidence of a sample, to be changed."""
    content = content_of(sample.files)
    entries = {names.FRAMEWORK: FRAMEWORK, names.CONTENT: canonical.encode(content)}
    entries |= {file.entry: file.path.read_bytes() for file in sample.files}
    return {names.BUNDLE: listing(sample.envelope, entries), **entries}


def listing(head: Envelope, entries: Entries) -> bytes:
    """bundle.json that lists `entries` truthfully."""
    sizes = {name: len(data) for name, data in entries.items() if name != names.BUNDLE}
    return bundle_json(head, list_entries(sizes))


def digested(entries: Entries) -> list[Digested]:
    return [Digested(name, len(data), sha256(data)) for name, data in in_order(entries).items()]


def in_order(entries: Entries) -> Entries:
    """The written order; names that no entry may have stand before META-INF."""
    return dict(sorted(entries.items(), key=lambda item: names.place(item[0]) or (6, item[0])))


def sealed(said: Entries, key: SealKey, report: bytes | None = None, asic: bytes | None = None) -> Entries:
    """Every entry of a bundle that says `said`, with a report and a seal that fit unless others are given."""
    report = report or embed_manifest(page("x"), manifest_json(digested(said)))
    entries = in_order({**said, names.REPORT: report})
    asic = asic or asic_manifest(digested(entries))
    return {
        names.MIMETYPE: names.MEDIA_TYPE,
        **entries,
        names.ASIC_MANIFEST: asic,
        names.SEAL: make_seal(key, asic, NOW),
    }


def packed(entries: Entries, deflate: tuple[str, ...] = ()) -> bytes:
    """The container of `entries` in the order given, in the written form."""
    return joined([(name, data, name in deflate) for name, data in entries.items()])


def joined(entries: list[tuple[str, bytes, bool]]) -> bytes:
    """The same for a list, in which names may repeat; the third value asks for deflate."""
    made = [pack(name, data, 1 if deflated else 1 << 62) for name, data, deflated in entries]
    return b"".join(local_header(member) + data for member, data in made) + directory([m for m, _ in made])


def rewritten(sample: Sample, change: Callable[[Entries], Entries | None]) -> bytes:
    """The sample with its entries changed after sealing, in the written form."""
    entries = sealed(said_of(sample), sample.key)
    changed = change(entries)
    return packed(entries if changed is None else changed)
