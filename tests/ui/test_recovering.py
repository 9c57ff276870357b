"""A new computer: the file that was sent is chosen or dropped, looked at, and the work is on the page again."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.operations import folders, parts
from app.operations.commune import assessing, submitting
from app.operations.trust import keyring
from ui.context import Context
from ui.dialogs.recover import OwnKeyDialog, RecoverDialog
from ui.main_window import MainWindow
from ui.pages import START
from ui.recovering import Recovering
from ui.scenes.commune_loop import PASSPHRASE, clock, loop
from ui.session import Session
from ui.widgets.button import Button
from ui.widgets.text import Label


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first commune's submission, as it left its computer, with a copy of its key beside it."""
    folder = tmp_path_factory.mktemp("gửi")
    here = loop().opened("frozen", folder)
    try:
        part = parts.find(here, loop().part)
        made = submitting.seal_and_export(here, part.id, folder, PASSPHRASE)
        keyring.back_up(here, part, folder / "khóa.p12", PASSPHRASE)
        return made.path
    finally:
        here.close()


@pytest.fixture
def session(qtbot, tmp_path: Path, preferences, sent):
    context = Context(folders.open_workspace(tmp_path / "máy mới", clock), preferences)
    window = MainWindow(context, ())
    qtbot.addWidget(window)
    made = Session(window)
    window.set_pages(START)
    window.show()
    yield made
    context.close()
    context.workspace.close()


def shown(kind: type) -> object:
    return next((each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()), None)


def words(dialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(Label))


def test_the_start_page_offers_it(session):
    button = session.parent().page().findChild(Button, "start-recover")
    assert button.isVisible()


def test_a_dropped_submission_of_ones_own_is_looked_at_and_brought_back(session, sent, qtbot):
    context = session.parent().context
    context.file_asked.emit(sent)
    qtbot.waitUntil(lambda: shown(RecoverDialog) is not None, timeout=20_000)
    dialog = shown(RecoverDialog)
    assert parts.everything(context.workspace) == ()
    assert "Xã Hòa Bình" in dialog.windowTitle()
    assert "khóa mới được tạo" in words(dialog)
    dialog.findChild(Button, "act").click()
    qtbot.waitUntil(lambda: context.part_id != "", timeout=20_000)
    (part,) = parts.everything(context.workspace)
    seen = assessing.view(context.workspace, part.id)
    assert (part.name, seen.revision_number, seen.state) == ("Xã Hòa Bình", 1, "sent")
    assert seen.done > 0


def test_leaving_keeps_nothing(session, sent, qtbot):
    context = session.parent().context
    Recovering(context, session.parent()).look([sent])
    qtbot.waitUntil(lambda: shown(RecoverDialog) is not None, timeout=20_000)
    shown(RecoverDialog).reject()
    assert parts.everything(context.workspace) == ()
    assert list(context.workspace.evidence.digests()) == []


def test_what_holds_no_submission_is_said(session, sent, qtbot, tmp_path: Path):
    context = session.parent().context
    Recovering(context, session.parent()).look([tmp_path])
    qtbot.waitUntil(lambda: len(context.notices.waiting()) > 0, timeout=20_000)
    assert "Không thấy hồ sơ đã gửi" in context.notices.waiting()[-1].text


def test_an_encrypted_one_asks_for_the_copy_of_the_key(session, sent, qtbot, tmp_path: Path):
    from app.bundles import age_keys, encryption, keys

    context = session.parent().context
    copy = sent.parent / "khóa.p12"
    key = keys.load_seal_key(copy.read_bytes(), PASSPHRASE)
    covered = tmp_path / "hồ sơ.thuocso.age"
    encryption.encrypt(sent, covered, age_keys.recipient_of(key))
    context.file_asked.emit(covered)
    qtbot.waitUntil(lambda: shown(OwnKeyDialog) is not None, timeout=20_000)
    dialog = shown(OwnKeyDialog)
    dialog._fields._first.setText(PASSPHRASE)
    dialog.accept()
    assert dialog.isVisible()  # the copy is missing yet
    dialog.choose(copy)
    dialog.accept()
    qtbot.waitUntil(lambda: shown(RecoverDialog) is not None, timeout=20_000)
    assert "Khóa niêm phong không bao giờ" not in words(shown(RecoverDialog))  # the copy brings the key as well
    shown(RecoverDialog).accept()
    qtbot.waitUntil(lambda: context.part_id != "", timeout=20_000)


def test_a_later_revision_says_what_it_takes_the_place_of(qtbot):
    from ui.scenes.recovering import SCENES

    dialog = SCENES["recover-later"]()
    qtbot.addWidget(dialog)
    told = words(dialog)
    assert "1" in told
    assert ("lịch sử" in told) or ("history" in told)
