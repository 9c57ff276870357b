"""Why these points ("Diễn giải điểm"): the figures, the exact ratio, the threshold, what was applied and why."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from app.domain.assessment import ABSENT, NO, YES, Response
from app.domain.codec import Amount
from app.domain.formula import ZeroDenominator
from app.domain.framework import Criterion, Framework, InputKind
from app.domain.intervals import Edge
from app.domain.measuring import Empty, Measured, NoPrevious, NoReference, measure_of
from app.domain.numbers import grouped, parse_decimal
from app.domain.rule_checks import inputs_read
from app.domain.rules import (
    Band,
    BandKind,
    Bands,
    Best,
    Gate,
    Growth,
    Judgement,
    Measure,
    Number,
    Periods,
    Ratio,
    Rule,
    Scored,
    Sum,
    Ticks,
)
from app.domain.scaling import band_of, points_on_scale, rounded
from app.domain.scoring import Applied, Cause, NodeScore, State
from app.errors import AppError
from app.wording.figures import measured as measured_number
from app.wording.figures import measured_share
from app.wording.speaking import Speaker
from app.wording.terms import TERMS

ONE = Fraction(1)
NEAR = Fraction(1, 50)  # two percentage points: near enough to a threshold to be told
_SAID: Mapping[str, tuple[str, str]] = {
    "above_one": (
        "Tử số lớn hơn mẫu số: chỉ tính 100 %. Nên xem lại số liệu.",
        "The numerator is greater than the denominator: counted as 100 %. Worth another look.",
    ),
    "applied": ("{cause}: {policy}{article}.", "{cause}: {policy}{article}."),
    "at_risk": (
        "Chỉ hơn ngưỡng {spare}. Nếu bị bớt từ {lost}, điểm còn {points}.",
        "Only {spare} above the threshold. If {lost} or more are taken off, points are {points}.",
    ),
    "just_above": (
        "Vừa qua ngưỡng. Nếu bị bớt từ {lost}, điểm còn {points}.",
        "Just past the threshold. If {lost} or more are taken off, points are {points}.",
    ),
    "at_threshold": (
        "Vừa đúng ngưỡng. Nếu bị bớt từ {lost}, điểm còn {points}.",
        "Just at the threshold. If {lost} or more are taken off, points are {points}.",
    ),
    "band": ("{condition}: {grade}", "{condition}: {grade}"),
    "capped": (
        "Tính được {raw} điểm; chỉ lấy mức tối đa {points} điểm.",
        "This makes {raw}; the maximum of {points} counts.",
    ),
    "covered": ("Đã tính cùng với mục cấp trên.", "Counted together with the node above it."),
    "empty": ("Chưa nhập: {labels}.", "Not entered: {labels}."),
    "floored": ("Tính được {raw} điểm; không dưới 0 điểm.", "This makes {raw}; never below 0."),
    "gate_closed": (
        "“{label}” là “{answer}”, không phải “{expected}”: {grade}.",
        "“{label}” is “{answer}”, not “{expected}”: {grade}.",
    ),
    "given": ("{label}: {value}.", "{label}: {value}."),
    "ground": ("Không áp dụng: {words}. {policy}{article}.", "Not applicable: {words}. {policy}{article}."),
    "incomplete": (
        "Còn phần chưa nhập, điểm chỉ gồm các phần đã có.",
        "Some parts are not entered; the points hold only those that are.",
    ),
    "just_below": ("dưới {points}", "below {points}"),
    "met_above": ("vượt ngưỡng {threshold}: {grade}", "above {threshold}: {grade}"),
    "met": ("đạt ngưỡng {threshold}: {grade}", "reaches {threshold}: {grade}"),
    "missing_evidence": ("thiếu {evidence}", "{evidence}: missing"),
    "incomplete_evidence": ("{evidence} chưa đủ", "{evidence}: incomplete"),
    "missing": (
        "Còn thiếu {missing} để đạt ngưỡng {threshold}.",
        "{missing} more would reach the threshold of {threshold}.",
    ),
    "missing_above": (
        "Còn thiếu {missing} để vượt ngưỡng {threshold}.",
        "{missing} more would pass the threshold of {threshold}.",
    ),
    "no_band": ("ngoài các mức có điểm: 0 điểm", "outside every band: 0 points"),
    "no_peer": (
        "Không còn cơ quan, địa phương nào để so sánh: cơ quan thẩm định xem xét.",
        "Nobody is left to compare with: the reviewing authority decides.",
    ),
    "not_computed": ("Chưa tính được từ số liệu đã nhập.", "Can't be computed from the figures entered."),
    "part": ("{label}:", "{label}:"),
    "points": ("Điểm: {points}/{maximum}.", "Points: {points} of {maximum}."),
    "provisional": ("Điểm tạm tính.", "The points are provisional."),
    "quotient": ("{above} ÷ {below} = {share}", "{above} ÷ {below} = {share}"),
    "relative": (
        "Giá trị đạt được là {value}; điểm tính theo giá trị cao nhất của các cơ quan, địa phương cùng nhóm.",
        "The own value is {value}; points follow from the highest value among agencies of the same group.",
    ),
    "rounded": ("Làm tròn {raw} điểm thành {points} điểm.", "Rounded from {raw} to {points}."),
    "unmet_above": ("chưa vượt ngưỡng {threshold}: {grade}", "not above {threshold}: {grade}"),
    "unmet": ("chưa đạt ngưỡng {threshold}: {grade}", "does not reach {threshold}: {grade}"),
}


@dataclass(frozen=True, slots=True)
class _Explainer:
    """One criterion's points, told from its rule and inputs."""

    speaker: Speaker
    response: Response
    decimals: int

    def say(self, key: str, **values: str) -> str:
        return _SAID[key][0 if self.speaker.language == "vi" else 1].format(**values)

    def _computed(self, value: Fraction) -> str:
        return measured_number(value, self.speaker.language)

    def points(self, value: Fraction) -> str:
        return grouped(value, self.decimals, self.speaker.language)

    def rule(self, rule: Rule, maximum: Fraction) -> Iterator[str]:
        match rule:
            case Gate():
                yield from self._gate(rule, maximum)
            case Sum():
                for part in rule.parts:
                    inner = tuple(self.rule(part.rule, Fraction(part.maximum.value)))
                    yield " ".join((self.say("part", label=part.label), *inner))
            case Best():
                for case in rule.alternatives:
                    yield " ".join((self.say("part", label=case.label), *self.rule(case.rule, maximum)))
            case Scored():
                yield from self._scored(rule, maximum)

    def _gate(self, rule: Gate, maximum: Fraction) -> Iterator[str]:
        answer = self.response.inputs.get(rule.input, "")
        if not answer:
            yield self.say("empty", labels=self.speaker.label(rule.input))
        elif answer == rule.expects:
            yield from self.rule(rule.then, maximum)
        else:
            yield self.say(
                "gate_closed",
                label=self.speaker.label(rule.input),
                answer=self.speaker.answer(rule.input, answer),
                expected=self.speaker.answer(rule.input, rule.expects),
                grade=self.speaker.grade(rule.otherwise, maximum),
            )

    def _scored(self, rule: Scored, maximum: Fraction) -> Iterator[str]:
        if isinstance(rule.measure, Judgement):
            if not self.response.points:
                yield self.say("empty", labels=self._pick("self_points"))
            return
        try:
            measured = measure_of(rule.measure, self.response.inputs, None)
        except Empty:
            keys = (key for key in inputs_read(rule.measure) if not self.response.inputs.get(key))
            yield self.say("empty", labels="; ".join(self.speaker.label(key) for key in keys))
        except (ZeroDenominator, NoPrevious):
            yield from self._given(rule.measure)
        except NoReference as missing:
            yield from self._given(rule.measure)
            yield self.say("relative", value=self._computed(missing.own))
        except AppError:
            yield self.say("not_computed")
        else:
            yield from self._measured(rule, measured, maximum)

    def _pick(self, term: str) -> str:
        return TERMS[term][0 if self.speaker.language == "vi" else 1]

    def _given(self, measure: Measure) -> Iterator[str]:
        """The inputs as they were entered."""
        for key in inputs_read(measure):
            answer = self.response.inputs.get(key, "")
            yield self.say("given", label=self.speaker.label(key), value=self._value(key, answer))

    def _value(self, key: str, answer: str) -> str:
        input_ = self.speaker.input(key)
        if input_.kind in (InputKind.YES_NO, InputKind.CHOICE) or answer in (ABSENT, ""):
            return self.speaker.answer(key, answer) if answer else "–"
        return f"{self.speaker.number(parse_decimal(answer))} {input_.unit}".rstrip()

    def _measured(self, rule: Scored, measured: Measured, maximum: Fraction) -> Iterator[str]:
        cliff = _cliff(rule)
        if not (isinstance(rule.measure, Ratio) and _is_plain(rule.measure)):
            yield from self._given(rule.measure)
        told = [*self._number(rule, measured), *self._step(rule, measured, maximum, cliff)]
        if told:
            text = ", ".join(told)
            yield text[:1].upper() + text[1:] + "."
        yield from self._limits(rule, measured, maximum)
        if cliff is not None:
            yield from self._hint(rule, measured, maximum, cliff)

    def _number(self, rule: Scored, measured: Measured) -> Iterator[str]:
        """ "1.506 ÷ 2.000 = 75,30 %", or the number that the scale reads."""
        measure = rule.measure
        noun = self.speaker.noun(measure)
        share = measured_share(measured.value, self.speaker.language, _limits(rule))
        if isinstance(measure, Ratio) and _is_plain(measure):
            keys = (measure.numerator, measure.denominator)
            above, below = (self.speaker.number(_number_of(self.response, key)) for key in keys)
            yield self.say("quotient", above=above, below=below, share=share)
        elif isinstance(measure, (Ratio, Growth)):
            yield f"{noun} = {share}"
        elif isinstance(measure, Ticks):
            yield f"{noun}: {self.speaker.number(measured.value)}/{measured.listed}"
        elif not isinstance(measure, (Number, Periods)) and not measured.chosen:
            yield f"{noun} = {self._computed(measured.value)}"

    def _step(self, rule: Scored, measured: Measured, maximum: Fraction, cliff: "_Cliff | None") -> Iterator[str]:
        """Which band holds the number, in terms of the threshold where there is just one."""
        if not isinstance(rule.scale, Bands):
            return
        band = band_of(rule.scale, measured.value)
        if band is None:
            yield self.say("no_band")
            return
        grade = self.speaker.band_grade(band, rule.measure, maximum)
        if cliff is None:
            yield self.say("band", condition=self.speaker.condition(band, rule.measure), grade=grade)
        else:
            side = "met" if cliff.is_reached_by(measured.value) else "unmet"
            key = f"{side}_above" if cliff.is_after else side
            yield self.say(key, threshold=self.speaker.amount(rule.measure, cliff.at), grade=grade)

    def _limits(self, rule: Scored, measured: Measured, maximum: Fraction) -> Iterator[str]:
        """Rounding, cap, floor and a ratio above one, where they changed something."""
        raw = points_on_scale(rule.scale, measured, maximum)
        points = rounded(raw, rule.rounding)
        limit = maximum if rule.cap is None else min(maximum, Fraction(rule.cap.value))
        if points != raw:
            yield self.say("rounded", raw=self._computed(raw), points=self._computed(points))
        if points > limit:
            yield self.say("capped", raw=self._computed(points), points=self._computed(limit))
        if points < 0:
            yield self.say("floored", raw=self._computed(points))
        if measured.is_above_one:
            yield self.say("above_one")

    def _hint(self, rule: Scored, measured: Measured, maximum: Fraction, cliff: "_Cliff") -> Iterator[str]:
        """How many units lie between the figure and the one threshold, when few do."""
        measure = rule.measure
        if not isinstance(measure, Ratio) or not _is_plain(measure) or measured.is_above_one:
            return
        have, of = _number_of(self.response, measure.numerator), _number_of(self.response, measure.denominator)
        needed = math.floor(cliff.threshold * of) + 1 if cliff.is_after else math.ceil(cliff.threshold * of)
        spare = have - needed
        if have.denominator != 1 or of < 0 or not (abs(measured.value - cliff.threshold) <= NEAR or spare == 0):
            return
        unit = self.speaker.input(measure.numerator).unit
        if spare < 0:
            at = self.speaker.amount(measure, cliff.at)
            yield self.say(
                "missing_above" if cliff.is_after else "missing", missing=self._units(-spare, unit), threshold=at
            )
        elif needed > 0:
            key = "at_risk" if spare else "just_above" if cliff.is_after else "at_threshold"
            fallen = self._fallen(cliff, maximum)
            yield self.say(key, spare=self._units(spare, unit), lost=self._units(spare + 1, unit), points=fallen)

    def _fallen(self, cliff: "_Cliff", maximum: Fraction) -> str:
        """The points that are left below the threshold: a constant, or less than what it would be there."""
        below = replace(cliff.low, below=None, up_to=None)
        points = self.points(points_on_scale(Bands(bands=(below,)), Measured(value=cliff.threshold), maximum))
        return points if below.kind is BandKind.CONSTANT or cliff.is_after else self.say("just_below", points=points)

    def _units(self, count: Fraction, unit: str) -> str:
        return f"{self.speaker.number(count)} {unit}".rstrip()


