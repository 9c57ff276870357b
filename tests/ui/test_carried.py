"""The start of a portable copy: asked once, before the window; the answer holds; nothing is lost on the way."""

import json
import os
import shutil
import site
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app import drives
from app.operations import folders, portable
from app.operations import workspace as workspaces
from app.operations.portable import ANSWER, DATA, MARKER, Answer, Portable, Standing
from app.operations.workspace import DATABASE
from app.resources import FOLDER
from tests.ui.accessibility import nameless
from ui import carried
from ui.context import Context
from ui.dialogs.portable import PortableDialog
from ui.widgets.button import Button
from ui.widgets.text import Label


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "USB của xã" / "3-Chay-khong-can-cai-dat"
    folder.mkdir(parents=True)
    (folder / MARKER).touch()
    return folder


@pytest.fixture
def plugged(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Portable:
    """On a stick, with data of a commune on it."""
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sdb1 {str(program.parent).replace(' ', chr(92) + '040')} vfat rw 0 0\n", "utf-8")
    monkeypatch.setattr(drives, "MOUNTS", mounts)
    found = Portable(program)
    opened = folders.open_workspace(found.data)
    workspaces.add_person(opened, "Trần Thị Hạnh")
    opened.close()
    return found


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This computer's place for data."""
    place = tmp_path / "máy" / "ThuocSo"
    monkeypatch.setattr(folders, "computer_folder", lambda: place)
    return place


def answered(name: str) -> None:
    """Somebody presses the button of that name in the question that comes."""

    def press() -> None:
        dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, PortableDialog))
        dialog.findChild(Button, name).click() if name else dialog.reject()

    QTimer.singleShot(0, press)


def people(folder: Path) -> list[str]:
    opened = folders.open_workspace(folder)
    try:
        return [person.name for person in workspaces.persons(opened)]
    finally:
        opened.close()


def test_on_this_computer_everything_comes_along(plugged: Portable, here: Path, qtbot):
    answered("portable-here")
    assert carried.data_folder(plugged, "") == here
    assert people(here) == ["Trần Thị Hạnh"]
    assert not plugged.data.exists()
    assert carried.data_folder(plugged, "") == here  # not asked again


def test_kept_on_the_stick(plugged: Portable, here: Path, qtbot):
    answered("portable-stay")
    assert carried.data_folder(plugged, "") == plugged.data
    assert carried.data_folder(plugged, "") == plugged.data
    assert not here.exists()


def test_closed_without_an_answer_nothing_is_decided(plugged: Portable, here: Path, qtbot):
    answered("")
    assert carried.data_folder(plugged, "") is None
    assert not (plugged.program / ANSWER).exists()
    assert people(plugged.data) == ["Trần Thị Hạnh"]


def test_data_open_elsewhere_are_told_and_the_question_stays(plugged: Portable, here: Path, qtbot):
    opened = folders.open_workspace(plugged.data)
    dialog = PortableDialog(plugged, plugged.standing(), here)
    qtbot.addWidget(dialog)
    dialog.open()
    try:
        dialog.findChild(Button, "portable-here").click()
        qtbot.waitUntil(lambda: dialog.findChild(Label, "trouble").isVisible())
        assert "Trần Thị Hạnh mở" in dialog.findChild(Label, "trouble").text()
        qtbot.waitUntil(lambda: dialog.findChild(Button, "portable-here").isEnabled())
    finally:
        opened.close()
    dialog.findChild(Button, "portable-here").click()
    qtbot.waitUntil(lambda: dialog.folder == here)


@pytest.mark.parametrize(
    "standing",
    [
        Standing(None, asks=True),
        Standing(None, asks=True, moved=Answer("MAY-VAN-THU", "C:\\x", "")),
        Standing(None, is_locked=True),
    ],
)
def test_each_form_of_the_question_has_words_and_one_way_on(program: Path, standing: Standing, qtbot):
    dialog = PortableDialog(Portable(program), standing, program)
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
    assert dialog.findChild(Button, "portable-here").isDefault()
    assert (dialog.findChild(Button, "portable-stay") is None) == standing.is_locked
    if standing.moved is not None:
        assert "MAY-VAN-THU" in "".join(label.text() for label in dialog.findChildren(Label))


