"""Makes workbooks: heads, widths, drop-downs, and a file that is either the old one or the whole new one."""

import datetime
import io
import os
import re
import secrets
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from app import drives
from app.errors import AppError
from app.progress import SILENT, Progress
from app.sheets.cells import clean, write_text

LISTS = "Danh mục"
GUIDE = "Hướng dẫn"
AUTHOR = "Thước Số"
FIXED = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 (the same file for the same content; the format knows no zone)

HEAD_FONT = Font(bold=True, color="FF1F2937")
HEAD_FILL = PatternFill("solid", fgColor="FFE5EAF0")
KEY_FILL = PatternFill("solid", fgColor="FFF3F5F8")
MARK_FILL = PatternFill("solid", fgColor="FFFFD9A8")
BOLD = Font(bold=True)
_LINE = Side(style="thin", color="FFC5CCD6")
BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
TOP = Alignment(vertical="top", wrap_text=True)
CENTRE = Alignment(vertical="center", horizontal="center", wrap_text=True)
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")


class Draft:
    """A workbook being made."""

    def __init__(self, title: str = "") -> None:
        self.book = Workbook()
        self.book.remove(self.book.active)
        self.book.properties.creator = AUTHOR
        self.book.properties.title = clean(title)[:200]
        self.book.properties.created = FIXED
        self._lists: dict[tuple[str, ...], str] = {}

    def sheet(self, title: str) -> Any:
        """A new sheet; its name is made fit for Excel and unique."""
        base = " ".join(_FORBIDDEN.sub(" ", clean(title)).split())[:31].strip() or "Trang"
        taken = {name.casefold() for name in self.book.sheetnames}
        name, number = base, 1
        while name.casefold() in taken:
            number += 1
            name = f"{base[: 31 - len(str(number)) - 1]} {number}"
        return self.book.create_sheet(name)

    def guide(self, lines: Sequence[str]) -> None:
        """The sheet that says how the others are filled in; its first line is its title."""
        sheet = self.sheet(GUIDE)
        sheet.column_dimensions["A"].width = 110
        for number, line in enumerate(lines, start=1):
            write_text(sheet.cell(number, 1), line)
            sheet.cell(number, 1).alignment = TOP
        sheet.cell(1, 1).font = BOLD

    def choose(self, sheet: Any, cells: str, words: tuple[str, ...]) -> None:
        """A drop-down of `words` on a range; other words may be typed after a warning, reading judges them."""
        if not words:
            return
        validation = DataValidation(type="list", formula1=self._list(words), allow_blank=True)
        validation.errorStyle = "warning"
        validation.errorTitle = "Ngoài danh sách"
        validation.error = "Nội dung này không có trong danh sách chọn."
        validation.add(cells)
        sheet.add_data_validation(validation)

    def _list(self, words: tuple[str, ...]) -> str:
        if words not in self._lists:
            if LISTS not in self.book.sheetnames:
                self.book.create_sheet(LISTS).sheet_state = "hidden"
            sheet = self.book[LISTS]
            letter = get_column_letter(len(self._lists) + 1)
            for number, word in enumerate(words, start=1):
                write_text(sheet[f"{letter}{number}"], word[:255])
            self._lists[words] = f"{quote_sheetname(LISTS)}!${letter}$1:${letter}${len(words)}"
        return self._lists[words]

    def save(self, path: Path, progress: Progress = SILENT) -> None:
        """Writes the file whole or not at all; raises `AppError` sheet.target_in_use or sheet.not_written."""
        if LISTS in self.book.sheetnames:
            self.book.move_sheet(LISTS, len(self.book.sheetnames))
        save(self.book, path, progress)


def head(sheet: Any, row: int, headers: Sequence[str], widths: Sequence[float], helps: Sequence[str] = ()) -> None:
    """A head line with widths and, on each cell, its help; what lies above and left of `freeze` stays in sight."""
    for at, (header, width) in enumerate(zip(headers, widths, strict=True), start=1):
        cell = sheet.cell(row, at)
        write_text(cell, header)
        cell.font, cell.fill, cell.alignment, cell.border = HEAD_FONT, HEAD_FILL, CENTRE, BORDER
        sheet.column_dimensions[get_column_letter(at)].width = width
        if at <= len(helps) and helps[at - 1]:
            cell.comment = Comment(helps[at - 1], AUTHOR, height=110, width=320)
    sheet.row_dimensions[row].height = 32


def save(book: Any, path: Path, progress: Progress = SILENT) -> None:
    """The openpyxl workbook as a file, written beside the target, flushed to the disk, then put in its place."""
    drives.refuse_held(path)
    progress.step(0, 2)
    held = io.BytesIO()
    book.save(held)
    data = _steady(held.getvalue())
    progress.step(1, 2)
    try:
        _replace(path, data)
    except PermissionError as error:
        raise AppError("sheet.target_in_use", name=path.name) from error
    except OSError as error:
        raise AppError("sheet.not_written", name=path.name) from error
    progress.step(2, 2)


def _steady(data: bytes) -> bytes:
    """The same package without the moment it was made: the same content gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + FIXED.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), content)
            fixed = zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, content)
    return out.getvalue()


def _replace(path: Path, data: bytes) -> None:
    part = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)  # already in its place when all went well
