"""Intervals in words: "từ 60 % đến dưới 85 %", "trên 30 %", "từ 50 trở xuống"."""

from collections.abc import Mapping

from app.domain.intervals import SIDES

_SAID: Mapping[str, tuple[str, str]] = {
    "at_least": ("từ {low} trở lên", "{low} or more"),
    "above": ("trên {low}", "above {low}"),
    "below": ("dưới {high}", "below {high}"),
    "up_to": ("từ {high} trở xuống", "{high} or less"),
    "at_least+below": ("từ {low} đến dưới {high}", "from {low} to below {high}"),
    "at_least+up_to": ("từ {low} đến {high}", "from {low} to {high}"),
    "above+below": ("trên {low} đến dưới {high}", "above {low} and below {high}"),
    "above+up_to": ("trên {low} đến {high}", "above {low} up to {high}"),
    "": ("mọi giá trị", "any value"),
}
_ONE = ("đúng {low}", "exactly {low}")


def interval_text(limits: Mapping[str, str], language: str = "vi") -> str:
    """The interval with these limits, already in words, by the names of `app.domain.intervals.Interval`."""
    sides = [side for side in SIDES if side in limits]
    low = limits.get("at_least", limits.get("above", ""))
    high = limits.get("below", limits.get("up_to", ""))
    template = _ONE if sides == ["at_least", "up_to"] and low == high else _SAID["+".join(sides)]
    return template[language != "vi"].format(low=low, high=high)
