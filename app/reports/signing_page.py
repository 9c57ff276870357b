"""What a paper needs that people sign in any program: a head that does not move, room for a stamp, two empty fields.

The places are constants of the format (`app.domain.signing_places`); here the paper is made to keep them free.
"""

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.platypus import Flowable

from app.domain import signing_places as places
from app.domain.signing_places import AGENCY, LEADER, Field
from app.reports.figures import MM, Page, Sizes
from app.reports.flowables import Area

BELOW_HEAD = 6.0  # points between the names and the line of number and date
_STEP, _SMALLEST = 0.5, 4.0  # points by which the letters of a very long name are made smaller
_CLEAR = 4.0  # points between the stamp and the title
_TITLE_WIDTH = 2 * ((places.LEFT + places.RIGHT) / 2 - places.ARRIVAL[2] - _CLEAR)


def head_room(page: Page, sizes: Sizes) -> float:
    """Points for the names at the head, so that number and date come to stand on their line."""
    return (page.height - page.top) * MM - places.HEAD_LINE - sizes.place - BELOW_HEAD


def title_indent(page: Page) -> float:
    """Points left free on either side of the title, so that a stamp ĐẾN finds room beside it."""
    return (page.text_width - _TITLE_WIDTH) / 2


def fitting(made: Callable[[float], Sequence[Any]], size: float, width: float, room: float) -> Sequence[Any]:
    """The pieces `made` of a size of letters, the largest up to `size` with which they are at most `room` high."""
    pieces = made(size)
    while size > _SMALLEST and sum(piece.wrap(width, room)[1] for piece in pieces) > room:
        size -= _STEP
        pieces = made(size)
    return pieces


class DownTo(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """Empty room down to a height `y` of the sheet, in points; none when the text is there already."""

    def __init__(self, y: float, page: Page) -> None:
        super().__init__()
        self._above_margin = y - page.bottom * MM

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, max(0.0, height - self._above_margin)
        return self.width, self.height

    def draw(self) -> None:
        """Nothing is drawn."""


def below_stamp(page: Page) -> DownTo:
    """What keeps the text below the stamp's place."""
    return DownTo(places.ARRIVAL[1] - _CLEAR, page)


def fields(areas: Sequence[Area]) -> tuple[Field, ...]:
    """The two empty fields of a paper whose kept places these are: the leader's, the agency's."""
    known = {area.name: area for area in areas}
    named = (("signature", LEADER, "Chữ ký của lãnh đạo"), ("seal", AGENCY, "Chữ ký số của cơ quan"))
    return tuple(_field(known[area], name, told) for area, name, told in named)


def _field(area: Area, name: str, told: str) -> Field:
    return Field(name, area.page, (area.x, area.y, area.x + area.width, area.y + area.height), told)
