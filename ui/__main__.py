"""Start of the window: helpers first, then language, crash net, the one window of this data folder.

Nothing heavy is imported here or by the window: what reads Excel, PDF or signatures comes when it is first needed.
"""

import argparse
import sys
from pathlib import Path


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
    from PySide6.QtWidgets import QApplication

    from ui import crash, language, preferences, single, theme
    from ui.context import Context
    from ui.main_window import MainWindow
    from ui.pages import COMMUNE

    application = QApplication(sys.argv[:1])
    application.setApplicationName("Thước Số")
    application.setQuitOnLastWindowClosed(True)
    kept = preferences.stored(options.data)
    folder = options.data or data_folder(kept.get(preferences.DATA_FOLDER))
    if single.hand_over(folder, options.file):
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    crash.write_log(folder)
    crash.install()
    language.install(options.lang or kept.get(preferences.LANGUAGE))
    theme.install(application, kept.get(preferences.APPEARANCE), kept.get(preferences.TEXT_SCALE))
    window = MainWindow(Context(None, kept), COMMUNE)
    doorkeeper = single.Doorkeeper(folder, application)
    doorkeeper.called.connect(window.bring_forward)
    window.show()
    if options.file is not None:
        window.file_given.emit(options.file.resolve())
    return application.exec()


def data_folder(remembered: str) -> Path:
    """Where the data lies when nobody says otherwise: where it lay last, else the place the system gives."""
    if remembered:
        return Path(remembered)
    from platformdirs import user_data_path

    return user_data_path("thuocso", appauthor=False)


if __name__ == "__main__":
    sys.exit(main())
