"""Points against the measure, exactly: straight pieces, the jumps between them, and a span worth drawing."""

import itertools
import math
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from app.domain.intervals import Edge
from app.domain.measuring import as_measure
from app.domain.nodes import Criterion, InputKind
from app.domain.rule_kinds import reads_percent
from app.domain.rule_tree import find_input
from app.domain.rules import (
    AsPoints,
    BandKind,
    Bands,
    Choice,
    Deductions,
    Growth,
    Inverse,
    Judgement,
    Ladder,
    Measure,
    Number,
    Periods,
    Ratio,
    RelativeToBest,
    Rounding,
    RoundingMode,
    Scale,
    Scored,
    Ticks,
    TimesMaximum,
    UnitPoints,
    YesNo,
)
from app.domain.scaling import grade_points, points_on_scale, rounded

ZERO, ONE = Fraction(0), Fraction(1)
_DRAWN = (Bands, TimesMaximum, UnitPoints, Ladder, Deductions, Inverse, AsPoints)
MOST_STEPS = 60  # a finer rounding is drawn as the slope it follows


class Piece(NamedTuple):
    """A straight piece from (`start`, `first`) to (`end`, `last`); `has_start`, `has_end`: the ends belong to it."""

    start: Fraction
    end: Fraction
    first: Fraction
    last: Fraction
    has_start: bool = True
    has_end: bool = True

    @property
    def slope(self) -> Fraction:
        """Points for one unit of the measure; 0 for a piece that is one number."""
        return (self.last - self.first) / (self.end - self.start) if self.end != self.start else ZERO


class Jump(NamedTuple):
    """Points `before` and `after` a place; `is_after`: the number itself still has the points before.

    `is_cliff`: up to there the points grew with the measure, so that the last bit is worth more than all before it.
    """

    at: Fraction
    before: Fraction
    after: Fraction
    is_after: bool
    is_cliff: bool

    @property
    def size(self) -> Fraction:
        return abs(self.after - self.before)


class Curve(NamedTuple):
    """Pieces from left to right over `start` … `end`; `is_whole`: only whole numbers occur; `is_share`: of one."""

    pieces: tuple[Piece, ...]
    jumps: tuple[Jump, ...]
    start: Fraction
    end: Fraction
    maximum: Fraction
    is_whole: bool
    is_share: bool


class _Line(NamedTuple):
    """Points = slope × measure + base between two edges; None: no limit."""

    start: Edge | None
    end: Edge | None
    slope: Fraction
    base: Fraction


def has_curve(scored: Scored) -> bool:
    """Whether points follow from one number, so that they can be drawn against it."""
    is_number = not isinstance(scored.measure, (Choice, Periods, Judgement))
    return is_number and isinstance(scored.scale, _DRAWN)


def curve(criterion: Criterion, scored: Scored, maximum: Fraction, upto: Fraction | None = None) -> Curve | None:
    """The points a measure gets on its scale, capped and rounded as the rule says; None where there is no curve.

    `upto`: a measure that must still be seen, where nothing bounds it.
    """
    if not has_curve(scored):
        return None
    start, end = span(scored.measure, scored.scale, maximum)
    if upto is not None and not _is_bounded(scored.measure):
        start, end = min(start, upto), max(end, upto)
    limit = maximum if scored.cap is None else min(maximum, scored.cap.value)
    lines = tuple(_cut(_lines(scored.scale, maximum, end), start, end))
    pieces, plain = (_joined(p for line in lines for p in _within(line, limit, by)) for by in (scored.rounding, None))
    whole = is_whole(criterion, scored.measure)
    return Curve(pieces, _jumps(pieces, _cliffs(plain)), start, end, maximum, whole, reads_percent(scored.measure))


def is_whole(criterion: Criterion, measure: Measure) -> bool:
    """Whether a measure is always a whole number."""
    if isinstance(measure, Number):
        input_ = find_input(criterion, measure.input)
        return input_ is not None and input_.kind is InputKind.INTEGER
    return isinstance(measure, (Ticks, YesNo))


