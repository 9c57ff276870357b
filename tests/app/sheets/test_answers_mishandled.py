"""An answers form as a clumsy clerk gives it back: moved, merged, doubled, wrong numbers; nothing taken amiss."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.domain.assessment import Response
from app.domain.framework import InputKind
from app.errors import Several
from app.sheets.answers_book import FORM, read_answers
from app.wording import sentence
from tests.app.sheets.test_answers_book import AT, filled, first_input, illustrative, row_of

YES, ISSUED = first_input(InputKind.YES_NO)
NUMBER, FIGURE = first_input(InputKind.INTEGER)


def answered(sheet: Any) -> None:
    sheet.cell(row_of(sheet, YES, ISSUED.key), AT["value"]).value = "Có"
    sheet.cell(row_of(sheet, NUMBER, FIGURE.key), AT["value"]).value = 3


EXPECTED = {YES: Response(inputs={ISSUED.key: "yes"}), NUMBER: Response(inputs={FIGURE.key: "3"})}


def moved(sheet: Any) -> None:
    answered(sheet)
    lines = [[cell.value for cell in row] for row in sheet.iter_rows()]
    sheet.delete_rows(1, sheet.max_row)
    for line in [lines[0], *reversed(lines[1:])]:
        sheet.append([*reversed(line), "việc riêng"])


def titled(sheet: Any) -> None:
    answered(sheet)
    sheet.insert_rows(1, 2)
    sheet.cell(1, 3).value = "PHÒNG VĂN HÓA - XÃ HỘI"
    sheet.merge_cells(start_row=1, end_row=1, start_column=3, end_column=8)


@pytest.mark.parametrize("change", [moved, titled])
def test_lines_and_columns_may_be_moved_and_titled(change: Any, tmp_path: Path) -> None:
    assert read_answers(illustrative(), filled(tmp_path / "a.xlsx", change)).responses == EXPECTED


def doubled(sheet: Any) -> None:
    answered(sheet)
    row = row_of(sheet, NUMBER, FIGURE.key)
    sheet.append([cell.value for cell in sheet[row]])
    sheet.cell(sheet.max_row, AT["value"]).value = 4


def merged(sheet: Any) -> None:
    """One value drawn over several lines: it may belong to the first alone or to all."""
    row = row_of(sheet, NUMBER, FIGURE.key)
    sheet.cell(row, AT["value"]).value = "ba"
    sheet.merge_cells(start_row=row, end_row=row + 1, start_column=AT["value"], end_column=AT["value"])


@pytest.mark.parametrize("value", ["1e999", "12,5", "3/0", "=1/0", "hai mươi", "1.2.3", "٣"])
def test_a_wrong_number_is_named_with_its_cell(value: str, tmp_path: Path) -> None:
    def fill(sheet: Any) -> None:
        sheet.cell(row_of(sheet, NUMBER, FIGURE.key), AT["value"]).value = value

    path = filled(tmp_path / "a.xlsx", fill)
    with pytest.raises(Several) as caught:
        read_answers(illustrative(), path)
    sheet = openpyxl.load_workbook(path)[FORM]
    place = sheet.cell(row_of(sheet, NUMBER, FIGURE.key), AT["value"]).coordinate
    assert [error.details["cell"] for error in caught.value.errors] == [place]
    assert f"“{FORM}”, ô {place}: cần " in sentence(caught.value.errors[0])


@pytest.mark.parametrize("change", [doubled, merged])
def test_what_may_mean_two_things_is_refused(change: Any, tmp_path: Path) -> None:
    with pytest.raises(Several) as caught:
        read_answers(illustrative(), filled(tmp_path / "a.xlsx", change))
    assert "ô" in sentence(caught.value.errors[0])
