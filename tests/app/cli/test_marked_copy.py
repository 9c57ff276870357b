"""``--marked-copy``: a workbook that is refused for its cells is written again with those cells marked."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from app.operations.frameworks import authoring
from app.sheets import framework_columns as columns
from app.sheets.saving import MARK_FILL
from tests.app.cli.calling import Desk


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    """A workbook in which the maximum of the first 40 nodes is no number."""
    path = tmp_path / "bộ.xlsx"
    authoring.write_framework(authoring.find(None, "minh-hoa-xa"), path)
    book = openpyxl.load_workbook(path)
    sheet = book[columns.NODES]
    at = next(cell.column for cell in sheet[1] if cell.value == "Điểm tối đa")
    for row in range(2, 42):
        sheet.cell(row, at).value = "hai mươi"
    book.save(path)
    return path


def test_the_copy_is_written_and_the_refusal_says_where(
    desk: Callable[[str], Desk], spoilt: Path, tmp_path: Path
) -> None:
    one, copy = desk("x"), tmp_path / "bản.xlsx"
    error = one.refused("framework", "import", spoilt, "--marked-copy", copy)
    assert (error["code"], error["details"]["marked"], len(error["details"]["errors"])) == (
        "sheet.bad_cells_marked", 40, 40,
    )  # fmt: skip
    assert str(copy) in error["message"]
    sheet = openpyxl.load_workbook(copy)[columns.NODES]
    assert sum(cell.fill.fgColor == MARK_FILL.fgColor for row in sheet.iter_rows() for cell in row) == 40


def test_without_being_asked_for_no_copy_is_written(desk: Callable[[str], Desk], spoilt: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*.xlsx"))
    error = desk("x").refused("framework", "import", spoilt)
    assert (error["code"], len(error["details"]["errors"])) == ("sheet.bad_cells", 40)
    assert sorted(tmp_path.rglob("*.xlsx")) == before


def test_the_copy_never_takes_the_place_of_the_workbook(desk: Callable[[str], Desk], spoilt: Path) -> None:
    before = spoilt.read_bytes()
    assert desk("x").refused("framework", "import", spoilt, "--marked-copy", spoilt)["code"] == "sheet.target_is_source"
    assert spoilt.read_bytes() == before


def test_a_sound_workbook_is_taken_and_needs_no_copy(desk: Callable[[str], Desk], tmp_path: Path) -> None:
    authoring.write_framework(authoring.find(None, "minh-hoa-xa"), tmp_path / "bộ.xlsx")
    desk("x").does("framework", "import", tmp_path / "bộ.xlsx", "--marked-copy", tmp_path / "bản.xlsx")
    assert not (tmp_path / "bản.xlsx").exists()


def test_a_file_of_another_kind_is_told_by_its_content_whatever_its_name(
    desk: Callable[[str], Desk], tmp_path: Path
) -> None:
    one = desk("x")
    cases = {"a.xls": (b"%PDF-1.7", "sheet.pdf"), "b.ods": (b"PK\x03\x04", "sheet.damaged"),
             "c.rtf": (b"{\\rtf1 x}", "sheet.word"), "d.csv": ("Mã,Tên".encode(), "sheet.text_file")}  # fmt: skip
    for name, (data, code) in cases.items():
        (tmp_path / name).write_bytes(data)
        assert one.refused("framework", "import", tmp_path / name)["code"] == code
        assert one.refused("framework", "check", tmp_path / name)["code"] == code
    assert one.refused("framework", "check", "x." + "y" * 5000)["code"] == "framework.unknown"


def test_json_is_read_whatever_its_name(desk: Callable[[str], Desk], tmp_path: Path) -> None:
    authoring.write_framework(authoring.find(None, "minh-hoa-xa"), tmp_path / "bộ.json")
    (tmp_path / "bộ.json").rename(tmp_path / "bộ.txt")
    desk("x").does("framework", "import", tmp_path / "bộ.txt")
