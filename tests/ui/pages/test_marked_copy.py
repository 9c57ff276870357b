"""A workbook with bad cells: all of them told, a copy with each marked offered until it is written."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog

from app.operations.frameworks import authoring
from app.sheets import framework_columns as columns
from app.sheets.saving import MARK_FILL
from tests.ui.pages.collecting_house import House, opened
from ui.pages.frameworks import Frameworks


@pytest.fixture
def house(tmp_path: Path, qtbot) -> Iterator[House]:
    with opened(tmp_path, fresh=True) as made:
        yield made


@pytest.fixture
def page(house: House, qtbot) -> Frameworks:
    return house.show(qtbot, Frameworks(house.context))


def spoilt(path: Path) -> Path:
    authoring.write_framework(authoring.find(None, "minh-hoa-xa"), path)
    book = openpyxl.load_workbook(path)
    sheet = book[columns.NODES]
    at = next(cell.column for cell in sheet[1] if cell.value == "Điểm tối đa")
    for row in range(2, 42):
        sheet.cell(row, at).value = "hai mươi"
    book.save(path)
    return path


def notice_with_offer(house: House):
    (notice,) = [each for each in house.context.notices.waiting() if each.acts]
    return notice


def take_offer(house: House) -> None:
    """As the bar does: it goes, then does what it offered."""
    notice = notice_with_offer(house)
    house.context.notices.take_back(notice)
    notice.acts[0].do()


def marked(path: Path) -> int:
    sheet = openpyxl.load_workbook(path)[columns.NODES]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.fill.fgColor == MARK_FILL.fgColor]
    assert all(cell.comment.text.startswith("Cần số") for cell in cells)
    return len(cells)


def test_every_bad_cell_is_told_and_a_marked_copy_is_written(page: Frameworks, house: House, qtbot, tmp_path: Path):
    page.load(spoilt(tmp_path / "bộ.xlsx"))
    house.wait(qtbot)
    assert len(notice_with_offer(house).details) == 40
    take_offer(house)
    dialog = page.findChild(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "bộ (đánh dấu).xlsx"
    dialog.filesSelected.emit([str(tmp_path / "bản.xlsx")])
    house.wait(qtbot)
    assert marked(tmp_path / "bản.xlsx") == 40
    assert "bản.xlsx" in house.notices()


def test_the_offer_stays_when_nothing_was_chosen_or_nothing_could_be_written(
    page: Frameworks, house: House, qtbot, tmp_path: Path
):
    path = spoilt(tmp_path / "bộ.xlsx")
    before = path.read_bytes()
    page.load(path)
    house.wait(qtbot)
    take_offer(house)
    page.findChild(QFileDialog).reject()
    take_offer(house)
    dialog = [each for each in page.findChildren(QFileDialog) if each.isVisible()][-1]
    dialog.filesSelected.emit([str(path)])
    house.wait(qtbot)
    assert "không ghi đè" in house.notices() or "not written over" in house.notices()
    assert notice_with_offer(house).acts
    assert path.read_bytes() == before


def test_a_file_that_is_no_workbook_offers_nothing(page: Frameworks, house: House, qtbot, tmp_path: Path):
    (tmp_path / "b.xlsx").write_text("không phải Excel", encoding="utf-8")
    page.load(tmp_path / "b.xlsx")
    house.wait(qtbot)
    assert "b.xlsx" in house.notices()
    assert all(not each.acts for each in house.context.notices.waiting())
