import datetime
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from openpyxl.utils import get_column_letter

from app.domain import framework as f
from app.domain import rules
from app.domain.codec import Amount
from app.domain.framework import Criterion, Framework, from_json
from app.errors import AppError, Several
from app.sheets import framework_columns as columns
from app.sheets.framework_book import read_framework, write_framework
from app.sheets.regulation_tables import STEPS
from app.sheets.rule_cells import COMPOSITIONS, OTHER, lines_of, rule_from
from app.wording import sentence
from tests.app.sheets.strategies import frameworks, rule_trees

RESOURCES = Path(__file__).parents[3] / "resources"
SHIPPED = sorted((RESOURCES / "frameworks").rglob("*.json"))
HEAVY = settings(
    phases=[Phase.explicit, Phase.generate],  # a whole workbook takes too long to shrink
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
EXAMPLES = sorted(path for path in (RESOURCES / "schema" / "examples").glob("*.json") if path.name.count(".") == 1)


def load(path: Path) -> Framework:
    return from_json(json.loads(path.read_text("utf-8")))


def illustrative() -> Framework:
    return load(RESOURCES / "frameworks" / "minh-hoa-xa.json")


def edited(framework: Framework, path: Path, edit: Callable[[Any], None]) -> Path:
    """The framework's workbook after a person's edit in a spreadsheet program."""
    write_framework(framework, path)
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)
    return path


def column(sheet: Any, header: str) -> int:
    return next(cell.column for cell in sheet[1] if cell.value == header)


def refused(path: Path) -> Several:
    with pytest.raises(Several) as caught:
        read_framework(path)
    assert caught.value.code == "sheet.bad_cells"
    assert all(sentence(error, language) for error in caught.value.errors for language in ("vi", "en"))
    return caught.value


def cells(several: Several) -> list[tuple[str, str]]:
    return [(error.details["sheet"], error.details["cell"]) for error in several.errors]


# Without loss ------------------------------------------------------------------------------------------------------


def comes_back(framework: Framework, folder: Path) -> None:
    path = folder / "bộ.xlsx"
    write_framework(framework, path)
    assert read_framework(path) == framework


@given(framework=frameworks)
@settings(HEAVY, max_examples=12)
def test_any_framework_comes_back_as_it_was(framework: Framework, tmp_path_factory: pytest.TempPathFactory) -> None:
    comes_back(framework, tmp_path_factory.mktemp("books"))


@pytest.mark.slow
@given(framework=frameworks)
@settings(HEAVY, max_examples=100)
def test_many_more_frameworks_come_back(framework: Framework, tmp_path_factory: pytest.TempPathFactory) -> None:
    comes_back(framework, tmp_path_factory.mktemp("books"))


@given(rule=rule_trees)
def test_any_rule_stands_in_cells_and_comes_back(rule: rules.Rule) -> None:
    lines = {line.path: line for line in lines_of(rule)}
    assert rule_from(lines) == rule


