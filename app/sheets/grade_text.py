"""Points, tables of points and bands as people write them: "có: tối đa", "từ 50% đến dưới 75%: 1/2 tối đa"."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from app.domain.intervals import SIDES
from app.domain.rules import FULL_GRADE, Band, BandKind, Grade, Rounding, RoundingMode
from app.domain.text import fold
from app.errors import AppError
from app.sheets.cells import Unfit, amount_from

FULL, POINTS, SHARE = "tối đa", "điểm", "theo tỷ lệ"
ANY_VALUE = "mọi giá trị"
_ANSWERS = {"yes": "có", "no": "không"}
_DIRECTIONS = {RoundingMode.HALF_UP: "", RoundingMode.DOWN: " xuống", RoundingMode.UP: " lên"}
_LOW = r"(?:(?:tu|>=|≥)\s*(?P<at_least>[^<≤;]+?)|(?:tren|>)\s*(?P<above>[^<≤;]+?))"
_HIGH = r"(?:(?:duoi|<(?!=))\s*(?P<below>.+)|(?:het|<=|≤)\s*(?P<up_to>.+))"
_FROM_TO = re.compile(rf"{_LOW}?\s*(?:-|;|den)?\s*{_HIGH}?")
_LOWS = {"at_least": "từ", "above": "trên"}
_HIGHS = {"below": "dưới", "up_to": "hết"}
T = TypeVar("T")


def amount_text(amount: str) -> str:
    """An amount with the decimal comma."""
    return amount.replace(".", ",")


def grade_of(grade: Grade) -> str:
    """ "5 điểm", "1/2 tối đa" or "tối đa"; raises `Unfit` for a grade that is neither or both."""
    if (grade.points is None) is (grade.fraction is None):
        raise Unfit("grades")
    if grade.points is not None:
        return f"{amount_text(grade.points)} {POINTS}"
    if grade == FULL_GRADE:
        return FULL
    return f"{amount_text(grade.fraction or '')} {FULL}"


def grade_in(text: str) -> Grade:
    """The grade of such a text; a bare percentage or fraction is one of the maximum, a bare number points."""
    bare = " ".join(text.replace("×", " ").replace("*", " ").split()).removesuffix(".")
    lowered = fold(bare)
    if lowered in (fold(FULL), fold("điểm tối đa")):
        return FULL_GRADE
    for ending in ("điểm tối đa", FULL):
        if lowered.endswith(fold(ending)):
            return Grade(fraction=amount_from(bare[: -len(ending)]))
    is_points = lowered.endswith(fold(POINTS))
    amount = amount_from(bare[: -len(POINTS)] if is_points else bare)
    is_fraction = not is_points and ("%" in amount or "/" in amount)
    return Grade(fraction=amount) if is_fraction else Grade(points=amount)


def grades_of(grades: Mapping[str, Grade]) -> str:
    """One line "key: grade" each."""
    return "\n".join(f"{_ANSWERS.get(key, key)}: {grade_of(grade)}" for key, grade in grades.items())


def grades_in(text: str) -> dict[str, Grade]:
    """The grades by key, "có" and "không" as yes and no."""
    answers = {word: key for key, word in _ANSWERS.items()}
    grades: dict[str, Grade] = {}
    for line in _lines(text):
        key, colon, grade = line.rpartition(":")
        key = " ".join(key.split())
        if not colon or not key or answers.get(key, key) in grades:
            raise Unfit("grades")
        grades[answers.get(key, key)] = _fitting("grades", grade_in, grade)
    return grades


def bands_of(bands: Sequence[Band]) -> str:
    """One line "interval: points" each."""
    return "\n".join(f"{_interval(band)}: {_outcome(band)}" for band in bands)


def bands_in(text: str) -> tuple[Band, ...]:
    """The bands of such lines; ">= 50% - < 75%: 5" is read as well."""
    return tuple(_fitting("bands", _band_in, line) for line in _lines(text))


def rounding_of(rounding: Rounding) -> str:
    """ "0,25", "0,25 xuống" or "0,25 lên"."""
    return amount_text(rounding.unit) + _DIRECTIONS[rounding.mode]


def rounding_in(text: str) -> Rounding:
    """The rounding of such a text."""
    for mode, word in _DIRECTIONS.items():
        if word and fold(text).endswith(fold(word)):
            return Rounding(unit=amount_from(text.rstrip()[: -len(word)]), mode=mode)
    return Rounding(unit=amount_from(text))


def _interval(band: Band) -> str:
    told = {side: amount_text(limit) for side in SIDES if (limit := getattr(band, side)) is not None}
    low = next((f"{word} {told[side]}" for side, word in _LOWS.items() if side in told), "")
    high = next((f"{word} {told[side]}" for side, word in _HIGHS.items() if side in told), "")
    if band.up_to is not None and not low:
        return f"đến {high}"
    return " đến ".join(part for part in (low, high) if part) or ANY_VALUE


def _outcome(band: Band) -> str:
    if band.kind is BandKind.LITERAL:
        return SHARE
    if band.kind is BandKind.RESCALED:
        return f"{SHARE} chia {amount_text(band.threshold or '')}"
    return grade_of(band.grade)


def _band_in(line: str) -> Band:
    interval, colon, outcome = line.rpartition(":")
    limits = _FROM_TO.fullmatch(fold(interval))
    if not colon or not (limits or fold(interval) == fold(ANY_VALUE)):
        raise Unfit("bands")
    found = {side: text for side, text in limits.groupdict().items() if text} if limits else {}
    if limits and not found:
        raise Unfit("bands")
    sides: dict[str, Any] = {side: amount_from(text.strip(" -")) for side, text in found.items()}
    told = fold(outcome)
    if not told.startswith(fold(SHARE)):
        return Band(**sides, grade=grade_in(outcome))
    _, divided, threshold = told.partition("chia")
    if divided:
        return Band(**sides, kind=BandKind.RESCALED, threshold=amount_from(threshold))
    return Band(**sides, kind=BandKind.LITERAL)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.replace(";", "\n").split("\n") if line.strip()]


def _fitting(expected: str, parse: Callable[[str], T], text: str) -> T:
    try:
        return parse(text)
    except (Unfit, AppError) as error:
        raise Unfit(expected) from error
