"""Further faults: of the whole file, of headers and directory, of JSON, of what is said, of the ASiCManifest."""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

from app.bundles import names
from app.bundles.container import layout_of_tail
from app.domain import canonical
from tests.app.bundles.faults import (
    Fault,
    content,
    data_of,
    deflated,
    first_evidence,
    flipped,
    head,
    listed,
    patched,
    raw_member,
    rewritten,
    said,
    sealed_xml,
)
from tests.app.bundles.forging import Sample, said_of

END = 22  # bytes of the end record


def end_field(offset: int, new: bytes) -> Fault:
    """Other bytes in the end record."""
    return lambda sample: patched(sample.bytes, len(sample.bytes) - END + offset, new)


def in_zip(*files: tuple[str, Callable[[Sample], bytes]], method: int = zipfile.ZIP_DEFLATED) -> Fault:
    """A .zip by `zipfile`, dated 1980 so that it is always the same."""

    def fault(sample: Sample) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, make in files:
                info = zipfile.ZipInfo(name)
                info.compress_type = method
                archive.writestr(info, make(sample))
        return buffer.getvalue()

    return fault


def whole(sample: Sample) -> bytes:
    return sample.bytes


def bloated(sample: Sample) -> bytes:
    return sample.bytes[:200] + bytes(30 << 20)


def overlapping_bomb(sample: Sample) -> bytes:
    """Two hundred names for one packed stream: each is small, together they are not."""
    packed_data, size = deflated(sample.bytes + bytes(1 << 20)), len(sample.bytes) + (1 << 20)
    crc = zlib.crc32(sample.bytes + bytes(1 << 20))
    fixed = (20, 0, 8, 0, 33, crc, len(packed_data), size)
    name = b"a.thuocso"
    out = bytearray(struct.pack("<4s5H3L2H", b"PK\3\4", *fixed, len(name), 0) + name + packed_data)
    at, central = len(out), bytearray()
    for number in range(200):
        other = b"%06d.thuocso" % number
        central += struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, *fixed, len(other), 0, 0, 0, 0, 0, 0) + other
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 200, 200, len(central), at, 0)
    return bytes(out + central + end)


def hidden_entry(sample: Sample) -> bytes:
    """An entry between two others that no directory knows, every offset put right."""
    data, at = sample.bytes, data_of(sample, names.CONTENT) - 30 - len(names.CONTENT)
    extra = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 0, 0, 33, zlib.crc32(b"{}"), 2, 2, 6, 0) + b"x.json{}"
    layout = layout_of_tail(data)
    central = data[layout.directory_at :]
    for member, where in zip(layout.members, layout.headers, strict=True):
        if where >= at:
            place = central.rindex(member.name.encode()) - 46 + 42
            central = patched(central, place, struct.pack("<L", where + len(extra)))
    central = patched(central, len(central) - 6, struct.pack("<L", layout.directory_at + len(extra)))
    return data[:at] + extra + data[at : layout.directory_at] + central


def needless_zip64(sample: Sample) -> bytes:
    """Records for sizes beyond 4 GiB in a file of a few kilobytes, right in every number."""
    data = sample.bytes
    layout = layout_of_tail(data)
    central, count = layout.directory[:-END], len(layout.members)
    at, length = layout.directory_at, len(layout.directory) - END
    wide = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, length, at)
    wide += struct.pack("<4sLQL", b"PK\6\7", 0, at + length, 1)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, length, 0xFFFFFFFF, 0)
    return data[:at] + central + wide + end


def twice_listed(sample: Sample) -> bytes:
    """The directory twice; the end record names the second."""
    data = sample.bytes
    layout = layout_of_tail(data)
    central = layout.directory[:-END]
    at = layout.directory_at + len(central)
    end = patched(layout.directory[-END:], 16, struct.pack("<L", at))
    return data[: layout.directory_at] + central + central + end


def level_one(sample: Sample) -> bytes:
    """Deflated with bytes of another entry inside the declared length: the stream ends early."""
    data = said_of(sample)[names.CONTENT]
    return raw_member(names.CONTENT, 8, deflated(data, 1) + bytes(5), len(data), zlib.crc32(data), sample)


def swapped_evidence(sample: Sample) -> bytes:
    """Two pieces of evidence under each other's name."""

    def change(entries: dict[str, bytes]) -> dict[str, bytes]:
        one, two = sorted(name for name in entries if names.is_evidence(name))
        return {**entries, one: entries[two], two: entries[one]}

    return rewritten(sample, change)


def content_twice(sample: Sample) -> bytes:
    """One content under two endings, both listed and sealed."""

    def change(entries: dict[str, bytes]) -> None:
        name = first_evidence(sample)
        entries[f"{name[:-3]}txt"] = entries[name]
        value = json.loads(entries[names.CONTENT])
        of_it = next(item for item in value["files"] if item["digest"] == name[2:66])
        value["files"].append({**of_it, "ext": "txt"})
        entries[names.CONTENT] = canonical.encode(value)

    return said(change)(sample)


