"""How near a figure is to a threshold: the bar beside the points, and what deserves a second look."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from app.domain.assessment import NO, YES, Response
from app.domain.codec import Amount
from app.domain.formula import ZeroDenominator
from app.domain.framework import Criterion, Framework
from app.domain.intervals import Edge
from app.domain.measuring import Empty, Measured, NoPrevious, NoReference, as_measure, measure_of
from app.domain.numbers import grouped, parse_decimal
from app.domain.rules import Band, BandKind, Bands, Best, Gate, Judgement, Ratio, Rule, Scored, Sum
from app.domain.scaling import points_on_scale
from app.errors import AppError
from app.wording.explaining_words import say
from app.wording.speaking import Speaker

ONE = Fraction(1)
NEAR = Fraction(1, 50)  # two percentage points: near enough to a threshold to be told


@dataclass(frozen=True, slots=True)
class Cliff:
    """The one threshold of a rule with two bands that meet there, just before it or, `is_after`, just after it."""

    at: Amount
    low: Band
    is_after: bool

    @property
    def threshold(self) -> Fraction:
        return Fraction(self.at.value)

    def is_reached_by(self, value: Fraction) -> bool:
        """Whether `value` lies on the upper side."""
        return Edge(value) >= Edge(self.threshold, self.is_after)


def cliff_of(rule: Scored) -> Cliff | None:
    """The threshold of a rule that has just one."""
    if not isinstance(rule.scale, Bands) or len(rule.scale.bands) != 2:
        return None
    low, high = sorted(rule.scale.bands, key=lambda band: band.start is not None)
    if low.start is not None or high.low is None or high.end is not None or low.end != high.start:
        return None
    return Cliff(high.low, low, high.above is not None)


def is_plain(measure: Ratio) -> bool:
    """Whether it is one input over another."""
    return measure.numerator.isidentifier() and measure.denominator.isidentifier()


def hint(speaker: Speaker, response: Response, rule: Scored, measured: Measured, maximum: Fraction) -> Iterator[str]:
    """How many units lie between the figure and the one threshold, when few do."""
    measure, cliff = rule.measure, cliff_of(rule)
    if cliff is None or not isinstance(measure, Ratio) or not is_plain(measure) or measured.is_above_one:
        return
    have, of = _number_of(response, measure.numerator), _number_of(response, measure.denominator)
    needed = Fraction(math.floor(cliff.threshold * of) + 1 if cliff.is_after else math.ceil(cliff.threshold * of))
    spare = have - needed
    if have.denominator != 1 or of < 0 or not (abs(measured.value - cliff.threshold) <= NEAR or spare == 0):
        return
    unit = speaker.input(measure.numerator).unit

    def units(count: Fraction) -> str:
        return f"{speaker.number(count)} {unit}".rstrip()

    if spare < 0:
        at = speaker.amount(measure, cliff.at)
        key = "missing_above" if cliff.is_after else "missing"
        yield say(speaker.language, key, missing=units(-spare), threshold=at)
    elif needed > 0:
        key = "at_risk" if spare else "just_above" if cliff.is_after else "at_threshold"
        fallen = _fallen(speaker, cliff, maximum)
        yield say(speaker.language, key, spare=units(spare), lost=units(spare + 1), points=fallen)


def _fallen(speaker: Speaker, cliff: Cliff, maximum: Fraction) -> str:
    """The points that are left below the threshold: a constant, or less than what it would be there."""
    below = replace(cliff.low, below=None, up_to=None)
    left = points_on_scale(Bands(bands=(below,)), as_measure(cliff.threshold), maximum)
    points = grouped(left, speaker.framework.decimals, speaker.language)
    is_exact = below.kind is BandKind.CONSTANT or cliff.is_after
    return points if is_exact else say(speaker.language, "just_below", points=points)


def _number_of(response: Response, key: str) -> Fraction:
    answer = response.inputs[key]
    return Fraction(answer == YES) if answer in (YES, NO) else parse_decimal(answer)


@dataclass(frozen=True, slots=True)
class Gauge:
    """A measured share of one, and the share at which the points change next (the last one reached at the top)."""

    value: Fraction
    threshold: Fraction | None


def gauge(criterion: Criterion, response: Response) -> Gauge | None:
    """What a bar can show of a criterion that is one ratio on a scale; None for every other rule or without figures."""
    for rule, _ in _leaves(criterion.rule, ONE, response):
        if not isinstance(rule.measure, Ratio) or isinstance(criterion.rule, (Sum, Best)):
            return None
        measured = _measured_or_none(rule, response)
        if measured is None:
            return None
        bands = rule.scale.bands if isinstance(rule.scale, Bands) else ()
        limits = sorted(Fraction(band.low.value) for band in bands if band.low is not None)
        limits = [limit for limit in limits if 0 < limit <= 1]
        above = next((limit for limit in limits if limit > measured.value), limits[-1] if limits else None)
        return Gauge(measured.value, above)
    return None


def cautions(framework: Framework, criterion: Criterion, response: Response, language: str = "vi") -> tuple[str, ...]:
    """What deserves a second look: a value by a hair of the threshold, a numerator above the denominator.

    The same sentences stand in `explain` where the rule is not a sum of parts.
    """
    speaker = Speaker(framework, criterion, language)
    told: list[str] = []
    for rule, maximum in _leaves(criterion.rule, abs(Fraction(criterion.maximum.value)), response):
        measured = _measured_or_none(rule, response)
        if measured is None:
            continue
        if measured.is_above_one:
            told.append(say(language, "above_one"))
        told += hint(speaker, response, rule, measured, maximum)
    return tuple(told)


def _leaves(rule: Rule, maximum: Fraction, response: Response) -> Iterator[tuple[Scored, Fraction]]:
    """The scored rules that are looked at for this response, each with the maximum it works on."""
    match rule:
        case Scored():
            yield rule, maximum
        case Gate():
            if response.inputs.get(rule.input) == rule.expects:
                yield from _leaves(rule.then, maximum, response)
        case Sum():
            for part in rule.parts:
                yield from _leaves(part.rule, Fraction(part.maximum.value), response)
        case Best():
            for case in rule.alternatives:
                yield from _leaves(case.rule, maximum, response)


def _measured_or_none(rule: Scored, response: Response) -> Measured | None:
    if isinstance(rule.measure, Judgement):
        return None
    try:
        return measure_of(rule.measure, response.inputs, None)
    except (Empty, ZeroDenominator, NoPrevious, NoReference, AppError):
        return None
