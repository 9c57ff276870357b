from pathlib import Path

import openpyxl
import pytest
from PIL import Image

from app.errors import AppError
from app.sheets.cells import bad_cell
from app.sheets.marking import marked_copy
from app.sheets.saving import MARK_FILL


def original(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Tiêu chí"
    sheet.append(["Mã", "Điểm"])
    sheet.append(["1", "hai"])
    sheet.append(["2", 3])
    sheet.merge_cells("A2:A3")
    sheet["D1"].value, sheet["D1"].data_type = "=1+1", "s"
    picture = path.with_suffix(".png")
    Image.new("RGB", (8, 8)).save(picture)
    sheet.add_image(openpyxl.drawing.image.Image(str(picture)), "E1")
    book.save(path)
    picture.unlink()
    return path


def test_the_copy_marks_each_bad_cell_and_nothing_else(tmp_path: Path) -> None:
    path = original(tmp_path / "biểu.xlsx")
    before = path.read_bytes()
    errors: list[AppError] = [
        bad_cell("Tiêu chí", "B2", "hai", "amount"),
        bad_cell("tieu chi", "B2", "hai", "filled"),
        bad_cell("Tiêu chí", "A3", "", "filled"),
        bad_cell("Trang khác", "A1", "", "filled"),
        bad_cell("Tiêu chí", "không phải ô", "", "filled"),
    ]
    assert marked_copy(path, errors, tmp_path / "đánh dấu.xlsx") == 2
    sheet = openpyxl.load_workbook(tmp_path / "đánh dấu.xlsx")["Tiêu chí"]
    marked = {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.fill.fgColor == MARK_FILL.fgColor}
    assert marked == {"A2", "B2"}
    assert sheet["B2"].comment.text == (
        "Cần số, tỷ lệ % hoặc phân số, ví dụ 7,5 hoặc 75% hoặc 1/2\nCần có nội dung, không để trống"
    )
    assert (sheet["B2"].value, sheet["B3"].value, sheet["D1"].data_type) == ("hai", 3, "s")
    assert path.read_bytes() == before


def test_what_cannot_be_read_is_not_copied(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("không phải Excel")
    with pytest.raises(AppError) as caught:
        marked_copy(tmp_path / "a.xlsx", [], tmp_path / "b.xlsx")
    assert caught.value.code == "sheet.text_file"
    assert not (tmp_path / "b.xlsx").exists()
