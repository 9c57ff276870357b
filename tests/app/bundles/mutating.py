"""Mutants of sound bundles, each made from a stream of chance alone: of bytes, of entries, and of what stands inside.

Those of what stands inside are put together again honestly (sizes, CRCs, digests, manifest, report) and sealed by a
stranger, so that the reader's deepest layers see them. None of them may ever be VALID.
"""

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from functools import cache
from random import Random

from asn1crypto import cms
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from app.bundles import container, names
from app.bundles.container import STORED, Member, directory, layout_of_tail, local_header, unpack
from app.bundles.manifest import Digested, asic_manifest, manifest_json, sha256
from app.bundles.refusal import Refused
from app.bundles.report_pdf import embed_manifest
from app.bundles.signing import make_seal
from tests.app.bundles import mutating_inside as inside
from tests.app.bundles.fixed import KEYS, STRANGER
from tests.app.bundles.forging import NOW, page

Entries = list[tuple[str, bytes]]
HARD = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF)
MOST = 4 << 20  # bytes of a mutant
_PAGE = page("x")


def entries_of(bundle: bytes) -> Entries:
    """Names and unpacked bytes of a sound bundle, in order."""
    layout = layout_of_tail(bundle)
    parts = zip(layout.members, layout.starts, strict=True)
    return [(member.name, unpack(member, bundle[at : at + member.packed])) for member, at in parts]


# Bytes ---------------------------------------------------------------------------------------------------------------


