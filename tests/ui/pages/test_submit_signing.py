"""The report signed through the window: here, on another computer, in ink; each with its way back."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from app.bundles.people import making
from app.domain.campaign import Demand
from app.operations.trust import signing
from app.operations.trust.signing import AGENCY, LEADER
from tests.app.bundles.people import pki
from tests.ui.accessibility import nameless
from tests.ui.keyboard import compose
from ui.dialogs.dialog import Dialog
from ui.dialogs.passphrase import SealDialog
from ui.dialogs.sign_here import SignHere, Way
from ui.dialogs.sign_other import OtherSigner
from ui.dialogs.token import TokenDialog
from ui.pages.submit_steps import Stand, Step
from ui.scenes.signed_papers import ask_for, attach_scan, hand, sign_as
from ui.widgets.button import Button
from ui.widgets.drop_zone import DropZone
from ui.widgets.entry import Entry
from ui.widgets.text import Label

PASSWORD = "mật khẩu của tệp"


@pytest.fixture(autouse=True)
def nothing_left_open():
    yield
    for each in QApplication.topLevelWidgets():
        if isinstance(each, Dialog) and each.isVisible():
            each.reject()


def dialog(kind: type[Dialog]) -> Dialog:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def button(house, name: str) -> Button | None:
    return house.page.findChild(Button, name)


def demanding(house, demand: Demand, *acts):
    opened = house("frozen", "submit")
    ask_for(opened.workspace, opened.part, demand)
    for act in acts:
        act(opened.workspace, opened.part)
    opened.page.refresh()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the steps that stood there before
    return opened


def paper(house) -> signing.Papers:
    found = signing.papers(house.workspace, house.part)
    assert found is not None
    return found


def p12(folder: Path, who: str = "leader") -> Path:
    holder = pki.people()[who]
    lock = serialization.BestAvailableEncryption(PASSWORD.encode())
    path = folder / "chứng thư.p12"
    path.write_bytes(pkcs12.serialize_key_and_certificates(None, holder.key, holder.cert, None, lock))
    return path


def elsewhere(house, tmp_path: Path, qtbot) -> Path:
    house.page._signing.hand_out(tmp_path / "bao-cao.pdf")
    house.wait(qtbot)
    back = tmp_path / "12-BC (đã ký).pdf"
    back.write_bytes(making.sign((tmp_path / "bao-cao.pdf").read_bytes(), LEADER, pki.people()["leader"], pki.SIGNED))
    return back


def stand(house, number: int) -> Stand:
    return house.page.findChild(Step, f"step-{number}").stand


def test_where_nothing_is_asked_for_sealing_is_due_and_signing_possible(house):
    opened = house("frozen", "submit")
    assert stand(opened, 3) is Stand.NOW
    assert button(opened, "sign-here") is not None
    assert opened.page.findChild(DropZone, "signed-zone") is None


def test_signing_with_a_file_asks_again_after_a_wrong_password(house, qtbot, tmp_path: Path):
    opened = demanding(house, Demand.LEADER)
    assert (stand(opened, 2), stand(opened, 3)) == (Stand.NOW, Stand.LATER)
    button(opened, "sign-here").click()
    asked = dialog(SignHere)
    asked.choose_way(Way.FILE)
    asked.accept()
    assert asked.isVisible()  # no file chosen yet
    asked.choose_file(p12(tmp_path))
    compose(asked.findChild(Entry, "password"), "s", text="sai")
    asked.accept()
    qtbot.waitUntil(lambda: bool(opened.notices()), timeout=20_000)
    assert "Mật khẩu của tệp chứng thư chưa đúng" in opened.notices()[-1]
    opened.page._signing.sign_with_file(LEADER, p12(tmp_path), PASSWORD)
    qtbot.waitUntil(lambda: not paper(opened).missing, timeout=20_000)
    qtbot.waitUntil(lambda: (stand(opened, 2), stand(opened, 3)) == (Stand.DONE, Stand.NOW), timeout=20_000)


def test_signing_with_a_device_goes_on_in_its_own_dialog(house):
    opened = demanding(house, Demand.LEADER)
    button(opened, "sign-here").click()
    asked = dialog(SignHere)
    assert asked.field() == LEADER
    assert "Lê Văn Bình" in asked.told()
    asked.accept()
    device = dialog(TokenDialog)
    device.reject()


def test_the_agency_is_offered_once_the_leader_signed(house):
    opened = demanding(house, Demand.LEADER_AND_AGENCY, sign_as(LEADER))
    button(opened, "sign-here").click()
    assert dialog(SignHere).field() == AGENCY
    assert button(opened, "other-signer") is None


def test_a_picture_is_kept_for_the_next_time(house, qtbot, tmp_path: Path):
    opened = demanding(house, Demand.LEADER)
    (tmp_path / "chữ ký.png").write_bytes(hand())
    button(opened, "sign-here").click()
    asked = dialog(SignHere)
    asked.show_picture(tmp_path / "chữ ký.png")
    opened.wait(qtbot)
    assert signing.picture(opened.workspace, opened.part, LEADER)
    asked.findChild(Button, "no-picture").click()
    opened.wait(qtbot)
    assert signing.picture(opened.workspace, opened.part, LEADER) == b""


def test_a_signed_file_is_dropped_whatever_its_name(house, qtbot, tmp_path: Path):
    opened = demanding(house, Demand.LEADER_AND_AGENCY)
    back = elsewhere(opened, tmp_path, qtbot)
    zone = opened.page.findChild(DropZone, "signed-zone")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(back))])
    action, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    zone.dropEvent(QDropEvent(QPoint(5, 5), action, data, left, plain))
    qtbot.waitUntil(lambda: paper(opened).state == "signed_by_leader", timeout=20_000)
    opened.wait(qtbot)
    assert any("Nguyễn Văn An" in each.text() for each in opened.page.findChildren(Label))
    button(opened, "drop-signed").click()
    dialog(Dialog).accept()
    qtbot.waitUntil(lambda: paper(opened).state == "awaiting_leader", timeout=20_000)


def test_a_wrong_file_is_told_with_the_other_way_offered(house, qtbot, tmp_path: Path):
    opened = demanding(house, Demand.LEADER)
    (tmp_path / "quét.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(60))
    opened.page._signing.take_back([tmp_path / "quét.jpg"])
    qtbot.waitUntil(lambda: bool(opened.notices()), timeout=20_000)
    assert "bản quét" in opened.notices()[-1]
    assert len(opened.context.notices.waiting()[-1].acts) == 2
    assert paper(opened).state == "awaiting_leader"


def test_another_signer_is_printed_and_the_old_file_no_longer_fits(house, qtbot):
    opened = demanding(house, Demand.LEADER)
    button(opened, "other-signer").click()
    asked = dialog(OtherSigner)
    asked.findChild(Entry, "signer-name").set_text("")
    asked.accept()
    assert asked.isVisible()
    asked.findChild(Entry, "signer-name").set_text("Trần Thị Bình")
    asked.accept()
    qtbot.waitUntil(lambda: paper(opened).signer == "Trần Thị Bình", timeout=20_000)
    opened.wait(qtbot)
    assert any("Trần Thị Bình" in each.text() for each in opened.page.findChildren(Label))


def test_ink_comes_as_a_scan_and_goes_again(house, qtbot):
    opened = demanding(house, Demand.WET_SIGNED, attach_scan)
    assert (paper(opened).missing, stand(opened, 2)) == ((), Stand.DONE)
    button(opened, "drop-scan").click()
    dialog(Dialog).accept()
    qtbot.waitUntil(lambda: paper(opened).missing == ("wet_signed",), timeout=20_000)


@pytest.mark.parametrize("demand", [Demand.LEADER_AND_AGENCY, Demand.WET_SIGNED])
def test_what_is_missing_is_told_before_sealing_and_stops_nothing(house, demand: Demand):
    opened = demanding(house, demand)
    opened.page.findChild(Button, "also").click()
    asked = dialog(Dialog)
    assert any("chưa có" in each.text() or "not there" in each.text() for each in asked.findChildren(Label))
    asked.accept()
    assert isinstance(dialog(SealDialog), SealDialog)


def test_the_main_act_is_the_signature_that_is_due_and_then_the_seal(house):
    opened = demanding(house, Demand.LEADER)
    opened.page.findChild(Button, "main").click()
    dialog(SignHere).reject()
    sign_as(LEADER)(opened.workspace, opened.part)
    opened.page.refresh()
    assert not opened.page.findChild(Button, "also").isVisible()
    opened.page.findChild(Button, "main").click()
    assert dialog(SealDialog).isVisible()


@pytest.mark.parametrize("demand", list(Demand))
def test_every_control_of_signing_has_a_name(house, demand: Demand):
    opened = demanding(house, demand, sign_as(LEADER), attach_scan)
    assert nameless(opened.page) == []


@pytest.mark.parametrize("stage", ["exported", "received"])
def test_the_report_can_be_printed_whatever_became_of_the_file(house, stage: str):
    opened = house(stage, "submit")
    assert button(opened, "print").isVisible()
    assert (button(opened, "sign-here") is None) == (stage == "received")


def test_the_dialog_of_signing_names_every_control(house):
    opened = demanding(house, Demand.LEADER)
    button(opened, "sign-here").click()
    asked = dialog(SignHere)
    asked.choose_way(Way.FILE)
    assert nameless(asked) == []
