"""The framework editor: typing, dragging, cutting, undoing; kept at once, there again after a crash, published."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from app.domain.editing import with_ids
from app.operations import folders
from app.operations.frameworks import authoring, drafting
from tests.ui.accessibility import nameless
from tests.ui.pages.collecting_house import House, press, words_of
from tests.ui.pages.drafting_house import (
    ALT,
    CTRL,
    SHIFT,
    begun,
    cell,
    codes,
    editor,
    empty_house,
    id_of,
    kept,
    key,
    one_of_each_form,
    shown_codes,
)
from ui.dialogs.dialog import Dialog
from ui.pages.framework_editor import FrameworkEditor
from ui.pages.framework_editor.acts import EditorActs, PublishDialog
from ui.pages.framework_editor.tree_model import MIME
from ui.pages.framework_editor.work import Work
from ui.pages.frameworks import Frameworks
from ui.widgets.button import Button
from ui.widgets.text import Label


@pytest.fixture
def house(tmp_path: Path, qtbot) -> Iterator[House]:
    with empty_house(tmp_path) as made:
        yield made


def test_what_is_typed_stands_in_the_tree_at_once_and_on_disk_a_moment_later(house: House, qtbot):
    one = editor(begun(house, qtbot))
    one.show_node("4.3")
    title = one.criterion._title.area
    title.selectAll()
    qtbot.keyClicks(title, "Dich vu cong truc tuyen")
    assert cell(one, "4.3").text == "Dich vu cong truc tuyen"
    with qtbot.waitSignal(one.saver.saved, timeout=5000):
        pass
    assert kept(house, qtbot).index.find("4.3").node.title == "Dich vu cong truc tuyen"


def test_a_keystroke_replaces_one_node_and_lays_no_tree_anew(house: House, qtbot):
    one = editor(begun(house, qtbot))
    one.show_node("4.3")
    before = one.framework
    resets: list[int] = []
    one.tree.model.modelReset.connect(lambda: resets.append(1))
    qtbot.keyClicks(one.criterion._title.area, "x")
    assert resets == []
    assert one.framework.nodes[0] is before.nodes[0]
    assert sum(a is not b for a, b in zip(one.framework.nodes[3].nodes, before.nodes[3].nodes, strict=True)) == 1


def test_a_maximum_changes_the_sums_beside_the_group(house: House, qtbot):
    one = editor(begun(house, qtbot))
    one.show_node("4.3")
    entry = one.criterion._forms[0].bounds["maximum"].entry
    entry.selectAll()
    qtbot.keyClicks(entry, "22,5")
    assert cell(one, "4.3", 1).text == "22,5"
    assert "522,5" in cell(one, "4", 1).second
    qtbot.keyClicks(entry, "x")
    assert one.framework.index.find("4.3").maximum == 22.5
    assert entry.property("complaint")


def test_typing_into_one_field_is_one_step_and_is_undone_in_words(house: House, qtbot):
    one = editor(begun(house, qtbot))
    one.show_node("4.3")
    before, title = one.framework.digest, one.criterion._title.area
    title.setFocus()
    qtbot.keyClicks(title, "abc")
    assert "4.3" in one.work.undo_words()
    assert one.undo.toolTip()
    qtbot.keyClick(title, Qt.Key.Key_Z, CTRL)
    assert one.framework.digest == before
    assert title.value() == one.framework.index.find("4.3").node.title
    qtbot.keyClick(title, Qt.Key.Key_Y, CTRL)
    assert one.framework.digest != before
    assert one.work.redo_words() == ""


def test_the_rule_builders_change_is_kept_and_the_trial_follows(house: House, qtbot):
    import dataclasses

    one = editor(begun(house, qtbot, authoring.find(None, "minh-hoa-xa")))
    one.show_node("4.3")
    criterion = one.framework.index.find("4.3").criterion
    one.criterion.builder.edited.emit(dataclasses.replace(criterion, inputs=criterion.inputs[:1]))
    assert len(one.framework.index.find("4.3").criterion.inputs) == 1
    one.work.undo()
    assert one.framework.index.find("4.3").criterion == criterion


# The tree ------------------------------------------------------------------------------------------------------------


def test_a_new_criterion_stands_behind_with_the_next_code_and_waits_for_its_title(house: House, qtbot):
    page = begun(house, qtbot)
    one = editor(page)
    one.show_node("1.7")
    key(qtbot, one, Qt.Key.Key_Insert)
    assert codes(one)[7:9] == ["1.7", "1.8"]
    assert one.criterion._title.area.hasFocus()
    qtbot.keyClicks(one.criterion._title.area, "Moi")
    assert kept(house, qtbot) is not None
    one.leave()
    assert kept(house, qtbot).index.find("1.8").node.title == "Moi"


def test_a_group_and_a_criterion_inside_it_in_an_empty_set(house: House, qtbot):
    page = house.show(qtbot, Frameworks(house.context))
    house.wait(qtbot)
    press(page, Button, "new")
    house.wait(qtbot)
    house.wait(qtbot)
    one = editor(page)
    key(qtbot, one, Qt.Key.Key_Insert, SHIFT)
    qtbot.keyClicks(one.group._title.area, "Ha tang")
    key(qtbot, one, Qt.Key.Key_Insert)
    assert codes(one) == ["1", "1.1"]
    assert one.framework.index.find("1.1").parent == id_of(one, "1")


def test_cut_paste_duplicate_delete_and_the_keys_that_move(house: House, qtbot):
    one = editor(begun(house, qtbot))
    before = codes(one)
    one.tree.select_several([id_of(one, "1.1"), id_of(one, "1.2")])
    key(qtbot, one, Qt.Key.Key_X, CTRL)
    assert codes(one) == [code for code in before if code not in ("1.1", "1.2")]
    one.tree.select(id_of(one, "2.5"))
    key(qtbot, one, Qt.Key.Key_V, CTRL)
    at = codes(one).index("2.5")
    assert codes(one)[at + 1 : at + 3] == ["2.6", "2.7"]
    assert one.framework.index.find("2.6").id == "tc-1.1"
    key(qtbot, one, Qt.Key.Key_D, CTRL)
    assert len(codes(one)) == len(before) + 2
    key(qtbot, one, Qt.Key.Key_Delete)
    assert len(codes(one)) == len(before)
    for _ in range(3):
        one.work.undo()
    one.work.undo()
    assert codes(one) == before
    one.tree.select(id_of(one, "1.2"))
    key(qtbot, one, Qt.Key.Key_Up, ALT)
    assert codes(one)[1:3] == ["1.2", "1.1"]
    key(qtbot, one, Qt.Key.Key_Down, ALT)
    assert codes(one) == before
    key(qtbot, one, Qt.Key.Key_Left, ALT)
    assert one.framework.index.find("1.2").parent == ""
    key(qtbot, one, Qt.Key.Key_Right, ALT)
    assert one.framework.index.find("1.2").parent == id_of(one, "1")
    assert shown_codes(one) == codes(one)


def test_nodes_are_dragged_across_groups(house: House, qtbot):
    one = editor(begun(house, qtbot))
    model = one.tree.model
    indexes = [model.index_of(id_of(one, code)) for code in ("1.3", "2.1")]
    data = model.mimeData([*indexes, indexes[0].siblingAtColumn(1)])
    assert data.hasFormat(MIME)
    group = model.index_of(id_of(one, "3"))
    assert model.canDropMimeData(data, Qt.DropAction.MoveAction, 0, 0, group)
    model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, group)
    at = codes(one).index("3")
    assert codes(one)[at + 1 : at + 3] == ["1.3", "2.1"]
    assert sorted(one.tree.selected()) == sorted([id_of(one, "1.3"), id_of(one, "2.1")])
    assert shown_codes(one) == codes(one)


def test_a_drop_onto_a_criterion_means_behind_it_and_a_group_not_into_itself(house: House, qtbot):
    one = editor(begun(house, qtbot))
    model = one.tree.model
    data = model.mimeData([model.index_of(id_of(one, "1.1"))])
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index_of(id_of(one, "1.3")))
    assert codes(one)[1:4] == ["1.2", "1.3", "1.1"]
    whole = model.mimeData([model.index_of(id_of(one, "1"))])
    assert not model.canDropMimeData(whole, Qt.DropAction.MoveAction, 0, 0, model.index_of(id_of(one, "1")))
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    assert codes(one)[-1] == "1.1"


def test_what_was_copied_goes_into_another_draft(house: House, qtbot):
    page = begun(house, qtbot)
    one = editor(page)
    one.tree.select(id_of(one, "2"))
    key(qtbot, one, Qt.Key.Key_C, CTRL)
    assert "thuocso-nodes" in QApplication.clipboard().text()
    page.open_draft(drafting.start(house.workspace))
    house.wait(qtbot)
    other = next(each for each in page.findChildren(FrameworkEditor) if each is not one)
    key(qtbot, other, Qt.Key.Key_V, CTRL)
    assert codes(other) == ["2", *(f"2.{n}" for n in range(1, 6))]


def test_f2_leads_to_the_title_of_a_group_too(house: House, qtbot):
    one = editor(begun(house, qtbot))
    one.show_node("2")
    key(qtbot, one, Qt.Key.Key_F2)
    assert one.group._title.area.hasFocus()


def test_the_model_keeps_what_a_model_promises(house: House, qtbot, qtmodeltester):
    one = editor(begun(house, qtbot))
    qtmodeltester.check(one.tree.model)


def test_a_branch_is_renumbered(house: House, qtbot):
    one = editor(begun(house, qtbot))
    one.work.remove([id_of(one, "1.2")])
    one.work.renumber(id_of(one, "1"))
    assert codes(one)[:7] == ["1", *(f"1.{n}" for n in range(1, 7))]


def test_search_shows_what_is_sought_with_its_group(house: House, qtbot):
    one = editor(begun(house, qtbot))
    one.tree.search.setText("dich vu cong")
    qtbot.waitUntil(lambda: 0 < len(shown_codes(one)) < 20)
    assert "4.3" in shown_codes(one)
    assert "4" in shown_codes(one)


# Kept, published -----------------------------------------------------------------------------------------------------

KILLED = """
import os, signal, sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
application = QApplication([])
from ui import language, preferences, theme
language.install("vi"); theme.install(application, "light", 100)
from app.operations import folders, workspace
from app.operations.frameworks import authoring, drafting
from ui.context import Context
from ui.pages.framework_editor import FrameworkEditor
folder = Path(sys.argv[1])
opened = folders.open_workspace(folder)
context = Context(opened, preferences.stored(folder))
draft = drafting.start(opened, authoring.find(None, "dti-62-960"))
editor = FrameworkEditor(context, drafting.read(opened, draft))
editor.resize(1100, 640); editor.show(); editor.show_node("4.3")
editor.criterion._title.area.setPlainText("Tên mới của tiêu chí")
end = time.monotonic() + 1.5
while time.monotonic() < end:
    application.processEvents()
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_killed_a_moment_after_typing_everything_is_there_again(tmp_path: Path):
    folder = tmp_path / "Dữ liệu"
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder)], timeout=60, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    )
    assert done.returncode == -signal.SIGKILL
    again = folders.open_workspace(folder)
    try:
        (draft,) = drafting.drafts(again)
        assert draft.framework.index.find("4.3").node.title == "Tên mới của tiêu chí"
    finally:
        again.close()


