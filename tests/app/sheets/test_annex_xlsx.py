"""Workbooks of foreign layout: any order of columns, codes that Excel changed, merged sections, no codes at all."""

import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.domain.annex import ColumnRole, Why
from app.domain.annex_audit import audit
from app.domain.annex_columns import guess_columns, role_of, with_head, with_role
from app.domain.annex_outline import twigs
from app.sheets.annex_file import read_annex
from tests.app.sheets.annexes import HEADS, excel, framework_rows, indented, shape, understood
from tests.app.sheets.test_annex_docx import read_tree, tay_ninh, tree


def test_an_annex_of_62_criteria_is_read_to_its_very_tree(tmp_path: Path) -> None:
    known = tay_ninh()
    assert read_tree(excel(tmp_path / "pl.xlsx", framework_rows(known))) == tree(known)


def test_columns_in_any_order_below_the_lines_of_a_letter(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["ỦY BAN NHÂN DÂN TỈNH"],
        ["BỘ TIÊU CHÍ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ CẤP XÃ"],
        [],
        "Ghi chú|Điểm chuẩn|Đơn vị phối hợp xác minh|Tên chỉ số|Mã|Nguồn thu thập dữ liệu|Minh chứng".split("|"),
        ["", 30, "", "Hạ tầng số", "1", "", ""],
        ["n", 30, "Công an tỉnh", "Cáp quang", "1.1", "VNPT", "Báo cáo"],
    ]
    path = excel(tmp_path / "pl.xlsx", rows)
    known = guess_columns(read_annex(path))[0]
    assert [column.role for column in known.columns] == [
        ColumnRole.NOTE, ColumnRole.MAXIMUM, ColumnRole.VERIFIER, ColumnRole.TITLE, ColumnRole.CODE, ColumnRole.SOURCE,
        ColumnRole.EVIDENCE,
    ]  # fmt: skip
    assert all(column.is_sure for column in known.columns)
    outline = understood(path)
    assert shape(outline.rows) == ["+ 1 Hạ tầng số 30", "  - 1.1 Cáp quang 30"]
    criterion = twigs(outline.rows)[0].children[0]
    assert criterion.row.texts == {"note": "n", "verifier": "Công an tỉnh", "source": "VNPT", "evidence": "Báo cáo"}
    assert criterion.original == {
        "Ghi chú": "n",
        "Điểm chuẩn": "30",
        "Đơn vị phối hợp xác minh": "Công an tỉnh",
        "Tên chỉ số": "Cáp quang",
        "Mã": "1.1",
        "Nguồn thu thập dữ liệu": "VNPT",
        "Minh chứng": "Báo cáo",
    }


def test_codes_that_excel_made_numbers_or_dates_are_read_by_what_precedes_them(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["STT", "Chỉ số", "Điểm tối đa"], [4, "Nhóm bốn", 24]]
    rows += [[float(f"4.{n}"), f"Tiêu chí {n}", 2] for n in range(1, 10)]
    rows += [
        [4.1, "Tiêu chí mười", 2],  # typed as 4.10
        [datetime.date(2026, 11, 4), "Tiêu chí mười một", 2],  # typed as 4/11
        [4.12, "Tiêu chí mười hai", 2],
        [5, "Nhóm năm", 2.5],
        [datetime.date(2026, 5, 1), "Tiêu chí", 2.5],  # typed as 5/1 where the month stands first
    ]
    outline = understood(excel(tmp_path / "pl.xlsx", rows))
    codes = [row.code for row in outline.rows]
    assert codes == ["4", *[f"4.{n}" for n in range(1, 13)], "5", "5.1"]
    doubts = {row.code: [doubt.code for doubt in row.doubts] for row in outline.rows if row.doubts}
    assert doubts == {"4.10": ["code_mended"], "4.11": ["code_mended"], "5.1": ["code_mended"]}
    assert outline.rows[-1].maximum == "2.5"


def test_a_code_shown_with_two_places_is_certain(tmp_path: Path) -> None:
    def finish(sheet: Any) -> None:
        sheet["A3"].number_format = "0.00"

    outline = understood(excel(tmp_path / "a.xlsx", [HEADS[:3], [4, "Nhóm", 2], [4.1, "Tiêu chí", 2]], finish))
    assert outline.rows[1].code == "4.10"