def kind_renamed(sample: Sample) -> bytes:
    """Evidence under an ending that is on no list."""
    name = first_evidence(sample)
    return listed(lambda e: [(n.replace(name, name[:-3] + "exe"), d, z) for n, d, z in e])(sample)


def raw_content(make: Callable[[bytes], bytes]) -> Fault:
    """content.json with other bytes, everything around it right."""
    return content(make)


def told(change: Callable[[dict[str, Any]], None]) -> Fault:
    """Another content, canonical, listed, sealed by the sender's own key."""

    def make(data: bytes) -> bytes:
        value = json.loads(data)
        change(value)
        return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()

    return content(make)


def bundle_bytes(make: Callable[[bytes], bytes]) -> Fault:
    return said(lambda entries: entries.update({names.BUNDLE: make(entries[names.BUNDLE])}), relist=False)


def laughs(xml: bytes) -> bytes:
    """A billion laughs in front of an honest manifest."""
    kinds = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    return xml.replace(b"?>\n", b'?>\n<!DOCTYPE x [<!ENTITY l0 "ha">' + kinds + b"]>\n")


def entry_comment(sample: Sample) -> bytes:
    """A comment behind the last name of the directory, the length of the directory put right."""
    data = sample.bytes
    at = len(data) - END
    length = int.from_bytes(data[at + 12 : at + 16], "little")
    last = data.rindex(b"PK\1\2")
    made = patched(data[:at], last + 32, struct.pack("<H", 5)) + b"hello" + data[at:]
    return patched(made, at + 5 + 12, struct.pack("<L", length + 5))


def endless(sample: Sample) -> bytes:
    """A bundle.json whose stream ends before its bytes do; whoever asks for the rest again and again never stops."""
    data = b"0" * (4 << 20)  # whole buffers: the end is reached with bytes left over
    return raw_member(names.BUNDLE, 8, deflated(data) + b"junk", len(data) + 1, zlib.crc32(data), sample)


