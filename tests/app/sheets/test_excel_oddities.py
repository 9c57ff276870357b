"""Cells as Excel itself writes them and openpyxl does not: read as a person sees them, or named."""

import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.domain import framework as f
from app.domain import rules
from app.domain.codec import Amount
from app.errors import Several
from app.sheets import framework_columns as columns
from app.sheets.cells import Found
from app.sheets.framework_book import read_framework, write_framework
from app.sheets.opening import open_book

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHARED = (  # rich text, phonetic guide, what nobody sees, an escape
    "<si><r><t>Tỷ </t></r><r><rPr><b/></rPr><t>lệ</t></r><rPh sb='0' eb='1'><t>PHIÊN ÂM</t></rPh></si>"
    "<si><t xml:space='preserve'>\ufeffa&#8203;b&#173;c&#160;d </t></si>"
    "<si><t>dòng 1_x000D_\ndòng 2</t></si>"
)


def workbook(path: Path, *cells: str) -> Path:
    """A sheet with these cells, one below the other in column A; `SHARED` stands as shared strings."""
    book = openpyxl.Workbook()
    book.save(path)
    rows = "".join(f'<row r="{at}">{cell.replace("<c", f"<c r=`A{at}`", 1)}</row>' for at, cell in enumerate(cells, 1))
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'.replace("`", '"')
    kind = "sharedStrings+xml"
    changes: dict[str, Callable[[str], str]] = {
        "xl/worksheets/sheet1.xml": lambda _: sheet,
        "[Content_Types].xml": lambda old: old.replace(
            "</Types>",
            '<Override PartName="/xl/sharedStrings.xml" '
            f'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}"/></Types>',
        ),
        "xl/_rels/workbook.xml.rels": lambda old: old.replace(
            "</Relationships>",
            '<Relationship Id="rId99" Target="sharedStrings.xml" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>',
        ),
    }
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in held.items():
            archive.writestr(name, changes.get(name, lambda old: old)(text))
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{SHARED}</sst>')
    return path


def seen(path: Path) -> list[Any]:
    """The values of column A, an error by its name, None for nothing."""
    book = open_book(path)
    try:
        cells = book.page_at(0).cells
    finally:
        book.close()

    def told(found: Found | None) -> Any:
        return None if found is None else found.trouble or found.value

    return [told(cells.get((row, 1))) for row in range(1, max(row for row, _ in cells) + 1)]


ODDITIES = {
    "text inside the cell, in runs": ("<c t='inlineStr'><is><r><t>một</t></r><r><t> hai</t></r></is></c>", "một hai"),
    "rich text with a phonetic guide": ("<c t='s'><v>0</v></c>", "Tỷ lệ"),
    "invisible characters": ("<c t='s'><v>1</v></c>", "abc\xa0d"),
    "a line end Excel escaped": ("<c t='s'><v>2</v></c>", "dòng 1\n\ndòng 2"),
    "more digits than are shown": ("<c><v>0.30000000000000004</v></c>", Decimal("0.3")),
    "a code as a binary fraction": ("<c><v>4.0999999999999996</v></c>", Decimal("4.1")),
    "an exponent": ("<c><v>1.5E+3</v></c>", Decimal("1500")),
    "a formula with its value": ("<c><f>1+1</f><v>2</v></c>", Decimal(2)),
    "a formula without": ("<c><f>1+1</f></c>", "computed"),
    "a formula with an empty value": ("<c><f>1+1</f><v></v></c>", "computed"),
    "a shared formula without": ("<c><f t='shared' si='0'/></c>", "computed"),
    "a shared formula with its value": ("<c><f t='shared' ref='A1:A9' si='0'>1+1</f><v>7</v></c>", Decimal(7)),
    "an array formula without": ("<c><f t='array' ref='A1'>SUM(B1:B2)</f></c>", "computed"),
    "a data table without": ("<c><f t='dataTable' ref='A1'/></c>", "computed"),
    "a formula that gives an empty text": ("<c t='str'><f>\"\"</f><v></v></c>", None),
    "an error": ("<c t='e'><v>#REF!</v></c>", "no_error"),
    "a truth value": ("<c t='b'><v>1</v></c>", True),
}


@pytest.mark.parametrize("name", ODDITIES)
def test_a_cell_as_excel_writes_it_is_read_as_it_is_seen(name: str, tmp_path: Path) -> None:
    xml, meant = ODDITIES[name]
    assert seen(workbook(tmp_path / "a.xlsx", xml, "<c><v>0</v></c>")) == [meant, Decimal(0)]


