"""Branches on intervals of a number: steps, a full threshold, a floor, all or nothing."""

import re
from collections.abc import Sequence
from fractions import Fraction

from app.suggesting import ratios
from app.suggesting.amounts import decimal, grade, worth
from app.suggesting.draft import Draft
from app.suggesting.facts import Branch, Facts
from app.suggesting.outcomes import Outcome
from app.suggesting.spelling import bare
from app.suggesting.stream import Run
from app.suggesting.suggestion import Kind
from app.suggesting.tables import Row, Table, order_problems, table, written

_IN_PERCENT = re.compile(r"\(%\)[ :]*$|^(?:ti le|ti trong|muc) (?:\(%\)|%)")  # "mức độ hài lòng (%): ≥ 85"
_LOWER = ("thap hon", "neu thap hon", "it hon", "neu it hon", "truong hop thap hon", "neu dat thap hon")
_PERIOD = re.compile(r"(?:/|mỗi|một|trong) ?(năm|quý|quí|tháng|tuần|ngày|kỳ|kì)\b")


def percent(value: Fraction) -> str:
    """A share in percent: 17/20 is "85"."""
    return decimal(value * 100)


def banded(draft: Draft, facts: Facts, run: Run, maximum: Fraction) -> bool:
    """A table of intervals with what each gives."""
    numbered = [branch for branch in facts.branches if branch.condition.interval is not None]
    if not numbered or facts.each:
        return False
    worded = [branch for branch in facts.branches if branch.condition.interval is None]
    rest = [branch for branch in worded if branch.condition.is_rest or _is_lower(branch, numbered)]
    beside = [branch for branch in worded if branch not in rest]
    for outcome, place in facts.points[:1]:  # "Điểm = tỷ lệ × điểm tối đa. Từ 80%: điểm tối đa"
        rest.append(Branch(numbered[0].condition, outcome, place))
        if outcome.kind not in ("ratio", "rescaled"):
            draft.doubt("two_formulas")
    if len(facts.points) > 1:
        draft.doubt("two_formulas")
    _doubt_branches(draft, facts, numbered)
    is_percent = _is_percent(draft, numbered, facts, run)
    found = table(numbered, is_percent, rest, beside)
    draft.doubt(*found.problems, *order_problems(found.rows, maximum))
    draft.places += [branch.place for branch in facts.branches]
    draft.places += [place for _, place in facts.points[:1]]
    _name(draft, found, facts, run, maximum)
    expression = next((row.outcome.expression for row in found.rows if row.outcome.expression is not None), None)
    ratios.add(draft, facts, expression)
    if found.measure and "numerator" not in draft.parameters:
        draft.parameters.setdefault("measure", found.measure)
    for words, _, _ in facts.headings[:1]:
        if "numerator" not in draft.parameters:
            draft.parameters.setdefault("measure", words)
    _direction(draft, found, maximum)
    if any(row.outcome.kind == "proportional" for row in found.rows):
        draft.doubt("proportion_unclear")
    if any(row.outcome.kind in ("inverse", "expression") or row.outcome.kind.startswith("minus") for row in found.rows):
        draft.doubt("condition_unclear")
    return True


def _is_lower(branch: Branch, numbered: Sequence[Branch]) -> bool:
    """ "Nếu thấp hơn" beside a single "từ 60% trở lên"."""
    spans = [one.condition.interval for one in numbered if one.condition.interval is not None]
    reaches_up = len(spans) == 1 and spans[0].low is not None and spans[0].high is None
    return reaches_up and bare(branch.condition.label).strip(" ,:") in _LOWER


def _doubt_branches(draft: Draft, facts: Facts, numbered: Sequence[Branch]) -> None:
    spans = {bare(span) for branch in numbered for span in _PERIOD.findall(branch.condition.label.casefold())}
    if len(spans) > 1:  # "3 lần/quý" beside "2 lần/năm"
        draft.doubt("units_differ")
    if any(branch.outcome.per for branch in facts.branches):
        draft.doubt("unit_unclear")
    if any(not branch.condition.is_clear for branch in facts.branches):
        draft.doubt("condition_unclear")
    added = {branch.outcome.is_added for branch in numbered if not branch.outcome.is_zero}
    if True in added and (len(added) > 1 or facts.points):
        draft.doubt("two_readings")  # "từ 80% được cộng thêm 6 điểm"


