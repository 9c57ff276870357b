"""The dialog that signs with a device, on a real SoftHSM token."""

from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import isValid

from app.bundles.people.signers import Mechanism
from app.operations.trust.tokens import Signed
from tests.app.helpers.devices import NOW, PIN, Device, Driver, Made
from tests.ui.accessibility import nameless
from ui import preferences as kept
from ui.context import Context
from ui.dialogs.token import PinEntry, TokenDialog
from ui.widgets.button import Button
from ui.widgets.text import Label
from ui.widgets.tick import Tick
from ui.widgets.views import TableView

DATA = "Bản chốt số 2".encode()


@pytest.fixture
def device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Device:
    made = Device(tmp_path / "device")
    monkeypatch.setenv("SOFTHSM2_CONF", str(made.conf))
    return made


@pytest.fixture
def context(preferences, qtbot):
    made = Context(SimpleNamespace(clock=lambda: NOW), preferences)
    yield made
    made.close()


@pytest.fixture
def opened(context: Context, qtbot):
    """Opens the dialog; what is still open at the end is let go."""
    made: list[Desk] = []

    def open_one() -> Desk:
        made.append(Desk(context, qtbot))
        return made[-1]

    yield open_one
    for desk in made:
        if isValid(desk.dialog):
            desk.dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Desk:
    def __init__(self, context: Context, qtbot) -> None:
        self.context, self.qtbot = context, qtbot
        self.signed: list[Signed] = []
        self.away: list[bool] = []
        self.dialog = TokenDialog(context, "Báo cáo, bản chốt số 2", lambda _, signer: signer.sign(DATA), None)
        self.dialog.signed.connect(self.signed.append)
        self.dialog.elsewhere.connect(lambda: self.away.append(True))
        self.dialog.open()
        self.wait()

    @property
    def is_open(self) -> bool:
        return isValid(self.dialog) and self.dialog.isVisible()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.context.jobs(), timeout=60_000)

    def part(self, kind, name):
        return self.dialog.findChild(kind, name)

    def says(self, name: str) -> str:
        label = self.part(Label, name)
        return label.text() if label.isVisibleTo(self.dialog) else ""

    def shown(self) -> list[str]:
        return [each.name for each in self.part(TableView, "certificates").model().rows()]

    def type_pin(self, pin: str) -> None:
        QTest.keyClicks(self.part(PinEntry, "pin"), pin)

    def sign(self) -> None:
        self.part(Button, "act").click()
        self.wait()


def test_the_right_pin_signs_and_closes(device: Device, context: Context, opened):
    device.plug([Made()])
    desk = opened()
    assert desk.shown() == ["Lê Văn Bình"]
    assert QApplication.focusWidget() is desk.part(PinEntry, "pin")
    desk.type_pin(PIN)
    QTest.keyClick(desk.part(PinEntry, "pin"), Qt.Key.Key_Return)
    desk.wait()
    assert [each.mechanism for each in desk.signed] == [Mechanism.RSA_PSS]
    assert len(desk.signed[0].changes) == 256
    assert not desk.is_open


def test_a_wrong_pin_keeps_the_dialog_with_its_sentence_and_is_one_attempt(
    device: Device, context: Context, opened, tmp_path
):
    driver = Driver(tmp_path, "LOCK_AFTER=3")
    device.plug([Made()])
    context.preferences.set(kept.TOKEN_DRIVER, str(driver.path))
    desk = opened()
    desk.type_pin("So-PIN-9999")
    desk.sign()
    assert desk.is_open
    assert desk.says("trouble").startswith("Mã PIN chưa đúng, chưa ký nội dung nào.")
    assert desk.part(PinEntry, "pin").text() == ""
    assert desk.part(Button, "act").words() == QCoreApplication.translate("TokenDialog", "Sign again")
    assert driver.logins == "w"
    desk.sign()
    assert desk.says("trouble").startswith("Chưa nhập mã PIN")
    assert driver.logins == "w"
    for _ in range(2):
        desk.type_pin("So-PIN-9999")
        desk.sign()
    assert desk.says("trouble").startswith("Thiết bị ký số đã bị khóa")
    assert not desk.part(Button, "act").isEnabled()
    assert driver.logins == "www"
    desk.part(Button, "again").click()
    desk.wait()
    assert desk.says("warning").startswith("Thiết bị ký số đã bị khóa")
    assert not desk.part(PinEntry, "pin").isVisibleTo(desk.dialog)


def test_what_the_token_tells_of_its_pin_is_shown_before_it_is_asked(
    device: Device, context: Context, opened, tmp_path
):
    driver = Driver(tmp_path, "LOCK_AFTER=2")
    (tmp_path / "logins").write_text("w")
    device.plug([Made()])
    context.preferences.set(kept.TOKEN_DRIVER, str(driver.path))
    desk = opened()
    assert desk.says("warning")
    assert not [sign for sign in desk.says("warning") if sign.isdigit()]


