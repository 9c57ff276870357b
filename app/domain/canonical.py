"""The one written form of JSON that is hashed and compared byte for byte, and what may stand in it."""

import hashlib
import json
import unicodedata
from typing import Any

from app.errors import AppError

MAX_INTEGER = 2**53 - 1
MAX_DEPTH = 64
MAX_VALUES = 600_000  # of one text that is read: commas and brackets are counted, so less where words hold commas

Json = Any  # None | bool | int | str | list[Json] | dict[str, Json]; floats never


def encode(value: Json) -> bytes:
    """Canonical bytes of `value`: UTF-8, NFC, keys sorted, no white space, no floats.

    Raises `AppError("json.not_canonical")` for a float, an integer beyond 2^53 or nesting deeper than 64.
    """
    return _written(_checked(value, 0))


def decode(data: bytes) -> Json:
    """The value whose canonical bytes are exactly `data`.

    Raises `AppError("json.not_canonical")` when writing it again gives other bytes: duplicate keys, a byte order
    mark, white space, decomposed letters, floats and unsorted keys are all refused this way; and for more than
    `MAX_VALUES` values, before any is read.
    """
    if sum(map(data.count, (b",", b"[", b"{"))) > MAX_VALUES:
        raise AppError("json.not_canonical")
    try:
        text = data.decode("utf-8")
        value = json.loads(text, parse_float=_refuse, parse_constant=_refuse, parse_int=_integer)
        _check_depth(value)
        again = _written(value)
    except (ValueError, RecursionError) as error:
        raise AppError("json.not_canonical") from error
    if again != data or not unicodedata.is_normalized("NFC", text):  # no mark of JSON takes part in a composition
        raise AppError("json.not_canonical")
    return value


def _written(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def _check_depth(value: Json) -> None:
    """Level by level, holding no more than the containers of two of them."""
    level = [value]
    for _ in range(MAX_DEPTH):
        parts = (part.values() if isinstance(part, dict) else part for part in level if isinstance(part, (dict, list)))
        level = [each for items in parts for each in items if isinstance(each, (dict, list))]
    if any(level):
        raise ValueError("depth")


def digest(value: Json) -> str:
    """SHA-256 of the canonical bytes, 64 lower-case hexadecimal digits."""
    return hashlib.sha256(encode(value)).hexdigest()


def _refuse(text: str) -> Json:
    raise ValueError(text)


def _integer(text: str) -> int:
    if len(text) > 17 or abs(value := int(text)) > MAX_INTEGER:
        raise ValueError(text)
    return value


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
