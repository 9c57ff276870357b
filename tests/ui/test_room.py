"""Where there is little room: words end in an ellipsis, names are parted, chips go on below, dialogs scroll."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.dialogs.dialog import Dialog
from ui.widgets.boxes import column
from ui.widgets.button import Button
from ui.widgets.chips import ChipRow
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.header import Header, HeaderFacts
from ui.widgets.rail import WIDE, WIDEST, Rail
from ui.widgets.text import Label, breakable

FILE = "QD_kien_toan_Ban_Chi_dao_chuyen_doi_so_xa_Hoa_Binh_nam_2026_ban_ky_so.pdf"
CAMPAIGN = "Đánh giá chuyển đổi số cấp xã năm 2026 (dùng thử) · Thẩm định lần 2"


def shown(qtbot, widget, width: int = 0):
    qtbot.addWidget(widget)
    if width:
        widget.resize(width, widget.sizeHint().height())
    widget.show()
    return widget


@pytest.fixture
def dialog(qtbot):
    """A dialog that was not opened yet."""
    made = Dialog("Chốt số liệu", None, width=480)
    yield made
    made.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_choice_says_in_its_tip_what_does_not_fit(qtbot):
    words = "Bí thư Đảng ủy hoặc Chủ tịch Ủy ban nhân dân"
    choice = shown(qtbot, Choice("Vai trò", [(1, words)], width=150))
    choice.grab()
    assert words in choice.toolTip()
    wide = shown(qtbot, Choice("Vai trò", [(1, words)], width=600))
    wide.grab()
    assert wide.toolTip() == ""


def test_a_long_name_may_be_parted_and_is_still_the_same_name(qtbot):
    label = shown(qtbot, Label(FILE, wrap=True))
    assert label.text() == FILE
    assert label.minimumSizeHint().width() < label.fontMetrics().horizontalAdvance(FILE) / 2
    assert breakable("Hồ sơ 12/BC-UBND ngày 05/08/2026") == "Hồ sơ 12/BC-UBND ngày 05/08/2026"


def test_what_can_be_copied_is_never_parted(qtbot):
    label = shown(qtbot, Label(FILE, wrap=True, selectable=True))
    assert super(Label, label).text() == FILE


def test_chips_go_on_in_the_next_line(qtbot):
    chips = ChipRow([(number, f"Chưa ghi nhận khóa {number}") for number in range(6)])
    page = shown(qtbot, column(chips, None), 900)
    page.resize(400, 400)
    buttons = chips.findChildren(Button)
    qtbot.waitUntil(lambda: chips.rect().contains(buttons[-1].geometry()) and buttons[-1].y() > buttons[0].y())
    assert all(button.width() == button.sizeHint().width() for button in buttons)


def test_a_dialog_is_as_tall_as_its_content_and_grows_with_it(dialog, qtbot):
    field = Field("Họ và tên lãnh đạo", Entry("Họ và tên lãnh đạo"))
    dialog.add(Label("Một câu dài vừa đủ để xuống dòng. " * 8, wrap=True), field)
    dialog.set_acts("Chốt số liệu", "Để sau")
    dialog.open()
    act = dialog.findChild(Button, "act")
    bottom = field.mapTo(dialog, field.rect().bottomLeft()).y()
    assert act.mapTo(dialog, act.rect().topLeft()).y() - bottom < 40
    before = dialog.height()
    field.complain("Ghi họ và tên, không ghi học hàm, học vị.")
    qtbot.waitUntil(lambda: dialog.height() > before)


def test_a_dialog_taller_than_the_screen_scrolls_and_keeps_its_acts(dialog, qtbot):
    fields = [Field(f"Ô số {number}", Entry(f"Ô số {number}")) for number in range(30)]
    dialog.add(*fields)
    dialog.set_acts("Lưu", "Đóng")
    dialog.open()
    act = dialog.findChild(Button, "act")
    assert dialog.height() <= dialog.screen().availableGeometry().height()
    assert dialog.rect().contains(act.mapTo(dialog, act.rect().center()))
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    last = fields[-1].field
    fields[-2].field.setFocus()
    qtbot.keyClick(fields[-2].field, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: dialog.rect().contains(last.mapTo(dialog, last.rect().center())))


def test_the_header_lets_the_campaign_go_before_the_deadline(qtbot):
    header = Header()
    holder = QWidget()
    header.setParent(holder)
    shown(qtbot, holder, 1200)
    due = "Hạn gửi: hết ngày 14/11/2026 · còn 12 ngày"
    header.show_facts(HeaderFacts("UBND tỉnh Hải Giang", CAMPAIGN, due, saved="Đã lưu 14:32"))
    header.resize(1200, header.height())
    header.set_narrow(True)
    header.resize(640, header.height())
    told = [label.text() for label in header.findChildren(Label) if not label.isHidden()]
    assert due in told
    assert "UBND tỉnh Hải Giang" in told
    assert CAMPAIGN not in told


def test_the_rail_is_as_wide_as_its_words_within_bounds(qtbot):
    rail = shown(qtbot, Rail())
    rail.set_entries([("a", "Kết quả", "trophy", False)])
    rail.set_person("Chị Hạnh", "Đầu mối")
    assert rail.width() == WIDE
    rail.set_entries([("a", "Self-assessment", "clipboard-list", False)])
    rail.set_count("a", "48/62")
    assert WIDE < rail.width() < WIDEST
    rail.set_person("Một họ và tên dài hơn mọi họ và tên thường gặp", "Đầu mối")
    assert rail.width() == WIDEST
