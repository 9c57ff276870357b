"""Settings, About: what the program is, where the data lie, and the way back after an upgrade."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

from app import VERSION, about
from app.operations import folders
from app.operations.workspace import DATABASE
from app.storage import opening
from tests.app.operations.older import data_of, rows
from tests.ui.accessibility import nameless
from ui.context import Context
from ui.dialogs.dialog import Dialog
from ui.main_window import MainWindow
from ui.pages import COMMUNE
from ui.preferences import Preferences
from ui.widgets.button import Button
from ui.widgets.text import Label


@pytest.fixture
def upgraded(qtbot, tmp_path: Path, preferences: Preferences) -> Iterator[MainWindow]:
    """The settings of a commune whose data version 0.2 began."""
    context = Context(folders.open_workspace(data_of("0.2", tmp_path / "Dữ liệu xã")), preferences)
    window = MainWindow(context, [spec for spec in COMMUNE if spec.identifier == "settings"])
    qtbot.addWidget(window)
    window.show()
    yield window
    context.close()
    context.workspace.close()


@pytest.fixture
def opened_paths() -> Iterator[list[Path]]:
    """What the desktop was asked to open: the stand-in for it."""
    found: list[Path] = []

    class Desktop(QObject):
        @Slot(QUrl)
        def take(self, url: QUrl) -> None:
            found.append(Path(url.toLocalFile()))

    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "take")
    yield found
    QDesktopServices.unsetUrlHandler("file")


def words(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label))


def test_version_folder_and_form_are_shown_and_the_path_can_be_taken_along(house):
    opened = house("begun", "settings")
    sheet = opened.page.about
    folder = opened.workspace.folder
    assert f"Thước Số {VERSION}" in words(sheet)
    assert str(folder) in words(sheet)
    assert str(folder / "backups") in words(sheet)
    sheet.findChild(Button, "copy-path").click()
    assert QApplication.clipboard().text() == str(folder)
    assert sheet.findChild(Button, "go-back") is None
    assert nameless(sheet) == []


def test_buttons_open_the_folder_and_the_licences(house, opened_paths: list[Path]):
    opened = house("begun", "settings")
    sheet = opened.page.about
    sheet.findChild(Button, "open-data").click()
    sheet.findChild(Button, "licences").click()
    assert opened_paths == [opened.workspace.folder, about.about().licences]


def test_another_data_folder_is_asked_for(house, qtbot, tmp_path: Path):
    opened = house("begun", "settings")
    sheet = opened.page.about
    sheet.findChild(Button, "other-data").click()
    asked = sheet.findChild(QFileDialog)
    with qtbot.waitSignal(opened.context.folder_asked) as told:
        asked.fileSelected.emit(str(tmp_path))
    assert told.args == [tmp_path]
    asked.close()


def test_after_an_upgrade_the_way_back_makes_a_folder_for_the_version_before(
    upgraded: MainWindow, qtbot, tmp_path: Path
) -> None:
    sheet = upgraded.page().about
    assert "0.2" in words(sheet)
    sheet.findChild(Button, "go-back").click()
    question = next(each for each in upgraded.findChildren(Dialog) if each.isVisible())
    assert "0.2" in words(question)
    question.accept()
    chooser = upgraded.page().findChild(QFileDialog)
    assert chooser is not None
    chooser.reject()
    sheet.go_back(tmp_path, "0.2")
    target = tmp_path / "ThuocSo ban 0.2"
    told = upgraded.context.notices
    qtbot.waitUntil(lambda: any(str(target) in notice.text for notice in told.waiting()), timeout=20_000)
    assert opening.stored_version(target / DATABASE) == 3
    assert rows(target / DATABASE) == rows(data_of("0.2", tmp_path / "nguồn") / DATABASE)
    sheet.go_back(tmp_path, "0.2")
    qtbot.waitUntil(lambda: (tmp_path / "ThuocSo ban 0.2 (2)" / DATABASE).is_file(), timeout=20_000)


def test_without_the_copy_there_is_no_button(upgraded: MainWindow, qtbot) -> None:
    for copy in (upgraded.context.workspace.folder / "backups").iterdir():
        copy.unlink()
    page = upgraded.page()
    page.refresh()
    assert "0.2" in words(page.about)
    qtbot.waitUntil(lambda: page.about.findChild(Button, "go-back") is None)


@pytest.mark.parametrize(
    ("told", "built", "commit"),
    [
        ('{"built": "2026-11-22", "commit": "3597b22"}', "2026-11-22", "3597b22"),
        ('{"built": "2026-11-22"}', "2026-11-22", ""),
        ("[1]", "", ""),
        ("không phải JSON", "", ""),
    ],
)
def test_a_package_tells_when_it_was_built(tmp_path: Path, told: str, built: str, commit: str) -> None:
    resources = tmp_path / "gốc" / "resources"
    resources.mkdir(parents=True)
    (resources / about.BUILD).write_text(told, "utf-8")
    (tmp_path / "gốc" / "licences").mkdir()
    found = about.about(resources)
    assert (found.version, found.built, found.commit) == (VERSION, built, commit)
    assert found.licences == tmp_path / "gốc" / "licences"
