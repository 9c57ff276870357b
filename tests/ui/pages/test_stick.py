"""Sticks for the communes in the window: what goes along, one stick after another, what stands in the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from app.operations import portable
from app.operations.authority import campaigning
from app.operations.authority.sticks import CAMPAIGN, INSTALLER, LETTER, PORTABLE
from tests.app.operations.authority.test_sticks import portable_copy
from tests.ui.accessibility import nameless
from tests.ui.keyboard import compose
from tests.ui.pages.collecting_house import House, dialog_of, opened, press, words_of
from ui import volumes
from ui.dialogs.stick import StickDialog
from ui.pages.campaigns import Campaigns
from ui.scenes.collecting_world import PASSPHRASE
from ui.volumes import Place
from ui.widgets.button import Button
from ui.widgets.entry import Entry
from ui.widgets.place_choice import PlaceChoice
from ui.widgets.sheet import Sheet
from ui.widgets.text import Label

NAME = "ThuocSo_DotDanhGiaNam2026_Ban1"


@pytest.fixture
def house(tmp_path: Path, qtbot) -> Iterator[House]:
    with opened(tmp_path) as made:
        yield made


@pytest.fixture
def plugged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The sticks that are plugged in, which tests change."""
    folders = [tmp_path / "USB 1"]
    folders[0].mkdir()
    monkeypatch.setattr(volumes, "sticks", lambda: tuple(Place(each, each.name, 1 << 33) for each in folders))
    return folders


@pytest.fixture
def dialog(house: House, plugged: list[Path], qtbot) -> StickDialog:
    page = house.show(qtbot, Campaigns(house.context))
    press(page, Button, "act-stick")
    shown = dialog_of(StickDialog, page)
    house.wait(qtbot)
    return shown


def act(dialog: StickDialog) -> Button:
    return dialog.findChild(Button, "act")


def trouble(dialog: StickDialog) -> str:
    sheet = dialog.findChild(Sheet, "trouble")
    return words_of(sheet, Label) if sheet.isVisible() else ""


def test_one_stick_after_another(dialog: StickDialog, house: House, plugged: list[Path], qtbot, tmp_path: Path):
    dialog.take(PORTABLE, portable_copy(tmp_path))
    house.wait(qtbot)
    assert dialog.findChild(PlaceChoice).folder() == plugged[0]
    press(dialog, Button, "act")
    house.wait(qtbot)
    assert "Đã ghi và kiểm tra xong" in words_of(dialog, Label)
    assert "tiếp theo" in act(dialog).words()
    first = plugged[0] / NAME
    assert (first / PORTABLE / "thuocso.exe").is_file()

    plugged[0] = tmp_path / "USB 2"  # pulled, another one plugged in
    plugged[0].mkdir()
    press(dialog, Button, "act")
    house.wait(qtbot)
    assert (plugged[0] / NAME / CAMPAIGN).read_bytes() == (first / CAMPAIGN).read_bytes()
    assert "đã ghi 2 USB" in words_of(dialog, Label)
    press(dialog, Button, "leave")
    assert not dialog.isVisible()


def test_the_same_stick_again_is_asked_first(dialog: StickDialog, house: House, plugged: list[Path], qtbot):
    press(dialog, Button, "act")
    house.wait(qtbot)
    press(dialog, Button, "act")
    house.wait(qtbot)
    assert [path.name for path in plugged[0].iterdir()] == [NAME]
    press(dialog, Button, "act")  # said twice: a second folder, the first stays
    house.wait(qtbot)
    assert {path.name for path in plugged[0].iterdir()} == {NAME, f"{NAME}-2"}
    assert "giữ nguyên" in words_of(dialog, Label)


def test_what_is_missing_is_said_and_can_be_chosen(dialog: StickDialog, house: House, qtbot, tmp_path: Path):
    assert "vẫn ghi được" in words_of(dialog, Label)
    installer = tmp_path / "ThuocSo-0.4.0-setup.exe"
    installer.write_bytes(b"MZ")
    dialog.take(INSTALLER, installer)
    house.wait(qtbot)
    assert installer.name in words_of(dialog, Label)
    dialog.take(PORTABLE, installer)
    house.wait(qtbot)
    assert "không phải bản Thước Số chạy không cần cài đặt" in trouble(dialog)
    assert installer.name in words_of(dialog, Label)  # what was right stays
    press(dialog, Button, f"leave-{INSTALLER}")
    house.wait(qtbot)
    assert trouble(dialog) == ""
    assert "vẫn ghi được, không kèm bộ cài" in words_of(dialog, Label)


