"""Word annexes read as they are seen: merges, automatic numbers, repeated heads, tables that go on, changes tracked."""

import json
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from app.domain import framework as frameworks
from app.domain.annex_columns import guess_columns
from app.domain.annex_outline import twigs
from app.domain.framework import Framework
from app.sheets.annex_file import read_annex
from app.sheets.annex_numbering import written
from tests.app.sheets.annexes import (
    HEADS,
    framework_rows,
    number_it,
    numbered,
    repeat_head,
    shape,
    switch,
    tree,
    understood,
    word,
)

RESOURCES = Path(__file__).parents[3] / "resources" / "frameworks"


def tay_ninh() -> Framework:
    return frameworks.from_json(json.loads(next(RESOURCES.rglob("tay-ninh-62.json")).read_text("utf-8")))


def cells(path: Path, table: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in read_annex(path).tables[table].rows]


def read_tree(path: Path) -> list[tuple[int, bool, str, str, str]]:
    rows = [row for row in understood(path).rows if row.is_node]
    return [(row.level, row.kind == "criterion", row.code, row.title, row.maximum) for row in rows]


def test_an_annex_of_62_criteria_is_read_to_its_very_tree(tmp_path: Path) -> None:
    known = tay_ninh()
    path = word(tmp_path / "pl.docx", framework_rows(known))
    assert read_tree(path) == tree(known)
    assert sum(1 for _ in known.index.criteria()) == 62


def test_the_tree_is_the_same_over_tables_that_go_on_with_heads_repeated(tmp_path: Path) -> None:
    known = tay_ninh()
    head, *rows = framework_rows(known)
    path = word(tmp_path / "pl.docx", [head, *rows[:20]], [head, *rows[20:45]], rows[45:])
    assert read_tree(path) == tree(known)


def test_300_rows_are_read(tmp_path: Path) -> None:
    rows = [list(HEADS)]
    for group in range(1, 11):
        rows.append([str(group), f"Nhóm {group}", "58", "", "", ""])
        rows += [[f"{group}.{n}", f"Tiêu chí {group}.{n}", "2", "Có: 2 điểm; Không: 0", "", ""] for n in range(1, 30)]
    read = read_tree(word(tmp_path / "pl.docx", rows))
    assert [row[2] for row in read] == [row[0] for row in rows[1:]]
    assert sum(is_criterion for _, is_criterion, *_ in read) == 290


def test_automatic_numbers_are_shown_as_word_shows_them(tmp_path: Path) -> None:
    def finish(document: Any) -> None:
        groups = numbered(document, [("upperRoman", "%1.")])
        inner = numbered(document, [("decimal", "%1."), ("decimal", "%1.%2.")])
        table = document.tables[0]
        lists = [(groups, 0), (inner, 0), (inner, 1), (inner, 1), (inner, 0), (groups, 0)]
        for row, (number, level) in zip(table.rows[1:], lists, strict=True):
            number_it(row.cells[0].paragraphs[0], number, level)

    rows = [HEADS[:3], *([["", f"Dòng {n}", "5"] for n in range(1, 7)])]
    path = word(tmp_path / "pl.docx", rows, finish=finish)
    assert [row[0] for row in cells(path)[1:]] == ["I.", "1.", "1.1.", "1.2.", "2.", "II."]
    assert shape(understood(path).rows) == [
        "+ I Dòng 1 5",
        "  + 1 Dòng 2 5",
        "    - 1.1 Dòng 3 5",
        "    - 1.2 Dòng 4 5",
        "  - 2 Dòng 5 5",
        "- II Dòng 6 5",
    ]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [(4, "decimal", "4"), (9, "upperRoman", "IX"), (14, "lowerRoman", "xiv"), (4, "lowerLetter", "d"),
     (28, "upperLetter", "BB"), (3, "decimalZero", "03")],
)  # fmt: skip
def test_each_form_of_number_is_written(number: int, form: str, shown: str) -> None:
    assert written(number, form) == shown


def test_cells_merged_both_ways_hold_for_all_they_cover(tmp_path: Path) -> None:
    def finish(document: Any) -> None:
        table = document.tables[0]
        table.cell(1, 0).merge(table.cell(1, 3))
        table.cell(2, 0).merge(table.cell(3, 0))
        table.cell(2, 1).merge(table.cell(3, 1))

    rows = [
        HEADS[:4],
        ["A. NHÓM CHỈ SỐ CHUNG", "", "", ""],
        ["1", "Kế hoạch chuyển đổi số", "10", "Ban hành: 5 điểm"],
        ["", "", "", "Đúng hạn: 5 điểm"],
    ]
    path = word(tmp_path / "pl.docx", rows, finish=finish)
    table = read_annex(path).tables[0]
    assert [cell.from_left for cell in table.rows[1].cells] == [False, True, True, True]
    assert [cell.text for cell in table.rows[3].cells][:2] == ["1", "Kế hoạch chuyển đổi số"]
    outline = understood(path)
    assert shape(outline.rows) == ["+ A NHÓM CHỈ SỐ CHUNG", "  - 1 Kế hoạch chuyển đổi số 10", "    |"]


