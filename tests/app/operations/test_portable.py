"""A copy that runs without being installed: where its data live, asked once, moved whole or not at all."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app import drives
from app.errors import AppError
from app.operations import folders, portable
from app.operations.commune import assessing
from app.operations.portable import ANSWER, DATA, MARKER, Portable
from app.operations.workspace import DATABASE
from app.progress import Cancelled, Progress
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import Houses


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The folder of a portable copy's executables."""
    folder = tmp_path / "USB của huyện" / "3-Chay-khong-can-cai-dat"
    folder.mkdir(parents=True)
    (folder / MARKER).touch()
    return folder


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch, program: Path, tmp_path: Path) -> None:
    """The system lists the copy's folder as a stick, as it does below /media."""
    mounts = tmp_path / "mounts"
    point = str(program.parent).replace(" ", "\\040")
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 {point} vfat rw 0 0\n", "utf-8")
    monkeypatch.setattr(drives, "MOUNTS", mounts)


@pytest.fixture
def worked(program: Path, filled: Houses) -> Path:
    """A commune's data beside the program."""
    shutil.copytree(filled.folder / "X1", program / DATA)
    return program / DATA


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def found(program: Path) -> Portable:
    carried = portable.find(program)
    assert carried is not None
    return carried


def test_without_the_marker_it_is_an_installed_program(program: Path) -> None:
    assert portable.find(program) is not None
    assert portable.find(program.parent) is None
    assert portable.find() is None  # the tests run from no such folder


def test_on_a_disk_the_data_lie_beside_it_without_a_question(program: Path) -> None:
    standing = found(program).standing()
    assert (standing.folder, standing.asks) == (program / DATA, False)


@pytest.mark.usefixtures("plugged")
def test_on_a_stick_it_asks_once(program: Path, clock: Clock, tmp_path: Path) -> None:
    assert found(program).standing().asks
    assert found(program).stay() == program / DATA
    assert found(program).standing() == portable.Standing(program / DATA)
    (program / ANSWER).unlink()
    here = tmp_path / "máy" / "ThuocSo"
    assert found(program).settle_here(here, clock) == here
    assert found(program).standing() == portable.Standing(here)


@pytest.mark.usefixtures("plugged")
def test_what_was_entered_on_the_stick_moves_whole(
    program: Path, worked: Path, clock: Clock, tmp_path: Path, filled: Houses
) -> None:
    before = files(worked)
    here = tmp_path / "máy của Trần Thị Hạnh" / "ThuocSo"
    assert found(program).settle_here(here, clock) == here
    assert files(here) == {name: data for name, data in before.items() if name != "thuocso.lock"}
    (aside,) = program.glob("DuLieu-*")
    assert aside.name == "DuLieu-da-chuyen-20261102-143200"
    assert {**files(aside), "thuocso.lock": b""} == {**before, "thuocso.lock": b""}
    assert not (program / DATA).exists()
    opened = folders.open_workspace(here, clock)
    try:
        assert assessing.view(opened, filled.parts["X1"]).kept["n1.1"].response.inputs["online"] == "1506"
        assert [opened.evidence.damaged(digest) for digest in opened.evidence.digests()] == [False] * 2
    finally:
        opened.close()


@pytest.mark.usefixtures("plugged")
def test_a_folder_on_the_computer_is_never_overwritten(
    program: Path, worked: Path, clock: Clock, tmp_path: Path
) -> None:
    here = tmp_path / "ThuocSo"
    here.mkdir()
    (here / DATABASE).write_bytes(b"of the installed program")
    chosen = found(program).settle_here(here, clock)
    assert chosen == tmp_path / "ThuocSo-2"
    assert (here / DATABASE).read_bytes() == b"of the installed program"
    assert found(program).standing().folder == chosen


def stopped_at(step: int) -> Progress:
    def report(done: int, total: int) -> None:
        if next(count) == step:
            raise Cancelled

    count = iter(range(100_000))
    return Progress(report)


@pytest.mark.usefixtures("plugged")
@pytest.mark.parametrize("step", [0, 2, 4, 6])
def test_stopped_while_moving_everything_is_as_it_was(
    program: Path, worked: Path, clock: Clock, tmp_path: Path, step: int
) -> None:
    before = files(worked)
    here = tmp_path / "máy" / "ThuocSo"
    with pytest.raises(Cancelled):
        found(program).settle_here(here, clock, stopped_at(step))
    assert {**files(worked), "thuocso.lock": b""} == {**before, "thuocso.lock": b""}
    assert not here.exists()
    assert list(here.parent.iterdir()) == []
    assert found(program).standing().asks


