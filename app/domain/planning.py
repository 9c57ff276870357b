"""From a regulation to a campaign: its period and rounds in a given year, with the days they mean then."""

from dataclasses import replace
from datetime import date

from app.domain.campaign import Period, Round
from app.domain.deadline import Deadline, years_later
from app.domain.framework import Framework, RegularPeriod, Step, StepKind
from app.errors import AppError

_SENT_BY_AGENCY = (StepKind.SELF, StepKind.EXPLANATION)


def regular_period(framework: Framework, code: str) -> RegularPeriod:
    """The period with this code; raises `AppError("period.unknown", period=code)`."""
    found = next((item for item in framework.periods if item.code == code), None)
    if found is None:
        raise AppError("period.unknown", period=code)
    return found


def steps(framework: Framework, code: str, year: int) -> tuple[Step, ...]:
    """The steps as they fall in this period of `year`: its own deadlines before the steps', moved to the year."""
    known = regular_period(framework, code)

    def moved(step: Step) -> Deadline | None:
        deadline = known.deadlines.get(step.code, step.deadline)
        return deadline.moved(year - known.year) if deadline is not None else None

    return tuple(replace(step, deadline=moved(step)) for step in framework.steps)


def period(framework: Framework, code: str, year: int) -> Period:
    """The period of a campaign; days of the data that the decision does not name stay open."""
    known = regular_period(framework, code)
    first, last = (day and years_later(day, year - known.year) for day in (known.data_from, known.data_to))
    return Period(title=f"{known.name} {year}", kind=known.kind, data_from=first, data_to=last)


def rounds(framework: Framework, code: str, year: int) -> tuple[Round, ...]:
    """The rounds in which agencies hand in: one for each step in which they answer, in the order of the steps."""
    made: dict[int, Round] = {}
    for step in steps(framework, code, year):
        if step.kind in _SENT_BY_AGENCY and step.round not in made:
            opened = Round(number=step.round, deadline=step.deadline)
            made[step.round] = replace(opened, opens=step.opens) if step.opens else opened
    return tuple(made[number] for number in sorted(made)) or (Round(number=1),)


def coming(framework: Framework, today: date) -> str:
    """Code of the first period whose answers are not due yet in the year of `today`; the first where all are past."""
    for known in framework.periods:
        deadline = rounds(framework, known.code, today.year)[0].deadline
        if deadline is not None and (deadline.days_left(today) or 0) >= 0:
            return known.code
    return framework.periods[0].code if framework.periods else ""
