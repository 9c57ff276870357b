"""Frozen dataclasses to JSON and back, strictly, from their type hints alone; and the JSON Schema they mean.

Every serialised form of the domain goes through here, so that reading checks everything once: unknown keys, missing
keys, wrong types and unknown enum values raise `AppError("data.malformed", path=…, expected=…)`. Fields that hold
their default are left out when writing. A union of dataclasses is told apart by the key ``type``, which each of its
classes declares as a class variable named ``TAG``.
"""

import dataclasses
import datetime
import enum
import functools
import types
import typing
import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeVar

from app.domain.canonical import MAX_DEPTH
from app.domain.numbers import parse_amount
from app.errors import AppError

MAX_TEXT = 20_000
MAX_ITEMS = 20_000
T = TypeVar("T")


class Amount(str):
    """A number as a framework writes it: "7.5", "75%" or "1/3". The text is kept; `value` is exact."""

    @functools.cached_property
    def value(self) -> Fraction:
        return parse_amount(self)


def to_json(value: Any) -> Any:
    """JSON of a dataclass value: dicts, lists, str, int, bool; fields at their default are left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        out: dict[str, Any] = {}
        tag = getattr(value, "TAG", None)
        if tag is not None:
            out["type"] = tag
        for field in dataclasses.fields(value):
            item = getattr(value, field.name)
            if not _is_default(field, item):
                out[field.name] = to_json(item)
        return out
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [to_json(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(to_json(item) for item in value)
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.isoformat()
    if isinstance(value, str):
        return str(value)
    return value


def from_json(kind: type[T], value: Any, path: str = "") -> T:
    """The `kind` that `value` describes; raises `AppError("data.malformed", path=…, expected=…)`."""
    if not _is_shallow(value):
        raise _malformed(path, f"≤ {MAX_DEPTH} levels")
    return typing.cast(T, _read(kind, value, path))


def _is_shallow(value: Any) -> bool:
    """Whether lists and objects are nested no deeper than canonical JSON allows; not recursive itself."""
    level = [value]
    for _ in range(MAX_DEPTH + 1):
        level = [inner for item in level if isinstance(item, (dict, list)) for inner in _inside(item)]
        if not level:
            return True
    return False


def _inside(item: Any) -> Any:
    return item.values() if isinstance(item, dict) else item


def _read(kind: Any, value: Any, path: str) -> Any:
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _read_union(typing.get_args(kind), value, path)
    if origin is tuple:
        items = _expect(list, value, path)
        inner = typing.get_args(kind)[0]
        return tuple(_read(inner, item, f"{path}[{at}]") for at, item in enumerate(items))
    if origin is frozenset:
        inner = typing.get_args(kind)[0]
        return frozenset(_read(inner, item, path) for item in _expect(list, value, path))
    if origin in (dict, Mapping):
        inner = typing.get_args(kind)[1]
        return {_text(k, path): _read(inner, v, f"{path}.{k}") for k, v in _expect(dict, value, path).items()}
    if dataclasses.is_dataclass(kind):
        return _read_object(typing.cast("type[Any]", kind), value, path)
    return _read_plain(kind, value, path)


def _read_plain(kind: Any, value: Any, path: str) -> Any:
    if kind is Any:
        return value
    if kind is Amount:
        amount = Amount(_text(value, path))
        try:
            _ = amount.value
        except AppError as error:
            raise _malformed(path, "amount") from error
        return amount
    if kind is str:
        return _text(value, path)
    if kind is bool or kind is int:
        if type(value) is not kind:
            raise _malformed(path, kind.__name__)
        return value
    if issubclass(kind, enum.Enum):
        try:
            return kind(_text(value, path))
        except ValueError as error:
            raise _malformed(path, " | ".join(str(member.value) for member in kind)) from error
    try:
        day = kind.fromisoformat(_text(value, path))
    except ValueError as error:
        raise _malformed(path, "yyyy-mm-dd") from error
    if day.isoformat() != value:  # Python reads more forms of a date than are written
        raise _malformed(path, "yyyy-mm-dd")
    return day


def _read_union(kinds: tuple[Any, ...], value: Any, path: str) -> Any:
    if value is None and type(None) in kinds:
        return None
    kinds = tuple(kind for kind in kinds if kind is not type(None))
    if isinstance(value, str) and str in kinds:
        return _text(value, path)
    kinds = tuple(kind for kind in kinds if kind is not str)
    if len(kinds) == 1:
        return _read(kinds[0], value, path)
    fields = _expect(dict, value, path)
    tags = {kind.TAG: kind for kind in kinds}
    tag = fields.get("type")
    if not isinstance(tag, str) or tag not in tags:
        raise _malformed(f"{path}.type", " | ".join(tags))
    return _read_object(tags[tag], value, path)


def _read_object(kind: type[Any], value: Any, path: str) -> Any:
    given = dict(_expect(dict, value, path))
    tag = getattr(kind, "TAG", None)
    if tag is not None and given.pop("type", None) != tag:
        raise _malformed(f"{path}.type", tag)
    arguments: dict[str, Any] = {}
    for field, hint in _fields_of(kind):
        if field.name in given:
            arguments[field.name] = _read(hint, given.pop(field.name), _join(path, field.name))
        elif _default(field) is dataclasses.MISSING:
            raise _malformed(_join(path, field.name), "present")
    if given:
        raise _malformed(_join(path, min(given)), "unknown")
    try:
        return kind(**arguments)
    except AppError as error:
        if "path" in error.details:
            raise
        raise AppError("data.malformed", path=path or "/", expected=error.code) from error


def _expect(kind: type[T], value: Any, path: str) -> T:
    if type(value) is not kind:
        raise _malformed(path, "list" if kind is list else "object")
    if len(typing.cast(Any, value)) > MAX_ITEMS:
        raise _malformed(path, f"≤ {MAX_ITEMS}")
    return value


def _text(value: Any, path: str) -> str:
    if not isinstance(value, str) or len(value) > MAX_TEXT:
        raise _malformed(path, "text")
    return unicodedata.normalize("NFC", value)


def _malformed(path: str, expected: str) -> AppError:
    return AppError("data.malformed", path=path or "/", expected=expected)


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _fields_of(kind: Any) -> tuple[tuple["dataclasses.Field[Any]", Any], ...]:
    return _fields(kind)


@functools.cache
def _fields(kind: Any) -> tuple[tuple["dataclasses.Field[Any]", Any], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((field, hints[field.name]) for field in dataclasses.fields(kind))


def _default(field: "dataclasses.Field[Any]") -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _is_default(field: "dataclasses.Field[Any]", item: Any) -> bool:
    default = _default(field)
    return default is not dataclasses.MISSING and type(default) is type(item) and bool(default == item)


def schema(kind: type[Any], title: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a dataclass, with every class it refers to under ``$defs``."""
    defs: dict[str, Any] = {}
    root = _schema(kind, defs)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **root, "$defs": defs}


