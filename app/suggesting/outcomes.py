"""What a condition gives: all points, a part of them, so many points, the ratio times the maximum, nothing."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from app.suggesting import expressions
from app.suggesting.expressions import Expression, reckon
from app.suggesting.stream import Run

ENDS = frozenset(("", ",", ";", ".", "\n", "I", "&", ")"))
_LEAD = re.compile(r"(?:[vY=:+ek,]|[dA](?=v*[=eY:]))*")
_ZERO = re.compile(r"o|X(?:v*H?v*|H)(?:d|A|M)|Xv+$|Xv+(?=[,;.)])|Xm(?:d)?|X\+d?")
_TIMES = re.compile(r"Pw{0,2}\*")
_SCALED_BY = re.compile("P[wNHvtc,&x]{1,20}:[npF<>gl]")
_POINTS = re.compile(r"nd(?:(?P<per>/w{1,4}(?=[,;.)&]|$))|\(M\)|(?=/[QE])|(?![*/]))")
_FULL = re.compile(r"M(?![*/=n]|-[^F<>gHX])")
_TAKEN = re.compile(r"(?:m[v:dCD]*)?")
_SHARE = re.compile(r"(?P<part>[fp])w?\*?w?(?:[MAd])")
_SHARE_BEHIND = re.compile(r"[MA]\*(?P<part>[fpn])")
_SHARE_BELOW = re.compile(r"[MA]/(?P<part>n)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """`kind`: points, fraction (of the maximum), ratio, proportional (to what isn't said), rescaled (÷ `value`),
    inverse, expression, minus_points, minus_fraction.

    `is_doubtful`: "1/2 điểm", which may be half a point or half the points. `per`: the unit behind "điểm/…".
    `is_added`: "được cộng …".
    """

    kind: str
    value: Fraction = Fraction(0)
    expression: Expression | None = None
    is_doubtful: bool = False
    per: str = ""
    is_added: bool = False
    place: tuple[int, int] = (0, 0)

    @property
    def is_constant(self) -> bool:
        """Whether it gives a fixed number of points."""
        return self.kind in ("points", "fraction")

    @property
    def is_zero(self) -> bool:
        """Whether it gives nothing."""
        return self.is_constant and self.value == 0


def read(run: Run, at: int, maximum: Fraction | None) -> tuple[Outcome, int] | None:
    """The outcome that begins at a place, and where it ends; None where none does."""
    signs = run.signs
    lead = _LEAD.match(signs, at)
    begin = lead.end() if lead is not None else at
    while begin > at and signs[begin - 1] in ",k":
        begin -= 1
    found = _constant(run, begin, at) or _computed(run, begin, maximum)
    if found is None:
        return None
    outcome, end = found
    added = "+" in signs[at:begin]
    return replace(outcome, is_added=added, place=(run.lexemes[begin].start, run.lexemes[end - 1].end)), end


def _constant(run: Run, begin: int, at: int) -> tuple[Outcome, int] | None:
    """A fixed number of points; `at` is where the words before it ("được", ":") begin."""
    signs = run.signs
    told = begin > at or (at > 0 and signs[at - 1] in ":=Yv-e")
    if _SCALED_BY.match(signs, begin):  # "chấm theo tỷ lệ nhiệm vụ hoàn thành: 100%: 8 điểm"
        return None
    if signs[begin : begin + 1] == "P" and not _TIMES.match(signs, begin):
        return Outcome(kind="proportional"), begin + 1
    zero = _ZERO.match(signs, begin)
    if zero is not None and (told or signs[zero.end() - 1] in "dAMo"):
        return Outcome(kind="points"), zero.end()
    taken = 1 if told and signs[begin : begin + 3] == "-nd" else _TAKEN.match(signs, begin).end() - begin  # type: ignore[union-attr]
    found = _amount(run, begin + taken, told or taken > 0)
    if found is None or not taken:
        return found
    outcome, end = found
    return replace(outcome, kind=f"minus_{outcome.kind}"), end


def _amount(run: Run, start: int, told: bool) -> tuple[Outcome, int] | None:
    """Points, a part of the maximum, or all of it."""
    signs = run.signs
    points = _POINTS.match(signs, start)
    if points is not None:
        per = run[start + 3 : points.end()].words if points["per"] else ""
        return Outcome(kind="points", value=run.lexemes[start].value, per=per), points.end()
    for pattern in (_SHARE, _SHARE_BEHIND, _SHARE_BELOW):
        match = pattern.match(signs, start)
        if match is not None and signs[match.end() : match.end() + 1] not in ("*", "/"):
            one = run.lexemes[match.start("part")]
            value = one.value / 100 if one.sign == "p" else one.value
            if pattern is _SHARE_BELOW:
                value = 1 / value if value else value
            doubtful = one.sign == "f" and pattern is _SHARE and signs[match.end() - 1] == "d"
            return Outcome(kind="fraction", value=value, is_doubtful=doubtful), match.end()
    if _FULL.match(signs, start):
        return Outcome(kind="fraction", value=Fraction(1)), start + 1
    sign, after = signs[start : start + 1], signs[start + 1 : start + 2]
    if (sign == "f" or (sign == "n" and told)) and after in ENDS:
        return Outcome(kind="fraction" if sign == "f" else "points", value=run.lexemes[start].value), start + 1
    return None


def _computed(run: Run, begin: int, maximum: Fraction | None) -> tuple[Outcome, int] | None:
    found = expressions.read(run, begin)
    if found is None:
        return None
    expression, end = found
    outcome = classified(expression, maximum)
    return None if outcome is None else (outcome, end)


def classified(expression: Expression, maximum: Fraction | None) -> Outcome | None:
    """What an expression gives; None for the mere name of something or a lone number."""
    if not expression.operands or reckon(expression) is not None:
        return None
    above, below = _flat(expression)
    limits = [each for each in above if each.operator == "max"]
    limits = limits or [each for each in above if _is_maximum(each, maximum)][-1:]
    limits = limits or [each for each in above if _is_hundredth(each, maximum)]
    if len(limits) != 1:
        is_product = expression.operator == "*" and not any(leaf.operator == "max" for leaf in expression.leaves())
        has_limit = any(leaf.operator == "max" for leaf in expression.leaves())
        return Outcome(kind="expression", expression=expression) if is_product or has_limit else None
    above = [each for each in above if each is not limits[0]]
    figures = [each for each in above if reckon(each) is None]
    divisors = [each for each in below if reckon(each) is None]
    factor = _product([each for each in above if reckon(each) is not None])
    divisor = _product([each for each in below if reckon(each) is not None])
    if not divisor:
        return None
    if not figures and not divisors:
        return Outcome(kind="fraction", value=factor / divisor)
    if len(figures) == 1 and len(divisors) <= 1:
        constants = [each for each in below if reckon(each) is not None]
        found = _of_one(figures[0], divisors, factor / divisor, constants)
        if found is not None:
            return found
    return Outcome(kind="expression", expression=expression)


def _of_one(
    figure: Expression, divisors: list[Expression], factor: Fraction, constants: list[Expression]
) -> Outcome | None:
    """A single figure, perhaps divided by another, times a constant factor and the maximum."""
    if divisors:
        if factor in (1, Fraction(1, 100), 100):
            return Outcome(kind="ratio", expression=Expression("/", (figure, divisors[0])))
        if factor > 1 and [each.operator for each in constants] == ["percent"]:
            quotient = Expression("/", (figure, divisors[0]))
            return Outcome(kind="rescaled", value=1 / factor, expression=quotient)
        return None
    if figure.operator == "-" and reckon(figure.operands[0]) == 1 and factor == 1:
        return Outcome(kind="inverse", expression=figure.operands[1])
    if figure.operator not in ("ratio", "words", "variable"):
        return None
    if factor == 1 or (factor == Fraction(1, 100) and figure.operator == "ratio"):
        return Outcome(kind="ratio", expression=figure)
    if len(constants) == 1 and constants[0].operator in ("percent", "fraction") and factor > 1:
        return Outcome(kind="rescaled", value=1 / factor, expression=figure)
    if len(constants) == 1 and constants[0].operator == "number" and factor < 1:
        if figure.operator == "ratio":
            return Outcome(kind="rescaled", value=constants[0].value / 100, expression=figure)
        return Outcome(kind="ratio", expression=Expression("/", (figure, constants[0])))
    return None


def _product(constants: list[Expression]) -> Fraction:
    product = Fraction(1)
    for each in constants:
        product *= reckon(each) or 0
    return product


def _is_maximum(each: Expression, maximum: Fraction | None) -> bool:
    return each.operator in ("number", "points") and maximum is not None and each.value == abs(maximum)


def _is_hundredth(each: Expression, maximum: Fraction | None) -> bool:
    """ "tỷ lệ (%) × 8/100" where 8 is the maximum."""
    whole = maximum is not None and each.value * 100 == abs(maximum)
    return each.operator == "fraction" and each.words.endswith("/100") and whole


def _flat(expression: Expression) -> tuple[list[Expression], list[Expression]]:
    """What is multiplied and what it is divided by: "x / y × 100% × max" has three factors and a divisor."""
    if expression.operator not in ("*", "/") or not expression.operands:
        return [expression], []
    left, right = (_flat(operand) for operand in expression.operands)
    if expression.operator == "*":
        return left[0] + right[0], left[1] + right[1]
    return left[0] + right[1], left[1] + right[0]
