"""The parts of a scoring rule in plain words, as officials say them, with the labels of the inputs."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from app.domain import formula
from app.domain.codec import Amount
from app.domain.formula import Formula
from app.domain.framework import Criterion, Framework, Input, InputKind
from app.domain.intervals import SIDES
from app.domain.rule_checks import WHOLE, formulas, inputs_read, scored_rules
from app.domain.rules import (
    AsPoints,
    Band,
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
    Ratio,
    RelativeToBest,
    Rule,
    Scored,
    ShareOfItems,
    Sum,
    Ticks,
    TimesMaximum,
    UnitPoints,
)
from app.domain.scaling import grade_points
from app.errors import AppError
from app.wording.figures import number, share
from app.wording.intervals import interval_text
from app.wording.terms import TERMS

_SAID: Mapping[str, tuple[str, str]] = {
    "all_of_it": ("đạt {low}", "{low}"),
    "answer": ("{answer}: {grade}", "{answer}: {grade}"),
    "as_points": ("Điểm bằng {label}, tối đa {maximum} điểm.", "Points as given by {label}, at most {maximum}."),
    "band": ("{condition}: {grade}.", "{condition}: {grade}."),
    "best": ("Lấy trường hợp có điểm cao nhất.", "The case that gives most points counts."),
    "bonus": ("{word}, cộng ngoài thang điểm.", "{word}, added outside the scale."),
    "capped": ("Nhiều nhất {cap} điểm.", "At most {cap}."),
    "case": ("{label}: {inner}", "{label}: {inner}"),
    "compared": (
        "Tỷ lệ = giá trị đạt được ÷ giá trị cao nhất của các cơ quan, địa phương cùng nhóm.",
        "Ratio = own value ÷ the highest value among agencies of the same group.",
    ),
    "deductions": (
        "Bắt đầu từ {start}, mỗi đơn vị của “{noun}” trừ {each}.",
        "Starts from {start}; each unit of “{noun}” takes off {each}.",
    ),
    "full": ("điểm tối đa", "full points"),
    "gate": (
        "Chỉ tính khi “{label}” là “{answer}”; nếu không: {otherwise}.",
        "Counts only if “{label}” is “{answer}”; otherwise: {otherwise}.",
    ),
    "grown": ("Mức tăng = ({current} − {previous}) ÷ {previous}.", "Growth = ({current} − {previous}) ÷ {previous}."),
    "inverse": (
        "Điểm = (1 − {noun}) × {maximum}: càng thấp càng nhiều điểm.",
        "Points = (1 − {noun}) × {maximum}: lower is better.",
    ),
    "items": ("Mỗi nội dung đạt được cộng điểm. {list}.", "Each item fulfilled adds its points. {list}."),
    "judged": (
        "Điểm do người chấm cho, từ 0 đến {maximum} điểm, kèm lý do.",
        "Points given by a person, from 0 to {maximum}, with a reason.",
    ),
    "ladder": (
        "“{noun}” đạt {start}: {start_points} điểm; cứ thêm {each} được thêm {points} điểm; tối đa {maximum} điểm.",
        "“{noun}” reaching {start} gives {start_points}; each further {each} adds {points}; at most {maximum}.",
    ),
    "literal": ("{noun} × {maximum} điểm", "{noun} × {maximum}"),
    "lower": ("Thấp hơn: {grade}.", "Below that: {grade}."),
    "no_previous": ("Không có số liệu kỳ trước: {policy}.", "Without a comparable previous period: {policy}."),
    "options": ("{label}. {list}.", "{label}. {list}."),
    "part": ("{label} (tối đa {maximum} điểm): {inner}", "{label} (at most {maximum}): {inner}"),
    "parts": ("Điểm là tổng của {count} phần.", "Points are the sum of {count} parts."),
    "penalty": ("{word}, tính ngoài thang điểm.", "{word}, taken off outside the scale."),
    "per_period": (
        "Cộng điểm từng kỳ, tối đa {maximum} điểm. Mỗi kỳ: {list}.",
        "Points of each period are added, at most {maximum}. Each period: {list}.",
    ),
    "point": ("{points} điểm", "{points} point"),
    "points": ("{points} điểm", "{points} points"),
    "rescaled": ("{noun} ÷ {threshold} × {maximum} điểm", "{noun} ÷ {threshold} × {maximum}"),
    "rounded_down": ("Làm tròn xuống bội số của {unit} điểm.", "Rounded down to a multiple of {unit}."),
    "rounded_half_up": (
        "Làm tròn đến bội số gần nhất của {unit} điểm.",
        "Rounded to the nearest multiple of {unit}.",
    ),
    "rounded_up": ("Làm tròn lên bội số của {unit} điểm.", "Rounded up to a multiple of {unit}."),
    "share_of_items": (
        "Điểm = số nội dung đạt ÷ {count} × {maximum}. Các nội dung: {list}.",
        "Points = items fulfilled ÷ {count} × {maximum}. Items: {list}.",
    ),
    "times_maximum": ("Điểm = {noun} × {maximum}.", "Points = {noun} × {maximum}."),
    "unit_points": (
        "Mỗi đơn vị của “{noun}” được {points} điểm, tối đa {maximum} điểm.",
        "Each unit of “{noun}” adds {points}, at most {maximum}.",
    ),
    "value_is": ("{noun} = {formula}.", "{noun} = {formula}."),
    "zero_denominator": ("Mẫu số bằng 0: {policy}{article}.", "Denominator zero: {policy}{article}."),
    "of_maximum": ("{fraction} điểm tối đa ({points} điểm)", "{fraction} of full points ({points})"),
}
_NOUNS: Mapping[str, tuple[str, str]] = {
    "ratio": ("tỷ lệ", "ratio"),
    "value": ("giá trị", "value"),
    "growth": ("mức tăng", "growth"),
    "ticked": ("số nội dung đạt", "items fulfilled"),
}
Figures = Mapping[str, str]  # by input: its number as it is written


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says the parts of one criterion's rule in one language; `explaining` uses the same words."""

    framework: Framework
    criterion: Criterion
    language: str

    def say(self, key: str, **values: str) -> str:
        """One of the templates of this module, filled."""
        return self._pick(_SAID[key]).format(**values)

    def _pick(self, pair: tuple[str, str]) -> str:
        return pair[0] if self.language == "vi" else pair[1]

    def term(self, key: str) -> str:
        """A term inside a sentence, with a small first letter."""
        text = self._pick(TERMS[key])
        return text[:1].lower() + text[1:]

    def number(self, value: Fraction) -> str:
        """An exact number."""
        return number(value, self.language)

    def input(self, key: str) -> Input:
        """The input with this key; one made of the key where the criterion has none."""
        found = (input_ for input_ in self.criterion.inputs if input_.key == key)
        return next(found, Input(key=key, label=key))

    def label(self, key: str) -> str:
        """The words an input is asked with."""
        return self.input(key).label.strip() or key

    def answer(self, key: str, answer: str) -> str:
        """An answer in words: the option's label, or yes and no."""
        labels = {option.key: option.label for option in self.input(key).options}
        return labels.get(answer) or self._pick(TERMS.get(f"answer.{answer}", (answer, answer)))

    # Numbers that a measure takes --------------------------------------------------------------------------------

    def noun(self, measure: Measure) -> str:
        """What the measure's number is called within a sentence."""
        match measure:
            case Number():
                return self.label(measure.input)
            case Ratio() | RelativeToBest():
                return self._pick(_NOUNS["ratio"])
            case Growth():
                return self._pick(_NOUNS["growth"])
            case Ticks():
                return self._pick(_NOUNS["ticked"])
            case Computed() | PerPopulation():
                return self._pick(_NOUNS["value"])
        return ", ".join(self.label(key) for key in inputs_read(measure))

    def amount(self, measure: Measure, amount: Amount) -> str:
        """A threshold: a percentage where the measure is a share or the framework wrote one."""
        value = Fraction(amount.value)
        if isinstance(measure, (Ratio, RelativeToBest, Growth)) or amount.endswith("%"):
            return share(value, self.language)
        return number(value, self.language)

    def formula(self, text: str, figures: Figures | None = None) -> str:
        """A formula with the labels of its inputs, or with their figures."""
        try:
            parsed = formula.parse(text)
        except AppError:
            return text
        if parsed.operator == "input" and figures is None:
            return self.label(parsed.name)
        return self._formula(parsed, 0, figures)

    def _formula(self, node: Formula, binding: int, figures: Figures | None) -> str:
        if node.operator == "input":  # a label may hold commas and signs of its own
            return f"“{self.label(node.name)}”" if figures is None else figures[node.name]
        if node.operator == "number":
            return self.number(node.value)
        if node.operator in ("min", "max"):
            return f"{node.operator}({'; '.join(self._formula(part, 0, figures) for part in node.operands)})"
        own = 1 if node.operator in "+-" else 2
        left, right = node.operands
        sign = {"-": "−", "*": "×", "/": "÷"}.get(node.operator, node.operator)
        tighter = own + (node.operator in "-/")
        text = f"{self._formula(left, own, figures)} {sign} {self._formula(right, tighter, figures)}"
        return f"({text})" if own < binding else text

    def grade(self, grade: Grade, maximum: Fraction) -> str:
        """Points of a grade: "điểm tối đa", "1/2 điểm tối đa (10 điểm)", "0,25 điểm"."""
        points = min(max(grade_points(grade, maximum), Fraction(0)), maximum)
        if points == maximum and maximum > 0:
            return self.say("full")
        if grade.points is None and points > 0 and grade.fraction is not None:
            fraction = Fraction(grade.fraction.value)
            return self.say("of_maximum", fraction=str(fraction), points=self.number(points))
        return self.say("point" if points == 1 else "points", points=self.number(points))

    # Rules -------------------------------------------------------------------------------------------------------

    def rule(self, rule: Rule, maximum: Fraction) -> Iterator[str]:
        """The sentences of a rule."""
        match rule:
            case Gate():
                answer = self.answer(rule.input, rule.expects)
                otherwise = self.grade(rule.otherwise, maximum)
                yield self.say("gate", label=self.label(rule.input), answer=answer, otherwise=otherwise)
                yield from self.rule(rule.then, maximum)
            case Sum():
                yield self.say("parts", count=str(len(rule.parts)))
                for part in rule.parts:
                    limit = Fraction(part.maximum.value)
                    inner = " ".join(self.rule(part.rule, limit))
                    yield self.say("part", label=part.label, maximum=self.number(limit), inner=inner)
            case Best():
                yield self.say("best")
                for case in rule.alternatives:
                    yield self.say("case", label=case.label, inner=" ".join(self.rule(case.rule, maximum)))
            case Scored():
                yield from self._scored(rule, maximum)

    def _scored(self, rule: Scored, maximum: Fraction) -> Iterator[str]:
        yield from self._measure(rule.measure)
        sentence = " ".join(self._scale(rule, maximum))
        yield sentence[:1].upper() + sentence[1:]
        if rule.cap is not None and rule.cap.value < maximum:
            yield self.say("capped", cap=self.number(Fraction(rule.cap.value)))
        if rule.rounding is not None:
            unit = self.number(Fraction(rule.rounding.unit.value))
            yield self.say(f"rounded_{rule.rounding.mode.value}", unit=unit)

    def _measure(self, measure: Measure) -> Iterator[str]:
        """How the number is made, where it is made of several."""
        match measure:
            case Growth():
                yield self.say("grown", current=self.label(measure.current), previous=self.label(measure.previous))
                yield self.say("no_previous", policy=self.term(f"policy.{measure.no_previous.value}"))
            case RelativeToBest():
                yield self._is(self._pick(_NOUNS["value"]), self.expression(measure.of))
                yield self.say("compared")
            case Ratio() | Computed() | PerPopulation():
                yield self._is(self.noun(measure), self.expression(measure))

    def expression(self, measure: Number | Ratio | Computed | PerPopulation, figures: Figures | None = None) -> str:
        """What a number is computed from, in the labels of the inputs, or with the figures given for each."""
        match measure:
            case Ratio():
                return self._quotient(measure, figures)
            case Computed():
                return self.formula(measure.expression, figures)
            case PerPopulation():
                count, population = (self._written(key, figures) for key in (measure.count, measure.population))
                return f"{count} ÷ {population} × {self.number(Fraction(measure.per))}"
        return self._written(measure.input, figures)

    def _written(self, key: str, figures: Figures | None) -> str:
        return self.label(key) if figures is None else figures[key]

    def _is(self, noun: str, text: str) -> str:
        return self.say("value_is", noun=noun[:1].upper() + noun[1:], formula=text)

    def _quotient(self, measure: Ratio, figures: Figures | None) -> str:
        parts = []
        for text in (measure.numerator, measure.denominator):
            words = self.formula(text, figures)
            parts.append(f"({words})" if any(sign in text for sign in "+-−*×/÷") else words)
        return " ÷ ".join(parts)

    def _scale(self, rule: Scored, maximum: Fraction) -> Iterator[str]:
        scale, measure = rule.scale, rule.measure
        noun, most = self.noun(measure), self.number(maximum)
        match scale:
            case Options():
                yield from self._options(scale, measure, maximum)
            case Items():
                listed = (f"{self.label(key)}: {self.grade(grade, maximum)}" for key, grade in scale.grades.items())
                yield self.say("items", list="; ".join(listed))
            case ShareOfItems():
                keys = inputs_read(measure)
                listed = (self.label(key) for key in keys)
                yield self.say("share_of_items", count=str(len(keys)), maximum=most, list="; ".join(listed))
            case PerPeriod():
                keys = inputs_read(measure)
                listed = (self._graded(keys[:1], answer, grade, maximum) for answer, grade in scale.grades.items())
                yield self.say("per_period", maximum=most, list="; ".join(listed))
            case TimesMaximum():
                yield self.say("times_maximum", noun=noun, maximum=most)
            case Inverse():
                yield self.say("inverse", noun=noun, maximum=most)
            case Bands():
                yield from self._bands(scale.bands, measure, maximum)
            case UnitPoints():
                each = self.number(Fraction(scale.points.value))
                yield self.say("unit_points", noun=noun, points=each, maximum=most)
            case Ladder() | Deductions():
                yield self._stepwise(scale, measure, maximum)
            case AsPoints():
                key = "judged" if isinstance(measure, Judgement) else "as_points"
                yield self.say(key, label=noun, maximum=most)

    def _graded(self, keys: tuple[str, ...], answer: str, grade: Grade, maximum: Fraction) -> str:
        words = self.answer(keys[0], answer) if keys else answer
        return self.say("answer", answer=words, grade=self.grade(grade, maximum))

    def _options(self, scale: Options, measure: Measure, maximum: Fraction) -> Iterator[str]:
        keys = inputs_read(measure)
        listed = (self._graded(keys, answer, grade, maximum) for answer, grade in scale.grades.items())
        yield self.say("options", label=self.noun(measure).rstrip(".?!"), list="; ".join(listed))

    def _stepwise(self, scale: Ladder | Deductions, measure: Measure, maximum: Fraction) -> str:
        noun = self.noun(measure)
        if isinstance(scale, Deductions):
            start, each = self.grade(scale.start, maximum), self.grade(scale.each, maximum)
            return self.say("deductions", noun=noun, start=start, each=each)
        return self.say(
            "ladder",
            noun=noun,
            start=self.amount(measure, scale.start),
            start_points=self.number(Fraction(scale.start_points.value)),
            each=self.amount(measure, scale.each),
            points=self.number(Fraction(scale.points.value)),
            maximum=self.number(maximum),
        )

    def _bands(self, bands: tuple[Band, ...], measure: Measure, maximum: Fraction) -> Iterator[str]:
        noun = self.noun(measure)
        for before, band in itertools.pairwise((None, *bands)):
            assert band is not None
            grade = self.band_grade(band, measure, maximum)
            if len(bands) == 2 and before is not None and band.start is None and band.end == before.start:
                yield self.say("lower", grade=grade)
                continue
            condition = self.condition(band, measure)
            yield self.say(
                "band", condition=f"{noun} {condition}" if before is None else _capital(condition), grade=grade
            )

    def condition(self, band: Band, measure: Measure) -> str:
        """Which values a band holds: "từ 60 % đến dưới 85 %"."""
        told = {side: self.amount(measure, limit) for side in SIDES if (limit := getattr(band, side)) is not None}
        if self._holds_one(band, measure):
            return self.amount(measure, band.at_least or Amount("0"))
        is_all = isinstance(measure, (Ratio, RelativeToBest)) and band.start == WHOLE
        return self.say("all_of_it", low=told["at_least"]) if is_all else interval_text(told, self.language)

    def _holds_one(self, band: Band, measure: Measure) -> bool:
        """Whether a band of whole numbers holds just one of them."""
        if not isinstance(measure, Number) or self.input(measure.input).kind is not InputKind.INTEGER:
            return False
        if band.at_least is None or band.below is None:
            return False
        return bool(band.at_least.value.denominator == 1 and band.below.value == band.at_least.value + 1)

    def band_grade(self, band: Band, measure: Measure, maximum: Fraction) -> str:
        """What a band gives: points, or how they follow from the measure."""
        noun, most = self.noun(measure), self.number(maximum)
        if band.kind is BandKind.CONSTANT:
            return self.grade(band.grade, maximum)
        if band.kind is BandKind.LITERAL or band.threshold is None:
            return self.say("literal", noun=noun, maximum=most)
        threshold = self.amount(measure, band.threshold)
        return self.say("rescaled", noun=noun, threshold=threshold, maximum=most)

    def closing(self) -> Iterator[str]:
        """What holds for the criterion as a whole: a zero denominator, and whether it stands beside the scale."""
        maximum = abs(Fraction(self.criterion.maximum.value))
        measures = (scored.measure for scored, _ in scored_rules(self.criterion.rule, maximum))
        if any(divides(measure) for measure in measures):
            own = self.criterion.zero_denominator
            policy = self.term(f"policy.{(own or self.framework.zero_denominator).value}")
            article = "" if own else self.framework.zero_denominator_article
            yield self.say("zero_denominator", policy=policy, article=f" ({article})" if article else "")
        place = self.framework.index.find(self.criterion.id or self.criterion.code)
        role = place.role.value if place is not None else self.criterion.role.value
        if role != "scale":
            word = self.framework.terms.get(role) or self._pick(TERMS[role])
            yield self.say(role, word=_capital(word))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def divides(measure: Measure) -> bool:
    """Whether a measure has a denominator that may be zero."""
    if isinstance(measure, RelativeToBest):
        return divides(measure.of)
    if isinstance(measure, (Ratio, PerPopulation, Growth)):
        return True
    return any(sign in text for text in formulas(measure) for sign in "/÷")
