"""The campaign under way: its list, deadlines and revisions, the file that goes out and its code."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.operations import parts
from app.operations.authority import campaigning, collecting
from app.operations.trust import trusting
from tests.ui.accessibility import nameless
from tests.ui.keyboard import compose
from tests.ui.pages.collecting_house import House, dialog_of, opened, press, words_of
from ui.dialogs.agency import AgencyDialog
from ui.dialogs.dialog import Dialog
from ui.dialogs.round_terms import RoundTermsDialog
from ui.dialogs.text_to_copy import TextToCopy
from ui.dialogs.title import TitleDialog
from ui.pages.campaigns import Campaigns
from ui.pages.new_campaign import NewCampaign
from ui.scenes.collecting_world import PASSPHRASE, new_campaign, sample
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.text import Label
from ui.widgets.views import TableView


@pytest.fixture
def house(tmp_path: Path, qtbot) -> Iterator[House]:
    with opened(tmp_path) as made:
        yield made


@pytest.fixture
def page(house: House, qtbot) -> Campaigns:
    return house.show(qtbot, Campaigns(house.context))


def campaign(house: House):
    return parts.find(house.workspace, house.part).campaign


def test_contact_and_extension_of_an_agency(page: Campaigns, house: House, qtbot):
    page.show_place("HG04")
    qtbot.keyClick(page.findChild(TableView, "agencies"), Qt.Key.Key_Return)
    dialog = dialog_of(AgencyDialog, page)
    assert dialog.findChild(Entry, "agency-code").isReadOnly()
    dialog.findChild(Entry, "agency-telephone").setText("0900 123 456")
    dialog.findChild(Entry, "agency-extended").setText("18/13/2026")
    press(dialog, Button, "act")
    assert dialog.isVisible()  # there is no such day
    dialog.findChild(Entry, "agency-extended").setText("18/11/2026")
    press(dialog, Button, "act")
    house.wait(qtbot)
    known = campaign(house).agency("HG04")
    assert (known.contact.telephone, known.extended_to) == ("0900 123 456", date(2026, 11, 18))
    assert campaign(house).revision == 2
    assert "xuất lại gói" in words_of(page, Label)


def test_an_agency_is_added_and_taken_out(page: Campaigns, house: House, qtbot):
    press(page, Button, "add")
    dialog = dialog_of(AgencyDialog, page)
    dialog.findChild(Entry, "agency-code").setText("HG01")
    compose(dialog.findChild(Entry, "agency-name"), text="Xã Đồng Văn")
    press(dialog, Button, "act")
    assert dialog.isVisible()  # the code is taken
    dialog.findChild(Entry, "agency-code").setText("HG99")
    press(dialog, Button, "act")
    house.wait(qtbot)
    assert campaign(house).agency("HG99").name == "Xã Đồng Văn"
    house.wait(qtbot)
    page.show_place("HG99")
    press(page, Button, "remove")
    press(dialog_of(Dialog, page), Button, "act")
    house.wait(qtbot)
    assert campaign(house).agency("HG99") is None


def test_who_sent_something_stays(page: Campaigns, house: House, qtbot):
    collecting.import_paths(house.workspace, house.part, [house.files["HG01"]])
    page.refresh()
    house.wait(qtbot)
    page.show_place("HG01")
    assert not page.findChild(Button, "remove").isEnabled()
    page.show_place("HG05")
    assert page.findChild(Button, "remove").isEnabled()


def test_another_deadline_is_a_new_revision(page: Campaigns, house: House, qtbot):
    press(page, Button, "round-1")
    dialog = dialog_of(RoundTermsDialog, page)
    words = dialog.findChild(Entry, "deadline-words")
    assert words.value() == "trước ngày 15/11/2026"
    words.clear()
    compose(words, text="chậm nhất ngày 20/11/2026")
    press(dialog, Button, "act")
    house.wait(qtbot)
    assert campaign(house).round(1).deadline.last_day() == date(2026, 11, 20)
    assert campaign(house).revision == 2
    house.wait(qtbot)
    assert "đợt đánh giá nay là bản 2" in words_of(page, Label).lower()
    assert page.main_action.words() == "Xuất gói triển khai"


def test_another_title(page: Campaigns, house: House, qtbot):
    press(page, Button, "act-title")
    dialog = dialog_of(TitleDialog, page)
    title = dialog.findChild(Entry, "title")
    title.clear()
    press(dialog, Button, "act")
    assert dialog.isVisible()  # never without one
    compose(title, text="Đợt đánh giá chuyển đổi số năm 2026")
    press(dialog, Button, "act")
    house.wait(qtbot)
    assert campaign(house).title == "Đợt đánh giá chuyển đổi số năm 2026"


def test_the_first_seal_makes_the_key_and_the_code_is_shown(tmp_path: Path, qtbot):
    with opened(tmp_path, fresh=True) as house:
        known = sample()
        part = new_campaign(house.workspace, known, known.agencies)
        house.part = house.context.part_id = part.id
        page = house.show(qtbot, Campaigns(house.context))
        assert trusting.own_key(house.workspace, part) is None
        assert page.main_action.words() == "Xuất gói triển khai"
        target = tmp_path / "Gói triển khai.thuocso"
        page.send(target, PASSPHRASE)
        house.wait(qtbot)
        house.wait(qtbot)
        key = trusting.own_key(house.workspace, part)
        assert target.is_file()
        assert key.check_code.split()[0] in words_of(page, Label)
        assert "Đã ghi và kiểm tra xong: Gói triển khai.thuocso" in house.notices()
        assert page.main_action.words() == "Sang Tiếp nhận"
        press(page, Button, "copy-code")
        assert QApplication.clipboard().text() == key.check_code


def test_a_wrong_passphrase_is_told_and_nothing_is_written(page: Campaigns, house: House, qtbot, tmp_path: Path):
    target = tmp_path / "x.thuocso"
    page.send(target, "không phải")
    house.wait(qtbot)
    assert "Mật khẩu khóa niêm phong chưa đúng" in house.notices()
    assert not target.exists()
    assert len(campaigning.sent_out(house.workspace, house.part)) == 1


@pytest.mark.parametrize("act", ["act-letter", "act-chat"])
def test_the_texts_to_paste_hold_the_code(page: Campaigns, house: House, act: str):
    press(page, Button, act)
    press(dialog_of(TextToCopy, page), Button, "act")
    code = trusting.own_key(house.workspace, parts.find(house.workspace, house.part)).check_code
    assert code in QApplication.clipboard().text()


def test_another_campaign_is_opened(page: Campaigns, house: House, qtbot):
    known = sample()
    other = new_campaign(house.workspace, known, known.agencies[:2])
    page.refresh()
    house.wait(qtbot)
    choice = page.findChild(Choice, "campaign")
    assert choice.value() == house.part
    with qtbot.waitSignal(house.context.part_asked) as asked:
        choice.chosen.emit(other.id)
    assert asked.args == [other.id]


def test_a_new_one_begins_here_with_the_framework_asked_for(page: Campaigns, house: House, qtbot):
    wanted = next(value for value in campaigning.authoring.shipped() if value.id != "minh-hoa-xa")
    page.show_place(("new", wanted.digest))
    house.wait(qtbot)
    begun = page.findChild(NewCampaign)
    assert begun.isVisible()
    assert begun.frameworks.sets()[""].digest == wanted.digest


def test_everything_has_a_name(page: Campaigns):
    assert nameless(page) == []
