"""Exact numbers in sentences: "75 %", "1/3", "1.506,25"; rounded only where that can't mislead."""

from fractions import Fraction

from app.domain import numbers

HUNDRED = Fraction(100)
MOST_DECIMALS = 12


def number(value: Fraction, language: str = "vi") -> str:
    """All digits with the signs of the language; a fraction ("1/3") where the decimals do not end soon."""
    decimals = _decimals(value)
    if decimals is None:
        return f"{numbers.grouped(Fraction(value.numerator), 0, language)}/{value.denominator}"
    return numbers.grouped(value, decimals, language)


def share(value: Fraction, language: str = "vi") -> str:
    """A ratio as a percentage, exact: "75 %", "33 1/3 %" is written "100/3 %"."""
    return f"{number(value * HUNDRED, language)} %"


def measured_share(value: Fraction, language: str = "vi", beside: Fraction | None = None) -> str:
    """A measured ratio as a percentage with two decimals, more where two would put it on the wrong side of `beside`."""
    percent = value * HUNDRED
    decimals = 2
    if beside is not None:
        mark = beside * HUNDRED
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
