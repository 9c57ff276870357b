"""The authority's pages while a campaign is made, sent out and collected, with the sample's communes."""

import functools
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QWidget

from app.operations import folders, workspace
from app.operations.authority import collecting
from app.operations.workspace import Workspace
from ui import preferences
from ui.context import Context
from ui.dialogs.dialog import Dialog
from ui.main_window import MainWindow
from ui.pages import START
from ui.scenes import collecting_world
from ui.scenes.collecting_world import World
from ui.session import Session

Act = Callable[[MainWindow, World, Workspace], object]


@functools.cache
def world() -> World:
    """The province of the pictures, made once."""
    return collecting_world.build(Path(tempfile.mkdtemp(prefix="thuocso-scene-")))


@functools.cache
def collected() -> collecting.Drop:
    """The same after everything came in."""
    opened = folders.open_workspace(world().folder, world().clock)
    try:
        return collecting_world.collect(world(), opened)
    finally:
        opened.close()


def settle(window: MainWindow) -> None:
    """Waits until what is being read is shown."""
    loop = QEventLoop(window)
    while window.context.jobs():
        loop.processEvents()


def _window(opened: Workspace, folder: Path) -> MainWindow:
    context = Context(opened, preferences.stored(folder))
    shown = MainWindow(context, START)
    shown.resize(1366, 768)

    def close() -> None:
        context.close(cancel=True)
        opened.close()

    shown.destroyed.connect(close)
    return shown


def _scene(page: str, act: Act | None = None) -> Callable[[], QWidget]:
    def make() -> QWidget:
        collected()
        opened = folders.open_workspace(world().folder, world().clock)
        shown = _window(opened, Path(tempfile.mkdtemp(prefix="thuocso-scene-")))
        Session(shown).choose(world().part)
        shown.open_page(page)
        settle(shown)
        if act is not None:
            act(shown, world(), opened)
            settle(shown)
        return shown

    return make


def _begin(page: str, act: Act | None = None) -> Callable[[], QWidget]:
    """A folder in which nothing is yet."""

    def make() -> QWidget:
        folder = Path(tempfile.mkdtemp(prefix="thuocso-scene-"))
        opened = folders.open_workspace(folder, world().clock)
        workspace.add_person(opened, "Nguyễn Thị Thảo", "Đầu mối")
        shown = _window(opened, folder)
        Session(shown).start_anew()
        shown.open_page(page)
        settle(shown)
        if act is not None:
            act(shown, world(), opened)
            settle(shown)
        return shown

    return make


