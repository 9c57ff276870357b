"""A framework: the versioned set of criteria an authority publishes, wholly as data."""

import functools
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Any

from app.domain import canonical, codec
from app.domain.codec import Amount
from app.domain.intervals import Interval
from app.domain.nodes import (
    Criterion,
    EvidencePolicy,
    Group,
    Input,
    InputKind,
    LegalBasis,
    Node,
    Option,
    Role,
    identity,
)
from app.domain.regulation import (
    OpenQuestion,
    PeriodKind,
    QuestionOption,
    RegularPeriod,
    Regulation,
    Remark,
    RoundField,
    Step,
    StepKind,
    ValueKind,
)
from app.domain.rules import Policy
from app.errors import AppError

MAX_DECIMALS = 12

__all__ = [  # nodes and regulation are part of a framework wherever one is spoken of
    "Criterion",
    "EvidencePolicy",
    "Group",
    "Input",
    "InputKind",
    "LegalBasis",
    "Node",
    "OpenQuestion",
    "Option",
    "PeriodKind",
    "QuestionOption",
    "RegularPeriod",
    "Regulation",
    "Remark",
    "Role",
    "RoundField",
    "Step",
    "StepKind",
    "ValueKind",
    "identity",
]


class Standing(StrEnum):
    """What a framework may be used for."""

    ILLUSTRATIVE = "illustrative"  # our own sample: works, but no authority issued it
    SKELETON = "skeleton"  # figures of a decision whose criteria are still to be entered; cannot be published
    COMPLETE = "complete"


class StatedBy(StrEnum):
    """Who says that a node does not apply."""

    TRAIT = "trait"
    AGENCY = "agency"
    REVIEWER = "reviewer"


class PeerScope(StrEnum):
    """Who counts as a peer where a rule or policy looks at others."""

    TARGET_GROUP = "target_group"
    EVERYBODY = "everybody"  # all agencies that answer this framework
    PARENT = "parent"  # those of the target group under the same superior agency


class Rescale(StrEnum):
    """Whether scale points are brought to a common scale (× rescale_to ÷ effective maximum), and when."""

    NO = "no"
    BEFORE_BONUS = "before_bonus"
    AFTER_BONUS = "after_bonus"


class Figure(StrEnum):
    """A number of a result that bands and ranking tables may read; percentages run from 0 to 100."""

    SCALE_POINTS = "scale_points"
    PERCENT = "percent"
    TOTAL = "total"
    PILLAR_POINTS = "pillar_points"
    PILLAR_PERCENT = "pillar_percent"


@dataclass(frozen=True, kw_only=True)
class Ground:
    """A reason for not applicable, with its article, who states it, where it may act and what it does."""

    code: str
    words: str
    policy: Policy
    article: str = ""
    stated_by: StatedBy = StatedBy.AGENCY
    trait: str = ""
    nodes: tuple[str, ...] = ()  # ids or codes; empty: any
    target_groups: tuple[str, ...] = ()
    proof_required: bool = False


@dataclass(frozen=True, kw_only=True)
class Trait:
    """A property of an agency that a framework refers to."""

    code: str
    name: str


@dataclass(frozen=True, kw_only=True)
class TargetGroup:
    """A kind of agency the framework applies to; `maximum` where it differs from the framework's.

    `declared_count`, `members`: how many agencies the decision counts, and those it names.
    """

    code: str
    name: str
    maximum: Amount | None = None
    is_ranked: bool = True
    is_banded: bool = True
    declared_count: int | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Pillar:
    """A named set of groups; groups may belong to several, so the maxima of pillars may overlap."""

    code: str
    name: str
    nodes: tuple[str, ...]
    maximum: Amount | None = None