def test_a_backup_brought_back_is_found_under_another_drive_letter(program: Path, here: Path, qtbot):
    restored = program / f"{DATA}-20261122-080000"
    restored.mkdir()
    assert carried.data_folder(Portable(program), str(restored)) == restored
    assert carried.data_folder(Portable(program), f"/media/another/{restored.name}") == restored
    assert carried.data_folder(Portable(program), "/media/another/gone") == program / DATA


def test_a_stick_that_takes_nothing_is_said(program: Path, context: Context, monkeypatch: pytest.MonkeyPatch, qtbot):
    context.workspace = workspaces.Workspace.__new__(workspaces.Workspace)
    context.workspace.folder = Path("ThuocSo")
    carried.tell(Portable(program), context)
    assert context.notices.waiting() == ()
    monkeypatch.setattr(Portable, "_takes_data", lambda _: False)
    carried.tell(Portable(program), context)
    (notice,) = context.notices.waiting()
    assert "chỉ đọc được" in notice.text
    assert "ThuocSo" in notice.text


START = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from app import drives

drives.MOUNTS = Path(sys.argv[1])

def look():
    window = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "desk")
    print(json.dumps({"folder": str(window.context.workspace.folder), "modules": sorted(sys.modules)}))
    leave(window)

def leave(window):
    if window.page() is None or window.context.jobs():
        QTimer.singleShot(50, lambda: leave(window))
    else:
        window.close()

import ui.main_window
shown = ui.main_window.MainWindow.showEvent
def show_event(self, event):
    shown(self, event)
    QTimer.singleShot(0, look)
ui.main_window.MainWindow.showEvent = show_event

def answer():
    for each in QApplication.topLevelWidgets():
        if type(each).__name__ == "PortableDialog":
            each.findChild(QPushButton, "portable-here").click()

import ui.carried
real = ui.carried.data_folder
def asked(*given):
    QTimer.singleShot(0, answer)
    return real(*given)
ui.carried.data_folder = asked
from ui.__main__ import main
sys.exit(main([]))
"""


def started(program: Path, mounts: Path, home: Path) -> dict[str, object]:
    """The program as a process whose executable lies in the folder of a portable copy."""
    executable = program / "thuocso"
    if not executable.exists():
        executable.symlink_to(Path(sys.executable).resolve())
    root = str(FOLDER.parent)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([root, *site.getsitepackages()])}
    environment |= {"XDG_DATA_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("THUOCSO_DATA", None)
    ended = subprocess.run(
        [executable, "-c", START, str(mounts)], capture_output=True, text=True, env=environment, timeout=60, check=False
    )
    assert ended.returncode == 0, ended.stderr
    return dict(json.loads(ended.stdout))


def test_a_real_start_beside_the_marker(program: Path, tmp_path: Path):
    told = started(program, tmp_path / "none", tmp_path / "home")
    assert told["folder"] == str(program / DATA)
    assert (program / DATA / DATABASE).is_file()
    assert not {"app.operations.authority.campaigning", "ui.dialogs.portable"} & set(told["modules"])
    assert portable.find(program).standing().folder == program / DATA


def test_a_real_start_from_a_stick_asks_and_opens_there(plugged: Portable, tmp_path: Path):
    told = started(plugged.program, drives.MOUNTS, tmp_path / "home")
    assert told["folder"] == str(tmp_path / "home" / "ThuocSo")
    assert people(tmp_path / "home" / "ThuocSo") == ["Trần Thị Hạnh"]
    shutil.rmtree(tmp_path / "home")
    assert plugged.standing().asks  # the folder is gone: asked again rather than begun anew in silence
