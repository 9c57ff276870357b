"""A sheet of properties: one property a line, its words in one column, its value in the next."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.sheets.cells import TEXT_FORMAT, write_text
from app.sheets.kinds import Code, Text
from app.sheets.opening import Page
from app.sheets.saving import BOLD, KEY_FILL, TOP, Draft, head
from app.sheets.tables import REQUIRED, Column, Line, Notes, header_key, put, take


def write_properties(draft: Draft, title: str, rows: Sequence[Column], item: Any) -> Any:
    """A sheet with a line per property of `item` (a dataclass or a mapping); dotted fields reach inside."""
    sheet = draft.sheet(title)
    head(sheet, 1, ("Nội dung", "Giá trị", "Hướng dẫn"), (38, 70, 60))
    for number, row in enumerate(rows, start=2):
        write_text(sheet.cell(number, 1), row.header)
        sheet.cell(number, 1).font, sheet.cell(number, 1).fill = BOLD, KEY_FILL
        cell = sheet.cell(number, 2)
        if isinstance(row.kind, (Code, Text)):
            cell.number_format = TEXT_FORMAT
        put(cell, row, value_at(item, row.field))
        cell.alignment = TOP
        write_text(sheet.cell(number, 3), row.help)
        words = (*row.kind.choices, *((row.kind.none_word,) if row.kind.none_word else ()))
        draft.choose(sheet, f"B{number}", words)
    sheet.freeze_panes = "B2"
    return sheet


def value_at(item: Any, field: str) -> Any:
    """The value of a dotted field; None where something on the way is None or missing."""
    for name in field.split("."):
        item = item.get(name) if isinstance(item, Mapping) else getattr(item, name, None)
    return item


def read_properties(page: Page, rows: Sequence[Column], notes: Notes) -> dict[str, Any]:
    """The values by field, each from the cell to the right of its words, wherever they stand."""
    wanted = {header_key(name): row.field for row in rows for name in (row.header, *row.aliases)}
    at: dict[str, tuple[int, int]] = {}
    for (number, column), found in sorted(page.cells.items()):
        name = wanted.get(header_key(found.value)) if isinstance(found.value, str) else None
        if name is not None:
            at.setdefault(name, (number, column + 1))
    values: dict[str, Any] = {}
    for row in rows:
        if row.field not in at:
            if row.empty is REQUIRED:
                notes.add(page.title, "A1", "", "row_label", header=row.header)
            values[row.field] = None if row.empty is REQUIRED else row.empty
            continue
        values[row.field] = take(Line.at(page, row.field, *at[row.field]), row, [], notes)
    return values
