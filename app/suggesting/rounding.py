"""Roundings as decisions state them: "làm tròn đến 0,25 điểm", "làm tròn hai chữ số thập phân"."""

import re
from dataclasses import dataclass
from fractions import Fraction

from app.suggesting.lexicon import NUMERALS
from app.suggesting.spelling import bare
from app.suggesting.stream import Run

_NUMERALS = {bare(word): value for word, value in NUMERALS.items()}
_UP, _DOWN = re.compile("tron( so)? len "), re.compile("tron( so)? xuong ")


@dataclass(frozen=True, kw_only=True, slots=True)
class Rounding:
    """To multiples of `unit` points; `mode`: half_up, up, down."""

    unit: Fraction
    mode: str = "half_up"
    place: tuple[int, int] = (0, 0)


def read(run: Run, at: int) -> tuple[Rounding, int] | None:
    """The rounding whose word stands at a place, and where it ends; None where the unit isn't said."""
    end = at + 1
    while end < len(run) and run.sign(end) in tuple("wTNDUFvnd(xeVag") and not (run.sign(end) == "(" and end > at + 1):
        end += 1
    words = f" {bare(run[at:end].words)} "
    numbers = [each for each in run.lexemes[at:end] if each.sign == "n"]
    unit: Fraction | None = None
    if any(said in words for said in (" chu so ", " so thap phan ", " so le ", " so sau dau ")):
        digits = [int(each.value) for each in numbers] or [
            _NUMERALS[word] for word in words.split() if word in _NUMERALS
        ]
        if len(digits) == 1 and 0 <= digits[0] <= 6:
            unit = Fraction(1, 10 ** digits[0])
    elif " so nguien " in words or " hang don vi " in words:
        unit = Fraction(1)
    elif len(numbers) == 1 and 0 < numbers[0].value <= 1 and " chu " not in words and " thap phan " not in words:
        unit = numbers[0].value
    if unit is None:
        return None
    mode = "up" if _UP.search(words) else "down" if _DOWN.search(words) else "half_up"
    return Rounding(unit=unit, mode=mode, place=run[at:end].place), end
