"""Tables of columns: written with head and drop-downs, read by the words of the head, with every bad cell listed."""

import dataclasses
import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils import get_column_letter

from app.domain.text import fold
from app.errors import AppError, Several
from app.sheets.cells import MAX_TEXT, TEXT_FORMAT, Found, Unfit, bad_cell, write_text
from app.sheets.kinds import Code, Kind, Text, Written
from app.sheets.opening import Page
from app.sheets.saving import KEY_FILL, TOP, Draft, head

_NUMBERING = re.compile(r"\(\d{1,2}\)|[A-Z]")
HEAD_ROWS = 30  # the head stands among the first rows
NEARLY = (
    0.75  # how like a missing column's head another one must be to be a slip: "Bảng chấm điểm", not "Ghi chú riêng"
)
SPARE_ROWS = 300  # rows below the last one that still have drop-downs


class _Required:
    """Marks a column whose cells may not be empty."""


REQUIRED = _Required()


@dataclass(frozen=True)
class Column:
    """One column: the field it holds, the words of its head, and what an empty cell means."""

    field: str
    header: str
    kind: Kind
    width: float = 14
    help: str = ""
    empty: Any = REQUIRED
    aliases: tuple[str, ...] = ()
    is_optional: bool = False  # the column itself may be missing
    is_hidden: bool = False


def bound(kind: type[Any], *columns: Column) -> tuple[Column, ...]:
    """The columns with the meaning of an empty cell taken from the defaults of a dataclass."""
    defaults: dict[str, Any] = {}
    for item in dataclasses.fields(kind):
        if item.default is not dataclasses.MISSING:
            defaults[item.name] = item.default
        elif item.default_factory is not dataclasses.MISSING:
            defaults[item.name] = item.default_factory()
    return tuple(
        dataclasses.replace(column, empty=defaults[column.field], is_optional=True)
        if column.field in defaults and column.empty is REQUIRED
        else column
        for column in columns
    )


def values_of(item: Any, columns: Iterable[Column]) -> dict[str, Any]:
    """The fields of a dataclass value that have columns."""
    return {column.field: getattr(item, column.field) for column in columns if hasattr(item, column.field)}


# Writing -----------------------------------------------------------------------------------------------------------


def put(cell: Any, column: Column, value: Any) -> None:
    """Writes a value; what an empty cell means anyway is left empty where it is nothing.

    Raises `AppError("sheet.text_too_long")` for what Excel would not keep whole.
    """
    if value is None:
        if column.empty is not None and column.kind.none_word:
            write_text(cell, column.kind.none_word)
    elif value != "" and not (isinstance(value, (tuple, frozenset, dict)) and not value):
        column.kind.put(cell, value)
        if isinstance(cell.value, str) and len(cell.value) >= MAX_TEXT:
            limit = f"{MAX_TEXT:,}".replace(",", ".")
            raise AppError("sheet.text_too_long", sheet=cell.parent.title, cell=cell.coordinate, limit=limit)


def write_table(
    draft: Draft, title: str, columns: Sequence[Column], rows: Sequence[Mapping[str, Any]], frozen: int = 1
) -> Any:
    """A sheet with one line per row; the first `frozen` columns stay in sight. Returns the sheet."""
    sheet = draft.sheet(title)
    head(sheet, 1, [item.header for item in columns], [item.width for item in columns], [item.help for item in columns])
    for at, column in enumerate(columns, start=1):
        letter = get_column_letter(at)
        dimension = sheet.column_dimensions[letter]
        if isinstance(column.kind, (Code, Text, Written)):
            dimension.number_format = TEXT_FORMAT  # so that a code typed as 4.10 stays 4.10
        dimension.hidden = column.is_hidden
        words = (*column.kind.choices, *((column.kind.none_word,) if column.kind.none_word else ()))
        draft.choose(sheet, f"{letter}2:{letter}{len(rows) + 1 + SPARE_ROWS}", words)
    for number, row in enumerate(rows, start=2):
        for at, column in enumerate(columns, start=1):
            cell = sheet.cell(number, at)
            put(cell, column, row.get(column.field))
            cell.alignment = TOP
            if at <= frozen:
                cell.fill = KEY_FILL
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}2"
    return sheet


# Reading -----------------------------------------------------------------------------------------------------------


@dataclass
class Notes:
    """Everything found wrong while reading one book."""

    errors: list[AppError] = field(default_factory=list)

    def add(self, sheet: str, place: str, found: str, expected: str, **values: Any) -> None:
        self.errors.append(bad_cell(sheet, place, found, expected, **values))

    def refuse(self) -> None:
        """Raises `Several("sheet.bad_cells")` if anything was noted, with the first one's details in the sentence."""
        if self.errors:
            first = {key: value for key, value in self.errors[0].details.items() if key != "count"}
            raise Several("sheet.bad_cells", self.errors, more=len(self.errors) - 1, **first)


