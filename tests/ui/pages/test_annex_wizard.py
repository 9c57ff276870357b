"""From a file to a draft by keyboard: columns, tree, rules one key each; nothing confirmed that nobody confirmed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.annex import ColumnRole, RowKind
from app.domain.annex_framework import MANUAL
from app.operations.frameworks import annexing, drafting
from app.operations.frameworks.annexing import Verdict
from tests.app.sheets.annexes import HEADS, excel, word
from tests.ui.accessibility import nameless
from tests.ui.pages.collecting_house import House, dialog_of, opened, press, words_of
from ui.pages.annex_wizard.confirm_sure import ConfirmSureDialog
from ui.pages.annex_wizard.sitting import COLUMNS, FILE, RULES, SUMMARY, TREE
from ui.pages.annex_wizard.wizard import AnnexWizard
from ui.pages.frameworks import Frameworks
from ui.scenes.annex_wizard import annex
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.text import Label
from ui.widgets.text_area import TextArea
from ui.widgets.tick import Tick


@pytest.fixture
def house(tmp_path: Path, qtbot) -> Iterator[House]:
    with opened(tmp_path, fresh=True) as made:
        yield made
        for top in QApplication.topLevelWidgets():  # as the window does before it closes
            for wizard in [*([top] if isinstance(top, AnnexWizard) else []), *top.findChildren(AnnexWizard)]:
                wizard.leave()
        made.wait(qtbot)


@pytest.fixture
def page(house: House, qtbot) -> AnnexWizard:
    return house.show(qtbot, AnnexWizard(house.context))


def given(page: AnnexWizard, house: House, qtbot, path: Path) -> None:
    page.load(path)
    house.wait(qtbot)
    assert page.sitting.step == COLUMNS


def at(page: AnnexWizard, house: House, qtbot, path: Path, step: int) -> None:
    given(page, house, qtbot, path)
    page.go(step)
    house.wait(qtbot)
    assert page.sitting.step == step


def key_of(page: AnnexWizard, code: str) -> str:
    return next(key for key, seen in page.sitting.proposal.audit.nodes.items() if seen.code == code)


def shape(page: AnnexWizard) -> list[str]:
    return [f"{row.level}{row.kind.value[0]}{row.code}" for row in page.sitting.proposal.rows]


def small(tmp_path: Path) -> Path:
    rows = [
        HEADS,
        ["1", "Thể chế", 30, "", "", ""],
        ["1.1", "Kế hoạch", 10, "Có: 10 điểm; Không: 0 điểm", "", ""],
        ["1.2", "Kinh phí", 20, "Giảm trừ tương ứng theo mức độ thực hiện", "", ""],
        ["2", "Ghi lẫn", 5, "Có: 5 điểm; Không: 0 điểm", "", ""],
    ]
    return excel(tmp_path / "pl.xlsx", rows)


# File and columns --------------------------------------------------------------------------------------------------


def test_a_dropped_file_is_read_and_its_columns_are_guessed(page: AnnexWizard, house: House, qtbot, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(annex(tmp_path)))])
    action = Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(20, 20), action, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    page.file.dropEvent(event)
    house.wait(qtbot)
    preview = page.columns.preview()
    assert preview is not None
    assert [choice.value() for choice in preview.head.choices] == [
        ColumnRole.CODE, ColumnRole.TITLE, ColumnRole.MAXIMUM, ColumnRole.METHOD, ColumnRole.EVIDENCE,
        ColumnRole.SOURCE, ColumnRole.VERIFIER, ColumnRole.NOTE,
    ]  # fmt: skip
    assert nameless(page) == []


def test_what_is_no_annex_is_told_and_nothing_is_lost(page: AnnexWizard, house: House, qtbot, tmp_path):
    given(page, house, qtbot, small(tmp_path))
    pdf = tmp_path / "pl.pdf"
    pdf.write_bytes(b"%PDF-1.7")
    page.load(pdf)
    house.wait(qtbot)
    assert "PDF" in house.notices()
    assert page.sitting.annex.name == "pl.xlsx"


def test_a_role_chosen_over_a_column_holds(page: AnnexWizard, house: House, qtbot, tmp_path):
    given(page, house, qtbot, small(tmp_path))
    choice = page.columns.preview().head.choices[5]
    choice.set_value(ColumnRole.OWNER)
    choice.chosen.emit(ColumnRole.OWNER)
    assert page.sitting.columns[0].columns[5].role is ColumnRole.OWNER
    assert page.columns.preview().head.choices[5].value() == ColumnRole.OWNER


def test_without_a_column_of_titles_the_tree_is_not_shown(page: AnnexWizard, house: House, qtbot, tmp_path):
    given(page, house, qtbot, small(tmp_path))
    choice = page.columns.preview().head.choices[1]
    choice.chosen.emit(ColumnRole.NOTE)
    page.go(TREE)
    assert page.sitting.step == COLUMNS
    assert house.notices()


def test_a_table_may_be_left_out_and_taken(page: AnnexWizard, house: House, qtbot, tmp_path):
    head = HEADS[:3]
    path = word(tmp_path / "a.docx", [head, ["1", "Một", "5"]], [["Nơi nhận", "TM. UBND"], ["a", "b"]])
    given(page, house, qtbot, path)
    assert [known.is_taken for known in page.sitting.columns] == [True, False]
    page.columns.findChild(Tick, "taken").click()
    assert [known.is_taken for known in page.sitting.columns] == [False, False]
    assert not page.sitting.is_readable


def test_other_columns_make_the_tree_anew(page: AnnexWizard, house: House, qtbot, tmp_path):
    at(page, house, qtbot, small(tmp_path), TREE)
    page.sitting.decide([key_of(page, "1.1"), key_of(page, "1.2")], Verdict.ACCEPTED)
    page.go(COLUMNS)
    page.columns.findChild(Choice, "heads").chosen.emit(2)
    page.go(TREE)
    house.wait(qtbot)
    assert shape(page)[0] == "0c1.1"
    assert page.sitting.decided == 2


# Tree --------------------------------------------------------------------------------------------------------------


def test_rows_move_by_keys_and_back(page: AnnexWizard, house: House, qtbot, tmp_path):
    at(page, house, qtbot, small(tmp_path), TREE)
    assert shape(page) == ["0g1", "1c1.1", "1c1.2", "0c2"]
    page.tree.tree.select_key(key_of(page, "2"))
    QTest.keyClick(page.tree.tree, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert shape(page) == ["0g1", "1c1.1", "1c1.2", "1c2"]
    doubts = page.sitting.proposal.audit.nodes[key_of(page, "1")].doubts
    assert [doubt.code for doubt in doubts] == ["group_sum"]
    QTest.keyClick(page.tree.tree, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shape(page) == ["0g1", "1c1.1", "1c1.2", "0c2"]
    QTest.keyClick(page.tree.tree, Qt.Key.Key_3)
    assert shape(page)[3] == "2p2"
    press(page.tree, Button, "undo")
    assert shape(page)[3] == "0c2"


def test_several_rows_are_marked_together(page: AnnexWizard, house: House, qtbot, tmp_path):
    at(page, house, qtbot, small(tmp_path), TREE)
    tree = page.tree.tree
    tree.expandAll()
    tree.select_key(key_of(page, "1.1"))
    QTest.keyClick(tree, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    page.tree.mark(RowKind.SKIPPED)
    assert shape(page) == ["0g1", "0s1.1", "0s1.2", "0c2"]


def test_points_typed_into_a_row_change_the_sum(page: AnnexWizard, house: House, qtbot, tmp_path):
    at(page, house, qtbot, small(tmp_path), TREE)
    page.tree.tree.select_key(key_of(page, "1.2"))
    entry = page.tree.findChildren(Entry, "row-maximum-entry")[-1]  # the one of the row before goes only later
    entry.setFocus()
    entry.setText("12,5")
    entry.textEdited.emit("12,5")
    entry.commit()
    assert page.sitting.proposal.rows[2].maximum == "12.5"
    seen = page.sitting.proposal.audit.nodes[key_of(page, "1")]
    assert [dict(doubt.values) for doubt in seen.doubts] == [{"declared": "30", "sum": "22.5"}]
    qtbot.waitUntil(lambda: "22,5" in page.tree._model.cell_at(0, 1).second)


# Rules -------------------------------------------------------------------------------------------------------------


def test_enter_confirms_and_0_leaves_to_the_hand(page: AnnexWizard, house: House, qtbot, tmp_path):
    at(page, house, qtbot, small(tmp_path), RULES)
    listed = page.rules.list
    listed.select_key(key_of(page, "1.1"))
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert page.rules.current() == key_of(page, "1.2")
    QTest.keyClick(listed, Qt.Key.Key_0)
    assert page.sitting.verdicts == {key_of(page, "1.1"): Verdict.ACCEPTED, key_of(page, "1.2"): Verdict.MANUAL}
    assert page.rules.current() == key_of(page, "2")
    listed.select_key(key_of(page, "1.2"))
    page.rules.decide(None)
    assert key_of(page, "1.2") not in page.sitting.verdicts
    assert "1/3" in words_of(page.strip, Label)


def test_the_words_it_rests_on_stand_beside_the_rule(page: AnnexWizard, house: House, qtbot, tmp_path):
    at(page, house, qtbot, small(tmp_path), RULES)
    page.rules.list.select_key(key_of(page, "1.1"))
    said = words_of(page.rules.sheet, Label)
    assert "điểm tối đa" in said
    passage = page.rules.sheet._passage
    assert passage.toPlainText() == "Có: 10 điểm; Không: 0 điểm"
    assert passage.extraSelections()


def test_all_sure_ones_are_confirmed_only_after_they_were_shown(page: AnnexWizard, house: House, qtbot, tmp_path):
    at(page, house, qtbot, small(tmp_path), RULES)
    press(page.rules, Button, "confirm-sure")
    assert page.sitting.verdicts == {}
    dialog = dialog_of(ConfirmSureDialog, page)
    assert dialog.ticked() == [key_of(page, "1.1"), key_of(page, "2")]
    QTest.keyClick(dialog._table, Qt.Key.Key_Return)
    assert dialog.ticked() == [key_of(page, "2")]
    dialog.accept()
    assert page.sitting.verdicts == {key_of(page, "2"): Verdict.ACCEPTED}


def test_the_filter_shows_what_is_open_and_what_is_to_be_looked_at(page: AnnexWizard, house: House, qtbot, tmp_path):
    at(page, house, qtbot, small(tmp_path), RULES)
    page.rules._chips.set_value("look")
    page.rules._on_chip("look")
    assert list(page.rules._model.rows()) == [key_of(page, "1.2")]


# Summary and after -------------------------------------------------------------------------------------------------


def test_the_framework_is_made_and_what_nobody_confirmed_is_by_hand(page: AnnexWizard, house: House, qtbot, tmp_path):
    at(page, house, qtbot, small(tmp_path), RULES)
    page.sitting.decide([key_of(page, "1.1")], Verdict.ACCEPTED)
    page.go(SUMMARY)
    press(page, Button, "make")
    assert page.sitting.step == SUMMARY  # it has no name yet
    title = page.summary.findChild(TextArea, "framework-title")
    title.setPlainText("Bộ chỉ số cấp xã")
    with qtbot.waitSignal(page.made) as made:
        press(page, Button, "make")
    framework = drafting.read(house.workspace, made.args[0]).framework
    assert framework.title == "Bộ chỉ số cấp xã"
    rules = [place.criterion.rule == MANUAL for place in framework.index.criteria() if place.criterion]
    assert rules == [False, True, True]
    assert len(framework.remarks) == 2
    assert page.sitting.step == FILE


def test_work_survives_leaving_and_a_restart(house: House, qtbot, tmp_path):
    page = house.show(qtbot, AnnexWizard(house.context))
    at(page, house, qtbot, small(tmp_path), RULES)
    page.sitting.decide([key_of(page, "1.1")], Verdict.ACCEPTED)
    page.leave()
    house.wait(qtbot)
    again = house.show(qtbot, AnnexWizard(house.context))
    press(again, Button, "resume")
    house.wait(qtbot)
    assert again.sitting.step == RULES
    assert again.sitting.verdicts == page.sitting.verdicts
    assert annexing.kept(house.workspace).annex.name == "pl.xlsx"
    third = house.show(qtbot, AnnexWizard(house.context))
    press(third, Button, "drop-work")
    house.wait(qtbot)
    assert annexing.kept(house.workspace) is None


def test_it_is_reached_from_the_frameworks_and_stays_as_it_was_left(house: House, qtbot, tmp_path):
    frameworks = house.show(qtbot, Frameworks(house.context))
    press(frameworks, Button, "annex")
    wizard = frameworks.findChild(AnnexWizard)
    house.wait(qtbot)
    at(wizard, house, qtbot, small(tmp_path), TREE)
    press(frameworks, Button, "annex-back")
    assert not wizard.isVisible()
    assert frameworks.strip.isVisible()
    press(frameworks, Button, "annex")
    assert frameworks.findChild(AnnexWizard) is wizard
    assert wizard.sitting.step == TREE
    assert nameless(frameworks) == []


def test_in_a_narrow_window_a_rule_is_seen_before_it_is_confirmed(page: AnnexWizard, house: House, qtbot, tmp_path):
    at(page, house, qtbot, small(tmp_path), RULES)
    page.resize(640, 500)
    qtbot.waitUntil(lambda: page.rules.panes.is_narrow)
    page.rules.list.select_key(key_of(page, "1.1"))
    QTest.keyClick(page.rules.list, Qt.Key.Key_Return)
    assert page.sitting.verdicts == {}
    assert page.rules.sheet.isVisible()
    QTest.keyClick(page.rules.sheet, Qt.Key.Key_Return)
    assert page.sitting.verdicts == {key_of(page, "1.1"): Verdict.ACCEPTED}
    assert page.rules.current() == key_of(page, "1.2")


def test_keys_typed_into_the_search_decide_nothing(page: AnnexWizard, house: House, qtbot, tmp_path):
    at(page, house, qtbot, small(tmp_path), RULES)
    page.rules.search.setFocus()
    QTest.keyClicks(page.rules.search, "10")
    QTest.keyClick(page.rules.search, Qt.Key.Key_Backspace)
    QTest.keyClick(page.rules.search, Qt.Key.Key_Return)
    assert page.sitting.verdicts == {}
