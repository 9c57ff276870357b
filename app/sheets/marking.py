"""A copy of a workbook in which the cells to be corrected are marked, each with what it should hold."""

import io
import warnings
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.utils.exceptions import CellCoordinatesException

from app.domain.text import fold
from app.errors import AppError
from app.progress import SILENT, Progress
from app.sheets.cells import clean
from app.sheets.opening import DAMAGE, open_book
from app.sheets.saving import AUTHOR, MARK_FILL, save


def marked_copy(path: Path, errors: Iterable[AppError], target: Path, progress: Progress = SILENT) -> int:
    """Writes to `target` a copy of the workbook, without its pictures, with every cell an error names marked.

    Returns how many cells were marked. Raises what `open_book` raises, or `AppError` sheet.target_in_use,
    sheet.not_written.
    """
    open_book(path, progress).close()  # refuses what is no sound workbook before it is read whole
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about features that a copy for correction may lose
        try:
            book = openpyxl.load_workbook(_without_pictures(path), rich_text=True)
        except DAMAGE as error:
            raise AppError("sheet.damaged", name=path.name) from error
    sheets = {fold(sheet.title): sheet for sheet in book.worksheets}
    marked = 0
    for (title, place), texts in _told(errors).items():
        cell = _cell(sheets.get(title), place)
        if cell is not None:
            cell.fill = MARK_FILL
            cell.comment = Comment(clean("\n".join(texts)), AUTHOR, height=110, width=320)
            marked += 1
    save(book, target, progress)
    return marked


def _told(errors: Iterable[AppError]) -> dict[tuple[str, str], list[str]]:
    """What each cell should hold, by the folded name of the sheet and the place."""
    told: dict[tuple[str, str], list[str]] = {}
    for error in errors:
        details = error.details
        place = (fold(str(details.get("sheet", ""))), str(details.get("cell", "")))
        told.setdefault(place, []).append(f"Cần {details.get('expected', '…')}")
    return told


def _cell(sheet: Any, place: str) -> Any:
    """The cell of that place, the first one where several are merged; None where there is none."""
    if sheet is None:
        return None
    try:
        cell = sheet[place]
    except (ValueError, CellCoordinatesException):
        return None
    if isinstance(cell, MergedCell):
        held = next(area for area in sheet.merged_cells.ranges if place in area)
        return sheet.cell(held.min_row, held.min_col)
    return cell


def _without_pictures(path: Path) -> io.BytesIO:
    """The package with empty pictures: nothing of them is ever parsed."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            is_needed = item.filename.endswith((".xml", ".rels", ".vml"))
            new.writestr(item.filename, old.read(item) if is_needed else b"")
    out.seek(0)
    return out
