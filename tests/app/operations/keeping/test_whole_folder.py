"""Folders that appear whole or not at all."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from app import drives
from app.errors import AppError
from app.operations import portable
from app.operations.keeping.whole_folder import Piece, bytes_piece, file_piece, folder_pieces, free_name, whole_folder
from app.progress import SILENT, Cancelled, Progress
from tests.scanning import held_once


def pieces(folder: Path) -> list[Piece]:
    source = folder / "nguồn.bin"
    source.write_bytes(bytes(range(256)) * 8192)  # 2 MB
    return [file_piece("2-Cai-dat/bộ cài.exe", source), bytes_piece("ghi chú.txt", "Đọc trước".encode())]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick on which something lies already."""
    folder = tmp_path / "USB"
    folder.mkdir()
    (folder / "ảnh cưới.jpg").write_bytes(b"x")
    return folder


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_everything_is_there_and_its_digests_agree(stick: Path, tmp_path: Path) -> None:
    with whole_folder(stick / "Gói", pieces(tmp_path), SILENT) as making:
        sums = making.sums()
        assert names(stick) >= {"Gói.part/2-Cai-dat/bộ cài.exe"}
    assert names(stick) == {"ảnh cưới.jpg", "Gói/2-Cai-dat/bộ cài.exe", "Gói/ghi chú.txt"}
    assert (stick / "Gói/2-Cai-dat/bộ cài.exe").read_bytes() == (tmp_path / "nguồn.bin").read_bytes()
    assert [line.partition(b"  ")[2].decode() for line in sums.splitlines()] == sorted(making.digests)


def stopped_at(step: int) -> Progress:
    """The person stops at the step of that number."""
    stop, count = Event(), iter(range(10_000))
    return Progress(lambda done, total: stop.set() if next(count) >= step else None, stop)


@pytest.mark.parametrize("step", range(6))
def test_stopped_at_any_moment_nothing_stays(stick: Path, tmp_path: Path, step: int) -> None:
    wanted = pieces(tmp_path)
    with pytest.raises(Cancelled), whole_folder(stick / "Gói", wanted, stopped_at(step)):
        pass
    assert names(stick) == {"ảnh cưới.jpg"}
    assert not (stick / "Gói").exists()


def at_step(number: int, do: Callable[[], object]) -> Progress:
    count = iter(range(10_000))
    return Progress(lambda done, total: do() if next(count) == number else None)


@pytest.mark.parametrize("step", [0, 2, 3, 4])
def test_a_stick_pulled_out_is_told(stick: Path, tmp_path: Path, step: int) -> None:
    pulled = at_step(step, lambda: shutil.rmtree(stick))
    with pytest.raises(AppError) as told, whole_folder(stick / "Gói", pieces(tmp_path), pulled):
        pass
    assert told.value.code == "medium.gone"


def test_what_reads_back_otherwise_never_gets_its_name(stick: Path, tmp_path: Path) -> None:
    with pytest.raises(AppError) as told, whole_folder(stick / "Gói", pieces(tmp_path), SILENT) as making:
        (making.passing / "ghi chú.txt").write_bytes(b"other bytes")
    assert told.value.code == "medium.write_damaged"
    assert names(stick) == {"ảnh cưới.jpg"}


def test_a_source_that_grows_meanwhile_is_told(stick: Path, tmp_path: Path) -> None:
    wanted = pieces(tmp_path)
    (tmp_path / "nguồn.bin").write_bytes(b"longer" * 1_000_000)
    with pytest.raises(AppError) as told, whole_folder(stick / "Gói", wanted, SILENT):
        pass
    assert (told.value.code, told.value.details["file"]) == ("stick.source_changed", "bộ cài.exe")
    assert names(stick) == {"ảnh cưới.jpg"}


def test_a_source_that_is_gone_is_told_by_its_own_name(stick: Path, tmp_path: Path) -> None:
    wanted = pieces(tmp_path)
    (tmp_path / "nguồn.bin").unlink()
    with pytest.raises(AppError) as told, whole_folder(stick / "Gói", wanted, SILENT):
        pass
    assert (told.value.code, told.value.details["file"]) == ("file.unreadable", "bộ cài.exe")


def test_too_little_room_is_told_before_anything_is_written(stick: Path) -> None:
    endless = Piece("a", 1 << 60, lambda: pytest.fail("nothing is to be read"))
    with pytest.raises(AppError) as told, whole_folder(stick / "Gói", [endless], SILENT):
        pass
    assert told.value.code == "disk.full"
    assert names(stick) == {"ảnh cưới.jpg"}


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """What FAT32 does at 4 GiB, at a size that tests can write."""
    import resource  # Windows has none

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_file_the_stick_cannot_hold_is_told(stick: Path, tmp_path: Path) -> None:
    wanted = pieces(tmp_path)
    with pytest.raises(AppError) as told, largest_file(1 << 20), whole_folder(stick / "Gói", wanted, SILENT):
        pass
    assert told.value.code == "medium.file_too_big"
    assert names(stick) == {"ảnh cưới.jpg"}


def test_a_file_no_fat_stick_can_hold_is_told_before_anything_is_written(
    stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sdb1 / vfat rw 0 0\n", "utf-8")
    monkeypatch.setattr(drives, "MOUNTS", mounts)
    film = Piece("phim.mp4", 4 << 30, lambda: pytest.fail("nothing is to be read"))
    with pytest.raises(AppError) as told, whole_folder(stick / "Gói", [*pieces(tmp_path), film], SILENT):
        pass
    assert told.value.code == "medium.file_too_big"
    assert names(stick) == {"ảnh cưới.jpg"}


def test_links_and_what_is_left_out_do_not_travel(tmp_path: Path) -> None:
    copy = tmp_path / "bản chạy"
    (copy / "DuLieu").mkdir(parents=True)
    (copy / "DuLieu" / "thuocso.sqlite").write_bytes(b"own")
    (copy / "thuocso.exe").write_bytes(b"MZ")
    (copy / "ra ngoài").symlink_to(tmp_path)
    assert [piece.name for piece in folder_pieces(copy, "3-Chay", without=portable.is_own)] == ["3-Chay/thuocso.exe"]


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    assert free_name(tmp_path / "Gói") == tmp_path / "Gói"
    (tmp_path / "Gói").mkdir()
    (tmp_path / "Gói-2").mkdir()
    assert free_name(tmp_path / "Gói") == tmp_path / "Gói-3"


def test_a_scanner_that_reads_what_was_just_written_is_waited_for(stick: Path, tmp_path: Path) -> None:
    with held_once(5), whole_folder(stick / "Gói", pieces(tmp_path), SILENT):
        pass
    assert names(stick) == {"ảnh cưới.jpg", "Gói/2-Cai-dat/bộ cài.exe", "Gói/ghi chú.txt"}
