"""What a wording says, clause by clause: branches, amounts for each, limits, definitions, marks; and what is unread."""

from dataclasses import dataclass, field
from fractions import Fraction

from app.suggesting.conditions import Condition
from app.suggesting.expressions import Expression
from app.suggesting.notes import Announced
from app.suggesting.outcomes import Outcome
from app.suggesting.rounding import Rounding

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Branch:
    """A condition and what it gives."""

    condition: Condition
    outcome: Outcome
    place: Place


@dataclass(frozen=True, kw_only=True, slots=True)
class Each:
    """Points for every unit; `further`: for each one beyond the first step; `per`: how many make a unit."""

    unit: str
    outcome: Outcome
    per: Fraction = Fraction(1)
    further: bool = False
    beyond: Fraction | None = None  # "từ hội nghị thứ 2 trở đi"
    place: Place


@dataclass(kw_only=True, slots=True)
class Facts:
    """All that a wording says.

    `unread`: places that were not understood, `noted`: places that give no points, `signs`: of the whole wording.
    """

    signs: str = ""
    branches: list[Branch] = field(default_factory=list)
    each: list[Each] = field(default_factory=list)
    caps: list[tuple[Fraction | None, Place]] = field(default_factory=list)  # None: the maximum
    rounding: list[Rounding] = field(default_factory=list)
    nothing: list[Branch] = field(default_factory=list)
    definitions: dict[str, str] = field(default_factory=dict)
    ratios: list[tuple[Expression, Place]] = field(default_factory=list)
    points: list[tuple[Outcome, Place]] = field(default_factory=list)
    contents: list[tuple[int, Place]] = field(default_factory=list)
    items: list[tuple[str, str, Place]] = field(default_factory=list)
    headings: list[tuple[str, Place, bool]] = field(default_factory=list)
    marks: dict[str, Place] = field(default_factory=dict)
    announced: list[Announced] = field(default_factory=list)
    noted: list[Place] = field(default_factory=list)
    unread: list[Place] = field(default_factory=list)
