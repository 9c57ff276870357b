"""The tables of a printed page, put together again from the lines that are drawn and the letters between them.

Text comes without white space: how a cell breaks its lines is no difference.
"""

import unicodedata
from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.bundles.people.found import Box
from app.bundles.people.pictures import Letter, Pictures

_THIN, _NEAR = 2.0, 2.0  # points
_LONG = 5.0
MAX_STROKES = 4_000  # on one page; ours have some hundred

Cells = tuple[str, ...]


@dataclass(slots=True)
class Grid:
    """One table, over as many pages as it takes: its repeated heads and the rows between its lines."""

    heads: list[Cells]
    rows: list[list[str]]
    page: int
    is_open: bool = False  # the last row goes on on the next page
    columns: int = field(init=False)

    def __post_init__(self) -> None:
        self.columns = len(self.heads[0])

    @property
    def head(self) -> Cells:
        """The words of the first head."""
        return self.heads[0]


def flat(words: str) -> str:
    """`words` as cells are compared: composed letters, no white space."""
    return "".join(unicodedata.normalize("NFC", words).split())


def read_grids(pages: Pictures) -> list[Grid]:
    """Every table of the document in the order of its pages; those that go on stand as one."""
    found: list[Grid] = []
    for page in range(pages.count):
        strokes = pages.strokes(page)
        if len(strokes) < 4 or len(strokes) > MAX_STROKES:
            continue
        letters = pages.letters(page)
        for at, piece in enumerate(_tables(strokes)):
            made = _grid(piece, letters, page)
            if made is None:
                continue
            if at == 0 and found and _goes_on(found[-1], made):
                _join(found[-1], made)
            else:
                found.append(made)
    return found


def _goes_on(last: Grid, made: Grid) -> bool:
    return made.page == last.page + 1 and made.columns == last.columns and made.heads == last.heads


def _join(last: Grid, more: Grid) -> None:
    rows = more.rows
    if last.is_open and rows:
        last.rows[-1] = ["".join(both) for both in zip(last.rows[-1], rows[0], strict=True)]
        rows = rows[1:]
    last.rows += rows
    last.page, last.is_open = more.page, more.is_open


# One table on one page --------------------------------------------------------------------------------------------


def _tables(strokes: Sequence[Box]) -> list[list[Box]]:
    """Lines that touch belong together; from the top of the page down."""
    groups: list[list[Box]] = []
    for stroke in strokes:
        if not (_is_level(stroke) or _is_upright(stroke)):
            continue
        touched = [group for group in groups if any(_touch(stroke, other) for other in group)]
        merged = [stroke, *(other for group in touched for other in group)]
        groups = [group for group in groups if group not in touched] + [merged]
    tables = [group for group in groups if sum(map(_is_upright, group)) >= 3 and sum(map(_is_level, group)) >= 2]
    return sorted(tables, key=lambda group: -max(stroke[3] for stroke in group))


def _is_level(stroke: Box) -> bool:
    return stroke[3] - stroke[1] < _THIN and stroke[2] - stroke[0] > _LONG


def _is_upright(stroke: Box) -> bool:
    return stroke[2] - stroke[0] < _THIN and stroke[3] - stroke[1] > _LONG


def _touch(one: Box, other: Box) -> bool:
    return (
        one[0] - _NEAR <= other[2]
        and other[0] - _NEAR <= one[2]
        and one[1] - _NEAR <= other[3]
        and other[1] - _NEAR <= one[3]
    )


def _apart(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _grid(strokes: Sequence[Box], letters: Sequence[Letter], page: int) -> Grid | None:
    sides = _apart((stroke[0] + stroke[2]) / 2 for stroke in strokes if _is_upright(stroke))
    lines = _apart((stroke[1] + stroke[3]) / 2 for stroke in strokes if _is_level(stroke))
    foot = min(stroke[1] for stroke in strokes if _is_upright(stroke))
    is_open = foot < lines[0] - 2 * _NEAR
    if is_open:
        lines.insert(0, foot)
    rows = _rows(letters, sides, lines)
    if len(rows) < 2 or len(sides) < 3:
        return None
    heads = [tuple(rows[0])]
    if tuple(rows[1]) == tuple(f"({number})" for number in range(1, len(sides))):
        heads.append(tuple(rows[1]))
    return Grid(heads, rows[len(heads) :], page, is_open)


def _rows(letters: Sequence[Letter], sides: Sequence[float], lines: Sequence[float]) -> list[list[str]]:
    cells: dict[tuple[int, int], list[Letter]] = {}
    for letter in letters:
        if sides[0] < letter.across < sides[-1] and lines[0] < letter.up < lines[-1]:
            column = bisect(sides, letter.across) - 1
            row = len(lines) - 1 - bisect(lines, letter.up)
            cells.setdefault((row, column), []).append(letter)
    return [[_text(cells.get((row, column), ())) for column in range(len(sides) - 1)] for row in range(len(lines) - 1)]


def _text(letters: Sequence[Letter]) -> str:
    """Read as a person does: line by line from the top, each from the left, whatever their order in the file."""
    rows: dict[int, list[Letter]] = {}
    for letter in letters:
        rows.setdefault(round(letter.up), []).append(letter)
    read: list[str] = []
    for _, row in sorted(rows.items(), reverse=True):
        read += (each.sign for each in sorted(row, key=lambda each: each.across))
    return flat("".join(read))
