import contextlib
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.errors import AppError
from app.sheets import opening
from app.sheets.cells import Found
from app.sheets.foreign import OLE
from app.sheets.opening import open_book
from app.wording import sentence


def workbook(path: Path, *rows: list[Any]) -> Path:
    book = openpyxl.Workbook()
    for row in rows or ([1],):
        book.active.append(row)
    book.active.title = "Tiêu chí"
    book.save(path)
    return path


def repacked(path: Path, **changes: bytes) -> Path:
    """The package with the sheet (`sheet`) or another part replaced or added."""
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    names = {"sheet": "xl/worksheets/sheet1.xml"}
    held.update({names.get(name, name): data for name, data in changes.items()})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    return path


def sheet_xml(content: str) -> bytes:
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{namespace}">{content}</worksheet>'.encode()


def old_excel(tmp_path: Path) -> Path:
    path = tmp_path / "cũ.xls"
    path.write_bytes(OLE + bytes(1000) + "Workbook".encode("utf-16-le") + bytes(1000))
    return path


def locked(tmp_path: Path) -> Path:
    path = tmp_path / "khóa.xlsx"
    path.write_bytes(OLE + bytes(1000) + "EncryptedPackage".encode("utf-16-le") + bytes(1000))
    return path


def word_document(tmp_path: Path) -> Path:
    path = tmp_path / "văn bản.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w/>")
    return path


def binary_excel(tmp_path: Path) -> Path:
    path = tmp_path / "nhị phân.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.bin", "x")
    return path


def old_word(tmp_path: Path) -> Path:
    path = tmp_path / "văn bản.xlsx"
    path.write_bytes(OLE + bytes(1000) + "WordDocument".encode("utf-16-le") + bytes(1000))
    return path


def scan(tmp_path: Path) -> Path:
    path = tmp_path / "bản quét.xlsx"
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3")
    return path


def photograph(tmp_path: Path) -> Path:
    path = tmp_path / "ảnh.xlsx"
    path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    return path


def from_libreoffice(tmp_path: Path) -> Path:
    path = tmp_path / "bảng.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<office/>")
    return path


def list_with_commas(tmp_path: Path) -> Path:
    path = tmp_path / "danh sách.xlsx"
    path.write_text("Mã,Tên\n1,Một", encoding="utf-8")
    return path


def nothing_known(tmp_path: Path) -> Path:
    path = tmp_path / "gì đó.xlsx"
    path.write_bytes(b"\x00\x01\x02")
    return path


def page_saved_as_xls(tmp_path: Path) -> Path:
    path = tmp_path / "trang.xls"
    path.write_text("<html><table><tr><td>1</td></tr></table></html>")
    return path


def cut_short(tmp_path: Path) -> Path:
    path = workbook(tmp_path / "dở.xlsx")
    path.write_bytes(path.read_bytes()[:-200])
    return path


def not_xml(tmp_path: Path) -> Path:
    return repacked(workbook(tmp_path / "hỏng.xlsx"), sheet=b"<worksheet><sheetData><row>")


def entities(tmp_path: Path) -> Path:
    return repacked(workbook(tmp_path / "x.xlsx"), sheet=b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>')


def bomb(tmp_path: Path) -> Path:
    path = workbook(tmp_path / "bom.xlsx")
    return repacked(path, **{"xl/worksheets/sheet2.xml": b" " * (opening.MAX_PART + 1)})


def merged_bomb(tmp_path: Path) -> Path:
    merged = '<sheetData/><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    return repacked(workbook(tmp_path / "gộp.xlsx"), sheet=sheet_xml(merged))


def many_cells(tmp_path: Path) -> Path:
    row = "<row>" + "<c><v>1</v></c>" * 1000 + "</row>"
    return repacked(workbook(tmp_path / "ô.xlsx"), sheet=sheet_xml(f"<sheetData>{row * 1001}</sheetData>"))


def gone(tmp_path: Path) -> Path:
    return tmp_path / "không còn.xlsx"


def folder(tmp_path: Path) -> Path:
    (tmp_path / "thư mục.xlsx").mkdir()
    return tmp_path / "thư mục.xlsx"


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (old_excel, "sheet.old_format"),
        (locked, "sheet.locked"),
        (binary_excel, "sheet.old_format"),
        (word_document, "sheet.word"),
        (old_word, "sheet.word"),
        (scan, "sheet.pdf"),
        (photograph, "sheet.picture"),
        (from_libreoffice, "sheet.open_document"),
        (page_saved_as_xls, "sheet.web_page"),
        (list_with_commas, "sheet.text_file"),
        (nothing_known, "sheet.not_a_workbook"),
        (cut_short, "sheet.damaged"),
        (not_xml, "sheet.damaged"),
        (entities, "sheet.damaged"),
        (bomb, "sheet.too_big"),
        (merged_bomb, "sheet.too_big"),
        (many_cells, "sheet.too_big"),
        (gone, "sheet.vanished"),
        (folder, "sheet.not_a_workbook"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_what_is_no_sound_workbook_has_its_own_sentence(make: Any, code: str, tmp_path: Path) -> None:
    path = make(tmp_path)
    with pytest.raises(AppError) as caught, contextlib.closing(open_book(path)) as book:
        book.page_at(0)
    assert caught.value.code == code
    assert path.name in sentence(caught.value)
    assert "{" not in sentence(caught.value, "en")


def cells_of(path: Path) -> dict[tuple[int, int], Found]:
    book = open_book(path)
    try:
        page = book.page("tieu CHI")
    finally:
        book.close()
    assert page is not None
    return page.cells


def test_formulas_give_their_stored_value_and_without_one_are_named(tmp_path: Path) -> None:
    rows = (
        '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1*2</f></c>'
        '<c r="C1" t="str"><f>IF(A1=1,"x","")</f><v></v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        '<c r="E1" s="0"/></row></sheetData>'
    )
    found = cells_of(repacked(workbook(tmp_path / "a.xlsx"), sheet=sheet_xml(rows)))
    assert {at: (cell.value and str(cell.value), cell.trouble) for at, cell in found.items()} == {
        (1, 1): ("2", ""),
        (1, 2): (None, "computed"),
        (1, 4): ("#DIV/0!", "no_error"),
    }


def test_blank_and_invisible_cells_are_empty_and_texts_are_trimmed(tmp_path: Path) -> None:
    found = cells_of(workbook(tmp_path / "a.xlsx", ["\u200b", " \xa0 ", "  a\u202e \n", "_x000D_b", "Hoà"]))
    assert {at: cell.value for at, cell in found.items()} == {(1, 3): "a", (1, 4): "b", (1, 5): "Hoà"}


def test_cells_far_away_are_read_without_filling_what_is_between(tmp_path: Path) -> None:
    rows = '<sheetData><row r="1048576"><c r="A1048576"><v>7</v></c></row></sheetData>'
    found = cells_of(repacked(workbook(tmp_path / "a.xlsx"), sheet=sheet_xml(rows)))
    assert list(found) == [(1048576, 1)]


def test_a_cell_merged_downwards_holds_for_every_row_and_only_its_first_column(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ["4.1", None], [None, "x"])
    book = openpyxl.load_workbook(path)
    book.active.merge_cells("A1:A2")
    book.active.merge_cells("C1:D1")
    book.active["C1"] = "tiêu đề"
    book.save(path)
    found = cells_of(path)
    assert {at: (cell.value, cell.place) for at, cell in found.items()} == {
        (1, 1): ("4.1", "A1"),
        (2, 1): ("4.1", "A1"),
        (2, 2): ("x", "B2"),
        (1, 3): ("tiêu đề", "C1"),
    }
