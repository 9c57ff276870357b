"""Tables of papers: heads repeated on every page, hairlines, bold rows of groups, figures to the right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reportlab.lib.colors import black
from reportlab.platypus import Paragraph
from reportlab.platypus import Table as RawTable

from app.reports import figures, fonts
from app.reports.flowables import paragraph, safe, seen, style

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; neighbours with the same `group` share a head above their own.

    `width` counts in proportion to the others. Figures (`align="right"`) come as text with a decimal comma
    and equal decimals: `app.domain.numbers.grouped`.
    """

    head: str
    width: float
    align: Align = "left"
    group: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One text per column; a group's row is bold and stays with the row after it."""

    cells: tuple[str, ...]
    is_group: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; `is_numbered` adds the row (1) (2) … under the heads."""

    columns: tuple[Column, ...]
    rows: Sequence[Row]
    is_numbered: bool = False
    size: float | None = None  # points; the paper's size for tables unless given


_HAIR = (figures.HAIRLINE, black)
_PADDING = 3.0
_GROUPS_TOGETHER = 4  # a longer run of rows of groups may be parted, else a table of groups fits no page


def build(table: Table, width: float, height: float, size: float, end_mark: str = "") -> Any:
    """The table `width` points wide, in letters of `size` points unless it says otherwise.

    Rows move to the next page whole; only one taller than half the `height` of a page is cut into pieces. The end
    mark stands below the last row, on the same page with it.
    """
    size = table.size or size
    whole = sum(column.width for column in table.columns)
    widths = [column.width * width / whole for column in table.columns]
    cells, commands = _heads(table, size)
    heads = len(cells)
    body, ends = _body(table, [column - 2 * _PADDING for column in widths], height, size)
    commands += _kept(table, heads, ends) + _lines_below([heads + end for end in ends])
    cells += body
    last = len(cells) - 1
    if end_mark:
        cells.append([*[""] * (len(widths) - 1), paragraph(end_mark, style(size, align="right"))])
        commands.append(("NOSPLIT", (0, last), (-1, last + 1)))
    return RawTable(
        cells,
        colWidths=widths,
        repeatRows=heads,
        spaceBefore=figures.BETWEEN_PARAGRAPHS,
        spaceAfter=figures.BETWEEN_PARAGRAPHS,
        style=[*_look(heads, last), *commands],
    )


def _body(table: Table, rooms: list[float], height: float, size: float) -> tuple[list[list[Any]], list[int]]:
    """The rows, some in pieces, and at which of them each row of the table ends."""
    plain = [_setter(style(size, align=column.align)) for column in table.columns]
    bold = [_setter(style(size, fonts.SERIF_BOLD, align=column.align)) for column in table.columns]
    cells: list[list[Any]] = []
    ends = []
    for row in table.rows:
        texts = [set_(text) for text, set_ in zip(row.cells, bold if row.is_group else plain, strict=True)]
        limit = height / (10 if row.is_group else 2)  # a group must leave room for the row it stays with
        cells += _pieces(texts, rooms, limit, height / 12)
        ends.append(len(cells) - 1)
    return cells, ends


class _Cell(Paragraph):  # type: ignore[misc]  # reportlab ships no types
    """A paragraph that breaks its lines once: a table asks every cell four times how high it is."""

    _wide: float | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        if self._wide != width:
            super().wrap(width, height)
            self._wide = width
        return self.width, self.height

    def part(self, first: int, end: int) -> Any:
        """Some of its lines, as they were broken; an empty text if there are none."""
        lines = self.blPara.lines[first:end]
        if not lines:
            return ""
        piece = _Cell(None, self.style, frags=self.frags)
        piece.blPara = self.blPara.clone(lines=lines)
        piece.width, piece.height, piece._wide = self.width, len(lines) * self.style.leading, self.width
        return piece


def _setter(look: Any) -> Callable[[str], _Cell]:
    """Makes cells in one style: like `paragraph`, but text of one line never meets the reader of markup."""
    letters = Paragraph("x", look).frags[0]

    def set_(text: str) -> _Cell:
        shown = seen(text, look.fontName, "\n")
        if "\n" in shown:
            return _Cell(safe(shown, look), look)
        return _Cell(None, look, frags=[letters.clone(text=shown)])

    return set_


def _kept(table: Table, heads: int, ends: list[int]) -> list[Any]:
    """What stays together: a group's row with the next, in runs that a page can hold; no gap between pieces."""
    commands: list[Any] = []
    run, first = 0, heads
    for row, end in zip(table.rows, (heads + end for end in ends), strict=True):
        for at in range(first, end):
            commands += [("BOTTOMPADDING", (0, at), (-1, at), 0), ("TOPPADDING", (0, at + 1), (-1, at + 1), 0)]
        run = run + 1 if row.is_group and end == first else 0
        if run % _GROUPS_TOGETHER and end != heads + ends[-1]:
            commands.append(("NOSPLIT", (0, end), (-1, end + 1)))
        first = end + 1
    return commands