def _direction(draft: Draft, found: Table, maximum: Fraction) -> None:
    """Points that rise with what had better not happen are most likely meant the other way round."""
    named = " ".join(str(draft.parameters.get(key, "")) for key in ("numerator", "measure"))
    top, bottom = found.rows[-1].outcome, found.rows[0].outcome
    rises = top.is_constant and (not bottom.is_constant or worth(bottom, maximum) < worth(top, maximum))
    falls = top.is_constant and bottom.is_constant and worth(bottom, maximum) > worth(top, maximum)
    if (rises and ratios.counts_failures(named)) or (falls and ratios.counts_successes(named)):
        draft.doubt("direction_not_said")


def _is_percent(draft: Draft, numbered: Sequence[Branch], facts: Facts, run: Run) -> bool:
    shares = [branch.condition.is_percent for branch in numbered]
    if all(shares):
        return True
    if any(shares):
        if any(branch.condition.unit and not branch.condition.is_percent for branch in numbered):
            draft.doubt("units_differ")
        return True
    told = [branch.condition.measure for branch in numbered] + [words for words, _, _ in facts.headings]
    if any(_IN_PERCENT.search(bare(words)) for words in told):
        if any(branch.condition.unit for branch in numbered):
            draft.doubt("units_differ")
        return True
    if any("ti le" in bare(words) for words in told) or any(
        branch.outcome.kind in ("ratio", "rescaled") for branch in facts.branches
    ):
        draft.doubt("unit_not_said")
        return True
    if not any(told) and not any(branch.condition.unit for branch in numbered):
        draft.doubt("unit_not_said")
    return False


def _name(draft: Draft, found: Table, facts: Facts, run: Run, maximum: Fraction) -> None:
    rows = found.rows
    kinds = [_kind(row.outcome, maximum).replace("proportional", "ratio") for row in rows]
    compared = any(branch.condition.compared for branch in facts.branches) or "y" in run.signs
    if "u" in run.signs:
        per = next(one.value for one in run.lexemes if one.sign == "u")
        draft.set(Kind.PER_POPULATION, per=decimal(per), bands=written(rows), unit=found.unit)
        return
    if compared:
        draft.set(Kind.STEPS_PERCENT, growth=True, bands=written(rows), unit="%" if found.is_percent else found.unit)
        draft.doubt("previous_year")
        return
    if not found.is_percent:
        draft.set(Kind.STEPS_COUNT, bands=written(rows), unit=found.unit)
        if found.gate is not None:
            gate = found.gate
            draft.parameters["gate"] = {"label": gate.condition.label, "otherwise": grade(gate.outcome)}
        return
    if found.gate is not None:
        draft.parameters["gate"] = {"label": found.gate.condition.label, "otherwise": grade(found.gate.outcome)}
    at = [row.interval.low for row in rows]
    strict = {"strict": True} if any(row.interval.above for row in rows) else {}
    if None in at[1:]:  # rows that overlap have no limit between them
        draft.set(Kind.STEPS_PERCENT, bands=written(rows), unit="%")
    elif kinds in (["ratio", "full"], ["rescaled", "full"]):
        draft.set(Kind.RATIO_FULL_ABOVE, threshold=_text(at[1]), unit="%", **strict)
        _rescaled(draft, rows[0], at[1])
    elif kinds in (["zero", "ratio"], ["zero", "ratio", "full"], ["zero", "rescaled", "full"]):
        full_at = at[2] if len(rows) == 3 else Fraction(100)
        draft.set(Kind.RATIO_FLOOR, floor=_text(at[1]), full_at=_text(full_at), unit="%", **strict)
        _rescaled(draft, rows[1], full_at)
    elif kinds == ["zero", "full"]:
        draft.set(Kind.ALL_OR_NOTHING, threshold=_text(at[1]), unit="%", **strict)
    elif kinds == ["ratio"]:
        draft.set(Kind.RATIO)
    else:
        draft.set(Kind.STEPS_PERCENT, bands=written(rows), unit="%")


def _text(value: Fraction | None) -> str:
    return "" if value is None else decimal(value)


def _rescaled(draft: Draft, row: Row, full_at: Fraction | None) -> None:
    """Notes that below the threshold the ratio is divided by it; by another number, that there is a jump."""
    if row.outcome.kind == "rescaled":
        draft.parameters["below"] = "rescaled"
        if full_at is not None and row.outcome.value * 100 != full_at:
            draft.parameters["divided_by"] = percent(row.outcome.value)
            draft.doubt("threshold_differs")
    else:
        draft.parameters["below"] = "ratio"


def _kind(outcome: Outcome, maximum: Fraction) -> str:
    if outcome.is_zero:
        return "zero"
    if outcome.is_constant and worth(outcome, maximum) == maximum:
        return "full"
    if outcome.kind == "points":
        return "points"
    return outcome.kind
