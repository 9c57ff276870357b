"""Points for every unit, lists of contents, deductions."""

import re
from fractions import Fraction

from app.suggesting import ratios
from app.suggesting.amounts import decimal, grade, worth
from app.suggesting.draft import Draft
from app.suggesting.expressions import Expression, reckon
from app.suggesting.facts import Branch, Each, Facts
from app.suggesting.spelling import bare
from app.suggesting.stream import Run
from app.suggesting.suggestion import Kind

_PERIODIC = re.compile("(^|/ ?|moi )(quy|thang|nam)\\b")
_CONTENTS = ("noi dung", "tieu chi", "yeu cau", "hang muc", "muc", "dau muc", "thanh phan", "dieu kien", "nhiem vu")


def each(draft: Draft, facts: Facts, run: Run, maximum: Fraction) -> bool:
    """ "Mỗi … n điểm", "cứ thêm … được thêm …", "mỗi … trừ …"."""
    if not facts.each:
        return False
    draft.places += [one.place for one in facts.each]
    draft.places += [branch.place for branch in facts.branches]
    first, further = facts.each[0], [one for one in facts.each if one.further]
    if first.outcome.kind.startswith("minus"):
        return _deducted(draft, facts, maximum)
    if further or first.per != 1:
        return _ladder(draft, facts, maximum)
    if len(facts.each) > 1:
        draft.set(
            Kind.SUM, parts=[{"kind": "count_times", "unit": one.unit, **grade(one.outcome)} for one in facts.each]
        )
        draft.doubt("parts_unclear")
        return True
    if _is_content(first.unit) and (facts.contents or facts.items):
        return _checklist_of_each(draft, facts, first, maximum)
    _times(draft, facts, first, maximum)
    return True


def _times(draft: Draft, facts: Facts, first: Each, maximum: Fraction) -> None:
    """ "Mỗi mô hình 2 điểm, tối đa 10 điểm"."""
    draft.set(Kind.COUNT_TIMES, **grade(first.outcome), unit=first.unit)
    _limited(draft, facts, maximum)
    if first.outcome.kind == "fraction" and first.outcome.value == 1:
        draft.doubt("two_readings")
    if worth(first.outcome, maximum) > maximum:
        draft.doubt("above_maximum")
    elif worth(first.outcome, maximum) == maximum and maximum != 1:
        draft.doubt("two_readings")  # one unit gives all: yes or no, or a lost comma
    if not all(map(_gives_nothing, facts.branches)):
        draft.doubt("words_beside_numbers")
    if facts.points or facts.ratios:
        draft.doubt("two_formulas")
    if not first.unit or _PERIODIC.search(bare(first.unit)):
        draft.doubt("unit_unclear")
    if facts.contents or facts.items:
        draft.doubt("words_beside_numbers")


def _gives_nothing(branch: Branch) -> bool:
    """Whether a branch merely says that without any there are no points."""
    said = branch.condition
    named = said.is_negative or said.is_rest or said.interval is not None
    return branch.outcome.is_zero and said.is_clear and named


def _limited(draft: Draft, facts: Facts, maximum: Fraction) -> None:
    """The most points that are given, and whether that is the maximum."""
    cap = _cap(facts, maximum)
    if cap is None:
        draft.doubt("cap_not_said")
        return
    draft.parameters["cap"] = decimal(cap)
    if cap != maximum:
        draft.doubt("maximum_not_reached" if cap < maximum else "above_maximum")


def _cap(facts: Facts, maximum: Fraction) -> Fraction | None:
    caps = [maximum if cap is None else cap for cap, _ in facts.caps]
    return min(caps) if caps else None


def _is_content(unit: str) -> bool:
    return any(bare(unit).startswith(word) for word in _CONTENTS)


def _checklist_of_each(draft: Draft, facts: Facts, first: Each, maximum: Fraction) -> bool:
    items = [words for _, words, _ in facts.items]
    number = facts.contents[0][0] if facts.contents else len(items)
    draft.places += _listed(facts)
    draft.set(Kind.CHECKLIST, items=items if len(items) == number else str(number))
    if worth(first.outcome, maximum) * number != maximum:
        draft.doubt("maximum_not_reached")
    if facts.items and len(items) != number:
        draft.doubt("items_differ")
    if facts.branches or len(facts.contents) > 1:
        draft.doubt("words_beside_numbers")
    return True


def _listed(facts: Facts) -> list[tuple[int, int]]:
    return [*(place for _, place in facts.contents), *(place for _, _, place in facts.items)]