def points_at(scored: Scored, maximum: Fraction, value: Fraction) -> Fraction:
    """The points the rule gives to one number."""
    points = rounded(points_on_scale(scored.scale, as_measure(value), maximum), scored.rounding)
    return _kept(points, maximum if scored.cap is None else min(maximum, scored.cap.value))


def beside(line: Curve, jump: Jump) -> tuple[Fraction, Fraction]:
    """Two numbers as people write them, the last with the points before a jump and the first with those after it."""
    step = ONE if line.is_whole else Fraction(1, 10_000) if line.is_share else Fraction(1, 100)
    return (jump.at, jump.at + step) if jump.is_after else (jump.at - step, jump.at)


# What is drawn. ----------------------------------------------------------------------------------------------------


def _is_bounded(measure: Measure) -> bool:
    return isinstance(measure, (Ratio, RelativeToBest, Ticks, YesNo))


def span(measure: Measure, scale: Scale, maximum: Fraction) -> tuple[Fraction, Fraction]:
    """From where to where the measure is worth drawing: all shares, else a little beyond the last change."""
    if isinstance(measure, (Ratio, RelativeToBest, YesNo)):
        return ZERO, ONE
    if isinstance(measure, Ticks):
        return ZERO, Fraction(max(len(measure.inputs), 1))
    marks = [ZERO, *_marks(scale, maximum)]
    low, high = min(marks), max(marks)
    width = high - low or ONE
    return (low - width / 4 if low < 0 or isinstance(measure, Growth) else low), high + width / 4


def _marks(scale: Scale, maximum: Fraction) -> list[Fraction]:
    match scale:
        case Bands():
            return [edge.at for band in scale.bands for edge in (band.start, band.end) if edge is not None]
        case Ladder():
            steps = (maximum - scale.start_points.value) / scale.points.value if scale.points.value > 0 else ONE
            most = min(max(math.ceil(steps), 1), MOST_STEPS)
            return [scale.start.value, scale.start.value + scale.each.value * most]
        case UnitPoints():
            return [maximum / scale.points.value] if scale.points.value > 0 else [ONE]
        case Deductions():
            each = grade_points(scale.each, maximum)
            return [grade_points(scale.start, maximum) / each] if each > 0 else [ONE]
        case AsPoints():
            return [maximum]
    return [ONE]


def _lines(scale: Scale, maximum: Fraction, end: Fraction) -> Iterator[_Line]:
    match scale:
        case Bands():
            yield from _band_lines(scale, maximum)
        case TimesMaximum():
            yield _Line(None, None, maximum, ZERO)
        case Inverse():
            yield _Line(None, None, -maximum, maximum)
        case UnitPoints():
            yield _Line(None, None, scale.points.value, ZERO)
        case Deductions():
            yield _Line(None, None, -grade_points(scale.each, maximum), grade_points(scale.start, maximum))
        case AsPoints():
            yield _Line(None, None, ONE, ZERO)
        case Ladder():
            yield from _ladder_lines(scale, end)


def _band_lines(scale: Bands, maximum: Fraction) -> Iterator[_Line]:
    """Between two limits one band holds, the first that is listed; in a gap there are no points."""
    edges = sorted({edge for band in scale.bands for edge in (band.start, band.end) if edge is not None})
    for start, end in itertools.pairwise((None, *edges, None)):
        held = (band for band in scale.bands if _covers(band.start, band.end, start, end) and not band.is_empty)
        band = next(held, None)
        if band is None:
            yield _Line(start, end, ZERO, ZERO)
        elif band.kind is BandKind.CONSTANT:
            yield _Line(start, end, ZERO, grade_points(band.grade, maximum))
        else:
            threshold = band.threshold.value if band.kind is BandKind.RESCALED and band.threshold is not None else ONE
            yield _Line(start, end, maximum / threshold, ZERO)


def _covers(low: Edge | None, high: Edge | None, start: Edge | None, end: Edge | None) -> bool:
    from_below = low is None or (start is not None and low <= start)
    to_above = high is None or (end is not None and end <= high)
    return from_below and to_above


