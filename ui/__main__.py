"""Start of the window: helpers first, then language, crash net, the one window of this data folder.

Nothing heavy is imported here or by the window: what reads Excel, PDF or signatures comes when it is first needed.
"""

import argparse
import gc
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.errors import AppError
    from app.operations.portable import Portable
    from app.operations.workspace import Workspace
    from ui.context import Context
    from ui.preferences import Preferences

_SOON = 50  # milliseconds: the page that was begun is drawn by then, and answers
_PATIENCE = 5_000  # milliseconds a second start gives a first that is only just opening


def main(arguments: list[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["--helper"]:
        return _help(given[1:])
    return _open_window(_parser().parse_args(given))


def _help(given: list[str]) -> int:
    """A child process: no Qt, no window."""
    from importlib import import_module

    return int(import_module("app.helpers").main(given))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="thuocso")
    parser.add_argument("--data", type=Path, help="data folder; made if it is not there")
    parser.add_argument("--lang", choices=("vi", "en"), help="language of this run")
    parser.add_argument("file", nargs="?", type=Path, help="bundle to open")
    return parser


def _open_window(options: argparse.Namespace) -> int:
    gc.disable()  # nothing is garbage before the window stands; from then on `garbage` collects
    from app.errors import AppError
    from app.operations import folders, portable  # noqa: F401

    from PySide6.QtWidgets import QApplication  # isort: skip

    import_plainly()

    from ui import crash, garbage, language, preferences, theme

    application = QApplication([*sys.argv[:1], *theme.ARGUMENTS])
    application.setApplicationName("Thước Số")
    garbage.Collector(application)
    application.setQuitOnLastWindowClosed(True)
    carried = portable.find()
    kept = preferences.stored(options.data or (carried.program if carried is not None else None))
    language.install(options.lang or kept.get(preferences.LANGUAGE))
    theme.install(application, kept.get(preferences.APPEARANCE), kept.get(preferences.TEXT_SCALE))
    try:
        folder = options.data or data_folder(kept.get(preferences.DATA_FOLDER), carried)
    except AppError as error:
        return _say_why(error)
    if folder is None:
        return 0
    try:
        opened = _opened(folder)
    except AppError as error:
        if error.code == "data.damaged":
            return 1  # its dialog said so
        return 0 if _is_handed_over(error, folder, options.file) else _say_why(error)
    crash.write_log(opened.passing)
    crash.install()
    return _work(application, kept, opened, options.file)


def import_plainly() -> None:
    """Takes back what PySide6 put in the way of every import of this process.

    Its `__import__` only looks for `from __feature__ import …`, which nobody here writes; for that it reads the source
    of each module that comes after it and makes every import statement eight times slower. Classes, signals, properties
    know nothing of it: where no module asked for a feature, each is taken as having none.
    """
    import builtins

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _upgrade(folder: Path) -> None:
    """Brings data of an older version to this one, with something to see meanwhile; raises what opening them does."""
    from app.operations.folders import is_upgrade_due

    if is_upgrade_due(folder):
        from ui.dialogs.upgrading import UpgradingDialog

        dialog = UpgradingDialog(folder)
        dialog.exec()
        if dialog.error is not None:
            raise dialog.error


def _is_handed_over(error: "AppError", folder: Path, file: Path | None) -> bool:
    """Whether a window that has the folder open took the file and came forward."""
    if error.code != "data.in_use":
        return False
    from ui import single

    is_here = error.details.get("host") == platform.node()
    return single.hand_over(folder, file, _PATIENCE if is_here else 0)


def _work(application: "QApplication", kept: "Preferences", opened: "Workspace", file: Path | None) -> int:
    """Shows the window on an open folder until it is closed.

    A folder without work has its first page at once; where there is some, the frame is seen before it is read.
    """
    from PySide6.QtCore import QObject, QTimer

    from app.operations.workspace import part_ids
    from ui.context import Context
    from ui.main_window import MainWindow
    from ui.session import Session

    context = Context(opened, kept)
    window = MainWindow(context, ())
    session = Session(window)
    doors: list[QObject] = []

    def open_door() -> None:
        """A second start on the folder that is open now finds this window."""
        from ui import single

        door = single.Doorkeeper(context.workspace.folder, application)
        door.called.connect(window.bring_forward)
        doors.append(door)

    def go_on() -> None:
        """What comes when the first page is drawn; a second start that knocks meanwhile knocks again."""
        if context.is_closed:
            return
        open_door()
        context.workspace_changed.connect(open_door)
        tell_where(context)
        if file is not None:
            window.file_given.emit(file.resolve())

    def begin() -> None:
        session.begin()
        QTimer.singleShot(_SOON, window, go_on)

    if part_ids(opened):
        window.show()
        QTimer.singleShot(1, window, begin)  # 0 would come before the first painting
    else:
        begin()
        window.show()
    code = application.exec()
    context.workspace.close()
    return code


def tell_where(context: "Context") -> None:
    """A portable copy says where the data are, when that is not beside it as one would think."""
    from app.operations import portable

    found = portable.find()
    if found is not None:
        from ui import carried

        carried.tell(found, context)


def _opened(folder: Path) -> "Workspace":
    """The open folder, where its database is damaged after a copy was put in its place."""
    from app.errors import AppError
    from app.operations.folders import open_workspace

    try:
        _upgrade(folder)
        return open_workspace(folder)
    except AppError as error:
        if error.code != "data.damaged" or not _is_put_back(folder):
            raise
    _upgrade(folder)
    return open_workspace(folder)


def _is_put_back(folder: Path) -> bool:
    """Whether a copy was put in the place of a damaged database."""
    from ui.dialogs.damaged import DamagedDialog

    return bool(DamagedDialog(folder).exec())


def _say_why(error: "AppError") -> int:
    """The folder can't be opened: one sentence, one button, nothing changed."""
    from ui.dialogs.cannot_open import CannotOpen

    dialog = CannotOpen(error)
    dialog.exec()
    return 1


def data_folder(remembered: str, carried: "Portable | None" = None) -> Path | None:
    """Where the data lies when nobody says otherwise: where it lay last, else the place the shell uses as well.

    A portable copy asks where nobody said so yet; None when that question was closed.
    """
    from app.operations.folders import default_folder

    if carried is not None:
        from ui.carried import data_folder as carried_folder

        return carried_folder(carried, remembered)
    return Path(remembered) if remembered else default_folder()


if __name__ == "__main__":
    sys.exit(main())
