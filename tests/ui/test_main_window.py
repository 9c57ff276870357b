"""The frame: lazy pages, the rail, keys, narrow windows, switching language and text size, closing."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.accessibility import nameless
from ui import language, preferences
from ui.context import Context
from ui.dialogs.dialog import Dialog
from ui.main_window import MainWindow
from ui.page import Page, PageSpec
from ui.widgets.boxes import row
from ui.widgets.button import Button
from ui.widgets.header import HeaderFacts
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.search_box import SearchBox


class Notebook(Page):
    """Writes down what the window asks of it."""

    kinds = frozenset({"responses"})

    def __init__(self, context: Context, title: str, log: list[str]) -> None:
        super().__init__(context, title)
        self.log = log
        self.log.append(f"made {title}")
        self.places: list[object] = []
        self.add(row(SearchBox("Tìm"), None))
        self.set_acts(Button("Để xem lại", "quiet"), Button("Hoàn thành", "main"))

    def refresh(self) -> None:
        self.log.append(f"refresh {self.title}")

    def leave(self) -> None:
        self.log.append(f"leave {self.title}")

    def show_place(self, place: object) -> None:
        self.places.append(place)


@pytest.fixture
def log() -> list[str]:
    return []


@pytest.fixture
def window(context, qtbot, log):
    def spec(identifier: str, title: str, *, foot: bool = False) -> PageSpec:
        return PageSpec(identifier, title, "paperclip", lambda c: Notebook(c, identifier, log), foot)

    made = MainWindow(
        context, [spec("overview", "Overview"), spec("evidence", "Evidence"), spec("help", "Help", foot=True)]
    )
    qtbot.addWidget(made)
    made.show()
    return made


def test_pages_are_made_when_first_opened_and_left_before_the_next(window, log):
    assert log == ["made overview", "refresh overview"]
    window.open_page("evidence")
    assert log[2:] == ["made evidence", "leave overview", "refresh evidence"]
    window.open_page("overview")
    assert log[5:] == ["leave evidence"]


def test_a_page_refreshes_only_for_its_own_kinds_and_only_when_seen(window, log, context):
    window.open_page("evidence")
    del log[:]
    context.changed.emit(frozenset({"people"}))
    assert log == []
    context.changed.emit(frozenset({"responses"}))
    assert log == ["refresh evidence"]
    window.open_page("overview")
    assert log[-1] == "refresh overview"


def test_a_page_sends_to_a_place_in_another(window):
    window.page().go_to.emit("evidence", "4.3")
    assert window.page().title == "evidence"
    assert window.page().places == ["4.3"]


def test_the_main_action_stands_bottom_right(window):
    page = window.page()
    assert page.main_action.words() == "Hoàn thành"
    place = page.main_action.mapTo(window, page.main_action.rect().bottomRight())
    assert place.x() > window.width() - 40
    assert place.y() > window.height() - 40


@pytest.mark.parametrize(
    ("key", "modifier", "opened"),
    [
        (Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier, "evidence"),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, "help"),
        (Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier, "overview"),
    ],
)
def test_keys_open_pages(window, qtbot, key, modifier, opened):
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, key, modifier)
    assert window.page().title == opened


def test_ctrl_f_goes_to_the_search_box(window, qtbot):
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(QApplication.focusWidget(), SearchBox)


@pytest.mark.parametrize(("width", "compact"), [(1366, False), (1199, True), (911, True), (683, True)])
def test_a_narrow_window_shows_icons_with_tips(window, width, compact):
    window.resize(width, 700)
    entry = window.rail.findChild(Button, "rail-evidence")
    assert (window.rail.width() < 100) is compact
    assert entry.toolTip()
    assert entry.accessibleName() == "Minh chứng"
    assert window.width() == width


def test_counts_are_said_too(window):
    window.show_count("evidence", "48/62")
    window.show_count("unknown", "1")
    assert window.rail.findChild(Button, "rail-evidence").accessibleName() == "Minh chứng · 48/62"


def test_switching_the_language_makes_the_words_anew_and_stays(window, qtbot, log):
    window.open_page("evidence")
    window.show_facts(HeaderFacts("Xã Hòa Bình", "Đợt đánh giá năm 2026"))
    window.show_count("evidence", "87")
    window.show_person("Chị Hạnh", "Đầu mối")
    language.install("en")
    name = "Evidence · 87"
    qtbot.waitUntil(lambda: window.rail.findChild(Button, "rail-evidence").accessibleName() == name)
    assert window.page().title == "evidence"
    assert log.count("leave evidence") == 1
    assert window.rail.person.accessibleName() == "Chị Hạnh · Đầu mối"


def test_notices_stand_under_the_header_and_go_when_closed(window, context, qtbot):
    context.notices.warn("USB đã ngắt khi đang ghi.")
    bar = window.findChild(NoticeBar)
    assert bar.isVisible()
    close = next(b for b in bar.findChildren(Button) if b.accessibleName() == "Đóng thông báo này")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert context.notices.waiting() == ()
    assert window.notices.isHidden()


def test_a_notice_raised_before_the_window_is_shown_in_it(context, qtbot):
    context.notices.warn("Đồng hồ máy tính chưa đúng.")
    made = MainWindow(context, [])
    qtbot.addWidget(made)
    assert [bar.notice.text for bar in made.notices.bars()] == ["Đồng hồ máy tính chưa đúng."]


def test_long_work_shows_a_bar_that_stops_it(window, context, qtbot):
    def pack(workspace, *, progress):
        while True:
            progress.step(1, 3)

    job = context.run(pack, title="Xuất gói hồ sơ")
    qtbot.waitUntil(window.progress.isVisible)
    stop = next(b for b in window.progress.findChildren(Button) if b.words() == "Dừng lại")
    with qtbot.waitSignal(job.cancelled):
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert window.progress.isHidden()


def test_short_work_shows_no_bar(window, context, qtbot):
    job = context.run(lambda workspace: None, title="Lưu")
    with qtbot.waitSignal(job.finished):
        pass
    assert window.progress.isHidden()


def test_closing_commits_and_waits_for_the_writing(context, window, qtbot, log, tmp_path: Path):
    written, gate = [], Event()
    context.run(lambda workspace: gate.wait(5) and written.append(True))
    gate.set()
    assert window.close()
    assert log[-1] == "leave overview"
    assert written == [True]
    assert preferences.stored(tmp_path).get(preferences.GEOMETRY) == window.saveGeometry()


def test_closing_during_long_work_asks_first(context, window, qtbot):
    def pack(workspace, *, progress):
        while True:
            progress.step(1, 3)

    job = context.run(pack, title="Xuất gói hồ sơ")
    assert not window.close()
    question = window.findChild(Dialog)
    assert question.isVisible()
    with qtbot.waitSignal(job.cancelled):
        qtbot.mouseClick(question.findChild(Button, "act"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_splitter_widths_come_back(context, window, qtbot, preferences):
    from ui.widgets.splitter import Splitter
    from ui.widgets.text import Label

    preferences.set_widths("here", [300, 100])
    splitter = Splitter(Label("a"), Label("b"), widths=[100, 300])
    splitter.resize(412, 40)
    qtbot.addWidget(splitter)
    window.page().keep_widths("here", splitter)
    splitter.show()
    assert splitter.sizes() == [300, 100]
    splitter.moveSplitter(150, 1)
    assert preferences.widths("here") == splitter.sizes()


def test_everything_has_a_name(window, context):
    context.notices.warn("USB đã ngắt khi đang ghi.")
    window.show_person("", "")
    assert nameless(window) == []


def test_text_size_changes_while_it_is_shown(window, look):
    entry = window.rail.findChild(Button, "rail-evidence")
    wide, height = window.rail.width(), entry.height()
    look.switch(scale=150)
    assert entry.sizeHint().height() > height
    assert window.rail.width() < wide  # larger text leaves room for icons only
    look.switch(scale=100)
    assert window.rail.width() == wide
