"""Amounts as a suggestion writes them: decimals with a point, fractions of the maximum as quotients."""

import re
from fractions import Fraction

from app.domain.numbers import exact_text
from app.suggesting.outcomes import Outcome

_TYPED = re.compile(r"\s*([-−–+]?)\s*(\d{1,9}(?:[.,]\d{1,6})?)\s*(?:điểm|đ)?\s*", re.IGNORECASE)


def decimal(value: Fraction) -> str:
    """ "7.5"; a quotient where no decimal ends ("1/3")."""
    text = exact_text(value)
    return text if Fraction(text) == value else str(value)


def grade(outcome: Outcome) -> dict[str, str]:
    """{"points": "7.5"} or {"fraction": "1/2"}."""
    if outcome.kind.endswith("points"):
        return {"points": decimal(outcome.value)}
    return {"fraction": str(outcome.value)}


def worth(outcome: Outcome, maximum: Fraction) -> Fraction:
    """The points a constant outcome gives."""
    return outcome.value if outcome.kind.endswith("points") else outcome.value * maximum


def read_maximum(typed: str) -> Fraction | None:
    """A maximum as people type it ("10", "0,5 điểm", "-1"); None where there is none."""
    match = _TYPED.fullmatch(typed)
    if match is None:
        return None
    value = Fraction(match[2].replace(",", "."))
    return (-value if match[1] in ("-", "−", "–") and match[1] else value) or None
