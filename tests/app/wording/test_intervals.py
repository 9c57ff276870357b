"""Intervals in words."""

import pytest

from app.wording.intervals import interval_text


@pytest.mark.parametrize(
    ("limits", "vietnamese", "english"),
    [
        ({"at_least": "60 %"}, "từ 60 % trở lên", "60 % or more"),
        ({"above": "60 %"}, "trên 60 %", "above 60 %"),
        ({"below": "60 %"}, "dưới 60 %", "below 60 %"),
        ({"up_to": "60 %"}, "từ 60 % trở xuống", "60 % or less"),
        ({"at_least": "60 %", "below": "85 %"}, "từ 60 % đến dưới 85 %", "from 60 % to below 85 %"),
        ({"at_least": "60 %", "up_to": "85 %"}, "từ 60 % đến 85 %", "from 60 % to 85 %"),
        ({"above": "60 %", "below": "85 %"}, "trên 60 % đến dưới 85 %", "above 60 % and below 85 %"),
        ({"above": "60 %", "up_to": "85 %"}, "trên 60 % đến 85 %", "above 60 % up to 85 %"),
        ({"at_least": "3", "up_to": "3"}, "đúng 3", "exactly 3"),
        ({}, "mọi giá trị", "any value"),
    ],
)
def test_an_interval_is_said_as_decisions_say_it(limits, vietnamese, english):
    assert interval_text(limits) == vietnamese
    assert interval_text(limits, "en") == english
