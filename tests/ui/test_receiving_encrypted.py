"""An encrypted file of any kind asks for the passphrase once, then goes the way of its kind."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bundles import encryption
from app.operations import parts
from app.operations.commune import improving
from app.operations.trust import trusting
from ui.context import Context
from ui.dialogs.open_encrypted import OpenEncryptedDialog
from ui.dialogs.seal_many import SealManyDialog
from ui.main_window import MainWindow
from ui.scenes.commune_loop import PASSPHRASE, loop
from ui.session import Session
from ui.widgets.text import Label
from ui.widgets.tick import Tick


@pytest.fixture
def session(qtbot, tmp_path: Path, preferences):
    context = Context(loop().opened("received", tmp_path), preferences)
    window = MainWindow(context, ())
    qtbot.addWidget(window)
    made = Session(window)
    made.begin()
    window.show()
    yield made
    context.close()
    context.workspace.close()


@pytest.fixture
def covered(session, tmp_path: Path) -> Path:
    """The feedback as an authority encrypts it for the commune."""
    here = session.parent().context.workspace
    key = trusting.key_in_use(here, parts.find(here, loop().part))
    path = tmp_path / "ý kiến.thuocso.age"
    encryption.encrypt(loop().feedback, path, key.recipient)
    return path


def asked() -> OpenEncryptedDialog | None:
    found = (each for each in QApplication.topLevelWidgets() if isinstance(each, OpenEncryptedDialog))
    return next((each for each in found if each.isVisible()), None)


def answer(typed: str) -> None:
    dialog = asked()
    assert dialog is not None
    dialog._fields._first.setText(typed)
    dialog.accept()


def test_feedback_is_opened_with_the_passphrase_and_shown(session, covered, qtbot):
    context = session.parent().context
    assert improving.feedback(context.workspace, loop().part) is None
    context.file_asked.emit(covered)
    assert covered.name in "".join(label.text() for label in asked().findChildren(Label))
    answer("không phải")
    qtbot.waitUntil(lambda: any("Mật khẩu" in each.text for each in context.notices.waiting()), timeout=20_000)
    qtbot.waitUntil(lambda: asked() is not None, timeout=20_000)  # asked again, not left alone
    answer(PASSPHRASE)
    qtbot.waitUntil(lambda: improving.feedback(context.workspace, loop().part) is not None, timeout=20_000)
    assert list(context.workspace.evidence.incoming.iterdir()) == []


@pytest.mark.parametrize(("missing", "can"), [((), True), (("Xã A", "Xã B", "Xã C", "Xã D"), False)])
def test_encrypting_for_many_is_offered_where_every_key_is_accepted(qtbot, missing, can):
    dialog = SealManyDialog("Xuất ý kiến", "4 tệp", "Niêm phong", None, without_key=missing)
    qtbot.addWidget(dialog)
    tick = dialog.findChild(Tick, "encrypt")
    assert tick.isEnabled() is can
    assert not dialog.is_encrypted()
    told = "".join(label.text() for label in dialog.findChildren(Label))
    assert ("Xã A, Xã B, Xã C" in told) is not can


def test_receipts_offer_no_encryption(qtbot):
    dialog = SealManyDialog("Lập phiếu", "4 tệp", "Niêm phong", None)
    qtbot.addWidget(dialog)
    assert dialog.findChild(Tick, "encrypt") is None


def test_a_reply_under_another_key_than_the_accepted_one_waits_and_says_so(session, qtbot):
    context = session.parent().context
    part = parts.find(context.workspace, loop().part)
    code = part.campaign.authority.code
    trusting.accept_key(context.workspace, code, "authority", "ab" * 32, "công văn 12")
    context.file_asked.emit(loop().feedback)
    qtbot.waitUntil(lambda: not context.jobs(), timeout=30000)
    qtbot.waitUntil(lambda: any("khác với khóa đã ghi nhận" in each.text for each in context.notices.waiting()))
    assert improving.feedback(context.workspace, part.id) is None
    assert session.parent().page_name() == "overview"
