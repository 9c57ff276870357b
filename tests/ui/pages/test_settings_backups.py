"""Backups in the settings: a copy now, a second place, one file, handing over, taking over, a thorough look."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.operations.commune import assessing
from app.operations.keeping import backing_up, packing, places, restoring
from app.operations.keeping.handing_over import Party
from app.operations.workspace import DATABASE
from tests.ui.accessibility import nameless
from tests.ui.test_damaged import tear
from ui.dialogs.backup_file import BackupFileDialog, BackupOpenDialog, BackupPlaceDialog
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


def test_copies_in_a_second_place_are_locked_and_come_back_with_the_passphrase(house, qtbot, tmp_path: Path):
    opened = house("half", "settings")
    (tmp_path / "USB").mkdir()
    plain = backing_up.choose_second(opened.workspace, tmp_path / "USB")
    backing_up.now(opened.workspace)
    opened.page.refresh()
    sheet = seen(opened, qtbot)
    qtbot.waitUntil(lambda: button(sheet, "lock-place") is not None)
    button(sheet, "lock-place").click()
    dialog = shown(BackupPlaceDialog)
    assert nameless(dialog) == []
    button(dialog, "act").click()
    assert has(BackupPlaceDialog)  # no passphrase yet
    for name in ("passphrase", "passphrase-again"):
        dialog.findChild(Entry, name).setText(PASSPHRASE)
    button(dialog, "act").click()
    qtbot.waitUntil(lambda: len(list((tmp_path / "USB").glob("SaoLuu*/backups/key.age"))) == 1, timeout=20_000)
    qtbot.waitUntil(lambda: any(plain.name in text for text in opened.notices()), timeout=20_000)
    opened.wait(qtbot)
    qtbot.waitUntil(lambda: button(sheet, "lock-place") is None)

    locked = next(copy for copy in restoring.copies_in(tmp_path / "USB") if copy.is_locked)
    taking = RestoreDialog(opened.context, opened.window, locked)
    taking.open()
    qtbot.waitUntil(lambda: taking.findChild(Entry, "passphrase").isVisible())
    assert not button(taking, "act").isEnabled()
    taking.open_with("mật khẩu sai")
    opened.wait(qtbot)
    assert not button(taking, "act").isEnabled()
    taking.open_with(PASSPHRASE)
    qtbot.waitUntil(button(taking, "act").isEnabled, timeout=20_000)
    assert "Xã Hòa Bình" in words(taking)
    assert (taking.values().source, taking.values().passphrase) == (locked, PASSPHRASE)
    assert nameless(taking) == []
    taking.reject()

    again = BackupPlaceDialog(locked.root, opened.window, is_there=True)
    again.open()
    assert (
        again.findChild(Entry, "passphrase-again") is None or not again.findChild(Entry, "passphrase-again").isVisible()
    )
    again.findChild(Entry, "passphrase").setText(PASSPHRASE)
    again.accepted.connect(lambda: sheet.choose_place(locked.root, again.passphrase()))
    button(again, "act").click()
    qtbot.waitUntil(lambda: len(places.copies(locked.root)) == 2, timeout=20_000)
    opened.wait(qtbot)


def test_in_a_copied_data_folder_the_place_of_the_original_is_said_to_be_that(house, qtbot, tmp_path: Path):
    opened = house("begun", "settings")
    (tmp_path / "USB").mkdir()
    (tmp_path / "bản gốc").mkdir()
    (tmp_path / "bản gốc" / DATABASE).write_bytes(b"x")
    backing_up.choose_second(opened.workspace, tmp_path / "USB")
    told = opened.workspace.folder / "backups" / "place.json"
    home = json.loads(told.read_text("utf-8"))
    home["home"]["path"] = str(tmp_path / "bản gốc")
    told.write_text(json.dumps(home), "utf-8")
    sheet = seen(opened, qtbot)
    sheet.look_again()
    qtbot.waitUntil(lambda: "là bản chép của một thư mục khác" in words(sheet))
    sheet.back_up_now()
    qtbot.waitUntil(lambda: any("là bản chép" in each.text for each in opened.context.notices.waiting()))
    assert list((tmp_path / "USB").glob("*/backups/*.sqlite")) == []


def test_a_copy_is_removed_after_a_question_and_all_copies_can_be_seen(house, qtbot, tmp_path: Path):
    opened = house("half", "settings")
    (tmp_path / "USB").mkdir()
    backing_up.choose_second(opened.workspace, tmp_path / "USB")
    for _ in range(4):
        backing_up.now(opened.workspace)
    opened.page.refresh()
    sheet = seen(opened, qtbot)
    qtbot.waitUntil(lambda: button(sheet, "more-copies") is not None)
    button(sheet, "more-copies").click()
    qtbot.waitUntil(lambda: len(sheet.findChildren(Button, "remove-copy")) == 8)
    assert nameless(opened.page) == []
    before = places.copies(opened.workspace.folder)
    sheet.findChildren(Button, "remove-copy")[0].click()
    question = shown(Dialog)
    assert nameless(question) == []
    question.reject()
    opened.wait(qtbot)
    assert places.copies(opened.workspace.folder) == before
    for copy in before[1:]:
        sheet.remove(copy)
    sheet.remove(before[0])
    qtbot.waitUntil(lambda: any("bản duy nhất còn dùng được" in text for text in opened.notices()), timeout=20_000)
    assert places.copies(opened.workspace.folder) == before[:1]
    opened.wait(qtbot)


def test_evidence_that_is_gone_is_said_with_a_backup_and_stands_beside_a_copy(house, qtbot, tmp_path: Path):
    opened = house("half", "settings")
    store = opened.workspace.evidence
    store.path(min(store.digests())).unlink()
    sheet = seen(opened, qtbot)
    sheet.back_up(tmp_path / "b.zip")
    qtbot.waitUntil(lambda: any("1 tệp minh chứng không còn trong máy" in each for each in opened.notices()))
    sheet.hand_over(tmp_path / "c.zip.age", GIVER, RECEIVER, "", PASSPHRASE)
    said = "1 tệp minh chứng không còn trong máy nên không có trong tệp vừa lập"
    qtbot.waitUntil(lambda: any("c.zip.age" in each and said in each for each in opened.notices()), timeout=20_000)
    sheet.back_up_now()
    qtbot.waitUntil(lambda: "thiếu 1 tệp" in words(sheet), timeout=20_000)
    opened.wait(qtbot)


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


def test_a_file_chosen_while_copies_are_still_looked_for_stays_the_chosen_one(house, qtbot, tmp_path: Path):
    opened = house("half", "settings")
    backing_up.make(opened.workspace)
    backing_up.backup(opened.workspace, tmp_path / "b.zip")
    dialog = RestoreDialog(opened.context, opened.window)
    dialog.open()
    dialog.choose_file(tmp_path / "b.zip")
    opened.wait(qtbot)
    assert dialog.values().source == tmp_path / "b.zip"
    assert button(dialog, "act").isEnabled()
    dialog.reject()


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


@pytest.mark.parametrize("table", ["move", "journal"])
def test_a_look_at_the_data_tells_a_damaged_database_and_leads_to_a_backup(house, qtbot, table: str):
    opened = house("half", "settings")
    sheet = seen(opened, qtbot)
    asked: list[object] = []
    opened.context.backup_asked.connect(asked.append)
    tear(opened.workspace.folder / DATABASE, table)
    button(sheet, "check-data").click()
    qtbot.waitUntil(lambda: has(FindingsDialog) or bool(opened.context.notices.waiting()), timeout=20_000)
    if has(FindingsDialog):
        button(shown(FindingsDialog), "restore").click()
    else:
        (act,) = opened.context.notices.waiting()[-1].acts
        act.do()
    assert asked == [None]
    opened.wait(qtbot)


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


def test_lost_evidence_comes_back_from_a_locked_place(house, qtbot, tmp_path: Path):
    opened = house("half", "settings")
    (tmp_path / "USB").mkdir()
    backing_up.choose_second(opened.workspace, tmp_path / "USB", PASSPHRASE)
    backing_up.now(opened.workspace)
    store = opened.workspace.evidence
    digest = min(store.digests())
    good = store.path(digest).read_bytes()
    store.path(digest).unlink()
    sheet = seen(opened, qtbot)
    button(sheet, "check-data").click()
    qtbot.waitUntil(lambda: has(FindingsDialog), timeout=20_000)
    shown(FindingsDialog).source_asked.disconnect()
    shown(FindingsDialog).source_asked.connect(lambda: sheet.mend_from(tmp_path / "USB"))
    button(shown(FindingsDialog), "source").click()
    dialog = shown(BackupOpenDialog)
    assert nameless(dialog) == []
    dialog.findChild(Entry, "passphrase").setText(PASSPHRASE)
    button(dialog, "act").click()
    qtbot.waitUntil(lambda: store.path(digest).is_file() and store.path(digest).read_bytes() == good, timeout=20_000)
    opened.wait(qtbot)
    qtbot.waitUntil(lambda: has(FindingsDialog))
    button(shown(FindingsDialog), "act").click()
