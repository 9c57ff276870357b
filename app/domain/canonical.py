"""The one written form of JSON that is hashed and compared byte for byte, and what may stand in it."""

import hashlib
import json
import unicodedata
from typing import Any

from app.errors import AppError

MAX_INTEGER = 2**53 - 1
MAX_DEPTH = 64

Json = Any  # None | bool | int | str | list[Json] | dict[str, Json]; floats never


def encode(value: Json) -> bytes:
    """Canonical bytes of `value`: UTF-8, NFC, keys sorted, no white space, no floats.

    Raises `AppError("json.not_canonical")` for a float, an integer beyond 2^53 or nesting deeper than 64.
    """
    return json.dumps(_checked(value, 0), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def decode(data: bytes) -> Json:
    """The value whose canonical bytes are exactly `data`.

    Raises `AppError("json.not_canonical")` when writing it again gives other bytes: duplicate keys, a byte order
    mark, white space, decomposed letters, floats and unsorted keys are all refused this way.
    """
    try:
        value = json.loads(data.decode("utf-8"), parse_float=_refuse, parse_constant=_refuse, parse_int=_integer)
        again = encode(value)
    except (ValueError, RecursionError) as error:
        raise AppError("json.not_canonical") from error
    if again != data:
        raise AppError("json.not_canonical")
    return value


def digest(value: Json) -> str:
    """SHA-256 of the canonical bytes, 64 lower-case hexadecimal digits."""
    return hashlib.sha256(encode(value)).hexdigest()


def _refuse(text: str) -> Json:
    raise ValueError(text)


def _integer(text: str) -> int:
    if len(text) > 17:
        raise ValueError(text)
    return int(text)


def _checked(value: Json, depth: int) -> Json:
    if depth > MAX_DEPTH:
        raise AppError("json.not_canonical")
    if isinstance(value, str):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise AppError("json.not_canonical") from error
        return unicodedata.normalize("NFC", value)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        if abs(value) > MAX_INTEGER:
            raise AppError("json.not_canonical")
        return value
    if isinstance(value, (list, tuple)):
        return [_checked(item, depth + 1) for item in value]
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        checked = {_checked(key, depth): _checked(item, depth + 1) for key, item in value.items()}
        if len(checked) == len(value):  # else two keys are the same once composed
            return checked
    raise AppError("json.not_canonical")