def test_leaving_the_page_keeps_what_was_typed_a_moment_ago(house: House, qtbot):
    page = begun(house, qtbot)
    editor(page).show_node("4.3")
    qtbot.keyClicks(editor(page).criterion._title.area, "!")
    page.leave()
    assert "!" in kept(house, qtbot).index.find("4.3").node.title


def test_errors_stop_publishing_and_lead_to_their_place(house: House, qtbot):
    page = begun(house, qtbot)
    one = editor(page)
    one.show_node("4.3")
    code = one.criterion._forms[0].bounds["code"].entry
    code.selectAll()
    qtbot.keyClicks(code, "4.4")
    page.main_action.click()
    assert one.tabs.value() == "problems"
    assert "1 chỗ phải sửa" in house.notices()
    assert drafting.drafts(house.workspace)
    assert one.problems.table.model().rowCount() >= 1


def test_publishing_makes_a_version_that_can_be_used(house: House, qtbot):
    page = begun(house, qtbot)
    assert "2" in page.main_action.words()
    page.main_action.click()
    dialog = page.findChild(PublishDialog) or page.window().findChild(PublishDialog)
    assert dialog.version.value() == "2"
    dialog.version.setText("2026.1")
    dialog.accept()
    house.wait(qtbot)
    house.wait(qtbot)
    published = authoring.find(house.workspace, "dti-62-960@2026.1")
    assert len(list(published.index.criteria())) == 62
    assert drafting.drafts(house.workspace) == ()
    assert page.main_action.objectName() == "use"


