"""A regulation's periods and deadlines, written for one year, in the year of a campaign."""

from datetime import date

import pytest

from app.domain.deadline import before_day, days_before_agency_date, from_to, within_quarter
from app.domain.framework import PeriodKind, RegularPeriod, RoundField, Step, StepKind
from app.domain.planning import coming, period, rounds, steps
from app.errors import AppError
from tests.app.domain.making import framework, judged

JUNE = from_to("từ ngày 20 đến ngày 30 tháng 6", date(2022, 6, 20), date(2022, 6, 30))
DECEMBER = from_to("từ ngày 20 đến ngày 30 tháng 12", date(2022, 12, 20), date(2022, 12, 30))
TWICE = framework(
    judged("1"),
    steps=(
        Step(code="nhap", name="Nhập số liệu", kind=StepKind.SELF, deadline=JUNE),
        Step(code="tham-tra", name="Thẩm tra", kind=StepKind.APPRAISAL),
        Step(
            code="bo-sung", name="Giải trình", kind=StepKind.EXPLANATION, round=2, opens=(RoundField.EVIDENCE,),
            deadline=before_day("trước ngày 28/2", date(2023, 2, 28)),
        ),
        Step(code="cong-bo", name="Công bố", kind=StepKind.FINAL, deadline=within_quarter("Quý I", 2023, 1)),
    ),
    periods=(
        RegularPeriod(code="6", name="Kỳ tháng 6", year=2022, kind=PeriodKind.HALF_YEAR, data_from=date(2022, 1, 1)),
        RegularPeriod(code="12", name="Kỳ tháng 12", year=2022, deadlines={"nhap": DECEMBER}),
    ),
)  # fmt: skip


def test_a_period_has_its_own_deadlines_moved_to_the_year():
    june, december = rounds(TWICE, "6", 2026)[0], rounds(TWICE, "12", 2026)[0]

    assert june.deadline.last_day() == date(2026, 6, 30)
    assert december.deadline.shown() == "từ ngày 20/12/2026 đến hết ngày 30/12/2026"
    assert december.deadline.wording == DECEMBER.wording
    assert steps(TWICE, "12", 2024)[3].deadline.last_day() == date(2025, 3, 31)


def test_rounds_open_what_their_step_opens():
    first, second = rounds(TWICE, "6", 2026)

    assert (first.number, second.number) == (1, 2)
    assert second.opens == (RoundField.EVIDENCE,)
    assert second.deadline.last_day() == date(2027, 2, 27)


def test_days_of_the_data_that_nobody_named_stay_open():
    told = period(TWICE, "6", 2026)

    assert (told.title, told.kind) == ("Kỳ tháng 6 2026", PeriodKind.HALF_YEAR)
    assert (told.data_from, told.data_to) == (date(2026, 1, 1), None)


def test_a_deadline_that_hangs_on_each_agency_s_day_stays_so():
    entry = Step(code="n", name="N", kind=StepKind.SELF, deadline=days_before_agency_date("chậm nhất 03 ngày", 3))
    only = framework(judged("1"), steps=(entry,), periods=(RegularPeriod(code="n", name="Năm", year=2024),))

    assert rounds(only, "n", 2026)[0].deadline.last_day(date(2026, 11, 20)) == date(2026, 11, 17)


def test_an_unknown_period_is_refused():
    with pytest.raises(AppError, match=r"period\.unknown"):
        rounds(TWICE, "9", 2026)


def test_the_period_that_comes_next_is_offered_first():
    assert [coming(TWICE, date(2026, month, 25)) for month in (1, 6, 7, 12)] == ["6", "6", "12", "12"]
    assert coming(TWICE, date(2026, 12, 31)) == "6"
    assert coming(framework(judged("1")), date(2026, 1, 1)) == ""