@pytest.mark.usefixtures("plugged")
def test_data_that_are_open_do_not_move(program: Path, worked: Path, clock: Clock, tmp_path: Path) -> None:
    opened = folders.open_workspace(worked, clock)
    try:
        with pytest.raises(AppError) as told:
            found(program).settle_here(tmp_path / "ThuocSo", clock)
        assert told.value.code == "data.in_use"
    finally:
        opened.close()
    assert found(program).standing().asks


@pytest.mark.usefixtures("plugged")
def test_on_another_computer_it_asks_again_and_says_where_the_data_are(
    program: Path, worked: Path, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(program).settle_here(tmp_path / "máy" / "ThuocSo", clock)
    name = drives.computer()
    monkeypatch.setattr(portable, "computer", lambda: "MAY-PHONG-HOP")
    standing = found(program).standing()
    assert (standing.folder, standing.asks, standing.moved.host) == (None, True, name)
    assert found(program).stay() == program / DATA
    assert not (program / DATA).exists()  # begun anew: what was moved is not found again
    monkeypatch.setattr(portable, "computer", lambda: name)
    assert found(program).standing().folder == program / DATA


@pytest.mark.usefixtures("plugged")
def test_a_pulled_stick_between_answer_and_putting_aside_brings_no_second_half(
    program: Path, worked: Path, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Portable, "_put_aside", lambda *_: None)
    found(program).settle_here(tmp_path / "máy" / "ThuocSo", clock)
    monkeypatch.undo()
    assert (worked / DATABASE).is_file()
    assert portable.find(program).standing().folder == tmp_path / "máy" / "ThuocSo"


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch, program: Path) -> Callable[[], None]:
    """The write protection of a stick: no file can be made beside the program (the tests may write anywhere)."""
    path_open, touch = Path.open, Path.touch

    def refuse(path: Path) -> None:
        if path.is_relative_to(program):
            raise PermissionError(30, "read-only", str(path))

    def opened(path: Path, mode: str = "r", *more: object, **options: object) -> object:
        if mode[0] in "wxa" or "+" in mode:
            refuse(path)
        return path_open(path, mode, *more, **options)

    def touched(path: Path, *more: object, **options: object) -> None:
        refuse(path)
        touch(path, *more, **options)

    monkeypatch.setattr(Path, "open", opened)
    monkeypatch.setattr(Path, "touch", touched)


@pytest.mark.usefixtures("locked")
def test_a_stick_that_takes_nothing_leaves_the_data_on_the_computer(
    program: Path, worked: Path, clock: Clock, tmp_path: Path
) -> None:
    standing = found(program).standing()
    assert (standing.folder, standing.is_locked, standing.asks) == (None, True, False)
    here = tmp_path / "máy" / "ThuocSo"
    assert found(program).settle_here(here, clock) == here
    assert (here / DATABASE).read_bytes() == (worked / DATABASE).read_bytes()
    (here / DATABASE).write_bytes(b"worked on since")
    assert found(program).settle_here(here, clock) == here  # the next start finds what is there
    assert (here / DATABASE).read_bytes() == b"worked on since"


LONG = json.dumps({"host": drives.computer(), "folder": "x" * 5000}).encode()
NUL = json.dumps({"host": drives.computer(), "folder": "\0x"}).encode()


@pytest.mark.parametrize(
    "told", [b"", b"[]", b"{", b"\xff", b'{"folder": 7}', b"{" * 100_000, b"[" * 60_000, LONG, NUL]
)
def test_an_answer_nobody_can_read_is_no_answer(program: Path, told: bytes) -> None:
    (program / ANSWER).write_bytes(told)
    assert found(program).standing().folder in (program / DATA, None)


def test_the_shell_finds_the_same_folder(
    program: Path, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("THUOCSO_DATA", raising=False)
    monkeypatch.setattr(portable, "program_folder", lambda: program)
    assert folders.default_folder() == program / DATA
    here = tmp_path / "ThuocSo"
    found(program).settle_here(here, clock)
    assert folders.default_folder() == here
    monkeypatch.setenv("THUOCSO_DATA", str(tmp_path / "khác"))
    assert folders.default_folder() == tmp_path / "khác"
