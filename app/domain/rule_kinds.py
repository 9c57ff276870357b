"""The names of an author's choices: what a criterion is measured by, how that is turned into points, what fits what."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from app.domain import band_forms
from app.domain.band_forms import BandForm
from app.domain.nodes import Criterion, InputKind
from app.domain.rule_tree import Path, find_input, rule_at
from app.domain.rules import (
    AsPoints,
    Bands,
    Choice,
    Computed,
    Deductions,
    Growth,
    Inverse,
    Items,
    Judgement,
    Ladder,
    Measure,
    Number,
    Options,
    Periods,
    PerPeriod,
    PerPopulation,
    Ratio,
    RelativeToBest,
    Scale,
    Scored,
    ShareOfItems,
    Ticks,
    TimesMaximum,
    UnitPoints,
    YesNo,
)


class MeasureKind(StrEnum):
    """What an author chooses as "measured by"; a number is told apart by the kind of its input."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    TICKS = "ticks"
    COUNT = "count"
    RATIO = "ratio"
    FORMULA = "formula"
    PER_POPULATION = "per_population"
    GROWTH = "growth"
    PERIODS = "periods"
    IMPORTED = "imported"
    RELATIVE = "relative_to_best"
    JUDGEMENT = "judgement"


class ScaleKind(StrEnum):
    """What an author chooses as "turned into points": the scales, and the common forms of bands by name."""

    FULL_FROM = "full_from"
    PROPORTIONAL = "proportional"
    DIVIDED = "divided"
    STEPS = "steps"
    ALL_OR_NOTHING = "all_or_nothing"
    FLOOR = "floor"
    UNIT_POINTS = "unit_points"
    LADDER = "ladder"
    DEDUCTIONS = "deductions"
    INVERSE = "inverse"
    OPTIONS = "options"
    ITEMS = "items"
    SHARE_OF_ITEMS = "share_of_items"
    PER_PERIOD = "per_period"
    AS_POINTS = "as_points"


_M, _S = MeasureKind, ScaleKind
_SHARED = (_S.FULL_FROM, _S.PROPORTIONAL, _S.DIVIDED, _S.STEPS, _S.ALL_OR_NOTHING, _S.FLOOR)
_COUNTED = (_S.STEPS, _S.ALL_OR_NOTHING, _S.DIVIDED, _S.UNIT_POINTS, _S.LADDER, _S.DEDUCTIONS)
SCALES: Mapping[MeasureKind, tuple[ScaleKind, ...]] = {
    _M.YES_NO: (_S.OPTIONS,),
    _M.CHOICE: (_S.OPTIONS,),
    _M.TICKS: (_S.ITEMS, _S.SHARE_OF_ITEMS, _S.STEPS, _S.ALL_OR_NOTHING, _S.UNIT_POINTS),
    _M.COUNT: (*_COUNTED, _S.AS_POINTS),
    _M.RATIO: (*_SHARED, _S.INVERSE),
    _M.FORMULA: (*_SHARED, _S.UNIT_POINTS, _S.LADDER, _S.DEDUCTIONS, _S.INVERSE, _S.AS_POINTS),
    _M.PER_POPULATION: _COUNTED,
    _M.GROWTH: (_S.STEPS, _S.ALL_OR_NOTHING, _S.DIVIDED),
    _M.PERIODS: (_S.PER_PERIOD,),
    _M.IMPORTED: (_S.AS_POINTS, *_COUNTED),
    _M.RELATIVE: (_S.PROPORTIONAL, _S.FULL_FROM, _S.DIVIDED, _S.STEPS, _S.FLOOR),
    _M.JUDGEMENT: (_S.AS_POINTS,),
}
_SCALE_KINDS: Mapping[type, ScaleKind] = {
    Options: _S.OPTIONS,
    Items: _S.ITEMS,
    ShareOfItems: _S.SHARE_OF_ITEMS,
    PerPeriod: _S.PER_PERIOD,
    TimesMaximum: _S.PROPORTIONAL,
    UnitPoints: _S.UNIT_POINTS,
    Ladder: _S.LADDER,
    Deductions: _S.DEDUCTIONS,
    Inverse: _S.INVERSE,
    AsPoints: _S.AS_POINTS,
}
FORMS = {
    _S.FULL_FROM: BandForm.FULL_FROM,
    _S.DIVIDED: BandForm.DIVIDED,
    _S.ALL_OR_NOTHING: BandForm.ALL_OR_NOTHING,
    _S.FLOOR: BandForm.FLOOR,
}
_MEASURE_KINDS: Mapping[type, MeasureKind] = {
    YesNo: _M.YES_NO,
    Choice: _M.CHOICE,
    Ticks: _M.TICKS,
    Periods: _M.PERIODS,
    Number: _M.COUNT,
    Ratio: _M.RATIO,
    Computed: _M.FORMULA,
    PerPopulation: _M.PER_POPULATION,
    Growth: _M.GROWTH,
    RelativeToBest: _M.RELATIVE,
    Judgement: _M.JUDGEMENT,
}


def measure_kind(criterion: Criterion, measure: Measure) -> MeasureKind:
    """What an author calls a measure."""
    if isinstance(measure, Number):
        input_ = find_input(criterion, measure.input)
        return _M.IMPORTED if input_ is not None and input_.kind is InputKind.IMPORTED else _M.COUNT
    return _MEASURE_KINDS[type(measure)]


def scale_kind(scale: Scale, maximum: Fraction) -> ScaleKind:
    """What an author calls a scale of so many points."""
    if not isinstance(scale, Bands):
        return _SCALE_KINDS[type(scale)]
    form = band_forms.form_of(scale, maximum)
    return _S.STEPS if form is BandForm.TABLE else ScaleKind(form.value)


def scales_for(criterion: Criterion, scored: Scored, maximum: Fraction) -> tuple[ScaleKind, ...]:
    """The scales to offer for a measure; the one in use is always among them."""
    fitting, own = SCALES[measure_kind(criterion, scored.measure)], scale_kind(scored.scale, maximum)
    return fitting if own in fitting else (*fitting, own)


def reads_percent(measure: Measure) -> bool:
    """Whether a measure's thresholds are told as percentages."""
    return isinstance(measure, (Ratio, RelativeToBest, Growth))


def scored_at(criterion: Criterion, path: Path) -> Scored | None:
    """The measure on a scale at `path`, None where a combination stands there."""
    rule = rule_at(criterion.rule, path)
    return rule if isinstance(rule, Scored) else None
