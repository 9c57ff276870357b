"""The sheets of a workbook of any layout as tables: merges resolved, what Excel made of codes told."""

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from app.domain.annex import Annex, AnnexCell, AnnexRow, AnnexTable
from app.domain.codec import MAX_TEXT
from app.progress import SILENT, Progress
from app.sheets.cells import Found, Unfit, codes_of, text_of
from app.sheets.opening import Book, Look, Page, open_book

MAX_COLUMNS = 60


def read_excel(path: Path, progress: Progress = SILENT) -> Annex:
    """The sheets that are seen and hold something; raises what `open_book` raises."""
    book = open_book(path, progress)
    try:
        tables = [_table(book, at) for at in range(len(book.titles)) if book.is_seen(at)]
    finally:
        book.close()
    filled = [table for table in tables if table.rows]
    return Annex(path.name, tuple(replace(table, number=at) for at, table in enumerate(filled, start=1)))


def _table(book: Book, at: int) -> AnnexTable:
    page, look = book.page_at(at), book.look_at(at)
    merged = _merged(look)
    filled = [place for place, found in page.cells.items() if not found.trouble]
    last = max((row for row, _ in filled), default=0)
    width = min(max((column for _, column in filled), default=0), MAX_COLUMNS)
    rows = []
    for number in range(1, last + 1):
        cells = tuple(_cell(page, look, merged, number, column) for column in range(1, width + 1))
        if any(cell.text for cell in cells):
            rows.append(AnnexRow(number, cells))
    return AnnexTable(at + 1, tuple(rows), sheet=page.title)


Merged = dict[tuple[int, int], tuple[int, int]]


def _merged(look: Look) -> Merged:
    """Of every place a merged cell covers, the place it begins at."""
    covered: Merged = {}
    for left, top, right, bottom in look.merged:
        for row in range(top, bottom + 1):
            for column in range(left, min(right, MAX_COLUMNS) + 1):
                covered[row, column] = (top, left)
    return covered


def _cell(page: Page, look: Look, merged: Merged, row: int, column: int) -> AnnexCell:
    begin = merged.get((row, column), (row, column))
    found = page.cells.get(begin)
    if found is None:
        return AnnexCell()
    text, may_mean = _text(found)
    return AnnexCell(
        text,
        is_bold=begin in look.bold,
        indent=look.indents.get(begin, 0) * 9,  # one step of Excel's is about as wide as an m
        from_above=begin[0] < row,
        from_left=begin[1] < column,
        may_mean=may_mean,
    )


def _text(found: Found) -> tuple[str, tuple[str, ...]]:
    """What is seen in the cell, and the codes it may have been."""
    if found.trouble:
        return "", ()
    text = text_of(found)[:MAX_TEXT]
    if isinstance(found.value, Decimal):
        try:
            return text.replace(".", ","), codes_of(found)
        except Unfit:
            return text.replace(".", ","), ()
    if not isinstance(found.value, datetime.date):
        return text, ()
    day, month = found.value.day, found.value.month
    return text, tuple(dict.fromkeys((f"{day}.{month}", f"{month}.{day}")))
