"""Chance at work inside one entry: JSON values and writings, XML, CMS, and the objects of a PDF."""

import io
import json
import re
import zlib
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from app.bundles import names
from app.bundles.manifest import sha256
from app.domain import canonical
from app.errors import AppError
from tests.app.bundles.cms_faults import REFUSED, Forger, curve_key
from tests.app.bundles.pdf_faults import updated

Entries = list[tuple[str, bytes]]
TEXTS = (
    "",
    "x" * 3_000,
    "e\u0302\u0301",
    "\u202egpj.exe",
    "../../x",
    "=1+1",
    "1/0",
    "-1/3",
    "0",
    "-0",
    "1e999",
    "９",
    "\0",
)
TEXTS += ("9" * 400, "1,5", "0x1F", "ab" * 32, "AB" * 32, "2026-02-30", "yes", "not_applicable", "nan", "1.1", "\ud7ff")
VALUES: tuple[Any, ...] = (*TEXTS, None, True, False, 0, -1, 1, 2**53 - 1, 2**53, 2**63, 10**30, [], {}, [[]], {"x": 1})
WRITINGS = (
    b"1.5",
    b"1e5",
    b"NaN",
    b"-0",
    b"00",
    b'"\\u0061"',
    b'"\\ud800"',
    b"[" * 70 + b"]" * 70,
    b"9" * 5_000,
    b"\xff",
)


def canonical_like(value: Any) -> bytes:
    """Written as canonical JSON is, whatever the value."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def json_mutant(chance: Random, data: bytes) -> bytes:
    """Some values changed, or the writing of one."""
    if chance.random() < 0.25:
        return other_writing(chance, data)
    value = json.loads(data)
    for _change in range(chance.choice((1, 1, 1, 2, 4))):
        value = change_somewhere(chance, value)
    return canonical_like(value)


def other_writing(chance: Random, data: bytes) -> bytes:
    at = chance.randrange(len(data))
    begin = max(data.rfind(b":", 0, at), 0) + 1
    end = min(each for each in (data.find(b",", begin), data.find(b"}", begin), len(data)) if each >= 0)
    raw = chance.choice(WRITINGS)
    return chance.choice(
        (
            data[:begin] + raw + data[end:],
            data[:begin] + b" " + data[begin:],
            b"\xef\xbb\xbf" + data,
            data + b"\n",
            data.replace(b"{", b'{"a":1,"a":2,', 1),
            b"[" * 200_000,
            data[: at + 1],
        )
    )


def change_somewhere(chance: Random, value: Any) -> Any:
    """One value inside `value` replaced, dropped, doubled, or moved."""
    held, key = _place(chance, value)
    if held is None:
        return chance.choice(VALUES)
    other = _place(chance, value)
    match chance.randrange(5):
        case 0:
            del held[key]
        case 1 if isinstance(held, list):
            held.extend([held[key]] * chance.choice((1, 50)))
        case 2 if isinstance(held, dict):
            held[chance.choice(("", "surprise", "e\u0301", key + "x"))] = held[key]
        case 3 if other[0] is not None and not isinstance(held[key], (dict, list)):
            other[0][other[1]] = held[key]
        case _:
            held[key] = chance.choice(VALUES)
    return value


def _place(chance: Random, value: Any) -> tuple[Any, Any]:
    """A container inside `value` and one of its keys; (None, None) where there is none."""
    held, key, found = None, None, value
    while isinstance(found, (dict, list)) and found:
        held, key = found, chance.choice(list(found) if isinstance(found, dict) else range(len(found)))
        found = held[key]
        if chance.random() < 0.25:
            break
    return held, key


def relisted(entries: Entries, *, with_frameworks: bool) -> Entries:
    """bundle.json tells the sizes (and the digest of the one framework) that the entries have now."""
    found = dict(entries)
    head = json.loads(found[names.BUNDLE])
    for listed in head["entries"]:
        if listed["name"] in found:
            listed["size"] = len(found[listed["name"]])
    if with_frameworks and names.FRAMEWORK in found and len(head["frameworks"]) == 1:
        head["frameworks"][0]["digest"] = sha256(found[names.FRAMEWORK])
    try:
        made = canonical.encode(head)
    except AppError:
        made = canonical_like(head)
    return [(name, made if name == names.BUNDLE else data) for name, data in entries]


def xml_mutant(chance: Random, xml: bytes) -> bytes:
    at = chance.randrange(len(xml))
    changes: tuple[Callable[[], bytes], ...] = (
        lambda: xml.replace(b"?>\n", b'?>\n<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n'),
        lambda: xml.replace(b"?>\n", b'?>\n<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + b"&a;" * 50 + b'">]>\n'),
        lambda: xml.replace(b"><", b">\n<", 1),
        lambda: xml.replace(b"<ds:DigestValue>", b"<ds:DigestValue> ", 1),
        lambda: xml[:at] + b"<!-- x -->" + xml[at:],
        lambda: xml.decode().encode("utf-16"),
        lambda: xml.replace(b'URI="', b'URI="./', 1),
        lambda: xml + xml,
        lambda: xml[:at],
        lambda: xml[:at] + bytes([chance.randrange(256)]) + xml[at + 1 :],
        lambda: xml.replace(b"sha256", b"sha1"),
        lambda: b"<a>" * 50_000,
    )
    return chance.choice(changes)() or b"<"


def cms_mutant(chance: Random, seal: bytes, content: bytes) -> bytes:
    data = bytearray(seal)
    at = chance.randrange(len(data))
    match chance.randrange(6):
        case 0:
            data[at] ^= 1 << chance.randrange(8)
        case 1:
            data[at : at + 1] = bytes(chance.choice(((0x80,), (0x84, 0xFF, 0xFF, 0xFF, 0xFF), (0x30, 0x80), ())))
        case 2:
            end = chance.randrange(at, len(data) + 1)
            data[at:end] = data[at:end] * 2
        case 3:
            return REFUSED[chance.choice(list(REFUSED))][0](content) or b"0"
        case 4:
            return Forger(content, curve_key(chance.randrange(30, 60))).dump()  # somebody's own, in order
        case _:
            data = bytearray(b"\x30\x80" * chance.choice((10, 3_000, 30_000)))
    return bytes(data) or b"0"


def pdf_mutant(chance: Random, pdf: bytes) -> bytes:
    most = max(16, *(int(size) for size in re.findall(rb"/Size (\d{1,5})\b", pdf)))
    signatures = [found.span(1) for found in re.finditer(rb"/Contents ?<([0-9a-fA-F]{200,})>", pdf)]
    if signatures and chance.random() < 0.3:
        return _other_signature(chance, pdf, chance.choice(signatures))
    match chance.randrange(5):
        case 0:
            data = bytearray(pdf)
            for _byte in range(chance.choice((1, 4, 30))):
                data[chance.randrange(len(data))] = chance.randrange(256)
            return bytes(data)
        case 1 | 2:
            numbers = {chance.randrange(1, most): _body(chance) for _object in range(chance.choice((1, 1, 3)))}
            told = chance.choice((b"", b"", b"/Size 99 /Root 1 0 R", b"/Size 99 /Root %d 0 R /Prev 9" % min(numbers)))
            return updated(pdf, numbers, told)
        case 3:
            at = chance.randrange(len(pdf))
            return chance.choice((pdf[:at], pdf + pdf, b"MZ" + pdf, pdf + b"\n%%EOF\n", pdf[:at] + pdf))
        case _:
            return _other_objects(chance, pdf)


def _other_signature(chance: Random, pdf: bytes, span: tuple[int, int]) -> bytes:
    """The CMS of a person's signature, or what it covers, changed in place: every offset stays."""
    begin, end = span
    held = bytes.fromhex(pdf[begin:end].decode())
    der = cms_mutant(chance, held.rstrip(b"\0") or b"\0", pdf[:100])
    made = pdf[:begin] + der[: len(held)].ljust(len(held), b"\0").hex().encode() + pdf[end:]
    ranges = [found.span(1) for found in re.finditer(rb"/ByteRange ?\[([ 0-9]+)\]", made)]
    if ranges and chance.random() < 0.3:
        at, to = chance.choice(ranges)
        numbers = (b"0 1 2 3", b"0 99999999999 1 1", b"-1 0 0 0", b"0 0 0 0", b"0", b"0 9 5 9 20 1")
        made = made[:at] + chance.choice(numbers)[: to - at].ljust(to - at) + made[to:]
    return made


