"""Intervals of a number as decisions word them: from, above, below, up to and including.

The ends are *edges*, places between numbers: "from 5" and "below 5" share the edge just before 5, "above 5" and
"up to 5" the one just after it. So intervals that share an edge meet exactly, whichever side the limit itself is on.
"""

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from app.domain.codec import Amount
from app.errors import AppError

SIDES = ("at_least", "above", "below", "up_to")


class Edge(NamedTuple):
    """The place just before a number or, `is_after`, just after it; edges compare by place."""

    at: Fraction
    is_after: bool = False


@dataclass(frozen=True, kw_only=True)
class Interval:
    """`at_least` ≤ or `above` < a number < `below` or ≤ `up_to`; None is no limit.

    Raises `AppError("rule.two_limits", one=…, other=…)` for two limits on one side.
    """

    at_least: Amount | None = None
    above: Amount | None = None
    below: Amount | None = None
    up_to: Amount | None = None

    def __post_init__(self) -> None:
        for one, other in ((self.at_least, self.above), (self.below, self.up_to)):
            if one is not None and other is not None:
                raise AppError("rule.two_limits", one=str(one), other=str(other))

    @property
    def low(self) -> Amount | None:
        """The lower limit, inside the interval or not."""
        return self.above if self.at_least is None else self.at_least

    @property
    def high(self) -> Amount | None:
        """The upper limit, inside the interval or not."""
        return self.up_to if self.below is None else self.below

    @property
    def start(self) -> Edge | None:
        """Where it begins; None without a lower limit."""
        return None if self.low is None else Edge(self.low.value, self.above is not None)

    @property
    def end(self) -> Edge | None:
        """Where it ends; None without an upper limit."""
        return None if self.high is None else Edge(self.high.value, self.up_to is not None)

    @property
    def is_empty(self) -> bool:
        """Whether no number lies in it."""
        return self.start is not None and self.end is not None and self.start >= self.end

    def holds(self, value: Fraction) -> bool:
        """Whether `value` lies in it."""
        return self.holds_quotient(*value.as_integer_ratio())

    def holds_quotient(self, above: int, below: int) -> bool:
        """Whether `above` / `below` lies in it; `below` > 0, in lowest terms or not."""
        low, high = self._limits
        if low is not None:
            beyond = above * low[1] - low[0] * below
            if beyond < 0 or (beyond == 0 and self.above is not None):
                return False
        if high is not None:
            beyond = above * high[1] - high[0] * below
            if beyond > 0 or (beyond == 0 and self.up_to is None):
                return False
        return True

    @functools.cached_property
    def _limits(self) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
        """The limits as quotients of whole numbers: every keystroke compares with them."""
        low, high = (None if each is None else each.value.as_integer_ratio() for each in (self.low, self.high))
        return low, high


def limits(start: Edge | None, end: Edge | None) -> Mapping[str, Fraction]:
    """The sides of what lies between two edges, by the names of `Interval`; a side without a limit is left out."""
    told: dict[str, Fraction] = {}
    if start is not None:
        told["above" if start.is_after else "at_least"] = start.at
    if end is not None:
        told["up_to" if end.is_after else "below"] = end.at
    return told


def cracks(intervals: Iterable[Interval]) -> Iterator[tuple[str, Edge | None, Edge | None]]:
    """("gap" | "overlap", from, to) between intervals, in order; empty ones don't count."""
    ends = [(each.start, each.end) for each in intervals if not each.is_empty]
    ends.sort(key=lambda pair: (pair[0] is not None, pair[0] or Edge(Fraction(0))))
    reached = ends[0][1] if ends else None
    for start, end in ends[1:]:
        if start is None or reached is None or start < reached:
            yield "overlap", start, min((each for each in (reached, end) if each is not None), default=None)
        elif start > reached:
            yield "gap", reached, start
        reached = None if reached is None or end is None else max(reached, end)
