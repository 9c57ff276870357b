"""A data folder that can't be opened: a sentence and ways on, never a traceback; nothing in the folder is touched."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.errors import AppError
from app.operations.folders import open_workspace
from app.operations.workspace import DATABASE
from tests.ui.accessibility import nameless
from ui.__main__ import _ask_where, _begin, data_folder
from ui.dialogs.cannot_open import CannotOpen
from ui.main_window import MainWindow
from ui.preferences import DATA_FOLDER, Preferences
from ui.widgets.button import Button


def shown() -> CannotOpen:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, CannotOpen) and each.isVisible())


def why(folder: Path) -> AppError:
    with pytest.raises(AppError) as told:
        open_workspace(folder).close()
    return told.value


def newer(folder: Path) -> None:
    import sqlite3

    with sqlite3.connect(folder / DATABASE) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


def damaged(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"khong phai co so du lieu" * 100)


def no_folder(folder: Path) -> None:
    folder.rmdir()
    folder.write_text("một tệp")


@pytest.mark.parametrize(
    ("harm", "code", "words"),
    [
        (newer, "data.newer", "phiên bản mới hơn (99)"),
        (damaged, "data.damaged", "hỏng"),
        (no_folder, "data.folder", "Dữ liệu <b>xã"),
    ],
)
def test_the_sentence_is_shown_and_the_program_ends(qtbot, tmp_path: Path, harm, code, words):
    folder = tmp_path / "Dữ liệu <b>xã"
    folder.mkdir()
    harm(folder)
    error = why(folder)
    assert error.code == code
    told: list[str] = []

    def close() -> None:
        told.append(shown().sentence.text())
        shown().findChild(Button, "leave").click()

    QTimer.singleShot(0, close)
    assert _ask_where(error) is None
    assert words in told[0]
    assert "…" not in told[0]


def test_a_folder_open_elsewhere_names_the_computer(qtbot, tmp_path: Path):
    from app.operations.lock import FolderLock
    from app.operations.workspace import local_now

    lock = FolderLock.take(tmp_path, local_now())
    error = why(tmp_path)
    lock.release()
    assert error.code == "data.in_use"
    QTimer.singleShot(0, lambda: shown().reject())
    assert _ask_where(error) is None


def test_what_does_not_go_away_offers_another_folder_first(qtbot, tmp_path: Path):
    for code, has_again in (("data.folder", True), ("data.newer", False)):
        dialog = CannotOpen(AppError(code, path="x", detail="gone", version=9))
        qtbot.addWidget(dialog)
        dialog.show()
        main = dialog.findChild(Button, "act")
        assert (dialog.findChild(Button, "other") is not None) == has_again
        assert main.isDefault()
        assert nameless(dialog) == []
        if not has_again:
            main.click()
            assert dialog.isVisible()  # it asks which folder
            dialog.choose(tmp_path)
            assert dialog.folder == tmp_path
            assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("lies_there", "meant"),
    [((), ""), (("thuocso.sqlite", "Ảnh.jpg"), ""), (("backups/a",), ""), (("Công văn đến.pdf",), "ThuocSo")],
)
def test_a_folder_with_other_things_gets_one_for_the_data(qtbot, tmp_path: Path, lies_there, meant: str):
    for name in lies_there:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    dialog = CannotOpen(AppError("data.newer", version=9))
    qtbot.addWidget(dialog)
    dialog.choose(tmp_path)
    assert dialog.folder == tmp_path / meant


@pytest.fixture
def start(qtbot, preferences: Preferences, qapp: QApplication):
    """The start on a folder, with what somebody does at each dialog that comes; the window, or the exit code."""
    windows: list[MainWindow] = []

    def begin(folder: Path | None, *acts: Callable[[CannotOpen], object]) -> MainWindow | int:
        def answer() -> None:
            if any(isinstance(each, CannotOpen) and each.isVisible() for each in QApplication.topLevelWidgets()):
                left.pop(0)(shown())

        left, looking = list(acts), QTimer(interval=5)
        looking.timeout.connect(answer)
        looking.start()
        begun = _begin(Namespace(data=folder, file=None), preferences, None, qapp)
        looking.stop()
        assert left == []
        if isinstance(begun, MainWindow):
            qtbot.addWidget(begun)
            windows.append(begun)
        return begun

    yield begin
    for window in windows:
        window.context.close()
        window.context.workspace.close()


def again(asked: CannotOpen) -> None:
    asked.findChild(Button, "act").click()


def test_tried_again_once_the_obstacle_is_gone(start, tmp_path: Path, preferences: Preferences):
    folder = tmp_path / "chung" / "ThuocSo"
    folder.parent.write_text("ổ mạng chưa nối")

    def connect(asked: CannotOpen) -> None:
        folder.parent.unlink()
        again(asked)

    window = start(folder, again, connect)
    assert window.context.workspace.folder == folder
    assert preferences.get(DATA_FOLDER) == ""


def test_another_folder_is_opened_and_remembered(start, tmp_path: Path, preferences: Preferences):
    no_folder_here, other = tmp_path / "tệp", tmp_path / "Thư mục khác"
    no_folder_here.touch()
    other.mkdir()
    window = start(no_folder_here, lambda asked: asked.choose(other))
    assert window.context.workspace.folder == other
    kept = preferences.get(DATA_FOLDER)
    assert data_folder(kept) == other


def test_left_at_that_the_program_ends(start, tmp_path: Path, preferences: Preferences):
    (tmp_path / "tệp").touch()
    assert start(tmp_path / "tệp", lambda asked: asked.reject()) == 1
    assert preferences.get(DATA_FOLDER) == ""


def test_a_remembered_folder_that_is_gone_is_not_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "ổ mạng" / "ThuocSo"
    open_workspace(folder).close()
    assert data_folder(str(folder)) == folder
    folder.rename(tmp_path / "nơi khác")
    with pytest.raises(AppError) as told:
        data_folder(str(folder))
    assert (told.value.code, str(told.value.details["detail"])) == ("data.folder", "gone")
    monkeypatch.setenv("THUOCSO_DATA", str(tmp_path / "của lệnh"))
    assert data_folder(str(folder)) == tmp_path / "của lệnh"  # as for the shell
