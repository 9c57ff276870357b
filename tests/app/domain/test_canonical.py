"""One written form of JSON: whatever is written reads back, and nothing else is read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import canonical
from app.errors import AppError
from tests.app.domain.making import REFUSED, attempt

TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-canonical.MAX_INTEGER, canonical.MAX_INTEGER) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)


def normal(value):
    return canonical.decode(canonical.encode(value))


@given(VALUES)
def test_what_is_written_reads_back(value):
    data = attempt("json.not_canonical", canonical.encode, value)
    if data is REFUSED:  # two keys that are one once composed
        return

    again = canonical.decode(data)
    assert canonical.encode(again) == data
    assert len(canonical.digest(value)) == 64


@given(st.dictionaries(st.text("ab/ộ1", max_size=4), st.integers(0, 9) | st.text("ộx", max_size=3), max_size=4))
def test_composed_values_are_kept_as_they_are(value):
    assert normal(value) == value


@given(st.binary(max_size=60))
def test_only_the_canonical_bytes_are_accepted(data):
    value = attempt("json.not_canonical", canonical.decode, data)

    assert value is REFUSED or canonical.encode(value) == data


@given(VALUES)
def test_any_other_way_of_writing_it_is_refused(value):
    data = attempt("json.not_canonical", canonical.encode, value)
    if data is REFUSED:
        return
    other = json.dumps(json.loads(data), indent=1).encode()
    if other != data:
        with pytest.raises(AppError, match=r"json\.not_canonical"):
            canonical.decode(other)


BAD = {
    "byte order mark": b'\xef\xbb\xbf{"a":1}',
    "white space": b'{"a": 1}',
    "unsorted keys": b'{"b":1,"a":2}',
    "a key twice": b'{"a":1,"a":1}',
    "decomposed letters": '"e\u0301"'.encode(),
    "float": b"1.5",
    "exponent": b"1e3",
    "hostile exponent": b"1e100000000",
    "not a number": b"NaN",
    "infinite": b"-Infinity",
    "negative zero": b"-0",
    "leading zero": b"01",
    "beyond 2^53": b"9007199254740992",
    "very long integer": b"1" * 5000,
    "escaped letter": b'"\\u0061"',
    "lone surrogate": b'"\\ud800"',
    "no UTF-8": b'"\xff"',
    "two values": b"1 2",
    "nothing": b"",
    "deep": b"[" * 70 + b"]" * 70,
    "abyss": b"[" * 100_000,
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD.keys())
def test_refused(data):
    with pytest.raises(AppError, match=r"json\.not_canonical"):
        canonical.decode(data)


@pytest.mark.parametrize("value", [1.0, 2**53, {1: 2}, {"a": object()}, "\ud800", {"\udfff": 1}, b"x", {1.5}])
def test_what_can_not_be_written(value):
    with pytest.raises(AppError, match=r"json\.not_canonical"):
        canonical.encode(value)


def test_two_keys_that_compose_to_one_are_refused():
    with pytest.raises(AppError, match=r"json\.not_canonical"):
        canonical.encode({"\u00e9": 1, "e\u0301": 2})


def test_text_is_written_composed_and_keys_sorted():
    assert canonical.encode({"b": "e\u0301", "a": (1, None)}) == '{"a":[1,null],"b":"é"}'.encode()


@given(VALUES.map(lambda value: json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))))
def test_reading_accepts_exactly_what_writing_gives(text):
    data = text.encode()
    written = attempt("json.not_canonical", canonical.encode, json.loads(data))

    assert (attempt("json.not_canonical", canonical.decode, data) is REFUSED) is (written is REFUSED or written != data)


@pytest.mark.parametrize("inner", [b"", b"0"])
@pytest.mark.parametrize("levels", [canonical.MAX_DEPTH, canonical.MAX_DEPTH + 1, canonical.MAX_DEPTH + 2])
def test_as_deep_as_may_be_written_and_no_deeper(levels, inner):
    data = b"[" * levels + inner + b"]" * levels
    value = json.loads(data)

    written = attempt("json.not_canonical", canonical.encode, value)
    read = attempt("json.not_canonical", canonical.decode, data)
    assert (read is REFUSED) is (written is REFUSED)


def test_more_values_than_any_bundle_has_are_not_even_read():
    most = b"[" + b",".join([b"0"] * canonical.MAX_VALUES) + b"]"
    assert len(canonical.decode(most)) == canonical.MAX_VALUES
    with pytest.raises(AppError, match=r"json\.not_canonical"):
        canonical.decode(most[:-1] + b",0,0]")
