"""The start and the end that nobody wished for: killed, started twice, a folder that can't be opened."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.agency import Agency
from app.domain.campaign import Period
from app.operations import folders
from app.operations import workspace as workspaces
from app.operations.authority import campaigning, collecting
from app.operations.commune import assessing
from app.operations.keeping import checking
from app.operations.workspace import DATABASE, Workspace
from app.resources import FOLDER
from tests.app.operations.conftest import Clock
from tests.app.operations.houses import Houses
from tests.journeys.sitting import sitting
from tests.ui.pages.desk_house import every_kind
from ui import language, single, theme
from ui.widgets.views import TableView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
WAIT = 60


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    language.install("vi")
    theme.install(qapp, "light", 100)


def program(*arguments: str | Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", *map(str, arguments)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(FOLDER.parent)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def alone(folder: Path) -> str:
    """A commune that begins on its own; the id of its part."""
    opened = folders.open_workspace(folder)
    workspaces.add_person(opened, "Trần Thị Hạnh", "Công chức")
    agency = Agency(code="HB", name="Xã Hòa Bình")
    part = campaigning.start_alone(opened, every_kind(), agency, Period(title="năm 2026")).id
    opened.close()
    return part


def test_killed_while_typing_and_back_at_work(tmp_path: Path, qtbot) -> None:
    folder = tmp_path / "Dữ liệu của xã"
    part = alone(folder)
    with program("tests.journeys.driven", "typist", "--data", folder) as typing:
        assert typing.stdout is not None
        told = typing.stdout.readline()
        typing.kill()
        _, trouble = typing.communicate(timeout=WAIT)
    assert (told, typing.returncode) == ("saved\n", -signal.SIGKILL), trouble
    with sitting(folder, qtbot, tmp_path / "ảnh", Clock()) as here:
        assert here.window.page_name() == "overview"
        assert here.context.part_id == part
        here.go("assessment")
        here.window.page().show_place("1.1")
        shown = [here.find(f"input-{key}").entry.entry.text() for key in ("online", "total")]
        assert shown == ["1.506", "2.000"]
        here.says("20,00")
        kept = assessing.view(here.context.workspace, part).response("n1.1")
        assert kept.inputs == {"online": "1506", "total": "2000"}
    assert checking.doctor(folder).is_sound


def test_a_second_start_hands_its_file_to_the_window_that_is_open(tmp_path: Path, qtbot) -> None:
    houses = Houses(tmp_path, Clock())
    houses.open_campaign()
    houses.fill_in("X1")
    file = houses.send("X1")
    folder = tmp_path / "SKHCN"
    with sitting(folder, qtbot, tmp_path / "ảnh", houses.clock) as here:
        keeper = single.Doorkeeper(folder, here.window)
        keeper.called.connect(here.window.bring_forward)
        second = program("ui", "--data", folder, file)
        here.until(lambda: second.poll() is not None)
        assert second.communicate() == ("", "")
        assert second.returncode == 0
        here.on("collecting")
        rows = here.find("board", TableView).model().rows()
        assert [(row.agency.code, bool(row.submission)) for row in rows if row.submission] == [("X1", True)]
        assert "tiếp nhận 1 hồ sơ" in here.notice()
        assert collecting.board(here.context.workspace, houses.authority_part)[0].submission


def in_use(folder: Path) -> Workspace:
    """Another process has it open and answers to no second start: here, this one."""
    return folders.open_workspace(folder)


def newer(folder: Path) -> None:
    alone(folder)
    with sqlite3.connect(folder / DATABASE) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()


def without(table: str, folder: Path) -> None:
    alone(folder)
    with sqlite3.connect(folder / DATABASE) as connection:
        connection.execute(f"DROP TABLE {table}")
    connection.close()


def damaged(folder: Path) -> None:
    alone(folder)
    (folder / DATABASE).write_bytes("không phải cơ sở dữ liệu".encode() * 400)


def torn(folder: Path) -> None:
    """Only the first page that the window reads is noise."""
    alone(folder)
    with sqlite3.connect(folder / DATABASE) as connection:
        [page] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'part'").fetchone()
    connection.close()
    data = bytearray((folder / DATABASE).read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    (folder / DATABASE).write_bytes(data)


@pytest.mark.parametrize(
    ("trouble", "shown", "told"),
    [
        (in_use, "3 CannotOpen", "đang"),
        (newer, "2 CannotOpen", "mới hơn"),
        (damaged, "0 DamagedDialog", "Không đọc được tệp dữ liệu"),
        (torn, "0 DamagedDialog", "Không đọc được tệp dữ liệu"),
    ],
)
def test_a_folder_that_cannot_be_opened_is_told_in_one_sentence(tmp_path: Path, trouble, shown: str, told: str) -> None:
    folder = tmp_path / "Dữ liệu của xã"
    holder = trouble(folder)
    before = {path: path.read_bytes() for path in folder.glob("*.sqlite")}
    start = program("tests.journeys.driven", "reader", "--data", folder)
    said, wrong = start.communicate(timeout=WAIT)
    after = {path: path.read_bytes() for path in folder.glob("*.sqlite")}
    if holder is not None:
        holder.close()
    assert start.returncode == 1, wrong
    assert said.startswith(f"{shown} ")
    assert told in said
    assert "Traceback" not in wrong
    assert after == before


@pytest.mark.parametrize("table", ["person", "part"])
def test_what_nobody_expected_before_the_window_is_told_and_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    folder, shared = tmp_path / "Dữ liệu của xã", tmp_path / "tạm"
    without(table, folder)
    shared.mkdir()
    monkeypatch.setenv("TMPDIR", str(shared))
    start = program("tests.journeys.driven", "reader", "--data", folder)
    said, wrong = start.communicate(timeout=WAIT)
    assert start.returncode == 1, wrong
    assert said.startswith("3 CannotOpen ")
    assert "chưa lường trước" in said
    written = next(path for place in (shared, folder) for path in place.rglob("thuocso.log"))
    assert str(written) in said
    assert f"no such table: {table}" in written.read_text("utf-8")
    assert "Traceback" not in wrong
