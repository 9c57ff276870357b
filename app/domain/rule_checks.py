"""What is wrong with the rule and the inputs of one criterion; part of `checks`."""

import itertools
import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from app.domain import formula
from app.domain.framework import Criterion, Input, InputKind
from app.domain.intervals import Edge, cracks, limits
from app.domain.problems import Problem, error, remark, warning
from app.domain.rules import (
    AsPoints,
    Band,
    BandKind,
    Bands,
    Best,
    Choice,
    Computed,
    Deductions,
    Gate,
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
    Rule,
    Scale,
    Scored,
    ShareOfItems,
    Sum,
    Ticks,
    TimesMaximum,
    UnitPoints,
    YesNo,
)
from app.errors import AppError

NUMERIC = (YesNo, Ticks, Number, Ratio, Computed, PerPopulation, Growth, RelativeToBest)
WHOLE = Edge(Fraction(1))
COUNTED = (YesNo, Ticks, Number, Computed, PerPopulation)
FITTING: Mapping[type, tuple[type, ...]] = {
    Options: (YesNo, Choice),
    Items: (Ticks,),
    ShareOfItems: (Ticks,),
    PerPeriod: (Periods,),
    TimesMaximum: NUMERIC,
    Bands: NUMERIC,
    UnitPoints: COUNTED,
    Ladder: COUNTED,
    Deductions: COUNTED,
    Inverse: NUMERIC,
    AsPoints: (Number, Computed, Judgement),
}
SHARES = (YesNo, Ratio, RelativeToBest, Computed)  # measures that may run from 0 to 1
_TARGET = re.compile(
    r"(?:≥|>=?|\btừ|\bđạt|\btrên|\btối thiểu|\bít nhất)\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*%", re.IGNORECASE
)
_LETTER = re.compile(r"\(?[A-Za-z][0-9]?\)?[.:]?")


# What a rule is made of. -------------------------------------------------------------------------------------------


def scored_rules(rule: Rule, maximum: Fraction) -> Iterator[tuple[Scored, Fraction]]:
    """Every measure on a scale in a rule, each with the maximum that applies to it."""
    match rule:
        case Scored():
            yield rule, maximum
        case Gate():
            yield from scored_rules(rule.then, maximum)
        case Sum():
            for part in rule.parts:
                yield from scored_rules(part.rule, part.maximum.value)
        case Best():
            for case in rule.alternatives:
                yield from scored_rules(case.rule, maximum)


def gates(rule: Rule) -> Iterator[Gate]:
    """Every gate in a rule."""
    match rule:
        case Gate():
            yield rule
            yield from gates(rule.then)
        case Sum():
            yield from itertools.chain.from_iterable(gates(part.rule) for part in rule.parts)
        case Best():
            yield from itertools.chain.from_iterable(gates(case.rule) for case in rule.alternatives)


def formulas(measure: Measure) -> tuple[str, ...]:
    """The formulas a measure evaluates."""
    match measure:
        case Ratio():
            return (measure.numerator, measure.denominator)
        case Computed():
            return (measure.expression,)
        case RelativeToBest():
            return formulas(measure.of)
    return ()


def inputs_read(measure: Measure) -> tuple[str, ...]:
    """Keys of the inputs a measure reads, each once; a formula that can't be read reads none."""
    match measure:
        case YesNo() | Choice() | Number():
            keys: tuple[str, ...] = (measure.input,)
        case Ticks() | Periods():
            keys = measure.inputs
        case PerPopulation():
            keys = (measure.count, measure.population)
        case Growth():
            keys = (measure.current, measure.previous)
        case RelativeToBest():
            return inputs_read(measure.of)
        case _:
            keys = tuple(name for text in formulas(measure) for name in _names(text))
    return tuple(dict.fromkeys(keys))


def _names(text: str) -> tuple[str, ...]:
    try:
        return formula.parse(text).names()
    except AppError:
        return ()


# What is wrong with it. --------------------------------------------------------------------------------------------


def check_rule(criterion: Criterion, id_: str) -> Iterator[Problem]:
    """Every problem of a criterion's rule and inputs."""
    maximum = abs(criterion.maximum.value)
    yield from _inputs(criterion, id_)
    yield from _read_and_unread(criterion, id_)
    yield from _shape(criterion.rule, maximum, id_)
    for gate in gates(criterion.rule):
        yield from _gate(criterion, gate, maximum, id_)
    relative = 0
    for scored, limit in scored_rules(criterion.rule, maximum):
        yield from _scored(criterion, scored, limit, id_)
        relative += isinstance(scored.measure, RelativeToBest)
        if isinstance(scored.measure, Judgement) and not criterion.method.strip():
            yield warning("judgement_without_method", id_)
    if relative > 1:
        yield error("relative_twice", id_)
    yield from _target(criterion, id_)


