"""A campaign: a regulation carried out for one period, for named agencies, in rounds."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.domain import codec
from app.domain.agency import Agency, Authority
from app.domain.deadline import Deadline
from app.domain.framework import PeriodKind, RoundField
from app.errors import AppError

__all__ = [
    "UNNAMED_AUTHORITY",
    "Campaign",
    "Demand",
    "FrameworkReference",
    "Period",
    "PeriodKind",  # a regulation names its periods by it
    "Round",
    "from_json",
    "to_json",
]

UNNAMED_AUTHORITY = "unnamed"  # of work begun before a campaign came: it stands for whoever will send one


class Demand(StrEnum):
    """Which confirmation of people a campaign asks for."""

    CONFIRMED = "confirmed"  # a named leader confirms in the program
    WET_SIGNED = "wet_signed"
    LEADER = "leader"
    LEADER_AND_AGENCY = "leader_and_agency"


@dataclass(frozen=True, kw_only=True)
class Period:
    """The time assessed, with the first and last day of its data."""

    title: str
    kind: PeriodKind = PeriodKind.YEAR
    data_from: datetime.date | None = None
    data_to: datetime.date | None = None
    is_cumulative: bool = False


@dataclass(frozen=True, kw_only=True)
class Round:
    """One round of submissions: what the agency may change in it and until when. Round 1 opens everything."""

    number: int
    deadline: Deadline | None = None
    opens: tuple[RoundField, ...] = (RoundField.EXPLANATION, RoundField.EVIDENCE)
    evidence_days: int = 0  # how many days volumes of evidence may follow the figures


@dataclass(frozen=True, kw_only=True)
class FrameworkReference:
    """Which exact framework version a target group answers (empty: all groups)."""

    id: str
    version: str
    digest: str
    target_group: str = ""


@dataclass(frozen=True, kw_only=True)
class Campaign:
    """What the authority sends out. `revision` counts its corrections; `earlier`: versions answered on before them."""

    id: str
    title: str
    authority: Authority
    period: Period
    frameworks: tuple[FrameworkReference, ...]
    agencies: tuple[Agency, ...]
    rounds: tuple[Round, ...]
    revision: int = 1
    earlier: tuple[FrameworkReference, ...] = ()
    demand: Demand = Demand.CONFIRMED
    guidance: str = ""
    is_sample: bool = False

    def agency(self, code: str) -> Agency | None:
        """The agency with this code, if it takes part."""
        return next((agency for agency in self.agencies if agency.code == code), None)

    def round(self, number: int) -> Round:
        """The round with this number; a round beyond the last has the last one's rules."""
        last = self.rounds[-1] if self.rounds else Round(number=number)
        return next((round_ for round_ in self.rounds if round_.number == number), last)

    def reference(self, agency: Agency) -> FrameworkReference:
        """The framework version this agency answers: its target group's, else the one for all groups.

        Raises `AppError("campaign.no_framework")` when there is neither.
        """
        for group in (agency.target_group, ""):
            for item in self.frameworks:
                if item.target_group == group:
                    return item
        raise AppError("campaign.no_framework", agency=agency.name, target_group=agency.target_group)

    def version_of(self, agency: Agency, digest: str) -> FrameworkReference | None:
        """The version with this digest, if this agency may or once might answer on it in this campaign."""
        present = self.reference(agency)
        known = (present, *(item for item in self.earlier if item.target_group == present.target_group))
        return next((item for item in known if item.digest == digest), None)


def to_json(campaign: Campaign) -> Any:
    """The campaign as JSON, defaults left out."""
    return codec.to_json(campaign)


def from_json(value: Any) -> Campaign:
    """The campaign `value` describes; raises `AppError("data.malformed")`."""
    return codec.from_json(Campaign, value)
