"""Data of a newer program, opened by this one: it says which version is needed, and not a byte or time changes."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from app.operations import folders
from app.operations import workspace as workspaces
from app.operations.workspace import DATABASE
from app.storage.migrations import VERSION as SCHEMA
from tests.app.cli.calling import ROOT, shell
from tests.app.operations.older import data_of, every_byte
from tests.journeys.test_window_start import WAIT, program

LEFT = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("PRAGMA journal_mode = WAL")
connection.execute(f"PRAGMA user_version = {sys.argv[2]}")
connection.commit()
os._exit(0)
"""


@pytest.fixture(scope="module", params=["closed", "log left by a crash"])
def left(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that version 9.2 worked in, with a sentence's worth of everything a data folder has."""
    folder = data_of("0.3", tmp_path_factory.mktemp("newer") / "Dữ liệu xã Hòa Bình")
    folders.open_workspace(folder).close()
    with sqlite3.connect(folder / DATABASE) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("UPDATE setting SET value = '9.2.0' WHERE key = 'program'")
        if request.param == "closed":
            connection.execute(f"PRAGMA user_version = {SCHEMA + 3}")
    connection.close()
    if request.param != "closed":
        subprocess.run([sys.executable, "-c", LEFT, folder / DATABASE, str(SCHEMA + 3)], check=True)
        assert {f"{DATABASE}-wal", f"{DATABASE}-shm"} <= {path.name for path in folder.iterdir()}
    (folder / "window.ini").write_text("[General]\nlanguage=vi\n", "utf-8")
    return folder


@pytest.fixture
def newer(left: Path, tmp_path: Path) -> Path:
    return shutil.copytree(left, tmp_path / left.name)


@pytest.mark.parametrize(
    "command",
    [
        ("journal", "list"),
        ("folder", "show"),
        ("folder", "go-back", "--to", "{out}"),
        ("assessment", "show"),
        ("assessment", "answer", "1.1", "--explanation", "x", "--person", "Lê Thị Hà"),
        ("backup", "{out}"),
        ("doctor",),
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_the_shell_refuses_without_a_trace(newer: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    before = every_byte(newer)
    out = tmp_path / "ra"
    ran = shell("--data", newer, *(word.format(out=out) for word in command))
    assert every_byte(newer) == before
    assert (ran.code, ran.out) == (1, "")
    assert "9.2.0 trở lên" in ran.err
    assert "Traceback" not in ran.err
    assert not out.exists()


def test_the_window_refuses_without_a_trace(newer: Path) -> None:
    before = every_byte(newer)
    start = program("tests.journeys.driven", "reader", "--data", newer)
    said, wrong = start.communicate(timeout=WAIT)
    assert every_byte(newer) == before
    assert start.returncode == 1, wrong
    assert "9.2.0 trở lên" in said
    assert "Traceback" not in wrong


def test_a_newer_program_with_the_same_form_of_data_is_no_reason_to_refuse(tmp_path: Path) -> None:
    folder = data_of("0.3", tmp_path / "xã")
    folders.open_workspace(folder).close()
    with sqlite3.connect(folder / DATABASE) as connection:
        connection.execute("UPDATE setting SET value = '9.2.0' WHERE key = 'program'")
    connection.close()
    opened = folders.open_workspace(folder)
    assert workspaces.setting(opened, workspaces.PROGRAM) == "9.2.0"
    opened.close()
    assert len(list((folder / "backups").iterdir())) == 1


@pytest.mark.parametrize(
    ("one", "other", "is_older"),
    [
        ("0.3.0", "0.4.0", True),
        ("0.10.0", "0.9.1", False),
        ("", "0.4.0", True),
        ("0.4.0", "0.4.0", False),
        ("0.3", "0.3.0", True),
    ],
)
def test_versions_are_compared_as_numbers(one: str, other: str, is_older: bool) -> None:
    assert workspaces.is_older(one, other) == is_older
    assert ROOT.is_dir()
