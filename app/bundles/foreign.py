"""Saying what a file is when it is no bundle as written: cut short, re-zipped, wrapped, a lock file, encrypted.

Nothing found here is trusted; it only names the trouble, suggests who may have sent the file, and opens a .zip that
holds exactly one bundle. The directory is read leniently, within the reader's limits.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from app.bundles import names
from app.bundles.container import CHUNK, DEFLATED, MAX_DIRECTORY, MAX_FILE, MAX_RATIO, STORED
from app.bundles.refusal import Refused
from app.progress import SILENT, Progress

_START = b"PK\3\4"
_END = b"PK\5\6"
_AGE = (b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----")
_PARTIAL = (".crdownload", ".part", ".partial", ".download", ".opdownload")
_ARCHIVES = (".zip", ".rar", ".7z")
_SYSTEM = ("desktop.ini", "thumbs.db", ".ds_store")
_MAX_WRAPPED = 200
MAX_WRAPPED_RATIO = 20
WELL_PACKED = 256 << 20
_SNIFF = 4096
_BUNDLE_START = len(_START) + 26 + len(names.MIMETYPE) + len(names.MEDIA_TYPE)


@dataclass(frozen=True, slots=True)
class Found:
    """An entry of somebody else's archive, as its directory claims."""

    name: str
    method: int
    packed: int
    size: int
    header_at: int


def starts_like_bundle(head: bytes) -> bool:
    """Whether a file begins with the entry `mimetype` and our media type, in whatever form of ZIP."""
    begin = 30 + len(names.MIMETYPE)
    return (
        head.startswith(_START)
        and head[30:begin] == names.MIMETYPE.encode()
        and names.MEDIA_TYPE in head[begin : begin + 200]
    )


def explain(path: Path, file: BinaryIO, size: int, refused: Refused) -> Refused:
    """A better name for the trouble than "not in the written form", where one can be given."""
    if refused.code not in ("bundle.foreign_form", "bundle.incomplete"):
        return refused
    head = _read(file, 0, _SNIFF)
    code = _by_name(path.name) or _by_bytes(file, size, head)
    if code == "bundle.not_a_bundle":
        try:
            wrapped_bundle(file, size)
        except Refused as several:
            return several
        code = _inner_archive(file, size) or code
    return Refused(code, refused.detail, file=path.name)


def _inner_archive(file: BinaryIO, size: int) -> str | None:
    """What to say of an archive without a bundle that holds other archives, in which one may be."""
    entries = list_entries(file, size) or []
    return "bundle.archive_inside" if any(entry.name.lower().endswith(_ARCHIVES) for entry in entries) else None


def _by_name(name: str) -> str | None:
    folded = name.casefold()
    if folded.startswith("~$"):
        return "file.office_lock"
    if folded in _SYSTEM:
        return "file.system"
    return "file.partial_download" if folded.endswith(_PARTIAL) else None


def _by_bytes(file: BinaryIO, size: int, head: bytes) -> str:
    if size == 0:
        return "file.empty"
    if head.startswith(_AGE):
        return "bundle.encrypted"
    is_ours, end = starts_like_bundle(head), _end_record(file, size)
    if end is None:
        return "bundle.incomplete" if is_ours else _unless_later(file, size, "bundle.not_a_bundle")
    entries = list_entries(file, size) or []
    if not is_ours and not any(PurePosixPath(entry.name).name == names.BUNDLE for entry in entries):
        return "bundle.not_a_bundle"
    length, at, comment = struct.unpack_from("<2LH", end[1], 12)
    is_wide = at == 0xFFFFFFFF  # ZIP64 tells the place elsewhere
    is_moved = (not is_wide and end[0] - length != at) or len(end[1]) != 22 + comment
    return "bundle.extended" if is_moved else "bundle.repacked"


def _unless_later(file: BinaryIO, size: int, code: str) -> str:
    return "bundle.extended" if _begins_later(file, size) else code


def _begins_later(file: BinaryIO, size: int) -> bool:
    """Whether our first header stands within the first megabyte, but not where the file begins."""
    begin = _read(file, 0, min(size, CHUNK))
    at = begin.find(names.MIMETYPE.encode() + names.MEDIA_TYPE)
    return at > 30 and begin[at - 30 : at - 26] == _START


def _end_record(file: BinaryIO, size: int) -> tuple[int, bytes] | None:
    """The last end record within the last 64 KiB: its place and everything from there on."""
    length = min(size, (1 << 16) + 22)
    tail = _read(file, size - length, length)
    at = tail.rfind(_END)
    return None if at < 0 or len(tail) - at < 22 else (size - length + at, tail[at:])