def _inlay(window: MainWindow) -> None:
    """Shows the dialogs that are open inside the window, so that one picture holds both."""
    settle(window)
    for dialog in window.findChildren(Dialog):
        if dialog.isVisible():
            size = dialog.sizeHint().expandedTo(dialog.minimumSizeHint())
            dialog.setParent(window, Qt.WindowType.Widget)
            dialog.setAutoFillBackground(True)
            dialog.resize(size.boundedTo(window.size()))
            dialog.move((window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 2)
            dialog.show()
            dialog.raise_()


def _press(window: MainWindow, name: str) -> None:
    from ui.widgets.button import Button

    page = window.page()
    assert page is not None
    button = page.findChild(Button, name)
    assert button is not None, name
    button.click()
    _inlay(window)


def _drop(window: MainWindow, _: World, __: Workspace) -> None:
    page = window.page()
    assert page is not None
    page.show_place(collected())
    page.show_place("HG04")


def _row(code: str, button: str = "") -> Act:
    def act(window: MainWindow, _: World, __: Workspace) -> None:
        page = window.page()
        assert page is not None
        page.show_place(code)
        settle(window)
        if button:
            _press(window, button)

    return act


def _told(window: MainWindow, _: World, __: Workspace) -> None:
    from ui.dialogs.drop_told import DropToldDialog

    DropToldDialog(collected(), window).open()
    _inlay(window)


LIST = """STT\tTên xã\tĐầu mối\tSố điện thoại
1\tXã Hòa Bình\tNguyễn Thị Thu Hà\t0900 000 101
2\tPhường Đông Hải\tTrần Quốc Đạt\t0900 000 102
3\tXã An Thạnh\t\t0900 000 103
4\tĐặc khu Hòn Nhạn\tPhạm Hải Yến\t
5\tXã Suối Ngọc\t\t"""


def _typed(window: MainWindow, _: World, __: Workspace) -> None:
    from ui.pages.new_campaign import NewCampaign

    page = window.page()
    assert isinstance(page, NewCampaign)
    page.authority_name.setText("Sở Khoa học và Công nghệ tỉnh Hải Giang")
    page.agencies.paste(LIST)
    page.deadline.words.setText("Trước ngày 15/11/2026")
    page.deadline.words.textEdited.emit("Trước ngày 15/11/2026")


def _pasting(window: MainWindow, known: World, opened: Workspace) -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.clipboard().setText(LIST)
    _press(window, "paste")


def _reading(window: MainWindow, known: World, _: Workspace) -> None:
    page = window.page()
    assert page is not None
    page.show_place((known.sample.framework.digest, "ho-so-truc-tuyen"))


def _skeleton(tab: str = "") -> Act:
    """A skeleton of a decision, read: its groups, or what the decision leaves open."""

    def act(window: MainWindow, _: World, __: Workspace) -> None:
        from app.operations.frameworks import authoring
        from ui.pages.framework_reading import FrameworkReading

        page = window.page()
        assert page is not None
        page.show_place(authoring.find(None, "tuyen-quang-742-2022-xa").digest)
        settle(window)
        reading = page.findChild(FrameworkReading)
        if tab and reading is not None:
            reading.show_tab(tab)

    return act


def _refused(window: MainWindow, known: World, _: Workspace) -> None:
    """A workbook in which the least value of every figure is no number."""
    from app.domain.codec import Amount
    from app.domain.framework import Group, Node
    from app.operations.frameworks import authoring
    from ui.pages.frameworks import Frameworks
    from ui.widgets.button import Button
    from ui.widgets.notice_bar import NoticeBar

    def spoilt(node: Node) -> Node:
        if isinstance(node, Group):
            return replace(node, nodes=tuple(map(spoilt, node.nodes)))
        inputs = tuple(replace(item, minimum=Amount("chưa rõ")) for item in node.inputs)
        return replace(node, inputs=inputs)

    value = known.sample.framework
    path = Path(tempfile.mkdtemp(prefix="thuocso-scene-")) / "Bộ chỉ số cấp xã 2026.xlsx"
    authoring.write_framework(replace(value, nodes=tuple(map(spoilt, value.nodes))), path)
    page = window.page()
    assert isinstance(page, Frameworks)
    page.load(path)
    settle(window)
    bar = window.findChild(NoticeBar)
    assert bar is not None
    next(button for button in bar.findChildren(Button) if not button.objectName()).click()  # see details


def _agency(window: MainWindow, _: World, __: Workspace) -> None:
    page = window.page()
    assert page is not None
    page.show_place("HG04")
    _press(window, "change")


SCENES: dict[str, Callable[[], QWidget]] = {
    "new-campaign-empty": _begin("new_campaign"),
    "new-campaign": _begin("new_campaign", _typed),
    "new-campaign-paste": _begin("new_campaign", _pasting),
    "frameworks": _scene("frameworks"),
    "frameworks-reading": _scene("frameworks", _reading),
    "frameworks-refused": _scene("frameworks", _refused),
    "frameworks-skeleton": _scene("frameworks", _skeleton()),
    "frameworks-skeleton-open": _scene("frameworks", _skeleton("questions")),
    "campaigns": _scene("campaigns"),
    "campaigns-agency": _scene("campaigns", _agency),
    "campaigns-send": _scene("campaigns", lambda window, _, __: _press(window, "send")),
    "authority-overview": _scene("overview"),
    "collecting": _scene("collecting", _drop),
    "collecting-missing": _scene("collecting", _row("HG13")),
    "collecting-key": _scene("collecting", _row("HG04", "act-accept")),
    "collecting-choose": _scene("collecting", _row("HG02", "act-choose")),
    "collecting-time": _scene("collecting", _row("HG07", "act-time")),
    "collecting-told": _scene("collecting", _told),
    "collecting-remind": _scene("collecting", _row("HG01", "next")),
    "settings-authority": _scene("settings"),
}
