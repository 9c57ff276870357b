"""Bands as one types them into a cell."""

import pytest

from app.domain.codec import Amount
from app.domain.rules import Band
from app.sheets.cells import Unfit
from app.sheets.grade_text import bands_in, bands_of


def sides(text):
    (band,) = bands_in(f"{text}: tối đa")
    return {side: str(limit) for side in ("at_least", "above", "below", "up_to") if (limit := getattr(band, side))}


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("từ 50% đến dưới 75%", {"at_least": "50%", "below": "75%"}),
        (">= 50% - < 75%", {"at_least": "50%", "below": "75%"}),
        ("trên 50% đến hết 75%", {"above": "50%", "up_to": "75%"}),
        ("> 50% - <= 75%", {"above": "50%", "up_to": "75%"}),
        ("≥ 50% đến ≤ 75%", {"at_least": "50%", "up_to": "75%"}),
        ("trên 80,5%", {"above": "80.5%"}),
        ("đến hết 20", {"up_to": "20"}),
        ("≤ 20", {"up_to": "20"}),
        ("dưới 20", {"below": "20"}),
        ("mọi giá trị", {}),
    ],
)
def test_limits_are_read_with_the_side_they_are_on(text, limits):
    assert sides(text) == limits


@pytest.mark.parametrize("text", ["từ 50% đến 75%", "", "khoảng 50%", "trên", "> 5 - > 6"])
def test_limits_that_may_mean_two_things_are_not_read(text):
    with pytest.raises(Unfit):
        bands_in(f"{text}: tối đa")


@pytest.mark.parametrize(
    "limits",
    [
        {"at_least": "5", "up_to": "9"},
        {"above": "5", "below": "9"},
        {"above": "5"},
        {"up_to": "9"},
        {"at_least": "5"},
        {"below": "9"},
        {},
    ],
)
def test_what_is_written_is_read_back(limits):
    bands = (Band(**{side: Amount(text) for side, text in limits.items()}),)

    assert bands_in(bands_of(bands)) == bands
