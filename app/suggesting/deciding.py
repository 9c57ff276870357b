"""From facts to a kind: what the wording as a whole means, and what is doubtful about it."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from app.domain.text import nfc
from app.suggesting import bands, counting, options, ratios
from app.suggesting.amounts import decimal, grade
from app.suggesting.draft import Draft
from app.suggesting.expressions import Expression
from app.suggesting.facts import Facts
from app.suggesting.outcomes import Outcome
from app.suggesting.rewording import reworded
from app.suggesting.spelling import bare
from app.suggesting.stream import Run
from app.suggesting.suggestion import Kind

_NUMBER = re.compile(r"\d+(?:[./]\d+)?")
_OCCURRED = re.compile("(neu |truong hop )?(co )?phat sinh( ho so| nhiem vu| phan anh)?")
_CONVERTED = re.compile("(?<!da )(?<!da duoc )qui doi|xep hang|thu hang")  # "đã quy đổi": nothing is left to do
_SHARES = ("ti le", "phan tram", "ti trong")


def decide(facts: Facts, run: Run, maximum: Fraction) -> Draft:
    """The kind and parameters that the facts speak for; `maximum` above zero."""
    draft = Draft()
    if facts.unread:
        draft.doubt("unread")
    facts.branches = reworded(facts.branches)
    _where_something_occurred(facts)
    for step in (
        _only_yes_no,
        _relative,
        options.timeliness,
        counting.each,
        _imported,
        _pointed,
        options.late_days,
        bands.banded,
        counting.contents,
        options.gated,
        options.listed,
        _nothing_alone,
    ):
        if step(draft, facts, run, maximum):
            break
    else:
        _unknown(draft, facts, run)
    _common(draft, facts, run, maximum)
    given = [branch.outcome for branch in facts.branches] + [one.outcome for one in facts.each]
    if maximum != 1 and any(outcome.is_doubtful for outcome in given):
        draft.doubt("two_readings")
    return draft


def _where_something_occurred(facts: Facts) -> None:
    """ "Không phát sinh: điểm tối đa. Có phát sinh: điểm = a/b × 8": what is computed holds for all else."""
    if len(facts.branches) != 1 or not facts.nothing:
        return
    (branch,) = facts.branches
    if branch.outcome.is_constant or branch.condition.interval is not None:
        return
    if _OCCURRED.fullmatch(bare(branch.condition.label)):
        facts.branches = []
        facts.points.append((branch.outcome, branch.place))


def _only_yes_no(draft: Draft, facts: Facts, run: Run, maximum: Fraction) -> bool:
    """Nothing but "Có/Không"."""
    plain = bare(run.words).strip(" .;:()")
    parts = [part.strip(" .;") for part in plain.replace(",", "/").replace(" hoac ", "/").replace("-", "/").split("/")]
    if parts not in (["co", "khong"], ["dat", "khong dat"], ["co", "chua co"], ["co", "khong co"]):
        return False
    facts.unread.clear()
    draft.doubts.clear()
    draft.places.append(run.place)
    draft.set(Kind.YES_NO, yes={"fraction": "1"}, no={"points": "0"})
    return True


def _relative(draft: Draft, facts: Facts, run: Run, maximum: Fraction) -> bool:
    """Compared with the best of all."""
    if not ratios.speaks_of_best(run.words) or "B" in facts.marks or "B" in run.signs:
        return False
    draft.set(Kind.RELATIVE_BEST)
    if len(facts.points) == 1 and not facts.branches and not facts.each:
        outcome, place = facts.points[0]
        draft.places.append(place)
        named = ratios.quotient(outcome.expression) if outcome.kind == "ratio" else None
        if named is not None:
            own, best = (ratios.words_of(side, facts) for side in named)
            if ratios.speaks_of_best(best) and not ratios.speaks_of_best(own):
                draft.set(Kind.RELATIVE_BEST, own=own, best=best)
                stated = [ratios.quotient(each) for each, _ in facts.ratios]
                if len(stated) == 1 and stated[0] is not None:
                    draft.parameters["numerator"], draft.parameters["denominator"] = (
                        ratios.words_of(side, facts) for side in stated[0]
                    )
                    draft.places.append(facts.ratios[0][1])
                elif stated:
                    draft.doubt("ratio_unclear")
                return True
    draft.doubt("comparison_unclear")
    return True


def _imported(draft: Draft, facts: Facts, run: Run, maximum: Fraction) -> bool:
    """Points or figures taken from elsewhere."""
    if "i" not in facts.marks:
        return False
    words = nfc(run.text[slice(*facts.marks["i"])])
    draft.places.append(facts.marks["i"])
    if facts.branches or facts.each:
        return False
    draft.set(Kind.IMPORTED, source=" ".join(words.split()))
    if facts.points or facts.ratios or len(facts.headings) > 1 or _CONVERTED.search(bare(words)):
        draft.doubt("conversion_unclear")
    return True


def _pointed(draft: Draft, facts: Facts, run: Run, maximum: Fraction) -> bool:
    """ "Điểm = …" with nothing beside it."""
    if len(facts.points) != 1 or facts.branches:
        if len(facts.points) > 1:
            draft.doubt("two_formulas")
        if not facts.points or facts.branches:
            return False
    outcome, place = facts.points[0]
    draft.places.append(place)
    if outcome.kind == "ratio":
        _plain_ratio(draft, facts, outcome, run, maximum)
    elif outcome.kind == "inverse":
        draft.set(Kind.INVERSE_RATIO)
        ratios.add(draft, facts, outcome.expression)
    elif outcome.kind == "rescaled":
        draft.set(Kind.RATIO_FULL_ABOVE, threshold=bands.percent(outcome.value), unit="%", below="rescaled")
        ratios.add(draft, facts, outcome.expression)
        draft.doubt("above_threshold_not_said")
    elif outcome.kind == "proportional":
        draft.set(Kind.RATIO)
        draft.doubt("proportion_unclear")
    elif outcome.expression is not None:
        counting.multiplied(draft, facts, outcome.expression, maximum) or _formula(draft, facts, outcome, maximum)
    if len(facts.points) > 1:
        draft.doubt("two_formulas")
    return True


def _plain_ratio(draft: Draft, facts: Facts, outcome: Outcome, run: Run, maximum: Fraction) -> None:
    expression = outcome.expression
    if counting.share(draft, facts, expression, maximum):
        return
    draft.set(Kind.RATIO)
    ratios.add(draft, facts, expression)
    named = ratios.quotient(expression) or next((ratios.quotient(each) for each, _ in facts.ratios), None)
    if named is not None and any(len(list(side.leaves())) > 1 for side in named):
        chosen = expression if ratios.quotient(expression) else facts.ratios[0][0]
        if chosen is not None:
            draft.parameters.update(ratios.as_parameters(_over(named), facts))
            draft.kind = Kind.FORMULA
    alone = expression is not None and expression.operator in ("words", "variable") and not facts.ratios
    if alone and expression is not None and "ti le" not in bare(ratios.words_of(expression, facts)):
        draft.doubt("no_ratio")
    above = str(draft.parameters.get("numerator", "")) + " " + str(draft.parameters.get("measure", ""))
    if "u" in run.signs:
        draft.set(Kind.PER_POPULATION)
        draft.doubt("full_at_not_said")
    if ratios.counts_failures(above) or "L" in facts.marks or _aims_at_zero(run):
        draft.kind = Kind.INVERSE_RATIO
        draft.doubt("direction_not_said")
    if "y" in run.signs:
        draft.doubt("previous_year")


def _over(named: tuple[Expression, Expression]) -> Expression:
    return Expression("/", named)


def _aims_at_zero(run: Run) -> bool:
    return any(one.sign == "p" and one.value == 0 for one in run.lexemes)


def _formula(draft: Draft, facts: Facts, outcome: Outcome, maximum: Fraction) -> bool:
    expression = outcome.expression
    if expression is None:
        return False
    draft.set(Kind.FORMULA, **ratios.as_parameters(expression, facts))
    letters = {leaf.words for leaf in expression.leaves() if leaf.operator == "variable"}
    if letters - set(facts.definitions) and len(letters) > 0:
        draft.doubt("letter_not_defined")
    has_maximum = any(leaf.operator == "max" for leaf in expression.leaves())
    if _with_full_shares(expression, facts) != (1 if has_maximum else maximum):
        draft.doubt("weights_unclear")
    return True


def _with_full_shares(each: Expression, facts: Facts) -> Fraction | None:
    """What a formula gives with every share at one and the maximum as one; None where a figure is no share."""
    if not each.operands:
        if each.operator in ("words", "variable") and not bare(ratios.words_of(each, facts)).startswith(_SHARES):
            return None
        return Fraction(1) if each.operator in ("max", "ratio", "words", "variable") else each.value
    if ratios.quotient(each) is not None:
        return Fraction(1)
    left, right = (_with_full_shares(operand, facts) for operand in each.operands)
    if left is None or right is None or (each.operator == "/" and not right):
        return None
    return {"+": left + right, "-": left - right, "*": left * right, "/": left / (right or 1)}[each.operator]


def _nothing_alone(draft: Draft, facts: Facts, run: Run, maximum: Fraction) -> bool:
    if not facts.nothing or facts.branches or facts.points or facts.each:
        return False
    draft.set(Kind.NONE_POSSIBLE, none=grade(facts.nothing[0].outcome))
    draft.doubt("branch_missing")
    return True


def _unknown(draft: Draft, facts: Facts, run: Run) -> None:
    if facts.ratios or "R" in run.signs:
        draft.set(Kind.RATIO)
        ratios.add(draft, facts, None)
    if "L" in facts.marks:
        draft.set(Kind.INVERSE_RATIO)
    if "u" in run.signs:
        draft.set(Kind.PER_POPULATION)
    draft.doubt("not_understood")


def _common(draft: Draft, facts: Facts, run: Run, maximum: Fraction) -> None:
    """What any kind may have beside it: rounding, what holds where nothing occurred, limits."""
    if len(facts.rounding) > 1:
        draft.doubt("rounding_twice")
    for each in facts.rounding[:1]:
        draft.parameters["rounding"] = {"unit": decimal(each.unit)} | (
            {} if each.mode == "half_up" else {"mode": each.mode}
        )
        draft.places.append(each.place)
    for branch in facts.nothing[:1]:
        said_already = draft.kind is Kind.YES_NO and draft.parameters.get("no") == grade(branch.outcome)
        if draft.kind is not Kind.NONE_POSSIBLE and not said_already:
            draft.parameters["when_none"] = grade(branch.outcome)
        draft.places.append(branch.place)
        worth = branch.outcome.value / (maximum if branch.outcome.kind == "points" else 1)
        if worth not in (0, 1):
            draft.doubt("none_partly")
    if len(facts.nothing) > 1:
        draft.doubt("unread")
    for cap, place in facts.caps:
        if cap is not None and cap != maximum and draft.parameters.get("cap") is None:
            draft.doubt("maximum_contradicted")
        draft.places.append(place)
    _marked(draft, facts)
    _summed_letters(draft, facts, run)
    _announced(draft, facts)


def _summed_letters(draft: Draft, facts: Facts, run: Run) -> None:
    """ "… là tổng điểm của các nội dung a, b, c" must name every item of the list."""
    begin, end = facts.marks.get("S", (0, 0))
    named = {one.words for one in run.lexemes if one.sign == "a" and begin <= one.start < end}
    if named and named != {one.words for one in run.lexemes if one.sign == "I"}:
        draft.doubt("two_readings")


def _announced(draft: Draft, facts: Facts) -> None:
    """What a title counts or asks for must be met in the rule: "chỉ tiêu 50%", "gồm 04 mức", "12 kỳ"."""
    told = set(_figures(draft.parameters))
    for one in facts.announced:
        draft.noted.append(one.place)
        if one.value not in told:
            draft.doubt("unread")
    draft.noted += [*facts.noted, *(place for _, place, _ in facts.headings)]


def _figures(told: Any) -> Iterator[Fraction]:
    """The numbers within parameters, and how many rows each of their lists has."""
    if isinstance(told, Mapping):
        for key, each in told.items():
            if key not in ("label", "measure", "unit", "numerator", "denominator", "source"):
                yield from _figures(each)
    elif isinstance(told, list):
        yield Fraction(len(told))
        for each in told:
            yield from _figures(each)
    elif isinstance(told, str) and _NUMBER.fullmatch(told):
        yield Fraction(told)


def _marked(draft: Draft, facts: Facts) -> None:
    """Marks and words that the kind decided on leaves over."""
    if "L" in facts.marks and draft.kind is not Kind.INVERSE_RATIO and draft.kind is not Kind.STEPS_PERCENT:
        draft.doubt("direction_not_said")
    if "j" in facts.marks:
        draft.doubt("judged")
    begun = min((place[0] for place in draft.places), default=0)
    if any(not ended and place[0] > begun for _, place, ended in facts.headings):
        draft.doubt("words_unread")
    one_of = (Kind.CHOICE, Kind.YES_NO, Kind.STEPS_COUNT, Kind.STEPS_PERCENT, Kind.ALL_OR_NOTHING)
    if "1" in facts.marks and draft.kind not in one_of:
        draft.doubt("two_readings")
    if facts.items and draft.kind is not Kind.CHECKLIST:
        draft.doubt("words_unread")
