"""The places of our report that are kept free for what is added after signing, as the reader sees them.

The constants live in `app.domain.signing_places`, from which the layout prints. For whoever judges additions:

* an area says where additions are *expected*; it never allows anything to be painted over what the first signed
  revision printed there, except on the two lines of the head ("number", "date"), whose words are "Số: … /BC-UBND" and
  "…, ngày … tháng … năm …" with blanks: a tool may write the line anew. No figure ever stands on these lines;
* the areas of the signature page hang on the widget of the field `Leader` in the first signed revision. Exactly one
  such field, of the known size and left edge, or there are no areas on that page: `is_leader_box` tells.
"""

from dataclasses import dataclass

from app.domain import signing_places as places
from app.domain.signing_places import AGENCY as AGENCY
from app.domain.signing_places import LEADER as LEADER
from app.domain.signing_places import Box as Box

_NEAR = 1.0  # points by which a box may differ in another program's hands


@dataclass(frozen=True, slots=True)
class Area:
    """A named rectangle (left, bottom, right, top) in PDF points from the lower left corner of an upright sheet.

    Names: "number", "date" (the two lines of the head), "corner" (the agency's text at the top right), "arrival" (the
    stamp ĐẾN); on the signature page "Leader", "Agency" (the fields) and "signatures" (the whole column around them).
    """

    name: str
    box: Box

    def holds(self, box: Box) -> bool:
        """Whether `box` lies inside, give or take a point."""
        left, bottom, right, top = self.box
        return left - _NEAR <= box[0] <= box[2] <= right + _NEAR and bottom - _NEAR <= box[1] <= box[3] <= top + _NEAR


def reserved(
    page_index: int, page_count: int, page_size: tuple[float, float], leader: Box | None = None
) -> tuple[Area, ...]:
    """The areas of a page (counted from 0) of our report.

    `page_size` is its width and height in points; `leader` the box of the field `Leader` if it stands on this page.
    """
    areas: list[Area] = []
    if not 0 <= page_index < page_count or not _is_sheet(page_size):
        return ()
    if page_index == 0:
        areas += [
            Area("number", places.NUMBER),
            Area("date", places.DATE),
            Area("corner", places.CORNER),
            Area("arrival", places.ARRIVAL),
        ]
    if leader is not None and is_leader_box(leader):
        areas += signature_areas(leader)
    return tuple(areas)


def is_leader_box(box: Box) -> bool:
    """Whether `box` has the left edge and the size of the field `Leader` in our reports."""
    left, bottom, right, top = box
    width, height = places.LEADER_SIZE
    pairs = ((left, places.LEADER_LEFT), (right - left, width), (top - bottom, height))
    return all(abs(found - known) <= _NEAR for found, known in pairs) and bottom > 0


def signature_areas(leader: Box) -> tuple[Area, ...]:
    """The areas around the field `Leader` at `leader`."""
    left, bottom, _, top = leader
    at = left + places.AGENCY_OFFSET
    column = (places.RIGHT - places.BLOCK_WIDTH, bottom - 4, places.RIGHT, top + 4)
    return (
        Area(LEADER, leader),
        Area(AGENCY, (at, bottom, at + places.AGENCY_SIZE[0], bottom + places.AGENCY_SIZE[1])),
        Area("signatures", column),
    )


def _is_sheet(size: tuple[float, float]) -> bool:
    return all(abs(found - known) <= _NEAR for found, known in zip(size, places.SHEET, strict=True))
