"""The start: what is imported, what a second start does, helpers before Qt, the crash net."""

import json
import logging
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from app.resources import FOLDER
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import Houses
from ui import crash, single
from ui.dialogs.crash_report import CrashReport
from ui.passing import own_folder
from ui.widgets.button import Button

ROOT = FOLDER.parent
HEAVY = {"pyhanko", "openpyxl", "reportlab", "pypdfium2", "cryptography", "pikepdf", "asn1crypto", "lxml", "peewee"}
LATER = {"PySide6.QtNetwork", "concurrent.futures", "fractions", "hashlib", "logging.handlers", "platform"}
LATER |= {"ui.actions", "ui.volumes"}
# Of the house without its window: the data folder and nothing that knows campaigns, bundles or copies.
NEEDED = """
    app app.domain app.domain.file_kinds app.drives app.errors app.operations app.operations.keeping
    app.operations.folders app.operations.keeping.sweeping app.operations.lock app.operations.portable
    app.operations.workspace app.progress app.resources app.storage app.storage.connection app.storage.evidence_store
    app.storage.migrations app.storage.opening app.storage.people
""".split()

SHOWN = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

def look():
    window = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "desk")
    told = {"title": window.windowTitle(), "page": window.page_name(), "modules": sorted(sys.modules)}
    QApplication.instance().setStyleSheet("")  # which covers the style below it
    style = QApplication.style().name()
    print(json.dumps({**told, "style": style, "imports": __import__.__name__}))
    window.close()

from ui.__main__ import main
import ui.main_window
shown = ui.main_window.MainWindow.showEvent
def show_event(self, event):
    shown(self, event)
    QTimer.singleShot(0, look)
ui.main_window.MainWindow.showEvent = show_event
sys.exit(main(["--data", sys.argv[1]]))
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, env=environment, timeout=60, check=False
    )


def test_the_first_page_stands_and_nothing_was_imported_that_it_does_not_need(tmp_path: Path):
    ended = run("-c", SHOWN, str(tmp_path / "Dữ liệu xã R&D"))
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout)
    assert told["title"] == "Thước Số"
    assert told["page"] == "start"
    assert told["style"] == "fusion"
    assert told["imports"] != "__feature_import__"
    assert not (HEAVY | LATER) & set(told["modules"])
    house = {name for name in told["modules"] if name.split(".")[0] == "app"}
    assert {name for name in house if not name.startswith("app.storage.migrations.")} == set(NEEDED)


def test_a_helper_runs_without_qt():
    code = (
        "import sys, types; helpers = types.ModuleType('app.helpers'); helpers.main = lambda given: "
        "print(given, any(name.startswith('PySide6') for name in sys.modules)) or 3; "
        "sys.modules['app.helpers'] = helpers; from ui.__main__ import main; "
        "sys.exit(main(['--helper', 'preview', 'tệp.pdf']))"
    )
    ended = run("-c", code)
    assert ended.stdout.strip() == "['preview', 'tệp.pdf'] False"
    assert ended.returncode == 3


def test_an_unknown_argument_is_refused():
    ended = run("-m", "ui", "--nonsense")
    assert ended.returncode == 2
    assert "nonsense" in ended.stderr


@pytest.mark.parametrize("given", [["--lang", "fr"], ["mot.thuocso", "hai.thuocso"]])
def test_a_language_nobody_wrote_and_two_files_are_refused(given: list[str]):
    ended = run("-m", "ui", *given)
    assert ended.returncode == 2
    assert "--lang" in ended.stderr


def test_a_wrong_word_ends_with_2_where_nobody_can_be_told():
    given = "import sys; sys.stdout = sys.stderr = None; from ui.__main__ import main; sys.exit(main(['--nonsense']))"
    assert run("-c", given).returncode == 2


def test_help_is_told_without_opening_anything(tmp_path: Path):
    ended = run("-m", "ui", "--data", str(tmp_path / "mới"), "--help")
    assert ended.returncode == 0
    assert "--data" in ended.stdout
    assert not list(tmp_path.iterdir())


