"""A decision's skeleton as it is read: what it lacks, what is open, and its own names."""

from PySide6.QtCore import Qt

from app.domain.questions import answered
from app.operations.frameworks import authoring
from tests.ui.pages.collecting_house import words_of
from ui.models.cell import Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.pages.framework_reading import FrameworkReading
from ui.widgets.chips import TabRow
from ui.widgets.text import Label
from ui.widgets.views import TableView, TreeView

PROVINCE, WARDS = "tuyen-quang-742-2022-xa", "da-nang-2901-2023-pl5"


def reading(qtbot, name: str) -> FrameworkReading:
    page = FrameworkReading(authoring.find(None, name))
    qtbot.addWidget(page)
    page.resize(1100, 600)
    page.show()
    return page


def test_a_skeleton_says_how_much_it_lacks(qtbot):
    told = words_of(reading(qtbot, PROVINCE), Label)
    assert "còn thiếu 34 tiêu chí, 350 điểm; 5 câu hỏi chưa chọn" in told
    assert "tối đa 350 điểm" in told
    wards = words_of(reading(qtbot, WARDS), Label)
    assert "tối đa 0" not in wards


def test_a_maximum_that_is_not_given_is_no_zero(qtbot):
    page = reading(qtbot, WARDS)
    tree = page.findChild(TreeView, "tree").model()
    assert {tree.data(index.siblingAtColumn(1)) for index in tree.walk()} == {"–"}
    page.show_node("nhan-thuc")
    assert "0,00" not in words_of(page, Label)


def test_what_is_open_stands_in_a_tab_of_its_own_with_what_was_chosen(qtbot):
    value = answered(authoring.find(None, WARDS), "quy-doi", "khong", "Hội đồng quyết định")
    page = FrameworkReading(value)
    qtbot.addWidget(page)
    page.show_tab("questions")
    rows = page.findChild(TableView, "questions").model().rows()
    chosen = dict(rows)
    assert chosen["Điểm thưởng cộng nhiều nhất bao nhiêu? (mục 9 Điều 4)"] == "chưa chọn"
    assert "Không quy đổi, giữ nguyên số điểm đạt (Hội đồng quyết định)" in chosen.values()
    assert any("bốn nhóm" in words for words, _ in rows)
    assert page.findChild(TabRow, "reading-tabs").value() == "questions"


def test_the_tree_bears_the_decision_s_own_name(qtbot):
    city = reading(qtbot, WARDS).findChild(TreeView, "tree").model()
    assert city.headerData(0, Qt.Orientation.Horizontal) == "Tiêu chí"
    nha_trang = authoring.find(None, "nha-trang-2023-pl1")
    tree = reading(qtbot, nha_trang.id).findChild(TreeView, "tree").model()
    assert tree.headerData(0, Qt.Orientation.Horizontal) == nha_trang.terms["criterion"]


def test_a_column_takes_another_head_and_tells_its_view(qtbot):
    model: RowsModel[str] = RowsModel([Column("Nhóm", lambda row: Cell(row))], ["a"])
    with qtbot.waitSignal(model.headerDataChanged):
        model.set_title(0, "Mục")
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Mục"
    assert model.columns[0].title == "Mục"
