"""The decision behind a framework: its number and articles, its procedure, its periods, and what it leaves open."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.domain.deadline import Deadline


@dataclass(frozen=True, kw_only=True)
class Regulation:
    """The decision or plan behind the set; number and date may still be blank.

    `id` is the same in all sets of one decision; `annex` and `article` say where this set stands in it.
    """

    title: str
    id: str = ""
    number: str = ""
    date: datetime.date | None = None
    issuer: str = ""
    kind: str = ""
    annex: str = ""
    article: str = ""
    note: str = ""


class StepKind(StrEnum):
    """What a step of the procedure is to the engine; its name is the decision's."""

    SELF = "self"
    PRELIMINARY = "preliminary"
    APPRAISAL = "appraisal"
    EXPLANATION = "explanation"
    COUNCIL = "council"
    FINAL = "final"
    # steps without points of their own
    NOTICE = "notice"  # guidance goes out, the exercise begins
    CONFIRMATION = "confirmation"  # the agency's leader stands for the figures
    AGREEMENT = "agreement"  # both sides agree on the figures; nothing is contested afterwards
    PETITION = "petition"
    CONSOLIDATION = "consolidation"  # results are put together and go up


class RoundField(StrEnum):
    """What a later round opens again."""

    INPUTS = "inputs"
    EXPLANATION = "explanation"
    EVIDENCE = "evidence"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of the procedure, which is also a column of points; `opens` says what the agency may then change."""

    code: str
    name: str
    kind: StepKind
    round: int = 1
    actor: str = ""
    column: str = ""
    opens: tuple[RoundField, ...] = ()
    deadline: Deadline | None = None
    article: str = ""


class PeriodKind(StrEnum):
    """How long a period is; a period is not always a year."""

    YEAR = "year"
    HALF_YEAR = "half_year"
    QUARTER = "quarter"
    AD_HOC = "ad_hoc"


@dataclass(frozen=True, kw_only=True)
class RegularPeriod:
    """A period the decision has assessed again and again, written for one `year` and moved to others.

    The days of the steps' deadlines stand in the same year; `deadlines` has those that differ in this period, by the
    code of their step. `data_from`, `data_to`: None where the decision names no day.
    """

    code: str
    name: str
    year: int
    kind: PeriodKind = PeriodKind.YEAR
    data_from: datetime.date | None = None
    data_to: datetime.date | None = None
    deadlines: Mapping[str, Deadline] = field(default_factory=dict)
    article: str = ""


class ValueKind(StrEnum):
    """What is typed where a question can't be answered by choosing."""

    AMOUNT = "amount"
    DATE = "date"


@dataclass(frozen=True, kw_only=True)
class QuestionOption:
    """One way to settle an open question; `sets` is what it changes in the framework (see `questions.answered`)."""

    key: str
    label: str
    sets: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class OpenQuestion:
    """Something the decision does not settle, put to the authority instead of being assumed.

    It is answered by one of `options`, or by a value of kind `asks` which is then written at `path`
    ("totals.bonus_cap", "steps.publish.deadline.end": lists are entered by code, id or key). `answer`: what was chosen
    or typed, "" while open; `reason`: on what ground, by whom.
    """

    code: str
    words: str
    article: str = ""
    options: tuple[QuestionOption, ...] = ()
    asks: ValueKind | None = None
    path: str = ""
    answer: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Remark:
    """Something seen in the decision and left as it stands: figures that do not add up, articles that disagree.

    With `problem`, the code of a problem of `checks` (at `node`, "" for the whole), that problem is known and accepted.
    """

    words: str
    article: str = ""
    problem: str = ""
    node: str = ""