def list_entries(file: BinaryIO, size: int) -> list[Found] | None:
    """What the directory of any ZIP lists; None when there is no directory that can be read."""
    end = _end_record(file, size)
    if end is None:
        return None
    length, _ = struct.unpack_from("<2L", end[1], 12)
    if length > min(MAX_DIRECTORY, end[0]):
        return None
    central, found, at = _read(file, end[0] - length, length), [], 0
    while central[at : at + 4] == b"PK\1\2" and len(central) - at >= 46:
        method, packed, large, name, extra, comment, header = struct.unpack_from("<10xH8x2L3H8xL", central, at)
        raw = central[at + 46 : at + 46 + name]
        found.append(Found(raw.decode("utf-8", "replace"), method, packed, large, header))
        at += 46 + name + extra + comment
    return found or None


def claimed_bundle_json(file: BinaryIO, size: int) -> bytes | None:
    """bundle.json as it stands in a damaged or re-zipped bundle, unverified; None when it cannot be found."""
    head = _read(file, 0, _BUNDLE_START)
    if starts_like_bundle(head):
        begun = _entry_at(file, len(head), names.BUNDLE)
        if begun is not None:
            return begun
    for entry in list_entries(file, size) or []:
        if PurePosixPath(entry.name).name == names.BUNDLE and entry.size <= names.MAX_JSON:
            data = b"".join(_unpacked(file, entry, names.MAX_JSON))
            return data if len(data) == entry.size else None
    return None


def _entry_at(file: BinaryIO, at: int, name: str) -> bytes | None:
    header = _read(file, at, 30 + len(name))
    if len(header) < 30 + len(name) or not header.startswith(_START) or header[30:] != name.encode():
        return None
    method, packed, size = struct.unpack_from("<8xH8x2L", header)
    extra = int.from_bytes(header[28:30], "little")
    if packed > names.MAX_JSON or size > names.MAX_JSON:
        return None
    data = _read(file, at + len(header) + extra, packed)
    if method == DEFLATED:
        data = _inflated(data, size)
    return data if len(data) == size else None


def wrapped_bundle(file: BinaryIO, size: int) -> Found | None:
    """The one bundle inside a .zip; None when there is none. Raises `Refused("bundle.several_inside")`."""
    entries = list_entries(file, size) or []
    bundles = [entry for entry in entries[:_MAX_WRAPPED] if _is_bundle(file, entry)]
    if len(bundles) > 1:
        raise Refused("bundle.several_inside", f"{len(bundles)}", count=len(bundles))
    if not bundles:
        return None
    if bundles[0].size > _most_unpacked(bundles[0].packed):
        raise Refused("bundle.too_large", bundles[0].name[:80], limit=MAX_FILE)
    return bundles[0]


def _most_unpacked(packed: int) -> int:
    """What so many bytes of a .zip may hold: a little may be packed well, much of it is evidence, packed already."""
    return min(MAX_FILE, max(packed * MAX_WRAPPED_RATIO, min(packed * MAX_RATIO, WELL_PACKED)))


def _is_bundle(file: BinaryIO, entry: Found) -> bool:
    data_at = _data_at(file, entry)
    if data_at is None or entry.method not in (STORED, DEFLATED):
        return False
    head = _read(file, data_at, min(entry.packed, _SNIFF))
    return starts_like_bundle(_inflated(head, 200) if entry.method == DEFLATED else head)


def unwrap(file: BinaryIO, entry: Found, target: BinaryIO, progress: Progress = SILENT) -> None:
    """Writes the wrapped bundle to `target`; one that is cut short is left so, and refused when it is read."""
    for part in _unpacked(file, entry, entry.size):
        target.write(part)
        progress.step(0, entry.size)


def unwrap_start(file: BinaryIO, entry: Found) -> bytes:
    """Enough of the wrapped bundle to read its bundle.json."""
    return b"".join(_unpacked(file, entry, 2 * names.MAX_JSON))


def _unpacked(file: BinaryIO, entry: Found, most: int) -> Iterator[bytes]:
    at = _data_at(file, entry)
    if at is None or entry.method not in (STORED, DEFLATED):
        return
    inflater = zlib.decompressobj(-zlib.MAX_WBITS) if entry.method == DEFLATED else None
    left, room = entry.packed, most
    file.seek(at)
    while left and room > 0:
        part = file.read(min(CHUNK, left))
        if not part:
            return
        left -= len(part)
        while part and room > 0:
            try:
                out = inflater.decompress(part, min(CHUNK, room)) if inflater else part[:room]
            except zlib.error:
                return
            if inflater and inflater.eof:  # what stands behind the stream's end is nobody's
                yield out
                return
            rest = inflater.unconsumed_tail if inflater else b""
            part = rest if out or len(rest) < len(part) else b""  # never twice round without a step
            room -= len(out)
            yield out


def _data_at(file: BinaryIO, entry: Found) -> int | None:
    header = _read(file, entry.header_at, 30)
    if len(header) < 30 or not header.startswith(_START):
        return None
    name, extra = struct.unpack_from("<2H", header, 26)
    return int(entry.header_at + 30 + name + extra)


def _inflated(data: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, most)
    except zlib.error:
        return b""


def _read(file: BinaryIO, at: int, length: int) -> bytes:
    """Up to `length` bytes from `at`; fewer where the file ends."""
    file.seek(at)
    parts = []
    while length and (part := file.read(length)):
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
