"""Formulas over inputs: + − × ÷, parentheses, min, max, inputs and constants; bounded, never `eval`."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from app.domain.numbers import parse_amount
from app.errors import AppError

MAX_LENGTH = 500
MAX_TERMS = 100
MAX_DEPTH = 20

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d{1,15}(?:\.\d{1,12})?%?)|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign>[-+−*×/÷(),;]))"
)
_SAME = {"−": "-", "×": "*", "÷": "/", ";": ","}


class ZeroDenominator(Exception):
    """A divisor came out as zero: the criterion's policy decides, not the formula."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A parsed formula: `operator` is one of + - * / min max, "input" or "number"."""

    operator: str
    operands: tuple["Formula", ...] = ()
    name: str = ""
    value: Fraction = Fraction(0)

    def names(self) -> tuple[str, ...]:
        """The inputs it reads, in order of appearance, each once."""
        own = (self.name,) if self.operator == "input" else ()
        return tuple(dict.fromkeys((*own, *(n for part in self.operands for n in part.names()))))

    def evaluate(self, values: Mapping[str, Fraction]) -> Fraction:
        """The exact value; raises `ZeroDenominator` when a divisor is zero, `KeyError` for an input left empty."""
        if self.operator == "number":
            return self.value
        if self.operator == "input":
            return values[self.name]
        parts = [operand.evaluate(values) for operand in self.operands]
        if self.operator in ("min", "max"):
            return min(parts) if self.operator == "min" else max(parts)
        left, right = parts
        if self.operator == "/" and right == 0:
            raise ZeroDenominator
        if self.operator == "+":
            return left + right
        if self.operator == "-":
            return left - right
        return left * right if self.operator == "*" else left / right


@functools.lru_cache(maxsize=4096)
def parse(text: str) -> Formula:
    """The formula `text` writes; raises `AppError("formula.malformed", text=…)`."""
    reader = _Reader(text)
    formula = reader.sum(0)
    if reader.token is not None:
        raise reader.refused()
    return formula


class _Reader:
    """Recursive descent over the tokens of one formula."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._terms = 0
        self.token: tuple[str, str] | None = None
        if len(text) > MAX_LENGTH:
            raise self.refused()
        self._advance()

    def refused(self) -> AppError:
        return AppError("formula.malformed", text=self._text[:80])

    def sum(self, depth: int) -> Formula:
        left = self._product(depth)
        while self.token is not None and self.token[1] in "+-":
            left = Formula(self._take(), (left, self._product(depth)))
        return left

    def _product(self, depth: int) -> Formula:
        left = self._atom(depth)
        while self.token is not None and self.token[1] in "*/":
            left = Formula(self._take(), (left, self._atom(depth)))
        return left

    def _atom(self, depth: int) -> Formula:
        self._terms += 1
        if self.token is None or depth > MAX_DEPTH or self._terms > MAX_TERMS:
            raise self.refused()
        kind, text = self.token
        self._advance()
        if kind == "number":
            return Formula("number", value=parse_amount(text))
        if kind == "name":
            if text in ("min", "max") and self.token == ("sign", "("):
                return Formula(text, self._list(depth))
            return Formula("input", name=text)
        if text == "-":
            return Formula("-", (Formula("number"), self._atom(depth + 1)))
        if text != "(":
            raise self.refused()
        inner = self.sum(depth + 1)
        self._expect(")")
        return inner

    def _list(self, depth: int) -> tuple[Formula, ...]:
        self._expect("(")
        items = [self.sum(depth + 1)]
        while self.token == ("sign", ","):
            self._advance()
            items.append(self.sum(depth + 1))
        self._expect(")")
        return tuple(items)

    def _expect(self, sign: str) -> None:
        if self.token != ("sign", sign):
            raise self.refused()
        self._advance()

    def _take(self) -> str:
        if self.token is None:
            raise self.refused()
        text = self.token[1]
        self._advance()
        return text

    def _advance(self) -> None:
        if not self._text[self._at :].strip():
            self.token = None
            return
        match = _TOKEN.match(self._text, self._at)
        if match is None:
            raise self.refused()
        self._at = match.end()
        kind = match.lastgroup or ""
        text = match.group(kind)
        self.token = (kind, _SAME.get(text, text))