@pytest.mark.parametrize("path", SHIPPED + EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_shipped_frameworks_come_back_in_named_compositions(path: Path, tmp_path: Path) -> None:
    framework = load(path)
    write_framework(framework, tmp_path / "bộ.xlsx")
    assert read_framework(tmp_path / "bộ.xlsx") == framework
    criteria = [place.criterion for place in framework.index.criteria()]
    kinds = [line.values["kind"] for item in criteria if item is not None for line in lines_of(item.rule)]
    assert OTHER not in kinds


def test_every_composition_is_told_in_the_guide_and_unlike_the_others() -> None:
    words = [item.word for item in COMPOSITIONS]
    assert len(set(words)) == len(words) >= 20
    assert all(word in " ".join(columns.GUIDE_LINES) for word in words)


def test_same_framework_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_framework(illustrative(), tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


# As people leave it ------------------------------------------------------------------------------------------------


def test_columns_may_be_moved_added_and_renamed_in_case(tmp_path: Path) -> None:
    def shuffle(book: Any) -> None:
        sheet = book[columns.NODES]
        rows = [[(cell.value, cell.number_format) for cell in row] for row in sheet.iter_rows()]
        sheet.delete_rows(1, sheet.max_row)
        sheet.append(["Bộ chỉ số của xã"])
        sheet.append([])
        for number, row in enumerate(rows):
            moved = [*reversed(row), ("Ghi chú riêng" if number == 0 else "việc của tôi", "@")]
            sheet.append([item.upper() + ":" if number == 0 else item for item, _ in moved])
            for cell, (_, form) in zip(sheet[sheet.max_row], moved, strict=True):
                cell.number_format = form
        sheet.title = "TIÊU  CHÍ"

    framework = illustrative()
    assert read_framework(edited(framework, tmp_path / "bộ.xlsx", shuffle)) == framework


def test_columns_in_which_nothing_stands_may_be_missing(tmp_path: Path) -> None:
    """Also those a workbook of an earlier version did not have yet."""

    def thin_out(book: Any) -> None:
        for sheet in book.worksheets:
            for at in range(sheet.max_column, 0, -1):
                if all(sheet.cell(row, at).value is None for row in range(2, sheet.max_row + 1)):
                    sheet.delete_cols(at)

    framework = illustrative()
    path = edited(framework, tmp_path / "bộ.xlsx", thin_out)
    heads = [cell.value for cell in openpyxl.load_workbook(path)[columns.BANDS][1]]
    assert "Trên" not in heads
    assert "Mức" in heads
    assert read_framework(path) == framework


def test_merged_code_holds_for_every_row_it_covers(tmp_path: Path) -> None:
    def merge(book: Any) -> None:
        sheet = book[columns.INPUTS]
        start = 2
        for row in range(3, sheet.max_row + 2):
            if sheet.cell(row, 1).value != sheet.cell(start, 1).value:
                if row - start > 1:
                    sheet.merge_cells(start_row=start, end_row=row - 1, start_column=1, end_column=1)
                start = row

    framework = illustrative()
    path = edited(framework, tmp_path / "bộ.xlsx", merge)
    assert openpyxl.load_workbook(path)[columns.INPUTS].merged_cells.ranges
    assert read_framework(path) == framework


def test_a_person_writes_a_set_from_the_empty_form(tmp_path: Path) -> None:
    """Only the columns that matter, numbers as text, codes as numbers, words without diacritics."""

    def fill(book: Any) -> None:
        nodes, inputs = book[columns.NODES], book[columns.INPUTS]
        at = {cell.value: cell.column for cell in nodes[1]}
        told = [
            (1, 4, "Chính quyền số", "20", "Nhóm", {}),
            (2, 4.1, "Hồ sơ trực tuyến", 10, "tieu chi",
             {"Cách tính điểm": "TY LE, dat toi da tu nguong", "Số liệu hoặc tử số": "a",
              "Mẫu số, dân số, kỳ trước": "b", "Ngưỡng đạt tối đa": "75 %"}),
            (2, 4.2, "Cuộc họp", "7,5", "Tiêu chí",
             {"Cách tính điểm": "Số lượng, theo khoảng", "Số liệu hoặc tử số": "n",
              "Bảng điểm": ">= 4: tối đa\nTừ 2 đến dưới 4: 1/2 tối đa; < 2: 0"}),
        ]  # fmt: skip
        for row, (level, code, title, maximum, is_group, more) in enumerate(told, start=2):
            given = {"Cấp": level, "Mã": code, "Tên nhóm, tiêu chí": title, "Điểm tối đa": maximum, "Loại": is_group}
            for header, value in {**given, **more}.items():
                nodes.cell(row, at[header]).value = value
        names = [("4.1", "a", "Hồ sơ trực tuyến"), (4.1, "b", "Tổng số hồ sơ"), (4.2, "n", "Số cuộc họp")]
        for row, values in enumerate(names, start=2):
            for number, value in enumerate(values, start=1):
                inputs.cell(row, number).value = value

    empty = Framework(id="xa", version="1", title="Bộ", totals=f.Totals(maximum=Amount("20")), nodes=())
    framework = read_framework(edited(empty, tmp_path / "bộ.xlsx", fill))
    (group,) = framework.nodes
    assert isinstance(group, f.Group)
    first, second = group.nodes
    assert isinstance(first, Criterion)
    assert isinstance(second, Criterion)
    assert (group.code, first.code, second.code, second.maximum) == ("4", "4.1", "4.2", "7.5")
    threshold = Amount("75%")
    literal = rules.Band(below=threshold, kind=rules.BandKind.LITERAL)
    ratio = rules.Ratio(numerator="a", denominator="b")
    scale = rules.Bands(bands=(rules.Band(at_least=threshold), literal))
    assert first.rule == rules.Scored(measure=ratio, scale=scale)
    assert isinstance(second.rule, rules.Scored)
    assert isinstance(second.rule.scale, rules.Bands)
    assert second.rule.scale.bands == (
        rules.Band(at_least=Amount("4")),
        rules.Band(at_least=Amount("2"), below=Amount("4"), grade=rules.Grade(fraction=Amount("1/2"))),
        rules.Band(below=Amount("2"), grade=rules.Grade(points=Amount("0"))),
    )
    assert [item.key for item in first.inputs] == ["a", "b"]


# What is refused ---------------------------------------------------------------------------------------------------


def test_every_bad_cell_is_listed_with_sheet_cell_expected_and_found(tmp_path: Path) -> None:
    criterion = next(illustrative().index.criteria()).criterion
    assert criterion is not None
    many = tuple(replace(criterion, id="", code=f"1.{at}") for at in range(1, 201))
    framework = Framework(
        id="x", version="1", title="Bộ", totals=f.Totals(maximum=Amount("1")),
        nodes=(f.Group(title="G", code="1", maximum=Amount("1"), nodes=many),),
    )  # fmt: skip

    def spoil(book: Any) -> None:
        sheet = book[columns.NODES]
        for row in range(3, 203):
            sheet.cell(row, column(sheet, "Điểm tối đa")).value = "hai mươi"

    several = refused(edited(framework, tmp_path / "bộ.xlsx", spoil))
    assert len(several.errors) == 200
    letter = get_column_letter([item.header for item in columns.NODE_COLUMNS].index("Điểm tối đa") + 1)
    assert cells(several) == [(columns.NODES, f"{letter}{row}") for row in range(3, 203)]
    assert several.errors[0].details["found"] == "hai mươi"
    assert sentence(several) == (
        f"Trang “Tiêu chí”, ô {letter}3: cần số, tỷ lệ % hoặc phân số, ví dụ 7,5 hoặc 75% hoặc 1/2, đang ghi “hai "
        "mươi”. Còn 199 ô khác cần sửa. Chưa nạp dòng nào. Lưu bản có đánh dấu các ô này, sửa xong rồi nạp lại."
    )


SPOILT = {
    "a code twice": (columns.NODES, "Mã", 4, "1.1", "mã chưa dùng ở ô"),
    "a word nobody knows": (columns.NODES, "Cách tính điểm", 3, "Có hoặc khong co", "gần nhất là “Có hoặc không”"),
    "a level too deep": (columns.NODES, "Cấp", 2, 3, "cấp từ 1 đến 1"),
    "a fraction that Excel made a date": (columns.NODES, "Ngưỡng đạt tối đa", 3, "__date__", "số, tỷ lệ %"),
    "a table of points nobody can read": (columns.NODES, "Bảng điểm", 3, "có tối đa", "mỗi dòng một mục"),
    "an empty title": (columns.NODES, "Tên nhóm, tiêu chí", 3, None, "không để trống"),
    "an input of no criterion": (columns.INPUTS, "Mã tiêu chí", 2, "1.l", "gần nhất là “1."),
    "an input without a label": (columns.INPUTS, "Tên số liệu", 2, None, "không để trống"),
    "a deadline without its day": (STEPS, "Loại hạn", 2, "Trước ngày", "đúng với loại hạn"),
    "a formula without a stored value": (columns.NODES, "Điểm tối đa", 3, "=1+1", "giá trị đã tính"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_each_kind_of_slip_is_named(name: str, tmp_path: Path) -> None:
    sheet_name, header, row, value, expected = SPOILT[name]
    yes = rules.Scored(measure=rules.YesNo(input="a"), scale=rules.Options(grades={"yes": rules.FULL_GRADE}))
    item = Criterion(title="C", code="1.1", maximum=Amount("5"), rule=yes, inputs=(f.Input(key="a", label="A"),))
    framework = Framework(
        id="x",
        version="1",
        title="Bộ",
        totals=f.Totals(maximum=Amount("10")),
        nodes=(f.Group(title="G", code="1", maximum=Amount("10"), nodes=(item, replace(item, code="1.2"))),),
        steps=(f.Step(code="1", name="Tự đánh giá", kind=f.StepKind.SELF),),
    )

    def spoil(book: Any) -> None:
        cell = book[sheet_name].cell(row, column(book[sheet_name], header))
        cell.value = datetime.date(2026, 3, 1) if value == "__date__" else value

    several = refused(edited(framework, tmp_path / "bộ.xlsx", spoil))
    sheet, cell = cells(several)[0]
    assert (sheet, int("".join(filter(str.isdigit, cell)))) == (sheet_name, row)
    assert expected in several.errors[0].details["expected"]


def test_missing_sheet_and_missing_column_are_named(tmp_path: Path) -> None:
    def remove(book: Any) -> None:
        del book[columns.NODES]

    with pytest.raises(AppError) as caught:
        read_framework(edited(illustrative(), tmp_path / "a.xlsx", remove))
    assert (caught.value.code, caught.value.details["sheet"]) == ("sheet.missing_sheet", "Tiêu chí")

    def rename(book: Any) -> None:
        sheet = book[columns.NODES]
        sheet.cell(1, column(sheet, "Điểm tối đa")).value = "Thang"

    several = refused(edited(illustrative(), tmp_path / "b.xlsx", rename))
    assert several.errors[0].details["expected"] == "cột có tiêu đề “Điểm tối đa”"


def test_a_head_that_is_nearly_a_missing_columns_is_named_and_not_passed_over(tmp_path: Path) -> None:
    def rename(book: Any) -> None:
        sheet = book[columns.NODES]
        sheet.cell(1, column(sheet, "Bảng điểm")).value = "Bảng chấm điểm"
        sheet.cell(1, column(sheet, "Ghi chú")).value = "Việc còn phải hỏi"

    several = refused(edited(illustrative(), tmp_path / "b.xlsx", rename))
    told = [(error.details["found"], error.details["expected"]) for error in several.errors]
    assert ("Bảng chấm điểm", "cột có tiêu đề “Bảng điểm”") in told
    assert not any("Ghi chú" in expected for _, expected in told)


def test_hostile_texts_stay_text(tmp_path: Path) -> None:
    hostile = "=1+1<img src='//10.0.0.9/s/x.png'>\u202efdp\x07\ufeff R&D a<b"
    framework = Framework(id="x", version="1", title=hostile, totals=f.Totals(maximum=Amount("1")), nodes=())
    path = tmp_path / "bộ.xlsx"
    write_framework(framework, path)
    with zipfile.ZipFile(path) as archive:
        sheets = b"".join(archive.read(name) for name in archive.namelist() if "worksheets/" in name)
        whole = b"".join(archive.read(name) for name in archive.namelist())
    assert b"<f>" not in sheets
    assert "\u202e".encode() not in whole
    assert read_framework(path).title == "=1+1<img src='//10.0.0.9/s/x.png'>fdp  R&D a<b"
