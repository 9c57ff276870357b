"""Rows and trees over plain Python objects, held to Qt's own rules."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from ui.models.cell import CELL_ROLE, Cell
from ui.models.columns import Column
from ui.models.rows_model import RowsModel
from ui.models.tree_model import Branch, TreeModel


@dataclass(frozen=True, slots=True)
class Unit:
    code: str
    name: str
    points: int = 0


UNITS = [Unit("b", "Xã Hòa Bình", 3), Unit("a", "Phường Đông Hải", 1), Unit("c", "<b>Xã</b> R&D \u202efdp", 3)]


def columns(edited: list | None = None) -> list[Column[Unit]]:
    edit = None if edited is None else (lambda unit, text: edited.append((unit.code, text)))
    return [
        Column("Tên", lambda unit: Cell(unit.name, second=unit.code), order=lambda unit: unit.name, edit=edit),
        Column("Điểm", lambda unit: Cell(str(unit.points), right=True), order=lambda unit: unit.points, right=True),
    ]


@pytest.fixture
def rows():
    return RowsModel(columns(), UNITS, key=lambda unit: unit.code)


def codes(model: RowsModel[Unit]) -> list[str]:
    return [unit.code for unit in model.rows()]


def test_rows_keep_qts_rules(rows, qtmodeltester):
    qtmodeltester.check(rows)


def test_an_empty_table_keeps_qts_rules(qtmodeltester):
    qtmodeltester.check(RowsModel(columns()))


def test_sorting_is_stable_and_can_be_taken_back(rows):
    rows.sort(1, Qt.SortOrder.AscendingOrder)
    assert codes(rows) == ["a", "b", "c"]
    rows.sort(1, Qt.SortOrder.DescendingOrder)
    assert codes(rows) == ["b", "c", "a"]
    rows.sort(-1)
    assert codes(rows) == ["b", "a", "c"]


def test_sorting_moves_what_views_hold_on_to(rows):
    held = QPersistentModelIndex(rows.index_of("a"))
    rows.sort(1)
    assert held.row() == 0
    assert rows.row_at(held).code == "a"


def test_new_content_of_the_same_rows_does_not_reset(rows, qtbot):
    changed = [replace(unit, points=9) for unit in UNITS]
    with qtbot.assertNotEmitted(rows.modelReset), qtbot.waitSignal(rows.dataChanged):
        rows.replace(changed)
    assert rows.index(0, 1).data() == "9"


def test_other_rows_reset_and_stay_sorted(rows, qtbot):
    rows.sort(0)
    with qtbot.waitSignal(rows.modelReset):
        rows.replace([*UNITS, Unit("d", "An Thạnh")])
    assert codes(rows) == ["c", "d", "a", "b"]


def test_an_edit_is_handed_on_and_changes_nothing_by_itself():
    edited: list = []
    rows = RowsModel(columns(edited), UNITS, key=lambda unit: unit.code)
    assert rows.flags(rows.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not rows.flags(rows.index(0, 1)) & Qt.ItemFlag.ItemIsEditable
    assert rows.setData(rows.index(0, 0), "Xã Hòa Lạc")
    assert not rows.setData(rows.index(0, 1), "5")
    assert edited == [("b", "Xã Hòa Lạc")]
    assert rows.index(0, 0).data() == "Xã Hòa Bình"


def test_hostile_names_are_shown_as_text(rows):
    index = rows.index_of("c")
    assert index.data() == "<b>Xã</b> R&D fdp"
    assert index.data(Qt.ItemDataRole.ToolTipRole).count("<b>") == 0
    assert index.data(CELL_ROLE) == Cell(UNITS[2].name, second="c")


def test_a_light_is_also_said_in_words():
    lights = RowsModel([Column("Khóa", lambda unit: Cell(light="warn"))], UNITS[:1])
    spoken = lights.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "chưa đủ căn cứ xác nhận"


def branches(points: int = 0) -> list[Branch[Unit]]:
    leaf = Branch(Unit("1.1.a", "Tiêu chí con", points))
    return [
        Branch(Unit("1", "Nhóm một"), (Branch(Unit("1.1", "Tiêu chí"), (leaf,)), Branch(Unit("1.2", "Tiêu chí")))),
        Branch(Unit("2", "Nhóm hai")),
    ]


@pytest.fixture
def tree():
    return TreeModel(columns(), branches(), key=lambda unit: unit.code)


def test_trees_keep_qts_rules(tree, qtmodeltester):
    qtmodeltester.check(tree)


def test_an_empty_tree_keeps_qts_rules(qtmodeltester):
    qtmodeltester.check(TreeModel(columns()))


def test_the_tree_is_walked_from_the_top(tree):
    assert [tree.row_at(index).code for index in tree.walk()] == ["1", "1.1", "1.1.a", "1.2", "2"]
    leaf = tree.index_of("1.1.a")
    assert tree.row_at(leaf.parent().parent()).code == "1"
    assert tree.rowCount(leaf.parent()) == 1


def test_new_content_of_the_same_tree_does_not_reset(tree, qtbot):
    with qtbot.assertNotEmitted(tree.modelReset):
        tree.replace(branches(points=7))
    assert tree.index_of("1.1.a").siblingAtColumn(1).data() == "7"


def test_another_tree_resets(tree, qtbot, qtmodeltester):
    qtmodeltester.check(tree)
    with qtbot.waitSignal(tree.modelReset):
        tree.replace(branches()[1:])
    assert tree.rowCount() == 1


def test_one_row_can_be_changed(tree, qtbot):
    with qtbot.waitSignal(tree.dataChanged):
        tree.update_row(Unit("1.2", "Đã đổi", 5))
    assert tree.index_of("1.2").data() == "Đã đổi"
    with qtbot.assertNotEmitted(tree.dataChanged):
        tree.update_row(Unit("9", "không có"))