def test_merged_titles_of_sections_are_groups_with_their_letters(tmp_path: Path) -> None:
    def finish(sheet: Any) -> None:
        sheet.merge_cells("A2:D2")
        sheet.merge_cells("A5:B5")

    rows = [
        HEADS[:4],
        ["A. NHÓM CHỈ SỐ CHUNG (30 điểm)", "", "", ""],
        ["1", "Một", "10", "a/b"],
        ["2", "Hai", "20", "a/b"],
        ["B. NHÓM CHỈ SỐ HOẠT ĐỘNG", "", "5", ""],
        ["1", "Ba", "5", "a/b"],
    ]
    outline = understood(excel(tmp_path / "a.xlsx", rows, finish))
    assert shape(outline.rows) == [
        "+ A NHÓM CHỈ SỐ CHUNG 30",
        "  - 1 Một 10",
        "  - 2 Hai 20",
        "+ B NHÓM CHỈ SỐ HOẠT ĐỘNG 5",
        "  - 1 Ba 5",
    ]
    looked = audit(outline.rows, outline.total)
    assert [seen.code for seen in looked.nodes.values()] == ["A", "A.1", "A.2", "B", "B.1"]


def test_a_column_of_groups_merged_downwards_makes_groups(tmp_path: Path) -> None:
    def finish(sheet: Any) -> None:
        sheet.merge_cells("A2:A3")

    rows = [
        ["Nhóm chỉ số", "STT", "Tiêu chí", "Điểm"],
        ["I. Nhận thức số (15 điểm)", "1", "Một", "10"],
        ["", "2", "Hai", "5"],
        ["II. Thể chế số", "3", "Ba", "5"],
    ]
    outline = understood(excel(tmp_path / "a.xlsx", rows, finish))
    lines = ["+ I Nhận thức số 15", "  - 1 Một 10", "  - 2 Hai 5", "+ II Thể chế số", "  - 3 Ba 5"]
    assert shape(outline.rows) == lines


def test_without_codes_bold_and_indent_make_the_tree(tmp_path: Path) -> None:
    def finish(sheet: Any) -> None:
        indented(sheet, "A4", 2)

    rows: list[list[Any]] = [
        ["Tiêu chí", "Điểm", "Cách tính"],
        ["**Hạ tầng số**", "**30**", ""],
        ["Cáp quang", 10, "a/b"],
        ["Trong đó: thôn, tổ dân phố", 10, "a/b"],
        ["5G", 20, "a/b"],
        ["**Nhân lực số**", "**20**", ""],
        ["Tập huấn", 20, "a/b"],
        ["Cộng", 50, ""],
    ]
    outline = understood(excel(tmp_path / "a.xlsx", rows, finish))
    assert [(row.level, row.title) for row in outline.rows if row.is_node] == [
        (0, "Hạ tầng số"),
        (1, "Cáp quang"),
        (2, "Trong đó: thôn, tổ dân phố"),
        (1, "5G"),
        (0, "Nhân lực số"),
        (1, "Tập huấn"),
    ]
    assert outline.total == "50"


def test_lists_inside_a_criterion_are_taken_in_and_real_parts_are_not(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        HEADS[:4],
        ["1", "Họp", 20, ""],
        ["-", "4 cuộc", 20, ""],
        ["-", "3 cuộc", 15, ""],
        ["-", "ít hơn", 0, ""],
        ["2", "Kênh truyền thông", 10, ""],
        ["a)", "Facebook", 4, "Có: 4"],
        ["đ)", "Zalo", 6, "Có: 6"],
    ]
    outline = understood(excel(tmp_path / "a.xlsx", rows))
    assert shape(outline.rows) == [
        "- 1 Họp 20",
        "  |  4 cuộc 20",
        "  |  3 cuộc 15",
        "  |  ít hơn 0",
        "+ 2 Kênh truyền thông 10",
        "  - a Facebook 4",
        "  - đ Zalo 6",
    ]
    assert twigs(outline.rows)[0].method == "- 4 cuộc: 20 điểm\n- 3 cuộc: 15 điểm\n- ít hơn: 0 điểm"


def test_sums_that_do_not_add_up_are_told_with_both_figures(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        HEADS[:3],
        ["1", "Nhóm", 25],
        ["1.1", "Một", "10,5"],
        ["1.2", "Hai", "(10 điểm)"],
        ["2", "ĐIỂM THƯỞNG", ""],
        ["2.1", "Sáng kiến", 5],
        ["3", "ĐIỂM TRỪ", ""],
        ["3.1", "Chậm", 2],
        ["", "TỔNG CỘNG", 100],
    ]
    outline = understood(excel(tmp_path / "a.xlsx", rows))
    looked = audit(outline.rows, outline.total)
    assert [(doubt.code, doubt.values) for doubt in looked.doubts] == [
        ("total_mismatch", {"declared": "100", "sum": "25"})
    ]
    doubts = {seen.code: [doubt.code for doubt in seen.doubts] for seen in looked.nodes.values() if seen.doubts}
    assert doubts == {
        "1": ["group_sum"],
        "2": ["group_maximum_missing"],
        "3": ["group_maximum_missing"],
        "3.1": ["penalty_turned"],
    }
    assert dict(looked.nodes["t1r2"].doubts[0].values) == {"declared": "25", "sum": "20.5"}
    assert str(looked.nodes["t1r8"].points) == "-2"


