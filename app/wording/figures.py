"""Exact numbers in sentences: "75 %", "1/3", "1.506,25"; rounded only where that can't mislead."""

import math
from collections.abc import Iterable
from fractions import Fraction

from app.domain import numbers

HUNDRED = Fraction(100)
MOST_DECIMALS = 12
CUT = 4


def number(value: Fraction, language: str = "vi") -> str:
    """All digits with the signs of the language; a fraction ("1/3") where the decimals do not end soon."""
    decimals = _decimals(value)
    if decimals is None:
        above, below = (numbers.grouped(Fraction(part), 0, language) for part in value.as_integer_ratio())
        return f"{above}/{below}"
    return numbers.grouped(value, decimals, language)


def share(value: Fraction, language: str = "vi") -> str:
    """A ratio as a percentage, exact: "75 %", and "100/3 %" for a third."""
    return f"{number(value * HUNDRED, language)} %"


def measured(value: Fraction, language: str = "vi") -> str:
    """A number that was computed: exact up to four decimals, else cut off there ("9,8823…"), never rounded up."""
    decimals = _decimals(value)
    if decimals is not None and decimals <= CUT:
        return numbers.grouped(value, decimals, language)
    cut = Fraction(math.trunc(value * 10**CUT), 10**CUT)
    sign = "-" if value < 0 and cut == 0 else ""
    return f"{sign}{numbers.grouped(cut, CUT, language)}…"


def measured_share(value: Fraction, language: str = "vi", limits: Iterable[Fraction] = ()) -> str:
    """A measured ratio as a percentage with two decimals; more where two would put it on the wrong side of a limit."""
    percent = value * HUNDRED
    decimals = 2
    for limit in limits:
        mark = limit * HUNDRED
        while decimals < MOST_DECIMALS and (_rounded(percent, decimals) >= mark) != (percent >= mark):
            decimals += 1
    return f"{numbers.grouped(percent, decimals, language)} %"


def _rounded(value: Fraction, decimals: int) -> Fraction:
    return numbers.round_half_up(value, Fraction(1, 10**decimals))


def _decimals(value: Fraction) -> int | None:
    """How many decimals write `value` exactly; None when too many."""
    for decimals in range(MOST_DECIMALS + 1):
        if (value * 10**decimals).denominator == 1:
            return decimals
    return None
