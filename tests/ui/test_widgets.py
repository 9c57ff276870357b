"""The small parts: what they show, what they tell, and that Vietnamese typed by an input method arrives whole."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.ui.accessibility import focusable, nameless
from tests.ui.keyboard import compose
from ui.scenes import gallery
from ui.widgets.badge import Badge
from ui.widgets.bottom_strip import BottomStrip
from ui.widgets.button import LOOKS, Button
from ui.widgets.chips import ChipRow
from ui.widgets.choice import Choice
from ui.widgets.date_entry import DateEntry, read_date
from ui.widgets.drop_zone import DropZone
from ui.widgets.empty_state import EmptyState
from ui.widgets.entry import Entry
from ui.widgets.field import Field
from ui.widgets.figure import Figure
from ui.widgets.meter import Meter
from ui.widgets.number_entry import NumberEntry
from ui.widgets.search_box import SearchBox
from ui.widgets.splitter import Splitter
from ui.widgets.text import Label, Line
from ui.widgets.text_area import TextArea


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize("look_name", [look for look in LOOKS if look != "rail"])
def test_focus_can_be_seen_on_every_button(qtbot, look_name):
    holder = shown(qtbot, BottomStrip())
    other, button = Button("Khác"), Button("Ký và xuất hồ sơ", look_name)
    holder.show_acts(other, button)
    with qtbot.waitActive(holder):
        holder.activateWindow()
    other.setFocus()
    before = button.grab().toImage()
    button.setFocus()
    assert button.hasFocus()
    assert button.grab().toImage() != before


@pytest.mark.parametrize("look_name", LOOKS)
def test_a_target_is_high_enough(qtbot, look_name):
    button = shown(qtbot, Button("Ký", look_name))
    assert button.sizeHint().height() >= (28 if look_name in ("chip", "link") else 32)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_does_what_the_space_bar_does(qtbot, key):
    button = Button("Bắt đầu tự đánh giá", "main")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_an_icon_alone_has_a_name(qtbot):
    button = shown(qtbot, Button("", "quiet", "x", tip="Đóng thông báo này"))
    assert button.accessibleName() == "Đóng thông báo này"


def test_vietnamese_arrives_in_an_entry_and_is_told_once(qtbot):
    entry = shown(qtbot, Entry("Số, ký hiệu"))
    with qtbot.waitSignal(entry.committed) as told:
        compose(entry, "Ho", "Hoaf", "Hòa", text="Hòa Bình ộ")
        qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert told.args == ["Hòa Bình ộ"]
    with qtbot.assertNotEmitted(entry.committed):
        entry.commit()


def test_escape_takes_back_what_was_not_committed(qtbot):
    entry = shown(qtbot, Entry("Tên"))
    entry.set_text("Xã Hòa Bình")
    qtbot.keyClicks(entry, "xyz")
    qtbot.keyClick(entry, Qt.Key.Key_Escape)
    assert entry.text() == "Xã Hòa Bình"
    with qtbot.assertNotEmitted(entry.committed):
        entry.commit()


@pytest.mark.parametrize(
    ("typed", "stored", "seen"),
    [
        ("1506", "1506", "1.506"),
        ("1.506", "1506", "1.506"),
        ("75,3", "75.3", "75,3"),
        ("75.30", "75.30", "75,30"),
        ("-0,5", "-0.5", "−0,5"),
        ("", "", ""),
    ],
)
def test_numbers_are_read_and_shown_the_vietnamese_way(qtbot, typed, stored, seen):
    number = shown(qtbot, NumberEntry("Số hồ sơ", "hồ sơ"))
    number.set_value("7")
    number.entry.clear()
    with qtbot.waitSignal(number.committed) as told:
        qtbot.keyClicks(number.entry, typed)
        qtbot.keyClick(number.entry, Qt.Key.Key_Return)
    assert told.args == [stored]
    assert number.entry.text() == seen
    assert number.value() == stored
    assert number.entry.accessibleName() == "Số hồ sơ (hồ sơ)"


def test_what_is_no_number_stays_and_is_told(qtbot):
    number = shown(qtbot, NumberEntry("Số hồ sơ"))
    with qtbot.assertNotEmitted(number.committed), qtbot.waitSignal(number.refused) as told:
        qtbot.keyClicks(number.entry, "12 ho so")
        qtbot.keyClick(number.entry, Qt.Key.Key_Return)
    assert told.args == ["Cần một số, ví dụ 1.506,5."]
    assert number.entry.text() == "12 ho so"
    assert number.value() is None
    assert number.entry.property("complaint") is True
    number.set_value("12")
    assert number.entry.property("complaint") is False


def test_points_move_while_one_types(qtbot):
    number, told = shown(qtbot, NumberEntry("Số hồ sơ")), []
    number.typed.connect(told.append)
    qtbot.keyClicks(number.entry, "75,3")
    assert told == ["7", "75", "75.3"]  # "75," is not a number yet


def test_a_text_area_grows_to_its_limit(qtbot):
    area = TextArea("Giải trình", least=2, most=4)
    area.resize(300, 40)
    shown(qtbot, area)
    heights = []
    for count in (1, 3, 4, 40):
        area.set_text("dòng\n" * (count - 1) + "dòng")
        heights.append(area.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_a_text_area_tells_what_was_composed(qtbot):
    area = shown(qtbot, TextArea("Giải trình"))
    area.set_text("Cũ")
    with qtbot.waitSignal(area.committed) as told:
        area.selectAll()
        compose(area, "Gia", "Giải", text="Giải trình ở đây")
        area.commit()
    assert told.args == ["Giải trình ở đây"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("5/8/2026", date(2026, 8, 5)),
        (" 05.08.2026 ", date(2026, 8, 5)),
        ("5-8-2026", date(2026, 8, 5)),
        ("31/02/2026", None),
        ("2026-08-05", None),
        ("5/8/26", None),
        ("", None),
    ],
)
def test_dates_as_they_are_written_in_vietnam(typed, day):
    assert read_date(typed) == day


def test_a_date_is_shown_in_full_and_may_be_empty(qtbot):
    entry = shown(qtbot, DateEntry("Hạn nội bộ"))
    for typed, told_day, seen in (("5/8/2026", date(2026, 8, 5), "05/08/2026"), ("", None, "")):
        entry.clear()
        with qtbot.waitSignal(entry.dated) as told:
            qtbot.keyClicks(entry, typed)
            qtbot.keyClick(entry, Qt.Key.Key_Return)
        assert told.args == [told_day]
        assert entry.text() == seen


def test_a_date_that_does_not_exist_is_kept_and_marked(qtbot):
    entry = shown(qtbot, DateEntry("Hạn nội bộ"))
    with qtbot.assertNotEmitted(entry.dated):
        qtbot.keyClicks(entry, "31/02/2026")
        qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert entry.text() == "31/02/2026"
    assert entry.property("complaint") is True


def test_search_tells_at_once_on_enter_and_when_emptied(qtbot):
    box = shown(qtbot, SearchBox("Tìm tiêu chí"))
    with qtbot.waitSignal(box.sought) as told:
        compose(box, text="trực tuyến")
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert told.args == ["trực tuyến"]
    with qtbot.waitSignal(box.sought) as told:
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert told.args == [""]


def test_search_waits_for_the_last_key(qtbot):
    box, told = shown(qtbot, SearchBox("Tìm")), []
    box.sought.connect(told.append)
    with qtbot.waitSignal(box.sought):
        qtbot.keyClicks(box, "4.10")
    assert told == ["4.10"]


def test_a_choice_tells_its_value_and_keeps_it_when_options_change(qtbot):
    choice = shown(qtbot, Choice("Cách đo", [("ratio", "Tỷ lệ"), ("count", "Số đếm")]))
    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_value("count")
        choice.set_options([("count", "Đếm"), ("yes", "Có")])
    assert choice.value() == "count"
    with qtbot.waitSignal(choice.chosen) as told:
        qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert told.args == ["yes"]


def test_chips_count_and_exactly_one_is_chosen(qtbot):
    chips = shown(qtbot, ChipRow([("open", "Chưa nhập"), ("all", "Tất cả")]))
    chips.set_count("open", 14)
    buttons = chips.findChildren(Button)
    assert [button.words() for button in buttons] == ["Chưa nhập 14", "Tất cả"]
    with qtbot.waitSignal(chips.chosen) as told:
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert told.args == ["all"]
    assert [button.isChecked() for button in buttons] == [False, True]


def test_arrow_keys_go_between_chips(qtbot):
    chips = shown(qtbot, ChipRow([(1, "Một"), (2, "Hai")]))
    first, second = chips.findChildren(Button)
    with qtbot.waitActive(chips):
        chips.activateWindow()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()


def drag(zone: DropZone, *urls: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    event = QDragEnterEvent(
        zone.rect().center(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(zone, event)
    return data


def test_files_dropped_are_told_as_paths(qtbot, tmp_path: Path):
    path = tmp_path / "Báo cáo số 12 R&D.pdf"
    zone = shown(qtbot, DropZone("Thả tệp vào đây"))
    small = zone.minimumHeight()
    data = drag(zone, QUrl.fromLocalFile(str(path)).toString())
    assert zone.minimumHeight() > small
    assert zone.property("dragged") is True
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(zone.dropped) as told:
        QApplication.sendEvent(zone, drop)
    assert told.args == [[path]]
    assert zone.minimumHeight() == small


def test_what_lies_on_the_network_is_not_taken(qtbot):
    zone = shown(qtbot, DropZone("Thả tệp vào đây"))
    drag(zone, "https://example.org/a.pdf")
    assert zone.property("dragged") is False


def test_a_drop_zone_is_worked_by_keys(qtbot):
    zone = shown(qtbot, DropZone("Thả tệp vào đây"))
    with qtbot.waitSignal(zone.asked):
        qtbot.keyClick(zone, Qt.Key.Key_Space)


def test_a_field_says_what_is_wrong_below_it(qtbot):
    entry = Entry("Số")
    field = shown(qtbot, Field("Số, ký hiệu", entry, hint="như trên văn bản"))
    below = field.findChildren(Label)[1]
    field.complain("Cần ghi số, ký hiệu.")
    assert below.text() == "Cần ghi số, ký hiệu."
    assert entry.accessibleDescription() == "Cần ghi số, ký hiệu."
    field.complain()
    assert below.text() == "như trên văn bản"
    assert field.label.buddy() is entry


def test_an_empty_figure_is_a_dash_and_never_a_nought(qtbot):
    figure = shown(qtbot, Figure())
    figure.show_value("", "/ 20 điểm")
    assert [label.text() for label in figure.findChildren(Label)] == ["–", "/\u00a020 điểm"]


def test_a_badge_changes_its_state(qtbot):
    badge = shown(qtbot, Badge("circle", "Chưa nhập"))
    before = badge.grab().toImage()
    badge.show_state("circle-check", "Đã hoàn thành", "good")
    assert badge.grab().toImage() != before
    assert badge.property("look") == "good"


def test_a_meters_threshold_words_never_leave_it(qtbot):
    meter = shown(qtbot, Meter("Tỷ lệ", [("lead", 1.0)]))
    meter.resize(200, meter.height())
    for mark in (0.0, 0.5, 1.0):
        meter.show_mark(mark, "ngưỡng", ("0 %", "100 %"))
        assert not meter.grab().isNull()
    assert meter.accessibleName() == "Tỷ lệ"


def test_an_empty_place_offers_the_first_step(qtbot):
    place = shown(qtbot, EmptyState("paperclip", "Minh chứng sẽ ở đây.", "Thêm tệp đầu tiên", "plus"))
    with qtbot.waitSignal(place.started):
        qtbot.mouseClick(place.button, Qt.MouseButton.LeftButton)


def test_a_splitter_tells_when_it_was_moved(qtbot):
    splitter = Splitter(Label("trái"), Label("phải"), widths=[100, 300])
    splitter.resize(412, 50)
    shown(qtbot, splitter)
    with qtbot.waitSignal(splitter.moved) as told:
        splitter.moveSplitter(200, 1)
    assert sum(told.args[0]) == 400


@pytest.mark.parametrize("make", [gallery.parts, gallery.states])
def test_the_gallery_names_every_control(qtbot, make):
    window = make()
    qtbot.addWidget(window)
    assert len(focusable(window)) > 10
    assert nameless(window) == []


def test_the_strip_keeps_its_main_act_whole_when_room_is_short(qtbot):
    strip = shown(qtbot, BottomStrip())
    sums, hint = Label("512,40 / 960", "section"), Label("48/62 tiêu chí đã hoàn thành")
    before, main = Button("Tiêu chí trước", "quiet", "chevron-left"), Button("Hoàn thành, sang tiêu chí sau", "main")
    strip.show_left(sums, hint)
    strip.show_acts(before, main)
    strip.resize(900, 52)
    assert (sums.isHidden(), hint.isHidden(), before.text().strip()) == (False, False, "Tiêu chí trước")
    strip.resize(560, 52)
    assert (sums.isHidden(), hint.isHidden(), before.text().strip()) == (False, True, "Tiêu chí trước")
    strip.resize(330, 52)
    assert (sums.isHidden(), hint.isHidden(), before.text()) == (True, True, "")
    assert before.accessibleName() == "Tiêu chí trước"
    qtbot.waitUntil(lambda: main.width() == main.sizeHint().width())
    strip.resize(900, 52)
    assert (sums.isHidden(), hint.isHidden(), before.text().strip()) == (False, False, "Tiêu chí trước")


def test_a_line_gives_way_and_says_the_rest_in_its_tip(qtbot):
    line = shown(qtbot, Line("Đợt đánh giá năm 2026 · Lần 1"))
    line.resize(line.sizeHint())
    assert (line.text(), line.toolTip()) == ("Đợt đánh giá năm 2026 · Lần 1", "")
    line.resize(90, line.height())
    assert line.text().endswith("…")
    assert "Lần 1" in line.toolTip()
    assert line.accessibleName() == "Đợt đánh giá năm 2026 · Lần 1"
