"""Kinds of columns: how a value of the domain stands in a cell, and how a cell becomes the value again.

A kind that writes a value in a form of its own (`Lines`, `Codes`, `Noted`) first makes sure that the form reads back
as exactly that value; where it would not, the cell holds JSON, so that nothing is ever lost.
"""

import datetime
import difflib
import functools
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from app.domain import codec
from app.domain.framework import LegalBasis, Option
from app.domain.text import date_text, fold
from app.errors import AppError
from app.sheets import cells
from app.sheets.cells import Found, Unfit
from app.wording import word

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Kind(Protocol):
    """`put` writes a value that is neither None nor empty; `take` reads one, given the values above it."""

    def put(self, cell: Any, value: Any) -> None: ...
    def take(self, found: Found, above: Sequence[Any]) -> Any: ...
    @property
    def choices(self) -> tuple[str, ...]: ...
    @property
    def none_word(self) -> str: ...


@dataclass(frozen=True)
class _Plain:
    choices: tuple[str, ...] = ()
    none_word: str = ""


@dataclass(frozen=True)
class Text(_Plain):
    """Any text, line breaks kept."""

    def put(self, cell: Any, value: Any) -> None:
        cells.write_text(cell, value)

    def take(self, found: Found, above: Sequence[Any]) -> Any:
        return cells.text_of(found)


@dataclass(frozen=True)
class Code(_Plain):
    """A code: text, also where Excel made a number of it and only one code can be meant.

    `repeats`: the column may hold the same code again, so one seen before says nothing.
    """

    repeats: bool = False

    def put(self, cell: Any, value: Any) -> None:
        cells.write_text(cell, value)

    def take(self, found: Found, above: Sequence[Any]) -> Any:
        codes = cells.codes_of(found)
        if len(codes) == 1:
            return codes[0]
        short, long = codes
        before = str(above[-1]) if above else ""
        if before == _one_less(long):
            return long
        if short in above and not self.repeats:
            raise Unfit("code_as_text", example=long)
        return short


@dataclass(frozen=True)
class Telephone(_Plain):
    """A telephone number; Excel drops the 0 that every Vietnamese number of ten digits begins with."""

    def put(self, cell: Any, value: Any) -> None:
        cells.write_text(cell, value)

    def take(self, found: Found, above: Sequence[Any]) -> Any:
        text = cells.text_of(found)
        return f"0{text}" if not isinstance(found.value, str) and len(text) == 9 else text


@dataclass(frozen=True)
class AmountCell(_Plain):
    """An amount of a framework: number, percentage, fraction."""

    def put(self, cell: Any, value: Any) -> None:
        cells.write_amount(cell, value)

    def take(self, found: Found, above: Sequence[Any]) -> Any:
        return cells.amount_of(found)


@dataclass(frozen=True)
class Whole(_Plain):
    """A whole number, within bounds if there are any."""

    between: tuple[int, int] | None = None

    def put(self, cell: Any, value: Any) -> None:
        cells.write_number(cell, str(value))
        cell.number_format = "0"

    def take(self, found: Found, above: Sequence[Any]) -> Any:
        number = cells.whole_of(found)
        if self.between is not None and not self.between[0] <= number <= self.between[1]:
            raise Unfit("number_between", low=self.between[0], high=self.between[1])
        return number


@dataclass(frozen=True)
class Day(_Plain):
    """A date."""

    def put(self, cell: Any, value: Any) -> None:
        cells.write_date(cell, value)

    def take(self, found: Found, above: Sequence[Any]) -> Any:
        return cells.date_of(found)


@dataclass(frozen=True)
class Flag(_Plain):
    """Có or Không."""

    choices: tuple[str, ...] = ("Có", "Không")

    def put(self, cell: Any, value: Any) -> None:
        cells.write_text(cell, "Có" if value else "Không")

    def take(self, found: Found, above: Sequence[Any]) -> Any:
        return cells.is_yes(found)


@dataclass(frozen=True)
class Words(_Plain):
    """One of some words, each standing for a value; a value's own name in the data is read too."""

    pairs: tuple[tuple[str, Any], ...] = ()

    @classmethod
    def of(cls, kind: type[Enum], none_word: str = "") -> "Words":
        """The words of an enumeration, as the wording has them."""
        name = _CAPITAL.sub("_", kind.__name__).lower()
        pairs = tuple((word(f"{name}.{member.value}"), member) for member in kind)
        return cls(tuple(own for own, _ in pairs), none_word, pairs)

    def put(self, cell: Any, value: Any) -> None:
        cells.write_text(cell, next((word for word, own in self.pairs if own == value), str(value)))

    def take(self, found: Found, above: Sequence[Any]) -> Any:
        return self.value(cells.text_of(found))

    def value(self, text: str) -> Any:
        """What a word stands for; raises `Unfit` with the nearest word."""
        try:
            return self._meant[fold(text)]
        except KeyError as error:
            raise unknown_word(text, [told for told, _ in self.pairs]) from error

    @functools.cached_property
    def _meant(self) -> dict[str, Any]:
        """The values by what is compared of their words and of their names in the data; the first word wins."""
        meant: dict[str, Any] = {}
        for told, own in self.pairs:
            meant.setdefault(fold(told), own)
            meant.setdefault(fold(str(getattr(own, "value", own))), own)
        return meant


