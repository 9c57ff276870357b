"""How the points of one criterion come about, told from its rule and inputs: figures, quotient, scale, rounding, cap.

Points of parts and cases are asked of the scoring itself (`RuleRun`), never reckoned a second time.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from app.domain.assessment import ABSENT, NO, YES, Response
from app.domain.formula import ZeroDenominator
from app.domain.framework import InputKind, Placed
from app.domain.measuring import Empty, Measured, NoPrevious, NoReference, evaluate, measure_of
from app.domain.numbers import parse_decimal
from app.domain.rule_checks import inputs_read
from app.domain.rules import (
    AsPoints,
    BandKind,
    Bands,
    Best,
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
    PerPeriod,
    PerPopulation,
    Policy,
    Ratio,
    RelativeToBest,
    Rule,
    Scored,
    ShareOfItems,
    Sum,
    Ticks,
    UnitPoints,
)
from app.domain.scaling import band_of, grade_points, points_on_scale, rounded
from app.domain.scoring import Applied, Outcome, Peers, RuleRun
from app.errors import AppError
from app.wording.cautioning import cliff_of, hint, is_plain
from app.wording.explaining_words import say
from app.wording.figures import measured as cut
from app.wording.figures import measured_share, number, share
from app.wording.speaking import Figures, Speaker
from app.wording.terms import TERMS

ZERO = Fraction(0)
_NOTABLE = frozenset(
    ("above_one", "best_peer", "capped", "chosen", "floored", "gate_closed", "own_is_best", "relative", "rounded")
)


def exactly(value: Fraction, language: str, unit: str = "{}") -> str:
    """A computed number, and what it is exactly where its decimals were cut off: "9,8823… (chính xác 168/17)".

    `unit` holds the place of the number: "{} điểm".
    """
    shown = cut(value, language)
    told = unit.format(shown)
    return say(language, "exactly", shown=told, value=number(value, language)) if shown.endswith("…") else told


def exact_share(value: Fraction, language: str, limits: tuple[Fraction, ...] = ()) -> str:
    """A ratio as a percentage, and what it is exactly where two decimals do not hold it: "83,33 % (chính xác 5/6)"."""
    shown, whole = measured_share(value, language, limits), share(value, language)
    if value * 10**4 % 1 == 0 or shown == whole:
        return shown
    return say(language, "exactly", shown=shown, value=number(value, language) if "/" in whole else whole)


@dataclass(frozen=True, slots=True)
class Working:
    """One criterion at one place, with what was answered.

    While its lines are told, `told` gathers the policies they name, `notable` what is not plainly the figures.
    """

    speaker: Speaker
    place: Placed
    response: Response
    best_peer: Fraction | None
    told: list[Applied] = field(default_factory=list)
    notable: list[str] = field(default_factory=list)

    @property
    def language(self) -> str:
        return self.speaker.language

    def say(self, key: str, **values: str) -> str:
        """One of the sentences."""
        text = say(self.language, key, **values)
        if key in _NOTABLE:
            self.notable.append(text)
        return text

    # What combines -------------------------------------------------------------------------------------------------

    def lines(self, rule: Rule, maximum: Fraction, policy: Policy | None = None) -> Iterator[str]:
        """The sentences of a rule, without what policies and reviewers made of the criterion as a whole."""
        match rule:
            case Gate():
                yield from self._gate(rule, maximum, policy)
            case Sum():
                yield from self._sum(rule, maximum)
            case Best():
                yield from self._best(rule, maximum, policy)
            case Scored():
                yield from self._scored(rule, maximum)

    def _outcome(self, rule: Rule, maximum: Fraction, policy: Policy | None) -> Outcome | None:
        """What the scoring makes of a rule; None where the answers can't be read."""
        peers = Peers() if self.best_peer is None else Peers(measures={self.place.id: (self.best_peer,)})
        scoring = RuleRun(self.speaker.framework, peers).on(self.speaker.criterion, self.place, self.response)
        try:
            return scoring.run(rule, maximum, policy)
        except AppError:
            return None

    def _gate(self, rule: Gate, maximum: Fraction, policy: Policy | None) -> Iterator[str]:
        answer, label = self.response.inputs.get(rule.input, ""), self.speaker.label(rule.input)
        told = self.speaker.answer(rule.input, answer) if answer else ""
        if not answer:
            yield self.say("empty", labels=label)
        elif answer == rule.expects:
            yield self.say("gate_open", label=label, answer=told)
            yield from self.lines(rule.then, maximum, policy)
        else:
            expected = self.speaker.answer(rule.input, rule.expects)
            grade = self.speaker.grade(rule.otherwise, maximum)
            yield self.say("gate_closed", label=label, answer=told, expected=expected, grade=grade)

    def _sum(self, rule: Sum, maximum: Fraction) -> Iterator[str]:
        reached: list[Fraction] = []
        for part in rule.parts:
            limit = Fraction(part.maximum.value)
            outcome = self._outcome(part.rule, limit, part.zero_denominator)
            inner = [*self.lines(part.rule, limit, part.zero_denominator), *self._applied(outcome)]
            if outcome is not None and outcome.points is not None:
                reached.append(outcome.points)
                unit = self.say("of_part", maximum=self.speaker.number(limit))
                inner.append(self.say("reached", points=exactly(outcome.points, self.language, unit)))
            yield " ".join((self.say("part", label=part.label), *inner))
        total = sum(reached, ZERO)
        if len(reached) > 1:
            yield self._added(reached)
        if reached and total > maximum:
            yield self.say("capped", raw=self._cut(total), points=self._cut(maximum))

    def _added(self, terms: list[Fraction]) -> str:
        written = " + ".join(self._cut(term) for term in terms)
        return self.say("added", sum=self._equals(written, sum(terms, ZERO)))

    def _best(self, rule: Best, maximum: Fraction, policy: Policy | None) -> Iterator[str]:
        chosen: tuple[str, Fraction] | None = None
        for case in rule.alternatives:
            outcome = self._outcome(case.rule, maximum, policy)
            inner = [*self.lines(case.rule, maximum, policy), *self._applied(outcome)]
            if outcome is not None and outcome.points is not None:
                inner.append(self.say("reached", points=self._points(outcome.points)))
                if chosen is None or outcome.points > chosen[1]:
                    chosen = (case.label, outcome.points)
            yield " ".join((self.say("part", label=case.label), *inner))
        if chosen is None:
            yield self.say("none_chosen")
        else:
            yield self.say("chosen", label=chosen[0], points=self._points(chosen[1]))

    def _applied(self, outcome: Outcome | None) -> Iterator[str]:
        """The policies of a part or case, unless a line within it named them already."""
        if outcome is None:
            return
        pending = () if outcome.pending is None else (outcome.pending,)
        for told in (*outcome.applied, *pending):
            if told not in self.told:
                self.told.append(told)
                yield policy_sentence(self.speaker, told)

    # One measure on a scale ----------------------------------------------------------------------------------------

    def _scored(self, rule: Scored, maximum: Fraction) -> Iterator[str]:
        try:
            if isinstance(rule.measure, Judgement):
                yield from self._judged(maximum)
                return
            peers = None if self.best_peer is None else (self.best_peer,)
            measured = measure_of(rule.measure, self.response.inputs, peers)
        except Empty:
            keys = (key for key in inputs_read(rule.measure) if not self.response.inputs.get(key))
            yield self.say("empty", labels="; ".join(self.speaker.label(key) for key in keys))
        except (ZeroDenominator, NoPrevious):
            yield from self._given(rule.measure)
        except NoReference as missing:
            yield from self._given(rule.measure)
            yield self.say("relative", value=self._own(rule.measure, missing.own))
        except AppError:
            yield self.say("not_computed")
        else:
            yield from self._measured(rule, measured, maximum)

    def _judged(self, maximum: Fraction) -> Iterator[str]:
        if not self.response.points:
            yield self.say("empty", labels=TERMS["self_points"][self.language != "vi"])
            return
        given = abs(parse_decimal(self.response.points))
        yield self.say("judged", points=self._cut(given))
        if given > maximum:
            yield self.say("capped", raw=self._cut(given), points=self._cut(maximum))

    def _measured(self, rule: Scored, measured: Measured, maximum: Fraction) -> Iterator[str]:
        measure = rule.measure
        if isinstance(rule.scale, (Items, PerPeriod)):
            yield from self._tallied(rule.scale, measure, measured, maximum)
        else:
            if not (isinstance(measure, Ratio) and is_plain(measure)):
                yield from self._given(measure)
            if isinstance(measure, RelativeToBest):
                yield from self._compared(measure, measured)
            told = [*self._number(rule, measured), *self._step(rule, measured, maximum)]
            if told:
                text = (", " if isinstance(rule.scale, (Bands, Options)) else "; ").join(told)
                yield text[:1].upper() + text[1:] + "."
        yield from self._limits(rule, measured, maximum)
        yield from hint(self.speaker, self.response, rule, measured, maximum)

    def _given(self, measure: Measure) -> Iterator[str]:
        """The inputs as they were entered."""
        for key in inputs_read(measure):
            yield self.say("given", label=self.speaker.label(key), value=self._value(key))

    def _value(self, key: str) -> str:
        answer = self.response.inputs.get(key, "")
        input_ = self.speaker.input(key)
        if input_.kind in (InputKind.YES_NO, InputKind.CHOICE) or answer in (ABSENT, ""):
            return self.speaker.answer(key, answer) if answer else "–"
        return f"{self.speaker.number(parse_decimal(answer))} {input_.unit}".rstrip()

    def _figures(self, measure: Measure) -> Figures:
        """Each input as it stands in a formula; what is below zero in parentheses."""
        written = {}
        for key in inputs_read(measure):
            answer = self.response.inputs.get(key, "")
            value = Fraction(answer == YES) if answer in (YES, NO) else parse_decimal(answer)
            text = self.speaker.number(value)
            written[key] = f"({text})" if value < 0 else text
        return written

    def _tallied(
        self, scale: Items | PerPeriod, measure: Measure, measured: Measured, maximum: Fraction
    ) -> Iterator[str]:
        """Each item or period with what it adds."""
        terms = []
        for key in inputs_read(measure):
            answer = self.response.inputs.get(key, "")
            named = (key if answer == YES else "") if isinstance(scale, Items) else answer
            grade = scale.grades.get(named, Grade())
            if named:
                terms.append(grade_points(grade, maximum))
            shown = self.speaker.grade(grade if named else Grade(), maximum)
            yield self.say("tallied", label=self.speaker.label(key), answer=self._value(key), grade=shown)
        if len(terms) > 1:
            yield self._added(terms)

    # The number ----------------------------------------------------------------------------------------------------

    def _number(self, rule: Scored, measured: Measured) -> Iterator[str]:
        """ "1.506 ÷ 2.000 = 75,30 %", or the number that the scale reads."""
        measure, noun = rule.measure, self.speaker.noun(rule.measure)
        match measure:
            case Ratio():
                text = self.speaker.expression(measure, self._figures(measure))
                text = text if is_plain(measure) else self.say("equals", left=noun, right=text)
                inputs = self.response.inputs
                value = evaluate(measure.numerator, inputs) / evaluate(measure.denominator, inputs)  # it may pass 100 %
                yield self.say("equals", left=text, right=exact_share(value, self.language, _limits(rule)))
            case Growth():
                figures = self._figures(measure)
                share = exact_share(measured.value, self.language, _limits(rule))
                current, previous = figures[measure.current], figures[measure.previous]
                yield self.say("growth", noun=noun, current=current, previous=previous, share=share)
            case RelativeToBest():
                best = max(measured.own or ZERO, self.best_peer or ZERO)
                own = self._own(measure, measured.own or ZERO, is_short=True)
                share = exact_share(measured.value, self.language, _limits(rule))
                told = self._own(measure, best, is_short=True)
                yield self.say("compared", noun=noun, own=own, best=told, share=share)
            case Computed() | PerPopulation():
                text = self.speaker.expression(measure, self._figures(measure))
                told = exactly(measured.value, self.language)
                left = noun if text == told else self.say("equals", left=noun, right=text)
                yield self.say("equals", left=left, right=told)
            case Ticks():
                ticked = self.speaker.number(measured.value)
                yield self.say("ticked", noun=noun, ticked=ticked, listed=str(measured.listed))

    def _own(self, measure: Measure, value: Fraction, is_short: bool = False) -> str:
        """What is compared with the best: a share where it is a ratio."""
        is_share = isinstance(measure, RelativeToBest) and isinstance(measure.of, Ratio)
        if is_share and value <= 1 and (self.best_peer or value) <= 1:
            return measured_share(value, self.language) if is_short else exact_share(value, self.language)
        return self._cut(value) if is_short else exactly(value, self.language)

    def _compared(self, measure: RelativeToBest, measured: Measured) -> Iterator[str]:
        """The own value and the best of the others."""
        own, best = measured.own or ZERO, self.best_peer or ZERO
        value = self._own(measure, own)
        if not isinstance(measure.of, Number):
            text = self.speaker.expression(measure.of, self._figures(measure.of))
            value = self.say("equals", left=text, right=value)
        yield self.say("own", value=value)
        yield self.say("own_is_best" if own >= best else "best_peer", value=self._own(measure, best))

    # The scale -----------------------------------------------------------------------------------------------------

    def _step(self, rule: Scored, measured: Measured, maximum: Fraction) -> Iterator[str]:
        """What the scale makes of the number."""
        match rule.scale:
            case Bands():
                yield self._band(rule, rule.scale, measured, maximum)
            case Options(grades=grades):
                for answer in measured.chosen:
                    words = self.speaker.answer(inputs_read(rule.measure)[0], answer)
                    grade = self.speaker.grade(grades.get(answer, Grade()), maximum)
                    yield self.say("graded", answer=words, grade=grade)
            case Ladder():
                yield self._ladder(rule.scale, rule.measure, measured.value)
            case AsPoints():
                yield self.say("as_points", points=self._points(measured.value))
            case _:
                yield self._gives(self._product(rule, measured, maximum), rule, measured, maximum)

    def _gives(self, working: str, rule: Scored, measured: Measured, maximum: Fraction) -> str:
        return self._equals(working, points_on_scale(rule.scale, measured, maximum))

    def _equals(self, working: str, points: Fraction) -> str:
        return self.say("equals", left=working, right=self._points(points))

    def _points(self, value: Fraction) -> str:
        return exactly(value, self.language, self.say("unit"))

    def _product(self, rule: Scored, measured: Measured, maximum: Fraction) -> str:
        """The multiplication of a scale that is one."""
        most, value = self.speaker.number(maximum), measured.value
        is_share = isinstance(rule.measure, (Ratio, Growth, RelativeToBest))
        shown = measured_share(value, self.language) if is_share else self._cut(value)
        match rule.scale:
            case Inverse():
                return self.say("inverse" if is_share else "inverse_number", value=shown, maximum=most)
            case ShareOfItems():
                return self.say("share_of_items", ticked=self._cut(value), listed=str(measured.listed), maximum=most)
            case UnitPoints():
                return self.say("times", value=shown, maximum=self.speaker.number(rule.scale.points.value))
            case Deductions():
                start, each = (grade_points(grade, maximum) for grade in (rule.scale.start, rule.scale.each))
                return self.say("deductions", start=self._cut(start), count=shown, each=self._cut(each))
        return self.say("times", value=shown, maximum=most)

    def _ladder(self, scale: Ladder, measure: Measure, value: Fraction) -> str:
        start, each = scale.start.value, scale.each.value
        if value < start:
            return self.say("below_ladder", start=self.speaker.amount(measure, scale.start))
        count = (value - start) // each
        working = self.say(
            "ladder",
            start=self.speaker.amount(measure, scale.start),
            start_points=self.speaker.number(scale.start_points.value),
            each=self.speaker.amount(measure, scale.each),
            count=self.speaker.number(Fraction(count)),
            points=self.speaker.number(scale.points.value),
        )
        return self._equals(working, scale.start_points.value + count * scale.points.value)

    def _band(self, rule: Scored, scale: Bands, measured: Measured, maximum: Fraction) -> str:
        """Which band holds the number, in terms of the threshold where there is just one."""
        band = band_of(scale, measured.value)
        if band is None:
            return self.say("no_band")
        grade = self.speaker.band_grade(band, rule.measure, maximum)
        if band.kind is not BandKind.CONSTANT:
            grade = self._gives(grade, rule, measured, maximum)
        cliff = cliff_of(rule)
        if cliff is None:
            return self.say("band", condition=self.speaker.condition(band, rule.measure), grade=grade)
        side = "met" if cliff.is_reached_by(measured.value) else "unmet"
        key = f"{side}_above" if cliff.is_after else side
        return self.say(key, threshold=self.speaker.amount(rule.measure, cliff.at), grade=grade)

    def _limits(self, rule: Scored, measured: Measured, maximum: Fraction) -> Iterator[str]:
        """Rounding, cap, floor and a ratio above one, where they changed something."""
        raw = points_on_scale(rule.scale, measured, maximum)
        points = rounded(raw, rule.rounding)
        limit = maximum if rule.cap is None else min(maximum, Fraction(rule.cap.value))
        if points != raw:
            yield self.say("rounded", raw=self._cut(raw), points=self._cut(points))
        if points > limit:
            yield self.say("capped", raw=self._cut(points), points=self._cut(limit))
        if points < 0:
            yield self.say("floored", raw=self._cut(points))
        if measured.is_above_one:
            yield self.say("above_one")

    def _cut(self, value: Fraction) -> str:
        return cut(value, self.language)