@dataclass(frozen=True, kw_only=True)
class Totals:
    """How the five numbers are made (product: "The five numbers").

    `declared_count`: how many criteria the decision counts in the whole scale; groups may have counts of their own.
    """

    maximum: Amount
    declared_count: int | None = None
    rescale: Rescale = Rescale.NO
    rescale_to: Amount = Amount("100")
    bonus_cap: Amount | None = None
    penalty_cap: Amount | None = None
    bonus_in_percent: bool = False
    is_capped: bool = False


@dataclass(frozen=True, kw_only=True)
class GradeBand(Interval):
    """A named interval."""

    name: str


@dataclass(frozen=True, kw_only=True)
class GradeBands:
    """The named intervals of one number for some target groups (empty: all); `pillar`: of which pillar."""

    reads: Figure
    bands: tuple[GradeBand, ...]
    code: str = "bands"
    name: str = ""
    pillar: str = ""
    target_groups: tuple[str, ...] = ()
    article: str = ""


@dataclass(frozen=True, kw_only=True)
class RankingTable:
    """An ordered list by one number within one population.

    `is_common`: one list with the tables of the same code in the campaign's other frameworks.
    """

    code: str
    title: str
    measure: Figure = Figure.TOTAL
    pillar: str = ""
    target_groups: tuple[str, ...] = ()
    is_split_by_parent: bool = False
    is_common: bool = False


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """The framework's default for missing and incomplete evidence, with the article."""

    missing: EvidencePolicy | None = None
    incomplete: EvidencePolicy | None = None
    article: str = ""


@dataclass(frozen=True, kw_only=True)
class Framework:
    """The whole set. `terms` holds the decision's own names (criterion, evidence, steps, columns)."""

    id: str
    version: str
    title: str
    totals: Totals
    nodes: tuple[Node, ...]
    standing: Standing = Standing.COMPLETE
    notice: str = ""
    short_title: str = ""
    language: str = "vi"
    decimals: int = 2
    regulation: Regulation | None = None
    terms: Mapping[str, str] = field(default_factory=dict)
    target_groups: tuple[TargetGroup, ...] = ()
    traits: tuple[Trait, ...] = ()
    grounds: tuple[Ground, ...] = ()
    evidence: Evidence = Evidence()
    zero_denominator: Policy = Policy.REVIEWER_DECIDES
    zero_denominator_article: str = ""
    peers: PeerScope = PeerScope.TARGET_GROUP
    pillars: tuple[Pillar, ...] = ()
    bands: tuple[GradeBands, ...] = ()
    ranking_tables: tuple[RankingTable, ...] = ()
    steps: tuple[Step, ...] = ()
    periods: tuple[RegularPeriod, ...] = ()
    questions: tuple[OpenQuestion | str, ...] = ()  # what the decision leaves open; a mere text is told, not asked
    remarks: tuple[Remark, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.decimals <= MAX_DECIMALS:
            raise AppError("data.malformed", path="decimals", expected=f"0–{MAX_DECIMALS}")

    @functools.cached_property
    def index(self) -> "Index":
        """The nodes by id and code, in tree order."""
        return Index(self)

    @functools.cached_property
    def digest(self) -> str:
        """SHA-256 of the canonical form: the version's identity, 64 hexadecimal digits."""
        return canonical.digest(to_json(self))


@dataclass(frozen=True, slots=True)
class Placed:
    """A node with its place: inherited role, parent id ("" at the top), depth and exact maximum.

    `criterion` is the node where it is answered, None for a group; `size` the maximum without its sign, which
    `is_negative` tells: a penalty's maximum is below zero.
    """

    node: Node
    id: str
    parent: str
    depth: int
    role: Role
    maximum: Fraction
    target_groups: tuple[str, ...]
    criterion: Criterion | None = field(init=False)
    size: Fraction = field(init=False)
    is_negative: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "criterion", self.node if isinstance(self.node, Criterion) else None)
        object.__setattr__(self, "is_negative", self.maximum < 0)
        object.__setattr__(self, "size", abs(self.maximum) if self.is_negative else self.maximum)