def unknown_word(text: str, words: Sequence[str]) -> Unfit:
    """The complaint about a word outside a list: the nearest one, or the list where it is short."""
    near = nearest(text, words)
    if near:
        return Unfit("nearest", word=near)
    return Unfit("one_of", words="; ".join(words[:12]) + ("; …" if len(words) > 12 else ""))


def nearest(text: str, words: Sequence[str]) -> str:
    """The word most like `text`, "" if none is alike."""
    folded = {fold(word): word for word in words}
    found = difflib.get_close_matches(fold(text), list(folded), n=1, cutoff=0.6)
    return folded[found[0]] if found else ""


@dataclass(frozen=True)
class Written(_Plain):
    """A value of a JSON type in a readable form, or else in JSON."""

    type: Any = None
    form: Callable[[Any], str] = str
    parse: Callable[[str], Any] = str
    expected: str = "text"

    def put(self, cell: Any, value: Any) -> None:
        cells.write_text(cell, self.text(value))

    def text(self, value: Any) -> str:
        """The readable form if it reads back as `value`, else JSON."""
        try:
            text = cells.clean(self.form(value)).strip()
            if len(text) < cells.MAX_TEXT and self.value(text) == value:
                return text
        except (Unfit, ValueError, TypeError):
            pass
        return json.dumps(codec.to_json(value))

    def take(self, found: Found, above: Sequence[Any]) -> Any:
        return self.value(cells.text_of(found))

    def value(self, text: str) -> Any:
        """What a text means; raises `Unfit`."""
        if text[:1] in ("[", "{"):
            try:
                return codec.from_json(self.type, json.loads(text))
            except (ValueError, RecursionError, AppError):
                pass
        try:
            return self.parse(text)
        except (ValueError, AppError) as error:
            raise Unfit(self.expected) from error


def lines_of(items: Sequence[str]) -> str:
    """Items one below the other; further lines of an item are indented."""
    return "\n".join(item.replace("\n", "\n  ") for item in items)


def items_of(text: str) -> tuple[str, ...]:
    """The items of `lines_of`."""
    items: list[str] = []
    for line in text.split("\n"):
        if line.startswith("  ") and items:
            items[-1] += "\n" + line[2:]
        elif line.strip():
            items.append(line.strip())
    return tuple(items)


def codes_in(text: str) -> tuple[str, ...]:
    """Codes separated by semicolons or line ends."""
    return tuple(code for code in (" ".join(piece.split()) for piece in text.replace("\n", ";").split(";")) if code)


def _options_of(options: Sequence[Option]) -> str:
    return lines_of([f"{option.key} = {option.label}" for option in options])


def _options_in(text: str) -> tuple[Option, ...]:
    options = []
    for item in items_of(text):
        key, sign, label = item.partition("=")
        if not sign or not key.strip() or not label.strip():
            raise Unfit("lines")
        options.append(Option(key=key.strip(), label=label.strip()))
    return tuple(options)


_ENDED = " – hết hiệu lực "


def _bases_of(bases: Sequence[LegalBasis]) -> str:
    ended = [f"{_ENDED}{date_text(base.ended)}" if base.ended else "" for base in bases]
    return lines_of([base.text + end for base, end in zip(bases, ended, strict=True)])


def _bases_in(text: str) -> tuple[LegalBasis, ...]:
    bases = []
    for item in items_of(text):
        words, sign, day = item.rpartition(_ENDED)
        if sign:
            ended = datetime.datetime.strptime(day.strip(), "%d/%m/%Y").date()  # noqa: DTZ007 (a day, no moment)
            bases.append(LegalBasis(text=words.strip(), ended=ended))
        else:
            bases.append(LegalBasis(text=item))
    return tuple(bases)


def _members(kind: type[Enum]) -> Written:
    words = Words.of(kind)
    names = {own: word for word, own in words.pairs}
    return Written(
        type=tuple[kind, ...],  # type: ignore[valid-type]
        form=lambda value: "; ".join(names[item] for item in value),
        parse=lambda text: tuple(words.value(item) for item in codes_in(text)),
    )


LINES = Written(type=tuple[str, ...], form=lines_of, parse=items_of)
CODES = Written(type=tuple[str, ...], form="; ".join, parse=codes_in)
CODE_SET = Written(type=frozenset[str], form=lambda v: "; ".join(sorted(v)), parse=lambda t: frozenset(codes_in(t)))
OPTIONS = Written(type=tuple[Option, ...], form=_options_of, parse=_options_in, expected="lines")
BASES = Written(type=tuple[LegalBasis, ...], form=_bases_of, parse=_bases_in)
MEMBERS = _members
TEXT, CODE, AMOUNT, WHOLE, DAY, FLAG = Text(), Code(), AmountCell(), Whole(), Day(), Flag()


def _one_less(code: str) -> str:
    """The code before the last one of ten: "4.9" for "4.10"."""
    head, point, last = code.rpartition(".")
    return f"{head}{point}{int(last) - 1}" if last.isdigit() else ""
