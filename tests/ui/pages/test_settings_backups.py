"""Backups in the settings: a copy now, a second place, one file, handing over, taking over, a thorough look."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.operations.commune import assessing
from app.operations.keeping import backing_up, packing, places, restoring
from app.operations.keeping.handing_over import Party
from tests.ui.accessibility import nameless
from ui.dialogs.backup_file import BackupFileDialog
from ui.dialogs.dialog import Dialog
from ui.dialogs.findings import FindingsDialog
from ui.dialogs.handover import HandoverDialog
from ui.dialogs.restore import RestoreDialog
from ui.widgets.button import Button
from ui.widgets.entry import Entry
from ui.widgets.text import Label
from ui.widgets.tick import Tick

PASSPHRASE = "bốn từ dễ nhớ lắm"
GIVER, RECEIVER = Party("Nguyễn Thị Hạnh", "Công chức"), Party("Lê <b>Quốc</b> Bảo & con", "Chuyên viên")


def shown(kind: type[Dialog]) -> Dialog:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def has(kind: type[Dialog]) -> bool:
    return any(isinstance(each, kind) and each.isVisible() for each in QApplication.topLevelWidgets())


def button(place, name: str) -> Button:
    return place.findChild(Button, name)


def words(place) -> str:
    return "\n".join(label.text() for label in place.findChildren(Label))


def seen(opened, qtbot):
    """The sheet, when it was read."""
    qtbot.waitUntil(lambda: button(opened.page.backups, "backup-file") is not None)
    return opened.page.backups


def test_a_copy_now_is_listed_and_carried_to_the_place_that_was_chosen(house, qtbot, tmp_path: Path):
    opened = house("half", "settings")
    sheet = seen(opened, qtbot)
    (tmp_path / "USB").mkdir()
    sheet.choose_place(tmp_path / "USB")
    qtbot.waitUntil(lambda: len(list((tmp_path / "USB").glob("SaoLuu*/backups/*.json"))) == 1, timeout=20_000)
    opened.wait(qtbot)
    button(opened.page, "backup").click()
    qtbot.waitUntil(lambda: len(places.copies(opened.workspace.folder)) == 2, timeout=20_000)
    opened.wait(qtbot)
    assert len(list((tmp_path / "USB").glob("SaoLuu*/backups/*.json"))) == 2
    qtbot.waitUntil(lambda: "USB" in words(sheet))
    assert nameless(opened.page) == []


def test_a_place_is_forgotten_and_what_lies_there_stays(house, qtbot, tmp_path: Path):
    opened = house("begun", "settings")
    (tmp_path / "USB").mkdir()
    backing_up.choose_second(opened.workspace, tmp_path / "USB")
    backing_up.now(opened.workspace)
    opened.page.refresh()
    sheet = seen(opened, qtbot)
    qtbot.waitUntil(lambda: button(sheet, "no-place") is not None)
    button(sheet, "no-place").click()
    qtbot.waitUntil(lambda: backing_up.second(opened.workspace.folder) is None)
    assert len(list((tmp_path / "USB").glob("SaoLuu*/backups/*.json"))) == 1
    opened.wait(qtbot)


@pytest.mark.parametrize("is_locked", [False, True])
def test_one_file_open_or_locked(house, qtbot, tmp_path: Path, is_locked: bool):
    opened = house("half", "settings")
    sheet = seen(opened, qtbot)
    button(sheet, "backup-file").click()
    dialog = shown(BackupFileDialog)
    assert nameless(dialog) == []
    if is_locked:
        dialog.findChild(Tick, "locked").click()
        button(dialog, "act").click()
        assert has(BackupFileDialog)  # no passphrase yet
        for name in ("passphrase", "passphrase-again"):
            dialog.findChild(Entry, name).setText(PASSPHRASE)
    target = tmp_path / "Sao lưu.zip"
    dialog.accepted.disconnect()
    dialog.accepted.connect(lambda: sheet.back_up(target, dialog.passphrase()))
    button(dialog, "act").click()
    qtbot.waitUntil(lambda: any("Sao lưu.zip" in text for text in opened.notices()), timeout=20_000)
    assert packing.is_encrypted(target) == is_locked
    assert len(restoring.look(target, PASSPHRASE if is_locked else "").evidence) == 12


def test_handing_over_and_taking_over(house, qtbot, tmp_path: Path):
    opened = house("half", "settings")
    sheet = seen(opened, qtbot)
    button(sheet, "handover").click()
    dialog = shown(HandoverDialog)
    assert nameless(dialog) == []
    assert dialog.findChild(Entry, "giver-name").value() == opened.workspace.acting.name
    button(dialog, "act").click()
    assert has(HandoverDialog)  # no receiver yet
    dialog.findChild(Entry, "receiver-name").setText(RECEIVER.name)
    for name in ("passphrase", "passphrase-again"):
        dialog.findChild(Entry, name).setText(PASSPHRASE)
    target = tmp_path / "BanGiao.zip.age"
    dialog.accepted.disconnect()
    dialog.accepted.connect(lambda: sheet.hand_over(target, *dialog.values()))
    button(dialog, "act").click()
    qtbot.waitUntil(lambda: any("BanGiao_BienBan.pdf" in text for text in opened.notices()), timeout=20_000)
    assert (tmp_path / "BanGiao_BienBan.pdf").is_file()

    taking = RestoreDialog(opened.context, opened.window, target)
    taking.open()
    qtbot.waitUntil(lambda: taking.findChild(Entry, "passphrase").isVisible())
    assert not button(taking, "act").isEnabled()
    taking.open_with("mật khẩu sai")
    opened.wait(qtbot)
    assert not button(taking, "act").isEnabled()
    taking.open_with(PASSPHRASE)
    qtbot.waitUntil(button(taking, "act").isEnabled, timeout=20_000)
    assert taking.findChild(Entry, "receiver-name").value() == RECEIVER.name
    assert nameless(taking) == []
    told = taking.values()
    assert (told.source, told.passphrase, told.receiver) == (target, PASSPHRASE, Party(RECEIVER.name))
    taking.findChild(Entry, "receiver-name").setText("")
    button(taking, "act").click()
    assert taking.isVisible()
    taking.reject()


def test_the_newest_copy_is_offered_first(house, qtbot):
    opened = house("half", "settings")
    copy = backing_up.make(opened.workspace)
    dialog = RestoreDialog(opened.context, opened.window)
    dialog.open()
    qtbot.waitUntil(button(dialog, "act").isEnabled)
    assert dialog.values().source == copy
    assert "Xã Hòa Bình" in words(dialog)
    dialog.reject()
    opened.wait(qtbot)


def test_without_any_copy_the_dialog_says_so_and_takes_a_folder(house, qtbot, tmp_path: Path):
    opened = house("begun", "settings")
    dialog = RestoreDialog(opened.context, opened.window)
    dialog.open()
    opened.wait(qtbot)
    assert not button(dialog, "act").isEnabled()
    (tmp_path / "USB").mkdir()
    backing_up.choose_second(opened.workspace, tmp_path / "USB")
    backing_up.now(opened.workspace)
    dialog.choose_folder(tmp_path / "USB")
    qtbot.waitUntil(button(dialog, "act").isEnabled)
    dialog.choose_folder(tmp_path / "không có")
    opened.wait(qtbot)
    assert not button(dialog, "act").isEnabled()
    dialog.reject()


def test_what_is_damaged_is_found_and_mended_from_the_second_place(house, qtbot, tmp_path: Path):
    opened = house("half", "settings")
    (tmp_path / "USB").mkdir()
    backing_up.choose_second(opened.workspace, tmp_path / "USB")
    backing_up.now(opened.workspace)
    sheet = seen(opened, qtbot)
    button(sheet, "check-data").click()
    qtbot.waitUntil(lambda: opened.notices() != [], timeout=20_000)
    assert not has(FindingsDialog)

    store = opened.workspace.evidence
    digest = min(store.digests())
    good = store.path(digest).read_bytes()
    store.path(digest).write_bytes(bytes(len(good)))
    opened.wait(qtbot)
    button(seen(opened, qtbot), "check-data").click()
    qtbot.waitUntil(lambda: has(FindingsDialog), timeout=20_000)
    dialog = shown(FindingsDialog)
    name = next(piece.name for piece in assessing.view(opened.workspace, opened.part).proving if piece.digest == digest)
    assert name in words(dialog)
    assert nameless(dialog) == []
    button(dialog, "act").click()
    qtbot.waitUntil(lambda: store.path(digest).read_bytes() == good, timeout=20_000)
    opened.wait(qtbot)
    qtbot.waitUntil(lambda: has(FindingsDialog))
    assert "SaoLuu_ThuocSo" in words(shown(FindingsDialog))
    button(shown(FindingsDialog), "act").click()
