"""Start of the window: helpers first, then crash net, language, the one window of this data folder.

Nothing heavy is imported here or by the window: what reads Excel, PDF or signatures comes when it is first needed.
"""

import gc
import os
import sys
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.errors import AppError
    from app.operations.portable import Portable
    from app.operations.workspace import Workspace
    from ui.context import Context
    from ui.dialogs.cannot_open import CannotOpen
    from ui.main_window import MainWindow
    from ui.preferences import Preferences

_SOON = 50  # milliseconds: the page that was begun is drawn by then, and answers
_PATIENCE = 5_000  # milliseconds a second start gives a first that is only just opening


class Asked(NamedTuple):
    """What was asked for on the command line: a data folder, a language of this run, a bundle to open."""

    data: Path | None = None
    language: str | None = None
    file: Path | None = None


def main(arguments: list[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["--helper"]:
        return _help(given[1:])
    return _open_window(given)


def _help(given: list[str]) -> int:
    """A child process: no Qt, no window."""
    from importlib import import_module

    return int(import_module("app.helpers").main(given))


def _asked(given: list[str]) -> Asked | int:
    """What the words say; the exit code where they only ask for help or can't be understood. Qt reads them in a fifth
    of the time that `argparse` takes.
    """
    from PySide6.QtCore import QCommandLineOption, QCommandLineParser, QCoreApplication

    from ui.language import LANGUAGES

    parser = QCommandLineParser()
    data = QCommandLineOption(["data"], "data folder; made if it is not there", "folder")
    language = QCommandLineOption(["lang"], f"language of this run: {', '.join(LANGUAGES)}", "language")
    parser.addOption(data)
    parser.addOption(language)
    help_ = QCommandLineOption(["help"], "this text")
    parser.addOption(help_)
    parser.addPositionalArgument("file", "bundle to open", "[file]")
    is_understood = parser.parse(["thuocso", *given])
    wants_help = is_understood and parser.isSet(help_)
    files, spoken = parser.positionalArguments(), parser.value(language)
    if is_understood and not wants_help and len(files) <= 1 and spoken in ("", *LANGUAGES):
        folder = parser.value(data)
        return Asked(Path(folder) if folder else None, spoken or None, Path(files[0]) if files else None)
    QCoreApplication(["thuocso"])  # which the text is made for
    told = sys.stdout if wants_help else sys.stderr
    if told is not None:  # a window of Windows has none
        told.write(f"{parser.errorText() or parser.helpText()}\n")
    return 0 if wants_help else 2


def _open_window(given: list[str]) -> int:
    gc.disable()  # nothing is garbage before the window stands; from then on `garbage` collects
    from app.operations import folders, portable  # noqa: F401

    from PySide6.QtWidgets import QApplication  # isort: skip

    import_plainly()

    asked = _asked(given)
    if isinstance(asked, int):
        return asked

    from ui import crash, garbage, language, preferences, theme

    application = QApplication([*sys.argv[:1], *theme.ARGUMENTS])
    application.setApplicationName("Thước Số")
    crash.install()
    garbage.Collector(application)
    application.setQuitOnLastWindowClosed(True)
    carried = portable.find()
    kept = preferences.stored(asked.data or (carried.program if carried is not None else None))
    language.install(asked.language or kept.get(preferences.LANGUAGE))
    theme.install(application, kept.get(preferences.APPEARANCE), kept.get(preferences.TEXT_SCALE))
    begun = _begin(asked, kept, carried, application)
    if isinstance(begun, int):
        return begun
    code = application.exec()
    begun.context.workspace.close()
    return code


def _begin(
    asked: Asked, kept: "Preferences", carried: "Portable | None", application: "QApplication"
) -> "MainWindow | int":
    """The window on an open folder; the exit code where there is none, and nobody wants to try again or another."""
    from app.errors import AppError
    from ui import crash, preferences

    chosen: Path | None = None
    while True:
        folder = chosen or asked.data
        try:
            folder = folder or crash.expected(lambda: data_folder(kept.get(preferences.DATA_FOLDER), carried))
            if folder is None:
                return 0
            opened = crash.expected(partial(_opened, folder))
            if opened is None:
                return 1  # the dialog of the damaged data said why
            crash.write_log(opened.passing)
            begun = crash.expected(partial(_window, application, kept, opened, asked.file))
        except AppError as error:
            if folder is not None and _is_handed_over(error, folder, asked.file):
                return 0
            answer = _ask_where(error)
            if answer is None:
                return 1
            chosen = answer.folder or chosen
        else:
            if chosen is not None:
                kept.set(preferences.DATA_FOLDER, str(chosen))
            return begun


def import_plainly() -> None:
    """Takes back what PySide6 put in the way of every import of this process.

    Its `__import__` only looks for `from __feature__ import …`, which nobody here writes; for that it reads the source
    of each module that comes after it and makes every import statement eight times slower. Classes, signals, properties
    know nothing of it: where no module asked for a feature, each is taken as having none.
    """
    import builtins

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _opened_in_view(folder: Path) -> "Workspace":
    """The open folder; data of an older version are brought to this one with something to see meanwhile."""
    from app.errors import AppError
    from app.operations.folders import open_workspace

    try:
        return open_workspace(folder, upgrades=False)
    except AppError as error:
        if error.code != "data.upgrade_due":
            raise
    from ui.dialogs.upgrading import UpgradingDialog

    dialog = UpgradingDialog(folder)
    dialog.exec()
    if dialog.error is not None:
        raise dialog.error
    return open_workspace(folder)


def _is_handed_over(error: "AppError", folder: Path, file: Path | None) -> bool:
    """Whether a window that has the folder open took the file and came forward."""
    if error.code != "data.in_use":
        return False
    from app import drives
    from ui import single

    is_here = error.details.get("host") == drives.computer()
    return single.hand_over(folder, file, _PATIENCE if is_here else 0)


def _window(application: "QApplication", kept: "Preferences", opened: "Workspace", file: Path | None) -> "MainWindow":
    """Shows the window on an open folder, which is closed where that does not succeed.

    A folder without work has its first page at once; where there is some, the frame is seen before it is read.
    """
    with ExitStack() as undo:
        undo.callback(opened.close)
        made = _shown(application, kept, opened, file)
        undo.pop_all()
    return made


def _shown(application: "QApplication", kept: "Preferences", opened: "Workspace", file: Path | None) -> "MainWindow":
    from PySide6.QtCore import QObject, QTimer

    from app.operations.workspace import part_ids
    from ui import theme
    from ui.context import Context
    from ui.main_window import MainWindow
    from ui.session import Session

    context = Context(opened, kept)
    with theme.current().bare():
        window = MainWindow(context, ())
        session = Session(window)
        is_new = not part_ids(opened)
        if is_new:
            session.begin()
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

    window.show()
    if is_new:
        QTimer.singleShot(_SOON, window, go_on)
    else:
        QTimer.singleShot(1, window, begin)  # 0 would come before the first painting
    return window


def tell_where(context: "Context") -> None:
    """A portable copy says where the data are, when that is not beside it as one would think."""
    from app.operations import portable

    found = portable.find()
    if found is not None:
        from ui import carried

        carried.tell(found, context)


def _opened(folder: Path) -> "Workspace | None":
    """The open folder, where its database is damaged after a copy was put in its place; None where none was."""
    from app.errors import AppError

    try:
        return _readable(folder)
    except AppError as error:
        if error.code != "data.damaged":
            raise
    return _readable(folder) if _is_put_back(folder) else None


def _readable(folder: Path) -> "Workspace":
    """The open folder, in which the window finds what it begins with."""
    from app.operations.workspace import part_ids

    opened = _opened_in_view(folder)
    with ExitStack() as undo:
        undo.callback(opened.close)
        part_ids(opened)
        undo.pop_all()
    return opened


def _is_put_back(folder: Path) -> bool:
    """Whether a copy was put in the place of a damaged database."""
    from ui.dialogs.damaged import DamagedDialog

    return bool(DamagedDialog(folder).exec())


def _ask_where(error: "AppError") -> "CannotOpen | None":
    """The folder can't be opened: one sentence, and what can be done; None to leave it at that. Nothing is changed."""
    from ui.dialogs.cannot_open import CannotOpen

    asked = CannotOpen(error)
    return asked if asked.exec() else None


def data_folder(remembered: str, carried: "Portable | None" = None) -> Path | None:
    """Where the data lie when nobody says otherwise: in the folder chosen by hand, else where the shell works as well.

    A portable copy asks where nobody said so yet; None when that question was closed. Raises
    `AppError("data.folder")` for a chosen folder where no data lie any more, and "data.no_home".
    """
    from app.operations.folders import default_folder, refuse_gone

    if carried is not None:
        from ui.carried import data_folder as carried_folder

        return carried_folder(carried, remembered)
    if not remembered or os.environ.get("THUOCSO_DATA"):
        return default_folder()
    refuse_gone(Path(remembered))
    return Path(remembered)


if __name__ == "__main__":
    sys.exit(main())
