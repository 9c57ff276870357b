"""The list of agencies as a workbook: a template to fill, the list itself, and back."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from app.domain.agency import Agency, Contact
from app.domain.framework import TargetGroup, Trait
from app.errors import AppError
from app.progress import SILENT, Progress
from app.sheets.kinds import CODE, CODE_SET, CODES, DAY, TEXT, Telephone, Words
from app.sheets.opening import Book, Page, open_book
from app.sheets.properties import value_at
from app.sheets.saving import Draft
from app.sheets.tables import Column, Notes, bound, find_head, read_table, unique, write_table

SHEET = "Danh sách"
COLUMNS = (
    *bound(
        Agency,
        Column("code", "Mã", CODE, 12, "Nhập dạng văn bản, giữ các số 0 ở đầu.", aliases=("Mã đơn vị", "Mã cơ quan")),
        Column("name", "Tên", TEXT, 36, aliases=("Tên cơ quan", "Tên đơn vị", "Tên cơ quan, địa phương")),
        Column("target_group", "Nhóm đối tượng", CODE, 18),
        Column("parent", "Cấp trên", CODE, 12, "Mã của cơ quan cấp trên."),
        Column("traits", "Đặc điểm", CODE_SET, 22, "Mã các đặc điểm, cách nhau dấu chấm phẩy."),
    ),
    Column("contact.name", "Đầu mối", TEXT, 24, empty="", is_optional=True),
    Column("contact.title", "Chức vụ", TEXT, 20, empty="", is_optional=True),
    Column("contact.telephone", "Điện thoại", Telephone(), 14, empty="", is_optional=True, aliases=("Số điện thoại",)),
    Column("contact.email", "Thư điện tử", TEXT, 26, empty="", is_optional=True, aliases=("Email", "E-mail")),
    *bound(
        Agency,
        Column("inspection_day", "Ngày kiểm tra", DAY, 13, "dd/mm/yyyy", aliases=("Ngày kiểm tra thực tế",)),
        Column("extended_to", "Gia hạn đến", DAY, 13, "dd/mm/yyyy"),
        Column("data_from", "Số liệu từ ngày", DAY, 13, "Để trống nếu theo kỳ đánh giá."),
        Column("data_to", "Số liệu đến ngày", DAY, 13, "Để trống nếu theo kỳ đánh giá."),
        Column("valid_from", "Hiệu lực từ", DAY, 13, "Ngày thành lập."),
        Column("valid_to", "Hiệu lực đến", DAY, 13, "Ngày chấm dứt."),
        Column("predecessors", "Sáp nhập từ", CODES, 20, "Mã các đơn vị cũ, cách nhau dấu chấm phẩy."),
    ),
)
_GUIDE = (
    "Danh sách cơ quan, địa phương tham gia đợt đánh giá",
    "Trang “Danh sách”: mỗi cơ quan một dòng; bắt buộc có Mã và Tên. Có thể đổi chỗ hoặc thêm cột.",
    "Ngày ghi theo dạng dd/mm/yyyy.",
)


def write_agencies(
    agencies: Iterable[Agency],
    path: Path,
    target_groups: Sequence[TargetGroup] = (),
    traits: Sequence[Trait] = (),
    progress: Progress = SILENT,
) -> None:
    """Writes the list; groups and traits become a drop-down and a legend.

    Raises `AppError` sheet.target_in_use or sheet.not_written.
    """
    draft = Draft("Danh sách cơ quan, địa phương")
    legend = [f"Nhóm đối tượng {group.code}: {group.name}" for group in target_groups]
    legend += [f"Đặc điểm {trait.code}: {trait.name}" for trait in traits]
    draft.guide((*_GUIDE, *legend))
    rows = [{column.field: value_at(agency, column.field) for column in COLUMNS} for agency in agencies]
    write_table(draft, SHEET, _columns(target_groups), rows, frozen=2)
    draft.book.active = 1
    draft.save(path, progress)


def write_agencies_template(
    path: Path, target_groups: Sequence[TargetGroup] = (), traits: Sequence[Trait] = ()
) -> None:
    """Writes the empty list, to be filled by an authority."""
    write_agencies((), path, target_groups, traits)


def read_agencies(
    path: Path, target_groups: Sequence[TargetGroup] = (), progress: Progress = SILENT
) -> tuple[Agency, ...]:
    """The agencies of a list, in its order; groups are checked where `target_groups` are given.

    Raises `Several("sheet.bad_cells")` with every cell that does not fit, or what `open_book` raises.
    """
    book = open_book(path, progress)
    try:
        notes = Notes()
        columns = _columns(target_groups)
        lines = list(read_table(_page(book), columns, notes))
        unique(lines, "code", notes)
        notes.refuse()
        return tuple(_agency(line.values) for line in lines)
    finally:
        book.close()


def _columns(target_groups: Sequence[TargetGroup]) -> tuple[Column, ...]:
    if not target_groups:
        return COLUMNS
    codes = tuple(group.code for group in target_groups)
    pairs = (*((code, code) for code in codes), *((group.name, group.code) for group in target_groups))
    groups = Column("target_group", "Nhóm đối tượng", Words(choices=codes, pairs=pairs), 18, empty="", is_optional=True)
    return tuple(groups if column.field == "target_group" else column for column in COLUMNS)


def _page(book: Book) -> Page:
    """The sheet of the list: by name, else the first that has its head."""
    page = book.page(SHEET)
    if page is not None:
        return page
    for at in range(len(book.titles)):
        page = book.page_at(at)
        if {"code", "name"} <= set(find_head(page, COLUMNS)[1]):
            return page
    raise AppError("sheet.missing_sheet", name=book.name, sheet=SHEET)


def _agency(values: dict[str, Any]) -> Agency:
    own = {name: value for name, value in values.items() if "." not in name}
    contact = {name.removeprefix("contact."): value for name, value in values.items() if "." in name}
    return Agency(**own, contact=Contact(**contact))
