"""The commune sees what was found of what came back, and of any file that is dropped."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.dialogs.dialog import Dialog
from ui.dialogs.verification import VerificationDialog, show_file
from ui.dialogs.verification_signatures import SignaturesDialog
from ui.scenes.signed_papers import sign_as
from ui.session import Session
from ui.widgets.button import Button
from ui.widgets.text import Label


def shown(kind: type[Dialog]) -> Dialog:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def test_the_result_page_leads_to_what_was_found_of_the_file(house, qtbot):
    opened = house("result", "result")
    opened.page.findChild(Button, "see-verdict").click()
    opened.wait(qtbot)
    panel = shown(VerificationDialog)
    assert panel.findChild(object, "verdict").property("look") in ("good", "warn")
    assert panel.findChild(Button, "rebuild") is not None
    panel.reject()


def test_a_signed_pdf_dropped_anywhere_is_looked_at(house, qtbot, tmp_path: Path):
    from app.operations.trust import signing

    opened = house("frozen", "submit")
    sign_as(signing.LEADER)(opened.workspace, opened.part)
    signing.hand_out(opened.workspace, opened.part, tmp_path / "báo cáo.pdf")
    session = Session(opened.window)
    session.open_file(tmp_path / "báo cáo.pdf")
    opened.wait(qtbot)
    panel = shown(SignaturesDialog)
    assert any("Lê Văn Bình" in label.text() for label in panel.findChildren(Label))
    panel.reject()


def test_a_file_that_leads_nowhere_offers_what_was_found_of_it(house, qtbot, tmp_path: Path):
    opened = house("begun", "result")
    (tmp_path / "ảnh.thuocso").write_bytes(b"PK\x03\x04 nothing of ours")
    Session(opened.window).open_file(tmp_path / "ảnh.thuocso")
    opened.wait(qtbot)
    (notice,) = [each for each in opened.context.notices.waiting() if each.acts]
    notice.acts[0].do()
    opened.wait(qtbot)
    panel = shown(VerificationDialog)
    assert panel.findChild(object, "verdict").property("look") == "bad"
    panel.reject()


def test_show_file_tells_of_one_that_is_gone(house, qtbot, tmp_path: Path):
    opened = house("begun", "result")
    show_file(opened.context, tmp_path / "không có.pdf", opened.page)
    opened.wait(qtbot)
    assert opened.notices()
