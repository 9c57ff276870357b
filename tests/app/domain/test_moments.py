"""Moments at the edges of the calendar: shown without leaving it, and read only where a clock can be."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.domain.moments import VIETNAM, in_vietnam, order_said, read_moment

EAST, WEST = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))


def test_no_end_is_shown_as_the_last_day_there_is() -> None:
    no_end = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)  # RFC 5280, 4.1.2.5
    assert in_vietnam(no_end).isoformat() == "9999-12-31T23:59:59+07:00"
    assert in_vietnam(datetime(9999, 12, 31, 23, tzinfo=WEST)).year == 9999


def test_what_lies_before_the_first_day_is_shown_as_the_first() -> None:
    assert in_vietnam(datetime(1, 1, 1, tzinfo=EAST)).isoformat() == "0001-01-01T00:00:00+07:00"
    assert in_vietnam(datetime(1, 1, 1, tzinfo=UTC)).isoformat() == "0001-01-01T07:00:00+07:00"


def test_any_other_moment_stays_the_same_moment() -> None:
    moment = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
    assert (in_vietnam(moment), in_vietnam(moment).day) == (moment, 21)
    assert in_vietnam(moment).tzinfo is VIETNAM


@pytest.mark.parametrize(
    "told", ["2026-11-20T08:00:00+07:00", "1970-01-01T00:00:00+00:00", "2107-12-31T23:59:58-12:00"]
)
def test_what_a_wrong_clock_shows_is_still_read(told: str) -> None:
    assert read_moment(told).isoformat() == told


@pytest.mark.parametrize(
    "told",
    ["", "abc", "2026-11-20", "2026-11-20T08:00:00", "0001-01-01T00:00:00+07:00", "9999-12-31T23:59:59-12:00"],
)
def test_a_moment_without_a_zone_or_of_no_clock_is_refused(told: str) -> None:
    with pytest.raises(ValueError, match=r"clock can show|Invalid isoformat"):
        read_moment(told)


NOW = "2026-11-02T14:32:00+07:00"


def test_what_was_said_is_ordered_by_its_senders_clock() -> None:
    assert order_said("2026-11-01T08:00:00+07:00", NOW) < order_said("2026-11-02T08:00:00+07:00", NOW)
    assert order_said("2026-11-03T08:00:00+07:00", NOW)[0].day == 3  # two clocks may differ by some hours


@pytest.mark.parametrize("claimed", ["2099-01-01T08:00:00+07:00", "9998-12-31T23:59:59-12:00"])
def test_a_clock_that_ran_ahead_outdates_nothing_said_after_it_was_heard(claimed: str) -> None:
    wrong = order_said(claimed, NOW)
    assert order_said("2026-11-01T08:00:00+07:00", "2026-11-05T08:00:00+07:00") < wrong < order_said(NOW, NOW)
    assert wrong < order_said("2026-11-02T14:33:00+07:00", "2026-11-05T08:00:00+07:00")


def test_what_names_no_time_was_said_when_it_was_loaded() -> None:
    assert order_said("", NOW) == order_said(NOW, NOW)
