"""The program itself with somebody at its keyboard: `python -m tests.journeys.driven WHO ARGUMENTS…`.

Its start makes the application; this takes the place of Qt's class, to sit down once there is something to see.
"""

import faulthandler
import sys
from collections.abc import Callable

from PySide6 import QtWidgets
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget


def reader() -> bool:
    """Wants no copy put back, reads the one sentence the start shows, and leaves it at that."""
    from ui.dialogs.damaged import DamagedDialog

    dialog = QApplication.activeModalWidget()
    if dialog is None:
        return False
    if isinstance(dialog, DamagedDialog):
        print(0, type(dialog).__name__, *(each.text() for each in dialog.findChildren(QLabel)), flush=True)
        dialog.reject()
        return True
    buttons = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    print(len(buttons), type(dialog).__name__, dialog.sentence.text(), flush=True)
    next(button for button in buttons if button.objectName() == "leave").click()
    return True


def typist() -> bool:
    """Answers criterion 1.1, says so once it is on disk, and types on in 1.3 until the end by force."""
    from ui.main_window import MainWindow

    windows = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
    if not windows or windows[0].page_name() != "overview":
        return False
    window = windows[0]
    page = window.open_page("assessment", "1.1")
    saved = [False]

    def on_saving(is_pending: bool) -> None:
        if not is_pending and not saved[0]:
            saved[0] = True
            page.show_place("1.3")
            go_on.start()
            print("saved", flush=True)

    def type_on() -> None:
        QTest.keyClicks(page.findChild(QWidget, "explanation"), "abc ")

    go_on = QTimer(page, interval=10)
    go_on.timeout.connect(type_on)
    window.context.saving.connect(on_saving)
    QTest.keyClicks(page.findChild(QWidget, "input-online").entry.entry, "1506")
    QTest.keyClicks(page.findChild(QWidget, "input-total").entry.entry, "2000")
    return True


def run(work: Callable[[], bool], arguments: list[str]) -> int:
    class Application(QApplication):
        def __init__(self, given: list[str]) -> None:
            super().__init__(given)
            looking = QTimer(self, interval=10)
            looking.timeout.connect(lambda: looking.stop() if work() else None)
            looking.start()

    faulthandler.dump_traceback_later(60, exit=True)  # nobody waits for ever
    QtWidgets.QApplication = Application
    from ui.__main__ import main

    return main(arguments)


if __name__ == "__main__":
    sys.exit(run({"reader": reader, "typist": typist}[sys.argv[1]], sys.argv[2:]))