def test_no_device_leads_to_signing_elsewhere(device: Device, context: Context, opened):
    desk = opened()
    assert desk.says("state").startswith("Chưa nhận được thiết bị ký số trên máy này.")
    assert desk.part(Button, "act").words() == "Tìm lại thiết bị"
    desk.part(Button, "elsewhere").click()
    assert desk.away == [True]
    assert not desk.is_open


def test_a_device_plugged_in_later_is_found(device: Device, context: Context, opened):
    desk = opened()
    device.plug([Made()])
    desk.part(Button, "act").click()
    desk.wait()
    assert desk.shown() == ["Lê Văn Bình"]
    assert desk.part(Button, "act").words() == "Ký số"


def test_expired_ones_are_counted_and_shown_on_request_but_do_not_sign(device: Device, context: Context, opened):
    device.plug([Made(), Made(name="Trần Thị Hoa", last=NOW - timedelta(days=1))])
    desk = opened()
    tick = desk.part(Tick, "hidden")
    assert tick.isVisibleTo(desk.dialog)
    assert "1" in tick.text()
    assert desk.shown() == ["Lê Văn Bình"]
    tick.setChecked(True)
    assert desk.shown() == ["Lê Văn Bình", "Trần Thị Hoa"]
    table = desk.part(TableView, "certificates")
    table.select_key(table.model().rows()[1].der)
    assert not desk.part(Button, "act").isEnabled()


def test_only_expired_ones_are_told_as_such(device: Device, context: Context, opened):
    device.plug([Made(last=NOW - timedelta(days=1))])
    desk = opened()
    assert desk.says("state").startswith("Thiết bị ký số đã cắm nhưng không có chứng thư nào")


def test_a_device_pulled_out_is_told_and_the_dialog_stays(device: Device, context: Context, opened):
    device.plug([Made()])
    desk = opened()
    device.pull_out()
    desk.type_pin(PIN)
    desk.sign()
    assert desk.says("trouble").startswith("Thiết bị ký số đã được rút ra")
    assert desk.is_open


def test_a_chosen_driver_is_looked_through_and_remembered(device: Device, context: Context, opened, tmp_path):
    desk = opened()
    driver = Driver(tmp_path)
    device.plug([Made()])
    desk.part(Button, "driver").click()
    assert desk.dialog.findChild(QFileDialog) is not None
    desk.dialog.choose_driver(str(driver.path))
    desk.wait()
    assert desk.shown() == ["Lê Văn Bình"]
    assert desk.part(TableView, "certificates").model().rows()[0].token.module == driver.path
    assert context.preferences.get(kept.TOKEN_DRIVER) == str(driver.path)


def test_an_input_method_does_not_compose_a_pin_and_caps_lock_is_noticed(device: Device, context: Context, opened):
    device.plug([Made()])
    desk = opened()
    pin = desk.part(PinEntry, "pin")
    assert not pin.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    shift, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    for typed, held, is_on in (("A", shift, False), ("A", none, True), ("b", none, False), ("b", shift, True)):
        QTest.sendKeyEvent(QTest.KeyAction.Click, pin, Qt.Key.Key_A, typed, held)
        assert ("Caps Lock" in pin.accessibleDescription()) is is_on
    composed = QInputMethodEvent("", [])
    composed.setCommitString("đ")
    QApplication.sendEvent(pin, composed)
    desk.sign()
    assert desk.says("trouble").startswith("Mã PIN vừa nhập có chữ có dấu")


def test_leaving_while_it_looks_is_nothing(device: Device, context: Context, opened):
    desk = opened()
    desk.dialog.look()
    desk.dialog.reject()
    desk.wait()
    assert not desk.signed


def test_everything_in_it_has_a_name(device: Device, context: Context, opened):
    device.plug([Made()])
    assert nameless(opened().dialog) == []


@pytest.mark.usefixtures("device")
def test_the_certificate_of_whoever_should_sign_is_chosen_first(context: Context, qtbot):
    from ui.scenes.signing_device import _found

    for prefer, name in (("", "Lê Văn Bình"), ("xã Hòa Bình", "Ủy ban nhân dân xã Hòa Bình"), ("Khác", "Lê Văn Bình")):
        dialog = TokenDialog(context, "Báo cáo", lambda *_: None, None, prefer=prefer, found=_found())
        qtbot.addWidget(dialog)
        assert dialog._chosen().name == name


@pytest.mark.usefixtures("device")
def test_a_device_that_cannot_do_pss_says_so(device: Device, context: Context, opened):
    device.plug([Made(on_token={"allowed": ["RSA_PKCS"]})])
    desk = opened()
    desk.type_pin(PIN)
    desk.sign()
    assert [each.mechanism for each in desk.signed] == [Mechanism.RSA_PKCS1]
    assert "PKCS#1 v1.5" in context.notices.waiting()[0].text


def test_a_driver_in_trouble_is_told_beside_the_certificates(device: Device, context: Context, opened, tmp_path):
    context.preferences.set(kept.TOKEN_DRIVER, str(Driver(tmp_path, "CRASH_AT_START").path))
    device.plug([Made()])
    desk = opened()
    assert desk.shown() == ["Lê Văn Bình"]
    assert desk.says("state").startswith("Trình điều khiển của thiết bị ký số gặp trục trặc")
