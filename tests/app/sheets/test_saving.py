from pathlib import Path
from threading import Event

import openpyxl
import pytest

from app.errors import AppError
from app.progress import Cancelled, Progress
from app.sheets.saving import LISTS, Draft, save


def test_a_file_is_the_old_one_or_the_whole_new_one(tmp_path: Path) -> None:
    path = tmp_path / "bảng.xlsx"
    path.write_bytes(b"old")
    stop = Event()
    stop.set()
    with pytest.raises(Cancelled):
        save(openpyxl.Workbook(), path, Progress(stop=stop))
    assert path.read_bytes() == b"old"
    save(openpyxl.Workbook(), path)
    assert openpyxl.load_workbook(path).sheetnames == ["Sheet"]
    assert [item.name for item in tmp_path.iterdir()] == ["bảng.xlsx"]


@pytest.mark.parametrize(("place", "code"), [("không có/bảng.xlsx", "sheet.not_written"), ("", "sheet.not_written")])
def test_a_place_that_takes_no_file_is_told_and_left_as_it_was(place: str, code: str, tmp_path: Path) -> None:
    target = tmp_path / place if place else tmp_path / "thư mục"
    if not place:
        target.mkdir()
    with pytest.raises(AppError) as caught:
        save(openpyxl.Workbook(), target)
    assert caught.value.code == code
    assert [item for item in tmp_path.rglob("*") if item.is_file()] == []


def test_sheets_have_names_that_excel_takes_and_lists_are_hidden_and_shared(tmp_path: Path) -> None:
    draft = Draft("=1+1")
    names = [draft.sheet(name).title for name in ("Xếp hạng: xã/phường [2026]?", "x" * 40, "X" * 40, "", "  ")]
    assert names == ["Xếp hạng xã phường 2026", "x" * 31, "X" * 29 + " 2", "Trang", "Trang 2"]
    for row in (1, 2):
        draft.choose(draft.book[names[0]], f"A{row}", ("Có", "Không"))
    draft.save(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book[LISTS].sheet_state == "hidden"
    assert [cell.value for cell in book[LISTS]["A"]] == ["Có", "Không"]
    rules = book[names[0]].data_validations.dataValidation
    assert {rule.formula1 for rule in rules} == {"'Danh mục'!$A$1:$A$2"}
