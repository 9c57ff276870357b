"""A TrueType file reduced to what a PDF viewer draws: outlines and widths, without instructions for coarse screens.

The instructions, their programs and the font's own names are more than half of an embedded subset. A PDF needs none
of them (ISO 32000-1, 9.9: glyf, head, hhea, hmtx, loca, maxp); without them a viewer hints by itself.
"""

import itertools
import struct
from collections.abc import Iterator

from reportlab.pdfbase.ttfonts import TTFontMaker

_KEPT = ("cmap", "hhea", "hmtx", "maxp")
_LONG_OFFSETS = 50  # in head: whether loca counts bytes, not pairs of bytes
_BOX = 10  # number of contours and bounding box, before the outline itself

# flags of a component (OpenType, "glyf")
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX, _INSTRUCTIONS = 0x01, 0x08, 0x20, 0x40, 0x80, 0x100


def only(font: bytes) -> bytes:
    """The same letters with the same numbers and widths; the same font gives the same bytes."""
    tables = dict(_tables(font))
    glyphs = [_bare(glyph) for glyph in _glyphs(tables)]
    places = [0]
    for glyph in glyphs:
        places.append(places[-1] + len(glyph))
    maker = TTFontMaker()
    for tag in _KEPT:
        maker.add(tag, tables[tag])
    head = tables["head"]
    maker.add("head", head[:_LONG_OFFSETS] + struct.pack(">H", 1) + head[_LONG_OFFSETS + 2 :])
    maker.add("glyf", b"".join(glyphs))
    maker.add("loca", struct.pack(f">{len(places)}L", *places))
    return bytes(maker.makeStream())


def _tables(font: bytes) -> Iterator[tuple[str, bytes]]:
    (count,) = struct.unpack_from(">H", font, 4)
    for at in range(count):
        tag, _, start, length = struct.unpack_from(">4sLLL", font, 12 + 16 * at)
        yield tag.decode("ascii"), bytes(font[start : start + length])


def _glyphs(tables: dict[str, bytes]) -> Iterator[bytes]:
    (is_long,) = struct.unpack_from(">H", tables["head"], _LONG_OFFSETS)
    loca = tables["loca"]
    if is_long:
        places = struct.unpack(f">{len(loca) // 4}L", loca)
    else:
        places = tuple(2 * pair for pair in struct.unpack(f">{len(loca) // 2}H", loca))
    for start, end in itertools.pairwise(places):
        yield tables["glyf"][start:end]


def _bare(glyph: bytes) -> bytes:
    """One glyph without instructions, filled up to an even length."""
    if not glyph:
        return glyph
    (contours,) = struct.unpack_from(">h", glyph)
    if contours < 0:
        bare = _composite(glyph)
    else:
        at = _BOX + 2 * contours
        (length,) = struct.unpack_from(">H", glyph, at)
        bare = glyph[:at] + b"\0\0" + glyph[at + 2 + length :]
    return bare + b"\0" * (len(bare) % 2)


def _composite(glyph: bytes) -> bytes:
    """A letter made of others (ế is e and two marks): its components, none announcing instructions."""
    bare, at, flags = bytearray(glyph), _BOX, _MORE
    while flags & _MORE:
        (flags,) = struct.unpack_from(">H", glyph, at)
        struct.pack_into(">H", bare, at, flags & ~_INSTRUCTIONS)
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
    return bytes(bare[:at])
