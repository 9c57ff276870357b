"""What a command is: its arguments, what it does, what it gives back, and how that is told to people.

A result is a frozen dataclass (or plain JSON): its fields are the keys that ``--json`` prints, and the JSON Schema of
``schema output COMMAND`` is made from it, so that neither can differ from what is printed.
"""

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.cli.context import Context
from app.cli.output import Printer, Words
from app.errors import AppError, Several

DONE, REFUSED, USAGE, BUG = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument as argparse takes it, with its help in both languages."""

    flags: tuple[str, ...]
    help: Words
    options: Mapping[str, Any]


def argument(*flags: str, help: Words, **options: Any) -> Argument:
    """Shorthand: ``argument("--to", help=(…, …), metavar="DIR")``."""
    return Argument(flags, help, options)


@dataclass(frozen=True, slots=True)
class Told:
    """An error as ``--json`` prints it: stable code, values, and the sentence for people."""

    code: str
    details: Mapping[str, Any]
    message: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """What ``--json`` prints when a command is refused."""

    error: Told


def told(error: AppError, language: str) -> Told:
    """An error with its sentence; several errors found together stand under ``details.errors``."""
    from app.wording import sentence

    details = {key: _plain(value) for key, value in error.details.items()}
    if isinstance(error, Several):
        details["errors"] = [
            {"code": inner.code, "details": inner.message_details, "message": inner.message}
            for inner in (_Inner.of(item, language) for item in error.errors)
        ]
    return Told(error.code, details, sentence(error, language))


@dataclass(frozen=True, slots=True)
class _Inner:
    code: str
    message_details: Mapping[str, Any]
    message: str

    @classmethod
    def of(cls, error: AppError, language: str) -> "_Inner":
        one = told(error, language)
        return cls(one.code, one.details, one.message)


def _plain(value: Any) -> Any:
    if isinstance(value, bool | int | str) or value is None:
        return value
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return str(value)


def status_of(result: Any) -> int:
    """The exit code of a result: a check that found what stands in the way carries an `error`."""
    return REFUSED if getattr(result, "error", None) is not None else DONE


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """One command. `run` raises `AppError` for what is refused; `status` gives the exit code of a result."""

    name: str
    help: Words
    run: Callable[[Context, Namespace], Any]
    result: type[Any]
    show: Callable[[Any, Printer], None]
    arguments: tuple[Argument, ...] = ()
    status: Callable[[Any], int] = field(default=status_of)
