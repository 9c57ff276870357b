"""Somebody at a computer: the window on a real data folder, worked with keys, clicks and drops."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from shiboken6 import isValid

from app.operations.folders import open_workspace
from tests.ui.keyboard import compose
from ui.context import Context
from ui.main_window import MainWindow
from ui.preferences import stored
from ui.session import Session
from ui.widgets.button import Button
from ui.widgets.text import Label

W = TypeVar("W", bound=QWidget)
UNPACKED = 100  # quality of a PNG: nothing is packed, they are looked at when a test fails
LONG = 30_000  # milliseconds: sealing keys are made slow to guess


class Sitting:
    """One window; `picture` keeps what it shows. What is looked for is seen: in the dialog on top, else in the page."""

    def __init__(self, context: Context, qtbot: Any, pictures: Path) -> None:
        self.context, self.qtbot, self._pictures = context, qtbot, pictures
        self.window = MainWindow(context, ())
        self.session = Session(self.window)
        self.window.resize(1366, 768)  # the screen that is none is smaller
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.session.begin()

    # Looking -------------------------------------------------------------------------------------------------------

    def until(self, holds: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=LONG)

    def settle(self) -> None:
        """Until everything asked for is on disk and shown."""
        self.until(lambda: not self.context.jobs())
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def come_round(self) -> None:
        """Until everything queued so far is laid out and painted."""
        turns: list[int] = []
        timer = QTimer(interval=0)
        timer.timeout.connect(lambda: turns.append(1))
        timer.start()
        self.until(lambda: len(turns) > 3)
        timer.stop()

    def scope(self) -> QWidget:
        return QApplication.activeModalWidget() or self.window

    def seen(self, name: str, kind: type[W] = QWidget) -> list[W]:
        return [found for found in self.scope().findChildren(kind, name) if found.isVisible()]

    def find(self, name: str, kind: type[W] = QWidget) -> W:
        """The one widget of that name; waits for it."""
        self.until(lambda: self.seen(name, kind))
        found = self.seen(name, kind)
        assert len(found) == 1, f"{len(found)} are called {name}"
        return found[0]

    def words(self, within: QWidget | None = None) -> str:
        """Everything the labels say."""
        labels = (within or self.scope()).findChildren(Label)
        return " | ".join(label.text() for label in labels if label.isVisible()).replace("\u00a0", " ")

    def says(self, *told: str) -> None:
        """Waits until the window says all of this."""
        try:
            self.until(lambda: all(one in self.words() for one in told))
        except Exception as error:
            raise AssertionError(f"{told} is not among: {self.words()}") from error

    def picture(self, name: str) -> None:
        self.settle()
        self.come_round()
        self._pictures.mkdir(exist_ok=True)
        assert self.window.grab().save(str(self._pictures / f"{name}.png"), None, UNPACKED)
        if (dialog := QApplication.activeModalWidget()) is not None:
            assert dialog.grab().save(str(self._pictures / f"{name} (hộp thoại).png"), None, UNPACKED)

    # Doing ---------------------------------------------------------------------------------------------------------

    def go(self, page: str) -> QWidget:
        """Another page, by the rail."""
        self.click(f"rail-{page}")
        assert self.window.page_name() == page
        self.settle()
        return self.window.page()

    def on(self, page: str) -> None:
        """Waits until the window has led here by itself."""
        self.until(lambda: self.window.page_name() == page)
        self.settle()

    def click(self, name: str) -> None:
        self.until(lambda: self.find(name, QAbstractButton).isEnabled())  # pages make their buttons anew
        self.qtbot.mouseClick(self.find(name, QAbstractButton), Qt.MouseButton.LeftButton)

    def act(self) -> None:
        """Takes the main act of the dialog on top, which then goes."""
        dialog = self.dialog()
        self.click("act")
        self.until(lambda: not isValid(dialog) or not dialog.isVisible())

    def dialog(self) -> QDialog:
        self.until(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        return found

    def write(self, where: str | QWidget, words: str) -> None:
        """Vietnamese, as an input method commits it."""
        field = self._focus(where)
        compose(field, words[:1], text=words)

    def keys(self, where: str | QWidget, typed: str) -> None:
        """Figures, one key after the other, and on to the next field."""
        field = self._focus(where)
        self.qtbot.keyClicks(field, typed)
        self.qtbot.keyClick(field, Qt.Key.Key_Tab)

    def _focus(self, where: str | QWidget) -> QWidget:
        field = self.find(where) if isinstance(where, str) else where
        field.window().activateWindow()
        field.setFocus()
        self.until(field.hasFocus)
        return field

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        if not self.scope().isActiveWindow():  # no window manager gives it back after a dialog
            self.scope().activateWindow()
            self.until(self.scope().isActiveWindow)
        self.qtbot.keyClick(QApplication.focusWidget() or self.window.page(), key, modifier)

    def control(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def drop(self, where: str, paths: Sequence[Path]) -> None:
        """Drags files from the file manager onto a widget and lets go."""
        target = self.find(where)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        place = target.rect().center()
        enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, buttons, keys)
        QApplication.sendEvent(target, enter)
        assert enter.isAccepted()
        event = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, buttons, keys)
        QApplication.sendEvent(target, event)
        assert event.isAccepted()

    def choose_path(self, path: Path) -> None:
        """Writes a path into the file dialog on top and takes it."""
        dialog = self.dialog()
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        line.setText(str(path))
        dialog.accept()
        self.until(lambda: not isValid(dialog) or not dialog.isVisible())

    def person(self, name: str, post: str) -> None:
        """Answers who is working."""
        self.write("person-name", name)
        self.write("person-title", post)
        self.act()
        self.settle()
        assert self.context.workspace.acting.name == name

    def notice(self) -> str:
        """What was told last, "" where nothing stands there."""
        bars = self.window.notices.bars()
        return bars[0].notice.text if bars else ""

    def follow(self) -> None:
        """Takes the first step the newest notice offers."""
        steps = [button for button in self.window.notices.bars()[0].findChildren(Button) if button.words()]
        self.qtbot.mouseClick(steps[0], Qt.MouseButton.LeftButton)


@contextmanager
def sitting(folder: Path, qtbot: Any, pictures: Path, clock: Callable[[], datetime]) -> Iterator[Sitting]:
    """The window as the program's start makes it, closed as a person closes it."""
    workspace = open_workspace(folder, clock)
    here = Sitting(Context(workspace, stored(folder)), qtbot, pictures)
    try:
        yield here
        here.settle()
    finally:
        while (left := QApplication.activeModalWidget()) is not None:
            left.close()
        here.window.close()
        here.context.close()
        here.context.workspace.close()
        here.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
