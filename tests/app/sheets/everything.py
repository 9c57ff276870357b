"""A framework in which every field of every class says something else than its default, made from the type hints."""

import dataclasses
import datetime
import enum
import functools
import itertools
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.domain import deadline
from app.domain.codec import Amount
from app.domain.framework import Criterion, Framework, Group
from app.domain.intervals import Interval

DEEP = 2  # how far groups stand in groups, and rules in rules
_NUMBERS = itertools.count(1)
Make = Callable[[], Any]


def everything() -> Framework:
    """The framework; each call has other texts and numbers."""
    return typing.cast(Framework, _makers(Framework)[0]())


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


def _makers(kind: Any, default: Any = dataclasses.MISSING, depth: int = 0) -> list[Make]:
    """What makes values of a kind, each time new ones, that together show all it can be but for the default."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        kinds = [item for item in args if item is not type(None) and not (depth >= DEEP and _holds_itself(item))]
        return [make for item in kinds for make in _makers(item, default, depth)]
    if origin is tuple:
        inner = _makers(args[0], depth=depth)
        return [lambda: tuple(make() for make in inner)]
    if origin is Mapping:
        inner = _makers(args[1], depth=depth)
        return [lambda: {_text(): make() for make in inner}]
    if kind is Any:
        return [lambda: None, lambda: True, _text, lambda: {_text(): [_text(), {}]}]
    if kind is deadline.Deadline:
        return _deadlines()
    if dataclasses.is_dataclass(kind):
        return _objects(typing.cast("type[Any]", kind), depth + _holds_itself(kind))
    return _plain(kind, default)


def _holds_itself(kind: Any) -> bool:
    return kind is Group or kind.__name__ in ("Gate", "Sum", "Best")


def _plain(kind: Any, default: Any) -> list[Make]:
    if kind is bool or issubclass(kind, enum.Enum):
        members = (True, False) if kind is bool else kind
        return [functools.partial(_same, item) for item in members if item != default]
    if kind is int:
        return [lambda: next(_NUMBERS) % 7 + 3]  # what decimals and rounds may be, too
    if kind is Amount:
        forms = ("{0}.25", "{0}.5%", "1/{0}")
        return [functools.partial(lambda form: Amount(form.format(next(_NUMBERS) + 2)), form) for form in forms]
    if kind is datetime.date:
        return [lambda: datetime.date(2024, 1, 1) + datetime.timedelta(days=next(_NUMBERS))]
    return [_text]


def _same(value: Any) -> Any:
    return value


def _text() -> str:
    return f"Chữ {next(_NUMBERS)}"


def _deadlines() -> list[Make]:
    day = datetime.date(2024, 3, 1)
    return [
        lambda: deadline.before_day(_text(), day),
        lambda: deadline.through_day(_text(), day),
        lambda: deadline.within_month(_text(), 2024, 5),
        lambda: deadline.within_quarter(_text(), 2024, 2),
        lambda: deadline.days_before_agency_date(_text(), 3),
        lambda: deadline.from_to(_text(), day, day + datetime.timedelta(days=9)),
    ]


def _objects(kind: type[Any], depth: int) -> list[Make]:
    """As many as the field with most variants has; fields with fewer repeat them with new texts."""
    hints = typing.get_type_hints(kind)
    makers = {field.name: _makers(hints[field.name], default_of(field), depth) for field in dataclasses.fields(kind)}
    count = max((len(inner) for inner in makers.values()), default=1)
    if kind in (Criterion, Group) and depth > 1:
        count = 1  # one of each is enough below the first level
    return [functools.partial(_object, kind, makers, at) for at in range(count)]


def _object(kind: type[Any], makers: Mapping[str, list[Make]], at: int) -> Any:
    given = {name: inner[at % len(inner)]() for name, inner in makers.items()}
    if issubclass(kind, Interval):  # a side has one limit
        given |= dict.fromkeys(("above", "up_to") if at % 2 else ("at_least", "below"))
    return kind(**given)
