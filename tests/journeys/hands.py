"""What a sitting needs of pytest-qt, for a process without pytest."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

_NOTHING = Qt.KeyboardModifier.NoModifier


class Hands:
    """Waits, clicks and types."""

    def waitUntil(self, holds: Callable[[], bool], timeout: int = 30_000) -> None:  # noqa: N802 - its name in pytest-qt
        loop = QEventLoop()
        looking, ending = QTimer(loop, interval=5), QTimer(loop, singleShot=True, interval=timeout)
        looking.timeout.connect(lambda: loop.quit() if holds() else None)
        ending.timeout.connect(lambda: loop.exit(1))
        looking.start()
        ending.start()
        try:
            if not holds() and loop.exec():
                raise TimeoutError(f"not within {timeout} milliseconds")
        finally:
            looking.stop()
            ending.stop()

    def mouseClick(self, widget: QWidget, button: Qt.MouseButton) -> None:  # noqa: N802
        QTest.mouseClick(widget, button)

    def keyClick(self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = _NOTHING) -> None:  # noqa: N802
        QTest.keyClick(widget, key, modifier)

    def keyClicks(self, widget: QWidget, typed: str) -> None:  # noqa: N802
        QTest.keyClicks(widget, typed)