def test_a_discarded_draft_can_be_brought_back(house: House, qtbot):
    page = begun(house, qtbot)
    acts = page.findChild(EditorActs)
    acts.discard()
    house.wait(qtbot)
    assert drafting.drafts(house.workspace) == ()
    (notice,) = house.context.notices.waiting()
    notice.acts[0].do()
    house.wait(qtbot)
    assert len(drafting.drafts(house.workspace)) == 1


def test_a_files_content_is_taken_and_can_be_undone(house: House, qtbot, tmp_path: Path):
    page = begun(house, qtbot)
    one = editor(page)
    before, path = one.framework.digest, tmp_path / "bộ.xlsx"
    authoring.write_framework(authoring.find(None, "minh-hoa-xa"), path)
    page.findChild(EditorActs).load(path)
    house.wait(qtbot)
    assert len(list(one.framework.index.criteria())) == 51
    assert one.framework.id == "dti-62-960"
    one.work.undo()
    assert one.framework.digest == before


def test_the_commune_view_scores_what_is_tried_and_keeps_nothing(house: House, qtbot):
    page = begun(house, qtbot, authoring.find(None, "minh-hoa-xa"))
    one = editor(page)
    one.show_node("4.3")
    before = one.framework.digest
    page.findChild(Button, "preview").click()
    form = one.preview.form
    for name, value in zip(form.editors, ("75", "100"), strict=True):
        field = form.editors[name].entry.entry
        field.setFocus()
        qtbot.keyClicks(field, value)
    assert "1,50" in words_of(one.preview, Label)
    page.main_action.click()
    assert one.preview is None
    assert one.framework.digest == before
    qtbot.wait(10)  # the strip lets go of what it showed
    press(page, Button, "preview")
    press(page, Button, "leave")
    qtbot.wait(10)
    assert page.main_action.objectName() == "publish"
    assert page.main_action.isVisible()