def _target(criterion: Criterion, id_: str) -> Iterator[Problem]:
    """A target in the decision's words ("≥ 95 %") that a plain proportion knows nothing of: which of them holds?"""
    rule = criterion.rule
    if not isinstance(rule, Scored) or not isinstance(rule.scale, (TimesMaximum, Inverse)) or rule.cap is not None:
        return
    targets = dict.fromkeys(found[1] for found in _TARGET.finditer(criterion.method))
    for target in targets:
        if 0 < Fraction(target.replace(",", ".")) < 100:
            yield warning("target_unused", id_, target=f"{target} %")


def _inputs(criterion: Criterion, id_: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for input_ in criterion.inputs:
        if input_.key in seen:
            yield error("input_twice", id_, key=input_.key)
        seen.add(input_.key)
        if not input_.label.strip() or _LETTER.fullmatch(input_.label.strip()):
            yield warning("input_unlabelled", id_, key=input_.key)
        keys = [option.key for option in input_.options]
        if input_.kind is InputKind.CHOICE and not keys:
            yield error("choice_without_options", id_, label=input_.label)
        if len(set(keys)) < len(keys):
            yield error("option_twice", id_, label=input_.label)


def _read_and_unread(criterion: Criterion, id_: str) -> Iterator[Problem]:
    known = {input_.key: input_ for input_ in criterion.inputs}
    read = {gate.input: gate_kinds() for gate in gates(criterion.rule)}
    for scored, _ in scored_rules(criterion.rule, Fraction(1)):
        measure = scored.measure.of if isinstance(scored.measure, RelativeToBest) else scored.measure
        read.update({key: read.get(key, _kinds(measure)) & _kinds(measure) for key in inputs_read(measure)})
    for key, kinds in read.items():
        if key not in known:
            yield error("input_unknown", id_, key=key)
        elif known[key].kind not in kinds:
            yield error("input_wrong_kind", id_, label=known[key].label, kind=known[key].kind.value)
    for key, input_ in known.items():
        if key not in read:
            yield warning("input_unused", id_, label=input_.label or key)


def gate_kinds() -> frozenset[InputKind]:
    """The kinds of input a gate may look at."""
    return frozenset({InputKind.YES_NO, InputKind.CHOICE})


def _kinds(measure: Measure) -> frozenset[InputKind]:
    """The kinds of input a measure can read; in a formula yes counts as 1 and no as 0."""
    match measure:
        case YesNo() | Ticks():
            return frozenset({InputKind.YES_NO})
        case Choice() | Periods():
            return frozenset({InputKind.CHOICE})
    return frozenset(InputKind) - {InputKind.CHOICE}


def _shape(rule: Rule, maximum: Fraction, id_: str) -> Iterator[Problem]:
    """Sums whose parts do not add up, and rules with nothing in them."""
    match rule:
        case Gate():
            yield from _shape(rule.then, maximum, id_)
        case Sum():
            total = sum((part.maximum.value for part in rule.parts), Fraction(0))
            if not rule.parts:
                yield error("rule_empty", id_)
            elif total != maximum:
                yield warning("parts_sum", id_, sum=total, maximum=maximum)
            for part in rule.parts:
                yield from _shape(part.rule, part.maximum.value, id_)
        case Best():
            if not rule.alternatives:
                yield error("rule_empty", id_)
            for case in rule.alternatives:
                yield from _shape(case.rule, maximum, id_)
        case Scored(measure=Ticks(inputs=()) | Periods(inputs=())) | Scored(scale=Bands(bands=())):
            yield error("rule_empty", id_)


def _gate(criterion: Criterion, gate: Gate, maximum: Fraction, id_: str) -> Iterator[Problem]:
    yield from _grade(gate.otherwise, maximum, id_)
    for input_ in criterion.inputs:
        if input_.key == gate.input and gate.expects not in _answers(input_):
            yield error("gate_expects_unknown", id_, label=input_.label, answer=gate.expects)


def _answers(input_: Input) -> tuple[str, ...]:
    return tuple(option.key for option in input_.options) if input_.kind is InputKind.CHOICE else ("yes", "no")


def _scored(criterion: Criterion, scored: Scored, maximum: Fraction, id_: str) -> Iterator[Problem]:
    measure, scale = scored.measure, scored.scale
    for text in formulas(measure):
        try:
            formula.parse(text)
        except AppError:
            yield error("formula_malformed", id_, text=text)
    if isinstance(measure, PerPopulation) and measure.per <= 0:
        yield error("per_not_positive", id_)
    if not isinstance(measure, FITTING[type(scale)]):
        yield error("scale_mismatch", id_, measure=measure.TAG, scale=scale.TAG)
        return
    if _reads_as_share(scale) and not isinstance(measure, SHARES):
        yield warning("share_expected", id_, scale=scale.TAG, measure=measure.TAG)
    if isinstance(scale, Inverse) and not scale.is_confirmed:
        yield warning("inverse_unconfirmed", id_)
    if isinstance(scale, Bands):
        yield from _bands(scale.bands, isinstance(measure, (Ratio, RelativeToBest)), id_)
    for grade in _grades(scale):
        yield from _grade(grade, maximum, id_)
    yield from _table(criterion, measure, scale, maximum, id_)


def _reads_as_share(scale: Scale) -> bool:
    if isinstance(scale, Bands):
        return any(band.kind is BandKind.LITERAL for band in scale.bands)
    return isinstance(scale, (TimesMaximum, Inverse))


def _grades(scale: Scale) -> tuple[Grade, ...]:
    match scale:
        case Options() | Items() | PerPeriod():
            return tuple(scale.grades.values())
        case Bands():
            return tuple(band.grade for band in scale.bands if band.kind is BandKind.CONSTANT)
        case Deductions():
            return (scale.start, scale.each)
    return ()


def _grade(grade: Grade, maximum: Fraction, id_: str) -> Iterator[Problem]:
    if (grade.points is None) == (grade.fraction is None):
        yield error("grade_unclear", id_)
        return
    points = grade.points.value if grade.points is not None else None
    if points is not None and points > maximum:
        yield warning("points_above_maximum", id_, points=points, maximum=maximum)
    if grade.fraction is not None and grade.fraction.value > 1:
        yield warning("points_above_maximum", id_, points=grade.fraction.value * maximum, maximum=maximum)


def _table(criterion: Criterion, measure: Measure, scale: Scale, maximum: Fraction, id_: str) -> Iterator[Problem]:
    """Options without a grade, grades without an option, ticks that do not add up."""
    if not isinstance(scale, (Options, Items, PerPeriod)):
        return
    known = {input_.key: input_ for input_ in criterion.inputs}
    if isinstance(scale, Items):
        answers = set(inputs_read(measure))
    else:
        answers = {answer for key in inputs_read(measure) if key in known for answer in _answers(known[key])}
    for answer in sorted(answers - set(scale.grades)):
        yield warning("option_without_grade", id_, answer=answer)
    for answer in sorted(set(scale.grades) - answers):
        yield warning("grade_without_option", id_, answer=answer)
    if isinstance(scale, Items) and all((g.points is None) != (g.fraction is None) for g in scale.grades.values()):
        values = (
            g.points.value if g.points else g.fraction.value * maximum if g.fraction else 0 for g in _grades(scale)
        )
        total = sum(values, Fraction(0))
        if total != maximum:
            yield remark("items_sum", id_, sum=total, maximum=maximum)


# Bands. ------------------------------------------------------------------------------------------------------------


def _bands(bands: tuple[Band, ...], is_share: bool, id_: str) -> Iterator[Problem]:
    for kind, start, end in cracks(bands):
        if kind == "gap":
            yield warning("bands_gap", id_, **limits(start, end))
        else:
            yield error("bands_overlap", id_, **limits(start, end))
    for band in bands:
        if band.is_empty or (is_share and _lies_beside_shares(band)):
            yield warning("band_unreachable", id_, **limits(band.start, band.end))
        if band.kind is BandKind.RESCALED and band.threshold is None:
            yield warning("band_without_threshold", id_, **limits(band.start, band.end))
    tops = [band.end for band in bands]
    highest = None if None in tops else max((top for top in tops if top is not None), default=None)
    if highest is not None and not (is_share and highest > WHOLE):
        yield warning("bands_end", id_, **limits(highest, None))


def _lies_beside_shares(band: Band) -> bool:
    """Whether no share, from 0 to 1, lies in the band."""
    return (band.start is not None and band.start > WHOLE) or (band.end is not None and band.end <= Edge(Fraction(0)))
