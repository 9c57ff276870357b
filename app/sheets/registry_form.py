"""The authority's book of agencies as a workbook: telephone numbers, and the check codes of official letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.errors import AppError
from app.progress import SILENT, Progress
from app.sheets import cells
from app.sheets.cells import Found, Unfit
from app.sheets.kinds import CODE, TEXT, Telephone, Text
from app.sheets.opening import Book, Page, open_book
from app.sheets.properties import value_at
from app.sheets.saving import Draft
from app.sheets.tables import Column, Notes, bound, find_head, read_table, unique, write_table

SHEET = "Danh bạ và khóa"
DIGITS = 30


@dataclass(frozen=True)
class CheckCode(Text):
    """Six groups of five digits; a code that Excel has made a number of has lost digits and is refused."""

    def take(self, found: Found, above: Sequence[Any]) -> Any:
        text = cells.text_of(found)
        digits = "".join(sign for sign in text if sign.isdecimal() and sign.isascii())
        others = {sign for sign in text if not sign.isdecimal() and sign not in " \u00a0.-–\n"}
        if not isinstance(found.value, str) or len(digits) != DIGITS or others:
            raise Unfit("check_code")
        return " ".join(digits[at : at + 5] for at in range(0, DIGITS, 5))


@dataclass(frozen=True)
class Row:
    """One agency of the form."""

    code: str
    name: str = ""
    telephone: str = ""
    contact: str = ""
    check_code: str = ""
    source: str = ""


COLUMNS = bound(
    Row,
    Column("code", "Mã", CODE, 14, "Theo danh sách của đợt.", aliases=("Mã đơn vị", "Mã cơ quan")),
    Column("name", "Tên", TEXT, 34, "Để đọc; không nạp lại.", aliases=("Tên cơ quan", "Tên cơ quan, địa phương")),
    Column(
        "telephone", "Điện thoại", Telephone(), 16, "Số biết từ trước, không lấy từ tệp gửi đến.",
        aliases=("Số điện thoại",),
    ),
    Column("contact", "Đầu mối", TEXT, 26),
    Column(
        "check_code", "Mã đối chiếu", CheckCode(), 42, "Sáu nhóm năm chữ số, chép từ công văn.",
        aliases=("Mã đối chiếu trong công văn", "Mã đối chiếu khóa niêm phong"),
    ),
    Column("source", "Căn cứ", TEXT, 34, "Số, ngày của công văn.", aliases=("Số công văn", "Công văn")),
)  # fmt: skip
_GUIDE = (
    "Danh bạ và mã đối chiếu khóa niêm phong của các cơ quan, địa phương",
    "Trang “Danh bạ và khóa”: mỗi cơ quan một dòng. Ô để trống thì giữ nguyên nội dung đã có trong phần mềm.",
    "Mã đối chiếu chép từ công văn nhận qua hệ thống quản lý văn bản; không chép từ tệp gửi đến.",
)


def write_form(rows: Sequence[Row], path: Path, progress: Progress = SILENT) -> None:
    """Writes the form; raises `AppError` sheet.target_in_use or sheet.not_written."""
    draft = Draft(SHEET)
    draft.guide(_GUIDE)
    lines = [{column.field: value_at(row, column.field) for column in COLUMNS} for row in rows]
    sheet = write_table(draft, SHEET, COLUMNS, lines, frozen=2)
    number = 1 + [column.field for column in COLUMNS].index("check_code")
    for line in range(2, len(rows) + 2):
        sheet.cell(line, number).number_format = "@"  # thirty digits typed without blanks stay digits
    draft.book.active = 1
    draft.save(path, progress)


def read_form(path: Path, codes: Sequence[str], progress: Progress = SILENT) -> tuple[Row, ...]:
    """The rows of a filled form that tell anything, for agencies of these codes.

    Raises `Several("sheet.bad_cells")` with every cell that does not fit, or what `open_book` raises.
    """
    book = open_book(path, progress)
    try:
        notes = Notes()
        lines = list(read_table(_page(book), COLUMNS, notes))
        unique(lines, "code", notes)
        for line in lines:
            if line.is_sound and line["code"] not in codes:
                line.note(notes, "code", "listed_code")
        notes.refuse()
        rows = (Row(**line.values) for line in lines)
        return tuple(row for row in rows if row.telephone or row.contact or row.check_code or row.source)
    finally:
        book.close()


def _page(book: Book) -> Page:
    """The sheet of the form: by name, else the first that has its head."""
    page = book.page(SHEET)
    if page is not None:
        return page
    for at in range(len(book.titles)):
        page = book.page_at(at)
        if {"code", "check_code"} <= set(find_head(page, COLUMNS)[1]):
            return page
    raise AppError("sheet.missing_sheet", name=book.name, sheet=SHEET)
