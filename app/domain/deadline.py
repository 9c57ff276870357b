"""Deadlines as decisions word them, and the last day each wording means.

The words of the decision are kept beside a kind that can be reckoned with. What counts is the day on which
the authority received something, in Vietnam's time; nothing here refuses anything because of a date.
"""

from dataclasses import dataclass
from datetime import MINYEAR, date, datetime, time, timedelta
from enum import StrEnum

from app.domain import codec
from app.domain.canonical import Json
from app.domain.moments import VIETNAM as VIETNAM
from app.domain.moments import in_vietnam
from app.domain.text import date_text
from app.errors import AppError

MAX_DAYS = 366


class DeadlineKind(StrEnum):
    """What the words of a deadline mean."""

    BEFORE_DAY = "before_day"
    THROUGH_DAY = "through_day"
    WITHIN_MONTH = "within_month"
    WITHIN_QUARTER = "within_quarter"
    DAYS_BEFORE_AGENCY_DATE = "days_before_agency_date"
    FROM_TO = "from_to"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline in a decision's own words; make one with the functions of the same module.

    `end` is the day named by "before" (itself too late), "through" and "from – to"; `start` the first day of
    "from – to", of the month or of the quarter; `days` how many before a date that each agency has.
    Raises `AppError("deadline.malformed", wording=…)` when these do not fit the kind.
    """

    wording: str
    kind: DeadlineKind
    start: date | None = None
    end: date | None = None
    days: int | None = None

    def __post_init__(self) -> None:
        if not (self.wording.strip() and self._fits()):
            raise AppError("deadline.malformed", wording=self.wording[:80])

    def _fits(self) -> bool:
        match self.kind, self.start, self.end, self.days:
            case DeadlineKind.BEFORE_DAY, None, date() as end, None:
                return end > date.min
            case DeadlineKind.THROUGH_DAY, None, date(), None:
                return True
            case DeadlineKind.WITHIN_MONTH, date() as start, None, None:
                return start.day == 1 and start.year < 9999
            case DeadlineKind.WITHIN_QUARTER, date() as start, None, None:
                return start.day == 1 and start.month % 3 == 1 and start.year < 9999
            case DeadlineKind.DAYS_BEFORE_AGENCY_DATE, None, None, int() as days:
                return 0 <= days <= MAX_DAYS
            case DeadlineKind.FROM_TO, date() as start, date() as end, None:
                return start <= end
        return False

    @property
    def first_day(self) -> date | None:
        """The day on which it begins, where the wording names one ("từ 20 đến 30 tháng 6", "tháng 12")."""
        return self.start

    def last_day(self, agency_date: date | None = None) -> date | None:
        """The last day that is still in time; None while it hangs on an `agency_date` nobody has set."""
        match self.kind:
            case DeadlineKind.BEFORE_DAY:
                return self.end and self.end - timedelta(days=1)
            case DeadlineKind.WITHIN_MONTH:
                return self.start and _months_later(self.start, 1) - timedelta(days=1)
            case DeadlineKind.WITHIN_QUARTER:
                return self.start and _months_later(self.start, 3) - timedelta(days=1)
            case DeadlineKind.DAYS_BEFORE_AGENCY_DATE:
                return agency_date and _days_earlier(agency_date, self.days or 0)
            case _:
                return self.end

    def last_moment(self, agency_date: date | None = None) -> datetime | None:
        """The end of the last day in Vietnam's time, 23:59:59.999999 +07:00; None as for `last_day`."""
        day = self.last_day(agency_date)
        return None if day is None else datetime.combine(day, time.max, VIETNAM)

    def is_late(self, received_at: datetime, agency_date: date | None = None) -> bool:
        """Whether `received_at`, which carries a time zone, is after the last day; False if there is none."""
        if received_at.tzinfo is None:
            raise ValueError("a moment without a time zone")
        last = self.last_day(agency_date)
        return last is not None and in_vietnam(received_at).date() > last

    def days_left(self, today: date, agency_date: date | None = None) -> int | None:
        """Days from `today` to the last day: 0 on that day, negative after it; None while there is none."""
        last = self.last_day(agency_date)
        return None if last is None else (last - today).days

    def shown(self, language: str = "vi", agency_date: date | None = None) -> str:
        """The last moment meant, "hết ngày 14/11/2026"; the decision's words while there is no last day."""
        last = self.last_day(agency_date)
        if last is None:
            return self.wording
        through, span = _SHOWN[language]
        template = through if self.first_day is None else span
        return template.format(first=self.first_day and date_text(self.first_day), last=date_text(last))

    def moved(self, years: int) -> "Deadline":
        """The same wording for a period `years` later; 29 February becomes the last day of February."""
        start = self.start and years_later(self.start, years)
        end = self.end and years_later(self.end, years)
        if self.kind is DeadlineKind.BEFORE_DAY and self.end and end and (self.end.day != end.day):
            end += timedelta(days=1)  # before 29/02 still lets 28/02 in
        return Deadline(self.wording, self.kind, start, end, self.days)