def _ladder_lines(scale: Ladder, end: Fraction) -> Iterator[_Line]:
    start, each = scale.start.value, scale.each.value
    rungs = [Edge(start + each * at) for at in range(min(max(math.ceil((end - start) / each), 0), MOST_STEPS) + 1)]
    yield _Line(None, rungs[0], ZERO, ZERO)
    for at, (low, high) in enumerate(itertools.zip_longest(rungs, rungs[1:])):
        yield _Line(low, high, ZERO, scale.start_points.value + at * scale.points.value)


def _cut(lines: Iterator[_Line], start: Fraction, end: Fraction) -> Iterator[_Line]:
    """The lines within the span; its last number belongs to it."""
    first, last = Edge(start), Edge(end, is_after=True)
    for line in lines:
        low = first if line.start is None else max(line.start, first)
        high = last if line.end is None else min(line.end, last)
        if low < high:
            yield line._replace(start=low, end=high)


def _within(line: _Line, limit: Fraction, rounding: Rounding | None) -> Iterator[Piece]:
    """A line kept between 0 and the limit, in steps where the rule rounds coarsely."""
    assert line.start is not None
    assert line.end is not None
    in_steps = rounding is not None and (not line.slope or limit <= rounding.unit.value * MOST_STEPS)
    turns = _turns(line, limit, rounding if in_steps else None) if line.slope else ()
    inner = sorted({turn for turn in turns if line.start < turn < line.end})
    for low, high in itertools.pairwise((line.start, *inner, line.end)):
        first, last = (_kept(line.slope * edge.at + line.base, limit) for edge in (low, high))
        if in_steps:
            between = line.slope * (low.at + high.at) / 2 + line.base
            first = last = _kept(rounded(between, rounding), limit)
        yield Piece(low.at, high.at, first, last, not low.is_after, high.is_after)


def _kept(points: Fraction, limit: Fraction) -> Fraction:
    return min(max(points, ZERO), limit)


def _turns(line: _Line, limit: Fraction, rounding: Rounding | None) -> Iterator[Edge]:
    """Where a slope reaches 0 and the limit or, rounded, where the next multiple of the unit begins."""
    if rounding is None:
        yield from (Edge((most - line.base) / line.slope) for most in (ZERO, limit))
        return
    unit, falls = rounding.unit.value, line.slope < 0
    shift = unit / 2 if rounding.mode is RoundingMode.HALF_UP else ZERO
    for number in range(math.ceil(limit / unit) + 2):
        at = (number * unit - shift - line.base) / line.slope
        yield Edge(at, falls != (rounding.mode is RoundingMode.UP))


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Pieces that go on in the same direction from where the last one ended become one."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if before is not None and before.last == piece.first and _goes_on(before, piece):
            joined[-1] = before._replace(end=piece.end, last=piece.last, has_end=piece.has_end)
        else:
            joined.append(piece)
    return tuple(joined)


def _goes_on(left: Piece, right: Piece) -> bool:
    if right.start == right.end:
        return True
    return left.start != left.end and left.slope == right.slope


def _jumps(pieces: tuple[Piece, ...], cliffs: frozenset[Edge]) -> tuple[Jump, ...]:
    return tuple(
        Jump(left.end, left.last, right.first, left.has_end, Edge(left.end, left.has_end) in cliffs)
        for left, right in itertools.pairwise(pieces)
        if left.last != right.first
    )


def _cliffs(pieces: tuple[Piece, ...]) -> frozenset[Edge]:
    """Where points that grew with the measure jump up."""
    return frozenset(
        Edge(left.end, left.has_end)
        for left, right in itertools.pairwise(pieces)
        if left.first < left.last < right.first
    )


# An axis. ----------------------------------------------------------------------------------------------------------


def marks_between(start: Fraction, end: Fraction, most: int) -> tuple[Fraction, ...]:
    """Round numbers (1, 2, 2.5 or 5 × a power of ten apart) from `start` to `end`, at most `most` of them."""
    width = end - start
    if width <= 0 or most < 2:
        return (start,)
    power = Fraction(10) ** (len(str(max(math.floor(width), 1))) - 4)
    while True:
        for step in (power, power * 2, power * 5 / 2, power * 5):
            first = math.ceil(start / step)
            count = math.floor(end / step) - first + 1
            if count <= most:
                return tuple(step * (first + at) for at in range(count))
        power *= 10
