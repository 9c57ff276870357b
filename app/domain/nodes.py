"""The nodes of a framework: groups, criteria, and the inputs a criterion asks for."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from app.domain.codec import Amount
from app.domain.rules import Policy, Rule


class Role(StrEnum):
    """Whether a node counts inside the scale or beside it (bonus adds, penalty subtracts: negative maximum)."""

    SCALE = "scale"
    BONUS = "bonus"
    PENALTY = "penalty"


class EvidencePolicy(StrEnum):
    """What holds where evidence is missing or incomplete."""

    EXPLANATION_ACCEPTED = "explanation_accepted"
    ZERO_FINAL = "zero_final"
    NEXT_ROUND = "next_round"
    REVIEWER_DECIDES = "reviewer_decides"


class InputKind(StrEnum):
    """How an input is answered."""

    NUMBER = "number"
    INTEGER = "integer"
    YES_NO = "yes_no"
    CHOICE = "choice"
    IMPORTED = "imported"  # a number taken from a system or another index, with its source


@dataclass(frozen=True, kw_only=True)
class Option:
    """One answer of a choice."""

    key: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Input:
    """One figure or answer a criterion asks for, labelled in words.

    `may_be_absent`: "none" is an allowed answer (no comparable previous period). `minimum`, `maximum`: bounds of a
    number; None is no bound.
    """

    key: str
    label: str
    kind: InputKind = InputKind.NUMBER
    unit: str = ""
    hint: str = ""
    minimum: Amount | None = Amount("0")
    maximum: Amount | None = None
    options: tuple[Option, ...] = ()
    may_be_absent: bool = False


@dataclass(frozen=True, kw_only=True)
class LegalBasis:
    """A document a criterion rests on, and the day it ceased to hold."""

    text: str
    ended: datetime.date | None = None


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """A node that is answered and scored by its rule.

    `original`: the decision's own row, word for word, by the heading of each column.
    """

    TAG: ClassVar[str] = "criterion"
    title: str
    maximum: Amount
    rule: Rule
    id: str = ""
    code: str = ""
    role: Role = Role.SCALE
    inputs: tuple[Input, ...] = ()
    method: str = ""  # how it is determined, in the decision's wording
    guidance: str = ""
    evidence_guidance: tuple[str, ...] = ()
    evidence_required: bool = True
    missing_evidence: EvidencePolicy | None = None
    incomplete_evidence: EvidencePolicy | None = None
    zero_denominator: Policy | None = None
    target_groups: tuple[str, ...] = ()  # empty: all
    unit: str = ""
    data_source: str = ""
    verifier: str = ""
    owner: str = ""
    legal_basis: tuple[LegalBasis, ...] = ()
    note: str = ""
    original: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Group:
    """An inner node with a declared maximum; `declared_count` counts criteria a skeleton still lacks."""

    TAG: ClassVar[str] = "group"
    title: str
    maximum: Amount
    id: str = ""
    code: str = ""
    role: Role = Role.SCALE
    nodes: "tuple[Criterion | Group, ...]" = ()
    declared_count: int | None = None
    target_groups: tuple[str, ...] = ()
    note: str = ""
    original: Mapping[str, str] = field(default_factory=dict)


Node = Criterion | Group


def identity(node: Node) -> str:
    """The node's id; where the data gives none, its code."""
    return node.id or node.code