_SHOWN = {
    "vi": ("hết ngày {last}", "từ ngày {first} đến hết ngày {last}"),
    "en": ("through {last}", "from {first} through {last}"),
}


def before_day(wording: str, day: date) -> Deadline:
    """ "trước ngày 15/11": 14/11 is the last day."""
    return Deadline(wording, DeadlineKind.BEFORE_DAY, end=day)


def through_day(wording: str, day: date) -> Deadline:
    """ "đến hết ngày 30/11", "chậm nhất ngày 30/11": that day is the last."""
    return Deadline(wording, DeadlineKind.THROUGH_DAY, end=day)


def within_month(wording: str, year: int, month: int) -> Deadline:
    """ "trong tháng 12": from the first to the last day of the month."""
    return Deadline(wording, DeadlineKind.WITHIN_MONTH, start=_first_of(wording, year, month))


def within_quarter(wording: str, year: int, quarter: int) -> Deadline:
    """ "trong Quý I": from the first to the last day of the quarter, 1 to 4."""
    return Deadline(wording, DeadlineKind.WITHIN_QUARTER, start=_first_of(wording, year, 3 * quarter - 2))


def days_before_agency_date(wording: str, days: int) -> Deadline:
    """ "chậm nhất 3 ngày trước ngày kiểm tra": that many days before each agency's date is the last."""
    return Deadline(wording, DeadlineKind.DAYS_BEFORE_AGENCY_DATE, days=days)


def from_to(wording: str, first: date, last: date) -> Deadline:
    """ "từ ngày 20 đến ngày 30 tháng 6": both days are in time."""
    return Deadline(wording, DeadlineKind.FROM_TO, start=first, end=last)


def to_json(deadline: Deadline) -> Json:
    """``{"wording", "kind"}`` with "start", "end" (yyyy-mm-dd) or "days" as the kind needs."""
    return codec.to_json(deadline)


def from_json(value: Json) -> Deadline:
    """The deadline whose JSON is exactly `value`; raises `AppError("deadline.malformed")`."""
    try:
        deadline = codec.from_json(Deadline, value)
    except AppError as error:
        raise AppError("deadline.malformed", **error.details) from error
    if to_json(deadline) != value:  # Python reads more forms of a date than are written
        raise AppError("deadline.malformed", wording=deadline.wording[:80])
    return deadline


def _first_of(wording: str, year: int, month: int) -> date:
    if not (MINYEAR <= year < 9999 and 1 <= month <= 12):
        raise AppError("deadline.malformed", wording=wording[:80])
    return date(year, month, 1)


def _months_later(first: date, months: int) -> date:
    later = first.month - 1 + months
    return date(first.year + later // 12, later % 12 + 1, 1)


def _days_earlier(day: date, days: int) -> date:
    return date.fromordinal(max(day.toordinal() - days, 1))  # a hostile date in year 1 must not end the program


def years_later(day: date, years: int) -> date:
    """The same day in another year; 29 February becomes the last of February."""
    if (day.month, day.day) == (2, 29):
        march = date(day.year + years, 3, 1)
        return march - timedelta(days=1)
    return day.replace(year=day.year + years)