@dataclass
class Line:
    """One filled row: its values by field, and where each stands. `is_sound` is False when a cell was noted."""

    page: Page
    number: int
    values: dict[str, Any]
    places: dict[str, str]
    found: dict[str, Found]
    is_sound: bool = True

    @classmethod
    def at(cls, page: Page, name: str, row: int, column: int) -> "Line":
        """A line of one single cell."""
        found = page.cells.get((row, column))
        place = f"{get_column_letter(column)}{row}"
        return cls(page, row, {}, {name: place}, {} if found is None else {name: found})

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def note(self, notes: Notes, name: str, expected: str, **values: Any) -> None:
        """Notes the cell of a field as wrong."""
        held = self.found.get(name)
        place = held.place if held is not None else self.places[name]
        notes.add(self.page.title, place, held.shown if held is not None else "", expected, **values)
        self.is_sound = False


def header_key(text: str) -> str:
    """What of a head is compared: no diacritics, case, remarks in parentheses, stars and colons."""
    return fold(text.partition("(")[0].replace("*", " ").replace(":", " ")) or fold(text)


def find_head(page: Page, columns: Sequence[Column]) -> tuple[int, dict[str, int]]:
    """The row of the head and the place of each column found there; (0, {}) when no row looks like it."""
    names: dict[str, str] = {}
    for column in columns:
        for word in (column.header, *column.aliases):
            names.setdefault(header_key(word), column.field)
    best: tuple[int, dict[str, int]] = (0, {})
    width = page.width
    for number in [row for row in page.rows if row <= HEAD_ROWS]:
        places: dict[str, int] = {}
        for at, found in page.row(number, width).items():
            name = names.get(header_key(found.value)) if isinstance(found.value, str) else None
            if name is not None:
                places.setdefault(name, at)
        if len(places) > len(best[1]):
            best = (number, places)
    start, places = best
    while places and all(page.cells.get((start + 1, at)) is page.cells[start, at] for at in places.values()):
        start += 1  # a head merged over several rows
    return start, places


def _is_numbering(found: Mapping[int, Found]) -> bool:
    """Whether a row only numbers the columns, "(1) (2) (3)" or "A B C", as printed forms do below the head."""
    texts = [cell.value for cell in found.values()]
    return len(texts) > 2 and all(isinstance(text, str) and _NUMBERING.fullmatch(text) for text in texts)


def read_table(page: Page, columns: Sequence[Column], notes: Notes) -> Iterator[Line]:
    """The lines below the head; cells that do not fit are noted and stand as what an empty cell means."""
    start, places = find_head(page, columns)
    missing = [item for item in columns if item.field not in places and not item.is_optional]
    if missing:
        for column in missing:
            notes.add(page.title, f"A{max(start, 1)}", "", "column", header=column.header)
        return
    _doubt_heads(page, start, places, columns, notes)
    above: dict[str, list[Any]] = {column.field: [] for column in columns}
    for number in page.rows:
        if number <= start or (number == start + 1 and _is_numbering(page.row(number, page.width))):
            continue
        held = {name: page.cells.get((number, at)) for name, at in places.items()}
        if any(held.values()):
            own = {name: f"{get_column_letter(at)}{number}" for name, at in places.items()}
            line = Line(page, number, {}, own, {name: item for name, item in held.items() if item is not None})
            for column in columns:
                line.places.setdefault(column.field, f"A{number}")
                line.values[column.field] = take(line, column, above[column.field], notes)
            yield line


def _doubt_heads(page: Page, start: int, places: Mapping[str, int], columns: Sequence[Column], notes: Notes) -> None:
    """Notes heads that are no column's but nearly one's that is missing: what stands below would not be read."""
    heads = page.row(start, page.width).items() if start else ()
    unknown = {header_key(found.shown): found for at, found in heads if at not in places.values()}
    for column in columns:
        if column.field in places:
            continue
        wanted = header_key(column.header)
        for near in difflib.get_close_matches(wanted, [key for key in unknown if key != wanted], 1, NEARLY):
            notes.add(page.title, unknown[near].place, unknown[near].shown, "column", header=column.header)


def take(line: Line, column: Column, above: list[Any], notes: Notes) -> Any:
    """The value of a column in a line, added to those `above`; what does not fit is noted and read as empty."""
    found = line.found.get(column.field)
    empty = None if column.empty is REQUIRED else column.empty
    if found is None:
        if column.empty is REQUIRED:
            line.note(notes, column.field, "filled")
        return empty
    none_word = column.kind.none_word
    if none_word and isinstance(found.value, str) and fold(found.value) == fold(none_word):
        return None
    try:
        value = column.kind.take(found, above)
    except Unfit as unfit:
        line.note(notes, column.field, unfit.expected, **unfit.values)
        return empty
    above.append(value)
    return value


def unique(lines: Sequence[Line], name: str, notes: Notes) -> None:
    """Notes every line whose field repeats the one of a line above it."""
    seen: dict[Any, str] = {}
    for line in lines:
        value = line[name]
        if value in (None, ""):
            continue
        if value in seen:
            line.note(notes, name, "unique", other=seen[value])
        else:
            seen[value] = line.places[name]