@dataclass(frozen=True, slots=True)
class _Cliff:
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


def _cliff(rule: Scored) -> _Cliff | None:
    if not isinstance(rule.scale, Bands) or len(rule.scale.bands) != 2:
        return None
    low, high = sorted(rule.scale.bands, key=lambda band: band.start is not None)
    if low.start is not None or high.low is None or high.end is not None or low.end != high.start:
        return None
    return _Cliff(high.low, low, high.above is not None)


def _limits(rule: Scored) -> tuple[Fraction, ...]:
    bands = rule.scale.bands if isinstance(rule.scale, Bands) else ()
    return tuple(Fraction(band.low.value) for band in bands if band.low is not None)


def _is_plain(measure: Ratio) -> bool:
    """Whether it is one input over another."""
    return measure.numerator.isidentifier() and measure.denominator.isidentifier()


def _number_of(response: Response, key: str) -> Fraction:
    answer = response.inputs[key]
    return Fraction(answer == YES) if answer in (YES, NO) else parse_decimal(answer)


def explain(
    framework: Framework, criterion: Criterion, response: Response, node_score: NodeScore, language: str = "vi"
) -> tuple[str, ...]:
    """Why a criterion has these points, in sentences: figures, thresholds, policies with their articles, the points."""
    speaker = Speaker(framework, criterion, language)
    explainer = _Explainer(speaker, response, framework.decimals)
    if "covered" in node_score.remarks:
        return (explainer.say("covered"),)
    lines: list[str] = []
    causes = {told.cause for told in node_score.applied}
    if not causes & {Cause.NOT_APPLICABLE, Cause.DECIDED}:
        lines += explainer.rule(criterion.rule, abs(Fraction(criterion.maximum.value)))
    lines += (_applied(explainer, framework, told) for told in node_score.applied)
    lines += (explainer.say(remark) for remark in ("incomplete", "no_peer") if remark in node_score.remarks)
    if node_score.points is not None:
        maximum = explainer.points(node_score.maximum)
        lines.append(explainer.say("points", points=explainer.points(node_score.points), maximum=maximum))
    if node_score.state is State.PROVISIONAL:
        lines.append(explainer.say("provisional"))
    return tuple(line for line in lines if line)