def _ladder(draft: Draft, facts: Facts, maximum: Fraction) -> bool:
    """ "Đạt 17.600 được 1 điểm, cứ thêm 8.800 được thêm 1 điểm"."""
    steps = [one for one in facts.each if one.further] or facts.each[:1]
    step = steps[0]
    draft.set(Kind.COUNT_TIMES, **grade(step.outcome), unit=step.unit, each=decimal(step.per))
    starts = [branch for branch in facts.branches if _low(branch) is not None and not branch.outcome.is_zero]
    if len(starts) == 1:
        draft.set(Kind.COUNT_TIMES, start=decimal(_low(starts[0]) or Fraction(0)), start_grade=grade(starts[0].outcome))
        if not starts[0].condition.is_clear:
            draft.doubt("condition_unclear")
        if not step.further:  # "cứ 100 người …; nếu đạt trên 95% …"
            draft.doubt("words_beside_numbers")
    elif step.further:
        draft.doubt("start_not_said")
    if step.beyond is not None and not (starts and step.beyond == (_low(starts[0]) or 0) + step.per):
        draft.doubt("start_not_said")
    others = [branch for branch in facts.branches if branch not in starts]
    if len(facts.each) > 1 or not all(branch.outcome.is_zero and branch.condition.is_clear for branch in others):
        draft.doubt("words_beside_numbers")
    _limited(draft, facts, maximum)
    return True


def _low(branch: Branch) -> Fraction | None:
    return None if branch.condition.interval is None else branch.condition.interval.low


def _deducted(draft: Draft, facts: Facts, maximum: Fraction) -> bool:
    """Full points less so much for every case."""
    one = facts.each[0]
    share = grade(one.outcome)
    draft.set(Kind.PENALTY, **share, unit=one.unit, start="full")
    full = [branch for branch in facts.branches if worth_of(branch, maximum) == maximum]
    if len(facts.each) > 1 or len(full) != len(facts.branches):
        draft.doubt("words_beside_numbers")
    if not all(branch.condition.is_negative for branch in full):
        draft.doubt("start_not_said")
    if not full:
        draft.doubt("start_not_said")
    if facts.points or facts.ratios or one.further or one.per != 1:
        draft.doubt("two_formulas")
    return True


def worth_of(branch: Branch, maximum: Fraction) -> Fraction | None:
    """The points of a branch that gives a constant; None for any other."""
    return worth(branch.outcome, maximum) if branch.outcome.is_constant else None


def contents(draft: Draft, facts: Facts, run: Run, maximum: Fraction) -> bool:
    """A list of contents whose share counts, said without a formula."""
    if not facts.contents or facts.branches or facts.points:
        return False
    draft.set(Kind.CHECKLIST, items=str(facts.contents[0][0]))
    draft.places.append(facts.contents[0][1])
    draft.doubt("amount_not_said")
    return True


def share(draft: Draft, facts: Facts, expression: Expression | None, maximum: Fraction) -> bool:
    """ "Số nội dung đạt / 7 × điểm tối đa"."""
    if expression is None or expression.operator != "/":
        return False
    above, below = expression.operands
    number = reckon(below)
    if number is None or above.operator not in ("words", "variable") or number <= 0 or number.denominator != 1:
        return False
    words = ratios.words_of(above, facts)
    announced = any(one.value == number for one in facts.announced)
    listed = len(facts.items) == number
    if announced or listed or any(word in bare(words) for word in _CONTENTS[:5]):
        items = [said for _, said, _ in facts.items]
        told = facts.contents[0][0] if facts.contents else None
        draft.places += _listed(facts)
        draft.set(Kind.CHECKLIST, items=items if len(items) == number else str(int(number)), measure=words)
        if (told is not None and told != number) or (items and len(items) != number):
            draft.doubt("items_differ")
        return True
    draft.set(Kind.FORMULA, **ratios.as_parameters(Expression("*", (expression, Expression("max"))), facts))
    draft.doubt("two_readings")
    return True


def multiplied(draft: Draft, facts: Facts, expression: Expression, maximum: Fraction) -> bool:
    """ "Số mô hình × 2 điểm"."""
    if expression.operator != "*":
        return False
    left, right = expression.operands
    if (left.operator == "ratio" or ratios.quotient(left) is not None) and right.operator in ("number", "points"):
        draft.set(Kind.RATIO)
        ratios.add(draft, facts, left)
        draft.doubt("maximum_contradicted")
        return True
    for figure, amount in (expression.operands, expression.operands[::-1]):
        value = reckon(amount) if amount.operator in ("number", "points") else None
        if figure.operator in ("words", "variable") and value is not None and value > 0:
            draft.set(Kind.COUNT_TIMES, points=decimal(value), unit=ratios.words_of(figure, facts))
            _limited(draft, facts, maximum)
            return True
    return False