def _schema(kind: Any, defs: dict[str, Any]) -> dict[str, Any]:
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [_schema(item, defs) for item in args]}
    if origin in (tuple, frozenset):
        return {"type": "array", "items": _schema(args[0], defs), "maxItems": MAX_ITEMS}
    if origin in (dict, Mapping):
        return {"type": "object", "additionalProperties": _schema(args[1], defs)}
    if kind is type(None):
        return {"type": "null"}
    if kind is Any:
        return {}
    if dataclasses.is_dataclass(kind):
        return _schema_object(typing.cast("type[Any]", kind), defs)
    if kind is Amount:
        pattern = r"^-?[0-9]{1,15}(\.[0-9]{1,12})?(%|/(?=[0-9.]*[1-9])[0-9]{1,15}(\.[0-9]{1,12})?)?$"
        return {"type": "string", "pattern": pattern, "examples": ["7.5", "75%", "1/3"]}
    if kind is str:
        return {"type": "string", "maxLength": MAX_TEXT}
    if kind in (bool, int):
        return {"type": "boolean" if kind is bool else "integer"}
    if issubclass(kind, enum.Enum):
        return {"enum": [member.value for member in kind]}
    return {"type": "string", "format": "date"}


def _schema_object(kind: type[Any], defs: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in defs:
        defs[name] = {}
        properties: dict[str, Any] = {}
        required: list[str] = []
        if hasattr(kind, "TAG"):
            properties["type"] = {"const": kind.TAG}
            required.append("type")
        for field, hint in _fields_of(kind):
            properties[field.name] = _schema(hint, defs)
            if _default(field) is dataclasses.MISSING:
                required.append(field.name)
            else:
                properties[field.name]["default"] = to_json(_default(field))
        told = {"description": " ".join((kind.__doc__ or "").split())}
        object_ = {
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }
        defs[name].update({**told, **object_})
    return {"$ref": f"#/$defs/{name}"}