def policy_sentence(speaker: Speaker, told: Applied) -> str:
    """One policy that was applied, why, and its article."""
    article = f" ({told.article})" if told.article else ""
    kind = "policy" if f"policy.{told.policy}" in TERMS else "evidence_policy"
    policy = speaker.term(f"{kind}.{told.policy}")
    words = next((ground.words for ground in speaker.framework.grounds if ground.code == told.ground), "")
    if words:
        policy = policy[:1].upper() + policy[1:]
        return say(speaker.language, "ground", words=words.rstrip("."), policy=policy, article=article)
    return say(speaker.language, "applied", cause=_cause(speaker, told), policy=policy, article=article)


def _cause(speaker: Speaker, told: Applied) -> str:
    """Why a policy was applied; evidence in the framework's own word."""
    own = speaker.framework.terms.get("evidence", "")
    if own and told.cause.value in ("missing_evidence", "incomplete_evidence"):
        text = say(speaker.language, told.cause.value, evidence=own[:1].lower() + own[1:])
        return text[:1].upper() + text[1:]
    return TERMS[f"cause.{told.cause.value}"][speaker.language != "vi"]


def _limits(rule: Scored) -> tuple[Fraction, ...]:
    bands = rule.scale.bands if isinstance(rule.scale, Bands) else ()
    return tuple(Fraction(band.low.value) for band in bands if band.low is not None)
