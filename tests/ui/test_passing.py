"""What one person's program writes in passing, where all on a computer share the folder for that."""

import logging
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ui import crash


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for passing files of everybody on the computer."""
    made = tmp_path / "tạm của cả máy"
    made.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    return made


def written() -> Path:
    """Where a start, before any data folder is open, wrote a line."""
    log = crash._Log()
    log.handle(logging.makeLogRecord({"msg": "chưa mở được dữ liệu"}))
    return log.path


def test_the_log_before_any_folder_is_open_is_this_person_s_own(shared: Path) -> None:
    (shared / crash.LOG_NAME).write_text("của người khác", "utf-8")
    path = written()
    assert path == shared / f"thuocso-{os.getuid()}" / crash.LOG_NAME
    assert path.read_text("utf-8").endswith("chưa mở được dữ liệu\n")
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert (shared / crash.LOG_NAME).read_text("utf-8") == "của người khác"


def to_a_file(shared: Path, elsewhere: Path) -> None:
    (shared / crash.LOG_NAME).symlink_to(elsewhere / "ghi chép")


def to_a_folder(shared: Path, elsewhere: Path) -> None:
    (shared / f"thuocso-{os.getuid()}").symlink_to(elsewhere)


def an_open_folder(shared: Path, elsewhere: Path) -> None:
    own = shared / f"thuocso-{os.getuid()}"
    own.mkdir()
    own.chmod(0o777)
    (own / crash.LOG_NAME).symlink_to(elsewhere / "ghi chép")


@pytest.mark.parametrize("plant", [to_a_file, to_a_folder, an_open_folder])
def test_a_link_that_somebody_planted_leads_no_line_elsewhere(
    shared: Path, tmp_path: Path, plant: Callable[[Path, Path], None]
) -> None:
    elsewhere = tmp_path / "của người khác"
    elsewhere.mkdir(mode=0o700)
    plant(shared, elsewhere)
    written()
    assert list(elsewhere.iterdir()) == []
