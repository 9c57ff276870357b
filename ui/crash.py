"""The last net: what nobody expected is written to the log and shown with "copy details", and the program goes on."""

import logging
import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication

from app import VERSION

LOG_NAME = "thuocso.log"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_log = logging.getLogger("thuocso")


class _Bridge(QObject):
    """Carries a report to the main thread, wherever it happened."""

    reported = Signal(str)


_bridge: list[_Bridge] = []
_open: list[QObject] = []


class _Log(logging.Handler):
    """The log of a folder, opened when there is something to write; at most 1 MB and one older file."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            from logging.handlers import RotatingFileHandler  # brings pickle and sockets along

            path = self._folder / LOG_NAME
            self._file = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True)
            self._file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self._file.emit(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def write_log(folder: Path) -> logging.Handler:
    """Write what happens to a file in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = _Log(folder)
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    return handler


def install() -> None:
    """Catch what reaches the top of any thread, and what Qt has to say."""
    _bridge[:] = [_Bridge(QApplication.instance())]
    _bridge[0].reported.connect(_show)
    sys.excepthook = _on_exception
    threading.excepthook = lambda args: report(args.exc_value) if args.exc_value else None
    qInstallMessageHandler(_on_qt_message)


def report(error: BaseException) -> None:
    """Log a bug with its traceback and show the report, from any thread."""
    told = "".join(traceback.format_exception(error))
    _log.error("unexpected\n%s", told)
    try:
        if _bridge:
            _bridge[0].reported.emit(told)
    except RuntimeError:  # while the program goes down Qt has already let go of the bridge
        _log.exception("the report could not be shown")


def details(told: str) -> str:
    """What a person may pass on: versions and the traceback, no data."""
    about = f"Thước Số {VERSION} · Python {platform.python_version()} · Qt {qVersion()}"
    return f"{about} · {platform.system()} {platform.release()}\n\n{told}"


def _on_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    report(error.with_traceback(trace))


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _log.log(_LEVELS[kind], "Qt: %s", message)


def _show(told: str) -> None:
    from ui.dialogs.crash_report import CrashReport

    if _open:  # one is enough: a fault in painting would open hundreds
        return
    dialog = CrashReport(details(told), QApplication.activeWindow())
    _open.append(dialog)
    dialog.finished.connect(lambda: _open.clear())
    dialog.open()
