"""A data folder that can't be opened: a sentence and a button, never a traceback; nothing in the folder is touched."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.errors import AppError
from app.operations.folders import open_workspace
from app.operations.workspace import DATABASE
from ui.__main__ import _say_why
from ui.dialogs.cannot_open import CannotOpen
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
    assert _say_why(error) == 1
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
    assert _say_why(error) == 1