def flipped(chance: Random, whole: bytes, _: bytes) -> bytes:
    data = bytearray(whole)
    for _bit in range(chance.choice((1, 1, 2, 8))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def cut(chance: Random, whole: bytes, _: bytes) -> bytes:
    begin, end = sorted(chance.randrange(len(whole) + 1) for _side in range(2))
    return chance.choice((whole[:end], whole[begin:], whole[:begin] + whole[end:], whole[begin:end]))


def spliced(chance: Random, whole: bytes, other: bytes) -> bytes:
    at = chance.randrange(len(whole))
    begin, end = sorted(chance.randrange(len(other) + 1) for _side in range(2))
    return chance.choice((whole[:at] + other[begin:], whole[:at] + other[begin:end] + whole[at:], whole + other))


def numbers(chance: Random, whole: bytes, _: bytes) -> bytes:
    """Hard numbers in a local header, the directory or the end record."""
    layout = layout_of_tail(whole)
    places = [*layout.headers, layout.directory_at, len(whole) - 22]
    data = bytearray(whole)
    for _field in range(chance.choice((1, 1, 2, 4))):
        at = chance.choice(places) + chance.randrange(4, 46)
        new = struct.pack("<L", chance.choice((*HARD, chance.getrandbits(32))))[: chance.choice((1, 2, 4))]
        data[at : at + len(new)] = new[: max(0, len(data) - at)]
    return bytes(data)


# Entries -------------------------------------------------------------------------------------------------------------


def joined(entries: Entries, packed: dict[int, tuple[int, bytes, int]] | None = None) -> bytes:
    """The entries in the written form; `packed` gives method, bytes and size of some by hand."""
    members, parts = [], []
    for at, (name, data) in enumerate(entries):
        method, raw, size = (packed or {}).get(at, (STORED, data, len(data)))
        member = Member(name, method, zlib.crc32(data), len(raw), size)
        members.append(member)
        parts.append(local_header(member) + raw)
    return b"".join(parts) + directory(members)


def shuffled(chance: Random, whole: bytes, other: bytes) -> bytes:
    """Entries swapped, dropped, doubled, renamed, put elsewhere, or taken from another bundle."""
    entries = entries_of(whole)
    one, two = (chance.randrange(len(entries)) for _side in range(2))
    match chance.randrange(6):
        case 0:
            entries[one], entries[two] = (entries[one][0], entries[two][1]), (entries[two][0], entries[one][1])
        case 1:
            del entries[one]
        case 2:
            entries.insert(two, entries[one])
        case 3:
            entries[one] = (chance.choice(NAMES), entries[one][1])
        case 4:
            entries.insert(two, entries.pop(one))
        case _:
            strange = entries_of(other)
            entries[one] = (entries[one][0], chance.choice(strange)[1] or b"x")
    return joined(entries)


NAMES = (
    *(names.MIMETYPE, names.BUNDLE, names.CONTENT, names.FRAMEWORK, names.SEAL, "manifest.json", "signed-page.pdf"),
    *(
        "../x",
        "/etc/passwd",
        "C:\\x",
        "META-INF/",
        "e-" + "0" * 64 + ".pdf",
        "e-" + "A" * 64 + ".pdf",
        "",
        "a" * 60_000,
    ),
)


def packed_otherwise(chance: Random, whole: bytes, _: bytes) -> bytes:
    """One entry deflated: honestly, with junk, cut, as a bomb, or with a size that lies."""
    entries = entries_of(whole)
    at = chance.randrange(len(entries))
    data = entries[at][1]
    if chance.random() < 0.3:
        data = bytes([chance.randrange(256)]) * chance.choice((100_000, 1 << 20, 4 << 20))
    packer = zlib.compressobj(chance.choice((1, 9)), zlib.DEFLATED, -15)
    raw = packer.compress(data) + packer.flush()
    raw = chance.choice((raw, raw + b"junk", raw[:-2], flipped(chance, raw, b"")))
    size = chance.choice((len(data), len(data), 1, len(data) + 1, 0x7FFFFFFF))
    return joined(entries, {at: (chance.choice((8, 8, 12, 0)), raw, size)})


def wrapped(chance: Random, whole: bytes, other: bytes) -> bytes:
    """In a .zip of somebody: alone, beside others, twice, nested, cut, or as one of many names for one stream."""
    buffer = io.BytesIO()
    method = chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    if chance.random() < 0.3:
        whole = wrapped(chance, whole, other)
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for number in range(chance.choice((1, 1, 1, 2, 3))):
            data = chance.choice((whole, whole, other, b"xin chao", whole[: len(whole) // 2], bytes(3 << 20)))
            archive.writestr(zipfile.ZipInfo(f"{number}.thuocso"), data, method)
        if chance.random() < 0.2:
            again = copy(archive.filelist[0])
            again.filename = "khac.thuocso"
            archive.filelist.append(again)
    made = buffer.getvalue()
    return made if chance.random() < 0.6 else flipped(chance, made, b"")


def overlapping(chance: Random, whole: bytes, _: bytes) -> bytes:
    """Entries that share bytes: a stream with two names, one inside another's data, or one that runs over the next."""
    layout = layout_of_tail(whole)
    body, records = bytearray(whole[: layout.directory_at]), list(zip(layout.members, layout.headers, strict=True))
    one, two = chance.sample(range(len(records)), 2)
    (member, at), (other, there) = records[one], records[two]
    match chance.randrange(4):
        case 0:
            name = chance.choice((member.name, *NAMES))
            records.insert(chance.randrange(len(records) + 1), (replace(member, name=name), at))
        case 1:
            records[two] = (chance.choice((other, replace(member, name=other.name))), at)
        case 2:
            inner = body[there : layout.starts[two] + other.packed]
            del body[there : there + len(inner)]
            records = [(each, place - len(inner) * (place > there)) for each, place in records]
            member, at = records[one]
            begin = at + len(local_header(member))
            middle = begin + chance.choice((0, member.packed // 2, member.packed))
            body[middle:middle] = inner
            records = [(each, place + len(inner) * (place > at)) for each, place in records]
            records[two] = (other, middle)
            records[one] = (_spread(body, at, member, member.packed + len(inner)), at)
        case _:
            one = chance.randrange(len(records) - 1)
            member, at = records[one]
            end = chance.choice([*layout.starts[one + 1 :], len(body)])
            records[one] = (_spread(body, at, member, end - layout.starts[one]), at)
    central = b"".join(container._central_header(each, place) for each, place in records)
    count = len(records)
    return bytes(body) + central + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(central), len(body), 0)


def _spread(body: bytearray, at: int, member: Member, length: int) -> Member:
    """The member stored with so many bytes behind its local header, which is written anew, its CRC right."""
    begin = at + len(local_header(member))
    held = bytes(body[begin : begin + length])
    made = Member(member.name, STORED, zlib.crc32(held), length, length)
    body[at:begin] = local_header(made)
    return made


# What stands inside ------------------------------------------------------------------------------------------------


@cache
def _model() -> tuple[bytes, bytes, int]:
    """A stranger's seal, the signed attributes in it, and how long its signature is."""
    seal = make_seal(STRANGER, b"", NOW)
    signer = cms.ContentInfo.load(seal)["content"]["signer_infos"][0]
    return seal, signer["signed_attrs"].untag().dump(), len(signer["signature"].native)


def stranger_seal(content: bytes) -> bytes:
    """What `make_seal` gives for the stranger, put together from one made before: twenty times as fast."""
    seal, attributes, length = _model()
    digest, model = hashlib.sha256(content).digest(), hashlib.sha256(b"").digest()
    signature = STRANGER.private_key.sign(attributes.replace(model, digest), ec.ECDSA(hashes.SHA256()))
    made = bytearray(seal.replace(model, digest)[: -length - 1] + bytes([len(signature)]) + signature)
    at = 0
    for tag in (0x30, 0xA0, 0x30):  # message, its content, what is signed
        at = made.index(b"%c\x82" % tag, at)
        _lengthen(made, at, len(signature) - length)
        at += 4
    at = made.rindex(b"\x31\x82", 0, made.index(attributes[4:40]))  # the signers, then the only one
    for place in (at, at + 4):
        _lengthen(made, place, len(signature) - length)
    return bytes(made)


def _lengthen(der: bytearray, at: int, more: int) -> None:
    der[at + 2 : at + 4] = (int.from_bytes(der[at + 2 : at + 4], "big") + more).to_bytes(2, "big")


def resealed(entries: Entries) -> bytes:
    """A new ASiCManifest and a stranger's seal over entries as they stand."""
    covered = [Digested(name, len(data), sha256(data)) for name, data in entries]
    asic = asic_manifest(covered)
    kept = [(name, data) for name, data in entries if name not in (names.ASIC_MANIFEST, names.SEAL)]
    return joined([*kept, (names.ASIC_MANIFEST, asic), (names.SEAL, stranger_seal(asic))])


def said_anew(entries: Entries) -> bytes:
    """A new manifest in a new report as well."""
    covered = [Digested(name, len(data), sha256(data)) for name, data in entries]
    report = embed_manifest(_PAGE, manifest_json(covered))
    return resealed([(name, report if name == names.REPORT else data) for name, data in entries])


def replaced(entries: Entries, name: str, data: bytes) -> Entries:
    return [(each, data if each == name else old) for each, old in entries]


def other_json(chance: Random, whole: bytes, _: bytes) -> bytes:
    """Another value or another writing in a JSON entry, everything else put right."""
    entries = entries_of(whole)
    of_json = [(name, data) for name, data in entries if name.endswith(".json")]
    name, data = chance.choice(of_json)
    entries = replaced(entries, name, inside.json_mutant(chance, data))
    if name != names.BUNDLE and chance.random() < 0.9:
        entries = inside.relisted(entries, with_frameworks=chance.random() < 0.8)
    return said_anew(entries)


def other_report(chance: Random, whole: bytes, other: bytes) -> bytes:
    """A report with an update, with other objects, or with flipped bytes, sealed as it stands."""
    entries = entries_of(whole)
    data = dict(entries)[names.REPORT]
    return resealed(replaced(entries, names.REPORT, inside.pdf_mutant(chance, data)))


def other_xml(chance: Random, whole: bytes, _: bytes) -> bytes:
    entries = entries_of(whole)
    xml = inside.xml_mutant(chance, dict(entries)[names.ASIC_MANIFEST])
    key = chance.choice((STRANGER, STRANGER, *KEYS.values()))
    made = replaced(entries, names.ASIC_MANIFEST, xml)
    return joined(replaced(made, names.SEAL, make_seal(key, xml, NOW)))


def other_seal(chance: Random, whole: bytes, _: bytes) -> bytes:
    entries = entries_of(whole)
    found = dict(entries)
    return joined(
        replaced(entries, names.SEAL, inside.cms_mutant(chance, found[names.SEAL], found[names.ASIC_MANIFEST]))
    )


def other_evidence(chance: Random, whole: bytes, _: bytes) -> bytes:
    """Evidence with other bytes under its old name, or under one that fits, sealed as it stands."""
    entries = entries_of(whole)
    held = [at for at, (name, _data) in enumerate(entries) if names.is_evidence(name)]
    if not held:
        return shuffled(chance, whole, whole)
    at = chance.choice(held)
    name, data = entries[at]
    data = flipped(chance, data, b"")
    if chance.random() < 0.5:
        name = f"e-{sha256(data)}.{chance.choice(list(names.EVIDENCE_TYPES))}"
    entries[at] = (name, data)
    return chance.choice((resealed, said_anew, joined))(entries)


Mutate = Callable[[Random, bytes, bytes], bytes]
KINDS: dict[str, Mutate] = {
    "bits flipped": flipped,
    "cut and moved": cut,
    "spliced": spliced,
    "hard numbers": numbers,
    "entries shuffled": shuffled,
    "packed otherwise": packed_otherwise,
    "wrapped": wrapped,
    "overlapping": overlapping,
    "other JSON": other_json,
    "other report": other_report,
    "other XML": other_xml,
    "other seal": other_seal,
    "other evidence": other_evidence,
}


def mutant(chance: Random, sound: list[bytes], kind: str = "") -> tuple[str, bytes]:
    """A kind of change and the bytes it makes of one of the sound bundles; chance decides everything."""
    kind = kind or chance.choice(list(KINDS))
    whole, other = chance.choice(sound), chance.choice(sound)
    try:
        made = KINDS[kind](chance, whole, other)
    except (Refused, ValueError, KeyError, struct.error, OverflowError):  # what nobody could write
        kind, made = "bits flipped", flipped(chance, whole, other)
    return kind, made[:MOST]
