"""The figures of Nghị định 30/2020/NĐ-CP, Phụ lục I, in one place: another decree changes this file alone.

Distances are millimetres, sizes of letters points, unless the line says otherwise. Where the decree gives a
range, `PORTRAIT` and the two sets of sizes choose within it; where it gives none, the line says so.
"""

from dataclasses import dataclass

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet and its margins."""

    width: float
    height: float
    top: float = 20  # I.3: 20–25
    bottom: float = 20  # I.3: 20–25
    left: float = 30  # I.3: 30–35
    right: float = 15  # I.3: 15–20

    @property
    def text_width(self) -> float:
        """Between the margins, in points."""
        return (self.width - self.left - self.right) * MM

    @property
    def text_height(self) -> float:
        """Between the margins, in points."""
        return (self.height - self.top - self.bottom) * MM


PORTRAIT = Page(210, 297)
LANDSCAPE = Page(297, 210)  # I.2; the margins are read on the turned sheet


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of letters. A paper takes one whole set; they are not mixed."""

    agency: float = 12  # II.2b: 12–13
    national_title: float = 12  # II.1a: 12–13
    motto: float = 13  # II.1b: 13–14
    number: float = 13  # II.3c
    place: float = 13  # II.4c: 13–14
    letter_subject: float = 12  # II.5b: 12–13
    title: float = 14  # II.5b: 13–14; name of the kind and trích yếu
    body: float = 14  # II.6e: 13–14; also căn cứ, addressees, headings
    signer: float = 14  # II.7đ: 13–14
    receivers_head: float = 12  # II.9d
    receivers: float = 11  # II.9d
    annex: float = 14  # III.1b
    page_number: float = 14  # I.7: 13–14
    table: float = 12  # none given
    footer: float = 8  # not of the decree


SAMPLE_TABLE = Sizes()  # as the decree's sample table (I.V)
TEMPLATES = Sizes(agency=13, national_title=13, motto=14, place=14)  # as the templates of Phụ lục III

SINGLE_LINE = 1.15  # "single" spacing of a word processor, times the size; II.6e: single to 1.5
FIRST_LINE = 10  # II.6e: 10 or 12.7
BETWEEN_PARAGRAPHS = 6.0  # points; II.6e: at least 6
UNDER_NUMBER = 6.0  # points between the number and "V/v": II.5b
SHORT_LINE = 0.4  # of the text above it: II.2b, II.5b: 1/3 to 1/2
RULE = 0.75  # points; none given
RULE_BELOW_TEXT = 4.0  # points below the line of text; none given
HAIRLINE = 0.5  # points, tables; none given
HEAD_COLUMNS = (67.5, 100.0)  # templates: parts of the text width for boxes 2+3 and 1+4
DATE_AT_MOST = 0.73  # of the text width, for a long name of a place
SIGNATURE_COLUMNS = (63.5, 103.0)  # templates: boxes 9b and 7
PAGE_NUMBER_FROM_EDGE = 10  # templates: top of the figure
FOOTER_FROM_EDGE = 10  # base line; not of the decree

# Room kept free for what is added later: widths in points of typed figures of 13 pt, heights in millimetres
NUMBER_ROOM = 42.0  # up to six figures
DAY_ROOM = 20.0
YEAR_ROOM = 34.0
PLACE_ROOM = 90.0
SIGNATURE_HEIGHT = 36  # a commune's seal is shown in its real size, 34 to 36 mm: II.8a
CLEAR_OF_LETTERS = 4.0  # points above and below, for marks that reach out of their line
SEAL_WIDTH = 36
HANDWRITING_WIDTH = 50
SEAL_OVER_HANDWRITING = 1 / 3  # on its left: II.8a
