"""What a scoring rule is: a measure made from labelled inputs, a scale that makes points of it, combinators.

Data only; `scoring` computes, `checks` criticises, `app.wording.rules` puts them into words. Real cases with
their figures: the taxonomy R1–R26 that the tests of `scoring` repeat. A size that is divided by (a rounding unit,
a step, a threshold) must be above zero: such a rule can't be built at all, `AppError("rule.not_positive")`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from app.domain.codec import Amount
from app.domain.intervals import Interval
from app.errors import AppError


class Policy(StrEnum):
    """What stands in for points a rule can't give: not applicable, zero denominator, no previous period."""

    FULL = "full"
    ZERO = "zero"
    EXCLUDED = "excluded"
    PEER_MAXIMUM = "peer_maximum"
    REVIEWER_DECIDES = "reviewer_decides"


class RoundingMode(StrEnum):
    """How a rule that states a rounding rounds."""

    HALF_UP = "half_up"
    DOWN = "down"
    UP = "up"


@dataclass(frozen=True, kw_only=True)
class Grade:
    """Points, or a fraction of the maximum: exactly one of the two."""

    points: Amount | None = None
    fraction: Amount | None = None


def _must_be_positive(name: str, amount: Amount | None) -> None:
    if amount is not None and amount.value <= 0:
        raise AppError("rule.not_positive", name=name, text=str(amount))


FULL_GRADE = Grade(fraction=Amount("1"))
NO_GRADE = Grade(points=Amount("0"))


# Measures: what is looked at. ----------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class YesNo:
    """One input answered yes or no; as a number it is 1 or 0."""

    TAG: ClassVar[str] = "yes_no"
    input: str


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One option chosen from the list of its input."""

    TAG: ClassVar[str] = "choice"
    input: str


@dataclass(frozen=True, kw_only=True)
class Ticks:
    """A set of yes/no inputs; once one is answered, those left empty count as no. As a number: how many."""

    TAG: ClassVar[str] = "ticks"
    inputs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Periods:
    """One choice per period (four quarters: on time, late, none)."""

    TAG: ClassVar[str] = "periods"
    inputs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Number:
    """One input as it stands: a count, a value imported with its source, a survey's points."""

    TAG: ClassVar[str] = "number"
    input: str


@dataclass(frozen=True, kw_only=True)
class Ratio:
    """Numerator over denominator, each a formula over inputs; above 1 it counts as 1 and is remarked."""

    TAG: ClassVar[str] = "ratio"
    numerator: str
    denominator: str


@dataclass(frozen=True, kw_only=True)
class Computed:
    """A formula over inputs."""

    TAG: ClassVar[str] = "formula"
    expression: str


@dataclass(frozen=True, kw_only=True)
class PerPopulation:
    """A count for every 100 or 1,000 people (`per`)."""

    TAG: ClassVar[str] = "per_population"
    count: str
    population: str
    per: int = 1000


@dataclass(frozen=True, kw_only=True)
class Growth:
    """(current − previous) ÷ previous; `no_previous` holds when there is no comparable previous period."""

    TAG: ClassVar[str] = "growth"
    current: str
    previous: str
    no_previous: Policy = Policy.REVIEWER_DECIDES


@dataclass(frozen=True, kw_only=True)
class RelativeToBest:
    """Own measure over the highest among the peers, the own one included: 0 to 1."""

    TAG: ClassVar[str] = "relative_to_best"
    of: "Number | Ratio | Computed | PerPopulation"


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """Points given by a person, with a reason."""

    TAG: ClassVar[str] = "judgement"


Measure = (
    YesNo | Choice | Ticks | Periods | Number | Ratio | Computed | PerPopulation | Growth | RelativeToBest | Judgement
)


# Scales: how the measure becomes points. -----------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Options:
    """Table from option (for yes/no: "yes", "no") to grade."""

    TAG: ClassVar[str] = "options"
    grades: Mapping[str, Grade]


@dataclass(frozen=True, kw_only=True)
class Items:
    """Each ticked input adds its own grade."""

    TAG: ClassVar[str] = "items"
    grades: Mapping[str, Grade]


@dataclass(frozen=True, kw_only=True)
class ShareOfItems:
    """Ticked ÷ listed × maximum."""

    TAG: ClassVar[str] = "share_of_items"


