"""The last net: what nobody expected is written to the log and shown with "copy details", and the program goes on."""

import contextlib
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication

from app import VERSION
from app.errors import AppError
from ui.passing import own_folder

T = TypeVar("T")
LOG_NAME = "thuocso.log"
_LONGEST = 1_000_000  # bytes
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
    """The log in a folder, of at most 1 MB and one older file; among the person's passing files while there is none.

    Nothing is held open between two lines: a stick can be pulled, a share break. What `folder` does not take, full or
    gone, goes to the passing one as well. `path` is where the last line stands.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder: Path | None = None
        self.path = Path(LOG_NAME)
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        told = self.format(record)
        for folder in (self.folder, None):
            with contextlib.suppress(OSError):
                self._write((folder or own_folder()) / LOG_NAME, told)
                return

    def _write(self, path: Path, told: str) -> None:
        if path.is_file() and path.stat().st_size > _LONGEST:
            path.replace(path.with_name(f"{LOG_NAME}.1"))
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{told}\n")
        self.path = path


_file = _Log()


def write_log(folder: Path) -> logging.Handler:
    """Write what happens to a file in `folder` from now on."""
    _file.folder = folder
    _log.addHandler(_file)
    _log.setLevel(logging.INFO)
    return _file


def install() -> None:
    """Catch what reaches the top of any thread, and what Qt has to say; until `write_log` it is logged in passing."""
    _log.addHandler(_file)
    _bridge[:] = [_Bridge(QApplication.instance())]
    _bridge[0].reported.connect(_show)
    sys.excepthook = _on_exception
    threading.excepthook = lambda args: report(args.exc_value) if args.exc_value else None
    qInstallMessageHandler(_on_qt_message)


def report(error: BaseException) -> AppError:
    """Log a bug with its traceback and show the report, from any thread; what one sentence can say of it."""
    told = write_down(error)
    try:
        if _bridge:
            _bridge[0].reported.emit(_trace(error))
    except RuntimeError:  # while the program goes down Qt has already let go of the bridge
        _log.exception("the report could not be shown")
    return told


def write_down(error: BaseException) -> AppError:
    """Log a bug with its traceback: `AppError("program.unforeseen", log=…)`, to be shown or raised."""
    _log.error("unexpected\n%s", _trace(error))
    return AppError("program.unforeseen", log=str(where()))


def where() -> Path:
    """The file in which it was last written down."""
    return _file.path


def expected(do: Callable[[], T]) -> T:
    """What `do` returns, where no event loop runs to show a report; raises its `AppError`.

    A bug is written down and raised as `write_down` says it.
    """
    try:
        return do()
    except AppError:
        raise
    except Exception as error:
        raise write_down(error) from error


def _trace(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))


def details(told: str) -> str:
    """What a person may pass on: versions and the traceback, no data."""
    import platform

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
    dialog.destroyed.connect(lambda: _open.clear())  # closed, or gone with what it was shown over
    dialog.open()
