"""Opens a workbook that anybody may have sent: bounded in size, told apart from what only looks like one.

Only the values of the sheets asked for are read; drawings, links and macros are never touched.
"""

import contextlib
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import IO, Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils import get_column_letter, range_boundaries

from app.domain.text import fold
from app.errors import AppError
from app.progress import SILENT, Progress
from app.sheets.cells import Found, shown_number, unescaped
from app.sheets.foreign import Foreign, recognised, recognised_zip

MAX_FILE = 64 * 2**20
MAX_PART = 96 * 2**20
MAX_UNPACKED = 192 * 2**20
MAX_PARTS = 3_000
MAX_CELLS = 1_000_000
MAX_COLUMNS = 400
MAX_MERGED = 1_000_000

_CODES = {
    Foreign.PDF: "sheet.pdf",
    Foreign.PICTURE: "sheet.picture",
    Foreign.OLD_WORD: "sheet.word",
    Foreign.OLD_EXCEL: "sheet.old_format",
    Foreign.LOCKED: "sheet.locked",
    Foreign.OPEN_DOCUMENT: "sheet.open_document",
    Foreign.WEB_PAGE: "sheet.web_page",
    Foreign.TEXT_FILE: "sheet.text_file",
    Foreign.OTHER: "sheet.not_a_workbook",
}
_CELL = re.compile(rb"<(?:\w+:)?c[ >]")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})\"")
# what openpyxl and the parsers under it raise on files that are not what they seem
DAMAGE = (
    zipfile.BadZipFile, zlib.error, ParseError, struct.error, EOFError, KeyError, ValueError, TypeError, IndexError,
    AttributeError, OverflowError, NotImplementedError, RuntimeError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """The filled cells of one sheet by (row, column), both from 1."""

    title: str
    cells: dict[tuple[int, int], Found] = field(default_factory=dict)

    @property
    def rows(self) -> list[int]:
        """The numbers of the rows that hold something, in order."""
        return sorted({row for row, _ in self.cells})

    def row(self, number: int, columns: int) -> dict[int, Found]:
        """The filled cells of a row, by column."""
        found = ((at, self.cells.get((number, at))) for at in range(1, columns + 1))
        return {at: cell for at, cell in found if cell is not None}

    @property
    def width(self) -> int:
        return max((column for _, column in self.cells), default=0)


@dataclass(frozen=True, slots=True)
class Look:
    """How the cells of one sheet look, by (row, column): which are bold, how far indented (Excel's steps), and what is
    merged: (left, top, right, bottom)."""

    bold: frozenset[tuple[int, int]]
    indents: dict[tuple[int, int], int]
    merged: tuple[tuple[int, int, int, int], ...]


class Book:
    """An opened workbook; pages are read when asked for."""

    def __init__(self, path: Path, parts: "_Parts", progress: Progress) -> None:
        self.name = path.name
        self._path = path
        self._parts = parts
        self._progress = progress
        self._files = contextlib.ExitStack()
        self._values = self._load(data_only=True)
        self._formulas: Any = None

    def close(self) -> None:
        """Lets the file go, so that Excel may open it again."""
        self._files.close()

    def _load(self, data_only: bool) -> Any:
        file = self._files.enter_context(self._path.open("rb"))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about features of the file that are not read anyway
            try:
                return openpyxl.load_workbook(file, read_only=True, data_only=data_only, keep_links=False)
            except DAMAGE as error:
                self.close()
                raise AppError("sheet.damaged", name=self.name) from error

    @property
    def titles(self) -> list[str]:
        """The names of the sheets, in order."""
        return [str(sheet.title) for sheet in self._values.worksheets]

    def page(self, title: str) -> Page | None:
        """The sheet of that name, however its diacritics, case and spaces are written."""
        for at, own in enumerate(self.titles):
            if fold(own) == fold(title):
                return self.page_at(at)
        return None

    def page_at(self, at: int) -> Page:
        """The sheet at that place, from 0."""
        try:
            sheet = self._values.worksheets[at]
            page = Page(str(sheet.title))
            part = self._parts.sheets.get(_part_of(sheet), _Sheet())
            waiting = self._uncomputed(at) if part.has_formulas else set()
            for cell in _filled(sheet, self._progress):
                found = _found(page.title, cell, (cell.row, cell.column) in waiting)
                if found is not None:
                    page.cells[cell.row, cell.column] = found
            _spread(page, part.merged)
        except DAMAGE as error:
            raise AppError("sheet.damaged", name=self.name) from error
        return page

    def is_seen(self, at: int) -> bool:
        """Whether the sheet at that place, from 0, is not hidden."""
        return bool(self._values.worksheets[at].sheet_state == "visible")

    def look_at(self, at: int) -> Look:
        """How the sheet at that place, from 0, looks."""
        bold: set[tuple[int, int]] = set()
        indents: dict[tuple[int, int], int] = {}
        try:
            sheet = self._values.worksheets[at]
            for cell in _filled(sheet, self._progress):
                if cell.font.b:
                    bold.add((cell.row, cell.column))
                if cell.alignment.indent:
                    indents[cell.row, cell.column] = int(cell.alignment.indent)
        except DAMAGE as error:
            raise AppError("sheet.damaged", name=self.name) from error
        merged = self._parts.sheets.get(_part_of(sheet), _Sheet()).merged
        return Look(frozenset(bold), indents, tuple(merged))

    def _uncomputed(self, at: int) -> set[tuple[int, int]]:
        """The places of formulas; those without a stored value read as nothing, and nothing is not zero."""
        if self._formulas is None:
            self._formulas = self._load(data_only=False)
        sheet = self._formulas.worksheets[at]
        return {(cell.row, cell.column) for cell in _filled(sheet, self._progress) if cell.data_type == "f"}


def open_book(path: Path, progress: Progress = SILENT) -> Book:
    """The workbook at `path`, to be closed by the caller.

    Raises `AppError`: sheet.vanished, sheet.unreadable (open elsewhere, no permission), sheet.damaged, sheet.too_big,
    or for what is something else, whatever its name: sheet.old_format (.xls), sheet.locked (password), sheet.word,
    sheet.pdf, sheet.picture, sheet.open_document, sheet.web_page, sheet.text_file, sheet.not_a_workbook.
    """
    try:
        with path.open("rb") as file:
            parts = _inspect(path, file)
        return Book(path, parts, progress)
    except FileNotFoundError as error:
        raise AppError("sheet.vanished", name=path.name) from error
    except IsADirectoryError as error:
        raise AppError("sheet.not_a_workbook", name=path.name) from error
    except OSError as error:
        raise AppError("sheet.unreadable", name=path.name) from error


# What is inside, before anything is parsed ------------------------------------------------------------------------


@dataclass(slots=True)
class _Sheet:
    has_formulas: bool = False
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Parts:
    sheets: dict[str, _Sheet] = field(default_factory=dict)


def _inspect(path: Path, file: IO[bytes]) -> _Parts:
    first = file.read(2)
    size = path.stat().st_size
    if size > MAX_FILE:
        raise _too_big(path, f"{MAX_FILE // 2**20} MB")
    if first != b"PK":
        raise AppError(_CODES[recognised(first + file.read())], name=path.name)
    try:
        with zipfile.ZipFile(file) as archive:
            return _inspect_parts(path, archive)
    except DAMAGE as error:
        raise AppError("sheet.damaged", name=path.name) from error


def _inspect_parts(path: Path, archive: zipfile.ZipFile) -> _Parts:
    listed = archive.infolist()
    names = {item.filename for item in listed}
    if "[Content_Types].xml" not in names or not any(name.endswith("workbook.xml") for name in names):
        is_word = any(name.startswith("word/") for name in names)
        raise AppError("sheet.word" if is_word else _CODES[recognised_zip(archive)], name=path.name)
    needed = [item for item in listed if item.filename.endswith((".xml", ".rels"))]
    if len(listed) > MAX_PARTS or sum(item.file_size for item in needed) > MAX_UNPACKED:
        raise _too_big(path, f"{MAX_UNPACKED // 2**20} MB")
    parts, cells = _Parts(), 0
    for item in needed:
        if item.file_size > MAX_PART:
            raise _too_big(path, f"{MAX_PART // 2**20} MB")
        if item.flag_bits & 1:
            raise AppError("sheet.locked", name=path.name)
        data = archive.read(item)  # never more than the size it declares
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise AppError("sheet.damaged", name=path.name)
        if "worksheets/" in item.filename:
            cells += len(_CELL.findall(data))
            parts.sheets[item.filename] = _sheet(path, data)
            if cells > MAX_CELLS:
                raise _too_big(path, f"{MAX_CELLS:,}".replace(",", "."))
    return parts


def _sheet(path: Path, data: bytes) -> _Sheet:
    merged, covered = [], 0
    for reference in _MERGED.findall(data):
        left, top, right, bottom = range_boundaries(reference.decode("ascii"))
        covered += (bottom - top + 1) * (right - left + 1)
        if covered > MAX_MERGED:
            raise _too_big(path, f"{MAX_MERGED:,}".replace(",", "."))
        merged.append((left, top, right, bottom))
    return _Sheet(_FORMULA.search(data) is not None, merged)


def _too_big(path: Path, limit: str) -> AppError:
    return AppError("sheet.too_big", name=path.name, limit=limit)


# Cells ---------------------------------------------------------------------------------------------------------------


def _part_of(sheet: Any) -> str:
    return str(sheet._worksheet_path).lstrip("/")


def _filled(sheet: Any, progress: Progress) -> Iterator[Any]:
    """Every cell with a value or a formula, within the columns that are read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        sheet.reset_dimensions()
        blank: Any = None
        for number, row in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS)):
            if number % 500 == 0:
                progress.step(number, number + 500)  # how many there are is not known before the end
            if row is blank:
                continue  # openpyxl hands out one and the same row for all that are missing
            cells = [cell for cell in row if hasattr(cell, "row")]
            blank = row if not cells else blank
            yield from (cell for cell in cells if cell.value is not None or cell.data_type in ("f", "n"))


def _found(sheet: str, cell: Any, is_formula: bool) -> Found | None:
    value = cell.value
    place = f"{get_column_letter(cell.column)}{cell.row}"
    if value is None:
        return Found(sheet, place, None, trouble="computed") if is_formula and cell.data_type == "n" else None
    if cell.data_type == "e":
        return Found(sheet, place, str(value), trouble="no_error")
    form = str(cell.number_format or "General")
    if isinstance(value, str):
        text = unescaped(value)
        return Found(sheet, place, text, form) if text else None
    if isinstance(value, bool):
        return Found(sheet, place, value, form)
    if isinstance(value, (int, float)):
        number = shown_number(value) if abs(value) < 1e300 else Decimal("Infinity")
        return Found(sheet, place, number, form)
    return Found(sheet, place, value if hasattr(value, "year") else str(value), form)


def _spread(page: Page, merged: list[tuple[int, int, int, int]]) -> None:
    """A cell merged over several rows holds for each of them."""
    for left, top, _, bottom in merged:
        found = page.cells.get((top, left))
        if found is not None:
            for row in range(top + 1, bottom + 1):
                page.cells[row, left] = found
