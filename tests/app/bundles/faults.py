"""One fault each: how somebody breaks a bundle, and the name the reader gives to it."""

import io
import json
import os
import struct
import subprocess
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace

import pikepdf

from app.bundles import names
from app.bundles.container import Member, directory, layout_of_tail, local_header
from app.bundles.manifest import SCHEMA, asic_manifest, manifest_json
from app.bundles.report_pdf import embed_manifest
from app.bundles.signing import make_seal
from tests.app.bundles.forging import (
    FRAMEWORK,
    NOW,
    Entries,
    Sample,
    digested,
    joined,
    listing,
    packed,
    page,
    rewritten,
    said_of,
    sealed,
)

Fault = Callable[[Sample], bytes]


def patched(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def flipped(data: bytes, at: int) -> bytes:
    return patched(data, at, bytes([data[at] ^ 0x10]))


def place_of(sample: Sample, name: str) -> int:
    """Where an entry's local header stands."""
    layout = layout_of_tail(sample.bytes)
    return layout.headers[[member.name for member in layout.members].index(name)]


def data_of(sample: Sample, name: str) -> int:
    return place_of(sample, name) + 30 + len(name)


def first_evidence(sample: Sample) -> str:
    return min(file.entry for file in sample.files)


def flip_in(name: str, offset: int = 40) -> Fault:
    return lambda sample: flipped(sample.bytes, data_of(sample, name) + offset)


def header_field(name: str, offset: int, new: bytes) -> Fault:
    """A change in a local header that the directory knows nothing of."""
    return lambda sample: patched(sample.bytes, place_of(sample, name) + offset, new)


def both_headers(name: str, local: int, central: int, new: bytes) -> Fault:
    """The same change in the local header and in the directory."""

    def fault(sample: Sample) -> bytes:
        data = header_field(name, local, new)(sample)
        return patched(data, data.rindex(name.encode()) - 46 + central, new)

    return fault


def wrong_crc(sample: Sample) -> bytes:
    return both_headers(first_evidence(sample), 14, 16, b"\1\2\3\4")(sample)


def with_comment(sample: Sample) -> bytes:
    return sample.bytes[:-2] + struct.pack("<H", 5) + b"hello"


def gap(sample: Sample) -> bytes:
    """Eight bytes that belong to no entry, every offset put right."""
    data, at = sample.bytes, place_of(sample, names.CONTENT)
    start = data.index(b"PK\1\2")
    central = data[start:]
    for name in (n for n, _ in entries_of(sample) if place_of(sample, n) >= at):
        where = central.rindex(name.encode()) - 46 + 42
        central = patched(central, where, struct.pack("<L", place_of(sample, name) + 8))
    central = patched(central, len(central) - 6, struct.pack("<L", start + 8))
    return data[:at] + bytes(8) + data[at:start] + central


def entries_of(sample: Sample) -> list[tuple[str, bytes]]:
    return list(sealed(said_of(sample), sample.key).items())


def overlapping(sample: Sample) -> bytes:
    """Two directory entries that lead to the same bytes."""
    data = sample.bytes
    where = data.rindex(names.CONTENT.encode()) - 46 + 42
    return patched(data, where, struct.pack("<L", place_of(sample, names.FRAMEWORK)))


def with_extra_field(sample: Sample) -> bytes:
    """What `zip -X` would have left out: an extended time stamp on one entry, in both headers, offsets right."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in entries_of(sample):
            info = zipfile.ZipInfo(name)
            info.extra = b"UT\5\0\3\0\0\0\0" if name == names.CONTENT else b""
            archive.writestr(info, data)
    return buffer.getvalue()


def by_zipfile(sample: Sample) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries_of(sample):
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)  # dated 1980
    return buffer.getvalue()


def by_zip(sample: Sample) -> bytes:
    folder = sample.path.parent / "giải nén"
    for name, data in entries_of(sample):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
        os.utime(folder / name, (0, 1_600_000_000))
    made = sample.path.parent / "again.zip"
    made.unlink(missing_ok=True)
    files = [name for name, _ in entries_of(sample)]
    subprocess.run(["zip", "-q", "-X", made, *files], cwd=folder, check=True, env={**os.environ, "TZ": "UTC"})
    return made.read_bytes()


def listed(change: Callable[[list[tuple[str, bytes, bool]]], list[tuple[str, bytes, bool]]]) -> Fault:
    return lambda sample: joined(change([(name, data, False) for name, data in entries_of(sample)]))


def raw_member(name: str, method: int, raw: bytes, size: int, crc: int, sample: Sample) -> bytes:
    """The sample with one member's packed bytes and sums given by hand."""
    members, parts = [], []
    for each, data in entries_of(sample):
        member, stored = Member(each, 0, zlib.crc32(data), len(data), len(data)), data
        if each == name:
            member, stored = Member(name, method, crc, len(raw), size), raw
        members.append(member)
        parts.append(local_header(member) + stored)
    return b"".join(parts) + directory(members)


def deflated(data: bytes, level: int = 9) -> bytes:
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def deflate_junk(sample: Sample) -> bytes:
    data = said_of(sample)[names.CONTENT]
    return raw_member(names.CONTENT, 8, deflated(data) + b"junk", len(data), zlib.crc32(data), sample)


def deflate_short(sample: Sample) -> bytes:
    data = said_of(sample)[names.CONTENT]
    return raw_member(names.CONTENT, 8, deflated(data)[:-3], len(data), zlib.crc32(data), sample)


def bomb(sample: Sample) -> bytes:
    data = b'"' + b"0" * 4_000_000 + b'"'
    return raw_member(names.CONTENT, 8, deflated(data), len(data), zlib.crc32(data), sample)


def bomb_that_lies(sample: Sample) -> bytes:
    """Claims to be small and unpacks to four megabytes."""
    data = b'"' + b"0" * 4_000_000 + b'"'
    return raw_member(names.CONTENT, 8, deflated(data), 1000, zlib.crc32(data[:1000]), sample)


def deflated_evidence(sample: Sample) -> bytes:
    name = first_evidence(sample)
    data = said_of(sample)[name]
    return raw_member(name, 8, deflated(data), len(data), zlib.crc32(data), sample)


def said(change: Callable[[Entries], None], relist: bool = True) -> Fault:
    """Other things said, then honestly listed, embedded and sealed by the sender's own key."""

    def fault(sample: Sample) -> bytes:
        entries = said_of(sample)
        change(entries)
        if relist:
            entries[names.BUNDLE] = listing(sample.envelope, entries)
        return packed(sealed(entries, sample.key))

    return fault


def content(make: Callable[[bytes], bytes]) -> Fault:
    return said(lambda entries: entries.update({names.CONTENT: make(entries[names.CONTENT])}))


def head(change: Callable[[dict[str, object]], None]) -> Fault:
    """Other fields in bundle.json."""

    def alter(entries: Entries) -> None:
        fields = json.loads(entries[names.BUNDLE])
        change(fields)
        text = json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        entries[names.BUNDLE] = text.encode()

    return said(alter, relist=False)


def newer(sample: Sample) -> bytes:
    """A later format may hold anything: another field, another entry."""
    return head(lambda fields: fields.update(schema=SCHEMA + 1, software="0.9.0", surprise=True))(sample)


def sealed_xml(make: Callable[[bytes], bytes]) -> Fault:
    """Another ASiCManifest, sealed as it stands."""

    def fault(sample: Sample) -> bytes:
        entries = sealed(said_of(sample), sample.key)
        asic = make(entries[names.ASIC_MANIFEST])
        return packed({**entries, names.ASIC_MANIFEST: asic, names.SEAL: make_seal(sample.key, asic, NOW)})

    return fault


def with_entity(xml: bytes) -> bytes:
    return xml.replace(b"?>\n", b'?>\n<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n')


def report(make: Callable[[Sample, bytes], bytes]) -> Fault:
    """Another report, sealed."""

    def fault(sample: Sample) -> bytes:
        entries = said_of(sample)
        return packed(sealed(entries, sample.key, make(sample, manifest_json(digested(entries)))))

    return fault


def two_manifests(_: Sample, manifest: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(embed_manifest(page("x"), manifest))) as pdf:
        pdf.attachments["b.json"] = pikepdf.AttachedFileSpec(pdf, manifest, filename="b.json")
        buffer = io.BytesIO()
        pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def annotation_manifest(_: Sample, manifest: bytes) -> bytes:
    """A second file hangs on a page instead of on the document."""
    with pikepdf.open(io.BytesIO(embed_manifest(page("x"), manifest))) as pdf:
        stream = pdf.make_stream(manifest)
        spec = pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F="manifest.json", EF=pikepdf.Dictionary(F=stream))
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FileAttachment, FS=spec, Rect=[0, 0, 9, 9]
        )
        pdf.pages[0]["/Annots"] = pikepdf.Array([note])
        buffer = io.BytesIO()
        pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def manifest_bomb(_: Sample, manifest: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(embed_manifest(page("x"), b"0" * (17 << 20)))) as pdf:
        buffer = io.BytesIO()
        pdf.save(buffer, compress_streams=True, recompress_flate=True, deterministic_id=True)
    return buffer.getvalue()


