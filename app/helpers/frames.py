"""Messages between the program and a helper: four bytes of length, then JSON; bytes travel as base64."""

import base64
import binascii
import json
from typing import IO, Any

LONGEST = 64 * 2**20  # bytes of one message; a page as a picture is far smaller
_BYTES = "$bytes"
_HEAD = 4


class Torn(Exception):
    """The other side sent what is no message, or stopped inside one."""


def write(pipe: IO[bytes], message: dict[str, Any]) -> None:
    """Sends one message of plain values and bytes. Raises `Torn` where it would be too long, and OSError."""
    body = json.dumps(message, default=_wrapped).encode("ascii")
    if len(body) > LONGEST:
        raise Torn
    pipe.write(len(body).to_bytes(_HEAD, "big") + body)
    pipe.flush()


def read(pipe: IO[bytes]) -> dict[str, Any] | None:
    """The next message; None when the other side has closed. Raises `Torn`."""
    head = pipe.read(_HEAD)
    if not head:
        return None
    size = int.from_bytes(head, "big")
    if len(head) < _HEAD or size > LONGEST:
        raise Torn
    body = pipe.read(size)
    if len(body) < size:
        raise Torn
    try:
        message = json.loads(body, object_hook=_unwrapped)
    except (ValueError, RecursionError, binascii.Error) as error:
        raise Torn from error
    if not isinstance(message, dict):
        raise Torn
    return message


def _wrapped(value: Any) -> dict[str, str]:
    if isinstance(value, bytes | bytearray | memoryview):
        return {_BYTES: base64.b64encode(value).decode("ascii")}
    raise TypeError(type(value).__name__)


def _unwrapped(value: dict[str, Any]) -> Any:
    if value.keys() == {_BYTES} and isinstance(value[_BYTES], str):
        return base64.b64decode(value[_BYTES], validate=True)
    return value
