"""Moments as files and certificates tell them: every one can be shown, and only one with a place in time is read.

At the edges of the calendar a zone leads out of it: RFC 5280, 4.1.2.5, writes "no end" as 31/12/9999 23:59:59 UTC.
"""

from datetime import datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "+07:00")
_FIRST = datetime(1, 1, 1, tzinfo=VIETNAM)
_LAST = datetime(9999, 12, 31, 23, 59, 59, tzinfo=VIETNAM)
FIRST_YEAR, LAST_YEAR = 1900, 9998
"""Between which a told time lies: no computer's clock is refused, however wrong, and every zone leads to a day."""


def in_vietnam(moment: datetime) -> datetime:
    """`moment` by Vietnam's clock; the first or the last there is, where that would lie outside the calendar."""
    try:
        return moment.astimezone(VIETNAM)
    except OverflowError:
        return _FIRST if moment.year == _FIRST.year else _LAST


def read_moment(told: str) -> datetime:
    """The moment of ISO text with its zone; raises `ValueError` where it has none, or lies outside all clocks."""
    moment = datetime.fromisoformat(told)
    if moment.tzinfo is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError("a moment with its zone, of a year that a clock can show")
    return moment


def order_said(claimed: str, loaded: str) -> tuple[datetime, bool]:
    """By what to order what came in files: when it was said, as its sender's clock claims; both ISO text with a zone.

    A clock more than a day ahead of the moment it was loaded here is wrong, and that moment stands for it, behind
    whatever was said just then: one slip must not outdate everything said afterwards.
    """
    at = datetime.fromisoformat(loaded)
    told = datetime.fromisoformat(claimed or loaded)
    return (told, True) if told <= at + timedelta(days=1) else (at, False)
