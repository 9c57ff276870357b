"""What it would cost to show a PDF, told before anybody tries.

pdfium reads a page whole before it can be stopped, and a few nested drawings that use each other ten times make it
read for years. Here every use is counted, without drawing anything.
"""

import base64
import hashlib
import io
import re
import zlib
from collections import deque
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream

from app.bundles.refusal import Refused
from app.bundles.report_pdf import MAX_OBJECTS, MAX_PAGES, UNREADABLE

MAX_CONTENT = 16 << 20  # bytes of one content stream
MAX_ODD = 1 << 14  # bytes of a stream packed by other means than usual
MAX_UNPACKED = 48 << 20  # bytes of all streams, each once
MAX_READ = 256 << 20  # bytes of all content streams, each use counted
MAX_IMAGE = 64_000_000  # pixels of one image
MAX_IMAGES = 256_000_000  # pixels of all images, each counted once
MAX_NOTES = 10_000
CLIP_BYTES = 256  # that one entry of one list of clips weighs
_FEW_CLIPS, _MOST_SIGNS = 50, 200_000
_USE = re.compile(rb"(?<![^\s\]>)])(?:Do|scn|SCN|gs|sh)(?![^\s/\[<(%])")
_TEXT_USE = re.compile(rb"Tj|TJ|'|\"")
_CLIP = re.compile(rb"(?<![^\s\]>)])W\*?(?![^\s/\[<(%])")
_STATE = re.compile(rb"\\.|[()%]|(?<![^\s\]>)])(?:q|Q|W\*?|BI)(?![^\s/\[<(%])", re.DOTALL)
_END_OF_LINE = re.compile(rb"[\r\n]")

_found_light: deque[bytes] = deque(maxlen=16)  # digests: a paper is opened several times


def check_weight(data: bytes) -> None:
    """Raises `Refused("report.unreadable")` for a PDF that would take too long or too much to show."""
    digest = hashlib.sha256(data).digest()
    if digest in _found_light:
        return
    try:
        with Pdf.open(io.BytesIO(data), attempt_recovery=False, suppress_warnings=True) as pdf:
            if len(pdf.objects) > MAX_OBJECTS or len(pdf.pages) > MAX_PAGES:
                raise Refused("report.unreadable", "objects or pages")
            _check_unpacked(pdf)
            _Scale().weigh(pdf)
    except (*UNREADABLE, RecursionError, zlib.error) as error:
        if isinstance(error, Refused):
            raise
        raise Refused("report.unreadable", type(error).__name__) from error
    _found_light.append(digest)


class _Scale:
    def __init__(self) -> None:
        self._known: dict[tuple[int, int], int] = {}
        self._open: set[tuple[int, int]] = set()
        self._pixels = 0

    def weigh(self, pdf: Pdf) -> None:
        """Every page with what is drawn over it."""
        total = notes = 0
        for page in pdf.pages:
            resources = page.obj.get("/Resources") or _inherited(page.obj)
            total += self._drawn(_streams(page.obj.get("/Contents")), resources)
            for note in page.obj.get("/Annots", Array()):
                notes += 1
                shown = note.get("/AP", Dictionary())
                total += sum(self._form(each) for each in _appearances(shown))
                if total > MAX_READ or notes > MAX_NOTES:
                    raise ValueError("too much to show")
            if total > MAX_READ:
                raise ValueError("too much to show")

    def _drawn(self, contents: list[Any], resources: Any) -> int:
        """Bytes read to draw `contents`: their own, and those of what they use, each time it is used."""
        length = uses = letters = 0
        read = []
        for each in contents:
            data = _content(each)
            length += len(data)
            uses += len(_USE.findall(data))
            letters += len(data) if _TEXT_USE.search(data) else 0
            read.append(data)
        if length > MAX_CONTENT:
            raise ValueError("content streams")
        length += _clips(b"\n".join(read)) * CLIP_BYTES
        if not isinstance(resources, Dictionary):
            if uses:  # of whatever the page has that shows it: not to be told from here
                raise ValueError("a drawing that uses what it does not have")
            return length
        heaviest = max((self._form(each) for each in self._used(resources)), default=0)
        glyphs = max((self._glyphs(font) for font in _values(resources, "/Font")), default=0)
        found = length + uses * heaviest + letters * glyphs
        if found > MAX_READ:
            raise ValueError("too much to show")
        return found

    def _used(self, resources: Dictionary) -> list[Any]:
        found = [each for kind in ("/XObject", "/Pattern") for each in _values(resources, kind)]
        masks = [state.get("/SMask") for state in _values(resources, "/ExtGState") if isinstance(state, Dictionary)]
        found += [mask["/G"] for mask in masks if isinstance(mask, Dictionary) and "/G" in mask]
        return [each for each in found if isinstance(each, Stream)]

    def _glyphs(self, font: Any) -> int:
        """The heaviest letter of a font whose letters are drawings themselves."""
        if not isinstance(font, Dictionary) or font.get("/Subtype") != Name.Type3:
            return 0
        return max((self._form(each) for each in _values(font, "/CharProcs")), default=0)

    def _form(self, each: Any) -> int:
        if not isinstance(each, Stream):
            return 0
        key = each.objgen
        if key in self._known:
            return self._known[key]
        if key in self._open:
            raise ValueError("a drawing that uses itself")
        self._open.add(key)
        if each.get("/Subtype") == Name.Image:
            pixels = int(each.get("/Width", 0)) * int(each.get("/Height", 0))
            self._pixels += pixels
            if pixels > MAX_IMAGE or self._pixels > MAX_IMAGES:
                raise ValueError("images")
            found = 1 + self._form(each.get("/SMask"))
        else:
            found = 1 + self._drawn([each], each.get("/Resources"))
        self._open.discard(key)
        self._known[key] = found
        return found


