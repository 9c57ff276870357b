"""Bands that decisions use again and again, told by their shape and changed by their threshold; rows of a table."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from typing import Any

from app.domain.codec import Amount
from app.domain.intervals import Edge
from app.domain.rules import NO_GRADE, Band, BandKind, Bands, Grade
from app.domain.scaling import grade_points

_OPEN = {"at_least": "above", "below": "up_to"}  # the same limit on its other side
_OTHER = _OPEN | {other: side for side, other in _OPEN.items()}


class BandForm(StrEnum):
    """What a table of bands amounts to; T is the threshold, F the floor."""

    FULL_FROM = "full_from"  # full from T, below it the ratio × maximum as it stands
    DIVIDED = "divided"  # full from T, below it ratio ÷ T × maximum
    ALL_OR_NOTHING = "all_or_nothing"  # full from T, below it nothing
    FLOOR = "floor"  # full from T, nothing below F, in between the ratio (or ratio ÷ T) × maximum
    TABLE = "table"


def ascending(bands: Iterable[Band]) -> tuple[Band, ...]:
    """The bands from the lowest to the highest."""
    lowest = Edge(Fraction(0))
    return tuple(sorted(bands, key=lambda band: (band.start is not None, band.start or lowest)))


def descending(bands: Iterable[Band]) -> tuple[Band, ...]:
    """The bands from the highest to the lowest, as decisions list them."""
    return tuple(reversed(ascending(bands)))


def form_of(scale: Bands, maximum: Fraction) -> BandForm:
    """The form of a table of bands for a rule of so many points."""
    if len(scale.bands) not in (2, 3) or not _is_one_line(scale.bands):
        return BandForm.TABLE
    *lower, top = ascending(scale.bands)
    if not _gives(top, maximum, maximum):
        return BandForm.TABLE
    middle = lower[-1]
    follows = middle.kind is BandKind.LITERAL or _divides_by(middle, top)
    if len(lower) == 2:
        return BandForm.FLOOR if follows and _gives(lower[0], Fraction(0), maximum) else BandForm.TABLE
    if follows:
        return BandForm.FULL_FROM if middle.kind is BandKind.LITERAL else BandForm.DIVIDED
    return BandForm.ALL_OR_NOTHING if _gives(middle, Fraction(0), maximum) else BandForm.TABLE


def _is_one_line(bands: tuple[Band, ...]) -> bool:
    """Whether the bands hold every number, each just once."""
    line = ascending(bands)
    meets = all(one.end is not None and one.end == two.start for one, two in itertools.pairwise(line))
    return meets and line[0].start is None and line[-1].end is None and not any(band.is_empty for band in line)


def _gives(band: Band, points: Fraction, maximum: Fraction) -> bool:
    return band.kind is BandKind.CONSTANT and grade_points(band.grade, maximum) == points


def _divides_by(band: Band, top: Band) -> bool:
    limits = band.threshold, top.low
    return band.kind is BandKind.RESCALED and None not in limits and limits[0].value == limits[1].value  # type: ignore[union-attr]


# The named forms. --------------------------------------------------------------------------------------------------


def made(form: BandForm, threshold: Amount, floor: Amount | None = None) -> Bands:
    """The bands of a form, from the highest to the lowest."""
    top = Band(at_least=threshold)
    match form:
        case BandForm.FULL_FROM:
            return Bands(bands=(top, Band(below=threshold, kind=BandKind.LITERAL)))
        case BandForm.DIVIDED:
            return Bands(bands=(top, Band(below=threshold, kind=BandKind.RESCALED, threshold=threshold)))
        case BandForm.FLOOR if floor is not None:
            middle = Band(at_least=floor, below=threshold, kind=BandKind.LITERAL)
            return Bands(bands=(top, middle, Band(below=floor, grade=NO_GRADE)))
    return Bands(bands=(top, Band(below=threshold, grade=NO_GRADE)))


def threshold_of(scale: Bands) -> Amount | None:
    """The limit above which the highest band lies."""
    return ascending(scale.bands)[-1].low if scale.bands else None


def floor_of(scale: Bands) -> Amount | None:
    """The limit above which the second lowest band lies: the floor of that form."""
    line = ascending(scale.bands)
    return line[1].low if len(line) > 2 else None


def is_strict(scale: Bands) -> bool:
    """Whether only what is above the threshold reaches it ("trên 75 %")."""
    return bool(scale.bands) and ascending(scale.bands)[-1].above is not None


def with_threshold(scale: Bands, threshold: Amount) -> Bands:
    """A named form with another threshold: both bands that meet there move, and what is divided by it."""
    return _moved(scale, -1, threshold)


def with_floor(scale: Bands, floor: Amount) -> Bands:
    """The form with a floor, with another floor."""
    return _moved(scale, 1, floor)


def with_strict(scale: Bands, strict: bool) -> Bands:
    """A named form whose threshold itself belongs to the band below (`strict`) or to the one above."""
    if is_strict(scale) == strict:
        return scale
    line = ascending(scale.bands)
    top, under = line[-1], line[-2]
    return _swapped(scale, {top: _turned(top, low=True), under: _turned(under, low=False)})


def with_middle(scale: Bands, kind: BandKind) -> Bands:
    """The form with a floor, with what lies between floor and threshold counted one way or the other."""
    middle = ascending(scale.bands)[1]
    threshold = threshold_of(scale) if kind is BandKind.RESCALED else None
    if threshold is not None and threshold.value <= 0:  # nothing is divided by that
        return scale
    return _swapped(scale, {middle: replace(middle, kind=kind, threshold=threshold)})


def _moved(scale: Bands, at: int, limit: Amount) -> Bands:
    line = ascending(scale.bands)
    upper, lower = line[at], line[at - 1]
    swaps = {upper: limited(upper, limit, low=True), lower: limited(lower, limit, low=False)}
    if at == -1 and lower.kind is BandKind.RESCALED and limit.value > 0:
        swaps[lower] = replace(swaps[lower], threshold=limit)
    return _swapped(scale, swaps)


def _swapped(scale: Bands, swaps: dict[Band, Band]) -> Bands:
    """The scale with bands exchanged where they stand: the order of the rows is the author's."""
    return Bands(bands=tuple(swaps.get(band, band) for band in scale.bands))


