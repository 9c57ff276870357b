"""The smallest pieces of a paper: text that is never markup, lines, blanks to fill in, areas kept free."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from app.domain.text import clean_lines
from app.reports import figures, fonts

# nothing a paper says may fetch anything
rl_config.trustedHosts = []
rl_config.trustedSchemes = []

ALIGN = {"left": TA_LEFT, "centre": TA_CENTER, "right": TA_RIGHT, "justified": TA_JUSTIFY}
NO_BREAK_SPACE = "\u00a0"
_NO_END = 100_000.0


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a page, in points from its lower left corner, kept free for something added later."""

    name: str
    page: int  # counted from 0
    x: float
    y: float
    width: float
    height: float


def style(size: float, face: str = fonts.SERIF, align: str = "left", **more: Any) -> Any:
    """A paragraph style of reportlab; `more` are its own arguments (spaceBefore, leftIndent …)."""
    fonts.register()
    more.setdefault("leading", size * figures.SINGLE_LINE)
    return ParagraphStyle(
        "", fontName=face, fontSize=size, alignment=ALIGN[align], textColor=black,
        bulletFontName=face, allowWidows=0, allowOrphans=0, splitLongWords=1, **more,
    )  # fmt: skip


def paragraph(text: str, style: Any, lead: str = "") -> Any:
    """`text` as it is: markup stays letters, what cannot be drawn or seen is replaced or left out.

    Line ends break the line. `lead` is set bold in front ("Điều 1.").
    """
    bold = f"<b>{safe(lead, style)}</b> " if lead else ""
    return Paragraph(bold + safe(text, style), style)


def safe(text: str, style: Any) -> str:
    """`text` as markup that shows exactly `text`."""
    return escape(seen(text, style.fontName, "\n")).replace("\n", "<br/>")


def seen(text: str, face: str, line_end: str = " ") -> str:
    """`text` as the face can draw it: nothing invisible in it, nothing vanished from it."""
    return fonts.drawable(clean_lines(text), face).replace("\n", line_end)


def balanced(text: str, style: Any, width: float) -> Any:
    """A centred paragraph in as few lines as it needs, made as equal as they can be."""
    laid = paragraph(text, style)
    laid.wrap(width, _NO_END)
    lines, inset = len(laid.blPara.lines), float(style.leftIndent)
    while lines > 1 and inset < width / 3:
        inset += 4
        narrower = paragraph(text, style.clone("", leftIndent=inset, rightIndent=inset))
        narrower.wrap(width, _NO_END)
        if len(narrower.blPara.lines) > lines:
            break
        laid = narrower
    return laid


def longest_line(laid: Any, width: float) -> float:
    """Width in points of the longest line of a paragraph that is `width` points wide."""
    laid.wrap(width, _NO_END)
    indents = laid.style.leftIndent + laid.style.rightIndent  # reportlab counts them as part of each line
    return max(map(float, laid.getActualLineWidths0()), default=indents) - float(indents)


class Rule(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """A solid line `length` points long, in the middle of the column, clear of the letters above it."""

    def __init__(self, length: float, after: float = 0) -> None:
        super().__init__()
        self.length, self.after = length, after

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, figures.RULE_BELOW_TEXT + self.after
        return self.width, self.height

    def draw(self) -> None:
        left = (self.width - self.length) / 2
        self.canv.setLineWidth(figures.RULE)
        self.canv.line(left, self.after, left + self.length, self.after)


@dataclass(frozen=True, slots=True)
class Blank:
    """Room of `width` points in a line of text, to be filled in by hand or by another program."""

    name: str
    width: float


def date_parts(day: date | None, year: int | None) -> list[str | Blank]:
    """ "05 tháng 3 năm 2026" with the zeros of II.4b, or blanks for what is not known."""
    if day is not None:
        return [f"{day.day:02} tháng {day.month:0{2 if day.month < 3 else 1}} năm {day.year}"]
    known = str(year) if year else Blank("year", figures.YEAR_ROOM)
    return [Blank("day", figures.DAY_ROOM), " tháng ", Blank("month", figures.DAY_ROOM), " năm ", known]


class FillIn(Flowable):  # type: ignore[misc]
    """One centred line of real text with blanks in it; drawing it notes where the blanks came to lie."""

    def __init__(self, parts: list[str | Blank], face: str, size: float, areas: list[Area]) -> None:
        super().__init__()
        self.parts, self.face, self.size, self.areas = parts, face, size, areas

    @property
    def length(self) -> float:
        """Width of the line with its blanks, in points."""
        return fonts.width("".join(self._text(part) for part in self.parts), self.face, self.size)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, self.size * figures.SINGLE_LINE
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        texts = [self._text(part) for part in self.parts]
        size = self.size * min(1, self.width / max(self.length, 1))  # words no line can hold are made smaller
        widths = [fonts.width(text, self.face, size) for text in texts]
        x, y = (self.width - sum(widths)) / 2, self.height - self.size
        canvas.setFont(self.face, size)
        canvas.drawString(x, y, "".join(texts))
        left, base = canvas.absolutePosition(x, y)
        page = canvas.getPageNumber() - 1
        for part, wide in zip(self.parts, widths, strict=True):
            if isinstance(part, Blank):
                self.areas.append(Area(part.name, page, left, base - size / 4, wide, size * 1.25))
            left += wide

    def _text(self, part: str | Blank) -> str:
        if isinstance(part, str):
            return seen(part, self.face)
        return " " * round(part.width / fonts.width(" ", self.face, self.size))


class Clear(Flowable):  # type: ignore[misc]
    """Empty room the whole column wide; `kept` are its areas as (name, x, width), `height` points high."""

    def __init__(self, height: float, kept: list[tuple[str, float, float]], areas: list[Area]) -> None:
        super().__init__()
        self.room, self.kept, self.areas = height, kept, areas

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, self.room + 2 * figures.CLEAR_OF_LETTERS
        return self.width, self.height

    def draw(self) -> None:
        left, bottom = self.canv.absolutePosition(0, 0)
        for name, x, width in self.kept:
            page = self.canv.getPageNumber() - 1
            y = bottom + figures.CLEAR_OF_LETTERS
            self.areas.append(Area(name, page, left + x, y, width, self.room))
