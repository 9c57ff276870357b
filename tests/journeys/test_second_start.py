"""Two real programs on one computer: the second hands its file to the first, which may hang or be out of reach."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.operations import bundling, folders, workspace
from app.operations.authority import collecting
from app.resources import FOLDER
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import Houses
from ui import single

WAIT = 60
Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Houses:
    """An authority, and two communes that have sent."""
    houses = Houses(tmp_path_factory.mktemp("nhà"), Clock())
    houses.open_campaign()
    for code in ("X1", "X2"):
        houses.fill_in(code)
        houses.send(code)
    return houses


@pytest.fixture
def houses(made: Houses, tmp_path: Path) -> Houses:
    return made.copied(tmp_path / "Cơ quan thẩm định tỉnh", Clock())


@pytest.fixture
def short() -> Iterator[str]:
    """A folder whose name leaves room for that of a socket: 107 bytes are all the system takes."""
    with tempfile.TemporaryDirectory() as folder:
        yield folder


@pytest.fixture
def start() -> Iterator[Start]:
    """Programs of their own, ended with the test."""
    running: list[subprocess.Popen[str]] = []

    def begin(*arguments: str | Path, **variables: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", *map(str, arguments)]
        given = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(FOLDER.parent), **variables}
        running.append(subprocess.Popen(command, env=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
        return running[-1]

    yield begin
    for each in running:
        each.kill()
        each.communicate()


@pytest.fixture
def until(qtbot) -> Callable[[Callable[[], object]], None]:
    """Waits until something is so."""
    return lambda is_so: qtbot.waitUntil(lambda: bool(is_so()), timeout=WAIT * 1000)


def received(houses: Houses, folder: Path) -> set[str]:
    """Which communes' submissions the authority's data hold."""
    here = folders.open_workspace(folder, houses.clock)
    try:
        return {row.agency.code for row in collecting.board(here, houses.authority_part) if row.submission}
    finally:
        here.close()


def file_of(houses: Houses, code: str, folder: Path) -> Path:
    """The submission of a commune under a name as people give it."""
    folder.mkdir(parents=True, exist_ok=True)
    found = ((path, bundling.inspect(path).envelope) for path in houses.out.glob("*.thuocso"))
    sent = next(path for path, envelope in found if envelope is not None and envelope.sender.code == code)
    return Path(shutil.copyfile(sent, folder / f"Hồ sơ xã {code} – bản ký (1).thuocso"))


def is_taken(houses: Houses, folder: Path, count: int) -> bool:
    """Whether the program that has the folder open wrote that many files that came in."""
    with closing(sqlite3.connect(f"file:{folder / workspace.DATABASE}?mode=ro", uri=True)) as connection:
        return connection.execute("SELECT count(*) FROM submission").fetchone()[0] == count


def test_the_running_window_takes_the_file_of_a_second_start(
    houses: Houses, start: Start, until, tmp_path: Path
) -> None:
    folder = houses.folder / "SKHCN"
    first = start("ui", "--data", folder)
    until(lambda: single.hand_over(folder, None))
    for number, code in enumerate(("X1", "X2"), start=1):
        second = start("ui", "--data", folder, file_of(houses, code, tmp_path / "Tải về từ Zalo"))
        assert second.communicate(timeout=WAIT) == ("", "")
        assert second.returncode == 0
        until(lambda: is_taken(houses, folder, number))  # noqa: B023 - asked at once
    assert first.poll() is None
    first.kill()
    first.communicate()
    assert received(houses, folder) == {"X1", "X2"}


def test_each_of_two_folders_gets_its_own_file(houses: Houses, start: Start, until, tmp_path: Path) -> None:
    other = houses.copied(tmp_path / "Cơ quan khác", houses.clock)
    folders = {"X1": houses.folder / "SKHCN", "X2": other.folder / "SKHCN"}
    for folder in folders.values():
        start("ui", "--data", folder)
    for folder in folders.values():
        until(lambda: single.hand_over(folder, None))  # noqa: B023
    for code, folder in folders.items():
        second = start("ui", "--data", folder, file_of(houses, code, tmp_path / "USB"))
        assert second.wait(WAIT) == 0
        until(lambda: is_taken(houses, folder, 1))  # noqa: B023


def refused(program: subprocess.Popen[str]) -> str:
    """The sentence of a start that shows one and ends."""
    said, wrong = program.communicate(timeout=WAIT)
    assert program.returncode == 1, wrong
    assert "Traceback" not in wrong
    count, dialog, sentence = said.strip().split(" ", 2)
    assert (count, dialog) == ("3", "CannotOpen")
    return sentence


def test_a_first_that_hangs_is_told_with_who_and_since_when(
    houses: Houses, start: Start, until, tmp_path: Path
) -> None:
    folder = houses.folder / "SKHCN"
    first = start("ui", "--data", folder)
    until(lambda: single.hand_over(folder, None))
    first.send_signal(signal.SIGSTOP)
    sentence = refused(start("tests.journeys.driven", "reader", "--data", folder, file_of(houses, "X1", tmp_path)))
    first.send_signal(signal.SIGCONT)
    assert sentence.startswith("Thư mục dữ liệu đang được ")
    assert "…" not in sentence
    until(lambda: single.hand_over(folder, None))


@pytest.mark.parametrize("is_occupied", [False, True])
def test_without_a_runtime_folder_nothing_breaks(
    houses: Houses, short: str, start: Start, until, tmp_path: Path, is_occupied: bool
) -> None:
    folder, gone = houses.folder / "SKHCN", str(tmp_path / "không còn")
    variables = {"XDG_RUNTIME_DIR": gone, "TMPDIR": short}
    if is_occupied:  # somebody else could sit there
        (Path(short) / f"thuocso-{os.getuid()}").write_text("")
    (folder / "thuocso.lock").unlink()
    first = start("ui", "--data", folder, **variables)
    until(lambda: (folder / "thuocso.lock").exists() and "since" in (folder / "thuocso.lock").read_text("utf-8"))
    if is_occupied:
        assert "đang được" in refused(start("tests.journeys.driven", "reader", "--data", folder, **variables))
    else:

        def is_handed() -> bool:
            return start("tests.journeys.driven", "reader", "--data", folder, **variables).wait(WAIT) == 0

        until(is_handed)
    assert first.poll() is None
