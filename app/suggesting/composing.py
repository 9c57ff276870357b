"""A suggestion to the engine's rule, with inputs labelled in words."""

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from app.domain.codec import Amount
from app.domain.nodes import Input, InputKind, Role
from app.domain.rules import (
    NO_GRADE,
    AsPoints,
    Computed,
    Deductions,
    Gate,
    Growth,
    Inverse,
    Judgement,
    Ladder,
    Measure,
    Number,
    PerPopulation,
    Policy,
    Ratio,
    RelativeToBest,
    Rounding,
    RoundingMode,
    Rule,
    Scale,
    Scored,
    TimesMaximum,
    UnitPoints,
)
from app.suggesting import combining
from app.suggesting.amounts import decimal, read_maximum
from app.suggesting.asking import Asked
from app.suggesting.scales import count_bands, grade_of, share_bands
from app.suggesting.spelling import bare
from app.suggesting.suggestion import Composed, Kind, Suggestion

JUDGED = Scored(measure=Judgement(), scale=AsPoints())
# "chưa ban hành kế hoạch" is asked as "có ban hành kế hoạch"; what denies more than one thing as it stands
_DENIED = re.compile(
    r"(?:trường hợp |nếu )?(?:chưa|không)(?: có)? (?P<what>(?:(?!hoặc|không|chưa|và ).)+)", re.IGNORECASE
)
_SHARES = (Kind.RATIO_FULL_ABOVE, Kind.RATIO_FLOOR, Kind.ALL_OR_NOTHING, Kind.STEPS_PERCENT)


def compose(suggestion: Suggestion, title: str, maximum: str) -> Composed:
    """The engine's rule for a suggestion; `title` names the inputs where the text has no words for them.

    What can't be composed without a decision of the author (no amounts, no parts) becomes points by judgement.
    """
    value = read_maximum(maximum) or Fraction(1)
    asked = Asked(title=" ".join(title.split()) or "Tiêu chí")
    rule = composed(suggestion.kind, suggestion.parameters, asked, abs(value), is_sure=suggestion.sure)
    role = Role.SCALE
    if suggestion.kind is Kind.BONUS:
        role = Role.BONUS
    elif suggestion.kind is Kind.PENALTY and "start" not in suggestion.parameters:
        role = Role.PENALTY
    if value < 0:
        role = Role.PENALTY
    if rule is None:
        return Composed(rule=JUDGED, role=role)
    return Composed(rule=rule, inputs=tuple(asked.inputs), zero_denominator=_policy(suggestion.parameters), role=role)


def composed(kind: Kind, told: Mapping[str, Any], asked: Asked, maximum: Fraction, *, is_sure: bool) -> Rule | None:
    """The rule of one kind with its parameters; None where something it needs isn't told."""
    if kind in (Kind.BONUS, Kind.PENALTY) and "rule" in told:
        inner = told["rule"]
        return composed(Kind(inner["kind"]), inner["parameters"], asked, maximum, is_sure=is_sure)
    if kind in (Kind.SUM, Kind.BEST_OF):
        return combining.combined(kind, told, asked, maximum, composed)
    rule = combining.chosen(kind, told, asked, maximum) or _scored(kind, told, asked, maximum, is_sure)
    if rule is None:
        return None
    if isinstance(rule, Scored) and "rounding" in told:
        stated = told["rounding"]
        mode = RoundingMode(stated.get("mode", "half_up"))
        rule = replace(rule, rounding=Rounding(unit=Amount(stated["unit"]), mode=mode))
    return _gated(rule, told, asked)


def _gated(rule: Rule, told: Mapping[str, Any], asked: Asked) -> Rule:
    gate = told.get("gate")
    if not gate:
        return rule
    denied = _DENIED.fullmatch(gate["label"].strip())
    said = f"Có {denied['what']}" if denied else f"Không thuộc trường hợp: {gate['label'].strip()}"
    key = asked.yes_no(said)
    return Gate(input=key, then=rule, otherwise=grade_of(gate["otherwise"]) or NO_GRADE)


def _scored(kind: Kind, told: Mapping[str, Any], asked: Asked, maximum: Fraction, is_sure: bool) -> Rule | None:
    """Kinds that read a number."""
    if kind is Kind.RATIO:
        return Scored(measure=_ratio(told, asked), scale=TimesMaximum())
    if kind is Kind.INVERSE_RATIO:
        return Scored(measure=_ratio(told, asked), scale=Inverse(is_confirmed=is_sure))
    if kind in _SHARES:
        bands = share_bands(kind, told)
        if bands is None:
            return None
        measure: Measure = _growth(asked) if told.get("growth") else _ratio(told, asked)
        return Scored(measure=measure, scale=bands)
    if kind is Kind.STEPS_COUNT:
        bands = count_bands(told)
        return None if bands is None else Scored(measure=_count(told, asked), scale=bands)
    if kind is Kind.PER_POPULATION:
        return _per_population(told, asked)
    if kind is Kind.COUNT_TIMES:
        return _counted(told, asked, maximum)
    if kind is Kind.PENALTY:
        each = grade_of(told)
        unit = told.get("unit", "")
        key = asked.count(f"Số {unit}" if unit else asked.title)
        return None if each is None else Scored(measure=Number(input=key), scale=Deductions(each=each))
    if kind is Kind.FORMULA:
        return _formula(told, asked, maximum)
    if kind is Kind.IMPORTED:
        key = asked.add(
            Input(key="", label=f"Điểm {asked.title[:1].lower()}{asked.title[1:]}", kind=InputKind.IMPORTED,
                  hint=str(told.get("source", "")), maximum=Amount(decimal(maximum)))
        )  # fmt: skip
        return Scored(measure=Number(input=key), scale=AsPoints())
    if kind is Kind.RELATIVE_BEST:
        return _relative(told, asked)
    return None