def _look(heads: int, last: int) -> list[Any]:
    end = (-1, -1)
    return [
        ("FONTNAME", (0, 0), end, fonts.SERIF),
        ("GRID", (0, 0), (-1, heads - 1), *_HAIR),
        ("LINEBEFORE", (0, heads), (-1, last), *_HAIR),
        ("LINEAFTER", (-1, heads), (-1, last), *_HAIR),
        ("VALIGN", (0, 0), (-1, heads - 1), "MIDDLE"),
        ("VALIGN", (0, heads), end, "TOP"),
        ("LEFTPADDING", (0, 0), end, _PADDING),
        ("RIGHTPADDING", (0, 0), end, _PADDING),
        ("TOPPADDING", (0, 0), end, 2),
        ("BOTTOMPADDING", (0, 0), end, 4),
    ]


def _lines_below(rows: list[int]) -> list[Any]:
    """Lines below `rows`, one command for neighbours: reportlab goes through all commands on every page."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return [("LINEBELOW", (0, first), (-1, last), *_HAIR) for first, last in runs]


def _pieces(texts: list[_Cell], rooms: list[float], limit: float, piece: float) -> list[list[Any]]:
    """The cells of one row, or of several at most `piece` points high in its place if it is higher than `limit`."""
    highest = max(text.wrap(room, 0)[1] for text, room in zip(texts, rooms, strict=True))
    if highest <= limit:
        return [texts]
    leading = texts[0].style.leading
    lines = int(piece / leading)
    return [[text.part(at, at + lines) for text in texts] for at in range(0, round(highest / leading), lines)]


def _heads(table: Table, size: float) -> tuple[list[list[Any]], list[Any]]:
    bold = style(size, fonts.SERIF_BOLD, align="centre")
    heads = [[paragraph(column.head, bold) for column in table.columns]]
    commands: list[Any] = []
    if any(column.group for column in table.columns):
        above: list[Any] = [paragraph(column.group or column.head, bold) for column in table.columns]
        for first, last in _spans([column.group for column in table.columns]):
            if table.columns[first].group:
                commands.append(("SPAN", (first, 0), (last, 0)))
                above[first + 1 : last + 1] = [""] * (last - first)
            else:
                commands.append(("SPAN", (first, 0), (first, 1)))
                heads[0][first] = ""
        heads.insert(0, above)
    if table.is_numbered:
        italic = style(size, fonts.SERIF_ITALIC, align="centre")
        heads.append([paragraph(f"({n})", italic) for n in range(1, len(table.columns) + 1)])
    return heads, commands


def _spans(groups: list[str]) -> list[tuple[int, int]]:
    """First and last column under each upper head; columns without a group stand alone."""
    spans: list[tuple[int, int]] = []
    for at, group in enumerate(groups):
        if spans and group and groups[spans[-1][0]] == group:
            spans[-1] = (spans[-1][0], at)
        else:
            spans.append((at, at))
    return spans
