"""DER as a seal needs it: what is written is what openssl and asn1crypto read, and nothing else is taken apart."""

from contextlib import suppress

import pytest
from asn1crypto import core
from hypothesis import given
from hypothesis import strategies as st

from app.bundles.der import OCTETS, SEQUENCE, SET, inside, oid, only, parts, tlv


@pytest.mark.parametrize("dotted", ["1.2.840.113549.1.9.16.2.47", "2.16.840.1.101.3.4.2.1", "2.5.4.3", "1.2.16384.128"])
def test_an_identifier_is_the_one_others_read(dotted: str) -> None:
    assert core.ObjectIdentifier.load(oid(dotted), strict=True).dotted == dotted


@given(content=st.binary(max_size=70_000))
def test_a_value_is_the_one_others_read(content: bytes) -> None:
    written = tlv(OCTETS, content)
    assert core.OctetString.load(written, strict=True).native == content
    assert inside(written, OCTETS) == content


@given(pieces=st.lists(st.binary(max_size=300), max_size=5))
def test_values_come_apart_as_they_were_put_together(pieces: list[bytes]) -> None:
    values = [tlv(OCTETS, each) for each in pieces]
    assert parts(inside(tlv(SEQUENCE, *values), SEQUENCE)) == values


DAMAGED = {
    "nothing": b"",
    "no length": b"\x30",
    "cut": b"\x30\x02\x04",
    "without a length": b"\x30\x80\0\0",
    "a length of no kind": b"\x30\xff",
    "a tag of several bytes": b"\x3f\x01\0",
    "4 GiB": b"\x30\x84\xff\xff\xff\xff",
    "more behind": b"\x30\0x",
}


@pytest.mark.parametrize("damaged", DAMAGED.values(), ids=DAMAGED)
def test_anything_else_is_refused(damaged: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        inside(damaged, SEQUENCE)
    with pytest.raises(ValueError, match=r"."):
        inside(tlv(SEQUENCE), SET)
    with pytest.raises(ValueError, match=r"."):
        only([])


@given(junk=st.binary(max_size=200))
def test_no_bytes_surprise(junk: bytes) -> None:
    with suppress(ValueError):
        assert b"".join(parts(junk)) == junk
