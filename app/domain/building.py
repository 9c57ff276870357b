"""Building a rule in words: which measures there are, which scales fit them, and switching without losing anything.

A switch takes the inputs the old measure read, then those nothing reads, and makes new ones only where none is left;
inputs that are no longer read stay with the criterion. Thresholds stay where the new measure is counted in the same
unit (a share of one, or a number).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from app.domain import band_forms, formula
from app.domain.band_forms import BandForm
from app.domain.codec import Amount
from app.domain.formula import Formula
from app.domain.nodes import Criterion, Input, InputKind, Option
from app.domain.rule_checks import SHARES, inputs_read
from app.domain.rule_kinds import (
    FORMS,
    SCALES,
    MeasureKind,
    ScaleKind,
    measure_kind,
    reads_percent,
    scale_kind,
    scales_for,
    scored_at,
)
from app.domain.rule_tree import (
    Path,
    amount_of,
    find_input,
    free_key,
    maximum_at,
    read_by_rule,
    with_input,
    with_rule,
)
from app.domain.rules import (
    FULL_GRADE,
    NO_GRADE,
    AsPoints,
    Band,
    BandKind,
    Bands,
    Choice,
    Computed,
    Deductions,
    Grade,
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
from app.errors import AppError

ONE = Fraction(1)
_PERIODS = 4
_M, _S = MeasureKind, ScaleKind

__all__ = [
    "MeasureKind",
    "ScaleKind",
    "measure_kind",
    "scale_kind",
    "scales_for",
    "with_measure",
    "with_scale",
    "written",
]

# Switching the measure. --------------------------------------------------------------------------------------------

_NUMERIC = frozenset({InputKind.NUMBER, InputKind.INTEGER, InputKind.IMPORTED})


@dataclass
class _Picker:
    """Hands out inputs for a measure: those the old one read, then unread ones, then new ones with `labels`."""

    criterion: Criterion
    own: list[str]
    labels: Mapping[str, str]

    def take(self, kinds: frozenset[InputKind], make: InputKind, label: str) -> str:
        """The key of an input of one of these kinds; a new one is of kind `make`."""
        found = self.all(kinds)
        if found:
            self.own.remove(found[0])
            return found[0]
        key = free_key(self.criterion, make)
        words = self.labels.get(label, "")
        options: tuple[Option, ...] = ()
        if make is InputKind.CHOICE:
            names = ("on_time", "late", "none") if label.startswith("period") else ("option_1", "option_2", "option_3")
            options = tuple(Option(key=name, label=self.labels.get(name, name)) for name in names)
        input_ = Input(key=key, label=words, kind=make, options=options)
        self.criterion = with_input(self.criterion, input_)
        return key

    def all(self, kinds: frozenset[InputKind]) -> list[str]:
        """The inputs of these kinds that are still free, in order."""
        found = (find_input(self.criterion, key) for key in self.own)
        return [input_.key for input_ in found if input_ is not None and input_.kind in kinds]

    def number(self, label: str, make: InputKind = InputKind.INTEGER) -> str:
        return self.take(_NUMERIC, make, label)


def with_measure(
    criterion: Criterion, kind: MeasureKind, path: Path = (), labels: Mapping[str, str] | None = None
) -> Criterion:
    """The criterion measured another way at `path`, on a scale that fits.

    `labels`: words for inputs that have to be made ("count", "part", "total", "population", "current", "previous",
    "value", "yes_no", "item", "choice", "option_1" …, "period_1" …, "on_time", "late", "none").
    """
    old = scored_at(criterion, path)
    if old is None or measure_kind(criterion, old.measure) is kind:
        return criterion
    own = list(inputs_read(old.measure))
    read = read_by_rule(criterion)
    own += [each.key for each in criterion.inputs if each.key not in read and each.key not in own]
    picker = _Picker(criterion, own, {"yes_no": criterion.title, **(labels or {})})
    measure = _measure(kind, old.measure, picker)
    made = _fitted(picker.criterion, measure, kind)
    scale = _carried(made, old, measure, kind, maximum_at(criterion, path))
    return with_rule(made, path, replace(old, measure=measure, scale=scale))


def _measure(kind: MeasureKind, old: Measure, pick: _Picker) -> Measure:
    match kind:
        case _M.YES_NO:
            return YesNo(input=pick.take(frozenset({InputKind.YES_NO}), InputKind.YES_NO, "yes_no"))
        case _M.CHOICE:
            return Choice(input=pick.take(frozenset({InputKind.CHOICE}), InputKind.CHOICE, "choice"))
        case _M.TICKS:
            found = pick.all(frozenset({InputKind.YES_NO}))
            made = [pick.take(frozenset(), InputKind.YES_NO, f"item_{at + 1}") for at in range(len(found), 2)]
            return Ticks(inputs=(*found, *made))
        case _M.PERIODS:
            return Periods(inputs=_periods(pick))
        case _M.COUNT | _M.IMPORTED:
            make = InputKind.IMPORTED if kind is _M.IMPORTED else InputKind.INTEGER
            return Number(input=pick.number("value" if kind is _M.IMPORTED else "count", make))
        case _M.FORMULA:
            return Computed(expression=_expression(old) or pick.number("count"))
        case _M.RATIO:
            return _ratio(old) or Ratio(numerator=pick.number("part"), denominator=pick.number("total"))
        case _M.PER_POPULATION:
            return PerPopulation(count=pick.number("count"), population=pick.number("population"))
        case _M.GROWTH:
            return Growth(current=pick.number("current"), previous=pick.number("previous"))
        case _M.RELATIVE:
            if isinstance(old, (Number, Ratio, Computed, PerPopulation)):
                return RelativeToBest(of=old)
            return RelativeToBest(of=Ratio(numerator=pick.number("part"), denominator=pick.number("total")))
    return Judgement()


def _periods(pick: _Picker) -> tuple[str, ...]:
    """The choices there are, of one and the same list; else one for each quarter."""
    found = pick.all(frozenset({InputKind.CHOICE}))
    if found:
        first = find_input(pick.criterion, found[0])
        return tuple(key for key in found if _options(pick.criterion, key) == (first.options if first else ()))
    made = (f"period_{at + 1}" for at in range(_PERIODS))
    return tuple(pick.take(frozenset(), InputKind.CHOICE, label) for label in made)


def _options(criterion: Criterion, key: str) -> tuple[Option, ...]:
    input_ = find_input(criterion, key)
    return input_.options if input_ is not None else ()


def _expression(old: Measure) -> str:
    """The formula that computes what the old measure did, "" where it is none."""
    match old:
        case Number():
            return old.input
        case Ratio():
            return f"{_bracketed(old.numerator)} / {_bracketed(old.denominator)}"
        case PerPopulation():
            return f"{old.count} * {old.per} / {old.population}"
        case Growth():
            return f"({old.current} - {old.previous}) / {old.previous}"
        case RelativeToBest():
            return _expression(old.of) if not isinstance(old.of, Computed) else old.of.expression
    return ""


def _bracketed(text: str) -> str:
    return text if text.isidentifier() else f"({text})"


def _ratio(old: Measure) -> Ratio | None:
    """The old measure as a ratio, where it divides at the top."""
    inner = old.of if isinstance(old, RelativeToBest) else old
    if isinstance(inner, Ratio):
        return inner
    if not isinstance(inner, Computed):
        return None
    try:
        parsed = formula.parse(inner.expression)
    except AppError:
        return None
    if parsed.operator != "/":
        return None
    above, below = (written(operand) for operand in parsed.operands)
    return Ratio(numerator=above, denominator=below)


def written(node: Formula, binding: int = 0) -> str:
    """A formula as text again, with no more parentheses than it needs."""
    if node.operator == "input":
        return node.name
    if node.operator == "number":
        return _plain(node.value)
    if node.operator in ("min", "max"):
        return f"{node.operator}({', '.join(written(each) for each in node.operands)})"
    own = 1 if node.operator in "+-" else 2
    left, right = node.operands
    text = f"{written(left, own)} {node.operator} {written(right, own + 1)}"
    return f"({text})" if own < binding else text


def _plain(value: Fraction) -> str:
    text = str(amount_of(value))
    return f"({text})" if "/" in text else text


def _fitted(criterion: Criterion, measure: Measure, kind: MeasureKind) -> Criterion:
    """Inputs as the measure asks for them: a number with a source or without, "none" for a previous period."""
    for key in inputs_read(measure):
        input_ = find_input(criterion, key)
        if input_ is None:
            continue
        if isinstance(measure, Number) and input_.kind in _NUMERIC:
            is_wanted = (input_.kind is InputKind.IMPORTED) == (kind is _M.IMPORTED)
            other = InputKind.IMPORTED if kind is _M.IMPORTED else InputKind.NUMBER
            input_ = input_ if is_wanted else replace(input_, kind=other)
        may_be_absent = isinstance(measure, Growth) and key == measure.previous
        criterion = with_input(criterion, replace(input_, may_be_absent=may_be_absent))
    return criterion


# Switching the scale. ----------------------------------------------------------------------------------------------


def _carried(criterion: Criterion, old: Scored, measure: Measure, kind: MeasureKind, maximum: Fraction) -> Scale:
    """The old scale where it fits the new measure, else the nearest that does."""
    own = scale_kind(old.scale, maximum)
    same_unit = _has_unit_of(old.measure, measure)
    tables = (Options, Items, PerPeriod)
    if own in SCALES[kind] and same_unit and not isinstance(old.scale, tables):
        return _legal(old.scale, measure)
    wanted = own if own in SCALES[kind] else SCALES[kind][0]
    threshold, floor = _limits(old.scale) if same_unit else (None, None)
    before = old.scale if same_unit or isinstance(old.scale, tables) else AsPoints()
    return _made(criterion, wanted, measure, maximum, threshold, floor, before)


def _has_unit_of(old: Measure, new: Measure) -> bool:
    """Whether thresholds of one measure mean something for the other; a formula may compute anything."""
    return Computed in (type(old), type(new)) or reads_percent(old) == reads_percent(new)


def with_scale(criterion: Criterion, kind: ScaleKind, path: Path = ()) -> Criterion:
    """The criterion with another scale at `path`; a table of bands keeps the bands there are."""
    old = scored_at(criterion, path)
    if old is None:
        return criterion
    maximum = maximum_at(criterion, path)
    own = scale_kind(old.scale, maximum)
    if kind is own or (kind is _S.STEPS and isinstance(old.scale, Bands)):
        return criterion
    scale = _made(criterion, kind, old.measure, maximum, *_limits(old.scale), old.scale)
    return with_rule(criterion, path, replace(old, scale=scale))


def _limits(scale: Scale) -> tuple[Amount | None, Amount | None]:
    """Threshold and floor of a scale, where it has them."""
    if isinstance(scale, Bands):
        return band_forms.threshold_of(scale), band_forms.floor_of(scale)
    return (scale.start if isinstance(scale, Ladder) else None), None


def _made(
    criterion: Criterion,
    kind: ScaleKind,
    measure: Measure,
    maximum: Fraction,
    threshold: Amount | None,
    floor: Amount | None,
    old: Scale,
) -> Scale:
    limit = threshold if threshold is not None and threshold.value > 0 else _usual(measure, kind)
    match kind:
        case _S.FULL_FROM | _S.DIVIDED | _S.ALL_OR_NOTHING:
            return band_forms.made(FORMS[kind], limit)
        case _S.FLOOR:
            low = floor if floor is not None and floor.value < limit.value else amount_of(limit.value / 2)
            return band_forms.made(BandForm.FLOOR, limit, _in_writing(low, limit))
        case _S.STEPS:
            return _steps(measure, old, limit)
        case _S.OPTIONS | _S.PER_PERIOD | _S.ITEMS:
            return _table(criterion, kind, measure, old)
        case _S.UNIT_POINTS:
            return UnitPoints(points=Amount("1"))
        case _S.LADDER:
            return Ladder(start=limit, start_points=amount_of(maximum / 2), each=Amount("1"), points=Amount("1"))
        case _S.DEDUCTIONS:
            return Deductions(each=Grade(points=Amount("1")))
        case _S.INVERSE:
            return Inverse()
        case _S.SHARE_OF_ITEMS:
            return ShareOfItems()
        case _S.PROPORTIONAL:
            return TimesMaximum()
    return AsPoints()


def _usual(measure: Measure, kind: ScaleKind) -> Amount:
    """A threshold to begin with, where none was there."""
    if isinstance(measure, Ticks):
        return Amount(str(max(len(measure.inputs), 1)))
    if isinstance(measure, Growth):
        return Amount("10%")
    if reads_percent(measure) or (isinstance(measure, Computed) and kind in (_S.FULL_FROM, _S.FLOOR)):
        return Amount("100%" if kind is _S.ALL_OR_NOTHING else "80%")
    return Amount("1")


def _in_writing(amount: Amount, like: Amount) -> Amount:
    percent = amount.value * 100
    return Amount(f"{amount_of(percent)}%") if like.endswith("%") and percent.denominator == 1 else amount


def _steps(measure: Measure, old: Scale, limit: Amount) -> Scale:
    if isinstance(old, Bands):
        return _legal(old, measure)
    if isinstance(old, TimesMaximum) and isinstance(measure, SHARES):
        return Bands(bands=(Band(kind=BandKind.LITERAL),))
    return Bands(bands=(Band(at_least=limit), Band(below=limit, grade=NO_GRADE)))


def _legal(scale: Scale, measure: Measure) -> Scale:
    """Bands without "ratio × maximum" where the measure is no share: divided by the threshold instead."""
    if not isinstance(scale, Bands) or isinstance(measure, SHARES):
        return scale
    limit = band_forms.threshold_of(scale)
    if limit is None or limit.value <= 0:
        limit = Amount("1")
    bands = (band_forms.of_kind(b, BandKind.RESCALED, limit) if b.kind is BandKind.LITERAL else b for b in scale.bands)
    return Bands(bands=tuple(bands))


def _table(criterion: Criterion, kind: ScaleKind, measure: Measure, old: Scale) -> Scale:
    """Points for every answer or item; those that had some keep them."""
    before = old.grades if isinstance(old, (Options, Items, PerPeriod)) else {}
    keys = inputs_read(measure)
    if kind is _S.ITEMS:
        return Items(grades={key: before.get(key, _part(ONE / len(keys))) for key in keys})
    own = ["yes", "no"] if isinstance(measure, YesNo) else [o.key for o in _options(criterion, keys[0])] if keys else []
    last = max(len(own) - 1, 1)
    times = len(keys) if kind is _S.PER_PERIOD else 1
    even = {answer: _part(Fraction(len(own) - 1 - at, last * max(times, 1))) for at, answer in enumerate(own)}
    grades = {answer: before.get(answer, grade) for answer, grade in even.items()}
    return PerPeriod(grades=grades) if kind is _S.PER_PERIOD else Options(grades=grades)


def _part(share: Fraction) -> Grade:
    if share == 0:
        return NO_GRADE
    return FULL_GRADE if share == 1 else Grade(fraction=amount_of(share))