def test_a_changed_campaign_asks_for_the_passphrase_once(house: House, plugged: list[Path], qtbot, tmp_path: Path):
    campaigning.revise(house.workspace, house.part, guidance="Đọc kỹ.")
    page = house.show(qtbot, Campaigns(house.context))
    press(page, Button, "act-stick")
    dialog = dialog_of(StickDialog, page)
    house.wait(qtbot)
    press(dialog, Button, "act")
    assert list(plugged[0].iterdir()) == []  # nothing was typed
    compose(dialog.findChild(Entry, "passphrase"), text="không phải")
    press(dialog, Button, "act")
    house.wait(qtbot)
    assert "Mật khẩu khóa niêm phong chưa đúng" in trouble(dialog)
    entry = dialog.findChild(Entry, "passphrase")
    entry.clear()
    compose(entry, text=PASSPHRASE)
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    house.wait(qtbot)
    assert "Đã ghi và kiểm tra xong" in words_of(dialog, Label)
    plugged[0] = tmp_path / "USB 2"
    plugged[0].mkdir()
    press(dialog, Button, "act")
    house.wait(qtbot)
    assert len(list(plugged[0].iterdir())) == 1


def test_stopping_leaves_nothing_and_the_dialog_open(
    dialog: StickDialog, house: House, plugged: list[Path], qtbot, tmp_path: Path
):
    big = tmp_path / "ThuocSo-0.4.0-setup.exe"
    with big.open("wb") as file:
        file.write(b"MZ")
        file.truncate(400 << 20)
    dialog.take(INSTALLER, big)
    house.wait(qtbot)
    press(dialog, Button, "act")
    dialog.reject()
    house.wait(qtbot)
    assert dialog.isVisible()
    assert list(plugged[0].iterdir()) == []
    assert act(dialog).isEnabled()


def test_a_stick_that_is_gone_is_told(dialog: StickDialog, house: House, plugged: list[Path], qtbot):
    plugged[0].rmdir()
    press(dialog, Button, "act")
    house.wait(qtbot)
    assert "USB đã ngắt khi đang ghi" in trouble(dialog)
    plugged[0].mkdir()
    press(dialog, Button, "act")
    house.wait(qtbot)
    assert "Đã ghi và kiểm tra xong" in words_of(dialog, Label)


def test_too_little_room_is_seen_before(
    dialog: StickDialog, house: House, plugged: list[Path], monkeypatch: pytest.MonkeyPatch
):
    room = dialog.findChild(Label, "room")
    assert "giữ nguyên" in room.text()
    monkeypatch.setattr(volumes, "sticks", lambda: (Place(plugged[0], "USB", 1000),))
    dialog.findChild(PlaceChoice).look_again()
    assert "chỉ còn trống 1.000\u00a0byte" in room.text()


def test_the_own_letter_takes_the_place_of_the_model(
    dialog: StickDialog, house: House, plugged: list[Path], qtbot, tmp_path: Path
):
    letter = tmp_path / "12-SKHCN.pdf"
    letter.write_bytes(b"%PDF-1.7 issued")
    dialog.take(LETTER, letter)
    house.wait(qtbot)
    press(dialog, Button, "act")
    house.wait(qtbot)
    assert (plugged[0] / NAME / LETTER).read_bytes() == letter.read_bytes()


def test_the_model_letter_is_saved_for_signing(
    dialog: StickDialog, house: House, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    press(dialog, Button, "save-letter")
    chooser = next(each for each in dialog.findChildren(object) if type(each).__name__ == "QFileDialog")
    chooser.filesSelected.emit([str(tmp_path / "mẫu.pdf")])
    house.wait(qtbot)
    assert (tmp_path / "mẫu.pdf").read_bytes().startswith(b"%PDF")
    assert shown == [str(tmp_path / "mẫu.pdf")]
    chooser.reject()


def test_everything_has_a_name(dialog: StickDialog):
    assert nameless(dialog) == []
    assert portable.find() is None