# Rows of a table. --------------------------------------------------------------------------------------------------


def side_of(band: Band, *, low: bool) -> str:
    """The name of the side a limit is on; the usual one where there is no limit."""
    usual = "at_least" if low else "below"
    return _OTHER[usual] if getattr(band, _OTHER[usual]) is not None else usual


def limited(band: Band, limit: Amount | None, *, low: bool, side: str = "") -> Band:
    """The band with another lower or upper limit, on the side it is on or on `side`."""
    wanted = side or side_of(band, low=low)
    sides: Mapping[str, Any] = {wanted: limit, _OTHER[wanted]: None}
    return replace(band, **sides)


def _turned(band: Band, *, low: bool) -> Band:
    limit = band.low if low else band.high
    return limited(band, limit, low=low, side=_OTHER[side_of(band, low=low)])


def joined(scale: Bands) -> Bands:
    """The bands without gaps and overlaps: each ends where the one above begins, the outer ones without limit.

    The lower limits stay; a band without one, other than the lowest, can't be placed and is left alone.
    """
    line = list(ascending(scale.bands))
    swaps = {}
    for one, two in zip(line, [*line[1:], None], strict=True):
        if two is None:
            swaps[one] = limited(one, None, low=False)
        elif two.low is not None:
            swaps[one] = limited(one, two.low, low=False, side="up_to" if two.above is not None else "below")
    if line:
        swaps[line[0]] = limited(swaps.get(line[0], line[0]), None, low=True)
    return _swapped(scale, swaps)


def with_row(scale: Bands) -> Bands:
    """One more band: it takes the lower part of the lowest one, where that has no lower limit and lies above 0."""
    line = ascending(scale.bands)
    if not line:
        return Bands(bands=(Band(),))
    lowest = line[0]
    if lowest.low is not None:
        new = limited(Band(grade=NO_GRADE), lowest.low, low=False, side=_meeting(lowest))
        return Bands(bands=(*scale.bands, new))
    limit = _halved(lowest.high)
    above = limited(lowest, limit, low=True, side="at_least")
    new = Band(below=limit, grade=NO_GRADE)
    rows = [row for band in scale.bands for row in ((above, new) if band is lowest else (band,))]
    return Bands(bands=tuple(rows))


def _meeting(band: Band) -> str:
    return "up_to" if band.above is not None else "below"


def _halved(limit: Amount | None) -> Amount:
    """About half of a limit, whole where that is possible and in its own writing; something lower from 0 down."""
    if limit is None:
        return Amount("0")
    unit = Fraction(1, 100) if limit.endswith("%") else Fraction(1)
    count = limit.value / unit
    half = Fraction(count // 2) if count >= 2 else count / 2 if count > 0 else count - 1
    text = f"{half.numerator}/{half.denominator}" if half.denominator != 1 else str(half.numerator)
    return Amount(f"{text}%" if unit < 1 and half.denominator == 1 else text)


def without_row(scale: Bands, at: int) -> Bands:
    """The bands without one row; the last one stays."""
    if len(scale.bands) < 2:
        return scale
    return Bands(bands=(*scale.bands[:at], *scale.bands[at + 1 :]))


def with_band(scale: Bands, at: int, band: Band) -> Bands:
    """The bands with another one in row `at`."""
    return Bands(bands=(*scale.bands[:at], band, *scale.bands[at + 1 :]))


def of_kind(band: Band, kind: BandKind, fallback: Amount) -> Band:
    """The band giving points another way; dividing needs a threshold above 0: its own upper limit, or `fallback`."""
    if kind is not BandKind.RESCALED:
        return replace(band, kind=kind, threshold=None)
    own = band.threshold or (band.high if band.high is not None and band.high.value > 0 else fallback)
    return replace(band, kind=kind, threshold=own)


def regraded(band: Band, grade: Grade) -> Band:
    """The band with other points."""
    return replace(band, kind=BandKind.CONSTANT, grade=grade, threshold=None)