def test_a_row_split_by_a_page_goes_on_with_the_one_above(tmp_path: Path) -> None:
    rows = [
        HEADS,
        ["1", "Nhóm", "10", "", "", ""],
        ["1.1", "Số cuộc họp của Ban Chỉ đạo do Chủ tịch", "10", "4 cuộc: điểm tối đa", "Biên bản", ""],
        HEADS,
        ["", "chủ trì trong năm", "", "3 cuộc: 1/2 điểm tối đa", "", ""],
        ["", "", "", "còn lại: 0 điểm", "Thông báo kết luận", ""],
    ]
    outline = understood(word(tmp_path / "pl.docx", rows))
    criterion = twigs(outline.rows)[0].children[0]
    assert criterion.method.split("\n")[0] == "4 cuộc: điểm tối đa"
    assert criterion.method.split("\n")[-1] == "còn lại: 0 điểm"
    assert criterion.text("evidence") == "Biên bản\nThông báo kết luận"
    assert criterion.row.title == "Số cuộc họp của Ban Chỉ đạo do Chủ tịch chủ trì trong năm"


def test_deleted_and_hidden_words_are_not_read_inserted_ones_are(tmp_path: Path) -> None:
    def finish(document: Any) -> None:
        paragraph = document.tables[0].cell(1, 1).paragraphs[0]
        switch(paragraph.add_run(" ẩn"), "vanish")
        for name in ("del", "ins"):
            run = paragraph.add_run(f" {name}")._r
            wrapper = OxmlElement(f"w:{name}")
            run.addprevious(wrapper)
            wrapper.append(run)

    path = word(tmp_path / "pl.docx", [HEADS[:3], ["1", "Tên", "5"]], finish=finish)
    assert cells(path)[1][1] == "Tên ins"


def test_rows_and_cells_in_content_controls_are_read(tmp_path: Path) -> None:
    def finish(document: Any) -> None:
        for element in (document.tables[0].rows[1]._tr, document.tables[0].rows[2]._tr.tc_lst[1]):
            control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
            element.addprevious(control)
            control.append(content)
            content.append(element)

    path = word(tmp_path / "pl.docx", [HEADS[:3], ["1", "Một", "5"], ["2", "Hai", "6"]], finish=finish)
    assert cells(path)[1:] == [["1", "Một", "5"], ["2", "Hai", "6"]]


def test_signs_of_the_symbol_font_and_fractions_of_the_formula_editor_are_read(tmp_path: Path) -> None:
    def finish(document: Any) -> None:
        paragraph = document.tables[0].cell(1, 1).paragraphs[0]
        symbol = OxmlElement("w:sym")
        symbol.set(qn("w:char"), "F0B3")
        paragraph.add_run()._r.append(symbol)
        math = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
        fraction = paragraph._p.makeelement(f"{math}f", {}, None)
        for name, letter in (("num", "a"), ("den", "b")):
            part = fraction.makeelement(f"{math}{name}", {}, None)
            text = fraction.makeelement(f"{math}t", {}, None)
            text.text = letter
            part.append(text)
            fraction.append(part)
        paragraph._p.append(fraction)

    path = word(tmp_path / "pl.docx", [HEADS[:3], ["1", "x ", "5"]], finish=finish)
    assert cells(path)[1][1] == "x ≥(a)/(b)"


def test_a_grid_parted_by_a_hair_makes_no_columns_more(tmp_path: Path) -> None:
    """Word keeps a line of its grid for every place where any row is parted."""

    def finish(document: Any) -> None:
        for number, row in enumerate(document.tables[0].rows):
            row._tr.tc_lst[1 + number % 2].get_or_add_tcPr().get_or_add_gridSpan().val = 2

    rows = [HEADS[:4], *[[f"1.{n}", f"Tiêu chí {n}", "5", "a/b"] for n in range(1, 8)]]
    read = cells(word(tmp_path / "pl.docx", rows, finish=finish))
    assert read == [list(row) for row in rows]


def test_a_head_of_two_rows_and_numbered_columns_is_one_head(tmp_path: Path) -> None:
    def finish(document: Any) -> None:
        table = document.tables[0]
        table.cell(0, 2).merge(table.cell(0, 3))
        for at in (0, 1, 4):
            table.cell(0, at).merge(table.cell(1, at))
        repeat_head(table.rows[0])

    rows = [
        ["TT", "Tiêu chí", "Điểm", "", "Cách tính"],
        ["", "", "Tối đa", "Tự chấm", ""],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["1", "Nhận thức số", "20", "", ""],
        ["1.1", "Người đứng đầu", "20", "", "Chủ tịch: 20 điểm"],
    ]
    path = word(tmp_path / "pl.docx", rows, finish=finish)
    known = guess_columns(read_annex(path))[0]
    assert [column.role.value for column in known.columns] == ["code", "title", "maximum", "other", "method"]
    assert known.columns[2].heading == "Điểm / Tối đa"
    assert shape(understood(path).rows) == ["+ 1 Nhận thức số 20", "  - 1.1 Người đứng đầu 20"]


def test_the_annex_for_communes_is_taken_and_letterheads_are_not(tmp_path: Path) -> None:
    document = docx.Document()
    letter = document.add_table(1, 2)
    letter.cell(0, 0).text, letter.cell(0, 1).text = "ỦY BAN NHÂN DÂN TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    for title, many in (("PHỤ LỤC I: BỘ CHỈ SỐ CẤP SỞ", 9), ("PHỤ LỤC II: BỘ CHỈ SỐ CẤP XÃ", 3)):
        document.add_paragraph(title)
        table = document.add_table(0, 3)
        for row in [HEADS[:3], *[[str(n), f"{title[-4:]} {n}", "5"] for n in range(1, many)]]:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    document.save(str(tmp_path / "pl.docx"))
    assert shape(understood(tmp_path / "pl.docx").rows) == ["- 1 P XÃ 1 5", "- 2 P XÃ 2 5"]
