"""Keys in the settings: copied, given another passphrase, restored from file and sheet, replaced; reporting."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.domain.agency import Contact
from app.errors import AppError
from app.operations import parts
from app.operations.trust import keyring, reported, sealers, trusting
from tests.app.operations.trust.test_keyring import printed_lines
from tests.ui.accessibility import nameless
from ui.dialogs.key_care import SHEET, ChangePassphraseDialog, CopyKeyDialog, ReplaceKeyDialog
from ui.dialogs.key_report import RegistrationDialog
from ui.dialogs.key_restore import RestoreKeyDialog
from ui.scenes.commune_loop import PASSPHRASE
from ui.widgets.button import Button
from ui.widgets.check_code import in_halves
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.text import Label

NEW = "bốn từ nối liền nhau"


def dialog(kind):
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def words(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label))


def typed(asked, name: str, text: str) -> None:
    asked.findChild(Entry, name).setText(text)


def part_of(opened) -> parts.Part:
    return parts.find(opened.workspace, opened.part)


def test_the_passphrase_is_changed(house, qtbot):
    opened = house("exported", "settings")
    opened.page.findChild(Button, "key-passphrase").click()
    asked = dialog(ChangePassphraseDialog)
    assert nameless(asked) == []
    typed(asked, "old-passphrase", PASSPHRASE)
    typed(asked, "passphrase", NEW)
    asked.accept()
    assert asked.isVisible()  # not typed twice
    typed(asked, "passphrase-again", NEW)
    asked.accept()
    opened.wait(qtbot)
    assert trusting.unlock(opened.workspace, part_of(opened), NEW)
    with pytest.raises(AppError, match=r"passphrase\.wrong"):
        trusting.unlock(opened.workspace, part_of(opened), PASSPHRASE)


def test_a_copy_is_written_and_a_new_key_sets_the_old_one_aside(house, qtbot, tmp_path: Path):
    opened = house("exported", "settings")
    old = trusting.own_key(opened.workspace, part_of(opened))
    opened.page.findChild(Button, "key-copy").click()
    asked = dialog(CopyKeyDialog)
    typed(asked, "passphrase", PASSPHRASE)
    asked.accept()
    where = dialog(QFileDialog)
    where.filesSelected.emit([str(tmp_path / "khóa.p12")])
    where.close()
    opened.wait(qtbot)
    assert (tmp_path / "khóa.p12").is_file()
    opened.page.findChild(Button, "key-replace").click()
    asked = dialog(ReplaceKeyDialog)
    asked.choose("stolen")
    typed(asked, "passphrase", NEW)
    typed(asked, "passphrase-again", NEW)
    asked.accept()
    opened.wait(qtbot)
    new = trusting.own_key(opened.workspace, part_of(opened))
    assert new.spki != old.spki
    assert [key.reason for key in keyring.former(opened.workspace, part_of(opened))] == ["stolen"]
    assert in_halves(old.check_code) in words(opened.page)


def test_the_sheet_is_typed_back_line_by_line(house, qtbot, tmp_path: Path):
    opened = house("exported", "settings")
    part = part_of(opened)
    key = trusting.own_key(opened.workspace, part)
    lines = printed_lines(keyring.print_sheet(opened.workspace, part, tmp_path / "p.pdf", PASSPHRASE).path)
    keyring.replace(opened.workspace, part, NEW, "lost")
    opened.page.refresh()
    opened.page.findChild(Button, "key-restore").click()
    asked = dialog(RestoreKeyDialog)
    asked.turn_to(SHEET)
    assert nameless(asked) == []
    for number, line in enumerate(lines, 1):
        field = asked.findChild(Entry, f"line-{number}")
        QTest.keyClicks(field, line[:-1])
        QTest.keyClicks(field, "A" if line[-1] != "A" else "B")
        if number == 3:
            assert field.property("complaint")
        field.setText(line.lower()[:-1])
        QTest.keyClicks(field, line[-1].lower())
        assert not field.property("complaint")
    typed(asked, "passphrase", PASSPHRASE)
    asked.findChild(Choice, "why").set_value("replaced")
    asked.accept()
    opened.wait(qtbot)
    assert trusting.own_key(opened.workspace, part).spki == key.spki


def test_restoring_without_a_file_or_with_a_slip_goes_nowhere(house, qtbot):
    opened = house("exported", "settings")
    opened.page.findChild(Button, "key-restore").click()
    asked = dialog(RestoreKeyDialog)
    asked.accept()
    assert asked.isVisible()
    asked.turn_to(SHEET)
    asked.accept()
    assert asked.isVisible()
    asked.reject()


def test_a_commune_reports_from_its_overview(house, qtbot, tmp_path: Path):
    opened = house("begun", "overview")
    notice = opened.page._registration
    bars = len(notice.findChildren(NoticeBar))
    assert notice.isVisible()
    notice.ask()
    asked = dialog(RegistrationDialog)
    assert nameless(asked) == []
    for name in ("name", "telephone"):
        typed(asked, f"contact-{name}", "")
    typed(asked, "passphrase", PASSPHRASE)
    typed(asked, "passphrase-again", PASSPHRASE)  # the key is made now
    asked.accept()
    assert asked.isVisible()  # nobody to call
    typed(asked, "contact-name", "Nguyễn Thị Hà")
    typed(asked, "contact-telephone", "0900 000 001")
    asked.choose(tmp_path)
    asked.accept()
    opened.wait(qtbot)
    seen = reported.standing(opened.workspace, opened.part)
    assert (seen.state, seen.contact) == (
        reported.RegistrationState.MADE, Contact(name="Nguyễn Thị Hà", title=seen.contact.title,
                                                    telephone="0900 000 001", email=seen.contact.email),
    )  # fmt: skip
    assert (tmp_path / seen.last.file_name).is_file()
    qtbot.waitUntil(lambda: len(notice.findChildren(NoticeBar)) == bars - 1)  # those of before go when Qt is back


def test_who_has_sent_already_is_not_asked_to_report(house):
    opened = house("exported", "overview")
    assert reported.standing(opened.workspace, opened.part).state is reported.RegistrationState.NONE
    assert len(opened.page._registration.findChildren(NoticeBar)) <= 1  # the authority's key at most


def test_the_authority_s_key_is_believed_by_the_code_of_its_letter(house, qtbot):
    opened = house("begun", "overview")
    side = sealers.other_side(opened.workspace, part_of(opened))
    assert side.standing is trusting.KeyStanding.FIRST_SEEN
    assert opened.page._registration.isVisible()
    opened.context.run(trusting.accept_code, side.code, side.check_code, "letter")
    opened.wait(qtbot)
    assert sealers.other_side(opened.workspace, part_of(opened)).standing is trusting.KeyStanding.ACCEPTED
