"""What is said once of a data folder: an upgrade, a share, a stick, a service that copies it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app import VERSION, drives
from app.errors import AppError
from app.operations import folders
from app.operations.workspace import DATABASE
from tests.app.operations.older import change, data_of, every_byte
from ui import crash, folder_told
from ui.__main__ import _ask_where, _opened_in_view
from ui.context import Context
from ui.dialogs.cannot_open import CannotOpen
from ui.dialogs.upgrading import UpgradingDialog
from ui.preferences import Preferences
from ui.widgets.text import Label


@pytest.fixture
def said(qtbot, preferences: Preferences) -> Iterator[Callable[[Path], list[str]]]:
    """What a start on a folder says."""
    contexts: list[Context] = []

    def start(folder: Path) -> list[str]:
        context = Context(folders.open_workspace(folder), preferences)
        contexts.append(context)
        folder_told.tell(context)
        context.workspace.close()
        return [notice.text for notice in context.notices.waiting()]

    yield start
    for context in contexts:
        context.close()


def test_an_ordinary_folder_is_no_matter(said, tmp_path: Path) -> None:
    assert said(tmp_path / "xã") == []


def test_an_upgrade_is_told_at_the_first_start_alone(said, tmp_path: Path) -> None:
    folder = data_of("0.2", tmp_path / "xã")
    (told,) = said(folder)
    assert "0.2" in told
    assert VERSION in told
    assert said(folder) == []


@pytest.mark.parametrize(
    ("system", "name"),
    [("cifs", "chung"), ("vfat", "USB"), ("ext4", "OneDrive - UBND xã Hòa Bình"), ("ext4", "Dropbox")],
)
def test_an_unusual_place_is_told_once(
    said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, name: str
) -> None:
    place = tmp_path / name
    place.mkdir()
    escaped = str(place).replace(" ", "\\040")
    mounts = tmp_path / "mounts"
    device = "//may-chu/x" if system == "cifs" else "/dev/x"
    mounts.write_text(f"/dev/vda / ext4 rw 0 0\n{device} {escaped} {system} rw 0 0\n", "utf-8")
    monkeypatch.setattr(drives, "MOUNTS", mounts)
    (told,) = said(place / "ThuocSo")
    assert "{" not in told
    assert said(place / "ThuocSo") == []


def test_data_of_an_older_version_are_brought_over_before_the_window(qtbot, tmp_path: Path) -> None:
    folder = data_of("0.1", tmp_path / "xã")
    seen: list[str] = []

    def look() -> None:
        shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, UpgradingDialog)]
        seen.extend(label.text() for dialog in shown for label in dialog.findChildren(Label))
        for dialog in shown:
            dialog.reject()  # Escape stops nothing

    QTimer.singleShot(0, look)
    _opened_in_view(folder).close()
    assert seen
    assert not folders.is_upgrade_due(folder)
    _opened_in_view(folder).close()  # nothing to do, nothing to see


def test_an_upgrade_that_does_not_agree_is_one_sentence_and_the_old_data(qtbot, tmp_path: Path) -> None:
    folder = data_of("0.2", tmp_path / "xã")
    change(folder, """UPDATE revision SET content = replace(content, '"total":"', '"total":"9')""")
    before = every_byte(folder)
    with pytest.raises(AppError) as told:
        _opened_in_view(folder)
    shown: list[str] = []

    def look() -> None:
        dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, CannotOpen))
        shown.extend(label.text() for label in dialog.findChildren(Label))
        dialog.reject()

    QTimer.singleShot(0, look)
    assert _ask_where(told.value) is None
    assert any("từ bản 0.2 lên bản" in text and "Dữ liệu cũ giữ nguyên" in text for text in shown)
    assert any("points HG01" in text and str(folder / crash.LOG_NAME) in text for text in shown)
    written = (folder / crash.LOG_NAME).read_text("utf-8")
    assert "Traceback" in written
    assert "data.upgrade_failed" in written
    assert every_byte(folder)[DATABASE] == before[DATABASE]
