"""A PDF as the row of revisions it was written in: what each signature covers, what is hidden or active inside.

An incremental update leaves the earlier bytes as they were (ISO 32000-1, 7.5.6): everything up to an earlier
`%%EOF` is an earlier revision. The first of ours are the frozen bytes; a program that wrote the file anew left one.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from app.bundles.names import MAX_REPORT
from app.bundles.people.found import Box
from app.bundles.refusal import Refused
from app.bundles.report_pdf import MAX_FIELDS, MAX_OBJECTS, MAX_PAGES, UNREADABLE

PRODUCER = "Thước Số"  # as our papers name it
MAX_REVISIONS = 64
MAX_SIGNATURES = 32
MAX_CONTENTS = 256 << 10  # bytes of one signature with its certificates
_MAX_VISITED = 2_000_000

_END = re.compile(rb"startxref[\r\n\t ]+([0-9]{1,10})[\r\n\t ]+%%EOF(?:\r\n|\n|\r)?")
_DATE = re.compile(r"D:([0-9]{14})(?:Z(?:00'?(?:00'?)?)?|([+-][0-9]{2})'?(?:([0-9]{2})'?)?)?")
_ROOM = b"\0\t\n\f\r "
_SCRIPTS = {"/JavaScript", "/Rendition", "/GoTo3DView"}
_REACHES_OUT = {"/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/GoToR", "/Movie", "/Sound", "/RichMedia"}


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature as it stands in the file: `contents` is the CMS, `content` what it was made over.

    `page` counts from 1 and is 0 for a signature without a place; `covered` is the length of the revision it closes,
    None when its byte range does not cover one revision whole (it proves nothing then).
    """

    field: str
    kind: str  # SubFilter
    contents: bytes
    byte_range: tuple[int, ...]
    page: int
    box: Box
    covered: int | None
    is_timestamp: bool
    claimed_at: datetime | None = None  # entry M, where PAdES has the signing time


@dataclass(frozen=True, slots=True)
class Revisions:
    """A PDF taken apart. `ends` are the lengths of its revisions, the last being the whole file."""

    data: bytes
    ends: tuple[int, ...]
    signatures: tuple[Signed, ...]
    removed: tuple[str, ...]  # fields whose signature a later revision took away or changed
    active: tuple[str, ...]  # findings: "script", "launch", "form", "layers", "layers_hidden"

    @property
    def first(self) -> bytes:
        """The first revision: of ours, the frozen bytes."""
        return self.data[: self.ends[0]]

    @property
    def first_signed(self) -> bytes:
        """What the first signature covers; the whole file when nothing is signed."""
        covered = [each.covered for each in self.signatures if each.covered is not None]
        return self.data[: min(covered, default=len(self.data))]

    def content(self, signature: Signed) -> Iterator[bytes]:
        """The bytes a signature was made over."""
        _, first, second, length = signature.byte_range
        yield self.data[:first]
        yield self.data[second : second + length]


def read_revisions(data: bytes) -> Revisions:
    """Take a PDF apart; raises `Refused("report.unreadable")` for one that is damaged or beyond the limits."""
    if len(data) > MAX_REPORT:
        raise Refused("report.unreadable", f"{len(data)} bytes")
    tables = _ends(data)
    ends = list(tables)
    found: list[tuple[int, tuple[Signed, ...]]] = []
    for end in ends[:-1]:
        signatures = _signatures_of_revision(data[:end], ends)
        if signatures is not None:
            found.append((end, signatures))
    try:
        with _open(data) as pdf:
            last = _signatures(pdf, data, ends)
            active, held = _active(pdf)
    except UNREADABLE as error:
        raise Refused("report.unreadable", type(error).__name__) from error
    kept = {(each.field, each.byte_range, each.contents) for each in last}
    removed = {
        each.field
        for _, signatures in found
        for each in signatures
        if (each.field, each.byte_range, each.contents) not in kept
    }
    sound = (*(end for end, _ in found), len(data))
    if any(tables[end] < before for before, end in pairwise(sound)):
        raise Refused("report.unreadable", "a revision without a table of its own")
    if held > len(last):
        removed.add("?")  # a signature that no field shows any more
    whole = [each if each.covered in sound else replace(each, covered=None) for each in last]
    by_age = sorted(whole, key=lambda each: (each.covered or len(data), each.byte_range))
    return Revisions(data, sound, tuple(by_age), tuple(sorted(removed)), tuple(sorted(active)))


