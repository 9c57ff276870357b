"""Tables and trees keep their place, are worked by keys, and paint hostile names as text."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QFontMetrics

from tests.ui.test_models import UNITS, Unit, branches, columns
from ui import theme
from ui.delegates.cells import wrapped
from ui.models.rows_model import RowsModel
from ui.models.tree_model import TreeModel
from ui.scenes import gallery
from ui.widgets.views import TableView, TreeView


@pytest.fixture
def table(qtbot):
    view = TableView("Xã", RowsModel(columns(), UNITS, key=lambda unit: unit.code), several=True)
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    return view


@pytest.fixture
def tree(qtbot):
    view = TreeView("Tiêu chí", TreeModel(columns(), branches(), key=lambda unit: unit.code))
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    return view


def test_choosing_tells_the_row_object(table, qtbot):
    with qtbot.waitSignal(table.chosen) as told:
        assert table.select_key("a")
    assert told.args == [UNITS[1]]
    assert not table.select_key("không có")


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier])
def test_what_the_program_chooses_is_chosen_alone_whatever_key_is_held(table, qtbot, held):
    table.select_key("b")
    qtbot.keyPress(table, Qt.Key.Key_F24, held)
    table.select_key("c")
    assert [unit.code for unit in table.selected_rows()] == ["c"]
    qtbot.keyRelease(table, Qt.Key.Key_F24)


def test_the_place_is_kept_when_rows_come_and_go(table):
    table.select_key("c")
    table.model().replace([Unit("z", "Mới"), *UNITS])
    assert table.model().row_at(table.currentIndex()).code == "c"
    table.model().replace(UNITS[:2])
    assert not table.currentIndex().isValid()


def test_enter_opens_the_row(table, qtbot):
    table.select_key("b")
    with qtbot.waitSignal(table.opened) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [UNITS[0]]


def test_several_rows_come_in_the_order_shown(table):
    table.selectAll()
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [unit.code for unit in table.selected_rows()] == ["a", "b", "c"]


def test_tab_leaves_the_table(table):
    assert not table.tabKeyNavigation()


def test_the_free_room_goes_to_the_column_that_asks_for_none(board):
    board.resize(1200, 300)
    wide, asked = board.columnWidth(0), board.columnWidth(1)
    board.resize(900, 300)
    assert board.columnWidth(0) < wide
    assert board.columnWidth(1) == asked


def test_no_title_is_cut_whatever_width_its_column_asks_for(board):
    head, letters = board.horizontalHeader(), QFontMetrics(theme.current().font("hint", "medium"))
    asked = [number for number, column in enumerate(board.model().columns) if column.width]
    assert asked
    for number in asked:
        title = board.model().headerData(number, head.orientation())
        assert board.columnWidth(number) > letters.horizontalAdvance(title) + 24


def test_a_hidden_column_leaves_its_room_to_the_others(board):
    board.resize(900, 300)
    before, given_up = board.columnWidth(0), board.columnWidth(1)
    board.setColumnHidden(1, True)
    assert board.columnWidth(0) == before + given_up


def test_a_tree_keeps_place_and_what_is_closed(tree):
    tree.expandAll()
    tree.collapse(tree.model().index_of("1.1"))
    tree.select_key("1.2")
    tree.model().replace([*branches(), *branches()[:0], type(branches()[0])(Unit("3", "Nhóm ba"))])
    model = tree.model()
    assert model.row_at(tree.currentIndex()).code == "1.2"
    assert tree.isExpanded(model.index_of("1"))
    assert not tree.isExpanded(model.index_of("1.1"))


def test_a_key_far_down_is_opened_up(tree):
    assert tree.select_key("1.1.a")
    assert tree.isExpanded(tree.model().index_of("1.1"))


def test_enter_opens_a_group_and_tells_a_criterion(tree, qtbot):
    tree.select_key("1")
    tree.setExpanded(tree.currentIndex(), False)
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert tree.isExpanded(tree.currentIndex())
    tree.select_key("2")
    with qtbot.waitSignal(tree.opened) as told:
        qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert told.args[0].code == "2"


def test_a_click_on_the_arrow_opens_and_beside_it_only_chooses(tree, qtbot):
    index = tree.model().index_of("1")
    box = tree.visualRect(index)
    for x, opened in ((20, True), (200, True), (20, False)):
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, box.center().y()))
        assert tree.isExpanded(index) is opened


def test_a_tree_row_is_as_tall_as_its_words(tree, look):
    tree.expandAll()
    one = tree.visualRect(tree.model().index_of("2")).height()
    tree.model().replace([type(branches()[0])(Unit("2", "Tên rất dài của một tiêu chí " * 4))])
    assert tree.visualRect(tree.model().index_of("2")).height() == one + look.line()


def test_the_focused_row_is_seen(table, qtbot, look):
    table.select_key("a")
    table.clearFocus()
    before = table.grab().toImage()
    with qtbot.waitActive(table):
        table.activateWindow()
    table.setFocus()
    assert table.hasFocus()
    framed = table.grab().toImage()
    assert framed != before
    box = table.visualRect(table.currentIndex()).translated(0, table.horizontalHeader().height())
    assert framed.pixelColor(box.center().x(), box.top()) == look.color("lead")


@pytest.mark.parametrize("words", ["", "Ngắn", "Tên rất dài " * 20, "Liền" * 80])
@pytest.mark.parametrize("lines", [1, 2, 3])
def test_wrapped_text_fits(look, words, lines):
    metrics = QFontMetrics(look.font())
    cut = wrapped(words, "normal", 120, lines)
    assert len(cut) <= lines
    assert all(metrics.horizontalAdvance(line) <= 121 for line in cut)
    if words and len("".join(cut)) < len(words.replace(" ", "")):
        assert cut[-1].endswith("…")


@pytest.mark.parametrize("appearance", ["light", "dark"])
@pytest.mark.parametrize("scale", [100, 150])
def test_every_kind_of_cell_is_painted(qtbot, look, appearance, scale):
    look.switch(appearance, scale)
    for make in (gallery.table, gallery.tree):
        view = make()
        qtbot.addWidget(view)
        view.resize(900, 500)
        view.show()
        view.selectionModel().select(view.model().index(0, 0), QItemSelectionModel.SelectionFlag.SelectCurrent)
        picture = view.grab().toImage()
        colours = {picture.pixelColor(x, y).name() for x in range(0, 900, 3) for y in range(0, 400, 3)}
        assert len(colours) > 10
