"""Where people sign our report and what others may write on it: constants of the format, in PDF points.

The layout keeps these places free, the reader judges by them what was added later. Boxes are (left, bottom, right,
top) on an upright A4 sheet, from its lower left corner. The head of the first page does not move; the signature
block stands where the text ends, so its boxes are told from the lower left corner of the leader's field.
"""

from dataclasses import dataclass

Box = tuple[float, float, float, float]

MM = 720 / 254  # 72 points are 25,4 mm
SHEET = (210 * MM, 297 * MM)

LEADER, AGENCY = "Leader", "Agency"  # names of the two signature fields

# The first page -----------------------------------------------------------------------------------------------------

LEFT, RIGHT = 30 * MM, 195 * MM  # margins of the text
HEAD_LINE = 720  # base line of "Số: …" and "…, ngày … tháng … năm …", in letters of 13 pt
NUMBER_FROM, NUMBER_TO = LEFT, LEFT + 165 * MM * 675 / 1675
NUMBER: Box = (NUMBER_FROM, HEAD_LINE - 6, NUMBER_TO, HEAD_LINE + 15)
DATE: Box = (NUMBER_TO, HEAD_LINE - 6, RIGHT, HEAD_LINE + 15)
# number and time of the agency's signature, or "SAO Y …", in two lines of 10 pt (Nghị định 30/2020/NĐ-CP, II.8b)
CORNER: Box = (105 * MM, 280 * MM, 205 * MM, 292 * MM)
# the stamp ĐẾN in its real size, 50 by 35 mm, under the number
ARRIVAL: Box = (25 * MM, HEAD_LINE - 8 - 35 * MM, 75 * MM, HEAD_LINE - 8)

# The signature block, from the lower left corner of the leader's field ---------------------------------------------

LEADER_SIZE = (50 * MM, 36 * MM)  # the signature of the hand, blue
AGENCY_SIZE = (36 * MM, 36 * MM)  # the seal in its real size, red
SEAL_OVER = 1 / 3  # of the signature of the hand, on its left (II.8a)
AGENCY_OFFSET = LEADER_SIZE[0] * SEAL_OVER - AGENCY_SIZE[0]
BLOCK_WIDTH = 165 * MM * 1030 / 1665  # the right column: box 7
LEADER_LEFT = RIGHT - BLOCK_WIDTH + (BLOCK_WIDTH - LEADER_SIZE[0]) / 2  # where every leader's field begins


@dataclass(frozen=True, slots=True)
class Field:
    """An empty signature field: its name, its page counted from 0, its box, and what it is for, in words."""

    name: str
    page: int
    box: Box
    told: str