def evidence_misnamed(sample: Sample) -> bytes:
    """The name promises another content, and everything else agrees with the name."""

    def alter(entries: Entries) -> None:
        name = first_evidence(sample)
        entries[name] = b"%PDF other ".ljust(len(entries[name]), b".")

    entries = said_of(sample)
    promised = [replace(each) for each in digested(entries)]
    alter(entries)
    made = embed_manifest(page("x"), manifest_json(promised))
    full = sealed(entries, sample.key, made)
    by_name = {each.name: each for each in promised}
    asic = asic_manifest([by_name.get(each.name, each) for each in digested({**entries, names.REPORT: made})])
    return packed({**full, names.ASIC_MANIFEST: asic, names.SEAL: make_seal(sample.key, asic, NOW)})


def drop(name: str) -> Callable[[Entries], Entries]:
    return lambda entries: {each: data for each, data in entries.items() if each != name}


FAULTS: dict[str, tuple[Fault, str]] = {
    # the file as a whole
    "empty": (lambda s: b"", "file.empty"),
    "garbage": (lambda s: bytes(range(256)) * 40, "bundle.not_a_bundle"),
    "a PDF": (lambda s: page("x"), "bundle.not_a_bundle"),
    "age": (lambda s: b"age-encryption.org/v1\n-> X25519 abc\n" + bytes(300), "bundle.encrypted"),
    "cut by one byte": (lambda s: s.bytes[:-1], "bundle.incomplete"),
    "cut in half": (lambda s: s.bytes[: len(s.bytes) // 2], "bundle.incomplete"),
    "cut to the first entry": (lambda s: s.bytes[:80], "bundle.incomplete"),
    "junk behind": (lambda s: s.bytes + b"junk", "bundle.extended"),
    "a kilobyte of zeros behind": (lambda s: s.bytes + bytes(1024), "bundle.extended"),
    "junk before": (lambda s: b"MZ junk" + s.bytes, "bundle.extended"),
    "twice": (lambda s: s.bytes + s.bytes, "bundle.extended"),
    "re-zipped by zipfile": (by_zipfile, "bundle.repacked"),
    "re-zipped by zip": (by_zip, "bundle.repacked"),
    # headers and directory
    "archive comment": (with_comment, "bundle.repacked"),
    "extra field": (with_extra_field, "bundle.repacked"),
    "gap": (gap, "bundle.repacked"),
    "overlap": (overlapping, "bundle.repacked"),
    "name differs in the local header": (header_field(names.CONTENT, 30, b"kontent.json"), "bundle.repacked"),
    "size differs in the local header": (header_field(names.CONTENT, 22, b"\1\0\0\0"), "bundle.repacked"),
    "CRC differs in the local header": (header_field(names.CONTENT, 14, b"\1\2\3\4"), "bundle.repacked"),
    "encrypted flag": (both_headers(names.CONTENT, 6, 8, b"\1\0"), "bundle.repacked"),
    "data descriptor flag": (both_headers(names.CONTENT, 6, 8, b"\x08\0"), "bundle.repacked"),
    "UTF-8 flag": (both_headers(names.CONTENT, 6, 8, b"\0\x08"), "bundle.repacked"),
    "a time": (both_headers(names.CONTENT, 10, 12, b"\1\2"), "bundle.repacked"),
    "method bzip2": (both_headers(names.CONTENT, 8, 10, b"\x0c\0"), "bundle.malformed"),
    # entries
    "duplicate entry": (listed(lambda e: [*e[:4], e[3], *e[4:]]), "bundle.malformed"),
    "extra entry": (listed(lambda e: [*e[:5], ("evil.exe", b"MZ", False), *e[5:]]), "bundle.malformed"),
    "entry with a path": (listed(lambda e: [*e[:5], ("../evil.pdf", b"x", False), *e[5:]]), "bundle.malformed"),
    "manifest.json as an entry": (
        listed(lambda e: [*e[:5], ("manifest.json", b"{}", False), *e[5:]]),
        "bundle.malformed",
    ),
    "second signature": (
        listed(lambda e: [*e, ("META-INF/signature002.p7s", e[-1][1], False)]),
        "bundle.malformed",
    ),
    "order": (listed(lambda e: [*e[:2], e[3], e[2], *e[4:]]), "bundle.malformed"),
    "empty entry": (listed(lambda e: [(n, b"" if n == names.CONTENT else d, z) for n, d, z in e]), "bundle.malformed"),
    "content missing": (lambda s: rewritten(s, drop(names.CONTENT)), "bundle.malformed"),
    "framework missing": (lambda s: rewritten(s, drop(names.FRAMEWORK)), "bundle.altered"),
    "seal missing": (lambda s: rewritten(s, drop(names.SEAL)), "bundle.malformed"),
    "evidence missing": (lambda s: rewritten(s, drop(first_evidence(s))), "bundle.altered"),
    "evidence renamed": (
        lambda s: rewritten(s, lambda e: {n.replace(".pdf", ".jpg") if n[:2] == "e-" else n: d for n, d in e.items()}),
        "bundle.altered",
    ),
    "wrong media type": (
        lambda s: rewritten(s, lambda e: {**e, names.MIMETYPE: names.MEDIA_TYPE[:-1] + b"X"}),
        "bundle.malformed",
    ),
    # bytes
    "bit flipped in mimetype": (flip_in(names.MIMETYPE, 5), "bundle.altered"),
    "bit flipped in bundle.json": (flip_in(names.BUNDLE), "bundle.altered"),
    "bit flipped in framework.json": (flip_in(names.FRAMEWORK), "bundle.altered"),
    "bit flipped in content.json": (flip_in(names.CONTENT), "bundle.altered"),
    "bit flipped in report.pdf": (flip_in(names.REPORT), "bundle.altered"),
    "bit flipped in evidence": (lambda s: flip_in(first_evidence(s))(s), "bundle.altered"),
    "bit flipped in the ASiCManifest": (flip_in(names.ASIC_MANIFEST), "bundle.altered"),
    "bit flipped in the seal": (flip_in(names.SEAL), "bundle.altered"),
    "bit flipped in the directory": (lambda s: flipped(s.bytes, s.bytes.index(b"PK\1\2") + 30), "bundle.repacked"),
    "wrong CRC": (wrong_crc, "bundle.altered"),
    "content replaced": (lambda s: rewritten(s, lambda e: {**e, names.CONTENT: b'{"files":[]}'}), "bundle.altered"),
    "junk behind a deflate stream": (deflate_junk, "bundle.altered"),
    "deflate stream cut": (deflate_short, "bundle.altered"),
    "bomb": (bomb, "bundle.too_large"),
    "bomb that lies": (bomb_that_lies, "bundle.altered"),
    "deflated evidence": (deflated_evidence, "bundle.malformed"),
    # JSON
    "a float": (content(lambda c: c.replace(b'"38"', b"38.0")), "bundle.json_form"),
    "a huge integer": (content(lambda c: c.replace(b'"38"', b"9007199254740993")), "bundle.json_form"),
    "a duplicate key": (content(lambda c: c.replace(b'"1.1":"38"', b'"1.1":"38","1.1":"40"')), "bundle.json_form"),
    "white space": (content(lambda c: c.replace(b":", b": ", 1)), "bundle.json_form"),
    "a byte order mark": (content(lambda c: b"\xef\xbb\xbf" + c), "bundle.json_form"),
    "decomposed letters": (content(lambda c: c.replace("ế".encode(), "e\u0302\u0301".encode())), "bundle.json_form"),
    "no UTF-8": (content(lambda c: c.replace(b"38", b"\xff\xfe")), "bundle.json_form"),
    "nested beyond measure": (content(lambda c: b"[" * 5_000 + b"]" * 5_000), "bundle.json_form"),
    # what is said
    "newer schema": (newer, "bundle.newer_format"),
    "schema of before the first release": (head(lambda f: f.update(schema=0)), "bundle.malformed"),
    "a field of the second schema in the first": (head(lambda f: f.update(schema=1)), "bundle.malformed"),
    "a key that is no digest": (head(lambda f: f.update(key="12345 67890")), "bundle.malformed"),
    "schema true": (head(lambda f: f.update(schema=True)), "bundle.malformed"),
    "unknown field": (head(lambda f: f.update(surprise=1)), "bundle.malformed"),
    "field missing": (head(lambda f: f.pop("claimed_time")), "bundle.malformed"),
    "unknown kind": (head(lambda f: f.update(kind="surprise")), "bundle.malformed"),
    "reserved kind": (head(lambda f: f.update(kind="petition")), "bundle.kind_reserved"),
    "reserved field used": (head(lambda f: f.update(forks=["ab" * 32])), "bundle.newer_format"),
    "kind of the other direction": (head(lambda f: f.update(kind="feedback")), "bundle.malformed"),
    "time without a zone": (head(lambda f: f.update(claimed_time="2026-11-14T08:30:00")), "bundle.malformed"),
    "digest that is none": (head(lambda f: f.update(replaces="AB" * 32)), "bundle.malformed"),
    "other size listed": (head(lambda f: f["entries"][1].update(size=7)), "bundle.malformed"),
    "entry not listed": (head(lambda f: f["entries"].pop()), "bundle.malformed"),
    "other framework": (
        said(lambda e: e.update({names.FRAMEWORK: FRAMEWORK.replace(b"dti", b"dtx")})),
        "bundle.malformed",
    ),
    "evidence not in content": (
        said(lambda e: e.update({names.CONTENT: b'{"files":[]}'})),
        "evidence.not_listed",
    ),
    "content names evidence that is not there": (
        said(lambda e: e.pop(next(name for name in e if name.startswith("e-")))),
        "evidence.not_there",
    ),
    "evidence is not what its name says": (evidence_misnamed, "bundle.altered"),
    # the ASiCManifest
    "XML entity": (sealed_xml(with_entity), "bundle.malformed"),
    "XML white space": (sealed_xml(lambda x: x.replace(b"><", b">\n<", 1)), "bundle.malformed"),
    "XML without an entry": (
        sealed_xml(lambda x: x.replace(b'URI="content.json"', b'URI="kontent.json"')),
        "bundle.altered",
    ),
    "XML with a stranger": (
        sealed_xml(lambda x: x.replace(b"</asic:ASiCManifest>", b"<x/></asic:ASiCManifest>")),
        "bundle.malformed",
    ),
    # the report
    "report without a manifest": (report(lambda s, m: page("x")), "report.manifest_count"),
    "report with another manifest": (
        report(lambda s, m: embed_manifest(page("x"), m.replace(b'"size":', b'"size":1', 1))),
        "report.other_manifest",
    ),
    "report with two manifests": (report(two_manifests), "report.manifest_count"),
    "report with one hanging on a page": (report(annotation_manifest), "report.manifest_count"),
    "report with a bomb": (report(manifest_bomb), "report.unreadable"),
    "report that is no PDF": (report(lambda s, m: b"%PDF-1.7 hello"), "report.unreadable"),
    "report that is encrypted": (report(lambda s, m: encrypted(m)), "report.unreadable"),
}


def encrypted(manifest: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(embed_manifest(page("x"), manifest))) as pdf:
        buffer = io.BytesIO()
        locked = pikepdf.Encryption(owner="a", user="b", R=3, aes=False, metadata=False)  # needs no chance
        pdf.save(buffer, encryption=locked, static_id=True)
    return buffer.getvalue()