def _clips(data: bytes) -> int:
    """Entries of all the lists of clips kept while this is drawn: each new clip copies those that hold already.

    Where a picture stands in the text itself its bytes could hide what gives clips up: all are taken to hold.
    """
    number = len(_CLIP.findall(data))
    if number <= _FEW_CLIPS:
        return number * number
    holding, kept, total, depth, after = 0, [], 0, 0, 0
    for seen, hit in enumerate(_STATE.finditer(data)):
        sign = hit[0]
        if seen > _MOST_SIGNS:
            return number * number
        if hit.start() < after:  # in a comment
            continue
        if sign in b"()":
            depth = max(depth + (1 if sign == b"(" else -1), 0)
        elif depth or sign[:1] == b"\\":
            continue
        elif sign == b"%":
            end = _END_OF_LINE.search(data, hit.end())
            after = end.start() if end is not None else len(data)
        elif sign == b"q":
            kept.append(holding)
        elif sign == b"Q":
            holding = kept.pop() if kept else holding
        elif sign == b"BI":
            return number * number
        else:
            holding += 1
            total += holding
    return total


def _inherited(page: Any) -> Any:
    """Resources of a page that has them from the tree above it."""
    above = page.get("/Parent")
    for _ in range(64):
        if not isinstance(above, Dictionary):
            return None
        if "/Resources" in above:
            return above["/Resources"]
        above = above.get("/Parent")
    return None


def _streams(contents: Any) -> list[Any]:
    if isinstance(contents, Stream):
        return [contents]
    return [each for each in contents if isinstance(each, Stream)] if isinstance(contents, Array) else []


def _values(held: Any, name: str) -> list[Any]:
    found = held.get(name)
    return [value for _, value in found.items()] if isinstance(found, Dictionary) else []


def _appearances(shown: Any) -> list[Any]:
    """The pictures of an annotation, one or by state."""
    found: list[Any] = []
    for _, each in shown.items():
        found += [each] if isinstance(each, Stream) else [state for _, state in each.items()]
    return found


def _content(stream: Any) -> bytes:
    """Unpacked, at most `MAX_CONTENT` bytes; `ValueError` for more, or packed in a way whose size can't be bounded."""
    data = bytes(stream.read_raw_bytes())
    filters = stream.get("/Filter", Array())
    for each in filters if isinstance(filters, Array) else [filters]:
        if each == Name.FlateDecode:
            data = zlib.decompressobj().decompress(data, MAX_CONTENT + 1)
        elif each == Name.ASCII85Decode:
            data = base64.a85decode(data.strip().removeprefix(b"<~").partition(b"~")[0])
        elif each == Name.ASCIIHexDecode:
            data = bytes.fromhex(data.partition(b">")[0].decode("latin-1"))
        elif len(data) > MAX_ODD:
            raise ValueError("packed in a way of its own")
        if len(data) > MAX_CONTENT:
            raise ValueError("content stream")
    return data


def _check_unpacked(pdf: Pdf) -> None:
    """What is read whole beside the drawings: fonts, their tables, colours. Embedded files and pictures are not."""
    room = MAX_UNPACKED
    for each in pdf.objects:
        if isinstance(each, Stream) and each.get("/Subtype") != Name.Image and each.get("/Type") != Name.EmbeddedFile:
            room -= len(_content(each))
            if room < 0:
                raise ValueError("streams")
