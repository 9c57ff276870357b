"""Where a second start meets the first: in a folder that nobody else may enter, or not at all."""

import logging
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui import single


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for passing files as all on a computer share it; nothing is kept for this person alone."""
    assert tmp_path.is_dir()  # made before there is another place for passing files
    with tempfile.TemporaryDirectory(prefix="thuocso-") as made:
        monkeypatch.setattr(tempfile, "tempdir", made)
        monkeypatch.setenv("XDG_RUNTIME_DIR", "")
        yield Path(made)


def test_it_lies_in_the_folder_the_system_keeps_for_this_person(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = shared / "1000"
    kept.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(kept))
    assert Path(single.place_name(tmp_path)).parent == kept
    kept.chmod(0o755)
    assert Path(single.place_name(tmp_path)).parent == shared / f"thuocso-{os.getuid()}"


def test_else_in_a_folder_of_its_own_whatever_files_are_closed_to(qtbot, shared: Path, tmp_path: Path) -> None:
    before = os.umask(0o777)
    try:
        place = Path(single.place_name(tmp_path))
    finally:
        os.umask(before)
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    keeper = single.Doorkeeper(tmp_path)
    assert place.is_socket()
    assert keeper is not None
    assert list(shared.iterdir()) == [place.parent]


def link(own: Path, elsewhere: Path) -> None:
    own.symlink_to(elsewhere)


def opened(own: Path, _: Path) -> None:
    own.mkdir()
    own.chmod(0o777)


def file(own: Path, _: Path) -> None:
    own.write_text("")


@pytest.mark.parametrize("sit", [link, opened, file])
def test_where_somebody_else_could_sit_nobody_meets_and_the_log_says_so(
    qtbot, shared: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, sit
) -> None:
    elsewhere = tmp_path / "của người khác"
    elsewhere.mkdir(mode=0o700)
    sit(shared / f"thuocso-{os.getuid()}", elsewhere)
    assert single.place_name(tmp_path) == ""
    with caplog.at_level(logging.WARNING, "thuocso"):
        keeper = single.Doorkeeper(tmp_path)
    assert [record.name for record in caplog.records] == ["thuocso"]
    assert "no meeting place" in caplog.text
    assert not single.hand_over(tmp_path, None)
    assert list(elsewhere.iterdir()) == []
    assert keeper is not None
