"""Messages keep what they carry, and bytes that are no message are one kind of trouble."""

import io
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.helpers import frames

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), PLAIN, max_size=4).filter(lambda told: told.keys() != {"$bytes"}))
def test_a_message_comes_out_as_it_went_in(message: dict[str, Any]) -> None:
    pipe = io.BytesIO()
    frames.write(pipe, message)
    frames.write(pipe, {})
    pipe.seek(0)
    assert frames.read(pipe) == message
    assert frames.read(pipe) == {}
    assert frames.read(pipe) is None


@given(st.binary(max_size=200))
def test_noise_is_a_message_or_torn_and_nothing_else(noise: bytes) -> None:
    for framed in (noise, len(noise).to_bytes(4, "big") + noise):
        with suppress(frames.Torn):
            assert isinstance(frames.read(io.BytesIO(framed)), dict | None)


@given(st.integers(min_value=1))
def test_a_message_cut_short_is_torn(cut: int) -> None:
    pipe = io.BytesIO()
    frames.write(pipe, {"name": "Xã Hòa Bình", "bytes": bytes(40)})
    whole = pipe.getvalue()
    with pytest.raises(frames.Torn):
        frames.read(io.BytesIO(whole[: 1 + cut % (len(whole) - 1)]))


def test_a_declared_length_above_the_limit_is_refused_before_anything_is_read() -> None:
    pipe = io.BytesIO((frames.LONGEST + 1).to_bytes(4, "big") + bytes(64))
    with pytest.raises(frames.Torn):
        frames.read(pipe)
    assert pipe.tell() == 4