def field_box(data: bytes, name: str) -> tuple[int, Box] | None:
    """Page (from 0) and box of the one widget of the form field `name`; None unless there is exactly one."""
    try:
        with _open(data) as pdf:
            boxes = [
                (page, _box(note))
                for page, each in enumerate(pdf.pages)
                for note in each.get("/Annots", Array())
                if str(note.get("/T", "")) == name and note.get("/FT") == Name.Sig
            ]
    except UNREADABLE:
        return None
    return boxes[0] if len(boxes) == 1 else None


def notes(data: bytes) -> list[tuple[int, Box, str]]:
    """Page (from 0), box and kind of every annotation that has a place; raises `Refused("report.unreadable")`."""
    try:
        with _open(data) as pdf:
            found = [
                (page, _box(note), str(note.get("/Subtype", "")))
                for page, each in enumerate(pdf.pages)
                for note in each.get("/Annots", Array())
            ]
    except UNREADABLE as error:
        raise Refused("report.unreadable", type(error).__name__) from error
    return [each for each in found if each[1][0] < each[1][2] and each[1][1] < each[1][3]]


def is_of_ours(data: bytes) -> bool:
    """Whether the PDF says that this program made it: a claim, good enough to tell whether another wrote it anew."""
    try:
        with _open(data) as pdf:
            return str(pdf.docinfo.get("/Producer", "")) == PRODUCER
    except UNREADABLE:
        return False


# Revisions ------------------------------------------------------------------------------------------------------


def _ends(data: bytes) -> dict[int, int]:
    """Where a revision may end, and where its table begins; the last is the end of the file, which must be one."""
    found = {match.end(): int(match[1]) for match in _END.finditer(data)}
    if not found or data[max(found) :].strip(_ROOM):
        raise Refused("report.unreadable", "bytes behind the last revision")
    if len(found) > MAX_REVISIONS:
        raise Refused("report.unreadable", f"{len(found)} revisions")
    _, table = found.popitem()
    return {**found, len(data): table}


def _open(data: bytes) -> Pdf:
    pdf = Pdf.open(io.BytesIO(data), attempt_recovery=False, suppress_warnings=True)
    if pdf.is_encrypted or len(pdf.objects) > MAX_OBJECTS or len(pdf.pages) > MAX_PAGES:
        raise ValueError("encrypted, or too many objects or pages")
    return pdf


def _signatures_of_revision(data: bytes, ends: list[int]) -> tuple[Signed, ...] | None:
    """None for bytes that only look like the end of a revision."""
    try:
        with _open(data) as pdf:
            return _signatures(pdf, data, ends)
    except UNREADABLE:
        return None


# Signatures -----------------------------------------------------------------------------------------------------


def _signatures(pdf: Pdf, data: bytes, ends: list[int]) -> tuple[Signed, ...]:
    places = _places(pdf)
    found = [
        _signed(name, field, places, data, ends)
        for name, field in _fields(pdf)
        if isinstance(field.get("/V"), Dictionary)
    ]
    if len(found) > MAX_SIGNATURES:
        raise ValueError("too many signatures")
    return tuple(found)


def _fields(pdf: Pdf) -> Iterator[tuple[str, Any]]:
    """Every signature field with its full name."""
    form = pdf.Root.get("/AcroForm")
    waiting = [("", field) for field in form.get("/Fields", Array())] if isinstance(form, Dictionary) else []
    seen = 0
    while waiting:
        above, field = waiting.pop(0)
        seen += 1
        if seen > MAX_FIELDS:
            raise ValueError("too many form fields")
        name = ".".join(part for part in (above, str(field.get("/T", ""))) if part)
        if field.get("/FT") == Name.Sig:
            yield name, field
        waiting += [(name, kid) for kid in field.get("/Kids", Array())]


def _places(pdf: Pdf) -> dict[tuple[int, int], int]:
    """The page, counted from 1, on which each annotation stands."""
    return {
        note.objgen: number
        for number, page in enumerate(pdf.pages, 1)
        for note in page.get("/Annots", Array())
        if note.objgen != (0, 0)
    }