class Index:
    """Places of all nodes of one framework."""

    def __init__(self, framework: Framework) -> None:
        self.places: dict[str, Placed] = {}
        self.children: dict[str, list[str]] = {"": []}
        self._codes: dict[str, str] = {}
        self._maximum: Fraction = framework.totals.maximum.value
        self._maxima: dict[tuple[str, str], Fraction] = {}  # a framework never changes, and every keystroke asks
        for node in framework.nodes:
            self._add(node, "", 0, Role.SCALE, ())

    def _add(self, node: Node, parent: str, depth: int, role: Role, groups: tuple[str, ...]) -> None:
        role = node.role if node.role is not Role.SCALE else role
        groups = node.target_groups or groups
        place = Placed(node, self._free_id(node, parent), parent, depth, role, node.maximum.value, groups)
        self.places[place.id] = place
        self.children[parent].append(place.id)
        if node.code:
            self._codes.setdefault(node.code, place.id)
        if isinstance(node, Group):
            self.children[place.id] = []
            for child in node.nodes:
                self._add(child, place.id, depth + 1, role, groups)

    def _free_id(self, node: Node, parent: str) -> str:
        """The node's identity; where it has none, or one already taken (`checks` says so), one made of its place."""
        own = identity(node)
        made = (f"{own or parent}#{number}" for number in itertools.count(len(self.children[parent]) + 1))
        return next(id_ for id_ in itertools.chain([own], made) if id_ and id_ not in self.places)

    @functools.cached_property
    def topmost(self) -> tuple[Placed, ...]:
        """The nodes whose parent has another role or none, in tree order."""
        roles = {id_: place.role for id_, place in self.places.items()}
        return tuple(place for place in self.places.values() if roles.get(place.parent) is not place.role)

    def find(self, name: str) -> Placed | None:
        """The place of an id or, failing that, a code."""
        return self.places.get(name) or self.places.get(self._codes.get(name, ""))

    def criteria(self) -> Iterator[Placed]:
        """The nodes that are answered, in tree order."""
        return (place for place in self.places.values() if place.criterion is not None)

    def in_scope(self, place: Placed, target_group: str) -> bool:
        """Whether the framework puts this node to that kind of agency ("" : no kind given, everything)."""
        return not (place.target_groups and target_group and target_group not in place.target_groups)

    def maximum(self, id_: str, target_group: str = "") -> Fraction:
        """The declared maximum of a node (""; of the whole scale), less what is out of scope for a target group.

        Children that stand in for each other by target group add up to the declared maximum anyway: it stays.
        """
        known = self._maxima.get((id_, target_group))
        if known is None:
            known = self._maxima[id_, target_group] = self._reckoned(id_, target_group)
        return known

    def _reckoned(self, id_: str, target_group: str) -> Fraction:
        place = self.places.get(id_)
        declared, role = (self._maximum, Role.SCALE) if place is None else (place.maximum, place.role)
        same = [child for child in map(self.places.__getitem__, self.children.get(id_, ())) if child.role is role]
        meant = {child.id: self.maximum(child.id, target_group) for child in same if self.in_scope(child, target_group)}
        missing = sum((child.maximum - meant.get(child.id, 0) for child in same), Fraction(0))
        larger = min if declared < 0 else max  # in size: a penalty's maximum is negative
        return larger(declared - missing, sum(meant.values(), Fraction(0))) if missing else declared

    def ancestors(self, id_: str) -> Iterator[str]:
        """Ids from the node itself up to the top."""
        while id_:
            yield id_
            id_ = self.places[id_].parent


def to_json(framework: Framework) -> Any:
    """The framework as JSON, defaults left out."""
    return codec.to_json(framework)


def from_json(value: Any) -> Framework:
    """The framework `value` describes; raises `AppError("data.malformed", path=…, expected=…)`."""
    return codec.from_json(Framework, value)
