"""Every dialog by the keys alone: Tab reaches all of it, Escape leaves it, F1 opens the help about it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import ui.dialogs
from ui.dialogs.backup_file import BackupFileDialog
from ui.dialogs.dialog import Dialog, ask
from ui.dialogs.help_here import TOPICS, HelpHere
from ui.pages.help import topics
from ui.scenes import SCENES
from ui.widgets.button import Button

MADE = (
    "dialog-backup-file", "dialog-restore-backup", "dialog-restore-locked", "dialog-take-over", "dialog-handover",
    "dialog-findings", "dialog-mended", "portable-question", "portable-locked", "dialog-folder-gone",
    "token", "token-none",
)  # fmt: skip


@pytest.fixture(params=MADE)
def shown(request: pytest.FixtureRequest, qtbot) -> Dialog:
    made = SCENES[request.param]()
    assert isinstance(made, Dialog)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    return made


def reachable(dialog: Dialog) -> set[QWidget]:
    """What is seen, can be used and takes the focus by Tab."""
    found = {each for each in dialog.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus}
    return {each for each in found if each.isVisible() and each.isEnabled() and each.focusProxy() is None}


def test_tab_reaches_all_of_it_f1_tells_about_it_and_escape_leaves_it(shown: Dialog, qtbot) -> None:
    wanted, seen = {each.objectName() for each in reachable(shown) if isinstance(each, Button)}, set()
    for _ in range(3 * len(reachable(shown))):
        focused = QApplication.focusWidget() or shown
        seen.add(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert wanted <= seen

    QTest.keyClick(shown, Qt.Key.Key_F1)
    helped = shown.findChild(HelpHere)
    assert helped is not None
    named = next(TOPICS[each.__name__] for each in type(shown).__mro__ if each.__name__ in TOPICS)
    assert helped.topic.name == named
    QTest.keyClick(helped, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown.findChild(HelpHere) is None)
    assert shown.isVisible()

    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert shown.result() == QDialog.DialogCode.Rejected


def test_the_topics_are_there_and_belong_to_dialogs_that_are() -> None:
    assert set(TOPICS.values()) <= {topic.name for topic in topics("vi")}
    folder = Path(ui.dialogs.__file__).parent
    sources = "\n".join(path.read_text("utf-8") for path in [*folder.glob("*.py"), *folder.parent.glob("pages/*.py")])
    assert [name for name in TOPICS if f"class {name}(" not in sources] == []


def test_a_question_without_a_topic_is_about_the_page_below_it(qtbot) -> None:
    below = QWidget()
    qtbot.addWidget(below)
    asked = ask(below, "Dừng việc đang làm?", "Chưa xong.", "Dừng", "Làm tiếp")
    asked.show_help()
    assert asked.findChild(HelpHere).topic.name == "01-bat-dau"


def test_a_dialog_with_one_way_out_shows_one_button(qtbot) -> None:
    dialog = BackupFileDialog(None)
    qtbot.addWidget(dialog)
    helped = HelpHere(dialog)
    helped.show()
    assert [each.words() for each in helped.findChildren(Button) if each.isVisible()] == ["Đóng"]