def _ratio(told: Mapping[str, Any], asked: Asked) -> Ratio:
    above, below = told.get("numerator", ""), told.get("denominator", "")
    if not above or not below:
        thing = re.sub(r"^(tỷ|tỉ) lệ\s*(%|phần trăm)?\s*", "", told.get("measure") or asked.title, flags=re.IGNORECASE)
        if bare(thing).startswith("so "):
            thing = thing[3:]
        thing = thing or asked.title
        above, below = f"Số {thing[:1].lower()}{thing[1:]}", f"Tổng số để tính tỷ lệ {thing[:1].lower()}{thing[1:]}"
    return Ratio(numerator=asked.sum(above, "tử số"), denominator=asked.sum(below, "mẫu số"))


def _growth(asked: Asked) -> Growth:
    current = asked.number(f"{asked.title} – kỳ này")
    previous = asked.add(Input(key="", label=f"{asked.title} – kỳ trước", may_be_absent=True))
    return Growth(current=current, previous=previous, no_previous=Policy.REVIEWER_DECIDES)


def _count(told: Mapping[str, Any], asked: Asked) -> Number:
    unit = told.get("unit", "")
    label = told.get("measure") or (f"Số {unit}" if unit and unit != "%" else asked.title)
    limits = [
        row[side] for row in told.get("bands", ()) for side in ("at_least", "above", "below", "up_to") if side in row
    ]
    if all(Fraction(limit).denominator == 1 for limit in limits):
        return Number(input=asked.count(label))
    return Number(input=asked.number(label))


def _per_population(told: Mapping[str, Any], asked: Asked) -> Rule | None:
    bands = count_bands(told)
    if bands is None or "per" not in told:
        return None
    words = re.sub(r"\s*(trên|/|tính trên|cho)?\s*[\d.,]+\s*(người dân|người|dân|hộ).*$", "", told.get("measure", ""))
    count = asked.number(words or f"{asked.title} – số lượng")
    population = asked.count("Dân số (người)")
    return Scored(measure=PerPopulation(count=count, population=population, per=int(told["per"])), scale=bands)


def _counted(told: Mapping[str, Any], asked: Asked, maximum: Fraction) -> Rule | None:
    grade = grade_of(told)
    if grade is None:
        return None
    points = grade.points or Amount(str((grade.fraction or Amount("0")).value * maximum))
    unit = str(told.get("unit", ""))
    label = unit if bare(unit).startswith(("so ", "tong ")) else f"Số {unit}"
    key = asked.count(label if unit else asked.title)
    cap = Amount(told["cap"]) if "cap" in told else None
    scale: Scale = UnitPoints(points=points)
    if "each" in told:
        each = Amount(told["each"])
        start = Amount(told.get("start", each))
        first = grade_of(told.get("start_grade", {})) or grade
        starting = first.points or Amount(str((first.fraction or Amount("0")).value * maximum))
        scale = Ladder(start=start, start_points=starting, each=each, points=points)
    return Scored(measure=Number(input=key), scale=scale, cap=cap)


def _formula(told: Mapping[str, Any], asked: Asked, maximum: Fraction) -> Rule | None:
    expression = str(told.get("expression", ""))
    if not expression:
        return None
    for each in told.get("inputs", ()):
        name, label = each["key"], each["label"]
        is_share = bare(label).startswith(("ti le", "phan tram"))
        key = asked.named(label, is_share=is_share)
        written = f"({key} / 100)" if is_share else key
        expression = re.sub(rf"(?<![\w%]){re.escape(name)}(?!\w)", written.replace("\\", ""), expression)
    whole = re.fullmatch(r"(?P<inner>.+?) \* M", expression) or re.fullmatch(r"M \* (?P<inner>[^+]+)", expression)
    if whole is not None and "M" not in whole["inner"]:
        return Scored(measure=Computed(expression=whole["inner"]), scale=TimesMaximum())
    if "M" in expression or told.get("is_points"):
        amount = decimal(maximum)
        text = re.sub(r"(?<!\w)M(?!\w)", amount if "/" not in amount else f"({amount})", expression)
        return Scored(measure=Computed(expression=text), scale=AsPoints())
    above, sign, below = expression.partition(" / ")
    if sign and "/" not in below and above.count("(") == above.count(")"):
        return Scored(measure=Ratio(numerator=above, denominator=below), scale=TimesMaximum())
    return Scored(measure=Computed(expression=expression), scale=AsPoints())


def _relative(told: Mapping[str, Any], asked: Asked) -> Rule:
    if "numerator" in told and "denominator" in told:
        return Scored(measure=RelativeToBest(of=_ratio(told, asked)), scale=TimesMaximum())
    own = str(told.get("own", ""))
    if bare(own).startswith("ti le") or bare(asked.title).startswith("ti le"):
        measure = _ratio({"measure": own if len(own.split()) > 3 else asked.title}, asked)
        return Scored(measure=RelativeToBest(of=measure), scale=TimesMaximum())
    key = asked.number(own if len(own.split()) > 2 else asked.title)
    return Scored(measure=RelativeToBest(of=Number(input=key)), scale=TimesMaximum())


def _policy(told: Mapping[str, Any]) -> Policy | None:
    """What the text says of "nothing occurred"; an amount between none and all is for the reviewer."""
    stated = told.get("when_none") or told.get("none")
    if not isinstance(stated, Mapping) or "on_time" in told:
        return None
    if stated.get("fraction") == "1":
        return Policy.FULL
    return Policy.ZERO if stated.get("points") == "0" else Policy.REVIEWER_DECIDES