def test_formulas_without_a_value_are_named_by_cell_and_the_others_read(tmp_path: Path) -> None:
    cells = ("<c><f t='shared' ref='A1:A3' si='0'>1+1</f><v>2</v></c>", *["<c><f t='shared' si='0'/></c>"] * 2)
    assert seen(workbook(tmp_path / "a.xlsx", *cells)) == [Decimal(2), "computed", "computed"]


# In a framework ----------------------------------------------------------------------------------------------------


def framework() -> f.Framework:
    ratio = rules.Ratio(numerator="a", denominator="b")
    rule = rules.Scored(measure=ratio, scale=rules.Bands(bands=(rules.Band(at_least=Amount("75%")),)))
    inputs = (f.Input(key="a", label="A"), f.Input(key="b", label="B"))
    items = [
        f.Criterion(title=f"C{at}", code=f"4.{at}", maximum=Amount("5"), rule=rule, inputs=inputs)
        for at in range(1, 11)
    ]
    return f.Framework(
        id="x", version="1", title="Bộ", totals=f.Totals(maximum=Amount("50")),
        nodes=(f.Group(title="G", code="4", maximum=Amount("50"), nodes=tuple(items)),),
        regulation=f.Regulation(title="Quyết định", number="1/2023"),
    )  # fmt: skip


def edited(path: Path, edit: Callable[[Any], None]) -> Path:
    write_framework(framework(), path)
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)
    return path


def column(sheet: Any, header: str) -> list[Any]:
    at = next(cell.column for cell in sheet[1] if cell.value == header)
    return [sheet.cell(row, at) for row in range(2, sheet.max_row + 1)]


def to_number(cell: Any) -> None:
    """What Excel makes of a code typed into a plain cell: 4.10 and 4.1 become the same number."""
    cell.value, cell.number_format = float(cell.value), "General"


def test_codes_that_became_numbers_are_the_same_codes_where_their_order_tells(tmp_path: Path) -> None:
    def as_numbers(book: Any) -> None:
        for cell in column(book[columns.NODES], "Mã"):
            to_number(cell)

    assert read_framework(edited(tmp_path / "a.xlsx", as_numbers)) == framework()


def test_a_reference_that_may_mean_two_codes_is_named_by_cell(tmp_path: Path) -> None:
    def as_numbers(book: Any) -> None:
        for cell in column(book[columns.INPUTS], "Mã tiêu chí"):
            to_number(cell)

    with pytest.raises(Several) as caught:
        read_framework(edited(tmp_path / "a.xlsx", as_numbers))
    told = [(error.details["sheet"], error.details["cell"]) for error in caught.value.errors]
    assert told == [(columns.INPUTS, f"A{row}") for row in (2, 3, 20, 21)]  # 4.1 and 4.10, two figures each


def test_percentages_numbers_as_text_and_invisible_characters_are_what_they_look_like(tmp_path: Path) -> None:
    def as_people_do(book: Any) -> None:
        sheet = book[columns.NODES]
        for cell in column(sheet, "Điểm tối đa"):
            if cell.value == 5:
                cell.value, cell.number_format = "\u200b5,0\xa0", "@"
        for cell in column(sheet, "Mã"):
            cell.value = f"\ufeff{cell.value}\xa0"
        for cell in sheet[1]:
            cell.value = cell.value.replace(" ", "\xa0", 1)
        sheet.title = "Tiêu\u00ad chí"

    read = read_framework(edited(tmp_path / "a.xlsx", as_people_do))
    expected = [(item.node.code, item.node.title, item.maximum) for item in framework().index.places.values()]
    assert [(item.node.code, item.node.title, item.maximum) for item in read.index.places.values()] == expected


def test_codes_and_numbers_that_became_dates_are_named_by_cell(tmp_path: Path) -> None:
    def as_dates(book: Any) -> None:
        code = column(book[columns.NODES], "Mã")[1]
        code.value, code.number_format = date(2026, 1, 4), "d-mmm"
        number = next(cell for cell in book[columns.PROPERTIES]["B"] if cell.value == "1/2023")
        number.value, number.number_format = date(2023, 1, 1), "mmm-yy"

    with pytest.raises(Several) as caught:
        read_framework(edited(tmp_path / "a.xlsx", as_dates))
    told = {error.details["sheet"]: error.details["expected"] for error in caught.value.errors}
    assert "Excel đã đổi mã" in told[columns.NODES]
    assert "Excel đã đổi nội dung thành ngày" in told[columns.PROPERTIES]
