"""Sample data to look round with: made aside, so that a folder is as it was until all is done."""

from pathlib import Path
from threading import Event

import pytest

from app.errors import AppError
from app.operations import folders, parts, sample, workspace
from app.progress import Cancelled, Progress


def stopping(step: int) -> Progress:
    stop = Event()
    return Progress(lambda done, total: stop.set() if done >= step else None, stop)


@pytest.mark.parametrize("was_there", [False, True])
def test_stopped_half_way_it_leaves_what_was_there(was_there: bool, tmp_path: Path) -> None:
    folder = tmp_path / "Dữ liệu-minh-hoa"
    if was_there:
        folder.mkdir()
        (folder / "ghi chú.txt").write_text("giữ lại", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(Cancelled):
        sample.make_sample(folder, stopping(1))
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", [workspace.DATABASE, "evidence"])
def test_it_is_never_made_over_data(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("của xã", "utf-8")
    with pytest.raises(AppError, match=r"restore\.not_empty"):
        sample.make_sample(tmp_path)
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [(name, "của xã")]


@pytest.mark.slow
def test_in_a_folder_that_was_there_other_files_stay(tmp_path: Path) -> None:
    (tmp_path / "ghi chú.txt").write_text("giữ lại", "utf-8")
    sample.make_sample(tmp_path)
    opened = folders.open_workspace(tmp_path)
    try:
        assert len(parts.everything(opened)) == 2
    finally:
        opened.close()
    assert (tmp_path / "ghi chú.txt").read_text("utf-8") == "giữ lại"
    assert [path.name for path in tmp_path.parent.iterdir() if path.name.endswith(".part")] == []
