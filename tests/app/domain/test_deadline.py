"""Deadlines: the real wordings of the five decisions, both sides of every border."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import deadline
from app.domain.deadline import VIETNAM, Deadline, DeadlineKind
from app.errors import AppError

INSPECTION = date(2026, 11, 20)

# (deadline, first day, last day, shown)
CASES = [
    (
        deadline.before_day("trước ngày 15/11", date(2026, 11, 15)),
        None,
        date(2026, 11, 14),
        "hết ngày 14/11/2026",
    ),
    (
        deadline.before_day("trước ngày 31 tháng 12 hằng năm", date(2026, 12, 31)),
        None,
        date(2026, 12, 30),
        "hết ngày 30/12/2026",
    ),
    (
        deadline.before_day("Trước ngày 10/01 của năm liền kề", date(2027, 1, 10)),
        None,
        date(2027, 1, 9),
        "hết ngày 09/01/2027",
    ),
    (
        deadline.before_day("trước ngày 01/01", date(2027, 1, 1)),
        None,
        date(2026, 12, 31),
        "hết ngày 31/12/2026",
    ),
    (
        deadline.before_day("trước ngày 01/3", date(2028, 3, 1)),
        None,
        date(2028, 2, 29),
        "hết ngày 29/02/2028",
    ),
    (
        deadline.through_day("chậm nhất ngày 30/11", date(2026, 11, 30)),
        None,
        date(2026, 11, 30),
        "hết ngày 30/11/2026",
    ),
    (
        deadline.from_to("từ ngày 20 đến ngày 30 tháng 6", date(2026, 6, 20), date(2026, 6, 30)),
        date(2026, 6, 20),
        date(2026, 6, 30),
        "từ ngày 20/06/2026 đến hết ngày 30/06/2026",
    ),
    (
        deadline.within_month("tháng 12", 2026, 12),
        date(2026, 12, 1),
        date(2026, 12, 31),
        "từ ngày 01/12/2026 đến hết ngày 31/12/2026",
    ),
    (
        deadline.within_month("tháng 2", 2027, 2),
        date(2027, 2, 1),
        date(2027, 2, 28),
        "từ ngày 01/02/2027 đến hết ngày 28/02/2027",
    ),
    (
        deadline.within_quarter("Quý I của năm sau", 2027, 1),
        date(2027, 1, 1),
        date(2027, 3, 31),
        "từ ngày 01/01/2027 đến hết ngày 31/03/2027",
    ),
    (
        deadline.within_quarter("quý II của năm liền kề", 2027, 2),
        date(2027, 4, 1),
        date(2027, 6, 30),
        "từ ngày 01/04/2027 đến hết ngày 30/06/2027",
    ),
    (
        deadline.within_quarter("Quý IV", 2026, 4),
        date(2026, 10, 1),
        date(2026, 12, 31),
        "từ ngày 01/10/2026 đến hết ngày 31/12/2026",
    ),
    (
        deadline.days_before_agency_date("chậm nhất 3 ngày trước ngày kiểm tra", 3),
        None,
        date(2026, 11, 17),
        "hết ngày 17/11/2026",
    ),
]
IDS = [case[0].wording for case in CASES]


@pytest.mark.parametrize(("due", "first", "last", "shown"), CASES, ids=IDS)
def test_the_days_a_wording_means(due: Deadline, first: date | None, last: date, shown: str) -> None:
    assert due.first_day == first
    assert due.last_day(INSPECTION) == last
    assert due.shown("vi", INSPECTION) == shown


@pytest.mark.parametrize(("due", "first", "last", "shown"), CASES, ids=IDS)
def test_both_sides_of_the_last_moment(due: Deadline, first: date | None, last: date, shown: str) -> None:
    moment = due.last_moment(INSPECTION)
    assert moment == datetime(last.year, last.month, last.day, 23, 59, 59, 999999, VIETNAM)
    assert not due.is_late(moment, INSPECTION)
    assert due.is_late(moment + timedelta(microseconds=1), INSPECTION)


@pytest.mark.parametrize(("due", "first", "last", "shown"), CASES, ids=IDS)
def test_days_left_on_both_sides(due: Deadline, first: date | None, last: date, shown: str) -> None:
    left = [due.days_left(last + timedelta(days=days), INSPECTION) for days in (-12, -1, 0, 1)]
    assert left == [12, 1, 0, -1]


def test_the_day_is_vietnams_wherever_the_clock_stands() -> None:
    due = deadline.before_day("trước ngày 15/11", date(2026, 11, 15))
    assert not due.is_late(datetime(2026, 11, 14, 16, 59, 59, tzinfo=UTC))
    assert due.is_late(datetime(2026, 11, 14, 17, 0, tzinfo=UTC))
    assert not due.is_late(datetime(2026, 11, 15, 1, 0, tzinfo=timezone(timedelta(hours=9))))
    with pytest.raises(ValueError, match="time zone"):
        due.is_late(datetime(2026, 11, 14))


def test_a_date_nobody_has_set_leaves_it_open() -> None:
    due = deadline.days_before_agency_date("chậm nhất 3 ngày trước ngày kiểm tra", 3)
    assert due.last_day() is None
    assert due.last_moment() is None
    assert due.days_left(date(2026, 11, 1)) is None
    assert not due.is_late(datetime(2099, 1, 1, tzinfo=VIETNAM))
    assert due.shown() == "chậm nhất 3 ngày trước ngày kiểm tra"
    assert due.last_day(date.min) == date.min


def test_english() -> None:
    assert CASES[0][0].shown("en") == "through 14/11/2026"
    assert CASES[6][0].shown("en") == "from 20/06/2026 through 30/06/2026"


@pytest.mark.parametrize(("due", "first", "last", "shown"), CASES, ids=IDS)
def test_json_comes_back(due: Deadline, first: date | None, last: date, shown: str) -> None:
    assert deadline.from_json(deadline.to_json(due)) == due


def test_json_says_no_more_than_the_kind_needs() -> None:
    assert deadline.to_json(CASES[0][0]) == {
        "wording": "trước ngày 15/11",
        "kind": "before_day",
        "end": "2026-11-15",
    }
    assert deadline.to_json(CASES[-1][0]) == {
        "wording": "chậm nhất 3 ngày trước ngày kiểm tra",
        "kind": "days_before_agency_date",
        "days": 3,
    }


GOOD = {"wording": "trước ngày 15/11", "kind": "before_day", "end": "2026-11-15"}
BAD: list[Any] = [
    None,
    [],
    "trước ngày 15/11",
    {},
    {**GOOD, "kind": "soon"},
    {**GOOD, "wording": " "},
    {**GOOD, "wording": 15},
    {**GOOD, "end": "15/11/2026"},
    {**GOOD, "end": "20261115"},
    {**GOOD, "end": "2026-W46-7"},
    {**GOOD, "end": "2026-11-31"},
    {**GOOD, "end": "0001-01-01"},
    {**GOOD, "end": None},
    {**GOOD, "start": None},
    {**GOOD, "start": "2026-11-01"},
    {**GOOD, "days": 3},
    {**GOOD, "note": ""},
    {"wording": "x", "kind": "before_day"},
    {"wording": "x", "kind": "through_day", "start": "2026-11-01"},
    {"wording": "x", "kind": "within_month", "start": "2026-12-02"},
    {"wording": "x", "kind": "within_month", "start": "9999-12-01"},
    {"wording": "x", "kind": "within_quarter", "start": "2026-12-01"},
    {"wording": "x", "kind": "from_to", "start": "2026-06-30", "end": "2026-06-20"},
    {"wording": "x", "kind": "from_to", "start": "2026-06-20"},
    {"wording": "x", "kind": "days_before_agency_date", "days": -1},
    {"wording": "x", "kind": "days_before_agency_date", "days": 367},
    {"wording": "x", "kind": "days_before_agency_date", "days": True},
    {"wording": "x", "kind": "days_before_agency_date", "days": "3"},
]


@pytest.mark.parametrize("value", BAD, ids=repr)
def test_json_of_another_form_is_refused(value: Any) -> None:
    with pytest.raises(AppError) as caught:
        deadline.from_json(value)
    assert caught.value.code == "deadline.malformed"


@pytest.mark.parametrize(("year", "month"), [(2026, 0), (2026, 13), (0, 1), (9999, 12)])
def test_months_that_do_not_exist(year: int, month: int) -> None:
    with pytest.raises(AppError, match=r"deadline\.malformed"):
        deadline.within_month("tháng", year, month)


@pytest.mark.parametrize("quarter", [0, 5])
def test_quarters_that_do_not_exist(quarter: int) -> None:
    with pytest.raises(AppError, match=r"deadline\.malformed"):
        deadline.within_quarter("quý", 2026, quarter)


@pytest.mark.parametrize(
    ("due", "last"),
    [
        (deadline.before_day("trước ngày 15/11", date(2026, 11, 15)), date(2027, 11, 14)),
        (deadline.before_day("trước ngày 29/2", date(2028, 2, 29)), date(2029, 2, 28)),
        (deadline.through_day("hết ngày 29/2", date(2028, 2, 29)), date(2029, 2, 28)),
        (deadline.within_month("tháng 2", 2027, 2), date(2028, 2, 29)),
        (deadline.within_quarter("Quý I", 2027, 1), date(2028, 3, 31)),
        (deadline.from_to("từ 20 đến 30/6", date(2026, 6, 20), date(2026, 6, 30)), date(2027, 6, 30)),
        (deadline.days_before_agency_date("3 ngày trước", 3), date(2026, 11, 17)),
    ],
)
def test_the_same_words_a_year_later(due: Deadline, last: date) -> None:
    assert due.moved(1).last_day(INSPECTION) == last
    assert due.moved(1).wording == due.wording
    assert due.moved(0) == due


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_late_is_exactly_after_the_last_day(day: date, received: date) -> None:
    noon = datetime(received.year, received.month, received.day, 12, tzinfo=VIETNAM)
    for due in (
        deadline.before_day("trước", day),
        deadline.through_day("hết", day),
        deadline.within_month("trong tháng", day.year, day.month),
        deadline.within_quarter("trong quý", day.year, (day.month + 2) // 3),
        deadline.from_to("từ đến", day, day),
    ):
        left = due.days_left(received)
        assert left is not None
        assert due.is_late(noon) == (left < 0)
        first, last = due.first_day, due.last_day()
        assert last is not None
        assert (first or date.min) <= last
        if due.kind in (DeadlineKind.WITHIN_MONTH, DeadlineKind.WITHIN_QUARTER):
            assert first is not None
            assert first <= day <= last
            assert (last + timedelta(days=1)).day == 1
