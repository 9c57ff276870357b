"""The one written form of ZIP, byte by byte: every header is a pure function of a `Member`.

The writer emits these bytes. The reader unpacks as little as it needs from the central directory, writes the same
bytes again and compares: gaps, overlaps, comments, extra fields, flags, data descriptors, duplicate or encrypted
entries, other times and header differences all fail that one comparison. (`zipfile` accepts most of them.)
"""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from zlib_ng.zlib_ng import crc32

from app.bundles import names
from app.bundles.refusal import Refused

STORED, DEFLATED = 0, 8
CHUNK = 1 << 20

MAX_ENTRIES = 20_000
MAX_FILE = 64 << 30
MAX_HELD = 84 << 20  # all entries but evidence: a reader holds them in memory
MAX_DIRECTORY = 4 << 20
MAX_RATIO = 200

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_END = struct.Struct("<4s4H2LH")
_FULL = 0xFFFFFFFF
_TIME, _DATE = 0, (0 << 9) | (1 << 5) | 1  # 1980-01-01 00:00
END_SIZE = _END.size


@dataclass(frozen=True, slots=True)
class Member:
    """One entry: `packed` bytes in the file that unpack to `size` bytes with CRC-32 `crc`."""

    name: str
    method: int
    crc: int
    packed: int
    size: int

    @property
    def is_wide(self) -> bool:
        """Whether the sizes need ZIP64."""
        return max(self.packed, self.size) >= _FULL


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands in a file whose directory is in the written form.

    `headers[i]` is the place of member i's local header, `starts[i]` that of its packed bytes.
    """

    members: tuple[Member, ...]
    headers: tuple[int, ...]
    starts: tuple[int, ...]
    directory_at: int
    directory: bytes


def local_header(member: Member) -> bytes:
    """The bytes before a member's data."""
    wide, name = member.is_wide, member.name.encode("ascii")
    extra = struct.pack("<2H2Q", 1, 16, member.size, member.packed) if wide else b""
    packed, size = (_FULL, _FULL) if wide else (member.packed, member.size)
    fixed = (45 if wide else 20, 0, member.method, _TIME, _DATE, member.crc, packed, size, len(name), len(extra))
    return _LOCAL.pack(b"PK\3\4", *fixed) + name + extra


def directory(members: Sequence[Member]) -> bytes:
    """Everything behind the last member's data: the central directory and the end record(s)."""
    at, central = 0, bytearray()
    for member in members:
        central += _central_header(member, at)
        at += len(local_header(member)) + member.packed
    count, length = len(members), len(central)
    if at < _FULL and length < _FULL:
        return bytes(central) + _END.pack(b"PK\5\6", 0, 0, count, count, length, at, 0)
    central += _END64.pack(b"PK\6\6", 44, 45, 45, 0, 0, count, count, length, at)
    central += _LOCATOR.pack(b"PK\6\7", 0, at + length, 1)
    return bytes(central) + _END.pack(b"PK\5\6", 0, 0, count, count, length, min(at, _FULL), 0)


def _central_header(member: Member, at: int) -> bytes:
    wide, far, name = member.is_wide, at >= _FULL, member.name.encode("ascii")
    large = ([member.size, member.packed] if wide else []) + ([at] if far else [])
    extra = struct.pack(f"<2H{len(large)}Q", 1, 8 * len(large), *large) if large else b""
    version = 45 if large else 20
    packed, size = (_FULL, _FULL) if wide else (member.packed, member.size)
    sums = (member.crc, packed, size, len(name), len(extra), 0, 0, 0, 0, _FULL if far else at)
    return _CENTRAL.pack(b"PK\1\2", version, version, 0, member.method, _TIME, _DATE, *sums) + name + extra


def lay_out(members: Sequence[Member]) -> Layout:
    """The places of `members` written one after another from byte 0."""
    at, headers, starts = 0, [], []
    for member in members:
        headers.append(at)
        starts.append(at + len(local_header(member)))
        at = starts[-1] + member.packed
    return Layout(tuple(members), tuple(headers), tuple(starts), at, directory(members))


def read_layout(file: BinaryIO, size: int) -> Layout:
    """The layout of a file of `size` bytes, once directory, every local header, names and limits are as written.

    Raises `Refused("bundle.foreign_form")` when the bytes are not in the written form, and `bundle.too_large` or
    `bundle.malformed` when they are but say what no bundle may say. No member's data is read.
    """
    if size > MAX_FILE:
        raise Refused("bundle.too_large", f"{size} bytes", limit=MAX_FILE)
    length = min(size, MAX_DIRECTORY)
    file.seek(size - length)
    layout = layout_of_tail(read_exactly(file, length))
    if layout.directory_at + len(layout.directory) != size:
        raise Refused("bundle.foreign_form", "bytes before, between or behind the entries")
    for member, at in zip(layout.members, layout.headers, strict=True):
        file.seek(at)
        header = local_header(member)
        if file.read(len(header)) != header:
            raise Refused("bundle.foreign_form", f"local header of {member.name}")
    check_members(layout.members)
    return layout