def test_no_widget_of_the_editor_lacks_a_parent(house: House, qtbot):
    before = set(QApplication.topLevelWidgets())
    one = editor(page := begun(house, qtbot, authoring.find(None, "minh-hoa-xa")))
    for place in one_of_each_form(one):
        one.show_node(place)
    for section in one.set_sheet._sections:
        one.set_sheet.show_section(section)
    one.show_preview()
    qtbot.wait(1)
    lone = [each for each in QApplication.topLevelWidgets() if each.parent() is None and each not in {page, *before}]
    assert [type(each).__name__ for each in lone] == []


def test_everything_has_a_name(house: House, qtbot):
    page = begun(house, qtbot, authoring.find(None, "minh-hoa-xa"))
    one = editor(page)
    one.show_node("4.3")
    assert nameless(page) == []
    one.show_tab("set")
    for section in one.set_sheet._sections:
        one.set_sheet.show_section(section)
    assert nameless(page) == []
    page.main_action.click()
    assert all(nameless(dialog) == [] for dialog in page.window().findChildren(Dialog))


def test_any_number_of_changes_is_undone_to_the_same_digest_and_done_again(house: House, qtbot):
    work = Work(with_ids(authoring.find(None, "dti-62-960")), house.workspace)
    before, dice = work.framework.digest, random.Random(20261122)
    for _ in range(60):
        ids = dice.sample(list(work.framework.index.places), k=dice.choice([1, 1, 2, 3]))
        act = dice.choice(["shift", "nest", "lift", "duplicate", "remove", "move", "renumber", "add", "paste"])
        if act == "shift":
            work.shift(ids, dice.choice([-1, 1]))
        elif act == "move":
            parent = dice.choice(["", *(id_ for id_ in work.framework.index.children if id_)])
            work.move(ids, parent, dice.randint(0, len(work.framework.index.children[parent])))
        elif act == "add":
            work.add(ids[0], is_group=dice.random() < 0.3)
        elif act == "paste":
            work.copy(ids)
            work.paste(dice.choice(list(work.framework.index.places)))
        elif act == "renumber":
            work.renumber(dice.choice(["", ids[0]]))
        else:
            getattr(work, act)(ids)
        places = work.framework.index.places
        assert all(place.node.id == id_ for id_, place in places.items())
    after = work.framework.digest
    while work.undo_words():
        work.undo()
    assert work.framework.digest == before
    while work.redo_words():
        work.redo()
    assert work.framework.digest == after


def test_a_figure_that_cannot_be_read_is_told_when_another_criterion_is_shown(house: House, qtbot):
    one = editor(begun(house, qtbot))
    one.show_node("4.3")
    entry = one.criterion._forms[0].bounds["maximum"].entry
    qtbot.keyClicks(entry, "x")
    one.show_node("4.4")
    assert "20x" in house.notices()
    assert one.framework.index.find("4.3").maximum == 20


def test_what_could_not_be_saved_is_saved_with_the_next_change(house: House, qtbot):
    one = editor(page := begun(house, qtbot))
    draft = drafting.discard(house.workspace, one.draft.id)
    one.show_node("4.3")
    qtbot.keyClicks(one.criterion._title.area, "!")
    one.leave()
    house.wait(qtbot)
    assert (bool(house.context.notices.waiting()), page.unkept()[-13:]) == (True, "nằm trên đĩa.")
    page._back()
    assert editor(page) is one  # what is not kept stays open
    drafting.put_back(house.workspace, draft)
    one.leave()
    assert "!" in kept(house, qtbot).index.find("4.3").node.title
