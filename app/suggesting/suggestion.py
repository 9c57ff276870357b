"""What is suggested for a wording, and what it becomes in the engine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.domain.nodes import Input, Role
from app.domain.rules import Policy, Rule


class Kind(StrEnum):
    """The kinds of scoring a suggestion speaks of, whatever the engine composes them from."""

    MANUAL = "manual"
    YES_NO = "yes_no"
    CHOICE = "choice"
    ADDITIVE = "additive"
    CHECKLIST = "checklist"
    STEPS_COUNT = "steps_count"
    STEPS_PERCENT = "steps_percent"
    RATIO = "ratio"
    RATIO_FULL_ABOVE = "ratio_full_above"
    RATIO_FLOOR = "ratio_floor"
    ALL_OR_NOTHING = "all_or_nothing"
    COUNT_TIMES = "count_times"
    BEST_OF = "best_of"
    SUM = "sum"
    TIMELINESS = "timeliness"
    FORMULA = "formula"
    INVERSE_RATIO = "inverse_ratio"
    PER_POPULATION = "per_population"
    IMPORTED = "imported"
    RELATIVE_BEST = "relative_best"
    BONUS = "bonus"
    PENALTY = "penalty"
    NONE_POSSIBLE = "none_possible"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the text a suggestion rests on, verbatim, with their place: `text[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """A rule that a wording seems to mean; the parameters of each kind: `app.suggesting`.

    `sure` is a promise: nothing in the text is left unread and no second reading gives other points. `remarks`: codes
    of what stands in the way of being sure (`app.suggesting.remarks`), none when sure.
    """

    kind: Kind = Kind.MANUAL
    parameters: Mapping[str, Any] = field(default_factory=dict)
    sure: bool = False
    because: tuple[Piece, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Composed:
    """The engine's rule with its inputs, labelled in words.

    `zero_denominator`: the policy the text states for "nothing occurred"; `role`: bonus or penalty where it says so.
    """

    rule: Rule
    inputs: tuple[Input, ...] = ()
    zero_denominator: Policy | None = None
    role: Role = Role.SCALE