@dataclass(frozen=True, kw_only=True)
class PerPeriod:
    """Each period adds the grade of its option."""

    TAG: ClassVar[str] = "per_period"
    grades: Mapping[str, Grade]


@dataclass(frozen=True, kw_only=True)
class TimesMaximum:
    """Measure × maximum."""

    TAG: ClassVar[str] = "times_maximum"


class BandKind(StrEnum):
    """What a band gives: a constant, the measure × maximum as it stands, or measure ÷ threshold × maximum."""

    CONSTANT = "constant"
    LITERAL = "literal"
    RESCALED = "rescaled"


@dataclass(frozen=True, kw_only=True)
class Band(Interval):
    """What an interval of the measure gives. `threshold` is for the kind rescaled."""

    kind: BandKind = BandKind.CONSTANT
    grade: Grade = FULL_GRADE
    threshold: Amount | None = None

    def __post_init__(self) -> None:
        _must_be_positive("threshold", self.threshold)


@dataclass(frozen=True, kw_only=True)
class Bands:
    """The first band that holds the measure; a cliff between literal and constant is the law, never smoothed."""

    TAG: ClassVar[str] = "bands"
    bands: tuple[Band, ...]


@dataclass(frozen=True, kw_only=True)
class UnitPoints:
    """`points` for each unit of the measure."""

    TAG: ClassVar[str] = "unit_points"
    points: Amount


@dataclass(frozen=True, kw_only=True)
class Ladder:
    """`start_points` once the measure reaches `start`, then `points` for each further full `each`."""

    TAG: ClassVar[str] = "ladder"
    start: Amount
    start_points: Amount
    each: Amount
    points: Amount

    def __post_init__(self) -> None:
        _must_be_positive("each", self.each)


@dataclass(frozen=True, kw_only=True)
class Deductions:
    """`start` less `each` for every unit of the measure."""

    TAG: ClassVar[str] = "deductions"
    each: Grade
    start: Grade = FULL_GRADE


@dataclass(frozen=True, kw_only=True)
class Inverse:
    """(1 − measure) × maximum: lower is better. `is_confirmed`: the author meant this direction."""

    TAG: ClassVar[str] = "inverse"
    is_confirmed: bool = False


@dataclass(frozen=True, kw_only=True)
class AsPoints:
    """The measure already is points."""

    TAG: ClassVar[str] = "as_points"


Scale = (
    Options
    | Items
    | ShareOfItems
    | PerPeriod
    | TimesMaximum
    | Bands
    | UnitPoints
    | Ladder
    | Deductions
    | Inverse
    | AsPoints
)


# Rules: measure and scale, and the ways to combine them. -------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Rounding:
    """Rounding that the rule itself states, to multiples of `unit` points (0.25, 0.01)."""

    unit: Amount
    mode: RoundingMode = RoundingMode.HALF_UP

    def __post_init__(self) -> None:
        _must_be_positive("unit", self.unit)


@dataclass(frozen=True, kw_only=True)
class Scored:
    """A measure on a scale. Points stay within 0 and the maximum; `cap` may lower that; rounded if stated."""

    TAG: ClassVar[str] = "scored"
    measure: Measure
    scale: Scale
    cap: Amount | None = None
    rounding: Rounding | None = None


@dataclass(frozen=True, kw_only=True)
class Gate:
    """`then` only counts when the gate's input has the expected answer; otherwise `otherwise`."""

    TAG: ClassVar[str] = "gate"
    input: str
    then: "Rule"
    expects: str = "yes"
    otherwise: Grade = NO_GRADE


@dataclass(frozen=True, kw_only=True)
class Part:
    """One addend of a sum with a maximum of its own."""

    label: str
    maximum: Amount
    rule: "Rule"
    zero_denominator: Policy | None = None


@dataclass(frozen=True, kw_only=True)
class Sum:
    """Parts added."""

    TAG: ClassVar[str] = "sum"
    parts: tuple[Part, ...]


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """One case of a best-of."""

    label: str
    rule: "Rule"


@dataclass(frozen=True, kw_only=True)
class Best:
    """The case that gives most points counts."""

    TAG: ClassVar[str] = "best"
    alternatives: tuple[Alternative, ...] = field(default=())


Rule = Scored | Gate | Sum | Best