@cache
def _zeros(size: int) -> bytes:
    return zlib.compress(bytes(size), 9)


def _body(chance: Random) -> bytes:
    packed = _zeros(chance.choice((10, 1 << 20, 70 << 20)))
    number = chance.randrange(1, 16)
    bodies = (
        b"<< /Type /Catalog /Pages %d 0 R >>" % number,
        b"<< /Type /Pages /Count 9999999 /Kids [ %d 0 R %d 0 R ] >>" % (number, number),
        b"<< /Type /Pages /Count 1 /Kids [ 2 0 R ] >>",
        b"<< /Type /EmbeddedFile /Length 2 >>\nstream\n{}\nendstream",
        b"<< /Type /Filespec /F (manifest.json) /UF (manifest.json) /EF << /F %d 0 R >> >>" % number,
        b"<< /Names [ (manifest.json) %d 0 R (manifest.json) %d 0 R ] >>" % (number, number),
        b"<< /Fields [ %d 0 R ] /Kids [ %d 0 R ] /FT /Sig /V 1 0 R >>" % (number, number),
        b"<< /Type /ObjStm /N 9 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
        % (len(packed), packed),
        b"[" * chance.choice((3, 600, 100_000)),
        b"<< /S /JavaScript /JS (app.alert(1)) >>",
        b"%d 0 R" % number,
        b"null",
    )
    return chance.choice(bodies)


def _other_objects(chance: Random, pdf: bytes) -> bytes:
    """Keys of objects dropped, set to other values or to each other."""
    with Pdf.open(io.BytesIO(pdf)) as opened:
        found = [each for each in opened.objects if isinstance(each, Dictionary | pikepdf.Stream)]
        for _change in range(chance.choice((1, 1, 3))):
            held = chance.choice(found)
            keys = [key for key in held.keys() if key != "/Length"]  # noqa: SIM118 - no plain dict
            if not keys:
                continue
            key = chance.choice(keys)
            values = (None, 0, -1, 2**31, Array([]), Dictionary(), Name.XML, pikepdf.String("x"), chance.choice(found))
            value = chance.choice(values)
            try:
                if value is None:
                    del held[key]
                else:
                    held[key] = value
            except (ValueError, TypeError, KeyError, RuntimeError):
                continue
        buffer = io.BytesIO()
        try:
            opened.save(buffer, deterministic_id=True)
        except (pikepdf.PdfError, RuntimeError, ValueError, TypeError):
            return pdf[:-9]
    return buffer.getvalue()
