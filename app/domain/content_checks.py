"""What a content must say in the written form before anything of it is kept: moments, days, numbers, known words.

A claim of points may differ from what its reader computes; it may not be something else than a number.
"""

from collections.abc import Iterable
from datetime import date

from app.domain.appraisal import Opinion
from app.domain.contents import FeedbackContent, Figures, ReceiptContent, ResultContent, SubmissionContent
from app.domain.moments import read_moment
from app.domain.numbers import from_stored
from app.domain.receiving import Place
from app.errors import AppError

_LIGHTS = {"VALID", "UNKNOWN", "INVALID"}


def check(content: object) -> None:
    """Raises `AppError("data.malformed", path=…, expected=…)` for the first thing that is not in its form."""
    match content:
        case SubmissionContent():
            _check_figures(content.figures)
            _numbers("claims", (claim.points for claim in content.claims.values()))
            if content.confirmation is not None:
                _moment("confirmation.at", content.confirmation.at)
        case FeedbackContent():
            _check_figures(content.figures)
            _numbers("nodes.points", (node.points for node in content.nodes.values()))
            _among("nodes.opinion", (node.opinion for node in content.nodes.values()), set(Opinion))
            _day("deadline", content.deadline)
        case ReceiptContent():
            for item in content.items:
                _moment("items.received_at", item.received_at)
                _among("items.place", (item.place,), set(Place))
                _among("items", (item.integrity, item.seal, item.people or "VALID"), _LIGHTS)
        case ResultContent():
            _moment("published_at", content.published_at)
            _numbers("tables.rows.value", (row.value for table in content.tables for row in table.rows))
            if content.own is not None:
                _check_figures(content.own.figures)
                _numbers("own.points", (*content.own.points.values(), *content.own.self_points.values()))
        case _:
            pass


def _check_figures(told: Figures | None) -> None:
    if told is not None:
        sums = (told.scale_points, told.maximum, told.effective_maximum, told.bonus, told.penalty, told.total)
        _numbers("figures", (*sums, told.percent, *told.pillars.values()))


def _numbers(path: str, values: Iterable[str | None]) -> None:
    for value in values:
        if value is not None:
            try:
                from_stored(value)
            except AppError as error:
                raise _malformed(path, "n/d") from error


def _moment(path: str, told: str) -> None:
    try:
        read_moment(told)
    except ValueError as error:
        raise _malformed(path, "yyyy-mm-ddThh:mm:ss+hh:mm") from error


def _day(path: str, told: str) -> None:
    try:
        if told and date.fromisoformat(told).isoformat() != told:
            raise _malformed(path, "yyyy-mm-dd")
    except ValueError as error:
        raise _malformed(path, "yyyy-mm-dd") from error


def _among(path: str, values: Iterable[str], known: Iterable[str]) -> None:
    if not set(values) <= set(known):
        raise _malformed(path, " | ".join(sorted(known)))


def _malformed(path: str, expected: str) -> AppError:
    return AppError("data.malformed", path=path, expected=expected)