FORM_FAULTS: dict[str, tuple[Fault, str]] = {
    # the file as a whole
    "only zeros": (lambda s: bytes(5000), "bundle.not_a_bundle"),
    "a page of a website": (
        lambda s: b"<!DOCTYPE html><html><title>Login</title></html>",
        "bundle.not_a_bundle",
    ),
    "age in letters": (lambda s: b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n", "bundle.encrypted"),
    "an empty zip": (lambda s: b"PK\5\6" + bytes(18), "bundle.not_a_bundle"),
    "a zip without a bundle": (in_zip(("Công văn.txt", lambda s: b"xin chao")), "bundle.not_a_bundle"),
    "a zip of two bundles": (in_zip(("a.thuocso", whole), ("b.thuocso", whole)), "bundle.several_inside"),
    "a zip in a zip": (in_zip(("in.zip", in_zip(("a.thuocso", whole)))), "bundle.archive_inside"),
    "a zip of a damaged bundle": (in_zip(("a.thuocso", lambda s: flipped(s.bytes, 900))), "bundle.altered"),
    "a zip of a cut bundle": (in_zip(("a.thuocso", lambda s: s.bytes[:-9])), "bundle.incomplete"),
    "a flat bomb in a zip": (in_zip(("a.thuocso", bloated)), "bundle.too_large"),
    "an overlapping bomb in a zip": (overlapping_bomb, "bundle.several_inside"),
    # headers and directory
    "an entry that no directory knows": (hidden_entry, "bundle.repacked"),
    "the comment of an entry": (entry_comment, "bundle.repacked"),
    "needless ZIP64": (needless_zip64, "bundle.repacked"),
    "the directory twice": (twice_listed, "bundle.repacked"),
    "more entries counted than there are": (end_field(8, b"\x10\0\x10\0"), "bundle.repacked"),
    "65535 entries counted": (end_field(8, b"\xff\xff\xff\xff"), "bundle.repacked"),
    "no entries counted": (end_field(8, b"\0\0\0\0"), "bundle.repacked"),
    "a second disk": (end_field(4, b"\1\0\1\0"), "bundle.repacked"),
    "a directory of four gigabytes": (end_field(12, b"\xfe\xff\xff\xff"), "bundle.extended"),
    "a directory beyond the end": (end_field(16, b"\xfe\xff\xff\x7f"), "bundle.extended"),
    # entries
    "evidence swapped": (swapped_evidence, "bundle.malformed"),
    "one content under two endings": (content_twice, "bundle.malformed"),
    "evidence of an unlisted kind": (kind_renamed, "bundle.malformed"),
    "two scans of the signed page": (
        listed(lambda e: [*e[:5], ("signed-page.jpg", b"x", False), ("signed-page.pdf", b"x", False), *e[5:]]),
        "bundle.malformed",
    ),
    "a scan that nobody sealed": (
        listed(lambda e: [*e[:5], ("signed-page.pdf", b"%PDF-1.7 x", False), *e[5:]]),
        "bundle.altered",
    ),
    "a name of another system": (
        listed(lambda e: [*e[:5], ("META-INF\\evil", b"x", False), *e[5:]]),
        "bundle.malformed",
    ),
    "an absolute name": (listed(lambda e: [*e[:5], ("/etc/x", b"x", False), *e[5:]]), "bundle.malformed"),
    "a third file in META-INF": (
        listed(lambda e: [*e, ("META-INF/manifest.xml", b"<x/>", False)]),
        "bundle.malformed",
    ),
    "a bundle.json that seems to go on": (endless, "bundle.too_large"),
    "a deflate stream of another entry's bytes": (level_one, "bundle.altered"),
    # JSON
    "keys out of order": (
        raw_content(lambda c: c.replace(b'"1.1":"38","1.2":"40"', b'"1.2":"40","1.1":"38"')),
        "bundle.json_form",
    ),
    "an escaped letter": (raw_content(lambda c: c.replace(b'"38"', b'"\\u0033\\u0038"')), "bundle.json_form"),
    "half a surrogate": (raw_content(lambda c: c.replace(b'"38"', b'"\\ud800"')), "bundle.json_form"),
    "a newline behind": (raw_content(lambda c: c + b"\n"), "bundle.json_form"),
    "not a number": (raw_content(lambda c: c.replace(b'"38"', b"NaN")), "bundle.json_form"),
    "minus nought": (raw_content(lambda c: c.replace(b'"38"', b"-0")), "bundle.json_form"),
    "an integer of a thousand digits": (raw_content(lambda c: c.replace(b'"38"', b"9" * 1000)), "bundle.json_form"),
    "65 levels": (raw_content(lambda c: c.replace(b'"38"', b"[" * 65 + b"]" * 65)), "bundle.json_form"),
    "a comment": (raw_content(lambda c: b"/* x */" + c), "bundle.json_form"),
    "two values": (raw_content(lambda c: c + c), "bundle.json_form"),
    "bundle.json with a duplicate key": (
        bundle_bytes(lambda b: b.replace(b'"schema":2', b'"schema":2,"schema":2')),
        "bundle.json_form",
    ),
    # what is said
    "bundle.json is a list": (bundle_bytes(lambda b: b"[" + b + b"]"), "bundle.malformed"),
    "another format": (head(lambda f: f.update(format="asic")), "bundle.malformed"),
    "no id": (head(lambda f: f.update(id="")), "bundle.malformed"),
    "a name beyond measure": (head(lambda f: f["sender"].update(name="x" * 2001)), "bundle.malformed"),
    "a sender of an unknown role": (head(lambda f: f["sender"].update(role="root")), "bundle.malformed"),
    "a sender with a further field": (head(lambda f: f["sender"].update(admin=True)), "bundle.malformed"),
    "a submission without a receiver": (head(lambda f: f.update(receiver=None)), "bundle.malformed"),
    "round nought": (head(lambda f: f.update(round=0)), "bundle.malformed"),
    "round true": (head(lambda f: f.update(round=True)), "bundle.malformed"),
    "no framework named": (head(lambda f: f.update(frameworks=[])), "bundle.malformed"),
    "65 frameworks named": (head(lambda f: f.update(frameworks=f["frameworks"] * 65)), "bundle.malformed"),
    "a standing where there is none": (head(lambda f: f.update(standing="final")), "bundle.malformed"),
    "a time that is none": (head(lambda f: f.update(claimed_time="hôm qua")), "bundle.malformed"),
    "a time before every clock": (
        head(lambda f: f.update(claimed_time="0001-01-01T00:00:00+07:00")),
        "bundle.malformed",
    ),
    "a time that leads out of the calendar": (
        head(lambda f: f.update(claimed_time="9999-12-31T23:59:59-12:00")),
        "bundle.malformed",
    ),
    "another media type listed": (
        head(lambda f: f["entries"][1].update(media_type="text/html")),
        "bundle.malformed",
    ),
    "an entry listed twice": (head(lambda f: f["entries"].append(f["entries"][-1])), "bundle.malformed"),
    "content without files": (told(lambda c: c.pop("files")), "bundle.malformed"),
    "content of another shape": (raw_content(lambda c: b'"x"'), "bundle.malformed"),
    "a file of another size": (told(lambda c: c["files"][0].update(size=7)), "evidence.not_listed"),
    "a file of another kind": (told(lambda c: c["files"][0].update(ext="jpg")), "evidence.not_listed"),
    "a file without a name": (told(lambda c: c["files"][0].update(name="")), "bundle.malformed"),
    # the ASiCManifest
    "XML laughs": (sealed_xml(laughs), "bundle.malformed"),
    "XML in UTF-16": (sealed_xml(lambda x: x.decode().encode("utf-16")), "bundle.altered"),
    "XML without its first line": (sealed_xml(lambda x: x.partition(b"\n")[2]), "bundle.malformed"),
    "XML with a comment": (sealed_xml(lambda x: x + b"<!-- x -->"), "bundle.malformed"),
    "XML with another prefix": (
        sealed_xml(lambda x: x.replace(b"asic:", b"a:").replace(b"xmlns:asic", b"xmlns:a")),
        "bundle.malformed",
    ),
    "XML with SHA-1": (
        sealed_xml(lambda x: x.replace(b"2001/04/xmlenc#sha256", b"2000/09/xmldsig#sha1")),
        "bundle.malformed",
    ),
}