def test_a_second_start_hands_its_file_over(qtbot, tmp_path: Path):
    bundle = tmp_path / "Xã Hòa Bình.tsb"
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication; "
        "application = QCoreApplication([]); from ui import single; "
        "sys.exit(0 if single.hand_over(Path(sys.argv[1]), Path(sys.argv[2])) else 1)"
    )
    keeper = single.Doorkeeper(tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with qtbot.waitSignal(keeper.called, timeout=20_000) as told:
        second = subprocess.Popen([sys.executable, "-c", code, str(tmp_path), str(bundle)], env=environment)
    assert told.args == [bundle]
    assert second.wait(20) == 0


def test_without_a_window_nobody_takes_the_file(tmp_path: Path):
    assert not single.hand_over(tmp_path, None)


def test_every_folder_has_its_own_meeting_place(tmp_path: Path):
    (tmp_path / "b").mkdir()
    assert single.place_name(tmp_path) == single.place_name(tmp_path / "b" / "..")
    assert single.place_name(tmp_path) != single.place_name(tmp_path / "b")


@pytest.mark.parametrize("line", [b"not json\n", b"[1, 2]\n", b'{"open": 7}\n', b'{"open": null}\n'])
def test_nonsense_only_brings_the_window_forward(qtbot, tmp_path: Path, line):
    keeper = single.Doorkeeper(tmp_path)
    socket = QLocalSocket()
    with qtbot.waitSignal(keeper.called) as told:
        socket.connectToServer(single.place_name(tmp_path))
        socket.waitForConnected(2000)
        socket.write(line)
        socket.flush()
    assert told.args == [None]


@pytest.fixture
def net(qtbot, tmp_path: Path):
    """The crash net, taken down again afterwards."""
    kept, handler = sys.excepthook, crash.write_log(tmp_path)
    crash.install()
    yield tmp_path / crash.LOG_NAME
    sys.excepthook = kept
    qInstallMessageHandler(None)
    logging.getLogger("thuocso").removeHandler(handler)
    handler.close()


def test_a_bug_is_logged_and_shown_once_with_its_details(net: Path, qtbot):
    for _ in range(3):
        try:
            raise ZeroDivisionError("phép chia")
        except ZeroDivisionError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashReport) and w.isVisible()]
    assert len(dialogs) == 1
    shown = dialogs[0].findChild(QPlainTextEdit).toPlainText()
    assert "phép chia" in shown
    assert "Thước Số 0." in shown
    assert net.read_text("utf-8").count("ZeroDivisionError: phép chia") == 3
    dialogs[0].findChild(Button, "copy").click()
    assert "phép chia" in QApplication.clipboard().text()
    dialogs[0].close()


def test_a_report_that_went_with_what_it_stood_over_does_not_hold_up_the_next(net: Path, qtbot):
    def reports() -> list[CrashReport]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashReport) and w.isVisible()]

    below = QWidget()
    below.show()
    below.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is below)
    crash.report(ZeroDivisionError("phép chia"))
    assert [report.parent() for report in reports()] == [below]
    below.deleteLater()
    qtbot.waitUntil(lambda: reports() == [])
    crash.report(ZeroDivisionError("phép chia"))
    (report,) = reports()
    gone: list[bool] = []
    report.destroyed.connect(lambda: gone.append(True))
    report.close()
    qtbot.waitUntil(lambda: bool(gone))


def test_what_the_folder_does_not_take_is_logged_in_passing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder, shared = tmp_path / "ổ mạng", tmp_path / "tạm"
    folder.mkdir()
    shared.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(shared))
    passing = own_folder()
    crash.write_log(folder)
    told = crash.write_down(ZeroDivisionError("lúc còn ổ mạng"))
    assert told.details["log"] == str(folder / crash.LOG_NAME)
    folder.rename(tmp_path / "đã ngắt")
    told = crash.write_down(ZeroDivisionError("lúc mất ổ mạng"))
    assert (told.code, told.details["log"]) == ("program.unforeseen", str(passing / crash.LOG_NAME))
    assert "lúc mất ổ mạng" in crash.where().read_text("utf-8")
    assert not folder.exists()


def test_a_long_log_begins_anew_and_the_one_before_is_kept(tmp_path: Path):
    (tmp_path / crash.LOG_NAME).write_text("x" * 1_000_001)
    crash.write_log(tmp_path)
    crash.write_down(ZeroDivisionError("phép chia"))
    assert (tmp_path / f"{crash.LOG_NAME}.1").stat().st_size == 1_000_001
    assert "phép chia" in (tmp_path / crash.LOG_NAME).read_text("utf-8")


def test_what_qt_warns_of_is_in_the_log(net: Path):
    qWarning("một cảnh báo")
    assert "WARNING thuocso: Qt: một cảnh báo" in net.read_text("utf-8")


def test_a_communes_work_is_shown_without_what_reads_bundles(tmp_path: Path):
    houses = Houses(tmp_path, Clock())
    houses.open_campaign()
    houses.fill_in("X1")
    ended = run("-c", SHOWN.replace("singleShot(0, look)", "singleShot(40, look)"), str(houses.folder / "X1"))
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout)
    assert told["page"] == "overview"
    assert not (HEAVY - {"peewee"}) & set(told["modules"])
