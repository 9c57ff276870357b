"""What opening a PDF and reading all its objects would cost, told before anybody does: a few bytes may stand for many.

Each value of a list is kept in more than a hundred bytes of memory, each entry of a table in some fifty. Whatever may
become one is counted beforehand, in the file as it stands and in the streams that hold further objects or tables.
"""

import re
import zlib

from pikepdf import Array, Name, Pdf, Stream

from app.bundles.container import CHUNK

MAX_MARKS = 600_000  # blanks and brackets, one for each value; every twentieth byte of what is packed looks like one
MAX_ENTRIES = 60_000  # of all tables
MAX_TABLES = 32  # that are streams
MAX_HELD = 8 << 20  # bytes, unpacked, of all streams that hold objects
_NEAR = 4096

_MARKS = bytes.maketrans(b"\0\t\n\f\r/[]<>(){}", b" " * 14)
_STRING = re.compile(rb"\((?:\\.|[^\\()])*\)", re.DOTALL)


def _name(plain: str) -> bytes:
    """A pattern for a name, whose letters may be written as numbers."""
    letters = (f"(?:{letter}|#(?i:{ord(letter):02x}))" for letter in plain)
    return f"/{''.join(letters)}(?![^\\s\\0/\\[\\]<>(){{}}%])".encode("ascii")


_TABLE = re.compile(_name("XRef"))
_RANGES, _RANGE = re.compile(_name("Index")), re.compile(_name("Index") + rb"\s*\[([\d\s]*)\]")
_SIZES, _SIZE = re.compile(_name("Size")), re.compile(_name("Size") + rb"\s*(\d{1,10})(?![^\s/>])")


def marks(data: bytes) -> int:
    """How many blanks and brackets there are."""
    pieces = (data[at : at + CHUNK] for at in range(0, len(data), CHUNK))
    return sum(piece.translate(_MARKS).count(b" ") for piece in pieces)


def check_cost(data: bytes) -> None:
    """What can be told of the file as it stands; raises `ValueError` for one that may cost too much to open."""
    if marks(data) > MAX_MARKS:
        raise ValueError("values")
    tables = [_entries(data, hit) for hit in _TABLE.finditer(data)]
    if len(tables) > MAX_TABLES or sum(tables) > MAX_ENTRIES:
        raise ValueError("tables")


def check_held(pdf: Pdf, data: bytes) -> None:
    """The same of what the streams hold that hold objects, before any object is read out of them."""
    left, room = MAX_MARKS - marks(data), MAX_HELD
    table = pdf.get_xref_table()
    if len(table) > MAX_ENTRIES:
        raise ValueError("objects")
    for number in sorted({entry.obj_stream_number or 0 for entry in table.values() if entry.type == 2}):
        held = _unpacked(pdf.get_object(number, 0), room)
        room, left = room - len(held), left - marks(held)
        if room <= 0 or left < 0:
            raise ValueError("values")


def _entries(data: bytes, hit: re.Match[bytes]) -> int:
    """How many entries the table has whose kind was found; `ValueError` where its head is written in a strange way."""
    begin = data.rfind(b"obj", max(0, hit.start() - _NEAR), hit.start())
    end = data.find(b"stream", hit.end(), hit.end() + _NEAR)
    head = data[begin:end] if 0 <= begin < end else b"("
    while (plain := _STRING.sub(b" ", head)) != head:  # strings in strings
        head = plain
    ranges, sizes = _RANGE.findall(head), _SIZE.findall(head)
    is_plain = b"(" not in head and b"%" not in head and len(_RANGES.findall(head)) == len(ranges)
    if not is_plain or not sizes or len(_SIZES.findall(head)) != len(sizes):
        raise ValueError("a table of another form")
    if ranges:
        return sum(int(number) for told in ranges for number in told.split()[1::2])
    return max(map(int, sizes))


def _unpacked(held: object, most: int) -> bytes:
    """A stream of objects; `ValueError` for another form or more bytes than `most`."""
    if not isinstance(held, Stream) or "/DecodeParms" in held:
        raise ValueError("a stream of objects of another form")
    raw = held.read_raw_bytes()
    if "/Filter" not in held:
        return raw
    if held["/Filter"] not in (Name.FlateDecode, Array([Name.FlateDecode])):
        raise ValueError("a stream of objects of another form")
    try:
        return zlib.decompressobj().decompress(raw, most)
    except zlib.error as error:
        raise ValueError("a stream of objects that does not unpack") from error
