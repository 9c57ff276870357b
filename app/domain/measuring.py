"""Inputs to a measure: the number, option or set of ticks that a scale reads."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from app.domain import formula
from app.domain.assessment import ABSENT, NO, YES
from app.domain.formula import ZeroDenominator
from app.domain.numbers import parse_decimal, whole_numbers
from app.domain.rules import (
    Choice,
    Computed,
    Growth,
    Judgement,
    Measure,
    Number,
    Periods,
    PerPopulation,
    Ratio,
    RelativeToBest,
    Ticks,
    YesNo,
)

ONE = Fraction(1)
_WORDS = {YES: ONE, NO: Fraction(0), ABSENT: Fraction(0)}  # answers in a number's place


class Empty(Exception):
    """An input it needs was left empty."""


class NoPrevious(Exception):
    """There is no comparable previous period: the answer was "none"."""


class NoReference(Exception):
    """Nobody to compare with, or a best of zero; `own` is the own measure."""

    def __init__(self, own: Fraction) -> None:
        super().__init__()
        self.own = own


class Measured(NamedTuple):
    """`above` / `below`: the number; `chosen`: the options, one per input asked, or the ticks.

    The number is kept as whole numbers, `below` > 0, not in lowest terms: a campaign measures hundreds of thousands.
    `listed`: how many ticks there are; `own`: the own measure before comparing; `is_above_one`: the numerator was
    greater than the denominator.
    """

    above: int = 0
    below: int = 1
    chosen: tuple[str, ...] = ()
    listed: int = 0
    own: Fraction | None = None
    is_above_one: bool = False

    @property
    def value(self) -> Fraction:
        """The number."""
        return Fraction(self.above, self.below)


def as_measure(value: Fraction, own: Fraction | None = None) -> Measured:
    """A number as a measure."""
    return Measured(*value.as_integer_ratio(), own=own)


def measure_of(measure: Measure, inputs: Mapping[str, str], peers: tuple[Fraction, ...] | None) -> Measured:
    """The measure of these inputs; raises `Empty`, `ZeroDenominator`, `NoPrevious` or `NoReference`.

    `peers`: the measures of the others, for a measure relative to the best.
    """
    if isinstance(measure, Ratio):
        above, below = _ratio(measure, inputs)
        return Measured(above, below) if above <= below else Measured(1, 1, is_above_one=True)
    if isinstance(measure, (YesNo, Choice)):
        answer = _answer(inputs, measure.input)
        return Measured(1 if answer == YES else 0, chosen=(answer,))
    if isinstance(measure, Ticks):
        if not any(inputs.get(key) for key in measure.inputs):
            raise Empty
        ticked = tuple(key for key in measure.inputs if inputs.get(key) == YES)
        return Measured(len(ticked), chosen=ticked, listed=len(measure.inputs))
    if isinstance(measure, Periods):
        chosen = tuple(_answer(inputs, key) for key in measure.inputs)
        return Measured(len(chosen), chosen=chosen, listed=len(chosen))
    if isinstance(measure, RelativeToBest):
        return _relative(measure, inputs, peers)
    if isinstance(measure, Growth):
        return as_measure(_growth(measure, inputs))
    return as_measure(_number(measure, inputs))


def _answer(inputs: Mapping[str, str], key: str) -> str:
    answer = inputs.get(key, "")
    if not answer:
        raise Empty
    return answer


def _value(inputs: Mapping[str, str], key: str) -> Fraction:
    answer = inputs.get(key)
    if not answer:
        raise Empty
    if answer in _WORDS:
        if answer == ABSENT:
            raise NoPrevious
        return _WORDS[answer]
    return parse_decimal(answer)


def evaluate(text: str, inputs: Mapping[str, str]) -> Fraction:
    """A formula with these inputs; raises `Empty`, `ZeroDenominator` or `NoPrevious`."""
    if text.isidentifier():  # most formulas are one input
        return _value(inputs, text)
    parsed = formula.parse(text)
    return parsed.evaluate({name: _value(inputs, name) for name in parsed.names()})


def _quotient(text: str, inputs: Mapping[str, str]) -> tuple[int, int]:
    """A formula's value as whole numbers; most are one input that holds a number."""
    answer = inputs.get(text)
    if answer and answer not in _WORDS:
        return whole_numbers(answer)
    return evaluate(text, inputs).as_integer_ratio()


def _ratio(measure: Ratio, inputs: Mapping[str, str]) -> tuple[int, int]:
    down, shares = _quotient(measure.denominator, inputs)
    up, parts = _quotient(measure.numerator, inputs)
    if not down:
        raise ZeroDenominator
    return (up * shares, parts * down) if down > 0 else (-up * shares, -parts * down)


def _number(measure: Number | Computed | PerPopulation | Judgement, inputs: Mapping[str, str]) -> Fraction:
    if isinstance(measure, Number):
        return _value(inputs, measure.input)
    if isinstance(measure, Computed):
        return evaluate(measure.expression, inputs)
    if isinstance(measure, PerPopulation):
        count, population = _value(inputs, measure.count), _value(inputs, measure.population)
        if population == 0:
            raise ZeroDenominator
        return count * measure.per / population
    raise TypeError(measure)


def _growth(measure: Growth, inputs: Mapping[str, str]) -> Fraction:
    current, previous = _value(inputs, measure.current), _value(inputs, measure.previous)
    if previous == 0:
        raise ZeroDenominator
    return (current - previous) / previous


def _relative(measure: RelativeToBest, inputs: Mapping[str, str], peers: tuple[Fraction, ...] | None) -> Measured:
    own = Fraction(*_ratio(measure.of, inputs)) if isinstance(measure.of, Ratio) else _number(measure.of, inputs)
    if peers is None:
        raise NoReference(own)
    best = max((own, *peers))
    if best <= 0 or not peers:
        raise NoReference(own)
    return as_measure(max(own, Fraction(0)) / best, own)
