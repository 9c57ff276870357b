"""A damaged database at the start: the last sound copy is offered, one button brings it back, the file is kept."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import AppError
from app.operations import folders, parts, workspace
from app.operations.commune import assessing
from app.operations.keeping import backing_up, places, restoring
from app.operations.workspace import DATABASE
from tests.ui.accessibility import nameless
from ui import crash
from ui.dialogs.damaged import DamagedDialog
from ui.scenes.commune_loop import clock, loop
from ui.widgets.button import Button
from ui.widgets.text import Label
from ui.widgets.tick import Option

PASSPHRASE = "bốn từ dễ nhớ lắm"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    opened = loop().opened("half", tmp_path)
    backing_up.make(opened)
    opened.close()
    return opened.folder


def tear(path: Path, table: str) -> None:
    """The first page of a table holds nothing but noise."""
    with closing(sqlite3.connect(path)) as connection:
        [page] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [table]).fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = os.urandom(4096)
    path.write_bytes(data)


def shown(qtbot, folder: Path) -> DamagedDialog:
    dialog = DamagedDialog(folder)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def button(dialog: DamagedDialog, name: str) -> Button:
    return dialog.findChild(Button, name)


def test_one_button_brings_the_last_sound_copy_back(qtbot, folder: Path):
    (folder / DATABASE).write_bytes(b"khong doc duoc" * 1000)
    dialog = shown(qtbot, folder)
    qtbot.waitUntil(button(dialog, "act").isEnabled, timeout=20_000)
    assert nameless(dialog) == []
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        button(dialog, "act").click()
    (kept,) = folder.glob(f"{restoring.DAMAGED}-*.sqlite")
    assert kept.read_bytes() == b"khong doc duoc" * 1000
    opened = folders.open_workspace(folder, clock)
    assert assessing.view(opened, parts.find(opened).id).proving
    opened.close()


def test_after_the_power_went_every_page_is_looked_at(folder: Path):
    tear(folder / DATABASE, "response")
    folders.open_workspace(folder, clock).close()  # nobody looks where the program was closed as usual
    (folder / f"{DATABASE}-wal").write_bytes(b"x" * 32)
    with pytest.raises(AppError) as told:
        folders.open_workspace(folder, clock)
    assert told.value.code == "data.damaged"


def opens_with(qtbot, dialog: DamagedDialog, copy_or_file: str) -> None:
    """Locked: a wrong passphrase is told, the right one makes it one click."""
    qtbot.waitUntil(lambda: dialog._locked.isVisible(), timeout=20_000)
    assert copy_or_file in dialog._told.text()
    assert not button(dialog, "act").isEnabled()
    dialog.open_with("mật khẩu khác")
    qtbot.waitUntil(lambda: any("chưa đúng" in label.text() for label in dialog.findChildren(Label)), timeout=20_000)
    assert not button(dialog, "act").isEnabled()
    dialog.open_with(PASSPHRASE)
    qtbot.waitUntil(button(dialog, "act").isEnabled, timeout=20_000)
    assert not dialog._locked.isVisible()
    assert nameless(dialog) == []
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        button(dialog, "act").click()


def test_a_locked_file_is_opened_with_its_passphrase(qtbot, folder: Path, tmp_path: Path):
    opened = folders.open_workspace(folder, clock)
    backing_up.backup(opened, tmp_path / "Sao lưu.zip.age", PASSPHRASE)
    opened.close()
    for path in (folder / "backups").iterdir():
        path.unlink()
    (folder / DATABASE).write_bytes(b"khong doc duoc" * 1000)
    dialog = shown(qtbot, folder)
    dialog.choose(tmp_path / "Sao lưu.zip.age")
    opens_with(qtbot, dialog, "Sao lưu.zip.age")
    opened = folders.open_workspace(folder, clock)
    assert assessing.view(opened, parts.find(opened).id).proving
    opened.close()


def test_a_locked_copy_in_the_second_place_is_found_by_itself(qtbot, folder: Path, tmp_path: Path):
    (tmp_path / "USB").mkdir()
    opened = folders.open_workspace(folder, clock)
    backing_up.choose_second(opened, tmp_path / "USB", PASSPHRASE)
    backing_up.now(opened)
    opened.close()
    for path in (folder / "backups").glob("*.sqlite"):
        path.unlink()
    (folder / DATABASE).write_bytes(b"khong doc duoc" * 1000)
    opens_with(qtbot, shown(qtbot, folder), "SaoLuu_ThuocSo")
    opened = folders.open_workspace(folder, clock)
    assert assessing.view(opened, parts.find(opened).id).proving
    opened.close()


def test_without_a_copy_nothing_can_be_clicked_but_closing(qtbot, folder: Path):
    for path in (folder / "backups").iterdir():
        path.unlink()
    (folder / DATABASE).write_bytes(b"khong doc duoc" * 1000)
    before = sorted(folder.rglob("*"))
    dialog = shown(qtbot, folder)
    qtbot.waitUntil(lambda: not dialog._runner.jobs())
    assert not button(dialog, "act").isEnabled()
    button(dialog, "salvage").click()
    qtbot.waitUntil(lambda: not dialog._runner.jobs())
    assert not button(dialog, "act").isEnabled()
    button(dialog, "leave").click()
    assert sorted(folder.rglob("*")) == before


def test_where_there_is_no_copy_at_all_one_may_begin_anew(qtbot, folder: Path):
    for path in (folder / "backups").iterdir():
        path.unlink()
    (folder / DATABASE).unlink()
    evidence = sorted(path.name for path in folder.glob("evidence/??/*"))
    dialog = shown(qtbot, folder)
    qtbot.waitUntil(lambda: not dialog._runner.jobs())
    assert not button(dialog, "act").isEnabled()
    dialog.findChild(Option, "anew").setChecked(True)
    assert nameless(dialog) == []
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        button(dialog, "act").click()
    opened = folders.open_workspace(folder, clock)
    assert parts.everything(opened) == ()
    opened.close()
    assert sorted(path.name for path in folder.glob("evidence-*/??/*")) == evidence


def test_evidence_that_did_not_come_back_is_named_before_the_window_opens(qtbot, folder: Path):
    (folder / DATABASE).write_bytes(b"khong doc duoc" * 1000)
    gone = next(folder.glob("evidence/??/*"))
    gone.unlink()
    dialog = shown(qtbot, folder)
    qtbot.waitUntil(button(dialog, "act").isEnabled, timeout=20_000)
    told = " ".join(label.text() for label in dialog.findChildren(Label))
    button(dialog, "act").click()
    qtbot.waitUntil(lambda: not dialog._runner.jobs() and button(dialog, "act").isEnabled(), timeout=20_000)
    now = " ".join(label.text() for label in dialog.findChildren(Label))
    assert "1 tệp minh chứng đã hỏng hoặc không còn" in now
    assert "1 tệp minh chứng đã hỏng" not in told
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        button(dialog, "act").click()


def test_what_can_be_read_of_the_damaged_file_is_offered_beside_the_copy(qtbot, folder: Path):
    opened = folders.open_workspace(folder, clock)
    workspace.add_person(opened, "Người nhập sau bản sao")
    opened.close()
    tear(folder / DATABASE, "move")
    dialog = shown(qtbot, folder)
    qtbot.waitUntil(button(dialog, "act").isEnabled, timeout=20_000)
    button(dialog, "salvage").click()
    qtbot.waitUntil(lambda: len(dialog.findChildren(Option)) == 2, timeout=20_000)
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        button(dialog, "act").click()
    opened = folders.open_workspace(folder, clock)
    assert "Người nhập sau bản sao" in [person.name for person in workspace.persons(opened)]
    opened.close()
    assert len(places.copies(folder)) >= 2


def test_what_nobody_expected_is_said_and_what_was_asked_can_be_asked_again(qtbot, folder: Path, tmp_path: Path):
    (folder / DATABASE).write_bytes(b"khong doc duoc" * 1000)
    crash.write_log(tmp_path)
    dialog = shown(qtbot, folder)
    qtbot.waitUntil(button(dialog, "act").isEnabled, timeout=20_000)
    dialog._do(lambda _: 1 // 0, lambda _: None)
    qtbot.waitUntil(lambda: not dialog._runner.jobs())
    told = " ".join(label.text() for label in dialog.findChildren(Label))
    assert "chưa lường trước" in told
    assert str(tmp_path / crash.LOG_NAME) in told
    assert "ZeroDivisionError" in (tmp_path / crash.LOG_NAME).read_text("utf-8")


def test_reading_the_damaged_file_can_be_tried_again(qtbot, folder: Path):
    (folder / DATABASE).write_bytes(b"khong doc duoc" * 1000)
    dialog = shown(qtbot, folder)
    qtbot.waitUntil(button(dialog, "act").isEnabled, timeout=20_000)
    button(dialog, "salvage").click()
    assert not button(dialog, "salvage").isEnabled()
    qtbot.waitUntil(lambda: not dialog._runner.jobs())
    assert button(dialog, "salvage").isEnabled()
