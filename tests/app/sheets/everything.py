"""A framework in which every field of every class says something else than its default, made from the type hints."""

import dataclasses
import datetime
import enum
import itertools
import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any

from app.domain import deadline
from app.domain.codec import Amount
from app.domain.framework import Criterion, Framework, Group, Input
from app.domain.intervals import Interval

DEEP = 2  # how far groups stand in groups, and rules in rules
_NUMBERS = itertools.count(1)


def everything() -> Framework:
    """The framework; each call has other texts and numbers."""
    return typing.cast(Framework, _variants(Framework)[0])


def classes() -> set[type[Any]]:
    """Every dataclass a framework may hold."""
    found: set[type[Any]] = set()
    waiting: list[Any] = [Framework]
    while waiting:
        kind = waiting.pop()
        if dataclasses.is_dataclass(kind) and kind not in found:
            found.add(typing.cast("type[Any]", kind))
            hints = typing.get_type_hints(kind)
            waiting += [hints[field.name] for field in dataclasses.fields(kind)]
        waiting += [item for item in typing.get_args(kind) if item is not ...]
    return found


def instances(value: Any) -> Iterator[Any]:
    """Every dataclass value inside a value, itself first."""
    if dataclasses.is_dataclass(value):
        yield value
        value = [getattr(value, field.name) for field in dataclasses.fields(value)]
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        for item in value:
            yield from instances(item)


def default_of(field: "dataclasses.Field[Any]") -> Any:
    """What the field holds if nobody says anything; MISSING if somebody must."""
    made = field.default_factory
    return field.default if made is dataclasses.MISSING else made()


def _variants(kind: Any, default: Any = dataclasses.MISSING, depth: int = 0) -> list[Any]:
    """Values of a kind that together show all it can be, none of them the default."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        kinds = [item for item in args if item is not type(None) and not (depth > DEEP and _holds_itself(item))]
        return [value for item in kinds for value in _variants(item, default, depth)]
    if origin is tuple:
        return [tuple(_variants(args[0], depth=depth))]
    if origin is Mapping:
        return [{_text(): value for value in _variants(args[1], depth=depth)}]
    if kind is Any:
        return [None, True, _text(), {_text(): [_text(), {}]}]
    if kind is deadline.Deadline:
        return _deadlines()
    if dataclasses.is_dataclass(kind):
        return _objects(typing.cast("type[Any]", kind), depth + _holds_itself(kind))
    return [item for item in _plain(kind) if item != default]


def _holds_itself(kind: Any) -> bool:
    return kind is Group or kind.__name__ in ("Gate", "Sum", "Best")


def _plain(kind: Any) -> list[Any]:
    if kind is bool:
        return [True, False]
    if issubclass(kind, enum.Enum):
        return list(kind)
    number = next(_NUMBERS)
    if kind is int:
        return [number % 7 + 3]  # what decimals and rounds may be, too
    if kind is Amount:
        return [Amount(text) for text in (f"{number}.25", f"{number}.5%", f"1/{number + 2}")]
    if kind is datetime.date:
        return [datetime.date(2024, 1, 1) + datetime.timedelta(days=number)]
    return [_text()]


def _text() -> str:
    return f"Chữ {next(_NUMBERS)}"


def _deadlines() -> list[Any]:
    day = datetime.date(2024, 3, 1)
    return [
        deadline.before_day(_text(), day),
        deadline.through_day(_text(), day),
        deadline.within_month(_text(), 2024, 5),
        deadline.within_quarter(_text(), 2024, 2),
        deadline.days_before_agency_date(_text(), 3),
        deadline.from_to(_text(), day, day + datetime.timedelta(days=9)),
    ]


def _objects(kind: type[Any], depth: int) -> list[Any]:
    """As many values as the field with most variants has; fields with fewer repeat them with new texts."""
    hints = typing.get_type_hints(kind)
    fields = dataclasses.fields(kind)
    counts = [len(_variants(hints[field.name], default_of(field), depth)) for field in fields]
    made = []
    for at in range(max([*counts, 2 if issubclass(kind, Interval) else 1])):
        given = {}
        for field in fields:
            values = _variants(hints[field.name], default_of(field), depth)
            given[field.name] = values[at % len(values)]
        if issubclass(kind, Interval):  # a side has one limit
            for side in ("above", "up_to") if at % 2 else ("at_least", "below"):
                given[side] = None
        made.append(kind(**given))
    return _fewer(made, kind, depth)


def _fewer(made: list[Any], kind: type[Any], depth: int) -> list[Any]:
    """One of each is enough below the first level: the whole stays a workbook of a sensible size."""
    is_repeated = kind in (Criterion, Group, Input) and depth > 1
    return made[:1] if is_repeated else made
