"""Exact numbers: decimal text in, `Fraction` inside, decimal text out. No binary float is ever a point."""

import functools
import re
from collections.abc import Sequence
from fractions import Fraction

from app.errors import AppError

_DECIMAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,12})?")
_STORED = re.compile(r"-?[0-9]{1,4000}/[0-9]{1,4000}")  # a sum of 100 ratios has a denominator of 1,000 digits
_TYPED = re.compile(r"-?([0-9]+|[1-9][0-9]{0,2}(\.[0-9]{3})+)(,[0-9]+)?")
_SORT_SCALE = 10**9


@functools.lru_cache(maxsize=1 << 16)
def parse_decimal(text: str) -> Fraction:
    """The exact value of an input written ``-?\\d{1,15}(\\.\\d{1,12})?``.

    The text is checked before it is parsed: a hostile ``1e100000000`` would take minutes. Raises
    `AppError("number.malformed", text=…)`.
    """
    if not _DECIMAL.fullmatch(text):
        raise AppError("number.malformed", text=text[:40])
    return Fraction(text)


@functools.lru_cache(maxsize=1 << 16)
def whole_numbers(text: str) -> tuple[int, int]:
    """The value of a decimal input as a quotient in lowest terms; raises what `parse_decimal` raises."""
    return parse_decimal(text).as_integer_ratio()


def parse_amount(text: str) -> Fraction:
    """A decimal, a percentage ("75%" is 3/4) or a quotient of whole numbers ("1/3"), as frameworks write amounts."""
    if text.endswith("%"):
        return parse_decimal(text[:-1].rstrip()) / 100
    above, bar, below = text.partition("/")
    if not bar:
        return parse_decimal(text)
    divisor = parse_decimal(below)
    if divisor <= 0:
        raise AppError("number.malformed", text=text[:40])
    return parse_decimal(above) / divisor


def normalise_typed(text: str) -> str:
    """What a person typed ("1.506", "75,3", "75.3") as the decimal text that is stored.

    A comma is the decimal sign and points group thousands, as Vietnam writes numbers; a single point that cannot
    group thousands is read as a decimal point. Raises `AppError("number.malformed", text=…)`.
    """
    bare = "".join(text.split()).replace("\u202f", "").replace("−", "-").replace("–", "-")
    if _TYPED.fullmatch(bare):
        bare = bare.replace(".", "").replace(",", ".")
    parse_decimal(bare)
    return bare


def to_stored(value: Fraction) -> str:
    """``n/d`` in lowest terms, as it stands in the database and in bundles."""
    return f"{value.numerator}/{value.denominator}"


def from_stored(text: str) -> Fraction:
    """The value of ``n/d``; raises `AppError("number.malformed")` when it is not in lowest terms."""
    if _STORED.fullmatch(text) and not text.endswith("/0"):
        above, _, below = text.partition("/")
        if int(below):
            value = Fraction(int(above), int(below))
            if to_stored(value) == text:
                return value
    raise AppError("number.malformed", text=str(text)[:40])


def sort_key(value: Fraction) -> int:
    """A whole number that orders values in SQL; never shown, never compared for ties."""
    return value.numerator * _SORT_SCALE // value.denominator


def round_half_up(value: Fraction, unit: Fraction) -> Fraction:
    """The multiple of `unit` nearest to `value`, halves away from zero."""
    steps = abs(value) / unit + Fraction(1, 2)
    return (-1 if value < 0 else 1) * (steps.numerator // steps.denominator) * unit


def decimal_text(value: Fraction, decimals: int) -> str:
    """`value` rounded half up to a fixed number of decimals, with a point: ``decimal_text(1/3, 2)`` is "0.33"."""
    scaled = round_half_up(value, Fraction(1, 10**decimals)) * 10**decimals
    digits = str(abs(scaled.numerator)).rjust(decimals + 1, "0")
    sign = "-" if scaled < 0 else ""
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}" if decimals else f"{sign}{digits}"


def exact_text(value: Fraction) -> str:
    """All digits where the decimal ends ("63.25"), else 12 decimals rounded half up ("0.833333333333")."""
    twos = fives = 0
    rest = value.denominator
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return decimal_text(value, 12)
    return decimal_text(value, max(twos, fives))


def numbers_text(whole: Sequence[int]) -> str:
    """Whole numbers in ascending order as people write them: "1–3, 5"."""
    runs: list[list[int]] = []
    for number in whole:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def grouped(value: Fraction, decimals: int, language: str = "vi") -> str:
    """For people: "1.234,50" in Vietnamese, "1,234.50" in English, rounded half up."""
    text = decimal_text(value, decimals)
    sign = "-" if text.startswith("-") else ""
    whole, _, part = text.lstrip("-").partition(".")
    thousand, point = (".", ",") if language == "vi" else (",", ".")
    groups: list[str] = []
    while len(whole) > 3:
        whole, group = whole[:-3], whole[-3:]
        groups.insert(0, group)
    return sign + thousand.join([whole, *groups]) + (point + part if part else "")