def test_hidden_sheets_are_left_out_and_empty_ones_too(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(HEADS[:3])
    book.active.append(["1", "Một", 5])
    book.create_sheet("Ẩn").append(HEADS[:3])
    book["Ẩn"].sheet_state = "hidden"
    book.create_sheet("Trống")
    book.save(tmp_path / "a.xlsx")
    assert [table.sheet for table in read_annex(tmp_path / "a.xlsx").tables] == ["Sheet"]


@pytest.mark.parametrize(
    ("heading", "role"),
    [("STT", "code"), ("Chỉ số, tiêu chí", "title"), ("ĐIỂM TỐI ĐA", "maximum"), ("Điểm tối đa (điểm)", "maximum"),
     ("Cách thức xác định, chấm điểm", "method"), ("Tài liệu kiểm chứng (bản sao)", "evidence"),
     ("Điểm tự chấm", "other"), ("Cơ quan thẩm định", "verifier"), ("Đơn vị tính", "unit"),
     ("Điểm / Tối đa", "maximum"), ("Căn cứ", "basis")],
)  # fmt: skip
def test_heads_are_known_by_their_words(heading: str, role: str) -> None:
    found = role_of(heading)
    assert found is not None
    assert found.value == role


def test_a_person_may_choose_another_role_and_another_head(tmp_path: Path) -> None:
    path = excel(tmp_path / "a.xlsx", [["Mục", "Nội dung", "Khác"], ["1", "Một", "5"], ["2", "Hai", "6"]])
    annex = read_annex(path)
    known = guess_columns(annex)[0]
    changed = with_role(known, 2, ColumnRole.MAXIMUM)
    assert [column.role.value for column in changed.columns] == ["code", "title", "maximum"]
    assert changed.columns[2].why is Why.CHOSEN
    swapped = with_role(changed, 0, ColumnRole.TITLE)
    assert [column.role.value for column in swapped.columns] == ["title", "other", "maximum"]
    assert with_head(annex.tables[0], known, 2).head == 2


def test_rows_without_codes_go_under_the_row_whose_points_they_add_up_to(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["TT", "NỘI DUNG", "ĐIỂM CHUẨN", "CÁCH CHẤM"],
        ["I", "Hạ tầng", 20, ""],
        ["", "Hộ có cáp quang", 10, "Có: 10"],
        ["", "Phủ sóng 5G", 10, "a/b"],
        ["II", "Nhân lực", 10, ""],
        ["", "Trong đó:", "", ""],
        ["", "Tập huấn", 10, "Có: 10"],
    ]
    outline = understood(excel(tmp_path / "a.xlsx", rows))
    assert [(row.level, row.kind.value, row.title) for row in outline.rows if row.is_node] == [
        (0, "group", "Hạ tầng"),
        (1, "criterion", "Hộ có cáp quang"),
        (1, "criterion", "Phủ sóng 5G"),
        (0, "group", "Nhân lực"),
        (1, "criterion", "Tập huấn"),
    ]


def test_a_table_without_any_head_is_known_by_its_content(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["1", "Thể chế số của xã, phường trong năm", 20],
        ["1.1", "Kế hoạch chuyển đổi số hằng năm của xã", 10],
        ["1.2", "Quy chế sử dụng các nền tảng số dùng chung", 10],
        ["2", "Hạ tầng số phục vụ người dân và doanh nghiệp", 5],
    ]
    outline = understood(excel(tmp_path / "a.xlsx", rows))
    assert [(row.level, row.code, row.maximum) for row in outline.rows] == [
        (0, "1", "20"),
        (1, "1.1", "10"),
        (1, "1.2", "10"),
        (0, "2", "5"),
    ]


def test_of_two_columns_of_titles_the_longer_one_behind_is_the_method(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["TT", "Nội dung", "Tiêu chí đánh giá", "Điểm"],
        ["1", "Kế hoạch", "Ban hành trước ngày 31/01 và thực hiện đầy đủ nhiệm vụ", 10],
        ["2", "Họp giao ban", "Từ 4 cuộc trở lên do Chủ tịch Ủy ban nhân dân xã chủ trì", 10],
    ]
    known = guess_columns(read_annex(excel(tmp_path / "a.xlsx", rows)))[0]
    assert [column.role.value for column in known.columns] == ["code", "title", "method", "maximum"]
    assert not known.columns[2].is_sure
