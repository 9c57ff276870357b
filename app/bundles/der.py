"""DER (ITU-T X.690) as a seal needs it: a value written from its parts, and taken apart again without a guess.

A seal is written anew and compared byte for byte, so reading here only has to find the parts: what is not in the one
form is told by the comparison.
"""

INTEGER, OCTETS, NULL_TAG, OID, UTC_TIME, TIME, SEQUENCE, SET = 0x02, 0x04, 0x05, 0x06, 0x17, 0x18, 0x30, 0x31


def context(number: int) -> int:
    """The tag of a constructed value known by its place, ``[number]``."""
    return 0xA0 | number


def tlv(tag: int, *parts: bytes) -> bytes:
    """Tag, length and the parts one behind another."""
    content = b"".join(parts)
    if len(content) < 0x80:
        return bytes((tag, len(content))) + content
    length = len(content).to_bytes((len(content).bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(length))) + length + content


NULL = tlv(NULL_TAG)


def oid(dotted: str) -> bytes:
    """An object identifier, written."""
    first, second, *others = map(int, dotted.split("."))
    content = bytearray()
    for number in (40 * first + second, *others):
        digits = [number & 0x7F]
        while number := number >> 7:
            digits.append(0x80 | number & 0x7F)
        content += bytes(reversed(digits))
    return tlv(OID, bytes(content))


def parts(content: bytes) -> list[bytes]:
    """The values that stand one behind another, each with its tag and length; `ValueError` where they do not fit."""
    found, at = [], 0
    while at < len(content):
        _, end = _span(content, at)
        if end > len(content):
            raise ValueError("a value beyond the end")
        found.append(content[at:end])
        at = end
    return found


def inside(value: bytes, tag: int) -> bytes:
    """What one value of this tag holds; `ValueError` for anything else."""
    begin, end = _span(value, 0)
    if value[0] != tag or end != len(value):
        raise ValueError(f"tag {value[0]:#x} instead of {tag:#x}")
    return value[begin:]


def only(several: list[bytes]) -> bytes:
    """The one there is; `ValueError` for none and for several."""
    (one,) = several
    return one


def _span(data: bytes, at: int) -> tuple[int, int]:
    """Where what the value at `at` holds begins and ends."""
    head = data[at : at + 2]
    if len(head) < 2 or head[0] & 0x1F == 0x1F or head[1] in (0x80, 0xFF):
        raise ValueError("no value of a known form")
    if head[1] < 0x80:
        return at + 2, at + 2 + head[1]
    begin = at + 2 + (head[1] & 0x7F)
    return begin, begin + int.from_bytes(data[at + 2 : begin], "big")