def layout_of_tail(tail: bytes) -> Layout:
    """The layout told by the directory that `tail` ends with; `Refused("bundle.foreign_form")` if there is none."""
    if len(tail) < END_SIZE:
        raise Refused("bundle.foreign_form", "no end record")
    signature, _, _, _, count, length, at, _ = _END.unpack(tail[-END_SIZE:])
    if signature != b"PK\5\6" or not 0 < count <= MAX_ENTRIES:
        raise Refused("bundle.foreign_form", "no end record where the file ends")
    behind = END_SIZE + (_END64.size + _LOCATOR.size if at == _FULL else 0)
    if length + behind > len(tail):
        raise Refused("bundle.foreign_form", "size of the directory")
    given = tail[len(tail) - length - behind :]
    layout = lay_out(_unpack_directory(given[:length], count))
    if layout.directory != given:
        raise Refused("bundle.foreign_form", "directory")
    return layout


def _unpack_directory(central: bytes, count: int) -> list[Member]:
    """Just what distinguishes one member from another; whatever else stands there is compared afterwards."""
    members, at = [], 0
    try:
        for _ in range(count):
            fields = _CENTRAL.unpack_from(central, at)
            method, crc, packed, size, name_length, extra_length = (fields[i] for i in (4, 7, 8, 9, 10, 11))
            at += _CENTRAL.size
            name = central[at : at + name_length].decode("ascii")
            if size == _FULL:
                size, packed = struct.unpack_from("<2Q", central, at + name_length + 4)
            members.append(Member(name, method, crc, packed, size))
            at += name_length + extra_length
    except (struct.error, UnicodeDecodeError) as error:
        raise Refused("bundle.foreign_form", "directory") from error
    return members


def check_members(members: Sequence[Member]) -> None:
    """Names, order, methods and limits. Raises `Refused("bundle.malformed")` or `Refused("bundle.too_large")`."""
    whole = sum(member.packed for member in members)
    if len(members) > MAX_ENTRIES or whole > MAX_FILE:
        raise Refused("bundle.too_large", f"{len(members)} entries, {whole} bytes", limit=MAX_ENTRIES)
    present = {member.name for member in members}
    missing = [name for name in names.REQUIRED if name not in present]
    if missing:
        raise Refused("bundle.malformed", f"missing: {', '.join(missing)}")
    before = (-1, "")
    for member in members:
        here = names.place(member.name)
        if here is None:
            raise Refused("bundle.malformed", f"no entry may be called {member.name[:80]!r}")
        if here <= before:
            raise Refused("bundle.malformed", f"order: {member.name}")
        before = here
        _check_member(member)
    held = sum(member.size for member in members if not names.is_evidence(member.name))
    if held > MAX_HELD:
        raise Refused("bundle.too_large", f"{held} bytes beside the evidence", limit=MAX_HELD)


def _check_member(member: Member) -> None:
    may_deflate = member.name != names.MIMETYPE and not names.is_evidence(member.name)
    if member.method != STORED and not (may_deflate and member.method == DEFLATED):
        raise Refused("bundle.malformed", f"method {member.method}: {member.name}")
    if member.method == STORED and member.packed != member.size:
        raise Refused("bundle.malformed", f"sizes: {member.name}")
    if member.size == 0:
        raise Refused("bundle.malformed", f"empty: {member.name}")
    if member.size > names.ceiling(member.name):
        raise Refused("bundle.too_large", f"{member.name}: {member.size} bytes", limit=names.ceiling(member.name))
    if member.size > member.packed * MAX_RATIO:
        raise Refused("bundle.too_large", f"{member.name}: ratio above {MAX_RATIO}", limit=MAX_RATIO)


def read_exactly(file: BinaryIO, length: int) -> bytes:
    """`length` bytes from here on; a file that ends sooner is `Refused("bundle.incomplete")`."""
    parts, left = [], length
    while left:
        part = file.read(left)
        if not part:
            raise Refused("bundle.incomplete", f"{left} bytes short")
        parts.append(part)
        left -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def unpack(member: Member, packed: bytes) -> bytes:
    """The content of a member held in memory, its size, CRC and the end of a deflate stream checked.

    Raises `Refused("bundle.altered")`.
    """
    data = packed
    if member.method == DEFLATED:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            data = stream.decompress(packed, member.size + 1)
        except zlib.error as error:
            raise Refused("bundle.altered", f"{member.name}: deflate", count=1) from error
        if not stream.eof or stream.unused_data or stream.unconsumed_tail:
            raise Refused("bundle.altered", f"{member.name}: end of the deflate stream", count=1)
    if len(data) != member.size or crc32(data) != member.crc:
        raise Refused("bundle.altered", f"{member.name}: size or CRC-32", count=1)
    return data


def pack(name: str, data: bytes, deflate_from: int = CHUNK) -> tuple[Member, bytes]:
    """A member that holds `data`, and its packed bytes.

    JSON and XML of `deflate_from` bytes or more are deflated. Smaller ones stay as they are: the last bits of a
    deflate stream can be changed without changing what it says, and a stored entry has one form only.
    """
    packed, method = data, STORED
    if len(data) >= deflate_from and name.endswith((".json", ".xml")):
        deflater = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        shorter = deflater.compress(data) + deflater.flush()
        if len(shorter) < len(data) <= len(shorter) * MAX_RATIO:
            packed, method = shorter, DEFLATED
    return Member(name, method, crc32(data), len(packed), len(data)), packed