def _signed(name: str, field: Any, places: dict[tuple[int, int], int], data: bytes, ends: list[int]) -> Signed:
    value = field["/V"]
    widget = field if "/Rect" in field else next(iter(field.get("/Kids", Array())), field)
    box = _box(widget)
    has_place = box[0] < box[2] and box[1] < box[3]
    held = value.get("/Contents")
    contents = bytes(held) if isinstance(held, String) else b""  # bytes(9) would be nine of them
    given = tuple(int(each) for each in value.get("/ByteRange", Array()))
    return Signed(
        field=name,
        kind=str(value.get("/SubFilter", "")).lstrip("/"),
        contents=contents,
        byte_range=given,
        page=places.get(widget.objgen, 0) if has_place else 0,
        box=box,
        covered=_covered(given, contents, data, ends),
        claimed_at=_date(str(value.get("/M", ""))),
        is_timestamp=value.get("/Type") == Name.DocTimeStamp or value.get("/SubFilter") == Name("/ETSI.RFC3161"),
    )


def _date(written: str) -> datetime | None:
    """ "D:20261114093005+07'00'" (ISO 32000-1, 7.9.4) as a moment; one without a zone is Vietnam's.

    None for anything else.
    """
    found = _DATE.fullmatch(written)
    if found is None:
        return None
    digits, zone, minutes = found.groups()
    offset = f"{zone}{minutes or '00'}" if zone else "+0000" if "Z" in written else "+0700"
    try:
        return datetime.strptime(f"{digits}{offset}", "%Y%m%d%H%M%S%z")
    except ValueError:
        return None


def _covered(given: tuple[int, ...], contents: bytes, data: bytes, ends: list[int]) -> int | None:
    """Everything of one revision but the signature's own hexadecimal digits."""
    if len(given) != 4 or len(contents) > MAX_CONTENTS:
        return None
    start, first, second, length = given
    end = second + length
    if start != 0 or not 0 < first < second < end <= len(data):
        return None
    digits = contents.hex()
    is_own = data[first:second] in (f"<{digits}>".encode(), f"<{digits.upper()}>".encode())
    closes = next((each for each in ends if end <= each <= end + 2 and not data[end:each].strip(_ROOM)), None)
    return closes if is_own else None


def _box(note: Any) -> Box:
    sides = [float(each) for each in note.get("/Rect", Array())]
    if len(sides) != 4:
        return 0.0, 0.0, 0.0, 0.0
    return min(sides[0], sides[2]), min(sides[1], sides[3]), max(sides[0], sides[2]), max(sides[1], sides[3])


# What is hidden or active ---------------------------------------------------------------------------------------


def _active(pdf: Pdf) -> tuple[set[str], int]:
    """What may show itself otherwise to somebody else: scripts, actions that reach out, XFA forms, layers.

    And how many signatures there are, whether a field shows them or not.
    """
    found: set[str] = set()
    visited = held = 0
    for each in pdf.objects:
        waiting = [each]
        while waiting:
            item = waiting.pop()
            visited += 1
            if visited > _MAX_VISITED:
                raise ValueError("too many values")
            if isinstance(item, Array):
                waiting += [inner for inner in item.as_list() if _is_direct(inner)]
            elif isinstance(item, Dictionary | Stream):
                found |= _findings(item)
                held += "/ByteRange" in item
                waiting += [inner for _, inner in item.items() if _is_direct(inner)]
    layers = pdf.Root.get("/OCProperties")
    if "layers" in found or layers is not None:
        found |= {"layers"} | ({"layers_hidden"} if _hides(layers) else set())
    return found, held


def _is_direct(item: Any) -> bool:
    return isinstance(item, Array | Dictionary) and not item.is_indirect


def _findings(item: Any) -> set[str]:
    found = set()
    action = str(item["/S"]) if isinstance(item.get("/S"), Name) else ""
    if action in _SCRIPTS or "/JS" in item:
        found.add("script")
    if action in _REACHES_OUT or str(item.get("/Subtype", "")) in _REACHES_OUT:
        found.add("launch")
    if "/XFA" in item:
        found.add("form")
    if str(item.get("/Type", "")) in ("/OCG", "/OCMD"):
        found.add("layers")
    return found


def _hides(layers: Any) -> bool:
    """Whether some layer is not shown, or not to everybody, as the paper opens."""
    if not isinstance(layers, Dictionary) or len(layers.get("/Configs", Array())):
        return True
    shown = layers.get("/D", Dictionary())
    groups = layers.get("/OCGs", Array())
    is_plain = shown.get("/BaseState", Name.ON) == Name.ON and not len(shown.get("/OFF", Array()))
    return not is_plain or "/AS" in shown or any("/Usage" in group for group in groups)
