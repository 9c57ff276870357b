"""A measure to points on a scale, before caps."""

from fractions import Fraction

from app.domain.measuring import Measured
from app.domain.numbers import round_half_up
from app.domain.rules import (
    AsPoints,
    Band,
    BandKind,
    Bands,
    Deductions,
    Grade,
    Inverse,
    Items,
    Ladder,
    Options,
    PerPeriod,
    Rounding,
    RoundingMode,
    Scale,
    ShareOfItems,
    TimesMaximum,
    UnitPoints,
)

ZERO = Fraction(0)


def grade_points(grade: Grade, maximum: Fraction) -> Fraction:
    """Points of a grade, given the maximum a fraction refers to."""
    if grade.points is not None:
        return grade.points.value
    if grade.fraction is None:
        return ZERO
    return maximum if grade.fraction.value == 1 else grade.fraction.value * maximum


def rounded(points: Fraction, rounding: Rounding | None) -> Fraction:
    """Points rounded as the rule states, if it does."""
    if rounding is None:
        return points
    unit = rounding.unit.value
    if rounding.mode is RoundingMode.HALF_UP:
        return round_half_up(points, unit)
    steps = points / unit
    return (steps.__floor__() if rounding.mode is RoundingMode.DOWN else steps.__ceil__()) * unit


def points_on_scale(scale: Scale, measured: Measured, maximum: Fraction) -> Fraction:
    """Points that the scale gives to the measure; the caller keeps them within 0 and the maximum."""
    if isinstance(scale, Bands):
        return _in_band(scale, measured, maximum)
    if isinstance(scale, TimesMaximum):
        return _product(measured, maximum)
    value = measured.value
    match scale:
        case Options() | Items() | PerPeriod():
            grades = (scale.grades.get(key) for key in measured.chosen)
            return sum((grade_points(grade, maximum) for grade in grades if grade is not None), ZERO)
        case ShareOfItems():
            return value / measured.listed * maximum if measured.listed else ZERO
        case UnitPoints():
            return value * scale.points.value
        case Ladder():
            return _on_ladder(scale, value)
        case Deductions():
            return grade_points(scale.start, maximum) - value * grade_points(scale.each, maximum)
        case Inverse():
            return (1 - value) * maximum
        case AsPoints():
            return value


def band_of(scale: Bands, value: Fraction) -> Band | None:
    """The band the value falls into, the first that holds it; None in a gap."""
    return _band_holding(scale, *value.as_integer_ratio())


def _band_holding(scale: Bands, above: int, below: int) -> Band | None:
    for band in scale.bands:
        if band.holds_quotient(above, below):
            return band
    return None


def _in_band(scale: Bands, measured: Measured, maximum: Fraction) -> Fraction:
    band = _band_holding(scale, measured.above, measured.below)
    if band is None:
        return ZERO
    if band.kind is BandKind.CONSTANT:
        return grade_points(band.grade, maximum)
    if band.kind is BandKind.LITERAL:
        return _product(measured, maximum)
    threshold = band.threshold.value if band.threshold is not None else Fraction(1)
    return measured.value / threshold * maximum


def _product(measured: Measured, maximum: Fraction) -> Fraction:
    """The measure times the maximum, brought to lowest terms once."""
    most, shares = maximum.as_integer_ratio()
    return Fraction(measured.above * most, measured.below * shares)


def _on_ladder(scale: Ladder, value: Fraction) -> Fraction:
    start, each = scale.start.value, scale.each.value
    if value < start:
        return ZERO
    return scale.start_points.value + ((value - start) // each) * scale.points.value