def _applied(explainer: _Explainer, framework: Framework, told: Applied) -> str:
    """One policy that was applied, why, and its article."""
    speaker = explainer.speaker
    article = f" ({told.article})" if told.article else ""
    if told.policy == Cause.DECIDED.value:
        return f"{explainer._pick('cause.decided')}."
    for kind in ("policy", "evidence_policy"):
        if f"{kind}.{told.policy}" in TERMS:
            policy = speaker.term(f"{kind}.{told.policy}")
            break
    words = next((ground.words for ground in framework.grounds if ground.code == told.ground), "")
    if words:
        policy = policy[:1].upper() + policy[1:]
        return explainer.say("ground", words=words.rstrip("."), policy=policy, article=article)
    return explainer.say("applied", cause=_cause(explainer, told.cause), policy=policy, article=article)


def _cause(explainer: _Explainer, cause: Cause) -> str:
    """Why a policy was applied; the framework may have its own name for evidence."""
    own = explainer.speaker.framework.terms.get("evidence", "")
    if own and cause in (Cause.MISSING_EVIDENCE, Cause.INCOMPLETE_EVIDENCE):
        text = explainer.say(cause.value, evidence=own)
        return text[:1].upper() + text[1:]
    return explainer._pick(f"cause.{cause.value}")


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
    explainer = _Explainer(Speaker(framework, criterion, language), response, framework.decimals)
    told: list[str] = []
    for rule, maximum in _leaves(criterion.rule, abs(Fraction(criterion.maximum.value)), response):
        measured = _measured_or_none(rule, response)
        if measured is None:
            continue
        if measured.is_above_one:
            told.append(explainer.say("above_one"))
        cliff = _cliff(rule)
        if cliff is not None:
            told += explainer._hint(rule, measured, maximum, cliff)
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
