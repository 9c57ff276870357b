"""A folder is opened by one process, by no older program, and never begun anew over what was lost."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import AppError
from app.operations import folders
from app.operations import workspace as workspaces
from app.operations.workspace import DATABASE, Workspace
from app.storage.migrations import VERSION
from tests.app.operations.houses import Houses


def test_a_second_process_is_told_who_has_the_folder(workspace: Workspace) -> None:
    code = (
        "import sys; from pathlib import Path; from app.errors import AppError; from app.operations import folders\n"
        "try: folders.open_workspace(Path(sys.argv[1]))\n"
        "except AppError as error: print(error.code, error.details['since'])\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(workspace.folder)], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "data.in_use 14:32 02/11/2026"


def test_a_process_that_was_killed_leaves_no_lock(workspace: Workspace) -> None:
    workspace.close()
    code = (
        "import sys, os, signal; from pathlib import Path; from app.operations import folders, workspace\n"
        "w = folders.open_workspace(Path(sys.argv[1])); workspace.add_person(w, 'Người bị ngắt điện')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(workspace.folder)], check=False)
    again = folders.open_workspace(workspace.folder)
    assert "Người bị ngắt điện" in {person.name for person in workspaces.persons(again)}
    again.close()


def test_newer_data_is_refused_and_the_folder_is_free_again(workspace: Workspace) -> None:
    workspace.close()
    with sqlite3.connect(workspace.folder / DATABASE) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    for _ in range(2):
        with pytest.raises(AppError, match=r"data\.newer"):
            folders.open_workspace(workspace.folder)


def test_a_file_in_the_way_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("x", encoding="utf-8")
    with pytest.raises(AppError, match=r"data\.folder"):
        folders.open_workspace(tmp_path / "tệp")


def test_evidence_that_nobody_refers_to_is_swept_at_the_next_start(workspace: Workspace, tmp_path: Path) -> None:
    source = tmp_path / "mồ côi.txt"
    source.write_text("copied, then the power went", encoding="utf-8")
    stored = workspace.evidence.add(source)
    workspace.close()
    again = folders.open_workspace(workspace.folder)
    assert not again.evidence.holds(stored.digest)
    again.close()


@pytest.mark.parametrize("loss", ["gone", "empty"])
def test_a_lost_database_is_never_begun_anew_over_what_lies_beside_it(filled: Houses, loss: str) -> None:
    folder = filled.folder / "X1"
    (folder / workspaces.DATABASE).unlink() if loss == "gone" else (folder / workspaces.DATABASE).write_bytes(b"")
    evidence = {path.name for path in (folder / "evidence").rglob("*") if path.is_file()}
    assert evidence
    for _ in range(2):
        with pytest.raises(AppError, match=r"data\.damaged"):
            folders.open_workspace(folder)
    assert {path.name for path in (folder / "evidence").rglob("*") if path.is_file()} == evidence
