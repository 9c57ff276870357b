"""Tables of intervals: in order, without gap and overlap, or what is wrong with them."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from app.suggesting.amounts import decimal, grade, worth
from app.suggesting.conditions import Interval
from app.suggesting.facts import Branch
from app.suggesting.outcomes import Outcome
from app.suggesting.spelling import bare

Edge = tuple[Fraction, bool]
BOTTOM: Edge = (Fraction(0), False)


@dataclass(frozen=True, slots=True)
class Row:
    """One interval with what it gives; `worded`: the interval with the sides the text names."""

    interval: Interval
    outcome: Outcome
    worded: Interval


@dataclass(frozen=True, slots=True)
class Table:
    """Rows from low to high; `problems`: codes of what keeps it from being certain."""

    rows: tuple[Row, ...]
    is_percent: bool
    unit: str
    measure: str
    problems: tuple[str, ...]
    gate: Branch | None = None


def table(branches: Sequence[Branch], is_percent: bool, rest: Sequence[Branch], beside: Sequence[Branch]) -> Table:
    """A table of branches with intervals; `rest`: "còn lại"; `beside`: words like "không họp" beside the numbers."""
    problems: list[str] = []
    wholes = not is_percent and all(_is_whole(branch.condition.interval) for branch in branches)
    rows = [_row(branch.condition.interval or Interval(), branch.outcome, wholes) for branch in branches]
    rows = sorted(rows, key=_start)
    if is_percent:
        rows = _up_to_all(rows)
    rows = _nested(_from_nothing(rows))
    gate: Branch | None = None
    for branch in beside:
        if wholes and rows[0].interval.low == 1 and (branch.outcome.is_zero or _is_none_of(branch, branches)):
            rows.insert(0, _row(Interval(low=Fraction(0), high=Fraction(0), up_to=True), branch.outcome, wholes))
        elif branch.outcome.is_zero and gate is None and rows[0].interval.low in (None, 0):
            gate = branch
            if _counts_the_same(branch, branches):
                problems.append("two_readings")
        elif branch.outcome.is_zero and not branch.condition.unit and (_is_plain(branch) or _undone(branch, branches)):
            rest = [*rest, branch]
        else:
            problems.append("words_beside_numbers")
    if len(rest) > 1:
        problems.append("rest_twice")
    if rest:
        rows, trouble = _filled(rows, rest[0].outcome, is_percent)
        problems += trouble
    problems += _cracks(rows, is_percent)
    if wholes and _last_is_exact(branches) and rows[-1].interval.high is not None:
        problems.append("top_open")
    units = {bare(branch.condition.unit).replace(",", "") for branch in branches if branch.condition.unit}
    if not is_percent and not _alike(units):
        problems.append("units_differ")
    measures = [branch.condition.measure for branch in branches if branch.condition.measure]
    if not _one_measure(measures):
        problems.append("measures_differ")
    unit = next((branch.condition.unit for branch in branches if branch.condition.unit), "")
    return Table(tuple(rows), is_percent, unit, measures[0] if measures else "", tuple(problems), gate)


_BY_THE_WAY = frozenset(
    "khong chua dat duoc neu co ti le thi muc o tu va nhung truong hop nay do xa phuong nam trong khoang".split()
)
_PLAIN = frozenset(
    ("khong dat", "chua dat", "khong", "khong du", "khong dat muc tren", "khong dat yeu cau", "chua dat yeu cau")
)


def _counts_the_same(gate: Branch, branches: Sequence[Branch]) -> bool:
    """Whether "không có" may merely mean none of what the rows count."""
    words = set(bare(gate.condition.label).split()) - _BY_THE_WAY - {"nao", "bat", "ki"}
    units = set(bare(" ".join(branch.condition.unit for branch in branches)).split())
    return not words or words <= units


def _is_none_of(branch: Branch, branches: Sequence[Branch]) -> bool:
    """ "Không có lỗi nào" beside "từ 1 đến 5 lỗi", whatever it gives."""
    said = branch.condition
    return branch.outcome.is_constant and said.is_negative and said.is_clear and _counts_the_same(branch, branches)


def _is_plain(branch: Branch) -> bool:
    return bare(branch.condition.label) in _PLAIN


def _undone(branch: Branch, branches: Sequence[Branch]) -> bool:
    """ "Không hoàn thành" beside "hoàn thành 100% chỉ tiêu"."""
    (only, *others) = branches
    said = set(bare(branch.condition.label).split()) - {"khong", "chua", "duoc"}
    return not others and branch.condition.is_negative and said <= set(bare(only.condition.measure).split())


def _is_whole(interval: Interval | None) -> bool:
    return interval is not None and all(
        limit is None or limit.denominator == 1 for limit in (interval.low, interval.high)
    )


def _row(interval: Interval, outcome: Outcome, wholes: bool) -> Row:
    return Row(_rational(interval, wholes), outcome, interval)


def _rational(interval: Interval, wholes: bool) -> Interval:
    """Of whole numbers: from and below, so that "1 đến 2" and "từ 3" meet."""
    if not wholes:
        return interval
    low = None if interval.low is None else interval.low + interval.above
    high = None if interval.high is None else interval.high + interval.up_to
    return Interval(low=low, high=high)


def _start(row: Row) -> tuple[Fraction, bool]:
    return row.interval.start or (Fraction(-1), False)


def _up_to_all(rows: list[Row]) -> list[Row]:
    """ "100%" and "đến 100%" at the top mean: up to all."""
    top = rows[-1].interval
    if top.high == 100 and top.up_to:
        whole = replace(top, high=None, up_to=False)
        rows[-1] = replace(rows[-1], interval=whole, worded=whole)
    return rows


def _from_nothing(rows: list[Row]) -> list[Row]:
    """ "0" and "từ 0" at the bottom have nothing below."""
    bottom = rows[0].interval
    if bottom.low == 0 and not bottom.above and bottom.high != 0:
        rows[0] = replace(rows[0], interval=replace(bottom, low=None))
    return rows


def _nested(rows: list[Row]) -> list[Row]:
    """ "≥ 80%: 10; ≥ 60%: 6" and "< 5%: 10; < 10%: 6": each step ends where a better one begins."""
    made = sorted(rows, key=lambda row: (_start(row), row.interval.end or (Fraction(10**9), False)))
    for at, (one, other) in enumerate(itertools.pairwise(made)):
        if not (one.outcome.is_constant and one.outcome.kind == other.outcome.kind):
            continue
        rises, falls = one.outcome.value < other.outcome.value, one.outcome.value > other.outcome.value
        inner, outer = one.interval, other.interval
        if rises and inner.high is None and outer.high is None and inner.low is not None and outer.low is not None:
            made[at] = _closed(one, {"high": (outer.low, other.worded.low), "up_to": (outer.above, other.worded.above)})
        elif falls and inner.low is None and outer.low is None and inner.high is not None and outer.high is not None:
            made[at + 1] = _closed(
                other, {"low": (inner.high, one.worded.high), "above": (inner.up_to, one.worded.up_to)}
            )
    return made


def _closed(row: Row, sides: Mapping[str, tuple[Any, Any]]) -> Row:
    """A row with sides given to its interval and to the interval as worded."""
    interval = replace(row.interval, **{name: value for name, (value, _) in sides.items()})
    return Row(interval, row.outcome, replace(row.worded, **{name: value for name, (_, value) in sides.items()}))


def _filled(rows: list[Row], outcome: Outcome, is_percent: bool) -> tuple[list[Row], list[str]]:
    """The rows with "còn lại" in the one place left."""
    gaps: list[Interval] = []
    first, last = rows[0].interval, rows[-1].interval
    if first.start is not None and first.start > BOTTOM:
        gaps.append(Interval(high=first.low, up_to=first.above))
    for one, other in itertools.pairwise(rows):
        end, start = one.interval.end, other.interval.start
        if end is not None and start is not None and end < start:
            gaps.append(Interval(low=end[0], above=end[1], high=start[0], up_to=start[1]))
    if last.end is not None and not (is_percent and last.end >= (Fraction(100), True)):
        gaps.append(Interval(low=last.high, above=last.up_to))
    if len(gaps) != 1:
        return rows, ["rest_unclear"]
    return sorted([*rows, Row(gaps[0], outcome, gaps[0])], key=_start), []


def _cracks(rows: Sequence[Row], is_percent: bool) -> list[str]:
    problems = []
    first, last = rows[0].interval, rows[-1].interval
    if first.start is not None and first.start > BOTTOM:
        problems.append("branch_missing")
    if last.end is not None and not (is_percent and last.end >= (Fraction(100), True)):
        problems.append("branch_missing")
    for one, other in itertools.pairwise(rows):
        end, start = one.interval.end, other.interval.start
        if end is None or start is None or end > start:
            problems.append("bands_overlap")
        elif end < start:
            problems.append("bands_gap")
    if is_percent and last.low == 100 and last.above:
        problems.append("above_all")
    if is_percent and any((limit or 0) > 100 for row in rows for limit in (row.interval.low, row.interval.high)):
        problems.append("above_all")
    return problems


def _last_is_exact(branches: Sequence[Branch]) -> bool:
    top = max(branches, key=lambda branch: branch.condition.interval.low or 0)  # type: ignore[union-attr]
    return top.condition.is_exact


def _alike(units: set[str]) -> bool:
    """Whether units name one thing: the last word of the shorter stands in the longer."""
    shortest = min(units, key=len, default="")
    return all(shortest in unit for unit in units)


def _one_measure(measures: Sequence[str]) -> bool:
    """Whether the words before the numbers name one thing; those of every row stand in the longest."""
    words = [set(bare(measure).split()) - _BY_THE_WAY for measure in measures]
    longest = max(words, key=len, default=set())
    return all(each <= longest for each in words)


def order_problems(rows: Sequence[Row], maximum: Fraction) -> list[str]:
    """Whether points rise or fall steadily and reach the maximum."""
    values = [worth(row.outcome, maximum) for row in rows if row.outcome.is_constant]
    problems = []
    if any(one == other for one, other in itertools.pairwise(values)) and not any(
        row.outcome.kind == "ratio" for row in rows
    ):
        problems.append("two_readings")
    rising = all(one <= other for one, other in itertools.pairwise(values))
    falling = all(one >= other for one, other in itertools.pairwise(values))
    if not rising and not falling:
        problems.append("not_in_order")
    computed = any(not row.outcome.is_constant for row in rows)
    if values and max(values) > maximum:
        problems.append("above_maximum")
    elif values and max(values) < maximum and not computed:
        problems.append("maximum_not_reached")
    if any(value < 0 for value in values):
        problems.append("negative_points")
    return problems


def written(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The rows as parameters, highest first."""
    return [{**limits(row.worded), **_gives(row.outcome)} for row in reversed(rows)]


def limits(interval: Interval) -> dict[str, str]:
    """The sides of an interval by the names of the engine."""
    sides: dict[str, str] = {}
    if interval.low is not None:
        sides["above" if interval.above else "at_least"] = decimal(interval.low)
    if interval.high is not None:
        sides["up_to" if interval.up_to else "below"] = decimal(interval.high)
    return sides


def _gives(outcome: Outcome) -> dict[str, str]:
    if outcome.is_constant:
        return grade(outcome)
    if outcome.kind == "rescaled":
        return {"ratio": "rescaled", "threshold": decimal(outcome.value * 100)}
    return {"ratio": "literal"}
